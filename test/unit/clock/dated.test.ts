/** Stretches of dates and what is said of them, asked by themselves. */

import { describe, expect, it } from 'vitest'
import { holdsDate, parseDateRange, readMonthDay } from '../../../src/clock/date-range.ts'
import { Dated } from '../../../src/clock/dated.ts'
import { readHolidayRule, westernEaster, yearlyRule } from '../../../src/clock/holiday-rule.ts'
import { readHolidays } from '../../../src/clock/holidays.ts'
import { horizonOf, yearsWithin } from '../../../src/clock/horizon.ts'
import { type FindCalendar, parseCalendar } from '../../../src/clock/parse-calendar.ts'
import { Reader } from '../../../src/clock/reader.ts'
import { parseZone, twinOf } from '../../../src/clock/zone.ts'
import { businessClock } from '../../../src/clock.ts'
import { valueOf } from '../../../src/errors.ts'
import { firstInstant, lastInstant } from '../../../src/time/instant.ts'
import { dayOf } from '../../../src/time/plain-date.ts'
import { westernEaster as easterByTheMoon } from '../../oracle/holiday-oracle.ts'
import { everyDay, officeWeek } from './both.ts'

const add = <Entry>(dated: Dated<Entry>, text: string, entry: Entry) =>
  dated.add(valueOf(parseDateRange(text)), entry, ['overrides', text], text)

const day = (date: string) => Date.parse(date) / 86_400_000

