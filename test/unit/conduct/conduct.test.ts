import { describe, expect, test } from 'vitest'
import { findPeriod } from '../../../src/conduct/period-name.ts'
import {
  type AgreementDocument,
  type ClauseDocument,
  evaluate,
  judgements,
  type LeadEvent,
  leaderboard,
  scorecard,
  standings,
} from '../../../src/index.ts'
import { clock, documentOf, evaluated, worked } from './one-team.ts'

describe('a period', () => {
  test.each([
    ['2026-04', { per: 'month', number: 2026 * 12 + 3 }],
    ['2026-Q2', { per: 'quarter', number: 2026 * 4 + 1 }],
    ['2026', { per: 'year', number: 2026 }],
    ['FY2026-M04', { per: 'fiscalMonth', number: 2025 * 12 + 3 }],
    ['FY2026-Q2', { per: 'fiscalQuarter', number: 2025 * 4 + 1 }],
    ['FY2026', { per: 'fiscalYear', number: 2025 }],
    ['2026-W01', { per: 'week', number: 2922 }],
    ['2020-W53', { per: 'week', number: 2661 }],
  ])('is found by its name: %s', (name, place) => expect(findPeriod(name, 1)).toEqual(place))

  test.each([
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-Q0',
    '2025-W53',
    '2026-W00',
    '26-04',
    '2026-4',
    '2026-M04',
    'FY2026-04',
    'FY2026-W01',
    '0000',
    '',
    7,
    null,
  ])('is none: %j', (name) => expect(findPeriod(name)).toBe(undefined))
})

describe('a fiscal year', () => {
  const incentives = {
    levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.5, met: 10 } },
    boards: { it: { for: 'owner', per: 'fiscalQuarter', by: 'points' } },
  } as const
  const enforcement = {
    ladders: { it: { owedBy: 'sales', for: 'party', per: 'fiscalQuarter', steps: [{ name: 'talk', action: 'notice' }] } },
  } as const
  const document = documentOf({ fiscalYear: { startsOn: '04-01' }, incentives, enforcement })
  const evaluation = evaluated(
    document,
    [...worked('anna', '2026-05', { kept: 1 }), ...worked('anna', '2026-08', { late: 1 })],
    '2026-10-01',
  )

  test('has periods of its own', () => {
    expect(judgements(document, evaluation).map(({ period, verdict }) => [period, verdict])).toEqual([
      ['FY2026-Q4', 'idle'],
      ['FY2027-Q1', 'clean'],
      ['FY2027-Q2', 'strike'],
      ['FY2027-Q3', 'idle'],
    ])
    expect(
      leaderboard(document, evaluation, { board: 'it', period: 'FY2027-Q1' }).groups[0]?.ranked.map(({ name, value }) => [
        name,
        value,
      ]),
    ).toEqual([['anna', 10]])
    expect(scorecard(document, evaluation, { period: 'FY2027-Q2' }).from).toBe('2026-07-01T00:00:00.000Z')
  })
})

describe('a cadence', () => {
  const attempts: ClauseDocument = {
    kind: 'cadence',
    owedBy: 'sales',
    clock: 'always',
    start: { on: 'lead.assigned' },
    attempt: { on: 'mail.sent' },
    count: 2,
    within: 'P2D',
  }
  const steps = [{ name: 'talk', action: 'notice' }] as const

  test('is judged as any clause with clocks, with its lateness', () => {
    const document = documentOf({
      clauses: { attempts },
      enforcement: { ladders: { it: { owedBy: 'sales', for: 'owner', per: 'month', clauses: ['attempts'], steps } } },
    })
    const events = [clock('A', 'anna', '2026-01-05', 'kept'), clock('B', 'ben', '2026-01-05', 'kept')].flat()
    const sent = (lead: string, hour: number): LeadEvent => ({
      id: `${lead}${hour}`,
      lead,
      type: 'mail.sent',
      at: Date.UTC(2026, 0, 5, hour),
      actor: { id: 'x', kind: 'human' },
    })
    const found = judgements(
      document,
      evaluate(document, [...events, sent('A', 10), sent('A', 12), sent('B', 10)], { asOf: '2026-01-10T08:00:00Z' }),
    )
    expect(found.map(({ name, verdict, facts }) => [name, verdict, facts.worstLateMs / 86_400_000])).toEqual([
      ['anna', 'clean', 0],
      ['ben', 'strike', 3],
    ])
  })
})

describe('a duty that rests', () => {
  /** Marketing completes each lead within an hour, and sales answers in time, unless marketing did not. */
  const clauses: AgreementDocument['clauses'] = {
    complete: {
      kind: 'timed',
      owedBy: 'marketing',
      clock: 'always',
      start: { on: 'lead.assigned' },
      stop: { on: 'lead.completed' },
      within: 'PT1H',
    },
    inTime: { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9, suspendedWhile: 'complete' },
  }
  const levels = {
    inTime: { clause: 'inTime', for: 'owner', met: 10 },
    replies: { clause: 'reply', for: 'owner', atLeast: 0.9, met: 5 },
  } as const
  const document = documentOf({ clauses, incentives: { levels } })
  const completed = (lead: string, hours: number): LeadEvent => ({
    id: `${lead}-c`,
    lead,
    type: 'lead.completed',
    at: Date.UTC(2026, 0, 5, 8 + hours),
  })
  const events = [
    ...clock('A', 'anna', '2026-01-05', 'kept'),
    completed('A', 0.5),
    ...clock('B', 'anna', '2026-01-05', 'late'),
    completed('B', 3),
    ...clock('C', 'anna', '2026-01-05', 'late'),
    completed('C', 0.5),
  ]
  const seen = (list: readonly LeadEvent[]) => {
    const evaluation = evaluated(document, list, '2026-02-01')
    const own = standings(document, evaluation).outcomes.filter(({ period }) => period === '2026-01')
    return [evaluation.periods[0]?.actual, ...own.map(({ level, verdict, actual }) => [level, verdict, actual])]
  }

  test('is owed by no person either, for that lead', () => {
    expect(seen(events)).toEqual([0.5, ['inTime', 'missed', 0.5], ['replies', 'missed', 1 / 3]])
    // Without the late answer to a lead that was complete, all that was owed was kept.
    expect(seen(events.filter(({ lead }) => lead !== 'C'))).toEqual([1, ['inTime', 'met', 1], ['replies', 'missed', 0.5]])
  })

  test('is owed again, once the breach of the other party is over', () => {
    const again = clock('B', 'anna', '2026-01-12', 'late').map((one) => ({ ...one, id: `${one.id}-again` }))
    const done = { ...completed('B', 0.5), id: 'B-c-again', at: Date.UTC(2026, 0, 12, 8, 30) }
    expect(seen([...events.slice(3, 6), ...again, done])).toEqual([0, ['inTime', 'missed', 0], ['replies', 'missed', 0]])
    expect(seen(events.slice(3, 6))).toEqual([null, ['inTime', 'idle', null], ['replies', 'missed', 0]])
  })

  test('of a lead whose breach was waived is owed', () => {
    const exceptions = [{ from: '2026-01-01', to: '2026-02-01', reason: 'agreed', clauses: ['complete'] }]
    const waived = { ...document, exceptions }
    const found = standings(waived, evaluated(waived, events, '2026-02-01')).outcomes.find(({ level }) => level === 'inTime')
    expect(found?.actual).toBe(1 / 3)
  })
})
