import { describe, expect, it } from 'vitest'
import { at, both, everyDay, hourMs, minuteMs, officeWeek, text, texts } from './both.ts'

describe.each(both)('%s at the transitions of a zone', (_name, clockOf) => {
  const openOn = (timeZone: string, date: string, ...hours: string[]) => {
    const clock = clockOf({ timeZone, week: {}, overrides: { [date]: hours } })
    return clock.between(at(date) - 48 * hourMs, at(date) + 72 * hourMs) / hourMs
  }

  it('skips the day that Apia skipped', () => {
    const clock = clockOf({ timeZone: 'Pacific/Apia', week: everyDay('09:00-17:00') })
    expect(clock.between(at('2011-12-29T00:00-10:00'), at('2012-01-01T00:00+14:00'))).toBe(16 * hourMs)
    expect(clock.isBusinessDay('2011-12-30')).toBe(false)
    expect(clock.businessDaysBetween('2011-12-29', '2011-12-31')).toBe(1)
    expect(clock.addBusinessDays(at('2011-12-29T12:00-10:00'), 1)).toBe(at('2011-12-31T12:00+14:00'))
    expect(clock.after(at('2011-12-29T16:00-10:00'), 2 * hourMs)).toBe(at('2011-12-31T10:00+14:00'))
  })

  it('runs the nights before and of the skipped day of Apia together into one of eight hours', () => {
    const clock = clockOf({ timeZone: 'Pacific/Apia', week: everyDay('22:00-06:00') })
    const night = clock.spans(at('2011-12-29T12:00-10:00'), at('2011-12-31T12:00+14:00'))
    expect(texts(night)).toEqual([['2011-12-30T08:00:00Z', '2011-12-30T16:00:00Z']])
  })

  it('takes and gives the half hour of Lord Howe', () => {
    expect(openOn('Australia/Lord_Howe', '2026-10-04', '01:00-03:00')).toBe(1.5)
    expect(openOn('Australia/Lord_Howe', '2026-10-04', '02:00-02:30')).toBe(0)
    expect(openOn('Australia/Lord_Howe', '2026-04-05', '01:00-03:00')).toBe(2.5)
    expect(openOn('Australia/Lord_Howe', '2026-04-05', '01:30-02:00')).toBe(1)
  })

  it('takes and gives the two hours of Troll', () => {
    expect(openOn('Antarctica/Troll', '2026-03-29', '00:00-04:00')).toBe(2)
    expect(openOn('Antarctica/Troll', '2026-03-29', '01:00-03:00')).toBe(0)
    expect(openOn('Antarctica/Troll', '2026-10-25', '00:00-04:00')).toBe(6)
    expect(openOn('Antarctica/Troll', '2026-10-25', '01:00-03:00')).toBe(4)
  })

  it('follows Casablanca, whose summer time is negative and ends for Ramadan', () => {
    expect(openOn('Africa/Casablanca', '2026-02-15', '00:00-06:00')).toBe(7)
    expect(openOn('Africa/Casablanca', '2026-03-22', '00:00-06:00')).toBe(5)
  })

  it('opens at the transition where Cairo skips the midnight', () => {
    const clock = clockOf({ timeZone: 'Africa/Cairo', week: everyDay('00:00-06:00') })
    expect(texts(clock.spans(at('2026-04-23T12:00Z'), at('2026-04-24T12:00Z')))).toEqual([
      ['2026-04-23T22:00:00Z', '2026-04-24T03:00:00Z'],
    ])
    expect(openOn('Africa/Cairo', '2026-04-24', '00:00-01:00')).toBe(0)
    expect(openOn('Africa/Cairo', '2026-10-29', '22:00-24:00')).toBe(3)
    expect(openOn('Africa/Cairo', '2026-10-29', '00:00-24:00')).toBe(25)
  })

  it('closes 23 hours for a holiday on which Beirut skips the midnight, 25 where it repeats the hour before', () => {
    const week = everyDay('00:00-24:00')
    const spring = clockOf({ timeZone: 'Asia/Beirut', week, holidays: ['2026-03-29'] })
    expect(text(spring.nextClose(at('2026-03-28T12:00Z')))).toBe('2026-03-28T22:00:00Z')
    expect(text(spring.nextOpen(at('2026-03-29T12:00Z')))).toBe('2026-03-29T21:00:00Z')
    const autumn = clockOf({ timeZone: 'Asia/Beirut', week, holidays: ['2026-10-24'] })
    expect(text(autumn.nextClose(at('2026-10-23T12:00Z')))).toBe('2026-10-23T21:00:00Z')
    expect(text(autumn.nextOpen(at('2026-10-24T12:00Z')))).toBe('2026-10-24T22:00:00Z')
  })

  it('reads the midnights of Sao Paulo: skipped in November, reached twice in February', () => {
    const clock = clockOf({ timeZone: 'America/Sao_Paulo', week: everyDay('00:00-24:00'), holidays: ['2019-02-16'] })
    expect(text(clock.addBusinessDays(at('2018-11-03T00:30-03:00'), 1))).toBe('2018-11-04T03:00:00Z')
    expect(text(clock.nextClose(at('2019-02-15T12:00Z')))).toBe('2019-02-16T02:00:00Z')
    expect(text(clock.nextOpen(at('2019-02-16T12:00Z')))).toBe('2019-02-17T03:00:00Z')
  })

  it('leaves Gaza the one minute before the transition at 00:01', () => {
    expect(openOn('Asia/Gaza', '2010-03-27', '00:00-01:00')).toBe(1 / 60)
    expect(openOn('Asia/Gaza', '2010-03-27', '00:00-02:00')).toBe(1)
  })

  it('knows the seconds of Monrovia, 44 min 30 s behind until 1972-01-07', () => {
    const clock = clockOf({ timeZone: 'Africa/Monrovia', week: everyDay('00:00-00:30', '09:00-17:00') })
    expect(texts(clock.spans(at('1972-01-06T00:00Z'), at('1972-01-08T00:00Z')))).toEqual([
      ['1972-01-06T00:44:30Z', '1972-01-06T01:14:30Z'],
      ['1972-01-06T09:44:30Z', '1972-01-06T17:44:30Z'],
      ['1972-01-07T09:00:00Z', '1972-01-07T17:00:00Z'],
    ])
  })

  it('lets a window inside a gap vanish, and the day with it', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: everyDay('02:15-02:45') })
    expect(clock.spans(at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toEqual([])
    expect(text(clock.nextOpen(at('2026-03-28T12:00Z')))).toBe('2026-03-30T00:15:00Z')
    expect(clock.isBusinessDay('2026-03-29')).toBe(false)
  })

  it('opens a window that begins in a gap at the transition', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: everyDay('02:30-05:00') })
    expect(texts(clock.spans(at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z')))).toEqual([
      ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00Z'],
    ])
  })

  it('closes a window that ends in a gap at the transition', () => {
    expect(openOn('Europe/Berlin', '2026-03-29', '01:00-02:30')).toBe(1)
  })

  it('counts a repeated hour twice when a window covers it, and reads an edge inside it once, the first time', () => {
    expect(openOn('Europe/Berlin', '2026-10-25', '02:00-03:00')).toBe(2)
    expect(openOn('Europe/Berlin', '2026-10-25', '02:30-03:30')).toBe(2)
    expect(openOn('Europe/Berlin', '2026-10-25', '02:30-02:45')).toBe(0.25)
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: everyDay('02:30-02:45') })
    expect(clock.isOpen(at('2026-10-25T02:35+02:00'))).toBe(true)
    expect(clock.isOpen(at('2026-10-25T02:35+01:00'))).toBe(false)
  })

  it('makes a night shift 7 hours in spring and 9 in autumn', () => {
    expect(openOn('Europe/Berlin', '2026-03-28', '22:00-06:00')).toBe(7)
    expect(openOn('Europe/Berlin', '2026-10-24', '22:00-06:00')).toBe(9)
  })

  it('keeps the wall time over a transition when adding business days', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: everyDay('09:00-17:00') })
    expect(clock.addBusinessDays(at('2026-03-28T16:00+01:00'), 1)).toBe(at('2026-03-29T16:00+02:00'))
    expect(clock.addBusinessDays(at('2026-03-28T02:30+01:00'), 1)).toBe(at('2026-03-29T03:00+02:00'))
    expect(clock.addBusinessDays(at('2026-10-24T02:30+02:00'), 1)).toBe(at('2026-10-25T02:30+02:00'))
    expect(clock.addBusinessDays(at('2026-10-26T02:30+01:00'), -1)).toBe(at('2026-10-25T02:30+02:00'))
  })

  it('leaves an instant of a repeated hour alone when adding zero business days', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: everyDay('09:00-17:00') })
    expect(clock.addBusinessDays(at('2026-10-25T02:30+01:00'), 0)).toBe(at('2026-10-25T02:30+01:00'))
  })

  it('adds 8 hours over the weekend of a transition, where dayjs.tz never returned', () => {
    const clock = clockOf({ timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') })
    expect(text(clock.after(at('2026-03-27T10:00Z'), 8 * hourMs))).toBe('2026-03-30T09:00:00Z')
    expect(clock.between(at('2026-03-27T10:00Z'), at('2026-03-30T09:00Z'))).toBe(8 * hourMs)
    expect(text(clock.before(at('2026-03-30T09:00Z'), 8 * hourMs))).toBe('2026-03-27T10:00:00Z')
    expect(text(clock.after(at('2026-03-27T15:59Z'), 2 * minuteMs))).toBe('2026-03-30T07:01:00Z')
  })
})
