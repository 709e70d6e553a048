import { describe, expect, test } from 'vitest'
import {
  type AgreementDocument,
  agreementJsonSchema,
  type ConsequenceLadderDocument,
  defineAgreement,
  type IncentivesDocument,
  type IssueCode,
  parseAgreement,
  printPath,
} from '../../../src/index.ts'
import { documentOf } from '../conduct/one-team.ts'

const leads = { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 100 } as const
const rejected = {
  kind: 'ratio',
  owedBy: 'marketing',
  of: { on: 'lead.created' },
  that: { on: 'lead.rejected' },
  per: 'month',
  atMost: 0.1,
} as const
const ratio = { ...rejected, owedBy: 'sales', that: { on: 'deal.won' }, atMost: undefined, atLeast: 0.2 }
const inTime = { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9 } as const
const { atMost: _, ...conversion } = ratio
const clauses = { leads, rejected, conversion, inTime } as AgreementDocument['clauses']

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const talk = { name: 'talk', action: 'notice', to: 'manager' } as const
const ladder: ConsequenceLadderDocument = {
  title: 'Replies',
  owedBy: 'sales',
  for: 'owner',
  clauses: ['reply'],
  per: 'month',
  strike: { fact: 'keptShare', operator: 'lessThan', value: 0.9 },
  minimumSample: 5,
  grace: 1,
  forgiveAfter: 3,
  judgeAfter: 'P7D',
  steps: [
    talk,
    {
      name: 'coach',
      words: 'An hour together.',
      action: 'coaching',
      when: { fact: 'consecutive', operator: 'greaterThan', value: 1 },
    },
    { name: 'pool', action: 'returnLeads' },
    { name: 'quota', action: 'adjustQuota', clause: 'leads', by: -0.1 },
    { name: 'budget', action: 'moveBudget', from: 'sales', to: 'marketing', ...eur(100) },
  ],
}
const incentives: IncentivesDocument = {
  per: 'month',
  judgeAfter: 'P7D',
  levels: {
    replies: {
      title: 'Replies',
      clause: 'reply',
      for: 'owner',
      atLeast: 0.9,
      met: 10,
      exceeded: { atLeast: 0.95, points: 15 },
      minimumSample: 5,
    },
    house: { clause: 'inTime', for: 'party', met: 10, exceeded: { atLeast: 0.95, points: 15 } },
    own: { clause: 'inTime', for: 'team', met: 10 },
    leads: { clause: 'leads', for: 'party', met: 10, exceeded: { atLeast: 1.1, points: 15 } },
  },
  conformity: { training: { points: 5, due: '2026-04-30' }, hygiene: { points: 1, per: 'week' } },
  streaks: { row: { level: 'replies', every: 3, points: 20 } },
  badges: {
    spotless: {
      owedBy: 'sales',
      for: 'owner',
      when: { fact: 'breaches', operator: 'equal', value: 0 },
      minimumSample: 5,
      once: true,
    },
  },
  awards: {
    best: {
      for: 'owner',
      per: 'quarter',
      role: 'sdr',
      bonus: { ...eur(500), points: 5 },
      budget: eur(2_000),
      ties: 'split',
      minimumPoints: 10,
    },
  },
  prizes: { trip: { for: 'owner', per: 'year', points: 100, worth: eur(900), budget: eur(1_800) } },
  spifs: { sprint: { for: 'owner', clause: 'reply', from: '2026-04-01', to: '2026-05-01', each: eur(20), budget: eur(400) } },
  boards: { reps: { for: 'owner', per: 'quarter', by: 'points', clauses: ['reply'], perCapacity: true, minimumSample: 5 } },
  capacity: { people: { anna: 0.5 }, teams: { west: 3 } },
  unnamed: ['ben'],
}
const whole = documentOf({ clauses, enforcement: { ladders: { replies: ladder } }, incentives })

