/** Checks the references of the clauses that are not evaluated yet, so that a document is whole today. */
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { Scope } from './scope.ts'
import { readGoals } from './target.ts'
import { readTrigger } from './trigger.ts'

const triggers = ['start', 'attempt', 'stop', 'cancel', 'count', 'of', 'that'] as const
const durations = ['spacing', 'maturity'] as const

/** Tells the scope of every unknown name and wrong amount in a cadence, or in a clause of a kind that does not exist. */
export function readUntimedClause(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  dispositions: ReadonlySet<string>,
): void {
  for (const key of triggers) {
    if (typeof document[key] === 'object') readTrigger(document[key], [...path, key], scope, dispositions)
  }
  for (const key of durations) {
    if (typeof document[key] === 'string') scope.take(parseDuration(document[key], [...path, key]))
  }
  if (document.kind === 'cadence') readGoals(document.within, [...path, 'within'], scope)
  scope.calendar(document.clock, [...path, 'clock'])
  scope.clause(document.clause, [...path, 'clause'])
}
