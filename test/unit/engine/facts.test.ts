import { describe, expect, it } from 'vitest'
import { factsOf, type Obligation } from '../../../src/engine.ts'
import { defineAgreement, type LeadSlaError } from '../../../src/index.ts'
import { assigned, at, documentOf, evaluated, happened, moved } from '../evaluation/one-clause.ts'
import { bareFacts, hourMs, leadFacts } from './one-promise.ts'

const start = happened('07 16:00 start')
const pausing = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const

describe('the facts of a promise', () => {
  it('count on the clock of its clause, and name instants in text and in numbers', () => {
    const facts = bareFacts({}, [start], '08 10:00')
    expect(facts).toMatchObject({
      ...{ key: 'reply/L/1', clause: 'reply', leadId: 'L', cycle: 1, party: 'sales', status: 'open', goal: '1', isPaused: false },
      ...{ usedMs: 2 * hourMs, targetMs: 4 * hourMs, pausedMs: 0, usedShare: 0.5, remainingMs: 2 * hourMs, overdueMs: null },
      ...{ asOf: at('08 10:00'), asOfMs: Date.parse(at('08 10:00')), dueAt: at('08 12:00'), dueAtMs: Date.parse(at('08 12:00')) },
      ...{ breachedAt: null, breachedAtMs: null, closedAt: null, breach: null, close: null },
    })
    expect(facts.due).toEqual({ version: '1', clause: 'reply', at: facts.dueAtMs, asOf: facts.asOfMs, dueAt: facts.dueAtMs })
    expect(facts.start.at).toBe(facts.startedAtMs)
  })

  it('of a paused one hold what it will have when it is resumed', () => {
    const facts = bareFacts(pausing, [start, happened('08 09:30 hold')], '08 12:00')
    expect(facts).toMatchObject({ status: 'paused', isPaused: true, dueAt: null, dueAtMs: null, due: null })
    expect(facts).toMatchObject({
      dueIfResumedAt: at('08 14:30'),
      remainingMs: 2.5 * hourMs,
      usedShare: 0.375,
      pausedMs: 2.5 * hourMs,
    })
  })

  it('of a broken one say by how much, in business time and pauses included', () => {
    expect(bareFacts({}, [start], '09 10:00')).toMatchObject({
      ...{ status: 'openBreached', breachedAt: at('08 12:00'), dueAt: at('08 12:00') },
      ...{ remainingMs: 0, overdueMs: 6 * hourMs, usedShare: 2.5, isPaused: false },
    })
    const events = [start, happened('08 13:00 hold')]
    expect(bareFacts(pausing, events, '08 15:00')).toMatchObject({
      status: 'openBreached',
      isPaused: true,
      overdueMs: 3 * hourMs,
    })
    expect(leadFacts(documentOf(pausing), events, '08 15:00')).toMatchObject({ isPaused: true })
    const stopped = [...events, happened('08 15:00 stop')]
    const reopenable = documentOf({ ...pausing, reopenWindow: 'PT48H' })
    expect(leadFacts(reopenable, stopped, '08 16:00')).toMatchObject({ status: 'metLate', isPaused: false })
  })

  it('of a closed one end with it', () => {
    const met = bareFacts({}, [start, happened('08 10:00 stop')], '20 12:00')
    expect(met).toMatchObject({ status: 'met', remainingMs: null, overdueMs: null, usedShare: 0.5, closedAt: at('08 10:00') })
    expect(met.close?.at).toBe(met.stoppedAtMs)
    const late = bareFacts({}, [start, happened('08 14:00 stop')], '20 12:00')
    expect(late).toMatchObject({ status: 'metLate', remainingMs: null, overdueMs: 2 * hourMs, usedShare: 1.5, isPaused: false })
  })

  it('take the share of a target that is no amount of business time on the wall, as reminders do', () => {
    const days = { within: { businessDays: 2 } } as const
    expect(bareFacts(days, [happened('07 10:00 start')], '08 10:00')).toMatchObject({ usedShare: 0.5, targetMs: null })
    expect(bareFacts(days, [happened('07 10:00 start')], '09 10:00')).toMatchObject({ usedShare: 1, remainingMs: 0 })
    const fromLead = { within: { dueFrom: { fact: 'lead', path: '$.by' } } } as const
    const told = (by: string) =>
      bareFacts(fromLead, [happened('07 09:00 lead.created', { by }), happened('07 10:00 start')], '07 10:00')
    expect(told(at('07 10:00'))).toMatchObject({ usedShare: null, remainingMs: 0 })
    expect(told('soon')).toMatchObject({ usedShare: null, dueAt: null, remainingMs: null, due: null })
  })

  it('tell who has the lead from who answers for the promise', () => {
    const events = [assigned('07 08:00', 'anna', { team: 'east' }), start, assigned('08 14:00', 'bert', { team: 'west' })]
    const facts = leadFacts(documentOf(), events, '08 16:00')
    expect(facts).toMatchObject({ owner: 'bert', team: 'west', inCharge: 'anna', inChargeTeam: 'east', hadBy: ['anna', 'bert'] })
    expect(bareFacts({}, events, '08 16:00')).toMatchObject({ owner: 'anna', team: 'east', state: null, lead: {}, event: {} })
    expect(bareFacts({}, [start], '08 10:00')).toMatchObject({ owner: null, inCharge: null, hadBy: [] })
  })

  it('hold of the lead what a rule of the agreement reads, and which steps have been told', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 } as const
    const agreement = documentOf({ escalation: [{ when: hot }, { name: 'next', after: 'PT8H' }] })
    const events = [moved('07 08:00', 'mql'), happened('07 09:00 lead.updated', { score: 5, name: 'Ada' }), start]
    expect(leadFacts(agreement, events, '08 13:00')).toMatchObject({ lead: { score: 5 }, state: 'mql', event: {}, toldSteps: [] })
    // The note lets time pass: the first step is decided then, and passed over.
    expect(leadFacts(agreement, [...events, happened('08 13:00 note')], '08 13:00').toldSteps).toEqual(['1'])
  })

  it('take what the app knows of the lead', () => {
    const agreement = documentOf()
    const obligation = evaluated(agreement, [start], '08 10:00').obligations[0] as Obligation
    const standing = {
      lead: { score: 9 },
      event: { type: 'x' },
      state: 'mql',
      owner: null,
      team: 'west',
      isPaused: true,
      toldSteps: ['1'],
    }
    expect(factsOf(obligation, { agreement, asOf: at('08 10:00'), standing })).toMatchObject(standing)
  })
})

