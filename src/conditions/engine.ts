/** The only door to json-rules-engine: what this library reads from an `Engine`, of which the package types only a part. */
import { Almanac, Engine, Rule, type TopLevelCondition } from 'json-rules-engine'
import { snapshot } from './json-value.ts'

export type { Engine }

/** An operator as the engine keeps it, decorators applied: the validator of the fact and the comparison in one call. */
export interface EngineOperator {
  evaluate(factValue: unknown, value: unknown): unknown
}

/** A node as the engine shows it in an explanation: the members that were written, and those that it adds. */
export type Shown = Readonly<Record<string, unknown>>

export type GroupKind = 'all' | 'any' | 'not'

export interface EngineGroup {
  readonly kind: GroupKind
  readonly children: readonly EngineNode[]
  readonly priority: unknown
  readonly shown: Shown
}

interface EngineReference {
  readonly kind: 'reference'
  readonly target: unknown
  readonly priority: unknown
  readonly shown: Shown
}

/** The engine's parsed tree, at whose root it takes no leaf. `priority` is what orders a node among its siblings. */
export type EngineRoot = EngineGroup | EngineReference
export type EngineNode = EngineRoot | { readonly kind: 'leaf'; readonly priority: unknown; readonly shown: Shown }

/** What the library reads from an `Engine`: its operators, named conditions, parser and path resolver. */
export interface RuleEngine {
  readonly operatorNames: readonly string[]
  readonly decoratorNames: readonly string[]
  /** Whether paths are resolved by the package's own jsonpath-plus, so that simple ones may be compiled. */
  readonly ownPaths: boolean
  operator(name: unknown): EngineOperator | undefined
  /** Returns the decorator itself, to tell the package's own from one that took its name. */
  decorator(name: string): unknown
  condition(name: unknown): EngineRoot | undefined
  factPriority(fact: unknown): number | undefined
  resolvePath(value: object, path: unknown): unknown
  /** Returns the tree, a whole one or one to be named, that `new Rule` makes of a condition; throws the engine's error where it refuses. */
  parse(condition: unknown, root: boolean): EngineRoot
}

/** The members of `Engine` and `Almanac` that the package's types leave out. */
interface Untyped {
  readonly operators: {
    get(name: string): EngineOperator | null
    readonly operators: ReadonlyMap<string, unknown>
    readonly decorators: ReadonlyMap<string, unknown>
  }
  readonly conditions: ReadonlyMap<unknown, object>
  readonly facts: ReadonlyMap<unknown, { readonly priority: number }>
  readonly pathResolver: ((value: object, path: unknown) => unknown) | undefined
}

let standard: RuleEngine | undefined

/** Returns what a fresh `Engine` offers; the engine is made at the first use and never runs. */
export function standardEngine(): RuleEngine {
  standard ??= ruleEngine(new Engine())
  return standard
}

/** Returns what the library reads from this engine; operators and named conditions are looked up when asked for. */
export function ruleEngine(engine: Engine): RuleEngine {
  const { operators, conditions, facts, pathResolver } = engine as unknown as Untyped
  const { decorators } = operators
  const resolve = pathResolver ?? (new Almanac() as unknown as Pick<Untyped, 'pathResolver'>).pathResolver
  return {
    operatorNames: [...operators.operators.keys()],
    decoratorNames: [...decorators.keys()],
    ownPaths: pathResolver === undefined,
    operator: (name) => (typeof name === 'string' ? (operators.get(name) ?? undefined) : undefined),
    decorator: (name) => decorators.get(name),
    condition: (name) => {
      const named = conditions.get(name)
      return named && (nodeOf(named, false) as EngineRoot)
    },
    factPriority: (fact) => facts.get(fact)?.priority,
    resolvePath: (value, path) => resolve?.(value, path),
    parse: (condition, root) => {
      const rule = new Rule({ conditions: copied(condition) as TopLevelCondition, event: { type: 'condition' } })
      return nodeOf(rule.conditions, root) as EngineRoot
    },
  }
}

/** `Rule` rewrites the priority of a leaf in the caller's object, and throws where that is frozen: it gets copies. */
function copied(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  const copy: Record<string, unknown> = { ...node }
  for (const kind of ['all', 'any', 'not'] as const) {
    if (!Object.hasOwn(copy, kind)) continue
    const inner = copy[kind]
    copy[kind] = Array.isArray(inner) ? inner.map(copied) : copied(inner)
  }
  return copy
}

/** Below the root the engine asks for a reference first; at the root for a group, and a stray `condition` is ignored there. */
function nodeOf(condition: object, root: boolean): EngineNode {
  const members = condition as Readonly<Record<string, unknown>>
  const kind = (['any', 'all', 'not'] as const).find((key) => Object.hasOwn(members, key))
  const inner = kind === undefined ? [] : members[kind]
  const children = (Array.isArray(inner) ? inner : [inner]).map((child: object) => nodeOf(child, false))
  const { priority } = members
  const shown = shownOf(members, kind, children)
  if (Object.hasOwn(members, 'condition') && !(root && kind))
    return { kind: 'reference', target: members.condition, priority, shown }
  return kind === undefined ? { kind: 'leaf', priority, shown } : { kind, children, priority, shown }
}

function shownOf(members: Shown, kind: GroupKind | undefined, children: readonly EngineNode[]): Shown {
  const shown: Record<string, unknown> = {}
  for (const key of Object.keys(members)) if (key !== kind) shown[key] = snapshot(members[key])
  const inner = children.map((child) => child.shown)
  if (kind !== undefined) shown[kind] = kind === 'not' ? inner[0] : Object.freeze(inner)
  return Object.freeze(shown)
}
