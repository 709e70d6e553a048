import { describe, expect, test } from 'vitest'
import {
  type AgreementDocument,
  defineAgreement,
  type Evaluation,
  evaluate,
  type LeadEvent,
  LeadSlaError,
} from '../../../src/index.ts'
import { type Report, type ReportOptions, report } from '../../../src/report.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'

const leads = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.assigned' }, per: 'month', target: 30 } as const
const document = documentOf({
  title: 'Inbound',
  clauses: { leads },
  lifecycle: { initial: 'new', states: { new: { to: ['mql'] }, mql: { to: ['won'] }, won: { disposition: true } } },
  enforcement: {
    ladders: {
      replies: { owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', action: 'notice' }] },
      late: { owedBy: 'sales', for: 'team', per: 'month', steps: [{ name: 'pool', action: 'returnLeads' }] },
      volume: {
        owedBy: 'marketing',
        for: 'party',
        per: 'month',
        steps: [{ name: 'budget', action: 'moveBudget', from: 'marketing', to: 'sales', amountMinor: 100, currency: 'EUR' }],
      },
    },
  },
  incentives: {
    levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10 } },
    boards: {
      month: { for: 'owner', per: 'month', by: 'kept', minimumSample: 3 },
      quarter: { for: 'team', per: 'quarter', by: 'keptShare' },
    },
  },
})
const events = [
  ...worked('anna', '2026-01', { kept: 24, late: 1 }),
  ...worked('ben', '2026-01', { kept: 10, late: 12 }),
  ...worked('dora', '2026-01', { kept: 2, open: 1, snoozed: 1, dropped: 1 }),
  ...clock('N', null, '2026-01-10', 'open'),
]

function made(
  asOf = '2026-02-01',
  options: Partial<ReportOptions> = {},
  list: readonly LeadEvent[] = events,
  agreement: AgreementDocument = document,
): Report {
  return report(evaluated(agreement, list, asOf), { agreement, ...options })
}
const reply = (...given: Parameters<typeof made>) => made(...given).clauses.find(({ clause }) => clause === 'reply')

describe('the head of a report', () => {
  test('says what it is about', () => {
    const { versions, ...header } = made().header
    expect(header).toEqual({
      agreement: 'acme',
      version: '1',
      title: 'Inbound',
      asOf: '2026-02-01T00:00:00.000Z',
      knownAt: null,
      timeZone: 'UTC',
      period: '2026-01',
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      isOver: true,
      riskShare: 0.75,
      minimumSample: 20,
      clocks: { all: 53, inPeriod: 53, open: 3 },
    })
    expect(versions).toMatchObject([{ version: '1' }])
  })

  test('is of the month of a week before asOf', () => {
    const periodAt = (asOf: string) => made(asOf).header.period
    expect([periodAt('2026-02-07T23:59:59.999Z'), periodAt('2026-02-08T00:00:00.000Z')]).toEqual(['2026-01', '2026-02'])
  })

  test('takes any other period by its name', () => {
    expect(made('2026-02-01', { period: '2026-Q1' }).header).toMatchObject({ period: '2026-Q1', isOver: false })
    expect(made('2026-02-01', { period: '2027' }).header.clocks).toEqual({ all: 53, inPeriod: 0, open: 3 })
  })
})

