/**
 * Why a calendar is closed. A clock only says that it is; what closed it is found by asking what would be open if the
 * calendar said less, as `lesser-calendars.ts` leaves it. What would be closed all the same lies outside the hours, or on a
 * date that has none.
 */
import type { BusinessClock } from '../clock/business-clock.ts'
import type { Calendar } from '../clock/calendar.ts'
import { civilDays } from '../evaluation/civil-days.ts'
import { msOfDay, printPlainDate, readPlainDate } from '../time/plain-date.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { ClosedWhy } from './explanation.ts'
import type { LesserCalendar, Saying } from './lesser-calendars.ts'

/** Of a closed span of more than ten years no more is said. */
const mostDays = 3_660

/** A piece of closed time with its one reason. **Units** epoch milliseconds, `[from, to)`. */
export interface ClosedPiece {
  readonly from: number
  readonly to: number
  readonly why: ClosedWhy
  /** `null` for `hours`, which may lie around midnight. */
  readonly date: string | null
  readonly name: string | null
}

export class ClosedTime {
  /** Takes the clock of a calendar, and what would be left of the calendar. */
  constructor(
    private readonly clock: BusinessClock,
    private readonly lesser: readonly LesserCalendar[],
  ) {}

  /** Returns the pieces of a closed span, which tile it. */
  pieces(from: number, to: number): ClosedPiece[] {
    let rest: Span[] = [[from, to]]
    const said: { why: Saying; spans: Span[] }[] = []
    for (const { why, calendar } of this.lesser) {
      const spans = intersect(rest, openingsIn(calendar, from, to))
      if (spans.length === 0) continue
      said.push({ why, spans })
      rest = subtract(rest, spans)
    }
    const days = civilDays(this.clock.zone, from, to).map((date) => this.dayOf(date))
    const whole = days.flatMap((day) => (this.isWhole(day) ? [{ ...day, why: this.whyWhole(day, said) }] : []))
    const wholeSpans = union(whole.map(({ span }) => span))
    const pieces = whole.flatMap(({ span, why, date }) => this.piecesOn(date, why, intersect([[from, to]], [span])))
    for (const { why, spans } of said) {
      const left = subtract(spans, wholeSpans)
      for (const { date, span } of left.length === 0 ? [] : days)
        pieces.push(...this.piecesOn(date, why, intersect(left, [span])))
    }
    for (const [start, end] of subtract([[from, to]], union(pieces.map((piece) => [piece.from, piece.to])))) {
      pieces.push({ from: start, to: end, why: 'hours', date: null, name: null })
    }
    return joined(pieces.sort((a, b) => a.from - b.from))
  }

  private dayOf(date: string): { date: string; span: Span } {
    const local = readPlainDate(date) * msOfDay
    const { zone } = this.clock
    return { date, span: [zone.instantOfLocal(local), zone.instantOfLocal(local + msOfDay)] }
  }

  /** True for a date on which nothing is open, so that one reason is enough for all of it. */
  private isWhole({ span: [from, to] }: { readonly span: Span }): boolean {
    return from < to && this.clock.between(from, to) === 0
  }

  private whyWhole(
    { date, span }: { readonly date: string; readonly span: Span },
    said: readonly { readonly why: Saying; readonly spans: readonly Span[] }[],
  ): ClosedWhy {
    if (this.isHoliday(date)) return 'holiday'
    return said.find(({ spans }) => intersect(spans, [span]).length > 0)?.why ?? 'noHours'
  }

  private piecesOn(date: string, why: ClosedWhy, spans: readonly Span[]): ClosedPiece[] {
    return spans.map(([from, to]) => ({ from, to, why, ...(why === 'holiday' ? this.holidayOf(date) : { date, name: null }) }))
  }

  /** A holiday that takes the shifts which start on it closes the morning after as well. */
  private holidayOf(date: string): { date: string; name: string | null } {
    const before = printPlainDate(readPlainDate(date) - 1)
    const own = !this.isHoliday(date) && this.isHoliday(before) ? before : date
    return { date: own, name: this.clock.holidayName(own) }
  }

  private isHoliday(date: string): boolean {
    try {
      return this.clock.isHoliday(date)
    } catch {
      // The date before the first year that the calendar knows.
      return false
    }
  }
}

/** A shift over midnight that a holiday takes is one piece. */
function joined(pieces: readonly ClosedPiece[]): ClosedPiece[] {
  const found: ClosedPiece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (last && last.to === piece.from && last.why === piece.why && last.date === piece.date) {
      found[found.length - 1] = { ...last, to: piece.to }
    } else found.push(piece)
  }
  return found
}

/** A shift may last two days, so that one which opens then may have started two dates before. */
function openingsIn(calendar: Calendar, from: number, to: number): Span[] {
  const first = Math.floor(calendar.zone.localAt(from) / msOfDay) - 2
  const last = Math.min(Math.floor(calendar.zone.localAt(to) / msOfDay), first + mostDays)
  const spans: Span[] = []
  for (let day = first; day <= last; day++) spans.push(...calendar.openingsOf(day))
  return union(spans)
}
