/** A calendar document read day by day: what each civil date has of shifts, closures and holidays, every edge resolved by [T8]. */

import type { CalendarDocument, WeekDocument } from '../../src/clock.ts'
import { type CivilDay, civilDay } from './civil-dates.ts'
import { entriesOn, holdsDate } from './dated-oracle.ts'
import { type HolidayOracle, holidayOracle } from './holiday-oracle.ts'
import { dayMs, type ZoneOracle } from './zone-oracle.ts'

export { dateOf, dayOf, type Weekday, weekdays } from './civil-dates.ts'

/** A calendar of a week with all that may differ from it: the document that the clock reads. */
export type OracleCalendar = CalendarDocument

export type Span = [fromMs: number, toMs: number]

/** All that the calendar says of one civil date, every edge resolved by [T8]. */
export interface Day {
  readonly civil: Span
  readonly isHoliday: boolean
  readonly shifts: readonly Span[]
  /** The shifts are those of an override that holds on a holiday too. */
  readonly onHolidays: boolean
  readonly closures: readonly Span[]
  /** Where anything of this begins or ends. */
  readonly edges: readonly number[]
}

export interface DayBook {
  readonly holidays: HolidayOracle
  /** Returns what is said of a count of days since 1970-01-01; read once, then remembered. */
  day(number: number): Day
}

export function dayBook(calendar: OracleCalendar, zone: ZoneOracle): DayBook {
  const book = new Map<number, Day>()
  const holidays = holidayOracle(calendar)
  return {
    holidays,
    day(number) {
      const day = book.get(number) ?? readDay(calendar, holidays, zone, number)
      book.set(number, day)
      return day
    },
  }
}

function readDay(calendar: OracleCalendar, holidays: HolidayOracle, zone: ZoneOracle, number: number): Day {
  const civil = civilDay(number)
  const [override] = entriesOn(calendar.overrides, civil.date)
  const isPlain = override === undefined || !('hours' in override)
  const hours = override === undefined ? (weekOn(calendar, civil)[civil.weekday] ?? []) : isPlain ? override : override.hours
  const resolve = (window: string) => resolveWindow(zone, number, window)
  const day = {
    civil: resolve('00:00-24:00'),
    isHoliday: holidays.on(number) !== undefined,
    shifts: hours.map(resolve),
    onHolidays: !isPlain && override.onHolidays === true,
    closures: entriesOn(calendar.closures, civil.date).flat().map(resolve),
  }
  return { ...day, edges: [day.civil, ...day.shifts, ...day.closures].flat() }
}

/** The first season that holds on a date replaces the week. */
function weekOn({ week, seasons = [] }: OracleCalendar, { date }: CivilDay): WeekDocument {
  return seasons.find(({ during }) => holdsDate(during, date))?.week ?? week
}

/** [T6]: a close before the open is the close of the next day. A window whose edges coincide, as in a gap, holds nothing. */
function resolveWindow(zone: ZoneOracle, number: number, window: string): Span {
  const [open, close] = timesOf(window)
  const startMs = number * dayMs
  return [zone.edge(startMs + open), zone.edge(startMs + close + (close < open ? dayMs : 0))]
}

const times = new Map<string, Span>()

function timesOf(window: string): Span {
  let found = times.get(window)
  if (found === undefined) {
    found = window.split('-').map((time) => {
      const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
      return ((hour * 60 + minute) * 60 + second) * 1_000
    }) as Span
    if (times.size > 100_000) times.clear()
    times.set(window, found)
  }
  return found
}
