import { describe, expect, it } from 'vitest'
import { at, both, everyDay, hourMs, officeWeek, text, texts } from './both.ts'

const berlin = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
const newYork = { timeZone: 'America/New_York', week: officeWeek('09:00-17:00') }
const always = { timeZone: 'Europe/Berlin', week: everyDay('00:00-24:00') }

describe.each(both)('%s on calendars made of others', (_name, clockOf) => {
  const spansOn = (calendar: Parameters<typeof clockOf>[0], date: string) =>
    texts(clockOf(calendar).spans(at(`${date}T00:00Z`), at(`${date}T00:00Z`) + 24 * hourMs))

  it('opens when either desk is there, when both are, when one is without the other', () => {
    expect(spansOn({ union: [berlin, newYork] }, '2026-07-08')).toEqual([['2026-07-08T07:00:00Z', '2026-07-08T21:00:00Z']])
    expect(spansOn({ intersection: [berlin, newYork] }, '2026-07-08')).toEqual([['2026-07-08T13:00:00Z', '2026-07-08T15:00:00Z']])
    expect(spansOn({ difference: [berlin, newYork] }, '2026-07-08')).toEqual([['2026-07-08T07:00:00Z', '2026-07-08T13:00:00Z']])
  })

  it('has an hour more in common in the weeks in which only New York has summer time', () => {
    const common = clockOf({ intersection: [berlin, newYork] })
    expect(common.between(at('2026-03-02T00:00Z'), at('2026-03-07T00:00Z'))).toBe(10 * hourMs)
    expect(common.between(at('2026-03-09T00:00Z'), at('2026-03-14T00:00Z'))).toBe(15 * hourMs)
    expect(common.between(at('2026-03-30T00:00Z'), at('2026-04-04T00:00Z'))).toBe(10 * hourMs)
  })

  it('takes a maintenance window out of a clock that never closes', () => {
    const maintained = clockOf({ difference: [always, { timeZone: 'UTC', week: { sun: ['02:00-04:00'] } }] })
    expect(text(maintained.nextClose(at('2026-07-04T12:00Z')))).toBe('2026-07-05T02:00:00Z')
    expect(text(maintained.after(at('2026-07-05T01:00Z'), 2 * hourMs))).toBe('2026-07-05T05:00:00Z')
  })

  it('reads its dates in the zone of its first member, or in its own', () => {
    const tokyo = { timeZone: 'Asia/Tokyo', week: { mon: ['09:00-12:00'] } }
    // Monday 09:00 in Tokyo is Sunday 20:00 in New York.
    expect(clockOf({ union: [tokyo, tokyo] }).isBusinessDay('2026-07-05')).toBe(false)
    const own = clockOf({ union: [tokyo, tokyo], timeZone: 'America/New_York' })
    expect([own.isBusinessDay('2026-07-05'), own.isBusinessDay('2026-07-06')]).toEqual([true, false])
    expect(text(own.endOfBusinessDay(at('2026-07-04T12:00Z'), 0))).toBe('2026-07-06T03:00:00Z')
  })

  it('ends a business day at the midnight of its zone where it never closes', () => {
    const anytime = clockOf({ union: [always, berlin], timeZone: 'America/New_York' })
    expect(text(anytime.endOfBusinessDay(at('2026-07-05T12:00Z'), 0))).toBe('2026-07-06T04:00:00Z')
    expect(anytime.nextClose(at('2026-07-05T12:00Z'))).toBe(null)
  })

  it('is a holiday of a union where it is one of all, of an intersection of any, of a difference of the first', () => {
    const one = { ...berlin, holidays: [{ date: '2026-05-01', name: 'Labour Day' }, '2026-12-25'] }
    const other = { ...newYork, holidays: ['2026-07-03', { date: '2026-12-25', name: 'Christmas' }] }
    const named = (calendar: Parameters<typeof clockOf>[0]) =>
      ['2026-05-01', '2026-07-03', '2026-12-25', '2026-12-26'].map((date) => {
        const clock = clockOf(calendar)
        return clock.isHoliday(date) ? clock.holidayName(date) : 'no'
      })
    expect(named({ union: [one, other] })).toEqual(['no', 'no', 'Christmas', 'no'])
    expect(named({ intersection: [one, other] })).toEqual(['Labour Day', null, 'Christmas', 'no'])
    expect(named({ difference: [one, other] })).toEqual(['Labour Day', 'no', null, 'no'])
  })

  it('may be made of combined ones', () => {
    const either = { union: [berlin, newYork] }
    const calendar = { difference: [either, { intersection: [berlin, newYork] }] }
    expect(spansOn(calendar, '2026-07-08')).toEqual([
      ['2026-07-08T07:00:00Z', '2026-07-08T13:00:00Z'],
      ['2026-07-08T15:00:00Z', '2026-07-08T21:00:00Z'],
    ])
  })
})
