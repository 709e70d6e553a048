import { describe, expect, it } from 'vitest'
import { businessClock } from '../../../src/clock.ts'
import { at, both, everyDay, hourMs, officeWeek, text, texts } from './both.ts'
import { refusal } from './refusal.ts'

const timeZone = 'Europe/Berlin'
const office = { timeZone, week: officeWeek('09:00-17:00') }
const always = { timeZone, week: everyDay('00:00-24:00') }

describe.each(both)('%s on openings, dates and rolling', (_name, clockOf) => {
  it('lists the next openings, clipped at the instant, and the last ones, the nearest first', () => {
    expect(texts(clockOf(office).openings(at('2026-04-10T10:00Z'), 2))).toEqual([
      ['2026-04-10T10:00:00Z', '2026-04-10T15:00:00Z'],
      ['2026-04-13T07:00:00Z', '2026-04-13T15:00:00Z'],
    ])
    expect(texts(clockOf(office).openings(at('2026-04-13T10:00Z'), -2))).toEqual([
      ['2026-04-13T07:00:00Z', '2026-04-13T10:00:00Z'],
      ['2026-04-10T07:00:00Z', '2026-04-10T15:00:00Z'],
    ])
    expect(clockOf(office).openings(at('2026-04-13T10:00Z'), 0)).toEqual([])
  })

  it('opens once for all where it never closes', () => {
    expect(texts(clockOf(always).openings(at('2026-04-13T10:00Z'), 1))).toEqual([
      ['2026-04-13T10:00:00Z', '9999-12-31T23:59:59.999Z'],
    ])
    expect(texts(clockOf(always).openings(at('2026-04-13T10:00Z'), -1))).toEqual([
      ['0001-01-01T00:00:00Z', '2026-04-13T10:00:00Z'],
    ])
  })

  it('gives each date its open time, closed ones as well', () => {
    expect(clockOf(office).byDate(at('2026-04-10T12:00+02:00'), at('2026-04-13T10:00+02:00'))).toEqual([
      { date: '2026-04-10', openMs: 5 * hourMs },
      { date: '2026-04-11', openMs: 0 },
      { date: '2026-04-12', openMs: 0 },
      { date: '2026-04-13', openMs: hourMs },
    ])
    expect(clockOf(office).byDate(at('2026-04-13T10:00Z'), at('2026-04-13T10:00Z'))).toEqual([])
    expect(clockOf(office).byDate(at('2026-04-13T00:00+02:00'), at('2026-04-14T00:00+02:00'))).toHaveLength(1)
  })

  it('gives the hours after midnight of a night shift to the next date', () => {
    const nights = clockOf({ timeZone, week: { fri: ['22:00-06:00'] } })
    expect(nights.byDate(at('2026-04-10T00:00+02:00'), at('2026-04-12T00:00+02:00'))).toEqual([
      { date: '2026-04-10', openMs: 2 * hourMs },
      { date: '2026-04-11', openMs: 6 * hourMs },
    ])
  })

  it('is due at the next opening where the parties say so, and only when the budget ends at a close', () => {
    const clock = clockOf(office)
    expect(text(clock.after(at('2026-04-10T13:00Z'), 2 * hourMs, 'nextOpen'))).toBe('2026-04-13T07:00:00Z')
    expect(text(clock.after(at('2026-04-10T13:00Z'), 2 * hourMs, 'close'))).toBe('2026-04-10T15:00:00Z')
    expect(text(clock.after(at('2026-04-10T13:00Z'), hourMs, 'nextOpen'))).toBe('2026-04-10T14:00:00Z')
    expect(text(clock.after(at('2026-04-11T13:00Z'), 0, 'nextOpen'))).toBe('2026-04-11T13:00:00Z')
  })

  it('rolls a closed answer forward to the opening and backward to the close', () => {
    const roll = (days: number, how: 'none' | 'forward' | 'backward') =>
      text(clockOf(office).addBusinessDays(at('2026-04-10T20:00+02:00'), days, how))
    expect([roll(1, 'none'), roll(1, 'forward'), roll(1, 'backward')]).toEqual([
      ...['2026-04-13T18:00:00Z', '2026-04-14T07:00:00Z', '2026-04-13T15:00:00Z'],
    ])
    expect([roll(0, 'none'), roll(0, 'forward'), roll(0, 'backward')]).toEqual([
      ...['2026-04-10T18:00:00Z', '2026-04-13T07:00:00Z', '2026-04-10T15:00:00Z'],
    ])
  })

  it('rolls backward before anything else was asked', () => {
    const calendar = { timeZone: 'America/St_Johns', week: officeWeek('10:15-16:45') }
    expect(text(clockOf(calendar).addBusinessDays(at('2026-01-05T05:00Z'), 0, 'backward'))).toBe('2026-01-02T20:15:00Z')
    const newYear = { timeZone: 'Europe/Berlin', week: officeWeek('10:15-16:45'), holidays: ['01-01', '01-02'] }
    expect(text(clockOf(newYear).addBusinessDays(at('2026-01-02T12:00Z'), 0, 'backward'))).toBe('2025-12-31T15:45:00Z')
  })

  it('ends a business day at its last close, of the next business date when it is over or closed', () => {
    const clock = clockOf({ timeZone, week: officeWeek('09:00-12:00', '13:00-17:00') })
    expect(text(clock.endOfBusinessDay(at('2026-04-10T12:30+02:00'), 0))).toBe('2026-04-10T15:00:00Z')
    expect(text(clock.endOfBusinessDay(at('2026-04-10T17:00+02:00'), 0))).toBe('2026-04-13T15:00:00Z')
    expect(text(clock.endOfBusinessDay(at('2026-04-11T12:00+02:00'), 1))).toBe('2026-04-14T15:00:00Z')
  })
})

describe('the clock', () => {
  it('says that a calendar which never closes has no second opening', () => {
    expect(refusal(() => businessClock(always).openings(at('2026-04-13T10:00Z'), 2)).code).toBe('beyond-horizon')
    expect(refusal(() => businessClock(always).openings(at('2026-04-13T10:00Z'), -2)).code).toBe('beyond-horizon')
  })

  it('says that a calendar has no business date left', () => {
    const once = businessClock({ timeZone, week: {}, overrides: { '2026-04-13': ['09:00-17:00'] }, holidays: [{ easter: 1 }] })
    expect(refusal(() => once.addBusinessDays('2026-04-13T12:00:00Z', 1)).code).toBe('beyond-horizon')
    expect(refusal(() => once.addBusinessDays('2026-04-13T12:00:00Z', -1)).code).toBe('beyond-horizon')
    expect(once.addBusinessDays('3026-04-14T12:00:00Z', -1)).toBe(at('2026-04-13T12:00Z'))
    // Noon in Greenwich was 12:53:28 in Berlin then, by the sun.
    expect(once.addBusinessDays('1026-04-14T12:00:00Z', 1)).toBe(at('2026-04-13T10:53:28Z'))
  })
})
