/**
 * The agreement as a person writes it: one JSON document with the parties, what the words mean, when time counts, where a
 * lead can stand, and what each party promises. The type parameters are the names that the document itself declares, so
 * that a misspelt calendar, state or party in a literal is a type error.
 */
import type { Boundary } from '../clock/business-clock.ts'
import type { CalendarDocument, CombinedCalendarDocument } from '../clock/calendar-document.ts'
import type { ConditionDocument } from '../conditions/condition.ts'

export interface AgreementDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> {
  readonly $schema?: string
  /** The name of the agreement, the same for all its versions. */
  readonly agreement: string
  readonly version: string
  readonly title?: string
  /** What the parties want to reach with it, in words. */
  readonly purpose?: string
  /** The dates in `timeZone` between which cycles that start are bound by this version: `[from, to)`. */
  readonly effective?: { readonly from?: string; readonly to?: string }
  /** The zone of the agreement's own dates. */
  readonly timeZone: string
  readonly parties: { readonly [Name in PartyName]: PartyDocument }
  /** What every other word means, as both parties understand it. */
  readonly definitions?: { readonly [term: string]: DefinitionDocument }
  readonly calendars?: { readonly [Name in CalendarName]: CalendarDocument | CombinedCalendarDocument<NoInfer<CalendarName>> }
  readonly lifecycle?: LifecycleDocument<StateName, NoInfer<PartyName>>
  /** Conditions with a name, used as `{ "condition": "name" }`. */
  readonly conditions?: { readonly [name: string]: ConditionDocument }
  /** When a budget that ends exactly at the close is due: at that close, or when the calendar opens next. [T5] */
  readonly boundary?: Boundary
  readonly clauses: { readonly [clause: string]: ClauseDocument<NoInfer<CalendarName>, NoInfer<StateName>, NoInfer<PartyName>> }
}

export type { Boundary }

export interface PartyDocument {
  readonly name: string
  readonly members?: { readonly [person: string]: MemberDocument }
  readonly teams?: { readonly [team: string]: { readonly name: string } }
  readonly signatories?: readonly { readonly name: string; readonly title?: string; readonly signedOn?: string }[]
}

export interface MemberDocument {
  readonly name: string
  readonly team?: string
  readonly role?: string
}

/** Words, or words with the rule that decides. */
export type DefinitionDocument = string | { readonly words: string; readonly when?: ConditionDocument }

export interface LifecycleDocument<StateName extends string = string, PartyName extends string = string> {
  /** The state of a lead whose first event is no move. */
  readonly initial: NoInfer<StateName>
  readonly states: { readonly [Name in StateName]: StateDocument<NoInfer<StateName>, PartyName> }
}

export interface StateDocument<StateName extends string = string, PartyName extends string = string> {
  readonly definition?: string
  /** The states that a lead may move to from here. */
  readonly to?: readonly StateName[]
  /** True when entering the state disposes of the lead: qualified, disqualified or recycled to nurture. */
  readonly disposition?: boolean
  /** What must hold for a lead that enters. A lead that enters without it is a finding, not a refusal. */
  readonly entry?: ConditionDocument
  /** The parties whose members may make the move; everybody when left out. */
  readonly by?: readonly PartyName[]
}

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
  readonly onChange?: 'keep' | 'retarget'
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

type Period = 'week' | 'month' | 'quarter' | 'year'

interface PeriodClauseDocument<PartyName extends string> extends PromiseDocument<PartyName> {
  readonly per: Period
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
export interface VolumeClauseDocument<StateName extends string = string, PartyName extends string = string>
  extends PeriodClauseDocument<PartyName> {
  readonly kind: 'volume'
  readonly count: TriggerDocument<StateName>
  readonly target: number
}

/** A sum of money per period. **Units** minor units of the currency. */
export interface AmountClauseDocument<PartyName extends string = string> extends PeriodClauseDocument<PartyName> {
  readonly kind: 'amount'
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
  readonly maturity?: string
  readonly atLeast?: number
  readonly atMost?: number
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
  | VolumeClauseDocument<StateName, PartyName>
  | AmountClauseDocument<PartyName>
  | RatioClauseDocument<StateName, PartyName>
  | ComplianceClauseDocument<PartyName>
