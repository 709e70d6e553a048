/** The promise of an action within a target, per lead and cycle: the checked form of a `timed` clause. */
import type { BusinessClock } from '../clock/business-clock.ts'
import type { IssuePath } from '../errors.ts'
import type { Boundary } from './document.ts'
import { type LadderStep, mostSteps, type Reminder, readLadder, readReminders } from './followups.ts'
import type { Rule, Scope } from './scope.ts'
import { type Goal, readGoals } from './target.ts'
import { readTrigger, type Trigger } from './trigger.ts'

export interface TimedClause {
  readonly kind: 'timed'
  readonly id: string
  readonly title: string | null
  readonly owedBy: string
  readonly owedTo: string | null
  /** The name of the calendar, or `always`. */
  readonly calendar: string
  readonly clock: BusinessClock
  readonly start: Trigger
  readonly stop: Trigger
  readonly pause: Trigger | null
  /** `null` when the clause has no pause, or when the pause ends as its own state or condition does. */
  readonly resume: Trigger | null
  readonly cancel: Trigger | null
  readonly reset: Trigger | null
  readonly requires: Rule | null
  readonly once: boolean
  readonly onChange: 'keep' | 'retarget'
  readonly boundary: Boundary
  readonly goals: readonly Goal[]
  readonly reminders: readonly Reminder[]
  readonly ladder: readonly LadderStep[]
}

export interface Surroundings {
  readonly dispositions: ReadonlySet<string>
  readonly clockOf: (name: string) => BusinessClock | undefined
  readonly boundary: Boundary
}

/** Returns the checked clause, or `undefined` when the scope has been told of a mistake. */
export function readTimedClause(
  id: string,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { dispositions, clockOf, boundary }: Surroundings,
): TimedClause | undefined {
  const trigger = (key: string) => readTrigger(document[key], [...path, key], scope, dispositions)
  const start = trigger('start')
  const stop = trigger('stop')
  const pause = trigger('pause')
  const resume = trigger('resume')
  const cancel = trigger('cancel')
  const reset = trigger('reset')
  const requires = scope.condition(document.requires, [...path, 'requires'])
  const goals = readGoals(document.within, [...path, 'within'], scope)
  const reminders = readReminders(document.reminders, [...path, 'reminders'], scope)
  const ladder = readLadder(document.escalation, [...path, 'escalation'], scope)
  if (reminders.length + ladder.length > mostSteps) {
    scope.add(
      'out-of-range',
      [...path, 'escalation'],
      `at most ${mostSteps} reminders and steps of the ladder together`,
      reminders.length + ladder.length,
    )
  }
  const { clock: calendar } = document
  scope.calendar(calendar, [...path, 'clock'])
  if ((pause?.kind === 'on' || pause?.kind === 'leaves') && resume === null) {
    scope.add('missing-resume', [...path, 'resume'], 'a resume, because a pause by an event or an exit never ends by itself')
  }
  const clock = typeof calendar === 'string' ? clockOf(calendar) : undefined
  if (!start || !stop || pause === undefined || resume === undefined || cancel === undefined || reset === undefined)
    return undefined
  if (requires === undefined || !clock || goals.length === 0) return undefined
  return {
    kind: 'timed',
    id,
    title: typeof document.title === 'string' ? document.title : null,
    owedBy: String(document.owedBy),
    owedTo: typeof document.owedTo === 'string' ? document.owedTo : null,
    calendar: calendar as string,
    clock,
    start,
    stop,
    pause,
    resume,
    cancel,
    reset,
    requires,
    once: document.once === true,
    onChange: document.onChange === 'keep' ? 'keep' : 'retarget',
    boundary: document.boundary === 'nextOpen' || document.boundary === 'close' ? document.boundary : boundary,
    goals,
    reminders,
    ladder,
  }
}
