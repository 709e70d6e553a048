/** The content of a value, whatever the order of its keys: one canonical text, and a hash of it. */

/**
 * Returns JSON with the keys of every object sorted by code unit and without spaces, so that equal content is equal text.
 *
 * **Edges** a value that throws when it is looked at is written as `"[unreadable]"`; members that are `undefined`, functions or symbols are left out and count as `null` inside an array, as in
 * `JSON.stringify`; a cycle is written as `"[cyclic]"`; a number that is not finite is `null`.
 * **Source** the idea of RFC 8785.
 *
 * @example
 * canonicalText({ b: [1, undefined], a: 'x' }) //=> '{"a":"x","b":[1,null]}'
 */
export function canonicalText(value: unknown): string {
  try {
    return write(value, []) ?? 'null'
  } catch {
    return '"[unreadable]"'
  }
}

function write(value: unknown, parents: readonly unknown[]): string | undefined {
  if (typeof value === 'bigint') return `"${value}n"`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (parents.includes(value)) return '"[cyclic]"'
  if (value instanceof Date) return JSON.stringify(value)
  const inside = [...parents, value]
  if (Array.isArray(value)) return `[${value.map((member) => write(member, inside) ?? 'null').join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const text = write((value as Record<string, unknown>)[key], inside)
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`)
  }
  return `{${members.join(',')}}`
}

/** Returns true for an object that is no array: what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
