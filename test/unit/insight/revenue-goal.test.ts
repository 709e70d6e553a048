import { describe, expect, test } from 'vitest'
import {
  type IssueCode,
  parseRevenueGoal,
  printPath,
  type RevenueGoalDocument,
  revenuePlan,
  revenueWorth,
} from '../../../src/index.ts'

/** Twelve deals of 25,000.00 EUR in a quarter, one opportunity in four, one MQL in five. */
const goal: RevenueGoalDocument = {
  goalMinor: 300_000_00,
  dealMinor: 25_000_00,
  currency: 'EUR',
  periods: { from: '2026-04', to: '2026-06' },
  stages: [
    { stage: 'mql', owedBy: 'marketing', rate: 0.2, periodsBefore: 2 },
    { stage: 'opportunity', owedBy: 'sales', rate: 0.25, hasAmount: true },
  ],
}
const counts = (changes: Partial<RevenueGoalDocument>) => {
  const { stages, deals } = revenuePlan({ ...goal, ...changes })
  return [...stages, { stage: 'deals', ...deals }].map(({ stage, count, periods }) => [
    stage,
    count,
    ...periods.map((one) => one.count),
  ])
}

describe('a plan', () => {
  test('says what each stage needs, of whom and when', () => {
    expect(revenuePlan(goal)).toEqual({
      currency: 'EUR',
      stages: [
        {
          ...{ stage: 'mql', owedBy: 'marketing', count: 240, amountMinor: null },
          periods: ['2026-02', '2026-03', '2026-04'].map((period) => ({ period, count: 80, amountMinor: null })),
        },
        {
          ...{ stage: 'opportunity', owedBy: 'sales', count: 48, amountMinor: 1_200_000_00 },
          periods: ['2026-04', '2026-05', '2026-06'].map((period) => ({ period, count: 16, amountMinor: 400_000_00 })),
        },
      ],
      deals: {
        ...{ count: 12, amountMinor: 300_000_00 },
        periods: ['2026-04', '2026-05', '2026-06'].map((period) => ({ period, count: 4, amountMinor: 100_000_00 })),
      },
      rules: [
        'deals: 300000.00 EUR / 25000.00 EUR = 12, rounded up to 12',
        'opportunity: 12 deals / 0.25 = 48, rounded up to 48',
        'mql: 48 opportunity / 0.2 = 240, rounded up to 240',
        'every period has the same part',
        'what is due by the end of a period is rounded up, so that the periods sum to the total and none is behind',
      ],
    })
  })

  test('rounds up once, and not at every stage', () => {
    // 10.5 deals are 42 opportunities, and not the 44 of 11 deals.
    expect(counts({ goalMinor: 262_500_00 }).map(([stage, count]) => [stage, count])).toEqual([
      ['mql', 210],
      ['opportunity', 42],
      ['deals', 11],
    ])
    expect(revenuePlan({ ...goal, goalMinor: 262_500_00 }).rules[0]).toBe(
      'deals: 262500.00 EUR / 25000.00 EUR = 10.5, rounded up to 11',
    )
  })

  test('divides decimals exactly', () => {
    // 21 / 0.07 is 300, and in floating point 299.99999999999994.
    const stages = [{ stage: 'lead', owedBy: 'marketing', rate: 0.07 }]
    expect(counts({ goalMinor: 21, dealMinor: 1, stages })[0]).toEqual(['lead', 300, 100, 100, 100])
  })

  test('gives each period its part by season and ramp, in whole numbers that sum to the total', () => {
    expect(counts({ seasonality: [1, 2, 1] })).toEqual([
      ['mql', 240, 60, 120, 60],
      ['opportunity', 48, 12, 24, 12],
      ['deals', 12, 3, 6, 3],
    ])
    expect(counts({ ramp: [0.5] })).toEqual([
      ['mql', 240, 48, 96, 96],
      ['opportunity', 48, 10, 19, 19],
      ['deals', 12, 3, 5, 4],
    ])
    expect(revenuePlan({ ...goal, seasonality: [1, 2, 1], ramp: [0.5] }).rules[3]).toBe(
      'periods by weight, season × ramp: 1 × 0.5, 2, 1',
    )
    expect(counts({ seasonality: [0, 0, 1] })[2]).toEqual(['deals', 12, 0, 0, 12])
  })

  test('may be for a share of the goal', () => {
    expect(counts({ share: 0.5 })[2]).toEqual(['deals', 6, 2, 2, 2])
    expect(revenuePlan({ ...goal, share: 0.5 }).rules[0]).toBe('deals: 300000.00 EUR × 0.5 / 25000.00 EUR = 6, rounded up to 6')
  })

  test('names the periods of any length, back into the year before', () => {
    const stages = [{ stage: 'lead', owedBy: 'marketing', rate: 0.5, periodsBefore: 1 }]
    const names = (from: string, to: string) =>
      revenuePlan({ ...goal, stages, periods: { from, to } }).stages[0]?.periods.map(({ period }) => period)
    expect(names('2026-01', '2026-02')).toEqual(['2025-12', '2026-01'])
    expect(names('2026-Q1', '2026-Q2')).toEqual(['2025-Q4', '2026-Q1'])
    expect(names('2026-W01', '2026-W02')).toEqual(['2025-W52', '2026-W01'])
    expect(names('2026', '2027')).toEqual(['2025', '2026'])
  })

  test('prints money as its currency has it', () => {
    expect(revenuePlan({ ...goal, currency: 'JPY' }).rules[0]).toBe('deals: 30000000 JPY / 2500000 JPY = 12, rounded up to 12')
    expect(revenuePlan({ ...goal, currency: 'KWD' }).rules[0]).toBe('deals: 30000.000 KWD / 2500.000 KWD = 12, rounded up to 12')
  })

  test('refuses what could not be counted exactly', () => {
    const stages = Array.from({ length: 3 }, (_, index) => ({ stage: String(index), owedBy: 'm', rate: 1e-9 }))
    expect(() => revenuePlan({ ...goal, stages })).toThrow(expect.objectContaining({ code: 'out-of-range' }))
  })
})