describe('lines', () => {
  test('count each clock once', () => {
    expect(reply()?.line).toMatchObject({
      ...{ clocks: 53, kept: 36, late: 13, openBreached: 2, open: 0, paused: 1, cancelled: 1, superseded: 0, waived: 0 },
      ...{ decided: 51, share: 36 / 51, isSmall: false, medianUsedMs: 3_600_000 },
    })
    expect(reply()?.line.basis.how).toEqual({ code: 'kept-of-decided', decided: 51, kept: 36, pending: 1, excluded: 1 })
  })

  test('name the worst breach first, and then the youngest clock', () => {
    expect(reply()?.line.basis).toMatchObject({
      total: 53,
      keys: ['reply/dora-2026-01-open-0/1', 'reply/N/1', expect.stringContaining('late')],
    })
    const kept = worked('anna', '2026-01', { kept: 3 })
    expect(reply('2026-02-01', { keys: 2 }, kept)?.line.basis.keys).toEqual([
      'reply/anna-2026-01-kept-2/1',
      'reply/anna-2026-01-kept-1/1',
    ])
  })

  test('of people stand worst first, each beside those of the same role', () => {
    const told = reply()?.people.rows.map(({ person, decided, others, standsOut }) => [
      person.id,
      decided,
      others.decided,
      standsOut,
    ])
    expect(told).toEqual([
      ['ben', 22, 25, 'below'],
      ['anna', 25, 22, 'above'],
      ['dora', 3, 0, null],
    ])
  })

  test('that are cut are counted, and so is what is nobody’s', () => {
    const people = reply('2026-02-01', { rows: 1 })?.people
    expect(people).toMatchObject({
      total: 3,
      more: 2,
      rest: { clocks: 30, kept: 26, late: 1 },
      nobody: { clocks: 1, openBreached: 1 },
    })
  })

  test('of a clause without clocks have no share', () => {
    const empty = made('2026-02-01', {}, [])
    expect(empty.clauses[0]?.line).toMatchObject({ clocks: 0, share: null, interval: null, medianUsedMs: null, isSmall: true })
    expect(empty.clauses[0]?.distribution).toMatchObject({ bins: [], longestMs: null, targets: [] })
    expect(empty.queue.open).toBe(0)
    expect(empty.header.clocks).toEqual({ all: 0, inPeriod: 0, open: 0 })
    expect(empty.clocks).toEqual([])
  })

  test('of one lead are there as well', () => {
    const one = made('2026-01-10T09:00:00Z', {}, clock('A', 'anna', '2026-01-10', 'open'))
    expect(one.queue.due.rows).toMatchObject([
      { key: 'reply/A/1', usedShare: 0.25, owner: { id: 'anna', name: 'Anna' }, team: { id: 'east' } },
    ])
    expect(one.clauses[0]?.ageing.buckets.map(({ bucket, clocks }) => [bucket, clocks])).toEqual([
      ['under50', 1],
      ['from50', 0],
      ['from75', 0],
      ['over', 0],
      ['overTwice', 0],
      ['unknown', 0],
    ])
  })
})

describe('the trend', () => {
  const months = [
    ...worked('anna', '2026-01', { kept: 1 }),
    ...worked('anna', '2026-03', { late: 1 }),
    ...worked('anna', '2026-04', { kept: 2 }),
  ]

  test('has each period up to the report’s, empty ones too', () => {
    const trend = reply('2026-04-15', { period: '2026-03' }, months)?.trend
    expect(trend?.rows.map(({ period, share, isRunning }) => [period, share, isRunning])).toEqual([
      ['2026-01', 1, false],
      ['2026-02', null, false],
      ['2026-03', 0, false],
    ])
  })

  test('says how many periods there were before', () => {
    expect(reply('2026-04-15', { periods: 2 }, months)?.trend).toMatchObject({
      total: 4,
      more: 2,
      rows: [{ period: '2026-03' }, { period: '2026-04', isRunning: true }],
    })
  })
})

describe('time used', () => {
  test('is in bins that reach to the target, and what took longer in one without an end', () => {
    const used = reply('2026-03-01', {}, worked('anna', '2026-02', { kept: 20, late: 1 }))?.distribution
    expect(used?.bins.length).toBe(18)
    expect(used?.bins[4]).toMatchObject({ fromMs: 3_600_000, toMs: 4_500_000, stoppedInTime: 20, stoppedLate: 0 })
    expect(used?.bins.at(-1)).toMatchObject({ fromMs: 15_300_000, toMs: null, stoppedLate: 1 })
    expect(used?.targets).toEqual([{ goal: '1', targetMs: 14_400_000, clocks: 21 }])
  })

  test('asks the clocks that run still as well', () => {
    const half = reply('2026-02-01', {}, worked('anna', '2026-01', { kept: 2, open: 2 }))?.distribution
    expect(half).toMatchObject({ stopped: 2, running: 2, ended: 0 })
    expect(half?.quantiles).toEqual([
      { share: 0.5, usedMs: 3_600_000 },
      { share: 0.9, usedMs: null },
      { share: 0.95, usedMs: null },
    ])
  })

  test('that is years long still fits', () => {
    const old = reply('2036-01-01', { period: '2026-01' }, worked('anna', '2026-01', { open: 3 }))?.distribution
    expect(old?.bins.length).toBeLessThanOrEqual(26)
    expect(old?.bins.reduce((sum, { running }) => sum + running, 0)).toBe(3)
  })
})

