/**
 * Open spans in order with the running sum of open time, so that adding and measuring are look-ups, whatever the horizon. Two
 * indexes lead to a span: one from a day to the first span that ends after its start, one from a piece of open time to the
 * first span that ends beyond it.
 */
import { msOfDay } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'

/** A row of `rows`: the start and the end of a span, and the open time before it. Side by side, they share a cache line. */
export const rowLength = 3
const perDay = 1 / msOfDay

export class OpenRows {
  /** The instants that are laid down, `[coveredFrom, coveredTo)`. */
  coveredFrom = 0
  coveredTo = 0
  /** The spans row by row, and after them a sentinel at infinity whose sum is all open time. */
  rows = new Float64Array(rowLength)
  /** Where the sentinel stands. */
  end = 0
  /** All open time that is laid down. */
  total = 0
  private byDay = new Int32Array(1)
  private bySum = new Int32Array(1)
  private perSumStep = 1

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

  /** Whether an instant that is covered is open. */
  quickIsOpen(at: number): boolean {
    return at >= (this.rows[this.quickRow(at)] as number)
  }

  /** `rowAt` of an instant that is covered. */
  quickRow(at: number): number {
    // Multiplying may round down into the day before, whose spans come earlier, and never up.
    let row = this.byDay[((at - this.coveredFrom) * perDay) | 0] as number
    const rows = this.rows
    // The first step without a branch: whether an instant lies before or after the day's close is a coin toss.
    row += Number((rows[row + 1] as number) <= at) * rowLength
    while ((rows[row + 1] as number) <= at) row += rowLength
    return row
  }

  /** Returns where the first span stands at whose end the running sum has reached `target`, `0 ≤ target ≤ total`. */
  rowOfSum(target: number): number {
    let row = this.bySum[(target * this.perSumStep) | 0] as number
    const rows = this.rows
    while ((rows[row + rowLength + 2] as number) < target) row += rowLength
    return row
  }

  /** Lays down other spans in place of the present ones. */
  protected replace(spans: readonly Span[], coveredFrom: number, coveredTo: number): void {
    this.coveredFrom = coveredFrom
    this.coveredTo = coveredTo
    this.write(spans)
    this.index()
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
