import { describe, expect, it, test } from 'vitest'
import type { AnyCalendarDocument, CalendarDocument, DescribeOptions, HolidayDocument } from '../../../src/calendars.ts'
import { describeCalendar } from '../../../src/calendars.ts'
import { everyDay, officeWeek } from '../clock/both.ts'
import { refusal } from '../clock/refusal.ts'

const timeZone = 'Europe/Berlin'
const office = { timeZone, week: officeWeek('09:00-17:00') }
const english = (document: AnyCalendarDocument, detail: 'short' | 'full' = 'short') =>
  describeCalendar(document, { language: 'en', detail })
const german = (document: AnyCalendarDocument, detail: 'short' | 'full' = 'short') =>
  describeCalendar(document, { language: 'de', detail })

describe('a week', () => {
  const h = ['09:00-12:00']
  const other = ['10:00-11:00']
  const weeks: [string, CalendarDocument['week'], string, string][] = [
    [
      'joins equal days',
      { mon: h, tue: h, wed: h, thu: h, fri: other },
      'Mon–Thu 9:00–12:00, Fri 10:00–11:00',
      'Mo–Do 9:00–12:00, Fr 10:00–11:00',
    ],
    ['joins equal days that are apart', { mon: h, wed: h, fri: h }, 'Mon, Wed, Fri 9:00–12:00', 'Mo, Mi, Fr 9:00–12:00'],
    [
      'joins runs that are apart',
      { mon: h, tue: h, thu: other, sat: h, sun: h },
      'Mon–Tue, Sat–Sun 9:00–12:00, Thu 10:00–11:00',
      'Mo–Di, Sa–So 9:00–12:00, Do 10:00–11:00',
    ],
    [
      'names both windows of a day',
      { mon: ['13:30-18:00', '09:00-12:30'] },
      'Mon 9:00–12:30 and 13:30–18:00',
      'Mo 9:00–12:30 und 13:30–18:00',
    ],
    [
      'merges windows that touch or overlap',
      { mon: ['09:00-12:00', '12:00-15:00', '14:00-17:00'] },
      'Mon 9:00–17:00',
      'Mo 9:00–17:00',
    ],
    ['says when a shift ends the next day', { fri: ['22:00-06:00'] }, 'Fri 22:00–6:00 (next day)', 'Fr 22:00–6:00 (Folgetag)'],
    [
      'keeps the end of the day',
      { fri: ['22:00-00:00'], sat: ['20:00-24:00'] },
      'Fri 22:00–24:00, Sat 20:00–24:00',
      'Fr 22:00–24:00, Sa 20:00–24:00',
    ],
    ['keeps seconds', { fri: ['09:00:30-17:00:00'] }, 'Fri 9:00:30–17:00', 'Fr 9:00:30–17:00'],
    ['says all day', { sat: ['00:00-24:00'] }, 'Sat all day', 'Sa ganztägig'],
    ['says daily', everyDay('09:00-12:00'), 'daily 9:00–12:00', 'täglich 9:00–12:00'],
    ['says around the clock', everyDay('00:00-12:00', '12:00-24:00'), 'around the clock', 'rund um die Uhr'],
    [
      'tells shifts around the clock from days around the clock',
      everyDay('06:00-22:00', '22:00-06:00'),
      'daily 6:00–6:00 (next day)',
      'täglich 6:00–6:00 (Folgetag)',
    ],
  ]
  it.each(weeks)('%s', (_title, week, inEnglish, inGerman) => {
    expect(english({ timeZone, week })).toBe(`${inEnglish}, Europe/Berlin`)
    expect(german({ timeZone, week })).toBe(`${inGerman}, Europe/Berlin`)
  })
})

