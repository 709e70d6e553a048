/** Targets learned from the first half of a log, and what became of them in the second. */
import { type AgreementDocument, evaluate, type LeadEvent } from 'lead-sla'
import { applyPatch, calibrate } from 'lead-sla/insight'
import { wilsonInterval } from '../../src/periods/interval.ts'

export interface HalfLearned {
  readonly clause: string
  /** From the first half: how many clocks stopped and how many did not, the target and its interval. */
  readonly stopped: number
  readonly unstopped: number
  readonly to: string
  /** In the second half, under the changed agreement. */
  readonly decided: number
  readonly kept: number
  readonly interval: readonly [low: number, high: number]
}

/** What is known at `split` is all that is learned from; judged are the clocks that started later, as of `asOf`. */
export function learnedFromFirstHalf(
  agreement: AgreementDocument,
  events: readonly LeadEvent[],
  { split, asOf, compliance }: { readonly split: string; readonly asOf: string; readonly compliance: number },
): HalfLearned[] {
  const { clauses, operations } = calibrate(evaluate(agreement, events, { asOf: split }), { agreement, compliance })
  const changed = applyPatch(agreement, operations) as AgreementDocument
  const from = new Date(split).toISOString()
  const later = evaluate(changed, events, { asOf }).obligations.filter(({ startedAt }) => startedAt >= from)
  return clauses.flatMap(({ clause, distribution, suggestions }): HalfLearned[] => {
    const own = later.filter((obligation) => obligation.clause === clause)
    const decided = own.filter(({ status }) => status === 'met' || status === 'metLate' || status === 'openBreached').length
    const kept = own.filter(({ status }) => status === 'met').length
    const { stopped, unstopped } = distribution
    const to = suggestions[0]?.to
    return to === undefined
      ? []
      : [{ clause, stopped, unstopped, to, decided, kept, interval: wilsonInterval(kept, decided) ?? [0, 1] }]
  })
}
