/** The promise of an action within a target, per lead and cycle: the checked form of a `timed` clause. */
import type { Boundary, BusinessClock } from '../clock/business-clock.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { parseDuration } from '../time/duration.ts'
import type { CadenceTerms } from './cadence-terms.ts'
import type { Attribution } from './clause-document.ts'
import type { ChooseClock, ClockChoice } from './clock-choice.ts'
import { type Counts, readCounts } from './counts.ts'
import { type LadderStep, type Reminder, readFollowUps } from './followups.ts'
import { type Rejection, readRejection } from './rejection.ts'
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
  /** Whose calendar counts instead, chosen when a cycle starts; `null` where it is always the clause's own. [C10] */
  readonly choice: ClockChoice | null
  readonly start: Trigger
  readonly stop: Trigger
  readonly pause: Trigger | null
  /** `null` when the clause has no pause, or when the pause ends as its own state or condition does. */
  readonly resume: Trigger | null
  /** How long a pause may take, of time on the clause's clock; infinite where nothing is said. **Units** milliseconds. */
  readonly maxPauseMs: number
  /** How many pauses a clock may have; infinite where nothing is said. */
  readonly maxPauses: number
  /** By which rejections a clock is excused; `null` where by none. [C15] */
  readonly excuse: Rejection | null
  /** Which of the events that stop the clock count; `null` where all do. [C14] */
  readonly counts: Counts | null
  /** Of a cadence: which attempts stop the clock, all together. `null` where a single action does. [C14] */
  readonly attempts: CadenceTerms | null
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
  readonly choose: ChooseClock
}

/** Returns the checked clause, or `undefined` when the scope has been told of a mistake. */
export function readTimedClause(
  id: string,
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { dispositions, clockOf, choose, boundary }: Surroundings,
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
  const caps = readCaps(document, path, scope)
  const excuse = isRecord(document.excuse) ? readRejection(document.excuse, [...path, 'excuse'], scope, dispositions) : null
  const counts = readCounts(document.counts, [...path, 'counts'], scope)
  const followUps = readFollowUps(document, path, scope)
  const { clock: calendar } = document
  scope.calendar(calendar, [...path, 'clock'])
  const clock = typeof calendar === 'string' ? clockOf(calendar) : undefined
  if (!triggers || !caps || excuse === undefined || counts === undefined) return undefined
  if (reopenWindowMs === undefined || requires === undefined || !clock || goals.length === 0) return undefined
  return {
    kind: 'timed',
    id,
    title: typeof document.title === 'string' ? document.title : null,
    owedBy: String(document.owedBy),
    owedTo: typeof document.owedTo === 'string' ? document.owedTo : null,
    calendar: calendar as string,
    clock,
    choice: choose(document.clockFollows, { calendar: calendar as string, clock }, path),
    ...triggers,
    ...caps,
    excuse,
    counts,
    attempts: null,
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

/** What a pause may take at most. Without a pause there is nothing to cap. [C3] */
function readCaps(
  { pause, maxPause, maxPauses }: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
): Pick<TimedClause, 'maxPauseMs' | 'maxPauses'> | undefined {
  const of = maxPause === undefined ? 'maxPauses' : 'maxPause'
  if (pause === undefined && (maxPause ?? maxPauses) !== undefined)
    scope.add('missing-key', [...path, 'pause'], `a pause, for ${of} to cap`)
  const at = [...path, 'maxPause']
  const maxPauseMs = maxPause === undefined ? Number.POSITIVE_INFINITY : scope.take(parseDuration(maxPause, at))
  if (maxPauseMs !== undefined && maxPauseMs <= 0)
    scope.add('target-not-positive', at, 'an amount of time of more than zero', maxPause)
  if (maxPauseMs === undefined) return undefined
  return { maxPauseMs, maxPauses: typeof maxPauses === 'number' ? maxPauses : Number.POSITIVE_INFINITY }
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
