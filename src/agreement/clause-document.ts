/** The promises as a person writes them, kind by kind, and when something happens to the clock of one. */
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

interface PromiseDocument<PartyName extends string> {
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
  readonly start: TriggerDocument<StateName>
  readonly stop: TriggerDocument<StateName>
  readonly pause?: TriggerDocument<StateName>
  readonly resume?: TriggerDocument<StateName>
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

/** How long a period is: an ISO week from Monday, or a civil month, quarter or year, in the agreement's zone. [P1] */
export type PeriodLength = 'week' | 'month' | 'quarter' | 'year'

interface PeriodClauseDocument<PartyName extends string> extends PromiseDocument<PartyName> {
  readonly per: PeriodLength
}

/** What is collected over the period, and so has a pace. [P3] */
interface PacedClauseDocument<CalendarName extends string, PartyName extends string> extends PeriodClauseDocument<PartyName> {
  /**
   * The calendar whose business days set the pace, or `always` for every day. When left out it is the agreement's only
   * calendar; where there are none or several, every day.
   */
  readonly clock?: CalendarName | 'always'
}

/** k attempts over a span, with spacing and channels. */
export interface CadenceClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> extends PromiseDocument<PartyName> {
  readonly kind: 'cadence'
  readonly clock: CalendarName | 'always'
  readonly start: TriggerDocument<StateName>
  readonly attempt: TriggerDocument<StateName>
  readonly stop?: TriggerDocument<StateName>
  readonly cancel?: TriggerDocument<StateName>
  readonly count: number
  readonly within: TargetDocument
  readonly spacing?: string
  readonly channels?: number
}

/** A count per period. */
export interface VolumeClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> extends PacedClauseDocument<CalendarName, PartyName> {
  readonly kind: 'volume'
  readonly count: TriggerDocument<StateName>
  readonly target: number
}

/** A sum of money per period. **Units** minor units of the currency. */
export interface AmountClauseDocument<CalendarName extends string = string, PartyName extends string = string>
  extends PacedClauseDocument<CalendarName, PartyName> {
  readonly kind: 'amount'
  /** `path` leads into the event, as `$.data.amountMinor` does. */
  readonly sum: { readonly on: string | readonly string[]; readonly path: string; readonly when?: ConditionDocument }
  readonly currency: string
  readonly target: number
}

/** A share of one kind of lead that another thing happens to. */
export interface RatioClauseDocument<StateName extends string = string, PartyName extends string = string>
  extends PeriodClauseDocument<PartyName> {
  readonly kind: 'ratio'
  readonly of: TriggerDocument<StateName>
  readonly that: TriggerDocument<StateName>
  /** How long after `of` a lead is waited for, on the wall; without it `that` counts whenever it comes. [P4] */
  readonly maturity?: string
  /** One of `atLeast` and `atMost` must be there. */
  readonly atLeast?: number
  readonly atMost?: number
  /** Of fewer leads no share is judged. */
  readonly minimumSample?: number
}

/** A share of another clause's clocks that are kept. */
export interface ComplianceClauseDocument<PartyName extends string = string> extends PeriodClauseDocument<PartyName> {
  readonly kind: 'compliance'
  readonly clause: string
  readonly atLeast: number
  readonly minimumSample?: number
}

export type ClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> =
  | TimedClauseDocument<CalendarName, StateName, PartyName>
  | CadenceClauseDocument<CalendarName, StateName, PartyName>
  | VolumeClauseDocument<CalendarName, StateName, PartyName>
  | AmountClauseDocument<CalendarName, PartyName>
  | RatioClauseDocument<StateName, PartyName>
  | ComplianceClauseDocument<PartyName>
