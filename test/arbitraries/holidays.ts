/** Random holidays of every kind, drawn so that their dates lie around a day. */

import fc from 'fast-check'
import type { HolidayDocument, HolidayRuleDocument, Observed } from '../../src/clock.ts'
import { civilDay, dateOf, daysOfMonth } from '../oracle/civil-dates.ts'
import { orthodoxEaster, ruleDate, westernEaster } from '../oracle/holiday-oracle.ts'
import { type Near, nearDay, validity } from './near-dates.ts'

const name = fc.option(fc.constantFrom('Founding Day', 'Harvest', 'Ferragosto'), { nil: undefined, freq: 2 })
const monthDay = (day: number) => dateOf(day).slice(5)

type Finder = HolidayRuleDocument extends infer Rule ? Rule : never

const yearly: fc.Arbitrary<Near<Finder>> = fc.constant((day) => ({ date: monthDay(day) }))

const nthWeekday: fc.Arbitrary<Near<Finder>> = fc.boolean().map((fromEnd) => (day) => {
  const { date, weekday, year } = civilDay(day)
  const month = Number(date.slice(5, 7))
  const days = daysOfMonth(year, month).filter((number) => civilDay(number).weekday === weekday)
  const nth = fromEnd ? days.indexOf(day) - days.length : days.indexOf(day) + 1
  return { nth, weekday, month }
})

const weekdayBeside: fc.Arbitrary<Near<Finder>> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom('before' as const, 'after' as const))
  .map(([days, side]) => (day) => {
    const { weekday } = civilDay(day)
    return side === 'before' ? { weekday, before: monthDay(day + days) } : { weekday, after: monthDay(day - days) }
  })

const easter: fc.Arbitrary<Near<Finder>> = fc
  .constantFrom(undefined, 'western' as const, 'orthodox' as const)
  .map((church) => (day) => {
    const { year } = civilDay(day)
    const sunday = church === 'orthodox' ? orthodoxEaster(year) : westernEaster(year)
    return { easter: day - sunday, ...(church === undefined ? {} : { church }) }
  })

const observed = fc.constantFrom<Observed | undefined>(undefined, 'weekendToMonday', 'sundayToMonday', 'nearestWeekday')
const plus = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: -366, max: 366 }) },
)

/** A rule one of whose dates lies near the day, and, in a tenth of them, is not valid then. */
export const holidayRule: fc.Arbitrary<Near<HolidayRuleDocument>> = fc
  .record({
    finder: fc.oneof(yearly, nthWeekday, weekdayBeside, easter),
    days: nearDay,
    observed,
    plus,
    during: fc.option(validity, { nil: undefined, freq: 4 }),
    name,
  })
  .map(({ finder, days, observed: moves, plus: more, during, name: called }) => (day) => {
    const always = {
      ...finder(day + days - more),
      ...(moves === undefined ? {} : { observed: moves }),
      ...(more === 0 ? {} : { plus: more }),
      ...(called === undefined ? {} : { name: called }),
    }
    const valid = during === undefined ? always : { ...always, during: during(day) }
    return givesDate(valid, civilDay(day).year) ? valid : always
  })

/** A rule that gives no date in any year is refused as a mistake. */
function givesDate(rule: HolidayRuleDocument, year: number): boolean {
  return [-3, -2, -1, 0, 1, 2, 3].some((apart) => ruleDate(rule, year + apart) !== undefined)
}

const date: fc.Arbitrary<Near<HolidayDocument>> = fc.tuple(nearDay, name, fc.boolean()).map(([days, called, isText]) => (day) => {
  const text = dateOf(day + days)
  return isText ? text : { date: text, ...(called === undefined ? {} : { name: called }) }
})

const yearlyText: fc.Arbitrary<Near<HolidayDocument>> = nearDay.map((days) => (day) => monthDay(day + days))

/** How many years before and after the day a list knows. */
const fewYears = fc.option(fc.tuple(fc.nat(2), fc.nat(2)), { nil: undefined })

/** The dates of a source, complete for a few years around the day or without a word on it. */
const list = (years: typeof fewYears): fc.Arbitrary<Near<HolidayDocument>> =>
  fc.record({ dates: fc.uniqueArray(nearDay, { maxLength: 4 }), years, name }).map((drawn) => (day) => {
    const { year } = civilDay(day)
    return {
      region: 'XX',
      dates: drawn.dates.map((days) => ({ date: dateOf(day + days), name: `day ${days}` })),
      ...(drawn.name === undefined ? {} : { name: drawn.name }),
      ...(drawn.years === undefined ? {} : { years: [year - drawn.years[0], year + drawn.years[1]] as const }),
    }
  })

/** Returns up to five holidays; with `few` a list may know only the years around the day. */
export function holidays(few: boolean): fc.Arbitrary<Near<HolidayDocument>[]> {
  const anyOf = fc.oneof(
    { weight: 8, arbitrary: date },
    { weight: 2, arbitrary: yearlyText },
    { weight: 8, arbitrary: holidayRule },
    { weight: 1, arbitrary: list(few ? fewYears : fc.constant(undefined)) },
  )
  return fc.array(anyOf, { maxLength: 5 })
}
