/** A scorecard as tables: for each party what it owed, what was done, who did it, what it means and what follows. */
import { decimalsOf } from '../agreement/money.ts'
import type { IncentiveEntry } from '../incentives/entry.ts'
import type { Language } from '../language.ts'
import { cut, plainText, widthOf } from '../plain-text.ts'
import { smallSample } from '../report/attainment.ts'
import { cardWords } from '../report/card-words.ts'
import type { ClockLine } from '../report/clock-line.ts'
import type { GroupLine } from '../report/group-line.ts'
import type { PartyCard } from '../report/scorecard.ts'
import { briefTime, count, percent } from './figures.ts'
import type { Names } from './names.ts'
import { periodTable } from './period-table.ts'
import { scorecardWords } from './scorecard-words.ts'
import { type Column, type Screen, table } from './table.ts'

export interface CardView {
  readonly names: Names
  readonly language: Language
  readonly screen: Screen
}

/** Returns the card of one party. */
export function cardTables(card: PartyCard, view: CardView): string {
  const { language, screen } = view
  const words = scorecardWords[language]
  const isEmpty = card.promises.length + card.clocks.length + card.consequences.length + card.earned.length === 0
  if (isEmpty) return `${title(words.owes(card.name), screen)}${words.nothing}\n`
  const parts = [
    card.promises.length > 0 ? periodTable(card.promises, { language }, screen) : '',
    card.clocks.length > 0 ? table(clockColumns(view), card.clocks, screen) : '',
    card.teams.length > 0 ? table(groupColumns('team', view), card.teams, screen) : '',
    card.people.length > 0 ? table(groupColumns('owner', view), card.people, screen) : '',
    smallNote(card, view),
    meaning(card, view),
    consequences(card, view),
    earned(card, view),
  ]
  return `${title(words.owes(card.name), screen)}${parts.filter((part) => part !== '').join('\n')}`
}

function title(text: string, { paint, width }: Screen): string {
  return `${paint('strong', cut(text, width))}\n`
}

const right = 'right'

function clockColumns({ language }: CardView): Column<ClockLine>[] {
  const words = scorecardWords[language].clocks
  const { decimal } = cardWords[language]
  return [
    { title: words.clause, least: 12, text: ({ clause }) => clause },
    { title: words.owed, align: right, dropped: 5, text: ({ owed }) => count(owed) },
    { title: words.done, align: right, text: ({ done }) => count(done) },
    { title: words.breached, align: right, text: ({ breaches }) => count(breaches), tone: toneOf },
    { title: words.pending, align: right, dropped: 4, text: ({ pending }) => count(pending) },
    { title: words.atRisk, align: right, dropped: 6, text: ({ atRisk }) => count(atRisk.length) },
    {
      title: words.kept,
      align: right,
      text: ({ share, isSmall }) => `${percent(share).replace('.', decimal)}${isSmall && share !== null ? '*' : ' '}`,
    },
    { title: words.n, align: right, text: ({ decided }) => count(decided) },
    { title: words.median, align: right, dropped: 2, text: ({ medianUsedMs }) => briefTime(medianUsedMs) },
    { title: words.nobody, align: right, dropped: 1, text: ({ delay }) => briefTime(delay.systemMs) },
  ]
}

function toneOf({ breaches }: ClockLine): 'bad' | undefined {
  return breaches > 0 ? 'bad' : undefined
}

function groupColumns(kind: 'team' | 'owner', view: CardView): Column<GroupLine>[] {
  const { language, names } = view
  const words = scorecardWords[language]
  const nameOf = ({ name }: GroupLine): string =>
    name === null ? words.unnamed : kind === 'team' ? names.team(name) : names.person(name)
  const [clause, ...figures] = clockColumns(view)
  return [
    { title: kind === 'team' ? words.teams : words.people, least: 10, text: nameOf },
    ...(clause ? [clause] : []),
    ...figures,
    {
      title: words.standsOut,
      dropped: 3,
      text: ({ standsOut }) => (standsOut === null ? '' : words.stands[standsOut]),
    },
  ]
}

function smallNote({ clocks, teams, people }: PartyCard, { language, screen }: CardView): string {
  const isMarked = [...clocks, ...teams, ...people].some(({ isSmall, share }) => isSmall && share !== null)
  return isMarked ? `${screen.paint('quiet', cut(scorecardWords[language].small(smallSample), screen.width))}\n` : ''
}

/** Sentences are broken at blanks, and never cut: they are what is read aloud. */
function meaning({ means }: PartyCard, { language, screen }: CardView): string {
  if (means.length === 0) return ''
  const lines = means.flatMap((sentence) => wrapped(sentence, screen.width))
  return `${title(scorecardWords[language].means, screen)}${lines.map((line) => `${line}\n`).join('')}`
}

function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = []
  let line = '-'
  let isEmpty = true
  for (const word of plainText(sentence).split(' ')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
    isEmpty = false
  }
  return [...lines, line].map((each) => cut(each, width))
}

function consequences({ consequences: all }: PartyCard, { language, names, screen }: CardView): string {
  if (all.length === 0) return ''
  const { consequences: words, standing } = scorecardWords[language]
  const nameOf = (one: (typeof all)[number]): string => namesOf(names, one)
  const columns: Column<(typeof all)[number]>[] = [
    { title: words.ladder, least: 8, text: ({ ladder }) => ladder },
    { title: words.step, least: 8, text: ({ step }) => step },
    { title: words.for, least: 8, text: nameOf },
    { title: words.strikes, align: right, text: ({ facts }) => count(facts.strikes) },
    { title: words.standing, dropped: 1, text: (one) => standing[one.standing] },
  ]
  return `${title(words.title, screen)}${table(columns, all, screen)}`
}

function earned({ earned: all }: PartyCard, { language, names, screen }: CardView): string {
  if (all.length === 0) return ''
  const { earned: words, kinds, standing } = scorecardWords[language]
  const paid: Column<IncentiveEntry> = {
    ...{ title: words.paid, align: right, dropped: 2 },
    text: (entry) => money(entry, language),
  }
  const columns: Column<IncentiveEntry>[] = [
    { title: words.name, least: 8, text: (entry) => namesOf(names, entry) },
    { title: words.rule, least: 8, text: ({ kind, rule }) => `${kinds[kind]} ${rule}` },
    { title: words.points, align: right, text: ({ points }) => count(points) },
    ...(all.some(({ amountMinor }) => amountMinor !== 0) ? [paid] : []),
    { title: words.standing, dropped: 3, text: (entry) => standing[entry.standing] },
    { title: words.because, least: 16, dropped: 1, text: ({ because }) => because },
  ]
  return `${title(words.title, screen)}${table(columns, all, screen)}`
}

function namesOf(names: Names, one: { readonly for: IncentiveEntry['for']; readonly name: string }): string {
  if (one.for === 'party') return names.party(one.name)
  return one.for === 'team' ? names.team(one.name) : names.person(one.name)
}

function money({ amountMinor, currency }: IncentiveEntry, language: Language): string {
  if (currency === null || amountMinor === 0) return ''
  const decimals = decimalsOf(currency)
  const { decimal, thousands } = cardWords[language]
  const [whole = '0', cents] = (amountMinor / 10 ** decimals).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${grouped}${cents === undefined ? '' : `${decimal}${cents}`} ${currency}`
}
