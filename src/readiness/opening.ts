/** When anybody is at work by the agreement: the hours of all its calendars together. */
import type { Agreement } from '../agreement/agreement.ts'
import type { BusinessClock } from '../clock/business-clock.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import { msOfDay, weekdayOf } from '../time/plain-date.ts'
import { clocked } from './clocked.ts'
import { asked } from './usual-day.ts'

export class Opening {
  readonly zone: Zone
  private readonly clocks: readonly BusinessClock[]

  constructor(agreement: Agreement) {
    this.zone = zoneOf(agreement.document.timeZone)
    const paced = [...agreement.periodClauses.values()].flatMap((clause) => ('clock' in clause ? [clause] : []))
    const all = [...clocked(agreement).map(({ clause }) => clause), ...paced]
    const named = new Map(all.filter(({ calendar }) => calendar !== 'always').map(({ calendar, clock }) => [calendar, clock]))
    this.clocks = [...named.values()]
  }

  /** False where no calendar is named, so that nobody knows when anybody is at work. */
  get isKnown(): boolean {
    return this.clocks.length > 0
  }

  isOpen(at: number): boolean {
    return this.clocks.some((clock) => asked(() => clock.isOpen(at)) ?? false)
  }

  /** Returns true for a date on which a calendar opens, or for a weekday where there is none. */
  isWorkday(day: number): boolean {
    if (!this.isKnown) return weekdayOf(day) < 5
    const from = this.zone.instantOfLocal(day * msOfDay)
    const to = this.zone.instantOfLocal((day + 1) * msOfDay)
    return this.clocks.some((clock) => (asked(() => clock.between(from, to)) ?? 0) > 0)
  }

  dayOf(at: number): number {
    return Math.floor(this.zone.localAt(at) / msOfDay)
  }
}
