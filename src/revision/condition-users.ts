/** Where a named condition is used, through other conditions too. */
import { isRecord } from '../content.ts'
import type { Versions } from './bearing.ts'

/** Returns the named condition and those that use it. */
export function conditionsUsing(name: string, { before, after }: Versions): ReadonlySet<string> {
  const conditions = Object.entries({ ...before.document.conditions, ...after.document.conditions })
  const names = new Set([name])
  for (const _ of conditions) {
    for (const [other, condition] of conditions) if (uses(condition, names)) names.add(other)
  }
  return names
}

/** Returns true for a value in which one of the named conditions is used. */
export function uses(value: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((inner) => uses(inner, names))
  if (!isRecord(value)) return false
  if (typeof value.condition === 'string' && names.has(value.condition)) return true
  return Object.values(value).some((inner) => uses(inner, names))
}
