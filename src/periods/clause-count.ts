/** What counts one clause while the leads pass by, one after the other, each with its events in their order. */
import type { Effective } from '../agreement/effective.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'

/** A lead that has gone by, as far as its clocks matter. */
export interface Life {
  /** Returns the clocks of a timed clause or a cadence on the lead, by cycle. */
  clocksOf(clause: string): readonly ClockRecord[]
}

export interface ClauseCount {
  /** What is asked about each event; `fire` tells by position what has fired. */
  readonly triggers: readonly Trigger[]
  /** So many of the triggers, the first ones, begin something; to a lead to which none of these has happened the others are nothing. */
  readonly opening: number
  /** Another lead comes. */
  begin(): void
  /** A trigger fires; the event and the facts are good until the next one. */
  fire(trigger: number, event: FoldedEvent, facts: Facts): void
  /** The lead has gone by. Leads that were merged are one, with the clocks of all. */
  end(life: Life): void
}

/** Returns true when what happens at an instant is held to the agreement. [C11] */
export function isInForce({ from, to }: Effective, at: number): boolean {
  return at >= from && at < to
}
