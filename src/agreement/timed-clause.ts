/** The promise of an action within a target, per lead and cycle: the checked form of a `timed` clause. */
import type { Boundary, BusinessClock } from '../clock/business-clock.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { Attribution } from './clause-document.ts'
import { type LadderStep, type Reminder, readFollowUps } from './followups.ts'
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
  readonly onChange: 'keep' | 'retarget' | 'restart'
  /** **Units** milliseconds on the wall; zero for none. */
  readonly reopenWindowMs: number
  /** The clause that must have closed before; `null` for none. */
  readonly after: string | null
  readonly runs: 'lead' | 'owner'
  readonly attribution: Attribution
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
  const triggers = readTriggers(document, path, scope, dispositions)
  const requires = scope.condition(document.requires, [...path, 'requires'])
  const goals = readGoals(document.within, [...path, 'within'], scope)
  const reopenWindowMs =
    document.reopenWindow === undefined ? 0 : scope.take(parseDuration(document.reopenWindow, [...path, 'reopenWindow']))
  if (reopenWindowMs !== undefined && reopenWindowMs < 0) {
    scope.add('out-of-range', [...path, 'reopenWindow'], 'an amount of time that is not negative', document.reopenWindow)
  }
  if (document.after !== undefined) scope.clause(document.after, [...path, 'after'])
  const followUps = readFollowUps(document, path, scope)
  const { clock: calendar } = document
  scope.calendar(calendar, [...path, 'clock'])
  const clock = typeof calendar === 'string' ? clockOf(calendar) : undefined
  if (!triggers || reopenWindowMs === undefined || requires === undefined || !clock || goals.length === 0) return undefined
  return {
    kind: 'timed',
    id,
    title: typeof document.title === 'string' ? document.title : null,
    owedBy: String(document.owedBy),
    owedTo: typeof document.owedTo === 'string' ? document.owedTo : null,
    calendar: calendar as string,
    clock,
    ...triggers,
    requires,
    once: document.once === true,
    onChange: document.onChange === 'keep' || document.onChange === 'restart' ? document.onChange : 'retarget',
    reopenWindowMs,
    after: typeof document.after === 'string' ? document.after : null,
    runs: document.runs === 'owner' ? 'owner' : 'lead',
    attribution: (document.attribution as Attribution | undefined) ?? 'ownerAtDue',
    boundary: document.boundary === 'nextOpen' || document.boundary === 'close' ? document.boundary : boundary,
    goals,
    ...followUps,
  }
}

type Triggers = Pick<TimedClause, 'start' | 'stop' | 'pause' | 'resume' | 'cancel' | 'reset'>

function readTriggers(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  dispositions: ReadonlySet<string>,
): Triggers | undefined {
  const trigger = (key: string) => readTrigger(document[key], [...path, key], scope, dispositions)
  const start = trigger('start')
  const stop = trigger('stop')
  const pause = trigger('pause')
  const resume = trigger('resume')
  const cancel = trigger('cancel')
  const reset = trigger('reset')
  if ((pause?.kind === 'on' || pause?.kind === 'leaves') && resume === null) {
    scope.add('missing-resume', [...path, 'resume'], 'a resume, because a pause by an event or an exit never ends by itself')
  }
  if (!start || !stop || pause === undefined || resume === undefined || cancel === undefined || reset === undefined)
    return undefined
  return { start, stop, pause, resume, cancel, reset }
}
