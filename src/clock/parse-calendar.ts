/** Reads a calendar document: every mistake at once, each with its path, or the checked calendar. */
import { canonicalText, isRecord } from '../content.ts'
import { type IssuePath, issue, type Parsed } from '../errors.ts'
import { weekdays } from '../time/plain-date.ts'
import type { Calendar } from './calendar.ts'
import type { CalendarDocument } from './calendar-document.ts'
import { Combination, type Combiner, combiners } from './combination.ts'
import { parseDateRange } from './date-range.ts'
import { Dated, readDated } from './dated.ts'
import { readHolidays } from './holidays.ts'
import { Reader } from './reader.ts'
import { type Override, type Season, WeekCalendar, type WeekCalendarParts } from './week-calendar.ts'
import { parseZone } from './zone.ts'

const weekKeys = ['timeZone', 'week', 'seasons', 'holidays', 'overrides', 'closures', 'holidayScope', 'title'] as const
const combinationKeys = [...combiners, 'timeZone', 'title'] as const
/** Doubling a calendar by name, again and again, would grow beyond any memory. */
const mostMembers = 1000
const deepest = 32

/** Returns the calendar of a name, or why there is none; without an issue where that is said in another place. */
export type FindCalendar = (name: string, path: IssuePath) => Parsed<Calendar>

/**
 * Returns the checked calendar, or every mistake of the document at once.
 *
 * **Errors** `wrong-type`, `missing-key`, `unknown-key`, `unknown-value`, `unknown-time-zone`, `invalid-window`,
 * `invalid-date`, `invalid-date-range`, `rule-without-date`, `unknown-holiday-region`, `out-of-range`, `unknown-calendar`
 * for a name where there are none, and `never-open` for a week and overrides without a single window.
 */
export function parseCalendar(value: unknown, path: IssuePath = [], find: FindCalendar = noNames): Parsed<Calendar> {
  try {
    if (isRecord(value) && combiners.some((key) => Object.hasOwn(value, key))) return readCombination(value, path, find)
    return readWeekCalendar(value, path)
  } catch {
    // Only a getter or a proxy can throw here, and such a thing is no JSON.
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'a calendar that is plain JSON' })] }
  }
}

/** Returns the document of the calendar that never closes. */
export function alwaysOpen(timeZone: string): CalendarDocument {
  return { timeZone, week: Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']])) }
}

function noNames(name: string, path: IssuePath): Parsed<Calendar> {
  return { ok: false, issues: [issue('unknown-calendar', path, { expected: 'a calendar, not the name of one', got: name })] }
}

function readCombination(value: Record<string, unknown>, path: IssuePath, find: FindCalendar): Parsed<Calendar> {
  const reader = new Reader(path)
  // Each level adds its key and its position; without a bound the paths alone would take for ever.
  if (path.length > 2 * deepest) {
    reader.add('out-of-range', [], `calendars inside each other ${deepest} times at most`, undefined)
    return { ok: false, issues: reader.issues }
  }
  reader.noOtherKeys(value, combinationKeys, [])
  const [combiner, another] = combiners.filter((key) => Object.hasOwn(value, key)) as [Combiner, Combiner?]
  if (another) reader.add('unknown-key', [another], `either ${combiner} or ${another}`, another)
  const zone = value.timeZone === undefined ? null : reader.take(parseZone(value.timeZone, reader.at(['timeZone'])))
  const documents = value[combiner]
  const members: Calendar[] = []
  if (!Array.isArray(documents) || documents.length < 2) {
    reader.add('wrong-type', [combiner], 'an array of two calendars or more', documents)
  } else {
    for (const [index, document] of documents.entries()) {
      const at = reader.at([combiner, index])
      const member = reader.take(typeof document === 'string' ? find(document, at) : parseCalendar(document, at, find))
      if (member) members.push(member)
    }
  }
  const weight = members.reduce((sum, member) => sum + member.weight, 0)
  if (weight > mostMembers) reader.add('out-of-range', [combiner], `${mostMembers} calendars at most, all together`, weight)
  const [first] = members
  const isWhole = Array.isArray(documents) && members.length === documents.length
  if (reader.issues.length > 0 || !first || !isWhole || zone === undefined) return { ok: false, issues: reader.issues }
  return { ok: true, value: new Combination(zone ?? first.zone, combiner, members) }
}

function readWeekCalendar(value: unknown, path: IssuePath): Parsed<Calendar> {
  if (!isRecord(value)) {
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'a calendar with timeZone and week', got: value })] }
  }
  const reader = new Reader(path)
  reader.noOtherKeys(value, weekKeys, [])
  reader.text(value.title, ['title'])
  const zone = readZone(value.timeZone, reader)
  const parts = {
    week: reader.week(value.week, ['week']),
    seasons: readSeasons(value.seasons, reader),
    holidays: readHolidays(value.holidays, reader),
    overrides: readDates(value, 'overrides', reader, readOverride),
    closures: readDates(value, 'closures', reader, (windows, at) => reader.windows(windows, at)),
    holidayScope: reader.oneOf(value.holidayScope ?? 'civilDay', ['civilDay', 'shiftStart'] as const, ['holidayScope']),
  }
  if (reader.issues.length > 0 || !zone) return { ok: false, issues: reader.issues }
  if (isNeverOpen(parts)) {
    const expected = 'a calendar that opens at least once'
    return { ok: false, issues: [issue('never-open', [...path, 'week'], { expected, got: value.week })] }
  }
  return { ok: true, value: new WeekCalendar({ ...parts, zone, content: contentOf(zone.name, parts) }) }
}

