/**
 * Lesson 8: from a revenue goal to promises.
 *
 * "More leads" is no promise. A goal, the size of a deal and the rates at which leads become deals say how many leads each party has
 * to deliver, month by month; and read backwards they say what the leads are worth that somebody has promised. Money is whole minor
 * units, rates are decimals, and nothing is rounded but the leads themselves, once.
 */
import { type RevenueGoalDocument, revenuePlan, revenueWorth } from 'lead-sla'

const goal: RevenueGoalDocument = {
  goalMinor: 1_200_000_00,
  dealMinor: 30_000_00,
  currency: 'EUR',
  periods: { from: '2026-07', to: '2026-12' },
  // Nobody buys in August, and everybody in December.
  seasonality: [1, 0.5, 1, 1, 1, 1.5],
  // Two of four reps are new, and need until September.
  ramp: [0.5, 0.75],
  stages: [
    { stage: 'lead', owedBy: 'marketing', rate: 0.15, periodsBefore: 3 },
    { stage: 'mql', owedBy: 'marketing', rate: 0.3, periodsBefore: 2 },
    { stage: 'opportunity', owedBy: 'sales', rate: 0.22, periodsBefore: 1, hasAmount: true },
  ],
}

export function main(): string {
  const { stages, deals, rules } = revenuePlan(goal)
  const rows = [...stages, { stage: 'deal', owedBy: 'sales', ...deals }]
  const promised = revenueWorth(goal, {
    stage: 'mql',
    periods: Array.from({ length: 6 }, (_, index) => ({ period: `2026-${String(index + 5).padStart(2, '0')}`, count: 95 })),
  })
  return [
    ...rows.flatMap(({ stage, owedBy, count, amountMinor, periods }) => [
      `${owedBy} owes ${count} × ${stage}${amountMinor === null ? '' : `, together ${amountMinor / 100} EUR`}`,
      `  ${periods.map((one) => `${one.period}: ${one.count}`).join(', ')}`,
    ]),
    'because',
    ...rules.map((rule) => `  ${rule}`),
    'What 95 MQLs a month are worth:',
    `  ${promised.revenueMinor / 100} EUR, which is ${promised.shortMinor / 100} EUR short of the goal`,
    ...promised.rules.map((rule) => `  ${rule}`),
  ].join('\n')
}
