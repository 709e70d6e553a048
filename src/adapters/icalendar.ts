/**
 * Holidays from an iCalendar file, as calendars are published and exported: its events of whole days, with everything that
 * comes again laid out as plain dates. What is no holiday is said, so that nothing of the file is lost in silence.
 */
import ICAL from 'ical.js'
import type { HolidayListDocument } from '../clock/calendar-document.ts'
import type { Years } from '../clock/holidays.ts'
import { type Issue, issue, type Parsed, valueOf } from '../errors.ts'
import { collect } from './collect.ts'
import { readYears } from './holiday-years.ts'
import { EventDates, type ICalendarDay, type LeftOut } from './icalendar-dates.ts'
import { type AllDayEvent, type Component, parseEvent, type TimedEvent } from './icalendar-event.ts'

export interface ICalendarOptions {
  /** The first and the last year for which the file is complete. Only you know: a file does not say it. */
  readonly years: Years
  /** Returns false for a day that is no holiday of yours. */
  readonly filter?: (day: ICalendarDay) => boolean
  /** The name of the list. */
  readonly name?: string
}

/** What a file holds: the list for a calendar's `holidays`, and everything else. */
export interface ICalendarHolidays {
  readonly list: HolidayListDocument
  readonly left: readonly LeftOut[]
}

/**
 * Returns the holidays of an iCalendar file.
 *
 * **Edges** an event of several days gives each of its dates, its end being the date after the last; events that come again
 * are laid out, with their exceptions; cancelled ones, those with times and those outside the years stand in `left`.
 * **Errors** `invalid-ical` for text that is no iCalendar, `invalid-date`, `invalid-date-range`, `invalid-duration`,
 * `unknown-value` and `unknown-key` for a rule, `rule-without-date` for one that never comes, `out-of-range` for more dates
 * than are ever holidays, `missing-key`, `wrong-type`. **Source** RFC 5545.
 *
 * @example
 * const file = `BEGIN:VCALENDAR
 * BEGIN:VEVENT
 * SUMMARY:Works outing
 * DTSTART;VALUE=DATE:20260619
 * RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=3FR
 * END:VEVENT
 * END:VCALENDAR`
 * const { list } = holidaysOfICalendar(file, { years: [2026, 2027] })
 * list.dates //=> [{ date: '2026-06-19', name: 'Works outing' }, { date: '2027-06-18', name: 'Works outing' }]
 */
export function holidaysOfICalendar(text: string, options: ICalendarOptions): ICalendarHolidays {
  return valueOf(parseHolidaysOfICalendar(text, options))
}

/** Returns what `holidaysOfICalendar` does, or every mistake of the file with its event: for a file that is somebody's input. */
export function parseHolidaysOfICalendar(text: unknown, options: ICalendarOptions): Parsed<ICalendarHolidays> {
  const issues: Issue[] = []
  const years = collect(readYears(options.years, [1, 9999], ['years']), issues)
  const components = collect(parseComponents(text), issues)
  if (!years || !components) return { ok: false, issues }
  const left: LeftOut[] = []
  const events: (AllDayEvent | TimedEvent)[] = []
  for (const [index, component] of components.entries()) {
    if (component[0] === 'vevent') {
      const event = collect(parseEvent(component, ['events', index]), issues)
      if (event) events.push(event)
    } else left.push(notAnEvent(component))
  }
  if (issues.length > 0) return { ok: false, issues }
  const dates = new EventDates(years, options.filter ?? (() => true), left)
  dates.addAll(events)
  if (dates.issues.length > 0) return { ok: false, issues: dates.issues }
  const named = options.name === undefined ? {} : { name: options.name }
  return { ok: true, value: { list: { ...named, years: [...years], dates: dates.list() }, left } }
}

/** Returns what stands in the calendars of a file, definitions of zones aside: dates need none. */
function parseComponents(text: unknown): Parsed<readonly Component[]> {
  const expected = 'an iCalendar file, from BEGIN:VCALENDAR to END:VCALENDAR'
  if (typeof text !== 'string') return { ok: false, issues: [issue('wrong-type', [], { expected: 'text', got: text })] }
  let roots: readonly Component[]
  try {
    const found: unknown = ICAL.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
    // One calendar comes as itself, several as an array of them.
    roots = (Array.isArray(found) && Array.isArray(found[0]) ? found : [found]) as readonly Component[]
  } catch (error) {
    // ical.js quotes the line that it cannot read; text that is nothing of the kind makes it stumble instead.
    const got = error instanceof Error && !(error instanceof TypeError) ? error.message : text.slice(0, 100)
    return { ok: false, issues: [issue('invalid-ical', [], { expected, got })] }
  }
  if (roots.some((root) => root[0] !== 'vcalendar')) {
    return { ok: false, issues: [issue('invalid-ical', [], { expected, got: text.slice(0, 100) })] }
  }
  return { ok: true, value: roots.flatMap((root) => root[2]).filter(([name]) => name !== 'vtimezone') }
}

function notAnEvent(component: Component): LeftOut {
  const text = (name: string): string => String(component[1].find((property) => property[0] === name)?.[3] ?? '')
  const start = text('dtstart')
  return { why: 'no-event', summary: text('summary'), uid: text('uid'), start: start === '' ? null : start }
}
