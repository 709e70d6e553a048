/**
 * The stick. A ladder judges each period of a party, a team or an owner: clean, a strike, or nothing to judge; and each strike
 * leads to a step. It all follows from the agreement and an evaluation, so that running twice decides the same, under the
 * same keys. [F2], [F3]
 */

import type { SubjectKind } from '../agreement/conduct-facts.ts'
import type { ActionDocument } from '../agreement/enforcement-document.ts'
import type { ConditionTrace } from '../conditions/trace.ts'
import type { ConductFacts } from '../conduct/facts.ts'

/** What the conditions of a ladder read. */
export interface LadderFacts extends ConductFacts {
  /** Strikes up to and with this period that are not forgiven. */
  readonly strikes: number
  /** Of these the ones in a row; periods without anything to judge do not count. */
  readonly consecutive: number
}

/**
 * `final` when the period is over, nothing in it is pending any more or the wait for it is over, and so for all periods before
 * it; `pending` when it is over and something may still change; `running` while it lasts: what would follow if it ended now.
 */
export type Standing = 'final' | 'pending' | 'running'

/** `idle` where there was nothing to judge, or too little; `grace` where it is not judged yet. */
export type JudgementVerdict = 'strike' | 'clean' | 'idle' | 'grace'

export interface Judgement {
  /** `enforcement/ladder/period/name`: the same in every run. */
  readonly key: string
  readonly ladder: string
  /** `2026-04`, `2026-Q2`, `2026-W15` or `2026`, with its first instant and the first one of the next. */
  readonly period: string
  readonly from: string
  readonly to: string
  readonly party: string
  readonly for: SubjectKind
  /** The party, team or owner. */
  readonly name: string
  /** The version of the agreement that judges. */
  readonly version: string
  readonly standing: Standing
  readonly verdict: JudgementVerdict
  readonly facts: LadderFacts
  /** The step that is taken; `null` for none. */
  readonly step: string | null
}

/** A step that is to be taken, and why. */
export interface Consequence extends Judgement {
  /** `enforcement/ladder/period/step/name`: the same in every run. */
  readonly key: string
  readonly step: string
  readonly words: string | null
  readonly action: ActionDocument
  readonly due: ActionDue
  /** What the two conditions read and gave, as json-rules-engine explains it. */
  readonly trace: { readonly strike: ConditionTrace; readonly step: ConditionTrace }
  /** The same in sentences: which fact, which comparison, which numbers. */
  readonly because: readonly string[]
}

/** What the action comes to in this case. */
export type ActionDue =
  | { readonly action: 'notice' | 'coaching'; readonly to: string }
  | { readonly action: 'returnLeads'; readonly to: string; readonly leads: readonly string[] }
  | {
      readonly action: 'adjustQuota'
      readonly clause: string
      /** The target of the judged period, and the one that follows from it; `null` where the period has none. */
      readonly target: number | null
      readonly newTarget: number | null
      /** The first period for which the new target holds. */
      readonly fromPeriod: string
    }
  | {
      readonly action: 'moveBudget'
      readonly from: string
      readonly to: string
      readonly amountMinor: number
      readonly currency: string
    }
