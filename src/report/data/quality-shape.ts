/** What a report says of its own data: what was refused, what is odd, what nobody owns. */
import type { IssueCode, IssuePath } from '../../errors.ts'
import type { FindingCode } from '../../finding.ts'
import type { Basis } from './figures-shape.ts'

export interface QualitySection {
  /** How many events were given; `null` where the report was made without them. */
  readonly events: number | null
  /** Events that were not counted: most frequent code first. */
  readonly refused: { readonly total: number; readonly byCode: readonly RefusedCode[] }
  /** Odd things about events that were counted all the same, and lints of the agreement: most frequent code first. */
  readonly findings: { readonly total: number; readonly byCode: readonly FindingCount[] }
  readonly unassigned: {
    /** Clocks of the period for which nobody answers. */
    readonly clocks: number
    /** All open clocks without an owner, whenever they started. */
    readonly open: number
    readonly basis: Basis
  }
  /** What machines do rather than people, among the clocks of the period; only those with a count. */
  readonly suspicions: readonly Suspicion[]
}

/** Of an event what can be printed: the rest may be anything. */
export interface EventExample {
  readonly id: string | null
  readonly lead: string | null
  readonly type: string | null
}

export interface RefusedCode {
  readonly code: IssueCode
  readonly count: number
  readonly example: { readonly path: IssuePath; readonly message: string; readonly event: EventExample }
}

export interface FindingCount {
  readonly code: FindingCode
  readonly count: number
  /** `event` is `null` for a lint of the agreement. */
  readonly example: {
    readonly path: IssuePath
    readonly message: string
    readonly clause: string | null
    readonly event: EventExample | null
  }
}

/**
 * `stopped-together`: clocks of ten different leads or more that one actor stopped at one instant, as an import does.
 * `stopped-at-once`: stopped at the instant at which they started.
 */
export interface Suspicion {
  readonly code: 'stopped-together' | 'stopped-at-once'
  readonly clocks: number
  readonly basis: Basis
}
