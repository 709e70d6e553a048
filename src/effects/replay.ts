/**
 * Folds events while time passes between them, and says on the way what follows. A replay knows nothing but the record it
 * begins with, the events and an instant, so that the same three always give the same effects.
 */
import { progressOf } from '../evaluation/attempts.ts'
import { type ClockRecord, closedBit } from '../evaluation/clock-record.ts'
import { keyOf } from '../evaluation/clock-table.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import { excuseOf, outcomeOf } from '../evaluation/obligation.ts'
import { type Plan, typePlanOf } from '../evaluation/plan.ts'
import type { Progress } from '../evaluation/progress.ts'
import { step } from '../evaluation/step.ts'
import type { FoldedEvent } from '../events/event.ts'
import { printRead } from '../time/instant.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import type { Drafted } from './effect.ts'
import { isLadderStep, type Timer, timersOf } from './timers.ts'

/**
 * Folds the events, which are in order and not before `since`, into the record, and returns what follows until `now`
 * inclusive.
 */
export function replay(plan: Plan, record: LeadRecord, events: readonly FoldedEvent[], since: number, now: number): Drafted[] {
  const effects: Drafted[] = []
  let last = since
  for (const event of events) {
    // What wakes at the instant of an event comes after it: a stop at the due instant is in time. [C4]
    tell(plan, record, effects, last, event.at - 1)
    step(plan, typePlanOf(plan, event.type), record, event)
    for (const clock of closedNow(record)) effects.push(closing(plan, clock))
    last = event.at
  }
  tell(plan, record, effects, last, now)
  return effects
}

/** Returns the next instant after `now` at which something wakes on the lead; `null` when nothing does. The record is used up. */
export function nextWakeOf(plan: Plan, record: LeadRecord, now: number): number | null {
  let next = Number.POSITIVE_INFINITY
  for (const clock of openClocks(record)) {
    clock.endPause(Number.POSITIVE_INFINITY)
    for (const { wakeAt, what } of timersOf(clock, plan.exceptions)) {
      // The facts stay as they are until something happens, which is to wake somebody of its own accord.
      const isTaken = !isLadderStep(what) || what.when === null || what.when.test(record.facts)
      if (isTaken && wakeAt > now) next = Math.min(next, wakeAt)
    }
  }
  return Number.isFinite(next) ? next : null
}

function openClocks(record: LeadRecord): ClockRecord[] {
  return record.slots.flatMap((slot) => (slot?.open ? [slot.open] : []))
}

/** The clocks that an event closed; one that comes out of a state has been told whole. */
function closedNow(record: LeadRecord): ClockRecord[] {
  const found: ClockRecord[] = []
  for (const slot of record.slots) {
    if (!slot?.closed) continue
    for (let index = slot.closed.length - 1; index >= 0 && !isTold(slot.closed[index]); index--)
      found.push(slot.closed[index] as ClockRecord)
  }
  return found.reverse()
}

function isTold(clock: ClockRecord | undefined): boolean {
  return clock === undefined || (clock.told & closedBit) !== 0
}

/** Tells all that wakes until an instant, in the order in which it comes. */
function tell(plan: Plan, record: LeadRecord, effects: Drafted[], since: number, until: number): void {
  const open = openClocks(record)
  for (const clock of open) clock.endPause(until)
  const due = open.flatMap((clock) =>
    timersOf(clock, plan.exceptions)
      .filter(({ wakeAt }) => wakeAt <= until)
      .map((timer) => ({ clock, timer })),
  )
  due.sort((a, b) => a.timer.wakeAt - b.timer.wakeAt)
  for (const { clock, timer } of due) {
    clock.passTo(timer.wakeAt)
    clock.told |= timer.bit
    const effect = draft(plan, record, clock, timer, since)
    if (effect) effects.push(effect)
  }
}

function draft(
  plan: Plan,
  record: LeadRecord,
  clock: ClockRecord,
  { what, at: about, wakeAt }: Timer,
  since: number,
): Drafted | null {
  const { lead, clause, cycle } = clock
  const { owner, team } = clock.inChargeAt(wakeAt)
  // What a change of goal has moved into the past is told when it is known; a breach is a fact of its own instant.
  const at = what === 'breach' ? about : Math.max(about, since)
  const dueAt = printRead(clock.isBreached ? clock.breachedAt : clock.dueAt)
  const base = { owner, team, party: clause.owedBy, cycle, dueAt, ...madeOf(clock) }
  const make = (kind: Drafted['kind'], name: string, data: Record<string, unknown>): Drafted => ({
    key: [kind, keyOf(clause.id, lead, cycle), name, owner ?? ''].filter((part) => part !== '').join('/'),
    kind,
    at,
    lead,
    clause: clause.id,
    data: { ...base, ...data },
  })
  if (what === 'due') return make('due', '', {})
  if (what === 'breach') {
    const waiver = excuseOf(plan.exceptions, clock)
    return make('breach', '', { breachedAt: printRead(at), ...(waiver ? { waivedBy: waiver.name } : {}) })
  }
  if (!isLadderStep(what)) {
    const digest = what.deliver === 'digest' ? { digest: `digest/${owner ?? 'nobody'}/${dateOf(clock, at)}` } : {}
    return make('reminder', what.name, { step: what.name, to: what.to, ...digest })
  }
  // The facts of the last event are those at this instant: nothing has happened since.
  if (what.when !== null && !what.when.test(record.facts)) return null
  const had = [clock.starter, ...(clock.hands ?? [])].map((hand) => hand.owner)
  const others = what.action === 'reassign' ? { notTo: [...new Set(had)].filter((person) => person !== null) } : {}
  return make('escalation', what.name, { step: what.name, action: what.action, to: what.to, breachedAt: base.dueAt, ...others })
}

/** How far a cadence has come: whoever is reminded wants to know what is left to do. */
function madeOf({ clause, attempts }: ClockRecord): { readonly progress?: Progress } {
  return clause.attempts ? { progress: progressOf(clause.attempts, attempts) } : {}
}

function dateOf({ measure: { clock } }: ClockRecord, at: number): string {
  return printPlainDate(Math.floor(clock.zone.localAt(at) / msOfDay))
}

function closing({ exceptions }: Plan, clock: ClockRecord): Drafted {
  const { lead, clause, cycle, closing: end } = clock
  clock.told |= closedBit
  const at = end?.at ?? clock.startedAt
  const status = outcomeOf(exceptions, clock)
  const { owner, team } = clock.inChargeAt(at)
  return {
    // Another outcome is another effect: the one that no longer holds is retracted.
    key: ['closed', keyOf(clause.id, lead, cycle), status, at].join('/'),
    kind: 'closed',
    at,
    lead,
    clause: clause.id,
    data: {
      ...{ status, owner, team, party: clause.owedBy, cycle },
      ...{ startedAt: printRead(clock.startedAt), usedMs: clock.usedMs(at), ...madeOf(clock) },
    },
  }
}
