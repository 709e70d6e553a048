/** The civil dates of a zone that a span of instants touches. */
import type { Zone } from '../clock/zone.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'

const mostDays = 3_660

/** Returns the dates in order. **Edges** at most ten years of them: a longer closed span needs no list. */
export function civilDays(zone: Zone, from: number, to: number): string[] {
  const first = Math.floor(zone.localAt(from) / msOfDay)
  const last = Math.min(Math.floor(zone.localAt(to - 1) / msOfDay), first + mostDays)
  const dates: string[] = []
  for (let day = first; day <= last; day++) dates.push(printPlainDate(day))
  return dates
}
