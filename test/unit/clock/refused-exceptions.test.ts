/** Mistakes in what differs from the week: ranges, seasons, holiday rules and lists, and calendars made of others. */

import { describe, expect, it } from 'vitest'
import { businessClock, type IssueCode, parseCalendar } from '../../../src/clock.ts'
import { everyDay, officeWeek } from './both.ts'
import { refusal } from './refusal.ts'
import { wrongExceptions } from './wrong-calendars.ts'

const office = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
const holidays = (...list: unknown[]) => ({ ...office, holidays: list })

describe('refused with its code and place', () => {
  it.each(wrongExceptions)('%s', (_title, document, code, path) => {
    const parsed = parseCalendar(document)
    expect(parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
  })
})

describe('bounds', () => {
  it('ten thousand holidays are taken', () => {
    const dates = Array.from({ length: 10_000 }, (_, index) => new Date(index * 86_400_000).toISOString().slice(0, 10))
    const clock = businessClock({ ...office, holidays: dates })
    expect(clock.nextOpen('1970-01-01T00:00:00Z')).toBe(Date.parse('1997-05-19T07:00:00Z'))
    expect(clock.isHoliday(dates.at(-1) ?? '')).toBe(true)
  })

  it('a thousand rules are taken and one more is refused', () => {
    const rules = Array.from({ length: 1001 }, () => ({ easter: 1 }))
    expect(parseCalendar({ ...office, holidays: rules.slice(1) }).ok).toBe(true)
    const parsed = parseCalendar({ ...office, holidays: rules })
    expect(parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path])).toEqual([['out-of-range', ['holidays']]])
  })

  it('calendars nested without end are refused where it becomes too deep', () => {
    const nested = (depth: number): unknown => {
      let document: unknown = office
      for (let level = 0; level < depth; level++) document = { union: [document, office] }
      return document
    }
    expect(parseCalendar(nested(33)).ok).toBe(true)
    const parsed = parseCalendar(nested(50_000))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.length])).toEqual([['out-of-range', 66]])
  })

  it('calendars that never meet have no opening, and say so', () => {
    const noon = { timeZone: 'UTC', week: { mon: ['12:00-13:00'] } }
    const night = { timeZone: 'UTC', week: { mon: ['22:00-23:00'] } }
    const clock = businessClock({ intersection: [noon, night] })
    expect(refusal(() => clock.nextOpen(0)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.after(0, 1)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.before(0, 1)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.openings(0, -1)).code).toBe('beyond-horizon')
    expect(clock.between(0, Date.parse('2026-01-01T00:00:00Z'))).toBe(0)
  })

  it('desks that cover the whole day never close', () => {
    const desk = (hours: string) => ({ timeZone: 'UTC', week: everyDay(hours) })
    const clock = businessClock({ union: [desk('00:00-08:00'), desk('08:00-16:00'), desk('16:00-24:00')] })
    expect(clock.nextClose('2026-01-01T00:00:00Z')).toBe(null)
    expect(clock.openings('2026-01-01T00:00:00Z', 1)).toEqual([
      [Date.parse('2026-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')],
    ])
    expect(clock.openings('2026-01-01T00:00:00Z', -1)).toEqual([
      [Date.parse('0001-01-01T00:00:00Z'), Date.parse('2026-01-01T00:00:00Z')],
    ])
  })

  it('nothing is known beyond the years of a list, and no answer is guessed', () => {
    const clock = businessClock(
      holidays({ region: 'DE-BE', years: [2025, 2026], dates: ['2026-01-01'] }) as Parameters<typeof businessClock>[0],
    )
    expect(clock.horizon).toEqual([Date.parse('2024-12-31T23:00:00Z'), Date.parse('2026-12-31T23:00:00Z')])
    expect(clock.isHoliday('2026-01-01')).toBe(true)
    const late = '2026-12-31T23:00:00Z'
    const early = '2024-12-31T22:59:59.999Z'
    const questions: [string, () => unknown][] = [
      ['isOpen', () => clock.isOpen(late)],
      ['isOpen before', () => clock.isOpen(early)],
      ['after', () => clock.after('2026-12-31T12:00:00Z', 8 * 3_600_000)],
      ['before', () => clock.before('2025-01-01T12:00:00Z', 8 * 3_600_000)],
      ['between', () => clock.between('2026-06-01T00:00:00Z', '2026-12-31T23:00:00.001Z')],
      ['spans', () => clock.spans('2026-06-01T00:00:00Z', '2027-06-01T00:00:00Z')],
      ['nextOpen', () => clock.nextOpen('2026-12-31T17:00:00Z')],
      ['openings', () => clock.openings('2026-12-31T12:00:00Z', 2)],
      ['addBusinessDays', () => clock.addBusinessDays('2026-12-31T12:00:00Z', 1)],
      ['endOfBusinessDay', () => clock.endOfBusinessDay('2026-12-31T12:00:00Z', 1)],
      ['isBusinessDay', () => clock.isBusinessDay('2027-01-04')],
      ['isHoliday', () => clock.isHoliday('2024-12-31')],
      ['holidayName', () => clock.holidayName('2027-01-01')],
      ['businessDaysBetween', () => clock.businessDaysBetween('2026-12-01', '2027-01-01')],
      ['afterAll', () => clock.afterAll(Float64Array.of(Date.parse(late)), 1)],
      ['betweenAll', () => clock.betweenAll(Float64Array.of(Date.parse(early)), Float64Array.of(0))],
    ]
    for (const [name, ask] of questions) expect([name, refusal(ask).code]).toEqual([name, 'beyond-horizon'])
  })

  it('the last instant that is known can be measured to', () => {
    const clock = businessClock(
      holidays({ region: 'DE-BE', years: [2026, 2026], dates: [] }) as Parameters<typeof businessClock>[0],
    )
    expect(clock.between('2026-12-31T00:00:00Z', '2026-12-31T22:59:59.999Z')).toBe(8 * 3_600_000)
    const [from, to] = clock.horizon
    expect(clock.between(from, to)).toBe(clock.spans(from, to).reduce((sum, [open, close]) => sum + close - open, 0))
    expect(clock.between(to, to)).toBe(0)
    expect(clock.before(to, 3_600_000)).toBe(Date.parse('2026-12-31T15:00:00Z'))
    expect(refusal(() => clock.between(from - 1, to)).code).toBe('beyond-horizon')
    expect(refusal(() => clock.between(from, to + 1)).code).toBe('beyond-horizon')
  })
})

