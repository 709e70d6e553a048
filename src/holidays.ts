/** `lead-sla/holidays`: the public holidays of countries, states and regions as dates. Needs the package `date-holidays`. */

export { parseWithHolidays, type WithHolidaysOptions, withHolidays } from './adapters/holiday-lists.ts'
export {
  type HolidayKind,
  type HolidayRegion,
  holidayKinds,
  holidayRegions,
  parseRegionalHolidays,
  type RegionalHolidayOptions,
  regionalHolidays,
} from './adapters/regional-holidays.ts'
export type { HolidayListDocument } from './clock/calendar-document.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
