import { describe, expect, test } from 'vitest'
import {
  type AgreementDocument,
  type ConsequenceLadderDocument,
  consequences,
  type EvaluateOptions,
  judgements,
  type LeadEvent,
} from '../../../src/index.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'

const notice = { name: 'talk', action: 'notice' } as const

function withLadder(ladder: Partial<ConsequenceLadderDocument>, more: Partial<AgreementDocument> = {}): AgreementDocument {
  return documentOf({
    ...more,
    enforcement: { ladders: { it: { owedBy: 'sales', for: 'owner', per: 'month', steps: [notice], ...ladder } } },
  })
}

/** What each period was, as `period name: verdict standing step`. */
function seen(
  ladder: Partial<ConsequenceLadderDocument>,
  events: readonly LeadEvent[],
  asOf: string,
  more: Partial<AgreementDocument> = {},
): string[] {
  const document = withLadder(ladder, more)
  return judgements(document, evaluated(document, events, asOf)).map(
    ({ period, name, verdict, standing, step }) => `${period} ${name}: ${verdict} ${standing}${step === null ? '' : ` ${step}`}`,
  )
}

const all = (...lists: LeadEvent[][]) => lists.flat()

describe('a period', () => {
  test('is a strike with a breach, clean with none, and idle with nothing', () => {
    const events = all(worked('anna', '2026-01', { kept: 2, late: 1 }), worked('anna', '2026-02', { kept: 2 }))
    expect(seen({}, events, '2026-04-01')).toEqual([
      '2026-01 anna: strike final talk',
      '2026-02 anna: clean final',
      '2026-03 anna: idle final',
      '2026-04 anna: idle running',
    ])
  })

  test('is what the ladder calls a strike', () => {
    const strike = { fact: 'keptShare', operator: 'lessThan', value: 0.8 }
    const events = all(worked('anna', '2026-01', { kept: 4, late: 1 }), worked('anna', '2026-02', { kept: 3, late: 1 }))
    expect(seen({ strike }, events, '2026-03-01').slice(0, 2)).toEqual([
      '2026-01 anna: clean final',
      '2026-02 anna: strike final talk',
    ])
  })

  test('belongs to a clock that started in it, whenever it was breached', () => {
    const events = [...clock('L1', 'anna', '2026-01-31', 'kept'), ...clock('L2', 'anna', '2026-02-01', 'late')]
    const late = { ...(events[1] as LeadEvent), at: Date.parse('2026-02-01T08:00:00Z') }
    expect(seen({}, [events[0] as LeadEvent, late, ...events.slice(2)], '2026-02-02').slice(0, 2)).toEqual([
      '2026-01 anna: strike final talk',
      '2026-02 anna: strike running talk',
    ])
  })

  test('with fewer decided clocks than the minimum sample is not judged', () => {
    const events = all(worked('anna', '2026-01', { late: 2 }), worked('anna', '2026-02', { late: 3 }))
    expect(seen({ minimumSample: 3 }, events, '2026-03-01').slice(0, 2)).toEqual([
      '2026-01 anna: idle final',
      '2026-02 anna: strike final talk',
    ])
  })

  test('counts a breach, though the clock was dropped afterwards', () => {
    const [started, dropped] = clock('L', 'anna', '2026-01-05', 'dropped') as [LeadEvent, LeadEvent]
    const at = (hours: number) => [started, { ...dropped, at: Date.parse('2026-01-05T08:00:00Z') + hours * 3_600_000 }]
    expect(seen({}, at(4), '2026-02-01')[0]).toBe('2026-01 anna: idle final')
    expect(seen({}, at(5), '2026-02-01')[0]).toBe('2026-01 anna: strike final talk')
  })

  test('counts neither what was waived nor what was dropped in time', () => {
    const exceptions = [{ from: '2026-01-01', to: '2026-02-01', reason: 'the telephones were out' }]
    expect(seen({}, worked('anna', '2026-01', { late: 2, dropped: 2 }), '2026-02-01', { exceptions })[0]).toBe(
      '2026-01 anna: idle final',
    )
  })
})