describe('arguments', () => {
  const clock = businessClock(office)
  const noon = '2026-04-13T10:00:00Z'
  const refused: [title: string, ask: () => unknown, code: IssueCode][] = [
    ['a boundary that is none', () => clock.after(noon, 1, 'open' as 'close'), 'unknown-value'],
    ['a roll that is none', () => clock.addBusinessDays(noon, 1, 'following' as 'forward'), 'unknown-value'],
    ['half an opening', () => clock.openings(noon, 0.5), 'out-of-range'],
    ['more openings than a list can hold', () => clock.openings(noon, 1_000_001), 'out-of-range'],
    ['an out that is too short', () => clock.afterAll(new Float64Array(2), 1, new Float64Array(1)), 'out-of-range'],
    ['fewer amounts than instants', () => clock.afterAll(new Float64Array(2), new Float64Array(1)), 'out-of-range'],
    ['fewer ends than starts', () => clock.betweenAll(new Float64Array(2), new Float64Array(1)), 'out-of-range'],
    ['a column with NaN', () => clock.afterAll(Float64Array.of(0, Number.NaN), 1), 'invalid-instant'],
    [
      'a column with a part of a millisecond',
      () => clock.betweenAll(Float64Array.of(1, 1.5), Float64Array.of(2, 2)),
      'invalid-instant',
    ],
    [
      'an amount that is no number',
      () => clock.afterAll(Float64Array.of(0, 1), Float64Array.of(1, Number.POSITIVE_INFINITY)),
      'out-of-range',
    ],
  ]
  it.each(refused)('%s', (_title, ask, code) => {
    expect(refusal(ask).code).toBe(code)
  })
})