type Parts = Omit<WeekCalendarParts, 'zone' | 'content'>

function isNeverOpen({ week, seasons, overrides }: Parts): boolean {
  const hours = [week, ...seasons.map((season) => season.week)].flat()
  const ownHours = [...overrides.entries()].map(({ windows }) => windows)
  return [...hours, ...ownHours].every((windows) => windows.length === 0)
}

function contentOf(zoneName: string, { week, seasons, holidays, overrides, closures, holidayScope }: Parts): string {
  const dates = [...holidays.dates].sort(([a], [b]) => a - b)
  const rules = holidays.rules.map(({ content, name }) => [content, name])
  const years = holidays.years.map((year) => (Number.isFinite(year) ? year : null))
  // JSON knows no infinite ends of a range.
  const seasonal = seasons.map(({ during, week: hours }) => [during.every, String(during.first), String(during.last), hours])
  return canonicalText([zoneName, week, seasonal, dates, rules, years, overrides.content(), closures.content(), holidayScope])
}

function readZone(value: unknown, reader: Reader) {
  if (value !== undefined) return reader.take(parseZone(value, reader.at(['timeZone'])))
  reader.add('missing-key', ['timeZone'], 'an IANA time zone', undefined)
  return undefined
}

function readSeasons(value: unknown, reader: Reader): Season[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    reader.add('wrong-type', ['seasons'], 'an array of { during, week }', value)
    return []
  }
  return value.flatMap((season, index) => {
    const at = ['seasons', index]
    if (!isRecord(season)) {
      reader.add('wrong-type', at, 'a season with during and week', season)
      return []
    }
    reader.noOtherKeys(season, ['title', 'during', 'week'], at)
    reader.text(season.title, [...at, 'title'])
    const during = reader.take(parseDateRange(season.during, reader.at([...at, 'during'])))
    const week = reader.week(season.week, [...at, 'week'])
    return during ? [{ during, week }] : []
  })
}

function readOverride(value: unknown, at: IssuePath, reader: Reader): Override {
  if (!isRecord(value)) return { windows: reader.windows(value, at), onHolidays: false }
  reader.noOtherKeys(value, ['hours', 'onHolidays'], at)
  const { onHolidays = false } = value
  if (typeof onHolidays !== 'boolean') reader.add('wrong-type', [...at, 'onHolidays'], 'true or false', onHolidays)
  return { windows: reader.windows(value.hours, [...at, 'hours']), onHolidays: onHolidays === true }
}

function readDates<Entry>(
  document: Record<string, unknown>,
  key: string,
  reader: Reader,
  read: (value: unknown, at: IssuePath, reader: Reader) => Entry,
): Dated<Entry> {
  const value = document[key]
  if (value === undefined) return new Dated()
  if (!isRecord(value)) {
    reader.add('wrong-type', [key], 'an object of dates', value)
    return new Dated()
  }
  const { dated, issues } = readDated(value, reader.at([key]), (entry, date) => read(entry, [key, date], reader))
  reader.issues.push(...issues)
  return dated
}
