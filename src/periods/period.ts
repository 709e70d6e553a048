/**
 * A period is a civil week, month, quarter or year in a zone: from the first instant of its first day to the first instant
 * of the next period, so that the periods of one length tile time whatever the zone's clocks do. [P1]
 */
import type { PeriodLength } from '../agreement/clause-document.ts'
import type { Zone } from '../clock/zone.ts'
import { firstInstant, lastInstant } from '../time/instant.ts'
import { civilOf, dayOf, msOfDay } from '../time/plain-date.ts'

/** The periods of one length in a zone, each known by its number; the next one has the next number. */
export class Periods {
  private readonly starts = new Map<number, number>()
  /** The period that was asked for last: one event concerns several clauses. **Units** epoch milliseconds. */
  private latest = { number: 0, from: 0, to: 0 }

  constructor(
    private readonly zone: Zone,
    private readonly length: PeriodLength | 'day',
  ) {}

  /** Returns the number of the period that holds an instant. */
  numberAt(at: number): number {
    if (at >= this.latest.from && at < this.latest.to) return this.latest.number
    const read = numberOfDay(this.length, Math.floor(this.zone.localAt(at) / msOfDay))
    // Where clocks go back over midnight they read the old date again, though the new period has begun.
    const number = at >= this.from(read + 1) ? read + 1 : read
    this.latest = { number, from: this.from(number), to: this.from(number + 1) }
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
    switch (this.length) {
      case 'week':
        return number * 7 - 3
      case 'month':
        return dayOf(Math.floor(number / 12), (number % 12) + 1, 1)
      case 'quarter':
        return dayOf(Math.floor(number / 4), (number % 4) * 3 + 1, 1)
      case 'year':
        return dayOf(number, 1, 1)
      case 'day':
        return number
    }
  }

  /** Returns `2026-04`, `2026-Q2`, `2026-W15` or `2026`. **Source** ISO 8601: a week is of the year that holds its Thursday. */
  name(number: number): string {
    switch (this.length) {
      case 'month':
        return `${yearText(Math.floor(number / 12))}-${twoDigits((number % 12) + 1)}`
      case 'quarter':
        return `${yearText(Math.floor(number / 4))}-Q${(number % 4) + 1}`
      case 'year':
        return yearText(number)
      default: {
        const thursday = this.firstDay(number) + 3
        const { year } = civilOf(thursday)
        return `${yearText(year)}-W${twoDigits(Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1)}`
      }
    }
  }
}

function numberOfDay(length: PeriodLength | 'day', day: number): number {
  if (length === 'day') return day
  // Day 0 is a Thursday, so weeks are counted from the Monday before it.
  if (length === 'week') return Math.floor((day + 3) / 7)
  const { year, month } = civilOf(day)
  if (length === 'month') return year * 12 + month - 1
  return length === 'quarter' ? year * 4 + Math.floor((month - 1) / 3) : year
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
const yearText = (year: number): string => String(year).padStart(4, '0')
