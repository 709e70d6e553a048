/** What a clock is explained from: the clock, and what was seen while its lead was folded. */
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { LedgerSpan } from '../evaluation/ledger.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { ClosedPiece, ClosedTime } from './closed-time.ts'
import type { WaivedBy } from './explanation.ts'
import type { Reckoned } from './reckoning.ts'
import type { ToldEvent, WatchedTurn } from './turn.ts'

/** A span of the ledger with what took it. */
export interface StorySpan extends LedgerSpan {
  /** The event that began the pause. */
  readonly by: ToldEvent | null
  /** With it the pause had lasted as long as one may. */
  readonly isCapped: boolean
  /** The reasons of a closed span. */
  readonly closed: readonly ClosedPiece[]
}

export interface Story {
  readonly clock: ClockRecord
  readonly obligation: Obligation
  /** **Units** epoch milliseconds. */
  readonly asOf: number
  readonly spans: readonly StorySpan[]
  /** Why its calendar is closed, also beyond the life of the clock. */
  readonly closedTime: ClosedTime
  /** In their order in time. */
  readonly turns: readonly WatchedTurn[]
  readonly reckoned: Reckoned | null
  readonly waivedBy: WaivedBy | null
}
