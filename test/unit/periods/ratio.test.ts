import { describe, expect, it } from 'vitest'
import type { RatioClauseDocument } from '../../../src/index.ts'
import { documentOf, happened, moved, seen } from './one-period-clause.ts'

const ratio = (clause: Partial<RatioClauseDocument> = {}) =>
  documentOf({
    kind: 'ratio',
    owedBy: 'sales',
    of: { enters: 'mql' },
    that: { on: 'deal' },
    maturity: 'P10D',
    per: 'month',
    atLeast: 0.5,
    ...clause,
  })
const mql = (lead: string, day: string) => moved(`${lead} 2026-04-${day} 10:00`, 'mql')
const deal = (lead: string, day: string, time = '11:00') => happened(`${lead} 2026-04-${day} ${time} deal`)
const members = ['actual', 'sample', 'pending', 'status'] as const

describe('a ratio [P4]', () => {
  it('is of the leads of a period, and of those that convert afterwards', () => {
    const events = [mql('A', '01'), deal('A', '03'), mql('B', '02'), deal('C', '02'), mql('C', '03'), mql('D', '04')]
    expect(seen(ratio(), events, '2026-06-01', members)).toEqual({
      '2026-04': [0.25, 4, 0, 'missed'],
      '2026-05': [null, 0, 0, 'insufficientData'],
      '2026-06': [null, 0, 0, 'insufficientData'],
    })
  })

  it('counts a conversion until the very end of the maturity, and none of a later period', () => {
    expect(seen(ratio(), [mql('A', '01'), deal('A', '11', '10:00')], '2026-05-01', members)['2026-04']).toEqual([1, 1, 0, 'met'])
    expect(seen(ratio(), [mql('A', '01'), deal('A', '11', '10:01')], '2026-05-01', members)['2026-04']).toEqual([
      0,
      1,
      0,
      'missed',
    ])
  })

  it('counts a conversion in May of a lead of April for April', () => {
    const events = [mql('A', '29'), happened('A 2026-05-03 10:00 deal')]
    expect(seen(ratio(), events, '2026-06-01', members)).toMatchObject({
      '2026-04': [1, 1, 0, 'met'],
      '2026-05': [null, 0, 0, 'insufficientData'],
    })
  })

  it('takes a lead into the sample when it is mature and not before, converted or not', () => {
    const events = [mql('A', '01'), deal('A', '02'), mql('B', '01')]
    expect(seen(ratio(), events, '2026-04-11T10:00:00Z', members)).toEqual({ '2026-04': [null, 0, 2, 'insufficientData'] })
    expect(seen(ratio(), events, '2026-04-11T10:00:01Z', members)).toEqual({ '2026-04': [0.5, 2, 0, 'onTrack'] })
  })

  it('counts a lead once a period, from its first entry, and once more in the next [P2]', () => {
    const again = [mql('A', '01'), moved('A 2026-04-02 10:00', 'lost'), mql('A', '20'), deal('A', '25')]
    expect(seen(ratio(), again, '2026-05-31', members)['2026-04']).toEqual([0, 1, 0, 'missed'])
    const next = [
      mql('A', '28'),
      moved('A 2026-04-29 10:00', 'lost'),
      moved('A 2026-05-02 10:00', 'mql'),
      happened('A 2026-05-03 10:00 deal'),
    ]
    expect(seen(ratio(), next, '2026-06-30', members)).toMatchObject({ '2026-04': [1, 1, 0, 'met'], '2026-05': [1, 1, 0, 'met'] })
  })

  it('does not take the event that begins it for the one that follows', () => {
    const same = ratio({ of: { on: 'deal' }, that: { on: 'deal' } })
    expect(seen(same, [deal('A', '01')], '2026-05-01', members)['2026-04']).toEqual([0, 1, 0, 'missed'])
    expect(seen(same, [deal('A', '01'), deal('A', '02')], '2026-05-01', members)['2026-04']).toEqual([1, 1, 0, 'met'])
  })

  it('without a maturity has every lead in the sample at once, and counts what comes whenever it comes', () => {
    const { maturity: _, ...clause } = ratio().clauses.it as RatioClauseDocument
    const open = documentOf(clause)
    const events = [mql('A', '01'), mql('B', '01'), happened('B 2026-09-01 10:00 deal')]
    expect(seen(open, events, '2026-05-01', members)['2026-04']).toEqual([0, 2, 0, 'missed'])
    expect(seen(open, events, '2026-09-02', members)['2026-04']).toEqual([0.5, 2, 0, 'met'])
  })

  it('may be at most a share', () => {
    const { atLeast: _, ...clause } = ratio({ that: { enters: 'lost' }, atMost: 0.5 }).clauses.it as RatioClauseDocument
    const document = documentOf(clause)
    const lost = (lead: string) => moved(`${lead} 2026-04-05 10:00`, 'lost')
    const three = [mql('A', '01'), mql('B', '01'), mql('C', '01')]
    expect(seen(document, [...three, lost('A')], '2026-04-20', ['target', ...members])).toEqual({
      '2026-04': [0.5, 1 / 3, 3, 0, 'onTrack'],
    })
    expect(seen(document, [...three, lost('A'), lost('B')], '2026-04-20', members)).toEqual({
      '2026-04': [2 / 3, 3, 0, 'behind'],
    })
    expect(seen(document, [...three, lost('A'), lost('B')], '2026-05-01', members)['2026-04']).toEqual([2 / 3, 3, 0, 'missed'])
  })

  it('is not judged below the minimum sample', () => {
    expect(seen(ratio({ minimumSample: 2 }), [mql('A', '01'), deal('A', '02')], '2026-05-31', members)['2026-04']).toEqual([
      1,
      1,
      0,
      'insufficientData',
    ])
  })

  it('is decided after the period as soon as what is pending can change nothing any more', () => {
    const early = [mql('A', '01'), mql('B', '01'), mql('C', '01'), deal('A', '02'), deal('B', '02')]
    // One of four may still convert or not: two of four are enough.
    expect(seen(ratio(), [...early, mql('D', '29')], '2026-05-01', members)['2026-04']).toEqual([2 / 3, 3, 1, 'met'])
    // Two of five are not, three would be.
    expect(seen(ratio(), [...early, mql('D', '29'), mql('E', '29')], '2026-05-01', members)['2026-04']).toEqual([
      2 / 3,
      3,
      2,
      'onTrack',
    ])
    // Who has converted stays converted: two of three are sure, though both are not mature.
    const young = [mql('A', '01'), mql('B', '28'), mql('C', '28'), deal('B', '29'), deal('C', '29')]
    expect(seen(ratio(), young, '2026-05-01', members)['2026-04']).toEqual([0, 1, 2, 'met'])
    const none = [mql('A', '01'), mql('B', '01')]
    expect(seen(ratio(), [...none, mql('C', '29')], '2026-05-01', members)['2026-04']).toEqual([0, 2, 1, 'missed'])
    expect(seen(ratio(), [...none, mql('C', '29'), mql('D', '29')], '2026-05-01', members)['2026-04']).toEqual([
      0,
      2,
      2,
      'behind',
    ])
  })
})