describe('the standing', () => {
  const events = worked('anna', '2026-01', { kept: 1, late: 1, snoozed: 1 })

  test('is running until the period is over', () => {
    expect(seen({}, events, '2026-01-31')).toEqual(['2026-01 anna: strike running talk'])
  })
  test('is pending while a clock is, and final at the latest when the wait is over', () => {
    expect(seen({}, events, '2026-02-01')[0]).toBe('2026-01 anna: strike pending talk')
    expect(seen({}, events, '2026-02-14')[0]).toBe('2026-01 anna: strike pending talk')
    expect(seen({}, events, '2026-02-15')[0]).toBe('2026-01 anna: strike final talk')
    expect(seen({ judgeAfter: 'P2D' }, events, '2026-02-03')[0]).toBe('2026-01 anna: strike final talk')
    expect(seen({ judgeAfter: 'PT0S' }, events, '2026-02-01')[0]).toBe('2026-01 anna: strike final talk')
  })
  test('is pending as long as an earlier period is', () => {
    const long = all(events, worked('anna', '2026-02', { late: 1 }))
    expect(seen({ judgeAfter: 'P60D' }, long, '2026-03-01').slice(0, 2)).toEqual([
      '2026-01 anna: strike pending talk',
      '2026-02 anna: strike pending talk',
    ])
  })
  test('is final when the agreement ends inside the period', () => {
    const effective = { from: '2026-01-01', to: '2026-01-20' }
    const done = worked('anna', '2026-01', { kept: 1, late: 1 })
    expect(seen({}, done, '2026-01-19', { effective })).toEqual(['2026-01 anna: strike running talk'])
    expect(seen({}, done, '2026-01-20', { effective })).toEqual(['2026-01 anna: strike final talk'])
    expect(seen({}, done, '2026-03-20', { effective })).toEqual(['2026-01 anna: strike final talk'])
  })
  test('of one person says nothing of another', () => {
    expect(seen({}, all(events, worked('ben', '2026-01', { late: 1 })), '2026-02-01').slice(0, 2)).toEqual([
      '2026-01 anna: strike pending talk',
      '2026-01 ben: strike final talk',
    ])
  })
})

describe('the ladder', () => {
  const steps = [notice, { name: 'coach', action: 'coaching' }, { name: 'pool', action: 'returnLeads' }] as const
  const late = (month: string) => worked('anna', `2026-${month}`, { late: 1 })
  const clean = (month: string) => worked('anna', `2026-${month}`, { kept: 1 })
  const taken = (ladder: Partial<ConsequenceLadderDocument>, ...months: LeadEvent[][]) =>
    seen({ steps, ...ladder }, months.flat(), '2026-08-01')
      .slice(0, months.length)
      .map((line) => line.split(' ').at(-1))

  test('leads a step further with each strike, and no further than its end', () => {
    expect(taken({}, late('01'), late('02'), late('03'), late('04'))).toEqual(['talk', 'coach', 'pool', 'pool'])
  })
  test('remembers strikes over clean and idle periods', () => {
    expect(taken({}, late('01'), clean('02'), [], late('04'))).toEqual(['talk', 'final', 'final', 'coach'])
  })
  test('forgives after so many clean periods in a row', () => {
    expect(taken({ forgiveAfter: 2 }, late('01'), clean('02'), clean('03'), late('04'))).toEqual([
      'talk',
      'final',
      'final',
      'talk',
    ])
    expect(taken({ forgiveAfter: 2 }, late('01'), clean('02'), late('03'), clean('04'), late('05'))).toEqual([
      'talk',
      'final',
      'coach',
      'final',
      'pool',
    ])
  })
  test('does not forgive for a period in which there was nothing to do', () => {
    expect(taken({ forgiveAfter: 2 }, late('01'), clean('02'), [], late('04'))).toEqual(['talk', 'final', 'final', 'coach'])
    expect(taken({ forgiveAfter: 2 }, late('01'), clean('02'), [], clean('04'), late('05'))).toEqual([
      'talk',
      'final',
      'final',
      'final',
      'talk',
    ])
  })
  test('takes the last step whose condition holds, and none where none does', () => {
    const consecutive = {
      name: 'coach',
      action: 'coaching',
      when: { fact: 'consecutive', operator: 'greaterThanInclusive', value: 2 },
    } as const
    const severe = { name: 'pool', action: 'returnLeads', when: { fact: 'breaches', operator: 'greaterThan', value: 2 } } as const
    const three = worked('anna', '2026-01', { late: 3 })
    expect(taken({ steps: [consecutive, severe] }, three, clean('02'), late('03'), late('04'))).toEqual([
      'pool',
      'final',
      'final',
      'coach',
    ])
  })
  test('begins after the grace', () => {
    const judged = seen({ steps, grace: 2 }, all(late('01'), late('02'), late('03')), '2026-04-01').slice(0, 3)
    expect(judged).toEqual(['2026-01 anna: grace final', '2026-02 anna: grace final', '2026-03 anna: strike final talk'])
  })
  test('begins for whoever joined later after a grace of their own', () => {
    const members = { anna: { name: 'Anna', since: '2026-02-10' }, ben: { name: 'Ben' } }
    const parties = { marketing: { name: 'Marketing' }, sales: { name: 'Sales', members } }
    const events = all(late('02'), late('03'), worked('ben', '2026-02', { late: 1 }))
    expect(seen({ grace: 1 }, events, '2026-04-01', { parties }).filter((line) => !line.includes('idle'))).toEqual([
      '2026-01 anna: grace final',
      '2026-01 ben: grace final',
      '2026-02 anna: grace final',
      '2026-02 ben: strike final talk',
      '2026-03 anna: strike final talk',
    ])
  })
})

