/**
 * A condition of the agreement as an engine decides it: by the rules of json-rules-engine itself, whatever the app has made of
 * its own engine. Operators that the app replaced, its resolver of paths and its named conditions do not change what was
 * agreed; and where a comparison would throw, and end the run with all its rules, it is false, as in the agreement.
 */

import { standardEngine } from '../conditions/engine.ts'
import { simpleKeys } from '../conditions/json-path.ts'
import type { ConditionNode, LeafCondition } from '../conditions/node.ts'
import { type FactReference, isFactReference } from '../conditions/node.ts'
import { type Operator, total } from './operators.ts'

/** What goes along while conditions are put into the words of one engine. */
export interface Wording {
  /** Stands before every name. */
  readonly prefix: string
  /** Whether the engine reads simple paths as the package does. */
  readonly ownPaths: boolean
  /** The named conditions of the agreement; a name is replaced by what it stands for. */
  readonly conditions: Readonly<Record<string, ConditionNode>>
  /** The operators that the conditions need, by the names that they have in the engine; each condition adds its own. */
  readonly operators: Map<string, Operator>
}

/** The name of the fact that reads what an engine's own resolver might throw at, or read otherwise. */
export const readFactName = 'factAtPath'

const unreadable = Symbol('a path that cannot be read')

/** Returns the condition with `all`, `any` or `not` at its root, made anew: an engine writes into what it is given. */
export function rootInEngine(node: ConditionNode, wording: Wording): object {
  return 'fact' in node ? { all: [inEngine(node, wording)] } : inEngine(node, wording)
}

/** Returns the condition as a part of another. */
function inEngine(node: ConditionNode, wording: Wording): object {
  if ('fact' in node) return leafInEngine(node, wording)
  if ('condition' in node) {
    const { [node.condition]: target } = wording.conditions
    // Nothing else gets through the door of the agreement.
    return target === undefined ? { any: [] } : rootInEngine(target, wording)
  }
  const { priority } = node
  const labels = priority === undefined ? {} : { priority }
  if ('not' in node) return { not: inEngine(node.not, wording), ...labels }
  const [kind, children] = 'all' in node ? (['all', node.all] as const) : (['any', node.any] as const)
  return { [kind]: children.map((child) => inEngine(child, wording)), ...labels }
}

function leafInEngine({ fact, path, params, operator, value, priority }: LeafCondition, wording: Wording): object {
  return {
    ...reference({ fact, ...(path === undefined ? {} : { path }), ...(params === undefined ? {} : { params }) }, wording),
    operator: operatorInEngine(operator, wording),
    value: isFactReference(value) ? reference(value as unknown as FactReference, wording) : value,
    ...(priority === undefined ? {} : { priority }),
  }
}

function reference({ fact, path, params }: FactReference, { prefix, ownPaths }: Wording): object {
  if (path === undefined) return { fact: prefix + fact, ...(params === undefined ? {} : { params }) }
  // A simple path never throws, and an explanation with it is easier to read.
  if (ownPaths && simpleKeys(path) !== undefined) return { fact: prefix + fact, path }
  return { fact: prefix + readFactName, params: { fact: prefix + fact, path } }
}

function operatorInEngine(operator: string, { prefix, operators }: Wording): string {
  // Without colons, at which an engine would look for decorators.
  const name = `${prefix}agreed-${operator.replaceAll(':', '-')}`
  if (!operators.has(name)) {
    const own = standardEngine().operator(operator)
    operators.set(
      name,
      total((fact, value) => fact !== unreadable && value !== unreadable && own?.evaluate(fact, value) === true),
    )
  }
  return name
}

/** What a function fact is called with. */
interface Almanac {
  factValue(fact: string): Promise<unknown>
}

/** Returns what lies at a path in a fact, read as json-rules-engine reads it when nothing else was asked for. */
export async function factAtPath({ fact, path }: Record<string, string>, almanac: Almanac): Promise<unknown> {
  const value = await almanac.factValue(String(fact))
  if (typeof value !== 'object' || value === null) return value
  try {
    return standardEngine().resolvePath(value, path)
  } catch {
    return unreadable
  }
}
