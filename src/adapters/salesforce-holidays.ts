/** `Holiday` records of Salesforce as the holidays and the closures of a calendar. */
import type { HolidayDocument, HolidayRuleDocument, WeekDocument } from '../clock/calendar-document.ts'
import type { Reader } from '../clock/reader.ts'
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { civilOf, dayOf, printPlainDate, readPlainDate, type Weekday, weekdays } from '../time/plain-date.ts'
import { readYears } from './holiday-years.ts'
import { datesOf, maskHas, type Recurrence, readRecurrence } from './salesforce-recurrence.ts'
import { minutesOfDay, printWindow } from './wall-windows.ts'

export interface SalesforceHolidays {
  readonly holidays: HolidayDocument[]
  readonly closures: Record<string, string[]>
}

interface Around {
  readonly week: WeekDocument
  readonly years: unknown
}

/** Reads the records; mistakes go to the reader. */
export function readSalesforceHolidays(value: unknown, { week, years }: Around, reader: Reader): SalesforceHolidays {
  const found: SalesforceHolidays = { holidays: [], closures: {} }
  const bounds = years === undefined ? undefined : readBounds(years, reader)
  if (value === undefined) return found
  if (!Array.isArray(value)) {
    reader.add('wrong-type', ['holidays'], 'an array of Holiday records', value)
    return found
  }
  let isLaidOut = false
  for (const [index, record] of value.entries()) {
    const at = ['holidays', index]
    if (!isRecord(record)) {
      reader.add('wrong-type', at, 'a Holiday record', record)
      continue
    }
    const before = reader.issues.length
    const name = reader.text(record.Name ?? undefined, [...at, 'Name'])
    const window = readWindow(record, reader, at)
    const recurrence = readFlag(record, 'IsRecurrence', reader, at) ? readRecurrence(record, reader, at) : undefined
    const day = record.IsRecurrence === false ? readActivityDate(record, reader, at) : undefined
    if (reader.issues.length > before) continue
    if (day !== undefined) addDates(found, name, window, [day])
    else if (recurrence && !isIdle(recurrence, week)) {
      const rules = recurrence.end === null && window === null ? rulesOf(recurrence) : []
      if (rules.length > 0) found.holidays.push(...rules.map((rule) => ({ ...(name === null ? {} : { name }), ...rule })))
      else {
        const end = recurrence.end ?? bounds?.lastDay
        if (end === undefined) {
          const expected = 'an end, or the option years: no rule of a calendar says this recurrence for ever'
          reader.add('missing-key', [...at, 'RecurrenceEndDateOnly'], expected, undefined)
        } else addDates(found, name, window, datesOf(recurrence, bounds, end))
        if (recurrence.end === null) isLaidOut = true
      }
    }
  }
  if (isLaidOut && bounds) found.holidays.push({ name: 'The years of recurring holidays', years: bounds.years, dates: [] })
  return found
}

interface Bounds {
  readonly years: readonly [number, number]
  readonly firstDay: number
  readonly lastDay: number
}

const mostYears = 100

function readBounds(value: unknown, reader: Reader): Bounds | undefined {
  const years = reader.take(readYears(value, [1, 9999], ['years']))
  if (!years) return undefined
  const [first, last] = years
  if (last - first < mostYears) return { years, firstDay: dayOf(first, 1, 1), lastDay: dayOf(last, 12, 31) }
  reader.add('out-of-range', ['years'], `at most ${mostYears} years`, value)
  return undefined
}

function readFlag(record: Record<string, unknown>, field: string, reader: Reader, at: IssuePath): boolean {
  const value = record[field]
  if (typeof value !== 'boolean') {
    reader.add(value === undefined ? 'missing-key' : 'wrong-type', [...at, field], 'true or false', value)
  }
  return value === true
}

/** Returns the window of a holiday that is not all day, `null` for one that is. */
function readWindow(record: Record<string, unknown>, reader: Reader, at: IssuePath): string | null {
  if (readFlag(record, 'IsAllDay', reader, at) || record.IsAllDay !== false) return null
  const before = reader.issues.length
  const open = reader.integer(record.StartTimeInMinutes, [0, minutesOfDay - 1], [...at, 'StartTimeInMinutes'])
  const close = reader.integer(record.EndTimeInMinutes, [0, minutesOfDay], [...at, 'EndTimeInMinutes'])
  if (reader.issues.length > before) return null
  const end = close === 0 ? minutesOfDay : close
  if (end > open) return printWindow(open, end)
  reader.add('invalid-window', [...at, 'EndTimeInMinutes'], 'an end after StartTimeInMinutes, on the same day', close)
  return null
}

const written = /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.000)?(?:Z|\+0000))?$/

/** Some exports write the date as midnight in UTC, and Salesforce says that this time means nothing. */
function readActivityDate(record: Record<string, unknown>, reader: Reader, at: IssuePath): number | undefined {
  const value = record.ActivityDate
  const day = readPlainDate(typeof value === 'string' ? written.exec(value)?.[1] : undefined)
  if (day === day) return day
  const code = value === undefined || value === null ? 'missing-key' : 'invalid-date'
  reader.add(code, [...at, 'ActivityDate'], 'a date that exists, as YYYY-MM-DD', value)
  return undefined
}

function addDates(found: SalesforceHolidays, name: string | null, window: string | null, days: readonly number[]): void {
  const dates = days.map(printPlainDate)
  const [only] = dates
  if (only === undefined) return
  if (window === null) {
    const named = name === null ? {} : { name }
    found.holidays.push(dates.length === 1 ? { date: only, ...named } : { ...named, dates })
  } else for (const date of dates) found.closures[date] = [...(found.closures[date] ?? []), window]
}

/** Salesforce writes a Saturday that is off as a holiday of every week, even where the hours are closed on it. */
function isIdle({ kind, mask }: Recurrence, week: WeekDocument): boolean {
  if (kind !== 'weekly') return false
  return weekdays.every((weekday, index) => !maskHas(mask, index) || (week[weekday] ?? []).length === 0)
}

const lastDayOfEveryMonth = 28

/** Returns the rules that say an endless all-day recurrence, none when it takes more than rules. */
function rulesOf({ kind, start, interval, mask, dayOfMonth, month, instance }: Recurrence): HolidayRuleDocument[] {
  const during = `${printPlainDate(start)}/..`
  const isByYear = kind === 'yearly' || kind === 'yearlyNth'
  if (isByYear ? interval !== 1 : 12 % interval !== 0) return []
  const first = civilOf(start).month
  const months = isByYear
    ? [month]
    : Array.from({ length: 12 / interval }, (_, index) => ((first - 1 + index * interval) % 12) + 1)
  if (kind === 'yearly' || (kind === 'monthly' && dayOfMonth <= lastDayOfEveryMonth)) {
    return months.map((of) => ({ date: `${twoDigits(of)}-${twoDigits(dayOfMonth)}`, during }))
  }
  const days = weekdays.filter((_, index) => maskHas(mask, index))
  if ((kind !== 'yearlyNth' && kind !== 'monthlyNth') || days.length !== 1) return []
  return months.map((of) => ({ nth: instance, weekday: days[0] as Weekday, month: of, during }))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
