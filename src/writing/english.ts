/** Calendars in English. */
import type { CalendarWords } from './calendar-words.ts'

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth']
const fromTheEnd = ['', 'last', 'second to last', 'third to last', 'fourth to last', 'fifth to last']

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export const english: CalendarWords = {
  shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: [
    ...(['January', 'February', 'March', 'April', 'May', 'June', 'July'] as const),
    ...(['August', 'September', 'October', 'November', 'December'] as const),
  ],

  and: 'and',
  or: 'or',
  daily: 'daily',
  allDay: 'all day',
  aroundTheClock: 'around the clock',
  nextDay: '(next day)',
  closed: 'closed',
  noWeeklyHours: 'no weekly hours',

  date: (day, month, year) => [day, month, year].filter((part) => part !== undefined).join(' '),
  span: (from, to) => `${from} to ${to}`,
  since: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  always: 'always',

  holidaysOf: (place) => `${place} holidays`,
  holidays: (count) => counted(count, 'holiday', 'holidays'),
  moreHolidays: (count) => counted(count, 'more day', 'more days'),
  holidaysAre: 'holidays:',
  nthWeekday: (nth, weekday, month) => `the ${nth > 0 ? ordinals[nth] : fromTheEnd[-nth]} ${weekday} in ${month}`,
  weekdayBefore: (weekday, date) => `the ${weekday} before ${date}`,
  weekdayAfter: (weekday, date) => `the ${weekday} after ${date}`,
  easterSunday: (church) => (church === 'orthodox' ? 'Orthodox Easter Sunday' : 'Easter Sunday'),
  daysBefore: (count, date) => `${counted(count, 'day', 'days')} before ${date}`,
  daysAfter: (count, date) => `${counted(count, 'day', 'days')} after ${date}`,
  observed: {
    weekendToMonday: 'if on a weekend, the Monday after',
    sundayToMonday: 'if on a Sunday, the Monday after',
    nearestWeekday: 'if on a weekend, the Friday before or the Monday after',
  },

  alsoOnHolidays: '(also on holidays)',
  noShiftStarts: 'no shift starts',
  holidaysTakeShifts: 'a holiday takes away the shifts that start on it',
  narrowestCounts: 'where these dates meet, those with a year count, else the shorter stretch, else the later one',
  firstCounts: 'where two of these times meet, the first counts',
  moreSeasons: (count) => counted(count, 'more time with its own hours', 'more times with their own hours'),
  moreOverrides: (count) => counted(count, 'more date with its own hours', 'more dates with their own hours'),
  moreClosures: (count) => counted(count, 'more closure', 'more closures'),

  anyOf: (calendars) => `any of ${calendars}`,
  bothOf: (calendars) => `both of ${calendars}`,
  allOf: (calendars) => `all of ${calendars}`,
  butNot: (calendar, others) => `${calendar}, but not ${others}`,
  moreCalendars: (count) => counted(count, 'more calendar', 'more calendars'),
  datesIn: (timeZone) => `dates in ${timeZone}`,
}
