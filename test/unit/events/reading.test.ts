import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/index.ts'
import { documentOf } from '../evaluation/one-clause.ts'

const asOf = '2026-04-07T12:00:00Z'
const good = { id: 'e1', lead: 'L', type: 'start', at: '2026-04-07T09:00:00Z' }
const readAll = (...events: readonly unknown[]) => evaluate(documentOf(), events, { asOf })
const refusals = (event: unknown) => readAll(event).refused.map(({ code, path }) => [code, ...path])

describe('[E1] an event', () => {
  it('needs id, lead, type and at', () => {
    expect(readAll(good)).toMatchObject({ refused: [], obligations: [{ lead: 'L', status: 'open' }] })
    for (const key of ['id', 'lead', 'type', 'at'] as const)
      expect(refusals({ ...good, [key]: undefined })).toEqual([['missing-key', key]])
    expect(refusals({})).toEqual([
      ['missing-key', 'at'],
      ['missing-key', 'id'],
      ['missing-key', 'lead'],
      ['missing-key', 'type'],
    ])
  })

  it.each([7, null, {}, '', true])('has text for its id, lead and type, not %j', (value) => {
    for (const key of ['id', 'lead', 'type']) expect(refusals({ ...good, [key]: value })).toEqual([['wrong-type', key]])
  })

  it.each([undefined, null, 'lead.created', 7, [], () => 1])('is no %s', (value) => {
    expect(refusals(value)).toEqual([['invalid-event']])
  })

  it('has an instant, never a time without an offset [T1]', () => {
    expect(refusals({ ...good, at: '2026-04-07T09:00:00' })).toEqual([['missing-offset', 'at']])
    expect(refusals({ ...good, recordedAt: '2026-04-07T09:00:00' })).toEqual([['missing-offset', 'recordedAt']])
    for (const at of ['7 April', '2026-02-30T09:00:00Z', Number.NaN, 1.5, {}, null]) {
      expect(refusals({ ...good, at })).toEqual([['invalid-instant', 'at']])
    }
  })

  it('may carry its instant as text of any offset, as a Date or as milliseconds', () => {
    for (const at of [
      '2026-04-07T11:00:00+02:00',
      '2026-04-07 09:00:00Z',
      new Date('2026-04-07T09:00:00Z'),
      Date.parse('2026-04-07T09:00:00Z'),
    ]) {
      expect(readAll({ ...good, at }).obligations).toMatchObject([
        { startedAt: '2026-04-07T09:00:00.000Z', usedMs: 3 * 3_600_000 },
      ])
    }
  })

  it('may have an actor, a sequence and data, of their kinds', () => {
    expect(refusals({ ...good, sequence: 3, actor: { id: 'a', team: 't', kind: 'human' }, data: { a: 1 } })).toEqual([])
    expect(refusals({ ...good, sequence: 'first' })).toEqual([['wrong-type', 'sequence']])
    for (const actor of ['anna', {}, { id: 7 }, { id: 'anna', kind: 'cat' }])
      expect(refusals({ ...good, actor })).toEqual([['wrong-type', 'actor']])
    for (const data of ['x', [1], 7]) expect(refusals({ ...good, data })).toEqual([['wrong-type', 'data']])
  })

  it('of a known type has what that type needs', () => {
    const typed = (type: string, data?: unknown) => refusals({ ...good, type, data })
    expect(typed('lead.moved')).toEqual([['missing-key', 'data', 'to']])
    expect(typed('lead.moved', { to: 7 })).toEqual([['wrong-type', 'data', 'to']])
    expect(typed('lead.moved', { to: 'nowhere' })).toEqual([['unknown-state', 'data', 'to']])
    expect(typed('lead.merged', {})).toEqual([['missing-key', 'data', 'into']])
    expect(typed('lead.assigned', {})).toEqual([['missing-key', 'data', 'owner']])
    expect(typed('lead.assigned', { owner: null })).toEqual([])
    expect(typed('lead.assigned', { owner: 'anna', team: 7 })).toEqual([['wrong-type', 'data', 'team']])
    expect(typed('lead.created')).toEqual([])
  })

  it('keeps keys that nobody knows', () => {
    expect(readAll({ ...good, tenant: 'acme' }).refused).toEqual([])
  })
})

describe('[E3] a bad event', () => {
  it('comes back as it was given, with every mistake, and the rest goes on', () => {
    const bad = { id: '', lead: 'L', type: 'start', at: 'soon', data: 7 }
    const { refused, obligations } = readAll(bad, good, 'nonsense')
    expect(refused.filter(({ event }) => event === bad).map(({ code, path }) => [code, ...path])).toEqual([
      ['invalid-instant', 'at'],
      ['wrong-type', 'data'],
      ['wrong-type', 'id'],
    ])
    expect(refused.filter(({ event }) => event === 'nonsense')).toHaveLength(1)
    expect(obligations).toHaveLength(1)
    for (const { message } of refused) expect(message).toMatch(/^expected .+/)
  })
})

describe('[E1] a CloudEvents 1.0 envelope', () => {
  const envelope = {
    specversion: '1.0',
    id: '7',
    source: '/crm',
    subject: 'L',
    type: 'start',
    time: '2026-04-07T09:00:00Z',
    datacontenttype: 'application/json',
    data: { score: 1 },
  }

  it('is taken as it is: subject is the lead and time the instant', () => {
    expect(readAll(envelope)).toMatchObject({ refused: [], obligations: [{ lead: 'L', startedAt: '2026-04-07T09:00:00.000Z' }] })
  })

  it('is refused with paths of its own names', () => {
    expect(refusals({ ...envelope, subject: undefined })).toEqual([['missing-key', 'subject']])
    expect(refusals({ ...envelope, time: 'soon' })).toEqual([['invalid-instant', 'time']])
  })

  it('has an id that is its own only within its source', () => {
    const stop = { ...envelope, source: '/dialer', type: 'stop', time: '2026-04-07T10:00:00Z' }
    expect(readAll(envelope, stop)).toMatchObject({ refused: [], obligations: [{ status: 'met' }] })
    expect(readAll(envelope, { ...envelope })).toMatchObject({ findings: [{ code: 'duplicate-event' }] })
  })

  it('is to conditions an event like any other', () => {
    const clause = { start: { on: 'start', when: { fact: 'event', path: '$.data.score', operator: 'equal', value: 1 } } } as const
    expect(evaluate(documentOf(clause), [envelope], { asOf }).obligations).toHaveLength(1)
    const byLead = { start: { on: 'start', when: { fact: 'event', path: '$.lead', operator: 'equal', value: 'L' } } } as const
    expect(evaluate(documentOf(byLead), [envelope], { asOf }).obligations).toHaveLength(1)
  })
})
