/** A worked deadline as a sentence, with the reason that the ledger of its clock gives. */
import type { Target } from '../../agreement/target.ts'
import type { TimedClause } from '../../agreement/timed-clause.ts'
import { explain } from '../../explanation/explain.ts'
import type { ExplainedSpan } from '../../explanation/explanation.ts'
import { printInstant, readInstant } from '../../time/instant.ts'
import { msOfDay, printPlainDate } from '../../time/plain-date.ts'
import { clauseAsCounted } from '../clocked.ts'
import { pathInWords } from '../condition-in-words.ts'
import { timeOfDay } from '../figures.ts'
import type { Pen } from '../pen.ts'
import { joined, type Phrase, spaced, written } from '../text/phrase.ts'
import { eventsInWords } from '../trigger-in-words.ts'
import { aloneWith } from './alone.ts'
import type { StartedExample } from './deadline-example.ts'

/** More days than these are counted and not listed. */
const mostDays = 4

/** Returns `If a lead is assigned on Friday … at 16:30, this is due on Tuesday … at 12:30, because …`. */
export function exampleInWords(example: StartedExample, pen: Pen): Phrase {
  const { time, example: words } = pen.words
  const clause = clauseAsCounted(pen.agreement, example.clause, example.calendar)
  const target = clause?.goals[example.goal]?.target
  if (!clause || !target) return words.none
  const { zone } = clause.clock
  const [startedAt, dueAt] = [readInstant(example.startedAt), readInstant(example.dueAt)]
  const on = (at: number) => time.on(pen.figures.moment(zone, at))
  const reason = joined(reasonsOf({ example, clause, target, startedAt, dueAt }, pen), '; ')
  return words.due(startInWords(example, pen), on(startedAt), on(dueAt), reason)
}

/** Returns where the times of day of an example are those, and which calendar counts in it where that is chosen. */
export function placeInWords({ clause: id, calendar }: StartedExample, pen: Pen): Phrase {
  const { example: words, clock: clocks } = pen.words
  const clause = clauseAsCounted(pen.agreement, id, calendar)
  const zone = words.zone(written(clause?.clock.zone.name ?? ''))
  if (calendar === null || !clause || clause.calendar === 'always') return zone
  return spaced(zone, clocks.here(pen.calendar(clause.calendar)))
}

function startInWords({ start }: StartedExample, pen: Pen): Phrase {
  const { trigger: words } = pen.words
  switch (start.kind) {
    case 'on':
      return eventsInWords([start.type], pen)
    case 'enters':
      return words.enters('a', pen.states([start.state]))
    case 'leaves':
      return words.leaves('a', pen.states([start.state]))
    case 'becomes':
      return words.becomes('a', null)
  }
}

interface Case {
  readonly example: StartedExample
  readonly clause: TimedClause
  readonly target: Target
  readonly startedAt: number
  readonly dueAt: number
}

function reasonsOf(one: Case, pen: Pen): Phrase[] {
  const { example: words } = pen.words
  switch (one.target.kind) {
    case 'duration':
      return one.clause.calendar === 'always' ? [words.always] : countedReasons(one, pen)
    case 'businessDays':
      return businessDayReasons(one, one.target.days, pen)
    case 'endOfBusinessDay': {
      const { zone } = one.clause.clock
      // A close at midnight is that of the day before.
      const moment = zone.localAt(one.dueAt) - 1
      const day = pen.words.time.weekday(pen.figures.day(Math.floor(moment / msOfDay)))
      const time = timeOfDay((((moment % msOfDay) + msOfDay) % msOfDay) + 1)
      const { days } = one.target
      return [words.closes(day, time, pen.figures.number(days), days)]
    }
    case 'dueFrom':
      return [words.named(pathInWords(one.target.fact, `$.${one.target.keys.join('.')}`, pen))]
  }
}

function countedReasons({ example, clause, startedAt, dueAt }: Case, pen: Pen): Phrase[] {
  const { example: words } = pen.words
  const spans = ledgerOfExample({ example, clause, startedAt, dueAt }, pen)
  const byDay = openTimes(spans, clause)
  const reasons: Phrase[] = [words.counts(countedDays(byDay, pen))]
  const last = spans.at(-1)
  const rolled = last !== undefined && !last.counts
  reasons.push(...closedReasons(clause, { from: startedAt, to: dueAt }, new Set(byDay.keys()), pen))
  if (rolled) reasons.push(words.atNextOpening)
  return reasons
}

/** Which spans counted until the clock was due. The clock of a cadence is never paused, and so its open time is all of it. */
function ledgerOfExample({ example, clause, startedAt, dueAt }: Omit<Case, 'target'>, pen: Pen): readonly CountedSpan[] {
  if (pen.agreement.clauses.has(example.clause)) {
    return explain(aloneWith(pen.agreement, example.clause), example.events, { asOf: dueAt, key: example.key }).spans
  }
  const open = clause.clock
    .spans(startedAt, dueAt)
    .map(([from, to]) => ({ from: printInstant(from), to: printInstant(to), counts: true }))
  const end = open.at(-1)?.to ?? printInstant(startedAt)
  return readInstant(end) < dueAt ? [...open, { from: end, to: printInstant(dueAt), counts: false }] : open
}

