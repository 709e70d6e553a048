/**
 * An instant is an integer count of milliseconds since the Unix epoch, UTC [T1]. At the border it may also be a `Date`
 * or an RFC 3339 text with an offset; inside the library it is always the number. Nothing here knows a time zone.
 */
import { type Issue, type IssuePath, issue, LeadSlaError, type Parsed } from '../errors.ts'
import { dayOf, lengthOfMonth, msOfDay, printPlainDate } from './plain-date.ts'

/** What Temporal's `Instant` and `ZonedDateTime` have in common. */
export interface TemporalInstant {
  readonly epochMilliseconds: number
}

/** Epoch milliseconds, a `Date`, RFC 3339 text with an offset or `Z`, or a `Temporal.Instant` or `Temporal.ZonedDateTime`. */
export type InstantLike = number | Date | string | TemporalInstant

/** The first instant that the library knows: 0001-01-01T00:00:00.000Z. **Units** epoch milliseconds. */
export const firstInstant = -62_135_596_800_000
/** The last instant that the library knows: 9999-12-31T23:59:59.999Z. **Units** epoch milliseconds. */
export const lastInstant = 253_402_300_799_999

/** Returns true for an integer number of milliseconds between the years 1 and 9999. */
export function isInstant(at: number): boolean {
  return at >= firstInstant && at <= lastInstant && Math.floor(at) === at
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?([Zz]|[+-]\d\d:\d\d)?$/

/**
 * Returns the instant in epoch milliseconds, or why it is none.
 *
 * **Edges** digits beyond the millisecond are cut off; a leap second `:60` reads as `:59`, as in Temporal;
 * `-00:00` counts as `Z`.
 * **Errors** `missing-offset` for a text without an offset, `invalid-instant` for everything else.
 * **Source** [T1], RFC 3339.
 *
 * @example
 * parseInstant('2026-04-07T10:30:00+02:00') //=> { ok: true, value: 1775550600000 }
 */
export function parseInstant(value: unknown, path: IssuePath = []): Parsed<number> {
  const at = readInstant(value)
  return at === at ? { ok: true, value: at } : { ok: false, issues: [whyNot(value, path)] }
}

/**
 * Returns the instant in epoch milliseconds.
 *
 * **Errors** throws `LeadSlaError` with `missing-offset` or `invalid-instant`.
 *
 * @example
 * instantOf('1970-01-01T00:00:01Z') //=> 1000
 */
export function instantOf(value: InstantLike): number {
  if (typeof value === 'number' && isInstant(value)) return value
  const at = readInstant(value)
  if (at === at) return at
  throw new LeadSlaError([whyNot(value, [])])
}

/** Returns the instant in epoch milliseconds, or `NaN` where there is none: the total, allocation-free twin of `parseInstant`. */
export function readInstant(value: unknown): number {
  if (typeof value === 'string') return readText(value)
  const at = typeof value === 'number' ? value : value instanceof Date ? value.getTime() : epochMillisecondsOf(value)
  return isInstant(at) ? at : Number.NaN
}

/** Temporal is read by its shape, so that any polyfill serves and none is needed. */
function epochMillisecondsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('epochMilliseconds' in value)) return Number.NaN
  return typeof value.epochMilliseconds === 'number' ? value.epochMilliseconds : Number.NaN
}

function readText(text: string): number {
  const quick = readUsualText(text)
  if (quick === quick) return quick
  const match = rfc3339.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match
  if (zone === undefined) return Number.NaN
  const wall = wallMs(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    fractionMs(fraction),
  )
  const at = wall - offsetMs(zone)
  return isInstant(at) ? at : Number.NaN
}

const zero = 48

/**
 * Reads the two shapes that machines write, `2026-04-07T08:30:00Z` and `2026-04-07T08:30:00.000Z`, without a regular
 * expression: a stream holds one text an event, and this is what its evaluation would otherwise wait for.
 */
function readUsualText(text: string): number {
  const length = text.length
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 90 || text.charCodeAt(10) !== 84) return Number.NaN
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return Number.NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  let ms = 0
  if (length === 24) {
    if (text.charCodeAt(19) !== 46) return Number.NaN
    ms = digit(text, 20) * 100 + twoDigits(text, 21)
  }
  const at = wallMs(
    year,
    twoDigits(text, 5),
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
    ms,
  )
  return isInstant(at) ? at : Number.NaN
}

function digit(text: string, index: number): number {
  const value = text.charCodeAt(index) - zero
  return value >= 0 && value <= 9 ? value : Number.NaN
}

function twoDigits(text: string, index: number): number {
  return digit(text, index) * 10 + digit(text, index + 1)
}

let latestDate = 0
let latestDay = Number.NaN

/** Returns the day number, or `NaN` for a date that does not exist. Events that follow each other mostly share their date. */
function dayNumberOf(year: number, month: number, day: number): number {
  const date = year * 10_000 + month * 100 + day
  if (date !== latestDate) {
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
    latestDate = date
    latestDay = exists ? dayOf(year, month, day) : Number.NaN
  }
  return latestDay
}

/** Returns wall time as milliseconds on a calendar without zones, or `NaN` for a date or time that does not exist. */
function wallMs(year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number): number {
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return Number.NaN
  return dayNumberOf(year, month, day) * msOfDay + hour * 3_600_000 + minute * 60_000 + Math.min(second, 59) * 1000 + ms
}

function fractionMs(digits: string): number {
  return digits === '' ? 0 : Number(digits.slice(0, 3).padEnd(3, '0'))
}

function offsetMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(4, 6))
  if (hours > 23 || minutes > 59) return Number.NaN
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3_600_000 + minutes * 60_000)
}

function whyNot(value: unknown, path: IssuePath): Issue {
  const match = typeof value === 'string' ? rfc3339.exec(value) : null
  if (match && match[8] === undefined) {
    return issue('missing-offset', path, { expected: 'an instant with an offset such as Z or +02:00', got: value })
  }
  return issue('invalid-instant', path, {
    expected: 'an instant between the years 1 and 9999, as RFC 3339 text with an offset, a Date or whole epoch milliseconds',
    got: value,
  })
}

/**
 * Returns the instant as RFC 3339 text in UTC with milliseconds.
 *
 * **Errors** throws `LeadSlaError` with `invalid-instant` for what is no instant.
 *
 * @example
 * printInstant(1775550600000) //=> '2026-04-07T08:30:00.000Z'
 */
export function printInstant(at: number): string {
  return printRead(instantOf(at))
}

const days = new Map<number, string>()
const mostDays = 4096
const two = (number: number): string => String(number).padStart(2, '0')
/** `T08:30:` by the minute of the day, and `00.000Z` by the second: an instant is three texts put together. */
const minuteTexts = Array.from({ length: 1440 }, (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:`)
const secondTexts = Array.from({ length: 60 }, (_, second) => `${two(second)}.000Z`)

/** Returns what `printInstant` returns, for a number that is known to be an instant; a result of an evaluation holds millions. */
export function printRead(at: number): string {
  const day = Math.floor(at / msOfDay)
  let date = days.get(day)
  if (date === undefined) {
    if (days.size >= mostDays) days.clear()
    date = printPlainDate(day)
    days.set(day, date)
  }
  const ms = at - day * msOfDay
  const minute = Math.floor(ms / 60_000)
  const second = Math.floor((ms - minute * 60_000) / 1000)
  const rest = ms % 1000
  const seconds = rest === 0 ? secondTexts[second] : `${two(second)}.${String(rest).padStart(3, '0')}Z`
  return `${date}${minuteTexts[minute]}${seconds}`
}
