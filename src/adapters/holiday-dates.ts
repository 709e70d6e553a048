/** The dates of a list of holidays as they are collected: each once, within some years, with the names that fall on it. */
import type { HolidayListDocument } from '../clock/calendar-document.ts'
import type { Years } from '../clock/holidays.ts'
import { dayOf, printPlainDate } from '../time/plain-date.ts'

export class HolidayDates {
  /** **Units** day numbers. */
  readonly first: number
  readonly last: number
  readonly #names = new Map<number, string[]>()

  constructor([firstYear, lastYear]: Years) {
    this.first = dayOf(firstYear, 1, 1)
    this.last = dayOf(lastYear, 12, 31)
  }

  /** Adds so many days from a date on, those outside the years left out. Returns how many it added. **Units** day numbers. */
  add(from: number, days: number, name: string): number {
    const begin = Math.max(from, this.first)
    const end = Math.min(from + days - 1, this.last)
    for (let day = begin; day <= end; day++) {
      const names = this.#names.get(day)
      if (!names) this.#names.set(day, name === '' ? [] : [name])
      else if (name !== '' && !names.includes(name)) names.push(name)
    }
    return Math.max(end - begin + 1, 0)
  }

  /** Returns the dates in their order; two names on one date are joined as `Labour Day / Ascension`. */
  list(): NonNullable<HolidayListDocument['dates']> {
    return [...this.#names]
      .sort(([a], [b]) => a - b)
      .map(([day, names]) => {
        const date = printPlainDate(day)
        return names.length === 0 ? date : { date, name: names.join(' / ') }
      })
  }
}