describe('a date of every year', () => {
  it('is read as month and day', () => {
    expect(['12-24', '02-29', '01-01', '12-31'].map(readMonthDay)).toEqual([1224, 229, 101, 1231])
  })

  it.each(['12-241', '012-24', '00-10', '01-00', '13-01', '02-30', '04-31', '1-1', ['12-24'], 1224, null, undefined])(
    'is not %j',
    (value) => {
      expect(readMonthDay(value)).toBeNaN()
    },
  )

  it('is held by a range of itself, and by no other date', () => {
    const christmas = valueOf(parseDateRange('12-24'))
    expect(['2026-12-23', '2026-12-24', '2026-12-25', '2027-12-24'].map((date) => holdsDate(christmas, day(date)))).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  it.each(['12-24/2026-01-01', '2026-01-01/12-24', '12-24/', '/12-24', '12-24/12-25/12-26', '12-24x'])(
    'makes no range as %j, and what is wrong stands where it was read',
    (text) => {
      expect(parseDateRange(text)).toMatchObject({ ok: false, issues: [{ code: 'invalid-date', path: [], got: text }] })
      expect(parseDateRange(text, ['a'])).toMatchObject({ ok: false, issues: [{ path: ['a'] }] })
    },
  )
})

describe('what is said of dates', () => {
  it('recurs when one of them comes every year', () => {
    const dated = new Dated<string>()
    expect(dated.recurs).toBe(false)
    add(dated, '2026-12-24', 'once')
    expect(dated.recurs).toBe(false)
    add(dated, '12-24', 'every year')
    expect(dated.recurs).toBe(true)
  })

  it('is the narrowest first, then the later, then the one written shorter, and those of every year last', () => {
    const dated = new Dated<string>()
    for (const text of ['12-24', '2026-12-20/2026-12-26', '2026-12-22/2026-12-28', '2026-12-24/2026-12-24', '2026-12-24']) {
      expect(add(dated, text, text)).toBeUndefined()
    }
    const expected = ['2026-12-24', '2026-12-24/2026-12-24', '2026-12-22/2026-12-28', '2026-12-20/2026-12-26', '12-24']
    expect(dated.all(day('2026-12-24'))).toEqual(expected)
    expect(dated.on(day('2026-12-24'))).toBe('2026-12-24')
    expect(dated.on(day('2026-12-23'))).toBe('2026-12-22/2026-12-28')
    expect(dated.on(day('2027-12-24'))).toBe('12-24')
    expect(dated.on(day('2026-12-29'))).toBeUndefined()
    expect(dated.all(day('2026-12-29'))).toEqual([])
  })

  it('is equal in whatever order it was written', () => {
    const texts = ['2026-12-24', '2026-12-22/2026-12-23', '03-01', '01-05', '2026-01-01', '12-31/01-02']
    const written = (order: readonly string[]) => {
      const dated = new Dated<string>()
      for (const text of order) add(dated, text, text)
      return JSON.stringify(dated.content())
    }
    expect(written([...texts].reverse())).toBe(written(texts))
    expect(written(texts.slice(1))).not.toBe(written(texts))
  })

  it('is said of 100,000 dates of one time at most, and of any number that come every year', () => {
    const dated = new Dated<string>()
    const [first, last] = [dayOf(2000, 1, 1), dayOf(2000, 1, 1) + 99_998]
    for (let index = 0; index < 300; index++) expect(add(dated, '01-01/12-31', 'every year')).toBeUndefined()
    expect(dated.add({ every: 'once', first, last }, 'most', [], 'most')).toBeUndefined()
    expect(add(dated, '2026-12-24', 'the last one')).toBeUndefined()
    expect(add(dated, '2026-12-25', 'one too many')).toMatchObject({ code: 'out-of-range', path: ['overrides', '2026-12-25'] })
  })
})

describe('a rule of holidays', () => {
  const rule = (document: Record<string, unknown>) => readHolidayRule(document, new Reader([]), [])

  it('comes again with the length and the first weekday of a year, unless Easter moves it or it moves far', () => {
    expect(rule({ date: '12-24' })?.repeats).toBe(true)
    expect(rule({ date: '12-24', plus: 31 })?.repeats).toBe(true)
    expect(rule({ date: '12-24', plus: -32 })?.repeats).toBe(false)
    expect(rule({ easter: 1 })?.repeats).toBe(false)
    expect(yearlyRule(1224, null).repeats).toBe(true)
  })

  it('lets far years be read as their twins where all rules come again', () => {
    const calendar = (...holidays: unknown[]) =>
      valueOf(parseCalendar({ timeZone: 'UTC', week: officeWeek('09:00-17:00'), holidays }))
    expect(twinOf(5001)).not.toBe(5001)
    expect(calendar('12-24', { date: '05-01', observed: 'nearestWeekday' }).twinOf(5001)).toBe(twinOf(5001))
    expect(calendar('12-24', { easter: 1 }).twinOf(5001)).toBe(5001)
  })

  it('finds the Easter of the moon in every century', () => {
    for (let year = 1583; year < 4100; year++) expect([year, westernEaster(year)]).toEqual([year, easterByTheMoon(year)])
  })

  it('moves by a year at most, the last day of it included', () => {
    const read = (value: unknown) => {
      const reader = new Reader([])
      return [reader.integer(value, [-366, 366], []), reader.issues.map(({ code }) => code)]
    }
    expect([-366, 0, 366].map(read)).toEqual([
      [-366, []],
      [0, []],
      [366, []],
    ])
    expect([-367, 367, 0.5, '1'].map(read)).toEqual(Array.from({ length: 4 }, () => [-366, ['out-of-range']]))
    expect(read(undefined)).toEqual([-366, ['missing-key']])
  })

  it('is read as the one of several that is meant', () => {
    const reader = new Reader([])
    expect(reader.oneOf('b', ['a', 'b'], [])).toBe('b')
    expect([reader.oneOf('c', ['a', 'b'], ['key']), reader.issues.length]).toEqual(['a', 1])
  })

  it('names a day after its own date before it does so by rule', () => {
    const holidays = readHolidays(
      [{ date: '2026-12-25', name: 'Ours' }, { date: '12-25', name: 'Christmas' }, '2027-12-25', { dates: ['2026-01-06'] }],
      new Reader([]),
    )
    expect(holidays.nameOf(day('2026-12-25'))).toBe('Ours')
    expect(holidays.nameOf(day('2027-12-25'))).toBe('Christmas')
    expect(holidays.nameOf(day('2028-12-25'))).toBe('Christmas')
    expect(holidays.nameOf(day('2026-01-06'))).toBeNull()
    expect(holidays.nameOf(day('2026-12-26'))).toBeUndefined()
  })

  it('is asked once a year', () => {
    let asked = 0
    const holidays = readHolidays(['12-25'], new Reader([]))
    const [only] = holidays.rules
    if (!only) throw new Error('no rule was read')
    holidays.rules[0] = {
      ...only,
      inYear(year) {
        asked++
        return only.inYear(year)
      },
    }
    for (let date = day('2026-01-01'); date < day('2027-01-01'); date++) holidays.has(date)
    expect(asked).toBe(1)
  })
})

describe('a checked calendar', () => {
  const office = { timeZone: 'UTC', week: officeWeek('09:00-17:00') }
  const read = (more: object, find?: FindCalendar) => parseCalendar({ ...office, ...more }, [], find)
  const contentOf = (more: object) => valueOf(read(more)).content

  it('has equal content in whatever order its holidays stand', () => {
    const dates = ['2026-12-25', '2026-01-01', '2026-05-01']
    expect(contentOf({ holidays: dates })).toBe(contentOf({ holidays: [...dates].sort() }))
    expect(contentOf({ holidays: dates })).not.toBe(contentOf({ holidays: dates.slice(1) }))
  })

  it('has other content with other seasons', () => {
    const season = { during: '06-01/08-31', week: officeWeek('08:00-14:00') }
    const contents = [[], [season], [{ ...season, during: '06-01/09-30' }], [{ ...season, week: office.week }]].map((seasons) =>
      contentOf({ seasons }),
    )
    expect(new Set(contents).size).toBe(4)
  })

  it('is closed on a holiday whose override does not say that it is open', () => {
    const on = (override: unknown) =>
      valueOf(read({ holidays: ['2026-12-25'], overrides: { '2026-12-25': override } })).isBusinessDate(day('2026-12-25'))
    expect(on({ hours: ['10:00-12:00'] })).toBe(false)
    expect(on({ hours: ['10:00-12:00'], onHolidays: false })).toBe(false)
    expect(on({ hours: ['10:00-12:00'], onHolidays: true })).toBe(true)
  })

  it('takes lists with kinds, and all years that there are', () => {
    const list = { region: 'DE', kinds: ['public', 'bank'], dates: ['2026-01-01'], years: [1, 9999] }
    const known = valueOf(read({ holidays: [list] }))
    expect([known.years, horizonOf(known)]).toEqual([
      [1, 9999],
      [firstInstant, lastInstant + 1],
    ])
    const rule = { date: '01-01', plus: -1, during: '2026-12-31/2026-12-31' }
    expect(valueOf(read({ holidays: [rule] })).holidayOf(day('2026-12-31'))).toBeNull()
  })

  it('is made of a thousand others at most, and of none that is not found', () => {
    const union = (count: number) => ({ union: Array.from({ length: count }, () => 'office') })
    const found: FindCalendar = () => parseCalendar(office)
    expect(parseCalendar(union(1000), [], found).ok).toBe(true)
    expect(parseCalendar(union(1001), [], found)).toMatchObject({
      ok: false,
      issues: [{ code: 'out-of-range', path: ['union'] }],
    })
    // Why there is none is said in another place.
    expect(parseCalendar({ union: [office, 'office'] }, [], () => ({ ok: false, issues: [] }))).toEqual({ ok: false, issues: [] })
  })

  it('knows the instants of the years that there are, or of those of its lists', () => {
    expect(horizonOf(valueOf(read({})))).toEqual([firstInstant, lastInstant + 1])
    const known = valueOf(read({ holidays: [{ dates: [], years: [2025, 2027] }] }))
    expect(horizonOf(known).map((ms) => new Date(ms).toISOString())).toEqual([
      '2025-01-01T00:00:00.000Z',
      '2028-01-01T00:00:00.000Z',
    ])
  })

  it('knows in another zone the years that lie within', () => {
    const within = (timeZone: string, ...lists: object[]) =>
      yearsWithin(
        valueOf(parseZone('UTC')),
        lists.map((list) => valueOf(read({ timeZone, holidays: [{ dates: [], ...list }] }))),
      )
    const years = [2025, 2027]
    expect(within('UTC', { years })).toEqual([2025, 2027])
    expect(within('Asia/Tokyo', { years })).toEqual([2025, 2026])
    expect(within('America/New_York', { years })).toEqual([2026, 2027])
    expect(within('UTC', { years }, { years: [2026, 2030] })).toEqual([2026, 2027])
    expect(within('UTC', {})).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  })

  it('opens all week where no hour of it is closed, and nothing that comes every year closes one', () => {
    const opens = (more: object) => valueOf(read({ week: everyDay('00:00-24:00'), ...more })).opensAllWeek
    const [gap, whole] = [officeWeek('09:00-17:00'), everyDay('00:00-12:00', '12:00-24:00')]
    expect(opens({})).toBe(true)
    expect(opens({ holidays: ['2026-12-25'], closures: { '2026-12-24': ['09:00-17:00'] } })).toBe(true)
    expect(opens({ seasons: [{ during: '06-01/08-31', week: whole }] })).toBe(true)
    // Nights that begin on the date before count where no season begins anew each year.
    const shifts = everyDay('06:00-18:00', '18:00-06:00')
    expect(opens({ week: shifts, seasons: [{ during: '2026-06-01/2026-06-30', week: shifts }] })).toBe(true)
    expect(opens({ week: { ...whole, sun: ['00:00-06:00', '06:00-03:00'], mon: ['03:00-24:00'] } })).toBe(true)
    for (const closing of [
      { week: gap },
      // The first Monday of the season is closed until 03:00, as no Sunday of the season comes before it.
      { seasons: [{ during: '06-01/08-31', week: everyDay('03:00-24:00', '20:00-03:00') }] },
      // One weekday without such a morning does not save the others.
      { seasons: [{ during: '06-01/08-31', week: { ...everyDay('03:00-24:00', '20:00-03:00'), mon: ['00:00-24:00'] } }] },
      { week: { ...whole, mon: ['03:00-24:00'] } },
      { seasons: [{ during: '06-01/08-31', week: gap }] },
      {
        seasons: [
          { during: '06-01/08-31', week: whole },
          { during: '09-01/09-30', week: gap },
        ],
      },
      { holidays: ['12-25'] },
      { holidays: [{ easter: 1 }] },
      { closures: { '12-24': ['09:00-17:00'] } },
      { overrides: { '12-24': ['09:00-17:00'] } },
    ]) {
      expect([closing, opens(closing)]).toEqual([closing, false])
    }
  })

  it('closes on the first date of a season whose nights begin on the dates before', () => {
    const season = { during: '04-14/09-17', week: everyDay('05:30-01:30', '16:14-08:26') }
    const clock = businessClock({ timeZone: 'UTC', week: everyDay('00:00-24:00'), seasons: [season] })
    expect(clock.openings('2008-03-16T02:00:00Z', 2)).toEqual([
      [Date.parse('2008-03-16T02:00:00Z'), Date.parse('2008-04-14T00:00:00Z')],
      [Date.parse('2008-04-14T05:30:00Z'), Date.parse('2009-04-14T00:00:00Z')],
    ])
    expect(clock.nextClose('2008-03-16T02:00:00Z')).toBe(Date.parse('2008-04-14T00:00:00Z'))
  })

  it('says in which years dates of one time are, the ends of open ranges left out', () => {
    const years = (more: object) => valueOf(read(more)).datedYears
    expect(years({})).toBeNull()
    expect(years({ holidays: ['12-25'], closures: { '12-24': ['09:00-10:00'] } })).toBeNull()
    expect(years({ holidays: ['2026-12-25', '2024-05-01'] })).toEqual([2024, 2026])
    expect(years({ overrides: { '2023-01-01': ['09:00-10:00'] }, closures: { '2027-12-31': ['09:00-10:00'] } })).toEqual([
      2023, 2027,
    ])
    expect(years({ seasons: [{ during: '2028-06-01/..', week: office.week }] })).toEqual([2028, 2028])
    expect(years({ seasons: [{ during: '06-01/08-31', week: office.week }] })).toBeNull()
    expect(years({ holidays: [{ date: '06-19', during: '2021-06-19/..' }, '2025-01-01'] })).toEqual([2021, 2025])
  })

  it('reads a far year as its twin where both lie on one side of all dates of one time', () => {
    const twin = (year: number, ...dates: string[]) => valueOf(read({ holidays: dates })).twinOf(year)
    const [late, early] = [twinOf(5001), twinOf(1000)]
    expect([late, early]).toEqual([2105, 1777])
    expect(twin(5001, '2026-12-25')).toBe(late)
    expect(twin(5001, '2103-12-25')).toBe(late)
    expect(twin(5001, '2104-12-25')).toBe(5001)
    expect(twin(5001, '5003-12-25')).toBe(late)
    expect(twin(5001, '5002-12-25')).toBe(5001)
    expect(twin(5001, '2026-12-25', '5005-12-25')).toBe(5001)
    expect(twin(5001, '5500-12-25')).toBe(late)
    expect(twin(1000, '2026-12-25')).toBe(early)
    expect(twin(1000, '1779-12-25')).toBe(early)
    expect(twin(1000, '1778-12-25')).toBe(1000)
    expect(twin(2150, '2200-12-25')).toBe(twinOf(2150))
    expect(twin(2198, '2200-12-25')).toBe(twinOf(2198))
    expect(twin(2199, '2200-12-25')).toBe(2199)
  })
})
