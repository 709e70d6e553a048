/** What is known of one lead while its events are folded: where it stands, whose it is, its facts and its clocks. */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Facts } from './facts.ts'
import { nobody } from './hand.ts'

/** The clocks of one clause on one lead, and what the clause remembers between events. */
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
  constructor(readonly clause: TimedClause) {}

  /** All clocks by cycle. */
  get clocks(): readonly ClockRecord[] {
    const closed = this.closed ?? []
    return this.open ? [...closed, this.open] : closed
  }
}

export class LeadRecord {
  hasBegun = false
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

  slot(index: number, clause: TimedClause): Slot {
    let slot = this.slots[index]
    if (!slot) {
      slot = new Slot(clause)
      this.slots[index] = slot
    }
    return slot
  }
}

const nothing: Readonly<Record<string, unknown>> = Object.freeze({})
