/**
 * json-rules-engine itself as the oracle of its compiled conditions: a fresh `Engine` for every question, because one
 * that is used twice at once skips rules without a word.
 */
import { isDeepStrictEqual } from 'node:util'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { type CompiledCondition, compileCondition } from '../../src/conditions/compile.ts'
import type { Condition, Facts, NamedConditions } from '../../src/conditions/condition.ts'
import type { ConditionCase } from '../arbitraries/condition.ts'

/** What came out: the outcome with the explanation as plain data, or the error. */
export type Answer = { readonly held: boolean; readonly tree: unknown } | { readonly failed: unknown }

/** Returns an engine with the operators, decorators and named conditions of a case, and no rules. */
function engineOf({ named, custom, allowUndefinedFacts, allowUndefinedConditions, factPriorities }: ConditionCase): Engine {
  const engine = new Engine([], { allowUndefinedFacts, allowUndefinedConditions })
  if (custom) {
    engine.addOperator('one', (fact, value) => (fact === value ? 1 : 0) as unknown as boolean)
    engine.addOperator('throws', () => {
      throw new Error('no comparison')
    })
    // Takes the name of one of the package's own, whose shortcut must then not be taken.
    engine.addOperator('equal', (fact, value) => typeof fact === typeof value)
    engine.addOperatorDecorator('never', () => false)
  }
  for (const [name, condition] of Object.entries(named))
    engine.setCondition(name, structuredClone(condition) as TopLevelCondition)
  for (const [fact, priority] of Object.entries(factPriorities)) engine.addFact(fact, null, { priority })
  return engine
}

/** Returns what `Engine.run` answers. */
export async function ask(drawn: ConditionCase): Promise<Answer> {
  try {
    const engine = engineOf(drawn)
    engine.addRule({ conditions: structuredClone(drawn.condition) as TopLevelCondition, event: { type: 'held' } })
    const { results, failureResults } = await engine.run(drawn.facts as Record<string, unknown>)
    const result = results[0] ?? failureResults[0]
    if (!result) throw new Error('the rule was skipped')
    return { held: results.length === 1, tree: plain(result.conditions) }
  } catch (failed) {
    return { failed }
  }
}

/** The engine's explanation is made of its own class; what is compared are the members. */
function plain(node: unknown): unknown {
  if (!isCondition(node)) return node
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(node)) copy[key] = Array.isArray(value) ? value.map(plain) : plain(value)
  return copy
}

function isCondition(node: unknown): node is object {
  return typeof node === 'object' && node !== null && 'isConditionReference' in node
}

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

/** The named conditions come as an option or with an engine, by turns, so that both ways are covered. */
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
  const found = result === expected.held ? [] : [`the root says ${String(result)}, the engine ${expected.held}`]
  return isDeepStrictEqual(Object.hasOwn(tree, 'result') ? trace : rest, tree) ? found : [...found, 'the explanations differ']
}

function attempt<Value>(work: () => Value): { readonly value: Value } | { readonly failed: unknown } {
  try {
    return { value: work() }
  } catch (failed) {
    return { failed }
  }
}
