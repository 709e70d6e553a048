/** `lead-sla/clock`: business time alone, for people who only need deadlines. */

export { type BusinessClock, businessClock, type DateLike } from './clock/business-clock.ts'
export type { CalendarDocument, HolidayDocument, OverrideDocument } from './clock/calendar.ts'
export type { Transition, Zone } from './clock/zone.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export { parseDuration, printDuration } from './time/duration.ts'
export type { InstantLike } from './time/instant.ts'
