import { describe, expect, test } from 'vitest'
import {
  type AgreementDocument,
  type DeedDocument,
  evaluate,
  type IncentivesDocument,
  type LeadEvent,
  type LevelDocument,
  standings,
} from '../../../src/index.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'

const level: LevelDocument = { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10, exceeded: { atLeast: 0.95, points: 15 } }
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const all = (...lists: readonly (readonly LeadEvent[])[]) => lists.flat()

function earned(
  incentives: IncentivesDocument,
  events: readonly LeadEvent[],
  asOf: string,
  { deeds = [], ...more }: Partial<AgreementDocument> & { readonly deeds?: readonly DeedDocument[] } = {},
) {
  const document = documentOf({ ...more, incentives })
  return standings(document, evaluated(document, events, asOf), { deeds })
}

/** `key: points amount standing` of every entry. */
function seen(...given: Parameters<typeof earned>): string[] {
  return earned(...given).entries.map(({ key, points, amountMinor, standing }) => `${key}: ${points} ${amountMinor} ${standing}`)
}

describe('a level', () => {
  const levels = { replies: level }

  test('that is met earns points, one that is exceeded more instead, one that is missed none', () => {
    const events = all(
      worked('anna', '2026-01', { kept: 4 }),
      worked('ben', '2026-01', { kept: 3, late: 1 }),
      worked('cleo', '2026-01', { kept: 2, late: 1 }),
    )
    expect(seen({ levels }, events, '2026-02-01')).toEqual([
      'level/replies/2026-01/anna: 15 0 final',
      'level/replies/2026-01/ben: 10 0 final',
    ])
    expect(
      earned({ levels }, events, '2026-02-01')
        .outcomes.filter(({ period }) => period === '2026-01')
        .map(({ name, verdict, actual, because }) => [name, verdict, actual, because]),
    ).toEqual([
      ['anna', 'exceeded', 1, '4 of 4 kept, 0.75 asked for'],
      ['ben', 'met', 0.75, '3 of 4 kept, 0.75 asked for'],
      ['cleo', 'missed', 2 / 3, '2 of 3 kept, 0.75 asked for'],
    ])
  })

  test('is not met by fewer clocks than the minimum sample', () => {
    const events = worked('anna', '2026-01', { kept: 4 })
    expect(seen({ levels: { replies: { ...level, minimumSample: 5 } } }, events, '2026-02-01')).toEqual([])
    expect(seen({ levels: { replies: { ...level, minimumSample: 4 } } }, events, '2026-02-01')).toHaveLength(1)
  })

  test('is final as soon as what is pending can change nothing', () => {
    const nine = worked('anna', '2026-01', { kept: 9, late: 1, snoozed: 1 })
    expect(seen({ levels }, nine, '2026-01-31')).toEqual(['level/replies/2026-01/anna: 10 0 running'])
    // With the snoozed one lost 9 of 11, and won 10 of 11: met either way.
    expect(seen({ levels }, nine, '2026-02-01')[0]).toBe('level/replies/2026-01/anna: 10 0 final')
    const three = worked('anna', '2026-01', { kept: 3, late: 1, snoozed: 1 })
    expect(seen({ levels }, three, '2026-02-01')[0]).toBe('level/replies/2026-01/anna: 10 0 pending')
    expect(seen({ levels }, three, '2026-02-15')[0]).toBe('level/replies/2026-01/anna: 10 0 final')
  })

  test('is final when the agreement ends inside its period, and so is the award', () => {
    const incentives: IncentivesDocument = { levels, awards: { best: { for: 'owner', per: 'quarter', bonus: { points: 1 } } } }
    const effective = { from: '2026-01-01', to: '2026-01-20' }
    const standing = (asOf: string) =>
      earned(incentives, worked('anna', '2026-01', { kept: 4 }), asOf, { effective }).entries.map((one) => one.standing)
    expect([standing('2026-01-19'), standing('2026-01-20')]).toEqual([
      ['running', 'running'],
      ['final', 'final'],
    ])
  })

  test('of a compliance clause has the share and the sample of the clause', () => {
    const inTime = { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9, minimumSample: 3 } as const
    const share: LevelDocument = { clause: 'inTime', for: 'owner', met: 8 }
    const events = all(
      worked('anna', '2026-01', { kept: 3 }),
      worked('ben', '2026-01', { kept: 2 }),
      worked('cleo', '2026-01', { kept: 8, late: 1 }),
    )
    expect(seen({ levels: { share } }, events, '2026-02-01', { clauses: { inTime } })).toEqual([
      'level/share/2026-01/anna: 8 0 final',
    ])
    expect(seen({ levels: { share: { ...share, for: 'party' } } }, events, '2026-02-01', { clauses: { inTime } })).toEqual([
      'level/share/2026-01/sales: 8 0 final',
    ])
  })
})

