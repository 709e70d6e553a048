/** What a lead counts, and when it is taken back: the checked forms of `weights` and `deduct`. [P2], [P8], [C15] */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import { type Rejection, readRejection } from './rejection.ts'
import type { Rule, Scope } from './scope.ts'

/** **Units** `worth` in points, or in minor units of the clause's currency. */
export interface Weight {
  readonly name: string | null
  /** `null` for the weight of all leads that no weight before it took. */
  readonly when: Rule | null
  readonly worth: number
}

export interface Deduction extends Rejection {
  /** **Units** milliseconds on the wall after the end of a period; infinite where it is never locked. */
  readonly lockAfterMs: number
}

/** Returns the weights in order; none where every lead counts one. */
export function readWeights(value: unknown, path: IssuePath, scope: Scope): Weight[] | undefined {
  if (!Array.isArray(value)) return []
  const weights = value.flatMap((entry, index): Weight[] => {
    if (!isRecord(entry) || typeof entry.worth !== 'number') return []
    const when = scope.condition(entry.when, [...path, index, 'when'])
    if (entry.when === undefined && index < value.length - 1) {
      const expected = 'the weight without a condition to be the last one, because no weight after it can win'
      scope.add('catch-all-not-last', [...path, index], expected, `weight ${index + 1} of ${value.length}`)
    }
    const weight = { name: typeof entry.name === 'string' ? entry.name : null, worth: entry.worth }
    return when === undefined ? [] : [{ ...weight, when }]
  })
  return weights.length === value.length ? weights : undefined
}

/** Returns the deduction; `null` where there is none, `undefined` when the scope has been told of a mistake. */
export function readDeduction(
  value: unknown,
  path: IssuePath,
  scope: Scope,
  dispositions: ReadonlySet<string>,
): Deduction | null | undefined {
  if (!isRecord(value)) return null
  const rejection = readRejection(value, path, scope, dispositions)
  const lockAfterMs = readLock(value.lockAfter, [...path, 'lockAfter'], scope)
  return rejection && lockAfterMs !== undefined ? { ...rejection, lockAfterMs } : undefined
}

function readLock(value: unknown, path: IssuePath, scope: Scope): number | undefined {
  if (value === undefined) return Number.POSITIVE_INFINITY
  const ms = scope.take(parseDuration(value, path))
  return ms === undefined || ms >= 0 ? ms : scope.add('out-of-range', path, 'an amount of time that is not negative', value)
}
