import DateHolidays from 'date-holidays'
import { holidayKinds, holidayRegions, LeadSlaError, parseRegionalHolidays, regionalHolidays } from 'lead-sla/holidays'
import { describe, expect, it } from 'vitest'

const datesOf = (region: string, ...years: [number, number?]): string[] =>
  (regionalHolidays(region, { years: [years[0], years[1] ?? years[0]] }).dates ?? []).map((one) =>
    typeof one === 'string' ? one : one.date,
  )

/** Easter Sundays, from an almanac. */
const easters = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21']

const isoFrom = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** The Wednesday before 23 November. */
function penance(year: string): string {
  const before = Array.from({ length: 7 }, (_, index) => isoFrom(`${year}-11-22`, -index))
  return before.find((date) => new Date(date).getUTCDay() === 3) ?? ''
}

/** What the laws of the states say: the days that all have, and those that each adds. */
const everywhere = ['01-01', -2, 1, '05-01', 39, 50, '10-03', '12-25', '12-26']
const added: Record<string, (string | number)[]> = {
  BW: ['01-06', 60, '11-01'],
  BY: ['01-06', 60, '11-01'],
  BE: ['03-08', '2025-05-08', '2028-06-17'],
  BB: [0, 49, '10-31'],
  HB: ['10-31'],
  HH: ['10-31'],
  HE: [60],
  MV: ['03-08', '10-31'],
  NI: ['10-31'],
  NW: [60, '11-01'],
  RP: [60, '11-01'],
  SL: [60, '08-15', '11-01'],
  SN: ['10-31', 'penance'],
  ST: ['01-06', '10-31'],
  SH: ['10-31'],
  TH: ['09-20', '10-31'],
}

function byLaw(state: string): string[] {
  const dates = easters.flatMap((easter) => {
    const year = easter.slice(0, 4)
    return [...everywhere, ...(added[state] ?? [])].flatMap((day) => {
      if (typeof day === 'number') return [isoFrom(easter, day)]
      if (day === 'penance') return [penance(year)]
      return day.length === 5 ? [`${year}-${day}`] : day.startsWith(year) ? [day] : []
    })
  })
  return [...new Set(dates)].sort()
}

describe('the holidays of a German state', () => {
  it.each(Object.keys(added))('DE-%s are those of its law, 2024 to 2030', (state) => {
    expect(datesOf(`DE-${state}`, 2024, 2030)).toEqual(byLaw(state))
  })

  it('are known from the year in which they became law', () => {
    expect(datesOf('DE-BE', 2018)).not.toContain('2018-03-08')
    expect(datesOf('DE-BE', 2019)).toContain('2019-03-08')
    expect(datesOf('DE-MV', 2022)).not.toContain('2022-03-08')
    expect(datesOf('DE-TH', 2018)).not.toContain('2018-09-20')
    expect(datesOf('DE-TH', 2019)).toContain('2019-09-20')
  })

  it('have their names in German, or in the language that is asked for', () => {
    expect(regionalHolidays('DE-SN', { years: [2026, 2026] }).dates).toContainEqual({
      date: '2026-11-18',
      name: 'Buß- und Bettag',
    })
    expect(regionalHolidays('DE-SN', { years: [2026, 2026], language: 'en' }).dates).toContainEqual({
      date: '2026-12-25',
      name: 'Christmas Day',
    })
  })
})

