/**
 * The promise of several attempts within a span, per lead and cycle: the checked form of a `cadence` clause. Its clock is
 * that of a timed clause, which is stopped when the last attempt is made. [C14]
 */
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { CadenceTerms } from './cadence-terms.ts'
import type { Scope } from './scope.ts'
import { readTimedClause, type Surroundings, type TimedClause } from './timed-clause.ts'
import { readTrigger } from './trigger.ts'

export interface CadenceClause extends CadenceTerms {
  readonly kind: 'cadence'
  readonly id: string
  readonly title: string | null
  readonly owedBy: string
  readonly owedTo: string | null
  /** The promise as that of a single action, which all attempts together are. */
  readonly timed: TimedClause
}

/** A trigger that nothing fires, for a clause that only its attempts fulfil. */
const never = { on: [] }

/** Returns the checked clause, or `undefined` when the scope has been told of a mistake. */
export function readCadenceClause(
  id: string,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  surroundings: Surroundings,
): CadenceClause | undefined {
  const { title, owedBy, owedTo, clock, start, stop = never, cancel, once, within, reminders, escalation } = document
  // A list of goals is for timed clauses, and the shape has told so.
  const target = Array.isArray(within) ? undefined : within
  const promise = { title, owedBy, owedTo, clock, start, stop, cancel, once, reminders, escalation }
  // The instant that was promised at the start stays, also where a fact named it.
  const asTimed = { ...promise, within: target, onChange: 'keep' }
  const timed = readTimedClause(id, asTimed, path, scope, surroundings)
  const attempt = readTrigger(document.attempt, [...path, 'attempt'], scope, surroundings.dispositions)
  const spacingMs = readSpacing(document.spacing, [...path, 'spacing'], scope)
  const { count, channels } = document
  if (typeof count === 'number' && typeof channels === 'number' && channels > count)
    scope.add('out-of-range', [...path, 'channels'], `at most ${count}, for so many attempts have no more channels`, channels)
  if (!timed || !attempt || spacingMs === undefined || typeof count !== 'number') return undefined
  const terms: CadenceTerms = {
    attempt,
    count,
    spacingMs,
    channels: typeof channels === 'number' ? channels : 1,
    automations: document.automations === true,
  }
  return {
    kind: 'cadence',
    id,
    title: timed.title,
    owedBy: timed.owedBy,
    owedTo: timed.owedTo,
    timed: { ...timed, attempts: terms },
    ...terms,
  }
}

function readSpacing(value: unknown, path: IssuePath, scope: Scope): number | undefined {
  if (value === undefined) return 0
  const ms = scope.take(parseDuration(value, path))
  return ms === undefined || ms >= 0 ? ms : scope.add('out-of-range', path, 'an amount of time that is not negative', value)
}
