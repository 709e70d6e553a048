/**
 * The business clock, the slow and obvious way: whether an instant is open is asked of the calendar, spans are found by trying
 * every edge of a day, sums and searches are walks from day to day. Shares no code with `src`.
 */

import type { AnyCalendarDocument, Boundary, BusinessClock, OpenDay, Roll } from '../../src/clock.ts'
import type { Span } from './calendar-days.ts'
import { civilDay, dateOf, dayOf } from './civil-dates.ts'
import { type Direction, openWalk } from './open-walk.ts'
import { knownTime, type Openness, opennessOf } from './openness.ts'
import { dayMs, type KnownYears } from './zone-oracle.ts'

/** What the clock answers one by one; instants are epoch milliseconds, dates may be texts. */
export interface ClockOracle {
  readonly horizon: BusinessClock['horizon']
  isOpen(atMs: number): boolean
  spans(fromMs: number, toMs: number): Span[]
  between(fromMs: number, toMs: number): number
  after(fromMs: number, openMs: number, boundary?: Boundary): number
  before(toMs: number, openMs: number): number
  nextOpen(atMs: number): number
  nextClose(atMs: number): number | null
  openings(atMs: number, count: number): Span[]
  byDate(fromMs: number, toMs: number): OpenDay[]
  addBusinessDays(atMs: number, days: number, roll?: Roll): number
  endOfBusinessDay(atMs: number, days: number): number
  isHoliday(at: number | string): boolean
  holidayName(at: number | string): string | null
  isBusinessDay(at: number | string): boolean
  businessDaysBetween(from: number | string, to: number | string): number
}

/** The oracle's way to say that the answer lies beyond what the calendar knows; the codes are those of the library. */
export class OracleRefusal extends Error {
  readonly code = 'beyond-horizon'
}

function beyond(why: string): never {
  throw new OracleRefusal(why)
}

const firstInstant = Date.parse('0001-01-01T00:00:00.000Z')
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z')
const remembered = new WeakMap<AnyCalendarDocument, ClockOracle>()

/** Returns the oracle of a document; made once for each object, because its days are read as they are asked for. */
export function clockOracle(calendar: AnyCalendarDocument, known?: KnownYears): ClockOracle {
  if (known !== undefined) return makeOracle(opennessOf(calendar, known))
  const oracle = remembered.get(calendar) ?? makeOracle(opennessOf(calendar))
  remembered.set(calendar, oracle)
  return oracle
}

function makeOracle(openness: Openness): ClockOracle {
  const known = knownTime(openness)
  const walk = openWalk(openness)

  function assertKnown(atMs: number): number {
    if (atMs >= known[0] && atMs < known[1]) return atMs
    return beyond('an instant whose holidays are not known')
  }

  /** An end that is not part of what is asked may be the end of what is known. */
  function assertKnownUntil(atMs: number): number {
    return atMs === known[1] ? atMs : assertKnown(atMs)
  }

  function isOpen(atMs: number): boolean {
    return openness.isOpen(assertKnown(atMs))
  }

  function spans(fromMs: number, toMs: number): Span[] {
    return toMs <= fromMs ? [] : walk.spans(assertKnown(fromMs), assertKnownUntil(toMs))
  }

  function between(fromMs: number, toMs: number): number {
    if (toMs < fromMs) return 0 - between(toMs, fromMs)
    assertKnownUntil(fromMs)
    return spans(fromMs, toMs).reduce((sum, [openAt, closeAt]) => sum + closeAt - openAt, 0)
  }

  /** Uses up open time in one direction; where two spans meet it stays at the near one. */
  function walked(atMs: number, openMs: number, direction: Direction): number {
    let leftMs = openMs
    for (const { near, far } of walk.pieces(direction === 1 ? assertKnown(atMs) : assertKnownUntil(atMs), direction)) {
      const lengthMs = Math.abs(far - near)
      if (leftMs <= lengthMs) return near + direction * leftMs
      leftMs -= lengthMs
    }
    return beyond('never so long open')
  }

  function after(fromMs: number, openMs: number, boundary: Boundary = 'close'): number {
    if (openMs === 0) return fromMs
    if (openMs < 0) return walked(fromMs, -openMs, -1)
    const dueAt = walked(fromMs, openMs, 1)
    return boundary === 'nextOpen' ? nextOpen(dueAt) : dueAt
  }

  function before(toMs: number, openMs: number): number {
    return after(toMs, 0 - openMs)
  }

  function nextOpen(atMs: number): number {
    for (const { near } of walk.pieces(assertKnown(atMs), 1)) return near
    return beyond('never open again')
  }

  function lastCloseBefore(atMs: number): number {
    for (const { near } of walk.pieces(assertKnown(atMs), -1)) return near
    return beyond('never open before')
  }

  function nextClose(atMs: number): number | null {
    for (const { far } of walk.runs(assertKnown(atMs), 1)) {
      if (Number.isNaN(far)) beyond('the close is not known')
      return Number.isFinite(far) ? far : null
    }
    return beyond('never open again')
  }

  function openings(atMs: number, count: number): Span[] {
    if (count === 0) return []
    const direction = count > 0 ? 1 : -1
    const found: Span[] = []
    for (const { near, far } of walk.runs(assertKnown(atMs), direction)) {
      if (Number.isNaN(far)) beyond('the other end is not known')
      found.push(direction === 1 ? [near, Math.min(far, lastInstant)] : [Math.max(far, firstInstant), near])
      if (found.length === Math.abs(count)) return found
    }
    return beyond('not so many openings')
  }

  return {
    horizon: [Math.max(known[0], firstInstant), Math.min(known[1], lastInstant + 1)],
    isOpen,
    spans,
    between,
    after,
    before,
    nextOpen,
    nextClose,
    openings,
    ...onDates(openness, { isOpen, between, nextOpen, lastCloseBefore }),
  }
}