describe('the holidays of the United States', () => {
  it('are those of the federal law, with the days on which they are observed', () => {
    expect(datesOf('US', 2026)).toEqual([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-07-04', '2026-09-07'],
      ...['2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
    ])
  })

  it('may be observed in the year before: New Year 2022 was a Saturday', () => {
    expect(datesOf('US', 2021)).toContain('2021-12-31')
    expect(datesOf('US', 2022)[0]).toBe('2022-01-01')
  })

  it('differ by state', () => {
    expect(datesOf('US-CA', 2026)).toContain('2026-03-31')
    expect(datesOf('US-TX', 2026)).not.toContain('2026-03-31')
    expect(datesOf('US-MA', 2026)).toContain('2026-04-20')
    expect(datesOf('US-LA-NO', 2026)).toContain('2026-02-17')
  })
})

describe('a holiday', () => {
  it('of several days is each of its dates, and not the half day that it begins or ends with', () => {
    const march = datesOf('TR', 2026).filter((date) => date.startsWith('2026-03'))
    expect(march).toEqual(['2026-03-20', '2026-03-21', '2026-03-22'])
    const may = datesOf('TR', 2026).filter((date) => date > '2026-05-20' && date < '2026-06-01')
    expect(may).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'])
  })

  it('that began in the year before goes on in the first year', () => {
    expect(datesOf('EG', 2007).slice(0, 3)).toEqual(['2007-01-01', '2007-01-02', '2007-01-03'])
    expect(datesOf('EG', 2006).at(-1)).toBe('2006-12-31')
  })

  it('of less than a day is none: the afternoon of Good Friday in Kentucky', () => {
    expect(datesOf('US-KY', 2026)).not.toContain('2026-04-03')
  })

  it('that falls together with another keeps both names', () => {
    expect(regionalHolidays('DE', { years: [2008, 2008] }).dates).toContainEqual({
      date: '2008-05-01',
      name: 'Maifeiertag / Christi Himmelfahrt',
    })
  })

  it('of another kind is taken when it is asked for', () => {
    const bank = regionalHolidays('DE', { years: [2026, 2026], kinds: ['observance', 'public'] })
    expect(bank.kinds).toEqual(['public', 'observance'])
    expect(bank.dates?.length).toBeGreaterThan(datesOf('DE', 2026).length)
  })
})

describe('the regions', () => {
  it('are listed with their names, all or those of a country', () => {
    expect(holidayRegions().length).toBeGreaterThan(500)
    expect(holidayRegions('DE').filter(({ region }) => /^DE(-[A-Z]{2})?$/.test(region))).toHaveLength(17)
    expect(holidayRegions('US')).toContainEqual({ region: 'US-LA-NO', name: 'New Orleans' })
    expect(() => holidayRegions('XX')).toThrow(/unknown-holiday-region/)
  })

  it('give no two of one code, and each gives a list', { timeout: 120_000 }, () => {
    const regions = holidayRegions().map(({ region }) => region)
    expect(new Set(regions).size).toBe(regions.length)
    for (const region of regions.filter((_, index) => index % 9 === 0)) {
      const { dates = [], ...list } = regionalHolidays(region, { years: [2026, 2026] })
      expect(list).toEqual({ region, kinds: ['public'], years: [2026, 2026] })
      const days = dates.map((one) => (typeof one === 'string' ? one : one.date))
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((date) => date.startsWith('2026-'))).toBe(true)
    }
  })

  it('give what the package gives for whole days, for all kinds', () => {
    for (const [country, state] of [['DE', 'BY'], ['US', 'NY'], ['FR'], ['GB', 'SCT'], ['JP']] as [string, string?][]) {
      const theirs = new DateHolidays(country, state ?? '').getHolidays(2027)
      const whole = theirs.filter(({ start, end }) => end.getTime() - start.getTime() >= 82_800_000)
      const dates = new Set(whole.map(({ date }) => date.slice(0, 10)))
      const region = [country, state].filter(Boolean).join('-')
      const ours = regionalHolidays(region, { years: [2027, 2027], kinds: holidayKinds }).dates ?? []
      expect(ours.map((one) => (typeof one === 'string' ? one : one.date))).toEqual(expect.arrayContaining([...dates]))
    }
  })
})

describe('a mistake', () => {
  it('is named with its place and what would have been right', () => {
    const parsed = parseRegionalHolidays('DE-BER', { years: [2030, 2024], kinds: ['publik', 'bank'], language: 7 }, ['x'])
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-holiday-region', 'x.region'],
      ['out-of-range', 'x.years'],
      ['unknown-value', 'x.kinds.0'],
      ['wrong-type', 'x.language'],
    ])
    expect(parsed.ok ? [] : parsed.issues[0]?.known?.slice(0, 2)).toContain('DE-BE')
  })

  it('is a year for which the package has no Islamic dates, and says nothing about it', () => {
    expect(() => regionalHolidays('SA', { years: [2070, 2077] })).toThrow(LeadSlaError)
    expect(datesOf('SA', 2076).length).toBeGreaterThan(2)
    expect(datesOf('EG', 1970).length).toBeGreaterThan(10)
  })

  it('is a region in other letters, so that one region has one spelling', () => {
    const known = (region: unknown) => parseRegionalHolidays(region).ok
    expect([known('de-be'), known('DE.BE'), known(''), known(null), known('__proto__'), known('DE-')]).not.toContain(true)
  })
})
