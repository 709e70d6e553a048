/**
 * A calendar says when time counts: a zone, weekly hours, and the dates that differ from them. The document is what a
 * person writes; the calendar is its checked form, in day numbers and milliseconds.
 */
import { canonicalText, isRecord } from '../content.ts'
import { type Issue, type IssuePath, issue, type Parsed } from '../errors.ts'
import { msOfDay, parsePlainDate, type Weekday, weekdays } from '../time/plain-date.ts'
import { intersect, measure, type Span, union } from '../time/span.ts'
import { parseWindows } from './window.ts'
import { parseZone, type Zone } from './zone.ts'

/** Windows of a date in place of the weekly ones; with `onHolidays` they hold on a holiday too. */
export type OverrideDocument = readonly string[] | { readonly hours: readonly string[]; readonly onHolidays?: boolean }

/** A date, or a region whose holidays an installed holiday source knows. */
export type HolidayDocument = string | { readonly region: string }

/** When time counts, as a person writes it. Windows are `"09:00-17:00"`; dates are `"2026-12-24"`. **Source** [T6], [T7]. */
export interface CalendarDocument {
  readonly title?: string
  /** An IANA zone such as `Europe/Berlin`. */
  readonly timeZone: string
  /** Windows by weekday. A weekday that is not named is closed; a close before the open crosses midnight. */
  readonly week: { readonly [Day in Weekday]?: readonly string[] }
  readonly holidays?: readonly HolidayDocument[]
  /** Windows that replace the weekly ones of a date: half days, extra openings. */
  readonly overrides?: { readonly [date: string]: OverrideDocument }
  /** Windows that are taken away from a date, whatever else says that it is open. */
  readonly closures?: { readonly [date: string]: readonly string[] }
  /** What a holiday takes away: its civil day (the default), or the shifts that start on it. */
  readonly holidayScope?: 'civilDay' | 'shiftStart'
}

export interface Override {
  readonly windows: readonly Span[]
  readonly onHolidays: boolean
}

/** A checked calendar. Windows are normal lists of spans in milliseconds since midnight; dates are day numbers. */
export interface Calendar {
  readonly zone: Zone
  /** Monday first. */
  readonly week: readonly (readonly Span[])[]
  readonly holidays: ReadonlySet<number>
  readonly overrides: ReadonlyMap<number, Override>
  readonly closures: ReadonlyMap<number, readonly Span[]>
  readonly holidayScope: 'civilDay' | 'shiftStart'
  /** The first and the last date that differ from the week; `null` when none does. */
  readonly exceptional: readonly [first: number, last: number] | null
  /** Equal for calendars of equal content. */
  readonly content: string
}

const keys = ['timeZone', 'week', 'holidays', 'overrides', 'closures', 'holidayScope', 'title'] as const

/**
 * Returns the checked calendar, or every mistake of the document at once.
 *
 * **Errors** `wrong-type`, `missing-key`, `unknown-key`, `unknown-time-zone`, `invalid-window`, `invalid-date`,
 * `unknown-holiday-region`, `unknown-value`, and `never-open` for a calendar without a single window.
 */
export function parseCalendar(value: unknown, path: IssuePath = []): Parsed<Calendar> {
  try {
    return readCalendar(value, path)
  } catch {
    // Only a getter or a proxy can throw here, and such a thing is no JSON.
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'a calendar that is plain JSON' })] }
  }
}

function readCalendar(value: unknown, path: IssuePath): Parsed<Calendar> {
  if (!isRecord(value)) {
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'a calendar with timeZone and week', got: value })] }
  }
  const reader = new Reader(path)
  reader.noOtherKeys(value, keys, [])
  const zone = reader.zone(value.timeZone)
  const week = reader.week(value.week)
  const holidays = reader.holidays(value.holidays)
  const overrides = reader.overrides(value.overrides)
  const closures = reader.dated(value.closures, 'closures', (windows, at) => reader.windows(windows, at))
  const holidayScope = reader.oneOf(value.holidayScope, ['civilDay', 'shiftStart'] as const, 'holidayScope')
  if (reader.issues.length > 0 || !zone) return { ok: false, issues: reader.issues }
  if (week.every((day) => day.length === 0) && [...overrides.values()].every(({ windows }) => windows.length === 0)) {
    return {
      ok: false,
      issues: [issue('never-open', [...path, 'week'], { expected: 'a calendar that opens at least once', got: value.week })],
    }
  }
  const dates = [...holidays, ...overrides.keys(), ...closures.keys()].sort((a, b) => a - b)
  const exceptional = dates.length > 0 ? ([dates[0] as number, dates.at(-1) as number] as const) : null
  const content = canonicalText([zone.name, week, [...holidays].sort(), sorted(overrides), sorted(closures), holidayScope])
  return { ok: true, value: { zone, week, holidays, overrides, closures, holidayScope, exceptional, content } }
}

