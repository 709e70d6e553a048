import { describe, expect, test } from 'vitest'
import { type AgreementDocument, evaluate, LeadSlaError, parseAgreement } from '../../../src/index.ts'
import { applyPatch, type CalibrateOptions, type ClockSample, type Clocks, calibrate } from '../../../src/insight.ts'
import { type CalledLead, callsOf, monday, replyAgreement } from './calls.ts'

const asOf = '2026-12-01T00:00:00Z'
const hourMs = 3_600_000
const many = (count: number, of: (index: number) => CalledLead) => Array.from({ length: count }, (_, index) => of(index))
const minutes = (ms: number | null | undefined) => (ms === null || ms === undefined ? ms : ms / 60_000)

describe('clocks that did not stop', () => {
  test('count for as long as they were going, and make the target no shorter', () => {
    const called = many(50, (index) => ({ minutes: index + 1 }))
    const dropped = many(50, (index) => ({ minutes: index + 1, end: 'lead.dropped' }))
    const evaluation = evaluate(replyAgreement, callsOf([...called, ...dropped]), { asOf })
    const [clause] = calibrate(evaluation, { compliance: 0.5 }).clauses
    expect(clause?.distribution).toMatchObject({ clocks: 100, stopped: 50, unstopped: 50 })
    // Without the dropped ones half would be called within 25 minutes.
    expect(minutes(clause?.distribution.target.ms)).toBe(38)
    expect(clause?.distribution.target.method).toBe('Kaplan–Meier, log-log')
  })

  test('leave no target where too many are still going', () => {
    const evaluation = evaluate(replyAgreement, callsOf(many(100, (index) => ({ minutes: index < 60 ? 5 : null }))), { asOf })
    const { clauses, operations } = calibrate(evaluation, { agreement: replyAgreement })
    expect([clauses[0]?.distribution.target.ms, clauses[0]?.because, operations]).toEqual([null, 'neverReached', []])
    expect(clauses[0]?.present).toMatchObject({ decided: 100, kept: 60, share: 0.6 })
  })

  test('are left out where an exception waives them', () => {
    const exceptions = [{ from: '2026-04-01', to: '2026-05-01', reason: 'the move to the new CRM' }]
    const agreement = { ...replyAgreement, exceptions }
    const evaluation = evaluate(agreement, callsOf(many(40, (index) => ({ minutes: index < 30 ? 10 : 600 }))), { asOf })
    const [clause] = calibrate(evaluation).clauses
    expect([clause?.waived, clause?.distribution.clocks, minutes(clause?.distribution.target.ms)]).toEqual([10, 30, 10])
  })
})

describe('segments', () => {
  const slowEnterprise = many(200, (index) => ({
    minutes: index % 2 === 0 ? 10 + (index % 50) : 100 + 4 * (index % 50),
    data: { segment: index % 2 === 0 ? 'smb' : 'enterprise' },
    owner: index % 4 < 2 ? 'anna' : 'ben',
    team: 'one',
  }))
  const events = callsOf(slowEnterprise)
  const evaluation = evaluate(replyAgreement, events, { asOf })
  const by = ['owner', 'team', { fact: '$.segment' }] as const

  test('that take another time get a goal, and the others what they would have kept', () => {
    const { clauses, operations, comparisons } = calibrate(evaluation, { by, events, agreement: replyAgreement })
    const differing = clauses[0]?.segments.filter(({ differs }) => differs).map(({ by: what, value }) => [what, value])
    expect(differing).toEqual([
      ['$.segment', 'enterprise'],
      ['$.segment', 'smb'],
    ])
    expect(comparisons).toBe(4)
    const document = applyPatch(replyAgreement, operations) as AgreementDocument
    expect(parseAgreement(document).ok).toBe(true)
    expect(document.clauses.reply).toMatchObject({ within: [{ name: 'enterprise', target: 'PT4H45M' }, { target: 'PT55M' }] })
    const after = evaluate(document, events, { asOf }).obligations
    expect(after.filter(({ status }) => status === 'met').length / after.length).toBeGreaterThanOrEqual(0.9)
    expect(clauses[0]?.suggestions.map(({ goal, from, to }) => [goal, from, to])).toEqual([
      ['enterprise', null, 'PT4H45M'],
      ['2', 'PT4H', 'PT55M'],
    ])
  })

  test('of people never get a goal of their own', () => {
    const slowBen = callsOf(many(200, (index) => ({ minutes: index % 2 ? 500 : 5, owner: index % 2 ? 'ben' : 'anna' })))
    const { clauses, operations } = calibrate(evaluate(replyAgreement, slowBen, { asOf }), {
      by: ['owner'],
      agreement: replyAgreement,
    })
    expect(clauses[0]?.segments.some(({ value, differs }) => value === 'anna' && differs)).toBe(true)
    expect(operations.at(-1)).toEqual({ op: 'replace', path: '/clauses/reply/within', value: 'PT8H30M' })
  })

  test('are as the lead was when the clock started', () => {
    const later = events.map((event) => event)
    for (let index = 0; index < 200; index++)
      later.push({
        id: `u${index}`,
        lead: `L${index}`,
        type: 'lead.updated',
        at: monday + 30 * hourMs,
        data: { segment: 'other' },
      })
    const [clause] = calibrate(evaluation, { by: [{ fact: '$.segment' }], events: later }).clauses
    expect(clause?.segments.map(({ value }) => value).sort()).toEqual(['enterprise', 'smb'])
  })

  test('below the minimum sample are shown and not compared', () => {
    const [clause] = calibrate(evaluation, { by, events, minimumSample: 150 }).clauses
    expect(clause?.segments.map(({ test: tested, differs }) => [tested, differs])).toEqual(
      clause?.segments.map(() => [null, false]),
    )
  })

  test('that are alike are hardly ever found to differ', () => {
    let state = 7
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) / 2 ** 24
    }
    let found = 0
    for (let round = 0; round < 100; round++) {
      const drawn = many(160, () => ({
        minutes: 1 + Math.floor(-60 * Math.log(1 - random())),
        data: { kind: Math.floor(random() * 4) },
      }))
      const told = callsOf(drawn)
      const options = { by: [{ fact: '$.kind' }], events: told, level: 0.05, times: 1 } as const
      const [clause] = calibrate(evaluate(replyAgreement, told, { asOf }), options).clauses
      if (clause?.segments.some(({ differs }) => differs)) found++
    }
    expect(found).toBeLessThanOrEqual(11)
  })
})

