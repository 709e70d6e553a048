/** Paths into a fact, in jsonpath-plus's dialect: what is surely a mistake in one, and which are simple enough to compile. */
import type { RuleEngine } from './engine.ts'

const longest = 500

/** A name that jsonpath-plus gives no meaning of its own: no operator sign, no wildcard, no quote. */
const name = '[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*'
const step = `\\.${name}|\\[\\d+\\]|\\['${name}'\\]|\\["${name}"\\]`
const simple = new RegExp(`^(?:\\$|(${name}))((?:${step})*)$`, 'u')

/**
 * Returns the keys of a simple path in order (`$.a.b[0]` gives `a`, `b`, `0`), or `undefined` where only the engine's
 * own resolver knows the answer: wildcards, filters, slices, unions, parents.
 */
export function simpleKeys(path: string): readonly string[] | undefined {
  const match = path.length <= longest && !isPoisoned(path) ? simple.exec(path) : null
  if (!match) return undefined
  const [, first, steps = ''] = match
  const keys = (steps.match(new RegExp(step, 'gu')) ?? []).map((text) => text.replace(/^[.[]['"]?|['"]?\]$/gu, ''))
  return first === undefined ? keys : [first, ...keys]
}

/** jsonpath-plus looks its parsed paths up in a plain object, and takes what that inherits for one of them. */
function isPoisoned(path: string): boolean {
  return path in Object.prototype
}

/** Returns what a path should have been, as a noun phrase, where it is surely a mistake; otherwise `undefined`. */
export function pathMistake(path: unknown, engine: RuleEngine): string | undefined {
  if (typeof path !== 'string' || path === '' || path.length > longest) return 'a JSONPath such as $.owner.teams[0]'
  if (!engine.ownPaths || simpleKeys(path) !== undefined) return undefined
  if (isPoisoned(path)) return `a JSONPath that begins with $, as in $.${path}`
  if (!/^[$\p{L}\p{N}_`*@]/u.test(path)) return 'a JSONPath that begins with $'
  const filters = filtersOf(path)
  if (filters === undefined) return 'a JSONPath with its brackets and quotes closed'
  const around = filters.reduce((rest, filter) => rest.replace(filter, '0'), path)
  if (path !== path.trim() || /[[.]$|\[\]|\.{3}/.test(around)) return 'a JSONPath without empty steps'
  if (/\[-\d+\]/.test(around)) return 'an index from the front, or a slice such as [-1:]'
  if (/\?/.test(around)) return 'a filter in parentheses, as in [?(@.score > 5)]'
  if (hasStrayAt(around)) return 'a type test such as @string(), or a backtick before a name that begins with @'
  return filterMistake(filters, engine)
}

/** Returns the pieces `?(…)` and `(…)` in brackets, or `undefined` where a bracket or a quote stays open. */
function filtersOf(path: string): string[] | undefined {
  const found: string[] = []
  let open: string[] = []
  let quote = ''
  let from = -1
  for (let index = 0; index < path.length; index++) {
    const sign = path.charAt(index)
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (/['"]/.test(sign) && open.length > 0) quote = sign
    else if (/[([]/.test(sign)) {
      if (sign === '(' && open.length === 1 && from < 0) from = path.charAt(index - 1) === '?' ? index - 1 : index
      open.push(sign)
    } else if (/[)\]]/.test(sign)) {
      if (open.at(-1) !== (sign === ')' ? '(' : '[')) return undefined
      open = open.slice(0, -1)
      if (open.length === 1 && from >= 0) {
        found.push(path.slice(from, index + 1))
        from = -1
      }
    }
  }
  return quote === '' && open.length === 0 ? found : undefined
}

/** A step that begins with @ and is no known type test throws in jsonpath-plus, whatever the fact; so does `@other()`. */
function hasStrayAt(around: string): boolean {
  const known = /@(?:null|boolean|number|string|integer|undefined|nonFinite|scalar|array|object|function)\(\)/gu
  return around.replace(known, '').replaceAll('`@', '').includes('@')
}

/**
 * A filter is parsed only when a run meets a value to filter, so it is tried on an empty one here. A call is refused
 * even where it parses: `@.tags.push(1)` would change the caller's facts, and `'x'.repeat(1e9)` would take all memory.
 */
function filterMistake(filters: readonly string[], engine: RuleEngine): string | undefined {
  for (const filter of filters) {
    const bare = filter.replace(/^\??\(/, '').replace(/'[^']*'|"[^"]*"/g, '0')
    if (/[\p{L}\p{N}_$\])`]\s*\(|=>|`|(?<![=!<>])=(?!=)|\/.*\//u.test(bare)) return 'a filter that only reads and compares'
    try {
      engine.resolvePath([{}], `$[${filter}]`)
    } catch (error) {
      // What fails for want of data says so; any other complaint is about the filter itself.
      if (!String(error).includes('jsonPath: ')) return 'a filter that can be parsed'
    }
  }
  return undefined
}
