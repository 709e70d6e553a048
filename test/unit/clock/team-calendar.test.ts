import { describe, expect, it } from 'vitest'
import {
  alwaysOpen,
  type CalendarDocument,
  onDuty,
  parseTeamCalendar,
  type TeamDocument,
  teamCalendar,
} from '../../../src/calendars.ts'
import { businessClock } from '../../../src/clock.ts'
import { everyDay, hourMs, officeWeek, text, texts } from './both.ts'
import { refusal } from './refusal.ts'
import { wrongTeams } from './wrong-calendars.ts'

const berlin: CalendarDocument = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
const late: CalendarDocument = { timeZone: 'Europe/Berlin', week: officeWeek('12:00-20:00') }
const york: CalendarDocument = { timeZone: 'America/New_York', week: officeWeek('09:00-17:00') }
const singapore: CalendarDocument = { timeZone: 'Asia/Singapore', week: officeWeek('09:00-17:00') }

/** The open spans of Monday, 4 May 2026 in Berlin. */
const monday = (team: TeamDocument) =>
  texts(businessClock(teamCalendar(team)).spans('2026-05-04T00:00:00+02:00', '2026-05-05T00:00:00+02:00'))

describe('a team', () => {
  it('is open when any of its members is', () => {
    expect(monday({ members: [{ calendar: berlin }, { calendar: late }] })).toEqual([
      ['2026-05-04T07:00:00Z', '2026-05-04T18:00:00Z'],
    ])
  })

  it('is the union of its members, who lend it their names', () => {
    expect(
      teamCalendar({ title: 'Sales', timeZone: 'UTC', members: [{ name: 'Ana', calendar: berlin }, { calendar: late }] }),
    ).toEqual({
      title: 'Sales',
      timeZone: 'UTC',
      union: [{ title: 'Ana', ...berlin }, late],
    })
  })

  it('gives no title to whom has no name', () => {
    const team = teamCalendar({ members: [{ calendar: berlin }, { calendar: late }] })
    expect(Object.keys(team)).toEqual(['union'])
    expect('union' in team && team.union.map((member) => Object.keys(member))).toEqual([
      ['timeZone', 'week'],
      ['timeZone', 'week'],
    ])
  })

  it('closes for leave only where nobody else is there', () => {
    const ana = { calendar: berlin, leave: ['2026-05-04'] }
    expect(monday({ members: [ana, { calendar: late }] })).toEqual([['2026-05-04T10:00:00Z', '2026-05-04T18:00:00Z']])
    expect(monday({ members: [ana, { calendar: berlin }] })).toEqual([['2026-05-04T07:00:00Z', '2026-05-04T15:00:00Z']])
    expect(monday({ members: [ana, { calendar: late, leave: ['2026-05-01/2026-05-08'] }] })).toEqual([])
  })

  it('knows half days of leave, beside whole ones of the same dates', () => {
    const leave = ['2026-05-05/2026-05-08', { dates: '2026-05-04', hours: ['13:00-17:00'] }]
    expect(monday({ members: [{ calendar: berlin, leave }] })).toEqual([['2026-05-04T07:00:00Z', '2026-05-04T11:00:00Z']])
    expect(
      monday({ members: [{ calendar: berlin, leave: ['2026-05-04', { dates: '2026-05-04', hours: ['13:00-17:00'] }] }] }),
    ).toEqual([])
  })

  it('reads leave of every year', () => {
    expect(monday({ members: [{ calendar: berlin, leave: ['05-01/05-04'] }] })).toEqual([])
  })

  it('reads leave in the zone of the member', () => {
    const from = '2026-05-04T00:00:00Z'
    const off = teamCalendar({
      timeZone: 'Europe/Berlin',
      members: [{ calendar: singapore, leave: ['2026-05-04'] }, { calendar: berlin }],
    })
    expect(texts(businessClock(off).spans(from, '2026-05-05T09:00:00Z'))).toEqual([
      ['2026-05-04T07:00:00Z', '2026-05-04T15:00:00Z'],
      ['2026-05-05T01:00:00Z', '2026-05-05T09:00:00Z'],
    ])
  })

  it('adds leave to closures that are there', () => {
    const closures = { '2026-05-04': ['09:00-10:00'] }
    const calendar = { ...berlin, closures }
    expect(monday({ members: [{ calendar, leave: [{ dates: '2026-05-04', hours: ['16:00-17:00'] }] }] })).toEqual([
      ['2026-05-04T08:00:00Z', '2026-05-04T14:00:00Z'],
    ])
    expect(closures).toEqual({ '2026-05-04': ['09:00-10:00'] })
  })

  it('takes leave from a combined calendar, in the zone of that one', () => {
    const calendar = { timeZone: 'Asia/Singapore', union: [berlin, late] }
    const leave = ['2026-05-04', { dates: '2026-05-04', hours: ['00:00-01:00'] }]
    expect(monday({ members: [{ calendar, leave }] })).toEqual([['2026-05-04T16:00:00Z', '2026-05-04T18:00:00Z']])
  })

  it('stops a night shift at midnight for a day of leave, and leaves it out by its hours', () => {
    const night = { timeZone: 'Europe/Berlin', week: everyDay('22:00-06:00') }
    expect(monday({ members: [{ calendar: night, leave: ['2026-05-04'] }] })).toEqual([])
    const hours = { dates: '2026-05-04', hours: ['22:00-06:00'] }
    const team = businessClock(teamCalendar({ members: [{ calendar: night, leave: [hours] }] }))
    expect(team.isOpen('2026-05-04T05:59:00+02:00')).toBe(true)
    expect(text(team.nextOpen('2026-05-04T06:00:00+02:00'))).toBe('2026-05-05T20:00:00Z')
  })
})

