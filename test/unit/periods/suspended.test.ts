import { describe, expect, it } from 'vitest'
import { type AgreementDocument, type ClauseDocument, evaluate, type PeriodResult } from '../../../src/index.ts'
import { documentOf, evaluated, happened, moved, seen } from './one-period-clause.ts'

const mqls: ClauseDocument = { kind: 'volume', owedBy: 'marketing', count: { enters: 'mql' }, per: 'month', target: 2 }
const calls: ClauseDocument = { kind: 'volume', owedBy: 'sales', count: { on: 'call' }, per: 'month', target: 1 }
const mql = (lead: string, month = '04') => moved(`${lead} 2026-${month}-01 10:00`, 'mql')
const call = (lead: string, month = '04') => happened(`${lead} 2026-${month}-02 10:00 call`)
const statuses = (clauses: AgreementDocument['clauses'], events: Parameters<typeof evaluate>[1], asOf: string) => {
  const { periods } = evaluate(documentOf(calls, { clauses }), events, { asOf: `${asOf}T00:00:00Z` })
  return Object.fromEntries(
    periods.map(({ key, status, suspendedBy }: PeriodResult) => [key, suspendedBy ? [status, suspendedBy] : status]),
  )
}

describe('a clause that rests while another party is in breach [P7]', () => {
  const it1 = { ...calls, suspendedWhile: 'mqls' } as ClauseDocument

  it('is suspended for the periods in which that one is missed, and never met in them', () => {
    const events = [mql('A'), call('A'), mql('B', '05'), mql('C', '05'), call('B', '05')]
    expect(statuses({ it: it1, mqls }, events, '2026-06-01')).toEqual({
      'it/2026-04': ['suspended', 'mqls/2026-04'],
      'it/2026-05': 'met',
      'it/2026-06': 'onTrack',
      'mqls/2026-04': 'missed',
      'mqls/2026-05': 'met',
      'mqls/2026-06': 'onTrack',
    })
  })

  it('is owed as long as that one is only behind', () => {
    expect(statuses({ it: it1, mqls }, [], '2026-04-30')).toEqual({ 'it/2026-04': 'behind', 'mqls/2026-04': 'behind' })
  })

  it('is owed where that one is itself suspended, in whatever order they stand', () => {
    const leads: ClauseDocument = { kind: 'volume', owedBy: 'sales', count: { on: 'lead.created' }, per: 'month', target: 1 }
    const resting = { ...mqls, suspendedWhile: 'leads' } as ClauseDocument
    const expected = { 'it/2026-04': 'missed', 'mqls/2026-04': ['suspended', 'leads/2026-04'], 'leads/2026-04': 'missed' }
    expect(statuses({ it: it1, mqls: resting, leads }, [], '2026-05-01')).toMatchObject(expected)
    expect(statuses({ it: calls, leads, mqls: resting, calls: it1 }, [], '2026-05-01')).toMatchObject({
      'calls/2026-04': 'missed',
    })
  })

  it('rests on the first of several that is missed', () => {
    const more: ClauseDocument = { ...(mqls as typeof mqls & object), target: 9 } as ClauseDocument
    const listed = { ...calls, suspendedWhile: ['mqls', 'more'] } as ClauseDocument
    expect(statuses({ it: listed, mqls, more }, [mql('A'), mql('B')], '2026-05-01')['it/2026-04']).toEqual([
      'suspended',
      'more/2026-04',
    ])
    expect(statuses({ it: listed, mqls, more }, [mql('A')], '2026-05-01')['it/2026-04']).toEqual(['suspended', 'mqls/2026-04'])
  })

  it('hands on what it was handed, for it owed nothing', () => {
    const carrying = { ...it1, target: 5, carryOver: { shortfall: true } } as ClauseDocument
    const events = [mql('A'), mql('B'), call('A'), mql('C', '06'), mql('D', '06')]
    const document = documentOf(carrying, { clauses: { mqls } })
    expect(seen(document, events, '2026-07-01', ['target', 'carried', 'status'])).toMatchObject({
      '2026-04': [5, 0, 'missed'],
      '2026-05': [9, 4, 'suspended'],
      '2026-06': [9, 4, 'missed'],
    })
  })
})

