/** The ladders of consequences, checked. */
import type { PeriodLength } from './clause-document.ts'
import type { ConductRule, SubjectKind } from './conduct-facts.ts'
import type { ActionDocument } from './enforcement-document.ts'

export interface ConsequenceLadder {
  readonly name: string
  readonly title: string | null
  readonly owedBy: string
  readonly for: SubjectKind
  /** The clauses whose clocks are judged, and those that are counted over a period. */
  readonly clauses: ReadonlySet<string>
  readonly promises: ReadonlySet<string>
  readonly per: PeriodLength
  readonly strike: ConductRule
  readonly minimumSample: number
  readonly grace: number
  /** `null` where strikes are never forgiven. */
  readonly forgiveAfter: number | null
  /** **Units** milliseconds on the wall. */
  readonly judgeAfterMs: number
  readonly steps: readonly ConsequenceStep[]
}

export interface ConsequenceStep {
  readonly name: string
  readonly words: string | null
  readonly when: ConductRule
  readonly action: ActionDocument
}
