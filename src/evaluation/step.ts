/**
 * One event on one lead: the whole of the semantics of timed clauses. The precedence inside an event is
 * stop > cancel > reset > pause and resume > start [C2].
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { ReadEvent } from '../events/event.ts'
import { ClockRecord, type Ending } from './clock-record.ts'
import { applyToLead, type Move } from './apply.ts'
import type { Facts, LeadRecord, Slot } from './lead-record.ts'
import { type Plan, visitsOf } from './plan.ts'

/** The bits of `Slot.held`. */
const roles = { start: 1, stop: 2, pause: 4, resume: 8, cancel: 16, reset: 32 } as const
type Role = keyof typeof roles

/** Folds an event into the record of its lead. The events of a lead come in their total order. */
export function step(plan: Plan, record: LeadRecord, event: ReadEvent): Move {
  const { agreement } = plan
  const isFirst = !record.hasBegun
  const move = applyToLead(agreement, record, event)
  for (const index of visitsOf(plan, event.type, isFirst)) {
    const clause = plan.clauses[index] as TimedClause
    visit(agreement, record.slot(index, clause), record, event, move)
  }
  return move
}

function visit(agreement: Agreement, slot: Slot, record: LeadRecord, event: ReadEvent, move: Move): void {
  const { clause } = slot
  const { facts } = record
  const fired = (trigger: Trigger | null, role: Role) => trigger !== null && fires(trigger, role, slot, facts, event, move)
  // Every trigger is asked, also when an earlier one has decided: `becomes` remembers what held.
  const stops = fired(clause.stop, 'stop')
  const cancels = fired(clause.cancel, 'cancel')
  const resets = fired(clause.reset, 'reset')
  const pauses = fired(clause.pause, 'pause')
  const resumes = fired(clause.resume, 'resume')
  const starts = fired(clause.start, 'start')
  slot.open?.passTo(event.at)
  if (stops) close(slot, event, 'stopped')
  if (slot.open && (cancels || (clause.requires && !clause.requires.test(facts)))) close(slot, event, 'cancelled')
  if (resets && slot.open) {
    close(slot, event, 'superseded')
    pauseOrResume(slot, facts, event, pauses, resumes)
    open(agreement, slot, record, event)
    return
  }
  pauseOrResume(slot, facts, event, pauses, resumes)
  if (slot.open) keepUp(slot, slot.open, record, event)
  else if (starts) open(agreement, slot, record, event)
}

/** An open clock follows the facts: its owner until it is due, and its goal. [C7], [C9] */
function keepUp(slot: Slot, clock: ClockRecord, record: LeadRecord, event: ReadEvent): void {
  const { facts } = record
  if (event.type === 'lead.assigned' && !(clock.dueAt < event.at)) {
    clock.owner = facts.owner
    clock.team = facts.team
  }
  if (slot.clause.onChange === 'keep' || !changesFacts(event.type)) return
  const goal = goalOf(slot.clause, facts, clock.eventFact)
  // A lead for which no goal holds any more keeps the one it had.
  if (goal && (goal !== clock.goal || goal.target.kind === 'dueFrom')) clock.retarget(goal, facts.lead, event.at, event.id)
}

/** The types that change what a goal can read; `event` is to a goal the event that started the clock. */
export function changesFacts(type: string): boolean {
  return type === 'lead.created' || type === 'lead.updated' || type === 'lead.moved' || type === 'lead.assigned'
}

function open(agreement: Agreement, slot: Slot, record: LeadRecord, event: ReadEvent): void {
  const { clause } = slot
  const { facts } = record
  const isInForce = event.at >= agreement.effective.from && event.at < agreement.effective.to
  if (!isInForce || (clause.once && slot.cycle > 0) || (clause.requires && !clause.requires.test(facts))) return
  const goal = goalOf(clause, facts, event.fact)
  if (!goal) return
  const { owner, team } = facts
  const opening = { at: event.at, by: event.id, goal, eventFact: event.fact, leadFacts: facts.lead, owner, team }
  slot.cycle += 1
  slot.open = new ClockRecord(clause, record.lead, slot.cycle, opening)
  if (slot.isPaused) slot.open.pause(event.at, slot.pausedBy)
  if (isStateNow(clause.stop, facts)) close(slot, event, 'stopped')
}

function close(slot: Slot, event: ReadEvent, ending: Ending): void {
  if (!slot.open) return
  slot.open.close({ ending, at: event.at, by: event.id, actor: event.actor?.id ?? null })
  slot.closed.push(slot.open)
  slot.open = null
}

/** Where one event does both, as a move from one waiting state to another does, the pause goes on. */
function pauseOrResume(slot: Slot, facts: Facts, event: ReadEvent, pauses: boolean, resumes: boolean): void {
  const { pause, resume } = slot.clause
  if (!pause) return
  const ends = resume ? resumes : slot.isPaused && !isStateNow(pause, facts)
  if (pauses && !slot.isPaused) {
    slot.isPaused = true
    slot.pausedBy = event.id
    slot.open?.pause(event.at, event.id)
  } else if (ends && !pauses) {
    slot.isPaused = false
    slot.open?.resume(event.at, event.id)
  }
}

function goalOf(clause: TimedClause, facts: Facts, eventFact: object) {
  const { event } = facts
  facts.event = eventFact
  const goal = clause.goals.find(({ when }) => when === null || when.test(facts))
  facts.event = event
  return goal
}

function fires(trigger: Trigger, role: Role, slot: Slot, facts: Facts, event: ReadEvent, move: Move): boolean {
  const { condition } = trigger
  switch (trigger.kind) {
    case 'on':
      return trigger.types.has(event.type) && (condition === null || condition.test(facts))
    case 'enters':
    case 'disposed':
      return move.entered !== null && trigger.states.has(move.entered) && (condition === null || condition.test(facts))
    case 'leaves':
      return move.left !== null && trigger.states.has(move.left) && (condition === null || condition.test(facts))
    case 'becomes': {
      const holds = condition?.test(facts) === true
      const held = (slot.held & roles[role]) !== 0
      slot.held = holds ? slot.held | roles[role] : slot.held & ~roles[role]
      return holds && !held
    }
  }
}

/** Returns true when what the trigger waits for is already so: a state or a condition, never an event or an exit. */
function isStateNow(trigger: Trigger, facts: Facts): boolean {
  switch (trigger.kind) {
    case 'enters':
    case 'disposed':
      return facts.state !== null && trigger.states.has(facts.state) && (trigger.condition === null || trigger.condition.test(facts))
    case 'becomes':
      return trigger.condition?.test(facts) === true
    default:
      return false
  }
}