interface InTime extends Pick<ClockOracle, 'isOpen' | 'between' | 'nextOpen'> {
  lastCloseBefore(atMs: number): number
}

/** What is asked of civil dates. */
function onDates(openness: Openness, { isOpen, between, nextOpen, lastCloseBefore }: InTime) {
  const { zone, years } = openness
  const numberOf = (at: number | string) => (typeof at === 'string' ? dayOf(at) : Math.floor(zone.reading(at) / dayMs))
  const businessDates = new Map<number, boolean>()

  function assertKnown(number: number): number {
    const { year } = civilDay(number)
    return year >= years[0] && year <= years[1] ? number : beyond('a date whose holidays are not known')
  }

  function isBusinessDate(number: number): boolean {
    const found = businessDates.get(number) ?? openness.isBusinessDate(assertKnown(number))
    businessDates.set(number, found)
    return found
  }

  /** The n-th business date after a date, found by going from date to date. */
  function nth(from: number, count: number): number {
    let number = from
    let quiet = 0
    for (let left = Math.abs(count); left > 0; ) {
      number += Math.sign(count)
      quiet++
      if (isBusinessDate(number)) [left, quiet] = [left - 1, 0]
      if (quiet <= mostQuietDates) continue
      // Where the tables end there are no dates to be seen, and that says nothing.
      zone.reading(number * dayMs)
      beyond('not so many business dates')
    }
    return number
  }

  function addBusinessDays(atMs: number, count: number, roll: Roll = 'none'): number {
    if (count === 0) return rolled(atMs, roll)
    const wallMs = zone.reading(atMs)
    const number = assertKnown(Math.floor(wallMs / dayMs))
    return rolled(zone.edge(nth(number, count) * dayMs + (wallMs - number * dayMs)), roll)
  }

  function rolled(atMs: number, roll: Roll): number {
    if (roll === 'none') return atMs
    if (roll === 'forward') return nextOpen(atMs)
    return isOpen(atMs) ? atMs : lastCloseBefore(atMs)
  }

  const lastClose = (number: number) => Math.max(...openness.piecesOf(number).map(([, closeAt]) => closeAt))

  function endOfBusinessDay(atMs: number, count: number): number {
    const today = numberOf(atMs)
    const isRunning = isBusinessDate(today) && lastClose(today) > atMs
    const closeAt = lastClose(nth(isRunning ? today : nth(today, 1), count))
    return closeAt > knownTime(openness)[1] ? beyond('the close is not known') : closeAt
  }

  /** A date is what lies between its midnights, so that an hour repeated after midnight belongs to the later one. */
  function byDate(fromMs: number, toMs: number): OpenDay[] {
    if (toMs <= fromMs) return []
    const found: OpenDay[] = []
    for (let number = numberOf(fromMs); number <= numberOf(toMs - 1) || zone.edge(number * dayMs) < toMs; number++) {
      const dayFromMs = Math.max(fromMs, zone.edge(number * dayMs))
      const dayToMs = Math.min(toMs, zone.edge((number + 1) * dayMs))
      found.push({ date: dateOf(number), openMs: dayFromMs < dayToMs ? between(dayFromMs, dayToMs) : 0 })
    }
    return found
  }

  function businessDaysBetween(from: number | string, to: number | string): number {
    const [first, last] = [assertKnown(numberOf(from)), assertKnown(numberOf(to))]
    if (last < first) return 0 - businessDaysBetween(to, from)
    let count = 0
    for (let number = first + 1; number <= last; number++) if (isBusinessDate(number)) count++
    return count
  }

  const holidayOn = (at: number | string) => openness.holidayOn(assertKnown(numberOf(at)))

  return {
    addBusinessDays,
    endOfBusinessDay,
    byDate,
    businessDaysBetween,
    isBusinessDay: (at: number | string) => isBusinessDate(assertKnown(numberOf(at))),
    isHoliday: (at: number | string) => holidayOn(at) !== undefined,
    holidayName: (at: number | string) => holidayOn(at) ?? null,
  }
}

/** Business dates that are further apart never come. */
const mostQuietDates = 29 * 366
