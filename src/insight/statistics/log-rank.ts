/**
 * Whether the clocks of one segment take as long as all the others, where some have not stopped: the log-rank test. At every time
 * at which a clock stopped it asks how many of the segment's should have, had they been no different.
 */
import type { SortedTimes } from './survival.ts'

/** What the test found about a segment against all others together. */
export interface LogRank {
  /** How many stopped, and how many would have been expected to. */
  readonly stopped: number
  readonly expected: number
  readonly variance: number
  /** In standard deviations: less than 0 is slower than the others; 0 where nothing can be said. */
  readonly deviation: number
}

/**
 * Returns the result for every segment, in one pass over all clocks for all of them. `codes` says which segment each of the sorted
 * clocks belongs to.
 *
 * **Source** Mantel 1966, Peto and Peto 1972; the variance is the hypergeometric one.
 */
export function logRanks({ times, stops }: SortedTimes, codes: Int32Array, count: number): LogRank[] {
  const segments = new Segments(codes, count)
  let [hazard, linear, square] = [0, 0, 0]
  for (let place = 0; place < times.length; ) {
    const ms = times[place] as number
    const first = place
    let stopped = 0
    for (; place < times.length && times[place] === ms; place++) stopped += stops === null ? 1 : (stops[place] as number)
    const atRisk = times.length - first
    if (stopped > 0) {
      hazard += stopped / atRisk
      const weight = atRisk === 1 ? 0 : (stopped * (atRisk - stopped)) / (atRisk * atRisk * (atRisk - 1))
      linear += weight * atRisk
      square += weight
    }
    for (let leaving = first; leaving < place; leaving++) {
      segments.leave(codes[leaving] as number, stops === null ? 1 : (stops[leaving] as number), hazard, linear, square)
    }
  }
  return segments.results()
}

/** What is known of each segment so far. Between two of its clocks only the sums over all clocks change. */
class Segments {
  private readonly going: Float64Array
  private readonly stopped: Float64Array
  private readonly expected: Float64Array
  private readonly variance: Float64Array
  private readonly seenLinear: Float64Array
  private readonly seenSquare: Float64Array

  constructor(codes: Int32Array, count: number) {
    this.going = new Float64Array(count)
    this.stopped = new Float64Array(count)
    this.expected = new Float64Array(count)
    this.variance = new Float64Array(count)
    this.seenLinear = new Float64Array(count)
    this.seenSquare = new Float64Array(count)
    for (let place = 0; place < codes.length; place++) {
      const code = codes[place] as number
      this.going[code] = (this.going[code] as number) + 1
    }
  }

  leave(code: number, stopped: number, hazard: number, linear: number, square: number): void {
    const own = this.going[code] as number
    const since = own * (linear - (this.seenLinear[code] as number)) - own * own * (square - (this.seenSquare[code] as number))
    this.variance[code] = (this.variance[code] as number) + since
    this.seenLinear[code] = linear
    this.seenSquare[code] = square
    this.expected[code] = (this.expected[code] as number) + hazard
    this.stopped[code] = (this.stopped[code] as number) + stopped
    this.going[code] = own - 1
  }

  results(): LogRank[] {
    return Array.from(this.going, (_, code) => {
      const stopped = this.stopped[code] as number
      const expected = this.expected[code] as number
      const variance = this.variance[code] as number
      const deviation = variance > 1e-9 ? (stopped - expected) / Math.sqrt(variance) : 0
      return { stopped, expected, variance, deviation }
    })
  }
}
