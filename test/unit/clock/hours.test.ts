import { describe, expect, it } from 'vitest'
import { at, both, everyDay, hourMs, officeWeek, text, texts } from './both.ts'

const timeZone = 'Europe/Berlin'
const office = { timeZone, week: officeWeek('09:00-17:00') }

// In the week from Monday 2026-04-13 Berlin is two hours ahead: 09:00 is 07:00Z.
describe.each(both)('%s on weekly hours', (_name, clockOf) => {
  it('is open at the opening and closed at the close', () => {
    const clock = clockOf(office)
    expect(clock.isOpen(at('2026-04-13T07:00Z') - 1)).toBe(false)
    expect(clock.isOpen(at('2026-04-13T07:00Z'))).toBe(true)
    expect(clock.isOpen(at('2026-04-13T15:00Z') - 1)).toBe(true)
    expect(clock.isOpen(at('2026-04-13T15:00Z'))).toBe(false)
  })

  it('is due at the close when the budget ends there, not at the next opening', () => {
    expect(text(clockOf(office).after(at('2026-04-13T07:00Z'), 8 * hourMs))).toBe('2026-04-13T15:00:00Z')
    expect(text(clockOf(office).after(at('2026-04-10T20:00Z'), 40 * hourMs))).toBe('2026-04-17T15:00:00Z')
  })

  it('starts as late as it can when going backward: at the opening, not at the close before', () => {
    expect(text(clockOf(office).before(at('2026-04-14T07:00Z'), 8 * hourMs))).toBe('2026-04-13T07:00:00Z')
    expect(text(clockOf(office).before(at('2026-04-13T07:00Z'), hourMs))).toBe('2026-04-10T14:00:00Z')
  })

  it('makes Saturday 20:00 plus an hour Monday 10:00, where frappe says Tuesday', () => {
    expect(text(clockOf(office).after(at('2026-04-11T20:00+02:00'), hourMs))).toBe('2026-04-13T08:00:00Z')
  })

  it('stays where it is when nothing is added, open or closed', () => {
    for (const instant of [at('2026-04-11T20:00Z'), at('2026-04-13T15:00Z'), at('2026-04-13T10:00Z')]) {
      expect(clockOf(office).after(instant, 0)).toBe(instant)
      expect(clockOf(office).before(instant, 0)).toBe(instant)
      expect(clockOf(office).addBusinessDays(instant, 0)).toBe(instant)
    }
  })

  it('goes the other way for a negative amount', () => {
    expect(text(clockOf(office).after(at('2026-04-13T08:00Z'), -2 * hourMs))).toBe('2026-04-10T14:00:00Z')
    expect(text(clockOf(office).before(at('2026-04-10T14:00Z'), -2 * hourMs))).toBe('2026-04-13T08:00:00Z')
  })

  it('ends a day at 24:00 and goes on the next morning, where moment-business-time never returned', () => {
    const clock = clockOf({ timeZone, week: officeWeek('09:00-24:00') })
    expect(text(clock.after(at('2026-04-13T23:00+02:00'), 2 * hourMs))).toBe('2026-04-14T08:00:00Z')
    expect(text(clock.nextClose(at('2026-04-13T23:00+02:00')))).toBe('2026-04-13T22:00:00Z')
    expect(clock.isOpen(at('2026-04-14T00:00+02:00') - 1)).toBe(true)
    expect(clock.isOpen(at('2026-04-14T00:00+02:00'))).toBe(false)
  })

  it('reads a close of 00:00 as the midnight that follows', () => {
    const clock = clockOf({ timeZone, week: officeWeek('22:00-00:00') })
    expect(texts(clock.spans(at('2026-04-13T00:00Z'), at('2026-04-14T00:00Z')))).toEqual([
      ['2026-04-13T20:00:00Z', '2026-04-13T22:00:00Z'],
    ])
  })

  it('never closes around the clock', () => {
    const clock = clockOf({ timeZone, week: everyDay('00:00-24:00') })
    expect(clock.nextClose(at('2026-04-13T12:00Z'))).toBe(null)
    expect(clock.after(at('2026-03-28T12:00Z'), 24 * hourMs)).toBe(at('2026-03-29T12:00Z'))
    expect(clock.spans(at('2026-01-01T00:00Z'), at('2028-01-01T00:00Z'))).toHaveLength(1)
    const halves = clockOf({ timeZone, week: everyDay('00:00-12:00', '12:00-24:00') })
    expect(halves.nextClose(at('2026-04-13T12:00Z'))).toBe(null)
    const nights = clockOf({ timeZone, week: everyDay('18:00-08:00', '08:00-18:00') })
    expect(nights.nextClose(at('2026-04-13T12:00Z'))).toBe(null)
  })

  it('closes for a holiday around the clock, and never after it', () => {
    const clock = clockOf({ timeZone, week: everyDay('00:00-24:00'), holidays: ['2026-12-25'] })
    expect(text(clock.nextClose(at('2026-04-13T12:00Z')))).toBe('2026-12-24T23:00:00Z')
    expect(clock.nextClose(at('2026-12-25T12:00Z'))).toBe(null)
  })

  it('lets a night shift belong to the day on which it starts', () => {
    const clock = clockOf({ timeZone, week: { fri: ['22:00-06:00'] } })
    expect(texts(clock.spans(at('2026-04-16T00:00Z'), at('2026-04-20T00:00Z')))).toEqual([
      ['2026-04-17T20:00:00Z', '2026-04-18T04:00:00Z'],
    ])
    expect(clock.isBusinessDay('2026-04-17')).toBe(true)
    expect(clock.isBusinessDay('2026-04-18')).toBe(false)
  })

  it('merges windows that overlap or touch, over midnight as well', () => {
    const day = clockOf({ timeZone, week: { mon: ['12:00-17:00', '09:00-13:00', '17:00-18:00'] } })
    expect(texts(day.spans(at('2026-04-13T00:00Z'), at('2026-04-14T00:00Z')))).toEqual([
      ['2026-04-13T07:00:00Z', '2026-04-13T16:00:00Z'],
    ])
    const night = clockOf({ timeZone, week: { mon: ['18:00-24:00'], tue: ['00:00-06:00'] } })
    expect(text(night.nextClose(at('2026-04-13T18:00Z')))).toBe('2026-04-14T04:00:00Z')
  })

  it('leaves a break out', () => {
    const clock = clockOf({ timeZone, week: officeWeek('09:00-12:30', '13:30-18:00') })
    expect(text(clock.after(at('2026-04-13T12:00+02:00'), hourMs))).toBe('2026-04-13T12:00:00Z')
    expect(text(clock.after(at('2026-04-13T12:00+02:00'), hourMs / 2))).toBe('2026-04-13T10:30:00Z')
  })

  it('clips spans to the range that was asked for', () => {
    expect(texts(clockOf(office).spans(at('2026-04-13T10:00Z'), at('2026-04-14T08:00Z')))).toEqual([
      ['2026-04-13T10:00:00Z', '2026-04-13T15:00:00Z'],
      ['2026-04-14T07:00:00Z', '2026-04-14T08:00:00Z'],
    ])
    expect(clockOf(office).spans(at('2026-04-14T08:00Z'), at('2026-04-13T10:00Z'))).toEqual([])
    expect(clockOf(office).spans(at('2026-04-13T10:00Z'), at('2026-04-13T10:00Z'))).toEqual([])
  })

  it('adds business days from a closed day, over the weekend', () => {
    const clock = clockOf(office)
    expect(text(clock.addBusinessDays(at('2026-04-11T20:00+02:00'), 1))).toBe('2026-04-13T18:00:00Z')
    expect(text(clock.addBusinessDays(at('2026-04-10T12:00+02:00'), 1))).toBe('2026-04-13T10:00:00Z')
    expect(text(clock.addBusinessDays(at('2026-04-13T12:00+02:00'), -1))).toBe('2026-04-10T10:00:00Z')
    expect(text(clock.addBusinessDays(at('2026-04-11T12:00+02:00'), -1))).toBe('2026-04-10T10:00:00Z')
  })

  it('counts business days by date, not by time', () => {
    const clock = clockOf(office)
    expect(clock.businessDaysBetween('2026-04-10', '2026-04-13')).toBe(1)
    expect(clock.businessDaysBetween('2026-04-13', '2026-04-10')).toBe(-1)
    expect(clock.businessDaysBetween('2026-04-11', '2026-04-12')).toBe(0)
    expect(clock.businessDaysBetween(at('2026-04-13T23:00+02:00'), at('2026-04-14T00:30+02:00'))).toBe(1)
    expect(clock.businessDaysBetween(at('2026-04-14T00:30+02:00'), at('2026-04-14T23:00+02:00'))).toBe(0)
  })
})

