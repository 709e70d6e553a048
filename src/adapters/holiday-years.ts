/** The years for which a list of holidays is made: the first and the last, both whole. */
import type { Years } from '../clock/holidays.ts'
import { type IssuePath, issue, type Parsed } from '../errors.ts'

/** Returns the years, or `out-of-range` where they are no pair of whole numbers in their order within the `known` years. */
export function readYears(value: unknown, [least, most]: Years, path: IssuePath): Parsed<Years> {
  const [first, last] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : []
  if (isYear(first) && isYear(last) && least <= first && first <= last && last <= most) return { ok: true, value: [first, last] }
  const expected = `the first and the last year, such as [2024, 2030], from ${least} to ${most}`
  return { ok: false, issues: [issue('out-of-range', path, { expected, got: value })] }
}

function isYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
