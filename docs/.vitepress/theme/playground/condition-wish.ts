/**
 * What would have to be so for a condition to hold, or not to hold: the generator makes facts of it. It is a guess by the usual
 * operators and not a solver; what it cannot guess stays as chance has it.
 */
import type { ConditionDocument } from '../../../../src/index.ts'

/** A number from 0 to below 1. */
export type Dice = () => number

/** A fact with the path inside it, and the value it should have. */
export interface Wish {
  readonly fact: string
  readonly keys: readonly string[]
  readonly value: unknown
}

type Named = Readonly<Record<string, ConditionDocument>>

const deepest = 12

/** Returns the wishes that make a condition hold, or fail where `holds` is false. */
export function wishesFor(condition: unknown, holds: boolean, named: Named, dice: Dice, depth = 0): Wish[] {
  if (typeof condition !== 'object' || condition === null || depth > deepest) return []
  const inside = (part: unknown, wanted: boolean): Wish[] => wishesFor(part, wanted, named, dice, depth + 1)
  if ('not' in condition) return inside(condition.not, !holds)
  if ('condition' in condition) {
    const name = String(condition.condition)
    return Object.hasOwn(named, name) ? inside(named[name], holds) : []
  }
  const all = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  if (Array.isArray(all)) {
    const everyPart = 'all' in condition === holds
    if (everyPart) return all.flatMap((part) => inside(part, holds))
    return all.length === 0 ? [] : inside(pick(all, dice), holds)
  }
  return 'fact' in condition ? leafWish(condition, holds, dice) : []
}

function leafWish(leaf: object & { readonly fact: unknown }, holds: boolean, dice: Dice): Wish[] {
  const { fact, path, operator, value } = leaf as { fact: unknown; path?: unknown; operator?: unknown; value?: unknown }
  const keys = typeof path === 'string' ? path.split('.').slice(1) : []
  if (typeof fact !== 'string' || keys.some((key) => !/^[\w-]+$/.test(key) || key === '__proto__')) return []
  const wished = holds ? holding(String(operator), value, dice) : holding(opposite(String(operator)), value, dice)
  return wished === undefined ? [] : [{ fact, keys, value: wished }]
}

const opposites: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
}

function opposite(operator: string): string {
  return opposites[operator] ?? 'unknown'
}

function holding(operator: string, value: unknown, dice: Dice): unknown {
  const number = typeof value === 'number' ? value : 0
  const step = Math.max(1, Math.round(Math.abs(number) * 0.4 * dice()))
  switch (operator) {
    case 'equal':
      return value
    case 'notEqual':
      return other(value)
    case 'in':
      return Array.isArray(value) ? pick(value, dice) : undefined
    case 'notIn':
      return 'other'
    case 'greaterThan':
      return number + step
    case 'greaterThanInclusive':
      return number + step - 1
    case 'lessThan':
      return number - step
    case 'lessThanInclusive':
      return number - step + 1
    case 'contains':
      return [value]
    default:
      return undefined
  }
}

function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  return value === null ? 'yes' : 'other'
}

/** Returns one of the members. */
export function pick<Member>(members: readonly Member[], dice: Dice): Member {
  return members[Math.floor(dice() * members.length)] as Member
}

/** Returns every comparison of a fact in a document, wherever it stands. */
export function comparisonsOf(document: unknown, fact: string): object[] {
  if (typeof document !== 'object' || document === null) return []
  const own = 'fact' in document && document.fact === fact && 'operator' in document ? [document] : []
  return [...own, ...Object.values(document).flatMap((part) => comparisonsOf(part, fact))]
}

/** Writes a value at a path of own members, making the objects on the way. */
export function put(target: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  let place = target
  for (const key of keys.slice(0, -1)) {
    const inner = Object.hasOwn(place, key) ? place[key] : undefined
    const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
    place[key] = next
    place = next
  }
  const last = keys.at(-1)
  if (last !== undefined) place[last] = value
}
