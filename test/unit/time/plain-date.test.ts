import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  civilOf,
  dayOf,
  lengthOfMonth,
  parsePlainDate,
  printPlainDate,
  readPlainDate,
  weekdayOf,
} from '../../../src/time/plain-date.ts'

const epoch = Temporal.PlainDate.from('1970-01-01')
const day = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) })

describe('a plain date', () => {
  it('is what Temporal makes of the same number of days', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = epoch.add({ days: number })
        expect(civilOf(number)).toEqual({ year: date.year, month: date.month, day: date.day })
        expect(dayOf(date.year, date.month, date.day)).toBe(number)
        expect(weekdayOf(number)).toBe(date.dayOfWeek - 1)
        expect(lengthOfMonth(date.year, date.month)).toBe(date.daysInMonth)
        expect(printPlainDate(number)).toBe(date.toString())
        expect(readPlainDate(date.toString())).toBe(number)
      }),
    )
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-13-01',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '',
    ' 2026-01-01',
  ])('%j is none', (text) => {
    const parsed = parsePlainDate(text, ['from'])
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ code: 'invalid-date', path: ['from'], got: text }])
  })

  it.each(['2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(parsePlainDate(text).ok).toBe(true)
  })
})
