/**
 * The agreement as a person writes it: one JSON document with the parties, what the words mean, when time counts, where a
 * lead can stand, and what each party promises. The type parameters are the names that the document itself declares, so
 * that a misspelt calendar, state or party in a literal is a type error.
 */
import type { Boundary } from '../clock/business-clock.ts'
import type { CalendarDocument, CombinedCalendarDocument } from '../clock/calendar-document.ts'
import type { ConditionDocument } from '../conditions/condition.ts'
import type { CadenceClauseDocument } from './cadence-document.ts'
import type { TimedClauseDocument, TriggerDocument } from './clause-document.ts'
import type { EnforcementDocument } from './enforcement-document.ts'
import type { IncentivesDocument } from './incentives-document.ts'
import type {
  AmountClauseDocument,
  ComplianceClauseDocument,
  RatioClauseDocument,
  VolumeClauseDocument,
} from './period-clause-document.ts'
import type { ReviewDocument } from './review.ts'
import type { FiscalYearDocument, RatesDocument } from './terms-document.ts'

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
  /** The year of the periods `fiscalMonth`, `fiscalQuarter` and `fiscalYear`. [P1] */
  readonly fiscalYear?: FiscalYearDocument
  /** What other currencies are worth to the clauses that sum money. [P5] */
  readonly rates?: RatesDocument
  /** What counts as a touch of a lead by each party: the first one has sourced it. [P5] */
  readonly touches?: { readonly [Name in NoInfer<PartyName>]?: TriggerDocument<NoInfer<StateName>> }
  /** Waivers that both parties agreed to; few, and counted. [C16] */
  readonly exceptions?: readonly ExceptionDocument[]
  /** The stick: what follows when promises are not kept. [F3] */
  readonly enforcement?: EnforcementDocument<NoInfer<PartyName>>
  /** The carrot: what earns points, and what points earn. [F4] */
  readonly incentives?: IncentivesDocument<NoInfer<PartyName>>
  /** When the parties look at the agreement again. */
  readonly review?: ReviewDocument
  readonly clauses: { readonly [clause: string]: ClauseDocument<NoInfer<CalendarName>, NoInfer<StateName>, NoInfer<PartyName>> }
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

/** An agreed waiver: breaches that fall due in it are not held against anybody. [C16] */
export interface ExceptionDocument {
  readonly name?: string
  /** The dates in the agreement's zone, `[from, to)`. */
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly approvedBy?: string
  /** For whom; everybody where nothing is named. */
  readonly clauses?: readonly string[]
  readonly leads?: readonly string[]
  readonly owners?: readonly string[]
  readonly teams?: readonly string[]
}

export interface PartyDocument {
  readonly name: string
  readonly members?: { readonly [person: string]: MemberDocument }
  readonly teams?: { readonly [team: string]: { readonly name: string; readonly calendar?: string } }
  readonly signatories?: readonly { readonly name: string; readonly title?: string; readonly signedOn?: string }[]
}

export interface MemberDocument {
  readonly name: string
  readonly team?: string
  /** What the person is among others: like is compared with like. */
  readonly role?: string
  /** The date on which the person joined; from then on a grace counts. */
  readonly since?: string
  /** Counts for the clauses whose clock follows the owner. [C10] */
  readonly calendar?: string
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
