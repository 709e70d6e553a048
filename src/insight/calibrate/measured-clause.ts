/** The clocks of a clause in the order of their times, and its segments in the same order: sorted once, and then dealt out. */
import { sortedRows } from '../statistics/sorted-rows.ts'
import { type SortedTimes, timeWithin } from '../statistics/survival.ts'
import type { Distribution } from './calibration.ts'
import type { ClauseClocks, SegmentValue } from './clock-sample.ts'

export interface MeasuredClause {
  readonly clocks: ClauseClocks
  readonly sorted: SortedTimes
  readonly distribution: Distribution
  readonly columns: readonly MeasuredColumn[]
}

export interface MeasuredColumn {
  readonly by: string
  readonly values: readonly SegmentValue[]
  /** Which segment each of the sorted clocks belongs to. */
  readonly codes: Int32Array
}

/** Which shares are asked for. */
export interface Shares {
  readonly compliance: number
  readonly shares: readonly number[]
}

export function measureClause(clocks: ClauseClocks, shares: Shares): MeasuredClause {
  const { usedMs, isStopped } = clocks
  const { rows, amounts: times } = sortedRows(usedMs)
  const sorted = { times, stops: areAll(isStopped) ? null : Uint8Array.from(gathered(rows, isStopped), (stop) => (stop ? 1 : 0)) }
  const columns = clocks.columns.map(({ by, values, codes }) => ({ by, values, codes: gathered(rows, codes) }))
  return { clocks, sorted, distribution: distributionOf(sorted, shares), columns }
}

function gathered(rows: Uint32Array, column: Int32Array | Uint8Array): Int32Array {
  const found = new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) found[place] = column[rows[place] as number] as number
  return found
}

function areAll(column: Uint8Array): boolean {
  for (let row = 0; row < column.length; row++) if (column[row] === 0) return false
  return true
}

/** Returns the sorted clocks of each segment. */
export function segmentsOf({ times, stops }: SortedTimes, codes: Int32Array, count: number): SortedTimes[] {
  const ends = new Int32Array(count)
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place] as number
    ends[code] = (ends[code] as number) + 1
  }
  const next = new Int32Array(count)
  for (let code = 1; code < count; code++) next[code] = (next[code - 1] as number) + (ends[code - 1] as number)
  const starts = next.slice()
  const dealtTimes = new Float64Array(times.length)
  const dealtStops = stops === null ? null : new Uint8Array(times.length)
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place] as number
    const to = next[code] as number
    next[code] = to + 1
    dealtTimes[to] = times[place] as number
    if (dealtStops) dealtStops[to] = (stops as Uint8Array)[place] as number
  }
  return Array.from(starts, (from, code) => {
    const to = next[code] as number
    return settled({ times: dealtTimes.subarray(from, to), stops: dealtStops === null ? null : dealtStops.subarray(from, to) })
  })
}

/** Returns the clocks of which a test by place says yes. */
export function chosenOf({ times, stops }: SortedTimes, isChosen: (place: number) => boolean): SortedTimes {
  const places = Uint32Array.from(times.keys()).filter(isChosen)
  return settled({
    times: Float64Array.from(places, (place) => times[place] as number),
    stops: stops && Uint8Array.from(places, (place) => stops[place] as number),
  })
}

/** Where all clocks stopped there is nothing to estimate, and the sample speaks for itself. */
function settled(sorted: SortedTimes): SortedTimes {
  return sorted.stops !== null && areAll(sorted.stops) ? { ...sorted, stops: null } : sorted
}

export function distributionOf(sorted: SortedTimes, { shares, compliance }: Shares): Distribution {
  const clocks = sorted.times.length
  const stopped = stoppedOf(sorted)
  return {
    clocks,
    stopped,
    unstopped: clocks - stopped,
    quantiles: shares.map((share) => timeWithin(sorted, share)),
    target: timeWithin(sorted, compliance),
  }
}

export function stoppedOf({ times, stops }: SortedTimes): number {
  return stops === null ? times.length : stops.reduce((sum, stop) => sum + stop, 0)
}
