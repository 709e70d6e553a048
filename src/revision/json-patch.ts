/**
 * A change of a document that can be sent, kept and applied: JSON Patch. One version and the patch give the next version, to
 * the same content hash; so a suggestion is a few operations, and nobody copies an agreement to change one number in it.
 */
import { canonicalText, isRecord } from '../content.ts'
import { type IssuePath, issue, LeadSlaError } from '../errors.ts'

/** One operation. `path` and `from` are JSON Pointers (RFC 6901). **Source** RFC 6902. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string }

/** The name under which the language keeps what is no data. */
const forbidden = '__proto__'

/**
 * Returns the operations that turn the first document into the second.
 *
 * **Edges** nothing for documents of the same content, whatever the order of their keys; lists are changed in their middle,
 * what begins and ends alike is left alone.
 * **Source** RFC 6902.
 *
 * @example
 * patchOf({ within: 'PT4H', words: 'x' }, { within: 'PT1H' })
 * //=> [{ op: 'replace', path: '/within', value: 'PT1H' }, { op: 'remove', path: '/words' }]
 */
export function patchOf(before: unknown, after: unknown): PatchOperation[] {
  const operations: PatchOperation[] = []
  between(before, after, [], operations)
  return operations
}

function between(was: unknown, now: unknown, path: IssuePath, operations: PatchOperation[]): void {
  if (canonicalText(was) === canonicalText(now)) return
  if (isRecord(was) && isRecord(now)) {
    for (const [key, value] of Object.entries(now)) {
      if (value === undefined) continue
      if (Object.hasOwn(was, key) && was[key] !== undefined) between(was[key], value, [...path, key], operations)
      else operations.push({ op: 'add', path: pointerOf([...path, key]), value })
    }
    for (const [key, value] of Object.entries(was)) {
      if (value !== undefined && (!Object.hasOwn(now, key) || now[key] === undefined))
        operations.push({ op: 'remove', path: pointerOf([...path, key]) })
    }
  } else if (Array.isArray(was) && Array.isArray(now)) betweenLists(was, now, path, operations)
  else operations.push({ op: 'replace', path: pointerOf(path), value: now })
}

/** What both begin and end with stays; in between one is set against the other, and what is left over goes or comes. */
function betweenLists(was: readonly unknown[], now: readonly unknown[], path: IssuePath, operations: PatchOperation[]): void {
  const same = (a: unknown, b: unknown) => canonicalText(a) === canonicalText(b)
  let first = 0
  while (first < Math.min(was.length, now.length) && same(was[first], now[first])) first++
  let last = 0
  while (last < Math.min(was.length, now.length) - first && same(was.at(-1 - last), now.at(-1 - last))) last++
  const [wasEnd, nowEnd] = [was.length - last, now.length - last]
  for (let index = first; index < Math.min(wasEnd, nowEnd); index++) {
    between(was[index], now[index], [...path, index], operations)
  }
  for (let index = wasEnd - 1; index >= nowEnd; index--) operations.push({ op: 'remove', path: pointerOf([...path, index]) })
  for (let index = wasEnd; index < nowEnd; index++) {
    operations.push({ op: 'add', path: pointerOf([...path, index]), value: now[index] })
  }
}

/** Returns a path as a JSON Pointer: `/clauses/reply/within/0`. **Source** RFC 6901. */
export function pointerOf(path: IssuePath): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * Returns the document with the operations applied, one after the other; the document that was given stays as it is.
 *
 * **Errors** throws `LeadSlaError` with `invalid-patch` and the number of the operation: for one that RFC 6902 does not know, a
 * path that leads nowhere, a `test` that fails, and every path through `__proto__`. Then nothing is applied.
 * **Source** RFC 6902.
 *
 * @example
 * applyPatch({ within: 'PT4H' }, [{ op: 'replace', path: '/within', value: 'PT1H' }]) //=> { within: 'PT1H' }
 */
export function applyPatch(document: unknown, patch: readonly PatchOperation[]): unknown {
  if (!Array.isArray(patch)) throw wrong([], 'a list of operations', patch)
  const root = { document: copied(document) }
  for (const [index, operation] of patch.entries()) apply(root, operation, index)
  return root.document
}

