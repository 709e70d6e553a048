import { describe, expect, it, test } from 'vitest'
import { calendarOfSalesforceHours, parseSalesforceHours } from '../../../src/adapters/salesforce-hours.ts'
import { businessClock, LeadSlaError } from '../../../src/clock.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16)

/** A record as the REST API gives it; days that are not named are closed. */
function hours(open: Record<string, readonly [string, string]> = weekdaysNineToFive) {
  const times = days.map((day) => [day, open[day]?.map((time) => `${time}:00.000Z`) ?? [null, null]] as const)
  return {
    attributes: { type: 'BusinessHours', url: '/services/data/v62.0/sobjects/BusinessHours/01m' },
    Id: '01m000000000001AAA',
    Name: 'Sales',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/New_York',
    ...Object.fromEntries(
      times.flatMap(([day, [start, end]]) => [
        [`${day}StartTime`, start],
        [`${day}EndTime`, end],
      ]),
    ),
  }
}

const weekdaysNineToFive = Object.fromEntries(days.slice(0, 5).map((day) => [day, ['09:00', '17:00'] as const]))

const holiday = {
  attributes: { type: 'Holiday' },
  Name: 'Holiday',
  IsAllDay: true,
  IsRecurrence: false,
  ActivityDate: null,
  StartTimeInMinutes: null,
  EndTimeInMinutes: null,
  RecurrenceType: null,
  RecurrenceStartDate: null,
  RecurrenceEndDateOnly: null,
  RecurrenceInterval: null,
  RecurrenceDayOfWeekMask: null,
  RecurrenceDayOfMonth: null,
  RecurrenceInstance: null,
  RecurrenceMonthOfYear: null,
}
const recurring = { ...holiday, IsRecurrence: true, RecurrenceStartDate: '2024-01-01' }

function issuesOf(record: unknown, options = {}) {
  const parsed = parseSalesforceHours(record, options)
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, ...path].join(' '))
}

function holidaysIn(year: number, record: Record<string, unknown>, options = {}) {
  const clock = businessClock(calendarOfSalesforceHours(hours(allDay), { holidays: [record], ...options }))
  const dates: string[] = []
  for (let at = Date.UTC(year, 0, 1, 12); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = utc(at).slice(0, 10)
    if (clock.isHoliday(date)) dates.push(date)
  }
  return dates
}

const allDay = Object.fromEntries(days.map((day) => [day, ['00:00', '00:00'] as const]))

describe('the business hours of Salesforce', () => {
  it('become a week in their zone', () => {
    expect(calendarOfSalesforceHours(hours())).toEqual({
      title: 'Sales',
      timeZone: 'America/New_York',
      week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']])),
    })
  })

  it('never close when each day is from midnight to midnight', () => {
    expect(businessClock(calendarOfSalesforceHours(hours(allDay))).nextClose(0)).toBeNull()
  })

  it('end with the day where the end is midnight', () => {
    const { week } = calendarOfSalesforceHours(hours({ Monday: ['13:30', '00:00'], Tuesday: ['00:00', '08:00'] }))
    expect(week).toEqual({ mon: ['13:30-24:00'], tue: ['00:00-08:00'] })
  })

  it('mean the same spans, on a week with holidays worked by hand', () => {
    // Thanksgiving 2026 is 26 November; the day after it closes at noon.
    const holidays = [
      {
        ...recurring,
        RecurrenceType: 'RecursYearlyNth',
        RecurrenceInstance: 'Fourth',
        RecurrenceDayOfWeekMask: 16,
        RecurrenceMonthOfYear: 'November',
      },
      { ...holiday, IsAllDay: false, ActivityDate: '2026-11-27', StartTimeInMinutes: 720, EndTimeInMinutes: 1440 },
    ]
    const clock = businessClock(calendarOfSalesforceHours(hours(), { holidays }))
    const spans = clock.spans('2026-11-25T00:00:00-05:00', '2026-12-01T00:00:00-05:00')
    expect(spans.map((span) => span.map(utc))).toEqual([
      ['2026-11-25T14:00', '2026-11-25T22:00'],
      ['2026-11-27T14:00', '2026-11-27T17:00'],
      ['2026-11-30T14:00', '2026-11-30T22:00'],
    ])
    expect(clock.holidayName('2026-11-26')).toBe('Holiday')
  })

  it('refuse every mistake at once, with its path', () => {
    const record: Record<string, unknown> = {
      ...hours(),
      Name: 7,
      TimeZoneSidKey: 'Eastern',
      MondayStartTime: '9:00',
      TuesdayEndTime: null,
      WednesdayEndTime: '08:00:00.000Z',
      ThursdayEndTime: '09:00:00.000Z',
      FridayStartTime: '09:00:00.500Z',
    }
    delete record.SundayEndTime
    expect(issuesOf(record)).toEqual([
      'unknown-time-zone TimeZoneSidKey',
      'wrong-type Name',
      'invalid-window MondayStartTime',
      'invalid-window TuesdayEndTime',
      'invalid-window WednesdayEndTime',
      'invalid-window ThursdayEndTime',
      'invalid-window FridayStartTime',
      'missing-key SundayEndTime',
    ])
    expect(issuesOf(null)).toEqual(['wrong-type'])
    expect(issuesOf(hours({}))).toEqual(['never-open'])
    expect(() => calendarOfSalesforceHours([])).toThrow(LeadSlaError)
  })
})