describe('arrivals', () => {
  const berlin = defineAgreement({
    agreement: 'acme',
    version: '1',
    effective: { from: '2026-01-01' },
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales' } },
    calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: ['09:00-12:30'] }, holidays: ['2026-03-02'] } },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.created' },
        stop: { on: 'call.made' },
        within: 'PT1H',
      },
    },
  })
  const at = (time: string, lead = time): LeadEvent => ({ id: lead, lead, type: 'lead.created', at: time })
  const seen = (list: readonly LeadEvent[], period: string, asOf = '2026-04-01T00:00:00Z') =>
    report(evaluate(berlin, list, { asOf }), { agreement: berlin, period, events: list })

  test('are by the hour of the week in the zone of the agreement', () => {
    const map = seen([at('2026-03-02T08:30:00Z'), at('2026-03-30T07:30:00Z'), at('2026-03-29T22:30:00Z')], '2026-03').clauses[0]
      ?.arrivals
    expect(map?.cells.length).toBe(168)
    expect(map?.cells.filter(({ count }) => count > 0).map(({ weekday, hour, count }) => [weekday, hour, count])).toEqual([
      [1, 0, 1],
      [1, 9, 2],
    ])
    expect(map).toMatchObject({ of: 'clocks', hoursOf: 'reply', total: 3, outsideHours: 2 })
  })

  test('stand against opening hours: four of five Mondays were open, the last hour by half', () => {
    const cells = seen([], '2026-03').clauses[0]?.arrivals.cells ?? []
    expect(cells.slice(8, 14).map(({ openShare }) => openShare)).toEqual([0, 0.8, 0.8, 0.8, 0.4, 0])
  })

  test('in an hour that the zone skips are none, and its week has no such hour', () => {
    const cells = seen([], '2026-W13').clauses[0]?.arrivals.cells ?? []
    expect([cells[6 * 24 + 1]?.openShare, cells[6 * 24 + 2]?.openShare]).toEqual([0, null])
  })

  test('in a zone whose clocks go forward a minute past midnight are open for that minute', () => {
    const document: AgreementDocument = {
      agreement: 'acme',
      version: '1',
      timeZone: 'America/St_Johns',
      parties: { sales: { name: 'Sales' } },
      calendars: { early: { timeZone: 'America/St_Johns', week: { sun: ['00:00-01:00'] } } },
      clauses: {
        reply: { kind: 'timed', owedBy: 'sales', clock: 'early', start: { on: 'a' }, stop: { on: 'b' }, within: 'PT1H' },
      },
    }
    const evaluation = evaluate(document, [], { asOf: '2010-04-01T00:00:00Z' })
    const [clause] = report(evaluation, { agreement: document, period: '2010-W10' }).clauses
    expect(clause?.arrivals.cells.slice(143, 147).map(({ openShare }) => openShare)).toEqual([0, 1, 0, 0])
  })

  test('of leads are by their first event', () => {
    const list = [at('2026-03-03T08:30:00Z', 'A'), { ...at('2026-03-09T08:30:00Z', 'A'), id: 'again', type: 'lead.updated' }]
    expect(seen(list, '2026-03').arrivals).toMatchObject({ of: 'leads', hoursOf: 'reply', total: 1, outsideHours: 1 })
  })
})

