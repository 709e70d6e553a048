/** Random windows and weeks: by day, over midnight, up to 24:00, on the half hour or on any second. */

import fc from 'fast-check'
import type { WeekDocument } from '../../src/clock.ts'
import { type Weekday, weekdays } from '../oracle/civil-dates.ts'

/** Seconds since midnight, most often on the half hour or in the small hours. */
const time = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: Math.floor(most / 1_800) }).map((halves) => halves * 1_800) },
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 16 }).map((quarters) => quarters * 900) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: Math.floor(most / 60) }).map((minutes) => minutes * 60) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: most }) },
    { weight: 5, arbitrary: fc.constantFrom(0, 60, 1_439 * 60, Math.floor(most / 60) * 60) },
  )

const two = (number: number) => String(number).padStart(2, '0')
const clockText = (seconds: number) => {
  const text = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`
}

const lastSecond = 86_399
/** A window: by day, over midnight, or up to 24:00. Open and close differ. */
const window: fc.Arbitrary<string> = fc
  .tuple(time(lastSecond), time(lastSecond + 1))
  .map(([open, close]) => `${clockText(open)}-${clockText(close === open ? close + 1 : close)}`)

/** Returns windows of one date, so many at least. */
export const windows = (least: number): fc.Arbitrary<string[]> => fc.array(window, { minLength: least, maxLength: 3 })

const sameHours = (days: readonly Weekday[], hours: string[]): WeekDocument => Object.fromEntries(days.map((day) => [day, hours]))

/** A week that opens: an office, one with a break, around the clock, by night, or anything. */
export const week: fc.Arbitrary<WeekDocument> = fc.oneof(
  fc.constant(sameHours(weekdays.slice(0, 5), ['09:00-17:00'])),
  fc.constant(sameHours(weekdays.slice(0, 5), ['09:00-12:30', '13:30-18:00'])),
  fc.constant(sameHours(weekdays, ['00:00-24:00'])),
  fc.constant(sameHours(weekdays, ['22:00-06:00'])),
  windows(1).map((hours) => sameHours(weekdays, hours)),
  fc
    .tuple(fc.constantFrom(...weekdays), windows(1), fc.dictionary(fc.constantFrom(...weekdays), windows(0), { maxKeys: 7 }))
    .map(([day, hours, others]): WeekDocument => ({ ...others, [day]: hours })),
)
