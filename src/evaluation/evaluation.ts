/** The result of an evaluation, as plain JSON. */
import type { IssueCode, IssuePath } from '../errors.ts'
import type { Finding } from '../finding.ts'
import type { Obligation } from './obligation.ts'

/** An event that was not counted, and the first thing that was wrong with it. [E3] */
export interface Refused {
  /** The event as it was given. */
  readonly event: unknown
  readonly code: IssueCode
  readonly path: IssuePath
  readonly message: string
}

/** What became of a promise that is counted over a period. */
export interface PeriodResult {
  readonly key: string
  readonly clause: string
  readonly party: string
  readonly from: string
  readonly to: string
  readonly target: number
  readonly actual: number | null
  readonly expectedToDate: number | null
  readonly sample: number
  readonly status: 'onTrack' | 'behind' | 'met' | 'missed' | 'insufficientData' | 'suspended'
}

export interface Evaluation {
  readonly asOf: string
  readonly knownAt: string | null
  /** The versions that the result was made with. */
  readonly agreements: readonly { readonly agreement: string; readonly version: string; readonly hash: string }[]
  /** By lead, then by clause in the order of the agreement, then by cycle. */
  readonly obligations: readonly Obligation[]
  readonly periods: readonly PeriodResult[]
  readonly refused: readonly Refused[]
  /** Odd things about events that were counted all the same, and lints of the agreement. */
  readonly findings: readonly Finding[]
}
