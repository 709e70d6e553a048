/**
 * The timeline of a calendar: its open spans in order with the running sum of open time, laid down a civil year at a time
 * and only as far as somebody asked. Adding and measuring business time are then look-ups, whatever the horizon. Two
 * indexes lead to a span: one from a day to the first span that ends after its start, one from a piece of open time to the
 * first span that ends beyond it.
 */
import { issue, LeadSlaError } from '../errors.ts'
import { firstInstant, lastInstant } from '../time/instant.ts'
import { civilOf, msOfDay } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { type Calendar, opensAllWeek } from './calendar.ts'
import { openingsOfYear, startOfYear, twinOpenings } from './opening.ts'

const firstYear = 0
const lastYear = 10_000

/** A row of `rows`: the start and the end of a span, and the open time before it. Side by side, they share a cache line. */
export const rowLength = 3
const perDay = 1 / msOfDay

export class Timeline {
  /** The instants that are laid down, `[coveredFrom, coveredTo)`. */
  coveredFrom = 0
  coveredTo = 0
  /** The spans row by row, and after them a sentinel at infinity whose sum is all open time. */
  rows = new Float64Array(rowLength)
  /** Where the sentinel stands. */
  end = 0
  private byDay = new Int32Array(1)
  private bySum = new Int32Array(1)
  private perSumStep = 1
  private total = 0
  private fromYear = 0
  private toYear = -1
  private readonly twins = new Map<number, Span[]>()

  constructor(private readonly calendar: Calendar) {}

  /** Returns where the first span stands that ends after an instant; the sentinel when none of those laid down does. */
  rowAt(at: number): number {
    if (!(at >= this.coveredFrom && at < this.coveredTo)) this.cover(at)
    return this.quickRow(at)
  }

  /** Returns the open time from the start of the timeline to an instant. The origin moves when the past is laid down. */
  sumAt(at: number): number {
    const row = this.rowAt(at)
    return (this.rows[row + 2] as number) + Math.max(0, at - (this.rows[row] as number))
  }

  /**
   * What most calls ask, in one piece: `forward` of a whole instant and a whole amount of more than zero, both laid down.
   * `NaN` for everything else, which then takes the long way.
   */
  quickForward(from: number, openMs: number): number {
    if (!(this.covers(from) && openMs > 0 && Math.floor(openMs) === openMs)) return Number.NaN
    const rows = this.rows
    const row = this.quickRow(from)
    const target = (rows[row + 2] as number) + Math.max(0, from - (rows[row] as number)) + openMs
    if (target > this.total) return Number.NaN
    const end = this.rowOfSum(target)
    return (rows[end] as number) + (target - (rows[end + 2] as number))
  }

  /** The open time between two whole instants that are laid down, in one piece; `NaN` for everything else. */
  quickBetween(from: number, to: number): number {
    if (!(this.covers(from) && this.covers(to))) return Number.NaN
    const rows = this.rows
    const row = this.quickRow(from)
    const end = this.quickRow(to)
    const sum = (rows[end + 2] as number) + Math.max(0, to - (rows[end] as number))
    return sum - (rows[row + 2] as number) - Math.max(0, from - (rows[row] as number))
  }

  /** Returns true for a whole instant that is laid down. */
  covers(at: number): boolean {
    return at >= this.coveredFrom && at < this.coveredTo && Math.floor(at) === at
  }

  /** `rowAt` of an instant that is covered. */
  private quickRow(at: number): number {
    // Multiplying may round down into the day before, whose spans come earlier, and never up.
    let row = this.byDay[((at - this.coveredFrom) * perDay) | 0] as number
    const rows = this.rows
    while ((rows[row + 1] as number) <= at) row += rowLength
    return row
  }

  /** Returns the earliest instant at which `openMs` (more than zero) of open time have passed since `from`. */
  forward(from: number, openMs: number): number {
    let target = this.sumAt(from) + openMs
    for (let years = 1; target > this.total; years *= 2) {
      this.growForward(years, openMs)
      target = this.sumAt(from) + openMs
    }
    const row = this.rowOfSum(target)
    const at = (this.rows[row] as number) + (target - (this.rows[row + 2] as number))
    return at <= lastInstant ? at : this.beyond(openMs)
  }

  /** Returns the latest instant from which `openMs` (more than zero) of open time pass until `to`. */
  backward(to: number, openMs: number): number {
    let target = this.sumAt(to) - openMs
    for (let years = 1; target < 0; years *= 2) {
      this.growBackward(years, openMs)
      target = this.sumAt(to) - openMs
    }
    let row = this.rowOfSum(target)
    // At the seam of two spans the latest instant is the open of the later one.
    if (target === this.rows[row + rowLength + 2]) row += rowLength
    const at = (this.rows[row] as number) + (target - (this.rows[row + 2] as number))
    return at >= firstInstant ? at : this.beyond(openMs)
  }

  /** Returns where the span stands that is open at an instant or opens next. **Errors** `beyond-horizon` when none does. */
  nextRow(at: number): number {
    let row = this.rowAt(at)
    for (let years = 1; row === this.end; years *= 2) {
      this.growForward(years, 0)
      row = this.rowAt(at)
    }
    return row
  }

