/** The stick as a person writes it: for each party the ladders of what follows when it does not keep its promises. [F3] */
import type { ConditionDocument } from '../conditions/condition.ts'
import type { PeriodLength } from './clause-document.ts'
import type { SubjectKind } from './conduct-facts.ts'

export interface EnforcementDocument<PartyName extends string = string> {
  readonly ladders: { readonly [ladder: string]: ConsequenceLadderDocument<PartyName> }
}

/** A ladder: what makes a period a strike, and the step that each strike leads to. */
export interface ConsequenceLadderDocument<PartyName extends string = string> {
  readonly title?: string
  /** The party whose promises are judged. */
  readonly owedBy: PartyName
  /** Whether the party as a whole, each of its teams or each owner of leads climbs the ladder. */
  readonly for: SubjectKind
  /** The promises that are judged; all that the party owes when left out. */
  readonly clauses?: readonly string[]
  /** How long the periods are that are judged. */
  readonly per: PeriodLength
  /** What makes a period a strike. When left out it is any breach, or any promise missed. */
  readonly strike?: ConditionDocument
  /** A period with fewer decided clocks is not judged by them. */
  readonly minimumSample?: number
  /** So many periods at the beginning are not judged, of an owner from the day that `members` names as `since`. */
  readonly grace?: number
  /** After so many clean periods in a row the strikes before are forgiven; never when left out. */
  readonly forgiveAfter?: number
  /** A period is judged as soon as nothing in it is pending, and at the latest so long after its end. 14 days when left out. */
  readonly judgeAfter?: string
  /** From the mildest to the hardest; the last one whose condition holds is taken. */
  readonly steps: readonly ConsequenceStepDocument<PartyName>[]
}

/** A step of the ladder, and what is to be done. Without `when` the first step is for the first strike, the second for the second, and so on. */
export type ConsequenceStepDocument<PartyName extends string = string> = {
  readonly name: string
  /** What is done, in words. */
  readonly words?: string
  readonly when?: ConditionDocument
} & ActionDocument<PartyName>

export type ActionDocument<PartyName extends string = string> =
  /** Somebody is told, or sits down with them. */
  | { readonly action: 'notice' | 'coaching'; readonly to?: string }
  /** The leads whose clocks are breached and still open go back to where they can be taken. */
  | { readonly action: 'returnLeads'; readonly to?: string }
  /** The target of a clause is changed by a share of it: `0.1` is a tenth more, `-0.1` a tenth less. */
  | { readonly action: 'adjustQuota'; readonly clause: string; readonly by: number }
  /** Money is moved from one budget to another. **Units** minor units of the currency. */
  | {
      readonly action: 'moveBudget'
      readonly from: PartyName
      readonly to: PartyName
      readonly amountMinor: number
      readonly currency: string
    }
