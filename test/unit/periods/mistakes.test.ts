import { describe, expect, it } from 'vitest'
import { type ClauseDocument, mergeTallies, parseAgreement, printPath, tally } from '../../../src/index.ts'
import { documentOf, office } from './one-period-clause.ts'

const issuesOf = (clause: object, more: object = {}) => {
  const parsed = parseAgreement({ ...documentOf(clause as ClauseDocument), ...more })
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, printPath(path)])
}
const volume = { kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per: 'month', target: 1 }
const amount = {
  kind: 'amount',
  owedBy: 'marketing',
  sum: { on: 'deal', path: '$.data.minor' },
  currency: 'EUR',
  per: 'month',
  target: 1,
}
const ratio = { kind: 'ratio', owedBy: 'sales', of: { on: 'call' }, that: { on: 'deal' }, per: 'month', atLeast: 0.5 }

const rates = { into: 'EUR', tables: [{ rates: { USD: '0.9' } }] }
const reply = { kind: 'timed', owedBy: 'marketing', clock: 'always', start: { on: 'a' }, stop: { on: 'b' }, within: 'PT1H' }
const cadence = {
  kind: 'cadence',
  owedBy: 'sales',
  clock: 'office',
  start: { on: 'lead.assigned' },
  attempt: { on: 'call' },
  count: 2,
  within: 'P5D',
}