describe('what promised leads are worth', () => {
  test('is the goal read backwards', () => {
    const periods = [
      { period: '2026-03', count: 100 },
      { period: '2026-02', count: 101 },
    ]
    expect(revenueWorth(goal, { stage: 'mql', periods })).toEqual({
      ...{ stage: 'mql', currency: 'EUR', leadMinor: 1_250_00, revenueMinor: 251_250_00, shortMinor: 48_750_00 },
      periods: [
        { period: '2026-04', revenueMinor: 126_250_00 },
        { period: '2026-05', revenueMinor: 125_000_00 },
      ],
      rules: ['one lead: 25000.00 EUR × 0.2 × 0.25 = 125000 minor units', 'all promised leads: 251250.00 EUR, rounded down'],
    })
  })
  test('is rounded down, and its periods sum to the total', () => {
    const thirds = { ...goal, dealMinor: 100, stages: [{ stage: 'lead', owedBy: 'm', rate: 0.333 }] }
    const worth = revenueWorth(thirds, {
      stage: 'lead',
      periods: ['2026-04', '2026-05', '2026-06'].map((period) => ({ period, count: 1 })),
    })
    expect([worth.leadMinor, worth.revenueMinor, worth.periods.map(({ revenueMinor }) => revenueMinor)]).toEqual([
      33,
      99,
      [33, 33, 33],
    ])
    expect(worth.rules[0]).toBe('one lead: 1.00 EUR × 0.333 = 33.3 minor units')
  })
  test('refuses stages, counts and periods that are none', () => {
    const of = (stage: string, period: string, count: number) => () => revenueWorth(goal, { stage, periods: [{ period, count }] })
    expect(of('sql', '2026-04', 1)).toThrow(expect.objectContaining({ code: 'unknown-value' }))
    expect(of('mql', '2026-Q2', 1)).toThrow(expect.objectContaining({ code: 'out-of-range' }))
    expect(of('mql', '2026-04', 1.5)).toThrow(expect.objectContaining({ code: 'out-of-range' }))
  })
})

