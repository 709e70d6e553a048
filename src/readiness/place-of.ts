/** Where a thing that was given as an event says it belongs; it may be anything, also something that throws when looked at. */
import { isRecord } from '../content.ts'
import { readInstant } from '../time/instant.ts'

export function placeOf(event: unknown): { readonly lead: string; readonly id: string | null; readonly at: number } {
  try {
    if (!isRecord(event)) return nowhere
    const { lead = event.subject, id, at = event.time } = event
    const instant = readInstant(at)
    return {
      lead: typeof lead === 'string' ? lead : '',
      id: typeof id === 'string' ? id : null,
      at: instant === instant ? instant : Number.POSITIVE_INFINITY,
    }
  } catch {
    return nowhere
  }
}

const nowhere = { lead: '', id: null, at: Number.POSITIVE_INFINITY }
