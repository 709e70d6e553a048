import { describe, expect, it } from 'vitest'
import type { HolidayDocument } from '../../../src/clock.ts'
import { dateOf } from '../../oracle/civil-dates.ts'
import { orthodoxEaster, westernEaster } from '../../oracle/holiday-oracle.ts'
import { at, both, everyDay, officeWeek, text, texts } from './both.ts'

const timeZone = 'Europe/Berlin'

describe.each(both)('%s on holidays by rule', (_name, clockOf) => {
  const clock = (...holidays: HolidayDocument[]) => clockOf({ timeZone, week: everyDay('09:00-17:00'), holidays })
  const datesOf = (rule: HolidayDocument, ...years: number[]) => {
    const asked = clock(rule)
    return years.flatMap((year) =>
      Array.from({ length: 366 }, (_, days) => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10)).filter(
        (date) => date.startsWith(String(year)) && asked.isHoliday(date),
      ),
    )
  }

  it('keeps a date of every year, written as a text or as a rule', () => {
    expect(datesOf('12-25', 2025, 2026)).toEqual(['2025-12-25', '2026-12-25'])
    expect(datesOf({ date: '12-25' }, 2025, 2026)).toEqual(['2025-12-25', '2026-12-25'])
    expect(clock('12-25').isBusinessDay('2026-12-25')).toBe(false)
    expect(text(clock('12-25').nextOpen(at('2026-12-25T12:00Z')))).toBe('2026-12-26T08:00:00Z')
  })

  it('has no 29 February in a common year', () => {
    expect(datesOf('02-29', 2024, 2025, 2026, 2027, 2028)).toEqual(['2024-02-29', '2028-02-29'])
  })

  it('finds the n-th weekday of a month, from its start and from its end', () => {
    expect(datesOf({ nth: 4, weekday: 'thu', month: 11 }, 2026, 2027)).toEqual(['2026-11-26', '2027-11-25'])
    expect(datesOf({ nth: -1, weekday: 'mon', month: 5 }, 2026, 2027)).toEqual(['2026-05-25', '2027-05-31'])
    expect(datesOf({ nth: 5, weekday: 'sun', month: 2 }, 2024, 2026, 2032)).toEqual(['2032-02-29'])
    expect(datesOf({ nth: -5, weekday: 'sun', month: 3 }, 2026, 2027)).toEqual(['2026-03-01'])
  })

  it('finds the weekday before and after a date, which is never that date', () => {
    expect(datesOf({ weekday: 'wed', before: '11-23' }, 2022, 2026)).toEqual(['2022-11-16', '2026-11-18'])
    expect(datesOf({ weekday: 'mon', before: '05-25' }, 2026)).toEqual(['2026-05-18'])
    expect(datesOf({ weekday: 'sat', after: '06-19' }, 2026, 2027)).toEqual(['2026-06-20', '2027-06-26'])
    expect(datesOf({ weekday: 'fri', before: '01-01' }, 2026)).toEqual(['2026-12-25'])
  })

  it('counts from Easter of either church', () => {
    expect(datesOf({ easter: -2 }, 2026, 2027)).toEqual(['2026-04-03', '2027-03-26'])
    expect(datesOf({ easter: 39 }, 2026)).toEqual(['2026-05-14'])
    expect(datesOf({ easter: 0, church: 'orthodox' }, 2024, 2025, 2026, 2027)).toEqual([
      ...['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02'],
    ])
  })

  it('moves a holiday of the weekend where it is observed on another day', () => {
    const newYear = (observed: 'weekendToMonday' | 'sundayToMonday' | 'nearestWeekday') => ({ date: '01-01', observed })
    // 1 January is a Sunday in 2023, a Saturday in 2028 and a Thursday in 2026.
    expect(datesOf(newYear('weekendToMonday'), 2023, 2026, 2028)).toEqual(['2023-01-02', '2026-01-01', '2028-01-03'])
    expect(datesOf(newYear('sundayToMonday'), 2023, 2028)).toEqual(['2023-01-02', '2028-01-01'])
    expect(datesOf(newYear('nearestWeekday'), 2023, 2027, 2028)).toEqual(['2023-01-02', '2027-01-01', '2027-12-31'])
  })

  it('adds days before it moves, and holds only where the kept date is valid', () => {
    expect(datesOf({ nth: 4, weekday: 'thu', month: 11, plus: 1 }, 2026)).toEqual(['2026-11-27'])
    // 4 July 2026 is a Saturday, the 3rd a Friday: nothing to move.
    expect(datesOf({ date: '07-04', plus: -1, observed: 'weekendToMonday' }, 2026)).toEqual(['2026-07-03'])
    // 19 June 2021 is a Saturday, kept on the 18th, the day before the rule is valid.
    const juneteenth = { date: '06-19', observed: 'nearestWeekday' as const, during: '2021-06-19/..' }
    expect(datesOf(juneteenth, 2020, 2021, 2022, 2026)).toEqual(['2022-06-20', '2026-06-19'])
  })

  it('reaches over the turn of the year, as far as the rule says', () => {
    expect(datesOf({ date: '12-31', plus: 2 }, 2026)).toEqual(['2026-01-02'])
    // 2026 has 365 days, so that 366 days after its eve of New Year is the first day of the year after the next.
    expect(datesOf({ date: '12-31', plus: 366 }, 2027)).toEqual(['2027-01-01'])
    expect(datesOf({ easter: 366, plus: 366 }, 2028)).toEqual(['2028-04-06'])
  })

  it('names the holiday, and has no name for one without', () => {
    const named = clock({ date: '12-25', name: 'Christmas' }, '12-26', { dates: [{ date: '2026-01-06', name: 'Epiphany' }] })
    expect(named.holidayName('2026-12-25')).toBe('Christmas')
    expect(named.holidayName(at('2026-12-25T12:00Z'))).toBe('Christmas')
    expect(named.holidayName('2026-12-26')).toBe(null)
    expect(named.isHoliday('2026-12-26')).toBe(true)
    expect(named.holidayName('2026-01-06')).toBe('Epiphany')
    expect(named.holidayName('2026-01-07')).toBe(null)
  })

  it('names the holiday of each of two calendars that differ in nothing else', () => {
    for (const name of ['Unity Day', 'Tag der Deutschen Einheit']) {
      expect(clock({ date: '10-03', name }).holidayName('2026-10-03')).toBe(name)
      expect(clock({ date: '2026-10-03', name }).holidayName('2026-10-03')).toBe(name)
    }
  })

  it('gives the entries of a list the name of the list, unless they have their own', () => {
    const list = clock({ name: 'Berlin', dates: ['2026-03-08', { date: '2026-05-01', name: 'Labour Day' }] })
    expect([list.holidayName('2026-03-08'), list.holidayName('2026-05-01')]).toEqual(['Berlin', 'Labour Day'])
  })

  it('clips a night shift at the midnight of a holiday by rule', () => {
    const nights = clockOf({ timeZone, week: everyDay('22:00-06:00'), holidays: ['12-25'] })
    expect(texts(nights.spans(at('2026-12-24T12:00Z'), at('2026-12-26T12:00Z')))).toEqual([
      ['2026-12-24T21:00:00Z', '2026-12-24T23:00:00Z'],
      ['2026-12-25T23:00:00Z', '2026-12-26T05:00:00Z'],
    ])
    expect(clockOf({ timeZone, week: officeWeek('09:00-17:00'), holidays: ['12-25'] }).isHoliday('2026-12-25')).toBe(true)
  })
})

describe('Easter of the oracle', () => {
  it('is that of the church calendars, the epacts 24 and 25 among them', () => {
    const western = { 1818: '1818-03-22', 1943: '1943-04-25', 1954: '1954-04-18', 1981: '1981-04-19', 2000: '2000-04-23' }
    for (const [year, date] of Object.entries({ ...western, 2038: '2038-04-25', 2049: '2049-04-18', 2285: '2285-03-22' })) {
      expect(dateOf(westernEaster(Number(year)))).toBe(date)
    }
    const orthodox = { 2016: '2016-05-01', 2021: '2021-05-02', 2024: '2024-05-05', 2025: '2025-04-20', 2026: '2026-04-12' }
    for (const [year, date] of Object.entries(orthodox)) expect(dateOf(orthodoxEaster(Number(year)))).toBe(date)
  })
})
