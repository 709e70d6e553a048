/** The clock that people call: adding, measuring and asking in business time, on one calendar. */
import type { InstantLike } from '../time/instant.ts'
import type { Zone } from './zone.ts'

/** When a budget that ends exactly at the close is used up: at that close, or when the calendar opens next. **Source** [T5]. */
export type Boundary = 'close' | 'nextOpen'

/** What becomes of a closed answer: it is kept, or moved to the next opening, or back to the last close. **Source** [T9]. */
export type Roll = 'none' | 'forward' | 'backward'

/** The business time of a civil date. */
export interface OpenDay {
  readonly date: string
  /** **Units** milliseconds. */
  readonly openMs: number
}

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
  /**
   * The instants between which the clock answers, `[from, to)`: the years 1 to 9999, or those for which the calendar's lists
   * of holidays are complete. **Units** epoch milliseconds.
   */
  readonly horizon: readonly [from: number, to: number]
  /** Returns true when business time runs at the instant. **Source** [T2]: the opening instant is open, the closing one is not. */
  isOpen(at: InstantLike): boolean
  /**
   * Returns the earliest instant at which `openMs` of business time have passed since `from`.
   *
   * **Edges** zero is the identity, also when closed; a negative amount goes backward; a budget that ends exactly at the
   * close is used up at the close, or with `nextOpen` when the calendar opens next. **Source** [T5], [T9].
   */
  after(from: InstantLike, openMs: number, boundary?: Boundary): number
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
   * reading; the answer may be closed, unless `roll` moves it into open time. **Source** [T9], [T8].
   */
  addBusinessDays(at: InstantLike, days: number, roll?: Roll): number
  /**
   * Returns the last close of the n-th business date after the instant's own business date.
   *
   * **Edges** the own business date is the instant's date, or the next business date when that one is closed or over.
   */
  endOfBusinessDay(at: InstantLike, days: number): number
  /** Returns the open spans in `[from, to)`: half-open, merged, clipped. **Units** epoch milliseconds. */
  spans(from: InstantLike, to: InstantLike): [number, number][]
  /**
   * Returns the next open spans after an instant, clipped at it; for a negative `count` the last ones before it, the nearest
   * first. **Units** epoch milliseconds. **Edges** a span that never closes ends with the year 9999.
   */
  openings(at: InstantLike, count: number): [number, number][]
  /** Returns the business time of each civil date from the one of `from` to the one of `to`, within `[from, to)`. */
  byDate(from: InstantLike, to: InstantLike): OpenDay[]
  /** Returns true when a shift starts on the date (of the instant in the calendar's zone, or `2026-04-07`). */
  isBusinessDay(at: DateLike): boolean
  /** Returns true when the date is one of the calendar's holidays. */
  isHoliday(at: DateLike): boolean
  /** Returns the name of the holiday on the date, `null` when it has none or is none. */
  holidayName(at: DateLike): string | null
  /** Returns the number of business dates d with `from < d ≤ to`, antisymmetric. */
  businessDaysBetween(from: DateLike, to: DateLike): number
  /** Returns `after` of each instant, into `out` when given. **Units** epoch milliseconds. */
  afterAll(from: Float64Array, openMs: number | Float64Array, out?: Float64Array): Float64Array
  /** Returns `between` of each pair, into `out` when given. **Units** milliseconds. */
  betweenAll(from: Float64Array, to: Float64Array, out?: Float64Array): Float64Array
}
