/** The whole evaluation: clocks, and what is counted over periods, from one pass over the leads. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { type EvaluateOptions, type RunningEvaluation, runEvaluation } from '../evaluation/evaluate.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { Counter } from './counter.ts'
import { mergedNames } from './merged-leads.ts'
import { settleTally } from './settle-tally.ts'
import type { Tally } from './tally.ts'

/**
 * Returns what became of every promise of an agreement.
 *
 * **Edges** any order of events gives the same result, and repeated ones change nothing; a bad event is refused and the
 * rest goes on; a document is checked first.
 * **Errors** throws `LeadSlaError` for a bad agreement or a bad `asOf` or `knownAt`, and for an `asOf` beyond the years whose holidays
 * are known; never for an event.
 * **Source** [E1]–[E5], [C1]–[C16], [P1]–[P8].
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
export function evaluate(agreement: AnyAgreement, events: Iterable<unknown>, options: EvaluateOptions): Evaluation {
  const evaluation = run(agreement, options, Array.isArray(events) ? events.length : 0)
  for (const event of events) evaluation.add(event)
  return evaluation.finish()
}

/** Returns an evaluation to which events are added. **Errors** as `evaluate`. */
export function beginEvaluation(agreement: AnyAgreement, options: EvaluateOptions): RunningEvaluation {
  return run(agreement, options, 0)
}

/** An evaluation of some of the leads, whose counts are merged with those of the others and then settled. */
export interface PartEvaluation extends RunningEvaluation {
  /** Returns what was counted, after `finish`; `null` where the agreement counts nothing over periods. */
  tally(): Tally | null
}

/** Returns an evaluation of leads that share no event with any other, and of all those that were merged with them. [P9] */
export function beginPart(agreement: AnyAgreement, options: EvaluateOptions): PartEvaluation {
  return run(agreement, options, 0)
}

function run(agreement: AnyAgreement, options: EvaluateOptions, expected: number): PartEvaluation {
  const versions = versionsOf(agreement)
  const counts = versions.some(({ agreement: one }) => one.periodClauses.size > 0)
  if (!counts) return { ...runEvaluation(agreement, options, () => null, expected), tally: () => null }
  const names = new Set<string>()
  let counter: Counter | undefined
  const running = runEvaluation(
    agreement,
    options,
    (_, plan, asOf) => {
      const onlooker = new Counter(versions, plan, asOf, names)
      counter = onlooker
      return { onlooker, results: () => settleTally(agreement, onlooker.tally()), refused: () => onlooker.refused() }
    },
    expected,
  )
  return {
    add: (event) => {
      noteMerge(names, event)
      running.add(event)
    },
    finish: () => running.finish(),
    tally: () => counter?.tally() ?? null,
  }
}

function noteMerge(names: Set<string>, event: unknown): void {
  for (const name of mergedNames(event) ?? []) names.add(name)
}
