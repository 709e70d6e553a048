/**
 * Whether an instant is open, and what a date is, for every kind of calendar. A calendar of a week looks at each shift of the
 * days around the instant; a combined one asks its members. Shares no code with `src`.
 */

import type { AnyCalendarDocument, CombinedCalendarDocument } from '../../src/clock.ts'
import { type Day, dayBook, type OracleCalendar, type Span } from './calendar-days.ts'
import { civilDay, dayInYear, dayOf } from './civil-dates.ts'
import { datesIn, isYearly } from './dated-oracle.ts'
import type { HolidayName } from './holiday-oracle.ts'
import { dayMs, type KnownYears, type ZoneOracle, zoneOracle } from './zone-oracle.ts'

export interface Openness {
  readonly zone: ZoneOracle
  /** The years of the zone whose holidays are known; infinite where no list of dates ends. */
  readonly years: readonly [first: number, last: number]
  /** The first and the last date that stand in the document with their year; infinite, the wrong way round, for none. */
  readonly dated: readonly [first: number, last: number]
  /** Something is said of dates of every year. */
  readonly recurs: boolean
  /** Easter moves some of it: what it does in 28 years says nothing of the next. */
  readonly movesWithEaster: boolean
  isOpen(atMs: number): boolean
  /** Returns the instants in `[from, to)` at which it may open or close. */
  edgesIn(fromMs: number, toMs: number): number[]
  holidayOn(number: number): HolidayName
  /** Returns where the shifts that belong to a date are open; their first and last instants are right. */
  piecesOf(number: number): Span[]
  isBusinessDate(number: number): boolean
}

const holds = ([fromMs, toMs]: Span, atMs: number) => fromMs <= atMs && atMs < toMs
/** A shift or a closure ends two midnights after its date at the latest, and clocks go back over one of them at most. */
const daysAround = 2

export function opennessOf(calendar: AnyCalendarDocument, known?: KnownYears): Openness {
  return 'week' in calendar ? ofWeek(calendar, known) : ofMembers(calendar, known)
}

/** Returns the name of the zone in which a calendar's dates are read. */
export function zoneNameOf(calendar: AnyCalendarDocument): string {
  const [first] = 'week' in calendar ? [] : membersOf(calendar)
  return calendar.timeZone ?? (first === undefined ? '' : zoneNameOf(first))
}

export function membersOf(calendar: CombinedCalendarDocument): readonly AnyCalendarDocument[] {
  if ('union' in calendar) return calendar.union
  return 'intersection' in calendar ? calendar.intersection : calendar.difference
}

function ofWeek(calendar: OracleCalendar, known?: KnownYears): Openness {
  const zone = zoneOracle(calendar.timeZone, known)
  const { day: dayAt, holidays } = dayBook(calendar, zone)
  const numberAt = (atMs: number) => Math.floor(zone.reading(atMs) / dayMs)

  function around(fromMs: number, toMs: number): Day[] {
    const days: Day[] = []
    const last = numberAt(toMs) + daysAround
    for (let number = numberAt(fromMs) - daysAround; number <= last; number++) days.push(dayAt(number))
    return days
  }

  function isTaken(day: Day, atMs: number, near: readonly Day[]): boolean {
    if (near.some((other) => other.closures.some((closure) => holds(closure, atMs)))) return true
    if (day.onHolidays) return false
    if (calendar.holidayScope === 'shiftStart') return day.isHoliday
    return near.some((other) => other.isHoliday && holds(other.civil, atMs))
  }

  function isOpen(atMs: number): boolean {
    const near = around(atMs, atMs)
    return near.some((day) => day.shifts.some((shift) => holds(shift, atMs)) && !isTaken(day, atMs, near))
  }

  function edgesIn(fromMs: number, toMs: number): number[] {
    return around(fromMs, toMs).flatMap(({ edges }) => edges.filter((edge) => edge >= fromMs && edge < toMs))
  }

  function piecesOf(number: number): Span[] {
    const day = dayAt(number)
    return day.shifts.flatMap(([openAt, closeAt]) => {
      if (openAt >= closeAt) return []
      const near = around(openAt, closeAt)
      return piecesBetween(openAt, closeAt, edgesIn(openAt, closeAt), (atMs) => !isTaken(day, atMs, near))
    })
  }

  return {
    zone,
    years: holidays.years,
    dated: datedOf(calendar, holidays.dated),
    recurs: holidays.recurs || yearlyTexts(calendar),
    movesWithEaster: JSON.stringify(calendar.holidays ?? []).includes('"easter"'),
    isOpen,
    edgesIn,
    holidayOn: holidays.on,
    piecesOf,
    isBusinessDate: (number) => (!dayAt(number).isHoliday || dayAt(number).onHolidays) && piecesOf(number).length > 0,
  }
}

