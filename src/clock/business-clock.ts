/** The clock that people call: adding, measuring and asking in business time, on one calendar. */
import { type IssueCode, issue, LeadSlaError, valueOf } from '../errors.ts'
import { firstInstant, type InstantLike, instantOf, isInstant, lastInstant } from '../time/instant.ts'
import { msOfDay, readPlainDate } from '../time/plain-date.ts'
import { BusinessDates } from './business-dates.ts'
import { type Calendar, type CalendarDocument, parseCalendar } from './calendar.ts'
import { openingsOf } from './opening.ts'
import { rowLength, Timeline } from './timeline.ts'
import type { Zone } from './zone.ts'

/** An instant, or a date such as `2026-04-07` in the calendar's zone. */
export type DateLike = InstantLike

/**
 * Business time on one calendar. Every method reads instants as epoch milliseconds, `Date` or RFC 3339 text and answers
 * epoch milliseconds; numbers are the fast way. **Errors** `invalid-instant`, `missing-offset` for a bad instant,
 * `out-of-range` for a bad amount, `beyond-horizon` where the answer would lie outside the years 1 to 9999.
 */
export interface BusinessClock {
  /** The zone in which the calendar's windows and dates are read. */
  readonly zone: Zone
  /** Returns true when business time runs at the instant. **Source** [T2]: the opening instant is open, the closing one is not. */
  isOpen(at: InstantLike): boolean
  /**
   * Returns the earliest instant at which `openMs` of business time have passed since `from`.
   *
   * **Edges** zero is the identity, also when closed; a negative amount goes backward; a budget that ends exactly at the
   * close is used up at the close. **Source** [T5], [T9].
   */
  after(from: InstantLike, openMs: number): number
  /** Returns the latest instant from which `openMs` of business time pass until `to`; a negative amount goes forward. **Source** [T9]. */
  before(to: InstantLike, openMs: number): number
  /** Returns the business time in `[from, to)`, negative when `to` lies before `from`. **Units** milliseconds. */
  between(from: InstantLike, to: InstantLike): number
  /** Returns the instant itself when open, else the next opening. */
  nextOpen(at: InstantLike): number
  /** Returns the close of the span that is open at the instant or opens next; `null` when it never closes. */
  nextClose(at: InstantLike): number | null
  /**
   * Returns the n-th business date after the instant's date, at the same wall time; a negative `days` goes backward.
   *
   * **Edges** zero is the identity; a wall time that the zone skips becomes the transition, a repeated one its first
   * reading; the answer may be closed. **Source** [T9], [T8].
   */
  addBusinessDays(at: InstantLike, days: number): number
  /**
   * Returns the last close of the n-th business date after the instant's own business date.
   *
   * **Edges** the own business date is the instant's date, or the next business date when that one is closed or over.
   */
  endOfBusinessDay(at: InstantLike, days: number): number
  /** Returns the open spans in `[from, to)`: half-open, merged, clipped. **Units** epoch milliseconds. */
  spans(from: InstantLike, to: InstantLike): [number, number][]
  /** Returns true when a shift starts on the date (of the instant in the calendar's zone, or `2026-04-07`). */
  isBusinessDay(at: DateLike): boolean
  /** Returns true when the date is one of the calendar's holidays. */
  isHoliday(at: DateLike): boolean
  /** Returns the number of business dates d with `from < d ≤ to`, antisymmetric. */
  businessDaysBetween(from: DateLike, to: DateLike): number
  /** Returns `after` of each instant, into `out` when given. **Units** epoch milliseconds. */
  afterAll(from: Float64Array, openMs: number | Float64Array, out?: Float64Array): Float64Array
  /** Returns `between` of each pair, into `out` when given. **Units** milliseconds. */
  betweenAll(from: Float64Array, to: Float64Array, out?: Float64Array): Float64Array
}

const clocks = new Map<string, BusinessClock>()
const mostClocks = 256

/**
 * Returns the clock of a calendar. Calendars of equal content share one clock, so that calling it again costs the reading
 * of the document and no more.
 *
 * **Errors** throws `LeadSlaError` with every mistake of the document; `parseCalendar` returns them instead.
 *
 * @example
 * const berlin = businessClock({ timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'], mon: ['09:00-17:00'] } })
 * new Date(berlin.after('2026-04-10T16:00:00+02:00', 2 * 3_600_000)).toISOString() //=> '2026-04-13T08:00:00.000Z'
 */
export function businessClock(document: CalendarDocument): BusinessClock {
  return clockOf(valueOf(parseCalendar(document)))
}

/** Returns the clock of a checked calendar. */
export function clockOf(calendar: Calendar): BusinessClock {
  let clock = clocks.get(calendar.content)
  if (!clock) {
    if (clocks.size >= mostClocks) clocks.delete(clocks.keys().next().value as string)
    clock = makeClock(calendar)
    clocks.set(calendar.content, clock)
  }
  return clock
}