/** Returns the document with another value at a path of dots; `undefined` takes the key away. */
function changed(path: string, value: unknown): unknown {
  const document = structuredClone(whole) as unknown as Record<string, unknown>
  const keys = path.split('.')
  let holder = document
  for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  if (value === undefined) delete holder[keys.at(-1) ?? '']
  else holder[keys.at(-1) ?? ''] = value
  return document
}

const at = 'enforcement.ladders.replies'
const point = 'incentives'

describe('enforcement and incentives', () => {
  test('are read as they are written', () => {
    const { enforcement, incentives: read } = defineAgreement(whole)
    expect(enforcement).toMatchObject([
      {
        name: 'replies',
        for: 'owner',
        grace: 1,
        forgiveAfter: 3,
        judgeAfterMs: 7 * 86_400_000,
        steps: [{ name: 'talk' }, {}, {}, {}, {}],
      },
    ])
    expect(read?.levels.map(({ name, clocksOf, promise, atLeast }) => [name, clocksOf, promise, atLeast])).toEqual([
      ['replies', 'reply', null, 0.9],
      ['house', null, 'inTime', null],
      ['own', 'reply', 'inTime', 0.9],
      ['leads', null, 'leads', null],
    ])
    expect(read?.capacity.people.get('anna')).toBe(500)
  })

  test('have defaults where they say nothing', () => {
    const { enforcement, incentives: read } = defineAgreement(
      documentOf({
        clauses,
        enforcement: {
          ladders: { it: { owedBy: 'sales', for: 'party', per: 'month', steps: [talk, { ...talk, name: 'again' }] } },
        },
        incentives: {},
      }),
    )
    const [found] = enforcement
    expect([found?.clauses, found?.promises, found?.judgeAfterMs]).toEqual([
      new Set(['reply']),
      new Set(['conversion', 'inTime']),
      14 * 86_400_000,
    ])
    expect(found?.strike.condition).toEqual({
      any: ['breaches', 'promisesMissed'].map((fact) => ({ fact, operator: 'greaterThan', value: 0 })),
    })
    expect(found?.steps[1]?.when.condition).toEqual({ all: [{ fact: 'strikes', operator: 'greaterThanInclusive', value: 2 }] })
    expect([read?.per, read?.levels]).toEqual(['month', []])
  })

  test('are part of the JSON Schema', () => {
    const { properties } = agreementJsonSchema() as { properties: Record<string, { properties?: object }> }
    expect(Object.keys(properties.incentives?.properties ?? {})).toContain('spifs')
    expect(Object.keys(properties.enforcement?.properties ?? {})).toEqual(['ladders'])
  })
})

