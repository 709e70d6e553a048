/** The questions about time: adding, measuring, what is open at an instant. They ask the timeline and no calendar. */
import { firstInstant, type InstantLike, instantOf, lastInstant } from '../time/instant.ts'
import { betweenAll, forwardAll } from './batch.ts'
import type { Boundary, BusinessClock } from './business-clock.ts'
import { amount, inRange, mostOpenings, refused, sameLength } from './clock-arguments.ts'
import type { Timeline } from './timeline.ts'

type TimeQuestions =
  | 'isOpen'
  | 'after'
  | 'before'
  | 'between'
  | 'nextOpen'
  | 'nextClose'
  | 'spans'
  | 'openings'
  | 'afterAll'
  | 'betweenAll'

/** Returns the answers of a timeline. */
export function timeQuestions(timeline: Timeline): Pick<BusinessClock, TimeQuestions> {
  function after(from: InstantLike, openMs: number, boundary: Boundary = 'close'): number {
    const quick = typeof from === 'number' ? timeline.quickForward(from, openMs) : Number.NaN
    const at = quick === quick ? quick : afterAny(from, openMs)
    return boundary === 'close' ? at : atBoundary(at, openMs, boundary)
  }

  /** Only a budget that is used up at a close has two ends. */
  function atBoundary(at: number, openMs: number, boundary: Boundary): number {
    if (boundary !== 'nextOpen') throw refused('unknown-value', 'close or nextOpen', boundary)
    return openMs > 0 ? nextOpen(at) : at
  }

  function afterAny(from: InstantLike, openMs: number): number {
    const start = instantOf(from)
    const checked = amount(openMs)
    if (checked === 0) return start
    return checked > 0 ? timeline.forward(start, checked) : timeline.backward(start, -checked)
  }

  function before(to: InstantLike, openMs: number): number {
    return after(to, -amount(openMs))
  }

  function between(from: InstantLike, to: InstantLike): number {
    const ms = typeof from === 'number' && typeof to === 'number' ? timeline.quickBetween(from, to) : Number.NaN
    return ms === ms ? ms : betweenAny(from, to)
  }

  function betweenAny(from: InstantLike, to: InstantLike): number {
    const start = instantOf(from)
    const end = instantOf(to)
    // The origin of the sums moves when the past is laid down, so both ends must be covered before either is read.
    timeline.sumAt(start)
    timeline.sumAt(end)
    return timeline.sumAt(end) - timeline.sumAt(start)
  }

  function isOpen(at: InstantLike): boolean {
    return typeof at === 'number' && timeline.covers(at) ? timeline.quickIsOpen(at) : isOpenAny(at)
  }

  function isOpenAny(at: InstantLike): boolean {
    const instant = instantOf(at)
    // The position first: finding it may lay down years, and with them new arrays.
    const row = timeline.rowAt(instant)
    return instant >= (timeline.rows[row] as number)
  }

  function nextOpen(at: InstantLike): number {
    const instant = instantOf(at)
    const row = timeline.nextRow(instant)
    return inRange(Math.max(instant, timeline.rows[row] as number), at)
  }

  function nextClose(at: InstantLike): number | null {
    return timeline.closeOf(timeline.nextRow(instantOf(at)))
  }

  function spans(from: InstantLike, to: InstantLike): [number, number][] {
    return timeline.spans(instantOf(from), instantOf(to))
  }

  function openings(at: InstantLike, count: number): [number, number][] {
    const instant = instantOf(at)
    if (!(Number.isInteger(count) && Math.abs(count) <= mostOpenings)) {
      throw refused('out-of-range', `a whole number of at most ${mostOpenings} openings`, count)
    }
    const found: [number, number][] = []
    let edge = instant
    while (found.length < Math.abs(count)) {
      const row = count > 0 ? timeline.nextRow(edge) : timeline.previousRow(edge)
      const isClosing = count > 0 ? timeline.closeOf(row) : Math.min(edge, timeline.rows[row + 1] as number)
      const close = isClosing ?? lastInstant
      const open = count > 0 ? Math.max(edge, timeline.rows[timeline.rowAt(edge)] as number) : timeline.openOf(row)
      found.push([open, close])
      edge = count > 0 ? close : open
      const isLast = count > 0 ? isClosing === null : open === firstInstant
      if (isLast && found.length < Math.abs(count)) {
        throw refused('beyond-horizon', 'as many openings between the years 1 and 9999', count)
      }
    }
    return found
  }

  function afterAll(from: Float64Array, openMs: number | Float64Array, out = new Float64Array(from.length)): Float64Array {
    sameLength(from, out, 'out')
    if (typeof openMs !== 'number') sameLength(from, openMs, 'openMs')
    forwardAll(timeline, from, openMs, out, after)
    return out
  }

  function measureAll(from: Float64Array, to: Float64Array, out = new Float64Array(from.length)): Float64Array {
    sameLength(from, out, 'out')
    sameLength(from, to, 'to')
    betweenAll(timeline, from, to, out, between)
    return out
  }

  return { isOpen, after, before, between, nextOpen, nextClose, spans, openings, afterAll, betweenAll: measureAll }
}