describe('facts are refused', () => {
  const agreement = defineAgreement(documentOf(pausing))
  const obligationOf = (events: readonly ReturnType<typeof happened>[], asOf: string) =>
    evaluated(documentOf(pausing), events, asOf).obligations[0] as Obligation
  const open = obligationOf([start], '08 10:00')
  const whyNot = (obligation: unknown, asOf = '08 10:00'): string[] => {
    try {
      factsOf(obligation as Obligation, { agreement, asOf: at(asOf) })
      return []
    } catch (error) {
      return (error as LeadSlaError).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
  }

  it('at an instant at which the obligation would look otherwise', () => {
    expect(whyNot(open)).toEqual([])
    for (const other of ['08 10:01', '08 09:59', '07 12:00', '09 10:00'])
      expect(whyNot(open, other)).toEqual(['out-of-range asOf'])
    // Nothing is counted in the evening, but the promise that ends at the close is broken after it.
    const untilClose = obligationOf([happened('07 13:00 start')], '07 17:00')
    expect([whyNot(untilClose, '07 17:00'), whyNot(untilClose, '07 18:00')]).toEqual([[], ['out-of-range asOf']])
    const broken = obligationOf([happened('07 13:00 start')], '07 18:00')
    expect([whyNot(broken, '07 20:00'), whyNot(broken, '07 17:00')]).toEqual([[], ['out-of-range asOf']])
    const met = obligationOf([start, happened('08 09:30 stop')], '08 10:00')
    expect([whyNot(met, '20 10:00'), whyNot(met, '08 09:29')]).toEqual([[], ['out-of-range asOf']])
    const paused = obligationOf([start, happened('08 09:30 hold')], '08 10:00')
    expect([whyNot(paused), whyNot(paused, '08 11:00')]).toEqual([[], ['out-of-range asOf']])
  })

  it('for an obligation of another agreement, version or clause', () => {
    for (const other of [{ agreement: 'other' }, { version: '2' }, { clause: 'call' }, { clause: '__proto__' }]) {
      expect(whyNot({ ...open, ...other })).toEqual(['unknown-clause clause'])
    }
  })

  it('for what is no obligation, with all that is wrong', () => {
    for (const nothing of [null, undefined, 7, 'reply/L/1', [], [open]]) expect(whyNot(nothing)).toEqual(['wrong-type '])
    expect(whyNot({}).length).toBeGreaterThan(15)
    expect(whyNot({ ...open, usedMs: Number.NaN, status: 'late', startedAt: null, dueAt: 'tomorrow', owners: [7] })).toEqual([
      'wrong-type usedMs',
      'wrong-type owners',
      'unknown-value status',
      'invalid-instant startedAt',
      'invalid-instant dueAt',
    ])
    expect(whyNot({ ...open, targetMs: 0, owner: 5, owners: null })).toEqual([
      'wrong-type owner',
      'wrong-type targetMs',
      'wrong-type owners',
    ])
  })

  it('for an instant that is none', () => {
    expect(() => factsOf(open, { agreement, asOf: 'now' })).toThrow('asOf: expected an instant')
  })

  it('never: the version is found among several', () => {
    const versions = [documentOf(pausing), documentOf({}, { version: '2', effective: { from: '2026-06-01' } })]
    expect(factsOf(open, { agreement: versions, asOf: at('08 10:00') }).version).toBe('1')
  })
})
