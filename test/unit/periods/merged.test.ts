import { describe, expect, it } from 'vitest'
import {
  defineAgreement,
  type LeadEvent,
  mergeTallies,
  type RatioClauseDocument,
  settleTally,
  tally,
  type VolumeClauseDocument,
} from '../../../src/index.ts'
import { documentOf, happened, resultsOf, seen } from './one-period-clause.ts'

const volume = (clause: Partial<VolumeClauseDocument> = {}) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'mql' }, per: 'month', target: 2, ...clause })
const merged = (lead: string, into: string, when = '2026-05-20 09:00') => happened(`${lead} ${when} lead.merged`, { into })
const mql = (when: string) => happened(`${when} mql`)

describe('leads that were merged [P2]', () => {
  it('count once, at the earliest', () => {
    const events = [mql('A 2026-04-10 09:00'), mql('B 2026-04-05 09:00'), mql('C 2026-04-06 09:00'), merged('B', 'A')]
    expect(seen(volume(), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [2], '2026-05': [0] })
    expect(seen(volume(), events, '2026-05-20', ['actual'])).toEqual({ '2026-04': [3], '2026-05': [0] })
  })

  it('are one, however long the chain, and whoever comes first', () => {
    const events = [
      merged('C', 'B'),
      mql('C 2026-05-03 09:00'),
      mql('B 2026-05-02 09:00'),
      merged('B', 'A'),
      mql('A 2026-04-30 09:00'),
    ]
    expect(seen(volume(), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [1], '2026-05': [1] })
    expect(seen(volume({ cooldown: 'P30D' }), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [1], '2026-05': [0] })
  })

  it('are one even where they were merged into each other, or into themselves', () => {
    const events = [mql('A 2026-05-01 09:00'), mql('B 2026-05-02 09:00'), merged('A', 'B'), merged('B', 'A'), merged('A', 'A')]
    expect(seen(volume(), events, '2026-05-21', ['actual'])).toMatchObject({ '2026-05': [1] })
  })

  it('convert if one of their names does, and are in one cohort', () => {
    const ratio: RatioClauseDocument = {
      kind: 'ratio',
      owedBy: 'sales',
      of: { on: 'mql' },
      that: { on: 'deal' },
      per: 'month',
      atLeast: 0.5,
    }
    const events = [mql('A 2026-04-10 09:00'), mql('B 2026-04-11 09:00'), happened('B 2026-04-12 09:00 deal'), merged('A', 'B')]
    expect(seen(documentOf(ratio), events, '2026-05-21', ['actual', 'sample'])).toMatchObject({ '2026-04': [1, 1] })
  })

  it('have one opportunity of a name, in the period in which the first of them got it, with the latest amount', () => {
    const amount = documentOf({
      kind: 'amount',
      owedBy: 'marketing',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      per: 'month',
      target: 1,
    })
    const created = (when: string, amountMinor: number) =>
      happened(`${when} opportunity.created`, { opportunity: 'O1', amountMinor })
    const events = [created('A 2026-05-02 09:00', 700), created('B 2026-04-02 09:00', 500), merged('B', 'A')]
    expect(seen(amount, events, '2026-05-21', ['actual', 'sample'])).toEqual({ '2026-04': [700, 1], '2026-05': [0, 0] })
  })

  it('keep their own clocks, for each was owed', () => {
    const reply = {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'mql' },
      stop: { on: 'call' },
      within: 'P1D',
    } as const
    const kept = documentOf(
      { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.5 },
      { clauses: { reply } },
    )
    const events = [mql('A 2026-04-10 09:00'), mql('B 2026-04-11 09:00'), happened('B 2026-04-11 10:00 call'), merged('A', 'B')]
    expect(resultsOf(kept, events, '2026-05-21')[0]).toMatchObject({ actual: 0.5, sample: 2 })
  })

  it('are taken for merged by an event in an envelope as well, and by none that is refused', () => {
    const envelope = {
      specversion: '1.0',
      id: 'm',
      source: 's',
      subject: 'B',
      type: 'lead.merged',
      time: '2026-05-20T09:00:00Z',
      data: { into: 'A' },
    }
    const leads = [mql('A 2026-04-10 09:00'), mql('B 2026-04-11 09:00')]
    const count = (event: unknown) => resultsOf(volume(), [...leads, event as LeadEvent], '2026-05-21')[0]?.actual
    expect([count(envelope), count({ ...envelope, time: 'soon' })]).toEqual([1, 2])
  })

  it('belong into one tally; one that misses some of them says so', () => {
    const agreement = defineAgreement(volume())
    const asOf = '2026-05-21T00:00:00Z'
    const [a, b] = [[mql('A 2026-04-10 09:00')], [mql('B 2026-04-11 09:00'), merged('B', 'A')]]
    const [one, other] = [tally(agreement, a, { asOf }), tally(agreement, b, { asOf })]
    expect([one.apart, other.apart]).toEqual([[], ['A']])
    const apart = mergeTallies(one, other)
    expect([apart.apart, settleTally(agreement, apart)[0]?.actual]).toEqual([['A'], 2])
    const together = tally(agreement, [...a, ...b], { asOf })
    expect([together.apart, settleTally(agreement, together)[0]?.actual]).toEqual([[], 1])
  })
})
