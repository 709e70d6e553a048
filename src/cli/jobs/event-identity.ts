/** Who an event on a line is about, for the lines that have to be parsed to know. */
import { type EventReading, readEvent } from '../../events/event.ts'
import { mergedNames } from '../../periods/merged-leads.ts'

export interface Identity {
  readonly lead?: string
  readonly id?: string
  /** The lead into which this one is merged: what happens to the two belongs together. */
  readonly into?: string
}

export class EventReader {
  private readonly decoder = new TextDecoder()
  private readonly reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }

  /** Returns nothing for what is no event: it will be refused, whoever reads it. */
  read(line: Uint8Array): Identity {
    let value: unknown
    try {
      value = JSON.parse(this.decoder.decode(line))
    } catch {
      return {}
    }
    if (readEvent(value, this.reading) !== null) return {}
    const { id, lead } = this.reading.plain
    const into = mergedNames(value)?.[1]
    return into === undefined ? { id, lead } : { id, lead, into }
  }
}
