/** The result of an evaluation, as plain JSON. */
import type { IssueCode, IssuePath } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Obligation } from './obligation.ts'
import type { PeriodDetails } from './period-details.ts'

/** An event that was not counted, and the first thing that was wrong with it. [E3] */
export interface Refused {
  /** The event as it was given. */
  readonly event: unknown
  readonly code: IssueCode
  readonly path: IssuePath
  readonly message: string
}

/**
 * `met` as soon as the target is reached and `missed` only when it cannot be any more; until then `behind` exactly when less
 * is there than expected to date. [P3]
 */
export type PeriodStatus = 'onTrack' | 'behind' | 'met' | 'missed' | 'insufficientData' | 'suspended'

/** What became of a promise that is counted over a period. A sum of money is in minor units, a share between 0 and 1. */
export interface PeriodResult extends PeriodDetails {
  /** `clause/2026-04`, `clause/2026-Q2`, `clause/2026-W15` or `clause/2026`: the same in every run. */
  readonly key: string
  readonly clause: string
  readonly kind: 'volume' | 'amount' | 'ratio' | 'compliance'
  readonly party: string
  /** The agreement, and the version of it that the period is held to: the one in force at its start. [C11] */
  readonly agreement: string
  readonly version: string
  /** The first instant of the period, and the first one of the next. [P1] */
  readonly from: string
  readonly to: string
  /** The number, sum or share that was promised; of a period that is only in part within the effective range, its part. */
  readonly target: number
  /** `null` for a share of nothing. */
  readonly actual: number | null
  /** Of a number or a sum by its pace, of a share the target itself; `null` where the calendar does not know the days. */
  readonly expectedToDate: number | null
  /** What `actual` is of: leads or opportunities that count, leads that are mature, clocks that are decided. */
  readonly sample: number
  /** What may count later: leads that are not mature, clocks that are open in time or paused, opportunities without an amount. */
  readonly pending: number
  /** Clocks that count for nobody: waived, or cancelled or superseded in time. */
  readonly excluded: number
  /** The Wilson interval of a share at 95 %; `null` for other kinds, and of nothing. [P4] */
  readonly interval: readonly [low: number, high: number] | null
  /** What the period comes to at the pace it has had so far; `null` before a business day is over, after the end, and of a share. */
  readonly forecast: { readonly value: number; readonly method: 'businessDays' } | null
  /** ISO 4217, of a sum. */
  readonly currency: string | null
  readonly status: PeriodStatus
}

export interface Evaluation {
  readonly asOf: string
  readonly knownAt: string | null
  /** The versions that the result was made with. */
  readonly agreements: readonly { readonly agreement: string; readonly version: string; readonly hash: string }[]
  /** By lead, then by clause in the order of the agreement, then by cycle. */
  readonly obligations: readonly Obligation[]
  /** By clause in the order of the agreement, then by time. */
  readonly periods: readonly PeriodResult[]
  readonly refused: readonly Refused[]
  /** Odd things about events that were counted all the same, and lints of the agreement. */
  readonly findings: readonly Finding[]
}
