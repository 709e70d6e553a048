import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  type ClauseDocument,
  evaluate,
  type LeadEvent,
  mergeTallies,
  settleTally,
  tally,
  type VolumeClauseDocument,
} from '../../../src/index.ts'
import { documentOf, happened } from './one-period-clause.ts'

const mqls: VolumeClauseDocument = {
  kind: 'volume',
  owedBy: 'marketing',
  count: { on: 'mql' },
  per: 'month',
  target: 10,
  clock: 'always',
}
const version = (name: string, from: string, clauses: AgreementDocument['clauses'], to?: string): AgreementDocument => {
  const { clauses: _, ...document } = documentOf(mqls, { effective: { from, ...(to ? { to } : {}) } })
  return { ...document, version: name, clauses }
}
const seen = (versions: readonly AgreementDocument[], events: readonly LeadEvent[], asOf: string) =>
  evaluate(versions, events, { asOf: `${asOf}T00:00:00Z` }).periods.map(({ key, target, actual }) => [key, target, actual])
const mql = (when: string) => happened(`${when} mql`)

describe('the periods of several versions [C11]', () => {
  const first = version('1', '2026-04-01', { mqls })
  const events = [mql('A 2026-04-20 09:00'), mql('B 2026-05-10 09:00'), mql('C 2026-05-20 09:00'), mql('D 2026-06-02 09:00')]

  it('are held to the version in force at their start, to their end', () => {
    const second = version('2', '2026-05-15', { mqls: { ...mqls, target: 20 } })
    expect(seen([first, second], events, '2026-06-10')).toEqual([
      ['mqls/2026-04', 10, 1],
      ['mqls/2026-05', 10, 2],
      ['mqls/2026-06', 20, 1],
    ])
  })

  it('change at once where the version begins with a period', () => {
    const second = version('2', '2026-05-01', { mqls: { ...mqls, target: 20 } })
    expect(seen([second, first], events, '2026-06-10').map(([key, target]) => [key, target])).toEqual([
      ['mqls/2026-04', 10],
      ['mqls/2026-05', 20],
      ['mqls/2026-06', 20],
    ])
  })

  it('of a clause that a version brings begin with it, and those of one that it drops end with it', () => {
    const calls: ClauseDocument = { ...mqls, count: { on: 'call' }, target: 30 }
    const second = version('2', '2026-05-17', { calls })
    expect(seen([first, second], events, '2026-06-10')).toEqual([
      ['mqls/2026-04', 10, 1],
      ['mqls/2026-05', (10 * 16) / 31, 1],
      ['calls/2026-05', (30 * 15) / 31, 0],
      ['calls/2026-06', 30, 0],
    ])
  })

  it('carry over from one version to the next', () => {
    const carrying = { ...mqls, carryOver: { shortfall: true } }
    const versions = [
      version('1', '2026-04-01', { mqls: carrying }),
      version('2', '2026-05-15', { mqls: { ...carrying, target: 20 } }),
    ]
    expect(seen(versions, events, '2026-06-10')).toEqual([
      ['mqls/2026-04', 10, 1],
      ['mqls/2026-05', 19, 2],
      ['mqls/2026-06', 37, 1],
    ])
  })

  it('take back what was delivered under another version, in the period that is open', () => {
    const deducting: VolumeClauseDocument = { ...mqls, deduct: { rejected: { on: 'rejected' }, lockAfter: 'P1D' } }
    const versions = [version('1', '2026-04-01', { mqls: deducting }), version('2', '2026-05-01', { mqls: deducting })]
    const rejected = [
      mql('A 2026-04-20 09:00'),
      mql('B 2026-05-05 09:00'),
      mql('C 2026-05-05 09:00'),
      happened('A 2026-05-10 09:00 rejected'),
    ]
    expect(seen(versions, rejected, '2026-05-20').map(([key, , actual]) => [key, actual])).toEqual([
      ['mqls/2026-04', 1],
      ['mqls/2026-05', 1],
    ])
  })

  it('are none between two versions, and belong to one of them where both bind a part', () => {
    const ended = version('1', '2026-04-01', { mqls }, '2026-04-11')
    const later = version('2', '2026-04-21', { mqls: { ...mqls, target: 20 } })
    expect(seen([ended, later], events, '2026-06-10').map(([key]) => key)).toEqual([
      'mqls/2026-04',
      'mqls/2026-05',
      'mqls/2026-06',
    ])
    const much = version('2', '2026-06-01', { mqls })
    expect(seen([ended, much], events, '2026-06-10').map(([key]) => key)).toEqual(['mqls/2026-04', 'mqls/2026-06'])
  })

  it('may have another length from a version on', () => {
    const weekly = version('2', '2026-05-15', { mqls: { ...mqls, per: 'week', target: 7 } })
    expect(seen([first, weekly], events, '2026-05-26')).toEqual([
      ['mqls/2026-04', 10, 1],
      ['mqls/2026-05', (10 * 14) / 31, 1],
      ['mqls/2026-W20', 3, 0],
      ['mqls/2026-W21', 7, 1],
      ['mqls/2026-W22', 7, 0],
    ])
  })

  it('have one result each, also where a length comes back', () => {
    const weekly = version('2', '2026-05-10', { mqls: { ...mqls, per: 'week', target: 7 } })
    const monthly = version('3', '2026-05-18', { mqls: { ...mqls, target: 31 } })
    const keys = seen([first, weekly, monthly], events, '2026-06-10').map(([key]) => key)
    expect(keys).toEqual(['mqls/2026-04', 'mqls/2026-05', 'mqls/2026-W19', 'mqls/2026-W20', 'mqls/2026-06'])
  })

  it('say to which version they are held', () => {
    const second = version('2', '2026-05-15', { mqls: { ...mqls, target: 20 } })
    const { periods } = evaluate([first, second], events, { asOf: '2026-06-10T00:00:00Z' })
    expect(periods.map(({ key, agreement, version: name }) => [key, agreement, name])).toEqual([
      ['mqls/2026-04', 'acme', '1'],
      ['mqls/2026-05', 'acme', '1'],
      ['mqls/2026-06', 'acme', '2'],
    ])
  })

  it('are the same through tallies', () => {
    const versions = [first, version('2', '2026-05-15', { mqls: { ...mqls, target: 20 } })]
    const options = { asOf: '2026-06-10T00:00:00Z' }
    const [a, b] = [events.slice(0, 2), events.slice(2)].map((part) => tally(versions, part, options))
    expect(a && b && settleTally(versions, mergeTallies(a, b))).toEqual(evaluate(versions, events, options).periods)
  })
})

describe('the cadences of several versions [C11]', () => {
  it('go on as they began, share their cycles, and begin under the version in force', () => {
    const tries: ClauseDocument = {
      kind: 'cadence',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'go' },
      attempt: { on: 'call' },
      count: 2,
      within: 'P60D',
    }
    const versions = [version('1', '2026-04-01', { tries }), version('2', '2026-05-01', { tries: { ...tries, count: 1 } })]
    const calls = ['2026-05-02', '2026-05-03', '2026-05-05'].map((day) => happened(`A ${day} 10:00 call`))
    const events = [happened('A 2026-04-20 10:00 go'), ...calls, happened('A 2026-05-04 10:00 go')]
    const { obligations } = evaluate(versions, events, { asOf: '2026-06-01T00:00:00Z' })
    expect(
      obligations.map(({ key, version: name, status, progress }) => [key, name, status, progress?.attempts, progress?.count]),
    ).toEqual([
      ['tries/A/1', '1', 'met', 2, 2],
      ['tries/A/2', '2', 'met', 1, 1],
    ])
  })
})
