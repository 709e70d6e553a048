/** What a calendar's rules make of one date: the open instants of the shifts that start on it. */

import { dayOf, msOfDay, weekdayOf } from '../time/plain-date.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { Calendar } from './calendar.ts'
import { twinOf } from './zone.ts'

/**
 * Returns the open spans of the shifts that start on a date, as a normal list.
 *
 * **Units** epoch milliseconds. **Edges** a window inside a gap vanishes, one over a repeated hour counts it twice.
 * **Source** [T7] for the precedence, [T8] for the edges: an override replaces the week, a holiday and a closure subtract.
 */
export function openingsOf(calendar: Calendar, day: number): Span[] {
  const override = calendar.overrides.get(day)
  const windows = override?.windows ?? calendar.week[weekdayOf(day)] ?? []
  if (windows.length === 0) return []
  const ignoresHolidays = override?.onHolidays === true
  if (calendar.holidayScope === 'shiftStart' && !ignoresHolidays && calendar.holidays.has(day)) return []
  const open = instantsOf(calendar, day, windows)
  if (calendar.exceptional === null || day < calendar.exceptional[0] - 1 || day > calendar.exceptional[1] + 1) return open
  return subtract(open, exceptionsAt(calendar, day, ignoresHolidays))
}

/** A shift of this date may last into the next one, and a closure of the date before may last into this one. */
function exceptionsAt(calendar: Calendar, day: number, ignoresHolidays: boolean): Span[] {
  const closed: Span[] = []
  for (const date of [day - 1, day, day + 1]) {
    closed.push(...instantsOf(calendar, date, calendar.closures.get(date) ?? []))
    if (!ignoresHolidays && calendar.holidayScope === 'civilDay' && calendar.holidays.has(date)) {
      closed.push(...instantsOf(calendar, date, [[0, msOfDay]]))
    }
  }
  return union(closed)
}

/** The edges are monotone [T8], so the spans come out sorted; those that a transition makes touch become one. */
function instantsOf(calendar: Calendar, day: number, windows: readonly Span[]): Span[] {
  const midnight = day * msOfDay
  const spans: [number, number][] = []
  for (const [open, close] of windows) {
    const from = calendar.zone.instantOfLocal(midnight + open)
    const to = calendar.zone.instantOfLocal(midnight + close)
    const last = spans.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (from < to) spans.push([from, to])
  }
  return spans
}

/** Returns the first instant of a civil year in the calendar's zone. **Units** epoch milliseconds. */
export function startOfYear(calendar: Calendar, year: number): number {
  return calendar.zone.instantOfLocal(dayOf(year, 1, 1) * msOfDay)
}

/** Returns the open spans of a civil year in the calendar's zone, clipped to it, as a normal list. */
export function openingsOfYear(calendar: Calendar, year: number): Span[] {
  const spans: Span[] = []
  for (let day = dayOf(year, 1, 1) - 1; day < dayOf(year + 1, 1, 1); day++) spans.push(...openingsOf(calendar, day))
  return intersect(union(spans), [[startOfYear(calendar, year), startOfYear(calendar, year + 1)]])
}

/** Returns the year whose openings, moved, are those of a far year: the zone's twin where no date differs from the week. */
export function twinOpenings(calendar: Calendar, year: number): number {
  const twin = twinOf(year)
  if (calendar.exceptional === null) return twin
  const [first, last] = calendar.exceptional
  const isPlain = (candidate: number) => dayOf(candidate, 1, 1) > last + 2 || dayOf(candidate + 1, 1, 1) < first - 2
  return isPlain(year) && isPlain(twin) ? twin : year
}
