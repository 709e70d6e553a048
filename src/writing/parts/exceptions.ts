/** The agreed waivers, and the review. */
import { anythingInRows } from '../anything-in-words.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table } from '../text/block.ts'
import { isEmpty, joined, type Phrase, phrase, written } from '../text/phrase.ts'
import { forceInWords } from './front.ts'

/** Returns the section, or `null` where nothing is agreed. */
export function exceptionsPart(pen: Pen): Section | null {
  const { exception: words, heading } = pen.words
  const rows = exceptionRows(pen)
  return rows.length === 0 ? null : section('exceptions', heading.exceptions, [paragraph(words.effect), ...rows])
}

/** Returns the table of the waivers; nothing when there are none. */
export function exceptionRows(pen: Pen): Block[] {
  const { exception: words, heading } = pen.words
  const rows = (pen.agreement.document.exceptions ?? []).map(({ name, reason, from, to, approvedBy, ...named }) => [
    name === undefined ? pen.text(reason) : phrase`${written(name)}: ${pen.text(reason)}`,
    forceInWords({ from, to }, pen),
    whom(named, pen),
    approvedBy === undefined ? '' : written(approvedBy),
  ])
  const hasApproval = rows.some((row) => !isEmpty(row[3] ?? ''))
  const head = [words.reason, words.when, words.whom, ...(hasApproval ? [words.approvedBy] : [])]
  return table(heading.exceptions, head, rows)
}

interface Named {
  readonly clauses?: readonly string[]
  readonly leads?: readonly string[]
  readonly owners?: readonly string[]
  readonly teams?: readonly string[]
}

/** Returns for whom a waiver is: everybody where nobody is named. */
export function whom({ clauses, leads, owners, teams }: Named, pen: Pen): Phrase {
  const { exception: words } = pen.words
  const list = (names: readonly string[], say: (name: string) => Phrase) =>
    names.length === 0 ? words.nobody : pen.figures.list(names.map(say))
  const parts: Phrase[] = []
  if (owners) parts.push(words.owners(list(owners, (name) => pen.person(name))))
  if (teams) parts.push(words.teams(list(teams, (name) => pen.team(name))))
  if (leads) parts.push(words.leads(list(leads, (name) => written(name))))
  if (clauses) parts.push(words.clauses(list(clauses, (id) => pen.clause(id))))
  return parts.length === 0 ? words.everybody : joined(parts, '; ')
}

const known = new Set([
  ...['$schema', 'agreement', 'version', 'title', 'purpose', 'effective', 'timeZone', 'parties', 'definitions', 'calendars'],
  ...[
    'fiscalYear',
    'rates',
    'touches',
    'lifecycle',
    'conditions',
    'boundary',
    'exceptions',
    'enforcement',
    'incentives',
    'review',
    'clauses',
  ],
])

/** Returns what the document says under keys that this version has no sentences for. */
export function morePart(pen: Pen): Section | null {
  const rest = Object.fromEntries(Object.entries(pen.agreement.document).filter(([key]) => !known.has(key)))
  return Object.keys(rest).length === 0 ? null : section('more', pen.words.heading.more, anythingInRows(rest, pen))
}

/** Returns the list of the parts about which nothing is agreed, so that nobody looks for them. */
export function leftOutPart(titles: readonly Phrase[], pen: Pen): Block[] {
  const { heading } = pen.words
  return titles.length === 0
    ? []
    : [section('left-out', heading.leftOut, [paragraph(heading.nothingAbout), { kind: 'list', items: titles }])]
}
