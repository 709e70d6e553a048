import { describe, expect, it } from 'vitest'
import type { AmountClauseDocument } from '../../../src/index.ts'
import { documentOf, evaluated, happened, resultsOf, seen } from './one-period-clause.ts'

const sum = { on: 'opportunity.created', path: '$.data.amountMinor' } as const
const amount = (clause: Partial<AmountClauseDocument> = {}) =>
  documentOf({ kind: 'amount', owedBy: 'marketing', sum, currency: 'EUR', per: 'month', target: 1_000, ...clause })
const created = (when: string, data: Record<string, unknown>) => happened(`${when} 10:00 opportunity.created`, data)
const updated = (when: string, data: Record<string, unknown>) => happened(`${when} 11:00 opportunity.updated`, data)

describe('an amount [P5]', () => {
  it('is the sum of what the path leads to, in minor units', () => {
    const events = [
      created('A 2026-04-01', { opportunity: 'O1', amountMinor: 400, currency: 'EUR' }),
      created('B 2026-04-02', { opportunity: 'O2', amountMinor: 650 }),
      created('B 2026-05-02', { opportunity: 'O3', amountMinor: 1 }),
    ]
    expect(seen(amount(), events, '2026-05-03', ['actual', 'sample', 'currency', 'status'])).toEqual({
      '2026-04': [1_050, 2, 'EUR', 'met'],
      '2026-05': [1, 1, 'EUR', 'behind'],
    })
  })

  it('takes only the events for which the condition holds', () => {
    const when = { fact: 'event', path: '$.data.sourcedBy', operator: 'equal', value: 'marketing' } as const
    const events = [
      created('A 2026-04-01', { amountMinor: 1, sourcedBy: 'sales' }),
      created('A 2026-04-01', { amountMinor: 2, sourcedBy: 'marketing' }),
    ]
    expect(resultsOf(amount({ sum: { ...sum, when } }), events, '2026-04-02')[0]).toMatchObject({ actual: 2, sample: 1 })
  })

  it('counts an opportunity once, with its latest amount, in the period of its creation', () => {
    const events = [
      created('A 2026-04-01', { opportunity: 'O1', amountMinor: 400 }),
      updated('A 2026-05-01', { opportunity: 'O1', amountMinor: 900 }),
      updated('A 2026-05-02', { opportunity: 'O1', stage: 'proposal' }),
      created('A 2026-05-03', { opportunity: 'O1', amountMinor: 950 }),
    ]
    expect(seen(amount(), events, '2026-05-04', ['actual', 'sample'])).toEqual({ '2026-04': [950, 1], '2026-05': [0, 0] })
    expect(seen(amount(), events, '2026-04-30', ['actual', 'sample'])).toEqual({ '2026-04': [400, 1] })
  })

  it('leaves alone an opportunity of another name, of another lead, or that never counted', () => {
    const events = [
      created('A 2026-04-01', { opportunity: 'O1', amountMinor: 400 }),
      updated('A 2026-04-02', { opportunity: 'O2', amountMinor: 1 }),
      updated('B 2026-04-02', { opportunity: 'O1', amountMinor: 1 }),
      updated('A 2026-04-02', { amountMinor: 1 }),
    ]
    expect(seen(amount(), events, '2026-04-03', ['actual', 'sample'])).toEqual({ '2026-04': [400, 1] })
  })

  it('knows its opportunities where a lead has very many', () => {
    const names = Array.from({ length: 40 }, (_, n) => `O${n}`)
    const events = [
      created('A 2026-04-01', { amountMinor: 1 }),
      ...names.map((opportunity) => created('A 2026-04-01', { opportunity, amountMinor: 10 })),
      ...names.map((opportunity) => updated('A 2026-04-02', { opportunity, amountMinor: 20 })),
      created('A 2026-04-03', { opportunity: 'O39', amountMinor: 30 }),
    ]
    expect(seen(amount(), events, '2026-04-04', ['actual', 'sample'])).toEqual({ '2026-04': [811, 41] })
  })

  it('counts events without a name of the opportunity one by one', () => {
    const events = [created('A 2026-04-01', { amountMinor: 400 }), created('A 2026-04-02', { amountMinor: 400 })]
    expect(seen(amount(), events, '2026-04-03', ['actual', 'sample'])).toEqual({ '2026-04': [800, 2] })
  })

  it('is of one event where the clause sums updates as well', () => {
    const both = amount({ sum: { ...sum, on: ['opportunity.created', 'opportunity.updated'] } })
    const events = [
      created('A 2026-04-01', { opportunity: 'O1', amountMinor: 1.5 }),
      updated('A 2026-04-02', { opportunity: 'O1', amountMinor: 2.5 }),
    ]
    expect(evaluated(both, events, '2026-04-03').refused.map(({ code }) => code)).toEqual(['wrong-type', 'wrong-type'])
  })

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a float', { amountMinor: 12.5 }, 'wrong-type', 'expected a whole number of minor units for it, got 12.5'],
    ['a text', { amountMinor: '12' }, 'wrong-type', 'expected a whole number of minor units for it, got "12"'],
    [
      'more than a number can hold',
      { amountMinor: 2 ** 53 },
      'wrong-type',
      'expected a whole number of minor units for it, got 9007199254740992',
    ],
    ['nothing', { other: 1 }, 'missing-key', 'expected an amount in minor units for it'],
    [
      'another currency',
      { amountMinor: 1, currency: 'USD' },
      'missing-rate',
      'expected a currency that has a rate into EUR in 2026-04, for it, got "USD"; known: EUR',
    ],
  ])('refuses %s, and shows that something is missing', (_, data, code, message) => {
    const { periods, refused } = evaluated(amount(), [created('A 2026-04-01', data)], '2026-04-02')
    const path = code === 'missing-rate' ? ['data', 'currency'] : ['data', 'amountMinor']
    expect(refused).toEqual([{ event: expect.objectContaining({ lead: 'A' }), code, path, message }])
    expect(periods[0]).toMatchObject({ actual: 0, sample: 0, pending: 1 })
  })

  it('is mended by a later amount that can be counted, and not spoilt by one that cannot', () => {
    const events = [
      created('A 2026-04-01', { opportunity: 'O1', amountMinor: '400' }),
      updated('A 2026-04-02', { opportunity: 'O1', amountMinor: 400 }),
      updated('A 2026-04-03', { opportunity: 'O1', amountMinor: 500.5 }),
    ]
    expect(seen(amount(), events, '2026-04-04', ['actual', 'sample', 'pending'])).toEqual({ '2026-04': [400, 1, 0] })
  })

  it('may be taken back by a negative amount', () => {
    const events = [created('A 2026-04-01', { amountMinor: 400 }), created('A 2026-04-02', { amountMinor: -150 })]
    expect(resultsOf(amount(), events, '2026-04-03')[0]?.actual).toBe(250)
  })
})
