import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  civilOf,
  dayOf,
  lengthOfMonth,
  msOfDay,
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

describe('every day of a cycle', () => {
  it('is the date that the runtime says, the last one of the cycle too', () => {
    for (let day = dayOf(1999, 12, 31); day <= dayOf(2000, 3, 1); day++) {
      const date = new Date(day * msOfDay)
      expect(civilOf(day)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
    }
    for (const year of [4, 400, 1600, 2000, 2400, 9600]) {
      expect(civilOf(dayOf(year, 2, 29))).toEqual({ year, month: 2, day: 29 })
      expect(civilOf(dayOf(year, 2, 29) + 1)).toEqual({ year, month: 3, day: 1 })
    }
  })

  it('is read from text alone, and told where it stands', () => {
    expect(readPlainDate(['2026-04-07'])).toBeNaN()
    expect(parsePlainDate('x')).toMatchObject({ ok: false, issues: [{ path: [] }] })
  })
})
