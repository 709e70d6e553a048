/** The comparison of a leaf: the engine's own operator, or where its meaning is known the same answer without the detour. */
import type { EngineOperator, RuleEngine } from './engine.ts'
import { isStandard } from './operators.ts'

/** Compares what was read from the facts with the value of the leaf. */
export type Compare = (fact: unknown, value: unknown) => unknown

const orderings = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const

/** The comparisons decided where the fact is read, without a call: an ordering for numbers, membership of a short list. */
export type ComparisonKind = 'equal' | 'notEqual' | 'in' | 'notIn' | (typeof orderings)[number] | 'other'

interface Comparison {
  readonly compare: Compare
  /** Whether no JSON data can make it throw. */
  readonly safe: boolean
  readonly kind: ComparisonKind
}

/** A literal value of a leaf, in a box, for it may be anything. */
interface Literal {
  readonly value: unknown
}

/** From here on a set beats `indexOf`. */
const shortList = 8

/**
 * Returns the comparison for an operator and, where the leaf has one, its literal.
 *
 * **Edges** `total` turns whatever the operator throws into false: `lessThan` on an object whose `toString` is a number,
 * `in` on a fact that is no list.
 */
export function comparison(
  name: string,
  operator: EngineOperator,
  literal: Literal | undefined,
  engine: RuleEngine,
  total: boolean,
): Comparison {
  const compare = evaluation(operator, total)
  if (!isStandard(name, engine)) return { compare, safe: total, kind: 'other' }
  if (name === 'equal') return { compare: (fact, value) => fact === value, safe: true, kind: name }
  if (name === 'notEqual') return { compare: (fact, value) => fact !== value, safe: true, kind: name }
  if (name === 'contains' || name === 'doesNotContain') return { compare, safe: true, kind: 'other' }
  if ((name === 'in' || name === 'notIn') && literal && Array.isArray(literal.value)) {
    if (literal.value.length <= shortList) return { compare, safe: true, kind: name }
    return { compare: membership(literal.value, name === 'in'), safe: true, kind: 'other' }
  }
  // The engine takes a number as it is and turns away NaN, which no ordering holds for either; the rest is its own affair.
  const ordering = typeof literal?.value === 'number' ? orderings.find((known) => known === name) : undefined
  return { compare, safe: total, kind: ordering ?? 'other' }
}

function evaluation(operator: EngineOperator, total: boolean): Compare {
  if (!total) return (fact, value) => operator.evaluate(fact, value)
  return (fact, value) => {
    try {
      return operator.evaluate(fact, value)
    } catch {
      return false
    }
  }
}

function membership(list: readonly unknown[], wanted: boolean): Compare {
  const members = new Set<unknown>()
  // As `indexOf` has it: holes, which `forEach` passes over, are no members, and NaN is never found.
  list.forEach((member) => {
    members.add(member)
  })
  members.delete(Number.NaN)
  return (fact) => members.has(fact) === wanted
}