function textsOf({ seasons = [], overrides = {}, closures = {} }: OracleCalendar): string[] {
  return [...seasons.map(({ during }) => during), ...Object.keys(overrides), ...Object.keys(closures)]
}

const yearlyTexts = (calendar: OracleCalendar) => textsOf(calendar).some(isYearly)

function datedOf(calendar: OracleCalendar, holidays: readonly number[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const number of [...textsOf(calendar).flatMap(datesIn).map(dayOf), ...holidays]) {
    first = Math.min(first, number)
    last = Math.max(last, number)
  }
  return [first, last]
}

function ofMembers(calendar: CombinedCalendarDocument, known?: KnownYears): Openness {
  const zone = zoneOracle(zoneNameOf(calendar), known)
  const members = membersOf(calendar).map((member) => opennessOf(member, known))
  const [first, ...rest] = members as [Openness, ...Openness[]]

  function isOpen(atMs: number): boolean {
    if ('union' in calendar) return members.some((member) => member.isOpen(atMs))
    if ('intersection' in calendar) return members.every((member) => member.isOpen(atMs))
    return first.isOpen(atMs) && !rest.some((member) => member.isOpen(atMs))
  }

  function holidayOn(number: number): HolidayName {
    if ('difference' in calendar) return first.holidayOn(number)
    const names = members.map((member) => member.holidayOn(number)).filter((name) => name !== undefined)
    const isOne = 'union' in calendar ? names.length === members.length : names.length > 0
    return isOne ? (names.find((name) => name !== null) ?? null) : undefined
  }

  const edgesIn = (fromMs: number, toMs: number) => members.flatMap((member) => member.edgesIn(fromMs, toMs))

  /** The civil day: shifts belong to the members. */
  function piecesOf(number: number): Span[] {
    const [fromMs, toMs] = [zone.edge(number * dayMs), zone.edge((number + 1) * dayMs)]
    return fromMs < toMs ? piecesBetween(fromMs, toMs, edgesIn(fromMs, toMs), isOpen) : []
  }

  return {
    zone,
    years: commonYears(zone, members),
    dated: [Math.min(...members.map(({ dated }) => dated[0])), Math.max(...members.map(({ dated }) => dated[1]))],
    recurs: members.some(({ recurs }) => recurs),
    movesWithEaster: members.some(({ movesWithEaster }) => movesWithEaster),
    isOpen,
    edgesIn,
    holidayOn,
    piecesOf,
    isBusinessDate: (number) => piecesOf(number).length > 0,
  }
}

/** Returns the stretches of `[from, to)` between neighbouring edges that are open. */
export function piecesBetween(fromMs: number, toMs: number, edges: readonly number[], isOpen: (atMs: number) => boolean): Span[] {
  const found: Span[] = []
  const all = [...new Set([fromMs, ...edges, toMs])].sort((a, b) => a - b)
  for (let index = 0; index + 1 < all.length; index++) {
    const edge = all[index] as number
    if (isOpen(edge)) found.push([edge, all[index + 1] as number])
  }
  return found
}

/** The years of a zone that lie wholly within what every member knows. */
function commonYears(zone: ZoneOracle, members: readonly Openness[]): readonly [number, number] {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const member of members) {
    const [fromMs, toMs] = knownTime(member)
    if (fromMs > Number.NEGATIVE_INFINITY) first = Math.max(first, yearFrom(zone, fromMs))
    if (toMs < Number.POSITIVE_INFINITY) last = Math.min(last, yearFrom(zone, toMs + 1) - 2)
  }
  return [first, last]
}

/** Returns the first year of a zone that starts at or after an instant. */
function yearFrom(zone: ZoneOracle, atMs: number): number {
  const { year } = civilDay(Math.floor(zone.reading(atMs) / dayMs))
  return yearStart(zone, year) >= atMs ? year : year + 1
}

const yearStart = (zone: ZoneOracle, year: number) => zone.edge((dayInYear(year, '01-01') as number) * dayMs)

/** Returns the time in which every holiday is known, `[from, to)`. */
export function knownTime({ zone, years: [first, last] }: Openness): Span {
  return [
    Number.isFinite(first) ? yearStart(zone, first) : Number.NEGATIVE_INFINITY,
    Number.isFinite(last) ? yearStart(zone, last + 1) : Number.POSITIVE_INFINITY,
  ]
}
