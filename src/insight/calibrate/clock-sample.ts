/**
 * Clocks as a sample: one column for the time that each used, one for whether it stopped, and one for every way of telling them
 * apart. Whoever has a million clocks in a warehouse can fill the columns and never make an object of one.
 */

/** What clocks are told apart by: what the obligation says, or a fact of the lead as it was when the clock started. */
export type SegmentBy = 'team' | 'owner' | 'goal' | { readonly fact: string }

export type SegmentValue = string | number | boolean | null

/** Which segment each clock belongs to. */
export interface SegmentColumn {
  /** `team`, `owner`, `goal`, the path of a fact such as `$.segment`, and of the seasons `month` and `weekday`. */
  readonly by: string
  /** A position in `values`, by row. */
  readonly codes: Int32Array
  /** `null` for the clocks of no team, and where the fact is missing. */
  readonly values: readonly SegmentValue[]
}

/** The clocks of one clause. */
export interface ClauseClocks {
  readonly clause: string
  /** The business time that each used. **Units** whole milliseconds. */
  readonly usedMs: Float64Array
  /** 1 for a clock that was stopped; 0 for one that was open, paused, cancelled or superseded: it would have taken longer. */
  readonly isStopped: Uint8Array
  readonly columns: readonly SegmentColumn[]
  /** Left out, because of an agreed exception. */
  readonly waived: number
  /** How far the present promise was kept, as `attainment` counts it. */
  readonly decided: number
  readonly kept: number
  /** The first start and the last. **Units** epoch milliseconds; `null` where nobody says. */
  readonly startedBetween: readonly [first: number, last: number] | null
}

export interface ClockSample {
  readonly clauses: readonly ClauseClocks[]
}
