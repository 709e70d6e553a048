/** What the names of a document may refer to, and the list that its mistakes go to while it is read. */
import { type CompiledCondition, compileCondition } from '../conditions/compile.ts'
import { type Condition, type NamedConditions, parseCondition } from '../conditions/condition.ts'
import { factsRead, keysRead } from '../conditions/facts-read.ts'
import { isRecord } from '../content.ts'
import { type Issue, type IssueCode, type IssuePath, issue, LeadSlaError, type Parsed } from '../errors.ts'

/** The facts that a condition of an agreement may read. [E5] */
const knownFacts = ['lead', 'event', 'state', 'owner', 'team'] as const

/** A condition of an agreement, with the names of the facts it reads: its answer can change only when one of them does. */
export interface Rule extends CompiledCondition {
  readonly reads: ReadonlySet<string>
  /** The facts of the lead that it reads, by their first key; `null` when it may read any. */
  readonly leadKeys: ReadonlySet<string> | null
}

/** The names that a document declares; `null` where the part that declares them is no object, so that nothing can be checked. */
export interface Names {
  readonly calendars: readonly string[] | null
  readonly states: readonly string[] | null
  readonly parties: readonly string[] | null
  readonly clauses: readonly string[] | null
  readonly conditions: Readonly<Record<string, unknown>>
}

export class Scope {
  readonly issues: Issue[] = []
  /** The named conditions as the engine takes them: a bare leaf is none of its conditions. */
  private readonly conditions: NamedConditions
  /** What is written in two places is compiled once, so that of one event it need be asked once. */
  private readonly rules = new Map<string, Rule>()

  constructor(readonly names: Names) {
    this.conditions = Object.fromEntries(
      Object.entries(names.conditions).map(([name, condition]) => [name, rooted(condition) as Condition]),
    )
  }

  add(code: IssueCode, path: IssuePath, expected: string, got?: unknown, known?: readonly string[]): undefined {
    this.issues.push(issue(code, path, { expected, got, ...(known ? { known } : {}) }))
    return undefined
  }

  take<Value>(parsed: Parsed<Value>): Value | undefined {
    if (parsed.ok) return parsed.value
    this.issues.push(...parsed.issues)
    return undefined
  }

  /** Returns the compiled condition; `null` when the document holds none, `undefined` when it holds a wrong one. */
  condition(value: unknown, path: IssuePath): Rule | null | undefined {
    if (value === undefined) return null
    const { conditions } = this
    const parsed = this.take(parseCondition(value, path, { facts: knownFacts, conditions }))
    if (!parsed) return undefined
    const text = plainText(parsed)
    const known = text === null ? undefined : this.rules.get(text)
    if (known) return known
    try {
      const compiled = compileCondition(parsed, { total: true, conditions })
      const rule = { ...compiled, reads: factsRead(parsed, conditions), leadKeys: keysRead(parsed, 'lead', conditions) }
      if (text !== null) this.rules.set(text, rule)
      return rule
    } catch (error) {
      if (!(error instanceof LeadSlaError)) throw error
      // A named condition is wrong; its own place in the document has been told already.
      if (this.issues.length === 0) this.issues.push(...error.issues.map((found) => ({ ...found, path })))
      return undefined
    }
  }

  /** Checks names against the states of the lifecycle. */
  states(value: unknown, path: IssuePath): ReadonlySet<string> {
    const listed = Array.isArray(value)
    const states = (listed ? value : [value]).filter((state) => typeof state === 'string')
    for (const [index, state] of states.entries()) this.state(state, listed ? [...path, index] : path)
    return new Set(states)
  }

  state(state: string, path: IssuePath): void {
    this.known(state, this.names.states, 'unknown-state', path, 'a state of the lifecycle')
  }

  party(party: unknown, path: IssuePath): void {
    this.known(party, this.names.parties, 'unknown-party', path, 'a party of the agreement')
  }

  /** Checks the calendar of a clause; `always` needs none. */
  calendar(calendar: unknown, path: IssuePath): void {
    const { calendars } = this.names
    this.known(calendar, calendars && ['always', ...calendars], 'unknown-calendar', path, 'a calendar of the agreement')
  }

  clause(clause: unknown, path: IssuePath): void {
    this.known(clause, this.names.clauses, 'unknown-clause', path, 'a clause of the agreement')
  }

  private known(name: unknown, names: readonly string[] | null, code: IssueCode, path: IssuePath, expected: string): void {
    if (typeof name === 'string' && names && !names.includes(name)) this.add(code, path, expected, name, names)
  }
}

/** Returns the JSON of what is nothing but JSON, and `null` for everything else: two such values of one text are the same. */
function plainText(value: unknown): string | null {
  try {
    return isPlain(value) ? JSON.stringify(value) : null
  } catch {
    // A circle never ends.
    return null
  }
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isPlain)
  const isObject = isRecord(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value))
  return isObject && Object.values(value).every(isPlain)
}

/** Returns a condition as one that may stand at the root, where a leaf by itself may not. */
function rooted(condition: unknown): unknown {
  return isRecord(condition) && Object.hasOwn(condition, 'fact') ? { all: [condition] } : condition
}
