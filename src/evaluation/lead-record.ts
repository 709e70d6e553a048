/** What is known of one lead while its events are folded: where it stands, whose it is, its facts and its clocks. */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Facts } from './facts.ts'
import { nobody } from './hand.ts'

/**
 * The clocks of one clause on one lead, and what the clause remembers between events. Of the clauses of one name in several
 * versions each remembers its own pauses and conditions; the clocks are with the head.
 */
export class Slot {
  open: ClockRecord | null = null
  closed: ClockRecord[] | null = null
  cycle = 0
  /** Pause is tracked for the lead, whether or not a clock is open. [C2] */
  isPaused = false
  pausedBy = ''
  /** It would have started, and waits for its predecessor to close. [C13] */
  isWaiting = false
  /** Which `becomes` conditions held after the last event: one bit each. */
  held = 0
  /** The slot that keeps the clocks: this one, but for the clauses of later versions. */
  readonly head: Slot

  constructor(
    readonly clause: TimedClause,
    head: Slot | null,
  ) {
    this.head = head ?? this
  }

  /** All clocks by cycle. */
  get clocks(): readonly ClockRecord[] {
    const closed = this.closed ?? []
    return this.open ? [...closed, this.open] : closed
  }
}

export class LeadRecord {
  hasBegun = false
  /** Another lead has taken its place, and nothing is owed to it any more. */
  isMerged = false
  hand = nobody
  readonly facts: Facts
  readonly slots: (Slot | null)[]

  constructor(
    readonly lead: string,
    clauses: number,
  ) {
    this.facts = { lead: nothing, event: nothing, state: null, owner: null, team: null }
    this.slots = new Array<Slot | null>(clauses).fill(null)
  }

  /** Returns the slot at a position, made on first use. */
  slot(position: number, { clauses, heads }: SlotPlan): Slot {
    let slot = this.slots[position]
    if (!slot) {
      const head = heads[position] as number
      slot = new Slot(clauses[position] as TimedClause, head === position ? null : this.slot(head, { clauses, heads }))
      this.slots[position] = slot
    }
    return slot
  }
}

/** What of a plan says where the clocks of a clause are kept. */
interface SlotPlan {
  readonly clauses: readonly TimedClause[]
  readonly heads: readonly number[]
}

const nothing: Readonly<Record<string, unknown>> = Object.freeze({})
