/** The holidays of a calendar: plain dates, and rules that give plain dates for any year. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { civilOf, cycleYears, parsePlainDate } from '../time/plain-date.ts'
import { type HolidayRule, looksLikeRule, readHolidayRule, yearlyRule } from './holiday-rule.ts'
import type { Reader } from './reader.ts'

/** The years between which a calendar knows its holidays. */
export type Years = readonly [first: number, last: number]

export class Holidays {
  readonly dates = new Map<number, string | null>()
  readonly rules: HolidayRule[] = []
  years: Years = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  private readonly byRule = new Map<number, ReadonlyMap<number, string | null>>()

  has(day: number): boolean {
    return this.dates.has(day) || (this.rules.length > 0 && this.ofYear(civilOf(day).year).has(day))
  }

  /** Returns the name of the holiday on a date: `null` for one without a name, `undefined` for no holiday. */
  nameOf(day: number): string | null | undefined {
    const named = this.dates.get(day)
    if (named !== undefined && named !== null) return named
    const ruled = this.rules.length > 0 ? this.ofYear(civilOf(day).year).get(day) : undefined
    return ruled === undefined ? named : (ruled ?? named ?? null)
  }

  /** True when every rule comes again with the year's length and first weekday. */
  get repeat(): boolean {
    return this.rules.every((rule) => rule.repeats)
  }

  /** The date that a rule gives may lie in a year beside its own, so the years around are asked as well. */
  private ofYear(year: number): ReadonlyMap<number, string | null> {
    let found = this.byRule.get(year)
    if (!found) {
      const days = new Map<number, string | null>()
      for (const rule of this.rules) {
        for (let near = year - rule.reachYears; near <= year + rule.reachYears; near++) {
          const day = rule.inYear(near)
          if (day === day && civilOf(day).year === year) days.set(day, rule.name ?? days.get(day) ?? null)
        }
      }
      found = days
      this.byRule.set(year, found)
    }
    return found
  }
}

/** A rule is asked anew for every year that is laid down, a date only once. */
const mostRules = 1000
const listKeys = ['name', 'region', 'kinds', 'years', 'dates'] as const

/** Reads the holidays of a document; mistakes go to the reader. */
export function readHolidays(value: unknown, reader: Reader): Holidays {
  const holidays = new Holidays()
  if (value === undefined) return holidays
  if (!Array.isArray(value)) {
    reader.add('wrong-type', ['holidays'], 'an array of dates, rules and lists of a region', value)
    return holidays
  }
  for (const [index, entry] of value.entries()) {
    const at = ['holidays', index]
    if (!isRecord(entry)) readDate(entry, null, holidays, reader, at)
    else if (!looksLikeRule(entry)) readList(entry, holidays, reader, at)
    else if (isPlainDate(entry.date)) {
      reader.noOtherKeys(entry, ['date', 'name'], at)
      readDate(entry.date, reader.text(entry.name, [...at, 'name']), holidays, reader, [...at, 'date'])
    } else {
      const rule = readHolidayRule(entry, reader, at)
      if (rule) addRule(rule, holidays, reader, at, entry)
    }
  }
  if (holidays.rules.length > mostRules) {
    reader.add('out-of-range', ['holidays'], `${mostRules} rules at most`, holidays.rules.length)
  }
  return holidays
}

/** A year in its text is what sets a date of one time apart from one of every year. */
function isPlainDate(value: unknown): boolean {
  return typeof value === 'string' && value.length > 5
}

function readDate(value: unknown, name: string | null, holidays: Holidays, reader: Reader, at: IssuePath): void {
  if (typeof value === 'string' && !isPlainDate(value)) {
    holidays.rules.push(yearlyRule(reader.monthDay(value, at), name))
    return
  }
  const day = reader.take(parsePlainDate(value, reader.at(at)))
  if (day !== undefined) holidays.dates.set(day, name ?? holidays.dates.get(day) ?? null)
}

function addRule(rule: HolidayRule, holidays: Holidays, reader: Reader, at: IssuePath, got: unknown): void {
  const { first, last } = rule.during
  const from = Number.isFinite(first) ? civilOf(first).year - 1 : Math.max(civilOf(Math.min(last, 0)).year - cycleYears, 1)
  const to = Math.min(from + cycleYears + 2, Number.isFinite(last) ? civilOf(last).year + 1 : Number.POSITIVE_INFINITY)
  for (let year = from; year <= to; year++) {
    const day = rule.inYear(year)
    if (day === day) {
      holidays.rules.push(rule)
      return
    }
  }
  reader.add('rule-without-date', at, 'a rule that gives a date in some year', got)
}

function readList(value: Record<string, unknown>, holidays: Holidays, reader: Reader, at: IssuePath): void {
  reader.noOtherKeys(value, listKeys, at)
  const name = reader.text(value.name, [...at, 'name'])
  const region = reader.text(value.region, [...at, 'region'])
  if (value.kinds !== undefined && !(Array.isArray(value.kinds) && value.kinds.every((kind) => typeof kind === 'string'))) {
    reader.add('wrong-type', [...at, 'kinds'], 'an array of kinds such as "public"', value.kinds)
  }
  const years = value.years === undefined ? null : readYears(value.years, reader, [...at, 'years'])
  if (!Array.isArray(value.dates)) {
    if (value.dates !== undefined) reader.add('wrong-type', [...at, 'dates'], 'an array of dates', value.dates)
    else if (region === null) reader.add('missing-key', [...at, 'dates'], 'an array of dates', undefined)
    else {
      const expected = 'the dates of the region beside its name, as withHolidays of lead-sla/holidays writes them'
      reader.add('unknown-holiday-region', at, expected, region)
    }
    return
  }
  for (const [index, entry] of value.dates.entries()) {
    const where = [...at, 'dates', index]
    if (!isRecord(entry)) readDate(entry, name, holidays, reader, where)
    else {
      reader.noOtherKeys(entry, ['date', 'name'], where)
      readDate(entry.date, reader.text(entry.name, [...where, 'name']), holidays, reader, [...where, 'date'])
    }
  }
  if (years) holidays.years = [Math.max(holidays.years[0], years[0]), Math.min(holidays.years[1], years[1])]
}

function readYears(value: unknown, reader: Reader, at: IssuePath): Years | null {
  const [first, last] = Array.isArray(value) && value.length === 2 ? value : []
  if (Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last <= 9999 && first <= last) return [first, last]
  reader.add('out-of-range', at, 'the first and the last year, such as [2024, 2030]', value)
  return null
}
