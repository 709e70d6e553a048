/** How far a timeline is laid down for an answer, and where it says that there is none. */

import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../src/clock/calendar.ts'
import { rowLength } from '../../../src/clock/open-rows.ts'
import { alwaysOpen, parseCalendar } from '../../../src/clock/parse-calendar.ts'
import { Timeline } from '../../../src/clock/timeline.ts'
import { businessClock } from '../../../src/clock.ts'
import { valueOf } from '../../../src/errors.ts'
import { firstInstant, lastInstant } from '../../../src/time/instant.ts'
import { civilOf, dayOf, msOfDay } from '../../../src/time/plain-date.ts'
import { asked } from './asked-calendar.ts'
import { at, everyDay, hourMs } from './both.ts'
import { refusal } from './refusal.ts'

const monthly = (day: number) => civilOf(day).day === 1
const june = (year: number) => Date.UTC(year, 5, 1)
const spansOfYear = (year: number): [number, number][] => [[dayOf(year, 1, 1) * msOfDay, dayOf(year + 1, 1, 1) * msOfDay]]

/** A calendar that is open throughout the years of which it knows; years are added as they are asked for. */
function open(parts: Partial<Calendar> = {}) {
  const years: number[] = []
  const { calendar } = asked({
    ...parts,
    openingsOfYear(year) {
      years.push(year)
      return spansOfYear(year)
    },
  })
  return { timeline: new Timeline(calendar), years }
}

describe('a timeline', () => {
  it('lays down a year once, and far years from the few that stand for them', () => {
    const { calendar, years } = asked({ days: monthly, twinOf: (year) => (year > 3000 ? 2105 + (year % 2) : year) })
    const timeline = new Timeline(calendar)
    for (const year of [2026, 2028, 2025, 2027]) timeline.rowAt(june(year))
    expect(years).toEqual([2026, 2027, 2028, 2025])
    const far = new Timeline(calendar)
    far.rowAt(june(4001))
    far.rowAt(june(4007))
    expect(years.slice(4)).toEqual([2106, 2105])
  })

  it('looks for the year of an instant only where none is laid down', () => {
    const timeline = new Timeline(asked({ days: monthly }).calendar)
    timeline.cover(june(2026))
    const covered: number[] = []
    const listening: Timeline = Object.create(timeline)
    listening.cover = (instant) => {
      covered.push(instant)
      timeline.cover(instant)
    }
    for (const instant of [Date.UTC(2026, 0, 1), june(2026), Date.UTC(2027, 0, 1) - 1]) listening.rowAt(instant)
    expect(covered).toEqual([])
    listening.rowAt(Date.UTC(2027, 0, 1))
    listening.rowAt(Date.UTC(2026, 0, 1) - 1)
    expect(covered).toEqual([Date.UTC(2027, 0, 1), Date.UTC(2026, 0, 1) - 1])
  })

  it('finds the civil year of its zone, which may have begun, or not begun, by the year of the instant', () => {
    for (const [timeZone, instant] of [
      ['America/New_York', '2026-01-01T02:00:00Z'],
      ['Asia/Tokyo', '2025-12-31T20:00:00Z'],
    ] as const) {
      const timeline = new Timeline(valueOf(parseCalendar(alwaysOpen(timeZone))))
      expect(timeline.rows[timeline.rowAt(Date.parse(instant))]).toBeLessThanOrEqual(Date.parse(instant))
      expect(timeline.coveredFrom).toBeLessThanOrEqual(Date.parse(instant))
      expect(timeline.coveredTo).toBeGreaterThan(Date.parse(instant))
    }
  })

  it('sums what was open before an instant', () => {
    const timeline = new Timeline(asked({ days: monthly }).calendar)
    const [may, juneFirst] = [Date.UTC(2026, 4, 1), june(2026)]
    expect(
      [may, may + hourMs / 2, may + hourMs, juneFirst, juneFirst + 1].map((instant) => timeline.sumAt(instant) / hourMs),
    ).toEqual([4, 4.5, 5, 5, 5 + 1 / hourMs])
    expect(timeline.forward(may + hourMs / 2, hourMs)).toBe(juneFirst + hourMs / 2)
    expect(timeline.backward(juneFirst + hourMs / 2, hourMs)).toBe(may + hourMs / 2)
    // Up to the last close that is laid down, without laying down more.
    expect(timeline.forward(may, 8 * hourMs)).toBe(Date.UTC(2026, 11, 1) + hourMs)
    expect(timeline.coveredTo).toBe(Date.UTC(2027, 0, 1))
  })

  it('measures to the end of what is known, and not beyond', () => {
    const { timeline } = open({ years: [2026, 2027] })
    const end = Date.UTC(2028, 0, 1)
    expect(timeline.sumAt(end) - timeline.sumAt(june(2027))).toBe(end - june(2027))
    expect(refusal(() => timeline.sumAt(end + 1)).code).toBe('beyond-horizon')
  })
})

