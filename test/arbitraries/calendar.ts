/**
 * Random calendars, zones and instants for the laws of the clock. What is drawn is dense where clocks go wrong: around the
 * transitions of the zone, around midnight and the small hours, around the ends of months and years and the leap day, with
 * the dated entries close to the instants asked about.
 */

import fc from 'fast-check'
import type { AnyCalendarDocument, Boundary, CalendarDocument, Roll } from '../../src/clock.ts'
import { civilDay, dateOf, dayInYear, daysOfMonth } from '../oracle/civil-dates.ts'
import { clockOracle } from '../oracle/clock-oracle.ts'
import { membersOf, zoneNameOf } from '../oracle/openness.ts'
import { dayMs, type ZoneOracle, zoneOracle } from '../oracle/zone-oracle.ts'
import { combined, combinedCalendar, crowdedCalendars, type Draft, weekCalendar } from './documents.ts'
import { nearDay } from './near-dates.ts'

export const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

/** Where clocks go wrong: midnight and half-hour transitions, skipped days, negative and two-hour summer time, many changes. */
export const hardZones: readonly string[] = [
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/Monrovia', 'America/Havana', 'America/New_York', 'America/Sao_Paulo'],
  ...['America/St_Johns', 'Antarctica/Troll', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kathmandu', 'Asia/Tehran', 'Australia/Lord_Howe'],
  ...['Europe/Berlin', 'Europe/Dublin', 'Europe/Istanbul', 'Pacific/Apia', 'Pacific/Chatham', 'Pacific/Kwajalein', 'UTC'],
]

/** A calendar with what to ask it. */
export interface Scenario<Calendar extends AnyCalendarDocument = AnyCalendarDocument> {
  readonly calendar: Calendar
  /** The zone in which the calendar's dates are read. */
  readonly timeZone: string
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
  /** Of openings, either way. */
  readonly count: number
  readonly roll: Roll
  readonly boundary: Boundary
  /** The order in which to ask. */
  readonly order: readonly number[]
}

const firstMs = Date.UTC(1970, 1, 1)
const lastMs = Date.UTC(2049, 11, 1)
const hourMs = 3_600_000
const weekMs = 7 * dayMs
/** Beyond the dated entries of a scenario, and in another part of the year. */
const farMs = 800 * dayMs

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

/** A place in time: a transition of the zone (by number, round robin), a turn of dates, or any instant; and how far from it. */
const place = fc.record({
  kind: fc.constantFrom('transition', 'transition', 'transition', 'any', 'turn', 'leapDay', 'monthEnd'),
  transition: fc.nat(10_000),
  any: fc.integer({ min: firstMs, max: lastMs }),
  offset: distance,
})
type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never

const clamp = (at: number) => Math.min(Math.max(at, firstMs), lastMs)

function instantOf(zone: ZoneOracle, { kind, transition, any, offset }: Place): number {
  if (kind === 'any') return clamp(any + offset)
  if (kind !== 'transition') return clamp(zone.edge(turnNear(zone.reading(any), kind) * dayMs) + offset)
  const near = zone.transitions.filter((at) => at > firstMs && at < lastMs)
  return clamp((near[transition % Math.max(near.length, 1)] ?? any) + offset)
}

/** Returns the date on which something turns, as a count of days. */
function turnNear(wallMs: number, kind: 'turn' | 'leapDay' | 'monthEnd'): number {
  const { year, date } = civilDay(Math.floor(wallMs / dayMs))
  if (kind === 'turn') return dayInYear(year, '01-01') ?? 0
  if (kind === 'leapDay') return dayInYear(year - (year % 4), '02-29') ?? dayInYear(year, '03-01') ?? 0
  return (daysOfMonth(year, Number(date.slice(5, 7))).at(-1) ?? 0) + 1
}

/** A share of the week's open time: nothing, a millisecond, whole weeks (a budget that ends at a close), or any part. */
const share = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1 / weekMs, 1, 2) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 24 }).map((eighths) => eighths / 8) },
  { weight: 6, arbitrary: fc.double({ min: 0, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 80, noNaN: true }) },
)

/** Everything of a scenario but its calendar. */
const questions = fc.record({
  place,
  to: farDistance,
  third: farDistance,
  share,
  more: share,
  days: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 })),
  date: nearDay,
  count: fc.integer({ min: -6, max: 6 }),
  roll: fc.constantFrom<Roll>('none', 'forward', 'backward'),
  boundary: fc.constantFrom<Boundary>('close', 'nextOpen'),
  order: fc.array(fc.nat(100), { maxLength: 8 }),
})
type Questions = typeof questions extends fc.Arbitrary<infer Value> ? Value : never

