/**
 * How much is read to answer a question, and how far a search goes: no answer tells, since a year that is read twice says the
 * same. Calendars that write down what they are asked do.
 */

import { describe, expect, it } from 'vitest'
import { BusinessDates } from '../../../src/clock/business-dates.ts'
import type { Calendar } from '../../../src/clock/calendar.ts'
import { Combination } from '../../../src/clock/combination.ts'
import { parseCalendar } from '../../../src/clock/parse-calendar.ts'
import { repeatsFrom, repeatsUntil } from '../../../src/clock/repetition.ts'
import { timeQuestions } from '../../../src/clock/time-questions.ts'
import { Timeline } from '../../../src/clock/timeline.ts'
import { parseZone, repeatsFromYear, repeatsUntilYear } from '../../../src/clock/zone.ts'
import { businessClock } from '../../../src/clock.ts'
import { valueOf } from '../../../src/errors.ts'
import { civilOf, dayOf } from '../../../src/time/plain-date.ts'
import { asked } from './asked-calendar.ts'
import { at, everyDay, hourMs, officeWeek } from './both.ts'
import { refusal } from './refusal.ts'

const zone = (name: string) => valueOf(parseZone(name))
const utc = zone('UTC')
const monthly = (day: number) => civilOf(day).day === 1

describe('business dates', () => {
  it('are read once a year', () => {
    const { calendar, days } = asked({ days: monthly })
    const dates = new BusinessDates(calendar)
    expect(dates.between(dayOf(2026, 1, 1), dayOf(2027, 12, 31))).toBe(23)
    expect(days).toHaveLength(730)
    expect(dates.nth(dayOf(2026, 3, 5), 2)).toBe(dayOf(2026, 5, 1))
    expect(dates.nth(dayOf(2027, 3, 5), -4)).toBe(dayOf(2026, 12, 1))
    expect(days).toHaveLength(730)
  })

  it('of a far year are those of its twin, moved', () => {
    const { calendar, yearsOfDays } = asked({ days: monthly, twinOf: (year) => (year === 5026 ? 2026 : year) })
    expect(new BusinessDates(calendar).nth(dayOf(5026, 1, 15), 2)).toBe(dayOf(5026, 3, 1))
    expect(yearsOfDays()).toEqual([2026])
  })

  it('are the date itself when none is added, whether it is one or not', () => {
    const { calendar } = asked({ days: monthly })
    for (const day of [dayOf(2026, 3, 1), dayOf(2026, 3, 2)]) expect(new BusinessDates(calendar).nth(day, 0)).toBe(day)
  })

  it.each([
    ['forward', 1, 2026, repeatsFromYear + 399],
    ['forward from where all repeats', 1, repeatsFromYear + 10, repeatsFromYear + 10 + 400],
    ['backward', -1, 2026, repeatsUntilYear - 399],
    ['forward at the end of all years', 1, 9990, 9999],
    ['backward at their start', -1, 5, 1],
  ])('are searched %s for one cycle of the calendar and not a year longer', (_title, n, from, until) => {
    const { calendar, yearsOfDays } = asked()
    expect(refusal(() => new BusinessDates(calendar).nth(dayOf(from, 6, 1), n)).code).toBe('beyond-horizon')
    expect(yearsOfDays().at(-1)).toBe(until)
  })

  it.each([
    ['forward', 1, 2026, 2600],
    ['backward', -1, 2026, 1300],
  ])('are not searched %s in vain while dates of one time lie ahead', (_title, n, from, found) => {
    const once = (day: number) => day === dayOf(found, 6, 1)
    const { calendar } = asked({ days: once, datedYears: [found, found] })
    const dates = new BusinessDates(calendar)
    expect(dates.nth(dayOf(from, 6, 1), n)).toBe(dayOf(found, 6, 1))
    expect(refusal(() => dates.nth(dayOf(from, 6, 1), 2 * n)).code).toBe('beyond-horizon')
  })

  it('of a year with some start the count of years without any anew', () => {
    const rare = (day: number) => [dayOf(2300, 1, 1), dayOf(2650, 1, 1)].includes(day)
    const { calendar } = asked({ days: rare })
    expect(new BusinessDates(calendar).nth(dayOf(2200, 1, 1), 2)).toBe(dayOf(2650, 1, 1))
  })
})

