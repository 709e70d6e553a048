/** What stands in the data of an event, however odd: data that throws when it is looked at is no JSON, and holds nothing. */

/** Returns the value at the end of a path of keys. */
export function valueAt(holder: unknown, keys: readonly string[]): unknown {
  try {
    let value = holder
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
      value = (value as Readonly<Record<string, unknown>>)[key]
    }
    return value
  } catch {
    return undefined
  }
}

/** Returns the text that stands at a key, or `null` where there is none. */
export function textAt(holder: unknown, key: string): string | null {
  const text = valueAt(holder, [key])
  return typeof text === 'string' && text !== '' ? text : null
}