describe('holidays', () => {
  const berlin = { region: 'DE-BE', name: 'Berlin', dates: ['2026-01-01', { date: '2026-03-08', name: 'Frauentag' }] }
  const told = (...holidays: HolidayDocument[]) =>
    english({ ...office, holidays }).replace('Mon–Fri 9:00–17:00, Europe/Berlin, ', '')
  const fully = (...holidays: HolidayDocument[]) =>
    english({ ...office, holidays }, 'full').replace('Mon–Fri 9:00–17:00, Europe/Berlin, ', '')

  it('have the name of their region', () => {
    expect(told(berlin)).toBe('Berlin holidays')
    expect(told({ region: 'DE-BE', dates: ['2026-01-01'] })).toBe('DE-BE holidays')
    expect(german({ ...office, holidays: [berlin] })).toBe('Mo–Fr 9:00–17:00, Europe/Berlin, Feiertage in Berlin')
  })

  it('have the name of their list where there is no region', () => {
    expect(told({ name: 'Inventory', dates: ['2026-01-02'] })).toBe('holidays: Inventory')
    expect(told({ years: [2026, 2027], dates: ['2026-01-02'] })).toBe('holidays: 1 holiday 2026–2027')
  })

  it('say for which years they are known, as the clock refuses the others', () => {
    expect(told({ ...berlin, years: [2024, 2030] })).toBe('Berlin holidays 2024–2030')
  })

  it('count own dates', () => {
    expect(told('2026-05-15')).toBe('1 holiday')
    expect(told('2026-05-15', '2026-05-16', '2026-05-15')).toBe('2 holidays')
    expect(told(berlin, '2026-05-15')).toBe('Berlin holidays and 1 more day')
    expect(told(berlin, { dates: ['2026-05-15', '2026-05-16'] }, { date: '2026-05-18', name: 'x' })).toBe(
      'Berlin holidays and 3 more days',
    )
  })

  it('are all listed in a full text', () => {
    expect(fully(berlin, '2026-05-15', { date: '2026-05-18', name: 'Bridge' })).toBe(
      'Berlin holidays (1 January 2026, 8 March 2026 Frauentag), 15 May 2026 and 18 May 2026 Bridge',
    )
  })

  const rules: [HolidayDocument, string, string][] = [
    ['12-25', '25 December', '25. Dezember'],
    [{ nth: 4, weekday: 'thu', month: 11 }, 'the fourth Thursday in November', 'der vierte Donnerstag im November'],
    [{ nth: -1, weekday: 'mon', month: 5 }, 'the last Monday in May', 'der letzte Montag im Mai'],
    [{ nth: -2, weekday: 'mon', month: 5 }, 'the second to last Monday in May', 'der vorletzte Montag im Mai'],
    [
      { nth: 4, weekday: 'thu', month: 11, plus: 1 },
      '1 day after the fourth Thursday in November',
      'der vierte Donnerstag im November plus 1 Tag',
    ],
    [{ weekday: 'wed', before: '11-23' }, 'the Wednesday before 23 November', 'der Mittwoch vor dem 23. November'],
    [{ weekday: 'sat', after: '06-19' }, 'the Saturday after 19 June', 'der Samstag nach dem 19. Juni'],
    [{ easter: 0 }, 'Easter Sunday', 'Ostersonntag'],
    [{ easter: -2 }, '2 days before Easter Sunday', 'Ostersonntag minus 2 Tage'],
    [{ easter: 1, church: 'orthodox' }, '1 day after Orthodox Easter Sunday', 'orthodoxer Ostersonntag plus 1 Tag'],
    [
      { date: '01-01', observed: 'weekendToMonday' },
      '1 January (if on a weekend, the Monday after)',
      '1. Januar (am Wochenende der Montag danach)',
    ],
    [
      { date: '01-01', observed: 'sundayToMonday' },
      '1 January (if on a Sunday, the Monday after)',
      '1. Januar (am Sonntag der Montag danach)',
    ],
    [
      { date: '06-19', observed: 'nearestWeekday', during: '2021-06-19/..' },
      '19 June (if on a weekend, the Friday before or the Monday after; from 19 June 2021)',
      '19. Juni (am Wochenende der Freitag davor oder der Montag danach; ab 19. Juni 2021)',
    ],
  ]
  it.each(rules)('by rule read as the rule says: %j', (rule, inEnglish, inGerman) => {
    expect(told(rule)).toBe(`holidays: ${inEnglish}`)
    expect(german({ ...office, holidays: [rule] })).toBe(`Mo–Fr 9:00–17:00, Europe/Berlin, Feiertage: ${inGerman}`)
  })

  it('by rule go by their name, with the rule in a full text', () => {
    const thanksgiving = { name: 'Thanksgiving', nth: 4, weekday: 'thu', month: 11, during: '2000-01-01/2030-12-31' } as const
    expect(told(thanksgiving)).toBe('holidays: Thanksgiving')
    expect(fully(thanksgiving)).toBe(
      'holidays: Thanksgiving (the fourth Thursday in November; 1 January 2000 to 31 December 2030)',
    )
  })

  it('by rule are counted from the fourth on', () => {
    expect(told('01-01', '05-01', '12-25', '12-26', '2026-05-15')).toBe('holidays: 1 January, 1 May, 25 December and 2 more days')
    expect(told(berlin, '12-24')).toBe('Berlin holidays and 24 December')
  })

  it('take away shifts only where a shift runs over midnight', () => {
    const scoped = { ...office, holidays: ['12-25'], holidayScope: 'shiftStart' } as const
    expect(english(scoped)).toBe('Mon–Fri 9:00–17:00, Europe/Berlin, holidays: 25 December')
    expect(english({ ...scoped, week: { fri: ['22:00-06:00'] } })).toBe(
      'Fri 22:00–6:00 (next day), Europe/Berlin, holidays: 25 December; a holiday takes away the shifts that start on it',
    )
  })
})

