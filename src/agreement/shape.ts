/** What zod says of a document's shape, said in the library's own codes and sentences. */
import type * as z from 'zod/mini'
import { type Issue, type IssuePath, issue } from '../errors.ts'

type Found = z.core.$ZodIssue

/** Returns every mistake in the shape of a document, as the library's issues. */
export function shapeIssues(schema: z.ZodMiniType, document: unknown): Issue[] {
  const result = schema.safeParse(document)
  return result.success ? [] : result.error.issues.flatMap((found) => translate(found, [], schema, document))
}

function translate(found: Found, parent: IssuePath, schema: z.ZodMiniType, document: unknown): Issue[] {
  const path: IssuePath = [...parent, ...(found.path as (string | number)[])]
  const got = valueAt(document, path)
  switch (found.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path, document)
      return found.keys.map((key) => {
        if (!known.includes(key)) return issue('unknown-key', [...path, key], { expected: 'a known key', got: key, known })
        const others = Object.keys(got as object).filter((other) => other !== key)
        return issue('unknown-key', [...path, key], { expected: `no such key beside ${others.join(', ')}`, got: key })
      })
    }
    case 'invalid_union':
      return translateUnion(found, path, schema, document)
    case 'invalid_value':
      if (got === undefined) return [issue('missing-key', path, { expected: `one of ${found.values.join(', ')}` })]
      return [issue('unknown-value', path, { expected: 'one of the known values', got, known: found.values.map(String) })]
    case 'invalid_type':
      if (got === undefined) return [issue('missing-key', path, { expected: nounOf(found.expected) })]
      return [issue('wrong-type', path, { expected: nounOf(found.expected), got })]
    case 'too_small':
    case 'too_big':
      return [issue('out-of-range', path, { expected: bound(found), got })]
    case 'invalid_format':
      return [issue('unknown-value', path, { expected: 'an ISO 4217 currency code such as EUR', got })]
    default:
      return [issue('wrong-type', path, { expected: 'another value', got })]
  }
}

/** Of a union's branches only the one that was meant is worth a sentence. */
function translateUnion(
  found: Found & { code: 'invalid_union' },
  path: IssuePath,
  schema: z.ZodMiniType,
  document: unknown,
): Issue[] {
  const got = valueAt(document, path)
  const choices = keysAt(schema, path, document)
  if (found.errors.length === 0) {
    const kinds = (found as { options?: readonly unknown[] }).options?.map(String) ?? choices
    const code = got === undefined ? 'missing-key' : 'unknown-value'
    return [issue(code, path, { expected: 'one of the known kinds', got, known: kinds })]
  }
  if (got === undefined) return [issue('missing-key', path, { expected: 'a value' })]
  const meant = found.errors.filter((branch) => !isOfAnotherType(branch))
  if (meant.length === 0) return [issue('wrong-type', path, { expected: typesOf(found), got })]
  const isObject = typeof got === 'object' && got !== null && !Array.isArray(got)
  const keys = isObject ? Object.keys(got) : []
  const best = meant
    .map((branch) => ({ branch, unknown: unknownKeys(branch) }))
    .filter(({ unknown }) => !isObject || keys.some((key) => !unknown.includes(key)))
    .sort((a, b) => a.branch.length - b.branch.length)[0]
  if (!best) {
    return [
      issue('missing-key', path, {
        expected: `one of the keys ${choices.join(', ')}`,
        got: keys.length === 0 ? got : keys.join(', '),
      }),
    ]
  }
  return best.branch.flatMap((error) => translate(error, path, schema, document))
}

/** A branch that expected another type altogether was not meant. */
function isOfAnotherType(branch: readonly Found[]): boolean {
  return branch.some((error) => {
    if (error.path.length > 0) return false
    return (
      error.code === 'invalid_type' ||
      (error.code === 'invalid_union' && error.errors.length > 0 && error.errors.every(isOfAnotherType))
    )
  })
}

function unknownKeys(branch: readonly Found[]): string[] {
  return branch.flatMap((error) => (error.code === 'unrecognized_keys' && error.path.length === 0 ? error.keys : []))
}

function typesOf(found: Found & { code: 'invalid_union' }): string {
  const types = found.errors.flat().flatMap((error) => {
    if (error.code === 'invalid_union') return [typesOf(error)]
    return error.code === 'invalid_type' ? [nounOf(error.expected)] : []
  })
  return [...new Set(types)].join(' or ')
}

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
  nonoptional: 'a value',
}

function nounOf(expected: string): string {
  return nouns[expected] ?? expected
}

function bound(found: Found & { code: 'too_small' | 'too_big' }): string {
  const limit = found.code === 'too_small' ? found.minimum : found.maximum
  if (found.origin === 'string') return 'text that is not empty'
  if (found.origin === 'array') return 'at least one entry'
  return found.code === 'too_small' ? `a number of at least ${limit}` : `a number of at most ${limit}`
}

function valueAt(document: unknown, path: IssuePath): unknown {
  let value = document
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.core.$ZodType>
  readonly innerType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly discriminator?: string
}

/** Returns the keys that the schema knows at a path of a document. */
function keysAt(schema: z.core.$ZodType, path: IssuePath, document: unknown): string[] {
  let schemas: z.core.$ZodType[] = alternatives(schema, document)
  let value = document
  for (const key of path) {
    value = valueAt(value, [key])
    schemas = schemas.flatMap((candidate) => {
      const { shape, valueType, element } = candidate._zod.def as Definition
      const next = shape ? shape[key] : (valueType ?? element)
      return next ? alternatives(next, value) : []
    })
  }
  return [...new Set(schemas.flatMap((candidate) => Object.keys((candidate._zod.def as Definition).shape ?? {})))]
}

function alternatives(schema: z.core.$ZodType, value: unknown): z.core.$ZodType[] {
  const definition = schema._zod.def as Definition
  if (definition.innerType) return alternatives(definition.innerType, value)
  if (!definition.options) return [schema]
  const { discriminator } = definition
  const options = definition.options.flatMap((option) => alternatives(option, value))
  if (discriminator === undefined) return options
  const kind = valueAt(value, [discriminator])
  const chosen = options.filter((option) => {
    const kindSchema = (option._zod.def as Definition).shape?.[discriminator]
    return (kindSchema?._zod.def as { values?: readonly unknown[] } | undefined)?.values?.includes(kind) === true
  })
  return chosen.length > 0 ? chosen : options
}
