import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type RevenueGoalDocument, revenuePlan, revenueWorth } from '../../src/index.ts'
import { law } from './law.ts'

const rate = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100)
const goals: fc.Arbitrary<RevenueGoalDocument> = fc
  .record({
    goalMinor: fc.integer({ min: 1, max: 1_000_000_00 }),
    dealMinor: fc.integer({ min: 1_00, max: 100_000_00 }),
    share: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
    rates: fc.array(fc.tuple(rate, fc.nat(3)), { minLength: 1, maxLength: 4 }),
    weights: fc
      .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((one) => one > 0)),
    ramp: fc.array(
      fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
      { minLength: 1, maxLength: 3 },
    ),
    isRamped: fc.boolean(),
  })
  .map(({ rates, weights, ramp, isRamped, ...rest }) => ({
    ...rest,
    currency: 'EUR',
    periods: { from: '2026-01', to: `2026-${String(weights.length).padStart(2, '0')}` },
    stages: rates.map(([one, periodsBefore], index) => ({
      stage: `s${index}`,
      owedBy: 'marketing',
      rate: one,
      periodsBefore,
      hasAmount: index % 2 === 0,
    })),
    seasonality: weights,
    ...(isRamped && ramp.length <= weights.length ? { ramp } : {}),
  }))

/** The exact need of a stage, as a fraction of whole numbers, by schoolbook. */
function needOf(
  { goalMinor, dealMinor, share = 1, stages }: RevenueGoalDocument,
  from: number,
): readonly [over: bigint, under: bigint] {
  let [over, under] = [BigInt(goalMinor) * BigInt(Math.round(share * 10)), BigInt(dealMinor) * 10n]
  for (const { rate: one } of stages.slice(from)) [over, under] = [over * 100n, under * BigInt(Math.round(one * 100))]
  return [over, under]
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)

describe('a revenue plan', () => {
  law('asks of each stage the least whole number that is not below its need', goals, (goal) => {
    const { stages, deals } = revenuePlan(goal)
    for (const [index, count] of [...stages.map((one) => one.count), deals.count].entries()) {
      const [over, under] = needOf(goal, index)
      expect(BigInt(count) * under >= over && BigInt(count - 1) * under < over).toBe(true)
    }
  })

  law('divides every total among its periods, and is never behind', goals, (goal) => {
    const { stages, deals } = revenuePlan(goal)
    const weights = (goal.seasonality ?? []).map((one, index) => one * Math.round((goal.ramp?.[index] ?? 1) * 10))
    for (const [index, { count, amountMinor, periods }] of [...stages, deals].entries()) {
      expect(sum(periods.map((one) => one.count))).toBe(count)
      if (amountMinor !== null) expect(sum(periods.map((one) => one.amountMinor ?? 0))).toBe(amountMinor)
      const [over, under] = needOf(goal, index)
      let [due, weight] = [0, 0]
      for (const [place, one] of periods.entries()) {
        due += one.count
        weight += weights[place] ?? 0
        expect(BigInt(due) * under * BigInt(sum(weights)) >= over * BigInt(weight)).toBe(true)
        if (weights[place] === 0) expect(one.count).toBe(0)
      }
    }
  })

  law('is worth its goal, and with one lead fewer no more than that', goals, (goal) => {
    const wanted = Math.floor((goal.goalMinor * Math.round((goal.share ?? 1) * 10)) / 10)
    for (const { stage, count } of revenuePlan(goal).stages) {
      const worth = (leads: number) => revenueWorth(goal, { stage, periods: [{ period: '2026-01', count: leads }] })
      const { revenueMinor, shortMinor } = worth(count)
      expect(revenueMinor).toBeGreaterThanOrEqual(wanted)
      expect(shortMinor).toBe(wanted - revenueMinor)
      expect(worth(count - 1).revenueMinor).toBeLessThanOrEqual(wanted)
    }
  })

  law(
    'asks for no less where the goal is higher, and for no more where a rate is',
    fc.tuple(goals, fc.nat(3)),
    ([goal, place]) => {
      const counts = (changed: RevenueGoalDocument) => revenuePlan(changed).stages.map(({ count }) => count)
      const before = counts(goal)
      const higher = counts({ ...goal, goalMinor: goal.goalMinor + 12_345 })
      const better = counts({
        ...goal,
        stages: goal.stages.map((one, index) =>
          index === place ? { ...one, rate: Math.min(1, Math.round(one.rate * 100 + 1) / 100) } : one,
        ),
      })
      for (const [index, count] of before.entries()) {
        expect(higher[index]).toBeGreaterThanOrEqual(count)
        expect(better[index]).toBeLessThanOrEqual(count)
      }
    },
  )

  law('is plain JSON', goals, (goal) => {
    const plan = revenuePlan(goal)
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })
})