function apply(root: { document: unknown }, operation: unknown, index: number): void {
  if (!isRecord(operation)) throw wrong([index], 'an operation', operation)
  const target = placeOf(root, operation.path, [index, 'path'])
  switch (operation.op) {
    case 'add':
      put(target, valueOf(operation, index))
      break
    case 'replace':
      found(target)
      set(target, valueOf(operation, index))
      break
    case 'remove':
      found(target)
      take(target)
      break
    case 'test':
      if (canonicalText(found(target)) !== canonicalText(valueOf(operation, index)))
        throw wrong([index, 'value'], 'what stands at the path', operation.value)
      break
    case 'copy':
      put(target, copied(found(placeOf(root, operation.from, [index, 'from']))))
      break
    case 'move':
      move(root, operation, index)
      break
    default:
      throw wrong([index, 'op'], 'add, remove, replace, move, copy or test', operation.op)
  }
}

function move(root: { document: unknown }, { path, from }: Readonly<Record<string, unknown>>, index: number): void {
  if (path !== from && String(path).startsWith(`${String(from)}/`))
    throw wrong([index, 'path'], 'a place that is not inside what is moved', path)
  const source = placeOf(root, from, [index, 'from'])
  const value = found(source)
  take(source)
  put(placeOf(root, path, [index, 'path']), value)
}

/** A member of a record, an item of a list, or the document itself. */
interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly key: string
  readonly at: IssuePath
  readonly pointer: string
}

function placeOf(root: { document: unknown }, pointer: unknown, at: IssuePath): Place {
  if (typeof pointer !== 'string' || (pointer !== '' && !pointer.startsWith('/')))
    throw wrong(at, 'a JSON Pointer such as /clauses/reply/within', pointer)
  const keys = ['document', ...pointer.split('/').slice(1)].map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = keys.pop() ?? ''
  if ([...keys, last].includes(forbidden)) throw wrong(at, 'a path through data alone', pointer)
  let holder: unknown = root
  for (const key of keys) holder = found({ holder: container(holder, at, pointer), key, at, pointer })
  return { holder: container(holder, at, pointer), key: last, at, pointer }
}

function container(value: unknown, at: IssuePath, pointer: string): Record<string, unknown> | unknown[] {
  if (isRecord(value) || Array.isArray(value)) return value
  throw wrong(at, 'a path that leads somewhere', pointer)
}

function found(place: Place): unknown {
  const { holder, key, at, pointer } = place
  const isThere = Array.isArray(holder) ? indexOf(place) < holder.length : Object.hasOwn(holder, key)
  if (!isThere) throw wrong(at, 'a path that leads somewhere', pointer)
  return Array.isArray(holder) ? holder[indexOf(place)] : holder[key]
}

function indexOf({ key, at, pointer }: Place): number {
  if (!/^(0|[1-9]\d*)$/.test(key)) throw wrong(at, 'the number of an item of the list', pointer)
  return Number(key)
}

function put(place: Place, value: unknown): void {
  const { holder, key, at, pointer } = place
  if (Array.isArray(holder)) {
    const index = key === '-' ? holder.length : indexOf(place)
    if (index > holder.length) throw wrong(at, 'an item of the list or the place behind its last one', pointer)
    holder.splice(index, 0, value)
  } else set(place, value)
}

function set(place: Place, value: unknown): void {
  const { holder, key } = place
  if (Array.isArray(holder)) holder[indexOf(place)] = value
  else holder[key] = value
}

function take(place: Place): void {
  const { holder, key } = place
  if (Array.isArray(holder)) holder.splice(indexOf(place), 1)
  else delete holder[key]
}

function valueOf(operation: Record<string, unknown>, index: number): unknown {
  if (operation.value === undefined) throw wrong([index, 'value'], 'a value')
  return copied(operation.value)
}

function copied(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
  } catch {
    throw wrong([], 'plain JSON')
  }
}

function wrong(path: IssuePath, expected: string, got?: unknown): LeadSlaError {
  return new LeadSlaError([issue('invalid-patch', path, { expected, got })])
}
