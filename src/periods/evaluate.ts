/** The whole evaluation: the clocks of the timed clauses, and what is counted over periods, from one pass over the leads. */
import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import {
  type EvaluateOptions,
  oneAgreement,
  type PeriodCount,
  type RunningEvaluation,
  runEvaluation,
  timesOf,
} from '../evaluation/evaluate.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { History } from '../evaluation/history.ts'
import type { Plan } from '../evaluation/plan.ts'
import { Counter } from './counter.ts'
import { settleTally } from './settle-tally.ts'
import type { Tally } from './tally.ts'

/**
 * Returns what became of every promise of an agreement.
 *
 * **Edges** any order of events gives the same result, and repeated ones change nothing; a bad event is refused and the
 * rest goes on; a document is checked first. Cadences are read and checked, and named in `findings`, but not evaluated in
 * this version.
 * **Errors** throws `LeadSlaError` for a bad agreement or a bad `asOf` or `knownAt`, and for an `asOf` beyond the years whose holidays
 * are known; never for an event.
 * **Source** [E1]–[E5], [C1]–[C8], [P1]–[P6].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const { obligations } = evaluate(agreement, [
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 * ], { asOf: '2026-04-08T00:00:00Z' })
 * obligations.map(({ key, status, usedMs }) => [key, status, usedMs]) //=> [['reply/L1/1', 'met', 2400000]]
 */
export function evaluate(
  agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[],
  events: Iterable<unknown>,
  options: EvaluateOptions,
): Evaluation {
  const evaluation = runEvaluation(agreement, options, countPeriods, Array.isArray(events) ? events.length : 0)
  for (const event of events) evaluation.add(event)
  return evaluation.finish()
}

/** Returns an evaluation to which events are added. **Errors** as `evaluate`. */
export function beginEvaluation(
  agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[],
  options: EvaluateOptions,
): RunningEvaluation {
  return runEvaluation(agreement, options, countPeriods)
}

function countPeriods(agreement: Agreement, plan: Plan, asOf: number): PeriodCount | null {
  if (agreement.periodClauses.size === 0) return null
  const counter = new Counter(agreement, plan, asOf)
  return {
    onlooker: counter,
    results: () => settleTally(agreement, counter.tally()),
    refused: () => counter.refused(),
  }
}

/**
 * Returns what the events of some leads come to over the periods, to be merged with the tallies of all the others and then
 * settled. The events of a lead belong together, in one tally.
 *
 * **Errors** as `evaluate`; what an evaluation would refuse is left out without a word.
 * **Source** [P9].
 */
export function tally(agreement: Agreement | AgreementDocument, events: Iterable<unknown>, options: EvaluateOptions): Tally {
  const checked = oneAgreement(agreement)
  const { asOf, knownAt } = timesOf(options)
  const history = new History(checked, asOf, knownAt ?? Number.POSITIVE_INFINITY)
  for (const event of events) history.add(event)
  const counter = new Counter(checked, history.plan, asOf)
  history.fold(() => {}, counter)
  return counter.tally()
}
