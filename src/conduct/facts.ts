/** The facts of a party, a team or a person over a period: plain values, which conditions read and explanations print. */
import type { PeriodLength } from '../agreement/clause-document.ts'
import type { SubjectKind } from '../agreement/conduct-facts.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { sumOf } from './clock-count.ts'
import type { Conduct } from './conduct.ts'

export interface ConductFacts {
  readonly for: SubjectKind
  readonly party: string
  /** Of an owner whom the agreement lists; else `null`. */
  readonly role: string | null
  /** Clocks that were kept or breached. */
  readonly decided: number
  readonly kept: number
  readonly breaches: number
  /** Of the breaches those that are open still. */
  readonly openBreaches: number
  /** Clocks that are open in time or paused, and promises that are not decided. */
  readonly pending: number
  /** Clocks that count for nobody. */
  readonly excluded: number
  /** `null` of nothing, and of fewer clocks than the rule asks for. */
  readonly keptShare: number | null
  /** Business time after due. **Units** milliseconds. */
  readonly worstLateMs: number
  readonly totalLateMs: number
  /** What is counted over a period, of a party. */
  readonly promisesMet: number
  readonly promisesMissed: number
  /** The lowest part of a target that was reached, among promises with a number, a sum or a least share; `null` of none. */
  readonly attainment: number | null
}

/** Whose facts, over which promises. */
export interface Subject {
  readonly for: SubjectKind
  readonly name: string
  readonly party: string
  readonly clauses: ReadonlySet<string>
  readonly promises: ReadonlySet<string>
  /** Of fewer decided clocks there is no share. */
  readonly minimumSample: number
}

/** Returns the facts of a subject in a period. */
export function factsOf(conduct: Conduct, subject: Subject, per: PeriodLength, number: number): ConductFacts {
  const { for: kind, name, party, clauses, promises, minimumSample } = subject
  const count = sumOf([...clauses].map((clause) => conduct.count(clause, kind, name, per, number)))
  const results = kind === 'party' ? [...promises].flatMap((clause) => conduct.resultsIn(clause, per, number)) : []
  const decided = count.kept + count.breaches
  const having = (...statuses: readonly PeriodResult['status'][]) => results.filter(({ status }) => statuses.includes(status))
  return {
    for: kind,
    party,
    role: kind === 'owner' ? (conduct.members.get(name)?.role ?? null) : null,
    decided,
    kept: count.kept,
    breaches: count.breaches,
    openBreaches: count.openBreaches,
    pending: count.pending + having('onTrack', 'behind').length,
    excluded: count.excluded,
    keptShare: decided === 0 || decided < minimumSample ? null : count.kept / decided,
    worstLateMs: count.worstLateMs,
    totalLateMs: count.totalLateMs,
    promisesMet: having('met').length,
    promisesMissed: having('missed').length,
    attainment: attainmentOf(conduct, results),
  }
}

/** Returns true where there is something to judge: enough clocks, or a promise that is decided. */
export function isJudgeable({ decided, promisesMet, promisesMissed }: ConductFacts, minimumSample: number): boolean {
  return decided >= Math.max(1, minimumSample) || promisesMet + promisesMissed > 0
}

/** What is suspended or of too small a sample says nothing of anybody, nor does a share that is to be at most so much. */
function attainmentOf({ versions }: Conduct, results: readonly PeriodResult[]): number | null {
  let lowest: number | null = null
  for (const { clause, actual, target, status } of results) {
    if (actual === null || !(target > 0) || status === 'suspended' || status === 'insufficientData') continue
    const promise = versions.at(-1)?.agreement.periodClauses.get(clause)
    if (promise?.kind === 'ratio' && promise.atLeast === null) continue
    lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, actual / target)
  }
  return lowest
}
