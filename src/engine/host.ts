/** The door to json-rules-engine of this layer: the engine that is made or given, and what already has a name in it. */
import { Engine, type EngineResult, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import { ruleEngine } from '../conditions/engine.ts'
import { isRecord } from '../content.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'
import type { Operator } from './operators.ts'

export type { Engine, EngineResult, RuleProperties }

/** What is put into an engine, all by names that are free there. */
export interface Outfit {
  readonly facts: ReadonlyMap<string, unknown>
  readonly operators: ReadonlyMap<string, Operator>
  readonly conditions: ReadonlyMap<string, object>
  readonly rules: readonly RuleProperties[]
}

/** Returns an engine with the outfit: a new one, or the one that was given. **Errors** throws before anything is changed. */
export function outfitted(into: Engine | undefined, { facts, operators, conditions, rules }: Outfit): Engine {
  const engine = into ?? new Engine()
  const issues = takenNames(engine, { facts, operators, conditions, rules })
  if (issues.length > 0) throw new LeadSlaError(issues)
  for (const [name, value] of facts) engine.addFact(name, value)
  for (const [name, operator] of operators) engine.addOperator(name, operator)
  for (const [name, condition] of conditions) engine.setCondition(name, condition as TopLevelCondition)
  for (const rule of rules) engine.addRule(rule)
  return engine
}

/** An engine replaces what has the name of something new, without a word. */
function takenNames(engine: Engine, { facts, operators, conditions, rules }: Outfit): Issue[] {
  const { operatorNames, condition } = ruleEngine(engine)
  const ruleNames = new Set(
    (engine as unknown as { readonly rules: readonly { readonly name?: unknown }[] }).rules.map(({ name }) => name),
  )
  const taken = (kind: string, names: Iterable<string>, isTaken: (name: string) => boolean) =>
    [...names].filter(isTaken).map((name) =>
      issue('invalid-name', ['into', kind, name], {
        expected: 'a name that the engine does not have, as with a prefix',
        got: name,
      }),
    )
  return [
    ...taken('facts', facts.keys(), (name) => engine.getFact(name) !== undefined),
    ...taken('operators', operators.keys(), (name) => operatorNames.includes(name)),
    ...taken('conditions', conditions.keys(), (name) => condition(name) !== undefined),
    ...taken(
      'rules',
      rules.map(({ name }) => name ?? ''),
      (name) => ruleNames.has(name),
    ),
  ]
}

/** Returns true for an engine, of this copy of the package or of another. */
export function isEngine(value: unknown): value is Engine {
  if (!isRecord(value)) return false
  const { rules, operators, conditions, facts } = value
  const isMap = (part: unknown) => isRecord(part) && typeof part.get === 'function'
  const methods = ['addFact', 'addOperator', 'setCondition', 'addRule', 'getFact', 'run'].map((name) => value[name])
  return (
    methods.every((method) => typeof method === 'function') && Array.isArray(rules) && [operators, conditions, facts].every(isMap)
  )
}