describe('a mistake in a period clause', () => {
  it.each<[string, object, string, string]>([
    ['a list of targets that is empty', { ...volume, target: [] }, 'out-of-range', 'clauses.it.target'],
    [
      'a first target that begins too late',
      { ...volume, target: [{ from: '2026-05-01', target: 1 }] },
      'out-of-range',
      'clauses.it.target[0].from',
    ],
    [
      'a later target without a date',
      { ...volume, target: [{ target: 1 }, { target: 2 }] },
      'missing-key',
      'clauses.it.target[1].from',
    ],
    [
      'targets that are not in order',
      { ...volume, target: [{ target: 1 }, { from: '2026-06-01', target: 2 }, { from: '2026-06-01', target: 3 }] },
      'out-of-range',
      'clauses.it.target[2].from',
    ],
    [
      'a target from a date that does not exist',
      { ...volume, target: [{ target: 1 }, { from: '2026-02-30', target: 2 }] },
      'invalid-date',
      'clauses.it.target[1].from',
    ],
    ['a carry-over of nothing', { ...volume, carryOver: { cap: 5 } }, 'missing-key', 'clauses.it.carryOver'],
    ['a cap in fractions', { ...volume, carryOver: { surplus: true, cap: 0.5 } }, 'wrong-type', 'clauses.it.carryOver.cap'],
    ['a cooldown of nothing', { ...volume, cooldown: 'PT0H' }, 'target-not-positive', 'clauses.it.cooldown'],
    ['a weight in fractions', { ...volume, weights: [{ worth: 1.5 }] }, 'wrong-type', 'clauses.it.weights[0].worth'],
    [
      'a weight that no lead reaches',
      { ...volume, weights: [{ worth: 1 }, { worth: 2 }] },
      'catch-all-not-last',
      'clauses.it.weights[0]',
    ],
    ['a currency of leads that are only counted', { ...volume, currency: 'EUR' }, 'missing-key', 'clauses.it.weights'],
    ['a currency that does not exist', { ...amount, currency: 'EUX' }, 'unknown-value', 'clauses.it.currency'],
    [
      'a rejection in an unknown state',
      { ...volume, deduct: { rejected: { enters: 'sent' } } },
      'unknown-state',
      'clauses.it.deduct.rejected.enters',
    ],
    [
      'an accept window of nothing',
      { ...volume, deduct: { rejected: { on: 'no' }, acceptWindow: { businessDays: 0 } } },
      'target-not-positive',
      'clauses.it.deduct.acceptWindow.businessDays',
    ],
    [
      'an accept window from a fact',
      { ...volume, deduct: { rejected: { on: 'no' }, acceptWindow: { dueFrom: { fact: 'lead', path: '$.by' } } } },
      'wrong-type',
      'clauses.it.deduct.acceptWindow',
    ],
    [
      'a lock before the end',
      { ...volume, deduct: { rejected: { on: 'no' }, lockAfter: '-P1D' } },
      'out-of-range',
      'clauses.it.deduct.lockAfter',
    ],
    [
      'a credit of nobody',
      { ...amount, credit: { as: 'sourced', by: 'declared', party: 'agency' } },
      'unknown-party',
      'clauses.it.credit.party',
    ],
    [
      'a first touch that nobody told',
      { ...amount, credit: { as: 'sourced', by: 'firstTouch' } },
      'missing-key',
      'touches.marketing',
    ],
    ['a fiscal period without a fiscal year', { ...volume, per: 'fiscalQuarter' }, 'missing-key', 'fiscalYear'],
    ['a date since when that is none', { ...ratio, recordedFrom: '2026-13-01' }, 'invalid-date', 'clauses.it.recordedFrom'],
    ['resting on an unknown clause', { ...ratio, suspendedWhile: 'mqls' }, 'unknown-clause', 'clauses.it.suspendedWhile'],
    ['resting on itself', { ...ratio, suspendedWhile: ['it'] }, 'unknown-clause', 'clauses.it.suspendedWhile[0]'],
    ['more channels than attempts', { ...cadence, channels: 3 }, 'out-of-range', 'clauses.it.channels'],
    ['no attempt', { ...cadence, count: 0 }, 'out-of-range', 'clauses.it.count'],
    ['a spacing below nothing', { ...cadence, spacing: '-PT1H' }, 'out-of-range', 'clauses.it.spacing'],
    ['goals of a cadence', { ...cadence, within: [{ target: 'P5D' }] }, 'wrong-type', 'clauses.it.within'],
    ['a cadence on an unknown calendar', { ...cadence, clock: 'berlin' }, 'unknown-calendar', 'clauses.it.clock'],
    ['a cadence of no time', { ...cadence, within: 'PT0H' }, 'target-not-positive', 'clauses.it.within'],
    ['an unknown calendar', { ...volume, clock: 'berlin' }, 'unknown-calendar', 'clauses.it.clock'],
    ['a clock of a share', { ...ratio, clock: 'office' }, 'unknown-key', 'clauses.it.clock'],
    ['a period that is none', { ...volume, per: 'day' }, 'unknown-value', 'clauses.it.per'],
    ['an unknown state', { ...volume, count: { enters: 'sql' } }, 'unknown-state', 'clauses.it.count.enters'],
    ['a path that searches', { ...amount, sum: { on: 'deal', path: '$..minor' } }, 'invalid-path', 'clauses.it.sum.path'],
    ['a target in fractions', { ...amount, target: 10.5 }, 'wrong-type', 'clauses.it.target'],
    ['a ratio of which nothing is promised', { ...ratio, atLeast: undefined }, 'missing-key', 'clauses.it.atLeast'],
    ['a ratio without a denominator', { ...ratio, of: undefined }, 'missing-key', 'clauses.it.of'],
    ['a ratio that nothing can keep', { ...ratio, atMost: 0.4 }, 'out-of-range', 'clauses.it.atMost'],
    ['a maturity in months', { ...ratio, maturity: 'P2M' }, 'invalid-duration', 'clauses.it.maturity'],
    ['a maturity of nothing', { ...ratio, maturity: 'PT0S' }, 'target-not-positive', 'clauses.it.maturity'],
    [
      'a compliance with an unknown clause',
      { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9 },
      'unknown-clause',
      'clauses.it.clause',
    ],
    [
      'a compliance with itself',
      { kind: 'compliance', owedBy: 'sales', clause: 'it', per: 'month', atLeast: 0.9 },
      'unknown-clause',
      'clauses.it.clause',
    ],
  ])('%s is found, alone, with code and path', (_, clause, code, path) => {
    expect(issuesOf(JSON.parse(JSON.stringify(clause)))).toEqual([[code, path]])
  })

  it.each<[string, object, object, string, string]>([
    ['a fiscal year that starts on no day', volume, { fiscalYear: { startsOn: '13-01' } }, 'invalid-date', 'fiscalYear.startsOn'],
    [
      'a fiscal year whose months leave gaps',
      volume,
      { fiscalYear: { startsOn: '01-31' } },
      'untiled-fiscal-year',
      'fiscalYear.startsOn',
    ],
    [
      'a rate as a number',
      amount,
      { rates: { ...rates, tables: [{ rates: { USD: 0.9 } }] } },
      'wrong-type',
      'rates.tables[0].rates.USD',
    ],
    [
      'a rate of nothing',
      amount,
      { rates: { ...rates, tables: [{ rates: { USD: '0.00' } }] } },
      'out-of-range',
      'rates.tables[0].rates.USD',
    ],
    [
      'a rate in words',
      amount,
      { rates: { ...rates, tables: [{ rates: { USD: '1e3' } }] } },
      'out-of-range',
      'rates.tables[0].rates.USD',
    ],
    [
      'a rate of no currency',
      amount,
      { rates: { ...rates, tables: [{ rates: { DOLLAR: '1' } }] } },
      'unknown-value',
      'rates.tables[0].rates.DOLLAR',
    ],
    [
      'a rate into itself that is not one',
      amount,
      { rates: { ...rates, tables: [{ rates: { EUR: '2' } }] } },
      'out-of-range',
      'rates.tables[0].rates.EUR',
    ],
    [
      'no rate of the currency of a clause',
      { ...amount, currency: 'GBP' },
      { rates },
      'missing-rate',
      'rates.tables[0].rates.GBP',
    ],
    [
      'a later table without a date',
      amount,
      { rates: { ...rates, tables: [...rates.tables, ...rates.tables] } },
      'missing-key',
      'rates.tables[1].from',
    ],
    [
      'tables that are not in order',
      amount,
      { rates: { ...rates, tables: ['2026-05-01', '2026-04-01'].map((from) => ({ from, rates: {} })) } },
      'out-of-range',
      'rates.tables[1].from',
    ],
    ['a touch by nobody', volume, { touches: { agency: { on: 'call' } } }, 'unknown-party', 'touches.agency'],
  ])('in what clauses share: %s is found, alone, with code and path', (_, clause, more, code, path) => {
    expect(issuesOf(clause, more)).toEqual([[code, path]])
  })

  it.each<[string, object, object, string]>([
    ['of the same party', { ...volume, suspendedWhile: 'other' }, { ...volume }, 'unknown-clause'],
    ['of other periods', { ...volume, suspendedWhile: 'other' }, { ...volume, owedBy: 'sales', per: 'week' }, 'unknown-clause'],
    ['with clocks, of a number', { ...volume, owedBy: 'sales', suspendedWhile: 'other' }, reply, 'unknown-clause'],
  ])('is found in a clause that rests on one %s', (_, it, other, code) => {
    expect(issuesOf({}, { clauses: { it, other } })).toEqual([[code, 'clauses.it.suspendedWhile']])
  })

  it('is found in clauses that rest on each other, however long the circle', () => {
    const clauses = {
      a: { ...volume, suspendedWhile: 'b' },
      b: { ...volume, owedBy: 'sales', suspendedWhile: ['c'] },
      c: { ...volume, suspendedWhile: 'd' },
      d: { ...volume, owedBy: 'sales', suspendedWhile: 'a' },
    }
    expect(issuesOf({}, { clauses })).toEqual([
      ['cyclic-clause', 'clauses.a.suspendedWhile'],
      ['cyclic-clause', 'clauses.b.suspendedWhile[0]'],
      ['cyclic-clause', 'clauses.c.suspendedWhile'],
      ['cyclic-clause', 'clauses.d.suspendedWhile'],
    ])
  })

  it('is none in clauses that are well written', () => {
    const more = { fiscalYear: { startsOn: '02-28', named: 'start' }, rates, touches: { marketing: { on: 'form' } } }
    const deduct = { rejected: { enters: 'lost' }, codes: ['x'], acceptWindow: 'PT72H', lockAfter: 'P0D' }
    const all = [
      {
        ...volume,
        per: 'fiscalMonth',
        target: [
          { from: '2026-04-01', target: 1 },
          { from: '2026-05-02', target: 2 },
        ],
        cooldown: 'P90D',
        deduct,
      },
      { ...volume, weights: [{ worth: 100 }], currency: 'EUR', carryOver: { surplus: true, cap: 0 } },
      { ...amount, currency: 'USD', credit: { as: 'influenced', by: 'firstTouch' } },
      { ...ratio, cooldown: 'P30D', recordedFrom: '2026-05-01' },
      {
        ...cadence,
        channels: 2,
        spacing: 'PT0H',
        automations: true,
        once: true,
        stop: { disposed: true },
        cancel: { leaves: 'new' },
      },
    ]
    for (const clause of all) expect(issuesOf(clause, more)).toEqual([])
    const conversion = { ...ratio, suspendedWhile: ['reply', 'mqls'] }
    expect(issuesOf({}, { clauses: { conversion, reply, mqls: volume } })).toEqual([])
    for (const clause of [volume, { ...volume, clock: 'office' }, { ...volume, clock: 'always' }, amount, ratio])
      expect(issuesOf(clause)).toEqual([])
  })

  it('leaves no doubt about a calendar: the only one sets the pace and is used', () => {
    const codes = (more: object) => {
      const parsed = parseAgreement({ ...documentOf(volume as ClauseDocument), ...more })
      return parsed.ok
        ? parsed.value.findings.filter(({ code }) => code === 'unused-calendar').map(({ path }) => path.join('.'))
        : []
    }
    expect(codes({})).toEqual([])
    expect(codes({ calendars: { office, other: office } })).toEqual(['calendars.office', 'calendars.other'])
  })

  it('is to merge tallies of two instants', () => {
    const document = documentOf(volume as ClauseDocument)
    const [one, other] = [
      tally(document, [], { asOf: '2026-04-01T00:00:00Z' }),
      tally(document, [], { asOf: '2026-04-02T00:00:00Z' }),
    ]
    expect(() => mergeTallies(one, other)).toThrow(/expected a tally as of/)
  })
})