describe('a promise over a period', () => {
  const leads = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 100 } as const
  const created = (month: string, count: number): LeadEvent[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${month}-${index}`,
      lead: `${month}-${index}`,
      type: 'lead.created',
      at: `${month}-05T09:00:00Z`,
    }))
  const levels = { leads: { clause: 'leads', for: 'party', met: 10, exceeded: { atLeast: 1.1, points: 15 } } } as const

  test.each([
    [99, []],
    [100, ['level/leads/2026-01/marketing: 10 0 final']],
    [109, ['level/leads/2026-01/marketing: 10 0 final']],
    // 100 × 1.1 is 110, and not 110.00000000000001.
    [110, ['level/leads/2026-01/marketing: 15 0 final']],
  ])('with %j of 100 earns what was said', (count, expected) => {
    expect(seen({ levels }, created('2026-01', count), '2026-02-01', { clauses: { leads } })).toEqual(expected)
  })

  test('by the quarter earns its points in the last month, and weeks earn them together', () => {
    const clauses = { leads: { ...leads, per: 'quarter' } } as const
    expect(seen({ levels }, created('2026-01', 100), '2026-04-01', { clauses })).toEqual([
      'level/leads/2026-03/marketing: 10 0 final',
    ])
    const weeks = { leads: { ...leads, per: 'week', target: 1 } } as const
    const daily = ['05', '12', '19'].flatMap((day) =>
      created('2026-01', 1).map((one) => ({ ...one, id: day, lead: day, at: `2026-01-${day}T09:00:00Z` })),
    )
    const first = { id: 'a', lead: 'a', type: 'lead.created', at: '2026-01-02T09:00:00Z' }
    // The weeks that end in January: those from 29 December, and from 5, 12 and 19 January.
    expect(seen({ levels }, [first, ...daily], '2026-02-01', { clauses: weeks })).toEqual([
      'level/leads/2026-01/marketing: 10 0 final',
    ])
    expect(seen({ levels }, daily, '2026-02-01', { clauses: weeks })).toEqual([])
  })

  test('that is a share is exceeded by a share', () => {
    const ratio = {
      kind: 'ratio',
      owedBy: 'sales',
      of: { on: 'lead.created' },
      that: { on: 'deal.won' },
      per: 'month',
      atLeast: 0.2,
    } as const
    const won = created('2026-01', 10).map((one, index) => ({
      ...one,
      id: `w${index}`,
      type: 'deal.won',
      at: '2026-01-08T09:00:00Z',
    }))
    const share = { ratio: { clause: 'ratio', for: 'party', met: 4, exceeded: { atLeast: 0.3, points: 6 } } } as const
    const of = (count: number) =>
      seen({ levels: share }, all(created('2026-01', 10), won.slice(0, count)), '2026-02-01', { clauses: { ratio } })
    expect([of(1), of(2), of(3)]).toEqual([
      [],
      ['level/ratio/2026-01/sales: 4 0 final'],
      ['level/ratio/2026-01/sales: 6 0 final'],
    ])
  })
})

describe('a streak', () => {
  const incentives: IncentivesDocument = {
    levels: { replies: { ...level, minimumSample: 2 } },
    streaks: { row: { level: 'replies', every: 2, points: 20 } },
  }
  const met = (month: string) => worked('anna', `2026-${month}`, { kept: 2 })
  const streaks = (...months: LeadEvent[][]) =>
    seen(incentives, months.flat(), '2026-08-01').filter((line) => line.startsWith('streak'))

  test('earns points every so many times in a row', () => {
    expect(streaks(met('01'), met('02'), met('03'), met('04'))).toEqual([
      'streak/row/2026-02/anna: 20 0 final',
      'streak/row/2026-04/anna: 20 0 final',
    ])
  })
  test('ends with a level that was missed, also in too few clocks', () => {
    expect(streaks(met('01'), worked('anna', '2026-02', { late: 2 }), met('03'))).toEqual([])
    expect(streaks(met('01'), worked('anna', '2026-02', { late: 1 }), met('03'))).toEqual([])
  })
  test('goes on over a month with nothing, or with little that was kept', () => {
    expect(streaks(met('01'), [], met('03'))).toEqual(['streak/row/2026-03/anna: 20 0 final'])
    expect(streaks(met('01'), worked('anna', '2026-02', { kept: 1 }), met('03'))).toEqual(['streak/row/2026-03/anna: 20 0 final'])
  })
})

describe('conformity', () => {
  const incentives: IncentivesDocument = {
    conformity: { training: { points: 5, due: '2026-02-15' }, hygiene: { points: 2, per: 'month' } },
  }
  const done = (duty: string, at: string, person = 'anna') => ({ person, duty, at })

  test('earns points for what was done by the end of its day', () => {
    const on = (at: string) => seen(incentives, [], '2026-04-01', { deeds: [done('training', at)] })
    expect(on('2026-02-15T23:59:59.999Z')).toEqual(['conformity/training/anna: 5 0 final'])
    expect(on('2026-02-16T00:00:00Z')).toEqual([])
  })
  test('earns points once a period, for the first time that it was done', () => {
    const deeds = [
      done('hygiene', '2026-01-20T09:00:00Z'),
      done('hygiene', '2026-01-10T09:00:00Z'),
      done('hygiene', '2026-02-01T09:00:00Z'),
    ]
    const { entries } = earned(incentives, [], '2026-04-01', { deeds })
    expect(entries.map(({ key, at }) => [key, at])).toEqual([
      ['conformity/hygiene/2026-01/anna', '2026-01-10T09:00:00.000Z'],
      ['conformity/hygiene/2026-02/anna', '2026-02-01T09:00:00.000Z'],
    ])
  })
  test('knows nothing of what was done after asOf, or before the agreement', () => {
    const deeds = [done('hygiene', '2026-05-20T09:00:00Z'), done('hygiene', '2025-12-20T09:00:00Z')]
    expect(seen(incentives, [], '2026-04-01', { deeds })).toEqual([])
  })
  test('refuses deeds that are none, all at once', () => {
    const deeds = [
      { person: '', duty: 'training', at: '2026-02-01T00:00:00' },
      { person: 'anna', duty: 'yoga', at: '2026-02-01T00:00:00Z' },
      7,
    ]
    const document = documentOf({ incentives })
    expect(() => standings(document, evaluate(document, [], { asOf: 0 }), { deeds: deeds as DeedDocument[] })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: 'missing-offset', path: ['deeds', 0, 'at'] }),
          expect.objectContaining({ code: 'wrong-type', path: ['deeds', 0, 'person'] }),
          expect.objectContaining({ code: 'unknown-value', path: ['deeds', 1, 'duty'], known: ['hygiene', 'training'] }),
          expect.objectContaining({ code: 'wrong-type', path: ['deeds', 2] }),
        ],
      }),
    )
  })
})

describe('a badge', () => {
  const spotless = { owedBy: 'sales', for: 'owner', when: { fact: 'breaches', operator: 'equal', value: 0 } } as const
  const events = all(
    worked('anna', '2026-01', { kept: 2 }),
    worked('anna', '2026-02', { kept: 1, late: 1 }),
    worked('anna', '2026-03', { kept: 1 }),
  )

  test('is worn for the period in which its condition holds', () => {
    expect(seen({ badges: { spotless } }, events, '2026-04-01')).toEqual([
      'badge/spotless/2026-01/anna: 0 0 final',
      'badge/spotless/2026-03/anna: 0 0 final',
    ])
    expect(seen({ badges: { spotless: { ...spotless, minimumSample: 2 } } }, events, '2026-04-01')).toEqual([
      'badge/spotless/2026-01/anna: 0 0 final',
    ])
  })
  test('may be worn for good', () => {
    expect(seen({ badges: { spotless: { ...spotless, once: true } } }, events, '2026-04-01')).toEqual([
      'badge/spotless/anna: 0 0 final',
    ])
  })
  test('may ask for points and for clean periods in a row', () => {
    const hot = {
      ...spotless,
      when: {
        all: [
          { fact: 'cleanPeriods', operator: 'greaterThanInclusive', value: 2 },
          { fact: 'points', operator: 'greaterThan', value: 9 },
        ],
      },
    }
    const long = all(worked('anna', '2026-01', { kept: 2 }), worked('anna', '2026-03', { kept: 2 }))
    expect(
      seen({ levels: { replies: level }, badges: { hot } }, long, '2026-04-01').filter((line) => line.startsWith('badge')),
    ).toEqual(['badge/hot/2026-03/anna: 0 0 final'])
  })
})

describe('an award', () => {
  const award = { for: 'owner', per: 'quarter', bonus: { ...eur(500_00), points: 3 }, budget: eur(1_000_00) } as const
  const of = (more: object, events: readonly LeadEvent[], asOf = '2026-04-01') =>
    seen({ levels: { replies: level }, awards: { best: { ...award, ...more } } }, events, asOf).filter((line) =>
      line.startsWith('award'),
    )
  const anna = all(worked('anna', '2026-01', { kept: 2 }), worked('anna', '2026-02', { kept: 2 }))
  const ben = worked('ben', '2026-01', { kept: 2 })

  test('goes to the highest total of its period, with the bonus for the win', () => {
    expect(of({}, all(anna, ben))).toEqual(['award/best/2026-Q1/anna: 3 50000 final'])
    expect(of({}, all(anna, ben), '2026-03-31')).toEqual(['award/best/2026-Q1/anna: 3 50000 running'])
  })
  test('goes to nobody where nobody has the points', () => {
    expect(of({ minimumPoints: 31 }, all(anna, ben))).toEqual([])
  })
  test('goes to all who tie, and is paid to each or shared', () => {
    const tie = all(ben, worked('cleo', '2026-01', { kept: 2 }), worked('dora', '2026-01', { kept: 2 }))
    expect(of({}, tie.slice(0, 8))).toEqual(['award/best/2026-Q1/ben: 3 50000 final', 'award/best/2026-Q1/cleo: 3 50000 final'])
    expect(of({ ties: 'split' }, tie)).toEqual(['ben', 'cleo', 'dora'].map((name) => `award/best/2026-Q1/${name}: 3 16666 final`))
  })
  test('pays as long as the budget lasts, and all who tie or none', () => {
    const tie = all(ben, worked('cleo', '2026-01', { kept: 2 }), worked('dora', '2026-01', { kept: 2 }))
    expect(of({}, tie)).toEqual(['ben', 'cleo', 'dora'].map((name) => `award/best/2026-Q1/${name}: 3 0 final`))
    const quarters = ['01', '04', '07'].flatMap((month) => worked('anna', `2026-${month}`, { kept: 2 }))
    expect(of({}, quarters, '2026-10-01')).toEqual([
      'award/best/2026-Q1/anna: 3 50000 final',
      'award/best/2026-Q2/anna: 3 50000 final',
      'award/best/2026-Q3/anna: 3 0 final',
    ])
  })
  test('may be for one role only', () => {
    expect(of({ role: 'ae' }, all(anna, worked('dora', '2026-01', { kept: 2 })))).toEqual([
      'award/best/2026-Q1/dora: 3 50000 final',
    ])
  })
  test('is not final before every point of its period is, nor before an earlier one that draws on its budget', () => {
    const pending = all(anna, worked('ben', '2026-03', { kept: 3, late: 1, snoozed: 1 }))
    expect(of({}, pending)).toEqual(['award/best/2026-Q1/anna: 3 50000 pending'])
    expect(of({}, pending, '2026-04-15')).toEqual(['award/best/2026-Q1/anna: 3 50000 final'])
    const monthly = (asOf: string) => of({ per: 'month' }, all(pending, worked('anna', '2026-04', { kept: 1 })), asOf)
    expect(monthly('2026-04-10').slice(-2)).toEqual([
      'award/best/2026-03/ben: 3 0 pending',
      'award/best/2026-04/anna: 3 0 running',
    ])
    const waits = { levels: { replies: level }, judgeAfter: 'P60D', awards: { best: { ...award, per: 'month' as const } } }
    const standing = earned(waits, all(pending, worked('anna', '2026-04', { kept: 1 })), '2026-05-01').entries
    expect(standing.filter(({ kind }) => kind === 'award').map((one) => [one.period, one.standing])).toEqual([
      ['2026-01', 'final'],
      ['2026-02', 'final'],
      ['2026-03', 'pending'],
      ['2026-04', 'pending'],
    ])
  })
})

describe('a prize', () => {
  const prize = { for: 'owner', per: 'quarter', points: 15, worth: eur(200), budget: eur(500) } as const
  const incentives: IncentivesDocument = { levels: { replies: level }, prizes: { trip: prize } }
  const trips = (events: readonly LeadEvent[]) =>
    seen(incentives, events, '2026-04-01').filter((line) => line.startsWith('prize'))

  test('goes to everybody who reaches the total, the highest first', () => {
    const events = all(
      worked('anna', '2026-01', { kept: 1 }),
      worked('ben', '2026-01', { kept: 1 }),
      worked('ben', '2026-02', { kept: 1 }),
      worked('cleo', '2026-01', { kept: 3, late: 1 }),
    )
    expect(trips(events)).toEqual(['prize/trip/2026-Q1/anna: 0 200 final', 'prize/trip/2026-Q1/ben: 0 200 final'])
  })
  test('is paid to all who are equal, or to none where the budget does not reach', () => {
    const equal = ['anna', 'cleo', 'dora'].flatMap((name) => worked(name, '2026-01', { kept: 1 }))
    const better = ['01', '02'].flatMap((month) => worked('ben', `2026-${month}`, { kept: 1 }))
    expect(trips(all(equal, better))).toEqual([
      'prize/trip/2026-Q1/anna: 0 0 final',
      'prize/trip/2026-Q1/ben: 0 200 final',
      'prize/trip/2026-Q1/cleo: 0 0 final',
      'prize/trip/2026-Q1/dora: 0 0 final',
    ])
  })
})

describe('a SPIF', () => {
  const spifs = {
    sprint: { for: 'owner', clause: 'reply', from: '2026-02-01', to: '2026-02-03', each: eur(100), budget: eur(150) },
  } as const

  test('pays for each clock that starts in its time and is kept, the first ones first', () => {
    const events = all(
      clock('A', 'anna', '2026-02-02', 'kept'),
      clock('B', 'ben', '2026-02-01', 'kept'),
      clock('C', 'cleo', '2026-02-03', 'kept'),
      clock('D', 'dora', '2026-02-01', 'late'),
      clock('E', 'ben', '2026-02-02', 'kept'),
    )
    expect(seen({ spifs }, events, '2026-02-04')).toEqual([
      'spif/sprint/reply/B/1: 0 100 final',
      'spif/sprint/reply/A/1: 0 0 final',
      'spif/sprint/reply/E/1: 0 0 final',
    ])
  })
  test('pays nobody for what nobody owned', () => {
    expect(seen({ spifs }, clock('A', null, '2026-02-02', 'kept'), '2026-02-04')).toEqual([])
  })
})

describe('an agreement without incentives', () => {
  test('has none', () => {
    const document = documentOf()
    expect(standings(document, evaluated(document, worked('anna', '2026-01', { kept: 1 }), '2026-02-01'))).toMatchObject({
      entries: [],
      undecided: [],
      outcomes: [],
    })
  })
})
