/** Calendars with one mistake each, the code that it has and where it is. */

import type { IssueCode, IssuePath } from '../../../src/clock.ts'
import { officeWeek } from './both.ts'

type WrongCalendar = [title: string, document: unknown, code: IssueCode, path: IssuePath]

const office = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
const holidays = (...list: unknown[]) => ({ ...office, holidays: list })
const at = (...path: IssuePath): IssuePath => path
const allDay = ['00:00-24:00']

/** In the document itself and its week. */
export const wrongWeeks: WrongCalendar[] = [
  ['no object', null, 'wrong-type', []],
  ['an array', [], 'wrong-type', []],
  [
    'something that throws when it is read',
    {
      get timeZone() {
        throw new Error('no JSON')
      },
    },
    'wrong-type',
    [],
  ],
  ['no zone', { week: office.week }, 'missing-key', ['timeZone']],
  ['no week', { timeZone: 'UTC' }, 'missing-key', ['week']],
  ['a weekday by its full name', { ...office, week: { monday: ['09:00-17:00'] } }, 'unknown-key', ['week', 'monday']],
  ['a key that is none', { ...office, holiday: [] }, 'unknown-key', ['holiday']],
  ['windows that are no array', { ...office, week: { mon: '09:00-17:00' } }, 'wrong-type', ['week', 'mon']],
  ['a scope that is none', { ...office, holidayScope: 'week' }, 'unknown-value', ['holidayScope']],
  [
    'an override that is a text',
    { ...office, overrides: { '2026-04-13': '09:00-17:00' } },
    'wrong-type',
    ['overrides', '2026-04-13'],
  ],
  ['an override on no date', { ...office, overrides: { '2026-02-30': [] } }, 'invalid-date', ['overrides', '2026-02-30']],
  ['a closure on no date', { ...office, closures: { easter: ['09:00-10:00'] } }, 'invalid-date', ['closures', 'easter']],
  [
    'a wrong window of an override',
    { ...office, overrides: { '2026-04-13': ['9-5'] } },
    'invalid-window',
    ['overrides', '2026-04-13', 0],
  ],
  [
    'a wrong window of an override with its hours',
    { ...office, overrides: { '2026-04-13': { hours: ['09:00-17:00', '9-5'], onHolidays: true } } },
    'invalid-window',
    ['overrides', '2026-04-13', 'hours', 1],
  ],
  [
    'a region without a source of holidays',
    { ...office, holidays: [{ region: 'DE-BE' }] },
    'unknown-holiday-region',
    ['holidays', 0],
  ],
]

