/** Whose calendar counts for the promises whose clock follows somebody, and which team or person has which. [C10] */
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table, terms } from '../text/block.ts'
import { type Phrase, phrase, written } from '../text/phrase.ts'
import { choiceInWords } from './clock-details.ts'

/** Returns the section, nothing where no clock follows anybody and nobody has a calendar. */
export function whoseCalendar(pen: Pen): Section[] {
  const { clock: words, party } = pen.words
  const choices = Object.entries(pen.agreement.document.clauses).flatMap(([id, clause]): [Phrase, Phrase][] => {
    const choice = clause.kind === 'timed' ? choiceInWords(clause, pen) : null
    return choice === null ? [] : [[pen.clause(id), choice]]
  })
  const rows = holders(pen).map(({ kind, name, calendar }) => [
    kind === 'team' ? phrase`${written(name)} (${party.team})` : written(name),
    calendar === 'always' ? pen.spoken.calendarText(pen.language.calendar.aroundTheClock) : pen.calendar(calendar),
  ])
  if (choices.length === 0 && rows.length === 0) return []
  const blocks: Block[] = choices.length === 0 ? [] : [...terms(choices), paragraph(words.chosenAtStart)]
  const isUsed = calendarsFollowed(pen).size > 0
  const unused = rows.length === 0 || isUsed ? [] : [paragraph(words.followedByNone, 'quiet')]
  const held = table(words.whoHasWhich, [party.name, words.calendar], rows)
  return [section('calendars-whose', words.whose, [...blocks, ...held, ...unused])]
}

/** Returns the calendars of teams and people that count for a clause, each with the clauses for which it does. */
export function calendarsFollowed(pen: Pen): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [id, clause] of Object.entries(pen.agreement.document.clauses)) {
    const follows = clause.kind === 'timed' ? clause.clockFollows : undefined
    if (follows === undefined || follows === 'lead') continue
    const named = holders(pen).filter(({ kind }) => kind === 'team' || follows === 'owner')
    for (const calendar of new Set(named.map((holder) => holder.calendar))) {
      found.set(calendar, [...(found.get(calendar) ?? []), id])
    }
  }
  return found
}

interface Holder {
  readonly kind: 'team' | 'person'
  readonly name: string
  readonly calendar: string
}

/** Teams and people that have a calendar, party by party. */
function holders({ agreement }: Pen): Holder[] {
  return Object.values(agreement.document.parties).flatMap(({ teams = {}, members = {} }) => {
    const of = (kind: Holder['kind'], named: Readonly<Record<string, Partial<Holder> & { readonly name: string }>>) =>
      Object.values(named).flatMap(({ name, calendar }): Holder[] => (calendar === undefined ? [] : [{ kind, name, calendar }]))
    return [...of('team', teams), ...of('person', members)]
  })
}
