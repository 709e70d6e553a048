/**
 * Which parts of a JSON Schema speak about a place in a document. Where the schema offers several shapes, those that contradict what
 * is already written drop out: after `"kind": "volume"` nobody is offered the keys of a timed clause.
 */

export type SchemaNode = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

const deepest = 40

/** Returns the shapes that a node stands for, with its references and choices followed; `value` rules out what it contradicts. */
export function shapesOf(schema: SchemaNode, node: unknown, value: unknown, depth = 0): SchemaNode[] {
  if (!isObject(node) || depth > deepest) return []
  if (typeof node.$ref === 'string') return shapesOf(schema, resolved(schema, node.$ref), value, depth + 1)
  const choices = node.anyOf ?? node.oneOf
  if (!Array.isArray(choices)) return [node]
  const shapes = choices.flatMap((choice) => shapesOf(schema, choice, value, depth + 1))
  const fitting = shapes.filter((shape) => fits(shape, value))
  return fitting.length > 0 ? fitting : shapes
}

function resolved(schema: SchemaNode, reference: string): unknown {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .reduce<unknown>((place, key) => (key === '' ? place : own(place, key.replaceAll('~1', '/').replaceAll('~0', '~'))), schema)
}

/** Compares only what decides between shapes: the kind of value, the members that can have one value only, and strange names. */
function fits(shape: SchemaNode, value: unknown): boolean {
  if (value === undefined) return true
  if (isObject(value)) {
    if (shape.type !== undefined && shape.type !== 'object') return false
    const { properties } = shape
    if (!isObject(properties)) return true
    return Object.entries(value).every(([key, member]) => {
      const property = own(properties, key)
      if (property === undefined) return shape.additionalProperties !== false || key === ''
      const only = own(property, 'const')
      return only === undefined || only === member || member === '' || member === undefined
    })
  }
  if (Array.isArray(value)) return shape.type === undefined || shape.type === 'array'
  return shape.type === undefined || shape.type === typeof value || (shape.type === 'integer' && typeof value === 'number')
}

/** Returns the shapes of the value at a path. `document` is what is written so far. */
export function shapesAt(schema: SchemaNode, document: unknown, path: readonly (string | number)[]): SchemaNode[] {
  let value = document
  let shapes = shapesOf(schema, schema, value)
  for (const key of path) {
    const inner: unknown = Array.isArray(value) ? value[Number(key)] : own(value, String(key))
    shapes = shapes.flatMap((shape) => memberNodes(shape, key)).flatMap((node) => shapesOf(schema, node, inner))
    value = inner
  }
  return [...new Set(shapes)]
}

function memberNodes(shape: SchemaNode, key: string | number): unknown[] {
  if (typeof key === 'number') {
    const tuple = Array.isArray(shape.prefixItems) ? shape.prefixItems[key] : undefined
    return [tuple ?? shape.items].filter((node) => node !== undefined)
  }
  const property = own(shape.properties, key)
  if (property !== undefined) return [property]
  return isObject(shape.additionalProperties) ? [shape.additionalProperties] : []
}

/** Returns the values that shapes allow one by one: constants and enumerations. */
export function allowedValues(shapes: readonly SchemaNode[]): unknown[] {
  const found = shapes.flatMap((shape): unknown[] => {
    if ('const' in shape) return [shape.const]
    if (Array.isArray(shape.enum)) return shape.enum
    return shape.type === 'boolean' ? [true, false] : []
  })
  return [...new Set(found)]
}

/** Returns the members of objects of these shapes, with the node of each and whether every shape demands it. */
export function membersOf(shapes: readonly SchemaNode[]): Map<string, { readonly node: unknown; readonly isRequired: boolean }> {
  const found = new Map<string, { node: unknown; isRequired: boolean }>()
  for (const { properties, required } of shapes) {
    if (!isObject(properties)) continue
    for (const [key, node] of Object.entries(properties)) {
      const isRequired = Array.isArray(required) && required.includes(key)
      const before = found.get(key)
      found.set(key, { node: before?.node ?? node, isRequired: isRequired && (before?.isRequired ?? true) })
    }
  }
  return found
}
