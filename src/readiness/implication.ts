/**
 * Whether one condition follows from another, or from none can hold at all: as far as the comparisons of literals show. What is not
 * sure is taken for no, so that a finding is never made of a guess.
 */
import type { ConditionDocument } from '../conditions/condition.ts'
import { canonicalText, isRecord } from '../content.ts'

type Named = Readonly<Record<string, ConditionDocument>>

interface Leaf {
  readonly about: string
  readonly operator: string
  readonly value: unknown
}

/** Conditions may name each other, and the parser has refused circles; the depth is bounded all the same. */
const deepest = 32

/** Returns true where the second condition holds whenever the first one does. */
export function follows(from: ConditionDocument, what: ConditionDocument, named: Named): boolean {
  return implies(plain(from, named, 0), plain(what, named, 0))
}

/** Returns true where no facts at all make the condition hold. */
export function isImpossible(condition: ConditionDocument, named: Named): boolean {
  const tree = plain(condition, named, 0)
  return cannotHold(tree)
}

type Tree =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Tree[] }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'unknown'; readonly text: string }

function plain(condition: unknown, named: Named, depth: number): Tree {
  const unknown = (): Tree => ({ kind: 'unknown', text: canonicalText(condition) })
  if (!isRecord(condition) || depth > deepest) return unknown()
  for (const kind of ['all', 'any'] as const) {
    const parts = condition[kind]
    if (Array.isArray(parts)) return { kind, parts: parts.map((part) => plain(part, named, depth + 1)) }
  }
  if (typeof condition.condition === 'string') {
    return Object.hasOwn(named, condition.condition) ? plain(named[condition.condition], named, depth + 1) : unknown()
  }
  const { fact, path = null, params = null, operator, value } = condition
  if (typeof fact !== 'string' || typeof operator !== 'string' || (isRecord(value) && 'fact' in value)) return unknown()
  return { kind: 'leaf', leaf: { about: canonicalText([fact, path, params]), operator, value } }
}

function implies(from: Tree, what: Tree): boolean {
  if (what.kind === 'all') return what.parts.every((part) => implies(from, part))
  if (from.kind === 'any') return from.parts.length > 0 && from.parts.every((part) => implies(part, what))
  if (what.kind === 'any' && what.parts.some((part) => implies(from, part))) return true
  if (from.kind === 'all') return from.parts.some((part) => implies(part, what))
  if (from.kind === 'unknown' || what.kind === 'unknown') {
    return from.kind === 'unknown' && what.kind === 'unknown' && from.text === what.text
  }
  return from.kind === 'leaf' && what.kind === 'leaf' && leafImplies(from.leaf, what.leaf)
}

function leafImplies(from: Leaf, what: Leaf): boolean {
  if (from.about !== what.about) return false
  if (from.operator === what.operator && canonicalText(from.value) === canonicalText(what.value)) return true
  const [allowed, wanted] = [valuesOf(from), valuesOf(what)]
  if (allowed) return allowed.length > 0 && allowed.every((value) => holdsFor(value, what))
  const [low, high] = [boundsOf(from), boundsOf(what)]
  if (wanted || !low || !high || low.isLower !== high.isLower) return false
  const [a, b] = low.isLower ? [low.value, high.value] : [-low.value, -high.value]
  return a > b || (a === b && (high.isInclusive || !low.isInclusive))
}

/** The only values that a leaf lets through. */
function valuesOf({ operator, value }: Leaf): readonly unknown[] | null {
  if (operator === 'equal') return [value]
  return operator === 'in' && Array.isArray(value) ? value : null
}

interface Bound {
  readonly isLower: boolean
  readonly isInclusive: boolean
  readonly value: number
}

function boundsOf({ operator, value }: Leaf): Bound | null {
  if (typeof value !== 'number') return null
  const match = /^(greater|less)Than(Inclusive)?$/.exec(operator)
  return match ? { isLower: match[1] === 'greater', isInclusive: match[2] !== undefined, value } : null
}

/** Returns true where the leaf is sure to hold for the literal. */
function holdsFor(value: unknown, leaf: Leaf): boolean {
  const isLiteral = value === null || ['string', 'number', 'boolean'].includes(typeof value)
  if (!isLiteral) return false
  switch (leaf.operator) {
    case 'equal':
      return value === leaf.value
    case 'notEqual':
      return isPlain(leaf.value) && value !== leaf.value
    case 'in':
      return Array.isArray(leaf.value) && leaf.value.includes(value)
    case 'notIn':
      return Array.isArray(leaf.value) && leaf.value.every(isPlain) && !leaf.value.includes(value)
    default: {
      const bound = boundsOf(leaf)
      if (!bound || typeof value !== 'number') return false
      if (value === bound.value) return bound.isInclusive
      return bound.isLower ? value > bound.value : value < bound.value
    }
  }
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function cannotHold(tree: Tree): boolean {
  if (tree.kind === 'any') return tree.parts.length > 0 && tree.parts.every(cannotHold)
  if (tree.kind === 'leaf') return tree.leaf.operator === 'in' && Array.isArray(tree.leaf.value) && tree.leaf.value.length === 0
  if (tree.kind !== 'all') return false
  const leaves = leavesOf(tree)
  return (
    tree.parts.some(cannotHold) || leaves.some((leaf, index) => leaves.slice(index + 1).some((other) => exclude(leaf, other)))
  )
}

/** What must all hold at once. */
function leavesOf(tree: Tree): Leaf[] {
  if (tree.kind === 'leaf') return [tree.leaf]
  return tree.kind === 'all' ? tree.parts.flatMap(leavesOf) : []
}

function exclude(a: Leaf, b: Leaf): boolean {
  if (a.about !== b.about) return false
  const [own, others] = [valuesOf(a), valuesOf(b)]
  if (own?.every(isPlain)) return own.every((value) => failsFor(value, b))
  if (others?.every(isPlain)) return others.every((value) => failsFor(value, a))
  const [low, high] = [boundsOf(a), boundsOf(b)]
  if (!low || !high || low.isLower === high.isLower) return false
  const [lower, upper] = low.isLower ? [low, high] : [high, low]
  return lower.value > upper.value || (lower.value === upper.value && !(lower.isInclusive && upper.isInclusive))
}

/** Returns true where the leaf is sure not to hold for the literal. */
function failsFor(value: unknown, leaf: Leaf): boolean {
  const values = valuesOf(leaf)
  if (values) return values.every(isPlain) && !values.includes(value)
  if (leaf.operator === 'notEqual') return value === leaf.value
  if (leaf.operator === 'notIn') return Array.isArray(leaf.value) && leaf.value.includes(value)
  return boundsOf(leaf) !== null && typeof value === 'number' && !holdsFor(value, leaf)
}
