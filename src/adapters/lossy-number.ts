/**
 * JSON writes numbers with any number of digits, JavaScript keeps about sixteen: the id 9007199254740993 is another one
 * after `JSON.parse`. Whoever reads numbers from other systems asks here first.
 */
import type { IssuePath } from '../errors.ts'

/** Returns false for a whole number beyond 2^53, whose last digits may already have changed. */
export function keepsDigits(value: number): boolean {
  return (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) || !Number.isInteger(value)
}

/** Deeper than any event is; so no input can exhaust the stack. */
const deepest = 200

/**
 * Returns the path of the first number in a JSON value that may have lost digits, or nothing.
 *
 * **Edges** looks 200 levels deep.
 *
 * @example
 * lossyPath({ data: { ids: [1, 9007199254740993] } }) //=> ['data', 'ids', 1]
 * lossyPath({ score: 81.5 }) //=> undefined
 */
export function lossyPath(value: unknown, depth = 0): IssuePath | undefined {
  if (typeof value === 'number') return keepsDigits(value) ? undefined : []
  if (typeof value !== 'object' || value === null || depth >= deepest) return undefined
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key]
    if (typeof member === 'string') continue
    const path = lossyPath(member, depth + 1)
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path]
  }
  return undefined
}
