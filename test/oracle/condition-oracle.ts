/**
 * json-rules-engine itself as the oracle of its compiled conditions: a fresh `Engine` for every question, because one
 * that is used twice at once skips rules without a word.
 */
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { ConditionCase } from '../arbitraries/condition.ts'

/** What came out: the outcome with the explanation as plain data, or the error. */
export type Answer = { readonly held: boolean; readonly tree: unknown } | { readonly failed: unknown }

/** Returns an engine with the operators, decorators and named conditions of a case, and no rules. */
export function engineOf({
  named,
  custom,
  allowUndefinedFacts,
  allowUndefinedConditions,
  factPriorities,
}: ConditionCase): Engine {
  const engine = new Engine([], { allowUndefinedFacts, allowUndefinedConditions })
  if (custom) {
    engine.addOperator('one', (fact, value) => (fact === value ? 1 : 0) as unknown as boolean)
    engine.addOperator('throws', () => {
      throw new Error('no comparison')
    })
    // Takes the name of one of the package's own, whose shortcut must then not be taken.
    engine.addOperator('equal', (fact, value) => String(typeof fact) === String(typeof value))
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
