/** `lead-sla/opening-hours`: opening hours in the notation of OpenStreetMap as a calendar, by way of the package `opening_hours`. */

export { calendarOfOpeningHours, type OpeningHoursOptions, parseOpeningHours } from './adapters/opening-hours.ts'
export type { CalendarDocument, HolidayDocument } from './clock/calendar-document.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