describe('a holiday of Salesforce', () => {
  it('on one date becomes that date, with its name', () => {
    const { holidays } = calendarOfSalesforceHours(hours(), { holidays: [{ ...holiday, ActivityDate: '2026-12-25' }] })
    expect(holidays).toEqual([{ date: '2026-12-25', name: 'Holiday' }])
    expect(holidaysIn(2026, { ...holiday, ActivityDate: '2026-12-25T00:00:00.000+0000' })).toEqual(['2026-12-25'])
  })

  it('of some hours becomes a closure, and two on a date become one', () => {
    const part = { ...holiday, IsAllDay: false, ActivityDate: '2026-12-24' }
    const holidays = [
      { ...part, StartTimeInMinutes: 540, EndTimeInMinutes: 600 },
      { ...part, StartTimeInMinutes: 840, EndTimeInMinutes: 0 },
    ]
    const { closures } = calendarOfSalesforceHours(hours(), { holidays })
    expect(closures).toEqual({ '2026-12-24': ['09:00-10:00', '14:00-24:00'] })
  })

  test.each([
    ['RecursYearly', { RecurrenceDayOfMonth: 25, RecurrenceMonthOfYear: 'December' }, ['2026-12-25']],
    ['RecursYearlyNth', { RecurrenceInstance: 'Last', RecurrenceDayOfWeekMask: 2, RecurrenceMonthOfYear: 'May' }, ['2026-05-25']],
    ['RecursMonthly', { RecurrenceInterval: 4, RecurrenceDayOfMonth: 15 }, ['2026-01-15', '2026-05-15', '2026-09-15']],
    [
      'RecursMonthlyNth',
      { RecurrenceInterval: 6, RecurrenceInstance: 'First', RecurrenceDayOfWeekMask: 32 },
      ['2026-01-02', '2026-07-03'],
    ],
  ])('that recurs for ever becomes a rule: %s', (RecurrenceType, fields, dates) => {
    const record = { ...recurring, ...fields, RecurrenceType }
    expect(holidaysIn(2026, record)).toEqual(dates)
    expect(holidaysIn(2023, record)).toEqual([])
    const bounded = { ...record, RecurrenceEndDateOnly: '2026-12-31' }
    expect(holidaysIn(2026, bounded)).toEqual(dates)
    expect(holidaysIn(2027, bounded)).toEqual([])
  })

  test.each([
    ['RecursDaily', { RecurrenceInterval: 100 }, ['2026-03-11', '2026-06-19', '2026-09-27']],
    ['RecursWeekly', { RecurrenceInterval: 17, RecurrenceDayOfWeekMask: 1 + 64 }, weeklyDates()],
    // The third of the days from Monday to Friday.
    [
      'RecursYearlyNth',
      { RecurrenceInstance: 'Third', RecurrenceDayOfWeekMask: 62, RecurrenceMonthOfYear: 'May' },
      ['2026-05-05'],
    ],
    ['RecursMonthly', { RecurrenceInterval: 5, RecurrenceDayOfMonth: 10 }, ['2026-02-10', '2026-07-10', '2026-12-10']],
    [
      'RecursMonthly',
      { RecurrenceInterval: 1, RecurrenceDayOfMonth: 31 },
      [1, 3, 5, 7, 8, 10, 12].map((month) => `2026-${String(month).padStart(2, '0')}-31`),
    ],
  ])('that no rule says is laid out for years: %s', (RecurrenceType, fields, dates) => {
    const record = { ...recurring, ...fields, RecurrenceType }
    const years = [2026, 2028]
    expect(holidaysIn(2026, record, { years })).toEqual(dates)
    expect(() => holidaysIn(2029, record, { years })).toThrow(LeadSlaError)
    expect(issuesOf(hours(allDay), { holidays: [record] })).toEqual(['missing-key holidays 0 RecurrenceEndDateOnly'])
  })

  it('on every weekday closes Monday to Friday while it lasts', () => {
    const record = {
      ...recurring,
      RecurrenceType: 'RecursEveryWeekday',
      RecurrenceStartDate: '2026-08-05',
      RecurrenceEndDateOnly: '2026-08-11',
    }
    expect(holidaysIn(2026, record)).toEqual(['2026-08-05', '2026-08-06', '2026-08-07', '2026-08-10', '2026-08-11'])
  })

  it('of every week on a day that is closed anyway says nothing', () => {
    const weekly = { ...recurring, RecurrenceType: 'RecursWeekly', RecurrenceInterval: 1 }
    expect(calendarOfSalesforceHours(hours(), { holidays: [{ ...weekly, RecurrenceDayOfWeekMask: 65 }] })).toEqual(
      calendarOfSalesforceHours(hours()),
    )
    expect(issuesOf(hours(), { holidays: [{ ...weekly, RecurrenceDayOfWeekMask: 66 }] })).toHaveLength(1)
  })

  it('that recurs for some hours is laid out as closures', () => {
    const eve = { ...recurring, IsAllDay: false, StartTimeInMinutes: 720, EndTimeInMinutes: 1020 }
    const record = { ...eve, RecurrenceType: 'RecursYearly', RecurrenceDayOfMonth: 24, RecurrenceMonthOfYear: 'December' }
    const { closures } = calendarOfSalesforceHours(hours(), { holidays: [record], years: [2020, 2025] })
    expect(closures).toEqual({ '2024-12-24': ['12:00-17:00'], '2025-12-24': ['12:00-17:00'] })
  })

  it('is refused with the path of what is wrong', () => {
    const holidays = [
      7,
      { ...holiday },
      { ...holiday, ActivityDate: '2026-02-30', IsAllDay: 'yes' },
      { ...holiday, ActivityDate: '2026-12-24', IsAllDay: false, StartTimeInMinutes: 900, EndTimeInMinutes: 840 },
      { ...recurring, RecurrenceType: 'RecursSometimes' },
      { ...recurring, RecurrenceType: 'RecursYearly', RecurrenceDayOfMonth: 30, RecurrenceMonthOfYear: 'February' },
      { ...recurring, RecurrenceType: 'RecursYearlyNth', RecurrenceMonthOfYear: 'Mai', RecurrenceInstance: 'Fifth' },
      { ...recurring, RecurrenceType: 'RecursEveryWeekday', RecurrenceEndDateOnly: '2023-12-31' },
      { ...recurring, RecurrenceType: 'RecursDaily', RecurrenceInterval: 0, RecurrenceStartDate: null },
    ]
    expect(issuesOf(hours(), { holidays })).toEqual([
      'wrong-type holidays 0',
      'missing-key holidays 1 ActivityDate',
      'wrong-type holidays 2 IsAllDay',
      'invalid-date holidays 2 ActivityDate',
      'invalid-window holidays 3 EndTimeInMinutes',
      'unknown-value holidays 4 RecurrenceType',
      'invalid-date holidays 5 RecurrenceDayOfMonth',
      'missing-key holidays 6 RecurrenceDayOfWeekMask',
      'unknown-value holidays 6 RecurrenceMonthOfYear',
      'unknown-value holidays 6 RecurrenceInstance',
      'invalid-date-range holidays 7 RecurrenceEndDateOnly',
      'missing-key holidays 8 RecurrenceStartDate',
    ])
    expect(issuesOf(hours(), { holidays: {} })).toEqual(['wrong-type holidays'])
    expect(issuesOf(hours(), { holidays: [], years: [2026] })).toEqual(['out-of-range years'])
  })
})

/** Saturday and Sunday of every 17th week, which begins on Sunday, counted from the week of Monday 2024-01-01. */
function weeklyDates(): string[] {
  const dates: string[] = []
  for (let sunday = Date.UTC(2023, 11, 31); sunday < Date.UTC(2027, 0, 1); sunday += 17 * 7 * 86_400_000) {
    dates.push(utc(sunday).slice(0, 10), utc(sunday + 6 * 86_400_000).slice(0, 10))
  }
  return dates.filter((date) => date.startsWith('2026'))
}
