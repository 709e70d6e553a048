/**
 * What can stand at a place of an agreement: the keys and values of its JSON Schema, and the names that the document itself gives to
 * its parties, calendars, states, clauses and conditions.
 */
import { nameIn, rootOf, type SyntaxNode, type Tree, valueOf, valuesOf } from './json-place.ts'
import { allowedValues, membersOf, type SchemaNode, shapesAt, shapesOf } from './schema-nodes.ts'

export interface Suggestion {
  /** As it is shown and compared with what is typed. */
  readonly label: string
  /** As it is written: JSON. */
  readonly insert: string
  readonly kind: 'key' | 'value' | 'name'
  readonly isRequired: boolean
}

export interface Suggestions {
  /** What is replaced, `[from, to)`. **Units** UTF-16 code units. */
  readonly from: number
  readonly to: number
  readonly path: readonly (string | number)[]
  readonly options: readonly Suggestion[]
}

/** Where the cursor is: the path of the value there, or of the object whose key is written there. */
export interface Cursor {
  readonly kind: 'key' | 'value'
  readonly path: readonly (string | number)[]
  readonly from: number
  readonly to: number
  /** What a key has behind it already. */
  readonly hasValue: boolean
}

const written = new Set(['String', 'Number', 'True', 'False', 'Null', 'PropertyName'])

/** Returns where an offset is in a JSON text that may be incomplete; `null` where nothing can be written. */
export function cursorAt(tree: Tree, text: string, offset: number): Cursor | null {
  const node = tree.resolveInner(offset, -1)
  const leaf = written.has(node.name) && offset > node.from ? node : null
  const isName = leaf?.name === 'PropertyName'
  const from = leaf?.from ?? offset
  const to = leaf?.to ?? offset
  if (leaf && isName) return { kind: 'key', path: pathOf(text, parentObject(leaf)), from, to, hasValue: hasColon(text, to) }
  if (leaf) return { kind: 'value', path: pathOf(text, leaf), from, to, hasValue: false }
  const before = text.slice(0, offset).trimEnd()
  const inside = enclosing(tree, offset)
  if (!inside) return null
  if (inside.name === 'Array') {
    const index = valuesOf(inside).filter((value) => value.to <= offset).length
    return { kind: 'value', path: [...pathOf(text, inside), index], from, to, hasValue: false }
  }
  if (before.endsWith(':')) {
    const names = inside.getChildren('Property').map((property) => property.getChild('PropertyName'))
    const name = names.filter((each) => each && each.to < offset).at(-1)
    return name ? { kind: 'value', path: [...pathOf(text, inside), nameIn(text, name)], from, to, hasValue: false } : null
  }
  return before.endsWith('{') || before.endsWith(',')
    ? { kind: 'key', path: pathOf(text, inside), from, to, hasValue: false }
    : null
}

function hasColon(text: string, offset: number): boolean {
  return /^\s*:/.test(text.slice(offset, offset + 200))
}

function parentObject(node: SyntaxNode): SyntaxNode | null {
  let place: SyntaxNode | null = node.parent
  while (place && place.name !== 'Object') place = place.parent
  return place
}

function enclosing(tree: Tree, offset: number): SyntaxNode | null {
  let place: SyntaxNode | null = tree.resolveInner(offset, -1)
  while (place && !((place.name === 'Object' || place.name === 'Array') && place.from < offset && !isClosedAt(place, offset)))
    place = place.parent
  return place
}

function isClosedAt(node: SyntaxNode, offset: number): boolean {
  const last = node.lastChild
  return (last?.name === '}' || last?.name === ']') && last.to <= offset
}

/** Returns the path of a value from the root. */
export function pathOf(text: string, node: SyntaxNode | null): (string | number)[] {
  const path: (string | number)[] = []
  for (let place = node; place?.parent; place = place.parent) {
    const { parent } = place
    const name = parent.name === 'Property' ? parent.getChild('PropertyName') : null
    const from = place.from
    if (name && valueOf(parent)?.from === from) path.unshift(nameIn(text, name))
    else if (parent.name === 'Array') path.unshift(valuesOf(parent).findIndex((value) => value.from === from))
  }
  return path
}

