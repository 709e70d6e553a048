/** What a clock costs before its first answer, and once it has been made. */
import { formatInTimeZone } from 'date-fns-tz/formatInTimeZone'
import { businessClock } from '../../src/clock.ts'
import { berlin, berlinOfItsOwn, randomInstants, timeZone, yearFromMs } from './berlin.ts'
import type { BenchRow } from './row.ts'
import { costs, dayMs, elapsedMs, loopOf, time } from './stopwatch.ts'

const middleMs = yearFromMs + 180 * dayMs
/** A zone and its transitions are found once a process, so each zone serves once, in batches of which the best counts. */
const zonesPerBatch = 20

/** Returns what a calendar year costs in a zone that nobody has asked for, in units of 200 readings of a zone. */
export function benchBuilding(): BenchRow[] {
  const instants = randomInstants(1_024, yearFromMs, 365 * dayMs)
  const read = loopOf({ formatInTimeZone, timeZone }, `formatInTimeZone(ms, timeZone, 'xxx').length`, instants)
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && zone !== timeZone)
  let readingMs = Number.POSITIVE_INFINITY
  let yearMs = Number.POSITIVE_INFINITY
  for (let first = 0; first + zonesPerBatch <= zones.length; first += zonesPerBatch) {
    const batch = zones.slice(first, first + zonesPerBatch)
    // In turn, so that load falls on both.
    readingMs = Math.min(readingMs, elapsedMs(read, instants.length) / instants.length)
    yearMs = Math.min(yearMs, elapsedMs(() => openIn(batch), 1) / batch.length)
  }
  return [
    {
      name: 'clock: a calendar year in a cold zone / 200 readings of a zone',
      ratio: yearMs / (200 * readingMs),
      atMost: 1,
      notes: `${time(yearMs * 1e6)}; a reading of date-fns-tz takes ${time(readingMs * 1e6)}`,
    },
    cachedRow(),
  ]
}

/** Lays down the year of a calendar in each zone, and returns in how many of them it is open. */
function openIn(zones: readonly string[]): number {
  let open = 0
  for (const zone of zones) open += Number(businessClock({ ...berlin, timeZone: zone }).isOpen(middleMs))
  return open
}

/** A second document of equal content finds the clock of the first, with the years that it has laid down. */
function cachedRow(): BenchRow {
  let number = 1_000
  const first = (): number => Number(businessClock(berlinOfItsOwn(++number)).isOpen(middleMs))
  const again = (): number => Number(businessClock(berlinOfItsOwn(1_000)).isOpen(middleMs))
  const instants = Float64Array.of(middleMs)
  const [firstNs, againNs] = costs(loopOf({ first }, 'first()', instants), loopOf({ again }, 'again()', instants))
  return {
    name: 'clock: a new clock and its year / a clock of equal content',
    ratio: firstNs / againNs,
    notes: `${time(firstNs)} to ${time(againNs)}, in a zone that is known`,
  }
}