describe('goals', () => {
  const hot = { all: [{ fact: 'lead', path: '$.hot', operator: 'equal', value: true }] }
  const within = [{ name: 'hot', when: hot, target: 'PT1H' }, { target: 'PT4H' }]
  const agreement: AgreementDocument = {
    ...replyAgreement,
    clauses: { 'a.b-c': { ...replyAgreement.clauses.reply, within } },
  }
  const events = callsOf(many(100, (index) => ({ minutes: index % 2 ? 20 : 200, data: { hot: index % 2 === 1 } })))

  test('each get the target that their own clocks would have kept, at their place in the document', () => {
    const { operations } = calibrate(evaluate(agreement, events, { asOf }), { agreement })
    expect(operations).toEqual([
      { op: 'test', path: '/clauses/a.b-c/within/0/target', value: 'PT1H' },
      { op: 'replace', path: '/clauses/a.b-c/within/0/target', value: 'PT20M' },
      { op: 'test', path: '/clauses/a.b-c/within/1/target', value: 'PT4H' },
      { op: 'replace', path: '/clauses/a.b-c/within/1/target', value: 'PT3H30M' },
    ])
    expect(parseAgreement(applyPatch(agreement, operations)).ok).toBe(true)
  })

  test('that are right already, in days, or of another agreement are left alone', () => {
    const because = (clause: object, options: CalibrateOptions = {}) => {
      const document = { ...replyAgreement, clauses: { reply: { ...replyAgreement.clauses.reply, ...clause } } }
      const evaluation = evaluate(document, events, { asOf })
      return calibrate(evaluation, { agreement: document, ...options }).clauses[0]?.because
    }
    expect(because({ within: 'PT3H30M' })).toBe('unchanged')
    expect(because({ within: { businessDays: 1 }, clock: 'always' })).toBe('noDuration')
    expect(because({}, { minimumSample: 200 })).toBe('insufficientData')
    expect(because({}, { agreement })).toBe('noClause')
  })
})

