/**
 * Stretches of dates as people write them, both ends included: one date (`2026-12-24`), a range (`2026-12-24/2027-01-02`),
 * an open one (`2026-09-01/..`), and the same of every year (`12-24`, `11-01/02-28`). **Source** the notation of ISO 8601.
 */
import { type IssuePath, issue, type Parsed } from '../errors.ts'
import { civilOf, lengthOfMonth, readPlainDate } from '../time/plain-date.ts'

/** Dates of one time. **Units** day numbers, both included; infinite where the text says `..`. */
export interface DateRange {
  readonly every: 'once'
  readonly first: number
  readonly last: number
}

/** Dates of every year. **Units** month × 100 + day, both included; `first > last` runs over the turn of the year. */
export interface YearlyRange {
  readonly every: 'year'
  readonly first: number
  readonly last: number
}

/** A year that has every date that some year has. */
export const leapYear = 2000
const monthDay = /^(\d\d)-(\d\d)$/

/** Returns the month and day of `12-24` as 1224, or `NaN` where no year has such a date. */
export function readMonthDay(value: unknown): number {
  const match = typeof value === 'string' ? monthDay.exec(value) : null
  if (!match) return Number.NaN
  const month = Number(match[1])
  const day = Number(match[2])
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(leapYear, month)) return Number.NaN
  return month * 100 + day
}

/** Returns the month and day of a date, as `readMonthDay` does. */
export function monthDayOf(dayNumber: number): number {
  const { month, day } = civilOf(dayNumber)
  return month * 100 + day
}

/**
 * Returns the stretch of dates that a text names.
 *
 * **Edges** both ends are included; `..` leaves an end open; a yearly range may run over the turn of the year.
 * **Errors** `invalid-date` for another shape and dates that do not exist, `invalid-date-range` for a range that ends before
 * it starts.
 *
 * @example
 * parseDateRange('2026-12-24/2027-01-02') //=> { ok: true, value: { every: 'once', first: 20811, last: 20820 } }
 */
export function parseDateRange(value: unknown, path: IssuePath = []): Parsed<DateRange | YearlyRange> {
  const ends = typeof value === 'string' ? value.split('/') : []
  const [from, to = from] = ends
  if (ends.length === 1 || ends.length === 2) {
    const yearly: YearlyRange = { every: 'year', first: readMonthDay(from), last: readMonthDay(to) }
    if (yearly.first === yearly.first && yearly.last === yearly.last) return { ok: true, value: yearly }
    const first = from === '..' ? Number.NEGATIVE_INFINITY : readPlainDate(from)
    const last = to === '..' ? Number.POSITIVE_INFINITY : readPlainDate(to)
    if (first <= last) return { ok: true, value: { every: 'once', first, last } }
    if (first > last) {
      const expected = 'a range of dates that ends on or after the date it starts on'
      return { ok: false, issues: [issue('invalid-date-range', path, { expected, got: value })] }
    }
  }
  const expected = 'a date that exists, as YYYY-MM-DD or MM-DD, or a range of two such as 2026-12-24/2027-01-02'
  return { ok: false, issues: [issue('invalid-date', path, { expected, got: value })] }
}

/** Returns true when a stretch of dates holds the date. **Units** a day number. */
export function holdsDate({ every, first, last }: DateRange | YearlyRange, dayNumber: number): boolean {
  if (every === 'once') return first <= dayNumber && dayNumber <= last
  const date = monthDayOf(dayNumber)
  return first <= last ? first <= date && date <= last : date >= first || date <= last
}
