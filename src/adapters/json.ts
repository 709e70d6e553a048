/** A whole JSON document with events or rows, for files that are small enough to be one. */
import { isRecord } from '../content.ts'
import { issue, type Parsed } from '../errors.ts'
import { lossyPath } from './lossy-number.ts'

/**
 * Returns the members of a JSON array, or of the array `events` of a JSON object, not yet checked.
 *
 * **Edges** a byte order mark is passed over; a number that JavaScript cannot keep is an issue, as in NDJSON.
 * **Errors** `invalid-json`, `wrong-type`, `missing-key`, `out-of-range`.
 *
 * @example
 * parseJsonEvents('{ "events": [{ "id": "a" }] }') //=> { ok: true, value: [{ id: 'a' }] }
 */
export function parseJsonEvents(text: string): Parsed<readonly unknown[]> {
  let document: unknown
  try {
    document = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return { ok: false, issues: [issue('invalid-json', [], { expected: 'JSON', got: text.trim() })] }
  }
  const lossy = lossyPath(document)
  if (lossy)
    return {
      ok: false,
      issues: [issue('out-of-range', lossy, { expected: 'a number of at most 15 digits; write longer ids as text' })],
    }
  if (Array.isArray(document)) return { ok: true, value: document }
  if (!isRecord(document))
    return {
      ok: false,
      issues: [issue('wrong-type', [], { expected: 'an array of events, or an object with one', got: document })],
    }
  const { events } = document
  if (Array.isArray(events)) return { ok: true, value: events }
  const expected = 'an array of events'
  return {
    ok: false,
    issues: [issue('events' in document ? 'wrong-type' : 'missing-key', ['events'], { expected, got: events })],
  }
}
