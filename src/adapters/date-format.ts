/**
 * A date as another system prints it, such as `31.12.2026 17:05`, read with date-fns tokens. This is the only door to
 * date-fns, which computes with the host's clock: a wall time that the host skips in spring comes out an hour later there.
 * So it is given a `Date` whose local members are the UTC ones, and what it reads is the same on every host.
 */
import { format as formatDate } from 'date-fns/format'
import { parse as parseDate } from 'date-fns/parse'
import { type IssuePath, issue, type Parsed } from '../errors.ts'
import { msOfDay } from '../time/plain-date.ts'

export interface DateFormat {
  /** True when the text carries its own offset, so that `read` gives an instant rather than a wall time. */
  readonly hasOffset: boolean
  /** Returns milliseconds on a clock without zones (or the instant, see `hasOffset`), or `NaN` for another text. */
  read(text: string): number
}

/** A `Date` whose civil members read and write UTC, as the UTCDate of `@date-fns/utc` does. */
class WallDate extends Date {
  override getFullYear = Date.prototype.getUTCFullYear
  override getMonth = Date.prototype.getUTCMonth
  override getDate = Date.prototype.getUTCDate
  override getDay = Date.prototype.getUTCDay
  override getHours = Date.prototype.getUTCHours
  override getMinutes = Date.prototype.getUTCMinutes
  override getSeconds = Date.prototype.getUTCSeconds
  override getMilliseconds = Date.prototype.getUTCMilliseconds
  override setFullYear = Date.prototype.setUTCFullYear
  override setMonth = Date.prototype.setUTCMonth
  override setDate = Date.prototype.setUTCDate
  override setHours = Date.prototype.setUTCHours
  override setMinutes = Date.prototype.setUTCMinutes
  override setSeconds = Date.prototype.setUTCSeconds
  override setMilliseconds = Date.prototype.setUTCMilliseconds
  override getTimezoneOffset = (): number => 0
}

function inUtc(value: Date | number | string): WallDate {
  return new WallDate(value)
}

/** What a format leaves out is read from here; two-digit years fall between 1950 and 2049. */
const reference = Date.UTC(2000, 0, 1)
/** Every member is different and has as many digits as it can. */
const sample = Date.UTC(2001, 10, 23, 13, 14, 15, 678)

/**
 * Returns the format of date-fns tokens, such as `dd.MM.yyyy HH:mm`.
 *
 * **Errors** `unknown-value` for tokens that date-fns does not know and for a format that does not say year, month and day.
 *
 * @example
 * const format = parseDateFormat('dd.MM.yyyy HH:mm')
 * const wall = format.ok ? new Date(format.value.read('31.12.2026 17:05')).toISOString() : '' //=> '2026-12-31T17:05:00.000Z'
 */
export function parseDateFormat(tokens: string, path: IssuePath = []): Parsed<DateFormat> {
  const wrong = (expected: string): Parsed<DateFormat> => ({
    ok: false,
    issues: [issue('unknown-value', path, { expected, got: tokens })],
  })
  const back = troublesome.test(unquoted(tokens)) ? undefined : there(tokens)
  if (back === undefined) {
    return wrong('a date format in date-fns tokens, such as dd.MM.yyyy HH:mm (other letters stand between single quotes)')
  }
  if (Math.floor(back / msOfDay) !== Math.floor(sample / msOfDay)) return wrong('a date format with a year, a month and a day')
  return { ok: true, value: { hasOffset: /[Xx]/.test(unquoted(tokens)), read: (text) => readDate(text, tokens) } }
}

/** Week years and days of the year, which date-fns takes for a slip of `yyyy` and `dd`, and timestamps, which say `epochSeconds`. */
const troublesome = /[YDtT]/

function unquoted(tokens: string): string {
  return tokens.replace(/'[^']*'/g, '')
}

/** Returns the sample after its way through the format: only there does date-fns tell which tokens it can read. */
function there(tokens: string): number | undefined {
  try {
    return readDate(formatDate(inUtc(sample), tokens, { in: inUtc }), tokens)
  } catch {
    return undefined
  }
}

function readDate(text: string, tokens: string): number {
  return parseDate(text, tokens, inUtc(reference), { in: inUtc }).getTime()
}
