/**
 * What the clock on the wall of a zone reads, found the slow way on temporal-polyfill: every change of the zone's offset is
 * asked of the zone itself, and the edge of a window is found by trying candidates. Shares no code with `src`.
 */

import { Temporal } from 'temporal-polyfill'
import { kept } from './kept-tables.ts'

/** A stretch of time with one offset. */
export interface Stretch {
  readonly fromMs: number
  readonly offsetMs: number
}

export interface ZoneOracle {
  readonly timeZone: string
  /** Where the offset changes, within the years that are known. */
  readonly transitions: readonly number[]
  /** The reading of the wall clock at the instant, as if it were UTC. */
  reading(atMs: number): number
  /** [T8]: the first instant at which the wall clock reads `wallMs` or later. */
  edge(wallMs: number): number
}

/** The UTC years that an oracle knows, both included. Reading more of them costs more. */
export type KnownYears = readonly [first: number, last: number]

/** A walk of the oracle that leaves the years of its tables is no answer, neither right nor wrong. */
export class BeyondTables extends RangeError {}

export const dayMs = 86_400_000
/** Half a century around the instants that tests ask about, with room for walks that wait for a leap day. */
export const usualYears: KnownYears = [1938, 2084]
const known = new Map<string, ZoneOracle>()

/** Returns the zone's readings; asked once, then remembered. */
export function zoneOracle(timeZone: string, years: KnownYears = usualYears): ZoneOracle {
  const key = `${timeZone} ${years}`
  const found = known.get(key) ?? readZone(timeZone, years)
  known.set(key, found)
  return found
}

function readZone(timeZone: string, [firstYear, lastYear]: KnownYears): ZoneOracle {
  const [firstMs, lastMs] = [yearStartMs(firstYear), yearStartMs(lastYear + 1)]
  const stretches = kept(`zone ${timeZone} ${firstYear} ${lastYear}`, () => stretchesOf(timeZone, firstMs, lastMs))

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
    if (atMs < firstMs || atMs >= lastMs) throw new BeyondTables(`the oracle knows ${firstYear} to ${lastYear}, not ${atMs}`)
    return atMs + (stretches[numberAt(atMs)] as Stretch).offsetMs
  }

  /** The clock first reads so late either at a transition or where some offset of these days makes it read just that. */
  function edge(wallMs: number): number {
    const last = numberAt(wallMs + 3 * dayMs)
    let first = Number.POSITIVE_INFINITY
    for (let number = numberAt(wallMs - 3 * dayMs); number <= last; number++) {
      const { fromMs, offsetMs } = stretches[number] as Stretch
      for (const candidate of [fromMs, wallMs - offsetMs]) {
        if (candidate < first && candidate >= firstMs && reading(candidate) >= wallMs) first = candidate
      }
    }
    return first
  }

  return { timeZone, transitions: stretches.slice(1).map((stretch) => stretch.fromMs), reading, edge }
}

function stretchesOf(timeZone: string, firstMs: number, lastMs: number): Stretch[] {
  const stretches: Stretch[] = []
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(firstMs).toZonedDateTimeISO(timeZone)
  while (moment !== null && moment.epochMilliseconds < lastMs) {
    stretches.push({ fromMs: moment.epochMilliseconds, offsetMs: moment.offsetNanoseconds / 1e6 })
    moment = moment.getTimeZoneTransition('next')
  }
  return stretches
}

function yearStartMs(year: number): number {
  return new Temporal.PlainDate(year, 1, 1).toZonedDateTime('UTC').epochMilliseconds
}
