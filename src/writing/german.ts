/** Calendars in German. */
import type { CalendarWords } from './calendar-words.ts'

const ordinals = ['', 'erste', 'zweite', 'dritte', 'vierte', 'fünfte']
const fromTheEnd = ['', 'letzte', 'vorletzte', 'drittletzte', 'viertletzte', 'fünftletzte']

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export const german: CalendarWords = {
  shortWeekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  months: [
    ...(['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'] as const),
    ...(['August', 'September', 'Oktober', 'November', 'Dezember'] as const),
  ],

  and: 'und',
  or: 'oder',
  daily: 'täglich',
  allDay: 'ganztägig',
  aroundTheClock: 'rund um die Uhr',
  nextDay: '(Folgetag)',
  closed: 'geschlossen',
  noWeeklyHours: 'keine wöchentlichen Zeiten',

  date: (day, month, year) => [`${day}.`, month, year].filter((part) => part !== undefined).join(' '),
  span: (from, to) => `${from} bis ${to}`,
  since: (date) => `ab ${date}`,
  until: (date) => `bis ${date}`,
  always: 'immer',

  holidaysOf: (place) => `Feiertage in ${place}`,
  holidays: (count) => counted(count, 'Feiertag', 'Feiertage'),
  moreHolidays: (count) => counted(count, 'weiterer Tag', 'weitere Tage'),
  holidaysAre: 'Feiertage:',
  nthWeekday: (nth, weekday, month) => `der ${nth > 0 ? ordinals[nth] : fromTheEnd[-nth]} ${weekday} im ${month}`,
  weekdayBefore: (weekday, date) => `der ${weekday} vor dem ${date}`,
  weekdayAfter: (weekday, date) => `der ${weekday} nach dem ${date}`,
  easterSunday: (church) => (church === 'orthodox' ? 'orthodoxer Ostersonntag' : 'Ostersonntag'),
  daysBefore: (count, date) => `${date} minus ${counted(count, 'Tag', 'Tage')}`,
  daysAfter: (count, date) => `${date} plus ${counted(count, 'Tag', 'Tage')}`,
  observed: {
    weekendToMonday: 'am Wochenende der Montag danach',
    sundayToMonday: 'am Sonntag der Montag danach',
    nearestWeekday: 'am Wochenende der Freitag davor oder der Montag danach',
  },

  alsoOnHolidays: '(auch an Feiertagen)',
  noShiftStarts: 'kein Schichtbeginn',
  holidaysTakeShifts: 'an Feiertagen entfallen die Schichten, die an ihnen beginnen',
  narrowestCounts: 'wo diese Daten zusammentreffen, gelten die mit Jahr, sonst der kürzere Zeitraum, sonst der spätere',
  firstCounts: 'wo zwei dieser Zeiten zusammentreffen, gilt die erste',
  moreSeasons: (count) => counted(count, 'weiterer Zeitraum mit eigenen Zeiten', 'weitere Zeiträume mit eigenen Zeiten'),
  moreOverrides: (count) => counted(count, 'weiteres Datum mit eigenen Zeiten', 'weitere Daten mit eigenen Zeiten'),
  moreClosures: (count) => counted(count, 'weitere Schließung', 'weitere Schließungen'),

  anyOf: (calendars) => `mindestens einer von ${calendars}`,
  bothOf: (calendars) => `zugleich ${calendars}`,
  allOf: (calendars) => `zugleich ${calendars}`,
  butNot: (calendar, others) => `${calendar}, aber nicht ${others}`,
  moreCalendars: (count) => counted(count, 'weiterer Kalender', 'weitere Kalender'),
  datesIn: (timeZone) => `Kalendertage in ${timeZone}`,
}
