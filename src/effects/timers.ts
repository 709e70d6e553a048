/** The instants at which something becomes due on an open clock: reminders, the due instant, the breach, the ladder. */
import type { Exception } from '../agreement/exceptions.ts'
import type { LadderStep, Reminder } from '../agreement/followups.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { excuseOf } from '../evaluation/obligation.ts'
import { msOfDay } from '../time/plain-date.ts'

/** What is told at an instant. `bit` is its place in what the clock has told. */
export interface Timer {
  readonly bit: number
  /** The first instant at which it holds. **Units** epoch milliseconds. */
  readonly wakeAt: number
  /** The instant that it is about. */
  readonly at: number
  readonly what: 'due' | 'breach' | Reminder | LadderStep
}

/** Returns true for a step of the ladder. */
export function isLadderStep(what: Timer['what']): what is LadderStep {
  return typeof what === 'object' && 'afterMs' in what
}

const dueBit = 1
const breachBit = 2
const firstBit = 4

/** Returns the steps of the ladder that have been told or passed over, by name. */
export function toldSteps({ clause: { reminders, ladder }, told }: ClockRecord): string[] {
  return ladder.filter((_, index) => (told & (firstBit << (reminders.length + index))) !== 0).map(({ name }) => name)
}

/** Returns true for a clock whose breach is excused, by who answers for it at the due instant. [C16] */
export function isExcused(clock: ClockRecord, exceptions: readonly Exception[]): boolean {
  const dueAt = clock.isBreached ? clock.breachedAt : clock.dueAt
  return dueAt === dueAt && excuseOf(exceptions, clock) !== undefined
}

/**
 * Returns what has not been told of an open clock, in the order in which it comes. While the clock is paused nothing does.
 *
 * **Edges** a clock is breached after its due instant, not at it, so the breach wakes a millisecond later [C4].
 */
export function timersOf(clock: ClockRecord, exceptions: readonly Exception[]): Timer[] {
  if (clock.closing !== null || clock.isPaused) return []
  const dueAt = clock.isBreached ? clock.breachedAt : clock.dueAt
  if (dueAt !== dueAt) return []
  const { reminders, ladder } = clock.clause
  const timers: Timer[] = []
  // What has come in a pause is told at its end; a pause that its cap ends is over without an event.
  const since = clock.lastPausedTo
  const add = (bit: number, wakeAt: number, at: number, what: Timer['what']) => {
    if ((clock.told & bit) !== 0) return
    // The due instant and the breach are facts of their own instants, whenever they are told.
    timers.push({ bit, wakeAt: Math.max(wakeAt, since), at: typeof what === 'string' ? at : Math.max(at, since), what })
  }
  if (!clock.isBreached) {
    for (const [index, reminder] of reminders.entries()) {
      const at = quietly(() => reminderAt(clock, reminder, dueAt))
      if (at < dueAt) add(firstBit << index, at, at, reminder)
    }
    add(dueBit, dueAt, dueAt, 'due')
  }
  add(breachBit, dueAt + 1, dueAt, 'breach')
  // Nobody is called to account for a breach that both parties have excused. [C16]
  const steps = isExcused(clock, exceptions) ? [] : ladder
  for (const [index, step] of steps.entries()) {
    const at = step.afterMs === 0 ? dueAt : quietly(() => clock.measure.clock.after(dueAt, step.afterMs))
    add(firstBit << (reminders.length + index), step.afterMs === 0 ? dueAt + 1 : at, at, step)
  }
  return timers.filter(({ wakeAt }) => wakeAt === wakeAt).sort((a, b) => a.wakeAt - b.wakeAt || a.bit - b.bit)
}

/** [F1] In open hours unless the clause says otherwise, never before the start; `NaN` where the calendar has no such time. */
function reminderAt(clock: ClockRecord, { share, beforeMs, on, deliver }: Reminder, dueAt: number): number {
  const { clock: business } = clock.measure
  let at: number
  if (share !== null) {
    const { target } = clock.goal
    at =
      target.kind === 'duration'
        ? business.before(dueAt, Math.round(target.ms * (1 - share)))
        : clock.startedAt + Math.round((dueAt - clock.startedAt) * share)
  } else at = on === 'wall' ? dueAt - beforeMs : business.before(dueAt, beforeMs)
  at = Math.max(at, clock.startedAt)
  if (deliver === 'anyTime') return at
  const open = business.nextOpen(at)
  if (deliver === 'digest') return morningOf(clock, open, dueAt)
  return open < dueAt ? open : Math.max(business.before(at, 1), clock.startedAt)
}

/** The opening of the day, or of the next one for a clock that started later than that; where it is due by then, at once. */
function morningOf({ measure, startedAt }: ClockRecord, at: number, dueAt: number): number {
  const { clock } = measure
  const midnight = Math.floor(clock.zone.localAt(at) / msOfDay) * msOfDay
  for (const local of [midnight, midnight + msOfDay]) {
    const morning = clock.nextOpen(clock.zone.instantOfLocal(local))
    if (morning >= startedAt && morning < dueAt) return morning
  }
  return at
}

function quietly(instant: () => number): number {
  try {
    return instant()
  } catch {
    // Past the door nothing throws: a calendar that ends has no such instant. [E3]
    return Number.NaN
  }
}
