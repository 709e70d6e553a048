/** Named cases are asked of the library and of the oracle, so that each stands on two calculations. */

import { type AnyCalendarDocument, businessClock } from '../../../src/clock.ts'
import { type OracleCalendar, weekdays } from '../../oracle/calendar-days.ts'
import { type ClockOracle, clockOracle } from '../../oracle/clock-oracle.ts'

export type ClockOf = (calendar: AnyCalendarDocument) => ClockOracle

export const both: readonly (readonly [string, ClockOf])[] = [
  ['the clock', businessClock],
  ['the oracle', clockOracle],
]

export const hourMs = 3_600_000
export const minuteMs = 60_000

export const at = (text: string): number => {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw new RangeError(`no instant: ${text}`)
  return ms
}

/** Returns the instant as text, so that a failure can be read. */
export const text = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString().replace('.000Z', 'Z'))

export const texts = (spans: readonly (readonly [number, number])[]) => spans.map(([from, to]) => [text(from), text(to)])

export const everyDay = (...hours: string[]): OracleCalendar['week'] => Object.fromEntries(weekdays.map((day) => [day, hours]))

export const officeWeek = (...hours: string[]): OracleCalendar['week'] =>
  Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, hours]))
