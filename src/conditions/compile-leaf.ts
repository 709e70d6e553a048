import { comparison } from './comparison.ts'
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
  const trace = leafTrace(shown)
  const operator = engine.operator(shown.operator)
  if (!operator) return failing(shown, `Unknown operator: ${String(shown.operator)}`)
  const left = readFact(fact, path, engine, allowUndefinedFacts)
  const right = isFactReference(value) ? readFact(value.fact, value.path, engine, allowUndefinedFacts) : undefined
  const compared = comparison(String(shown.operator), operator, right ? undefined : { value }, engine, total)
  const { compare } = compared
  const isSafe = compared.safe && left.safe && right?.safe !== false
  const readRight: Read = right?.read ?? (() => value)
  const explain = (facts: Facts): ConditionTrace => {
    const factResult = left.read(facts)
    const valueResult = readRight(facts)
    return trace(factResult, valueResult, compare(factResult, valueResult))
  }
  if (left.plainName !== undefined && !right) {
    const limit = typeof value === 'number' ? value : 0
    const leaf: PlainLeaf = {
      name: left.plainName,
      kind: compared.kind,
      safe: compared.safe,
      value,
      limit,
      compare,
      allowUndefined: allowUndefinedFacts,
    }
    return { test: (facts) => holds(leaf, facts), explain, unvisited: traceOf(shown), safe: isSafe, leaf }
  }
  const test = (facts: Facts): unknown => compare(left.read(facts), readRight(facts))
  if (isSafe || !total) return { test, explain, unvisited: traceOf(shown), safe: isSafe }
  return guarded({ test, explain, unvisited: traceOf(shown), safe: true }, trace, left.read, readRight)
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

function guarded(part: Part, trace: Trace, left: Read, right: Read): Part {
  const test = (facts: Facts): unknown => {
    try {
      return part.test(facts)
    } catch {
      return false
    }
  }
  const explain = (facts: Facts): ConditionTrace => {
    try {
      return part.explain(facts)
    } catch {
      return trace(attempt(left, facts), attempt(right, facts), false)
    }
  }
  return { ...part, test, explain }
}

function attempt(read: Read, facts: Facts): unknown {
  try {
    return read(facts)
  } catch {
    return undefined
  }
}
