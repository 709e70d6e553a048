/** What people read on the wall and in a diary, from the clock's own zone. */
import type { Zone } from '../../../src/clock.ts'
import { civilOf, msOfDay, type Weekday, weekdayOf, weekdays } from '../../../src/time/plain-date.ts'

export const msOfHour = 3_600_000

const two = (number: number): string => String(number).padStart(2, '0')

/** Returns the first instant of a date. */
export function midnight(zone: Zone, day: number): number {
  return zone.instantOfLocal(day * msOfDay)
}

/** Returns what the clock on the wall reads, as `02:00`. */
export function wallTime(zone: Zone, at: number): string {
  return readingOf(zone.localAt(at))
}

/** Returns what the clock would read at the instant of a change if it were not put forward or back. */
export function wallTimeBefore(zone: Zone, turn: number): string {
  return readingOf(turn + zone.offsetAt(turn - 1))
}

function readingOf(localMs: number): string {
  const minutes = Math.floor((((localMs % msOfDay) + msOfDay) % msOfDay) / 60_000)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Returns a date as `Sat 28`. */
export function dateInWords(day: number): string {
  const weekday = weekdays[weekdayOf(day)] as Weekday
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${civilOf(day).day}`
}

/** Returns an amount as `7 h` or `7.5 h`. */
export function hours(ms: number): string {
  return `${ms / msOfHour} h`
}

/** Returns the full hours from an instant to another, both included, as instants: real hours, whatever the wall says. */
export function everyHour(from: number, to: number): number[] {
  return Array.from({ length: Math.round((to - from) / msOfHour) + 1 }, (_, hour) => from + hour * msOfHour)
}
