/** What an explanation holds, as plain JSON: spans, turns, the sum that leads to the due instant, and sentences. */
import type { NotCounted } from '../agreement/counts.ts'
import type { OpenDay } from '../clock/business-clock.ts'
import type { Obligation } from '../evaluation/obligation.ts'

/** The names of the rules that an explanation points to, as `docs/rules.md` lists them. */
export type RuleName =
  | 'T3'
  | 'T4'
  | 'T5'
  | 'T6'
  | 'T7'
  | 'T9'
  | 'C1'
  | 'C2'
  | 'C3'
  | 'C4'
  | 'C6'
  | 'C7'
  | 'C9'
  | 'C13'
  | 'C14'
  | 'C15'
  | 'C16'

/** The event that did something, in short; all are `null` where no event did it. */
export interface Doing {
  readonly event: string | null
  readonly type: string | null
  readonly actor: string | null
  /** `data.reason` of the event, when it is a text. */
  readonly reason: string | null
}

/** Why a calendar is closed: its hours, a date without any, a holiday, or what was written for a date. */
export type ClosedWhy = 'hours' | 'noHours' | 'holiday' | 'override' | 'closure' | 'excluded'

/** A piece of a closed span with one reason. Instants are RFC 3339 in UTC, `[from, to)`. */
export interface ClosedPart {
  readonly from: string
  readonly to: string
  /**
   * `hours`: outside the hours of a date that has some. `noHours`: a date without hours, such as one of a weekend.
   * `override` and `closure`: what the calendar says of the date. `excluded`: taken out by another calendar.
   */
  readonly why: ClosedWhy
  readonly rule: RuleName
  /** The date in the calendar's zone; `null` for `hours`, which may lie around midnight. */
  readonly date: string | null
  /** The name of the holiday, where the calendar knows it. */
  readonly name: string | null
}

/** A piece of a clock's life. Instants are RFC 3339 in UTC, `[from, to)`. */
export interface ExplainedSpan extends Doing {
  readonly from: string
  readonly to: string
  readonly ms: number
  readonly counts: boolean
  /** `event` and its kin are those of the event that paused the clock, or that stopped it before it was reopened. */
  readonly why: 'open' | 'closed' | 'paused'
  readonly rule: RuleName
  /** The calendar's holidays in a closed span, as dates. */
  readonly holidays: readonly string[]
  /** The reasons of a closed span, which they tile. */
  readonly closed: readonly ClosedPart[]
}

/** What happened to a clock. */
export type TurnKind =
  | 'started'
  | 'paused'
  | 'notPaused'
  | 'resumed'
  | 'handedOver'
  | 'retargeted'
  | 'reopened'
  | 'breached'
  | 'waived'
  | 'attempted'
  | 'notAttempted'
  | 'notCounted'
  | 'stopped'
  | 'cancelled'
  | 'excused'
  | 'merged'
  | 'reset'
  | 'restarted'

/**
 * Why it happened: a `trigger` of the clause fired, its stop was `alreadySo`, what it `requires` no longer held, a `reset`,
 * another `goal`, another `owner`, its `predecessor` closed, `time` passed, an `exception` excused it, a `cap` on its pauses was
 * reached, or the lead was merged into another (`merge`). Of what did not count: an `automation` did it, or its `channel`,
 * `direction` or `length` is not what counts, or the attempt came `tooClose` to the one before. An attempt in the `sameChannel` as
 * one before counts, and brings no channel.
 */
export type Because =
  | 'trigger'
  | 'alreadySo'
  | 'requires'
  | 'reset'
  | 'goal'
  | 'owner'
  | 'predecessor'
  | 'time'
  | 'exception'
  | 'cap'
  | 'merge'
  | 'tooClose'
  | 'sameChannel'
  | NotCounted

/** What an event, or the passing of time, did to the clock. */
export interface Turn extends Doing {
  readonly at: string
  readonly what: TurnKind
  readonly because: Because
  readonly rule: RuleName
  /** Of a hand-over: who has the lead from then on. */
  readonly owner?: string | null
  readonly team?: string | null
  /** Of a change of goal: the due instant before it and after it; `null` while there is none. */
  readonly fromDueAt?: string | null
  readonly toDueAt?: string | null
  /** Of an attempt, and of a stop that did not count: its channel. Of an attempt: how many count by then. */
  readonly channel?: string
  readonly attempts?: number
}

/** The agreed exception that waived a breach. [C16] */
export interface WaivedBy {
  /** Its name, or its number from 1. */
  readonly name: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly approvedBy: string | null
}

/** How the due instant comes about. */
export interface Reckoning {
  readonly dueAt: string
  readonly rule: RuleName
  /**
   * For an amount of time: the business time of each date that counts until due; they sum to the target. For business days:
   * those dates, with no time. `null` where it is neither, and where it would be a list of more than a thousand dates.
   */
  readonly days: readonly OpenDay[] | null
}

export interface Explanation {
  readonly key: string
  readonly obligation: Obligation
  /** They tile the life of the clock; those that count sum to `obligation.usedMs`. */
  readonly spans: readonly ExplainedSpan[]
  readonly turns: readonly Turn[]
  /** `null` where the clock has no due instant. */
  readonly reckoning: Reckoning | null
  /** `null` where nothing was waived. */
  readonly waivedBy: WaivedBy | null
  /** In the language that was asked for, in the zone of the clause's calendar. The last one argues the outcome. */
  readonly sentences: readonly string[]
}
