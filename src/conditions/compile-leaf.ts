import { type Compare, comparison } from './comparison.ts'
import type { RuleEngine, Shown } from './engine.ts'
import { type Read, readFact } from './facts.ts'
import { type Facts, isFactReference } from './node.ts'
import { failing, type Part, traceOf } from './part.ts'
import { holds, type PlainLeaf } from './plain-leaf.ts'
import type { ConditionTrace } from './trace.ts'

/** What the parts of one condition are compiled under. */
export interface LeafScope {
  readonly engine: RuleEngine
  readonly allowUndefinedFacts: boolean
  readonly total: boolean
}

/** Returns the compiled comparison of one leaf; in a total scope whatever throws, a path included, makes the leaf false. */
export function compileLeaf(shown: Shown, scope: LeafScope): Part {
  const { engine, allowUndefinedFacts, total } = scope
  const { fact, path, value } = shown
  const operator = engine.operator(shown.operator)
  if (!operator) return failing(shown, `Unknown operator: ${String(shown.operator)}`)
  const left = readFact(fact, path, engine, allowUndefinedFacts)
  const right = isFactReference(value) ? readFact(value.fact, value.path, engine, allowUndefinedFacts) : undefined
  const { kind, compare, safe } = comparison(String(shown.operator), operator, right ? undefined : { value }, engine, total)
  const isSafe = safe && left.safe && right?.safe !== false
  const readRight: Read = right?.read ?? (() => value)
  const explain = explanation(left.read, readRight, compare, leafTrace(shown))
  const unvisited = traceOf(shown)
  if (left.plainName !== undefined && !right) {
    const limit = typeof value === 'number' ? value : 0
    const list: readonly unknown[] = Array.isArray(value) ? value : []
    const leaf: PlainLeaf = { name: left.plainName, kind, compare, value, limit, list, allowUndefined: allowUndefinedFacts }
    return { test: (facts) => holds(leaf, facts), explain, unvisited, safe: isSafe, leaf }
  }
  const test = (facts: Facts): unknown => compare(left.read(facts), readRight(facts))
  if (isSafe || !total) return { test, explain, unvisited, safe: isSafe }
  return { test: guarded(test), explain: guardedExplanation(explain, left.read, readRight, shown), unvisited, safe: true }
}

function explanation(left: Read, right: Read, compare: Compare, trace: Trace): Part['explain'] {
  return (facts) => {
    const factResult = left(facts)
    const valueResult = right(facts)
    return trace(factResult, valueResult, compare(factResult, valueResult))
  }
}

type Trace = (factResult: unknown, valueResult: unknown, result: unknown) => ConditionTrace

/** A literal is made twenty times faster than a copy by spread, and hardly a leaf has more than the three members. */
function leafTrace(shown: Shown): Trace {
  const { fact, operator, value, ...extra } = shown
  if (Object.keys(extra).length > 0) {
    return (factResult, valueResult, result) => traceOf({ ...shown, factResult, valueResult, result })
  }
  return (factResult, valueResult, result) => traceOf({ fact, operator, value, factResult, valueResult, result })
}

function guarded(test: Part['test']): Part['test'] {
  return (facts) => {
    try {
      return test(facts)
    } catch {
      return false
    }
  }
}

function guardedExplanation(explain: Part['explain'], left: Read, right: Read, shown: Shown): Part['explain'] {
  const attempt = (read: Read, facts: Facts): unknown => {
    try {
      return read(facts)
    } catch {
      return undefined
    }
  }
  return (facts) => {
    try {
      return explain(facts)
    } catch {
      return traceOf({ ...shown, factResult: attempt(left, facts), valueResult: attempt(right, facts), result: false })
    }
  }
}
