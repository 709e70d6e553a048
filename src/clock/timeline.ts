/**
 * The timeline of a calendar: its open spans in order with the running sum of open time, laid down a civil year at a time
 * and only as far as somebody asked. What the calendar has not shown in a whole cycle of the Gregorian calendar will never
 * come, so that every search ends.
 */
import { issue, LeadSlaError } from '../errors.ts'
import { firstInstant, lastInstant } from '../time/instant.ts'
import { cycleYears, yearAt } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { assertKnown } from './business-dates.ts'
import type { Calendar } from './calendar.ts'
import { OpenRows, rowLength } from './open-rows.ts'
import { repeatsFrom, repeatsUntil } from './repetition.ts'
import { yearStartIn } from './zone.ts'

/** The civil years that hold an instant, in whatever zone. */
const firstYear = 0
const lastYear = 10_000

export class Timeline extends OpenRows {
  private fromYear = 0
  private toYear = -1
  private readonly twins = new Map<number, Span[]>()

  private readonly firstYear: number
  private readonly lastYear: number
  /** `NaN` for a calendar that is known to the last year of all. */
  private readonly horizonEnd: number
  /** Beyond these years nothing new comes: what is not open in a whole cycle from here never opens again. */
  private readonly repeatsFrom: number
  private readonly repeatsUntil: number

  constructor(private readonly calendar: Calendar) {
    super()
    const { years } = calendar
    this.firstYear = Math.max(firstYear, years[0])
    this.lastYear = Math.min(lastYear, years[1])
    this.horizonEnd = this.lastYear === lastYear ? Number.NaN : yearStartIn(calendar.zone, this.lastYear + 1)
    this.repeatsFrom = repeatsFrom(calendar)
    this.repeatsUntil = repeatsUntil(calendar)
  }

  /** Returns where the first span stands that ends after an instant; the sentinel when none of those laid down does. */
  rowAt(at: number): number {
    if (!(at >= this.coveredFrom && at < this.coveredTo)) this.cover(at)
    return this.quickRow(at)
  }

  /** Returns the open time from the start of the timeline to an instant. The origin moves when the past is laid down. */
  sumAt(at: number): number {
    // The end of the horizon is no instant of it, but what lies before can be measured.
    if (at === this.horizonEnd && this.rowAt(at - 1) >= 0) return this.total
    const row = this.rowAt(at)
    return (this.rows[row + 2] as number) + Math.max(0, at - (this.rows[row] as number))
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
      const dated = this.calendar.datedYears?.[1] ?? 0
      if (this.calendar.opensAllWeek && this.toYear > dated + 1 && this.lastYear === lastYear) return null
      if (this.toYear >= this.wholeCycleAfter(yearAt(start))) return null
      this.growForward(years, 0)
      const found = this.rowAt(start)
      close = this.rows[found + 1] as number
    }
    return close <= lastInstant ? close : null
  }

  /** Returns the opening of the span in a row; of one that has always been open, the first instant that there is. */
  openOf(row: number): number {
    const end = this.rows[row + 1] as number
    let open = this.rows[row] as number
    for (let years = 1; open === this.coveredFrom && this.fromYear > this.firstYear; years *= 2) {
      const dated = this.calendar.datedYears?.[0] ?? lastYear
      if (this.calendar.opensAllWeek && this.fromYear < dated - 1 && this.firstYear === firstYear) return firstInstant
      if (this.fromYear <= Math.min(this.repeatsUntil, yearAt(end - 1)) - cycleYears) return firstInstant
      this.lay(Math.max(this.fromYear - years, this.firstYear), this.toYear)
      open = this.rows[this.rowAt(end - 1)] as number
    }
    if (open === this.coveredFrom && this.firstYear !== firstYear) this.beyond(0)
    return Math.max(open, firstInstant)
  }

  /** Returns where the last span stands that starts before an instant. **Errors** `beyond-horizon` when none does. */
  previousRow(at: number): number {
    let row = this.rowAt(at)
    for (let years = 1; row === 0 && (this.rows[0] as number) >= at; years *= 2) {
      this.growBackward(years, 0)
      row = this.rowAt(at)
    }
    return (this.rows[row] as number) < at ? row : row - rowLength
  }

  /** Returns the last close at or before an instant that is closed. */
  closeBefore(at: number): number {
    // The row first: finding it may lay down years, and with them new arrays.
    const row = this.previousRow(at)
    return this.rows[row + 1] as number
  }

  /** Returns the open spans in `[from, to)`, clipped. */
  spans(from: number, to: number): [number, number][] {
    const found: [number, number][] = []
    if (to <= from) return found
    this.rowAt(to - 1)
    const first = this.rowAt(from)
    for (let row = first; (this.rows[row] as number) < to; row += rowLength) {
      found.push([Math.max(from, this.rows[row] as number), Math.min(to, this.rows[row + 1] as number)])
    }
    return found
  }

  /** Lays down the timeline as far as an instant. */
  cover(at: number): void {
    const { zone } = this.calendar
    // The civil year of the zone may be the one before or after the UTC year.
    let year = yearAt(at)
    if (at < yearStartIn(zone, year)) year--
    else if (at >= yearStartIn(zone, year + 1)) year++
    assertKnown(this.calendar, year)
    if (this.toYear < this.fromYear) this.lay(year, year)
    else this.lay(Math.min(year, this.fromYear), Math.max(year, this.toYear))
  }

  /** The year by which a calendar has shown all that it has to show after a year, or the last one. */
  private wholeCycleAfter(year: number): number {
    return Math.min(Math.max(this.repeatsFrom, year) + cycleYears, lastYear)
  }

  private growForward(years: number, openMs: number): void {
    const lastEnd = this.end === 0 ? Number.NEGATIVE_INFINITY : (this.rows[this.end - rowLength + 1] as number)
    const isOver = this.toYear >= this.wholeCycleAfter(lastEnd === Number.NEGATIVE_INFINITY ? this.fromYear : yearAt(lastEnd) + 1)
    if (isOver || this.toYear >= this.lastYear) this.beyond(openMs)
    this.lay(this.fromYear, Math.min(this.toYear + years, this.lastYear))
  }

  private growBackward(years: number, openMs: number): void {
    const firstStart = this.end === 0 ? Number.POSITIVE_INFINITY : (this.rows[0] as number)
    const firstOpen = firstStart === Number.POSITIVE_INFINITY ? this.toYear : yearAt(firstStart) - 1
    const isOver = this.fromYear <= Math.min(this.repeatsUntil, firstOpen) - cycleYears
    if (isOver || this.fromYear <= this.firstYear) this.beyond(openMs)
    this.lay(Math.max(this.fromYear - years, this.firstYear), this.toYear)
  }

  private beyond(openMs: number): never {
    const years = `the years ${Math.max(this.firstYear, 1)} and ${Math.min(this.lastYear, 9999)}`
    const expected = openMs === 0 ? `an opening between ${years}` : `as much open time between ${years}`
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
    const { zone } = this.calendar
    this.replace(spans, yearStartIn(zone, fromYear), yearStartIn(zone, toYear + 1))
  }

  /** Appends the openings of a year; a far one is its twin, moved. */
  private open(list: Span[], year: number): void {
    const { calendar } = this
    const twin = calendar.twinOf(year)
    let openings = twin === year ? undefined : this.twins.get(twin)
    if (!openings) openings = calendar.openingsOfYear(twin)
    if (twin !== year) this.twins.set(twin, openings)
    const byMs = yearStartIn(calendar.zone, year) - yearStartIn(calendar.zone, twin)
    for (const [from, to] of openings) list.push([from + byMs, to + byMs])
  }
}
