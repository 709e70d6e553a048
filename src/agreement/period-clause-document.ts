/** The promises that are counted over a period, as a person writes them. */
import type { ConditionDocument } from '../conditions/condition.ts'
import type { PeriodLength, PromiseDocument, TargetDocument, TriggerDocument } from './clause-document.ts'

interface PeriodClauseDocument<PartyName extends string> extends PromiseDocument<PartyName> {
  readonly per: PeriodLength
  /**
   * Clauses of another party. While one that is counted over periods is missed, this one is suspended for the same period;
   * the leads on which one with clocks is breached drop out of a share. [P7]
   */
  readonly suspendedWhile?: string | readonly string[]
}

/** A target from a date on; the first one may leave the date out. [P6] */
export interface DatedTargetDocument {
  readonly from?: string
  readonly target: number
}

/** What a period hands on to the next one: what was missing, what was more than owed, and at most so much of it. */
export interface CarryOverDocument {
  readonly shortfall?: boolean
  readonly surplus?: boolean
  readonly cap?: number
}

/** What is collected over the period, and so has a pace. [P3] */
interface PacedClauseDocument<CalendarName extends string, PartyName extends string> extends PeriodClauseDocument<PartyName> {
  /**
   * The calendar whose business days set the pace, or `always` for every day. When left out it is the agreement's only
   * calendar; where there are none or several, every day.
   */
  readonly clock?: CalendarName | 'always'
  readonly target: number | readonly DatedTargetDocument[]
  readonly carryOver?: CarryOverDocument
}

/** What a lead counts when the condition holds: points, or minor units of the clause's currency. The first one wins. [P8] */
export interface WeightDocument {
  readonly name?: string
  readonly when?: ConditionDocument
  readonly worth: number
}

/** When a lead that has counted is taken back. [P2], [C15] */
export interface DeductDocument<StateName extends string = string> {
  readonly rejected: TriggerDocument<StateName>
  /** The reasons that are agreed, as `data.reason` of the event names them; any when left out. */
  readonly codes?: readonly string[]
  /** How long after delivery a lead may be rejected, on the clause's clock; without it, at any time. */
  readonly acceptWindow?: TargetDocument
  /** How long after its end a period may still change, on the wall; what comes later is deducted in the period then open. */
  readonly lockAfter?: string
}

/** A count per period. */
export interface VolumeClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> extends PacedClauseDocument<CalendarName, PartyName> {
  readonly kind: 'volume'
  readonly count: TriggerDocument<StateName>
  /** How long after a lead has counted it may count again, on the wall. [P2] */
  readonly cooldown?: string
  readonly weights?: readonly WeightDocument[]
  /** ISO 4217, of weights that are money. */
  readonly currency?: string
  readonly deduct?: DeductDocument<StateName>
}

/**
 * Which opportunities are to a party's credit. [P5] `declared` reads `data.sourcedBy` and `data.influencedBy`; `firstTouch`
 * asks who touched the lead first, as the agreement's `touches` say. Money that a party has sourced it has not influenced.
 */
export interface CreditDocument<PartyName extends string = string> {
  readonly as: 'sourced' | 'influenced'
  readonly by: 'declared' | 'firstTouch'
  /** The party that owes the clause when left out. */
  readonly party?: PartyName
}

/** A sum of money per period. **Units** minor units of the currency. */
export interface AmountClauseDocument<CalendarName extends string = string, PartyName extends string = string>
  extends PacedClauseDocument<CalendarName, PartyName> {
  readonly kind: 'amount'
  /** `path` leads into the event, as `$.data.amountMinor` does. */
  readonly sum: { readonly on: string | readonly string[]; readonly path: string; readonly when?: ConditionDocument }
  /** ISO 4217; amounts in other currencies count at the agreement's `rates`. */
  readonly currency: string
  readonly credit?: CreditDocument<PartyName>
}

/** A share of one kind of lead that another thing happens to. */
export interface RatioClauseDocument<StateName extends string = string, PartyName extends string = string>
  extends PeriodClauseDocument<PartyName> {
  readonly kind: 'ratio'
  readonly of: TriggerDocument<StateName>
  readonly that: TriggerDocument<StateName>
  /** How long after `of` a lead is waited for, on the wall; without it `that` counts whenever it comes. [P4] */
  readonly maturity?: string
  /** How long after a lead has joined a cohort it may join another, on the wall. [P2] */
  readonly cooldown?: string
  /** The date since when `that` is recorded: a cohort that began before it lacks data, and is not judged. */
  readonly recordedFrom?: string
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
