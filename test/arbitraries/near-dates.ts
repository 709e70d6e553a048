/** Dates, ranges and dates of every year around a day that is known only later: what is drawn is a function of that day. */

import fc from 'fast-check'
import { dateOf } from '../oracle/civil-dates.ts'

/** Something that stands beside a count of days since 1970-01-01. */
export type Near<Value> = (day: number) => Value

/** Days from the day: most often the next or the last few. */
export const nearDay: fc.Arbitrary<number> = fc.oneof(fc.integer({ min: -3, max: 4 }), fc.integer({ min: -15, max: 40 }))

const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 13, max: 400 }) },
)
const seasonLength = fc.integer({ min: 10, max: 250 })
const yearly = (day: number) => dateOf(day).slice(5)
/** A yearly range longer than a year is one of all dates but a few. */
const longestYearly = 364

/** A date, a range, or the same of every year. */
export const datesKey: fc.Arbitrary<Near<string>> = fc
  .tuple(nearDay, length, fc.constantFrom('date', 'date', 'range', 'yearly', 'yearlyRange'))
  .map(([days, more, kind]) => (day) => {
    const [first, last] = [day + days, day + days + more]
    if (kind === 'date') return dateOf(first)
    if (kind === 'range') return `${dateOf(first)}/${dateOf(last)}`
    return kind === 'yearly' ? yearly(first) : `${yearly(first)}/${yearly(Math.min(last, first + longestYearly))}`
  })

/** The dates of a season: a long range, one that is open at an end, or one of every year, over the turn of it or not. */
export const seasonDates: fc.Arbitrary<Near<string>> = fc
  .tuple(fc.integer({ min: -60, max: 30 }), seasonLength, fc.constantFrom('range', 'yearly', 'yearly', 'from', 'until', 'whole'))
  .map(([days, more, kind]) => (day) => {
    const [first, last] = [day + days, day + days + more]
    if (kind === 'range') return `${dateOf(first)}/${dateOf(last)}`
    if (kind === 'yearly') return `${yearly(first)}/${yearly(last)}`
    if (kind === 'from') return `${dateOf(first)}/..`
    return kind === 'until' ? `../${dateOf(first)}` : '01-01/12-31'
  })

/** The dates for which a rule is valid. */
export const validity: fc.Arbitrary<Near<string>> = fc
  .tuple(nearDay, fc.integer({ min: 0, max: 900 }), fc.constantFrom('range', 'from', 'until'))
  .map(([days, more, kind]) => (day) => {
    if (kind === 'from') return `${dateOf(day + days)}/..`
    return kind === 'until' ? `../${dateOf(day + days)}` : `${dateOf(day + days)}/${dateOf(day + days + more)}`
  })
