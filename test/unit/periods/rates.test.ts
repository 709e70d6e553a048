import { describe, expect, it } from 'vitest'
import { convert, decimalsOf, isCurrency } from '../../../src/agreement/money.ts'
import type { AgreementDocument, AmountClauseDocument, RatesDocument } from '../../../src/index.ts'
import { documentOf, evaluated, happened, resultsOf, seen } from './one-period-clause.ts'

const rates: RatesDocument = {
  into: 'EUR',
  tables: [{ rates: { USD: '0.9', JPY: '0.0061' } }, { from: '2026-05-01', rates: { USD: '0.8', JPY: '0.006' } }],
}
const amount = (clause: Partial<AmountClauseDocument> = {}, more: Partial<AgreementDocument> = { rates }) =>
  documentOf(
    {
      kind: 'amount',
      owedBy: 'marketing',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      per: 'month',
      target: 100,
      ...clause,
    },
    more,
  )
const created = (when: string, amountMinor: number, currency: string, opportunity?: string) =>
  happened(`${when} 10:00 opportunity.created`, { amountMinor, currency, ...(opportunity ? { opportunity } : {}) })

describe('money of several currencies [P5]', () => {
  it('counts at the rates of the first day of its period, whole to the minor unit, and says how it was rounded', () => {
    const events = [
      created('A 2026-04-01', 101, 'USD'),
      created('B 2026-04-30', 1_000, 'JPY'),
      created('C 2026-05-01', 101, 'USD'),
    ]
    // 90.9 cents and 610 cents in April, 80.8 cents in May.
    expect(seen(amount(), events, '2026-05-02', ['actual', 'currency', 'rounding'])).toEqual({
      '2026-04': [91 + 610, 'EUR', 'halfEven'],
      '2026-05': [81, 'EUR', 'halfEven'],
    })
  })

  it('keeps the table with which its period began, whenever the amount is told', () => {
    const events = [
      created('A 2026-04-01', 100, 'USD', 'O1'),
      happened('A 2026-05-10 10:00 opportunity.updated', { opportunity: 'O1', amountMinor: 1_000, currency: 'USD' }),
    ]
    expect(resultsOf(amount(), events, '2026-05-11')[0]?.actual).toBe(900)
    const midway = { ...rates, tables: [...rates.tables.slice(0, 1), { from: '2026-04-15', rates: { USD: '0.5' } }] }
    const document = amount({}, { rates: midway })
    expect(resultsOf(document, [created('A 2026-04-20', 1_000, 'USD')], '2026-04-21')[0]?.actual).toBe(900)
  })

  it('is counted into any currency that has a rate, by way of the one in which the rates are told', () => {
    // 100.00 EUR are 100 / 0.9 USD; 1,000 JPY are 6.10 EUR, and those 6.7777… USD.
    const events = [created('A 2026-04-01', 100_00, 'EUR'), created('B 2026-04-01', 1_000, 'JPY')]
    expect(resultsOf(amount({ currency: 'USD' }), events, '2026-04-02')[0]?.actual).toBe(11_111 + 678)
    expect(resultsOf(amount({ currency: 'JPY' }), events, '2026-04-02')[0]?.actual).toBe(16_393 + 1_000)
  })

  it.each<[string, string, string, string, string]>([
    [
      'a currency without a rate',
      'GBP',
      'missing-rate',
      'data.currency',
      'expected a currency that has a rate into EUR in 2026-04, for it, got "GBP"; known: EUR, USD, JPY',
    ],
    [
      'a code that is no currency',
      'EURO',
      'unknown-value',
      'data.currency',
      'expected a currency of ISO 4217 for it, got "EURO"; known: EUR,',
    ],
  ])('refuses %s, and counts the opportunity as pending', (_, currency, code, path, message) => {
    const { periods, refused } = evaluated(amount(), [created('A 2026-04-01', 100, currency)], '2026-04-02')
    expect(refused).toEqual([expect.objectContaining({ code, path: path.split('.'), message: expect.stringContaining(message) })])
    expect(periods[0]).toMatchObject({ actual: 0, pending: 1 })
  })

  it('refuses an amount that is too large to count when it is converted', () => {
    const huge = { ...rates, tables: [{ rates: { USD: '2' } }] }
    const { refused } = evaluated(
      amount({}, { rates: huge }),
      [created('A 2026-04-01', Number.MAX_SAFE_INTEGER, 'USD')],
      '2026-04-02',
    )
    expect(refused.map(({ code }) => code)).toEqual(['out-of-range'])
  })
})

describe('the conversion of an amount', () => {
  const one = { units: 1n, scale: 0 }
  const eur = { currency: 'EUR', rate: one }
  const at = (units: bigint, scale: number) => ({ currency: 'USD', rate: { units, scale } })

  it('rounds once, at the end, a half to the even neighbour or away from zero', () => {
    const half = at(5n, 1)
    expect([1, 3, 5, -1, -3].map((amount) => convert(amount, half, eur, 'halfEven'))).toEqual([0, 2, 2, 0, -2])
    expect([1, 3, 5, -1, -3].map((amount) => convert(amount, half, eur, 'halfAwayFromZero'))).toEqual([1, 2, 3, -1, -2])
    expect(convert(1, at(500_001n, 6), eur, 'halfEven')).toBe(1)
    expect(convert(-1, at(499_999n, 6), eur, 'halfAwayFromZero')).toBe(0)
  })

  it('knows how many decimals the minor units of a currency have', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF', 'MGA'].map(decimalsOf)).toEqual([2, 0, 3, 4, 2])
    expect(convert(1_234, { currency: 'KWD', rate: one }, { currency: 'JPY', rate: one }, 'halfEven')).toBe(1)
    expect(convert(7, { currency: 'JPY', rate: one }, { currency: 'KWD', rate: one }, 'halfEven')).toBe(7_000)
    expect([isCurrency('EUR'), isCurrency('EUX'), isCurrency('__proto__'), isCurrency(null)]).toEqual([true, false, false, false])
  })
})
