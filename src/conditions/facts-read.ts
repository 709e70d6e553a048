import { type ConditionNode, isFactReference, type NamedConditions } from './node.ts'

/**
 * Returns the names of the facts that a condition reads, in values and through named conditions too: its answer can
 * change only when one of them does.
 *
 * **Edges** a name that `conditions` lacks reads nothing; names that go round in a circle are followed once.
 *
 * @example
 * [...factsRead({ all: [{ fact: 'score', operator: 'greaterThan', value: { fact: 'limit' } }] })] //=> ['score', 'limit']
 */
export function factsRead(condition: ConditionNode, conditions: NamedConditions = {}): ReadonlySet<string> {
  const found = new Set<string>()
  const followed = new Set<string>()
  const pending: ConditionNode[] = [condition]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ('all' in node) pending.push(...[...node.all].reverse())
    else if ('any' in node) pending.push(...[...node.any].reverse())
    else if ('not' in node) pending.push(node.not)
    else if ('condition' in node) {
      const target = Object.hasOwn(conditions, node.condition) ? conditions[node.condition] : undefined
      if (target && !followed.has(node.condition)) pending.push(target)
      followed.add(node.condition)
    } else {
      found.add(node.fact)
      if (isFactReference(node.value)) found.add(String(node.value.fact))
    }
  }
  return found
}

/**
 * Returns the first keys of the paths under which a condition reads a fact; `null` when it reads the whole fact, or by a
 * path that does not begin with a plain name.
 *
 * @example
 * [...(keysRead({ fact: 'lead', path: '$.score', operator: 'equal', value: 1 }, 'lead') ?? [])] //=> ['score']
 */
export function keysRead(condition: ConditionNode, fact: string, conditions: NamedConditions = {}): ReadonlySet<string> | null {
  const keys = new Set<string>()
  const followed = new Set<string>()
  const pending: ConditionNode[] = [condition]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ('all' in node) pending.push(...node.all)
    else if ('any' in node) pending.push(...node.any)
    else if ('not' in node) pending.push(node.not)
    else if ('condition' in node) {
      const target = Object.hasOwn(conditions, node.condition) ? conditions[node.condition] : undefined
      if (target && !followed.has(node.condition)) pending.push(target)
      followed.add(node.condition)
    } else {
      const references = isFactReference(node.value) ? [node, node.value] : [node]
      for (const reference of references) {
        if (reference.fact !== fact) continue
        const first = firstKey(reference.path)
        if (first === null) return null
        keys.add(first)
      }
    }
  }
  return keys
}

function firstKey(path: unknown): string | null {
  return typeof path === 'string' ? (/^\$\.([A-Za-z_]\w*)(?=[.[]|$)/.exec(path)?.[1] ?? null) : null
}
