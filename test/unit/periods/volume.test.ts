import { describe, expect, it } from 'vitest'
import type { AgreementDocument, TriggerDocument, VolumeClauseDocument } from '../../../src/index.ts'
import { documentOf, evaluated, happened, moved, office, resultsOf, seen } from './one-period-clause.ts'

const volume = (clause: Partial<VolumeClauseDocument> = {}, more: Partial<AgreementDocument> = {}) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per: 'month', target: 22, ...clause }, more)
const calls = (leads: number, date = '2026-04-01') =>
  Array.from({ length: leads }, (_, n) => happened(`L${n} ${date} 08:00 call`))

describe('a volume', () => {
  it('counts a lead once a period, and again in the next [P2]', () => {
    const events = ['01', '02', '03'].map((day) => happened(`A 2026-04-${day} 10:00 call`))
    expect(
      seen(volume(), [...events, happened('A 2026-05-04 10:00 call'), happened('B 2026-05-04 10:00 call')], '2026-05-05', [
        'actual',
        'sample',
      ]),
    ).toEqual({
      '2026-04': [1, 1],
      '2026-05': [2, 2],
    })
  })

  it.each<[string, TriggerDocument, number]>([
    ['events', { on: ['call', 'email'] }, 3],
    [
      'events with a condition',
      { on: 'call', when: { fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 } },
      1,
    ],
    [
      'events by the facts of the lead',
      { on: 'call', when: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 50 } },
      1,
    ],
    ['entries', { enters: 'mql' }, 2],
    ['the entry into the initial state', { enters: 'new' }, 3],
    ['exits', { leaves: ['mql', 'new'] }, 2],
    ['dispositions', { disposed: true }, 1],
    ['conditions that become true', { becomes: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 50 } }, 1],
  ])('counts %s', (_, count, expected) => {
    const events = [
      happened('A 2026-04-01 08:00 lead.created', { score: 60 }),
      happened('A 2026-04-01 09:00 call', { seconds: 60 }),
      moved('A 2026-04-01 10:00', 'mql'),
      happened('B 2026-04-01 08:00 lead.created', { score: 10 }),
      happened('B 2026-04-01 09:00 call', { seconds: 10 }),
      moved('B 2026-04-02 10:00', 'mql'),
      moved('B 2026-04-03 10:00', 'lost'),
      happened('C 2026-04-03 10:00 email'),
    ]
    expect(resultsOf(volume({ count }), events, '2026-04-05')[0]?.actual).toBe(expected)
  })

  it('asks nothing of a move that is refused', () => {
    const { periods, refused } = evaluated(
      volume({ count: { on: 'lead.moved' } }),
      [moved('A 2026-04-01 10:00', 'nowhere')],
      '2026-04-05',
    )
    expect([periods[0]?.actual, refused.map(({ code }) => code)]).toEqual([0, ['unknown-state']])
  })

  it('makes a type of event known to the evaluation', () => {
    const codes = evaluated(volume(), [happened('A 2026-04-01 10:00 call')], '2026-04-05').findings.map(({ code }) => code)
    expect(codes).not.toContain('unused-event-type')
  })

  it('is there beside the clocks of the same events', () => {
    const reply = {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'office',
      start: { on: 'call' },
      stop: { on: 'email' },
      within: 'PT4H',
    } as const
    const { obligations, periods } = evaluated(volume({}, { clauses: { reply } }), calls(2), '2026-04-02')
    expect([obligations.length, periods.map(({ key, actual }) => [key, actual])]).toEqual([2, [['it/2026-04', 2]]])
  })
})

