/**
 * The ledger of a clock: its whole life, cut into spans that counted and spans that did not, each with the reason. The
 * spans tile the life of the clock, and those that counted sum to the used time. [W3]
 */
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Pause } from './pause.ts'

/** **Units** epoch milliseconds, `[from, to)`. */
export interface LedgerSpan {
  readonly from: number
  readonly to: number
  readonly counts: boolean
  /** Open time counts; closed time and time that a pause took do not. */
  readonly why: 'open' | 'closed' | 'paused'
  /** The pause that took the span. */
  readonly pause: Pause | null
}

/**
 * Returns the ledger of a clock until it was closed, or until `asOf` while it is open.
 *
 * **Edges** a pause takes open time only: what is closed meanwhile is closed. Where one pause follows another at once, each
 * has a span of its own. **Source** [C3].
 */
export function ledgerOf(clock: ClockRecord, asOf: number): LedgerSpan[] {
  const { measure, startedAt, closing } = clock
  const until = closing?.at ?? asOf
  const life: Span[] = startedAt < until ? [[startedAt, until]] : []
  const open: Span[] = measure.clock.spans(startedAt, until)
  const pauses = pausesOf(clock, until)
  const spans: LedgerSpan[] = []
  for (const [from, to] of subtract(open, union(pauses.map(({ span }) => span)))) put('open', from, to)
  for (const [from, to] of subtract(life, open)) put('closed', from, to)
  let index = 0
  // The pauses of a clock follow each other, and each piece lies within one of them.
  for (const [from, to] of intersect(
    open,
    pauses.map(({ span }) => span),
  )) {
    while (to > (pauses[index]?.span[1] ?? Number.POSITIVE_INFINITY)) index++
    put('paused', from, to, pauses[index]?.pause)
  }
  return spans.sort((a, b) => a.from - b.from)

  function put(why: LedgerSpan['why'], from: number, to: number, pause: Pause | null = null): void {
    spans.push({ from, to, counts: why === 'open', why, pause })
  }
}

/** Returns the pauses that took any time, each with the time that it took; one that lasts goes on until the end. */
function pausesOf({ pauses }: ClockRecord, until: number): { readonly pause: Pause; readonly span: Span }[] {
  const taken = (pauses ?? []).map((pause) => ({ pause, span: [pause.from, pause.to === pause.to ? pause.to : until] as const }))
  return taken.filter(({ span: [from, to] }) => from < to)
}