describe('the funnel', () => {
  const move = (lead: string, to: string, at: string): LeadEvent => ({
    id: `${lead}-${to}-${at}`,
    lead,
    type: 'lead.moved',
    at,
    data: { to },
  })
  const moves = [
    move('A', 'mql', '2026-01-05T00:00:00Z'),
    move('A', 'won', '2026-02-05T00:00:00Z'),
    move('B', 'mql', '2026-01-06T00:00:00Z'),
    move('C', 'won', '2026-02-07T00:00:00Z'),
    { id: 'm', lead: 'B', type: 'lead.merged', at: '2026-02-08T00:00:00Z', data: { into: 'D' } },
    move('D', 'mql', '2026-01-04T00:00:00Z'),
  ]

  test('counts leads for the states that they were in, merged ones once', () => {
    const { funnel } = made('2026-03-15', { events: moves }, moves)
    expect(
      funnel?.cohorts.rows.map(({ period, leads: count, isMature, reached }) => [
        period,
        count,
        isMature,
        reached.map((one) => one.leads),
      ]),
    ).toEqual([
      ['2026-01', 2, true, [0, 2, 1]],
      ['2026-02', 1, false, [0, 0, 1]],
    ])
    expect(funnel?.all.reached.map(({ share }) => share)).toEqual([0, 2 / 3, 2 / 3])
    expect(funnel?.mature.reached[2]).toMatchObject({ leads: 1, share: 0.5, medianMs: 31 * 86_400_000 })
  })

  test('waits as long as the ratios of the agreement do', () => {
    const ratio = {
      kind: 'ratio',
      owedBy: 'sales',
      of: { enters: 'mql' },
      that: { enters: 'won' },
      maturity: 'P60D',
      per: 'month',
      atLeast: 0.2,
      minimumSample: 1,
    } as const
    const agreement = { ...document, clauses: { ...document.clauses, ratio } }
    expect(made('2026-03-15', { events: moves }, moves, agreement).funnel?.maturityMs).toBe(60 * 86_400_000)
    expect(made('2026-03-15', { events: moves, maturityMs: 5 }, moves, agreement).funnel?.maturityMs).toBe(5)
  })

  test('is missing without events, and without a lifecycle', () => {
    const { lifecycle: _, ...without } = document
    expect(made().funnel).toBe(null)
    expect(made().arrivals).toBe(null)
    expect(made('2026-03-15', { events: [] }, [], without).funnel).toBe(null)
    expect(made('2026-03-15', { events: [] }, []).funnel?.all).toMatchObject({
      leads: 0,
      reached: [{ share: null, medianMs: null }, {}, {}],
    })
  })
})

describe('what follows', () => {
  test('stands with the party it is for', () => {
    const [marketing, sales] = made('2026-02-20', { period: '2026-01' }).parties
    expect(marketing?.consequences.total).toBe(0)
    expect(
      sales?.consequences.rows.map(({ ladder, name, action, person, leads: back }) => [
        ladder,
        name,
        action,
        person?.number ?? null,
        back?.total ?? null,
      ]),
    ).toEqual([
      ['replies', 'anna', 'notice', 1, null],
      ['replies', 'ben', 'notice', 2, null],
      ['replies', 'dora', 'notice', 3, null],
      ['late', 'east', 'returnLeads', null, 0],
      ['late', 'west', 'returnLeads', null, 1],
    ])
    expect(sales?.earned.rows.map(({ name, points }) => [name, points])).toEqual([['anna', 10]])
  })

  test('of a budget that moves says how much', () => {
    const few = worked('anna', '2026-01', { kept: 2 })
    expect(made('2026-02-20', { period: '2026-01' }, few).parties[0]?.consequences.rows).toMatchObject([
      { action: 'moveBudget', budget: { amountMinor: 100, currency: 'EUR' }, sentTo: null, quota: null },
    ])
  })

  test('shows the promises of the period with how they went before', () => {
    const list = [...worked('anna', '2026-01', { kept: 2 }), ...worked('anna', '2026-02', { kept: 31 })]
    const row = made('2026-03-01', { periods: 1 }, list).parties[0]?.promises[0]
    expect(row).toMatchObject({ key: 'leads/2026-02', period: '2026-02', status: 'met', title: null })
    expect(row?.history).toMatchObject({ total: 2, more: 1, rows: [{ period: '2026-02', actual: 31 }] })
  })

  test('ranks people of one role, and teams, on each board of its own period', () => {
    const boards = made().boards
    expect(boards.map(({ board, period, for: kind }) => [board, period, kind])).toEqual([
      ['month', '2026-01', 'owner'],
      ['quarter', '2026-Q1', 'team'],
    ])
    expect(
      boards[0]?.groups.map(({ role, ranked }) => [role, ranked.rows.map(({ rank, person }) => [rank, person?.id])]),
    ).toEqual([
      ['ae', [[1, 'dora']]],
      [
        'sdr',
        [
          [1, 'anna'],
          [2, 'ben'],
        ],
      ],
    ])
    expect(boards[1]?.groups[0]?.ranked.rows.map(({ team }) => team?.id)).toEqual(['east', 'west'])
  })
})