describe('seasons', () => {
  const dayMs = 24 * hourMs

  test('of a month need two years, and of a weekday eight weeks', () => {
    const weeks = (count: number) =>
      callsOf(many(count * 7 * 5, (index) => ({ minutes: 10, at: monday + (index % (count * 7)) * dayMs })))
    const seasonsOf = (events: ReturnType<typeof weeks>) =>
      calibrate(evaluate(replyAgreement, events, { asOf: '2028-12-01T00:00:00Z' }), { agreement: replyAgreement }).clauses[0]
        ?.seasons
    expect(seasonsOf(weeks(8))?.map(({ by, status, neededDays }) => [by, status, neededDays])).toEqual([
      ['month', 'insufficientData', 730],
      ['weekday', 'insufficientData', 56],
    ])
    expect(seasonsOf(weeks(9))?.map(({ status }) => status)).toEqual(['insufficientData', 'none'])
    const mondays = callsOf(
      many(700, (index) => ({ minutes: index % 7 === 0 ? 300 : 30 + (index % 5), at: monday + (index % 70) * dayMs })),
    )
    const [, weekday] = seasonsOf(mondays) ?? []
    expect([weekday?.status, weekday?.parts.map(({ value }) => value)]).toEqual([
      'seasonal',
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    ])
    expect(weekday?.parts.filter(({ differs }) => !differs)).toEqual([])
  })

  test('of a month are found in two years', () => {
    const years = callsOf(
      many(800, (index) => ({
        minutes: index % 12 === 0 ? 400 : 40,
        at: Date.UTC(2024, index % 12, 10, 9) + (index % 3) * 365 * dayMs,
      })),
    )
    const [month] =
      calibrate(evaluate(replyAgreement, years, { asOf: '2027-01-01T00:00:00Z' }), { agreement: replyAgreement }).clauses[0]
        ?.seasons ?? []
    expect(month?.status).toBe('seasonal')
    expect(month?.parts.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('need a zone', () => {
    const evaluation = evaluate(replyAgreement, callsOf(many(9, () => ({ minutes: 10 }))), { asOf })
    expect(calibrate(evaluation).clauses[0]?.seasons).toEqual([])
  })
})

describe('clocks in columns', () => {
  const sample = (change: object = {}): ClockSample => ({
    clauses: [
      {
        ...{ clause: 'reply', waived: 0, decided: 3, kept: 2, startedBetween: null },
        usedMs: Float64Array.of(3, 1, 2),
        isStopped: Uint8Array.of(1, 1, 1),
        columns: [{ by: 'team', codes: Int32Array.of(0, 1, 0), values: ['a', 'b'] }],
        ...change,
      },
    ],
  })

  test('are taken as they are', () => {
    const [clause] = calibrate(sample(), { by: ['team'], compliance: 0.5 }).clauses
    expect([
      clause?.distribution.target.ms,
      clause?.segments.map(({ value, distribution }) => [value, distribution.target.ms]),
    ]).toEqual([
      2,
      [
        ['a', 2],
        ['b', 1],
      ],
    ])
  })

  const codesOf = (clocks: unknown, options: unknown = {}) => {
    try {
      calibrate(clocks as Clocks, options as CalibrateOptions)
    } catch (error) {
      if (error instanceof LeadSlaError) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
      throw error
    }
    return []
  }

  test('and obligations and options that are none are refused, all at once', () => {
    expect(codesOf(sample({ usedMs: Float64Array.of(1, Number.NaN, 2) }))).toEqual(['out-of-range clauses.0.usedMs.1'])
    expect(codesOf(sample({ usedMs: [1], waived: -1 }))).toEqual(['wrong-type clauses.0.waived', 'wrong-type clauses.0.usedMs'])
    expect(codesOf(sample({ columns: [{ by: 'x', codes: Int32Array.of(0, 2, 0), values: ['a', 'b'] }, null] }))).toEqual([
      'out-of-range clauses.0.columns.0.codes.1',
      'wrong-type clauses.0.columns.1.by',
      'wrong-type clauses.0.columns.1.values',
      'wrong-type clauses.0.columns.1.codes',
    ])
    expect(codesOf({ clauses: null })).toEqual(['wrong-type clauses'])
    expect(codesOf([null, { clause: 'a', status: 'lost', usedMs: 1, startedAt: '' }])).toEqual([
      'wrong-type 0',
      'unknown-value 1.status',
    ])
    expect(codesOf([{ clause: 'a', status: 'met', usedMs: 0.5, startedAt: '' }])).toEqual(['out-of-range 0.usedMs'])
    expect(codesOf([{ clause: 'a', status: 'met', usedMs: 5, startedAt: 'soon' }])).toEqual(['invalid-instant 0.startedAt'])
    expect(codesOf(null)).toEqual(['wrong-type '])
    expect(codesOf([], { compliance: 90, minimumSample: Number.NaN, shares: [0, 'x'], by: 'team' })).toEqual([
      'out-of-range compliance',
      'out-of-range minimumSample',
      'wrong-type by',
      'out-of-range shares.0',
      'out-of-range shares.1',
    ])
    expect(codesOf([], { by: ['colour', { fact: 'segment' }, { fact: '$.a' }] })).toEqual([
      'unknown-value by.0',
      'invalid-path by.1',
      'missing-key events',
    ])
    expect(calibrate([])).toEqual({ compliance: 0.9, comparisons: 0, clauses: [], operations: [] })
  })

  test('hold names that no object should have', () => {
    const events = callsOf(
      many(40, (index) => ({ minutes: index, data: { ['__proto__']: 1, constructor: 'x' }, owner: '__proto__' })),
    )
    const evaluation = evaluate(replyAgreement, events, { asOf })
    const [clause] = calibrate(evaluation, { by: ['owner', { fact: '$.constructor' }], events }).clauses
    expect(clause?.segments.map(({ by, value }) => [by, value])).toEqual([
      ['owner', '__proto__'],
      ['$.constructor', 'x'],
    ])
  })
})
