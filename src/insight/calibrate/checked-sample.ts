/** Checks columns that somebody else has filled. */
import { isRecord } from '../../content.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import type { ClockSample } from './clock-sample.ts'
import { isAmount, wholeAmount } from './read-obligations.ts'

/** Returns the sample. **Errors** throws `LeadSlaError` with the first mistake of every column. */
export function checkedSample(sample: ClockSample | object): ClockSample {
  const issues: Issue[] = []
  const { clauses } = sample as { readonly clauses: unknown }
  if (!Array.isArray(clauses)) issues.push(issue('wrong-type', ['clauses'], { expected: 'an array of clauses', got: clauses }))
  else for (const [index, clause] of clauses.entries()) checkClause(clause, index, issues)
  if (issues.length > 0) throw new LeadSlaError(issues)
  return sample as ClockSample
}

function checkClause(value: unknown, index: number, issues: Issue[]): void {
  const path = ['clauses', index]
  const add = (key: string, expected: string, got: unknown) =>
    void issues.push(issue('wrong-type', [...path, key], { expected, got }))
  if (!isRecord(value)) {
    issues.push(issue('wrong-type', path, { expected: 'the clocks of a clause', got: value }))
    return
  }
  const { clause, usedMs, isStopped, columns, waived, decided, kept } = value
  if (typeof clause !== 'string') add('clause', 'the name of a clause', clause)
  for (const [key, count] of Object.entries({ waived, decided, kept })) if (!isAmount(count)) add(key, 'a whole number', count)
  if (!(usedMs instanceof Float64Array)) {
    add('usedMs', 'a Float64Array', usedMs)
    return
  }
  const wrong = firstWrong(usedMs)
  if (wrong >= 0) issues.push(issue('out-of-range', [...path, 'usedMs', wrong], { expected: wholeAmount, got: usedMs[wrong] }))
  const rows = usedMs.length
  if (!(isStopped instanceof Uint8Array && isStopped.length === rows)) add('isStopped', `a Uint8Array of ${rows} rows`, isStopped)
  if (!Array.isArray(columns)) add('columns', 'an array of columns', columns)
  else for (const [place, column] of columns.entries()) checkColumn(column, rows, [...path, 'columns', place], issues)
}

/** A million rows are looked through in a loop: a function called a million times would cost as much as a sort. */
function firstWrong(amounts: Float64Array): number {
  for (let row = 0; row < amounts.length; row++) {
    const ms = amounts[row] as number
    if (!(ms >= 0 && ms <= Number.MAX_SAFE_INTEGER && Math.floor(ms) === ms)) return row
  }
  return -1
}

function firstOutside(codes: Int32Array, count: number): number {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (code < 0 || code >= count) return row
  }
  return -1
}

function checkColumn(column: unknown, rows: number, path: readonly (string | number)[], issues: Issue[]): void {
  const { by, codes, values } = isRecord(column) ? column : {}
  if (typeof by !== 'string') issues.push(issue('wrong-type', [...path, 'by'], { expected: 'the name of a column', got: by }))
  const count = Array.isArray(values) ? values.length : -1
  if (count < 0) issues.push(issue('wrong-type', [...path, 'values'], { expected: 'an array of values', got: values }))
  if (!(codes instanceof Int32Array && codes.length === rows)) {
    issues.push(issue('wrong-type', [...path, 'codes'], { expected: `an Int32Array of ${rows} rows`, got: codes }))
    return
  }
  const wrong = firstOutside(codes, count)
  if (wrong >= 0) {
    const expected = `a position in the ${count} values`
    issues.push(issue('out-of-range', [...path, 'codes', wrong], { expected, got: codes[wrong] }))
  }
}
