import { describe, expect, it } from 'vitest'
import { at, both, everyDay, hourMs, minuteMs, officeWeek, text } from './both.ts'

describe.each(both)('%s on the dates of a transition', (_name, clockOf) => {
  /** The hours of the civil dates from one to another, around the clock. */
  const hoursOf = (timeZone: string, first: string, last: string) => {
    const clock = clockOf({ timeZone, week: everyDay('00:00-24:00') })
    const days = clock.byDate(at(`${first}T12:00Z`) - 48 * hourMs, at(`${last}T12:00Z`) + 48 * hourMs)
    return days.filter(({ date }) => first <= date && date <= last).map(({ openMs }) => openMs / hourMs)
  }

  it.each([
    ['Pacific/Apia', '2011-12-29', '2011-12-31', [24, 0, 24]],
    ['Australia/Lord_Howe', '2026-10-03', '2026-10-05', [24, 23.5, 24]],
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-06', [24, 24.5, 24]],
    ['Antarctica/Troll', '2026-03-28', '2026-03-30', [24, 22, 24]],
    ['Antarctica/Troll', '2026-10-24', '2026-10-26', [24, 26, 24]],
    ['Africa/Casablanca', '2026-02-14', '2026-02-16', [24, 25, 24]],
    ['Africa/Casablanca', '2026-03-21', '2026-03-23', [24, 23, 24]],
    ['Africa/Cairo', '2026-04-23', '2026-04-25', [24, 23, 24]],
    ['Africa/Cairo', '2026-10-28', '2026-10-30', [24, 25, 24]],
    ['Asia/Beirut', '2026-03-28', '2026-03-30', [24, 23, 24]],
    ['Asia/Beirut', '2026-10-23', '2026-10-25', [24, 25, 24]],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-05', [24, 23, 24]],
    ['America/Sao_Paulo', '2019-02-15', '2019-02-17', [24, 25, 24]],
    ['Asia/Gaza', '2010-03-26', '2010-03-28', [24, 23, 24]],
    ['America/St_Johns', '2010-11-06', '2010-11-08', [24, 25, 24]],
  ] as const)('gives %s from %s to %s its hours', (timeZone, first, last, hours) => {
    expect(hoursOf(timeZone, first, last)).toEqual(hours)
  })

  it('gives the hour that St Johns repeats after midnight to the later date, and loses nothing of it', () => {
    // At 00:01 on 7 November 2010, 02:31Z, the clocks went back to 23:01.
    const clock = clockOf({ timeZone: 'America/St_Johns', week: everyDay('00:00-24:00') })
    const days = clock.byDate(at('2010-11-07T03:00Z'), at('2010-11-07T03:10Z'))
    expect(days.reduce((sum, { openMs }) => sum + openMs, 0)).toBe(10 * minuteMs)
    expect(days.at(-1)).toEqual({ date: '2010-11-07', openMs: 10 * minuteMs })
  })

  it('counts business days over the date that Apia skipped, and ends them on the date after it', () => {
    const clock = clockOf({ timeZone: 'Pacific/Apia', week: everyDay('09:00-17:00') })
    expect(clock.endOfBusinessDay(at('2011-12-29T12:00-10:00'), 1)).toBe(at('2011-12-31T17:00+14:00'))
    expect(clock.addBusinessDays(at('2011-12-29T20:00-10:00'), 1, 'backward')).toBe(at('2011-12-31T17:00+14:00'))
    expect(clock.addBusinessDays(at('2011-12-31T08:00+14:00'), 0, 'backward')).toBe(at('2011-12-29T17:00-10:00'))
    expect(clock.after(at('2011-12-29T16:00-10:00'), hourMs, 'nextOpen')).toBe(at('2011-12-31T09:00+14:00'))
  })

  it('ends a business day after the gap of Cairo and the repeated hour of Beirut', () => {
    const nights = (timeZone: string) => clockOf({ timeZone, week: everyDay('20:00-00:30') })
    expect(text(nights('Africa/Cairo').endOfBusinessDay(at('2026-04-23T12:00Z'), 0))).toBe('2026-04-23T22:00:00Z')
    expect(text(nights('Asia/Beirut').endOfBusinessDay(at('2026-10-24T12:00Z'), 0))).toBe('2026-10-24T22:30:00Z')
  })

  it('opens at the transitions of Berlin as its openings say', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: { sun: ['02:30-03:30'] } })
    const [spring, autumn] = ['2026-03-28T12:00Z', '2026-10-24T12:00Z'].map((from) => clock.openings(at(from), 1)[0])
    expect([text(spring?.[0] ?? null), text(spring?.[1] ?? null)]).toEqual(['2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'])
    expect([text(autumn?.[0] ?? null), text(autumn?.[1] ?? null)]).toEqual(['2026-10-25T00:30:00Z', '2026-10-25T02:30:00Z'])
  })

  it('adds thousands of hours past closes of 24:00, where moment-business-time never returned', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: officeWeek('00:00-24:00') })
    // Five days of 24 hours a week; the weekends of both transitions are closed.
    expect(clock.after(at('2026-01-05T00:00+01:00'), 30 * 120 * hourMs)).toBe(at('2026-08-01T00:00+02:00'))
    expect(clock.after(at('2026-01-05T00:00+01:00'), 30 * 120 * hourMs, 'nextOpen')).toBe(at('2026-08-03T00:00+02:00'))
    expect(clock.before(at('2026-08-01T00:00+02:00'), 30 * 120 * hourMs)).toBe(at('2026-01-05T00:00+01:00'))
  })

  it('adds 8 hours over the weekend of a transition to a column as to one, where dayjs.tz never returned', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') })
    expect(clock.after(at('2026-03-27T10:00Z'), 8 * hourMs)).toBe(at('2026-03-30T09:00Z'))
    expect(clock.addBusinessDays(at('2026-03-27T10:00Z'), 1)).toBe(at('2026-03-30T09:00Z'))
    expect(clock.byDate(at('2026-03-27T10:00Z'), at('2026-03-30T09:00Z')).map(({ openMs }) => openMs / hourMs)).toEqual([
      6, 0, 0, 2,
    ])
  })
})
