import { issue, LeadSlaError } from '../errors.ts'
import { compileGroup } from './compile-group.ts'
import { compileLeaf, type LeafScope } from './compile-leaf.ts'
import { type Engine, type EngineNode, type GroupKind, type RuleEngine, ruleEngine, type Shown, standardEngine } from './engine.ts'
import type { Condition, Facts, NamedConditions } from './node.ts'
import { failing, type Part, traceOf } from './part.ts'
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
  readonly targets: Map<unknown, EngineNode | undefined>
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
  const root = compileNode(parsed(condition, scope.engine, true), scope, true)
  return { test: root.test as any, explain: root.explain }
}

function parsed(condition: unknown, engine: RuleEngine, root: boolean): EngineNode {
  try {
    return engine.parse(condition, root)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new LeadSlaError([issue('invalid-condition', [], { expected: `a condition that the engine takes (${why})`, got: condition })])
  }
}

function compileNode(node: EngineNode, scope: Scope, root: boolean): Part {
  if (node.kind === 'reference') return compileReference(node.target, node.shown, scope)
  if (node.kind !== 'leaf') return compileMembers(node, node.shown, scope, root)
  if (scope.total && !scope.engine.operator(node.shown.operator)) {
    throw new LeadSlaError([issue('unknown-operator', [], { expected: 'an operator', got: node.shown.operator, known: scope.engine.operatorNames })])
  }
  return compileLeaf(node.shown, scope)
}

function compileMembers(
  node: EngineNode & { readonly kind: GroupKind; readonly children: readonly EngineNode[] },
  shown: Shown,
  scope: Scope,
  root: boolean,
): Part {
  // A condition named in two places is compiled once; without this, names that double each other would grow without end.
  const parts = scope.parts.get(node) ?? node.children.map((child) => compileNode(child, scope, false))
  scope.parts.set(node, parts)
  const priorities = node.children.map((child) => child.priority || scope.engine.factPriority(child.shown.fact) || 1)
  return compileGroup(node.kind, shown, parts, priorities, root)
}

/** The engine lays the members of the named condition over those of the reference, and so forgets the name. */
function compileReference(name: unknown, shown: Shown, scope: Scope): Part {
  const target = targetOf(name, scope)
  if (!target) return compileUnknown(name, shown, scope)
  if (scope.trail.includes(name)) {
    throw new LeadSlaError([issue('cyclic-condition', [], { expected: 'a condition that does not name itself', got: [...scope.trail, name].join(' → ') })])
  }
  const { condition: _, ...own } = shown
  const merged = { ...own, ...target.shown }
  scope.trail.push(name)
  const part = target.kind === 'reference' ? compileReference(target.target, merged, scope) : compileTarget(target, merged, scope)
  scope.trail.pop()
  return { ...part, unvisited: traceOf(shown) }
}

function compileTarget(target: EngineNode, merged: Shown, scope: Scope): Part {
  if (target.kind === 'leaf' || target.kind === 'reference') return compileLeaf(merged, scope)
  return compileMembers(target, merged, scope, false)
}

function compileUnknown(name: unknown, shown: Shown, scope: Scope): Part {
  if (scope.allowUndefinedConditions) {
    const trace = traceOf({ ...shown, result: false })
    return { test: () => false, explain: () => trace, unvisited: traceOf(shown), safe: true }
  }
  if (!scope.total) return failing(shown, `No condition ${String(name)} exists`)
  throw new LeadSlaError([issue('unknown-condition', [], { expected: 'a named condition', got: name, known: Object.keys(scope.conditions) })])
}

function targetOf(name: unknown, scope: Scope): EngineNode | undefined {
  if (scope.targets.has(name)) return scope.targets.get(name)
  const own = typeof name === 'string' && Object.hasOwn(scope.conditions, name) ? scope.conditions[name] : undefined
  const target = own === undefined ? scope.engine.condition(name) : parsed(own, scope.engine, false)
  scope.targets.set(name, target)
  return target
}
