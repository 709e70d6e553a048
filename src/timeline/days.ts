/** The civil dates that a picture shows, and the instants at which the zone's clocks are changed. */
import type { Zone } from '../clock/zone.ts'
import { printInstant } from '../time/instant.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import type { Timeline } from './timeline-shape.ts'

/** Of more dates the axis shows months or years, which it finds by itself. */
const mostDays = 1000
/** A zone changes its clocks twice a year, and more of them than this nobody can tell apart. */
const mostChanges = 20

/** Returns both; a list that would be too long is empty. */
export function daysOf(zone: Zone, from: number, to: number): Pick<Timeline, 'days' | 'changes'> {
  const first = Math.floor(zone.localAt(from) / msOfDay)
  const last = Math.floor(zone.localAt(to) / msOfDay)
  if (last - first >= mostDays) return { days: [], changes: [] }
  const days = Array.from({ length: last - first + 1 }, (_, index) => ({
    date: printPlainDate(first + index),
    from: printInstant(zone.instantOfLocal((first + index) * msOfDay)),
  }))
  const changes = zone.transitions(from, to).map(({ at, offsetMs }) => ({
    at: printInstant(at),
    byMs: offsetMs - zone.offsetAt(at - 1),
  }))
  return { days, changes: changes.length > mostChanges ? [] : changes.filter(({ byMs }) => byMs !== 0) }
}
