import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, mondays } from '../arbitraries/agreement.ts'
import type { OracleCalendar } from './calendar-days.ts'
import { clockOracle } from './clock-oracle.ts'
import { alwaysOpen, minuteCalendar } from './minute-calendar.ts'

const minuteMs = 60_000

const question = fc.constantFrom(...mondays).chain((monday) =>
  fc.record({
    document: calendar(monday),
    from: fc.integer({ min: 0, max: 14 * 1_440 }).map((minutes) => Date.parse(monday) / minuteMs + minutes),
    length: fc.integer({ min: 0, max: 5_000 }),
    openMinutes: fc.integer({ min: 0, max: 1_200 }),
    days: fc.nat(4),
  }),
)

describe('the calendar that counts minutes', () => {
  it('answers as the oracle of the clock, which works otherwise', () => {
    fc.assert(
      fc.property(question, ({ document, from, length, openMinutes, days }) => {
        const minutes = minuteCalendar(document)
        const clock = clockOracle(document as unknown as OracleCalendar)
        expect(minutes.isOpen(from)).toBe(clock.isOpen(from * minuteMs))
        expect(minutes.between(from, from + length)).toBe(clock.between(from * minuteMs, (from + length) * minuteMs) / minuteMs)
        expect(minutes.after(from, openMinutes)).toBe(clock.after(from * minuteMs, openMinutes * minuteMs) / minuteMs)
        expect(minutes.nextOpen(from)).toBe(clock.nextOpen(from * minuteMs) / minuteMs)
        expect(minutes.addBusinessDays(from, days)).toBe(clock.addBusinessDays(from * minuteMs, days) / minuteMs)
      }),
      { numRuns: 200, seed: 20_260_407 },
    )
  })

  it('finds the end of a business day on the clock that never closes at midnight', () => {
    const noon = Date.parse('2026-03-28T11:00:00Z') / minuteMs
    expect(alwaysOpen('Europe/Berlin').endOfBusinessDay(noon, 0)).toBe(Date.parse('2026-03-28T23:00:00Z') / minuteMs)
    expect(alwaysOpen('Europe/Berlin').endOfBusinessDay(noon, 1)).toBe(Date.parse('2026-03-29T22:00:00Z') / minuteMs)
  })
})
