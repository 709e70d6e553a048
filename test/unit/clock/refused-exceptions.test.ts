/** Mistakes in what differs from the week: ranges, seasons, holiday rules and lists, and calendars made of others. */

import { describe, expect, it } from 'vitest'
import { businessClock, type IssueCode, type IssuePath, parseCalendar } from '../../../src/clock.ts'
import { everyDay, officeWeek } from './both.ts'
import { refusal } from './refusal.ts'

const office = { timeZone: 'Europe/Berlin', week: officeWeek('09:00-17:00') }
const holidays = (...list: unknown[]) => ({ ...office, holidays: list })
const at = (...path: IssuePath): IssuePath => path
const allDay = ['00:00-24:00']

const wrong: [title: string, document: unknown, code: IssueCode, path: IssuePath][] = [
  [
    'a closure that ends before it starts',
    { ...office, closures: { '2026-12-31/2026-12-24': allDay } },
    'invalid-date-range',
    at('closures', '2026-12-31/2026-12-24'),
  ],
  [
    'a range of dates that do not exist',
    { ...office, closures: { '2026-02-27/2026-02-30': allDay } },
    'invalid-date',
    at('closures', '2026-02-27/2026-02-30'),
  ],
  [
    'a range of three dates',
    { ...office, closures: { '2026-01-01/2026-01-02/2026-01-03': allDay } },
    'invalid-date',
    at('closures', '2026-01-01/2026-01-02/2026-01-03'),
  ],
  [
    'a range from a year to none',
    { ...office, overrides: { '2026-01-01/02-01': allDay } },
    'invalid-date',
    at('overrides', '2026-01-01/02-01'),
  ],
  [
    'a closure without end',
    { ...office, closures: { '2026-12-24/..': allDay } },
    'out-of-range',
    at('closures', '2026-12-24/..'),
  ],
  [
    'closures longer than any memory',
    { ...office, closures: { '0001-01-01/9999-12-31': allDay } },
    'out-of-range',
    at('closures', '0001-01-01/9999-12-31'),
  ],
  ['a date of every year that no year has', { ...office, overrides: { '02-30': [] } }, 'invalid-date', at('overrides', '02-30')],
  ['a thirteenth month', { ...office, closures: { '13-01': allDay } }, 'invalid-date', at('closures', '13-01')],
  ['seasons that are no array', { ...office, seasons: {} }, 'wrong-type', at('seasons')],
  ['a season that is none', { ...office, seasons: ['summer'] }, 'wrong-type', at('seasons', 0)],
  ['a season without dates', { ...office, seasons: [{ week: office.week }] }, 'invalid-date', at('seasons', 0, 'during')],
  ['a season without a week', { ...office, seasons: [{ during: '06-01/08-31' }] }, 'missing-key', at('seasons', 0, 'week')],
  [
    'a season with a key that is none',
    { ...office, seasons: [{ during: '06-01/08-31', week: {}, from: 1 }] },
    'unknown-key',
    at('seasons', 0, 'from'),
  ],
  [
    'a season with a title that is no text',
    { ...office, seasons: [{ during: '06-01/08-31', week: {}, title: 1 }] },
    'wrong-type',
    at('seasons', 0, 'title'),
  ],
  ['a title that is no text', { ...office, title: 7 }, 'wrong-type', at('title')],
  ['a holiday of every year that no year has', holidays('02-30'), 'invalid-date', at('holidays', 0)],
  ['a rule on a date that no year has', holidays({ date: '04-31' }), 'invalid-date', at('holidays', 0, 'date')],
  ['a dated holiday with a rule beside it', holidays({ date: '2026-05-01', plus: 1 }), 'unknown-key', at('holidays', 0, 'plus')],
  ['a dated holiday that does not exist', holidays({ date: '2026-02-30' }), 'invalid-date', at('holidays', 0, 'date')],
  ['a rule that moves too far', holidays({ date: '05-01', plus: 367 }), 'out-of-range', at('holidays', 0, 'plus')],
  [
    'a rule with an observance that is none',
    holidays({ date: '05-01', observed: 'tuesday' }),
    'unknown-value',
    at('holidays', 0, 'observed'),
  ],
  ['a rule with a name that is no text', holidays({ date: '05-01', name: 1 }), 'wrong-type', at('holidays', 0, 'name')],
  ['a rule with a key that is none', holidays({ date: '05-01', zone: 'UTC' }), 'unknown-key', at('holidays', 0, 'zone')],
  ['the zeroth Monday', holidays({ nth: 0, weekday: 'mon', month: 5 }), 'out-of-range', at('holidays', 0, 'nth')],
  ['the sixth Monday', holidays({ nth: 6, weekday: 'mon', month: 5 }), 'out-of-range', at('holidays', 0, 'nth')],
  [
    'a weekday by its full name',
    holidays({ nth: 1, weekday: 'monday', month: 5 }),
    'unknown-value',
    at('holidays', 0, 'weekday'),
  ],
  ['an n-th weekday without a month', holidays({ nth: 1, weekday: 'mon' }), 'missing-key', at('holidays', 0, 'month')],
  ['a weekday beside no date', holidays({ weekday: 'wed' }), 'invalid-date', at('holidays', 0, 'after')],
  [
    'a weekday before a date that no year has',
    holidays({ weekday: 'wed', before: '11-31' }),
    'invalid-date',
    at('holidays', 0, 'before'),
  ],
  ['half a day after Easter', holidays({ easter: 0.5 }), 'out-of-range', at('holidays', 0, 'easter')],
  ['the Easter of no church', holidays({ easter: 0, church: 'southern' }), 'unknown-value', at('holidays', 0, 'church')],
  [
    'a rule that is valid for no time',
    holidays({ date: '05-01', during: '2026-06-01/2026-05-01' }),
    'invalid-date-range',
    at('holidays', 0, 'during'),
  ],
  [
    'a rule that is valid for a part of every year',
    holidays({ date: '05-01', during: '04-01/06-01' }),
    'invalid-date',
    at('holidays', 0, 'during'),
  ],
  [
    'a rule that gives no date while it is valid',
    holidays({ date: '02-29', during: '2025-01-01/2027-12-31' }),
    'rule-without-date',
    at('holidays', 0),
  ],
  [
    'a rule that was over before its date',
    holidays({ easter: 0, during: '../0001-01-31' }),
    'rule-without-date',
    at('holidays', 0),
  ],
  ['a region without dates', holidays({ region: 'DE-BE' }), 'unknown-holiday-region', at('holidays', 0)],
  ['a list without dates', holidays({ name: 'ours' }), 'missing-key', at('holidays', 0, 'dates')],
  ['a list whose dates are none', holidays({ name: 'ours', dates: '2026-01-01' }), 'wrong-type', at('holidays', 0, 'dates')],
  [
    'a list with a date that does not exist',
    holidays({ dates: ['2026-01-01', '2026-13-01'] }),
    'invalid-date',
    at('holidays', 0, 'dates', 1),
  ],
  ['a list with a key that is none', holidays({ dates: [], zone: 'UTC' }), 'unknown-key', at('holidays', 0, 'zone')],
  [
    'a date in a list with a key that is none',
    holidays({ dates: [{ date: '2026-01-01', kind: 'public' }] }),
    'unknown-key',
    at('holidays', 0, 'dates', 0, 'kind'),
  ],
  ['kinds that are no texts', holidays({ region: 'DE', kinds: [1], dates: [] }), 'wrong-type', at('holidays', 0, 'kinds')],
  [
    'years that stand the other way round',
    holidays({ region: 'DE', years: [2030, 2024], dates: [] }),
    'out-of-range',
    at('holidays', 0, 'years'),
  ],
  [
    'a year that is none',
    holidays({ region: 'DE', years: [2024, 2030.5], dates: [] }),
    'out-of-range',
    at('holidays', 0, 'years'),
  ],
  ['one year alone', holidays({ region: 'DE', years: [2024], dates: [] }), 'out-of-range', at('holidays', 0, 'years')],
  ['a union of one', { union: [office] }, 'wrong-type', at('union')],
  ['a union of no array', { union: office }, 'wrong-type', at('union')],
  ['a union and a difference', { union: [office, office], difference: [office, office] }, 'unknown-key', at('difference')],
  ['a combination with hours of its own', { union: [office, office], week: office.week }, 'unknown-key', at('week')],
  ['a combination in an unknown zone', { union: [office, office], timeZone: 'Berlin' }, 'unknown-time-zone', at('timeZone')],
  ['the name of a calendar where there are none', { union: [office, 'berlin'] }, 'unknown-calendar', at('union', 1)],
  [
    'a mistake deep inside',
    { union: [office, { difference: [office, { ...office, week: { mon: ['9-17'] } }] }] },
    'invalid-window',
    at('union', 1, 'difference', 1, 'week', 'mon', 0),
  ],
]

describe('refused with its code and place', () => {
  it.each(wrong)('%s', (_title, document, code, path) => {
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
