/**
 * A condition says what must hold of an event or a lead, in json-rules-engine's own JSON. The engine itself takes nearly
 * anything and fails, or quietly answers wrong, when it runs; so whatever is sure to be a mistake is refused here.
 */
import { type IssuePath, type Parsed, valueOf } from '../errors.ts'
import { type Engine, ruleEngine, standardEngine } from './engine.ts'
import { deepest } from './json-value.ts'
import { type Condition, type ConditionDocument, type ConditionNode, isRecord, type LeafCondition } from './node.ts'
import { labelsOf, leafKeys, parseLeaf } from './parse-leaf.ts'
import { countNodes, type Reading, report, reportTooDeep, reportUnknownKeys } from './reading.ts'
import { checkReference, type Reach } from './references.ts'

export type { Condition, ConditionDocument, Facts, NamedConditions } from './node.ts'

/** The names that a condition may use. */
export interface ConditionVocabulary {
  /** The facts that there are; any name is taken where this is left out. */
  readonly facts?: Iterable<string>
  /** The documents of the named conditions; without them no name is known. */
  readonly conditions?: Readonly<Record<string, unknown>>
  /** An engine with operators, decorators or a path resolver of your own; the package's own hold by default. */
  readonly engine?: Engine
}

interface Tree extends Reading {
  readonly reaches: Map<string, Reach>
}

const groupKeys = ['all', 'any', 'not', 'condition'] as const
const whole = 'a condition: all, any, not, condition, or a leaf of fact, operator and value'

/**
 * Returns the condition, checked, copied and frozen, or all that is wrong with it.
 *
 * **Edges** a bare leaf is taken as `{ all: [leaf] }`; an empty `all` is always true and taken, an empty `any`, which
 * the engine holds for true as well, is refused. At most 64 nodes deep and 10,000 in all, following the named conditions.
 * **Errors** `wrong-type`, `missing-key`, `unknown-key`, `out-of-range`, `invalid-condition`, `unknown-operator`,
 * `unknown-fact`, `invalid-path`, `unknown-condition`, `cyclic-condition`.
 * **Source** json-rules-engine 7.3.1, whose JSON this is; [E5].
 *
 * @example
 * parseCondition({ fact: 'score', operator: 'greaterThan', value: 80 })
 * //=> { ok: true, value: { all: [{ fact: 'score', operator: 'greaterThan', value: 80 }] } }
 */
export function parseCondition(value: unknown, path: IssuePath = [], vocabulary: ConditionVocabulary = {}): Parsed<Condition> {
  const tree: Tree = {
    engine: vocabulary.engine ? ruleEngine(vocabulary.engine) : standardEngine(),
    facts: vocabulary.facts && new Set(vocabulary.facts),
    conditions: vocabulary.conditions ?? {},
    issues: [],
    open: new Set(),
    nodes: 0,
    reaches: new Map(),
  }
  const node = parseSafely(value, path, tree)
  if (tree.issues.length > 0 || node === undefined) return { ok: false, issues: tree.issues }
  return { ok: true, value: isLeaf(node) ? Object.freeze({ all: Object.freeze([node]) }) : node }
}

/**
 * Returns the condition, checked, copied and frozen.
 *
 * **Errors** throws `LeadSlaError` with the issues of `parseCondition`.
 *
 * @example
 * defineCondition({ not: { fact: 'country', operator: 'in', value: ['DE', 'AT'] } })
 * //=> { not: { fact: 'country', operator: 'in', value: ['DE', 'AT'] } }
 */
export function defineCondition(document: ConditionDocument, vocabulary: ConditionVocabulary = {}): Condition {
  return valueOf(parseCondition(document, [], vocabulary))
}

/** A getter or a proxy can throw where JSON cannot; a parser never does. */
function parseSafely(value: unknown, path: IssuePath, tree: Tree): ConditionNode | undefined {
  try {
    return parseNode(value, path, 1, tree)
  } catch {
    return report(tree, 'invalid-condition', path, { expected: `${whole}, all readable`, got: value })
  }
}

function parseNode(value: unknown, path: IssuePath, depth: number, tree: Tree): ConditionNode | undefined {
  if (!countNodes(tree, 1, path)) return undefined
  if (!isRecord(value)) return report(tree, 'wrong-type', path, { expected: whole, got: value })
  if (tree.open.has(value))
    return report(tree, 'invalid-condition', path, { expected: 'a condition that does not contain itself', got: value })
  if (depth > deepest) return reportTooDeep(path, tree)
  tree.open.add(value)
  const node = parseKinds(value, path, depth, tree)
  tree.open.delete(value)
  return node
}

/** The engine looks at one of the kinds and drops the others without a word: `all` beside `any` never counts. */
function parseKinds(
  value: Readonly<Record<string, unknown>>,
  path: IssuePath,
  depth: number,
  tree: Tree,
): ConditionNode | undefined {
  const groups = groupKeys.filter((key) => Object.hasOwn(value, key))
  const hasLeaf = ['fact', 'operator', 'value'].some((key) => Object.hasOwn(value, key))
  const kinds = [...groups, ...(hasLeaf ? ['leaf'] : [])]
  const known = [
    ...groups,
    ...(hasLeaf || kinds.length === 0 ? leafKeys : ['name', 'priority']),
    ...(kinds.length === 0 ? groupKeys : []),
  ]
  reportUnknownKeys(value, known, path, tree)
  if (kinds.length !== 1) {
    report(tree, 'invalid-condition', path, {
      expected: `${whole}; exactly one of them`,
      got: kinds.length === 0 ? value : kinds.join(' beside '),
    })
  }
  const nodes = groups.map((kind) =>
    kind === 'condition' ? parseReference(value, path, depth, tree) : parseGroup(kind, value, path, depth, tree),
  )
  return hasLeaf ? parseLeaf(value, path, tree) : nodes[0]
}

function parseReference(value: Readonly<Record<string, unknown>>, path: IssuePath, depth: number, tree: Tree): ConditionNode {
  const { condition } = value
  const at = [...path, 'condition']
  if (typeof condition === 'string') checkReference(condition, at, depth, tree, tree.reaches)
  else report(tree, 'wrong-type', at, { expected: 'the name of a condition', got: condition })
  return Object.freeze({ condition: condition as string, ...labelsOf(value, path, tree) })
}

function parseGroup(
  kind: 'all' | 'any' | 'not',
  value: Readonly<Record<string, unknown>>,
  path: IssuePath,
  depth: number,
  tree: Tree,
): ConditionNode | undefined {
  const labels = labelsOf(value, path, tree)
  const inner = value[kind]
  const at = [...path, kind]
  if (kind === 'not') {
    const not = parseNode(inner, at, depth + 1, tree)
    return not && Object.freeze({ not, ...labels })
  }
  if (!Array.isArray(inner)) return report(tree, 'wrong-type', at, { expected: 'an array of conditions', got: inner })
  if (kind === 'any' && inner.length === 0) {
    return report(tree, 'invalid-condition', at, {
      expected: 'at least one condition, for an empty any is always true',
      got: inner,
    })
  }
  // By index and not by `map`, which would pass over the holes of a list.
  const nodes = Array.from(inner, (child: unknown, index) => parseNode(child, [...at, index], depth + 1, tree))
  const complete = Object.freeze(nodes.filter((node) => node !== undefined))
  return Object.freeze(kind === 'all' ? { all: complete, ...labels } : { any: complete, ...labels })
}

function isLeaf(node: ConditionNode): node is LeafCondition {
  return 'fact' in node
}
