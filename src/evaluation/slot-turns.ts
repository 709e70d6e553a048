/** What may happen to the open clock of a clause, each of its own; `step` says in which order. [C2] */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { FoldedEvent } from '../events/event.ts'
import { afterAttempt, isComplete } from './attempts.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Ending } from './closing.ts'
import type { Facts } from './facts.ts'
import { goalOf } from './goal-of.ts'
import type { Slot } from './lead-record.ts'
import { does } from './plan.ts'

/** Returns the open clock that is held to this very clause, and not to another version of it. */
export function openOf(slot: Slot | null | undefined): ClockRecord | null {
  if (!slot) return null
  const { open } = slot.head
  return open !== null && open.clause === slot.clause ? open : null
}

export function close(slot: Slot, event: FoldedEvent, ending: Ending): void {
  const open = openOf(slot)
  if (!open) return
  const { head } = slot
  open.close({ ending, at: event.at, by: event.id, actor: event.actor?.id ?? null })
  // A literal holds one clock and no more; most leads have one cycle.
  if (head.closed) head.closed.push(open)
  else head.closed = [open]
  head.open = null
}

/** Takes an attempt into the open cycle of a cadence, which stops with the one that completes it. [C14] */
export function attempt(slot: Slot, event: FoldedEvent): void {
  const clock = openOf(slot)
  const terms = clock?.clause.attempts
  if (!clock || !terms) return
  clock.attempts = afterAttempt(terms, clock.attempts, event)
  if (isComplete(terms, clock.attempts)) close(slot, event, 'stopped')
}

/** Where one event does both, as a move from one waiting state to another does, the pause goes on. */
export function pauseOrResume(slot: Slot, bits: number, event: FoldedEvent): void {
  if (bits & does.pause) {
    if (slot.isPaused) return
    slot.isPaused = true
    slot.pausedBy = event.id
    openOf(slot)?.pause(event.at, event.id)
  } else if (bits & does.resume && slot.isPaused) {
    slot.isPaused = false
    openOf(slot)?.resume(event.at, event.id)
  }
}

/** An open clock follows the goal that its lead has now; a lead for which none holds any more keeps the one it had. [C7] */
export function keepUp(clock: ClockRecord, facts: Facts, event: FoldedEvent): void {
  if (clock.clause.onChange === 'keep') return
  const goal = goalOf(clock.clause, facts, clock.eventFact)
  if (goal && (goal !== clock.goal || goal.target.kind === 'dueFrom')) clock.retarget(goal, facts.lead, event.at, event.id)
}

export function meets({ requires }: TimedClause, facts: Facts): boolean {
  return requires === null || requires.test(facts)
}

/** Returns true when what the trigger waits for is already so: a state or a condition, never an event or an exit. [C2] */
export function isStateNow({ kind, states, condition }: Trigger, facts: Facts): boolean {
  if (kind === 'becomes') return condition?.test(facts) === true
  if (kind !== 'enters' && kind !== 'disposed') return false
  return facts.state !== null && states.has(facts.state) && (condition === null || condition.test(facts))
}
