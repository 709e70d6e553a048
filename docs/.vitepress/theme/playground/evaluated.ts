/**
 * The evaluation that is on screen. It is made anew for each instant that the slider passes, so it does no more than it must: the
 * agreement and the events come already read. How long it took is measured and shown.
 */
import { type Agreement, type Evaluation, evaluate, type Issue, LeadSlaError, type Obligation } from '../../../../src/index.ts'
import { type ClockCounts, clockRows, countsOf } from './clock-rows.ts'

export interface Evaluated {
  readonly evaluation: Evaluation
  readonly rows: readonly Obligation[]
  readonly counts: ClockCounts
  /** How long the evaluation and the order of its clocks took. **Units** milliseconds. */
  readonly tookMs: number
}

export type Outcome =
  | { readonly ok: true; readonly value: Evaluated }
  | { readonly ok: false; readonly issues: readonly Pick<Issue, 'code' | 'path' | 'message'>[] }

/** What the browser lists the measurement under. */
export const measureName = 'lead-sla evaluate'

/**
 * Returns what became of every promise at an instant, the clocks in the order in which a person wants them.
 *
 * **Errors** those of `evaluate` come back as issues; so does whatever else goes wrong: the page stands.
 */
export function evaluated(agreement: Agreement, events: readonly unknown[], asOf: number): Outcome {
  const start = performance.now()
  try {
    const evaluation = evaluate(agreement, events, { asOf })
    const rows = clockRows(evaluation.obligations)
    const counts = countsOf(evaluation.obligations)
    performance.clearMeasures(measureName)
    const { duration } = performance.measure(measureName, { start, detail: { events: events.length } })
    return { ok: true, value: { evaluation, rows, counts, tookMs: duration } }
  } catch (error) {
    if (error instanceof LeadSlaError) return { ok: false, issues: error.issues }
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, issues: [{ code: 'invalid-event', path: [], message }] }
  }
}
