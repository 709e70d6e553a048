/**
 * The business clock, the slow and obvious way: whether an instant is open is decided by looking at each shift of the days
 * around it; spans are found by trying every edge; sums are made by walking. Shares no code with `src`.
 */

import { type Day, dayBook, dayOf, type OracleCalendar, type Span } from './calendar-days.ts'
import { dayMs, zoneOracle } from './zone-oracle.ts'

export interface ClockOracle {
  isOpen(atMs: number): boolean
  spans(fromMs: number, toMs: number): Span[]
  between(fromMs: number, toMs: number): number
  after(fromMs: number, openMs: number): number
  before(toMs: number, openMs: number): number
  nextOpen(atMs: number): number
  nextClose(atMs: number): number | null
  addBusinessDays(atMs: number, days: number): number
  isHoliday(at: number | string): boolean
  isBusinessDay(at: number | string): boolean
  businessDaysBetween(from: number | string, to: number | string): number
}

/** Walks begin with small steps, because most answers are near. */
const firstStrideMs = 2 * dayMs
const longestStrideMs = 16 * dayMs
/** So much longer without a close, after the last dated entry, means never. */
const patienceMs = 90 * dayMs
const holds = ([fromMs, toMs]: Span, atMs: number) => fromMs <= atMs && atMs < toMs

export function clockOracle(calendar: OracleCalendar): ClockOracle {
  const zone = zoneOracle(calendar.timeZone)
  const days = dayBook(calendar, zone)
  const dated = [
    ...Object.keys(calendar.overrides ?? {}),
    ...Object.keys(calendar.closures ?? {}),
    ...(calendar.holidays ?? []),
  ].map(dayOf)
  const firstDatedMs = (Math.min(...dated) - 4) * dayMs
  const lastDatedMs = (Math.max(...dated) + 4) * dayMs
  const neverInTheWeek = Object.values(calendar.week).every((hours) => hours.length === 0)
  const civilDay = (atMs: number) => Math.floor(zone.reading(atMs) / dayMs)
  const around = (fromMs: number, toMs: number) => days(civilDay(fromMs) - 3, civilDay(toMs) + 3)

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
    const edges = around(fromMs, toMs).flatMap((day) => [day.civil, ...day.shifts, ...day.closures].flat())
    return [fromMs, ...new Set(edges.filter((edge) => edge > fromMs && edge < toMs)), toMs].sort((a, b) => a - b)
  }

  function spans(fromMs: number, toMs: number): Span[] {
    if (toMs <= fromMs) return []
    const found: Span[] = []
    const edges = edgesIn(fromMs, toMs)
    for (let index = 0; index + 1 < edges.length; index++) {
      const [edge, next] = [edges[index] as number, edges[index + 1] as number]
      if (!isOpen(edge)) continue
      const last = found.at(-1)
      if (last?.[1] === edge) last[1] = next
      else found.push([edge, next])
    }
    return found
  }

  function* spansFrom(atMs: number): Generator<Span> {
    let fromMs = atMs
    for (
      let strideMs = firstStrideMs;
      !(neverInTheWeek && fromMs > lastDatedMs);
      strideMs = Math.min(2 * strideMs, longestStrideMs)
    ) {
      yield* spans(fromMs, fromMs + strideMs)
      fromMs += strideMs
    }
  }

  function* spansBackFrom(atMs: number): Generator<Span> {
    let toMs = atMs
    for (
      let strideMs = firstStrideMs;
      !(neverInTheWeek && toMs < firstDatedMs);
      strideMs = Math.min(2 * strideMs, longestStrideMs)
    ) {
      yield* spans(toMs - strideMs, toMs).reverse()
      toMs -= strideMs
    }
  }

  function after(fromMs: number, openMs: number): number {
    if (openMs < 0) return before(fromMs, -openMs)
    if (openMs === 0) return fromMs
    let leftMs = openMs
    for (const [openAt, closeAt] of spansFrom(fromMs)) {
      if (leftMs <= closeAt - openAt) return openAt + leftMs
      leftMs -= closeAt - openAt
    }
    throw new RangeError('never so long open again')
  }

  function before(toMs: number, openMs: number): number {
    if (openMs < 0) return after(toMs, -openMs)
    if (openMs === 0) return toMs
    let leftMs = openMs
    for (const [openAt, closeAt] of spansBackFrom(toMs)) {
      if (leftMs <= closeAt - openAt) return closeAt - leftMs
      leftMs -= closeAt - openAt
    }
    throw new RangeError('never so long open before')
  }

  function between(fromMs: number, toMs: number): number {
    if (toMs < fromMs) return 0 - between(toMs, fromMs)
    return spans(fromMs, toMs).reduce((sum, [openAt, closeAt]) => sum + closeAt - openAt, 0)
  }

  function nextOpen(atMs: number): number {
    for (const [openAt] of spansFrom(atMs)) return openAt
    throw new RangeError('never open again')
  }

  function nextClose(atMs: number): number | null {
    let closeAt: number | null = null
    for (const span of spansFrom(atMs)) {
      if (closeAt !== null && span[0] > closeAt) return closeAt
      closeAt = span[1]
      if (closeAt > Math.max(lastDatedMs, atMs) + patienceMs) return null
    }
    return closeAt
  }

  const numberOf = (at: number | string) => (typeof at === 'string' ? dayOf(at) : civilDay(at))
  const dayAt = (number: number) => days(number, number)[0] as Day

  function isBusinessDate(number: number): boolean {
    const day = dayAt(number)
    if (day.isHoliday && !day.onHolidays) return false
    return day.shifts.some(([openAt, closeAt]) => {
      const near = around(openAt, closeAt)
      return openAt < closeAt && edgesIn(openAt, closeAt).some((edge) => edge < closeAt && !isTaken(day, edge, near))
    })
  }

  function addBusinessDays(atMs: number, count: number): number {
    if (count === 0) return atMs
    const wallMs = zone.reading(atMs)
    let number = Math.floor(wallMs / dayMs)
    const timeMs = wallMs - number * dayMs
    for (let left = Math.abs(count); left > 0; ) {
      number += Math.sign(count)
      if (isBusinessDate(number)) left--
    }
    return zone.edge(number * dayMs + timeMs)
  }

  function businessDaysBetween(from: number | string, to: number | string): number {
    const [first, last] = [numberOf(from), numberOf(to)]
    if (last < first) return 0 - businessDaysBetween(to, from)
    let count = 0
    for (let number = first + 1; number <= last; number++) if (isBusinessDate(number)) count++
    return count
  }

  return {
    isOpen,
    spans,
    between,
    after,
    before,
    nextOpen,
    nextClose,
    addBusinessDays,
    isHoliday: (at) => dayAt(numberOf(at)).isHoliday,
    isBusinessDay: (at) => isBusinessDate(numberOf(at)),
    businessDaysBetween,
  }
}
