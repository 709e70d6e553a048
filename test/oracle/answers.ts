/** One list of questions for the clock and the oracle. */

import type { BusinessClock, LeadSlaError } from '../../src/clock.ts'
import type { Scenario } from '../arbitraries/calendar.ts'
import { type ClockOracle, clockOracle, OracleRefusal } from './clock-oracle.ts'
import { BeyondTables } from './zone-oracle.ts'

export type AnyClock = BusinessClock | ClockOracle
export type Question = readonly [name: string, ask: (clock: AnyClock) => unknown]

/** Returns what there is to ask of a scenario, each question with its call as it would be written. */
export function questionsOf(drawn: Scenario): Question[] {
  const { at, to, third, openMs, moreMs, days, date, roll, boundary } = drawn
  const count = findable(drawn)
  const closes = !looksEndless(drawn)
  const [from, until] = [Math.min(at, to), Math.max(at, to)]
  return [
    [`isOpen(${at})`, (clock) => clock.isOpen(at)],
    [`isOpen(${third})`, (clock) => clock.isOpen(third)],
    [`between(${at}, ${to})`, (clock) => clock.between(at, to)],
    [`between(${third}, ${at})`, (clock) => clock.between(third, at)],
    [`spans(${from}, ${until})`, (clock) => clock.spans(from, until)],
    [`after(${at}, ${openMs})`, (clock) => clock.after(at, openMs)],
    [`after(${third}, ${moreMs}, '${boundary}')`, (clock) => clock.after(third, moreMs, boundary)],
    [`after(${third}, ${-moreMs})`, (clock) => clock.after(third, -moreMs)],
    [`before(${to}, ${openMs})`, (clock) => clock.before(to, openMs)],
    [`nextOpen(${at})`, (clock) => clock.nextOpen(at)],
    [`nextOpen(${third})`, (clock) => clock.nextOpen(third)],
    [`nextClose(${to})`, (clock) => closes && clock.nextClose(to)],
    [`nextClose(${at})`, (clock) => closes && clock.nextClose(at)],
    [`openings(${at}, ${count})`, (clock) => clock.openings(at, count)],
    [`openings(${third}, ${-count})`, (clock) => clock.openings(third, -count)],
    [`byDate(${from}, ${until})`, (clock) => clock.byDate(from, until)],
    [`addBusinessDays(${at}, ${days}, '${roll}')`, (clock) => clock.addBusinessDays(at, days, roll)],
    [`addBusinessDays(${third}, ${-days})`, (clock) => clock.addBusinessDays(third, -days)],
    [`addBusinessDays(${to}, 0, '${roll}')`, (clock) => clock.addBusinessDays(to, 0, roll)],
    [`endOfBusinessDay(${at}, ${days})`, (clock) => clock.endOfBusinessDay(at, days)],
    [`endOfBusinessDay(${third}, 0)`, (clock) => clock.endOfBusinessDay(third, 0)],
    [`isHoliday(${third})`, (clock) => clock.isHoliday(third)],
    [`isHoliday('${date}')`, (clock) => clock.isHoliday(date)],
    [`holidayName(${at})`, (clock) => clock.holidayName(at)],
    [`holidayName('${date}')`, (clock) => clock.holidayName(date)],
    [`isBusinessDay('${date}')`, (clock) => clock.isBusinessDay(date)],
    [`isBusinessDay(${at})`, (clock) => clock.isBusinessDay(at)],
    [`businessDaysBetween(${at}, '${date}')`, (clock) => clock.businessDaysBetween(at, date)],
    [`businessDaysBetween('${date}', ${to})`, (clock) => clock.businessDaysBetween(date, to)],
  ]
}

/** Asking for openings after the last one is answered beyond the horizon, by a search so long that one test of it is enough. */
function findable(drawn: Scenario): number {
  if (looksEndless(drawn)) return 0
  const { calendar, at, third, count } = drawn
  const oracle = clockOracle(calendar)
  const found = [() => oracle.openings(at, count), () => oracle.openings(third, -count)].map(answerOf)
  if (found.includes(unknown)) return 0
  return found.includes('beyond-horizon') ? Math.sign(count) : count
}

const longMs = 20 * 86_400_000

/**
 * True for a combined calendar that is open for weeks: whether it ever closes takes both sides centuries to find out, and the
 * oracle does not know the zones of ancient times. A calendar of one week that never closes says so at once.
 */
function looksEndless({ calendar, at, to, third }: Scenario): boolean {
  if ('week' in calendar) return false
  const oracle = clockOracle(calendar)
  return [at, to, third].some((one) => [one - longMs, one].some((from) => oracle.between(from, from + longMs) === longMs))
}

/** What is beyond the tables of the oracle. */
export const unknown = 'unknown to the oracle'

/** Returns what the call gives as text, or the code of its refusal; any other failure goes on. */
export function answerOf(call: () => unknown): string {
  try {
    const answer = call()
    return Object.is(answer, -0) ? '-0' : JSON.stringify(answer)
  } catch (error) {
    if (error instanceof BeyondTables) return unknown
    // By its name, because a library that was loaded twice has two classes of it.
    const isRefusal = error instanceof OracleRefusal || (error instanceof Error && error.name === 'LeadSlaError')
    const code = isRefusal ? (error as LeadSlaError).code : null
    if (code === null) throw error
    return code
  }
}

/** Returns all that the clock answers to a scenario, asked in the order drawn, by call. */
export function answersOf(clock: AnyClock, drawn: Scenario): Record<string, string> {
  const questions = questionsOf(drawn)
  const answers = new Map<number, string>()
  const answered = (index: number) => {
    const answer = answers.get(index) ?? answerOf(() => questions[index]?.[1](clock))
    answers.set(index, answer)
    return answer
  }
  for (const rank of drawn.order) answered(rank % questions.length)
  return Object.fromEntries(questions.map(([name], index) => [name, answered(index)]))
}

const [knownFromMs, knownToMs] = [Date.UTC(1940, 0, 1), Date.UTC(2083, 0, 1)]

/** Returns true for equal answers, and where the oracle has given up and knows the edges of the other answer all the same. */
export function agrees(got: string, expected: string, drawn: Scenario): boolean {
  return got === expected || (gaveUp.test(expected) && hasThoseEdges(got, expected, drawn))
}

/** What the oracle says when it has looked for some decades and found no change. */
const gaveUp = /^null$|beyond-horizon|253402300799999|-62135596800000/

/** A later edge than the oracle cares to walk to can still be asked of it: whether it opens or closes right there. */
function hasThoseEdges(got: string, expected: string, { calendar }: Scenario): boolean {
  const oracle = clockOracle(calendar)
  const others = (got.match(/-?\d{9,}/g) ?? []).filter((edge) => !expected.includes(edge))
  const edges = others.map(Number).filter((edge) => edge > knownFromMs && edge < knownToMs)
  return edges.length > 0 && edges.every((edge) => oracle.isOpen(edge - 1) !== oracle.isOpen(edge))
}

/** Returns the answers of the clock and of the oracle to a scenario, as far as the oracle knows any. */
export function bothAnswers(
  clock: AnyClock,
  drawn: Scenario,
): readonly [got: Record<string, string>, expected: Record<string, string>] {
  const got = answersOf(clock, drawn)
  const expected = Object.entries(answersOf(clockOracle(drawn.calendar), drawn)).map(([name, answer]): [string, string] => {
    const own = got[name] ?? ''
    return [name, answer === unknown || agrees(own, answer, drawn) ? own : answer]
  })
  return [got, Object.fromEntries(expected)]
}