/** In what differs from the week: ranges, seasons, holiday rules and lists, and calendars made of others. */
export const wrongExceptions: WrongCalendar[] = [
  [
    'a closure that ends before it starts',
    { ...office, closures: { '2026-12-31/2026-12-24': allDay } },
    'invalid-date-range',
    at('closures', '2026-12-31/2026-12-24'),
  ],
  [
    'a range of dates that do not exist',
    { ...office, closures: { '2026-02-27/2026-02-30': allDay } },
    'invalid-date',
    at('closures', '2026-02-27/2026-02-30'),
  ],
  [
    'a range of three dates',
    { ...office, closures: { '2026-01-01/2026-01-02/2026-01-03': allDay } },
    'invalid-date',
    at('closures', '2026-01-01/2026-01-02/2026-01-03'),
  ],
  [
    'a range from a year to none',
    { ...office, overrides: { '2026-01-01/02-01': allDay } },
    'invalid-date',
    at('overrides', '2026-01-01/02-01'),
  ],
  [
    'a closure without end',
    { ...office, closures: { '2026-12-24/..': allDay } },
    'out-of-range',
    at('closures', '2026-12-24/..'),
  ],
  [
    'closures longer than any memory',
    { ...office, closures: { '0001-01-01/9999-12-31': allDay } },
    'out-of-range',
    at('closures', '0001-01-01/9999-12-31'),
  ],
  ['a date of every year that no year has', { ...office, overrides: { '02-30': [] } }, 'invalid-date', at('overrides', '02-30')],
  ['a thirteenth month', { ...office, closures: { '13-01': allDay } }, 'invalid-date', at('closures', '13-01')],
  ['seasons that are no array', { ...office, seasons: {} }, 'wrong-type', at('seasons')],
  ['a season that is none', { ...office, seasons: ['summer'] }, 'wrong-type', at('seasons', 0)],
  ['a season without dates', { ...office, seasons: [{ week: office.week }] }, 'invalid-date', at('seasons', 0, 'during')],
  ['a season without a week', { ...office, seasons: [{ during: '06-01/08-31' }] }, 'missing-key', at('seasons', 0, 'week')],
  [
    'a season with a key that is none',
    { ...office, seasons: [{ during: '06-01/08-31', week: {}, from: 1 }] },
    'unknown-key',
    at('seasons', 0, 'from'),
  ],
  [
    'a season with a title that is no text',
    { ...office, seasons: [{ during: '06-01/08-31', week: {}, title: 1 }] },
    'wrong-type',
    at('seasons', 0, 'title'),
  ],
  [
    'a date of every year with more behind it',
    { ...office, closures: { '12-241': allDay } },
    'invalid-date',
    at('closures', '12-241'),
  ],
  ['overrides that are no object', { ...office, overrides: ['2026-12-24'] }, 'wrong-type', at('overrides')],
  ['closures that are no object', { ...office, closures: 7 }, 'wrong-type', at('closures')],
  [
    'an override that says no clear word of holidays',
    { ...office, overrides: { '2026-12-24': { hours: allDay, onHolidays: 'yes' } } },
    'wrong-type',
    at('overrides', '2026-12-24', 'onHolidays'),
  ],
  ['holidays that are no array', { ...office, holidays: '2026-12-25' }, 'wrong-type', at('holidays')],
  ['a holiday that is a number', holidays(7), 'invalid-date', at('holidays', 0)],
  ['a rule whose date is an array', holidays({ date: ['12-24'] }), 'invalid-date', at('holidays', 0, 'date')],
  [
    'a dated holiday with a name that is no text',
    holidays({ date: '2026-05-01', name: 7 }),
    'wrong-type',
    at('holidays', 0, 'name'),
  ],
  ['a list with a name that is no text', holidays({ name: 7, dates: [] }), 'wrong-type', at('holidays', 0, 'name')],
  ['a list with a region that is no text', holidays({ region: 7, dates: [] }), 'wrong-type', at('holidays', 0, 'region')],
  ['kinds of which one is no text', holidays({ kinds: ['public', 1], dates: [] }), 'wrong-type', at('holidays', 0, 'kinds')],
  ['kinds that are a text', holidays({ kinds: 'public', dates: [] }), 'wrong-type', at('holidays', 0, 'kinds')],
  [
    'a name in a list that is no text',
    holidays({ dates: [{ date: '2026-01-01', name: 7 }] }),
    'wrong-type',
    at('holidays', 0, 'dates', 0, 'name'),
  ],
  [
    'a named date in a list that does not exist',
    holidays({ dates: [{ date: '2026-13-01' }] }),
    'invalid-date',
    at('holidays', 0, 'dates', 0, 'date'),
  ],
  ['years that are a number', holidays({ dates: [], years: 2024 }), 'out-of-range', at('holidays', 0, 'years')],
  ['years that are a text', holidays({ dates: [], years: '24' }), 'out-of-range', at('holidays', 0, 'years')],
  ['three years', holidays({ dates: [], years: [2024, 2025, 2026] }), 'out-of-range', at('holidays', 0, 'years')],
  ['a year before the first', holidays({ dates: [], years: [0, 2026] }), 'out-of-range', at('holidays', 0, 'years')],
  ['a year after the last', holidays({ dates: [], years: [2024, 10_000] }), 'out-of-range', at('holidays', 0, 'years')],
  ['half a first year', holidays({ dates: [], years: [2024.5, 2026] }), 'out-of-range', at('holidays', 0, 'years')],
  ['a title that is no text', { ...office, title: 7 }, 'wrong-type', at('title')],
  ['a holiday of every year that no year has', holidays('02-30'), 'invalid-date', at('holidays', 0)],
  ['a rule on a date that no year has', holidays({ date: '04-31' }), 'invalid-date', at('holidays', 0, 'date')],
  ['a dated holiday with a rule beside it', holidays({ date: '2026-05-01', plus: 1 }), 'unknown-key', at('holidays', 0, 'plus')],
  ['a dated holiday that does not exist', holidays({ date: '2026-02-30' }), 'invalid-date', at('holidays', 0, 'date')],
  ['a rule that moves too far', holidays({ date: '05-01', plus: 367 }), 'out-of-range', at('holidays', 0, 'plus')],
  [
    'a rule with an observance that is none',
    holidays({ date: '05-01', observed: 'tuesday' }),
    'unknown-value',
    at('holidays', 0, 'observed'),
  ],
  ['a rule with a name that is no text', holidays({ date: '05-01', name: 1 }), 'wrong-type', at('holidays', 0, 'name')],
  ['a rule with a key that is none', holidays({ date: '05-01', zone: 'UTC' }), 'unknown-key', at('holidays', 0, 'zone')],
  ['the zeroth Monday', holidays({ nth: 0, weekday: 'mon', month: 5 }), 'out-of-range', at('holidays', 0, 'nth')],
  ['the sixth Monday', holidays({ nth: 6, weekday: 'mon', month: 5 }), 'out-of-range', at('holidays', 0, 'nth')],
  [
    'a weekday by its full name',
    holidays({ nth: 1, weekday: 'monday', month: 5 }),
    'unknown-value',
    at('holidays', 0, 'weekday'),
  ],
  ['an n-th weekday without a month', holidays({ nth: 1, weekday: 'mon' }), 'missing-key', at('holidays', 0, 'month')],
  ['a weekday beside no date', holidays({ weekday: 'wed' }), 'invalid-date', at('holidays', 0, 'after')],
  [
    'a weekday before a date that no year has',
    holidays({ weekday: 'wed', before: '11-31' }),
    'invalid-date',
    at('holidays', 0, 'before'),
  ],
  ['half a day after Easter', holidays({ easter: 0.5 }), 'out-of-range', at('holidays', 0, 'easter')],
  ['the Easter of no church', holidays({ easter: 0, church: 'southern' }), 'unknown-value', at('holidays', 0, 'church')],
  [
    'a rule that is valid for no time',
    holidays({ date: '05-01', during: '2026-06-01/2026-05-01' }),
    'invalid-date-range',
    at('holidays', 0, 'during'),
  ],
  [
    'a rule that is valid for a part of every year',
    holidays({ date: '05-01', during: '04-01/06-01' }),
    'invalid-date',
    at('holidays', 0, 'during'),
  ],
  [
    'a rule that gives no date while it is valid',
    holidays({ date: '02-29', during: '2025-01-01/2027-12-31' }),
    'rule-without-date',
    at('holidays', 0),
  ],
  [
    'a rule that was over before its date',
    holidays({ easter: 0, during: '../0001-01-31' }),
    'rule-without-date',
    at('holidays', 0),
  ],
  ['a region without dates', holidays({ region: 'DE-BE' }), 'unknown-holiday-region', at('holidays', 0)],
  ['a list without dates', holidays({ name: 'ours' }), 'missing-key', at('holidays', 0, 'dates')],
  ['a list whose dates are none', holidays({ name: 'ours', dates: '2026-01-01' }), 'wrong-type', at('holidays', 0, 'dates')],
  [
    'a list with a date that does not exist',
    holidays({ dates: ['2026-01-01', '2026-13-01'] }),
    'invalid-date',
    at('holidays', 0, 'dates', 1),
  ],
  ['a list with a key that is none', holidays({ dates: [], zone: 'UTC' }), 'unknown-key', at('holidays', 0, 'zone')],
  [
    'a date in a list with a key that is none',
    holidays({ dates: [{ date: '2026-01-01', kind: 'public' }] }),
    'unknown-key',
    at('holidays', 0, 'dates', 0, 'kind'),
  ],
  ['kinds that are no texts', holidays({ region: 'DE', kinds: [1], dates: [] }), 'wrong-type', at('holidays', 0, 'kinds')],
  [
    'years that stand the other way round',
    holidays({ region: 'DE', years: [2030, 2024], dates: [] }),
    'out-of-range',
    at('holidays', 0, 'years'),
  ],
  [
    'a year that is none',
    holidays({ region: 'DE', years: [2024, 2030.5], dates: [] }),
    'out-of-range',
    at('holidays', 0, 'years'),
  ],
  ['one year alone', holidays({ region: 'DE', years: [2024], dates: [] }), 'out-of-range', at('holidays', 0, 'years')],
  ['a union of one', { union: [office] }, 'wrong-type', at('union')],
  ['a union of no array', { union: office }, 'wrong-type', at('union')],
  ['a union and a difference', { union: [office, office], difference: [office, office] }, 'unknown-key', at('difference')],
  ['a combination with hours of its own', { union: [office, office], week: office.week }, 'unknown-key', at('week')],
  ['a combination in an unknown zone', { union: [office, office], timeZone: 'Berlin' }, 'unknown-time-zone', at('timeZone')],
  ['the name of a calendar where there are none', { union: [office, 'berlin'] }, 'unknown-calendar', at('union', 1)],
  [
    'a mistake deep inside',
    { union: [office, { difference: [office, { ...office, week: { mon: ['9-17'] } }] }] },
    'invalid-window',
    at('union', 1, 'difference', 1, 'week', 'mon', 0),
  ],
]

