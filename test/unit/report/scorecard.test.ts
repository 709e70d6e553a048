import { describe, expect, test } from 'vitest'
import { type AgreementDocument, evaluate, type LeadEvent, type ScorecardOptions, scorecard } from '../../../src/index.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'

const leads = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.assigned' }, per: 'month', target: 30 } as const
const year = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.assigned' }, per: 'year', target: 300 } as const
const document = documentOf({
  clauses: { leads, year },
  enforcement: {
    ladders: {
      replies: { owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', action: 'notice' }] },
      volume: {
        owedBy: 'marketing',
        for: 'party',
        per: 'month',
        steps: [{ name: 'budget', action: 'moveBudget', from: 'marketing', to: 'sales', amountMinor: 100, currency: 'EUR' }],
      },
    },
  },
  incentives: { levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10 } } },
})
const events = [
  ...worked('anna', '2026-01', { kept: 24, late: 1 }),
  ...worked('ben', '2026-01', { kept: 10, late: 12 }),
  ...worked('dora', '2026-01', { kept: 2, open: 1, snoozed: 1, dropped: 1 }),
  ...clock('N', null, '2026-01-10', 'open'),
]
const card = (
  asOf = '2026-02-01',
  options: Partial<ScorecardOptions> = {},
  list: readonly LeadEvent[] = events,
  agreement: AgreementDocument = document,
) => scorecard(agreement, evaluated(agreement, list, asOf), { period: '2026-01', ...options })
const sales = (...given: Parameters<typeof card>) => card(...given).parties[1]
const of = (name: string, ...given: Parameters<typeof card>) => sales(...given)?.people.find((line) => line.name === name)

describe('a scorecard', () => {
  test('sets both parties side by side, with the same members', () => {
    const { parties, ...rest } = card()
    expect(rest).toEqual({
      period: '2026-01',
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      asOf: '2026-02-01T00:00:00.000Z',
      isOver: true,
    })
    expect(parties.map(({ party, name }) => [party, name])).toEqual([
      ['marketing', 'Marketing'],
      ['sales', 'Sales'],
    ])
    expect(Object.keys(parties[0] ?? {})).toEqual(Object.keys(parties[1] ?? {}))
  })

  test('says what it means', () => {
    expect(card().parties.map(({ means }) => means)).toEqual([
      ['leads: 53 of 30, met', 'year: 53 of 300, on track'],
      [
        'reply: 36 of 51 kept, 70.6 % (95 % interval 57 % to 81.3 %); 15 breached, 2 of them still open; 1 pending; 1 count for nobody',
        'replies: talk for anna, at strike 1',
        'replies: talk for ben, at strike 1',
        'replies: talk for dora, at strike 1, if what is pending changes nothing',
      ],
    ])
  })

  test('counts what was owed, done, breached and left out', () => {
    expect(sales()?.clocks).toMatchObject([
      {
        clause: 'reply',
        owed: 53,
        done: 36,
        breaches: 15,
        openBreaches: 2,
        pending: 1,
        excluded: 1,
        decided: 51,
        share: 36 / 51,
        isSmall: false,
      },
    ])
  })

  test('shows clauses without a clock as well, and says nothing of them', () => {
    const empty = sales('2026-02-01', {}, [])
    expect(empty?.clocks).toMatchObject([{ clause: 'reply', owed: 0, share: null, interval: null, medianUsedMs: null }])
    expect(empty?.means).toEqual([])
  })

  test('shows the promises of periods that end in it, and of those that last longer', () => {
    expect(card().parties[0]?.promises.map(({ key }) => key)).toEqual(['leads/2026-01', 'year/2026'])
    expect(card('2026-03-01', { period: '2026-Q1' }).parties[0]?.promises.map(({ key }) => key)).toEqual([
      'leads/2026-01',
      'leads/2026-02',
      'leads/2026-03',
      'year/2026',
    ])
  })

  test('calls a clock at risk that has used most of its target', () => {
    const open = [clock('A', 'anna', '2026-01-10', 'open'), clock('B', 'anna', '2026-01-10', 'snoozed')].flat()
    const at = (time: string, options = {}) => card(`2026-01-10T${time}:00Z`, options, open).parties[1]?.clocks[0]?.atRisk
    expect([at('10:59'), at('11:00'), at('10:00', { riskShare: 0.5 })]).toEqual([[], ['reply/A/1'], ['reply/A/1']])
    expect(sales('2026-01-10T11:00:00Z', {}, open)?.means).toEqual([
      'reply: 0 of 0 kept; 2 pending, 1 of them at risk; too few to judge a share by',
    ])
    const days = documentOf({
      clauses: { reply: { ...documentOf().clauses.reply, within: { businessDays: 4 } } as AgreementDocument['clauses'][string] },
    })
    const late = (date: string) => card(date, {}, clock('A', 'anna', '2026-01-10', 'open'), days).parties[1]?.clocks[0]?.atRisk
    expect([late('2026-01-13T07:59:00Z'), late('2026-01-13T08:00:00Z')]).toEqual([[], ['reply/A/1']])
  })
})