  /** Returns the close of the span in a row, or `null` when it never closes. */
  closeOf(row: number): number | null {
    const start = this.rows[row] as number
    let close = this.rows[row + 1] as number
    for (let years = 1; close === this.coveredTo; years *= 2) {
      const isPlain = this.calendar.exceptional === null || this.toYear > civilOf(this.calendar.exceptional[1]).year + 1
      if (isPlain && opensAllWeek(this.calendar)) return null
      this.growForward(years, 0)
      const found = this.rowAt(start)
      close = this.rows[found + 1] as number
    }
    return close <= lastInstant ? close : null
  }

  /** Lays down the timeline as far as an instant. */
  cover(at: number): void {
    const { year } = civilOf(Math.floor(at / msOfDay))
    // The civil year of the zone may be the one before or after the UTC year.
    const from = at < startOfYear(this.calendar, year) ? year - 1 : year
    const to = at >= startOfYear(this.calendar, year + 1) ? year + 1 : year
    if (this.toYear < this.fromYear) this.lay(from, to)
    else this.lay(Math.min(from, this.fromYear), Math.max(to, this.toYear))
  }

  /** Returns where the first span stands at whose end the running sum has reached `target`, `0 ≤ target ≤ total`. */
  private rowOfSum(target: number): number {
    let row = this.bySum[(target * this.perSumStep) | 0] as number
    const rows = this.rows
    while ((rows[row + rowLength + 2] as number) < target) row += rowLength
    return row
  }

  private growForward(years: number, openMs: number): void {
    const last = this.calendar.exceptional === null ? Number.NEGATIVE_INFINITY : civilOf(this.calendar.exceptional[1]).year + 1
    const isNeverAgain = this.toYear > last && this.calendar.week.every((windows) => windows.length === 0)
    if (isNeverAgain || this.toYear >= lastYear) this.beyond(openMs)
    this.lay(this.fromYear, Math.min(this.toYear + years, lastYear))
  }

  private growBackward(years: number, openMs: number): void {
    const first = this.calendar.exceptional === null ? Number.POSITIVE_INFINITY : civilOf(this.calendar.exceptional[0]).year - 1
    const wasNeverBefore = this.fromYear < first && this.calendar.week.every((windows) => windows.length === 0)
    if (wasNeverBefore || this.fromYear <= firstYear) this.beyond(openMs)
    this.lay(Math.max(this.fromYear - years, firstYear), this.toYear)
  }

  private beyond(openMs: number): never {
    const expected = openMs === 0 ? 'an opening between the years 1 and 9999' : 'as much open time between the years 1 and 9999'
    throw new LeadSlaError([issue('beyond-horizon', [], { expected, ...(openMs === 0 ? {} : { got: openMs }) })])
  }

  private lay(fromYear: number, toYear: number): void {
    const isNew = this.toYear < this.fromYear
    const spans: Span[] = []
    for (let year = fromYear; year < (isNew ? toYear + 1 : this.fromYear); year++) this.open(spans, year)
    for (let row = 0; row < this.end; row += rowLength) spans.push([this.rows[row] as number, this.rows[row + 1] as number])
    for (let year = isNew ? toYear + 1 : this.toYear + 1; year <= toYear; year++) this.open(spans, year)
    this.fromYear = fromYear
    this.toYear = toYear
    this.coveredFrom = startOfYear(this.calendar, fromYear)
    this.coveredTo = startOfYear(this.calendar, toYear + 1)
    this.write(spans)
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

  /** Writes the rows; spans that touch, as at the seam of two years, become one. */
  private write(spans: readonly Span[]): void {
    const rows = new Float64Array((spans.length + 1) * rowLength)
    let row = 0
    let sum = 0
    for (const [start, end] of spans) {
      if (row > 0 && rows[row - rowLength + 1] === start) rows[row - rowLength + 1] = end
      else {
        rows[row] = start
        rows[row + 1] = end
        rows[row + 2] = sum
        row += rowLength
      }
      sum += end - start
    }
    rows[row] = Number.POSITIVE_INFINITY
    rows[row + 1] = Number.POSITIVE_INFINITY
    rows[row + 2] = sum
    this.rows = rows
    this.end = row
    this.total = sum
  }

  private index(): void {
    const { rows, end, total } = this
    const days = Math.ceil((this.coveredTo - this.coveredFrom) / msOfDay)
    const byDay = new Int32Array(days)
    for (let day = 0, row = 0; day < days; day++) {
      while ((rows[row + 1] as number) <= this.coveredFrom + day * msOfDay) row += rowLength
      byDay[day] = row
    }
    const step = Math.max(1, Math.floor((total * rowLength) / Math.max(rowLength, end)))
    const bySum = new Int32Array(Math.floor(total / step) + 2)
    for (let index = 0, row = 0; index < bySum.length; index++) {
      while (row < end && (rows[row + rowLength + 2] as number) < index * step) row += rowLength
      bySum[index] = Math.min(row, Math.max(0, end - rowLength))
    }
    this.byDay = byDay
    this.bySum = bySum
    this.perSumStep = 1 / step
  }
}
