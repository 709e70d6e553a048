/**
 * One event on one lead: the whole of the semantics of timed clauses. The precedence inside an event is
 * attempt > stop > excuse > cancel > merge > reset > pause and resume > start [C2].
 */
import { isCounted } from '../agreement/counts.ts'
import { isAgreed } from '../agreement/rejection.ts'
import type { FoldedEvent } from '../events/event.ts'
import { applyToLead, type Move } from './apply.ts'
import { ClockRecord } from './clock-record.ts'
import { windowEnd } from './due.ts'
import type { Facts } from './facts.ts'
import { goalOf } from './goal-of.ts'
import type { LeadRecord, Slot } from './lead-record.ts'
import { agreementAt, boundAt, does, type Plan, type TypePlan, type Watch } from './plan.ts'
import { attempt, close, isStateNow, keepUp, meets, openOf, pauseOrResume } from './slot-turns.ts'

/** Folds an event into the record of its lead. The events of a lead come in their total order. */
export function step(plan: Plan, { effect, on, becomes, follow }: TypePlan, record: LeadRecord, event: FoldedEvent): Move {
  const isFirst = !record.hasBegun
  if (plan.markedCount > 0) forgetMarks(plan)
  const move = applyToLead(agreementAt(plan, event.at), effect, record, event)
  fire(plan, on, record)
  if (move.entered !== null) fire(plan, plan.entering.get(move.entered) ?? none, record)
  if (move.left !== null) fire(plan, plan.leaving.get(move.left) ?? none, record)
  for (const watch of isFirst ? plan.becomes : becomes) fireWhenBecoming(plan, watch, record)
  for (const clause of follow) if (openOf(record.slots[clause])) mark(plan, clause, does.follow)
  if (effect === 'assign') markOpen(plan, record, does.handOver)
  else if (effect === 'merge' && record.isMerged) markOpen(plan, record, does.merge)
  const clauses = plan.order ?? plan.marked
  const count = plan.order ? plan.order.length : plan.markedCount
  for (let index = 0; index < count; index++) {
    const clause = clauses[index] as number
    const bits = plan.marks[clause] as number
    plan.marks[clause] = 0
    if (bits !== 0 || isWaiting(plan, record, clause)) happen(plan, record, clause, bits, event)
  }
  plan.markedCount = 0
  return move
}

/** By position, because `entries` would make an array of each slot for every assignment of a stream. */
function markOpen(plan: Plan, { slots }: LeadRecord, bit: number): void {
  for (let clause = 0; clause < slots.length; clause++) if (openOf(slots[clause])) mark(plan, clause, bit)
}

const none: readonly Watch[] = []

/** An event whose data threw while it was looked at was refused, and what it had marked by then did not happen. [E3] */
function forgetMarks(plan: Plan): void {
  plan.marks.fill(0)
  plan.markedCount = 0
}

function fire(plan: Plan, watches: readonly Watch[], record: LeadRecord): void {
  for (const { clause, bit, rule } of watches) if (rule === null || rule.test(record.facts)) mark(plan, clause, bit)
}

function fireWhenBecoming(plan: Plan, { clause, bit, rule }: Watch, record: LeadRecord): void {
  const holds = rule?.test(record.facts) === true
  const held = ((record.slots[clause]?.held ?? 0) & bit) !== 0
  if (holds === held) return
  const slot = record.slot(clause, plan)
  slot.held ^= bit
  if (holds) mark(plan, clause, bit)
  // A pause by a condition without a resume of its own ends when the condition no longer holds.
  else if (bit === does.pause && slot.clause.resume === null) mark(plan, clause, does.resume)
}

function isWaiting({ heads }: Plan, { slots }: LeadRecord, clause: number): boolean {
  return slots[heads[clause] as number]?.isWaiting === true
}

function mark(plan: Plan, clause: number, bit: number): void {
  const bits = plan.marks[clause] as number
  if (bits === 0) plan.marked[plan.markedCount++] = clause
  plan.marks[clause] = bits | bit
}

function happen(plan: Plan, record: LeadRecord, clause: number, fired: number, event: FoldedEvent): void {
  const bits = fired & does.stop && !isCounted(plan.clauses[clause]?.counts ?? null, event) ? fired & ~does.stop : fired
  if (!record.slots[clause] && (bits & (does.start | does.pause)) === 0 && !isWaiting(plan, record, clause)) return
  const slot = record.slot(clause, plan)
  const { head } = slot
  // Opened by the reset of an earlier version's clock: an event ends only what was open before it. [C2]
  if (openOf(slot)?.startedBy === event.id) return
  openOf(slot)?.passTo(event.at)
  if (bits & does.attempt) attempt(slot, event)
  if (bits & does.stop) close(slot, event, 'stopped')
  if (bits & does.excuse && isExcusing(openOf(slot), event)) close(slot, event, 'excused')
  if (openOf(slot) && (bits & does.cancel || !meets(slot.clause, record.facts))) close(slot, event, 'cancelled')
  if (record.isMerged) {
    close(slot, event, 'superseded')
    head.isWaiting = false
    return
  }
  const clock = openOf(slot)
  const resets = clock !== null && ((bits & does.reset) !== 0 || startsAnew(clock, bits, record))
  if (resets) close(slot, event, 'superseded')
  const open = openOf(slot)
  if (open && bits & does.handOver) open.handOver(record.hand)
  pauseOrResume(slot, bits, event)
  if (open && bits & does.follow) keepUp(open, record.facts, event)
  const bound = boundAt(plan, plan.heads[clause] as number, event.at)
  if (bits & (does.stop | does.cancel) && (bound === clause || plan.versions.length === 1)) head.isWaiting = false
  if (head.open) return
  // A reset continues what has begun, so neither `once` nor a predecessor stands in its way.
  if (resets) beginNext(plan, clause, bound, record, event)
  else if (bits & does.start && goesOn(plan, clause, bound, record, event)) return
  else if (bound === clause && (bits & does.start || head.isWaiting)) start(plan, bound, record, event)
  else if (bound < 0 && bits & does.start) waitFor(plan, clause, record)
}

