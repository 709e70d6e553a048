/**
 * What the keys of an agreement mean, in the words of the library's own docstrings: those of the interfaces that a document is typed
 * with. So a hover says what the reference says, and neither falls behind.
 */
import { membersOf, type SchemaNode, shapesAt, shapesOf } from './schema-nodes.ts'

/** An interface of a document, as its source describes it. */
export interface DescribedShape {
  readonly words: string
  /** By key; empty where the source says nothing. */
  readonly keys: ReadonlyMap<string, string>
}

const interfaces =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:export )?interface \w+(?:<[\s\S]*?>)?(?:\s+extends [^{]+)?\s*\{\n([\s\S]*?)\n\}/g
const members = /(?: {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^ {2}readonly (\$?\w+)\??:/gm

/** Returns the interfaces of TypeScript sources, with what their docstrings say. */
export function describedShapes(sources: Iterable<string>): DescribedShape[] {
  return [...sources].flatMap((source) =>
    [...source.matchAll(interfaces)].map(([, words = '', body = '']) => ({
      words: plain(words),
      keys: new Map([...body.matchAll(members)].map(([, about = '', key = '']) => [key, plain(about)])),
    })),
  )
}

/** Takes the docstring's stars and the numbers of rules away. */
function plain(docstring: string): string {
  return docstring
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\s*\[[A-Z]\d+\](?:, \[[A-Z]\d+\])*/g, '')
    .replace(/\*\*(\w+)\*\*/g, '$1:')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim()
}

export interface KeyWords {
  readonly key: string
  /** Empty where the library says nothing. */
  readonly words: string
  /** What may stand there, in short. */
  readonly value: string
}

interface Asked {
  readonly schema: SchemaNode
  readonly described: readonly DescribedShape[]
  readonly document: unknown
}

/** Returns what the last key of a path means; `null` where the schema knows no such key. */
export function keyWords({ schema, described, document }: Asked, path: readonly (string | number)[]): KeyWords | null {
  const key = path.at(-1)
  if (typeof key !== 'string') return null
  const parents = shapesAt(schema, document, path.slice(0, -1))
  const shapes = shapesAt(schema, document, path)
  if (shapes.length === 0) return null
  const names = new Set(membersOf(parents).keys())
  const own = best(described, names, (shape) => (shape.keys.get(key) ?? '') !== '')?.keys.get(key)
  const inner =
    own === undefined ? best(described, new Set(membersOf(shapes.slice(0, 1)).keys()), ({ words }) => words !== '')?.words : ''
  return { key, words: own ?? inner ?? '', value: valueWords(schema, shapes) }
}

/** Shapes are compared by their keys: the schema does not know the names of the interfaces. */
function best(
  shapes: readonly DescribedShape[],
  names: ReadonlySet<string>,
  fits: (shape: DescribedShape) => boolean,
): DescribedShape | null {
  let found: DescribedShape | null = null
  let most = 0
  for (const shape of shapes) {
    if (!fits(shape)) continue
    const shared = [...shape.keys.keys()].filter((key) => names.has(key)).length
    const likeness = shared / (shape.keys.size + names.size - shared)
    if (likeness > most) [found, most] = [shape, likeness]
  }
  return found
}

function valueWords(schema: SchemaNode, shapes: readonly SchemaNode[]): string {
  const words = shapes
    .flatMap((node) => shapesOf(schema, node, undefined))
    .map((shape): string => {
      if ('const' in shape) return JSON.stringify(shape.const)
      if (Array.isArray(shape.enum)) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
      return typeof shape.type === 'string' ? shape.type : ''
    })
  const all = [...new Set(words.filter((word) => word !== ''))].join(' | ')
  return all.length > 160 ? `${all.slice(0, 159)}…` : all
}
