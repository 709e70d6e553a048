/**
 * A plain date is a civil date without a zone. Inside the library it is a day number: whole days since 1970-01-01 in the
 * proleptic Gregorian calendar, so that dates compare and add as numbers.
 */
import { type IssuePath, issue, type Parsed } from '../errors.ts'

/** Milliseconds of a civil day on a clock without zones. */
export const msOfDay = 86_400_000

const firstDay = dayOf(1, 1, 1)
const lastDay = dayOf(9999, 12, 31)

/** After so many years the Gregorian calendar repeats, weekdays and all. */
export const cycleYears = 400

/** Monday first, as ISO 8601 counts: the keys of a calendar's `week`. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/**
 * Returns the day number of a civil date.
 *
 * **Units** days since 1970-01-01. **Source** the days-from-civil arithmetic of eras of 400 years.
 *
 * @example
 * dayOf(2026, 4, 7) //=> 20550
 */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Returns the civil date of a day number: the inverse of `dayOf`. */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Returns the year of an instant or of a local time. **Units** milliseconds since 1970 on a clock without zones. */
export function yearAt(ms: number): number {
  return civilOf(Math.floor(ms / msOfDay)).year
}

/** Returns the number of days of a month (1 to 12). */
export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Returns the weekday of a day number, 0 for Monday to 6 for Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7
}

const plainDate = /^(\d{4})-(\d\d)-(\d\d)$/

/** Returns the day number of `2026-04-07`, or `NaN` where the text is no date that exists: the total twin of `parsePlainDate`. */
export function readPlainDate(value: unknown): number {
  const match = typeof value === 'string' ? plainDate.exec(value) : null
  if (!match) return Number.NaN
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return Number.NaN
  return dayOf(year, month, day)
}

/**
 * Returns the day number of a date such as `2026-04-07`.
 *
 * **Errors** `invalid-date` for another shape and for dates that do not exist.
 *
 * @example
 * parsePlainDate('2026-02-30').ok //=> false
 */
export function parsePlainDate(value: unknown, path: IssuePath = []): Parsed<number> {
  const dayNumber = readPlainDate(value)
  if (dayNumber === dayNumber) return { ok: true, value: dayNumber }
  return { ok: false, issues: [issue('invalid-date', path, { expected: 'a date that exists, as YYYY-MM-DD', got: value })] }
}

/** Returns a day number as `2026-04-07`. **Edges** clamped to the years 1 to 9999. */
export function printPlainDate(dayNumber: number): string {
  const { year, month, day } = civilOf(Math.min(Math.max(dayNumber, firstDay), lastDay))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
