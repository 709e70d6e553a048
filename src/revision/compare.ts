/** Two versions of a document side by side: every difference once, at its place in both. */
import { canonicalText, isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { type Identity, type Shape, whole } from './shape.ts'

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved'

/** A difference. What it is about is gone from one version (`removed`), new in the other (`added`), or in both. */
export interface Difference {
  readonly kind: ChangeKind
  /** The place in the older version; `null` for what was added. */
  readonly from: IssuePath | null
  /** The place in the newer version; `null` for what was removed. */
  readonly to: IssuePath | null
  readonly was?: unknown
  readonly now?: unknown
}

interface Places {
  readonly from: IssuePath
  readonly to: IssuePath
}

/** Returns the differences, in the order of the newer version; what it has lost comes after what it has, at each place. */
export function differences(was: unknown, now: unknown, shape: Shape): Difference[] {
  return compare(was, now, shape, { from: [], to: [] })
}

function compare(was: unknown, now: unknown, shape: Shape, { from, to }: Places): Difference[] {
  if (canonicalText(was) === canonicalText(now)) return []
  if (shape.kind === 'list') {
    if (Array.isArray(was) && Array.isArray(now)) return compareLists(was, now, shape, { from, to })
  } else if (shape.kind !== 'whole' && isRecord(was) && isRecord(now)) {
    // A promise of another kind is another promise, whatever it is called.
    if (was.kind === now.kind) return compareRecords(was, now, shape, { from, to })
  }
  return [{ kind: 'changed', from, to, was, now }]
}

function compareRecords(
  was: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  shape: Extract<Shape, { kind: 'record' | 'names' }>,
  { from, to }: Places,
): Difference[] {
  const has = (record: Readonly<Record<string, unknown>>, key: string) => Object.hasOwn(record, key) && record[key] !== undefined
  const shapeOf = (key: string): Shape => {
    if (shape.kind === 'names') return shape.each
    return (Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined) ?? whole
  }
  const present = Object.keys(now).filter((key) => has(now, key))
  const gone = Object.keys(was).filter((key) => has(was, key) && !has(now, key))
  return [
    ...present.flatMap((key): Difference[] => {
      const places = { from: [...from, key], to: [...to, key] }
      if (has(was, key)) return compare(was[key], now[key], shapeOf(key), places)
      // What only holds named things comes and goes name by name.
      if (isHolder(shapeOf(key), now[key])) return compare({}, now[key], shapeOf(key), places)
      return [{ kind: 'added', from: null, to: places.to, now: now[key] }]
    }),
    ...gone.flatMap((key): Difference[] => {
      const places = { from: [...from, key], to: [...to, key] }
      if (isHolder(shapeOf(key), was[key])) return compare(was[key], {}, shapeOf(key), places)
      return [{ kind: 'removed', from: places.from, to: null, was: was[key] }]
    }),
  ]
}

function isHolder(shape: Shape, value: unknown): boolean {
  const holds = shape.kind === 'names' || (shape.kind === 'record' && shape.isHolder === true)
  return holds && isRecord(value) && Object.keys(value).length > 0
}

function compareLists(
  was: readonly unknown[],
  now: readonly unknown[],
  { each, by, isOrdered }: Extract<Shape, { kind: 'list' }>,
  { from, to }: Places,
): Difference[] {
  const partners = partnersOf(was, now, [canonicalText, ...by])
  const kept = isOrdered ? keptOrder(partners) : new Set(partners)
  const taken = new Set(partners)
  return [
    ...now.flatMap((item, index): Difference[] => {
      const partner = partners[index]
      const place = [...to, index]
      if (partner === undefined) return [{ kind: 'added', from: null, to: place, now: item }]
      const places = { from: [...from, partner], to: place }
      if (!kept.has(partner)) return [{ kind: 'moved', ...places, was: was[partner], now: item }]
      return compare(was[partner], item, each, places)
    }),
    ...was.flatMap((item, index): Difference[] => {
      return taken.has(index) ? [] : [{ kind: 'removed', from: [...from, index], to: null, was: item }]
    }),
  ]
}

/** Returns for each item of the newer list the position that it had: the same item first, then one that is known by the same. */
function partnersOf(was: readonly unknown[], now: readonly unknown[], by: readonly Identity[]): (number | undefined)[] {
  const partners = now.map((): number | undefined => undefined)
  const taken = new Set<number>()
  for (const identity of by) {
    const waiting = new Map<string, number[]>()
    for (const [position, item] of was.entries()) {
      const known = taken.has(position) ? undefined : identity(item)
      if (known !== undefined) waiting.set(known, [...(waiting.get(known) ?? []), position])
    }
    for (const [index, item] of now.entries()) {
      const known = partners[index] === undefined ? identity(item) : undefined
      const position = known === undefined ? undefined : waiting.get(known)?.shift()
      if (position === undefined) continue
      partners[index] = position
      taken.add(position)
    }
  }
  return partners
}

/** Returns the positions of as many items as can be that stand in their old order; only the others have moved. */
function keptOrder(partners: readonly (number | undefined)[]): Set<number | undefined> {
  const positions = partners.filter((position) => position !== undefined)
  const longest: number[][] = []
  for (const [index, position] of positions.entries()) {
    let best: number[] = []
    for (let before = 0; before < index; before++) {
      const chain = longest[before] ?? []
      if ((positions[before] ?? 0) < position && chain.length > best.length) best = chain
    }
    longest.push([...best, position])
  }
  return new Set(longest.reduce<number[]>((best, chain) => (chain.length > best.length ? chain : best), []))
}
