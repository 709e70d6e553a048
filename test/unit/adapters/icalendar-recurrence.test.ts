/** Rules against two others: a loop over every day, and the iterator of ical.js where it keeps to the standard. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { law } from '../../property/law.ts'
import { calendar, datesOf, event } from './icalendar-file.ts'

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const dayMs = 86_400_000

interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly wkst: number
  readonly count?: number | undefined
  readonly until?: string | undefined
  readonly bymonth?: readonly number[] | undefined
  readonly bymonthday?: readonly number[] | undefined
  readonly byyearday?: readonly number[] | undefined
  readonly byday?: readonly { readonly nth: number; readonly weekday: number }[] | undefined
  readonly bysetpos?: readonly number[] | undefined
}

function textOf(rule: Rule): string {
  const parts = [`FREQ=${rule.freq}`, `INTERVAL=${rule.interval}`, `WKST=${names[rule.wkst]}`]
  if (rule.count !== undefined) parts.push(`COUNT=${rule.count}`)
  if (rule.until !== undefined) parts.push(`UNTIL=${rule.until.replaceAll('-', '')}`)
  for (const key of ['bymonth', 'bymonthday', 'byyearday', 'bysetpos'] as const) {
    if (rule[key]) parts.push(`${key.toUpperCase()}=${rule[key]}`)
  }
  if (rule.byday) parts.push(`BYDAY=${rule.byday.map(({ nth, weekday }) => `${nth === 0 ? '' : nth}${names[weekday]}`)}`)
  return parts.join(';')
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const weekdayAt = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7
const parts = (ms: number) => {
  const at = new Date(ms)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

const lastYear = 2030
const everyDate = Array.from({ length: 2950 }, (_, index) => Date.UTC(2023, 0, 1) + index * dayMs)
const beside = (ms: number, isAlike: (at: number) => boolean): number[] => {
  const dates = everyDate.filter((at) => Math.abs(at - ms) < 366 * dayMs && isAlike(at))
  return [dates.indexOf(ms) + 1, dates.indexOf(ms) - dates.length]
}

/** What counting alone says of each date: which of its kind it is in its month and year, from either end. */
const ranks = new Map(
  everyDate.map((ms) => {
    const { year, month } = parts(ms)
    const inYear = (at: number) => parts(at).year === year
    const inMonth = (at: number) => inYear(at) && parts(at).month === month
    const alike = (at: number) => weekdayAt(at) === weekdayAt(ms)
    const ofMonth = [beside(ms, inMonth), beside(ms, (at) => inMonth(at) && alike(at))] as const
    return [ms, { ofMonth, ofYear: [beside(ms, inYear), beside(ms, (at) => inYear(at) && alike(at))] as const }]
  }),
)

function isWanted(rule: Rule, start: number, ms: number): boolean {
  const { month, day } = parts(ms)
  const of = parts(start)
  const { ofMonth, ofYear } = ranks.get(ms) ?? { ofMonth: [[], []], ofYear: [[], []] }
  if (rule.bymonth && !rule.bymonth.includes(month)) return false
  if (rule.bymonthday && !ofMonth[0].some((rank) => rule.bymonthday?.includes(rank))) return false
  if (rule.byyearday && !ofYear[0].some((rank) => rule.byyearday?.includes(rank))) return false
  if (rule.byday) {
    const [, sameDay] = rule.freq === 'MONTHLY' || rule.bymonth ? ofMonth : ofYear
    return rule.byday.some(({ nth, weekday }) => weekday === weekdayAt(ms) && (nth === 0 || sameDay.includes(nth)))
  }
  if (rule.bymonthday || rule.byyearday || rule.freq === 'DAILY') return true
  if (rule.freq === 'WEEKLY') return weekdayAt(ms) === weekdayAt(start)
  return day === of.day && (rule.freq === 'MONTHLY' || rule.bymonth !== undefined || month === of.month)
}

/** The number of periods since the one of the start; not whole where the interval passes the date over. */
function periodOf(rule: Rule, start: number, ms: number): number {
  const [from, to] = [parts(start), parts(ms)]
  const weekOf = (at: number) => Math.floor((at / dayMs + 3 - rule.wkst) / 7)
  if (rule.freq === 'DAILY') return (ms - start) / dayMs / rule.interval
  if (rule.freq === 'WEEKLY') return (weekOf(ms) - weekOf(start)) / rule.interval
  if (rule.freq === 'MONTHLY') return ((to.year - from.year) * 12 + to.month - from.month) / rule.interval
  return (to.year - from.year) / rule.interval
}

function everyDay(rule: Rule, start: number): string[] {
  const periods = new Map<number, number[]>()
  for (let ms = Date.UTC(parts(start).year, 0, 1) - 7 * dayMs; ms < Date.UTC(lastYear + 1, 0, 8); ms += dayMs) {
    const period = periodOf(rule, start, ms)
    if (period < 0 || !Number.isInteger(period) || !isWanted(rule, start, ms)) continue
    periods.set(period, [...(periods.get(period) ?? []), ms])
  }
  const chosen = [...periods.values()].flatMap((dates) =>
    rule.bysetpos ? dates.filter((_, at) => rule.bysetpos?.some((n) => n === at + 1 || n === at - dates.length)) : dates,
  )
  const after = [start, ...chosen.filter((ms) => ms > start)].filter((ms) => ms < Date.UTC(lastYear + 1, 0, 1))
  return after
    .filter((ms) => ms === start || rule.until === undefined || iso(ms) <= rule.until)
    .slice(0, rule.count)
    .map(iso)
}

