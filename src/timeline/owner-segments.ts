/** In whose hands a lead was while the clock ran. */
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { printInstant } from '../time/instant.ts'
import type { PeopleNames } from './people-names.ts'
import type { OwnerSegment } from './timeline-shape.ts'

/** Returns the segments, which tile the life of the clock; who had the lead for no time has none. */
export function segmentsOf(
  { startedAt, starter, hands }: ClockRecord,
  until: number,
  names: PeopleNames,
  usedUntil: (at: number) => number,
): OwnerSegment[] {
  const all = [starter, ...(hands ?? [])]
  const segments: OwnerSegment[] = []
  for (const [index, { at, owner, team }] of all.entries()) {
    const from = index === 0 ? startedAt : Math.max(startedAt, at)
    const to = Math.min(until, all[index + 1]?.at ?? until)
    if (from >= to) continue
    const usedMs = usedUntil(to) - usedUntil(from)
    const last = segments.at(-1)
    if (last && last.owner === owner && last.team === team)
      segments[segments.length - 1] = { ...last, to: printInstant(to), usedMs: last.usedMs + usedMs }
    else segments.push({ from: printInstant(from), to: printInstant(to), owner, team, name: names.hand({ owner, team }), usedMs })
  }
  return segments
}
