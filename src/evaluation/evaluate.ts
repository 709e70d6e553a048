/**
 * The batch: any events in any order, the obligations that follow from them, and what could not be counted. Who counts over
 * periods looks on and is asked at the end; `src/periods/evaluate.ts` puts the two together.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { clockedClauses } from '../agreement/clocked-clauses.ts'
import { type AnyAgreement, type Version, versionsOf } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { type InstantLike, instantOf, printInstant } from '../time/instant.ts'
import { ClockTable } from './clock-table.ts'
import { rememberClocks } from './clock-view.ts'
import type { Evaluation, PeriodResult, Refused } from './evaluation.ts'
import { History, type Onlooker } from './history.ts'
import type { Obligation } from './obligation.ts'
import type { Plan } from './plan.ts'

export interface EvaluateOptions {
  /** Events after it are ignored; what is open is judged at it. */
  readonly asOf: InstantLike
  /** Events recorded after it are ignored: what did we know then? [E4] */
  readonly knownAt?: InstantLike
}

/** An evaluation that takes its events one by one, from a stream that is never held as a whole. */
export interface RunningEvaluation {
  /** Takes the next event, in any order; after `finish` it changes nothing. */
  add(event: unknown): void
  /** Returns the evaluation of all that was added; asked again, the same one. */
  finish(): Evaluation
}

/** Who counts over the periods, and what comes of it when all leads have been folded. */
export interface PeriodCount {
  readonly onlooker: Onlooker
  results(): readonly PeriodResult[]
  refused(): readonly Refused[]
}

/** Makes the count of an agreement in its versions, or none where it has nothing to count. */
export type CountPeriods = (versions: readonly Version[], plan: Plan, asOf: number) => PeriodCount | null

/** Returns an evaluation to which events are added. **Errors** throws for a bad agreement, and for a bad `asOf` or `knownAt`. */
export function runEvaluation(
  agreement: AnyAgreement,
  options: EvaluateOptions,
  countPeriods: CountPeriods,
  expected = 0,
): RunningEvaluation {
  const versions = versionsOf(agreement)
  const { asOf, knownAt } = timesOf(options)
  assertKnown(versions, asOf)
  const history = new History(versions, asOf, knownAt ?? Number.POSITIVE_INFINITY, expected)
  let finished: Evaluation | undefined
  return {
    add: (event) => {
      if (!finished) history.add(event)
    },
    finish: () => {
      finished ??= finish(history, { asOf, knownAt }, countPeriods(versions, history.plan, asOf))
      return finished
    },
  }
}

/** Returns the instants of the options, `knownAt` as `null` for all that is known. **Units** epoch milliseconds. */
export function timesOf({ asOf, knownAt }: EvaluateOptions): Times {
  return { asOf: instantOf(asOf), knownAt: knownAt === undefined ? null : instantOf(knownAt) }
}

interface Times {
  readonly asOf: number
  readonly knownAt: number | null
}

/**
 * A list of holidays that ended would make every later due instant too early, and nobody would see it.
 *
 * **Errors** throws `beyond-horizon` for an instant at which some calendar of the agreement does not know its holidays.
 */
export function assertKnown(versions: readonly Version[], asOf: number): void {
  const issues = versions
    .flatMap(({ agreement }) => clockedOf(agreement))
    .flatMap(({ calendar, clock }) => {
      if (asOf < clock.horizon[1]) return []
      const expected = `an instant before ${printInstant(clock.horizon[1])}, until when the holidays of the calendar ${calendar} are known`
      return [issue('beyond-horizon', ['asOf'], { expected, got: printInstant(asOf) })]
    })
  if (issues.length > 0) throw new LeadSlaError(issues)
}

function clockedOf(agreement: Agreement) {
  const clauses = clockedClauses(agreement)
  const paced = [...agreement.periodClauses.values()].flatMap((clause) => ('clock' in clause ? [clause] : []))
  const chosen = clauses.flatMap(({ choice, calendar }) => (choice ? [{ calendar, clock: choice }] : []))
  return [...clauses, ...paced, ...chosen]
}

function finish(history: History, { asOf, knownAt }: Times, count: PeriodCount | null): Evaluation {
  const { plan } = history
  const clocks = new ClockTable(plan, asOf)
  history.fold((record) => {
    for (let position = 0; position < record.slots.length; position++) {
      const slot = record.slots[position]
      if (slot?.closed) for (const clock of slot.closed) clocks.add(clock, position)
      if (slot?.open) clocks.add(slot.open, position)
    }
  }, count?.onlooker)
  let obligations: Obligation[] | undefined
  const evaluation: Evaluation = {
    asOf: printInstant(asOf),
    knownAt: knownAt === null ? null : printInstant(knownAt),
    agreements: plan.versions.map(({ agreement: { id, version, hash } }) => ({ agreement: id, version, hash })),
    // Made when somebody reads them: who only counts should not pay for a million objects.
    get obligations() {
      obligations ??= clocks.obligations()
      return obligations
    },
    periods: count?.results() ?? [],
    refused: history.refused(count?.refused()),
    findings: [...plan.versions.flatMap(({ agreement }) => agreement.findings), ...history.findings()],
  }
  rememberClocks(evaluation, clocks)
  return evaluation
}
