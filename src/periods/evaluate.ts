/** The whole evaluation: clocks, cadences, and what is counted over periods, from one pass over the leads. */
import { askedTypes } from '../agreement/asked-types.ts'
import { type AnyAgreement, type Version, versionsOf } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { type EvaluateOptions, type RunningEvaluation, runEvaluation, timesOf } from '../evaluation/evaluate.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { History } from '../evaluation/history.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { Finding } from '../finding.ts'
import { printInstant } from '../time/instant.ts'
import { Counter } from './counter.ts'
import { mergedNames } from './merged-leads.ts'
import { settleTally } from './settle-tally.ts'
import type { Tally } from './tally.ts'
import { textAt } from './value-at.ts'

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
  const counts = versions.some(({ agreement: one }) => one.periodClauses.size > 0 || one.cadences.size > 0)
  if (!counts) return { ...runEvaluation(agreement, options, () => null, expected), tally: () => null }
  assertKnown(versions, timesOf(options).asOf)
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
  let finished: Evaluation | undefined
  return {
    add: (event) => {
      noteMerge(names, event)
      running.add(event)
    },
    finish: () => {
      finished ??= withCadences(versions, running.finish(), counter)
      return finished
    },
    tally: () => counter?.tally() ?? null,
  }
}

function noteMerge(names: Set<string>, event: unknown): void {
  for (const name of mergedNames(event) ?? []) names.add(name)
}

/** The clocks of timed clauses are put down by the evaluation itself, and know nothing of attempts. */
function withCadences(versions: readonly Version[], evaluation: Evaluation, counter: Counter | undefined): Evaluation {
  const asked = new Set(versions.flatMap(({ agreement }) => askedTypes(agreement)))
  let obligations: readonly Obligation[] | undefined
  const { asOf, knownAt, agreements, periods, refused, findings } = evaluation
  return {
    ...{ asOf, knownAt, agreements },
    // Made when somebody reads them, as those of the evaluation are.
    get obligations() {
      obligations ??= counter?.among(evaluation.obligations) ?? evaluation.obligations
      return obligations
    },
    ...{ periods, refused },
    findings: [...findings.filter((finding) => !isAsked(asked, finding)), ...(counter?.findings() ?? [])],
  }
}

/** Timed clauses do not know what only cadences and promises over periods ask for. */
function isAsked(types: ReadonlySet<string>, { code, event }: Finding): boolean {
  return code === 'unused-event-type' && types.has(textAt(event, 'type') ?? '')
}

/** A list of holidays that ended would make every later due instant too early, and nobody would see it. */
function assertKnown(versions: readonly Version[], asOf: number): void {
  const cadences = versions.flatMap(({ agreement }) => [...agreement.cadences.values()])
  const issues = cadences.flatMap(({ timed: { calendar, clock } }) => {
    if (asOf < clock.horizon[1]) return []
    const expected = `an instant before ${printInstant(clock.horizon[1])}, until when the holidays of the calendar ${calendar} are known`
    return [issue('beyond-horizon', ['asOf'], { expected, got: printInstant(asOf) })]
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
}

/**
 * Returns what the events of some leads come to over the periods, to be merged with the tallies of all the others and then
 * settled. The events of a lead belong together, in one tally, and with them those of the leads that were merged into it.
 *
 * **Errors** as `evaluate`; what an evaluation would refuse is left out without a word.
 * **Source** [P9].
 */
export function tally(agreement: AnyAgreement, events: Iterable<unknown>, options: EvaluateOptions): Tally {
  const versions = versionsOf(agreement)
  const { asOf, knownAt } = timesOf(options)
  const history = new History(versions, asOf, knownAt ?? Number.POSITIVE_INFINITY)
  const names = new Set<string>()
  for (const event of events) {
    noteMerge(names, event)
    history.add(event)
  }
  const counter = new Counter(versions, history.plan, asOf, names)
  history.fold(() => {}, counter)
  return counter.tally()
}