/** Two weeks either way, a quarter of them the open time of a week; nothing where the calendar does not know its holidays. */
function weeklyMs(calendar: AnyCalendarDocument, at: number): number {
  const oracle = clockOracle(calendar)
  const [from, to] = oracle.horizon
  const [first, last] = [Math.max(at - 2 * weekMs, from), Math.min(at + 2 * weekMs, to - 1)]
  return first < last ? oracle.between(first, last) / 4 : 0
}

/** The open time of a week where it is leanest: a budget of many weeks must not take decades. */
function leanMs(calendar: AnyCalendarDocument, at: number): number {
  const isEven = 'week' in calendar && !calendar.seasons?.length && Object.keys(calendar.overrides ?? {}).length === 0
  const weeks = (isEven ? [0] : [0, -farMs, farMs]).map((apart) => weeklyMs(calendar, at + apart)).filter((ms) => ms > 0)
  return weeks.length === 0 ? 0 : Math.min(...weeks)
}

function scenarioOf<Calendar extends AnyCalendarDocument>(calendar: Calendar, at: number, drawn: Questions): Scenario<Calendar> {
  const timeZone = zoneNameOf(calendar)
  const day = Math.floor(zoneOracle(timeZone).reading(at) / dayMs)
  const fullMs = leanMs(calendar, at)
  const { days, count, roll, boundary, order } = drawn
  return {
    ...{ calendar, timeZone, at, days, count, roll, boundary, order },
    to: clamp(at + drawn.to),
    third: clamp(at + drawn.third),
    openMs: Math.ceil(drawn.share * fullMs),
    moreMs: Math.ceil(drawn.more * fullMs),
    date: dateOf(day + drawn.date),
  }
}

function placed<Calendar extends AnyCalendarDocument>(draft: fc.Arbitrary<Draft<Calendar>>): fc.Arbitrary<Scenario<Calendar>> {
  return fc.tuple(draft, questions).map(([{ timeZone, on }, drawn]) => {
    const zone = zoneOracle(timeZone)
    const at = instantOf(zone, drawn.place)
    return scenarioOf(opened(on(Math.floor(zone.reading(at) / dayMs)), at), at, drawn)
  })
}

/** A calendar that never opens would only be searched: the weeks of which it is made, united, always open again. */
function opened<Calendar extends AnyCalendarDocument>(calendar: Calendar, at: number): Calendar {
  if ('week' in calendar) return calendar
  if ([0, -farMs, farMs].every((apart) => weeklyMs(calendar, at + apart) > 0)) return calendar
  return combined('union', weeksOf(calendar), calendar.timeZone) as Calendar
}

function weeksOf(calendar: AnyCalendarDocument): CalendarDocument[] {
  return 'week' in calendar ? [calendar] : membersOf(calendar).flatMap(weeksOf)
}

/** Returns scenarios of one week with its exceptions; `few` allows lists of holidays that know only the years around. */
export function weekScenario(anyOf: readonly string[] = zones, few = false): fc.Arbitrary<Scenario<CalendarDocument>> {
  return placed(weekCalendar(fc.constantFrom(...anyOf), few))
}

/** Returns scenarios of combined calendars, whose members are in one of the zones as often as in a hard one. */
export function combinedScenario(anyOf: readonly string[] = zones): fc.Arbitrary<Scenario> {
  return placed(combinedCalendar(fc.oneof(fc.constantFrom(...anyOf), fc.constantFrom(...hardZones))))
}

/** Scenarios of calendars of ten thousand holidays. */
export const crowdedScenario: fc.Arbitrary<Scenario> = fc
  .tuple(fc.constantFrom(...crowdedCalendars), questions)
  .map(([calendar, drawn]) => scenarioOf(calendar, instantOf(zoneOracle(calendar.timeZone), drawn.place), drawn))

/** Returns scenarios of every kind, in one of the zones. */
export function scenario(anyOf: readonly string[] = zones, few = false): fc.Arbitrary<Scenario> {
  return fc.oneof(
    { weight: 300, arbitrary: weekScenario(anyOf, few) },
    { weight: 100, arbitrary: combinedScenario(anyOf) },
    { weight: 1, arbitrary: crowdedScenario },
  )
}
