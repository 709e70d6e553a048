/** Civil dates on temporal-polyfill: as texts, as counts of days since 1970-01-01, and by weekday. */

import { Temporal } from 'temporal-polyfill'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export interface CivilDay {
  /** Such as `2026-04-07`. */
  readonly date: string
  readonly year: number
  readonly weekday: Weekday
}

const firstDate = Temporal.PlainDate.from('1970-01-01')
const numbers = new Map<string, number>()
const days = new Map<number, CivilDay>()
const mostRemembered = 200_000

/** Returns a civil date as a count of days since 1970-01-01. */
export function dayOf(date: string): number {
  let number = numbers.get(date)
  if (number === undefined) {
    number = firstDate.until(date).days
    if (numbers.size > mostRemembered) numbers.clear()
    numbers.set(date, number)
  }
  return number
}

/** Returns the civil date of a count of days since 1970-01-01. */
export function dateOf(number: number): string {
  return civilDay(number).date
}

/** Returns what the calendar on the wall says of a count of days. */
export function civilDay(number: number): CivilDay {
  let day = days.get(number)
  if (day === undefined) {
    const plain = firstDate.add({ days: number })
    day = { date: plain.toString(), year: plain.year, weekday: weekdays[plain.dayOfWeek - 1] as Weekday }
    if (days.size > mostRemembered) days.clear()
    days.set(number, day)
  }
  return day
}

/** Returns the count of days of `12-24` in a year; `undefined` for 29 February of a common one. */
export function dayInYear(year: number, monthDay: string): number | undefined {
  if (monthDay === '02-29' && !new Temporal.PlainDate(year, 1, 1).inLeapYear) return undefined
  return dayOf(`${yearText(year)}-${monthDay}`)
}

/** Returns the counts of days of a month, in order. */
export function daysOfMonth(year: number, month: number): number[] {
  const first = new Temporal.PlainDate(year, month, 1)
  return Array.from({ length: first.daysInMonth }, (_, days) => dayOf(first.toString()) + days)
}

/** The text of a year as Temporal reads it, which takes a sign and six digits outside 0 to 9999. */
function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0')
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
}
