import { describe, expect, it } from 'vitest'
import type { CalendarDocument } from '../../../src/clock.ts'
import { at, both, everyDay, hourMs, officeWeek, text } from './both.ts'

const timeZone = 'Europe/Berlin'
const office = { timeZone, week: officeWeek('09:00-17:00') }

describe.each(both)('%s on ranges, dates of every year and seasons', (_name, clockOf) => {
  const openOn = (calendar: CalendarDocument, date: string) => {
    const [day] = clockOf(calendar)
      .byDate(at(`${date}T12:00Z`) - 24 * hourMs, at(`${date}T12:00Z`) + 24 * hourMs)
      .slice(1, 2)
    expect(day?.date).toBe(date)
    return (day?.openMs ?? 0) / hourMs
  }

  it('closes on each date of a range, both ends included', () => {
    const calendar = { ...office, overrides: { '2026-12-24/2027-01-04': [] } }
    expect(['2026-12-23', '2026-12-24', '2027-01-01', '2027-01-04', '2027-01-05'].map((date) => openOn(calendar, date))).toEqual([
      ...[8, 0, 0, 0, 8],
    ])
    expect(text(clockOf(calendar).after(at('2026-12-23T15:00:00Z'), 2 * hourMs))).toBe('2027-01-05T09:00:00Z')
  })

  it('closes on the same dates of every year, over the turn of it and on 29 February', () => {
    const calendar = { ...office, closures: { '12-30/01-02': ['00:00-24:00'], '02-29': ['12:00-24:00'] } }
    expect(['2025-12-30', '2026-01-02', '2026-12-31', '2027-12-30', '2028-12-29'].map((date) => openOn(calendar, date))).toEqual([
      ...[0, 0, 0, 0, 8],
    ])
    expect([openOn(calendar, '2028-02-29'), openOn(calendar, '2028-03-01'), openOn(calendar, '2027-03-01')]).toEqual([3, 8, 8])
  })

  it('takes the narrowest override: the date, then the range, then what comes every year', () => {
    const overrides = {
      '12-24': ['09:00-10:00'],
      '2026-12-21/2026-12-31': ['09:00-11:00'],
      '2026-12-24': ['09:00-12:00'],
    }
    for (const entries of [Object.entries(overrides), Object.entries(overrides).toReversed()]) {
      const calendar = { ...office, overrides: Object.fromEntries(entries) }
      const dates = ['2025-12-24', '2026-12-23', '2026-12-24', '2027-12-24']
      expect(dates.map((date) => openOn(calendar, date))).toEqual([1, 2, 3, 1])
    }
  })

  it('applies all closures of a date, however they are written', () => {
    const closures = { '12-24': ['09:00-10:00'], '2026-12-21/2026-12-31': ['11:00-12:00'], '2026-12-24': ['13:00-14:00'] }
    expect(['2026-12-23', '2026-12-24', '2027-12-24'].map((date) => openOn({ ...office, closures }, date))).toEqual([7, 5, 7])
  })

  it('keeps the hours of the first season that holds on a date', () => {
    const seasons = [
      { during: '2026-07-01/2026-07-31', week: officeWeek('10:00-11:00') },
      { during: '06-01/08-31', week: officeWeek('08:00-14:00') },
      { during: '2030-01-01/..', week: everyDay('00:00-24:00') },
    ]
    const dates = ['2026-05-29', '2026-06-01', '2026-07-01', '2026-07-31', '2026-08-31', '2026-09-01', '2027-07-01', '2030-09-01']
    expect(dates.map((date) => openOn({ ...office, seasons }, date))).toEqual([8, 6, 1, 1, 6, 8, 6, 24])
  })

  it('lets a season of winter hold over the turn of the year, up to 28 February and not on the leap day', () => {
    const seasons = [{ during: '11-01/02-28', week: officeWeek('10:00-11:00') }]
    const dates = ['2027-10-29', '2027-11-01', '2027-12-31', '2028-01-03', '2028-02-28', '2028-02-29']
    expect(dates.map((date) => openOn({ ...office, seasons }, date))).toEqual([8, 1, 1, 1, 1, 8])
  })

  it('lets the night shift of the last date of a season run into the week after it', () => {
    const nights = { timeZone, week: {}, seasons: [{ during: '../2026-06-30', week: everyDay('22:00-06:00') }] }
    expect(text(clockOf(nights).nextClose(at('2026-06-30T21:00Z')))).toBe('2026-07-01T04:00:00Z')
    expect(clockOf(nights).isBusinessDay('2026-07-01')).toBe(false)
  })

  it('counts windows to the second', () => {
    const calendar = { timeZone, week: everyDay('08:59:30-09:00:15') }
    expect(clockOf(calendar).between(at('2026-04-13T00:00Z'), at('2026-04-14T00:00Z'))).toBe(45_000)
  })
})
