/**
 * Opening hours in the notation of OpenStreetMap, such as `Mo-Fr 09:00-17:00; PH off`, as a calendar.
 *
 * The package `opening_hours` reads the notation, and it reads and answers in the zone of the machine. So it is never asked
 * about a date of ours, but about the same date 400 years before it: the Gregorian calendar is the same, weekdays, leap days
 * and weeks of the year with it, and no zone of the world had a transition yet, so that wall time runs evenly on every machine.
 */
import OpeningHours from 'opening_hours'
import type { CalendarDocument, HolidayDocument } from '../clock/calendar-document.ts'
import type { Reader } from '../clock/reader.ts'
import { type Parsed, valueOf } from '../errors.ts'
import { dayOf, msOfDay, printPlainDate } from '../time/plain-date.ts'
import { type Span, union } from '../time/span.ts'
import { readForeign } from './foreign-calendar.ts'
import { readYears } from './holiday-years.ts'
import { hoursOf, weekFrom } from './opening-hours-days.ts'
import { readHours } from './opening-hours-text.ts'
import { textWithin } from './opening-hours-years.ts'
import { minutesOfDay, windowsByDay } from './wall-windows.ts'

export interface OpeningHoursOptions {
  /** The IANA zone of the place. */
  readonly timeZone: string
  /** The holidays of the calendar. Hours with `PH off` need them. */
  readonly holidays?: readonly HolidayDocument[]
  /** The first and the last year for which hours that vary by date are laid out. */
  readonly years?: readonly [first: number, last: number]
}

/**
 * Returns the calendar of opening hours in the notation of OpenStreetMap, or every issue at once. Needs `opening_hours`.
 *
 * **Edges** hours that are the same in every week become a week. Others need `years`: they become the most frequent week,
 * seasons and overrides, and outside these years the clock answers `beyond-horizon`. `PH off` at the end means the `holidays`
 * of the options; without it the calendar takes the holidays away all the same.
 * **Errors** `invalid-opening-hours` for a text that is none; `unsupported-hours` for what no calendar can say: unknown hours,
 * comments in place of a state, open ends, the sun, school holidays, public holidays that open or do not come last;
 * `missing-key` for `timeZone`, for `years` and for `holidays`; `never-open`, and what `parseCalendar` finds in the options.
 *
 * @example
 * const parsed = parseOpeningHours('Mo-Fr 09:00-12:30,13:30-17:00; PH off', { timeZone: 'Europe/Berlin', holidays: ['05-01'] })
 * parsed.ok && parsed.value.week.mon //=> ['09:00-12:30', '13:30-17:00']
 */
export function parseOpeningHours(text: unknown, options: OpeningHoursOptions): Parsed<CalendarDocument> {
  return readForeign('opening hours', (reader) => {
    const { timeZone, holidays, years } = options
    const canonical = canonicalOf(text, reader)
    const hours = canonical === undefined ? undefined : readHours(canonical, reader)
    const known = years === undefined ? undefined : reader.take(readYears(years, knownYears, ['years']))
    if (known && known[1] - known[0] >= mostYears) reader.add('out-of-range', ['years'], `at most ${mostYears} years`, years)
    if (timeZone === undefined) reader.add('missing-key', ['timeZone'], 'an IANA time zone', undefined)
    if (hours?.closesOnHolidays && holidays === undefined) {
      reader.add('missing-key', ['holidays'], 'the public holidays that PH stands for', undefined)
    }
    if (!hours || reader.issues.length > 0) return undefined
    const days = readDays(hours.text, known, reader)
    if (!days) return undefined
    const all = [...(holidays ?? []), ...(days.holidays ?? [])]
    const document = { timeZone, ...days, ...(holidays === undefined && all.length === 0 ? {} : { holidays: all }) }
    return { document, pathOf: (path) => (path[0] === 'timeZone' || path[0] === 'holidays' ? path : []) }
  })
}

/** Returns the calendar of opening hours. **Errors** throws `LeadSlaError` with the issues of `parseOpeningHours`. */
export function calendarOfOpeningHours(text: string, options: OpeningHoursOptions): CalendarDocument {
  return valueOf(parseOpeningHours(text, options))
}

/** What lies 400 years before them, lies before the first transition of any zone and in years of four digits. */
const knownYears = [1800, 2199] as const
const mostYears = 50
const longestText = 2000

/** A place in a country, so that texts with `PH` can be read at all; no hours are ever asked of it. */
const somewhere = { lat: 0, lon: 0, address: { country_code: 'de', state: 'Berlin' } }

