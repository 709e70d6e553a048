/** The promises that are counted over a period: the checked forms of `volume`, `amount`, `ratio` and `compliance` clauses. */

import type { PeriodLength } from './clause-document.ts'
import type { Credit } from './credit.ts'
import type { Deduction, Weight } from './deduction.ts'
import type { Pacing } from './paced-target.ts'
import type { Trigger } from './trigger.ts'

export interface PeriodPromise {
  readonly id: string
  readonly title: string | null
  readonly owedBy: string
  readonly owedTo: string | null
  readonly per: PeriodLength
  /** The clauses of other parties during whose breach this one rests. [P7] */
  readonly suspendedWhile: readonly string[]
  /** Whether the document names them in a list: their paths have one key more. */
  readonly suspendsByList: boolean
}

export interface VolumeClause extends PeriodPromise, Pacing {
  readonly kind: 'volume'
  readonly count: Trigger
  /** **Units** milliseconds on the wall; zero for none. */
  readonly cooldownMs: number
  readonly weights: readonly Weight[]
  /** Of weights that are money. */
  readonly currency: string | null
  readonly deduction: Deduction | null
}

/** **Units** targets in minor units of the currency. */
export interface AmountClause extends PeriodPromise, Pacing {
  readonly kind: 'amount'
  readonly sum: Trigger
  /** Where in the event the amount stands. */
  readonly keys: readonly string[]
  readonly currency: string
  readonly credit: Credit | null
}

export interface RatioClause extends PeriodPromise {
  readonly kind: 'ratio'
  readonly of: Trigger
  readonly that: Trigger
  /** **Units** milliseconds on the wall; `null` where a lead is waited for without an end. */
  readonly maturityMs: number | null
  /** **Units** milliseconds on the wall; zero for none. */
  readonly cooldownMs: number
  /** Since when `that` is recorded. **Units** epoch milliseconds; minus infinity for ever. */
  readonly recordedFrom: number
  readonly atLeast: number | null
  readonly atMost: number | null
  readonly minimumSample: number
}

export interface ComplianceClause extends PeriodPromise {
  readonly kind: 'compliance'
  /** The clause whose clocks are counted. */
  readonly clause: string
  readonly atLeast: number
  readonly minimumSample: number
}

export type PeriodClause = VolumeClause | AmountClause | RatioClause | ComplianceClause

const kinds: readonly unknown[] = ['volume', 'amount', 'ratio', 'compliance'] satisfies PeriodClause['kind'][]

/** Returns true for the kind of a clause that is counted over a period. */
export function isPeriodKind(kind: unknown): kind is PeriodClause['kind'] {
  return kinds.includes(kind)
}

/** Returns the triggers that a clause asks about each event. */
export function triggersOf(clause: PeriodClause): readonly Trigger[] {
  switch (clause.kind) {
    case 'volume':
      return clause.deduction ? [clause.count, clause.deduction.rejected] : [clause.count]
    case 'amount':
      return [clause.sum]
    case 'ratio':
      return [clause.of, clause.that]
    case 'compliance':
      return []
  }
}
