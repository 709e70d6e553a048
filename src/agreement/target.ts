/** How long a promise may take, and for which leads: the checked form of `within`. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { Rule, Scope } from './scope.ts'

export type Target =
  | { readonly kind: 'duration'; readonly ms: number }
  | { readonly kind: 'businessDays'; readonly days: number }
  | { readonly kind: 'endOfBusinessDay'; readonly days: number }
  | { readonly kind: 'dueFrom'; readonly fact: 'lead' | 'event'; readonly keys: readonly string[] }

export interface Goal {
  readonly name: string | null
  /** `null` for the goal of all leads that no goal before it took. */
  readonly when: Rule | null
  readonly target: Target
}

/** Returns the goals in order, the first that holds wins; one goal when `within` is a bare target. **Source** [C8], [T3]. */
export function readGoals(value: unknown, path: IssuePath, scope: Scope): Goal[] {
  if (!Array.isArray(value)) {
    const target = readTarget(value, path, scope)
    return target ? [{ name: null, when: null, target }] : []
  }
  const goals: Goal[] = []
  for (const [index, entry] of value.entries()) {
    if (!isRecord(entry)) continue
    const at = [...path, index]
    const when = scope.condition(entry.when, [...at, 'when'])
    const target = readTarget(entry.target, [...at, 'target'], scope)
    if (entry.when === undefined && index < value.length - 1) {
      scope.add(
        'catch-all-not-last',
        at,
        'the goal without a condition to be the last one, because no goal after it can win',
        `goal ${index + 1} of ${value.length}`,
      )
    }
    if (target && when !== undefined) goals.push({ name: typeof entry.name === 'string' ? entry.name : null, when, target })
  }
  return goals
}

const dottedPath = /^\$(\.[A-Za-z_][\w-]*)+$/

function readTarget(value: unknown, path: IssuePath, scope: Scope): Target | undefined {
  if (typeof value === 'string') {
    const ms = scope.take(parseDuration(value, path))
    if (ms === undefined) return undefined
    return ms > 0 ? { kind: 'duration', ms } : scope.add('target-not-positive', path, 'a target of more than zero', value)
  }
  if (!isRecord(value)) return undefined
  if (typeof value.businessDays === 'number') {
    const days = value.businessDays
    return days > 0
      ? { kind: 'businessDays', days }
      : scope.add('target-not-positive', [...path, 'businessDays'], 'at least one business day', days)
  }
  if (typeof value.endOfBusinessDay === 'number') return { kind: 'endOfBusinessDay', days: value.endOfBusinessDay }
  if (!isRecord(value.dueFrom) || typeof value.dueFrom.path !== 'string') return undefined
  if (!dottedPath.test(value.dueFrom.path)) {
    return scope.add('invalid-path', [...path, 'dueFrom', 'path'], 'a path of names such as $.respondBy', value.dueFrom.path)
  }
  return {
    kind: 'dueFrom',
    fact: value.dueFrom.fact === 'event' ? 'event' : 'lead',
    keys: value.dueFrom.path.split('.').slice(1),
  }
}