describe('a share of leads on which another party is in breach [P7]', () => {
  const complete: ClauseDocument = {
    kind: 'timed',
    owedBy: 'marketing',
    clock: 'always',
    start: { enters: 'mql' },
    stop: { on: 'completed' },
    within: 'P1D',
  }
  const conversion: ClauseDocument = {
    kind: 'ratio',
    owedBy: 'sales',
    of: { enters: 'mql' },
    that: { on: 'deal' },
    maturity: 'P10D',
    per: 'month',
    atLeast: 0.5,
    suspendedWhile: 'complete',
  }
  const members = ['actual', 'sample', 'pending', 'excluded', 'status'] as const
  const document = (more: Partial<AgreementDocument> = {}) => documentOf(conversion, { ...more, clauses: { complete } })
  const at = (lead: string, day: string, type: string) => happened(`${lead} 2026-04-${day} 10:00 ${type}`)

  it('is of the others only, whether those converted or not', () => {
    const events = [
      ...[mql('A'), at('A', '02', 'completed')],
      ...[mql('B'), at('B', '02', 'completed'), at('B', '05', 'deal')],
      ...[mql('C'), at('C', '03', 'completed')],
      ...[mql('D'), at('D', '05', 'deal')],
    ]
    expect(seen(document(), events, '2026-05-20', members)['2026-04']).toEqual([0.5, 2, 0, 2, 'met'])
  })

  it('takes them out from the breach on, and not before', () => {
    expect(seen(document(), [mql('A')], '2026-04-02T10:00:00Z', members)['2026-04']).toEqual([null, 0, 1, 0, 'insufficientData'])
    expect(seen(document(), [mql('A')], '2026-04-02T10:00:01Z', members)['2026-04']).toEqual([null, 0, 0, 1, 'insufficientData'])
  })

  it('counts a breach that was waived for none [C16]', () => {
    const exceptions = [{ from: '2026-04-02', to: '2026-04-03', reason: 'agreed' }]
    expect(seen(document({ exceptions }), [mql('A')], '2026-05-20', members)['2026-04']).toEqual([0, 1, 0, 0, 'missed'])
  })

  it('asks for breaches while the lead was waited for, and for no others', () => {
    const events = [
      ...[mql('A'), at('A', '03', 'completed'), moved('A 2026-04-04 10:00', 'lost')],
      ...[moved('A 2026-05-05 10:00', 'mql'), happened('A 2026-05-05 11:00 completed')],
    ]
    expect(seen(document(), events, '2026-06-01', ['sample', 'excluded'])).toMatchObject({ '2026-04': [0, 1], '2026-05': [1, 0] })
  })

  it('is of the other clocks only, where it is a compliance', () => {
    const reply: ClauseDocument = {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { enters: 'mql' },
      stop: { on: 'call' },
      within: 'P3D',
    }
    const kept: ClauseDocument = {
      kind: 'compliance',
      owedBy: 'sales',
      clause: 'reply',
      per: 'month',
      atLeast: 0.9,
      suspendedWhile: 'complete',
    }
    const events = [mql('A'), at('A', '02', 'completed'), call('A'), mql('B')]
    const { periods } = evaluated(documentOf(kept, { clauses: { complete, reply } }), events, '2026-05-01')
    expect(periods[0]).toMatchObject({ actual: 1, sample: 1, excluded: 1, status: 'met' })
  })
})

describe('a cohort that began before its events were recorded', () => {
  it('lacks data, whatever was found of it, and is not missed [P4]', () => {
    const ratio: ClauseDocument = {
      kind: 'ratio',
      owedBy: 'sales',
      of: { enters: 'mql' },
      that: { on: 'deal' },
      per: 'month',
      atLeast: 0.5,
      recordedFrom: '2026-05-01',
    }
    const events = [mql('A'), mql('B'), happened('A 2026-05-03 10:00 deal'), mql('C', '05')]
    expect(seen(documentOf(ratio), events, '2026-06-01', ['actual', 'sample', 'recordedFrom', 'status'])).toMatchObject({
      '2026-04': [0.5, 2, '2026-05-01T00:00:00.000Z', 'insufficientData'],
      '2026-05': [0, 1, null, 'missed'],
    })
  })
})
