/** Clauses that say the same twice, or two things at once. */
import type { Agreement } from '../agreement/agreement.ts'
import type { ClauseDocument } from '../agreement/document.ts'
import { canonicalText } from '../content.ts'
import { type Draft, draft } from './draft.ts'

/** What each kind of clause is about; two clauses that agree in it make one promise, whatever they owe. */
const subjects: Readonly<Record<ClauseDocument['kind'], readonly string[]>> = {
  timed: ['clock', 'start', 'stop', 'pause', 'resume', 'cancel', 'reset', 'requires', 'once', 'after', 'runs'],
  cadence: ['clock', 'start', 'stop', 'cancel', 'attempt', 'once', 'automations', 'spacing', 'channels'],
  volume: ['count', 'per', 'weights', 'currency', 'deduct', 'cooldown', 'carryOver'],
  amount: ['sum', 'per', 'currency', 'credit', 'carryOver'],
  ratio: ['of', 'that', 'per', 'maturity', 'cooldown'],
  compliance: ['clause', 'per'],
}

/** What they owe. */
const dues: Readonly<Record<ClauseDocument['kind'], readonly string[]>> = {
  timed: ['within'],
  cadence: ['within', 'count'],
  volume: ['target'],
  amount: ['target'],
  ratio: ['atLeast', 'atMost'],
  compliance: ['atLeast'],
}

/** Returns the clauses that overlap: the later one of each pair. */
export function clauseChecks({ document }: Agreement): Draft[] {
  const seen = new Map<string, { readonly id: string; readonly clause: ClauseDocument }>()
  return Object.entries(document.clauses).flatMap(([id, clause]): Draft[] => {
    const subject = canonicalText([clause.kind, clause.owedBy, partsOf(clause, subjects[clause.kind])])
    const earlier = seen.get(subject)
    if (!earlier) {
      seen.set(subject, { id, clause })
      return []
    }
    const facts = { clause: id, other: earlier.id }
    const keys = dues[clause.kind]
    const isSame = canonicalText(partsOf(clause, keys)) === canonicalText(partsOf(earlier.clause, keys))
    const places = { path: ['clauses', id] }
    // A floor in one clause and a ceiling in another are two promises, unless they leave nothing between them.
    if (!isSame && clause.kind === 'ratio' && earlier.clause.kind === 'ratio') {
      const { atLeast = 0, atMost = 1 } = { ...earlier.clause, ...clause }
      return atLeast > atMost ? [draft('contradicting-clauses', facts, { severity: 'error', ...places })] : []
    }
    // Nine in ten within an hour and all within a day may both be meant, but two goals of one clause say it better.
    return [draft(isSame ? 'repeated-clause' : 'contradicting-clauses', facts, { severity: 'warning', ...places })]
  })
}

function partsOf(clause: ClauseDocument, keys: readonly string[]): unknown[] {
  return keys.map((key) => Reflect.get(clause, key) ?? null)
}
