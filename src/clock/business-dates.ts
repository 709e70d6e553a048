/**
 * Business dates: the civil dates of a calendar on which a shift starts that is open for at least an instant, holidays
 * excepted. They are counted by date, not by time: the n-th business date after Friday is the same whatever the hour.
 */
import { issue, LeadSlaError } from '../errors.ts'
import { civilOf, cycleYears, dayOf } from '../time/plain-date.ts'
import type { Calendar } from './calendar.ts'
import { repeatsFrom, repeatsUntil } from './repetition.ts'

const lastYear = 9999

export class BusinessDates {
  private readonly years = new Map<number, Int32Array>()
  constructor(private readonly calendar: Calendar) {}

  /** Returns true when the date is a business date. */
  has(day: number): boolean {
    const dates = this.ofYear(civilOf(day).year)
    return dates[countUntil(dates, day) - 1] === day
  }

  /**
   * Returns the n-th business date after a date, or before it for a negative `n`; zero gives the date itself.
   *
   * **Units** day numbers. **Errors** throws `beyond-horizon` when there are not as many between the years 1 and 9999.
   */
  nth(day: number, n: number): number {
    if (n === 0) return day
    const direction = Math.sign(n)
    let year = civilOf(day).year
    let dates = this.ofYear(year)
    let left = Math.abs(n)
    let position = countUntil(dates, n > 0 ? day : day - 1)
    for (let quietYears = 0; left > (n > 0 ? dates.length - position : position); ) {
      left -= n > 0 ? dates.length - position : position
      year += direction
      dates = this.next(year, n, quietYears)
      quietYears = dates.length > 0 || !this.repeats(year, direction) ? 0 : quietYears + 1
      position = n > 0 ? 0 : dates.length
    }
    return dates[n > 0 ? position + left - 1 : position - left] as number
  }

  /** Returns the number of business dates d with `from < d ≤ to`, negative when `to` lies before `from`. */
  between(from: number, to: number): number {
    // Less than zero, and never the negative zero that a minus sign would make of none.
    if (to < from) return 0 - this.between(to, from)
    let count = 0
    for (let year = civilOf(from).year; year <= civilOf(to).year; year++) {
      const dates = this.ofYear(year)
      count += countUntil(dates, to) - countUntil(dates, from)
    }
    return count
  }

  /** Returns the dates of the next year; where a whole cycle had none, there are no more. */
  private next(year: number, n: number, quietYears: number): Int32Array {
    if (year >= 1 && year <= lastYear && quietYears < cycleYears) return this.ofYear(year)
    const expected = 'as many business days between the years 1 and 9999'
    throw new LeadSlaError([issue('beyond-horizon', [], { expected, got: n })])
  }

  /** Only what lies ahead says that nothing more will come. */
  private repeats(year: number, direction: number): boolean {
    return direction > 0 ? year >= repeatsFrom(this.calendar) : year <= repeatsUntil(this.calendar)
  }

  private ofYear(year: number): Int32Array {
    let dates = this.years.get(year)
    if (!dates) {
      assertKnown(this.calendar, year)
      const twin = this.calendar.twinOf(year)
      const byDays = dayOf(year, 1, 1) - dayOf(twin, 1, 1)
      dates = twin === year ? this.read(year) : this.ofYear(twin).map((day) => day + byDays)
      this.years.set(year, dates)
    }
    return dates
  }

  private read(year: number): Int32Array {
    const found: number[] = []
    for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day++) if (this.calendar.isBusinessDate(day)) found.push(day)
    return Int32Array.from(found)
  }
}

/** Throws `beyond-horizon` for a year whose holidays the calendar does not know. */
export function assertKnown({ years: [first, last] }: Calendar, year: number): void {
  if (year >= first && year <= last) return
  const expected = `a date between ${first} and ${last}, the years whose holidays the calendar knows`
  throw new LeadSlaError([issue('beyond-horizon', [], { expected, got: year })])
}

/** Returns how many of the sorted dates are on or before `day`. */
function countUntil(dates: Int32Array, day: number): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((dates[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low
}
