/**
 * Facts that make conditions hold, for an example. The search is small and proves nothing: whoever uses what it finds lets the
 * evaluation decide whether it is right.
 */
import { type CompiledCondition, compileCondition } from '../../conditions/compile.ts'
import type { ConditionDocument, LeafCondition, NamedConditions } from '../../conditions/node.ts'
import { isRecord } from '../../conditions/node.ts'

/** A condition, and whether it is to hold or not to. */
export interface Wish {
  readonly condition: ConditionDocument
  readonly holds: boolean
}

/** What stands where: by fact and path, such as `lead $.score`. */
export type Assignment = ReadonlyMap<string, unknown>

interface Search {
  /** What is settled before anything is searched for. */
  readonly fixed: Assignment
  /** Makes the facts that conditions read out of what was assigned. */
  readonly factsOf: (assignment: Assignment) => Readonly<Record<string, unknown>>
  /** The states in which a lead can be. */
  readonly states: readonly string[]
}

const mostLeaves = 200
const mostSteps = 40
const mostCandidates = 10

/** Returns what to assign so that every wish comes true, or `null` where the search found nothing. */
export function fittingFacts(
  wishes: readonly Wish[],
  named: NamedConditions,
  { fixed, factsOf, states }: Search,
): Assignment | null {
  if (wishes.length === 0) return fixed
  const leaves = new Map<LeafCondition, CompiledCondition>()
  const trees = wishes.map(({ condition, holds }) => ({ tree: unfolded(condition, named, leaves, 0), holds }))
  if (leaves.size > mostLeaves || trees.some(({ tree }) => tree === null)) return null
  const scoreOf = (assignment: Assignment): number => {
    const facts = factsOf(assignment)
    return trees.reduce((sum, { tree, holds }) => sum + (tree ? score(tree, holds, facts, leaves) : 0), 0) / trees.length
  }
  const candidates = candidatesOf([...leaves.keys()], fixed, states)
  let best: Assignment = fixed
  let reached = scoreOf(best)
  for (let step = 0; step < mostSteps && reached < 1; step++) {
    const better = improved(best, reached, candidates, scoreOf)
    if (!better) return null
    best = better.assignment
    reached = better.score
  }
  return reached === 1 ? best : null
}

/** Changes one assignment, the one that helps most. */
function improved(
  from: Assignment,
  reached: number,
  candidates: ReadonlyMap<string, readonly unknown[]>,
  scoreOf: (assignment: Assignment) => number,
): { readonly assignment: Assignment; readonly score: number } | null {
  let found: { assignment: Assignment; score: number } | null = null
  for (const [variable, values] of candidates) {
    for (const value of values) {
      const assignment = new Map(from).set(variable, value)
      const next = scoreOf(assignment)
      if (next > (found?.score ?? reached)) found = { assignment, score: next }
    }
  }
  return found
}

type Tree =
  | { readonly kind: 'all' | 'any'; readonly members: readonly Tree[] }
  | { readonly kind: 'not'; readonly member: Tree }
  | { readonly kind: 'leaf'; readonly leaf: LeafCondition }

/** Returns the condition with its names resolved; `null` where that leads too far. */
function unfolded(
  node: ConditionDocument,
  named: NamedConditions,
  leaves: Map<LeafCondition, CompiledCondition>,
  depth: number,
): Tree | null {
  if (depth > 64 || leaves.size > mostLeaves) return null
  if ('fact' in node) {
    leaves.set(node, compileCondition({ all: [node] }, { total: true }))
    return { kind: 'leaf', leaf: node }
  }
  if ('condition' in node) {
    const target = Object.hasOwn(named, node.condition) ? named[node.condition] : undefined
    return target ? unfolded(target, named, leaves, depth + 1) : null
  }
  if ('not' in node) {
    const member = unfolded(node.not, named, leaves, depth + 1)
    return member && { kind: 'not', member }
  }
  const kind = 'all' in node ? 'all' : 'any'
  const members = ('all' in node ? node.all : node.any).map((member) => unfolded(member, named, leaves, depth + 1))
  return members.every((member) => member !== null) ? { kind, members } : null
}

/** How near the facts are to the wish, from 0 to 1. */
function score(
  tree: Tree,
  holds: boolean,
  facts: Readonly<Record<string, unknown>>,
  leaves: ReadonlyMap<LeafCondition, CompiledCondition>,
): number {
  switch (tree.kind) {
    case 'leaf':
      return leaves.get(tree.leaf)?.test(facts) === holds ? 1 : 0
    case 'not':
      return score(tree.member, !holds, facts, leaves)
    default: {
      const scores = tree.members.map((member) => score(member, holds, facts, leaves))
      if (scores.length === 0) return holds ? 1 : 0
      // Of `all` every member has to hold, and one is enough that it does not; of `any` it is the other way round.
      const needsAll = (tree.kind === 'all') === holds
      return needsAll ? scores.reduce((sum, each) => sum + each, 0) / scores.length : Math.max(...scores)
    }
  }
}

/** Returns the values worth trying for each fact that is read: what it is compared with, and what lies beside that. */
function candidatesOf(
  leaves: readonly LeafCondition[],
  fixed: Assignment,
  states: readonly string[],
): Map<string, readonly unknown[]> {
  const found = new Map<string, Set<unknown>>()
  for (const { fact, path, operator, value } of leaves) {
    const variable = variableOf(fact, path)
    if (fixed.has(variable)) continue
    const values = found.get(variable) ?? new Set<unknown>()
    found.set(variable, values)
    for (const each of beside(operator, value)) if (values.size < mostCandidates) values.add(each)
  }
  return new Map([...found].map(([variable, values]) => [variable, variable === 'state' ? states : [...values, 'x', undefined]]))
}

function variableOf(fact: string, path: string | undefined): string {
  return path === undefined ? fact : `${fact} ${path}`
}

function beside(operator: string, value: unknown): readonly unknown[] {
  const base = operator.split(':').at(-1)
  if (base === 'contains' || operator.includes('Fact:')) return [[value], [], value]
  if (Array.isArray(value)) return value.slice(0, mostCandidates)
  if (typeof value === 'number') return base?.startsWith('less') ? [value, value - 1, value + 1] : [value, value + 1, value - 1]
  return isRecord(value) ? [] : [value]
}
