/** The recurrences of Salesforce's `Holiday` records: which dates one gives, date by date. */
import type { Reader } from '../clock/reader.ts'
import type { IssuePath } from '../errors.ts'
import { civilOf, dayOf, lengthOfMonth, parsePlainDate, weekdayOf } from '../time/plain-date.ts'

const kinds = {
  RecursDaily: 'daily',
  RecursEveryWeekday: 'everyWeekday',
  RecursWeekly: 'weekly',
  RecursMonthly: 'monthly',
  RecursMonthlyNth: 'monthlyNth',
  RecursYearly: 'yearly',
  RecursYearlyNth: 'yearlyNth',
} as const

type Kind = (typeof kinds)[keyof typeof kinds]

export interface Recurrence {
  readonly kind: Kind
  /** **Units** day numbers, both included; `null` for one without an end. */
  readonly start: number
  readonly end: number | null
  readonly interval: number
  /** Sunday is 1, Monday 2, Saturday 64. */
  readonly mask: number
  readonly dayOfMonth: number
  readonly month: number
  /** 1 to 4, or -1 for the last. */
  readonly instance: number
}

const everyWeekday = 2 + 4 + 8 + 16 + 32
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const
const instances = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const
const mostDays = 36_600

/** Reads the fields that the type of the recurrence needs; mistakes go to the reader. */
export function readRecurrence(record: Record<string, unknown>, reader: Reader, at: IssuePath): Recurrence | undefined {
  const names = Object.keys(kinds) as (keyof typeof kinds)[]
  const before = reader.issues.length
  const isGiven = (field: string) => (record[field] ?? null) !== null
  const kind = kinds[reader.oneOf(record.RecurrenceType, names, [...at, 'RecurrenceType'])]
  const start = readDate(record, 'RecurrenceStartDate', reader, at)
  const end = isGiven('RecurrenceEndDateOnly') ? readDate(record, 'RecurrenceEndDateOnly', reader, at) : null
  if (reader.issues.length > before || start === undefined || end === undefined) return undefined
  if (end !== null && !(end >= start && end - start < mostDays)) {
    const expected = `an end on or after RecurrenceStartDate, at most ${mostDays} days later`
    reader.add('invalid-date-range', [...at, 'RecurrenceEndDateOnly'], expected, record.RecurrenceEndDateOnly)
  }
  const integer = (field: string, range: readonly [number, number]) =>
    reader.integer(record[field] ?? undefined, range, [...at, field])
  const isNth = kind === 'monthlyNth' || kind === 'yearlyNth'
  const isByYear = kind === 'yearly' || kind === 'yearlyNth'
  const needsMask = kind === 'weekly' || isNth || (kind === 'everyWeekday' && isGiven('RecurrenceDayOfWeekMask'))
  const needsInterval = kind === 'daily' || kind === 'weekly' || kind === 'monthly' || kind === 'monthlyNth'
  const recurrence: Recurrence = {
    kind,
    start,
    end,
    interval: needsInterval || (isByYear && isGiven('RecurrenceInterval')) ? integer('RecurrenceInterval', [1, 999]) : 1,
    mask: needsMask ? integer('RecurrenceDayOfWeekMask', [1, 127]) : everyWeekday,
    dayOfMonth: kind === 'monthly' || kind === 'yearly' ? integer('RecurrenceDayOfMonth', [1, 31]) : 0,
    month: isByYear
      ? months.indexOf(reader.oneOf(record.RecurrenceMonthOfYear, months, [...at, 'RecurrenceMonthOfYear'])) + 1
      : 0,
    instance: isNth ? readInstance(record.RecurrenceInstance, reader, at) : 0,
  }
  if (kind === 'yearly' && recurrence.dayOfMonth > lengthOfMonth(2000, recurrence.month)) {
    reader.add('invalid-date', [...at, 'RecurrenceDayOfMonth'], 'a day that the month has', recurrence.dayOfMonth)
  }
  return reader.issues.length > before ? undefined : recurrence
}

function readDate(record: Record<string, unknown>, field: string, reader: Reader, at: IssuePath): number | undefined {
  const value = record[field] ?? undefined
  if (value !== undefined) return reader.take(parsePlainDate(value, [...at, field]))
  reader.add('missing-key', [...at, field], 'a date, as YYYY-MM-DD', undefined)
  return undefined
}

function readInstance(value: unknown, reader: Reader, at: IssuePath): number {
  const index = instances.indexOf(reader.oneOf(value, instances, [...at, 'RecurrenceInstance']))
  return index === instances.length - 1 ? -1 : index + 1
}

/** Returns true when a mask of Salesforce holds a weekday. **Units** 0 for Monday to 6 for Sunday. */
export function maskHas(mask: number, weekday: number): boolean {
  return (mask & (1 << ((weekday + 1) % 7))) !== 0
}

/** Returns the dates of a recurrence up to `end`, within the bounds when it has no end of its own. **Units** day numbers. */
export function datesOf(recurrence: Recurrence, bounds: { readonly firstDay: number } | undefined, end: number): number[] {
  const dates: number[] = []
  const from = recurrence.end === null ? Math.max(recurrence.start, bounds?.firstDay ?? recurrence.start) : recurrence.start
  for (let day = from; day <= end; day++) if (isDate(recurrence, day)) dates.push(day)
  return dates
}

function isDate({ kind, start, interval, mask, dayOfMonth, month, instance }: Recurrence, day: number): boolean {
  const date = civilOf(day)
  const first = civilOf(start)
  const monthsSince = (date.year - first.year) * 12 + date.month - first.month
  switch (kind) {
    case 'daily':
      return (day - start) % interval === 0
    case 'everyWeekday':
      return maskHas(mask, weekdayOf(day))
    case 'weekly':
      return maskHas(mask, weekdayOf(day)) && (sundayOf(day) - sundayOf(start)) % (7 * interval) === 0
    case 'monthly':
      return date.day === dayOfMonth && monthsSince % interval === 0
    case 'monthlyNth':
      return monthsSince % interval === 0 && day === nthOf(date.year, date.month, mask, instance)
    case 'yearly':
      return date.month === month && date.day === dayOfMonth && (date.year - first.year) % interval === 0
    case 'yearlyNth':
      return date.month === month && (date.year - first.year) % interval === 0 && day === nthOf(date.year, month, mask, instance)
  }
}

/** A week of Salesforce begins on Sunday. */
function sundayOf(day: number): number {
  return day - ((weekdayOf(day) + 1) % 7)
}

/** Returns the n-th day of a month among those that the mask holds, the last one for -1. */
function nthOf(year: number, month: number, mask: number, instance: number): number | undefined {
  const first = dayOf(year, month, 1)
  return Array.from({ length: lengthOfMonth(year, month) }, (_, index) => first + index)
    .filter((day) => maskHas(mask, weekdayOf(day)))
    .at(instance > 0 ? instance - 1 : instance)
}
