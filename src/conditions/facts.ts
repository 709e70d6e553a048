/** How a condition reads its facts: by name, then by path, as the engine's almanac does, but without a promise. */
import type { RuleEngine } from './engine.ts'
import { simpleKeys } from './json-path.ts'
import type { Facts } from './node.ts'

/** The failure of a strict condition over facts that lack one of its names; the engine rejects with the same code. */
export class UndefinedFactError extends Error {
  override readonly name = 'UndefinedFactError'
  readonly code = 'UNDEFINED_FACT'

  constructor(fact: unknown) {
    super(`Undefined fact: ${String(fact)}`)
  }
}

/** Reads one value from the facts. */
export type Read = (facts: Facts) => unknown

/** A reader, and whether no JSON data can make it throw. */
interface FactReader {
  readonly read: Read
  readonly safe: boolean
  /** The name, where there is no path to follow and no record has it from birth. */
  readonly plainName?: string
}

/**
 * Returns a reader of the fact, or of what lies at a path inside it.
 *
 * **Edges** a fact is there when the record has it enumerably, its own or inherited, be it undefined; a path is ignored
 * on primitives; a missing fact is undefined where that is allowed.
 * **Errors** the reader throws `UndefinedFactError` where it is not, and what jsonpath-plus throws on paths that are not simple.
 */
export function readFact(fact: unknown, path: unknown, engine: RuleEngine, allowUndefined: boolean): FactReader {
  const read = readName(fact, allowUndefined)
  const isPlain = typeof fact === 'string' && !(fact in Object.prototype)
  if (!path) return { read, safe: allowUndefined, ...(isPlain ? { plainName: fact } : {}) }
  const keys = engine.ownPaths && typeof path === 'string' ? simpleKeys(path) : undefined
  if (keys) return { read: readKeys(read, keys), safe: allowUndefined }
  const resolved: Read = (facts) => {
    const value = read(facts)
    return typeof value === 'object' && value !== null ? engine.resolvePath(value, path) : value
  }
  return { read: resolved, safe: false }
}

function readName(fact: unknown, allowUndefined: boolean): Read {
  if (typeof fact !== 'string') return () => missing(fact, allowUndefined)
  // Every record inherits `constructor` and the like, which the engine does not take for facts.
  if (fact in Object.prototype) return (facts) => (hasFact(facts, fact) ? facts[fact] : missing(fact, allowUndefined))
  if (allowUndefined) return (facts) => facts[fact]
  return (facts) => {
    const value = facts[fact]
    return value === undefined && !hasFact(facts, fact) ? missing(fact, false) : value
  }
}

function missing(fact: unknown, allowUndefined: boolean): undefined {
  if (!allowUndefined) throw new UndefinedFactError(fact)
  return undefined
}

/** The engine copies the facts with `for … in`; so this counts the same names, and is asked only about undefined values. */
export function hasFact(facts: Facts, name: string): boolean {
  for (const key in facts) if (key === name) return true
  return false
}

function readKeys(read: Read, keys: readonly string[]): Read {
  const [first] = keys
  if (first === undefined) return read
  if (keys.length === 1) return (facts) => member(read(facts), first, true)
  return (facts) => {
    const value = read(facts)
    if (typeof value !== 'object' || value === null) return value
    let inner: unknown = value
    for (const key of keys) inner = member(inner, key, false)
    return inner
  }
}

/** jsonpath-plus looks only at own members, of strings too, and stops at whatever is falsy. */
function member(value: unknown, key: string, first: boolean): unknown {
  if (first && (typeof value !== 'object' || value === null)) return value
  if (!value || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, unknown>>)[key]
}
