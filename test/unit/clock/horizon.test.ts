import { describe, expect, it } from 'vitest'
import { type AnyCalendarDocument, businessClock } from '../../../src/clock.ts'
import { answerOf } from '../../oracle/answers.ts'
import { at, both, everyDay, officeWeek, text } from './both.ts'

const always = { timeZone: 'Europe/Berlin', week: everyDay('00:00-24:00') }
const list = { dates: ['2026-12-25'], years: [2025, 2027] as const }

describe.each(both)('%s beyond the years of its lists', (_name, clockOf) => {
  const beyond = 'beyond-horizon'
  const ask = (calendar: AnyCalendarDocument, call: (clock: ReturnType<typeof clockOf>) => unknown) =>
    answerOf(() => call(clockOf(calendar)))

  it('answers from the first instant of the first year to the last of the last, in the zone of the calendar', () => {
    const known = { ...always, holidays: [list, { dates: [], years: [2024, 2027] as const }] }
    expect(clockOf(known).horizon.map(text)).toEqual(['2024-12-31T23:00:00Z', '2027-12-31T23:00:00Z'])
    expect(ask(known, (clock) => clock.isOpen(at('2024-12-31T23:00Z')))).toBe('true')
    expect(ask(known, (clock) => clock.isOpen(at('2024-12-31T22:59Z')))).toBe(beyond)
    expect(ask(known, (clock) => clock.isOpen(at('2027-12-31T23:00Z')))).toBe(beyond)
    expect(ask(known, (clock) => clock.isHoliday('2028-01-01'))).toBe(beyond)
  })

  it('knows no close and no opening that lie outside', () => {
    const known = { ...always, holidays: [list] }
    expect(ask(known, (clock) => clock.nextClose(at('2027-06-01T00:00Z')))).toBe(beyond)
    expect(ask(known, (clock) => clock.openings(at('2027-06-01T00:00Z'), 1))).toBe(beyond)
    expect(ask(known, (clock) => clock.openings(at('2025-06-01T00:00Z'), -1))).toBe(beyond)
  })

  it('knows no end of a shift that runs on into the first unknown year', () => {
    const nights = { timeZone: 'UTC', week: everyDay('22:00-06:00'), holidays: [list] }
    expect(ask(nights, (clock) => clock.endOfBusinessDay(at('2027-12-31T12:00Z'), 0))).toBe(beyond)
    expect(ask(nights, (clock) => clock.endOfBusinessDay(at('2027-12-30T12:00Z'), 0))).toBe(String(at('2027-12-31T06:00Z')))
  })

  it('is due at the last close that is known, and not a millisecond later', () => {
    const known = { ...always, holidays: [list] }
    expect(ask(known, (clock) => clock.after(at('2027-12-31T22:00Z'), 3_600_000))).toBe(String(at('2027-12-31T23:00Z')))
    expect(ask(known, (clock) => clock.after(at('2027-12-31T22:00Z'), 3_600_001))).toBe(beyond)
  })

  it('knows of a calendar made of others no instant that one of them does not know', () => {
    const known = { ...always, holidays: [list] }
    const inNewYork = { union: [known, always], timeZone: 'America/New_York' }
    // 2028 has begun in Berlin and not yet in New York.
    expect(ask(inNewYork, (clock) => clock.isOpen(at('2028-01-01T00:00Z')))).toBe(beyond)
  })
})

describe('the clock in far years', () => {
  const berlin = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
  const openOn = (calendar: AnyCalendarDocument, date: string) => businessClock(calendar).isBusinessDay(date)

  it('keeps a season that begins after the years that stand for far ones', () => {
    // 1 January 2200 is a Wednesday, as the year before and after the season began.
    const calendar = {
      ...berlin,
      week: { mon: ['09:00-17:00'] },
      seasons: [{ during: '2150-01-01/..', week: { wed: ['09:00-17:00'] } }],
    }
    expect([openOn(calendar, '2200-01-01'), openOn(calendar, '2149-01-01')]).toEqual([true, false])
    expect(businessClock(calendar).isOpen('2200-01-01T10:00:00Z')).toBe(true)
  })

  it('keeps a rule that depends on the length of the year before', () => {
    // 365 days after 1 February: of 2104, a leap year, on 31 January 2105; of 2110 on 1 February 2111.
    const calendar = { ...berlin, holidays: [{ date: '02-01', plus: 365 }] }
    const holidays = (year: number) => ['01-31', '02-01'].filter((date) => businessClock(calendar).isHoliday(`${year}-${date}`))
    for (let year = 2_140; year < 2_200; year++) {
      const before = year - 1
      const isLeap = before % 4 === 0 && before % 100 !== 0
      expect([year, ...holidays(year)]).toEqual([year, isLeap ? '01-31' : '02-01'])
      const date = `${year}-${isLeap ? '01-31' : '02-01'}`
      expect(businessClock(calendar).isBusinessDay(date)).toBe(false)
    }
  })
})
