import { evaluate } from '../../src/index.ts'
import { report } from '../../src/report.ts'
import { agreement, asOf, eventsOfLead } from './evaluate.ts'
import type { BenchRow } from './row.ts'

/** Some 100,000 clocks, all of them in the period of the report. */
const leads = 23_500
const rounds = 7

function elapsedMs(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Returns what a report costs beside the evaluation that it is of: in turns, the best round of each. */
export function benchReport(): BenchRow[] {
  const events = Array.from({ length: leads }, (_, index) => eventsOfLead(index)).flat()
  const best = { evaluate: Number.POSITIVE_INFINITY, report: Number.POSITIVE_INFINITY, events: Number.POSITIVE_INFINITY }
  let clocks = 0
  for (let round = 0; round < rounds; round++) {
    let evaluation = evaluate(agreement, [], { asOf })
    const evaluating = elapsedMs(() => {
      evaluation = evaluate(agreement, events, { asOf })
      clocks = evaluation.obligations.length
    })
    const options = { agreement, period: '2026' }
    const plain = elapsedMs(() => report(evaluation, options))
    const withEvents = elapsedMs(() => report(evaluation, { ...options, events }))
    best.evaluate = Math.min(best.evaluate, evaluating)
    best.report = Math.min(best.report, plain)
    best.events = Math.min(best.events, withEvents)
  }
  const made = report(evaluate(agreement, events, { asOf }), { agreement, period: '2026' })
  if (made.header.clocks.inPeriod !== clocks) throw new Error(`${made.header.clocks.inPeriod} of ${clocks} clocks`)
  const bytes = JSON.stringify(made).length
  const notes = (ms: number) => `${Math.round(ms)} ms, evaluate ${Math.round(best.evaluate)} ms; ${clocks} clocks`
  return [
    { name: 'report / evaluate', ratio: best.report / best.evaluate, atMost: 1, notes: notes(best.report) },
    { name: 'report with events / evaluate', ratio: best.events / best.evaluate, atMost: 2, notes: notes(best.events) },
    { name: 'report, MB of JSON', ratio: bytes / 1e6, atMost: 1, notes: 'rows 50, keys 3' },
  ]
}
