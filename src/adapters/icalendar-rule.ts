/** A recurrence rule of an all-day event, read from jCal and made complete with what the first date says. */
import { isRecord } from '../content.ts'
import { type Issue, type IssuePath, issue, type Parsed } from '../errors.ts'
import { civilOf, readPlainDate, weekdayOf } from '../time/plain-date.ts'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** A weekday, 0 for Monday; the n-th of a month or year, from the end when negative, or every one when `nth` is 0. */
export interface NthWeekday {
  readonly weekday: number
  readonly nth: number
}

/** **Source** RFC 5545, 3.3.10. A part that the rule does not limit is `null`. */
export interface RecurrenceRule {
  /** **Units** a day number: the first date, from which periods are counted. */
  readonly start: number
  readonly frequency: Frequency
  readonly interval: number
  /** `Infinity` when the rule does not end by itself. */
  readonly count: number
  /** The last date that may be. **Units** a day number, or `Infinity`. */
  readonly until: number
  /** 0 for Monday. */
  readonly weekStart: number
  readonly months: readonly number[] | null
  readonly weeks: readonly number[] | null
  readonly yearDays: readonly number[] | null
  readonly monthDays: readonly number[] | null
  readonly weekdays: readonly NthWeekday[] | null
  readonly positions: readonly number[] | null
  /** Whether the n-th weekday is one of a month, and not of the year. */
  readonly nthOfMonth: boolean
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Times of the day say nothing about dates; the standard tells readers to pass them over. */
const knownParts = ['freq', 'interval', 'count', 'until', 'wkst', 'bymonth', 'byweekno', 'byyearday', 'bymonthday', 'byday']
const allParts = [...knownParts, 'bysetpos', 'byhour', 'byminute', 'bysecond']
/** The parts that a frequency cannot have. */
const excluded: { readonly [Name in Frequency]: readonly string[] } = {
  DAILY: ['byweekno', 'byyearday'],
  WEEKLY: ['byweekno', 'byyearday', 'bymonthday'],
  MONTHLY: ['byweekno', 'byyearday'],
  YEARLY: [],
}

/** Returns the rule of an event that starts on a date, or what is wrong with it. **Units** `start` is a day number. */
export function parseRecurrenceRule(value: unknown, start: number, path: IssuePath): Parsed<RecurrenceRule> {
  if (!isRecord(value)) return { ok: false, issues: [issue('wrong-type', path, { expected: 'a recurrence rule', got: value })] }
  const issues: Issue[] = []
  const frequency = frequencies.find((name) => name === value.freq)
  if (!frequency) {
    const expected = 'how often dates come again'
    return { ok: false, issues: [issue('unknown-value', [...path, 'freq'], { expected, got: value.freq, known: frequencies })] }
  }
  for (const part of Object.keys(value)) {
    if (!allParts.includes(part)) {
      issues.push(issue('unknown-key', [...path, part], { expected: 'a part of a rule', got: part, known: allParts }))
    } else if (excluded[frequency].includes(part)) {
      issues.push(issue('unknown-key', [...path, part], { expected: `a part of a ${frequency} rule`, got: part }))
    }
  }
  const numbers = (part: string): readonly number[] | null => readNumbers(value[part], issues, [...path, part])
  const rule: RecurrenceRule = {
    start,
    frequency,
    interval: readCount(value.interval, 1, issues, [...path, 'interval']),
    count: readCount(value.count, Number.POSITIVE_INFINITY, issues, [...path, 'count']),
    until: readUntil(value.until, issues, [...path, 'until']),
    weekStart: typeof value.wkst === 'number' ? (value.wkst + 5) % 7 : 0,
    months: numbers('bymonth'),
    weeks: numbers('byweekno'),
    yearDays: numbers('byyearday'),
    monthDays: numbers('bymonthday'),
    weekdays: readWeekdays(value, frequency, issues, [...path, 'byday']),
    positions: numbers('bysetpos'),
    nthOfMonth: frequency === 'MONTHLY' || value.bymonth !== undefined,
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: completed(rule) }
}

/** What a rule leaves open is as on its first date. */
function completed(rule: RecurrenceRule): RecurrenceRule {
  const { frequency, months, weeks, yearDays, monthDays, weekdays, start } = rule
  const { month, day } = civilOf(start)
  const sameWeekday = [{ weekday: weekdayOf(start), nth: 0 }]
  if (weekdays || monthDays || yearDays || frequency === 'DAILY') return rule
  if (frequency === 'WEEKLY' || weeks) return { ...rule, weekdays: sameWeekday }
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [day] }
  return { ...rule, months: months ?? [month], monthDays: [day] }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function readNumbers(value: unknown, issues: Issue[], path: IssuePath): readonly number[] | null {
  if (value === undefined) return null
  return list(value).flatMap((entry) => {
    if (typeof entry === 'number' && Number.isInteger(entry) && entry !== 0) return [entry]
    issues.push(issue('out-of-range', path, { expected: 'whole numbers other than 0', got: entry }))
    return []
  })
}

function readCount(value: unknown, absent: number, issues: Issue[], path: IssuePath): number {
  if (value === undefined) return absent
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
  issues.push(issue('out-of-range', path, { expected: 'a whole number from 1', got: value }))
  return absent
}

function readUntil(value: unknown, issues: Issue[], path: IssuePath): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  // Some programs write an instant; its date is what counts.
  const day = typeof value === 'string' ? readPlainDate(value.slice(0, 10)) : Number.NaN
  if (Number.isNaN(day)) issues.push(issue('invalid-date', path, { expected: 'the last date as YYYYMMDD', got: value }))
  return day
}

function readWeekdays(
  { byday, byweekno }: Record<string, unknown>,
  frequency: Frequency,
  issues: Issue[],
  path: IssuePath,
): readonly NthWeekday[] | null {
  if (byday === undefined) return null
  const mayCount = frequency === 'MONTHLY' || (frequency === 'YEARLY' && byweekno === undefined)
  return list(byday).flatMap((entry) => {
    const match = typeof entry === 'string' ? /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(entry) : null
    const weekday = dayNames.indexOf(match?.[2] ?? '')
    const nth = Number(match?.[1] ?? 0)
    if (weekday >= 0 && (nth === 0 || mayCount)) return [{ weekday, nth }]
    const expected = mayCount ? 'a weekday such as MO or 2MO' : 'a weekday such as MO'
    issues.push(issue('unknown-value', path, { expected, got: entry, known: dayNames }))
    return []
  })
}
