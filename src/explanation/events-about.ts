/** The events that a lead's story follows from: to explain one clock of a million nobody should fold a million leads. */
import { type EventReading, readEvent } from '../events/event.ts'

/**
 * Returns the events of a lead, and those of other leads that share an id with one of them: an id stands for one event in the
 * whole input, so these decide which of them count. [E2]
 *
 * **Edges** what cannot be read is about nobody, and is left out.
 */
export function eventsAbout(lead: string, events: Iterable<unknown>): unknown[] {
  const own: unknown[] = []
  const ownIds = new Set<string>()
  const others: unknown[] = []
  const ids: string[] = []
  const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  for (const event of events) {
    if (readEvent(event, reading)) continue
    const { plain } = reading
    if (plain.lead === lead) {
      own.push(event)
      ownIds.add(plain.id)
    } else {
      others.push(event)
      ids.push(plain.id)
    }
  }
  for (const [index, event] of others.entries()) if (ownIds.has(ids[index] ?? '')) own.push(event)
  return own
}
