/** A trigger says when something happens to a clock: the checked form of a `TriggerDocument`. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import type { Rule, Scope } from './scope.ts'

/** Kept flat, with one shape for all kinds, because a stream asks it about every event. */
export interface Trigger {
  readonly kind: 'on' | 'enters' | 'leaves' | 'disposed' | 'becomes'
  /** The event types of `on`. */
  readonly types: ReadonlySet<string>
  /** The states of `enters` and `leaves`, and of `disposed` the dispositions. */
  readonly states: ReadonlySet<string>
  /** The `when` of a trigger, or the condition of `becomes`. */
  readonly condition: Rule | null
}

const none: ReadonlySet<string> = new Set()

/** Returns the checked trigger; `null` when there is none, `undefined` when it is wrong. */
export function readTrigger(
  value: unknown,
  path: IssuePath,
  scope: Scope,
  dispositions: ReadonlySet<string>,
): Trigger | null | undefined {
  if (value === undefined) return null
  if (!isRecord(value)) return undefined
  if ('becomes' in value) {
    const condition = scope.condition(value.becomes, [...path, 'becomes'])
    return condition ? { kind: 'becomes', types: none, states: none, condition } : undefined
  }
  const condition = scope.condition(value.when, [...path, 'when'])
  if (condition === undefined) return undefined
  if ('on' in value) return { kind: 'on', types: new Set(textsOf(value.on)), states: none, condition }
  const kind = (['enters', 'leaves', 'disposed'] as const).find((candidate) => candidate in value)
  if (kind === undefined) return undefined
  if (scope.names.states?.length === 0)
    return scope.add('missing-lifecycle', [...path, kind], 'a lifecycle with the states that are meant', value[kind])
  const states = kind === 'disposed' ? dispositions : scope.states(value[kind], [...path, kind])
  if (kind === 'disposed' && states.size === 0 && scope.names.states !== null) {
    return scope.add('missing-lifecycle', [...path, kind], 'a lifecycle in which at least one state is a disposition', true)
  }
  return { kind, types: none, states, condition }
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
}
