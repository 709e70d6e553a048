import { describe, expect, it } from 'vitest'
import { businessClock, type CalendarDocument } from '../../../src/clock.ts'
import { everyDay, hourMs, officeWeek } from './both.ts'
import { refusal } from './refusal.ts'
import { wrongWeeks } from './wrong-calendars.ts'

const office = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }

describe('a calendar that does not open', () => {
  const nothing: [string, unknown][] = [
    ['has no day in its week', {}],
    ['has days without windows', everyDay()],
  ]

  it.each(nothing)('%s', (_title, week) => {
    const error = refusal(() => businessClock({ ...office, week } as CalendarDocument))
    expect(error.code).toBe('never-open')
    expect(error.issues[0]?.path).toEqual(['week'])
  })

  it('has only holidays and empty overrides beside an empty week', () => {
    const calendar = { timeZone: 'UTC', week: {}, holidays: ['2026-12-25'], overrides: { '2026-12-24': [] } }
    expect(refusal(() => businessClock(calendar)).code).toBe('never-open')
  })

  it('has nothing left after its last date, and says so instead of searching on', () => {
    const clock = businessClock({ timeZone: 'Europe/Berlin', week: {}, overrides: { '2026-04-13': ['09:00-17:00'] } })
    const beyond = ['beyond-horizon', 'never-open']
    expect(clock.after('2026-01-01T00:00:00Z', 8 * hourMs)).toBe(Date.parse('2026-04-13T15:00:00Z'))
    expect(clock.before('2027-01-01T00:00:00Z', 8 * hourMs)).toBe(Date.parse('2026-04-13T07:00:00Z'))
    expect(clock.between('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z')).toBe(8 * hourMs)
    expect(beyond).toContain(refusal(() => clock.after('2026-01-01T00:00:00Z', 8 * hourMs + 1)).code)
    expect(beyond).toContain(refusal(() => clock.before('2027-01-01T00:00:00Z', 8 * hourMs + 1)).code)
    expect(beyond).toContain(refusal(() => clock.nextOpen('2026-04-14T00:00:00Z')).code)
    expect(beyond).toContain(refusal(() => clock.nextClose('2026-04-14T00:00:00Z')).code)
    expect(beyond).toContain(refusal(() => clock.addBusinessDays('2026-04-13T12:00:00Z', 1)).code)
  })

  it('loses its only opening to a holiday, a closure or a gap', () => {
    const beyond = ['beyond-horizon', 'never-open']
    const once = { timeZone: 'Europe/Berlin', week: {}, overrides: { '2026-03-29': ['02:15-02:45'] } }
    const holiday = { ...once, overrides: { '2026-04-13': ['09:00-17:00'] }, holidays: ['2026-04-13'] }
    const closure = { ...once, overrides: { '2026-04-13': ['09:00-17:00'] }, closures: { '2026-04-13': ['00:00-24:00'] } }
    for (const calendar of [once, holiday, closure]) {
      expect(beyond).toContain(refusal(() => businessClock(calendar).after('2026-01-01T00:00:00Z', 1)).code)
      expect(beyond).toContain(refusal(() => businessClock(calendar).nextOpen('2026-01-01T00:00:00Z')).code)
    }
  })
})

describe('a calendar document', () => {
  it.each(wrongWeeks)('with %s is refused', (_title, calendar, code, path) => {
    const error = refusal(() => businessClock(calendar as CalendarDocument))
    expect(error.code).toBe(code)
    expect(error.issues[0]?.path).toEqual(path)
    expect(error.message).toContain(`[${code}]`)
  })

  const windows = [
    '25:00-26:00',
    '09:00-25:00',
    '09:00-24:01',
    '24:00-24:00',
    '24:00-02:00',
    '09:00-09:00',
    '00:00-00:00',
    '09:60-10:00',
    '9-17',
    '09:00',
  ]
  it.each([...windows, '', '09:00 - 17:00', '09:00-17:00-18:00', '-09:00-17:00', 'noon', 9, null, {}])(
    'refuses the window %j',
    (window) => {
      const error = refusal(() =>
        businessClock({ ...office, week: { mon: ['09:00-10:00', window] } } as unknown as CalendarDocument),
      )
      expect(error.code).toBe('invalid-window')
      expect(error.issues[0]?.path).toEqual(['week', 'mon', 1])
    },
  )

  const names = [
    'Europe/Atlantis',
    'Berlin',
    '',
    ' ',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'Z',
    'local',
    '../UTC',
    'Europe/',
  ]
  it.each([...names, 'x'.repeat(10_000), 42, null, {}])('refuses the zone %j', (timeZone) => {
    const error = refusal(() => businessClock({ ...office, timeZone } as unknown as CalendarDocument))
    expect(error.code).toBe('unknown-time-zone')
    expect(error.issues[0]?.path).toEqual(['timeZone'])
    expect(error.message.length).toBeLessThan(1_000)
  })

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-2-3',
    '25.12.2026',
    '2026-12-25T00:00:00Z',
    'christmas',
    '',
    20261225,
    null,
  ])('refuses the holiday %j', (date) => {
    const error = refusal(() => businessClock({ ...office, holidays: ['2026-12-25', date] } as CalendarDocument))
    expect(['invalid-date', 'wrong-type']).toContain(error.code)
    expect(error.issues[0]?.path).toEqual(['holidays', 1])
  })

  it('is told all its mistakes at once', () => {
    const calendar = { timeZone: 'Mars/Base', week: { mon: ['9-5'], tue: ['25:00-26:00'] }, holidays: ['2026-02-30'] }
    const { issues } = refusal(() => businessClock(calendar))
    expect(issues.map((found) => [found.code, ...found.path])).toEqual([
      ['unknown-time-zone', 'timeZone'],
      ['invalid-window', 'week', 'mon', 0],
      ['invalid-window', 'week', 'tue', 0],
      ['invalid-date', 'holidays', 0],
    ])
  })

  it('is not changed, and changing it later changes nothing', () => {
    const calendar = {
      timeZone: 'UTC',
      week: { mon: ['09:00-17:00'] },
      holidays: ['2026-04-13'],
      overrides: { '2026-04-20': ['09:00-10:00'] },
    }
    const before = structuredClone(calendar)
    const clock = businessClock(calendar)
    const answer = clock.between('2026-04-01T00:00:00Z', '2026-06-01T00:00:00Z')
    expect(calendar).toEqual(before)
    calendar.week.mon.push('18:00-20:00')
    calendar.holidays.length = 0
    expect(clock.between('2026-04-01T00:00:00Z', '2026-06-01T00:00:00Z')).toBe(answer)
    expect(businessClock(before).between('2026-04-01T00:00:00Z', '2026-06-01T00:00:00Z')).toBe(answer)
  })
})