type CountedSpan = Pick<ExplainedSpan, 'from' | 'to' | 'counts'>

/** Open time of one civil date: the stretches, as local times of day. */
type DayTimes = [from: number, to: number][]

/** Returns the time that counted, by date in the zone of the calendar. */
function openTimes(spans: readonly CountedSpan[], { clock }: TimedClause): Map<number, { ms: number; times: DayTimes }> {
  const byDay = new Map<number, { ms: number; times: DayTimes }>()
  for (const span of spans) {
    if (!span.counts) continue
    const end = readInstant(span.to)
    for (let at = readInstant(span.from); at < end; ) {
      const local = clock.zone.localAt(at)
      const day = Math.floor(local / msOfDay)
      const next = Math.min(end, clock.zone.instantOfLocal((day + 1) * msOfDay))
      const entry = byDay.get(day) ?? { ms: 0, times: [] }
      byDay.set(day, entry)
      entry.ms += next - at
      // What ends a millisecond before midnight's next reading still ends on this day.
      entry.times.push([local - day * msOfDay, clock.zone.localAt(next - 1) + 1 - day * msOfDay])
      at = next
    }
  }
  return byDay
}

function countedDays(byDay: ReadonlyMap<number, { readonly ms: number; readonly times: DayTimes }>, pen: Pen): Phrase {
  const { example: words, time } = pen.words
  const { figures } = pen
  const days = [...byDay]
  const one = ([day, { ms, times }]: (typeof days)[number]) => {
    const hours = times.map(([from, to]) => time.hours(timeOfDay(from), timeOfDay(to)))
    return words.countsOn(figures.amount(ms), figures.day(day), figures.list(hours))
  }
  if (days.length <= mostDays) return figures.list(days.map(one))
  const middle = days.slice(2, -1)
  const sum = middle.reduce((total, [, { ms }]) => total + ms, 0)
  const more = words.moreDays(figures.amount(sum), figures.number(middle.length), middle.length)
  return figures.list([...days.slice(0, 2).map(one), more, ...days.slice(-1).map(one)])
}

/** Returns why the days between did not count: the holidays by their names, and the others. */
function closedReasons(
  { clock }: TimedClause,
  { from, to }: { readonly from: number; readonly to: number },
  counted: ReadonlySet<number>,
  pen: Pen,
): Phrase[] {
  const { example: words } = pen.words
  const closed: number[] = []
  const holidays: Phrase[] = []
  const last = Math.floor(clock.zone.localAt(to) / msOfDay)
  for (let day = Math.floor(clock.zone.localAt(from) / msOfDay); day <= last; day++) {
    if (counted.has(day)) continue
    const date = printPlainDate(day)
    if (clock.isHoliday(date)) {
      const name = clock.holidayName(date)
      holidays.push(words.holidayOn(pen.figures.day(day), name === null ? null : written(name)))
    } else if (!clock.isBusinessDay(date)) closed.push(day)
  }
  const days = closed.map((day) => words.closedOn(pen.figures.day(day)))
  const named = holidays.slice(0, mostDays)
  return [
    ...(days.length === 0
      ? []
      : days.length > mostDays
        ? [words.closedDays(pen.figures.number(days.length))]
        : [words.closed(pen.figures.list(days), days.length)]),
    ...(named.length === 0 ? [] : [words.holidays(pen.figures.list(named), named.length)]),
  ]
}

function businessDayReasons({ clause, startedAt, dueAt }: Case, days: number, pen: Pen): Phrase[] {
  const { example: words, time } = pen.words
  const { clock } = clause
  const { zone } = clock
  const found: number[] = []
  const first = Math.floor(zone.localAt(startedAt) / msOfDay)
  const last = Math.floor(zone.localAt(dueAt) / msOfDay)
  for (let day = first + 1; day <= last && found.length < days; day++)
    if (clock.isBusinessDay(printPlainDate(day))) found.push(day)
  const name = (day: number) => time.weekday(pen.figures.day(day))
  const nth = found.at(-1) ?? last
  const reasons: Phrase[] =
    days <= mostDays
      ? [words.businessDays(pen.figures.list(found.map(name)), found.length)]
      : [words.nthBusinessDay(name(nth), pen.figures.number(days))]
  reasons.push(...closedReasons(clause, { from: startedAt, to: dueAt }, new Set([first, ...found]), pen))
  const timeOf = (at: number) => zone.localAt(at) - Math.floor(zone.localAt(at) / msOfDay) * msOfDay
  if (timeOf(startedAt) !== timeOf(dueAt)) reasons.push(words.rolled)
  return reasons
}