describe('a span without end', () => {
  const closeOf = (from: number, parts: Partial<Calendar>) => {
    const { timeline, years } = open(parts)
    return { close: timeline.closeOf(timeline.rowAt(june(from))), last: Math.max(...years) }
  }

  it('is followed for a whole cycle of the calendar', () => {
    expect(closeOf(2026, {})).toEqual({ close: null, last: 2537 })
    // 1990 and 511 years are the whole cycle after 2101, to the year.
    expect(closeOf(1990, {})).toEqual({ close: null, last: 2501 })
  })

  it('is not followed beyond the dates of one time by a calendar that never closes', () => {
    const parts = { opensAllWeek: true }
    expect(closeOf(2026, parts)).toEqual({ close: null, last: 2026 })
    expect(closeOf(2026, { ...parts, datedYears: [2020, 2031] })).toEqual({ close: null, last: 2033 })
    expect(closeOf(2026, { ...parts, datedYears: [2020, 2032] })).toEqual({ close: null, last: 2041 })
    expect(closeOf(2026, { ...parts, datedYears: [2020, 2020] })).toEqual({ close: null, last: 2026 })
  })

  it('has no close that is known where the calendar is not known', () => {
    for (const opensAllWeek of [true, false]) {
      expect(refusal(() => closeOf(2026, { opensAllWeek, years: [2020, 2040] })).code).toBe('beyond-horizon')
    }
  })

  it('does not close with the last year that there is', () => {
    const once = (hours: string) => businessClock({ timeZone: 'UTC', week: {}, overrides: { '9999-12-31': [hours] } })
    expect(once('09:00-24:00').nextClose('9999-12-31T10:00:00Z')).toBeNull()
    expect(once('09:00-23:59:59').nextClose('9999-12-31T10:00:00Z')).toBe(lastInstant - 999)
    expect(once('09:00-24:00').after('9999-12-31T23:59:59Z', 999)).toBe(lastInstant)
    expect(refusal(() => once('09:00-24:00').after('9999-12-31T23:59:59Z', 1000)).code).toBe('beyond-horizon')
  })
})

describe('a span without beginning', () => {
  const openOf = (from: number, parts: Partial<Calendar>) => {
    const { timeline, years } = open(parts)
    return { open: timeline.openOf(timeline.rowAt(june(from))), first: Math.min(...years) }
  }

  it('is followed for a whole cycle of the calendar', () => {
    expect(openOf(2026, {})).toEqual({ open: firstInstant, first: 1003 })
    // 511 years before 1883 are the whole cycle before 1772, to the year.
    expect(openOf(1883, {})).toEqual({ open: firstInstant, first: 1372 })
    expect(openOf(1700, {})).toEqual({ open: firstInstant, first: 1189 })
    // There is no whole cycle before 300, and none is asked for.
    expect(openOf(300, {})).toEqual({ open: firstInstant, first: 0 })
  })

  it('is not followed beyond the dates of one time by a calendar that never closes', () => {
    const parts = { opensAllWeek: true }
    expect(openOf(2026, parts)).toEqual({ open: firstInstant, first: 2026 })
    expect(openOf(2026, { ...parts, datedYears: [2021, 2031] })).toEqual({ open: firstInstant, first: 2019 })
    expect(openOf(2026, { ...parts, datedYears: [2020, 2031] })).toEqual({ open: firstInstant, first: 2011 })
  })

  it('has no opening that is known where the calendar is not known', () => {
    for (const opensAllWeek of [true, false]) {
      expect(refusal(() => openOf(2026, { opensAllWeek, years: [2020, 2040] })).code).toBe('beyond-horizon')
    }
    const daily = businessClock({
      timeZone: 'UTC',
      week: everyDay('09:00-17:00'),
      holidays: [{ dates: [], years: [2020, 2040] }],
    })
    expect(daily.openings('2020-01-01T12:00:00Z', -1)).toEqual([[at('2020-01-01T09:00Z'), at('2020-01-01T12:00Z')]])
  })

  it('may begin with the first year that there is', () => {
    const daily = businessClock({ timeZone: 'UTC', week: everyDay('09:00-17:00') })
    expect(daily.before('0001-01-02T00:00:00Z', 8 * hourMs)).toBe(firstInstant + 9 * hourMs)
    expect(refusal(() => daily.before('0001-01-02T00:00:00Z', 8 * hourMs + 1)).code).toBe('beyond-horizon')
    const once = businessClock({ timeZone: 'UTC', week: {}, overrides: { '0001-01-01': ['00:00-09:00'] } })
    expect(once.openings('0001-01-01T12:00:00Z', -1)).toEqual([[firstInstant, firstInstant + 9 * hourMs]])
    expect(once.before('0001-01-01T12:00:00Z', 9 * hourMs)).toBe(firstInstant)
    expect(refusal(() => once.before('0001-01-01T12:00:00Z', 9 * hourMs + 1)).code).toBe('beyond-horizon')
  })
})