describe('people who are not to be named', () => {
  const hidden = made('2026-02-20', { period: '2026-01', unnamed: ['anna', 'dora'] })

  test('have the same number everywhere', () => {
    expect(hidden.clauses[0]?.people.rows.map(({ person }) => person)).toEqual([
      { number: 2, id: 'ben', name: 'Ben', role: 'sdr' },
      { number: 1, id: null, name: null, role: 'sdr' },
      { number: 3, id: null, name: null, role: 'ae' },
    ])
    expect(hidden.queue.overdue.rows.map(({ owner }) => owner?.number ?? null)).toEqual([3, null])
    expect(
      hidden.boards[0]?.groups.flatMap(({ ranked }) => ranked.rows.map(({ person }) => [person?.number, person?.id])),
    ).toContainEqual([1, null])
  })

  test('have neither consequences nor earnings, and those are counted', () => {
    const sales = hidden.parties[1]
    expect([sales?.consequences.total, sales?.consequences.withheld]).toEqual([3, 2])
    expect([sales?.earned.total, sales?.earned.withheld]).toEqual([0, 1])
  })

  test('are everybody where the agreement says so, members or not', () => {
    const agreement = { ...document, incentives: { ...document.incentives, unnamed: 'everybody' as const } }
    const list = [...events, ...clock('S', 'stranger', '2026-01-10', 'kept')]
    expect(JSON.stringify(made('2026-02-01', {}, list, agreement))).not.toMatch(/"(anna|ben|dora|stranger|Anna|Ben|Dora)"/)
  })
})

describe('data quality', () => {
  const call = (index: number, at = '2026-01-10T09:00:00Z'): LeadEvent[] => [
    {
      id: `s${index}`,
      lead: `L${index}`,
      type: 'lead.assigned',
      at: '2026-01-10T08:00:00Z',
      data: { owner: 'anna', team: 'east' },
    },
    { id: `c${index}`, lead: `L${index}`, type: 'call.made', at, actor: { id: 'importer' } },
  ]
  const many = (count: number) => Array.from({ length: count }, (_, index) => call(index)).flat()

  test('says what was refused, most frequent first, each with an example', () => {
    const cyclic: Record<string, unknown> = { id: 'x', lead: 'L', type: 'y'.repeat(200), at: 'yesterday' }
    cyclic.self = cyclic
    const bad = [{ id: 'a', lead: 'L', type: 't' }, { id: 'b', lead: 'L', type: 't' }, cyclic, null]
    const evaluation = evaluate(document, bad as unknown as LeadEvent[], { asOf: '2026-02-01T00:00:00Z' })
    const { refused, events: count } = report(evaluation, { agreement: document, events: bad }).quality
    expect(count).toBe(4)
    expect(refused.total).toBe(evaluation.refused.length)
    expect(refused.byCode.map((one) => one.count)).toEqual([...refused.byCode.map((one) => one.count)].sort((a, b) => b - a))
    const example = refused.byCode.find(({ code }) => code === 'invalid-instant')?.example
    expect(example?.event).toEqual({ id: 'x', lead: 'L', type: `${'y'.repeat(79)}…` })
    expect(() => JSON.stringify(refused)).not.toThrow()
  })

  test('suspects ten clocks that one actor stopped at one instant, and not nine', () => {
    const suspicions = (count: number) => made('2026-02-01', {}, many(count)).quality.suspicions
    expect(suspicions(9)).toEqual([])
    expect(suspicions(10)).toMatchObject([{ code: 'stopped-together', clocks: 10, basis: { total: 10 } }])
  })

  test('does not suspect ten people who stopped one each', () => {
    const crowd = many(10).map((event, index) => (event.actor ? { ...event, actor: { id: `p${index}` } } : event))
    expect(made('2026-02-01', {}, crowd).quality.suspicions).toEqual([])
  })

  test('counts what nobody owns', () => {
    expect(made().quality.unassigned).toMatchObject({ clocks: 1, open: 1, basis: { keys: ['reply/N/1'] } })
  })
})

