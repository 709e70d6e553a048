/**
 * A calendar says when time counts. This is what the timeline, the business dates and the clock ask of one, whether it was
 * written as a week with its exceptions or put together from other calendars.
 */
import type { Span } from '../time/span.ts'
import type { Years } from './holidays.ts'
import type { Zone } from './zone.ts'

/** A checked calendar. Dates are day numbers in its zone, spans are normal lists in epoch milliseconds. */
export interface Calendar {
  readonly zone: Zone
  /** Equal for calendars of equal content. */
  readonly content: string
  /** The years of which everything is known; beyond them the clock answers `beyond-horizon`. */
  readonly years: Years
  /**
   * The first and the last year in which a date of one time says something; `null` when none does. Outside them the
   * calendar repeats, at the latest after the 400 years of the Gregorian cycle.
   */
  readonly datedYears: Years | null
  /** Of how many weekly calendars it is made. */
  readonly weight: number
  /** Returns the open spans of the shifts that belong to a date. */
  openingsOf(day: number): Span[]
  /** Returns the open spans of a civil year, clipped to it. */
  openingsOfYear(year: number): Span[]
  /** Returns the year whose openings, moved, are those of a far year; the year itself where there is no such other. */
  twinOf(year: number): number
  isBusinessDate(day: number): boolean
  /** Returns the name of the holiday on a date: `null` for one without a name, `undefined` for no holiday. */
  holidayOf(day: number): string | null | undefined
  /** True when it certainly never closes in the years outside `datedYears`; false does not say that it closes. */
  readonly opensAllWeek: boolean
}
