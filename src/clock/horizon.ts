/** The horizon of a calendar: the instants for which everything is known that its answers depend on. */
import { firstInstant, lastInstant } from '../time/instant.ts'
import { yearAt } from '../time/plain-date.ts'
import type { Calendar } from './calendar.ts'
import type { Years } from './holidays.ts'
import { yearStartIn, type Zone } from './zone.ts'

/** Returns the instants between which a calendar is known, `[from, to)`. **Units** epoch milliseconds. */
export function horizonOf({ zone, years: [first, last] }: Pick<Calendar, 'zone' | 'years'>): readonly [from: number, to: number] {
  const from = Number.isFinite(first) ? Math.max(yearStartIn(zone, first), firstInstant) : firstInstant
  return [from, Number.isFinite(last) ? Math.min(yearStartIn(zone, last + 1), lastInstant + 1) : lastInstant + 1]
}

/** Returns the civil years of a zone that lie within the horizons of all calendars. */
export function yearsWithin(zone: Zone, calendars: readonly Calendar[]): Years {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const calendar of calendars) {
    const [from, to] = horizonOf(calendar)
    if (Number.isFinite(calendar.years[0])) {
      const year = yearAt(zone.localAt(from))
      first = Math.max(first, yearStartIn(zone, year) >= from ? year : year + 1)
    }
    if (Number.isFinite(calendar.years[1])) {
      const year = yearAt(zone.localAt(to))
      last = Math.min(last, yearStartIn(zone, year + 1) <= to ? year : year - 1)
    }
  }
  return [first, last]
}
