/** What a language must say to read a calendar out: one typed table, so that a word that is missing does not compile. */
import type { Observed } from '../clock/calendar-document.ts'

type Seven = readonly [string, string, string, string, string, string, string]
type Twelve = readonly [...Seven, string, string, string, string, string]

/** The words of one language. Phrases that turn with a number or a date are functions; all others are plain text. */
export interface CalendarWords {
  /** Monday first, as short as in a timetable. */
  readonly shortWeekdays: Seven
  /** Monday first, in full. */
  readonly weekdays: Seven
  readonly months: Twelve

  readonly and: string
  readonly or: string
  readonly daily: string
  readonly allDay: string
  readonly aroundTheClock: string
  /** Behind a close that lies on the day after the opening. */
  readonly nextDay: string
  readonly closed: string
  readonly noWeeklyHours: string

  /** Returns a date; without a year it is one of every year, without a month the first of two in the same month. */
  date(day: number, month?: string, year?: number): string
  span(from: string, to: string): string
  since(date: string): string
  until(date: string): string
  readonly always: string

  holidaysOf(place: string): string
  holidays(count: number): string
  moreHolidays(count: number): string
  /** Before holidays that are named one by one. */
  readonly holidaysAre: string
  /** Returns the n-th weekday of a month, counted from the end when negative. */
  nthWeekday(nth: number, weekday: string, month: string): string
  weekdayBefore(weekday: string, date: string): string
  weekdayAfter(weekday: string, date: string): string
  easterSunday(church: 'western' | 'orthodox'): string
  daysBefore(count: number, date: string): string
  daysAfter(count: number, date: string): string
  readonly observed: { readonly [Kind in Observed]: string }

  readonly alsoOnHolidays: string
  readonly noShiftStarts: string
  readonly holidaysTakeShifts: string
  readonly narrowestCounts: string
  readonly firstCounts: string
  moreSeasons(count: number): string
  moreOverrides(count: number): string
  moreClosures(count: number): string

  anyOf(calendars: string): string
  bothOf(calendars: string): string
  allOf(calendars: string): string
  butNot(calendar: string, others: string): string
  moreCalendars(count: number): string
  datesIn(timeZone: string): string
}

/** How much is said: long lists as a count, or every entry. */
export type Detail = 'short' | 'full'

/** What a part of a calendar needs in order to be said. */
export interface Telling {
  readonly words: CalendarWords
  readonly detail: Detail
  /** For the holidays alone, where they are listed beside the text anyway. */
  readonly holidays?: Detail
}

/** A short text names so many entries of a list and counts the others. */
const mostNamed = 3

/** Returns the entries that are named, and how many are left to be counted. */
export function named<Entry>(
  entries: readonly Entry[],
  detail: Detail,
): { readonly shown: readonly Entry[]; readonly more: number } {
  const shown = detail === 'full' ? entries : entries.slice(0, mostNamed)
  return { shown, more: entries.length - shown.length }
}

/** Returns `a, b and c`. */
export function listed(texts: readonly string[], word: string): string {
  const last = texts.at(-1) ?? ''
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`
}
