/**
 * Random calendars, zones and instants for the laws of the clock. What is drawn is dense where clocks go wrong: around the
 * transitions of the zone, around midnight and the small hours, with the dated entries close to the instants asked about.
 */

import fc from 'fast-check'
import { dateOf, type OracleCalendar, type Weekday, weekdays } from '../oracle/calendar-days.ts'
import { clockOracle } from '../oracle/clock-oracle.ts'
import { dayMs, type ZoneOracle, zoneOracle } from '../oracle/zone-oracle.ts'

export const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

/** Where clocks go wrong: midnight and half-hour transitions, skipped days, negative and two-hour summer time, many changes. */
export const hardZones: readonly string[] = [
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/Monrovia', 'America/Havana', 'America/New_York', 'America/Sao_Paulo'],
  ...['America/St_Johns', 'Antarctica/Troll', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe'],
  ...['Europe/Berlin', 'Europe/Dublin', 'Europe/Istanbul', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kwajalein', 'UTC'],
]

/** A calendar with what to ask it. */
export interface Scenario {
  readonly calendar: OracleCalendar
  /** Three instants in no order, mostly within weeks of each other. */
  readonly at: number
  readonly to: number
  readonly third: number
  /** A span of open time, at most some eighty weeks of the calendar. */
  readonly openMs: number
  readonly moreMs: number
  /** 0 to 30. */
  readonly days: number
  /** A date near `at`. */
  readonly date: string
  /** The order in which to ask. */
  readonly order: readonly number[]
}

const firstMs = Date.UTC(1970, 1, 1)
const lastMs = Date.UTC(2049, 11, 1)
const hourMs = 3_600_000
const weekMs = 7 * dayMs

/** Minutes since midnight, most often on the half hour or in the small hours. */
const minute = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: 0, max: Math.floor(most / 30) }).map((halves) => halves * 30),
    fc.integer({ min: 0, max: 16 }).map((quarters) => quarters * 15),
    fc.integer({ min: 0, max: most }),
    fc.constantFrom(0, 1, 1_439, most),
  )

const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A window: by day, over midnight, or up to 24:00. Open and close differ. */
export const window: fc.Arbitrary<string> = fc
  .tuple(minute(1_439), minute(1_440))
  .map(([open, close]) => `${clockText(open)}-${clockText(close === open ? close + 1 : close)}`)

const windows = (least: number): fc.Arbitrary<string[]> => fc.array(window, { minLength: least, maxLength: 3 })

type Week = OracleCalendar['week']

const sameHours = (days: readonly Weekday[], hours: string[]): Week => Object.fromEntries(days.map((day) => [day, hours]))

export const week: fc.Arbitrary<Week> = fc.oneof(
  fc.constant(sameHours(weekdays.slice(0, 5), ['09:00-17:00'])),
  fc.constant(sameHours(weekdays.slice(0, 5), ['09:00-12:30', '13:30-18:00'])),
  fc.constant(sameHours(weekdays, ['00:00-24:00'])),
  fc.constant(sameHours(weekdays, ['22:00-06:00'])),
  windows(1).map((hours) => sameHours(weekdays, hours)),
  fc
    .tuple(fc.constantFrom(...weekdays), windows(1), fc.dictionary(fc.constantFrom(...weekdays), windows(0), { maxKeys: 7 }))
    .map(([day, hours, others]): Week => ({ ...others, [day]: hours })),
)

/** Days from the day of `at`: most often the next or the last few. */
const nearDay = fc.oneof(fc.integer({ min: -3, max: 4 }), fc.integer({ min: -15, max: 40 }))
const dated = <Entry>(entry: fc.Arbitrary<Entry>) => fc.array(fc.tuple(nearDay, entry), { maxLength: 3 })
const override = fc.oneof(windows(0), fc.record({ hours: windows(0), onHolidays: fc.boolean() }, { requiredKeys: ['hours'] }))

/** What differs from the week, in days from a day that is known only later. */
const exceptions = fc.record({
  holidays: fc.uniqueArray(nearDay, { maxLength: 5 }),
  overrides: dated(override),
  closures: dated(windows(1)),
  /** Makes the dates of the overrides holidays as well. */
  holidaysToo: fc.boolean(),
  holidayScope: fc.constantFrom(undefined, 'civilDay' as const, 'shiftStart' as const),
})
type Exceptions = typeof exceptions extends fc.Arbitrary<infer Value> ? Value : never

