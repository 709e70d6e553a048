/** `lead-sla/icalendar`: holidays from iCalendar files, as calendars are published and exported. Needs the package `ical.js`. */

export {
  holidaysOfICalendar,
  type ICalendarHolidays,
  type ICalendarOptions,
  parseHolidaysOfICalendar,
} from './adapters/icalendar.ts'
export type { ICalendarDay, LeftOut } from './adapters/icalendar-dates.ts'
export type { HolidayListDocument } from './clock/calendar-document.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
