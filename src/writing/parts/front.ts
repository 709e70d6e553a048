/** What the agreement is, who the parties are, and what they want with it. */
import type { PartyDocument } from '../../agreement/document.ts'
import { readPlainDate } from '../../time/plain-date.ts'
import { fiscalYearInWords } from '../fiscal-year-in-words.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table, terms } from '../text/block.ts'
import { code, isEmpty, type Phrase, paragraphsOf, phrase, strong, written } from '../text/phrase.ts'

/** Returns the agreement's name as people call it. */
export function agreementName({ agreement: { document } }: Pen): Phrase {
  return written(document.title ?? document.agreement)
}

/** Returns the facts of the version: since when it holds, and until when. */
export function frontPart(pen: Pen): Block[] {
  const { front: words } = pen.words
  const { document } = pen.agreement
  const fiscal = fiscalYearInWords(pen)
  return terms([
    [words.id, code(document.agreement)],
    [words.version, written(document.version)],
    [words.inForce, forceInWords(document.effective, pen)],
    [words.timeZone, written(document.timeZone)],
    ...(fiscal === null ? [] : [[words.fiscalYear, words.fiscalYearFrom(fiscal)] as const]),
  ])
}

/** Returns `from 1 July 2026 until the end of 31 December 2026`. */
export function forceInWords(effective: { readonly from?: string; readonly to?: string } | undefined, pen: Pen): Phrase {
  const { front: words } = pen.words
  const from = effective?.from === undefined ? null : dateInWords(effective.from, pen)
  const to = effective?.to === undefined ? null : dateInWords(effective.to, pen, -1)
  if (from !== null && to !== null) return words.fromTo(from, to)
  if (from !== null) return words.from(from)
  return to === null ? words.noDates : words.to(to)
}

/** Returns a date of the document, or the one so many days beside it. */
export function dateInWords(date: string, pen: Pen, days = 0): Phrase {
  const day = readPlainDate(date)
  return day === day ? pen.words.time.date(pen.figures.day(day + days)) : written(date)
}

/** Returns the section, or `null` where nothing is written. */
export function purposePart(pen: Pen): Section | null {
  const { purpose } = pen.agreement.document
  if (purpose === undefined) return null
  return section(
    'purpose',
    pen.words.heading.purpose,
    paragraphsOf(purpose).map((text) => paragraph(pen.text(text))),
  )
}

export function partiesPart(pen: Pen): Section {
  const { parties } = pen.agreement.document
  const blocks = Object.entries(parties).map(([, party], index) =>
    section(`party-${index + 1}`, written(party.name), [
      ...teamsOf(party, pen),
      ...membersOf(party, pen),
      ...signatoriesOf(party, pen),
    ]),
  )
  return section('parties', pen.words.heading.parties, blocks)
}

function teamsOf({ teams = {} }: PartyDocument, pen: Pen): Block[] {
  const names = Object.values(teams).map(({ name }) => written(name))
  return names.length === 0 ? [] : [paragraph(phrase`${pen.words.party.teams}: ${pen.figures.list(names)}`)]
}

function membersOf({ members = {} }: PartyDocument, pen: Pen): Block[] {
  const { party: words } = pen.words
  const people = Object.values(members)
  const rows = people.map(({ name, team, role }) => [
    written(name),
    role === undefined ? '' : written(role),
    team === undefined ? '' : pen.team(team),
  ])
  return withoutEmptyColumns(words.members, [words.name, words.role, words.team], rows)
}

function signatoriesOf({ signatories = [] }: PartyDocument, pen: Pen): Block[] {
  const { party: words } = pen.words
  const rows = signatories.map(({ name, title, signedOn }) => [
    written(name),
    title === undefined ? '' : written(title),
    signedOn === undefined ? '' : dateInWords(signedOn, pen),
  ])
  return withoutEmptyColumns(words.signatories, [words.name, words.title, words.signedOn], rows)
}

function withoutEmptyColumns(caption: Phrase, head: readonly Phrase[], rows: readonly (readonly Phrase[])[]): Block[] {
  const used = head.map((_, index) => index === 0 || rows.some((row) => !isEmpty(row[index] ?? '')))
  const only = (cells: readonly Phrase[]) => cells.filter((_, index) => used[index])
  return table(caption, only(head), rows.map(only))
}

/** Returns the lines on which the parties sign; those who have signed stand there with the date. */
export function signaturesPart(pen: Pen): Block {
  const { party: words } = pen.words
  const blocks = Object.values(pen.agreement.document.parties).flatMap((party): Block[] => {
    const people = party.signatories?.length ? party.signatories : [{ name: '' }]
    const rows = people.map((person) => {
      const { name, title, signedOn } = { title: undefined, signedOn: undefined, ...person }
      const who = title === undefined ? written(name) : phrase`${written(name)}, ${written(title)}`
      return [
        { label: words.name, text: name === '' ? '' : who },
        { label: words.signature, text: '' },
        signedOn === undefined ? { label: words.date, text: '' } : { label: words.signedOn, text: dateInWords(signedOn, pen) },
      ]
    })
    return [paragraph(strong(words.signsFor(written(party.name)))), { kind: 'lines', rows }]
  })
  return section('signatures', pen.words.heading.signatures, blocks)
}
