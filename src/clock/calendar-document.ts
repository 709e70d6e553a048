/** A calendar as a person writes it: when time counts, in a zone, by the week, and on the dates that differ from it. */
import type { Weekday } from '../time/plain-date.ts'

/** Windows by weekday, such as `{ "mon": ["09:00-17:00"] }`. A weekday that is not named is closed. **Source** [T6]. */
export type WeekDocument = { readonly [Day in Weekday]?: readonly string[] }

/** Windows of a date in place of the weekly ones; with `onHolidays` they hold on a holiday too. */
export type OverrideDocument = readonly string[] | { readonly hours: readonly string[]; readonly onHolidays?: boolean }

/** Opening hours that hold for a time: `"during": "06-01/08-31"` every year, or `"2026-09-01/.."` from a date on. */
export interface SeasonDocument {
  readonly title?: string
  /** Dates as `FROM/TO`, both included; `..` leaves an end open. */
  readonly during: string
  readonly week: WeekDocument
}

/** When a holiday that falls on a weekend is kept instead. */
export type Observed = 'weekendToMonday' | 'sundayToMonday' | 'nearestWeekday'

/** A holiday that comes again every year: on a date, on the n-th weekday, on a weekday beside a date, or days from Easter. */
export type HolidayRuleDocument = {
  readonly name?: string
  /** Another day when it falls on a weekend: it moves there. */
  readonly observed?: Observed
  /** So many days later, or earlier when negative: the Friday after Thanksgiving is `1`. */
  readonly plus?: number
  /** The dates for which the rule is valid, as `FROM/TO`, both included, either may be `..`. */
  readonly during?: string
} & (
  | { readonly date: string }
  | { readonly nth: number; readonly weekday: Weekday; readonly month: number }
  | { readonly weekday: Weekday; readonly before: string }
  | { readonly weekday: Weekday; readonly after: string }
  | { readonly easter: number; readonly church?: 'western' | 'orthodox' }
)

/**
 * Holidays of one source as plain dates: what `withHolidays` writes for a region and `holidaysOfICalendar` for a file. A
 * region without `dates` is refused, so that no answer depends on the data of an installed package.
 */
export interface HolidayListDocument {
  readonly name?: string
  /** The region's code, such as `DE-BE` or `US-CA`. */
  readonly region?: string
  /** The kinds of holidays that are taken; `public` alone when absent. */
  readonly kinds?: readonly string[]
  /** The first and the last year for which `dates` are complete. Outside them the clock answers `beyond-horizon`. */
  readonly years?: readonly [first: number, last: number]
  readonly dates?: readonly (string | { readonly date: string; readonly name?: string })[]
}

/** A date (`2026-12-25`), a date of every year (`12-25`), a rule, or the list of a source. */
export type HolidayDocument = string | HolidayRuleDocument | HolidayListDocument

/** When time counts. Windows are `"09:00-17:00"`; a close before the open crosses midnight. **Source** [T6], [T7]. */
export interface CalendarDocument {
  readonly title?: string
  /** An IANA zone such as `Europe/Berlin`. */
  readonly timeZone: string
  readonly week: WeekDocument
  /** Hours that replace the week's for a time; the first that holds on a date wins. */
  readonly seasons?: readonly SeasonDocument[]
  readonly holidays?: readonly HolidayDocument[]
  /** Windows that replace the weekly ones: half days, extra openings. Keys are dates, ranges or dates of every year. */
  readonly overrides?: { readonly [dates: string]: OverrideDocument }
  /** Windows that are taken away, whatever else says that it is open. Keys are dates, ranges or dates of every year. */
  readonly closures?: { readonly [dates: string]: readonly string[] }
  /** What a holiday takes away: its civil day (the default), or the shifts that start on it. */
  readonly holidayScope?: 'civilDay' | 'shiftStart'
}

/**
 * A calendar made of others: open when any is (`union`), when all are (`intersection`), or when the first is and none of the
 * rest (`difference`). In an agreement a member may be the name of another calendar.
 */
export type CombinedCalendarDocument<Name extends string = never> = {
  readonly title?: string
  /** The zone of its dates; that of the first member when absent. */
  readonly timeZone?: string
} & (
  | { readonly union: readonly MemberDocument<Name>[] }
  | { readonly intersection: readonly MemberDocument<Name>[] }
  | { readonly difference: readonly MemberDocument<Name>[] }
)

type MemberDocument<Name extends string> = Name | CalendarDocument | CombinedCalendarDocument<Name>

/** Any calendar that stands by itself. */
export type AnyCalendarDocument = CalendarDocument | CombinedCalendarDocument
