/** What counts one clause while the leads pass by, one after the other, each with its events in their order. */
import type { Effective } from '../agreement/effective.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { FoldedEvent } from '../events/event.ts'

export interface ClauseCount {
  /** Another lead comes. */
  begin(): void
  /** The trigger at a position among those of the clause fires; the event is good until the next one. */
  fire(trigger: number, event: FoldedEvent): void
  /** The lead has gone by. */
  end(record: LeadRecord): void
}

/** Returns true when what happens at an instant is held to the agreement. [C11] */
export function isInForce({ from, to }: Effective, at: number): boolean {
  return at >= from && at < to
}
