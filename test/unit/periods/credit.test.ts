import { describe, expect, it } from 'vitest'
import type { AgreementDocument, AmountClauseDocument, CreditDocument } from '../../../src/index.ts'
import { documentOf, evaluated, happened, resultsOf } from './one-period-clause.ts'

const touches: AgreementDocument['touches'] = { marketing: { on: ['form', 'webinar'] }, sales: { on: ['call', 'webinar'] } }
const amount = (credit: CreditDocument, more: Partial<AmountClauseDocument> = {}) =>
  documentOf(
    {
      kind: 'amount',
      owedBy: 'marketing',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      per: 'month',
      target: 100,
      credit,
      ...more,
    },
    { touches },
  )
const created = (lead: string, amountMinor: number, data: Record<string, unknown> = {}) =>
  happened(`${lead} 2026-04-02 10:00 opportunity.created`, { amountMinor, ...data })
const touched = (lead: string, day: string, type: string) => happened(`${lead} 2026-04-${day} 10:00 ${type}`)
const figures = (document: AgreementDocument, events: Parameters<typeof evaluated>[1]) => {
  const [result] = resultsOf(document, events, '2026-04-10')
  return [result?.actual, result?.sample, result?.excluded]
}

describe('money that was declared [P5]', () => {
  const events = [
    created('A', 1, { sourcedBy: 'marketing' }),
    created('B', 10, { sourcedBy: 'sales', influencedBy: ['marketing'] }),
    created('C', 100, { sourcedBy: 'marketing', influencedBy: ['marketing', 'sales'] }),
    created('D', 1_000),
    created('E', 10_000, { sourcedBy: 'anna', influencedBy: 'marketing' }),
  ]

  it('is sourced by one party, by its name or that of its people and teams', () => {
    expect(figures(amount({ as: 'sourced', by: 'declared' }), events)).toEqual([101, 2, 3])
    expect(figures(amount({ as: 'sourced', by: 'declared', party: 'sales' }), events)).toEqual([10_010, 2, 3])
  })

  it('is influenced only by who has not sourced it, so that nothing counts twice', () => {
    expect(figures(amount({ as: 'influenced', by: 'declared' }), events)).toEqual([10_010, 2, 3])
    expect(figures(amount({ as: 'influenced', by: 'declared', party: 'sales' }), events)).toEqual([100, 1, 4])
  })

  it('is whose it was declared last; what a later event does not say stays', () => {
    const told = [
      created('A', 1, { opportunity: 'O1', sourcedBy: 'sales' }),
      happened('A 2026-04-03 10:00 opportunity.updated', { opportunity: 'O1', sourcedBy: 'marketing' }),
      happened('A 2026-04-04 10:00 opportunity.updated', { opportunity: 'O1', amountMinor: 5 }),
    ]
    expect(figures(amount({ as: 'sourced', by: 'declared' }), told)).toEqual([5, 1, 0])
  })

  it('is refused where nobody knows the party, and is to nobody’s credit', () => {
    const { periods, refused } = evaluated(
      amount({ as: 'sourced', by: 'declared' }),
      [created('A', 1, { sourcedBy: 'markting' }), created('B', 1, { influencedBy: ['sales', 'x'] })],
      '2026-04-10',
    )
    expect(refused.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-party', 'data.influencedBy.1'],
      ['unknown-party', 'data.sourcedBy'],
    ])
    expect(periods[0]).toMatchObject({ actual: 0, sample: 0, excluded: 2 })
  })
})

describe('money by the first touch [P5]', () => {
  const sourced = amount({ as: 'sourced', by: 'firstTouch' })
  const influenced = amount({ as: 'influenced', by: 'firstTouch' })

  it('is sourced by who touched the lead first, and influenced by the others who did', () => {
    const events = [
      ...[touched('A', '01', 'form'), touched('A', '02', 'call'), created('A', 1)],
      ...[touched('B', '01', 'call'), touched('B', '02', 'form'), created('B', 10)],
      ...[touched('C', '01', 'call'), created('C', 100)],
      created('D', 1_000),
    ]
    expect(figures(sourced, events)).toEqual([1, 1, 3])
    expect(figures(influenced, events)).toEqual([10, 1, 3])
  })

  it('knows only touches until the opportunity came', () => {
    const events = [created('A', 1), touched('A', '03', 'form')]
    expect([figures(sourced, events), figures(influenced, events)]).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ])
  })

  it('is the first party’s of the document where one event is a touch by both', () => {
    const events = [touched('A', '01', 'webinar'), created('A', 1)]
    expect(figures(sourced, events)).toEqual([1, 1, 0])
    expect(figures(amount({ as: 'influenced', by: 'firstTouch', party: 'sales' }), events)).toEqual([1, 1, 0])
  })
})
