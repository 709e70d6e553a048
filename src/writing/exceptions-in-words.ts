/** What differs from the week, in words: seasons, the hours of certain dates, and closures. */
import type { CalendarDocument, OverrideDocument } from '../clock/calendar-document.ts'
import { type DateRange, parseDateRange, type YearlyRange } from '../clock/date-range.ts'
import { parseWindows } from '../clock/window.ts'
import { valueOf } from '../errors.ts'
import { type CalendarWords, listed, named, type Telling } from './calendar-words.ts'
import { rangeInWords } from './dates-in-words.ts'
import { crossesMidnight, isWholeDay, weekInWords, windowsInWords } from './hours-in-words.ts'
import { doMeet } from './meeting-dates.ts'

interface Exception {
  readonly range: DateRange | YearlyRange
  /** What is said of the dates, in front of them and behind. */
  readonly before: string
  readonly after: string
}

/** Returns the parts of the text, one an exception or a group of dates with equal hours. */
export function exceptionsInWords(document: CalendarDocument, telling: Telling): string[] {
  const { words } = telling
  const parts = [
    ...seasonsInWords(document, telling),
    ...overridesInWords(document, telling),
    ...closuresInWords(document, telling),
  ]
  // Where no shift runs over midnight, a civil day and the shifts that start on it are the same.
  const takesShifts = document.holidayScope === 'shiftStart' && (document.holidays ?? []).length > 0
  if (takesShifts && hasNightShifts(document)) parts.push(words.holidaysTakeShifts)
  return parts
}

function hasNightShifts({ week, seasons = [], overrides = {} }: CalendarDocument): boolean {
  const weeks = [week, ...seasons.map((season) => season.week)]
  const hours = [...weeks.flatMap((days) => Object.values(days)), ...Object.values(overrides).map(hoursOf)]
  return hours.some(crossesMidnight)
}

function hoursOf(override: OverrideDocument): readonly string[] {
  return 'hours' in override ? override.hours : override
}

function seasonsInWords({ seasons = [] }: CalendarDocument, { words, detail }: Telling): string[] {
  const { shown, more } = named(seasons, detail)
  const parts = shown.map(({ title, during, week }) => {
    const dates = rangeInWords(valueOf(parseDateRange(during)), words)
    const hours = weekInWords(week, words)
    return `${title === undefined ? '' : `${title}, `}${dates}: ${hours === '' ? words.closed : hours}`
  })
  if (more > 0) parts.push(words.moreSeasons(more))
  if (doMeet(seasons.map(({ during }) => valueOf(parseDateRange(during))))) parts.push(words.firstCounts)
  return parts
}

function overridesInWords(document: CalendarDocument, { words, detail }: Telling): string[] {
  const closed = hasNightShifts(document) ? words.noShiftStarts : words.closed
  const exceptions = effective(document.overrides ?? {}).map(([range, override]): Exception => {
    const hours = windowsInWords(hoursOf(override), words)
    const isForced = hours !== '' && 'onHolidays' in override && override.onHolidays === true
    const text = hours === '' ? closed : daily(range, hours, words.daily)
    return { range, before: '', after: isForced ? `${text} ${words.alsoOnHolidays}` : text }
  })
  const { shown, more } = named(exceptions, detail)
  const parts = groupsInWords(shown, words)
  if (more > 0) parts.push(words.moreOverrides(more))
  if (doMeet(exceptions.map(({ range }) => range))) parts.push(words.narrowestCounts)
  return parts
}

/** Returns the overrides that can hold: of two for the very same dates, `12-24` and `12-24/12-24`, the one written shorter. */
function effective(overrides: Readonly<Record<string, OverrideDocument>>): [DateRange | YearlyRange, OverrideDocument][] {
  const byDates = new Map<string, [dates: string, override: OverrideDocument]>()
  for (const [dates, override] of Object.entries(overrides)) {
    const key = dates.split('/').length === 1 ? `${dates}/${dates}` : dates
    const other = byDates.get(key)
    if (!other || dates.length < other[0].length) byDates.set(key, [dates, override])
  }
  return [...byDates.values()].map(([dates, override]) => [valueOf(parseDateRange(dates)), override])
}

function closuresInWords({ closures = {} }: CalendarDocument, { words, detail }: Telling): string[] {
  const exceptions = Object.entries(closures).flatMap(([dates, windows]): Exception[] => {
    if (windows.length === 0) return []
    const range = valueOf(parseDateRange(dates))
    const isWhole = isWholeDay(valueOf(parseWindows(windows)))
    const after = isWhole ? '' : daily(range, windowsInWords(windows, words), words.daily)
    return [{ range, before: words.closed, after }]
  })
  const { shown, more } = named(exceptions, detail)
  return [...groupsInWords(shown, words), ...(more > 0 ? [words.moreClosures(more)] : [])]
}

/** Hours of a stretch of dates are those of each of them. */
function daily({ first, last }: DateRange | YearlyRange, hours: string, word: string): string {
  return first === last ? hours : `${word} ${hours}`
}

/** Joins dates of which the same is said: `24 December and 31 December 9:00–13:00`. */
function groupsInWords(exceptions: readonly Exception[], words: CalendarWords): string[] {
  const groups = new Map<string, Exception[]>()
  for (const exception of exceptions) {
    const key = `${exception.before}/${exception.after}`
    const group = groups.get(key)
    if (group) group.push(exception)
    else groups.set(key, [exception])
  }
  return [...groups.values()].map((group) => groupInWords(group, words))
}

function groupInWords(group: readonly Exception[], words: CalendarWords): string {
  const dates = group.map(({ range }) => rangeInWords(range, words))
  const { before = '', after = '' } = group[0] ?? {}
  return [before, listed(dates, words.and), after].filter((text) => text !== '').join(' ')
}
