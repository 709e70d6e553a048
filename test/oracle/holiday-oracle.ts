/**
 * The holidays of a calendar, found by looking: months are listed day by day, weekdays are walked to, Easter comes from the
 * tables of the full moon. Shares no code with `src`.
 */

import { Temporal } from 'temporal-polyfill'
import type { CalendarDocument, HolidayDocument, HolidayListDocument, HolidayRuleDocument } from '../../src/clock.ts'
import { civilDay, dayInYear, dayOf, daysOfMonth, type Weekday } from './civil-dates.ts'
import { holdsDate } from './dated-oracle.ts'

/** The name of the holiday on a date; `null` for one without a name, `undefined` where there is none. */
export type HolidayName = string | null | undefined

export interface HolidayOracle {
  on(number: number): HolidayName
  /** The years that every list of dates knows. */
  readonly years: readonly [first: number, last: number]
  /** The dates that stand in the document with their year, as counts of days. */
  readonly dated: readonly number[]
  readonly recurs: boolean
}

interface Dated {
  readonly number: number
  readonly name: string | null
}

/** A rule may lead from one year to another, `plus` and Easter together over two years. */
const yearsAround = [-4, -3, -2, -1, 0, 1, 2, 3, 4]

export function holidayOracle({ holidays = [] }: CalendarDocument): HolidayOracle {
  const entries = holidays.flatMap(flat)
  const rules = entries.flatMap((entry) => ('number' in entry ? [] : [entry]))
  const dates = namesOf(entries.flatMap((entry) => ('number' in entry ? [entry] : [])))
  const byYear = new Map<number, Map<number, string | null>>()

  function ofYear(year: number): Map<number, string | null> {
    const found =
      byYear.get(year) ??
      namesOf(
        rules.flatMap((rule) =>
          yearsAround.flatMap((around) => {
            const number = ruleDate(rule, year + around)
            return number === undefined ? [] : [{ number, name: rule.name ?? null }]
          }),
        ),
      )
    byYear.set(year, found)
    return found
  }

  return {
    on(number) {
      const names = [dates.get(number), rules.length === 0 ? undefined : ofYear(civilDay(number).year).get(number)]
      const found = names.filter((name) => name !== undefined)
      return found.find((name) => name !== null) ?? found[0]
    },
    years: knownYears(holidays),
    dated: [
      ...dates.keys(),
      ...rules.flatMap(({ during = '../..' }) =>
        during
          .split('/')
          .filter((end) => end !== '..')
          .map(dayOf),
      ),
    ],
    recurs: rules.length > 0,
  }
}

function flat(entry: HolidayDocument): (Dated | HolidayRuleDocument)[] {
  if (typeof entry === 'string') return [dateOrRule(entry, null)]
  if ('easter' in entry || 'weekday' in entry) return [entry]
  if ('date' in entry) return entry.date.length > 5 ? [dateOrRule(entry.date, entry.name ?? null)] : [entry]
  const list = entry as HolidayListDocument
  return (list.dates ?? []).map((one) =>
    typeof one === 'string' ? dateOrRule(one, list.name ?? null) : dateOrRule(one.date, one.name ?? list.name ?? null),
  )
}

function dateOrRule(date: string, name: string | null): Dated | HolidayRuleDocument {
  return date.length > 5 ? { number: dayOf(date), name } : { date, ...(name === null ? {} : { name }) }
}

/** Of several names the last one stays; a date without a name takes none away. */
function namesOf(entries: readonly Dated[]): Map<number, string | null> {
  const names = new Map<number, string | null>()
  for (const { number, name } of entries) names.set(number, name ?? names.get(number) ?? null)
  return names
}

function knownYears(holidays: readonly HolidayDocument[]): readonly [number, number] {
  const years = holidays.flatMap((entry) => (typeof entry === 'object' && 'years' in entry && entry.years ? [entry.years] : []))
  return [Math.max(...years.map(([first]) => first)), Math.min(...years.map(([, last]) => last))]
}

/** Returns the date that a rule gives for a year; `plus` comes before `observed`, and `during` must hold the kept date. */
export function ruleDate(rule: HolidayRuleDocument, year: number): number | undefined {
  const found = foundDate(rule, year)
  if (found === undefined) return undefined
  const meant = found + (rule.plus ?? 0)
  const kept = meant + observedShift(rule.observed, civilDay(meant).weekday)
  return holdsDate(rule.during ?? '../..', civilDay(kept).date) ? kept : undefined
}

function foundDate(rule: HolidayRuleDocument, year: number): number | undefined {
  if ('easter' in rule) return (rule.church === 'orthodox' ? orthodoxEaster(year) : westernEaster(year)) + rule.easter
  if ('date' in rule) return dayInYear(year, rule.date)
  if ('nth' in rule) {
    const days = daysOfMonth(year, rule.month).filter((number) => civilDay(number).weekday === rule.weekday)
    return rule.nth > 0 ? days[rule.nth - 1] : days.at(rule.nth)
  }
  const [anchor, step] = 'before' in rule ? [rule.before, -1] : [rule.after, 1]
  const from = dayInYear(year, anchor)
  return from === undefined ? undefined : walkTo(rule.weekday, from + step, step)
}

function walkTo(weekday: Weekday, from: number, step: number): number {
  let number = from
  while (civilDay(number).weekday !== weekday) number += step
  return number
}

function observedShift(observed: HolidayRuleDocument['observed'], weekday: Weekday): number {
  if (observed === undefined) return 0
  if (weekday === 'sun') return 1
  if (weekday !== 'sat') return 0
  return { weekendToMonday: 2, sundayToMonday: 0, nearestWeekday: -1 }[observed]
}

/** Easter is the Sunday after the full moon; this one finds the moon by the epact of Lilius and Clavius. */
export function westernEaster(year: number): number {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const leftOut = Math.floor((3 * century) / 4) - 12
  const moonShift = Math.floor((8 * century + 5) / 25) - 5
  let epact = (((11 * golden + 20 + moonShift - leftOut) % 30) + 30) % 30
  if (epact === 24 || (epact === 25 && golden > 11)) epact++
  const fullMoon = epact > 23 ? 74 - epact : 44 - epact
  return walkTo('sun', dayOf(new Temporal.PlainDate(year, 3, 1).toString()) + fullMoon, 1)
}

/** The paschal full moons of the Julian calendar by golden number, as the church's table has them. */
const julianMoons =
  '04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-18 04-07 03-27 04-15 04-04 03-24 04-12 04-01 03-21 04-09 03-29 04-17'
const monthStarts = { '03': 59, '04': 90 }
/** The first day of year 1 in the Julian calendar. */
const firstJulianDay = dayOf('0000-12-30')

export function orthodoxEaster(year: number): number {
  const [month, day] = (julianMoons.split(' ')[year % 19] as string).split('-') as ['03' | '04', string]
  const leapDay = year % 4 === 0 ? 1 : 0
  const dayOfYear = monthStarts[month] + leapDay + Number(day) - 1
  const number = firstJulianDay + (year - 1) * 365 + Math.floor((year - 1) / 4) + dayOfYear
  return walkTo('sun', number + 1, 1)
}
