/** What an action comes to in one case: which leads, which target, how much. */
import type { ConsequenceStep } from '../agreement/enforcement.ts'
import type { PeriodClause } from '../agreement/period-clause.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { fractionOf, plus, roundedUp, times } from '../conduct/fraction.ts'
import { readInstant } from '../time/instant.ts'
import type { ActionDue } from './consequence.ts'
import type { Judged } from './judge.ts'

/** Returns what is due. **Units** targets and amounts as in the clause. */
export function actionDue(conduct: Conduct, judged: Judged, { action }: ConsequenceStep): ActionDue {
  switch (action.action) {
    case 'notice':
    case 'coaching':
      return { action: action.action, to: action.to ?? (judged.judgement.for === 'owner' ? 'manager' : judged.judgement.name) }
    case 'returnLeads':
      return { action: 'returnLeads', to: action.to ?? 'pool', leads: leadsOf(conduct, judged) }
    case 'adjustQuota':
      return { action: 'adjustQuota', clause: action.clause, ...quotaOf(conduct, judged, action.clause, action.by) }
    case 'moveBudget': {
      const { from, to, amountMinor, currency } = action
      return { action: 'moveBudget', from, to, amountMinor, currency }
    }
  }
}

/** The leads whose clocks of the period are breached and still open, each once. */
function leadsOf(conduct: Conduct, { judgement, ladder }: Judged): string[] {
  const [from, to] = [readInstant(judgement.from), readInstant(judgement.to)]
  const leads = conduct.obligations.filter((obligation, position) => {
    const isTheirs = obligation[judgement.for] === judgement.name && ladder.clauses.has(obligation.clause)
    const at = conduct.startAt(position)
    return isTheirs && obligation.status === 'openBreached' && at >= from && at < to
  })
  return [...new Set(leads.map(({ lead }) => lead))].sort()
}

/** Whole leads, and whole minor units, rounded up: a quota is never a little less than was said. */
function quotaOf(
  conduct: Conduct,
  { judgement }: Judged,
  clause: string,
  by: number,
): { target: number | null; newTarget: number | null; fromPeriod: string } {
  const end = readInstant(judgement.to)
  const promise = conduct.versionAt(Math.min(end, conduct.ends))?.agreement.periodClauses.get(clause)
  const periods = conduct.periods(promise?.per ?? 'month')
  const number = periods.numberAt(end)
  const next = periods.from(number) < end ? number + 1 : number
  const target = targetOn(promise, periods.firstDay(next))
  const share = plus(fractionOf(1), fractionOf(by))
  return {
    target,
    newTarget: target === null ? null : Number(roundedUp(times(fractionOf(target), share))),
    fromPeriod: periods.name(next),
  }
}

/** The target of a whole period that begins on a day; `null` of a clause that is no quota. */
function targetOn(promise: PeriodClause | undefined, day: number): number | null {
  if (!promise || !('targets' in promise)) return null
  return promise.targets.findLast(({ from }) => from <= day)?.target ?? null
}