/** In a team and its leave. */
export const wrongTeams: WrongCalendar[] = [
  ['a team that is none', 'sales', 'wrong-type', at()],
  ['a team without members', {}, 'missing-key', at('members')],
  ['a team of nobody', { members: [] }, 'wrong-type', at('members')],
  ['a team with a key that is none', { members: [{ calendar: office }], zone: 'UTC' }, 'unknown-key', at('zone')],
  ['a team with a title that is no text', { members: [{ calendar: office }], title: 7 }, 'wrong-type', at('title')],
  ['a member that is none', { members: ['Ana'] }, 'wrong-type', at('members', 0)],
  ['a member with a name that is no text', { members: [{ name: 7, calendar: office }] }, 'wrong-type', at('members', 0, 'name')],
  ['a member with a key that is none', { members: [{ calendar: office, team: 1 }] }, 'unknown-key', at('members', 0, 'team')],
  ['a member without a calendar', { members: [{ name: 'Ana' }] }, 'missing-key', at('members', 0, 'calendar')],
  [
    'a mistake in the calendar of a member',
    { members: [{ calendar: { ...office, week: {} } }] },
    'never-open',
    at('members', 0, 'calendar', 'week'),
  ],
  ['leave that is no array', { members: [{ calendar: office, leave: 'always' }] }, 'wrong-type', at('members', 0, 'leave')],
  ['leave on no date', { members: [{ calendar: office, leave: ['2026-02-30'] }] }, 'invalid-date', at('members', 0, 'leave', 0)],
  ['leave that is a number', { members: [{ calendar: office, leave: [7] }] }, 'invalid-date', at('members', 0, 'leave', 0)],
  [
    'leave without an end',
    { members: [{ calendar: office, leave: ['2026-05-04/..'] }] },
    'out-of-range',
    at('members', 0, 'leave', 0),
  ],
  [
    'leave of hours without an end',
    { members: [{ calendar: office, leave: [{ dates: '2026-05-04/..', hours: ['09:00-10:00'] }] }] },
    'out-of-range',
    at('members', 0, 'leave', 0, 'dates'),
  ],
  [
    'leave of no hours',
    { members: [{ calendar: office, leave: [{ dates: '2026-05-04' }] }] },
    'wrong-type',
    at('members', 0, 'leave', 0, 'hours'),
  ],
  [
    'leave with a key that is none',
    { members: [{ calendar: office, leave: [{ dates: '2026-05-04', hours: ['09:00-10:00'], why: 'x' }] }] },
    'unknown-key',
    at('members', 0, 'leave', 0, 'why'),
  ],
  [
    'leave longer than a calendar holds',
    { members: [{ calendar: office, leave: ['1700-01-01/2026-05-08'] }] },
    'out-of-range',
    at('members', 0, 'leave', 0),
  ],
  [
    'closures and leave longer than a calendar holds',
    { members: [{ calendar: { ...office, closures: { '1800-01-01/2020-12-31': allDay } }, leave: ['1900-01-01/2020-12-31'] }] },
    'out-of-range',
    at('members', 0, 'leave'),
  ],
  [
    'a thousand and one members',
    { members: Array.from({ length: 1001 }, () => ({ calendar: office })) },
    'out-of-range',
    at('members'),
  ],
]
