/** The events behind an evaluation, by lead: where pauses, moves and touches can be looked up. */
import { type EventReading, type PlainEvent, readEvent } from '../events/event.ts'

/** An event that was told. **Units** epoch milliseconds. */
export interface ToldEvent extends PlainEvent {
  readonly at: number
  readonly sequence: number
}

export interface ToldLead {
  /** As they were given, for whoever folds them again. */
  readonly sources: unknown[]
  /** Each id once, in order. */
  readonly events: readonly ToldEvent[]
}

/** Returns the events that an evaluation knew, by lead. What cannot be read is left out: the evaluation has refused it. */
export function toldLeads(sources: Iterable<unknown>, asOf: number, knownAt: number): ReadonlyMap<string, ToldLead> {
  const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  const found = new Map<string, Told>()
  for (const source of sources) {
    if (readEvent(source, reading)) continue
    const { plain, at, sequence } = reading
    const recordedAt = Number.isNaN(reading.recordedAt) ? at : reading.recordedAt
    if (at > asOf || recordedAt > knownAt) continue
    const lead: Told = found.get(plain.lead) ?? { sources: [], byId: new Map() }
    found.set(plain.lead, lead)
    lead.sources.push(source)
    const { id, type, actor = null, data = null } = plain
    const known = lead.byId.get(id)
    // Of a corrected event the latest record stands.
    if (!known || recordedAt > known.recordedAt)
      lead.byId.set(id, { id, lead: plain.lead, type, actor, data, at, sequence, recordedAt })
  }
  return new Map(
    [...found].map(([name, { sources: own, byId }]) => [name, { sources: own, events: [...byId.values()].sort(inOrder) }]),
  )
}

/** A lead while its events are gathered. */
interface Told {
  readonly sources: unknown[]
  readonly byId: Map<string, ToldEvent & { readonly recordedAt: number }>
}

function inOrder(a: ToldEvent, b: ToldEvent): number {
  return a.at - b.at || a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