describe('the pace of a period [P3]', () => {
  it('is by business days: those that are over, of all that it has', () => {
    // April 2026 has 22 of them, of which two are over on Friday morning, and three on Saturday.
    expect(seen(volume(), calls(3), '2026-04-03T12:00:00Z', ['expectedToDate', 'status'])).toEqual({ '2026-04': [2, 'onTrack'] })
    expect(seen(volume(), calls(3), '2026-04-05T12:00:00Z', ['expectedToDate', 'status'])).toEqual({ '2026-04': [3, 'onTrack'] })
    expect(seen(volume(), calls(3), '2026-04-07', ['expectedToDate', 'status'])).toEqual({ '2026-04': [4, 'behind'] })
  })

  it('knows the holidays of the calendar', () => {
    const calendars = { office: { ...office, holidays: ['2026-04-03', '2026-04-06'] } }
    expect(seen(volume({ target: 20 }, { calendars }), calls(1), '2026-04-07', ['expectedToDate'])).toEqual({ '2026-04': [2] })
  })

  it('is by every day where the clause says always, and where no calendar or more than one is there', () => {
    const third = ([document, target]: [AgreementDocument, number]) => [
      seen(document, [], '2026-04-11', ['expectedToDate'])['2026-04'],
      target,
    ]
    expect(third([volume({ clock: 'always', target: 30 }), 10])).toEqual([[10], 10])
    expect(third([volume({ target: 30 }, { calendars: {} }), 10])).toEqual([[10], 10])
    expect(third([volume({ target: 30 }, { calendars: { office, other: office } }), 10])).toEqual([[10], 10])
    expect(third([volume({ clock: 'other' }, { calendars: { office, other: office } }), 8])).toEqual([[8], 8])
  })

  it('comes to the target at the end of the period', () => {
    const results = resultsOf(volume(), calls(21), '2026-05-01')
    expect(results[0]).toMatchObject({ expectedToDate: 22, status: 'missed', forecast: null })
  })

  it('hides nothing by rounding', () => {
    const third = volume({ target: 100 })
    const [result] = resultsOf(third, calls(4), '2026-04-02')
    expect(result?.expectedToDate).toBeCloseTo(100 / 22, 12)
    expect(result?.status).toBe('behind')
    expect(resultsOf(third, calls(5), '2026-04-02')[0]?.status).toBe('onTrack')
  })

  it('expects nothing before the end of a period without a business day', () => {
    const calendars = { office: { timeZone: 'UTC', week: { mon: ['09:00-17:00'] }, holidays: ['2026-04-06'] } }
    const week = volume({ per: 'week', target: 1 }, { calendars, effective: { from: '2026-04-06' } })
    expect(seen(week, [], '2026-04-12', ['expectedToDate', 'status'])).toEqual({ '2026-W15': [0, 'onTrack'] })
    expect(seen(week, [], '2026-04-13', ['expectedToDate', 'status'])['2026-W15']).toEqual([1, 'missed'])
  })

  it('is met as soon as the target is there, and missed only at the end', () => {
    expect(seen(volume(), calls(22), '2026-04-02')).toEqual({ '2026-04': [22, 'met'] })
    expect(seen(volume(), [], '2026-04-30T23:59:59Z')).toEqual({ '2026-04': [0, 'behind'] })
    expect(seen(volume(), [], '2026-05-01')).toEqual({ '2026-04': [0, 'missed'], '2026-05': [0, 'onTrack'] })
  })

  it('gives a forecast with its method, and none before a day is over', () => {
    expect(resultsOf(volume(), calls(3), '2026-04-03T12:00:00Z')[0]?.forecast).toEqual({ value: 33, method: 'businessDays' })
    expect(resultsOf(volume(), calls(3), '2026-04-01T12:00:00Z')[0]?.forecast).toBeNull()
  })

  it('of a period that the agreement covers in part owes its part of the target [P6]', () => {
    const part = volume({}, { effective: { from: '2026-04-16', to: '2026-04-30' } })
    expect(seen(part, [], '2026-04-17', ['target', 'expectedToDate', 'status'])).toEqual({ '2026-04': [10, 1, 'behind'] })
    expect(seen(part, [], '2026-04-30', ['target', 'expectedToDate', 'status'])).toEqual({ '2026-04': [10, 10, 'missed'] })
  })

  it('is unknown where the holidays of its days are not known yet', () => {
    const calendars = { office: { ...office, holidays: [{ years: [2026, 2026] as const, dates: [] }] } }
    const week = volume({ per: 'week', target: 5 }, { calendars, effective: { from: '2026-12-28' } })
    expect(seen(week, [], '2026-12-30', ['expectedToDate', 'status'])).toEqual({ '2026-W53': [null, 'onTrack'] })
  })

  it('refuses an instant at which the holidays are not known [beyond-horizon]', () => {
    const calendars = { office: { ...office, holidays: [{ years: [2026, 2026] as const, dates: [] }] } }
    expect(() => evaluated(volume({}, { calendars }), [], '2027-01-01')).toThrow(
      /until when the holidays of the calendar office are known/,
    )
  })
})