const none: Exceptions = { holidays: [], overrides: [], closures: [], holidaysToo: false, holidayScope: undefined }

function calendarOf(timeZone: string, hours: Week, day: number, except: Exceptions): OracleCalendar {
  const onDate = <Entry>([days, entry]: [number, Entry]): [string, Entry] => [dateOf(day + days), entry]
  const holidays = [...except.holidays, ...(except.holidaysToo ? except.overrides.map(([days]) => days) : [])]
  return {
    timeZone,
    week: hours,
    ...(holidays.length > 0 ? { holidays: [...new Set(holidays)].map((days) => dateOf(day + days)) } : {}),
    ...(except.overrides.length > 0 ? { overrides: Object.fromEntries(except.overrides.map(onDate)) } : {}),
    ...(except.closures.length > 0 ? { closures: Object.fromEntries(except.closures.map(onDate)) } : {}),
    ...(except.holidayScope === undefined ? {} : { holidayScope: except.holidayScope }),
  }
}

/** Milliseconds from some instant: none, one, whole minutes or hours, days and, now and then, years. */
const distance: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, -1, 1_000, -1_000),
  fc.integer({ min: -240, max: 240 }).map((minutes) => minutes * 60_000),
  fc.integer({ min: -36, max: 36 }).map((hours) => hours * hourMs),
  fc.integer({ min: -36 * hourMs, max: 36 * hourMs }),
  fc.integer({ min: -30 * dayMs, max: 30 * dayMs }),
)
const farDistance = fc.oneof(
  { weight: 9, arbitrary: distance },
  { weight: 1, arbitrary: fc.integer({ min: -700 * dayMs, max: 700 * dayMs }) },
)

/** A place in time: a transition of the zone (by number, round robin) or any instant, and how far from it. */
const place = fc.record({
  transition: fc.option(fc.nat(10_000), { freq: 4 }),
  any: fc.integer({ min: firstMs, max: lastMs }),
  offset: distance,
})
type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never

const clamp = (at: number) => Math.min(Math.max(at, firstMs), lastMs)

function instantOf(zone: ZoneOracle, { transition, any, offset }: Place): number {
  const near = zone.transitions.filter((at) => at > firstMs && at < lastMs)
  const from = transition === null ? any : (near[transition % Math.max(near.length, 1)] ?? any)
  return clamp(from + offset)
}

/** Returns an instant between 1970 and 2050, dense around the transitions of the zone. */
export const instant = (timeZone: string): fc.Arbitrary<number> => place.map((one) => instantOf(zoneOracle(timeZone), one))

/** A share of the week's open time: nothing, a millisecond, whole weeks (a budget that ends at a close), or any part. */
const share = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(0, 1 / weekMs, 1, 2) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 24 }).map((eighths) => eighths / 8) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 80, noNaN: true }) },
)

/** Returns the open time of a week, in UTC, so that no transition takes part of it. */
const weeklyMs = (hours: Week) => clockOracle({ timeZone: 'UTC', week: hours }).between(0, weekMs)

/** Returns scenarios in one of the zones. */
export function scenario(anyOf: readonly string[] = zones): fc.Arbitrary<Scenario> {
  return fc
    .record({
      timeZone: fc.constantFrom(...anyOf),
      hours: week,
      except: fc.option(exceptions, { nil: none, freq: 4 }),
      place,
      to: farDistance,
      third: farDistance,
      share,
      more: share,
      days: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 })),
      date: nearDay,
      order: fc.array(fc.nat(100), { maxLength: 8 }),
    })
    .map(({ timeZone: name, hours, except, share: part, more, days, date, order, ...drawn }) => {
      const zone = zoneOracle(name)
      const at = instantOf(zone, drawn.place)
      const day = Math.floor(zone.reading(at) / dayMs)
      const fullMs = weeklyMs(hours)
      const calendar = calendarOf(name, hours, day, except)
      const spanOf = (weeks: number) => Math.ceil(weeks * fullMs)
      return {
        calendar,
        at,
        to: clamp(at + drawn.to),
        third: clamp(at + drawn.third),
        openMs: spanOf(part),
        moreMs: spanOf(more),
        days,
        date: dateOf(day + date),
        order,
      }
    })
}
