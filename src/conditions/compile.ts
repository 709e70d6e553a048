import { type IssueCode, issue, LeadSlaError } from '../errors.ts'
import { compileGroup } from './compile-group.ts'
import { compileLeaf, type LeafScope } from './compile-leaf.ts'
import {
  type Engine,
  type EngineGroup,
  type EngineNode,
  type EngineRoot,
  type RuleEngine,
  ruleEngine,
  type Shown,
  standardEngine,
} from './engine.ts'
import type { Condition, Facts, NamedConditions } from './node.ts'
import { failing, type Part, type RootPart, traceOf } from './part.ts'
import type { ConditionTrace } from './trace.ts'

export interface CompileOptions {
  /** The conditions that `{ condition: name }` stands for, before those of the engine. */
  readonly conditions?: NamedConditions
  /** Whose operators, decorators, named conditions, priorities of facts and path resolver hold; the package's own by default. */
  readonly engine?: Engine
  /** A missing fact is undefined instead of an error. */
  readonly allowUndefinedFacts?: boolean
  /** An unknown named condition is false instead of an error. */
  readonly allowUndefinedConditions?: boolean
  /** No facts can make the evaluation throw: missing ones are undefined, a leaf that throws is false. */
  readonly total?: boolean
}

/** A condition as two functions of the facts. Both are pure, and they always agree. */
export interface CompiledCondition {
  /** Returns whether the condition holds. */
  readonly test: (facts: Facts) => boolean
  /** Returns the tree of the condition with what each part read and gave. */
  readonly explain: (facts: Facts) => ConditionTrace
}

interface Scope extends LeafScope {
  readonly conditions: NamedConditions
  readonly allowUndefinedConditions: boolean
  readonly targets: Map<unknown, EngineRoot | undefined>
  readonly parts: Map<EngineNode, readonly Part[]>
  /** The names being followed, outermost first. */
  readonly trail: unknown[]
}

/**
 * Returns the condition as synchronous functions that answer as `Engine.run` would: the same outcome, the same failures
 * and, from `explain`, the tree of `ruleResult.conditions`, with the outcome as `result` of the root as well.
 *
 * **Edges** facts are plain records of values: functions are not called and promises not awaited. Lists, plain objects
 * and Dates of the condition are copied, so that changing them later changes nothing. Without `total` a missing fact
 * throws an error with code `UNDEFINED_FACT`, and operators throw what they throw in the engine.
 * **Errors** throws `LeadSlaError`: `invalid-condition` where the engine's parser refuses, `cyclic-condition`; under
 * `total` also `unknown-operator` and `unknown-condition`, which otherwise fail when they are evaluated.
 *
 * @example
 * const hot = compileCondition({ all: [{ fact: 'score', operator: 'greaterThan', value: 80 }] })
 * hot.test({ score: 91 }) //=> true
 * hot.explain({ score: 12 }).result //=> false
 */
export function compileCondition(condition: Condition, options: CompileOptions = {}): CompiledCondition {
  const total = options.total ?? false
  const scope: Scope = {
    engine: options.engine ? ruleEngine(options.engine) : standardEngine(),
    conditions: options.conditions ?? {},
    allowUndefinedFacts: total || (options.allowUndefinedFacts ?? false),
    allowUndefinedConditions: options.allowUndefinedConditions ?? false,
    total,
    targets: new Map(),
    parts: new Map(),
    trail: [],
  }
  const { test, explain } = compileRoot(parsed(condition, scope.engine, true), scope, true)
  return { test, explain }
}

function parsed(condition: unknown, engine: RuleEngine, root: boolean): EngineRoot {
  try {
    return engine.parse(condition, root)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('invalid-condition', `a condition that the engine takes (${why})`, condition)
  }
}

function refuse(code: IssueCode, expected: string, got: unknown, known?: readonly string[]): never {
  throw new LeadSlaError([issue(code, [], { expected, got, ...(known ? { known } : {}) })])
}

function compileNode(node: EngineNode, scope: Scope): Part {
  if (node.kind !== 'leaf') return compileRoot(node, scope, false)
  const { operator } = node.shown
  if (scope.total && !scope.engine.operator(operator))
    refuse('unknown-operator', 'an operator', operator, scope.engine.operatorNames)
  return compileLeaf(node.shown, scope)
}

function compileRoot(node: EngineRoot, scope: Scope, root: boolean): RootPart {
  return node.kind === 'reference'
    ? compileReference(node.target, node.shown, scope)
    : compileMembers(node, node.shown, scope, root)
}

/** A condition named in two places is compiled once: names that double each other would otherwise grow without end. */
function compileMembers(node: EngineGroup, shown: Shown, scope: Scope, root: boolean): RootPart {
  const parts = scope.parts.get(node) ?? node.children.map((child) => compileNode(child, scope))
  scope.parts.set(node, parts)
  const priorities = node.children.map((child) => child.priority || scope.engine.factPriority(child.shown.fact) || 1)
  return compileGroup(node.kind, shown, parts, priorities, root)
}

/** The engine lays the members of the named condition over those of the reference, and so forgets the name. */
function compileReference(name: unknown, shown: Shown, scope: Scope): RootPart {
  const target = targetOf(name, scope)
  if (!target) return compileUnknown(name, shown, scope)
  if (scope.trail.includes(name))
    refuse('cyclic-condition', 'a condition that does not name itself', [...scope.trail, name].join(' → '))
  const { condition: _, ...own } = shown
  const merged = { ...own, ...target.shown }
  scope.trail.push(name)
  const isReference = target.kind === 'reference'
  const part = isReference ? compileReference(target.target, merged, scope) : compileMembers(target, merged, scope, false)
  scope.trail.pop()
  return { ...part, unvisited: traceOf(shown) }
}

function compileUnknown(name: unknown, shown: Shown, scope: Scope): RootPart {
  if (scope.allowUndefinedConditions) {
    return { test: () => false, explain: () => traceOf({ ...shown, result: false }), unvisited: traceOf(shown), safe: true }
  }
  if (scope.total) refuse('unknown-condition', 'a named condition', name, Object.keys(scope.conditions))
  return failing(shown, `No condition ${String(name)} exists`)
}

function targetOf(name: unknown, scope: Scope): EngineRoot | undefined {
  if (scope.targets.has(name)) return scope.targets.get(name)
  const own = typeof name === 'string' && Object.hasOwn(scope.conditions, name) ? scope.conditions[name] : undefined
  const target = own === undefined ? scope.engine.condition(name) : parsed(own, scope.engine, false)
  scope.targets.set(name, target)
  return target
}
