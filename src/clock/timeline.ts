/**
 * The timeline of a calendar: its open spans in sorted typed arrays with the running sum of open time, laid down a civil
 * year at a time and only as far as somebody asked. Adding and measuring business time are then look-ups, whatever the
 * horizon. Two indexes lead to the span: one from a day to the first span that ends after its start, one from a piece of
 * open time to the first span that ends beyond it.
 */
import { issue, LeadSlaError } from '../errors.ts'
import { firstInstant, lastInstant } from '../time/instant.ts'
import { civilOf, msOfDay } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { type Calendar, opensAllWeek } from './calendar.ts'
import { openingsOfYear, startOfYear, twinOpenings } from './opening.ts'

const firstYear = 0
const lastYear = 10_000

export class Timeline {
  /** The instants that are laid down, `[coveredFrom, coveredTo)`. */
  coveredFrom = 0
  coveredTo = 0
  /** The open spans, and after the last one a sentinel at infinity. */
  starts = new Float64Array(1)
  ends = new Float64Array(1)
  /** Open time before each span, and at the sentinel all of it. */
  sums = new Float64Array(1)
  count = 0
  private byDay = new Int32Array(1)
  private bySum = new Int32Array(1)
  private sumStep = 1
  private readonly twins = new Map<number, Span[]>()
  private fromYear = 0
  private toYear = -1

  constructor(private readonly calendar: Calendar) {}

  /** Returns the position of the first span that ends after an instant; the sentinel's when none of the covered ones does. */
  positionAt(at: number): number {
    if (!(at >= this.coveredFrom && at < this.coveredTo)) this.cover(at)
    const ends = this.ends
    let position = this.byDay[Math.floor((at - this.coveredFrom) / msOfDay)] as number
    while ((ends[position] as number) <= at) position++
    return position
  }

  /** Returns the open time from the start of the timeline to an instant. The origin moves when the past is laid down. */
  sumAt(at: number): number {
    const position = this.positionAt(at)
    const start = this.starts[position] as number
    const sum = this.sums[position] as number
    return at > start ? sum + (at - start) : sum
  }

  /** Returns the earliest instant at which `openMs` (more than zero) of open time have passed since `from`. */
  forward(from: number, openMs: number): number {
    let target = this.sumAt(from) + openMs
    for (let years = 1; target > (this.sums[this.count] as number); years *= 2) {
      this.growForward(years, openMs)
      target = this.sumAt(from) + openMs
    }
    const position = this.positionOfSum(target)
    const at = (this.starts[position] as number) + (target - (this.sums[position] as number))
    return at <= lastInstant ? at : this.beyond(openMs)
  }

  /** Returns the latest instant from which `openMs` (more than zero) of open time pass until `to`. */
  backward(to: number, openMs: number): number {
    let target = this.sumAt(to) - openMs
    for (let years = 1; target < 0; years *= 2) {
      this.growBackward(years, openMs)
      target = this.sumAt(to) - openMs
    }
    let position = this.positionOfSum(target)
    // At the seam of two spans the latest instant is the open of the later one.
    if (target === this.sums[position + 1]) position++
    const at = (this.starts[position] as number) + (target - (this.sums[position] as number))
    return at >= firstInstant ? at : this.beyond(openMs)
  }

  /** Returns the position of the span that is open at an instant or opens next. **Errors** `beyond-horizon` when none does. */
  nextPosition(at: number): number {
    let position = this.positionAt(at)
    for (let years = 1; position === this.count; years *= 2) {
      this.growForward(years, 0)
      position = this.positionAt(at)
    }
    return position
  }

  /** Returns the close of the span at a position, or `null` when it never closes. */
  closeOf(position: number): number | null {
    const start = this.starts[position] as number
    let close = this.ends[position] as number
    for (let years = 1; close === this.coveredTo; years *= 2) {
      const plain = this.calendar.exceptional === null || this.toYear > civilOf(this.calendar.exceptional[1]).year + 1
      if (plain && opensAllWeek(this.calendar)) return null
      this.growForward(years, 0)
      const position = this.positionAt(start)
      close = this.ends[position] as number
    }
    return close <= lastInstant ? close : null
  }

  /** Lays down the timeline as far as an instant. */
  cover(at: number): void {
    const year = civilOf(Math.floor(at / msOfDay)).year
    // The civil year of the zone may be the one before or after the UTC year.
    const from = at < startOfYear(this.calendar, year) ? year - 1 : year
    const to = at >= startOfYear(this.calendar, year + 1) ? year + 1 : year
    if (this.toYear < this.fromYear) this.lay(from, to)
    else this.lay(Math.min(from, this.fromYear), Math.max(to, this.toYear))
  }