/** Returns what is written so far, as values; what is broken is left out. */
export function looseValue(text: string, node: SyntaxNode | null, depth = 0): unknown {
  if (!node || depth > 100) return undefined
  if (node.name === 'Array') return valuesOf(node).map((value) => looseValue(text, value, depth + 1))
  if (node.name === 'Object') {
    return Object.fromEntries(
      node.getChildren('Property').flatMap((property): [string, unknown][] => {
        const name = property.getChild('PropertyName')
        return name ? [[nameIn(text, name), looseValue(text, valueOf(property), depth + 1)]] : []
      }),
    )
  }
  try {
    return JSON.parse(text.slice(node.from, node.to))
  } catch {
    return undefined
  }
}

/** Returns what can stand at an offset. */
export function suggestionsAt(schema: SchemaNode, tree: Tree, text: string, offset: number): Suggestions | null {
  const cursor = cursorAt(tree, text, offset)
  if (!cursor) return null
  const document = looseValue(text, rootOf(tree))
  const { path, from, to } = cursor
  const options = cursor.kind === 'key' ? keys(schema, document, cursor) : values(schema, document, path)
  return options.length === 0 ? null : { from, to, path, options }
}

function keys(schema: SchemaNode, document: unknown, { path, hasValue }: Cursor): Suggestion[] {
  const shapes = shapesAt(schema, document, path)
  const there = new Set(Object.keys(valueAt(document, path) ?? {}))
  return [...membersOf(shapes)].flatMap(([label, { node, isRequired }]): Suggestion[] => {
    if (there.has(label)) return []
    return [{ label, insert: JSON.stringify(label) + (hasValue ? '' : `: ${beginning(schema, node)}`), kind: 'key', isRequired }]
  })
}

/** What a value begins with, so that the next thing to write is inside it. */
function beginning(schema: SchemaNode, node: unknown): string {
  const shapes = shapesOf(schema, node, undefined)
  const [only, ...others] = allowedValues(shapes)
  if (only !== undefined && others.length === 0 && shapes.length === 1) return JSON.stringify(only)
  const types = new Set(shapes.map(({ type }) => type))
  if (types.size > 1) return ''
  return types.has('object') ? '{}' : types.has('array') ? '[]' : types.has('string') ? '""' : ''
}

function values(schema: SchemaNode, document: unknown, path: readonly (string | number)[]): Suggestion[] {
  const shapes = shapesAt(schema, document, path)
  const fixed = allowedValues(shapes).map((value): Suggestion => {
    return { label: String(value), insert: JSON.stringify(value), kind: 'value', isRequired: false }
  })
  const names = namesFor(document, path).map((name): Suggestion => {
    return { label: name, insert: JSON.stringify(name), kind: 'name', isRequired: false }
  })
  return [...fixed, ...names]
}

function valueAt(document: unknown, path: readonly (string | number)[]): object | null {
  let value = document
  for (const key of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null
  }
  return typeof value === 'object' ? value : null
}

const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'Asia/Tokyo', 'Asia/Kolkata', 'UTC']

/** Returns the names that a member refers to, by what the member is called. */
function namesFor(document: unknown, path: readonly (string | number)[]): string[] {
  const named = (...inside: string[]): string[] => Object.keys(valueAt(document, inside) ?? {})
  const key = path.findLast((part) => typeof part === 'string')
  switch (key) {
    case 'owedBy':
    case 'owedTo':
    case 'by':
    case 'party':
      return named('parties')
    case 'clock':
    case 'calendar':
      return [...named('calendars'), ...(key === 'clock' ? ['always'] : [])]
    case 'enters':
    case 'leaves':
    case 'initial':
    case 'to':
      return named('lifecycle', 'states')
    case 'after':
    case 'clause':
    case 'clauses':
    case 'suspendedWhile':
      return named('clauses').filter((name) => name !== path[1])
    case 'condition':
      return named('conditions')
    case 'team':
      return path[0] === 'parties' ? named('parties', String(path[1]), 'teams') : []
    case 'timeZone':
      return zones
    case 'on':
      return eventTypes
    default:
      return []
  }
}

/** Those that mean something without a trigger that names them, and the usual ones. */
const eventTypes = [
  'lead.created',
  'lead.updated',
  'lead.moved',
  'lead.assigned',
  'lead.merged',
  'opportunity.created',
  'opportunity.updated',
  'call.made',
  'email.sent',
  'meeting.booked',
]
