import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { businessClock } from '../../../src/clock.ts'
import { calendarOfOpeningHours, LeadSlaError, parseOpeningHours } from '../../../src/opening-hours.ts'

const timeZone = 'Europe/Berlin'
const hourMs = 3_600_000
const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16)

function issuesOf(text: unknown, options: Record<string, unknown> = { timeZone }) {
  const parsed = parseOpeningHours(text, options as never)
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, ...path].join(' '))
}

describe('opening hours that are the same in every week', () => {
  it('become a week, and nothing else', () => {
    expect(calendarOfOpeningHours('Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-14:00', { timeZone })).toEqual({
      timeZone,
      week: {
        ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-12:30', '13:30-17:00']])),
        sat: ['10:00-14:00'],
      },
    })
  })

  it('are read with the tolerance that the package has', () => {
    expect(calendarOfOpeningHours('mo-we 9-17', { timeZone })).toEqual(calendarOfOpeningHours('Mo-We 09:00-17:00', { timeZone }))
  })

  it('keep a night shift on the day on which it starts', () => {
    const { week } = calendarOfOpeningHours('Fr,Sa 22:00-06:00', { timeZone })
    expect(week).toEqual({ fri: ['22:00-06:00'], sat: ['22:00-06:00'] })
  })

  it('never close when they are 24/7', () => {
    expect(businessClock(calendarOfOpeningHours('24/7', { timeZone })).nextClose(0)).toBeNull()
  })

  it('mean on the clock of the place what they say, on a week of a transition worked by hand', () => {
    const clock = businessClock(calendarOfOpeningHours('Fr 09:00-17:00; Sa 22:00-06:00', { timeZone }))
    const spans = clock.spans('2026-03-23T00:00:00+01:00', '2026-03-30T00:00:00+02:00')
    expect(spans.map((span) => span.map(utc))).toEqual([
      ['2026-03-27T08:00', '2026-03-27T16:00'],
      ['2026-03-28T21:00', '2026-03-29T04:00'],
    ])
  })
})

describe('public holidays', () => {
  const holidays = ['05-01', { name: 'Good Friday', easter: -2 }]

  test.each([
    'Mo-Fr 09:00-17:00; PH off',
    'Mo-Fr 09:00-17:00; ph closed',
    'Mo-Fr 09:00-17:00; PH off "see the door"',
    'Mo-Fr 09:00-17:00, PH off',
    'Mo-Fr 09:00-17:00; Su,PH off',
    'Mo-Fr 09:00-17:00; PH,Su off; Sa off',
  ])('that are closed are the holidays of the calendar: %s', (text) => {
    const clock = businessClock(calendarOfOpeningHours(text, { timeZone, holidays }))
    const week = clock.byDate('2026-04-27T00:00:00+02:00', '2026-05-04T00:00:00+02:00')
    expect(week.map(({ openMs }) => openMs / hourMs)).toEqual([8, 8, 8, 8, 0, 0, 0])
    expect(clock.holidayName('2026-04-03')).toBe('Good Friday')
  })

  it('are asked for, because a text does not say which they are', () => {
    expect(issuesOf('Mo-Fr 09:00-17:00; PH off')).toEqual(['missing-key holidays'])
  })

  it('are taken away as well when the text does not name them and the options do', () => {
    const clock = businessClock(calendarOfOpeningHours('Mo-Fr 09:00-17:00', { timeZone, holidays }))
    expect(clock.isBusinessDay('2026-05-01')).toBe(false)
  })

  test.each([
    'PH off; Mo-Fr 09:00-17:00',
    'Mo-Fr 09:00-17:00; PH off; Tu 10:00-14:00',
    'Mo-Fr 09:00-17:00; PH off; Tu 10:00-14:00, Mo off',
    'Mo-Fr,PH 09:00-17:00',
    'Mo-Fr 09:00-17:00; PH 10:00-12:00',
    'Mo-Fr 09:00-17:00; PH -1 day off',
    'Mo-Fr 09:00-17:00; PH Mo off',
  ])('that open, or that a later rule may open, are refused: %s', (text) => {
    expect(issuesOf(text, { timeZone, holidays })).toEqual(['unsupported-hours'])
  })
})

