import { describe, expect, it } from 'vitest'
import type { VolumeClauseDocument } from '../../../src/index.ts'
import { documentOf, happened, resultsOf, seen } from './one-period-clause.ts'

const isA = (kind: string) => ({ fact: 'lead', path: '$.kind', operator: 'equal', value: kind }) as const
const weights = [
  { name: 'enterprise', when: isA('enterprise'), worth: 12 },
  { when: isA('smb'), worth: 3 },
]
const volume = (clause: Partial<VolumeClauseDocument> = {}) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'mql' }, per: 'month', target: 20, weights, ...clause })
const mql = (lead: string, kind: string) => [
  happened(`${lead} 2026-04-01 08:00 lead.created`, { kind }),
  happened(`${lead} 2026-04-01 09:00 mql`),
]

describe('leads that count by what they are worth [P8]', () => {
  it('count the points of the first weight that holds, and none where none does', () => {
    const events = [...mql('A', 'enterprise'), ...mql('B', 'smb'), ...mql('C', 'other')]
    expect(seen(volume(), events, '2026-04-02', ['actual', 'sample', 'status'])).toEqual({ '2026-04': [15, 3, 'onTrack'] })
  })

  it('count the points of the weight without a condition where no other holds', () => {
    const events = [...mql('A', 'enterprise'), ...mql('C', 'other')]
    expect(resultsOf(volume({ weights: [...weights, { worth: 1 }] }), events, '2026-04-02')[0]?.actual).toBe(13)
  })

  it('count by the facts as they stand when the lead counts, and by no later ones', () => {
    const later = happened('A 2026-04-02 09:00 lead.updated', { kind: 'smb' })
    expect(resultsOf(volume(), [...mql('A', 'enterprise'), later], '2026-04-03')[0]?.actual).toBe(12)
  })

  it('may be worth money, in minor units of a currency', () => {
    const money = volume({
      currency: 'EUR',
      target: 100_000_00,
      weights: [{ when: isA('enterprise'), worth: 2_500_00 }, { worth: 80_00 }],
    })
    const events = [...mql('A', 'enterprise'), ...mql('B', 'smb')]
    expect(seen(money, events, '2026-04-02', ['actual', 'currency'])).toEqual({ '2026-04': [258_000, 'EUR'] })
  })
})
