/**
 * A schedule of Zendesk as a calendar: the JSON of `GET /api/v2/business_hours/schedules/{id}.json`, and that of its
 * `holidays.json`. Intervals are minutes since Sunday 00:00 on the clocks of the schedule's zone.
 */
import type { CalendarDocument, HolidayDocument } from '../clock/calendar-document.ts'
import type { Reader } from '../clock/reader.ts'
import { parseZone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { type IssuePath, type Parsed, valueOf } from '../errors.ts'
import { parsePlainDate, printPlainDate, type Weekday, weekdays } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { readForeign } from './foreign-calendar.ts'
import { railsZoneNames, zoneOfRailsName } from './rails-zones.ts'
import { minutesOfDay, windowsByDay } from './wall-windows.ts'

export interface ZendeskScheduleOptions {
  /** The body of `holidays.json`, or the array in it. */
  readonly holidays?: unknown
}

/**
 * Returns the calendar of a Zendesk schedule, or every issue at once.
 *
 * **Edges** an interval over midnight is a shift of the day on which it starts, and one over the end of the week goes on with
 * Sunday; a holiday takes away all civil dates from `start_date` to `end_date`. The names of zones that Zendesk uses, such as
 * `Pacific Time (US & Canada)`, become IANA zones. Ids and timestamps are not read.
 * **Errors** `wrong-type`, `missing-key`, `unknown-time-zone`, `out-of-range`, `invalid-date`, `invalid-date-range`,
 * `never-open`; paths lead into the schedule, those of holidays begin with `holidays`.
 *
 * @example
 * const parsed = parseZendeskSchedule({ time_zone: 'Tokyo', intervals: [{ start_time: 1980, end_time: 2460 }] })
 * parsed.ok && parsed.value //=> { timeZone: 'Asia/Tokyo', week: { mon: ['09:00-17:00'] } }
 */
export function parseZendeskSchedule(schedule: unknown, options: ZendeskScheduleOptions = {}): Parsed<CalendarDocument> {
  return readForeign('a schedule', (reader) => {
    const isWrapped = isRecord(schedule) && isRecord(schedule.schedule)
    const at: IssuePath = isWrapped ? ['schedule'] : []
    const body: unknown = isWrapped ? schedule.schedule : schedule
    if (!isRecord(body)) {
      reader.add('wrong-type', at, 'a schedule with time_zone and intervals', body)
      return undefined
    }
    const timeZone = readZone(body.time_zone, reader, [...at, 'time_zone'])
    const week = weekOf(readIntervals(body.intervals, reader, [...at, 'intervals']))
    const title = reader.text(body.name, [...at, 'name'])
    const holidays = readHolidays(options.holidays, reader)
    const document = { timeZone, week, ...(title === null ? {} : { title }), ...(holidays.length === 0 ? {} : { holidays }) }
    return { document, pathOf: (path) => (path[0] === 'week' ? [...at, 'intervals'] : []) }
  })
}

/** Returns the calendar of a Zendesk schedule. **Errors** throws `LeadSlaError` with the issues of `parseZendeskSchedule`. */
export function calendarOfZendeskSchedule(schedule: unknown, options: ZendeskScheduleOptions = {}): CalendarDocument {
  return valueOf(parseZendeskSchedule(schedule, options))
}

function readZone(value: unknown, reader: Reader, at: IssuePath): string {
  const name = typeof value === 'string' ? (zoneOfRailsName(value) ?? value) : value
  if (name === undefined) reader.add('missing-key', at, 'a time zone', undefined)
  else if (parseZone(name).ok) return String(name)
  else reader.add('unknown-time-zone', at, 'a time zone as Zendesk names it, or an IANA time zone', value, railsZoneNames)
  return ''
}

const minutesOfWeek = 7 * minutesOfDay

function readIntervals(value: unknown, reader: Reader, at: IssuePath): Span[] {
  if (!Array.isArray(value)) {
    const code = value === undefined ? 'missing-key' : 'wrong-type'
    reader.add(code, at, 'an array of { start_time, end_time } in minutes since Sunday 00:00', value)
    return []
  }
  return value.flatMap((interval, index): Span[] => {
    const where = [...at, index]
    if (!isRecord(interval)) {
      reader.add('wrong-type', where, 'an interval { start_time, end_time } in minutes since Sunday 00:00', interval)
      return []
    }
    const before = reader.issues.length
    const from = reader.integer(interval.start_time, [0, minutesOfWeek - 1], [...where, 'start_time'])
    const to = reader.integer(interval.end_time, [0, 2 * minutesOfWeek], [...where, 'end_time'])
    if (reader.issues.length > before) return []
    const end = to < from ? to + minutesOfWeek : to
    if (end > from && end - from <= minutesOfWeek) return [[from, end]]
    reader.add('out-of-range', [...where, 'end_time'], 'an end after start_time, within a week of it', to)
    return []
  })
}

/** Day 0 is a Sunday, and what runs over the end of the week starts in the next one. */
function weekOf(intervals: readonly Span[]): Partial<Record<Weekday, string[]>> {
  const week: Partial<Record<Weekday, string[]>> = {}
  for (const [day, windows] of [...windowsByDay(intervals)].sort(([a], [b]) => a - b)) {
    const weekday = weekdays[(day + 6) % 7] as Weekday
    week[weekday] = [...(week[weekday] ?? []), ...windows]
  }
  return week
}

const longestHoliday = 3660

function readHolidays(value: unknown, reader: Reader): HolidayDocument[] {
  const isWrapped = isRecord(value) && Object.hasOwn(value, 'holidays')
  const list: unknown = isWrapped ? value.holidays : value
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    reader.add('wrong-type', ['holidays'], 'the body of holidays.json, or the array of holidays in it', list)
    return []
  }
  return list.flatMap((holiday, index): HolidayDocument[] => {
    const at = ['holidays', index]
    if (!isRecord(holiday)) {
      reader.add('wrong-type', at, 'a holiday { name, start_date, end_date }', holiday)
      return []
    }
    const name = reader.text(holiday.name, [...at, 'name'])
    const first = readDate(holiday.start_date, reader, [...at, 'start_date'])
    const last = readDate(holiday.end_date, reader, [...at, 'end_date'])
    if (first === undefined || last === undefined) return []
    const named = name === null ? {} : { name }
    if (last === first) return [{ date: printPlainDate(first), ...named }]
    if (last > first && last - first < longestHoliday) {
      return [{ ...named, dates: Array.from({ length: last - first + 1 }, (_, days) => printPlainDate(first + days)) }]
    }
    const expected = `an end_date on or after start_date, at most ${longestHoliday} days of holiday`
    reader.add('invalid-date-range', [...at, 'end_date'], expected, holiday.end_date)
    return []
  })
}

function readDate(value: unknown, reader: Reader, at: IssuePath): number | undefined {
  if (value !== undefined) return reader.take(parsePlainDate(value, at))
  reader.add('missing-key', at, 'a date, as YYYY-MM-DD', undefined)
  return undefined
}