describe.each(both)('%s on dates that differ', (_name, clockOf) => {
  const christmas = { ...office, holidays: ['2026-12-25'] }
  const openOn = (date: string, calendar: Parameters<typeof clockOf>[0]) =>
    clockOf(calendar).between(at(`${date}T00:00+01:00`), at(`${date}T00:00+01:00`) + 24 * hourMs) / hourMs

  it('is closed on a holiday, and the day does not count', () => {
    expect(openOn('2026-12-25', christmas)).toBe(0)
    expect(clockOf(christmas).isHoliday('2026-12-25')).toBe(true)
    expect(clockOf(christmas).isHoliday(at('2026-12-24T23:00Z'))).toBe(true)
    expect(clockOf(christmas).isHoliday(at('2026-12-25T23:00Z'))).toBe(false)
    expect(clockOf(christmas).isBusinessDay('2026-12-25')).toBe(false)
    expect(text(clockOf(christmas).addBusinessDays(at('2026-12-24T12:00+01:00'), 1))).toBe('2026-12-28T11:00:00Z')
  })

  it('keeps the hours of an override instead of the week: a half day', () => {
    const calendar = { ...office, overrides: { '2026-12-24': ['09:00-13:00'] } }
    expect(openOn('2026-12-24', calendar)).toBe(4)
    expect(text(clockOf(calendar).after(at('2026-12-24T12:00+01:00'), 2 * hourMs))).toBe('2026-12-25T09:00:00Z')
  })

  it('opens on a Saturday by an override, closes on a Monday by an empty one', () => {
    const calendar = { ...office, overrides: { '2026-12-19': ['10:00-12:00'], '2026-12-21': [] } }
    expect(openOn('2026-12-19', calendar)).toBe(2)
    expect(clockOf(calendar).isBusinessDay('2026-12-19')).toBe(true)
    expect(openOn('2026-12-21', calendar)).toBe(0)
    expect(clockOf(calendar).isBusinessDay('2026-12-21')).toBe(false)
  })

  it('lets a holiday win over an override, unless the override holds on holidays', () => {
    expect(openOn('2026-12-25', { ...christmas, overrides: { '2026-12-25': ['10:00-12:00'] } })).toBe(0)
    const despite = { ...christmas, overrides: { '2026-12-25': { hours: ['10:00-12:00'], onHolidays: true } } }
    expect(openOn('2026-12-25', despite)).toBe(2)
    expect(clockOf(despite).isBusinessDay('2026-12-25')).toBe(true)
    expect(clockOf(despite).isHoliday('2026-12-25')).toBe(true)
  })

  it('takes a closure away, from an override that holds on holidays as well', () => {
    expect(openOn('2026-06-01', { ...office, closures: { '2026-06-01': ['12:00-14:00'] } })).toBe(6)
    const despite = { hours: ['10:00-12:00'], onHolidays: true }
    const calendar = { ...christmas, overrides: { '2026-12-25': despite }, closures: { '2026-12-25': ['11:00-24:00'] } }
    expect(openOn('2026-12-25', calendar)).toBe(1)
  })

  it('lets a closure over midnight close the next morning', () => {
    const calendar = { timeZone, week: everyDay('00:00-24:00'), closures: { '2026-12-23': ['22:00-06:00'] } }
    expect(text(clockOf(calendar).nextClose(at('2026-12-23T12:00Z')))).toBe('2026-12-23T21:00:00Z')
    expect(text(clockOf(calendar).nextOpen(at('2026-12-23T23:00Z')))).toBe('2026-12-24T05:00:00Z')
  })

  it('does not count a day that closures close wholly', () => {
    const calendar = { ...office, closures: { '2026-12-23': ['08:00-12:00', '12:00-18:00'] } }
    expect(clockOf(calendar).isBusinessDay('2026-12-23')).toBe(false)
    expect(text(clockOf(calendar).addBusinessDays(at('2026-12-22T12:00+01:00'), 1))).toBe('2026-12-24T11:00:00Z')
  })

  it('clips the night shift into a holiday at midnight, and lets the night of the holiday begin at its end', () => {
    const nights = { timeZone, week: everyDay('22:00-06:00'), holidays: ['2026-12-25'] }
    expect(texts(clockOf(nights).spans(at('2026-12-24T12:00Z'), at('2026-12-26T12:00Z')))).toEqual([
      ['2026-12-24T21:00:00Z', '2026-12-24T23:00:00Z'],
      ['2026-12-25T23:00:00Z', '2026-12-26T05:00:00Z'],
    ])
  })

  it('takes away whole shifts where holidays own the shifts that start on them', () => {
    const nights = { timeZone, week: everyDay('22:00-06:00'), holidays: ['2026-12-25'], holidayScope: 'shiftStart' as const }
    expect(texts(clockOf(nights).spans(at('2026-12-24T12:00Z'), at('2026-12-26T12:00Z')))).toEqual([
      ['2026-12-24T21:00:00Z', '2026-12-25T05:00:00Z'],
    ])
    expect(clockOf(nights).isBusinessDay('2026-12-25')).toBe(false)
  })

  it('does not count a holiday as a business day, though its night shift runs on after it', () => {
    const nights = { timeZone, week: everyDay('22:00-06:00'), holidays: ['2026-12-25'] }
    expect(clockOf(nights).isBusinessDay('2026-12-25')).toBe(false)
    expect(clockOf(nights).isBusinessDay('2026-12-24')).toBe(true)
  })

  it('is open around a year that a holiday of another year does not touch', () => {
    const calendar = { ...office, holidays: ['2027-12-27', '2025-12-25'] }
    expect(openOn('2026-12-25', calendar)).toBe(8)
  })
})
