import { isDeepStrictEqual } from 'node:util'
import { type CompiledCondition, compileCondition } from '../../src/conditions/compile.ts'
import type { Condition, Facts, NamedConditions } from '../../src/conditions/condition.ts'
import type { ConditionCase } from '../arbitraries/condition.ts'
import { type Answer, ask, engineOf } from './condition-oracle.ts'

/** Returns in what the compiled condition and a fresh `Engine` differ over one case; nothing when they agree. */
export async function differences(drawn: ConditionCase): Promise<string[]> {
  const expected = await ask(drawn)
  const compiled = compile(drawn)
  const facts = withEngineFacts(drawn)
  const found: string[] = []
  const tested = attempt(() => compiled.test(facts))
  const explained = attempt(() => compiled.explain(facts))
  if ('failed' in expected) {
    if (!('failed' in tested)) found.push(`test gave ${tested.value} where the engine failed: ${String(expected.failed)}`)
    if (!('failed' in explained)) found.push(`explain gave a tree where the engine failed: ${String(expected.failed)}`)
    return found
  }
  if ('failed' in tested) found.push(`test failed: ${String(tested.failed)}`)
  else if (tested.value !== expected.held) found.push(`test gave ${tested.value}, the engine ${expected.held}`)
  if ('failed' in explained) found.push(`explain failed: ${String(explained.failed)}`)
  else found.push(...treeDifferences(explained.value, expected))
  return found
}

/** Compiled once with the engine that has the named conditions, so that both ways of naming are covered by turns. */
function compile(drawn: ConditionCase): CompiledCondition {
  const { allowUndefinedFacts, allowUndefinedConditions, custom } = drawn
  const isPlain = !custom && Object.keys(drawn.factPriorities).length === 0
  const given = isPlain ? { conditions: drawn.named as NamedConditions } : { engine: engineOf(drawn) }
  return compileCondition(drawn.condition as Condition, { ...given, allowUndefinedFacts, allowUndefinedConditions })
}

/** A fact that the engine itself has stands in for one that the run does not bring. */
function withEngineFacts({ facts, factPriorities }: ConditionCase): Facts {
  const merged = Object.create(null) as Record<string, unknown>
  for (const name of Object.keys(factPriorities)) merged[name] = null
  return Object.keys(factPriorities).length === 0 ? facts : Object.assign(merged, facts)
}

/** The engine keeps the outcome of a root group on the rule alone; the compiled tree says it at its root as well. */
function treeDifferences(trace: object, expected: Extract<Answer, { held: boolean }>): string[] {
  const { result, ...rest } = trace as { result?: unknown }
  const tree = expected.tree as object
  const isKept = Object.hasOwn(tree, 'result') && !Object.hasOwn(rest, 'result')
  const found = result === expected.held ? [] : [`the root says ${String(result)}, the engine ${expected.held}`]
  return isDeepStrictEqual(isKept ? { ...rest, result } : rest, tree) ? found : [...found, 'the explanations differ']
}

function attempt<Value>(work: () => Value): { readonly value: Value } | { readonly failed: unknown } {
  try {
    return { value: work() }
  } catch (failed) {
    return { failed }
  }
}
