import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { calendarOfSalesforceHours, parseSalesforceHours } from '../../src/adapters/salesforce-hours.ts'
import { calendarOfZendeskSchedule, parseZendeskSchedule } from '../../src/adapters/zendesk-schedule.ts'
import { businessClock, type Issue, issueCodes, type Parsed } from '../../src/clock.ts'
import { calendarOfOpeningHours, parseOpeningHours } from '../../src/opening-hours.ts'
import { intersect, measure, union } from '../../src/time/span.ts'
import { anyGarbage, type Garbage, made, throwingGarbage } from '../arbitraries/garbage.ts'
import { law } from './law.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const minutesOfWeek = 7 * 1440
const minuteMs = 60_000

const salesforceHours = () => ({
  Name: 'Sales',
  TimeZoneSidKey: 'UTC',
  ...Object.fromEntries(dayNames.flatMap((day) => [`${day}StartTime`, `${day}EndTime`].map((key) => [key, '00:00:00.000Z']))),
})
const salesforceHolidays = () => [
  { Name: 'One day', IsAllDay: true, IsRecurrence: false, ActivityDate: '2026-12-25' },
  { IsAllDay: false, IsRecurrence: false, ActivityDate: '2026-12-24', StartTimeInMinutes: 720, EndTimeInMinutes: 1440 },
  {
    ...{ IsAllDay: true, IsRecurrence: true, RecurrenceType: 'RecursMonthlyNth', RecurrenceStartDate: '2026-01-01' },
    ...{ RecurrenceEndDateOnly: '2027-01-01', RecurrenceInterval: 2, RecurrenceInstance: 'Last', RecurrenceDayOfWeekMask: 2 },
  },
]
const zendeskSchedule = () => ({
  schedule: { name: 'Sales', time_zone: 'UTC', intervals: [{ start_time: 540, end_time: 1020 }] },
})
const zendeskHolidays = () => ({ holidays: [{ name: 'Christmas', start_date: '2026-12-24', end_date: '2026-12-25' }] })

/** Every door, with something right to put garbage into. */
const doors: readonly { readonly right: () => unknown; readonly read: (input: never) => Parsed<unknown> }[] = [
  {
    right: () => ({ record: salesforceHours(), options: { holidays: salesforceHolidays(), years: [2026, 2027] } }),
    read: ({ record, options }: { record: unknown; options: object }) => parseSalesforceHours(record, options),
  },
  {
    right: () => ({ schedule: zendeskSchedule(), options: zendeskHolidays() }),
    read: ({ schedule, options }: { schedule: unknown; options: object }) => parseZendeskSchedule(schedule, options),
  },
  {
    right: () => ({ text: 'Mo-Fr 09:00-17:00; PH off', options: { timeZone: 'UTC', holidays: ['12-25'], years: [2026, 2026] } }),
    read: ({ text, options }: { text: unknown; options: never }) => parseOpeningHours(text, options),
  },
]

function isAnswer(parsed: Parsed<unknown>): void {
  if (parsed.ok) expect(() => businessClock(parsed.value as never)).not.toThrow()
  else expect(parsed.issues.length).toBeGreaterThan(0)
  for (const { code, path, message } of parsed.ok ? [] : (parsed.issues as Issue[])) {
    expect(issueCodes).toContain(code)
    expect(Array.isArray(path) && message.length > 0).toBe(true)
  }
}

type Spot = readonly [holder: Record<string, unknown>, key: string]

function spotsOf(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key): Spot[] => [[holder, key], ...spotsOf(holder[key])])
}

/** Options may be anything, but not nothing at all: that would be another call. */
function isAnsweredWith([index, place, garbage]: readonly [number, number, Garbage]): void {
  const { right, read } = doors[index] as (typeof doors)[number]
  const input = right()
  const spots = spotsOf(input).filter(([, key]) => key !== 'options')
  const [holder, key] = spots[place % spots.length] as Spot
  holder[key] = made(garbage)
  isAnswer(read(input as never))
}