const weekday = fc.integer({ min: 0, max: 6 })
const some = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(fc.uniqueArray(value, { minLength: 1, maxLength: 3 }), { nil: undefined })
const around = (most: number) => fc.integer({ min: -most, max: most }).filter((n) => n !== 0)
const nthDay = (most: number) => fc.record({ nth: fc.integer({ min: -most, max: most }), weekday })
const end = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ until: fc.integer({ min: 0, max: 2500 }).map((days) => iso(Date.UTC(2024, 0, 1) + days * dayMs)) }),
)
const shared = { interval: fc.integer({ min: 1, max: 4 }), wkst: weekday, bymonth: some(fc.integer({ min: 1, max: 12 })) }
const byPosition = fc.option(fc.uniqueArray(around(4), { minLength: 1, maxLength: 2 }), { nil: undefined })
const rules: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.oneof(
      fc.record({ freq: fc.constant('DAILY' as const), ...shared, bymonthday: some(around(31)), byday: some(nthDay(0)) }),
      fc.record({ freq: fc.constant('WEEKLY' as const), ...shared, byday: some(nthDay(0)), bysetpos: byPosition }),
      fc.record({
        freq: fc.constant('MONTHLY' as const),
        ...shared,
        bymonthday: some(around(31)),
        byday: some(nthDay(5)),
        bysetpos: byPosition,
      }),
      fc.record({
        freq: fc.constant('YEARLY' as const),
        ...shared,
        bymonthday: some(around(31)),
        byday: some(nthDay(5)),
        byyearday: some(around(366)),
        bysetpos: byPosition,
      }),
    ),
    end,
  )
  .map(([rule, ending]) => ({ ...rule, ...ending }))
const starts = fc.integer({ min: 0, max: 1200 }).map((days) => Date.UTC(2024, 0, 1) + days * dayMs)

function ofFile(text: string, start: number): string[] | 'never' {
  const dtstart = iso(start).replaceAll('-', '')
  try {
    return datesOf(calendar(event(`DTSTART;VALUE=DATE:${dtstart}`, `RRULE:${text}`)), { years: [2024, lastYear] })
  } catch (error) {
    if (String(error).includes('rule-without-date')) return 'never'
    throw error
  }
}

describe('the dates of a rule', () => {
  const drawn = fc.record({ rule: rules, start: starts })

  law('are those that a loop over every day counts', drawn, ({ rule, start }) => {
    const dates = ofFile(textOf(rule), start)
    expect(dates === 'never' ? [iso(start)] : dates, textOf(rule)).toEqual(everyDay(rule, start))
  })

  const simple: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ freq: fc.constant('DAILY' as const), interval: shared.interval, wkst: weekday }),
    fc.record({ freq: fc.constant('WEEKLY' as const), interval: shared.interval, wkst: weekday, byday: some(nthDay(0)) }),
    fc.record({
      freq: fc.constant('YEARLY' as const),
      interval: shared.interval,
      wkst: weekday,
      bymonth: fc.integer({ min: 1, max: 12 }).map((month) => [month]),
      byday: fc.record({ nth: around(4), weekday }).map((day) => [day]),
    }),
    fc.record({
      freq: fc.constant('MONTHLY' as const),
      interval: shared.interval,
      wkst: weekday,
      bymonthday: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }),
    }),
  )

  law('are those of ical.js, from a first date that the rule gives', fc.record({ rule: simple, start: starts }), (one) => {
    const { rule } = one
    const start = Date.parse(everyDay({ ...rule, interval: 1 }, one.start)[1] ?? '')
    const theirs: string[] = []
    const iterator = ICAL.Recur.fromString(textOf(rule)).iterator(ICAL.Time.fromDateString(iso(start)))
    for (let at = iterator.next(); at && at.year <= lastYear; at = iterator.next()) theirs.push(at.toString())
    expect(ofFile(textOf(rule), start), textOf(rule)).toEqual(theirs)
  })
})

describe('the numbers of weeks', () => {
  it('are those of ISO 8601 when weeks begin on Monday', () => {
    // 2026 has 53 weeks; its first begins on 29 December 2025.
    const monday = (part: string) => ofFile(`FREQ=YEARLY;BYDAY=MO;${part}`, Date.UTC(2024, 0, 1))
    expect(monday('BYWEEKNO=53')).toEqual(['2024-01-01', '2026-12-28'])
    expect(monday('BYWEEKNO=20;COUNT=3')).toEqual(['2024-01-01', '2024-05-13', '2025-05-12'])
    expect(monday('BYWEEKNO=-1;COUNT=4')).toEqual(['2024-01-01', '2024-12-23', '2025-12-22', '2026-12-28'])
  })

  it('give the weekday of the first date where the rule names none', () => {
    expect(ofFile('FREQ=YEARLY;BYWEEKNO=20;COUNT=3', Date.UTC(2024, 0, 4))).toEqual(['2024-01-04', '2024-05-16', '2025-05-15'])
  })

  it('count weeks that begin on Sunday where the rule says so', () => {
    expect(ofFile('FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU;COUNT=3', Date.UTC(2024, 0, 3))).toEqual([
      '2024-01-03',
      '2024-12-29',
      '2026-01-04',
    ])
  })
})