describe('opening hours that vary by date', () => {
  const years = [2026, 2028] as const

  it('need the years for which they are laid out', () => {
    expect(issuesOf('Mo-Fr 09:00-17:00; Dec 24 off')).toEqual(['missing-key years'])
    expect(issuesOf('Mo-Fr 09:00-17:00; Dec 24 off', { timeZone, years: [2028, 2026] })).toEqual(['out-of-range years'])
    expect(issuesOf('Mo-Fr 09:00-17:00; Dec 24 off', { timeZone, years: [1900, 1999] })).toEqual(['out-of-range years'])
  })

  it('become the most frequent week, seasons, and overrides for the rest', () => {
    const text = 'Mo-Fr 08:00-18:00; Jul-Aug Mo-Fr 10:00-14:00; Dec 24 off'
    expect(calendarOfOpeningHours(text, { timeZone, years: [2026, 2026] })).toEqual({
      timeZone,
      week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['08:00-18:00']])),
      seasons: [
        {
          during: '2026-07-01/2026-08-31',
          week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['10:00-14:00']])),
        },
      ],
      overrides: { '2026-12-24': [] },
      holidays: [{ name: 'The years of these opening hours', years: [2026, 2026], dates: [] }],
    })
  })

  it('are beyond the horizon outside these years', () => {
    const clock = businessClock(calendarOfOpeningHours('Mo-Fr 09:00-17:00; Dec 24 off', { timeZone, years }))
    expect(clock.horizon.map(utc)).toEqual(['2025-12-31T23:00', '2028-12-31T23:00'])
    expect(() => clock.isBusinessDay('2029-12-24')).toThrow(LeadSlaError)
  })

  it('begin with the first of these years, not with the night shift before it', () => {
    const calendar = calendarOfOpeningHours('Jan 01-Nov 30 22:00-06:00', { timeZone: 'UTC', years })
    expect(calendar.overrides?.['2025-12-31']).toEqual([])
    const [first] = businessClock(calendar).spans('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')
    expect(first?.map(utc)).toEqual(['2026-01-01T22:00', '2026-01-02T06:00'])
  })

  it('know the Easter of every year', () => {
    const clock = businessClock(calendarOfOpeningHours('Mo-Su 09:00-17:00; easter -2 days off; easter off', { timeZone, years }))
    const closed = ['2026-04-03', '2026-04-05', '2027-03-26', '2027-03-28', '2028-04-14', '2028-04-16']
    expect(closed.filter((date) => clock.isBusinessDay(date))).toEqual([])
    expect(clock.businessDaysBetween('2026-01-01', '2028-12-31')).toBe(364 + 365 + 366 - closed.length)
  })
})

describe('years in opening hours', () => {
  it('hold for the dates that they name', () => {
    const text = 'Mo-Su 09:00-17:00; 2026 Dec 24-2027 Jan 02 off; 2027 Jul Mo-Su 10:00-12:00'
    const clock = businessClock(calendarOfOpeningHours(text, { timeZone, years: [2025, 2028] }))
    const hoursOn = (date: string) => clock.between(`${date}T00:00:00Z`, `${date}T23:59:59Z`) / hourMs
    const dates = ['2025-12-24', '2026-01-01', '2026-12-23', '2026-12-24', '2027-01-02', '2027-01-03', '2027-07-31', '2028-07-31']
    expect(dates.map(hoursOn)).toEqual([8, 8, 8, 0, 0, 8, 2, 8])
  })
})

describe('the end of February', () => {
  test.each([
    ['Feb 27-28', 28, 28],
    ['Feb 27-29', 28, 29],
    ['Feb 27-Feb 28', 28, 28],
    ['Feb 27-Feb 29', 28, 29],
    ['2026 Feb 27-28,2028 Feb 27-29', 28, 29],
    ['Feb 29', undefined, 29],
  ])('is where a text says, in common and in leap years: %s', (dates, common, leap) => {
    const clock = businessClock(calendarOfOpeningHours(`${dates} 10:00-12:00`, { timeZone, years: [2026, 2028] }))
    const lastOpen = (year: number) =>
      ['02-26', '02-27', '02-28', '02-29', '03-01'].filter((date) => {
        const isDate = year === 2028 || date !== '02-29'
        return isDate && clock.isBusinessDay(`${year}-${date}`)
      })
    expect(lastOpen(2026).at(-1)).toBe(common && `02-${common}`)
    expect(lastOpen(2028).at(-1)).toBe(`02-${leap}`)
  })
})

