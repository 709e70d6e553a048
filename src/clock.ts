/** `lead-sla/clock`: business time alone, for people who only need deadlines. */

export type { Boundary, BusinessClock, DateLike, OpenDay, Roll } from './clock/business-clock.ts'
export type {
  AnyCalendarDocument,
  CalendarDocument,
  CombinedCalendarDocument,
  HolidayDocument,
  HolidayListDocument,
  HolidayRuleDocument,
  Observed,
  OverrideDocument,
  SeasonDocument,
  WeekDocument,
} from './clock/calendar-document.ts'
export type { Calendar } from './clock/calendar.ts'
export { businessClock, clockOf } from './clock/clock-of.ts'
export { type FindCalendar, parseCalendar } from './clock/parse-calendar.ts'
export type { Transition, Zone } from './clock/zone.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export { parseDuration, printDuration } from './time/duration.ts'
export type { InstantLike, TemporalInstant } from './time/instant.ts'
