/** `lead-sla/calendars`: whose hours they are, and what they are in words. */

export { calendarOfSalesforceHours, parseSalesforceHours, type SalesforceHoursOptions } from './adapters/salesforce-hours.ts'
export { calendarOfZendeskSchedule, parseZendeskSchedule, type ZendeskScheduleOptions } from './adapters/zendesk-schedule.ts'
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
export { alwaysOpen } from './clock/parse-calendar.ts'
export {
  type LeaveDocument,
  onDuty,
  parseTeamCalendar,
  type TeamDocument,
  type TeamMemberDocument,
  teamCalendar,
} from './clock/team-calendar.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export type { InstantLike, TemporalInstant } from './time/instant.ts'
export { type DescribeOptions, describeCalendar } from './writing/calendar-in-words.ts'
export type { Detail } from './writing/calendar-words.ts'
export type { Language } from './writing/languages.ts'
