import { describe, expect, it, test } from 'vitest'
import { railsZoneNames, zoneOfRailsName } from '../../../src/adapters/rails-zones.ts'
import { calendarOfZendeskSchedule, parseZendeskSchedule } from '../../../src/adapters/zendesk-schedule.ts'
import { parseZone } from '../../../src/clock/zone.ts'
import { businessClock, LeadSlaError } from '../../../src/clock.ts'

const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16)
const day = 1440
const weekdays = [1, 2, 3, 4, 5].map((index) => ({ start_time: index * day + 540, end_time: index * day + 1020 }))
const schedule = { id: 1, name: 'North America', time_zone: 'Pacific Time (US & Canada)', intervals: weekdays }

function issuesOf(given: unknown, options = {}) {
  const parsed = parseZendeskSchedule(given, options)
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, ...path].join(' '))
}

function weekOf(intervals: readonly (readonly [number, number])[]) {
  const given = { time_zone: 'UTC', intervals: intervals.map(([start_time, end_time]) => ({ start_time, end_time })) }
  return calendarOfZendeskSchedule(given).week
}

describe('a schedule of Zendesk', () => {
  it('becomes a week in its zone', () => {
    const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => [name, ['09:00-17:00']]))
    const calendar = { title: 'North America', timeZone: 'America/Los_Angeles', week }
    expect(calendarOfZendeskSchedule(schedule)).toEqual(calendar)
    expect(calendarOfZendeskSchedule({ schedule })).toEqual(calendar)
  })

  it('takes IANA names as well', () => {
    expect(calendarOfZendeskSchedule({ ...schedule, time_zone: 'Europe/Vienna' }).timeZone).toBe('Europe/Vienna')
  })

  it('counts its minutes from Sunday', () => expect(weekOf([[720, 780]])).toEqual({ sun: ['12:00-13:00'] }))

  it('may have breaks, and may be open until midnight', () => {
    expect(
      weekOf([
        [2 * day + 960, 3 * day],
        [2 * day, 2 * day + 60],
      ]),
    ).toEqual({ tue: ['16:00-24:00', '00:00-01:00'] })
  })

  it('keeps a shift over midnight whole, also over the end of the week', () => {
    expect(weekOf([[day + 1320, 2 * day + 360]])).toEqual({ mon: ['22:00-06:00'] })
    expect(weekOf([[6 * day + 1320, 360]])).toEqual({ sat: ['22:00-06:00'] })
    expect(weekOf([[6 * day + 1320, 7 * day + 360]])).toEqual({ sat: ['22:00-06:00'] })
  })

  it('is cut at midnight where it is open for longer than a day', () => {
    expect(weekOf([[6 * day + 720, 7 * day + 2 * day]])).toEqual({
      ...{ sat: ['12:00-24:00'], sun: ['00:00-24:00'], mon: ['00:00-24:00'] },
    })
  })

  it('never closes when it is open all week', () => {
    const always = calendarOfZendeskSchedule({ time_zone: 'UTC', intervals: [{ start_time: 0, end_time: 7 * day }] })
    expect(businessClock(always).nextClose(0)).toBeNull()
  })

  it('means the same spans, on a week with holidays worked by hand', () => {
    const holidays = {
      holidays: [
        { id: 1, name: 'Christmas', start_date: '2026-12-24', end_date: '2026-12-25' },
        { id: 2, name: 'New Year', start_date: '2027-01-01', end_date: '2027-01-01' },
      ],
    }
    const clock = businessClock(calendarOfZendeskSchedule(schedule, { holidays }))
    const spans = clock.spans('2026-12-23T00:00:00-08:00', '2026-12-30T00:00:00-08:00')
    expect(spans.map((span) => span.map(utc))).toEqual([
      ['2026-12-23T17:00', '2026-12-24T01:00'],
      ['2026-12-28T17:00', '2026-12-29T01:00'],
      ['2026-12-29T17:00', '2026-12-30T01:00'],
    ])
    expect(clock.holidayName('2026-12-25')).toBe('Christmas')
    expect(clock.isHoliday('2027-01-01')).toBe(true)
  })

  it('refuses every mistake at once, with its path', () => {
    const broken = {
      name: 7,
      time_zone: 'Pacific',
      intervals: [5, { start_time: 60 }, { start_time: 60, end_time: 60 }, { start_time: -1, end_time: 1.5 }],
    }
    const holidays = [
      'Christmas',
      { name: null, start_date: '2026-12-25' },
      { start_date: '2026-12-26', end_date: '2026-12-25' },
      { start_date: '2026-02-30', end_date: '9999-12-31' },
      { start_date: '2026-01-01', end_date: '2126-12-31' },
    ]
    expect(issuesOf({ schedule: broken }, { holidays })).toEqual([
      'unknown-time-zone schedule time_zone',
      'wrong-type schedule intervals 0',
      'missing-key schedule intervals 1 end_time',
      'out-of-range schedule intervals 2 end_time',
      'out-of-range schedule intervals 3 start_time',
      'out-of-range schedule intervals 3 end_time',
      'wrong-type schedule name',
      'wrong-type holidays 0',
      'wrong-type holidays 1 name',
      'missing-key holidays 1 end_date',
      'invalid-date-range holidays 2 end_date',
      'invalid-date holidays 3 start_date',
      'invalid-date-range holidays 4 end_date',
    ])
    expect(issuesOf([])).toEqual(['wrong-type'])
    expect(issuesOf({ intervals: 7 })).toEqual(['missing-key time_zone', 'wrong-type intervals'])
    expect(issuesOf({ time_zone: 'UTC', intervals: [] })).toEqual(['never-open intervals'])
    expect(issuesOf(schedule, { holidays: 'none' })).toEqual(['wrong-type holidays'])
    expect(() => calendarOfZendeskSchedule({ schedules: [schedule] })).toThrow(LeadSlaError)
  })
})

describe('the names of zones', () => {
  test('are those of Rails, and each stands for a zone that the runtime knows', () => {
    expect(railsZoneNames).toHaveLength(152)
    expect(railsZoneNames.filter((name) => !parseZone(zoneOfRailsName(name)).ok)).toEqual([])
  })
  test('are no members of every object', () => expect(zoneOfRailsName('constructor')).toBeUndefined())
})