  private growForward(years: number, openMs: number): void {
    const last = this.calendar.exceptional === null ? Number.NEGATIVE_INFINITY : civilOf(this.calendar.exceptional[1]).year + 1
    const neverAgain = this.toYear > last && this.calendar.week.every((windows) => windows.length === 0)
    if (neverAgain || this.toYear >= lastYear) this.beyond(openMs)
    this.lay(this.fromYear, Math.min(this.toYear + years, lastYear))
  }

  private growBackward(years: number, openMs: number): void {
    const first = this.calendar.exceptional === null ? Number.POSITIVE_INFINITY : civilOf(this.calendar.exceptional[0]).year - 1
    const neverBefore = this.fromYear < first && this.calendar.week.every((windows) => windows.length === 0)
    if (neverBefore || this.fromYear <= firstYear) this.beyond(openMs)
    this.lay(Math.max(this.fromYear - years, firstYear), this.toYear)
  }

  private beyond(openMs: number): never {
    const expected = openMs === 0 ? 'an opening between the years 1 and 9999' : 'as much open time between the years 1 and 9999'
    throw new LeadSlaError([issue('beyond-horizon', [], { expected, ...(openMs === 0 ? {} : { got: openMs }) })])
  }

  private lay(fromYear: number, toYear: number): void {
    const before: Span[] = []
    const after: Span[] = []
    const isNew = this.toYear < this.fromYear
    const oldFrom = isNew ? toYear + 1 : this.fromYear
    for (let year = fromYear; year < oldFrom; year++) this.open(before, year)
    for (let year = isNew ? toYear + 1 : this.toYear + 1; year <= toYear; year++) this.open(after, year)
    if (before.length > 0 || after.length > 0 || isNew) this.join(before, after)
    this.fromYear = fromYear
    this.toYear = toYear
    this.coveredFrom = startOfYear(this.calendar, fromYear)
    this.coveredTo = startOfYear(this.calendar, toYear + 1)
    this.index()
  }

  /** Appends the openings of a year; a far one is its twin, moved. */
  private open(list: Span[], year: number): void {
    const twin = twinOpenings(this.calendar, year)
    let openings = twin === year ? undefined : this.twins.get(twin)
    if (!openings) openings = openingsOfYear(this.calendar, twin)
    if (twin !== year) this.twins.set(twin, openings)
    const byMs = startOfYear(this.calendar, year) - startOfYear(this.calendar, twin)
    for (const [from, to] of openings) list.push([from + byMs, to + byMs])
  }

  /** Puts spans before and after those that are laid down; the ones that touch become one. */
  private join(before: readonly Span[], after: readonly Span[]): void {
    const size = before.length + this.count + after.length
    const starts = new Float64Array(size + 1)
    const ends = new Float64Array(size + 1)
    let count = 0
    const put = (start: number, end: number): void => {
      if (count > 0 && ends[count - 1] === start) ends[count - 1] = end
      else {
        starts[count] = start
        ends[count++] = end
      }
    }
    for (const [start, end] of before) put(start, end)
    for (let i = 0; i < this.count; i++) put(this.starts[i] as number, this.ends[i] as number)
    for (const [start, end] of after) put(start, end)
    starts[count] = Number.POSITIVE_INFINITY
    ends[count] = Number.POSITIVE_INFINITY
    this.starts = starts.subarray(0, count + 1)
    this.ends = ends.subarray(0, count + 1)
    this.count = count
  }

  private index(): void {
    const { starts, ends, count } = this
    const sums = new Float64Array(count + 1)
    for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] as number) + (ends[i] as number) - (starts[i] as number)
    const days = Math.ceil((this.coveredTo - this.coveredFrom) / msOfDay)
    const byDay = new Int32Array(days)
    for (let day = 0, position = 0; day < days; day++) {
      while ((ends[position] as number) <= this.coveredFrom + day * msOfDay) position++
      byDay[day] = position
    }
    const total = sums[count] as number
    // A whole number of milliseconds, so that no rounding can lead past the span that is meant.
    const sumStep = Math.max(1, Math.floor(total / Math.max(1, count)))
    const bySum = new Int32Array(Math.floor(total / sumStep) + 2)
    for (let step = 0, position = 0; step < bySum.length; step++) {
      while (position < count && (sums[position + 1] as number) < step * sumStep) position++
      bySum[step] = position
    }
    this.sums = sums
    this.byDay = byDay
    this.bySum = bySum
    this.sumStep = sumStep
  }

  /** Returns the position of the first span at whose end the running sum has reached `target`, `0 ≤ target ≤ total`. */
  private positionOfSum(target: number): number {
    const sums = this.sums
    let position = this.bySum[Math.floor(target / this.sumStep)] as number
    while ((sums[position + 1] as number) < target) position++
    return position
  }
}