describe('a combined calendar', () => {
  const ana = { title: 'Ana', ...office }
  const late = { timeZone, week: officeWeek('12:00-20:00') }

  it('says its members and their common zone once', () => {
    expect(english({ union: [ana, late] })).toBe('any of Ana (Mon–Fri 9:00–17:00) and (Mon–Fri 12:00–20:00), Europe/Berlin')
    expect(german({ union: [ana, late] })).toBe(
      'mindestens einer von Ana (Mo–Fr 9:00–17:00) und (Mo–Fr 12:00–20:00), Europe/Berlin',
    )
    expect(english({ intersection: [ana, late] })).toBe(
      'both of Ana (Mon–Fri 9:00–17:00) and (Mon–Fri 12:00–20:00), Europe/Berlin',
    )
    expect(german({ intersection: [ana, late] })).toBe('zugleich Ana (Mo–Fr 9:00–17:00) und (Mo–Fr 12:00–20:00), Europe/Berlin')
    expect(english({ intersection: [ana, late, ana] })).toMatch(/^all of /)
    expect(english({ difference: [ana, late, late] })).toBe(
      'Ana (Mon–Fri 9:00–17:00), but not (Mon–Fri 12:00–20:00) or (Mon–Fri 12:00–20:00), Europe/Berlin',
    )
    expect(german({ difference: [ana, late] })).toBe('Ana (Mo–Fr 9:00–17:00), aber nicht (Mo–Fr 12:00–20:00), Europe/Berlin')
  })

  it('says whose dates it counts where zones differ', () => {
    const york = { title: 'New York', timeZone: 'America/New_York', week: officeWeek('09:00-17:00') }
    expect(english({ union: [ana, york] })).toBe(
      'any of Ana (Mon–Fri 9:00–17:00, Europe/Berlin) and New York (Mon–Fri 9:00–17:00, America/New_York), dates in Europe/Berlin',
    )
    expect(english({ timeZone: 'UTC', union: [ana, late] })).toMatch(/, Europe\/Berlin, dates in UTC$/)
  })

  it('may be made of combined ones', () => {
    expect(english({ difference: [{ title: 'Sales', union: [ana, late] }, office] })).toBe(
      'Sales (any of Ana (Mon–Fri 9:00–17:00) and (Mon–Fri 12:00–20:00)), but not (Mon–Fri 9:00–17:00), Europe/Berlin',
    )
  })

  it('counts its members from the fourth on', () => {
    expect(english({ union: [ana, ana, ana, late, late] })).toMatch(/ and 2 more calendars, Europe\/Berlin$/)
    expect(english({ union: [ana, ana, ana, late, late] }, 'full')).not.toContain('more')
  })
})

describe('what cannot be said', () => {
  test('a wrong calendar is refused with its own issues', () => {
    const error = refusal(() => english({ timeZone: 'Berlin', week: { mon: ['9-17'] } }))
    expect(error.issues.map(({ code }) => code)).toEqual(['unknown-time-zone', 'invalid-window'])
  })

  test('an unknown language and an unknown detail are refused, and the known ones named', () => {
    const say = (options: object) => refusal(() => describeCalendar(office, options as DescribeOptions)).issues[0]
    expect(say({ language: 'eo' })).toMatchObject({ code: 'unknown-value', path: ['language'], known: ['en', 'de'] })
    expect(say({ language: 'toString' })).toMatchObject({ code: 'unknown-value', path: ['language'] })
    expect(say({ language: 'en', detail: 'long' })).toMatchObject({ code: 'unknown-value', path: ['detail'] })
  })
})
