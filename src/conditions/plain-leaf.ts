import type { Compare, ComparisonKind } from './comparison.ts'
import { hasFact, UndefinedFactError } from './facts.ts'
import type { Facts } from './node.ts'

/**
 * The common leaf: a fact by its bare name against a literal. It is kept as data and decided in one function, because
 * a chain of closures costs more in calls than the comparisons themselves.
 */
export interface PlainLeaf {
  readonly name: string
  readonly kind: ComparisonKind
  readonly compare: Compare
  readonly value: unknown
  /** The value where it is a number. */
  readonly limit: number
  /** The value where it is a list. */
  readonly list: readonly unknown[]
  readonly allowUndefined: boolean
}

/** Returns the operator's answer for the fact. **Errors** throws `UndefinedFactError` where facts may not be missing. */
export function holds(leaf: PlainLeaf, facts: Facts): unknown {
  const fact = facts[leaf.name]
  if (fact === undefined && !leaf.allowUndefined && !hasFact(facts, leaf.name)) throw new UndefinedFactError(leaf.name)
  switch (leaf.kind) {
    case 'equal':
      return fact === leaf.value
    case 'notEqual':
      return fact !== leaf.value
    case 'in':
      return leaf.list.indexOf(fact) > -1
    case 'notIn':
      return leaf.list.indexOf(fact) === -1
    case 'lessThan':
      return typeof fact === 'number' ? fact < leaf.limit : leaf.compare(fact, leaf.value)
    case 'lessThanInclusive':
      return typeof fact === 'number' ? fact <= leaf.limit : leaf.compare(fact, leaf.value)
    case 'greaterThan':
      return typeof fact === 'number' ? fact > leaf.limit : leaf.compare(fact, leaf.value)
    case 'greaterThanInclusive':
      return typeof fact === 'number' ? fact >= leaf.limit : leaf.compare(fact, leaf.value)
    default:
      return leaf.compare(fact, leaf.value)
  }
}

/** Returns whether all hold, or whether any does, without looking at more than it takes. */
export function holdInOrder(every: boolean, leaves: readonly PlainLeaf[], facts: Facts): boolean {
  for (const leaf of leaves) if ((holds(leaf, facts) === true) !== every) return !every
  return every
}

/** The same, looking at all, for a fact that is missing fails the run whatever the others say. */
export function holdTogether(every: boolean, leaves: readonly PlainLeaf[], facts: Facts): boolean {
  let outcome = every
  for (const leaf of leaves) if ((holds(leaf, facts) === true) !== every) outcome = !every
  return outcome
}
