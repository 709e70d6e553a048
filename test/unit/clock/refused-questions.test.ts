import { describe, expect, it } from 'vitest'
import { businessClock, type IssueCode, LeadSlaError } from '../../../src/clock.ts'
import { hourMs, officeWeek } from './both.ts'
import { refusal } from './refusal.ts'

const office = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }

const shown = (value: unknown) => (typeof value === 'string' ? JSON.stringify(value) : String(value))

describe('an instant', () => {
  const clock = businessClock(office)
  const calls: [string, (at: never) => unknown][] = [
    ['isOpen', (at) => clock.isOpen(at)],
    ['after', (at) => clock.after(at, hourMs)],
    ['after of nothing', (at) => clock.after(at, 0)],
    ['before', (at) => clock.before(at, hourMs)],
    ['between, from', (at) => clock.between(at, 0)],
    ['between, to', (at) => clock.between(0, at)],
    ['nextOpen', (at) => clock.nextOpen(at)],
    ['nextClose', (at) => clock.nextClose(at)],
    ['addBusinessDays', (at) => clock.addBusinessDays(at, 1)],
    ['addBusinessDays of nothing', (at) => clock.addBusinessDays(at, 0)],
    ['spans, from', (at) => clock.spans(at, 0)],
    ['spans, to', (at) => clock.spans(0, at)],
    ['isHoliday', (at) => clock.isHoliday(at)],
    ['isBusinessDay', (at) => clock.isBusinessDay(at)],
    ['businessDaysBetween', (at) => clock.businessDaysBetween(at, 0)],
  ]

  const wrong: [unknown, IssueCode][] = [
    [Number.NaN, 'invalid-instant'],
    [Number.POSITIVE_INFINITY, 'invalid-instant'],
    [Number.NEGATIVE_INFINITY, 'invalid-instant'],
    [0.5, 'invalid-instant'],
    [new Date(Number.NaN), 'invalid-instant'],
    ['2026-04-07T08:30:00', 'missing-offset'],
    ['2026-04-07T08:30:00.000', 'missing-offset'],
    ['2026-02-30T08:30:00Z', 'invalid-instant'],
    ['2025-02-29T08:30:00Z', 'invalid-instant'],
    ['2026-13-01T08:30:00Z', 'invalid-instant'],
    ['2026-04-07T25:00:00Z', 'invalid-instant'],
    ['2026-04-07T08:60:00Z', 'invalid-instant'],
    ['2026-04-07T08:30:00+25:00', 'invalid-instant'],
    ['10000-01-01T00:00:00Z', 'invalid-instant'],
    ['tomorrow', 'invalid-instant'],
    ['', 'invalid-instant'],
    ['1775550600000', 'invalid-instant'],
    [Date.UTC(10_000, 0, 1), 'invalid-instant'],
    [8.64e15, 'invalid-instant'],
    [Number.MAX_SAFE_INTEGER, 'invalid-instant'],
    [null, 'invalid-instant'],
    [undefined, 'invalid-instant'],
    [{}, 'invalid-instant'],
    [true, 'invalid-instant'],
    [1n, 'invalid-instant'],
  ]

  it.each(wrong.map(([value, code]) => [shown(value), code, value] as const))(
    '%s is refused everywhere as %s',
    (_shown, code, value) => {
      for (const [name, call] of calls) expect(refusal(() => call(value as never)).code, name).toBe(code)
    },
  )

  it('must have a time, except where a date is asked for', () => {
    expect(['missing-offset', 'invalid-instant']).toContain(refusal(() => clock.isOpen('2026-04-07')).code)
    expect(['missing-offset', 'invalid-instant']).toContain(refusal(() => clock.after('2026-04-07', hourMs)).code)
    expect(clock.isHoliday('2026-04-07')).toBe(false)
    expect(['invalid-date', 'invalid-instant']).toContain(refusal(() => clock.isBusinessDay('2026-02-30')).code)
  })

  it('may carry any offset and any fraction', () => {
    expect(clock.after('2026-04-13T14:00:00.250+05:30', hourMs)).toBe(Date.parse('2026-04-13T09:30:00.250Z'))
    expect(clock.after('2026-04-13T08:30:00.1234567Z', 0)).toBe(Date.parse('2026-04-13T08:30:00.123Z'))
  })
})

describe('an amount', () => {
  const clock = businessClock(office)

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5, '3600000', null, undefined])(
    '%s is refused',
    (openMs) => {
      expect(refusal(() => clock.after(0, openMs as number)).code).toBe('out-of-range')
      expect(refusal(() => clock.before(0, openMs as number)).code).toBe('out-of-range')
      expect(refusal(() => clock.addBusinessDays(0, openMs as number)).code).toBe('out-of-range')
    },
  )

  it('that leads beyond the year 9999 or before the year 1 is refused, not searched for', () => {
    expect(refusal(() => clock.after('9999-12-31T00:00:00Z', 100 * hourMs)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.before('0001-01-01T00:00:00Z', 100 * hourMs)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.addBusinessDays('9999-12-31T00:00:00Z', 3)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.addBusinessDays('0001-01-01T00:00:00Z', -3)).code).toBe('beyond-horizon')
    expect(['beyond-horizon', 'out-of-range']).toContain(refusal(() => clock.after(0, Number.MAX_SAFE_INTEGER)).code)
    expect(['beyond-horizon', 'out-of-range']).toContain(refusal(() => clock.addBusinessDays(0, Number.MAX_SAFE_INTEGER)).code)
  })

  it('of a batch is refused as one by one', () => {
    expect(refusal(() => clock.afterAll(Float64Array.of(0, Number.NaN), hourMs)).code).toBe('invalid-instant')
    expect(refusal(() => clock.afterAll(Float64Array.of(0, 0), Float64Array.of(0, Number.NaN))).code).toBe('out-of-range')
    expect(refusal(() => clock.betweenAll(Float64Array.of(0), Float64Array.of(Number.NaN))).code).toBe('invalid-instant')
    expect(refusal(() => clock.betweenAll(Float64Array.of(0, 0), Float64Array.of(0)))).toBeInstanceOf(LeadSlaError)
    expect(refusal(() => clock.afterAll(Float64Array.of(0, 0), Float64Array.of(0)))).toBeInstanceOf(LeadSlaError)
  })
})