describe('a mistake', () => {
  test.each<[path: string, value: unknown, code: IssueCode, where: string]>([
    // the stick
    [`${at}.owedBy`, 'service', 'unknown-party', `${at}.owedBy`],
    [`${at}.for`, 'person', 'unknown-value', `${at}.for`],
    [`${at}.per`, 'day', 'unknown-value', `${at}.per`],
    [`${at}.clauses`, ['replies'], 'unknown-clause', `${at}.clauses[0]`],
    [`${at}.clauses`, ['leads'], 'unknown-clause', `${at}.clauses[0]`],
    [`${at}.clauses`, ['inTime'], 'unknown-clause', `${at}.clauses[0]`],
    [`${at}.clauses`, [], 'out-of-range', `${at}.clauses`],
    [`${at}.strike.fact`, 'owner', 'unknown-fact', `${at}.strike.fact`],
    [`${at}.strike.fact`, 'strikes', 'unknown-fact', `${at}.strike.fact`],
    [`${at}.strike.fact`, 'promisesMissed', 'unknown-fact', `${at}.strike.fact`],
    [`${at}.strike.operator`, 'below', 'unknown-operator', `${at}.strike.operator`],
    [`${at}.strike`, { condition: 'bad' }, 'unknown-condition', `${at}.strike.condition`],
    [`${at}.grace`, -1, 'out-of-range', `${at}.grace`],
    [`${at}.grace`, 0.5, 'wrong-type', `${at}.grace`],
    [`${at}.forgiveAfter`, 0, 'out-of-range', `${at}.forgiveAfter`],
    [`${at}.judgeAfter`, 'a week', 'invalid-duration', `${at}.judgeAfter`],
    [`${at}.judgeAfter`, '-P1D', 'out-of-range', `${at}.judgeAfter`],
    [`${at}.steps`, [], 'out-of-range', `${at}.steps`],
    [`${at}.steps.1.name`, 'talk', 'invalid-name', `${at}.steps[1].name`],
    [`${at}.steps.1.name`, 'a talk', 'invalid-name', `${at}.steps[1].name`],
    [`${at}.steps.1.when.fact`, 'points', 'unknown-fact', `${at}.steps[1].when.fact`],
    [`${at}.steps.0.action`, 'fire', 'unknown-value', `${at}.steps[0].action`],
    [`${at}.steps.0.clause`, 'leads', 'unknown-key', `${at}.steps[0].clause`],
    [`${at}.steps.3.clause`, 'reply', 'unknown-clause', `${at}.steps[3].clause`],
    [`${at}.steps.3.by`, 0, 'out-of-range', `${at}.steps[3].by`],
    [`${at}.steps.4.to`, 'service', 'unknown-party', `${at}.steps[4].to`],
    [`${at}.steps.4.to`, 'sales', 'unknown-party', `${at}.steps[4].to`],
    [`${at}.steps.4.amountMinor`, 99.5, 'wrong-type', `${at}.steps[4].amountMinor`],
    [`${at}.steps.4.currency`, 'Euro', 'unknown-value', `${at}.steps[4].currency`],
    [`${at}.steps.4.currency`, 'EUX', 'unknown-value', `${at}.steps[4].currency`],
    [`${at}.per`, 'fiscalMonth', 'missing-key', 'fiscalYear'],
    [`${point}.boards.reps.per`, 'fiscalQuarter', 'missing-key', 'fiscalYear'],
    [`${point}.prizes.trip.budget.currency`, 'EUX', 'unknown-value', `${point}.prizes.trip.budget.currency`],
    [`${at}.step`, [], 'unknown-key', `${at}.step`],
    ['enforcement.ladder', {}, 'unknown-key', 'enforcement.ladder'],
    // the carrot
    [`${point}.per`, 'day', 'unknown-value', `${point}.per`],
    [`${point}.levels.replies.clause`, 'replies', 'unknown-clause', `${point}.levels.replies.clause`],
    [`${point}.levels.replies.atLeast`, undefined, 'missing-key', `${point}.levels.replies.atLeast`],
    [`${point}.levels.replies.exceeded.atLeast`, 0.8, 'out-of-range', `${point}.levels.replies.exceeded.atLeast`],
    [`${point}.levels.replies.exceeded.atLeast`, 1.1, 'out-of-range', `${point}.levels.replies.exceeded.atLeast`],
    [`${point}.levels.replies.exceeded.points`, 9, 'out-of-range', `${point}.levels.replies.exceeded.points`],
    [`${point}.levels.leads.atLeast`, 0.5, 'unknown-key', `${point}.levels.leads.atLeast`],
    [`${point}.levels.leads.for`, 'team', 'unknown-clause', `${point}.levels.leads.clause`],
    [`${point}.levels.leads.exceeded.atLeast`, 0.9, 'out-of-range', `${point}.levels.leads.exceeded.atLeast`],
    [
      `${point}.levels.leads`,
      { clause: 'rejected', for: 'party', met: 1, exceeded: { atLeast: 0.1, points: 2 } },
      'unknown-key',
      `${point}.levels.leads.exceeded`,
    ],
    [`${point}.levels.replies.met`, 1.5, 'wrong-type', `${point}.levels.replies.met`],
    [`${point}.conformity.training.per`, 'month', 'missing-key', `${point}.conformity.training`],
    [`${point}.conformity.training.due`, '2026-02-30', 'invalid-date', `${point}.conformity.training.due`],
    [`${point}.streaks.row.level`, 'reply', 'unknown-value', `${point}.streaks.row.level`],
    [`${point}.streaks.row.every`, 1, 'out-of-range', `${point}.streaks.row.every`],
    [`${point}.badges.spotless.when.fact`, 'strikes', 'unknown-fact', `${point}.badges.spotless.when.fact`],
    [`${point}.badges.spotless.when`, undefined, 'missing-key', `${point}.badges.spotless.when`],
    [`${point}.badges.spotless.owedBy`, 'service', 'unknown-party', `${point}.badges.spotless.owedBy`],
    [`${point}.awards.best.budget`, undefined, 'missing-key', `${point}.awards.best.budget`],
    [`${point}.awards.best.budget.currency`, 'USD', 'unknown-value', `${point}.awards.best.budget.currency`],
    [`${point}.awards.best.bonus`, {}, 'missing-key', `${point}.awards.best.bonus`],
    [`${point}.awards.best.bonus.currency`, undefined, 'missing-key', `${point}.awards.best.bonus.currency`],
    [`${point}.awards.best.bonus.amountMinor`, 0.5, 'wrong-type', `${point}.awards.best.bonus.amountMinor`],
    [`${point}.prizes.trip.budget`, undefined, 'missing-key', `${point}.prizes.trip.budget`],
    [`${point}.prizes.trip.worth.amountMinor`, 900.5, 'wrong-type', `${point}.prizes.trip.worth.amountMinor`],
    [`${point}.spifs.sprint.budget`, undefined, 'missing-key', `${point}.spifs.sprint.budget`],
    [`${point}.spifs.sprint.to`, '2026-04-01', 'invalid-effective-range', `${point}.spifs.sprint.to`],
    [`${point}.spifs.sprint.clause`, 'leads', 'unknown-clause', `${point}.spifs.sprint.clause`],
    [`${point}.boards.reps.by`, 'looks', 'unknown-value', `${point}.boards.reps.by`],
    [`${point}.boards.reps.by`, 'keptShare', 'unknown-value', `${point}.boards.reps.perCapacity`],
    [`${point}.boards.reps.clauses`, ['replies'], 'unknown-clause', `${point}.boards.reps.clauses[0]`],
    [`${point}.capacity.people.anna`, 0, 'out-of-range', `${point}.capacity.people.anna`],
    [`${point}.capacity.people.anna`, 0.33333, 'out-of-range', `${point}.capacity.people.anna`],
    [`${point}.unnamed`, 'nobody', 'unknown-value', `${point}.unnamed`],
    // people
    ['parties.marketing.members.anna', { name: 'Anna', team: 'north' }, 'repeated-person', 'parties.sales.members.anna'],
    ['parties.sales.members.anna.since', '2026-02-30', 'invalid-date', 'parties.sales.members.anna.since'],
  ])('at %s: %j is found, alone, as %s', (path, value, code, where) => {
    const parsed = parseAgreement(changed(path, value))
    expect(parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, printPath(issue.path)])).toEqual([[code, where]])
    expect(parsed.ok ? '' : parsed.issues[0]?.message).toMatch(/^expected .{3,}/)
  })

  test('in the name of a rule is found', () => {
    const document = documentOf({
      clauses,
      incentives: { levels: { 'two words': incentives.levels?.leads as never } },
      enforcement: { ladders: { 'a/b': ladder } },
    })
    const parsed = parseAgreement(document)
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['invalid-name', 'a/b'],
      ['invalid-name', 'two words'],
    ])
  })

  test.each([null, 7, 'all', [], { ladders: null }, { ladders: { a: null } }, { ladders: { a: { steps: [null] } } }])(
    'instead of enforcement is no crash: %j',
    (value) => {
      expect(parseAgreement({ ...whole, enforcement: value }).ok).toBe(false)
    },
  )
  test.each([null, 7, 'all', [], { levels: { a: null } }, { boards: [] }, { capacity: { people: [] } }])(
    'instead of incentives is no crash: %j',
    (value) => {
      expect(parseAgreement({ ...whole, incentives: value }).ok).toBe(false)
    },
  )
})
