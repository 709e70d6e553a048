import { describe, expect, it } from 'vitest'
import { type CalendarDocument, type DescribeOptions, describeCalendar } from '../../../src/calendars.ts'
import { everyDay, officeWeek } from '../clock/both.ts'

const timeZone = 'Europe/Berlin'
const office = { timeZone, week: officeWeek('09:00-17:00') }

describe('what differs from the week', () => {
  const told = (exceptions: Partial<CalendarDocument>, detail: DescribeOptions['detail'] = 'short') =>
    describeCalendar({ ...office, ...exceptions }, { language: 'en', detail }).replace('Mon–Fri 9:00–17:00, Europe/Berlin; ', '')
  const toldInGerman = (exceptions: Partial<CalendarDocument>) =>
    describeCalendar({ ...office, ...exceptions }, { language: 'de' }).replace('Mo–Fr 9:00–17:00, Europe/Berlin; ', '')

  it('are seasons, with their hours', () => {
    const seasons = [{ during: '06-01/08-31', week: officeWeek('08:00-14:00') }]
    expect(told({ seasons })).toBe('1 June to 31 August: Mon–Fri 8:00–14:00')
    expect(toldInGerman({ seasons })).toBe('1. Juni bis 31. August: Mo–Fr 8:00–14:00')
    expect(told({ seasons: [{ title: 'Summer', during: '2026-08-03/2026-08-14', week: {} }] })).toBe(
      'Summer, 3 to 14 August 2026: closed',
    )
    expect(told({ seasons: [{ during: '2026-09-01/..', week: everyDay('00:00-24:00') }] })).toBe(
      'from 1 September 2026: around the clock',
    )
    expect(told({ seasons: [{ during: '../2026-08-31', week: {} }] })).toBe('until 31 August 2026: closed')
    expect(told({ seasons: [{ during: '../..', week: {} }] })).toBe('always: closed')
  })

  it('are seasons of which the first counts where they meet', () => {
    const seasons = [
      { during: '2026-09-01/..', week: everyDay('09:00-10:00') },
      { during: '12-24/01-02', week: {} },
    ]
    expect(told({ seasons })).toBe(
      'from 1 September 2026: daily 9:00–10:00; 24 December to 2 January: closed; where two of these times meet, the first counts',
    )
  })

  it('are half days and extra openings', () => {
    expect(told({ overrides: { '12-24': ['09:00-13:00'] } })).toBe('24 December 9:00–13:00')
    expect(told({ overrides: { '12-24': ['09:00-13:00'], '12-31': ['09:00-13:00'], '2026-12-19': ['10:00-14:00'] } })).toBe(
      '24 December and 31 December 9:00–13:00; 19 December 2026 10:00–14:00',
    )
    expect(toldInGerman({ overrides: { '2026-12-19': { hours: ['10:00-14:00'], onHolidays: true } } })).toBe(
      '19. Dezember 2026 10:00–14:00 (auch an Feiertagen)',
    )
    expect(told({ overrides: { '2026-12-21/2026-12-23': ['10:00-14:00'] } })).toBe('21 to 23 December 2026 daily 10:00–14:00')
  })

  it('are dates without hours, which take the shifts that start on them', () => {
    expect(told({ overrides: { '12-31': [] } })).toBe('31 December closed')
    expect(told({ week: { fri: ['22:00-06:00'] }, overrides: { '12-31': [] } })).toContain('31 December no shift starts')
  })

  it('are overrides of which the narrowest counts where they meet', () => {
    expect(told({ overrides: { '12-24': ['09:00-13:00'], '2026-12-24': [] } })).toBe(
      '24 December 9:00–13:00; 24 December 2026 closed; where these dates meet, those with a year count, else the shorter stretch, else the later one',
    )
    expect(told({ overrides: { '2026-12-21/2026-12-24': ['09:00-13:00'], '2026-12-24': ['10:00-11:00'] } })).toContain(
      'those with a year count',
    )
    expect(told({ overrides: { '2026-12-21/2026-12-24': ['09:00-13:00'], '2026-12-25': ['10:00-11:00'] } })).not.toContain('meet')
    expect(told({ overrides: { '12-21/12-24': ['09:00-13:00'], '12-24': ['10:00-11:00'] } })).toContain('those with a year count')
    expect(told({ overrides: { '2026-12-20/2027-01-02': ['09:00-13:00'], '12-24': ['10:00-11:00'] } })).toContain(
      'those with a year count',
    )
    expect(told({ overrides: { '2026-12-25/2027-01-02': ['09:00-13:00'], '12-24': ['10:00-11:00'] } })).not.toContain('meet')
    expect(told({ overrides: { '2026-01-01/2027-06-02': ['09:00-13:00'], '12-24': ['10:00-11:00'] } })).toContain(
      'those with a year count',
    )
  })

  it('are not overrides that never hold, as the same dates are written shorter', () => {
    const overrides = {
      '12-24/12-24': ['09:00-13:00'],
      '12-24': ['10:00-11:00'],
      '2026-12-19': [],
      '2026-12-19/2026-12-19': ['09:00-10:00'],
    }
    expect(told({ overrides })).toBe('24 December 10:00–11:00; 19 December 2026 closed')
  })

  it('are closures of days and of hours', () => {
    expect(told({ closures: { '2026-12-28/2027-01-02': ['00:00-24:00'] } })).toBe('closed 28 December 2026 to 2 January 2027')
    expect(told({ closures: { '12-24/12-26': ['00:00-24:00'] } })).toBe('closed 24 to 26 December')
    expect(told({ closures: { '2026-06-01/2026-07-03': ['12:00-13:00'] } })).toBe(
      'closed 1 June to 3 July 2026 daily 12:00–13:00',
    )
    expect(toldInGerman({ closures: { '2026-12-17': ['15:00-17:00'] } })).toBe('geschlossen 17. Dezember 2026 15:00–17:00')
    expect(toldInGerman({ closures: { '12-24/12-26': ['00:00-24:00'] } })).toBe('geschlossen 24. bis 26. Dezember')
  })

  it('are not closures without windows', () => {
    expect(told({ closures: { '2026-12-17': [] } })).toBe('Mon–Fri 9:00–17:00, Europe/Berlin')
  })

  it('are counted from the fourth entry on, and all named in a full text', () => {
    const dates = ['2026-01-07', '2026-02-07', '2026-03-07', '2026-04-07', '2026-05-07']
    const closures = Object.fromEntries(dates.map((date) => [date, ['00:00-24:00']]))
    const overrides = Object.fromEntries(dates.map((date, index) => [date, [`0${index}:00-17:00`]]))
    const seasons = dates.map((date) => ({ during: date, week: {} }))
    expect(told({ closures })).toBe('closed 7 January 2026, 7 February 2026 and 7 March 2026; 2 more closures')
    expect(told({ overrides })).toBe(
      '7 January 2026 0:00–17:00; 7 February 2026 1:00–17:00; 7 March 2026 2:00–17:00; 2 more dates with their own hours',
    )
    expect(told({ seasons })).toMatch(/; 2 more times with their own hours$/)
    const full = told({ closures, overrides, seasons }, 'full')
    expect(full.match(/ 2026/g)).toHaveLength(15)
    expect(full).not.toContain('more')
  })

  it('may be all there is', () => {
    expect(told({ week: {}, overrides: { '2026-12-19': ['10:00-14:00'] } })).toBe(
      'no weekly hours, Europe/Berlin; 19 December 2026 10:00–14:00',
    )
  })
})
