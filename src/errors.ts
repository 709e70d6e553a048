/**
 * Mistakes are data. Every door of the library (a `parse…` function) returns all issues of its input at once;
 * the throwing twin (`define…`, the clock) throws one `LeadSlaError` that carries the same issues.
 * Past the door evaluation is total: a bad event is an outcome (`refused`), never an exception.
 */

/** The closed set of codes. Each has a section in `docs/errors.md` with an example that provokes it. */
export const issueCodes = [
  // shape of a document
  'wrong-type',
  'missing-key',
  'unknown-key',
  'unknown-value',
  'out-of-range',
  // time
  'invalid-instant',
  'missing-offset',
  'invalid-duration',
  'invalid-date',
  'invalid-date-range',
  'rule-without-date',
  'unknown-time-zone',
  'invalid-window',
  'never-open',
  'beyond-horizon',
  // conditions
  'invalid-condition',
  'unknown-operator',
  'unknown-fact',
  'invalid-path',
  'unknown-condition',
  'cyclic-condition',
  // references and meaning of an agreement
  'unknown-calendar',
  'cyclic-calendar',
  'unknown-state',
  'unknown-party',
  'unknown-clause',
  'cyclic-clause',
  'unknown-holiday-region',
  'catch-all-not-last',
  'target-not-positive',
  'missing-resume',
  'missing-lifecycle',
  'invalid-effective-range',
  'untiled-fiscal-year',
  'missing-rate',
  'mixed-agreements',
  'overlapping-versions',
  'invalid-name',
  'repeated-person',
  'unknown-obligation',
  'invalid-patch',
  // events
  'invalid-event',
  'contradicting-event',
  'late-event',
  'invalid-state',
  'invalid-json',
  // snapshots
  'not-a-snapshot',
  'newer-snapshot',
  'cut-off-snapshot',
  'damaged-snapshot',
  'other-agreement',
  // adapters and the command
  'unknown-column',
  'invalid-row',
  'unreadable-file',
  'invalid-ical',
  'invalid-opening-hours',
  'unsupported-hours',
] as const

export type IssueCode = (typeof issueCodes)[number]

/** Where in the input: keys and indexes from the root, as zod and JSON Pointer count them. */
export type IssuePath = readonly (string | number)[]

/** One mistake. `message` is derived from the other members by one formula; programs read the members. */
export interface Issue {
  readonly code: IssueCode
  readonly path: IssuePath
  /** What would have been right, as a noun phrase: "an IANA time zone". */
  readonly expected: string
  /** What stood there; absent when nothing did. */
  readonly got?: unknown
  /** The names that would have been known here, nearest first. */
  readonly known?: readonly string[]
  readonly message: string
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** The only error the library throws on purpose. `code` is the first issue's code. */
export class LeadSlaError extends Error {
  override readonly name = 'LeadSlaError'
  readonly code: IssueCode
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(sentence).join('\n'))
    this.code = issues[0]?.code ?? 'invalid-event'
    this.issues = issues
  }
}

export interface IssueFacts {
  readonly expected: string
  readonly got?: unknown
  readonly known?: Iterable<string>
}

const mostKnown = 8

/** Returns an issue with its sentence: `expected <what>, got <value>; known: a, b`. */
export function issue(code: IssueCode, path: IssuePath, facts: IssueFacts): Issue {
  const hasGot = 'got' in facts && facts.got !== undefined
  const known = facts.known === undefined ? undefined : nearest(typeof facts.got === 'string' ? facts.got : '', facts.known)
  let message = `expected ${facts.expected}`
  if (hasGot) message += `, got ${printValue(facts.got)}`
  if (known && known.length > 0) {
    message += `; known: ${known.slice(0, mostKnown).join(', ')}${known.length > mostKnown ? ', …' : ''}`
  }
  return {
    code,
    path: [...path],
    expected: facts.expected,
    ...(hasGot ? { got: facts.got } : {}),
    ...(known ? { known } : {}),
    message,
  }
}

/** Returns the value or throws the issues: the bridge between the `parse…` and the throwing doors. */
export function valueOf<Value>(parsed: Parsed<Value>): Value {
  if (parsed.ok) return parsed.value
  throw new LeadSlaError(parsed.issues)
}

/** Returns a path as a person reads it: `clauses.firstResponse.within[0].target`; the root is `(root)`. */
export function printPath(path: IssuePath): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) text += text === '' ? key : `.${key}`
    else text += `[${JSON.stringify(key)}]`
  }
  return text === '' ? '(root)' : text
}

/** Returns an issue as one line: path, code and sentence. */
export function sentence(found: Issue): string {
  return `${printPath(found.path)}: ${found.message} [${found.code}]`
}

const longestValue = 60

/** Returns any value as a short, safe piece of text: never throws, never prints more than a line. */
export function printValue(value: unknown): string {
  let text: string
  try {
    if (typeof value === 'number' || typeof value === 'undefined') text = String(value)
    else if (typeof value === 'bigint') text = `${value}n`
    else if (typeof value === 'function' || typeof value === 'symbol') text = `a ${typeof value}`
    else if (typeof value === 'string') text = JSON.stringify(value.slice(0, longestValue + 1))
    else if (value instanceof Date) text = Number.isNaN(value.getTime()) ? 'an invalid Date' : `Date ${value.toISOString()}`
    else text = shallow(value)
  } catch {
    text = 'a value that cannot be printed'
  }
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

function shallow(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.slice(0, 3).join(', ')}${keys.length > 3 ? ', …' : ''}`
}

/** Returns the names sorted by likeness to `wanted` (fewest edits first), then by their own order. */
export function nearest(wanted: string, names: Iterable<string>): string[] {
  const target = wanted.slice(0, 40).toLowerCase()
  return [...names]
    .map((name, order) => ({ name, order, edits: target === '' ? 0 : edits(target, name.slice(0, 40).toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits || a.order - b.order)
    .map((entry) => entry.name)
}

function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
