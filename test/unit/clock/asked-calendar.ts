/** A calendar that keeps what it was asked: whoever asks for a year twice, or for more than is needed, is found out. */

import type { Calendar } from '../../../src/clock/calendar.ts'
import { parseZone } from '../../../src/clock/zone.ts'
import { valueOf } from '../../../src/errors.ts'
import { civilOf, dayOf } from '../../../src/time/plain-date.ts'
import { hourMs } from './both.ts'

const utc = valueOf(parseZone('UTC'))

/** Returns a calendar that is open in the first hour of each of its days, and keeps what it was asked. */
export function asked(parts: Partial<Calendar> & { readonly days?: (day: number) => boolean } = {}) {
  const years: number[] = []
  const days: number[] = []
  const isOn = parts.days ?? (() => false)
  const own = parts.zone ?? utc
  const calendar: Calendar = {
    zone: own,
    content: '"asked"',
    years: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    datedYears: null,
    weight: 1,
    opensAllWeek: false,
    openingsOf: (day) =>
      isOn(day) ? [[own.instantOfLocal(day * 24 * hourMs), own.instantOfLocal(day * 24 * hourMs + hourMs)]] : [],
    openingsOfYear(year) {
      years.push(year)
      const found: [number, number][] = []
      for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++)
        found.push(...(calendar.openingsOf(day) as [number, number][]))
      return found
    },
    twinOf: (year) => year,
    isBusinessDate(day) {
      days.push(day)
      return isOn(day)
    },
    holidayOf: () => undefined,
    ...parts,
  }
  return { calendar, years, yearsOfDays: () => [...new Set(days.map((day) => civilOf(day).year))], days }
}