describe('a team of one', () => {
  it('is the calendar of its member', () => {
    expect(teamCalendar({ members: [{ calendar: berlin }] })).toEqual(berlin)
    expect(teamCalendar({ timeZone: 'Europe/Berlin', title: 'Sales', members: [{ name: 'Ana', calendar: berlin }] })).toEqual({
      ...berlin,
      title: 'Sales',
    })
    expect(teamCalendar({ members: [{ name: 'Ana', calendar: berlin, leave: ['2026-05-04'] }] })).toEqual({
      ...berlin,
      title: 'Ana',
      closures: { '2026-05-04': ['00:00-24:00'] },
    })
  })

  it('counts dates in the zone of the team', () => {
    for (const calendar of [singapore, { union: [singapore, singapore] }]) {
      const clock = businessClock(teamCalendar({ timeZone: 'America/New_York', members: [{ calendar }] }))
      expect(clock.zone.name).toBe('America/New_York')
      // Monday in Singapore begins on Sunday in New York.
      expect(clock.isBusinessDay('2026-05-03')).toBe(true)
      expect(clock.between('2026-05-03T00:00:00Z', '2026-05-10T00:00:00Z')).toBe(40 * hourMs)
    }
  })
})

describe('a wrong team', () => {
  const found = (value: unknown) => {
    const parsed = parseTeamCalendar(value, ['team'])
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.slice(1).join('.')])
  }

  it('is refused with every mistake at once', () => {
    const members = [
      { name: 7, calendar: { timeZone: 'Berlin', week: { mon: ['9-17'] } }, leave: ['2026-02-30', '2026-05-08/2026-05-04'] },
      { calender: berlin, leave: 'always' },
      { calendar: berlin, leave: [{ dates: '2026-05-04', hours: ['13-17'], why: 'x' }, { dates: '2026-05-04' }, 7] },
      'Ana',
    ]
    expect(found({ members, title: 7, timeZone: 'Nowhere', zone: 'UTC' })).toEqual([
      ['unknown-key', 'zone'],
      ['wrong-type', 'title'],
      ['unknown-time-zone', 'timeZone'],
      ['wrong-type', 'members.0.name'],
      ['unknown-time-zone', 'members.0.calendar.timeZone'],
      ['invalid-window', 'members.0.calendar.week.mon.0'],
      ['invalid-date', 'members.0.leave.0'],
      ['invalid-date-range', 'members.0.leave.1'],
      ['unknown-key', 'members.1.calender'],
      ['missing-key', 'members.1.calendar'],
      ['wrong-type', 'members.1.leave'],
      ['unknown-key', 'members.2.leave.0.why'],
      ['invalid-window', 'members.2.leave.0.hours.0'],
      ['wrong-type', 'members.2.leave.1.hours'],
      ['invalid-date', 'members.2.leave.2'],
      ['wrong-type', 'members.3'],
    ])
  })

  it.each(wrongTeams)('is told %s', (_title, team, code, path) => {
    const parsed = parseTeamCalendar(team)
    expect(parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
  })

  it.each([[undefined], [null], ['team'], [[]]])('is not a team at all: %j', (value) =>
    expect(found(value)).toEqual([['wrong-type', '']]),
  )

  it('has no members', () => {
    expect(found({})).toEqual([['missing-key', 'members']])
    expect(found({ members: [] })).toEqual([['wrong-type', 'members']])
    expect(refusal(() => teamCalendar({ members: [] })).code).toBe('wrong-type')
  })

  it('has leave without an end, or more of it than a calendar holds', () => {
    expect(found({ members: [{ calendar: berlin, leave: ['2026-05-04/..'] }] })).toEqual([['out-of-range', 'members.0.leave.0']])
    const long = { ...berlin, closures: { '1900-01-01/2100-01-01': ['12:00-13:00'] } }
    expect(found({ members: [{ calendar: long, leave: ['1900-01-01/2090-01-01'] }] })).toEqual([
      ['out-of-range', 'members.0.leave'],
    ])
  })

  it('has more members than a calendar may have', () => {
    expect(found({ members: Array.from({ length: 1001 }, () => ({ calendar: berlin })) })).toEqual([['out-of-range', 'members']])
  })

  it('throws when it is read', () => {
    const members = new Proxy([], {
      get() {
        throw new Error('no')
      },
    })
    expect(found({ members })).toEqual([['wrong-type', '']])
  })
})