/** Returns the text as the package prints it, so that there is one way to write each thing. */
function canonicalOf(text: unknown, reader: Reader): string | undefined {
  if (typeof text !== 'string' || text.length > longestText) {
    reader.add('wrong-type', [], `opening hours as text of at most ${longestText} characters`, text)
    return undefined
  }
  try {
    return new OpeningHours(text, somewhere, settings).prettifyValue({ locale: 'en' })
  } catch (reason) {
    // The package throws how far it came, what it met there, and warnings of which some know what day it is today.
    const stop = typeof reason === 'string' ? /^(.{1,200}?)\s*<---/.exec(reason)?.[1] : undefined
    const where = stop === undefined ? '' : `, which end or go on otherwise after ${JSON.stringify(stop)}`
    reader.add('invalid-opening-hours', [], `opening hours in the notation of OpenStreetMap${where}`, text)
    return undefined
  }
}

const settings = { mode: 0, tag_key: undefined, map_value: undefined, warnings_severity: undefined, locale: 'en' } as const

type Hours = Omit<CalendarDocument, 'timeZone'>

function readDays(text: string, years: readonly [number, number] | undefined, reader: Reader): Hours | undefined {
  if (text === '') return { week: {} }
  if (ask(text, reader, (hours) => hours.isWeekStable())) {
    const windows = windowsByDay(readStretches(text, referenceMonday - 7, 21, reader))
    return reader.issues.length > 0 ? undefined : { week: weekFrom((day) => windows.get(day) ?? [], referenceMonday) }
  }
  if (reader.issues.length > 0) return undefined
  if (!years) {
    reader.add('missing-key', ['years'], 'the first and the last year to lay out, because these hours vary by date', undefined)
    return undefined
  }
  const [first, last] = years
  const stretches: Span[] = []
  for (let year = first; year <= last && reader.issues.length === 0; year++) {
    // By halves, so that a night shift of 31 December is read apart from the one of a year later.
    const [begin, middle, end] = [dayOf(year, 1, 1), dayOf(year, 7, 1), dayOf(year + 1, 1, 1)]
    for (const [from, to] of [
      [begin, middle],
      [middle, end],
    ] as const) {
      stretches.push(...readStretches(textWithin(text, from, to - 1), from, to - from, reader))
    }
  }
  if (reader.issues.length > 0) return undefined
  const windows = windowsByDay(union(stretches))
  const { week, seasons, overrides } = hoursOf((day) => windows.get(day) ?? [], dayOf(first, 1, 1), dayOf(last, 12, 31))
  return {
    week,
    ...(seasons.length > 0 ? { seasons } : {}),
    ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    holidays: [{ name: 'The years of these opening hours', years, dates: [] }],
  }
}

/** Any week does for hours that are the same in every week; the ones beside it are read with it, for what runs over its ends. */
const referenceMonday = dayOf(2026, 6, 1)

/** The days of 400 years, a whole number of weeks. */
const daysOfCycle = 146_097

/** Returns when so many days from a date on are open. **Units** minutes since 1970 on a clock without zones. */
function readStretches(text: string, first: number, days: number, reader: Reader): Span[] {
  const from = evenStart(first - daysOfCycle, days)
  if (Number.isNaN(from)) {
    const expected = `a machine in whose zone no transition lies near ${printPlainDate(first - daysOfCycle)}`
    reader.add('beyond-horizon', [], expected, undefined)
    return []
  }
  const until = from + days * msOfDay
  const intervals = ask(text, reader, (hours) => hours.getOpenIntervals(new Date(from), new Date(until))) ?? []
  if (intervals.some(([, , isUnknown]) => isUnknown)) {
    reader.add('unsupported-hours', [], 'hours that are open or closed, none that are unknown', text)
  }
  const minuteOf = (at: Date) => first * minutesOfDay + (at.getTime() - from) / 60_000
  return intervals.map(([open, close]) => [minuteOf(open), minuteOf(close)])
}

/** Returns what the package answers about a text; it throws where it meets a contradiction only on the way. */
function ask<Answer>(text: string, reader: Reader, question: (hours: OpeningHours) => Answer): Answer | undefined {
  try {
    return question(new OpeningHours(text, undefined, settings))
  } catch {
    reader.add('invalid-opening-hours', [], 'opening hours that the package can follow through all their dates', text)
    return undefined
  }
}

/**
 * Returns the instant at which a date begins on the clocks of this machine, or `NaN` unless the days from the one before it on
 * all have 24 hours there. A text without an offset is read in the zone of the machine, on purpose: the package does the same.
 */
function evenStart(first: number, days: number): number {
  const at = (day: number) => Date.parse(`${printPlainDate(day)}T00:00:00`)
  const begin = at(first)
  for (let day = first - 1; day <= first + days; day++) if (at(day) - begin !== (day - first) * msOfDay) return Number.NaN
  return begin
}
