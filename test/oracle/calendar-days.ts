/** A calendar document read day by day: what each civil date has of shifts, closures and holidays, every edge resolved by [T8]. */

import { Temporal } from 'temporal-polyfill'
import { dayMs, type ZoneOracle } from './zone-oracle.ts'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The part of a CalendarDocument that the oracle knows: holidays are dates. */
export interface OracleCalendar {
  timeZone: string
  week: Partial<Record<Weekday, string[]>>
  holidays?: string[]
  overrides?: Record<string, string[] | { hours: string[]; onHolidays?: boolean }>
  closures?: Record<string, string[]>
  holidayScope?: 'civilDay' | 'shiftStart'
}

export type Span = [fromMs: number, toMs: number]

/** All that the calendar says of one civil date, every edge resolved by [T8]. */
export interface Day {
  readonly civil: Span
  readonly isHoliday: boolean
  readonly shifts: readonly Span[]
  /** The shifts are those of an override that holds on a holiday too. */
  readonly onHolidays: boolean
  readonly closures: readonly Span[]
}

const firstDate = Temporal.PlainDate.from('1970-01-01')

/** Returns a civil date as a count of days since 1970-01-01. */
export function dayOf(date: string): number {
  return firstDate.until(date).days
}

/** Returns the civil date of a count of days since 1970-01-01. */
export function dateOf(number: number): string {
  return firstDate.add({ days: number }).toString()
}

/** Returns the days from one number to another; each is read once. */
export function dayBook(calendar: OracleCalendar, zone: ZoneOracle): (first: number, last: number) => Day[] {
  const book = new Map<number, Day>()
  return (first, last) => {
    const found: Day[] = []
    for (let number = first; number <= last; number++) {
      const day = book.get(number) ?? readDay(calendar, zone, number)
      book.set(number, day)
      found.push(day)
    }
    return found
  }
}

function readDay(calendar: OracleCalendar, zone: ZoneOracle, number: number): Day {
  const plainDate = firstDate.add({ days: number })
  const date = plainDate.toString()
  const weekday = weekdays[plainDate.dayOfWeek - 1] as Weekday
  const override = calendar.overrides?.[date]
  const hours = override === undefined ? (calendar.week[weekday] ?? []) : Array.isArray(override) ? override : override.hours
  const resolve = (window: string) => resolveWindow(zone, number, window)
  return {
    civil: resolve('00:00-24:00'),
    isHoliday: calendar.holidays?.includes(date) ?? false,
    shifts: hours.map(resolve),
    onHolidays: override !== undefined && !Array.isArray(override) && override.onHolidays === true,
    closures: (calendar.closures?.[date] ?? []).map(resolve),
  }
}

/** [T6]: a close before the open is the close of the next day. A window whose edges coincide, as in a gap, holds nothing. */
function resolveWindow(zone: ZoneOracle, number: number, window: string): Span {
  const [open, close] = window.split('-').map((time) => {
    const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
    return ((hour * 60 + minute) * 60 + second) * 1_000
  }) as [number, number]
  const startMs = number * dayMs
  return [zone.edge(startMs + open), zone.edge(startMs + close + (close < open ? dayMs : 0))]
}
