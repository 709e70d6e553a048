/** What each party has to deliver, stage by stage and period by period, so that a revenue goal is reached. */

import { zoneOf } from '../clock/zone.ts'
import { dividedBy, type Fraction, fractionOf, roundedUp, times } from '../conduct/fraction.ts'
import type { PeriodPlace } from '../conduct/period-name.ts'
import { issue, LeadSlaError, valueOf } from '../errors.ts'
import { Periods } from '../periods/period.ts'
import { apportion, sharesOf } from './apportion.ts'
import { fractionText, moneyText } from './money-text.ts'
import { parseRevenueGoal, type RevenueGoal, type RevenueGoalDocument } from './revenue-goal.ts'

export interface PlannedPeriod {
  readonly period: string
  readonly count: number
  /** Of a stage that is counted in money. **Units** minor units. */
  readonly amountMinor: number | null
}

export interface PlannedStage {
  readonly stage: string
  readonly owedBy: string
  readonly count: number
  readonly amountMinor: number | null
  readonly periods: readonly PlannedPeriod[]
}

export interface RevenuePlan {
  readonly currency: string
  /** From the first stage to the last; the deals stand in `deals`. */
  readonly stages: readonly PlannedStage[]
  readonly deals: Omit<PlannedStage, 'stage' | 'owedBy'>
  /** How every number came about. */
  readonly rules: readonly string[]
}

/**
 * Returns what each party has to deliver for a revenue goal.
 *
 * **Units** money in whole minor units. **Edges** what a stage needs is the goal divided by the size of a deal and by every
 * rate from there on, exactly, and rounded up once at the end: less than one lead is added, however many stages there are. A
 * period has its part by weight, season times ramp; what is due by its end is rounded up, so that the periods sum to the total.
 * A stage is due so many periods before the deals as it says.
 * **Errors** throws `LeadSlaError` with the issues of `parseRevenueGoal`, and with `out-of-range` where a number would not be
 * exact any more.
 * **Source** [L1].
 *
 * @example
 * const plan = revenuePlan({
 *   goalMinor: 1_000_000_00, dealMinor: 25_000_00, currency: 'EUR', periods: { from: '2026-Q3', to: '2026-Q4' },
 *   stages: [{ stage: 'mql', owedBy: 'marketing', rate: 0.2, periodsBefore: 1 }, { stage: 'opportunity', owedBy: 'sales', rate: 0.25 }],
 * })
 * plan.stages.map(({ stage, count, periods }) => [stage, count, periods.map(({ period, count }) => [period, count])])
 * //=> [['mql', 800, [['2026-Q2', 400], ['2026-Q3', 400]]], ['opportunity', 160, [['2026-Q3', 80], ['2026-Q4', 80]]]]
 */
export function revenuePlan(document: RevenueGoalDocument): RevenuePlan {
  const goal = valueOf(parseRevenueGoal(document))
  const { currency, stages, weights } = goal
  const shares = sharesOf(weights)
  const deals = dealsOf(goal)
  const needs = needsOf(goal, deals)
  const planned = (need: Fraction, hasAmount: boolean, periodsBefore: number): Omit<PlannedStage, 'stage' | 'owedBy'> => {
    const amount = hasAmount ? times(need, fractionOf(goal.dealMinor)) : null
    const counts = apportion(need, shares)
    const amounts = amount && apportion(amount, shares)
    return {
      count: exactly(roundedUp(need)),
      amountMinor: amount && exactly(roundedUp(amount)),
      periods: counts.map((count, index) => ({
        period: nameOf({ per: goal.first.per, number: goal.first.number + index - periodsBefore }),
        count: exactly(count),
        amountMinor: amounts && exactly(amounts[index] ?? 0n),
      })),
    }
  }
  return {
    currency,
    stages: stages.map(({ stage, owedBy, hasAmount, periodsBefore }, index) => ({
      stage,
      owedBy,
      ...planned(needs[index] ?? deals, hasAmount, periodsBefore),
    })),
    deals: planned(deals, true, 0),
    rules: rulesOf(goal, deals, needs),
  }
}

/** The goal, or its share, in deals. */
function dealsOf({ goalMinor, dealMinor, share }: RevenueGoal): Fraction {
  return dividedBy(times(fractionOf(goalMinor), fractionOf(share)), fractionOf(dealMinor))
}

/** What each stage needs, from the first to the last. */
function needsOf({ stages }: RevenueGoal, deals: Fraction): Fraction[] {
  const needs: Fraction[] = []
  let need = deals
  for (const { rate } of [...stages].reverse()) {
    need = dividedBy(need, fractionOf(rate))
    needs.unshift(need)
  }
  return needs
}

/** Returns a whole number as one that JSON holds exactly. **Errors** throws `out-of-range` beyond. */
export function exactly(whole: bigint): number {
  if (whole <= BigInt(Number.MAX_SAFE_INTEGER) && whole >= BigInt(Number.MIN_SAFE_INTEGER)) return Number(whole)
  throw new LeadSlaError([
    issue('out-of-range', ['goalMinor'], { expected: 'a goal whose leads can be counted exactly', got: whole }),
  ])
}

/** Returns the name of a period, wherever it lies: names are the same in every zone. */
export function nameOf({ per, number }: PeriodPlace): string {
  return new Periods(zoneOf('UTC'), per).name(number)
}

function rulesOf(
  { goalMinor, dealMinor, currency, share, stages, weights }: RevenueGoal,
  deals: Fraction,
  needs: readonly Fraction[],
): string[] {
  const part = share === 1 ? '' : ` × ${share}`
  const rounding = (exact: Fraction) => `${fractionText(exact)}, rounded up to ${roundedUp(exact)}`
  const perStage = stages.map(({ stage, rate }, index) => {
    const next = stages[index + 1]?.stage ?? 'deals'
    return `${stage}: ${fractionText(needs[index + 1] ?? deals)} ${next} / ${rate} = ${rounding(needs[index] ?? deals)}`
  })
  const isEven = weights.every(([season, ramp]) => season === 1 && ramp === 1)
  return [
    `deals: ${moneyText(goalMinor, currency)}${part} / ${moneyText(dealMinor, currency)} = ${rounding(deals)}`,
    ...perStage.reverse(),
    isEven
      ? 'every period has the same part'
      : `periods by weight, season × ramp: ${weights.map(([season, ramp]) => (ramp === 1 ? season : `${season} × ${ramp}`)).join(', ')}`,
    'what is due by the end of a period is rounded up, so that the periods sum to the total and none is behind',
  ]
}
