/**
 * Business hours of Salesforce as a calendar: a `BusinessHours` record as the REST API and `sf data query --json` give it,
 * with the `Holiday` records that are associated with it. **Source** Salesforce's Object Reference.
 */
import type { CalendarDocument } from '../clock/calendar-document.ts'
import type { Reader } from '../clock/reader.ts'
import { parseZone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { type Parsed, valueOf } from '../errors.ts'
import { type Weekday, weekdays } from '../time/plain-date.ts'
import { readForeign } from './foreign-calendar.ts'
import { readSalesforceHolidays } from './salesforce-holidays.ts'

export interface SalesforceHoursOptions {
  /** The `Holiday` records of these business hours. */
  readonly holidays?: readonly unknown[]
  /** The first and the last year for which recurrences are laid out that no rule of a calendar can say for ever. */
  readonly years?: readonly [first: number, last: number]
}

/**
 * Returns the calendar of a `BusinessHours` record, or every issue at once.
 *
 * **Edges** a day without times is closed; one from 00:00 to 00:00 is open all day, and an end of 00:00 is the end of the day.
 * All-day holidays become dates or rules, the others closures. A recurrence with an end becomes its dates. One without an end
 * becomes a rule where there is such a rule; where there is none it is laid out for `years`, outside which the clock answers
 * `beyond-horizon`. One that recurs by weekdays on which the hours are closed anyway says nothing. Other fields are not read.
 * **Errors** `wrong-type`, `missing-key`, `unknown-time-zone`, `invalid-window`, `invalid-date`, `invalid-date-range`,
 * `out-of-range`, `unknown-value`, `never-open`; paths lead into the record, those of holidays begin with `holidays`.
 *
 * @example
 * const closed = { SundayStartTime: null, SundayEndTime: null, SaturdayStartTime: null, SaturdayEndTime: null }
 * const parsed = parseSalesforceHours({ TimeZoneSidKey: 'Europe/Berlin', ...closed })
 * parsed.ok ? [] : parsed.issues.slice(0, 1).map(({ code, path }) => [code, ...path]) //=> [['missing-key', 'MondayStartTime']]
 */
export function parseSalesforceHours(record: unknown, options: SalesforceHoursOptions = {}): Parsed<CalendarDocument> {
  return readForeign('a BusinessHours record', (reader) => {
    if (!isRecord(record)) {
      reader.add('wrong-type', [], 'a BusinessHours record with TimeZoneSidKey and MondayStartTime to SundayEndTime', record)
      return undefined
    }
    const timeZone = readZone(record.TimeZoneSidKey, reader)
    const title = reader.text(record.Name, ['Name'])
    const week: Partial<Record<Weekday, string[]>> = {}
    for (const [index, day] of dayNames.entries()) {
      const window = readDay(record, day, reader)
      if (window !== undefined) week[weekdays[index] as Weekday] = [window]
    }
    const { holidays, closures } = readSalesforceHolidays(options.holidays, { week, years: options.years }, reader)
    return {
      document: {
        ...(title === null ? {} : { title }),
        timeZone,
        week,
        ...(holidays.length === 0 ? {} : { holidays }),
        ...(Object.keys(closures).length === 0 ? {} : { closures }),
      },
    }
  })
}

/** Returns the calendar of a `BusinessHours` record. **Errors** throws `LeadSlaError` with the issues of `parseSalesforceHours`. */
export function calendarOfSalesforceHours(record: unknown, options: SalesforceHoursOptions = {}): CalendarDocument {
  return valueOf(parseSalesforceHours(record, options))
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

function readZone(value: unknown, reader: Reader): string {
  if (value === undefined) reader.add('missing-key', ['TimeZoneSidKey'], 'an IANA time zone', undefined)
  else reader.take(parseZone(value, ['TimeZoneSidKey']))
  return typeof value === 'string' ? value : ''
}

function readDay(record: Record<string, unknown>, day: string, reader: Reader): string | undefined {
  const before = reader.issues.length
  const start = readTime(record, `${day}StartTime`, reader)
  const end = readTime(record, `${day}EndTime`, reader)
  if (reader.issues.length > before) return undefined
  if (start === null && end === null) return undefined
  const missing = start === null ? 'StartTime' : 'EndTime'
  if (start === null || end === null) {
    reader.add('invalid-window', [`${day}${missing}`], 'a time, or null for both times of a closed day', null)
    return undefined
  }
  const close = end === midnight ? '24:00' : end
  if (start < close) return `${start}-${close}`
  reader.add('invalid-window', [`${day}EndTime`], `an end after ${start}, or 00:00:00.000Z for midnight`, record[`${day}EndTime`])
  return undefined
}

const midnight = '00:00'
const written = /^((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)(?:\.000)?Z?$/

/** Returns the time as a window writes it: times of Salesforce carry a `Z` and are wall time all the same. */
function readTime(record: Record<string, unknown>, field: string, reader: Reader): string | null {
  const value = record[field]
  if (value === null) return null
  const match = typeof value === 'string' ? written.exec(value) : null
  if (match) return match[2] === ':00' ? String(match[1]) : `${match[1]}${match[2]}`
  const expected = 'a time of the day in whole seconds such as 09:00:00.000Z, or null for a closed day'
  reader.add(value === undefined ? 'missing-key' : 'invalid-window', [field], expected, value)
  return null
}
