/**
 * Folds the cadences of an agreement while its leads pass by. The clock of a cadence is that of a timed clause, stopped by the
 * attempt that completes it; so due, breach, owners and waivers are those of all clocks. Inside one event the precedence is
 * attempt > stop > cancel > start. [C2], [C14]
 */
import type { CadenceClause } from '../agreement/cadence-clause.ts'
import type { Effective } from '../agreement/effective.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Move } from '../evaluation/apply.ts'
import { ClockRecord, type Ending } from '../evaluation/clock-record.ts'
import type { Facts } from '../evaluation/facts.ts'
import { type Hand, nobody } from '../evaluation/hand.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type Attempts, afterAttempt, isComplete, noAttempts } from './attempts.ts'
import { TriggerBoard } from './trigger-board.ts'

/** A cadence in one version of the agreement. */
export interface HeldCadence {
  readonly clause: CadenceClause
  readonly effective: Effective
}

/** A cycle of a cadence: its clock, what has been done in it, and the version that it is held to. [C11] */
export interface Cycle {
  readonly clause: CadenceClause
  readonly clock: ClockRecord
  attempts: Attempts
}

/** The triggers by position, in the order in which their bits stand. */
const does = { attempt: 1, stop: 2, cancel: 4, start: 8 } as const

/** What happens to one version of a cadence with the present event. */
class Marks {
  bits = 0

  constructor(readonly held: HeldCadence) {}

  fire(trigger: number): void {
    this.bits |= 1 << trigger
  }
}

/** One cadence on the lead that passes by, in all its versions: they share their cycles. */
interface CadenceSlot {
  readonly cycles: Cycle[]
  readonly versions: Marks[]
}

export class CadenceFold {
  private readonly board = new TriggerBoard()
  private readonly slots = new Map<string, CadenceSlot>()
  private hand: Hand = nobody

  constructor(cadences: Iterable<HeldCadence>) {
    for (const held of cadences) {
      const { attempt, id, timed } = held.clause
      const slot = this.slots.get(id) ?? { cycles: [], versions: [] }
      const marks = new Marks(held)
      slot.versions.push(marks)
      this.slots.set(id, slot)
      this.board.add(marks, [attempt, timed.stop, timed.cancel, timed.start])
    }
  }

  /** Another lead comes. */
  begin(): void {
    this.board.begin()
    this.hand = nobody
    for (const slot of this.slots.values()) slot.cycles.length = 0
  }

  /** The lead stands as it does after the event. */
  take({ lead, facts, hand, isMerged }: LeadRecord, event: FoldedEvent, move: Move): void {
    const changesHands = hand !== this.hand
    this.hand = hand
    this.board.take(facts, event, move)
    for (const slot of this.slots.values()) {
      const open = openOf(slot)
      for (const version of slot.versions) {
        const { bits, held } = version
        version.bits = 0
        if (open?.clause === held.clause && (bits !== 0 || changesHands)) goOn(open, bits, event)
        if ((bits & does.start) !== 0 && !isMerged && !openOf(slot)) start(slot.cycles, held, { lead, facts, hand }, event)
      }
      if (isMerged && open && open.clock.closing === null) {
        open.clock.passTo(event.at)
        close(open.clock, event, 'superseded')
      }
      // The new cycle of a new owner is in those hands already.
      if (changesHands && open !== null && open.clock.closing === null) open.clock.handOver(hand)
    }
  }

  /** Returns the cycles of a cadence on the lead that has passed by. */
  cyclesOf(clause: string): readonly Cycle[] {
    return this.slots.get(clause)?.cycles ?? none
  }
}

function openOf({ cycles }: CadenceSlot): Cycle | null {
  const last = cycles.at(-1)
  return last && last.clock.closing === null ? last : null
}

const none: readonly Cycle[] = []

function goOn(cycle: Cycle, bits: number, event: FoldedEvent): void {
  const { clause, clock } = cycle
  clock.passTo(event.at)
  if (bits & does.attempt) cycle.attempts = afterAttempt(clause, cycle.attempts, event)
  if (bits & does.stop || isComplete(clause, cycle.attempts)) close(clock, event, 'stopped')
  else if (bits & does.cancel) close(clock, event, 'cancelled')
}

type Standing = Pick<LeadRecord, 'lead' | 'facts' | 'hand'>

function start(cycles: Cycle[], { clause, effective }: HeldCadence, { lead, facts, hand }: Standing, event: FoldedEvent): void {
  const { timed } = clause
  const [goal] = timed.goals
  const isInForce = event.at >= effective.from && event.at < effective.to
  if (!goal || !isInForce || (timed.once && cycles.length > 0)) return
  const clock = new ClockRecord(timed, lead, cycles.length + 1, event, goal, hand).begin(facts.lead)
  cycles.push({ clause, clock, attempts: noAttempts })
  if (isSo(timed, facts)) close(clock, event, 'stopped')
}

/** Returns true where what would fulfil the promise is so already: a state or a condition, never an event or an exit. [C2] */
function isSo({ stop: { kind, states, condition } }: Pick<TimedClause, 'stop'>, facts: Facts): boolean {
  const holds = condition === null || condition.test(facts)
  if (kind === 'becomes') return holds
  return (kind === 'enters' || kind === 'disposed') && facts.state !== null && states.has(facts.state) && holds
}

function close(clock: ClockRecord, { at, id, actor }: FoldedEvent, ending: Ending): void {
  clock.close({ ending, at, by: id, actor: actor?.id ?? null })
}
