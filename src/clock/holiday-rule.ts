/** Holidays by rule: the date that a rule gives in a year, by arithmetic alone, so that no data is needed for any year. */
import { type IssuePath, issue, type Parsed } from '../errors.ts'
import { dayOf, lengthOfMonth, type Weekday, weekdayOf, weekdays } from '../time/plain-date.ts'
import type { Observed } from './calendar-document.ts'
import { type DateRange, holdsDate, parseDateRange } from './date-range.ts'
import type { Reader } from './reader.ts'

/** A checked rule. */
export interface HolidayRule {
  readonly name: string | null
  /** Returns the day number of the holiday that belongs to a year; it may lie in the year beside. `NaN` when there is none. */
  inYear(year: number): number
  readonly during: DateRange
  /** True when it comes again with the year's length and first weekday: all but Easter, and but far moves over other years. */
  readonly repeats: boolean
  /** So many years from its own the date may lie. */
  readonly reachYears: number
  /** Equal for rules that give equal dates. */
  readonly content: unknown
}

const always: DateRange = { every: 'once', first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }
const observances: readonly Observed[] = ['weekendToMonday', 'sundayToMonday', 'nearestWeekday']
const ruleKeys = ['name', 'observed', 'plus', 'during', 'date', 'nth', 'weekday', 'month', 'before', 'after', 'easter', 'church']
const furthest = 366
const daysOfMonth = 31

/** Returns true for an object that is meant as a rule: it says how a date is found. */
export function looksLikeRule(value: Record<string, unknown>): boolean {
  return ['date', 'weekday', 'easter'].some((key) => Object.hasOwn(value, key))
}

/** Reads a rule; its mistakes go to the reader. */
export function readHolidayRule(value: Record<string, unknown>, reader: Reader, at: IssuePath): HolidayRule | undefined {
  reader.noOtherKeys(value, ruleKeys, at)
  const before = reader.issues.length
  const find = readFinder(value, reader, at)
  const plus = value.plus === undefined ? 0 : reader.integer(value.plus, [-furthest, furthest], [...at, 'plus'])
  const observed = value.observed === undefined ? null : reader.oneOf(value.observed, observances, [...at, 'observed'])
  const name = reader.text(value.name, [...at, 'name'])
  const during = value.during === undefined ? always : reader.take(parseValidity(value.during, reader.at([...at, 'during'])))
  if (!find || !during || reader.issues.length > before) return undefined
  return {
    name,
    during,
    repeats: value.easter === undefined && Math.abs(plus) <= daysOfMonth,
    // A weekend moves a date by two days at most, and a weekday beside a date lies seven days away.
    reachYears: Math.ceil((Math.abs(plus) + (typeof value.easter === 'number' ? Math.abs(value.easter) : 0) + 9) / 365),
    content: { ...value, name: undefined },
    inYear(year) {
      const day = find(year)
      if (day !== day) return Number.NaN
      const kept = observed === null ? day + plus : moved(day + plus, observed)
      return holdsDate(during, kept) ? kept : Number.NaN
    },
  }
}

/** Returns the rule of a date of every year. */
export function yearlyRule(monthDay: number, name: string | null): HolidayRule {
  return { name, during: always, repeats: true, reachYears: 0, content: [monthDay], inYear: onMonthDay(monthDay) }
}

function parseValidity(value: unknown, path: IssuePath): Parsed<DateRange> {
  const parsed = parseDateRange(value, path)
  if (!parsed.ok) return parsed
  if (parsed.value.every === 'once') return { ok: true, value: parsed.value }
  const expected = 'a range of dates with their years, such as 2021-06-19/..'
  return { ok: false, issues: [issue('invalid-date', path, { expected, got: value })] }
}

type Finder = (year: number) => number

function readFinder(value: Record<string, unknown>, reader: Reader, at: IssuePath): Finder | undefined {
  if (value.easter !== undefined) {
    const days = reader.integer(value.easter, [-furthest, furthest], [...at, 'easter'])
    const church = reader.oneOf(value.church ?? 'western', ['western', 'orthodox'] as const, [...at, 'church'])
    return (year) => (church === 'orthodox' ? orthodoxEaster(year) : westernEaster(year)) + days
  }
  if (value.date !== undefined) return onMonthDay(reader.monthDay(value.date, [...at, 'date']))
  const weekday = weekdays.indexOf(reader.oneOf(value.weekday, weekdays, [...at, 'weekday']) as Weekday)
  if (value.nth !== undefined) {
    const nth = reader.integer(value.nth, [-5, 5], [...at, 'nth'])
    const month = reader.integer(value.month, [1, 12], [...at, 'month'])
    if (nth === 0) reader.add('out-of-range', [...at, 'nth'], 'a whole number from 1 to 5, or from -5 to -1 from the end', nth)
    return (year) => nthWeekday(year, month, weekday, nth)
  }
  const isBefore = value.before !== undefined
  const key = isBefore ? 'before' : 'after'
  const anchor = onMonthDay(reader.monthDay(value[key], [...at, key]))
  return (year) => {
    const day = anchor(year)
    // 1 to 7 days away, so that a date on the weekday itself is not its own answer.
    return isBefore ? day - ((weekdayOf(day) - weekday + 6) % 7) - 1 : day + ((weekday - weekdayOf(day) + 6) % 7) + 1
  }
}

function onMonthDay(monthDay: number): Finder {
  const month = Math.floor(monthDay / 100)
  const day = monthDay % 100
  return (year) => (day <= lengthOfMonth(year, month) ? dayOf(year, month, day) : Number.NaN)
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const length = lengthOfMonth(year, month)
  const first = dayOf(year, month, 1)
  const last = first + length - 1
  const day =
    nth > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
      : last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7
  return day >= first && day <= last ? day : Number.NaN
}

function moved(day: number, observed: Observed): number {
  const weekday = weekdayOf(day)
  if (weekday === 6) return day + 1
  if (weekday !== 5 || observed === 'sundayToMonday') return day
  return observed === 'nearestWeekday' ? day - 1 : day + 2
}

/** Returns Easter Sunday of the western churches. **Source** the anonymous Gregorian computus (Meeus). */
export function westernEaster(year: number): number {
  const a = year % 19
  const century = Math.floor(year / 100)
  const leaps = Math.floor(century / 4)
  const d = (19 * a + century - leaps - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - d - (year % 4)) % 7
  const m = Math.floor((a + 11 * d + 22 * e) / 451)
  const march = d + e - 7 * m + 22
  return dayOf(year, 3, 1) + march - 1
}

/** Returns Easter Sunday of the orthodox churches, as a Gregorian date. **Source** Meeus' Julian algorithm. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julianDelay = Math.floor(year / 100) - Math.floor(year / 400) - 2
  return dayOf(year, 3, 1) + d + e + 21 + julianDelay
}
