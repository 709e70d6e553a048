import { describe, expect, it } from 'vitest'
import { evaluate, type PeriodResult } from '../../../src/index.ts'
import { periodRows } from '../../../src/report/period-rows.ts'
import { documentOf, happened } from '../periods/one-period-clause.ts'

const plain: PeriodResult = {
  ...{ key: 'it/2026-04', clause: 'it', kind: 'volume', party: 'marketing', from: '', to: '', target: 500, actual: 1_234 },
  ...{ expectedToDate: 500, sample: 1_234, pending: 0, excluded: 0, deducted: 0, interval: null, forecast: null, currency: null },
  ...{ parts: null, carried: null, rounding: null, recordedFrom: null, suspendedBy: null, status: 'met' },
  ...{ agreement: 'acme', version: '1' },
}
const row = (more: Partial<PeriodResult>) => periodRows([{ ...plain, ...more }])[0]

describe('the rows of periods', () => {
  it('hold the figures as people read them', () => {
    expect(row({})).toEqual({
      ...{ clause: 'it', period: '2026-04', party: 'marketing', actual: '1,234', target: '500', expected: '', forecast: '' },
      ...{ sample: '1,234', status: 'met', verdict: 'met', note: '' },
    })
    expect(row({ status: 'behind', expectedToDate: 227.27, forecast: { value: 33.99, method: 'businessDays' } })).toMatchObject({
      ...{ expected: '227.3', forecast: '33.9', verdict: 'behind' },
    })
  })

  it('never make a figure look better than it is', () => {
    expect(row({ kind: 'ratio', actual: 0.9999, target: 0.95012 })).toMatchObject({ actual: '99.9%', target: '95.1%' })
    expect(row({ kind: 'ratio', actual: 1, target: 0.29 })).toMatchObject({ actual: '100%', target: '29.0%' })
    expect(row({ actual: -0.25, target: 100.01 })).toMatchObject({ actual: '-0.3', target: '100.1' })
  })

  it('hold money in the units of its currency', () => {
    const money = (currency: string, actual: number, target: number) => row({ kind: 'amount', currency, actual, target })
    expect(money('EUR', 123_456, 1_000_000_00)).toMatchObject({ actual: '1,234.56 EUR', target: '1,000,000.00 EUR' })
    expect(money('JPY', -1_234, 0.5)).toMatchObject({ actual: '-1,234 JPY', target: '1 JPY' })
    expect(money('KWD', 1, 0)).toMatchObject({ actual: '0.001 KWD', target: '0.000 KWD' })
  })

  it('say in a note what one must know', () => {
    expect(row({ status: 'suspended', suspendedBy: 'mqls/2026-04' })).toMatchObject({
      verdict: 'suspended',
      note: 'rests: mqls/2026-04 is missed',
    })
    expect(row({ status: 'insufficientData', recordedFrom: '2017-12-05T02:00:00.000Z', actual: null })).toMatchObject({
      ...{ actual: '–', verdict: 'too little data', note: 'data only since 2017-12-05' },
    })
    const parts = [
      { from: '2026-04-01', target: 44, businessDays: 10, of: 22 },
      { from: '2026-04-15', target: 66, businessDays: 12, of: 22 },
    ]
    expect(row({ pending: 2, excluded: 1, carried: 4, deducted: 3, parts, rounding: 'halfEven' })?.note).toBe(
      '2 pending; 1 excluded; 4 owed from before; 3 taken back of earlier periods; target 44 for 10, 66 for 12 of 22 business days; rounded half to even',
    )
    expect(row({ carried: -4, rounding: 'halfAwayFromZero' })?.note).toBe('4 done before; rounded half away from zero')
    expect(row({ carried: 0 })?.note).toBe('')
  })

  it('are all periods, or the latest of each clause, in their order', () => {
    const document = documentOf(
      { kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per: 'month', target: 1 },
      { clauses: { other: { kind: 'volume', owedBy: 'sales', count: { on: 'mail' }, per: 'quarter', target: 1 } } },
    )
    const { periods } = evaluate(document, [happened('A 2026-05-02 10:00 call')], { asOf: '2026-06-10T00:00:00Z' })
    const keys = (latest?: number) =>
      periodRows(periods, latest === undefined ? {} : { latest }).map(({ clause, period }) => `${clause} ${period}`)
    expect(keys()).toEqual(['it 2026-04', 'it 2026-05', 'it 2026-06', 'other 2026-Q2'])
    expect(keys(2)).toEqual(['it 2026-05', 'it 2026-06', 'other 2026-Q2'])
  })
})