describe('whom it is about', () => {
  const events = all(
    worked('anna', '2026-01', { late: 1 }),
    worked('cleo', '2026-01', { kept: 1 }),
    clock('N', null, '2026-01-05', 'open'),
  )

  test('may be owners, teams or the party, and nobody is nobody', () => {
    expect(seen({ for: 'team' }, events, '2026-02-01').slice(0, 2)).toEqual([
      '2026-01 east: strike final talk',
      '2026-01 west: clean final',
    ])
    expect(seen({ for: 'party' }, events, '2026-02-01').slice(0, 1)).toEqual(['2026-01 sales: strike final talk'])
    expect(seen({}, events, '2026-02-01').slice(0, 2)).toEqual(['2026-01 anna: strike final talk', '2026-01 cleo: clean final'])
  })

  test('is judged by what it owes, or by the clauses that the ladder names', () => {
    const clauses = { second: { ...documentOf().clauses.reply, start: { on: 'demo.asked' } } } as AgreementDocument['clauses']
    expect(seen({ clauses: ['second'] }, events, '2026-02-01', { clauses })).toEqual([])
    expect(seen({ clauses: ['second'], for: 'party' }, events, '2026-02-01', { clauses })[0]).toBe('2026-01 sales: idle final')
  })
})

describe('a party', () => {
  const clauses: AgreementDocument['clauses'] = {
    leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 2 },
    year: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'quarter', target: 9 },
  }
  const created = (date: string, count: number): LeadEvent[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${date}-${index}`,
      lead: `${date}-${index}`,
      type: 'lead.created',
      at: `${date}T09:00:00Z`,
    }))

  test('is judged by the promises of each period, and of longer ones by the period in which they end', () => {
    const events = all(created('2026-01-05', 2), created('2026-02-05', 1), created('2026-03-05', 6))
    const ladder = { owedBy: 'marketing', for: 'party' } as const
    expect(seen(ladder, events, '2026-04-01', { clauses }).slice(0, 3)).toEqual([
      '2026-01 marketing: clean final',
      '2026-02 marketing: strike final talk',
      '2026-03 marketing: clean final',
    ])
    const fewer = events.slice(0, -1)
    expect(seen(ladder, fewer, '2026-04-01', { clauses })[2]).toBe('2026-03 marketing: strike final talk')
  })

  test('may be asked how far it came', () => {
    const strike = { fact: 'attainment', operator: 'lessThan', value: 0.5 }
    const ladder = { owedBy: 'marketing', for: 'party', strike, clauses: ['leads'] } as const
    const events = all(created('2026-01-05', 1), created('2026-02-05', 0))
    expect(seen(ladder, events, '2026-03-01', { clauses }).slice(0, 2)).toEqual([
      '2026-01 marketing: clean final',
      '2026-02 marketing: strike final talk',
    ])
  })
})

describe('a consequence', () => {
  const events = all(worked('anna', '2026-01', { kept: 1, late: 2, open: 2 }))
  const of = (steps: ConsequenceLadderDocument['steps'], more: Partial<AgreementDocument> = {}, asOf = '2026-02-01') => {
    const document = withLadder({ steps }, more)
    return consequences(document, evaluated(document, events, asOf))[0]
  }

  test('has a key that says what, when and who', () => {
    expect(of([{ ...notice, words: 'A talk.' }])).toMatchObject({
      key: 'enforcement/it/2026-01/talk/anna',
      step: 'talk',
      words: 'A talk.',
      version: '1',
      party: 'sales',
    })
  })
  test('names whom to tell', () => {
    expect(of([notice])?.due).toEqual({ action: 'notice', to: 'manager' })
    expect(of([{ ...notice, to: 'head-of-sales' }])?.due).toEqual({ action: 'notice', to: 'head-of-sales' })
  })
  test('names the leads that go back: those that are late and still open', () => {
    expect(of([{ name: 'pool', action: 'returnLeads' }])?.due).toEqual({
      action: 'returnLeads',
      to: 'pool',
      leads: ['anna-2026-01-open-0', 'anna-2026-01-open-1'],
    })
  })
  test('changes a quota for the next period, in whole leads and rounded up', () => {
    const clauses = {
      leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'quarter', target: 45 },
    } as const
    const quota = (by: number) => of([{ name: 'quota', action: 'adjustQuota', clause: 'leads', by }], { clauses })?.due
    expect(quota(0.1)).toEqual({ action: 'adjustQuota', clause: 'leads', target: 45, newTarget: 50, fromPeriod: '2026-Q2' })
    expect(quota(-0.2)).toMatchObject({ newTarget: 36 })
  })
  test('moves a budget', () => {
    const move = { action: 'moveBudget', from: 'sales', to: 'marketing', amountMinor: 500_00, currency: 'EUR' } as const
    expect(of([{ name: 'budget', ...move }])?.due).toEqual(move)
  })
  test('says which fact, which comparison and which numbers', () => {
    const when = {
      any: [
        { fact: 'keptShare', operator: 'lessThan', value: 0.5 },
        { fact: 'worstLateMs', operator: 'greaterThan', value: 9e9 },
      ],
    }
    expect(of([{ ...notice, when }])?.because).toEqual([
      'breaches is 4, which is more than 0',
      'keptShare is 0.2 (1 of 5), which is less than 0.5',
      'worstLateMs is PT684H, which is not more than PT2500H',
    ])
    expect(of([{ ...notice, when: { not: { fact: 'role', operator: 'in', value: ['ae', 'csm'] } } }])?.because.at(-1)).toBe(
      'role is "sdr", which is not one of "ae", "csm"',
    )
  })
  test('measures how late it was in business time after due', () => {
    const facts = of([notice])?.facts
    // Two of two hours, and two that are open since the third and fourth of January, noon.
    expect([facts?.worstLateMs, facts?.totalLateMs].map((ms) => (ms ?? 0) / 3_600_000)).toEqual([684, 684 + 660 + 4])
  })
  test('measures a target in business days by the clock of the clause', () => {
    const clauses = { reply: { ...documentOf().clauses.reply, within: { businessDays: 1 } } } as AgreementDocument['clauses']
    const facts = of([notice], { clauses })?.facts
    expect((facts?.worstLateMs ?? 0) / 3_600_000).toBe(684 - 20)
  })
})

describe('versions', () => {
  test('each judge the periods that begin in them, and the strikes go on', () => {
    const first = withLadder({ steps: [notice, { name: 'coach', action: 'coaching' }] })
    const second: AgreementDocument = {
      ...withLadder({
        steps: [
          { name: 'mild', action: 'notice' },
          { name: 'hard', action: 'coaching' },
        ],
      }),
      version: '2',
      effective: { from: '2026-02-10' },
    }
    const events = all(
      worked('anna', '2026-01', { late: 1 }),
      worked('anna', '2026-02', { late: 1 }),
      worked('anna', '2026-03', { late: 1 }),
    )
    const options: EvaluateOptions = { asOf: '2026-04-01T00:00:00Z' }
    const { asOf: _, ...evaluation } = { ...evaluated(first, events, '2026-04-01') }
    const found = judgements([first, second], { ...evaluation, asOf: String(options.asOf) })
    expect(found.slice(0, 3).map(({ period, step, version }) => [period, version, step])).toEqual([
      ['2026-01', '1', 'talk'],
      ['2026-02', '1', 'coach'],
      ['2026-03', '2', 'hard'],
    ])
  })

  test('of another agreement are refused', () => {
    const other = { ...withLadder({}), agreement: 'other' }
    expect(() => judgements(other, evaluated(withLadder({}), [], '2026-02-01'))).toThrow(
      expect.objectContaining({ code: 'mixed-agreements' }),
    )
  })
})
