/**
 * What the clock on the wall of a zone reads, found the slow way on temporal-polyfill: every change of the zone's offset is
 * asked of the zone itself, and the edge of a window is found by trying candidates. Shares no code with `src`.
 */

import { Temporal } from 'temporal-polyfill'

/** A stretch of time with one offset. */
export interface Stretch {
  readonly fromMs: number
  readonly offsetMs: number
}

export interface ZoneOracle {
  readonly timeZone: string
  /** Where the offset changes, 1967 to 2054. */
  readonly transitions: readonly number[]
  /** The reading of the wall clock at the instant, as if it were UTC. */
  reading(atMs: number): number
  /** [T8]: the first instant at which the wall clock reads `wallMs` or later. */
  edge(wallMs: number): number
}

export const dayMs = 86_400_000
const firstMs = Date.UTC(1967, 0, 1)
const lastMs = Date.UTC(2054, 0, 1)
const known = new Map<string, ZoneOracle>()

/** Returns the zone's readings; asked once, then remembered. */
export function zoneOracle(timeZone: string): ZoneOracle {
  const found = known.get(timeZone) ?? readZone(timeZone)
  known.set(timeZone, found)
  return found
}

function readZone(timeZone: string): ZoneOracle {
  const stretches = stretchesOf(timeZone)

  /** The number of the stretch that holds the instant: the last one that begins at or before it. */
  function numberAt(atMs: number): number {
    let [low, high] = [0, stretches.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((stretches[middle] as Stretch).fromMs <= atMs) low = middle
      else high = middle - 1
    }
    return low
  }

  function reading(atMs: number): number {
    if (atMs < firstMs || atMs >= lastMs) throw new RangeError(`the oracle knows 1967 to 2053, not ${atMs}`)
    return atMs + (stretches[numberAt(atMs)] as Stretch).offsetMs
  }

  /** The clock first reads so late either at a transition or where some offset of these days makes it read just that. */
  function edge(wallMs: number): number {
    const near = stretches.slice(numberAt(wallMs - 3 * dayMs), numberAt(wallMs + 3 * dayMs) + 1)
    const candidates = near.flatMap((stretch) => [stretch.fromMs, wallMs - stretch.offsetMs])
    return Math.min(...candidates.filter((candidate) => candidate >= firstMs && reading(candidate) >= wallMs))
  }

  return { timeZone, transitions: stretches.slice(1).map((stretch) => stretch.fromMs), reading, edge }
}

function stretchesOf(timeZone: string): Stretch[] {
  const stretches: Stretch[] = []
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(firstMs).toZonedDateTimeISO(timeZone)
  while (moment !== null && moment.epochMilliseconds < lastMs) {
    stretches.push({ fromMs: moment.epochMilliseconds, offsetMs: moment.offsetNanoseconds / 1e6 })
    moment = moment.getTimeZoneTransition('next')
  }
  return stretches
}