/** [C15] A lead that is sent back for an agreed reason, within the window in which it may be. */
function isExcusing(clock: ClockRecord | null, { at, data }: FoldedEvent): boolean {
  const excuse = clock?.clause.excuse
  if (!clock || !excuse || !isAgreed(excuse, data)) return false
  return excuse.acceptWindow === null || at <= windowEnd(clock.measure.clock, excuse.acceptWindow, clock.startedAt)
}

/** Where another version is in force by now, its own pauses come before the start, though its turn comes later. */
function beginNext(plan: Plan, clause: number, bound: number, record: LeadRecord, event: FoldedEvent): void {
  if (bound >= 0 && bound !== clause) pauseOrResume(record.slot(bound, plan), plan.marks[bound] as number, event)
  begin(plan, bound, record, event)
}

/** An owner clock starts anew with each owner [C9], and some clauses start anew with another goal [C7]. */
function startsAnew(clock: ClockRecord, bits: number, record: LeadRecord): boolean {
  const { clause } = clock
  if (bits & does.handOver && clause.runs === 'owner' && record.hand.owner !== clock.hand.owner) return true
  if (!(bits & does.follow) || clause.onChange !== 'restart') return false
  const goal = goalOf(clause, record.facts, clock.eventFact)
  return goal !== undefined && goal !== clock.goal
}

function start(plan: Plan, position: number, record: LeadRecord, event: FoldedEvent): void {
  const { clause, head } = record.slot(position, plan)
  if (clause.once && head.cycle > 0) return
  waitFor(plan, position, record)
  if (!head.isWaiting) begin(plan, position, record, event)
}

/** Also a start before anything binds waits: its cycle begins when the wait is over. */
function waitFor(plan: Plan, position: number, record: LeadRecord): void {
  const { clause, head } = record.slot(position, plan)
  if (!clause.once || head.cycle === 0) head.isWaiting = mustWait(record, plan.predecessors[position] ?? -1)
}

/** A start so soon after the stop, by its own version or by the one in force, goes on with the same cycle, bound as it was. [C6] */
function goesOn(plan: Plan, clause: number, bound: number, record: LeadRecord, event: FoldedEvent): boolean {
  const last = record.slot(clause, plan).head.closed?.at(-1)
  if (!last || !isInWindow(last, record.facts, event)) return false
  const position = plan.clauses[clause] === last.clause ? clause : plan.clauses.indexOf(last.clause)
  if (clause !== position && clause !== bound) return false
  reopen(record.slot(position, plan), last, record, event)
  return true
}

/** True for a clock that was stopped so short a time ago that a start goes on with it; not by the event that stopped it. [C6] */
function isInWindow({ clause, closing, goal, eventFact }: ClockRecord, facts: Facts, { at, id }: FoldedEvent): boolean {
  if (clause.reopenWindowMs === 0 || closing?.ending !== 'stopped' || closing.by === id) return false
  if (at - closing.at > clause.reopenWindowMs) return false
  // Where another goal is another cycle, it is so after a stop as well.
  return clause.onChange !== 'restart' || (goalOf(clause, facts, eventFact) ?? goal) === goal
}

/** A clock whose stop still holds has nothing to go on with. */
function reopen(slot: Slot, clock: ClockRecord, { facts, hand }: LeadRecord, event: FoldedEvent): void {
  if (!meets(slot.clause, facts) || isStateNow(slot.clause.stop, facts)) return
  slot.head.closed?.pop()
  slot.head.open = clock
  clock.reopen(event.at, event.id, slot.isPaused ? slot.pausedBy : null)
  if (hand !== clock.hand) clock.handOver(hand)
  // What has changed meanwhile holds from now on.
  keepUp(clock, facts, event)
}

/** [C13] A clause waits until its predecessor has closed a clock, and has none open. */
function mustWait({ slots }: LeadRecord, predecessor: number): boolean {
  if (predecessor < 0) return false
  const before = slots[predecessor]
  return !before || before.cycle === 0 || before.open !== null
}

/** Opens a cycle of the clause by which it is bound, where any is in force. */
function begin(plan: Plan, position: number, record: LeadRecord, event: FoldedEvent): void {
  if (position < 0) return
  const slot = record.slot(position, plan)
  const { clause, head } = slot
  const { facts } = record
  if (!meets(clause, facts)) return
  const goal = goalOf(clause, facts, event.fact)
  if (!goal) return
  head.cycle += 1
  head.open = new ClockRecord(clause, record.lead, head.cycle, event, goal, record.hand).begin(facts.lead)
  if (slot.isPaused) head.open.pause(event.at, slot.pausedBy)
  if (isStateNow(clause.stop, facts)) close(slot, event, 'stopped')
}
