import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type AgreementDocument, attainment, evaluate, type Obligation, parseAgreement } from '../../src/index.ts'
import { applyPatch, calibrate } from '../../src/insight.ts'
import { quantileByCounting } from '../oracle/survival-oracle.ts'
import { callsOf, replyAgreement } from '../unit/insight/calls.ts'
import { law } from './law.ts'

const asOf = '2026-06-01T00:00:00Z'
const lead = fc.record({
  minutes: fc.option(fc.integer({ min: 0, max: 2_000 }), { freq: 6 }),
  end: fc.constantFrom('call.made', 'call.made', 'call.made', 'lead.dropped'),
  data: fc.record({ segment: fc.constantFrom('smb', 'enterprise'), score: fc.nat(2) }),
  owner: fc.constantFrom('anna', 'ben'),
  team: fc.constantFrom('north', 'south'),
})
const leads = fc.array(lead, { minLength: 1, maxLength: 40 })
const percent = fc.integer({ min: 50, max: 99 })
const evaluated = (drawn: readonly (typeof lead extends fc.Arbitrary<infer Lead> ? Lead : never)[]) => callsOf(drawn)

describe('a calibration', () => {
  law(
    'gives the least time by which the wanted share stopped, open clocks and all',
    fc.tuple(leads, percent),
    ([drawn, share]) => {
      const { obligations } = evaluate(replyAgreement, evaluated(drawn), { asOf })
      const { clauses } = calibrate(obligations, { compliance: share / 100 })
      const lives = obligations.map(({ usedMs, stoppedAt }) => ({ ms: usedMs, isStopped: stoppedAt !== null }))
      expect(clauses.map(({ distribution: { target } }) => target.ms)).toEqual([quantileByCounting(lives, share)])
    },
  )

  law('deals every clock into one segment, with the distribution of that segment alone', leads, (drawn) => {
    const events = evaluated(drawn)
    const { obligations } = evaluate(replyAgreement, events, { asOf })
    const [clause] = calibrate(obligations, { by: ['team', { fact: '$.segment' }], events }).clauses
    for (const [by, valueOf] of [
      ['team', ({ team }: Obligation) => team],
      ['$.segment', ({ lead: name }: Obligation) => drawn[Number(name.slice(1))]?.data.segment],
    ] as const) {
      const own = clause?.segments.filter((segment) => segment.by === by) ?? []
      expect(own.reduce((sum, { distribution }) => sum + distribution.clocks, 0)).toBe(obligations.length)
      for (const { value, distribution } of own) {
        const [alone] = calibrate(obligations.filter((one) => valueOf(one) === value)).clauses
        expect(distribution).toEqual(alone?.distribution)
      }
    }
  })

  law('compares a segment with the target of all others together', fc.tuple(leads, percent), ([drawn, share]) => {
    const { obligations } = evaluate(replyAgreement, evaluated(drawn), { asOf })
    const [clause] = calibrate(obligations, { by: ['owner'], compliance: share / 100, minimumSample: 5 }).clauses
    for (const { value, ratio, distribution } of clause?.segments ?? []) {
      if (ratio === null) continue
      const others = obligations.filter(({ owner }) => owner !== value)
      const [rest] = calibrate(others, { compliance: share / 100 }).clauses
      expect(ratio).toBe((distribution.target.ms ?? 0) / (rest?.distribution.target.ms ?? 0))
    }
  })

  law('does not depend on the order of the clocks', fc.tuple(leads, fc.nat()), ([drawn, turn]) => {
    const events = evaluated(drawn)
    const { obligations } = evaluate(replyAgreement, events, { asOf })
    const at = turn % obligations.length
    const turned = [...obligations.slice(at), ...obligations.slice(0, at)].reverse()
    const options = { by: ['owner'] as const, agreement: replyAgreement, minimumSample: 5 }
    expect(calibrate(turned, options)).toEqual(calibrate(obligations, options))
  })

  law(
    'suggests what the same clocks keep, in an agreement that is valid',
    fc.tuple(fc.array(lead, { minLength: 5, maxLength: 60 }), percent),
    ([drawn, share]) => {
      // Everybody is called, so that the kept share is a plain one.
      const events = callsOf(drawn.map((one) => ({ ...one, minutes: one.minutes ?? 7, end: 'call.made' })))
      const options = {
        by: ['team', { fact: '$.score' }] as const,
        events,
        agreement: replyAgreement,
        minimumSample: 5,
        level: 0.5,
      }
      const before = evaluate(replyAgreement, events, { asOf })
      const { operations, clauses } = calibrate(before, { ...options, compliance: share / 100 })
      const document = applyPatch(replyAgreement, operations)
      expect(parseAgreement(document).ok).toBe(true)
      const [clause] = clauses
      expect(clause?.because === null || clause?.because === 'unchanged').toBe(true)
      const after = evaluate(document as AgreementDocument, events, { asOf }).obligations
      const [figures] = attainment(after, 'clause')
      expect(figures?.share).toBeGreaterThanOrEqual(share / 100 - 1e-9)
      for (const { goal, kept } of clause?.suggestions ?? []) {
        const own = after.filter((one) => one.goal === goal || clause?.suggestions.length === 1)
        expect(own.filter(({ status }) => status === 'met').length / own.length).toBeCloseTo(kept.share, 9)
      }
    },
  )
})
