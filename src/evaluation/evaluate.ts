/** The batch: any events in any order, the obligations that follow from them, and what could not be counted. */
import { type Agreement, isAgreement, parseAgreement } from '../agreement/agreement.ts'
import type { AgreementDocument } from '../agreement/document.ts'
import { issue, LeadSlaError, valueOf } from '../errors.ts'
import { type InstantLike, instantOf, printInstant } from '../time/instant.ts'
import { ClockTable } from './clock-table.ts'
import type { Evaluation } from './evaluation.ts'
import { History } from './history.ts'
import type { Obligation } from './obligation.ts'

export interface EvaluateOptions {
  /** Events after it are ignored; what is open is judged at it. */
  readonly asOf: InstantLike
  /** Events recorded after it are ignored: what did we know then? [E4] */
  readonly knownAt?: InstantLike
}

/**
 * Returns what became of every promise of an agreement.
 *
 * **Edges** any order of events gives the same result, and repeated ones change nothing; a bad event is refused and the
 * rest goes on; a document is checked first. Period clauses are read and checked, and named in `findings`, but their
 * `periods` stay empty in this version.
 * **Errors** throws `LeadSlaError` for a bad agreement or a bad `asOf` or `knownAt`, and for an `asOf` beyond the years whose holidays
 * are known; never for an event.
 * **Source** [E1]–[E5], [C1]–[C8].
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
  const evaluation = begin(agreement, options, Array.isArray(events) ? events.length : 0)
  for (const event of events) evaluation.add(event)
  return evaluation.finish()
}

/** An evaluation that takes its events one by one, from a stream that is never held as a whole. */
export interface RunningEvaluation {
  /** Takes the next event, in any order; after `finish` it changes nothing. */
  add(event: unknown): void
  /** Returns the evaluation of all that was added; asked again, the same one. */
  finish(): Evaluation
}

/** Returns an evaluation to which events are added. **Errors** as `evaluate`. */
export function beginEvaluation(
  agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[],
  options: EvaluateOptions,
): RunningEvaluation {
  return begin(agreement, options, 0)
}

function begin(
  agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[],
  options: EvaluateOptions,
  expected: number,
): RunningEvaluation {
  const checked = oneAgreement(agreement)
  const asOf = instantOf(options.asOf)
  const knownAt = options.knownAt === undefined ? Number.POSITIVE_INFINITY : instantOf(options.knownAt)
  assertKnown(checked, asOf)
  const history = new History(checked, asOf, knownAt, expected)
  let finished: Evaluation | undefined
  return {
    add: (event) => {
      if (!finished) history.add(event)
    },
    finish: () => {
      finished ??= finish(checked, history, asOf, options.knownAt === undefined ? null : knownAt)
      return finished
    },
  }
}

/** A list of holidays that ended would make every later due instant too early, and nobody would see it. */
function assertKnown({ clauses }: Agreement, asOf: number): void {
  const issues = [...clauses.values()].flatMap(({ calendar, clock }) => {
    if (asOf < clock.horizon[1]) return []
    const expected = `an instant before ${printInstant(clock.horizon[1])}, until when the holidays of the calendar ${calendar} are known`
    return [issue('beyond-horizon', ['asOf'], { expected, got: printInstant(asOf) })]
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
}

function finish(agreement: Agreement, history: History, asOf: number, knownAt: number | null): Evaluation {
  const clocks = new ClockTable(agreement, history.plan.clauses, asOf)
  history.fold((record) => {
    for (let position = 0; position < record.slots.length; position++) {
      const slot = record.slots[position]
      if (slot?.closed) for (const clock of slot.closed) clocks.add(clock, position)
      if (slot?.open) clocks.add(slot.open, position)
    }
  })
  let obligations: Obligation[] | undefined
  return {
    asOf: printInstant(asOf),
    knownAt: knownAt === null ? null : printInstant(knownAt),
    agreements: [{ agreement: agreement.id, version: agreement.version, hash: agreement.hash }],
    // Made when somebody reads them: who only counts should not pay for a million objects.
    get obligations() {
      obligations ??= clocks.obligations()
      return obligations
    },
    periods: [],
    refused: history.refused(),
    findings: [...agreement.findings, ...history.findings()],
  }
}

/** Returns the checked agreement. **Errors** throws for a wrong document and, in this version, for more than one. */
export function oneAgreement(agreement: Agreement | AgreementDocument | readonly (Agreement | AgreementDocument)[]): Agreement {
  const versions = Array.isArray(agreement) ? agreement : [agreement]
  const [only] = versions
  if (versions.length !== 1) {
    throw new LeadSlaError([
      issue('out-of-range', [], { expected: 'one version of an agreement', got: `${versions.length} versions` }),
    ])
  }
  return isAgreement(only) ? only : valueOf(parseAgreement(only))
}
