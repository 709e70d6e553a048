/** What follows while a clock runs: the reminders before it is due and the ladder after it is breached. [F1], [F3] */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { Rule, Scope } from './scope.ts'

/** Told before the clock is due: when a share of the target is used, or an amount of time before. */
export interface Reminder {
  readonly name: string
  /** Of the target, more than 0 and less than 1; `null` for a reminder by time. */
  readonly share: number | null
  /** **Units** milliseconds before due. */
  readonly beforeMs: number
  /** Whether `beforeMs` is time on the clause's clock or on the wall. */
  readonly on: 'business' | 'wall'
  /** Delivered in open hours, at once whatever the hour, or with all others of the owner on the next morning. */
  readonly deliver: 'openHours' | 'anyTime' | 'digest'
  readonly to: string
}

/** A step of the ladder: what happens when a breached clock is still open. */
export interface LadderStep {
  readonly name: string
  /** Business time on the clause's clock since it was due. **Units** milliseconds. */
  readonly afterMs: number
  readonly action: 'notify' | 'reassign' | 'pool'
  readonly to: string
  readonly when: Rule | null
}

/** A clause with more steps than this could not be told apart in the state of a lead. */
export const mostSteps = 28

/** Returns the checked reminders and the checked ladder of a clause. */
export function readFollowUps(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
): { readonly reminders: readonly Reminder[]; readonly ladder: readonly LadderStep[] } {
  const reminders = readReminders(document.reminders, [...path, 'reminders'], scope)
  const ladder = readLadder(document.escalation, [...path, 'escalation'], scope)
  const steps = reminders.length + ladder.length
  if (steps > mostSteps) {
    scope.add('out-of-range', [...path, 'escalation'], `at most ${mostSteps} reminders and steps of the ladder together`, steps)
  }
  return { reminders, ladder }
}

/** The reminders in the order of the document. */
function readReminders(value: unknown, path: IssuePath, scope: Scope): Reminder[] {
  if (!Array.isArray(value)) return []
  const names = new Set<string>()
  return value.flatMap((entry, index): Reminder[] => {
    if (!isRecord(entry)) return []
    const at = [...path, index]
    const name = nameOf(entry, index, names, at, scope)
    const share = typeof entry.share === 'number' ? entry.share : null
    const beforeMs = entry.before === undefined ? 0 : scope.take(parseDuration(entry.before, [...at, 'before']))
    if ((share === null) === (entry.before === undefined)) {
      scope.add('missing-key', at, 'either share or before')
      return []
    }
    if (share !== null && !(share > 0 && share < 1)) {
      scope.add('out-of-range', [...at, 'share'], 'a share of the target between 0 and 1', share)
      return []
    }
    if (beforeMs === undefined) return []
    if (share === null && beforeMs <= 0) {
      scope.add('target-not-positive', [...at, 'before'], 'an amount of time of more than zero', entry.before)
      return []
    }
    const deliver = entry.deliver === 'anyTime' || entry.deliver === 'digest' ? entry.deliver : 'openHours'
    return [{ name, share, beforeMs, on: entry.on === 'wall' ? 'wall' : 'business', deliver, to: textOf(entry.to, 'owner') }]
  })
}

const noEvent = 'facts that there are when a step comes, which is no event but the passing of time'

/** The steps of the ladder stand in the order in which they come. */
function readLadder(value: unknown, path: IssuePath, scope: Scope): LadderStep[] {
  if (!Array.isArray(value)) return []
  const names = new Set<string>()
  let latest = 0
  return value.flatMap((entry, index): LadderStep[] => {
    if (!isRecord(entry)) return []
    const at = [...path, index]
    const name = nameOf(entry, index, names, at, scope)
    const afterMs = entry.after === undefined ? 0 : scope.take(parseDuration(entry.after, [...at, 'after']))
    const when = scope.condition(entry.when, [...at, 'when'])
    if (when?.reads.has('event')) scope.add('unknown-fact', [...at, 'when'], noEvent, 'event', ['lead', 'state', 'owner', 'team'])
    if (afterMs === undefined || when === undefined) return []
    if (afterMs < latest) scope.add('out-of-range', [...at, 'after'], 'no less than the step before it', entry.after)
    latest = Math.max(latest, afterMs)
    const action = entry.action === 'reassign' || entry.action === 'pool' ? entry.action : 'notify'
    return [{ name, afterMs, action, to: textOf(entry.to, action === 'notify' ? 'manager' : action), when }]
  })
}

/** A step is known by its name or by its number, and never two by the same. */
function nameOf(entry: Record<string, unknown>, index: number, names: Set<string>, at: IssuePath, scope: Scope): string {
  const name = textOf(entry.name, String(index + 1))
  if (names.has(name)) scope.add('invalid-name', [...at, 'name'], 'a name of its own', name)
  names.add(name)
  return name
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
