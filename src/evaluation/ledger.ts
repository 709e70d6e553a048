/**
 * The ledger of a clock: its whole life, cut into spans that counted and spans that did not, each with the reason. The
 * spans tile the life of the clock, and those that counted sum to the used time. [W3]
 */
import { intersect, type Span, subtract, union } from '../time/span.ts'
import { civilDays } from './civil-days.ts'
import type { ClockRecord } from './clock-record.ts'

/** **Units** epoch milliseconds, `[from, to)`. */
export interface LedgerSpan {
  readonly from: number
  readonly to: number
  readonly counts: boolean
  /** Open time counts; closed time and time that a pause took do not. */
  readonly why: 'open' | 'closed' | 'paused'
  /** The event that paused the clock. */
  readonly event: string | null
  /** The holidays of the calendar in a closed span, as dates. */
  readonly holidays: readonly string[]
}

/** Returns the ledger of a clock until it was closed, or until `asOf` while it is open. */
export function ledgerOf(clock: ClockRecord, asOf: number): LedgerSpan[] {
  const { clause, startedAt, closing, pauses } = clock
  const until = closing?.at ?? asOf
  const life: Span[] = startedAt < until ? [[startedAt, until]] : []
  const open: Span[] = clause.clock.spans(startedAt, until)
  const paused = intersect(union((pauses ?? []).map(({ from, to }) => [from, to === to ? to : until])), life)
  const spans: LedgerSpan[] = []
  const put = (list: readonly Span[], why: LedgerSpan['why']) => {
    for (const [from, to] of list) {
      const event = why === 'paused' ? (pauses?.find((pause) => pause.from <= from && !(pause.to <= from))?.by ?? null) : null
      const holidays =
        why === 'closed' ? civilDays(clause.clock.zone, from, to).filter((date) => clause.clock.isHoliday(date)) : []
      spans.push({ from, to, counts: why === 'open', why, event, holidays })
    }
  }
  put(subtract(open, paused), 'open')
  put(intersect(open, paused), 'paused')
  put(subtract(life, open), 'closed')
  return spans.sort((a, b) => a.from - b.from)
}