describe('a calendar made of others', () => {
  const combined = (combiner: 'union' | 'intersection' | 'difference', ...parts: Partial<Calendar>[]) =>
    new Combination(
      utc,
      combiner,
      parts.map((part) => asked(part).calendar),
    )

  it('says which it is made of, and of how many', () => {
    expect(combined('difference', { content: '["a"]' }, { content: '["b"]' }).content).toBe('["difference","UTC",["a"],["b"]]')
    expect(combined('union', { weight: 3 }, { weight: 4 }).weight).toBe(7)
  })

  it('never closes when it is a union with one that never closes', () => {
    const [closes, never] = [{ opensAllWeek: false }, { opensAllWeek: true }]
    expect(combined('union', closes, never).opensAllWeek).toBe(true)
    expect(combined('union', closes, closes).opensAllWeek).toBe(false)
    expect(combined('intersection', never, never).opensAllWeek).toBe(false)
    expect(combined('difference', never, closes).opensAllWeek).toBe(false)
  })

  it('holds dates of one time a year around those of its members, whose dates may be others of its own', () => {
    expect(combined('union', { datedYears: [2020, 2022] }, {}, { datedYears: [2018, 2021] }).datedYears).toEqual([2017, 2023])
    expect(combined('union', {}, {}).datedYears).toBeNull()
  })

  it('is like its twin where all its members are', () => {
    const far = { twinOf: () => 2106 }
    expect(combined('union', far, far).twinOf(5001)).toBe(5001)
    const alike = { twinOf: (year: number) => combined('union').twinOf(year) }
    expect(combined('union', alike, alike).twinOf(5001)).toBe(alike.twinOf(5001))
    expect(alike.twinOf(5001)).not.toBe(5001)
    expect(combined('union', alike, {}).twinOf(5001)).toBe(5001)
    expect(combined('union', {}, alike).twinOf(5001)).toBe(5001)
  })

  it('asks its members for a year once, and for those in another zone for the two that share it', () => {
    const [here, there] = [asked({ days: monthly }), asked({ days: monthly, zone: zone('Asia/Tokyo') })]
    const combination = new Combination(utc, 'union', [here.calendar, there.calendar])
    combination.openingsOfYear(2026)
    expect(here.years).toEqual([2026, 2027])
    expect(there.years).toEqual([2026, 2027])
    combination.openingsOfYear(2027)
    expect(here.years).toEqual([2026, 2027, 2028])
    expect(there.years).toEqual([2026, 2027, 2028])
  })

  it('keeps four years of its members, and all those that stand for far ones', () => {
    const twins = asked({ days: monthly, twinOf: (year) => (year > 3000 ? 2105 + (year % 2) : year) })
    const combination = new Combination(utc, 'union', [twins.calendar, twins.calendar])
    for (const year of [2026, 2027, 2028]) combination.openingsOfYear(year)
    expect(twins.years).toEqual([2026, 2027, 2026, 2027, 2028, 2028, 2029, 2029])
    combination.openingsOfYear(2027)
    expect(twins.years).toHaveLength(8)
    combination.openingsOfYear(2029)
    expect(twins.years.slice(8)).toEqual([2030, 2030])
    combination.openingsOfYear(2026)
    expect(twins.years.slice(10)).toEqual([2026, 2027, 2026, 2027])
    for (const year of [4001, 4003, 4005, 4007]) combination.openingsOfYear(year)
    expect(twins.years.slice(14)).toEqual([2106, 2105, 2106, 2105])
  })
})