describe('teams and people', () => {
  test('stand clause by clause, people beside those of the same role', () => {
    expect(sales()?.teams.map(({ name, clause, done, decided }) => [name, clause, done, decided])).toEqual([
      ['east', 'reply', 34, 47],
      ['west', 'reply', 2, 3],
    ])
    expect(of('anna')).toMatchObject({
      role: 'sdr',
      done: 24,
      decided: 25,
      others: { decided: 22, share: 10 / 22 },
      standsOut: 'above',
    })
    expect(of('ben')).toMatchObject({ standsOut: 'below', others: { decided: 25, share: 24 / 25 } })
    expect(of('dora')).toMatchObject({ role: 'ae', isSmall: true, others: { decided: 0, share: null }, standsOut: null })
  })

  test('stand out only where neither sample is small', () => {
    expect(of('anna', '2026-02-01', { minimumSample: 23 })?.standsOut).toBe(null)
    expect(of('ben', '2026-02-01', { minimumSample: 22 })?.standsOut).toBe('below')
  })

  test('are not named, nor shown what follows for them, if they do not want to be', () => {
    const hidden = sales('2026-02-01', { unnamed: ['ben'] })
    expect(hidden?.people.map(({ name }) => name)).toEqual(['anna', null, 'dora'])
    expect(JSON.stringify({ ...hidden, clocks: [] })).not.toContain('ben')
    const nobody: AgreementDocument = { ...document, incentives: { ...document.incentives, unnamed: 'everybody' } }
    expect(sales('2026-02-01', {}, events, nobody)?.people.map(({ name }) => name)).toEqual([null, null, null])
  })
})

describe('the delay', () => {
  const hour = 3_600_000
  const at = (time: string, type: string, data = {}): LeadEvent => ({
    id: `${type}${time}`,
    lead: 'L',
    type,
    at: `2026-01-10T${time}:00Z`,
    data,
  })
  const clauses = { reply: { ...documentOf().clauses.reply, start: { on: 'lead.created' } } } as AgreementDocument['clauses']
  const routed = documentOf({ clauses })

  test('of the system stands apart from that of people', () => {
    const list = [
      at('08:00', 'lead.created'),
      at('10:30', 'lead.assigned', { owner: 'anna', team: 'east' }),
      at('11:00', 'call.made'),
    ]
    expect(sales('2026-02-01', {}, list, routed)?.clocks[0]?.delay).toEqual({
      ...{ systemMs: 2.5 * hour, humanMs: 0.5 * hour, medianSystemMs: 2.5 * hour, medianHumanMs: 0.5 * hour },
      breachesWithoutOwner: 0,
    })
  })

  test('makes nobody answer for a breach while the lead had no owner', () => {
    const list = [
      at('08:00', 'lead.created'),
      at('12:30', 'lead.assigned', { owner: 'anna', team: 'east' }),
      at('13:00', 'call.made'),
    ]
    const found = sales('2026-02-01', {}, list, routed)
    expect(found?.clocks[0]).toMatchObject({ breaches: 1, delay: { systemMs: 4.5 * hour, breachesWithoutOwner: 1 } })
    expect([found?.people, found?.consequences]).toEqual([[], []])
  })
})

describe('a waived breach', () => {
  test("is nobody's, and no breach without an owner", () => {
    const waived = documentOf({ exceptions: [{ from: '2026-01-01', to: '2026-02-01', reason: 'agreed' }] })
    const found = sales('2026-02-01', {}, clock('N', null, '2026-01-10', 'open'), waived)
    expect(found?.clocks[0]).toMatchObject({ breaches: 0, excluded: 1, delay: { breachesWithoutOwner: 0 } })
  })
})

describe('what follows and what was earned', () => {
  test('stands on the card of the party that it is about', () => {
    const [marketing, other] = card('2026-02-01', {}, events.slice(0, 20)).parties
    expect(marketing?.consequences.map(({ key }) => key)).toEqual(['enforcement/volume/2026-01/budget/marketing'])
    expect(other?.consequences).toEqual([])
    expect([marketing?.earned, other?.earned.map(({ key }) => key)]).toEqual([[], ['level/replies/2026-01/anna']])
  })
  test('is of the period alone', () => {
    const february = [...events, ...worked('anna', '2026-02', { late: 1 })]
    expect(sales('2026-03-01', { period: '2026-02' }, february)?.consequences.map(({ key }) => key)).toEqual([
      'enforcement/replies/2026-02/talk/anna',
    ])
  })
})

describe('a scorecard that cannot be made', () => {
  test.each([
    [{ period: 'January' }, 'period'],
    [{ riskShare: 0 }, 'riskShare'],
    [{ riskShare: 1.01 }, 'riskShare'],
    [{ minimumSample: -1 }, 'minimumSample'],
    [{ minimumSample: 0.5 }, 'minimumSample'],
  ])('%j is refused', (options, path) => {
    expect(() => card('2026-02-01', options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: 'out-of-range', path: [path] })] }),
    )
  })
  test('an evaluation of another agreement is refused', () => {
    expect(() => scorecard(document, evaluate(documentOf(), [], { asOf: 0 }), { period: '2026-01' })).toThrow(
      expect.objectContaining({ code: 'mixed-agreements' }),
    )
  })
})
