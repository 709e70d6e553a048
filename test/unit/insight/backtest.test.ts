import { describe, expect, test } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate, LeadSlaError } from '../../../src/index.ts'
import { type BacktestOptions, backtest, beginBacktest } from '../../../src/insight.ts'
import { callsOf, replyAgreement } from './calls.ts'

const asOf = '2026-04-08T00:00:00Z'
const within = (target: string, more: Partial<AgreementDocument> = {}): AgreementDocument => ({
  ...replyAgreement,
  ...more,
  clauses: { reply: { ...replyAgreement.clauses.reply, within: target } },
})
const events = callsOf([
  { minutes: 10, owner: 'anna', team: 'north' },
  { minutes: 50, owner: 'anna', team: 'north' },
  { minutes: 90, owner: 'ben', team: 'south' },
  { minutes: null, owner: 'ben', team: 'south' },
])

describe('a tighter target', () => {
  const found = backtest(within('PT1H'), within('PT30M', { version: '2' }), events, { asOf })

  test('breaks what was kept by a hair, and says whose', () => {
    expect(found.flips).toEqual([
      {
        ...{ key: 'reply/L1/1', clause: 'reply', lead: 'L1', cycle: 1, effect: 'worse' },
        from: {
          ...{ status: 'met', party: 'sales', owner: 'anna', team: 'north' },
          ...{ dueAt: '2026-04-06T09:00:00.000Z', breachedAt: null },
        },
        to: {
          ...{ status: 'metLate', party: 'sales', owner: 'anna', team: 'north' },
          ...{ dueAt: '2026-04-06T08:30:00.000Z', breachedAt: '2026-04-06T08:30:00.000Z' },
        },
      },
    ])
    const figures = { clocks: 4, decided: 4 }
    expect(found.clauses).toEqual([
      { name: 'reply', flips: 1, before: { ...figures, kept: 2, share: 0.5 }, after: { ...figures, kept: 1, share: 0.25 } },
    ])
    expect(found.owners.map(({ name, before, after }) => [name, before.kept, after.kept])).toEqual([['anna', 2, 1]])
    expect(found.teams.map(({ name }) => name)).toEqual(['north'])
    expect(found.leads.map(({ name, after }) => [name, after.share])).toEqual([['L1', 0]])
    expect([found.isEmpty, found.clocks, found.refused]).toEqual([
      false,
      { before: 4, after: 4, same: 3 },
      { before: 0, after: 0 },
    ])
    expect([found.before, found.after].map((versions) => versions.map(({ version }) => version))).toEqual([['1'], ['2']])
  })

  test('comes out the same from a stream', () => {
    const running = beginBacktest(within('PT1H'), within('PT30M', { version: '2' }), { asOf })
    for (const event of events) running.add(event)
    expect(running.finish()).toEqual(found)
    running.add({ id: 'late', lead: 'L9', type: 'lead.created', at: asOf })
    expect(running.finish()).toBe(running.finish())
  })

  test('that is written for the future binds the past as the old one did', () => {
    const before = within('PT1H', { effective: { from: '2026-04-01' } })
    const future = within('PT30M', { version: '2', effective: { from: '2027-01-01' } })
    expect(backtest(before, future, events, { asOf }).flips).toEqual(found.flips)
    expect(backtest(before, defineAgreement(future), events, { asOf }).flips).toEqual(found.flips)
    const written = backtest(before, future, events, { asOf, effective: 'asWritten' })
    expect(written.flips.map(({ effect, to }) => [effect, to])).toEqual([
      ['worse', null],
      ['worse', null],
      ['better', null],
      ['better', null],
    ])
    expect(written.after).toEqual(evaluate(future, [], { asOf }).agreements)
  })

  test('in a later version binds from its own date', () => {
    const versions = [
      within('PT1H', { effective: { from: '2026-01-01' } }),
      within('PT30M', { version: '2', effective: { from: '2026-04-06' } }),
    ]
    expect(backtest(within('PT1H'), versions, events, { asOf }).flips).toEqual(found.flips)
    expect(backtest(versions, within('PT30M', { version: '3' }), events, { asOf }).isEmpty).toBe(true)
  })
})

test('clauses that come and go, owners who answer otherwise and periods are told', () => {
  const { reply } = replyAgreement.clauses
  const clauses = { reply, inTime: { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.5 } } as const
  const before: AgreementDocument = { ...replyAgreement, clauses }
  const after: AgreementDocument = {
    ...before,
    clauses: { answer: { ...reply, within: 'PT1H' }, inTime: { ...clauses.inTime, clause: 'answer' } },
  }
  const found = backtest(before, after, events, { asOf })
  expect(found.clauses.map(({ name, before: was, after: now }) => [name, was.clocks, now.clocks])).toEqual([
    ['answer', 0, 4],
    ['reply', 4, 0],
  ])
  expect(found.periods.map(({ key, from, to }) => [key, from?.actual, to?.actual])).toEqual([['inTime/2026-04', 0.75, 0.5]])
  const more = backtest(replyAgreement, before, events, { asOf })
  expect(more.periods.map(({ key, from, to }) => [key, from, to?.actual])).toEqual([['inTime/2026-04', null, 0.75]])
  expect(more.flips).toEqual([])
})

test('mistakes of both agreements are told at once, with the side in front', () => {
  const codesOf = (before: unknown, after: unknown, options: object = {}) => {
    try {
      backtest(before as AgreementDocument, after as AgreementDocument, [], { asOf, ...options } as BacktestOptions)
    } catch (error) {
      if (error instanceof LeadSlaError) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
      throw error
    }
    return []
  }
  expect(codesOf(within('PT0H'), within('soon'))).toEqual([
    'target-not-positive before.clauses.reply.within',
    'invalid-duration after.clauses.reply.within',
  ])
  expect(codesOf(null, replyAgreement)).toEqual(['wrong-type before'])
  expect(codesOf(replyAgreement, replyAgreement, { effective: 'now' })).toEqual(['unknown-value effective'])
  expect(codesOf(replyAgreement, replyAgreement, { asOf: 'soon' })).toEqual(['invalid-instant '])
})
