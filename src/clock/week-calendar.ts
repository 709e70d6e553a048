/** The calendar of a week and its exceptions: what the rules make of one date, and of a year of dates. */
import { civilOf, dayOf, msOfDay, weekdayOf } from '../time/plain-date.ts'
import { intersect, measure, type Span, subtract, union } from '../time/span.ts'
import type { Calendar } from './calendar.ts'
import { type DateRange, holdsDate, type YearlyRange } from './date-range.ts'
import type { Dated } from './dated.ts'
import type { Holidays, Years } from './holidays.ts'
import type { Week } from './reader.ts'
import { twinOf, yearStartIn, type Zone } from './zone.ts'

/** Windows in place of the weekly ones. **Units** milliseconds since the midnight of the date. */
export interface Override {
  readonly windows: readonly Span[]
  readonly onHolidays: boolean
}

export interface Season {
  readonly during: DateRange | YearlyRange
  readonly week: Week
}

/** What a checked document holds. */
export interface WeekCalendarParts {
  readonly zone: Zone
  readonly content: string
  readonly week: Week
  readonly seasons: readonly Season[]
  readonly holidays: Holidays
  readonly overrides: Dated<Override>
  readonly closures: Dated<readonly Span[]>
  readonly holidayScope: 'civilDay' | 'shiftStart'
}

export class WeekCalendar implements Calendar {
  readonly zone: Zone
  readonly content: string
  readonly years: Years
  readonly datedYears: Years | null
  readonly weight = 1
  readonly opensAllWeek: boolean

  constructor(private readonly parts: WeekCalendarParts) {
    this.zone = parts.zone
    this.content = parts.content
    this.years = parts.holidays.years
    this.datedYears = datedYearsOf(parts)
    this.opensAllWeek = neverCloses(parts)
  }

  /**
   * Returns the open spans of the shifts that start on a date.
   *
   * **Edges** a window inside a gap vanishes, one over a repeated hour counts it twice. **Source** [T7] for the precedence,
   * [T8] for the edges: an override replaces the week, a holiday and a closure subtract.
   */
  openingsOf(day: number): Span[] {
    const { holidayScope, holidays } = this.parts
    const override = this.parts.overrides.on(day)
    const windows = override?.windows ?? this.weekOn(day)[weekdayOf(day)] ?? []
    if (windows.length === 0) return []
    const ignoresHolidays = override?.onHolidays === true
    if (holidayScope === 'shiftStart' && !ignoresHolidays && holidays.has(day)) return []
    const closed = this.closedAround(day, ignoresHolidays || holidayScope === 'shiftStart')
    const open = this.instantsOf(day, windows)
    return closed.length === 0 ? open : subtract(open, union(closed))
  }

  openingsOfYear(year: number): Span[] {
    const spans: Span[] = []
    for (let day = dayOf(year, 1, 1) - 1; day < dayOf(year + 1, 1, 1); day++) spans.push(...this.openingsOf(day))
    return intersect(union(spans), [[yearStartIn(this.zone, year), yearStartIn(this.zone, year + 1)]])
  }

  /** A year of the same length and first weekday has the same dates of every year; only Easter, and dates of one time, differ. */
  twinOf(year: number): number {
    if (!this.parts.holidays.repeat) return year
    const twin = twinOf(year)
    if (this.datedYears === null) return twin
    const [first, last] = this.datedYears
    // Both after all dates of one time, or both before: what begins on a date holds on one side of it alone.
    const isAfter = Math.min(year, twin) > last + 1
    const isBefore = Math.max(year, twin) < first - 1
    return isAfter || isBefore ? twin : year
  }

  /** A holiday is no business date, even where a night shift that starts on it runs on after midnight. */
  isBusinessDate(day: number): boolean {
    if (this.parts.holidays.has(day) && this.parts.overrides.on(day)?.onHolidays !== true) return false
    return this.openingsOf(day).length > 0
  }

  holidayOf(day: number): string | null | undefined {
    return this.parts.holidays.nameOf(day)
  }

  private weekOn(day: number): Week {
    for (const { during, week } of this.parts.seasons) if (holdsDate(during, day)) return week
    return this.parts.week
  }

  /** A shift of this date may last into the next one, and a closure of the date before may last into this one. */
  private closedAround(day: number, ignoresHolidays: boolean): Span[] {
    const { holidays, closures } = this.parts
    const closed: Span[] = []
    for (let date = day - 1; date <= day + 1; date++) {
      for (const windows of closures.all(date)) closed.push(...this.instantsOf(date, windows))
      if (!ignoresHolidays && holidays.has(date)) closed.push(...this.instantsOf(date, wholeDay))
    }
    return closed
  }

  /** The edges are monotone [T8], so the spans come out sorted; those that a transition makes touch become one. */
  private instantsOf(day: number, windows: readonly Span[]): Span[] {
    const midnight = day * msOfDay
    const spans: [number, number][] = []
    for (const [open, close] of windows) {
      const from = this.zone.instantOfLocal(midnight + open)
      const to = this.zone.instantOfLocal(midnight + close)
      const last = spans.at(-1)
      if (last && from <= last[1]) last[1] = Math.max(last[1], to)
      else if (from < to) spans.push([from, to])
    }
    return spans
  }
}

const wholeDay: readonly Span[] = [[0, msOfDay]]

/**
 * Returns true when only dates of one time ever close it. Where the hours change with the dates of every year, each day must be
 * open by itself: the first one of a season has no night shift of that season before it.
 */
function neverCloses(parts: WeekCalendarParts): boolean {
  const changesYearly = parts.seasons.some(({ during }) => during.every === 'year')
  const weeks = [parts.week, ...parts.seasons.map(({ week }) => week)]
  return weeks.every(changesYearly ? coversEachDay : coversWeek) && !recurs(parts)
}

function coversEachDay(week: Week): boolean {
  return week.every((windows) => measure(intersect(windows, wholeDay)) === msOfDay)
}

/** Returns true when every instant of the week is open; a night shift of Sunday opens Monday's morning. */
function coversWeek(week: Week): boolean {
  const spans = week.flatMap((windows, day) =>
    [day, day - 7].flatMap((weekday) =>
      windows.map(([open, close]): Span => [weekday * msOfDay + open, weekday * msOfDay + close]),
    ),
  )
  return measure(intersect(union(spans), [[0, 7 * msOfDay]])) === 7 * msOfDay
}

/** Returns true when dates of every year differ from the week. */
function recurs({ holidays, overrides, closures }: WeekCalendarParts): boolean {
  return holidays.rules.length > 0 || overrides.recurs || closures.recurs
}

/** The ends of ranges count and not what lies between them: from an open end on, the calendar repeats as well. */
function datedYearsOf({ holidays, overrides, closures, seasons }: WeekCalendarParts): Years | null {
  const days = [overrides.first, overrides.last, closures.first, closures.last]
  for (const day of holidays.dates.keys()) days.push(day)
  for (const { during } of [...seasons, ...holidays.rules]) if (during.every === 'once') days.push(during.first, during.last)
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const day of days) {
    if (!Number.isFinite(day)) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return first <= last ? [civilOf(first).year, civilOf(last).year] : null
}
