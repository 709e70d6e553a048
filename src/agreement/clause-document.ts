/** The promise of an action as a person writes it, and what all promises are written with: triggers and targets. */
import type { Boundary } from '../clock/business-clock.ts'
import type { ConditionDocument } from '../conditions/condition.ts'

/** Who answers for a clock that several people had in hand: `proportional` names the one who had it the longest. [C9] */
export type Attribution = 'ownerAtDue' | 'ownerAtStart' | 'lastOwner' | 'proportional'

/** When something happens [C1]: an event, an entry to or exit from a state, a disposition, or a condition that becomes true. */
export type TriggerDocument<StateName extends string = string> =
  | { readonly on: string | readonly string[]; readonly when?: ConditionDocument }
  | { readonly enters: StateName | readonly StateName[]; readonly when?: ConditionDocument }
  | { readonly leaves: StateName | readonly StateName[]; readonly when?: ConditionDocument }
  | { readonly disposed: true; readonly when?: ConditionDocument }
  | { readonly becomes: ConditionDocument }

/**
 * How long a promise may take. [T3] A duration counts on the clause's clock; `businessDays` is the n-th business date later
 * at the same wall time, rolled into open time; `endOfBusinessDay` is the last close of the n-th business date later;
 * `dueFrom` reads the due instant from a fact.
 */
export type TargetDocument =
  | string
  | { readonly businessDays: number }
  | { readonly endOfBusinessDay: number }
  | { readonly dueFrom: { readonly fact: 'lead' | 'event'; readonly path: string } }

/** A target for the leads of a condition; the first goal that holds wins, one without `when` must be the last. [C8] */
export interface GoalDocument {
  readonly name?: string
  readonly when?: ConditionDocument
  readonly target: TargetDocument
}

/** What every promise says of itself. */
export interface PromiseDocument<PartyName extends string> {
  readonly title?: string
  /** The promise in words, as the parties would say it. */
  readonly words?: string
  readonly owedBy: PartyName
  readonly owedTo?: PartyName
}

/** An action within a target, per lead and cycle. */
export interface TimedClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> extends PromiseDocument<PartyName> {
  readonly kind: 'timed'
  /** The calendar that counts, or `always` for the clock that never stops. */
  readonly clock: CalendarName | 'always'
  /**
   * Whose calendar counts instead: that of the `owner`, which is that of the owner's team where the owner names none; that of the
   * `team`; or `clock` as it reads in the zone of the lead, its fact `timeZone`. `clock` counts for all others. [C10]
   */
  readonly clockFollows?: 'owner' | 'team' | 'lead'
  readonly start: TriggerDocument<StateName>
  readonly stop: TriggerDocument<StateName>
  readonly pause?: TriggerDocument<StateName>
  readonly resume?: TriggerDocument<StateName>
  /** How long one pause may take of the clause's clock; then the clock goes on, whatever the lead does. [C3] */
  readonly maxPause?: string
  /** How often a clock may be paused; later pauses take nothing. [C3] */
  readonly maxPauses?: number
  /** A rejection that ends the clock as excused. [C15] */
  readonly excuse?: ExcuseDocument<StateName>
  /** What of that which fires `stop` counts. Without it all does. [C14] */
  readonly counts?: CountsDocument
  readonly cancel?: TriggerDocument<StateName>
  /** Closes the open cycle as superseded and opens the next. [C6] */
  readonly reset?: TriggerDocument<StateName>
  /** What must hold as long as the clock is open; when it is lost, the clock is cancelled. [C1] */
  readonly requires?: ConditionDocument
  /** Only the first cycle of a lead counts. */
  readonly once?: boolean
  /** What happens to an open clock when the facts make another goal win. The default is `retarget`. [C7] */
  readonly onChange?: 'keep' | 'retarget' | 'restart'
  /** A start so soon after the stop, on the wall, goes on with the same cycle; the time between is a pause. [C6] */
  readonly reopenWindow?: string
  /** The clause whose clock must have closed before this one starts. [C13] */
  readonly after?: string
  /** Whether a clock is the lead's, the default, or starts anew with each owner. [C9] */
  readonly runs?: 'lead' | 'owner'
  /** Whose a breach is when the lead had several owners. The default is `ownerAtDue`. [C9] */
  readonly attribution?: Attribution
  readonly boundary?: Boundary
  readonly within: TargetDocument | readonly GoalDocument[]
  /** Who is told before the clock is due. [F1] */
  readonly reminders?: readonly ReminderDocument[]
  /** The ladder: what happens, step by step, while a breached clock stays open. [F3] */
  readonly escalation?: readonly LadderStepDocument[]
}

/** By which event the lead is sent back, for which reasons (`data.reason`), and until how long after the clock's start. */
export interface ExcuseDocument<StateName extends string = string> {
  readonly rejected: TriggerDocument<StateName>
  /** Without them any reason will do. */
  readonly codes?: readonly string[]
  /** On the clause's clock; without it, as long as the clock is open. */
  readonly acceptWindow?: TargetDocument
}

/** What counts as done. Where this is said at all, what an automation does counts only if `automations` says so. */
export interface CountsDocument {
  readonly automations?: boolean
  /** By `data.channel`, or by the type of an event that names none. */
  readonly channels?: readonly string[]
  /** By `data.direction`. */
  readonly direction?: 'inbound' | 'outbound'
  /** By `data.seconds`. */
  readonly atLeast?: string
}

/** `share` of the target used, or `before` due; exactly one of them. */
export interface ReminderDocument {
  /** Known by its number from 1 when left out. */
  readonly name?: string
  readonly share?: number
  readonly before?: string
  /** Whether `before` is time on the clause's clock, the default, or on the wall. */
  readonly on?: 'business' | 'wall'
  /** In open hours, the default; whatever the hour; or with all others of the owner on the next morning. */
  readonly deliver?: 'openHours' | 'anyTime' | 'digest'
  /** The owner of the lead when left out. */
  readonly to?: string
}

/** A step of the ladder, so much business time after the clock was due. */
export interface LadderStepDocument {
  readonly name?: string
  readonly after?: string
  readonly action?: 'notify' | 'reassign' | 'pool'
  readonly to?: string
  readonly when?: ConditionDocument
}

/**
 * How long a period is, in the agreement's zone: an ISO week from Monday, a civil month, quarter or year, or a month, quarter
 * or year of the agreement's fiscal year. [P1]
 */
export type PeriodLength = 'week' | 'month' | 'quarter' | 'year' | 'fiscalMonth' | 'fiscalQuarter' | 'fiscalYear'