describe('garbage in a calendar of another system', () => {
  const somewhere = fc.tuple(fc.nat(doors.length - 1), fc.nat())
  law('is answered with codes and paths wherever it stands', fc.tuple(somewhere, anyGarbage), ([[door, place], garbage]) =>
    isAnsweredWith([door, place, garbage]),
  )
  law('is answered even when it throws as it is looked at', fc.tuple(somewhere, throwingGarbage), ([[door, place], garbage]) =>
    isAnsweredWith([door, place, garbage]),
  )
  const scraps = fc.constantFrom(
    'Mo',
    'Fr',
    '-',
    ',',
    '; ',
    ' ',
    '09:00',
    '17:00',
    '26:00',
    'PH',
    'SH',
    'off',
    '"x"',
    'Dec',
    '24',
    '2026',
    '||',
    'easter',
    'week',
    '[',
    '1',
    ']',
    'sunrise',
    '+',
    '/',
    '24/7',
  )
  law('is answered as a text as well', fc.array(scraps, { maxLength: 12 }), (parts) => {
    isAnswer(parseOpeningHours(parts.join(''), { timeZone: 'UTC', holidays: [], years: [2026, 2026] }))
  })
})

const intervalOfWeek = fc
  .tuple(fc.nat(minutesOfWeek - 1), fc.integer({ min: 1, max: minutesOfWeek }))
  .map(([start_time, length]) => ({ start_time, end_time: start_time + length }))

describe('a schedule of Zendesk', () => {
  law(
    'is open in a week as long as its intervals last',
    fc.array(intervalOfWeek, { minLength: 1, maxLength: 6 }),
    (intervals) => {
      const clock = businessClock(calendarOfZendeskSchedule({ time_zone: 'UTC', intervals }))
      const spans = intervals.flatMap(({ start_time: from, end_time: to }) =>
        [0, -minutesOfWeek].map((shift) => [from + shift, to + shift] as const),
      )
      const open = measure(intersect(union(spans), [[0, minutesOfWeek]]))
      const sunday = Date.UTC(2026, 5, 7)
      expect(clock.between(sunday, sunday + minutesOfWeek * minuteMs)).toBe(open * minuteMs)
      for (const { start_time } of intervals) expect(clock.isOpen(sunday + start_time * minuteMs)).toBe(true)
    },
  )
})

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const recurrence = fc.record({
  RecurrenceType: fc.constantFrom('RecursMonthly', 'RecursMonthlyNth', 'RecursYearly', 'RecursYearlyNth'),
  RecurrenceStartDate: fc
    .integer({ min: 0, max: 700 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)),
  RecurrenceInterval: fc.integer({ min: 1, max: 7 }),
  RecurrenceDayOfMonth: fc.integer({ min: 1, max: 28 }),
  RecurrenceMonthOfYear: fc.constantFrom(...months),
  RecurrenceInstance: fc.constantFrom('First', 'Second', 'Third', 'Fourth', 'Last'),
  RecurrenceDayOfWeekMask: fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 62, 65, 127),
})

describe('a recurring holiday of Salesforce', () => {
  law('without an end falls on the dates of the one with a late end', recurrence, (fields) => {
    const record = { ...fields, IsAllDay: true, IsRecurrence: true }
    const datesOf = (holiday: object, years?: readonly [number, number]) => {
      const clock = businessClock(
        calendarOfSalesforceHours(salesforceHours(), { holidays: [holiday], ...(years ? { years } : {}) }),
      )
      return clock.byDate(Date.UTC(2025, 0, 1), Date.UTC(2029, 11, 31)).filter(({ openMs }) => openMs === 0)
    }
    const bounded = datesOf({ ...record, RecurrenceEndDateOnly: '2029-12-31' })
    expect(datesOf(record, [2025, 2029])).toEqual(bounded)
  })
})

const time = fc
  .nat(95)
  .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`)
const window = fc.tuple(time, time).filter(([open, close]) => open !== close)
const week = fc.array(fc.array(window, { maxLength: 2 }), { minLength: 7, maxLength: 7 })
const shortNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const keys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

describe('opening hours of OpenStreetMap', () => {
  law('open when the week does that they are written from', week, (days) => {
    fc.pre(days.some((windows) => windows.length > 0))
    const print = (windows: readonly (readonly [string, string])[]) => windows.map((one) => one.join('-'))
    // A comma adds a rule; after a semicolon it would take the whole date, and with it the end of the night shift before it.
    const rules = days.flatMap((windows, index) =>
      windows.length > 0 ? [`${shortNames[index]} ${print(windows).join(',')}`] : [],
    )
    const ours = businessClock({
      timeZone: 'UTC',
      week: Object.fromEntries(days.map((windows, index) => [keys[index], print(windows)])),
    })
    const theirs = businessClock(calendarOfOpeningHours(rules.join(', '), { timeZone: 'UTC' }))
    const [from, to] = [Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 22)]
    expect(theirs.spans(from, to)).toEqual(ours.spans(from, to))
  })
})
