/** A flat JSON object as a row of text, so that one mapping reads CSV and JSON alike. */
import { isRecord } from '../content.ts'
import { issue, type Parsed } from '../errors.ts'
import { keepsDigits } from './lossy-number.ts'
import type { Row } from './template.ts'

/**
 * Returns the row of a JSON object: text as it is, numbers and booleans as they print, null as the empty cell, anything
 * nested as its JSON.
 *
 * **Errors** `wrong-type` for what is no object; `out-of-range` for a number that has lost digits.
 *
 * @example
 * rowOfJson({ id: '0042', score: 81.5, won: null }) //=> { ok: true, value: { id: '0042', score: '81.5', won: '' } }
 */
export function rowOfJson(value: unknown): Parsed<Row> {
  if (!isRecord(value))
    return { ok: false, issues: [issue('wrong-type', [], { expected: 'an object, a row by its columns', got: value })] }
  const cells = Object.entries(value).map(([column, member]) => [column, textOf(member)] as const)
  const lossy = Object.entries(value).filter(([, member]) => typeof member === 'number' && !keepsDigits(member))
  if (lossy.length === 0) return { ok: true, value: Object.fromEntries(cells) }
  const expected = 'a number of at most 15 digits; write longer ids as text'
  return { ok: false, issues: lossy.map(([column, got]) => issue('out-of-range', [column], { expected, got })) }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