describe('a search', () => {
  it('for the span before an instant finds the one that starts before it', () => {
    const timeline = new Timeline(asked({ days: monthly }).calendar)
    const may = Date.UTC(2026, 4, 1)
    const startAt = (row: number) => timeline.rows[row]
    timeline.cover(may)
    expect(startAt(timeline.previousRow(may + 1))).toBe(may)
    expect(startAt(timeline.previousRow(may))).toBe(Date.UTC(2026, 3, 1))
    expect(timeline.coveredFrom).toBe(Date.UTC(2026, 0, 1))
    expect(startAt(timeline.previousRow(Date.UTC(2026, 0, 1)))).toBe(Date.UTC(2025, 11, 1))
    expect(timeline.coveredFrom).toBe(Date.UTC(2025, 0, 1))
    expect(timeline.closeBefore(may)).toBe(Date.UTC(2026, 3, 1) + hourMs)
  })

  it('goes back no further than to the first of what is known, and forward no further than to the last', () => {
    const { calendar, years } = asked({ days: (day) => day === 20_000, years: [2000, 2050] })
    const timeline = new Timeline(calendar)
    expect(refusal(() => timeline.previousRow(june(2010))).code).toBe('beyond-horizon')
    expect(Math.min(...years)).toBe(2000)
    expect(refusal(() => timeline.nextRow(june(2040))).code).toBe('beyond-horizon')
    expect(Math.max(...years)).toBe(2050)
    expect(timeline.nextRow(june(2010)) / rowLength).toBe(0)
  })

  it('ends after a whole cycle without an opening', () => {
    const forward = asked()
    expect(refusal(() => new Timeline(forward.calendar).nextRow(june(2026))).code).toBe('beyond-horizon')
    expect(Math.max(...forward.years)).toBe(2537)
    const backward = asked()
    expect(refusal(() => new Timeline(backward.calendar).previousRow(june(2026))).code).toBe('beyond-horizon')
    expect(Math.min(...backward.years)).toBe(1003)
  })

  it.each([
    ['nothing is open at all', 1990, undefined, 2501],
    ['something was open in 2300', 2300, 2300, 2811],
    ['something was open in 2300, and 2701 is laid down', 2446, 2300, 2701],
    ['something was open in 2300, and 2700 is laid down', 2445, 2300, 2956],
    ['something was open in the first year of all that repeats', 2101, 2101, 2612],
  ])('forward ends after a whole cycle where %s', (_title, from, opening, last) => {
    const { calendar, years } = asked({ days: (day) => day === (opening && dayOf(opening, 1, 1)) })
    const timeline = new Timeline(calendar)
    timeline.cover(june(from))
    if (opening) timeline.cover(june(opening))
    expect(refusal(() => timeline.nextRow(june(opening ?? from))).code).toBe('beyond-horizon')
    expect(Math.max(...years)).toBe(last)
  })

  it.each([
    ['nothing is open at all', 1883, undefined, 1372],
    ['something was open in 1700', 1700, 1700, 1189],
    ['something was open in 1700, and 1299 is laid down', 1554, 1700, 1299],
    ['something was open in 1700, and 1300 is laid down', 1555, 1700, 1044],
    ['something was open after all that repeats', 2026, 1900, 877],
  ])('backward ends after a whole cycle where %s', (_title, from, opening, first) => {
    const { calendar, years } = asked({ days: (day) => day === (opening && dayOf(opening, 12, 31)) })
    const timeline = new Timeline(calendar)
    timeline.cover(june(from))
    if (opening) timeline.cover(june(opening))
    expect(refusal(() => timeline.previousRow(june(opening ?? from))).code).toBe('beyond-horizon')
    expect(Math.min(...years)).toBe(first)
  })
})