describe('what no calendar can say', () => {
  test.each([
    'sunrise-sunset',
    'Mo-Fr 09:00-sunset',
    'Mo-Fr 09:00+',
    '"by appointment"',
    'Mo-Fr 09:00-17:00 "by appointment"',
    'Mo-Fr 09:00-17:00 || "ring the bell"',
    'Mo-Fr 09:00-17:00 unknown',
    'Mo-Fr 09:00-17:00; SH off',
    'Mo-Fr 09:00-17:00; 2026-2028/2 Dec 24 off',
    'Mo-Fr 09:00-17:00; 2026 Nov-Feb off',
    'Mo-Fr 09:00-17:00; 2026-2027 Jul off',
    'Mo-Fr 09:00-17:00; 2026 easter off',
    'Mo-Fr 09:00-17:00; 2026 week 10 Mo off',
    'Mo-Fr 09:00-17:00; easter -81 days off',
    'Mo-Fr 09:00-17:00; Feb 20,22-28 off',
    'Mo-Fr 09:00-17:00; Feb 01-28/2 off',
  ])('is refused: %s', (text) => expect(issuesOf(text, { timeZone, years: [2026, 2027] })).toEqual(['unsupported-hours']))

  it('is refused all at once', () => {
    expect(issuesOf('Mo-Fr sunrise-17:00; SH off; PH 10:00-12:00', { years: [1, 2] })).toEqual([
      ...['unsupported-hours', 'unsupported-hours', 'unsupported-hours'],
      ...['out-of-range years', 'missing-key timeZone'],
    ])
  })

  it('is no opening hours at all', () => {
    expect(issuesOf('whenever we like')).toEqual(['invalid-opening-hours'])
    const parsed = parseOpeningHours('Mo-Fr 09:00-17:00; 2020 Jan 01 off; Sa 10:00', { timeZone })
    expect(parsed.ok ? [] : parsed.issues.map(({ expected }) => expected)).toEqual([
      'opening hours in the notation of OpenStreetMap, which end or go on otherwise after "Mo-Fr 09:00-17:00; 2020 Jan 01 off; Sa 10:00"',
    ])
    expect(issuesOf('')).toEqual(['invalid-opening-hours'])
    expect(issuesOf(undefined)).toEqual(['wrong-type'])
    expect(issuesOf('Mo '.repeat(1000))).toEqual(['wrong-type'])
  })

  it('is a place that never opens', () => {
    expect(issuesOf('off')).toEqual(['never-open'])
    expect(issuesOf('PH off', { timeZone, holidays: [] })).toEqual(['never-open'])
  })

  it('is a zone or a holiday that the clock does not know, with the path in the options', () => {
    const holidays = ['2026-02-30', { date: '13-01' }]
    expect(issuesOf('24/7', { timeZone: 'Berlin', holidays })).toEqual([
      ...['unknown-time-zone timeZone', 'invalid-date holidays 0', 'invalid-date holidays 1 date'],
    ])
  })

  it('throws from the other door', () => {
    expect(() => calendarOfOpeningHours('sunrise-sunset', { timeZone })).toThrow(LeadSlaError)
  })
})

describe('the zone of the machine', () => {
  it('changes no document, and under UTC the package itself gives the same hours', { timeout: 120_000 }, async () => {
    const hostZones = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia']
    const reports = await Promise.all(hostZones.map(reportUnder))
    expect(reports.map(({ hostZone }) => hostZone)).toEqual(hostZones)
    // Proves that TZ took effect.
    expect(reports.map(({ hostOffsets }) => hostOffsets)).toEqual([
      [0, 0],
      [-60, -120],
      [180, 180],
      [-660, -630],
      [-780, -780],
    ])
    for (const { documents } of reports) expect(documents).toEqual(reports[0]?.documents)
    expect(reports[0]?.documents).toHaveLength(17)
    expect(reports[0]?.differences).toEqual([])
  })
})

interface Report {
  readonly hostZone: string
  readonly hostOffsets: readonly number[]
  readonly documents: readonly unknown[]
  readonly differences: readonly string[]
}

async function reportUnder(hostZone: string): Promise<Report> {
  const program = fileURLToPath(new URL('opening-hours-host.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: hostZone },
  })
  return JSON.parse(stdout) as Report
}