describe('a goal that is none', () => {
  const [first, second] = goal.stages
  test.each<[what: string, value: unknown, expected: [IssueCode, string][]]>([
    ['text', 'much', [['wrong-type', '(root)']]],
    ['a float of money', { ...goal, goalMinor: 0.5 }, [['wrong-type', 'goalMinor']]],
    ['no money', { ...goal, dealMinor: 0 }, [['out-of-range', 'dealMinor']]],
    ['not a number', { ...goal, goalMinor: Number.NaN }, [['wrong-type', 'goalMinor']]],
    ['no end', { ...goal, goalMinor: Number.POSITIVE_INFINITY }, [['wrong-type', 'goalMinor']]],
    ['no currency', { ...goal, currency: undefined }, [['missing-key', 'currency']]],
    ['words for a currency', { ...goal, currency: 'euro' }, [['unknown-value', 'currency']]],
    ['a rate of nothing', { ...goal, stages: [{ ...first, rate: 0 }] }, [['out-of-range', 'stages[0].rate']]],
    ['a rate of more than all', { ...goal, stages: [{ ...first, rate: 1.5 }] }, [['out-of-range', 'stages[0].rate']]],
    ['no rate', { ...goal, stages: [{ stage: 'mql', owedBy: 'marketing' }] }, [['missing-key', 'stages[0].rate']]],
    ['two stages of one name', { ...goal, stages: [first, { ...second, stage: 'mql' }] }, [['invalid-name', 'stages[1].stage']]],
    ['no stages', { ...goal, stages: [] }, [['out-of-range', 'stages']]],
    ['a stage that is text', { ...goal, stages: ['mql'] }, [['wrong-type', 'stages[0]']]],
    ['a misspelt key', { ...goal, ramps: [1] }, [['unknown-key', 'ramps']]],
    ['a misspelt key of a stage', { ...goal, stages: [{ ...first, rates: 1 }] }, [['unknown-key', 'stages[0].rates']]],
    ['a share of nothing', { ...goal, share: 0 }, [['out-of-range', 'share']]],
    ['periods of two lengths', { ...goal, periods: { from: '2026-04', to: '2026-Q3' } }, [['out-of-range', 'periods.to']]],
    ['periods that end first', { ...goal, periods: { from: '2026-04', to: '2026-03' } }, [['out-of-range', 'periods.to']]],
    ['a month that does not exist', { ...goal, periods: { from: '2026-13', to: '2027-01' } }, [['out-of-range', 'periods.from']]],
    [
      'a week that does not exist',
      { ...goal, periods: { from: '2025-W53', to: '2026-W03' } },
      [['out-of-range', 'periods.from']],
    ],
    ['ten thousand periods', { ...goal, periods: { from: '0001-01', to: '9999-01' } }, [['out-of-range', 'periods.to']]],
    ['too few weights', { ...goal, seasonality: [1] }, [['out-of-range', 'seasonality']]],
    ['a weight of less than nothing', { ...goal, seasonality: [1, -1, 1] }, [['out-of-range', 'seasonality[1]']]],
    ['no weight at all', { ...goal, seasonality: [0, 0, 0] }, [['out-of-range', 'seasonality']]],
    ['a ramp that is longer than the goal', { ...goal, ramp: [0.1, 0.2, 0.3, 0.4] }, [['out-of-range', 'ramp']]],
    [
      'two mistakes',
      { ...goal, goalMinor: '1', dealMinor: '2' },
      [
        ['wrong-type', 'goalMinor'],
        ['wrong-type', 'dealMinor'],
      ],
    ],
  ])('%s is told with code and path', (_what, value, expected) => {
    const parsed = parseRevenueGoal(value)
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, printPath(path)])).toEqual(expected)
  })

  test('does not throw when it is looked at', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no')
        },
      },
    )
    expect(parseRevenueGoal(trap).ok).toBe(false)
    const thrower = Object.defineProperty({ ...goal }, 'share', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(parseRevenueGoal(thrower).ok).toBe(false)
  })
})