describe('a bad report is refused with all mistakes at once', () => {
  const codesOf = (evaluation: unknown, options: unknown): string[] => {
    try {
      report(evaluation as Evaluation, options as ReportOptions)
    } catch (error) {
      if (error instanceof LeadSlaError) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
      throw error
    }
    return []
  }
  const good = evaluated(document, events, '2026-02-01')

  test.each([
    [good, null, ['wrong-type ']],
    [good, {}, ['missing-key agreement']],
    [
      good,
      {
        agreement: document,
        riskShare: 0,
        minimumSample: -1,
        rows: 0,
        keys: 0.5,
        periods: Number.NaN,
        maturityMs: 'P1D',
        unnamed: 'anna',
        events: 7,
      },
      [
        'out-of-range riskShare',
        'out-of-range minimumSample',
        'out-of-range rows',
        'out-of-range keys',
        'out-of-range periods',
        'out-of-range maturityMs',
        'wrong-type unnamed',
        'wrong-type events',
      ],
    ],
    [good, { agreement: document, unnamed: ['anna', 3] }, ['wrong-type unnamed']],
    [good, { agreement: document, period: '2026-13' }, ['out-of-range period']],
    [good, { agreement: { ...document, agreement: 'other' } }, ['mixed-agreements evaluation.agreements']],
    [null, { agreement: document }, ['wrong-type evaluation']],
    [
      { asOf: 'now' },
      { agreement: document },
      ['agreements', 'obligations', 'periods', 'refused', 'findings']
        .map((name) => `wrong-type evaluation.${name}`)
        .concat('invalid-instant evaluation.asOf'),
    ],
  ])('case %#', (evaluation, options, codes) => {
    expect(codesOf(evaluation, options)).toEqual(codes)
  })

  test('an evaluation that went through a file is as good as new', () => {
    expect(report(JSON.parse(JSON.stringify(good)), { agreement: document })).toEqual(report(good, { agreement: document }))
  })
})

test('ten thousand people are cut, counted, and take no ten thousand times as long', () => {
  const list = Array.from({ length: 10_000 }, (_, index) =>
    clock(`L${index}`, `p${index}`, '2026-01-10', index % 3 === 0 ? 'late' : 'kept'),
  ).flat()
  const told = made('2026-02-01', {}, list)
  expect(told.clauses[0]?.people).toMatchObject({ total: 10_000, more: 9_950, rest: { clocks: 9_950 } })
  expect(JSON.stringify(told).length).toBeLessThan(1_000_000)
})

test('names stay as they are, whatever they hold', () => {
  const name = '<b>"\u05d0\u202e&'
  const told = made('2026-02-01', {}, clock('A', name, '2026-01-10', 'kept'))
  expect(told.clauses[0]?.people.rows[0]?.person).toMatchObject({ id: name, name: null })
})
