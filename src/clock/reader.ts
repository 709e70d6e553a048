/** Collects the issues of one calendar document, so that the reading of it stays a list of what a calendar holds. */
import { isRecord } from '../content.ts'
import { type Issue, type IssueCode, type IssuePath, issue, type Parsed } from '../errors.ts'
import { weekdays } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { readMonthDay } from './date-range.ts'
import { parseWindows } from './window.ts'

/** The windows of a week, Monday first. */
export type Week = readonly (readonly Span[])[]

export class Reader {
  readonly issues: Issue[] = []
  constructor(private readonly path: IssuePath) {}

  /** Returns a path from the root of the whole document. */
  at(path: IssuePath): IssuePath {
    return [...this.path, ...path]
  }

  add(code: IssueCode, at: IssuePath, expected: string, got: unknown, known?: readonly string[]): void {
    this.issues.push(issue(code, this.at(at), { expected, got, ...(known ? { known } : {}) }))
  }

  take<Value>(parsed: Parsed<Value>): Value | undefined {
    if (parsed.ok) return parsed.value
    this.issues.push(...parsed.issues)
    return undefined
  }

  noOtherKeys(value: Record<string, unknown>, known: readonly string[], at: IssuePath): void {
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.add('unknown-key', [...at, key], 'a known key', key, known)
    }
  }

  windows(value: unknown, at: IssuePath): readonly Span[] {
    return this.take(parseWindows(value, this.at(at))) ?? []
  }

  week(value: unknown, at: IssuePath): Week {
    if (!isRecord(value)) {
      const code = value === undefined ? 'missing-key' : 'wrong-type'
      this.add(code, at, 'windows by weekday, such as { "mon": ["09:00-17:00"] }', value)
      return []
    }
    this.noOtherKeys(value, weekdays, at)
    return weekdays.map((day) => (value[day] === undefined ? [] : this.windows(value[day], [...at, day])))
  }

  oneOf<Choice extends string>(value: unknown, known: readonly [Choice, ...Choice[]] | readonly Choice[], at: IssuePath): Choice {
    const choice = known.find((name) => name === value)
    if (choice === undefined) this.add('unknown-value', at, 'one of the known values', value, known)
    return choice ?? (known[0] as Choice)
  }

  integer(value: unknown, [least, most]: readonly [number, number], at: IssuePath): number {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value as number
    this.add(value === undefined ? 'missing-key' : 'out-of-range', at, `a whole number from ${least} to ${most}`, value)
    return least
  }

  /** Reads a text that may be left out. */
  text(value: unknown, at: IssuePath): string | null {
    if (typeof value === 'string') return value
    if (value !== undefined) this.add('wrong-type', at, 'text', value)
    return null
  }

  monthDay(value: unknown, at: IssuePath): number {
    const monthDay = readMonthDay(value)
    if (monthDay === monthDay) return monthDay
    this.add('invalid-date', at, 'a date of every year as MM-DD', value)
    return 101
  }
}
