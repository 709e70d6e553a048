import { describe, expect, it } from 'vitest'
import { type AgreementDocument, attainment, type ComplianceClauseDocument } from '../../../src/index.ts'
import { wilsonInterval } from '../../../src/periods/interval.ts'
import { documentOf, evaluated, happened, resultsOf, seen } from './one-period-clause.ts'

const reply = {
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'start' },
  stop: { on: 'stop' },
  pause: { on: 'pause' },
  resume: { on: 'resume' },
  cancel: { on: 'cancel' },
  within: 'P2D',
} as const
const compliance = (clause: Partial<ComplianceClauseDocument> = {}, more: Partial<AgreementDocument> = {}) =>
  documentOf(
    { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.75, ...clause },
    { ...more, clauses: { reply } },
  )
const on = (lead: string, day: string, type: string) => happened(`${lead} 2026-04-${day} 10:00 ${type}`)
const clock = (lead: string, from: string, to: string) => [on(lead, from, 'start'), on(lead, to, 'stop')]
const members = ['actual', 'sample', 'pending', 'excluded', 'status'] as const

describe('a compliance [P4]', () => {
  it('is the share of clocks kept, of those that are decided', () => {
    const events = [...clock('A', '01', '03'), ...clock('B', '01', '04'), on('C', '01', 'start'), ...clock('D', '05', '06')]
    expect(seen(compliance(), events, '2026-04-07', members)).toEqual({ '2026-04': [0.5, 4, 0, 0, 'behind'] })
  })

  it('shows open, paused, cancelled and superseded clocks apart, unless they were breached', () => {
    const events = [
      ...clock('A', '01', '02'),
      on('B', '06', 'start'),
      ...[on('C', '01', 'start'), on('C', '02', 'pause')],
      ...[on('D', '01', 'start'), on('D', '02', 'cancel')],
      ...[on('E', '01', 'start'), on('E', '05', 'cancel')],
    ]
    expect(seen(compliance(), events, '2026-04-07', members)).toEqual({ '2026-04': [0.5, 2, 2, 1, 'behind'] })
  })

  it('counts a waived breach for nobody [C16]', () => {
    const exceptions = [{ from: '2026-04-03', to: '2026-04-04', reason: 'agreed' }]
    const events = [...clock('A', '01', '02'), ...clock('B', '01', '04')]
    expect(seen(compliance({}, { exceptions }), events, '2026-04-07', members)).toEqual({ '2026-04': [1, 1, 0, 1, 'onTrack'] })
  })

  it('counts each clock in the period in which it started', () => {
    const events = [on('A', '30', 'start'), happened('A 2026-05-01 10:00 stop'), happened('B 2026-05-01 10:00 start')]
    expect(seen(compliance(), events, '2026-05-10', members)).toEqual({
      '2026-04': [1, 1, 0, 0, 'met'],
      '2026-05': [0, 1, 0, 0, 'behind'],
    })
  })

  it('is decided only when no clock can come and none can change it', () => {
    const three = [...clock('A', '01', '02'), ...clock('B', '01', '02'), ...clock('C', '01', '02')]
    expect(seen(compliance(), three, '2026-04-10', members)).toEqual({ '2026-04': [1, 3, 0, 0, 'onTrack'] })
    expect(seen(compliance(), three, '2026-05-01', members)['2026-04']).toEqual([1, 3, 0, 0, 'met'])
    // Three of four are enough, whatever becomes of the fourth; three of five are not.
    expect(seen(compliance(), [...three, on('D', '30', 'start')], '2026-05-01', members)['2026-04']).toEqual([1, 3, 1, 0, 'met'])
    expect(
      seen(compliance(), [...three, on('D', '30', 'start'), on('E', '30', 'start')], '2026-05-01', members)['2026-04'],
    ).toEqual([1, 3, 2, 0, 'onTrack'])
    // Even if the open one is kept, two of four are not enough.
    const late = [...clock('A', '01', '05'), ...clock('B', '01', '05'), ...clock('C', '01', '02'), on('D', '30', 'start')]
    expect(seen(compliance(), late, '2026-05-01', members)['2026-04']).toEqual([1 / 3, 3, 1, 0, 'missed'])
    expect(seen(compliance(), late, '2026-04-30T12:00:00Z', members)['2026-04']).toEqual([1 / 3, 3, 1, 0, 'behind'])
  })

  it('of no clocks is null and no verdict, and below the minimum sample neither', () => {
    expect(seen(compliance(), [], '2026-05-01', ['actual', 'interval', 'status'])['2026-04']).toEqual([
      null,
      null,
      'insufficientData',
    ])
    expect(seen(compliance({ minimumSample: 2 }), clock('A', '01', '02'), '2026-05-01', members)['2026-04']).toEqual([
      1,
      1,
      0,
      0,
      'insufficientData',
    ])
  })

  it('agrees with the attainment of the same clocks', () => {
    const events = [...clock('A', '01', '03'), ...clock('B', '01', '04'), on('C', '01', 'start'), on('D', '06', 'start')]
    const evaluation = evaluated(compliance(), events, '2026-04-07')
    const [figures] = attainment(evaluation.obligations, 'clause')
    expect(evaluation.periods[0]).toMatchObject({ actual: figures?.share, sample: figures?.decided, pending: figures?.open })
  })

  it('owes the share itself at any time', () => {
    expect(resultsOf(compliance(), [], '2026-04-02')[0]).toMatchObject({ target: 0.75, expectedToDate: 0.75, forecast: null })
  })
})

describe('the interval of a share', () => {
  it('is that of Wilson', () => {
    // The worked example of Newcombe (1998): 81 of 263, 0.2553 to 0.3662.
    const [low, high] = wilsonInterval(81, 263) ?? []
    expect([low?.toFixed(4), high?.toFixed(4)]).toEqual(['0.2553', '0.3662'])
    expect(wilsonInterval(0, 20)?.map((end) => end.toFixed(4))).toEqual(['0.0000', '0.1611'])
    expect(wilsonInterval(20, 20)?.[1]).toBe(1)
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  it('comes with the result', () => {
    const events = [...clock('A', '01', '02'), ...clock('B', '01', '04')]
    expect(resultsOf(compliance(), events, '2026-04-10')[0]?.interval).toEqual(wilsonInterval(1, 2))
  })
})