describe('a clock', () => {
  const hours = (minute: number) => `09:${String(minute % 60).padStart(2, '0')}-${10 + Math.floor(minute / 60)}:00`
  const calendar = (minute: number) => ({ timeZone: 'UTC', week: { mon: [hours(minute)] } })

  it('is shared by calendars of equal content, until 256 others were asked for', () => {
    const first = businessClock(calendar(0))
    for (let minute = 1; minute < 256; minute++) businessClock(calendar(minute))
    expect(businessClock(calendar(0))).toBe(first)
    businessClock(calendar(256))
    expect(businessClock(calendar(1))).toBe(businessClock(calendar(1)))
    expect(businessClock(calendar(0))).not.toBe(first)
  })

  it('ends a business day that ends with the last known year', () => {
    const known = businessClock({
      timeZone: 'UTC',
      week: everyDay('00:00-24:00'),
      holidays: [{ dates: [], years: [2025, 2027] }],
    })
    expect(known.endOfBusinessDay(at('2027-12-31T12:00Z'), 0)).toBe(known.horizon[1])
  })

  it('adds no business days that lead beyond the last instant', () => {
    const york = businessClock({ timeZone: 'America/New_York', week: officeWeek('09:00-17:00') })
    const error = refusal(() => york.addBusinessDays('9999-12-29T22:00:00-05:00', 2))
    expect(error.issues).toMatchObject([{ code: 'beyond-horizon', expected: 'an answer between the years 1 and 9999', got: 2 }])
  })
})

describe('a question with numbers', () => {
  const laid = new Timeline(valueOf(parseCalendar({ timeZone: 'UTC', week: officeWeek('09:00-17:00') })))
  const [friday, monday] = [at('2026-04-10T16:00Z'), at('2026-04-13T10:00Z')]

  /** The timeline, which keeps what it is asked the long way. */
  function listening() {
    laid.cover(friday)
    const asked: string[] = []
    const timeline: Timeline = Object.create(laid)
    const heard = (name: string, answer: number): number => {
      asked.push(name)
      return answer
    }
    timeline.forward = (from, openMs) => heard('forward', laid.forward(from, openMs))
    timeline.sumAt = (instant) => heard('sumAt', laid.sumAt(instant))
    timeline.rowAt = (instant) => heard('rowAt', laid.rowAt(instant))
    return { asked, time: timeQuestions(timeline) }
  }

  it('of years that are laid down takes the short way', () => {
    const { asked, time } = listening()
    expect(time.after(friday, 2 * hourMs)).toBe(monday)
    expect(time.between(friday, monday)).toBe(2 * hourMs)
    expect([time.isOpen(friday), time.isOpen(friday + hourMs)]).toEqual([true, false])
    expect(asked).toEqual([])
  })

  it('takes the long way for years that are not, and for what is no number', () => {
    const { asked, time } = listening()
    expect(time.after(new Date(friday), 2 * hourMs)).toBe(monday)
    expect(time.after('2026-04-10T16:00:00Z', 2 * hourMs)).toBe(monday)
    expect(time.isOpen('2026-04-10T16:00:00Z')).toBe(true)
    expect(time.between(new Date(friday), '2026-04-13T10:00:00Z')).toBe(2 * hourMs)
    expect(asked).toContain('forward')
    expect(time.after(friday, 2 * hourMs, 'nextOpen')).toBe(monday)
    expect(time.after(friday, hourMs, 'nextOpen')).toBe(at('2026-04-13T09:00Z'))
    expect(time.after(friday, hourMs, 'close')).toBe(at('2026-04-10T17:00Z'))
  })
})

describe('a calendar with dates of one time', () => {
  it('repeats itself from the second year after the last of them, and until the second before the first', () => {
    const between = (first: number, last: number) => ({ ...asked().calendar, datedYears: [first, last] as const })
    expect([repeatsFrom(between(2200, 2300)), repeatsUntil(between(1700, 2300))]).toEqual([2302, 1698])
    expect([repeatsFrom(between(2020, 2030)), repeatsUntil(between(2020, 2030))]).toEqual([repeatsFromYear, repeatsUntilYear])
    expect([repeatsFrom(asked().calendar), repeatsUntil(asked().calendar)]).toEqual([repeatsFromYear, repeatsUntilYear])
  })
})