function makeClock(calendar: Calendar): BusinessClock {
  const timeline = new Timeline(calendar)
  const dates = new BusinessDates(calendar)
  const { zone } = calendar

  function after(from: InstantLike, openMs: number): number {
    const at = typeof from === 'number' ? timeline.quickForward(from, openMs) : Number.NaN
    return at === at ? at : afterAny(from, openMs)
  }

  function afterAny(from: InstantLike, openMs: number): number {
    const start = instantOf(from)
    const checked = amount(openMs)
    if (checked === 0) return start
    return checked > 0 ? timeline.forward(start, checked) : timeline.backward(start, -checked)
  }

  function before(to: InstantLike, openMs: number): number {
    return after(to, -amount(openMs))
  }

  function between(from: InstantLike, to: InstantLike): number {
    const ms = typeof from === 'number' && typeof to === 'number' ? timeline.quickBetween(from, to) : Number.NaN
    return ms === ms ? ms : betweenAny(from, to)
  }

  function betweenAny(from: InstantLike, to: InstantLike): number {
    const start = instantOf(from)
    const end = instantOf(to)
    // The origin of the sums moves when the past is laid down, so both ends must be covered before either is read.
    timeline.rowAt(start)
    timeline.rowAt(end)
    return timeline.sumAt(end) - timeline.sumAt(start)
  }

  function isOpen(at: InstantLike): boolean {
    const instant = typeof at === 'number' && timeline.covers(at) ? at : instantOf(at)
    // The position first: finding it may lay down years, and with them new arrays.
    const row = timeline.rowAt(instant)
    return instant >= (timeline.rows[row] as number)
  }

  function nextOpen(at: InstantLike): number {
    const instant = instantOf(at)
    const row = timeline.nextRow(instant)
    return inRange(Math.max(instant, timeline.rows[row] as number), at)
  }

  function nextClose(at: InstantLike): number | null {
    return timeline.closeOf(timeline.nextRow(instantOf(at)))
  }

  function spans(from: InstantLike, to: InstantLike): [number, number][] {
    const start = instantOf(from)
    const end = instantOf(to)
    const found: [number, number][] = []
    if (end <= start) return found
    timeline.rowAt(end)
    const first = timeline.rowAt(start)
    const { rows } = timeline
    for (let row = first; (rows[row] as number) < end; row += rowLength) {
      found.push([Math.max(start, rows[row] as number), Math.min(end, rows[row + 1] as number)])
    }
    return found
  }

  function addBusinessDays(at: InstantLike, days: number): number {
    const instant = instantOf(at)
    if (wholeDays(days) === 0) return instant
    const local = zone.localAt(instant)
    const day = Math.floor(local / msOfDay)
    return inRange(zone.instantOfLocal(dates.nth(day, days) * msOfDay + (local - day * msOfDay)), days)
  }

  function endOfBusinessDay(at: InstantLike, days: number): number {
    const instant = instantOf(at)
    if (wholeDays(days) < 0) throw refused('out-of-range', 'a number of business days that is not negative', days)
    let day = dayAt(instant)
    if (!(dates.has(day) && lastClose(day) > instant)) day = dates.nth(day, 1)
    return inRange(lastClose(dates.nth(day, days)), days)
  }

  /** The last close of the shifts that start on a date; `NaN` when none does. */
  function lastClose(day: number): number {
    return openingsOf(calendar, day).at(-1)?.[1] ?? Number.NaN
  }

  function dayAt(at: DateLike): number {
    const plain = readPlainDate(at)
    return plain === plain ? plain : Math.floor(zone.localAt(instantOf(at)) / msOfDay)
  }

  function afterAll(from: Float64Array, openMs: number | Float64Array, out = new Float64Array(from.length)): Float64Array {
    if (typeof openMs === 'number') for (let i = 0; i < from.length; i++) out[i] = after(from[i] as number, openMs)
    else for (let i = 0; i < from.length; i++) out[i] = after(from[i] as number, openMs[i] as number)
    return out
  }

  function betweenAll(from: Float64Array, to: Float64Array, out = new Float64Array(from.length)): Float64Array {
    for (let i = 0; i < from.length; i++) out[i] = between(from[i] as number, to[i] as number)
    return out
  }

  return {
    zone,
    isOpen,
    after,
    before,
    between,
    nextOpen,
    nextClose,
    addBusinessDays,
    endOfBusinessDay,
    spans,
    isBusinessDay: (at) => dates.has(dayAt(at)),
    isHoliday: (at) => calendar.holidays.has(dayAt(at)),
    businessDaysBetween: (from, to) => dates.between(dayAt(from), dayAt(to)),
    afterAll,
    betweenAll,
  }
}

const longest = lastInstant - firstInstant

/** Lets a negative amount of business time through and refuses what is none. */
function amount(openMs: number): number {
  if (Number.isInteger(openMs) && Math.abs(openMs) <= longest) return openMs
  throw refused('out-of-range', 'a whole number of milliseconds within ten thousand years', openMs)
}

function wholeDays(days: number): number {
  if (Number.isSafeInteger(days)) return days
  throw refused('out-of-range', 'a whole number of business days', days)
}

function inRange(at: number, got: unknown): number {
  if (isInstant(at)) return at
  throw refused('beyond-horizon', 'an answer between the years 1 and 9999', got)
}

function refused(code: IssueCode, expected: string, got: unknown): LeadSlaError {
  return new LeadSlaError([issue(code, [], { expected, got })])
}
