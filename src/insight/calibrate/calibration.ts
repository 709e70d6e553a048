/** What was learned from past clocks, as plain JSON. */
import type { PatchOperation } from '../../revision/json-patch.ts'
import type { ShareEstimate, TimeEstimate } from '../statistics/survival.ts'
import type { SegmentValue } from './clock-sample.ts'

/** How long the clocks of a clause or of a segment took. **Units** business milliseconds. */
export interface Distribution {
  readonly clocks: number
  readonly stopped: number
  /** Not stopped: open, paused, cancelled or superseded. Each counts for as long as it was going. */
  readonly unstopped: number
  readonly quantiles: readonly TimeEstimate[]
  /** The least target that the wanted share of them would have kept. */
  readonly target: TimeEstimate
}

/** A segment beside all others of the clause. */
export interface SegmentCalibration {
  readonly by: string
  readonly value: SegmentValue
  readonly distribution: Distribution
  /** Its target divided by that of all others together; `null` where one of them is not known or too small a sample. */
  readonly ratio: number | null
  /** `null` below the minimum sample, on either side. */
  readonly test: {
    readonly name: 'log-rank'
    readonly p: number
    /** What p had to lie below, by Holm's method over all comparisons; `null` where an earlier one failed already. */
    readonly below: number | null
    readonly comparisons: number
  } | null
  /** The test says that it is no chance, and the ratio that it matters. */
  readonly differs: boolean
}

/** Whether clocks take longer in some months, or on some days of the week. */
export interface Season {
  readonly by: 'month' | 'weekday'
  readonly status: 'seasonal' | 'none' | 'insufficientData'
  /** How long the starts span, and how long they would have to. **Units** days of 24 hours. */
  readonly spanDays: number
  readonly neededDays: number
  readonly parts: readonly SegmentCalibration[]
}

export type NoSuggestion =
  /** Fewer clocks stopped than the minimum sample. */
  | 'insufficientData'
  /** So many are still going that nobody can say by when the wanted share stops. */
  | 'neverReached'
  /** The target is no amount of business time. */
  | 'noDuration'
  /** The agreement, if there is one, has no such clause. */
  | 'noClause'
  /** The target is what it should be. */
  | 'unchanged'

/** A target that the past would have kept. */
export interface Suggestion {
  readonly clause: string
  /** The name of the goal, or its number from 1; of a new goal its name. */
  readonly goal: string
  /** `null` for a new goal. */
  readonly from: string | null
  /** The target, rounded up to an amount that people say. */
  readonly to: string
  readonly toMs: number
  /** The share of the past clocks of the goal that would have kept it. */
  readonly kept: ShareEstimate
  readonly stopped: number
}

export interface ClauseCalibration {
  readonly clause: string
  readonly distribution: Distribution
  readonly waived: number
  /** How far the present promise was kept, with Wilson's interval; `null` where nothing is decided. */
  readonly present: (ShareEstimate & { readonly decided: number; readonly kept: number }) | null
  readonly segments: readonly SegmentCalibration[]
  readonly seasons: readonly Season[]
  readonly suggestions: readonly Suggestion[]
  /** Why there is no suggestion, or no other. */
  readonly because: NoSuggestion | null
}

export interface Calibration {
  /** The wanted share. */
  readonly compliance: number
  readonly comparisons: number
  readonly clauses: readonly ClauseCalibration[]
  /** All suggestions as a JSON Patch to the document of the agreement. **Source** RFC 6902. */
  readonly operations: readonly PatchOperation[]
}
