/** What promised leads are worth: the goal read backwards. */
import { type Fraction, fractionOf, plus, roundedDown, times } from '../conduct/fraction.ts'
import { findPeriod } from '../conduct/period-name.ts'
import { type Issue, issue, LeadSlaError, valueOf } from '../errors.ts'
import { fractionText, moneyText } from './money-text.ts'
import { parseRevenueGoal, type RevenueGoal, type RevenueGoalDocument } from './revenue-goal.ts'
import { exactly, nameOf } from './revenue-plan.ts'

/** The leads of a stage that are promised, period by period. */
export interface PromisedLeads {
  readonly stage: string
  readonly periods: readonly { readonly period: string; readonly count: number }[]
}

export interface RevenueWorth {
  readonly stage: string
  readonly currency: string
  /** What one lead of the stage brings on average. **Units** minor units, rounded down, as all here. */
  readonly leadMinor: number
  readonly revenueMinor: number
  /** The goal, or the share of it that comes through this funnel, less the revenue; less than nothing where there is more than enough. */
  readonly shortMinor: number
  /** By the period in which the deals are won, so many after the leads as the stage says. */
  readonly periods: readonly { readonly period: string; readonly revenueMinor: number }[]
  readonly rules: readonly string[]
}

/**
 * Returns what the leads that are promised bring in, if deals and rates stay as they are.
 *
 * **Units** money in whole minor units, rounded down; what has come in by the end of a period is rounded, so that the periods
 * sum to the total. **Edges** of a plan for the same goal it is never less than the goal.
 * **Errors** throws `LeadSlaError`: the issues of `parseRevenueGoal`, `unknown-value` for a stage that there is not, `out-of-range`
 * for a count or a period that is none.
 * **Source** [L1].
 *
 * @example
 * const goal = {
 *   goalMinor: 1_000_000_00, dealMinor: 25_000_00, currency: 'EUR', periods: { from: '2026-Q3', to: '2026-Q4' },
 *   stages: [{ stage: 'mql', owedBy: 'marketing', rate: 0.2 }, { stage: 'opportunity', owedBy: 'sales', rate: 0.25 }],
 * }
 * const { leadMinor, revenueMinor, shortMinor } = revenueWorth(goal, { stage: 'mql', periods: [{ period: '2026-Q3', count: 300 }] })
 * const seen = [leadMinor, revenueMinor, shortMinor] //=> [125000, 37500000, 62500000]
 */
export function revenueWorth(document: RevenueGoalDocument, promised: PromisedLeads): RevenueWorth {
  const goal = valueOf(parseRevenueGoal(document))
  const position = goal.stages.findIndex(({ stage }) => stage === promised.stage)
  const stage = goal.stages[position]
  const counts = countsOf(goal, promised, position >= 0)
  const rates = goal.stages.slice(position).map(({ rate }) => fractionOf(rate))
  const worth = rates.reduce(times, fractionOf(goal.dealMinor))
  let sum = fractionOf(0)
  let before = 0n
  const periods = counts.map(({ per, number, count }) => {
    sum = plus(sum, times(worth, fractionOf(count)))
    const until = roundedDown(sum)
    const revenueMinor = exactly(until - before)
    before = until
    return { period: nameOf({ per, number: number + (stage?.periodsBefore ?? 0) }), revenueMinor }
  })
  const revenueMinor = exactly(before)
  const wanted = roundedDown(times(fractionOf(goal.goalMinor), fractionOf(goal.share)))
  return {
    stage: promised.stage,
    currency: goal.currency,
    leadMinor: exactly(roundedDown(worth)),
    revenueMinor,
    shortMinor: exactly(wanted) - revenueMinor,
    periods,
    rules: rulesOf(goal, position, worth, revenueMinor),
  }
}

function countsOf({ stages, first }: RevenueGoal, { stage, periods }: PromisedLeads, isKnown: boolean) {
  const issues: Issue[] = []
  if (!isKnown) {
    const known = stages.map((one) => one.stage)
    issues.push(issue('unknown-value', ['stage'], { expected: 'a stage of the goal', got: stage, known }))
  }
  const found = [...periods].flatMap(({ period, count }, index) => {
    const place = findPeriod(period)
    const expected = `the name of a ${first.per}, as the periods of the goal are`
    if (place?.per !== first.per) issues.push(issue('out-of-range', ['periods', index, 'period'], { expected, got: period }))
    if (!Number.isSafeInteger(count) || count < 0)
      issues.push(issue('out-of-range', ['periods', index, 'count'], { expected: 'a whole number of leads', got: count }))
    return place ? [{ ...place, count }] : []
  })
  if (issues.length > 0) throw new LeadSlaError(issues)
  return found.sort((a, b) => a.number - b.number)
}

function rulesOf(
  { dealMinor, currency, stages }: RevenueGoal,
  position: number,
  worth: Fraction,
  revenueMinor: number,
): string[] {
  const rates = stages.slice(position).map(({ rate }) => ` × ${rate}`)
  return [
    `one lead: ${moneyText(dealMinor, currency)}${rates.join('')} = ${fractionText(worth)} minor units`,
    `all promised leads: ${moneyText(revenueMinor, currency)}, rounded down`,
  ]
}
