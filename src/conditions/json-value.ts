/** A value as a document may hold it: JSON, copied and frozen, so that no later change by the caller reaches a condition. */
import { type Issue, type IssuePath, issue } from '../errors.ts'
import { isRecord } from './node.ts'

/** How deep a document may nest, and how many values one list or object of it may hold in all. */
export const deepest = 64
const mostValues = 100_000

/** Returns a frozen copy of a JSON value, or `undefined` with its issues added; a cycle is found as too deep a nesting. */
export function frozenJson(value: unknown, path: IssuePath, issues: Issue[]): unknown {
  let left = mostValues
  const copy = (inner: unknown, at: IssuePath, depth: number): unknown => {
    if (left-- === 0) issues.push(issue('out-of-range', path, { expected: `at most ${mostValues} values`, got: value }))
    if (left < 0) return undefined
    if (inner === null || typeof inner === 'string' || typeof inner === 'boolean') return inner
    if (typeof inner === 'number' && Number.isFinite(inner)) return inner
    if (Array.isArray(inner) || isPlain(inner)) {
      if (depth <= deepest) return copyMembers(inner, (member, key) => copy(member, [...at, key], depth + 1))
      issues.push(issue('out-of-range', path, { expected: `a value nested at most ${deepest} deep`, got: value }))
      left = -1
    } else issues.push(issue('wrong-type', at, { expected: 'a JSON value', got: inner }))
    return undefined
  }
  return copy(value, path, 1)
}

/** Returns a frozen copy of anything: lists, plain objects and Dates are copied, the rest is kept, circles are kept circles. */
export function snapshot(value: unknown, seen: Map<object, unknown> = new Map()): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (seen.has(value)) return seen.get(value)
  if (value instanceof Date) return new Date(value.getTime())
  if (!Array.isArray(value) && !isPlain(value)) return value
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? new Array(value.length) : {}
  seen.set(value, copy)
  // Holes of a list stay holes, because `indexOf` skips them; and `__proto__` stays a member, because it is defined.
  for (const key of Object.keys(value)) define(copy, key, snapshot((value as Record<string, unknown>)[key], seen))
  return Object.freeze(copy)
}

function copyMembers(value: object, copy: (member: unknown, key: string | number) => unknown): unknown {
  // A hole is read as undefined and refused: it would become null in JSON.
  if (Array.isArray(value)) return Object.freeze(Array.from(value, (member, index) => copy(member, index)))
  const result = {}
  for (const [key, member] of Object.entries(value)) define(result, key, copy(member, key))
  return Object.freeze(result)
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}
