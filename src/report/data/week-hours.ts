/** The 168 hours of a week in a zone: into which of them an instant falls, and how much of each a clock is open. */
import type { BusinessClock } from '../../clock/business-clock.ts'
import type { Zone } from '../../clock/zone.ts'
import { msOfDay, weekdayOf } from '../../time/plain-date.ts'

export const hoursOfWeek = 168
const msOfHour = 3_600_000

/** Returns the hour of the week in which an instant falls, 0 for Monday from midnight, as the zone's clock reads. */
export function weekHourOf(zone: Zone, at: number): number {
  const local = zone.localAt(at)
  const day = Math.floor(local / msOfDay)
  return weekdayOf(day) * 24 + Math.floor((local - day * msOfDay) / msOfHour)
}

/**
 * Returns how much of each hour of the week was open over a time; `null` for an hour that does not come.
 *
 * **Edges** an hour that the zone skips is none, and one that it repeats counts twice; where the clock's holidays are not
 * known, it is not asked.
 */
export function openShares(zone: Zone, clock: BusinessClock, from: number, to: number): (number | null)[] {
  const wholeMs = new Float64Array(hoursOfWeek)
  const openMs = new Float64Array(hoursOfWeek)
  const start = Math.max(from, clock.horizon[0])
  const end = Math.min(to, clock.horizon[1])
  if (start >= end) return Array.from(wholeMs, () => null)
  const edges = [...zone.transitions(start, end).map(({ at }) => at), end]
  let edge = 0
  for (let at = start; at < end; ) {
    while ((edges[edge] as number) <= at) edge += 1
    const local = zone.localAt(at)
    const next = Math.min(at + msOfHour - (local - Math.floor(local / msOfHour) * msOfHour), edges[edge] as number)
    const cell = weekHourOf(zone, at)
    wholeMs[cell] = (wholeMs[cell] as number) + next - at
    openMs[cell] = (openMs[cell] as number) + clock.between(at, next)
    at = next
  }
  return Array.from(wholeMs, (whole, cell) => (whole === 0 ? null : (openMs[cell] as number) / whole))
}
