/** Where the names in a condition lead: whether they exist, whether they come back to themselves, and how much they bring along. */
import type { IssuePath } from '../errors.ts'
import { deepest } from './json-value.ts'
import { isRecord } from './node.ts'
import { countNodes, mostNodes, type Reading, report, reportTooDeep } from './reading.ts'

/** What stands behind a name: the nodes it unfolds to and how deep they go, or the circle of names that it enters. */
export interface Reach {
  readonly nodes: number
  readonly depth: number
  readonly circle?: readonly string[]
}

/**
 * Reports a reference that leads nowhere (`unknown-condition`), round in a circle (`cyclic-condition`) or too far
 * (`out-of-range`). Other mistakes of the named condition are its own, and reported where that is parsed.
 */
export function checkReference(name: string, path: IssuePath, depth: number, reading: Reading, known: Map<string, Reach>): void {
  const { conditions } = reading
  if (!Object.hasOwn(conditions, name)) {
    report(reading, 'unknown-condition', path, { expected: 'a named condition', got: name, known: Object.keys(conditions) })
    return
  }
  const reach = reachOf(name, conditions, [], known)
  if (reach.circle) {
    const expected = 'a named condition that does not lead back to itself'
    report(reading, 'cyclic-condition', path, { expected, got: reach.circle.join(' → ') })
  } else if (depth + reach.depth > deepest) reportTooDeep(path, reading)
  else countNodes(reading, reach.nodes, path)
}

/** Returns where a name leads; `known` keeps what is settled, so that each name is looked through once. */
function reachOf(
  name: string,
  conditions: Readonly<Record<string, unknown>>,
  trail: readonly string[],
  known: Map<string, Reach>,
): Reach {
  const settled = known.get(name)
  if (settled) return settled
  if (trail.includes(name)) return { nodes: 0, depth: 0, circle: [...trail.slice(trail.indexOf(name)), name] }
  // Longer than any condition may be deep: such a chain is too long whether or not it closes.
  if (trail.length > deepest) return { nodes: 0, depth: deepest }
  let nodes = 0
  let depth = 0
  let circle: readonly string[] | undefined
  const pending: { readonly node: unknown; readonly level: number }[] = [{ node: conditions[name], level: 1 }]
  for (let next = pending.pop(); next && !circle; next = pending.pop()) {
    const { node, level } = next
    if (!isRecord(node)) continue
    nodes++
    depth = Math.max(depth, level)
    if (level > deepest || nodes > mostNodes) break
    for (const inner of innerOf(node)) pending.push({ node: inner, level: level + 1 })
    const target = node.condition
    if (typeof target !== 'string' || !Object.hasOwn(conditions, target)) continue
    const reach = reachOf(target, conditions, [...trail, name], known)
    nodes += reach.nodes
    depth = Math.max(depth, level + reach.depth)
    circle = reach.circle
  }
  const reach: Reach = { nodes, depth, ...(circle ? { circle } : {}) }
  known.set(name, reach)
  return reach
}

function innerOf(node: Readonly<Record<string, unknown>>): readonly unknown[] {
  return ['all', 'any', 'not'].flatMap((kind) => (Object.hasOwn(node, kind) ? node[kind] : []))
}