/** Returns true when every instant of every week is open, exceptions aside; a night shift of Sunday opens Monday's morning. */
export function opensAllWeek({ week }: Calendar): boolean {
  const spans = week.flatMap((windows, day) =>
    [day, day - 7].flatMap((weekday) =>
      windows.map(([open, close]): Span => [weekday * msOfDay + open, weekday * msOfDay + close]),
    ),
  )
  return measure(intersect(union(spans), [[0, 7 * msOfDay]])) === 7 * msOfDay
}

/** Returns the document of the calendar that never closes. */
export function alwaysOpen(timeZone: string): CalendarDocument {
  return { timeZone, week: Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']])) }
}

function sorted(map: ReadonlyMap<number, unknown>): unknown[] {
  return [...map].sort(([a], [b]) => a - b)
}

/** Collects the issues of one document, so that the reading above stays a list of what a calendar holds. */
class Reader {
  readonly issues: Issue[] = []
  constructor(private readonly path: IssuePath) {}

  noOtherKeys(value: Record<string, unknown>, known: readonly string[], at: IssuePath): void {
    for (const key of Object.keys(value)) {
      if (!known.includes(key))
        this.issues.push(issue('unknown-key', [...this.path, ...at, key], { expected: 'a known key', got: key, known }))
    }
  }

  zone(value: unknown): Zone | undefined {
    if (value === undefined) this.issues.push(issue('missing-key', [...this.path, 'timeZone'], { expected: 'an IANA time zone' }))
    return value === undefined ? undefined : this.take(parseZone(value, [...this.path, 'timeZone']))
  }

  windows(value: unknown, at: IssuePath): readonly Span[] {
    return this.take(parseWindows(value, [...this.path, ...at])) ?? []
  }

  week(value: unknown): (readonly Span[])[] {
    if (!isRecord(value)) {
      const code = value === undefined ? 'missing-key' : 'wrong-type'
      this.issues.push(
        issue(code, [...this.path, 'week'], { expected: 'windows by weekday, such as { "mon": ["09:00-17:00"] }', got: value }),
      )
      return []
    }
    this.noOtherKeys(value, weekdays, ['week'])
    return weekdays.map((day) => (value[day] === undefined ? [] : this.windows(value[day], ['week', day])))
  }

  holidays(value: unknown): Set<number> {
    const dates = new Set<number>()
    if (value === undefined) return dates
    if (!Array.isArray(value)) {
      this.issues.push(issue('wrong-type', [...this.path, 'holidays'], { expected: 'an array of dates', got: value }))
      return dates
    }
    for (const [index, entry] of value.entries()) {
      const at = [...this.path, 'holidays', index]
      if (isRecord(entry)) {
        const expected = 'a date, because no source of holidays by region is installed'
        this.issues.push(issue('unknown-holiday-region', at, { expected, got: entry.region ?? entry }))
        continue
      }
      const day = this.take(parsePlainDate(entry, at))
      if (day !== undefined) dates.add(day)
    }
    return dates
  }

  overrides(value: unknown): Map<number, Override> {
    return this.dated(value, 'overrides', (entry, at) => {
      if (!isRecord(entry)) return { windows: this.windows(entry, at), onHolidays: false }
      this.noOtherKeys(entry, ['hours', 'onHolidays'], at)
      const { onHolidays = false } = entry
      if (typeof onHolidays !== 'boolean') {
        this.issues.push(issue('wrong-type', [...this.path, ...at, 'onHolidays'], { expected: 'true or false', got: onHolidays }))
      }
      return { windows: this.windows(entry.hours, [...at, 'hours']), onHolidays: onHolidays === true }
    })
  }

  dated<Entry>(value: unknown, key: string, read: (entry: unknown, at: IssuePath) => Entry): Map<number, Entry> {
    const entries = new Map<number, Entry>()
    if (value === undefined) return entries
    if (!isRecord(value)) {
      this.issues.push(issue('wrong-type', [...this.path, key], { expected: 'an object of dates', got: value }))
      return entries
    }
    for (const [date, entry] of Object.entries(value)) {
      const day = this.take(parsePlainDate(date, [...this.path, key, date]))
      const found = read(entry, [key, date])
      if (day !== undefined) entries.set(day, found)
    }
    return entries
  }

  oneOf<Choice extends string>(value: unknown, known: readonly [Choice, ...Choice[]], key: string): Choice {
    if (value === undefined) return known[0]
    const choice = known.find((name) => name === value)
    if (choice === undefined)
      this.issues.push(issue('unknown-value', [...this.path, key], { expected: 'one of the known values', got: value, known }))
    return choice ?? known[0]
  }

  private take<Value>(parsed: Parsed<Value>): Value | undefined {
    if (parsed.ok) return parsed.value
    this.issues.push(...parsed.issues)
    return undefined
  }
}