describe('on duty', () => {
  const desks = [
    { name: 'Singapore', calendar: singapore },
    { name: 'Berlin', calendar: berlin, leave: ['2026-05-05'] },
    { name: 'New York', calendar: york },
  ]

  it.each([
    ['2026-05-04T02:00:00Z', ['Singapore']],
    ['2026-05-04T08:00:00Z', ['Singapore', 'Berlin']],
    ['2026-05-04T14:00:00Z', ['Berlin', 'New York']],
    ['2026-05-05T14:00:00Z', ['New York']],
    ['2026-05-04T22:00:00Z', []],
  ])('are those whose own calendar is open: at %s %j', (instant, names) => expect(onDuty(desks, instant)).toEqual(names))

  it('is refused without names, and for a bad instant', () => {
    const nameless = [{ calendar: berlin }] as unknown as Parameters<typeof onDuty>[0]
    expect(refusal(() => onDuty(nameless, 0)).issues).toMatchObject([{ code: 'missing-key', path: ['members', 0, 'name'] }])
    expect(refusal(() => onDuty(desks, '2026-05-04T02:00:00')).code).toBe('missing-offset')
  })
})

describe('follow-the-sun', () => {
  /** Around the clock in UTC: Singapore from 01:00 to 10:00, Berlin until 16:00 or 17:00, New York until 01:00 or 02:00. */
  const members = (yorkHours: string) => [
    { name: 'Singapore', calendar: { timeZone: 'Asia/Singapore', week: everyDay('09:00-18:00') } },
    { name: 'Berlin', calendar: { timeZone: 'Europe/Berlin', week: everyDay('09:00-18:00') } },
    { name: 'New York', calendar: { timeZone: 'America/New_York', week: everyDay(yorkHours) } },
  ]
  const gapsOf = (yorkHours: string) =>
    businessClock({ difference: [alwaysOpen('UTC'), teamCalendar({ members: members(yorkHours) })] })

  it('covers every hour of the year, also in the weeks in which only one side has changed its clocks', () => {
    const gaps = gapsOf('12:00-21:00')
    expect(gaps.between('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toBe(0)
    expect(refusal(() => gaps.nextOpen('2026-01-01T00:00:00Z')).code).toMatch(/beyond-horizon|never-open/)
  })

  it('leaves a gap of an hour a day when New York starts later, and none while it alone has summer time', () => {
    const gaps = gapsOf('13:00-21:00')
    const hoursIn = (from: string, to: string) => gaps.between(`${from}T00:00:00Z`, `${to}T00:00:00Z`) / hourMs
    expect(hoursIn('2026-03-01', '2026-03-08')).toBe(7)
    expect(hoursIn('2026-03-08', '2026-03-29')).toBe(0)
    expect(hoursIn('2026-03-29', '2026-10-25')).toBe(210)
    expect(hoursIn('2026-10-25', '2026-11-01')).toBe(0)
    expect(hoursIn('2026-11-01', '2026-11-08')).toBe(7)
    expect(texts(gaps.openings('2026-03-28T00:00:00Z', 1))).toEqual([['2026-03-29T16:00:00Z', '2026-03-29T17:00:00Z']])
  })

  it('says who is on duty when the gap comes: nobody', () => {
    expect(onDuty(members('13:00-21:00'), '2026-03-28T16:30:00Z')).toEqual(['Berlin'])
    expect(onDuty(members('13:00-21:00'), '2026-03-29T16:30:00Z')).toEqual([])
    expect(onDuty(members('13:00-21:00'), '2026-03-29T17:00:00Z')).toEqual(['New York'])
  })
})
