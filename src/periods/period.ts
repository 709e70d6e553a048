/**
 * A period is a civil week, month, quarter or year in a zone, or a month, quarter or year of a fiscal year: from the first
 * instant of its first day to the first instant of the next period, so that the periods of one length tile time whatever the
 * zone's clocks do. [P1]
 */

import type { PeriodLength } from '../agreement/clause-document.ts'
import type { FiscalYear } from '../agreement/fiscal-year.ts'
import type { Zone } from '../clock/zone.ts'
import { firstInstant, lastInstant } from '../time/instant.ts'
import { civilOf, dayOf, msOfDay } from '../time/plain-date.ts'

/** How many months the periods of each length have. */
const monthsOf = { month: 1, quarter: 3, year: 12, fiscalMonth: 1, fiscalQuarter: 3, fiscalYear: 12 } as const
/** So many days are remembered: eleven years of them. */
const mostDays = 4096
const civilYear: FiscalYear = { month: 1, day: 1, namedAfter: 0 }

/** The periods of one length in a zone, each known by its number; the next one has the next number. */
export class Periods {
  private readonly starts = new Map<number, number>()
  /** The period that was asked for last: one event concerns several clauses. **Units** epoch milliseconds. */
  private latest = { number: 0, from: 0, to: 0 }
  /** By day of UTC, for days that lie in one period as a whole: nearly all instants are found here, and ask no zone. */
  private readonly byDay = new Map<number, number>()
  private readonly isFiscal: boolean
  /** The year that the months of a period are counted in. */
  private readonly year: FiscalYear
  private readonly months: number

  constructor(
    private readonly zone: Zone,
    private readonly length: PeriodLength | 'day',
    fiscalYear: FiscalYear | null = null,
  ) {
    this.isFiscal = length.startsWith('fiscal')
    this.year = this.isFiscal && fiscalYear ? fiscalYear : civilYear
    this.months = length === 'day' || length === 'week' ? 0 : monthsOf[length]
  }

  /** Returns whether others are the same periods. */
  isLike(others: Periods): boolean {
    const { month, day, namedAfter } = this.year
    const { year } = others
    const isSameYear = year.month === month && year.day === day && year.namedAfter === namedAfter
    return this.length === others.length && this.zone.name === others.zone.name && isSameYear
  }

  /** Returns the number of the period that holds an instant. */
  numberAt(at: number): number {
    if (at >= this.latest.from && at < this.latest.to) return this.latest.number
    const day = Math.floor(at / msOfDay)
    const known = this.byDay.get(day)
    if (known !== undefined) return known
    const read = this.numberOfDay(Math.floor(this.zone.localAt(at) / msOfDay))
    // Where clocks go back over midnight they read the old date again, though the new period has begun.
    const number = at >= this.from(read + 1) ? read + 1 : read
    const [from, to] = [this.from(number), this.from(number + 1)]
    this.latest = { number, from, to }
    if (from <= day * msOfDay && to >= (day + 1) * msOfDay && this.byDay.size < mostDays) this.byDay.set(day, number)
    return number
  }

  /** Returns the first instant of a period. **Edges** never outside the years 1 to 9999. */
  from(number: number): number {
    let at = this.starts.get(number)
    if (at === undefined) {
      const local = this.firstDay(number) * msOfDay
      const isKnown = local > firstInstant && local < lastInstant
      at = isKnown ? Math.min(this.zone.instantOfLocal(local), lastInstant) : local < lastInstant ? firstInstant : lastInstant
      this.starts.set(number, at)
    }
    return at
  }

  /** Returns the day number of the first day of a period. */
  firstDay(number: number): number {
    if (this.length === 'day') return number
    if (this.length === 'week') return number * 7 - 3
    const month = number * this.months + this.year.month - 1
    return dayOf(Math.floor(month / 12), modulo(month, 12) + 1, this.year.day)
  }

  /**
   * Returns `2026-04`, `2026-Q2`, `2026-W15` or `2026`; of a fiscal year `FY2026-M04`, `FY2026-Q2` or `FY2026`.
   * **Source** ISO 8601: a week is of the year that holds its Thursday.
   */
  name(number: number): string {
    if (this.months === 0) {
      const thursday = this.firstDay(number) + 3
      const { year } = civilOf(thursday)
      return `${yearText(year)}-W${twoDigits(Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1)}`
    }
    const perYear = 12 / this.months
    const year = `${this.isFiscal ? 'FY' : ''}${yearText(Math.floor(number / perYear) + this.year.namedAfter)}`
    const part = modulo(number, perYear) + 1
    if (this.months === 12) return year
    if (this.months === 3) return `${year}-Q${part}`
    // The fourth month of a fiscal year is no April.
    return this.isFiscal ? `${year}-M${twoDigits(part)}` : `${year}-${twoDigits(part)}`
  }

  private numberOfDay(day: number): number {
    if (this.length === 'day') return day
    // Day 0 is a Thursday, so weeks are counted from the Monday before it.
    if (this.length === 'week') return Math.floor((day + 3) / 7)
    const civil = civilOf(day)
    const month = civil.year * 12 + civil.month - (civil.day < this.year.day ? 1 : 0) - this.year.month
    return Math.floor(month / this.months)
  }
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const yearText = (year: number): string => String(year).padStart(4, '0')
