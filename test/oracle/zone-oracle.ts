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

  function stretchAt(atMs: number): Stretch {
    const found = stretches.findLast((stretch) => stretch.fromMs <= atMs)
    if (found === undefined || atMs >= lastMs) throw new RangeError(`the oracle knows 1967 to 2054, not ${atMs}`)
    return found
  }

  const reading = (atMs: number) => atMs + stretchAt(atMs).offsetMs

  function edge(wallMs: number): number {
    const candidates = stretches
      .filter((stretch, index) => {
        const untilMs = stretches[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY
        return untilMs > wallMs - 3 * dayMs && stretch.fromMs < wallMs + 3 * dayMs
      })
      .flatMap((stretch) => [stretch.fromMs, wallMs - stretch.offsetMs])
      .filter((candidate) => candidate >= firstMs && reading(candidate) >= wallMs)
    return Math.min(...candidates)
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
