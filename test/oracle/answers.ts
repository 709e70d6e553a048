/** One list of questions for the clock and the oracle. */

import type { BusinessClock } from '../../src/clock.ts'
import type { Scenario } from '../arbitraries/calendar.ts'
import type { ClockOracle } from './clock-oracle.ts'

/** Returns all that the clock answers to a scenario, asked in the order drawn, listed by name. */
export function answersOf(clock: BusinessClock | ClockOracle, { at, to, third, openMs, days, date, order }: Scenario): unknown {
  const questions = [
    () => [clock.isOpen(at), clock.isOpen(to), clock.isOpen(third)],
    () => [clock.between(at, to), clock.between(third, at)],
    () => clock.spans(Math.min(at, to), Math.max(at, to)),
    () => [clock.after(at, openMs), clock.after(third, openMs)],
    () => [clock.before(at, openMs), clock.before(to, openMs)],
    () => [clock.nextOpen(to), clock.nextOpen(third)],
    () => [clock.nextClose(third), clock.nextClose(at)],
    () => [clock.addBusinessDays(at, days), clock.addBusinessDays(third, -days)],
    () => [clock.isHoliday(at), clock.isHoliday(date)],
    () => [clock.isBusinessDay(at), clock.isBusinessDay(date)],
    () => [clock.businessDaysBetween(at, date), clock.businessDaysBetween(date, to)],
  ]
  const answers: unknown[] = []
  for (const rank of order) {
    const index = rank % questions.length
    answers[index] ??= questions[index]?.()
  }
  return questions.map((question, index) => answers[index] ?? question())
}
