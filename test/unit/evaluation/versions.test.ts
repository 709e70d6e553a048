/** [C11] A list of versions: which of them binds a cycle, and what is no list of versions. */

import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  advance,
  evaluate,
  init,
  LeadSlaError,
  step,
  type TimedClauseDocument,
} from '../../../src/index.ts'

const reply = (within: string, more: Partial<TimedClauseDocument> = {}): TimedClauseDocument => ({
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.created' },
  stop: { on: 'call.made' },
  within,
  ...more,
})

const version = (
  name: string,
  from: string | undefined,
  clauses: AgreementDocument['clauses'],
  to?: string,
): AgreementDocument => ({
  agreement: 'acme',
  version: name,
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales' } },
  ...(from === undefined && to === undefined ? {} : { effective: { ...(from ? { from } : {}), ...(to ? { to } : {}) } }),
  clauses,
})

const first = version('2026.1', '2026-01-01', { reply: reply('PT4H') })
const second = version('2026.2', '2026-07-01', { reply: reply('PT1H') })

const event = (id: string, type: string, at: string, lead = 'L1') => ({ id, lead, type, at })
const created = (id: string, at: string) => event(id, 'lead.created', at)
const called = (id: string, at: string) => event(id, 'call.made', at)

const outcomes = (versions: readonly AgreementDocument[], events: readonly unknown[], asOf = '2026-09-01T00:00:00Z') =>
  evaluate(versions, events, { asOf }).obligations.map(({ key, version: name, status, dueAt }) => [key, name, status, dueAt])

const codesOf = (versions: readonly unknown[]) => {
  try {
    evaluate(versions as AgreementDocument[], [], { asOf: 0 })
  } catch (error) {
    if (error instanceof LeadSlaError) return error.issues.map(({ code, path }) => [code, path.join('.')])
    throw error
  }
  return []
}

describe('a cycle', () => {
  it('is held to the version in force when it starts, also after the next has come', () => {
    const events = [created('1', '2026-06-30T23:30:00Z'), called('2', '2026-07-01T02:00:00Z')]
    expect(outcomes([first, second], events)).toEqual([['reply/L1/1', '2026.1', 'met', '2026-07-01T03:30:00.000Z']])
  })

  it('that starts at the first instant of a version is bound by it', () => {
    expect(outcomes([first, second], [created('1', '2026-07-01T00:00:00Z')])).toEqual([
      ['reply/L1/1', '2026.2', 'openBreached', '2026-07-01T01:00:00.000Z'],
    ])
  })

  it('is counted on over the versions of its clause', () => {
    const events = [
      created('1', '2026-06-01T00:00:00Z'),
      called('2', '2026-06-01T01:00:00Z'),
      created('3', '2026-08-01T00:00:00Z'),
      called('4', '2026-08-01T02:00:00Z'),
    ]
    expect(outcomes([first, second], events).map(([key, name, status]) => [key, name, status])).toEqual([
      ['reply/L1/1', '2026.1', 'met'],
      ['reply/L1/2', '2026.2', 'metLate'],
    ])
  })

  it('that is open keeps a start of the next version from opening another', () => {
    const events = [created('1', '2026-06-30T00:00:00Z'), created('2', '2026-07-02T00:00:00Z')]
    expect(outcomes([first, second], events)).toEqual([['reply/L1/1', '2026.1', 'openBreached', '2026-06-30T04:00:00.000Z']])
  })

  it('ends by the words of its own version, whatever stops the next one', () => {
    const other = version('2026.2', '2026-07-01', { reply: reply('PT1H', { stop: { on: 'mail.sent' } }) })
    const events = [
      created('1', '2026-06-30T23:00:00Z'),
      event('2', 'mail.sent', '2026-07-01T01:00:00Z'),
      called('3', '2026-07-01T02:00:00Z'),
    ]
    expect(evaluate([first, other], events, { asOf: '2026-08-01T00:00:00Z' }).obligations).toMatchObject([
      { stoppedAt: '2026-07-01T02:00:00.000Z', status: 'met' },
    ])
  })

  it('that one event stops and starts is followed by one of the version in force', () => {
    const loop = { start: { on: 'ping' }, stop: { on: 'ping' } }
    const versions = [
      version('a', undefined, { reply: reply('PT4H', loop) }),
      version('b', '2026-07-01', { reply: reply('PT2H', loop) }),
    ]
    const events = [event('1', 'ping', '2026-06-30T23:00:00Z'), event('2', 'ping', '2026-07-01T01:00:00Z')]
    expect(outcomes(versions, events, '2026-07-01T02:00:00Z').map(([key, name, status]) => [key, name, status])).toEqual([
      ['reply/L1/1', 'a', 'met'],
      ['reply/L1/2', 'b', 'open'],
    ])
  })

  it('that is reset in the time of the next version is followed by one of it', () => {
    const again = { reset: { on: 'lead.recycled' } }
    const versions = [
      version('a', undefined, { reply: reply('PT4H', again) }),
      version('b', '2026-07-01', { reply: reply('PT2H', again) }),
    ]
    const events = [created('1', '2026-06-30T23:00:00Z'), event('2', 'lead.recycled', '2026-07-01T01:00:00Z')]
    expect(outcomes(versions, events, '2026-07-01T01:30:00Z')).toEqual([
      ['reply/L1/1', 'a', 'superseded', '2026-07-01T03:00:00.000Z'],
      ['reply/L1/2', 'b', 'open', '2026-07-01T03:00:00.000Z'],
    ])
  })

  it('of a clause that the next version drops goes on, and no other starts', () => {
    const dropped = version('2026.2', '2026-07-01', { other: reply('PT1H', { start: { on: 'never' } }) })
    const events = [
      created('1', '2026-06-30T23:00:00Z'),
      called('2', '2026-07-01T00:30:00Z'),
      created('3', '2026-07-02T00:00:00Z'),
    ]
    expect(outcomes([first, dropped], events).map(([key, name, status]) => [key, name, status])).toEqual([
      ['reply/L1/1', '2026.1', 'met'],
    ])
  })

  it('whose stop still holds is not followed by one of the next version inside its reopen window', () => {
    const more: Partial<TimedClauseDocument> = {
      start: { on: 'ping' },
      stop: { becomes: { all: [{ fact: 'lead', path: '$.segment', operator: 'notEqual', value: 'enterprise' }] } },
      reopenWindow: 'PT4H',
    }
    const versions = [
      version('a', undefined, { reply: reply('PT4H', more) }),
      version('b', '2026-07-01', { reply: reply('PT2H', more) }),
    ]
    const events = [event('1', 'ping', '2026-06-30T23:00:00Z'), event('2', 'ping', '2026-07-01T01:00:00Z')]
    expect(outcomes(versions, events).map(([key, name, status]) => [key, name, status])).toEqual([['reply/L1/1', 'a', 'met']])
  })

  it('starts in no gap between the versions', () => {
    const ended = version('2026.1', '2026-01-01', { reply: reply('PT4H') }, '2026-06-01')
    expect(outcomes([ended, second], [created('1', '2026-06-15T00:00:00Z')])).toEqual([])
  })

  it('knows of the pause that began before its version', () => {
    const paused = { pause: { on: 'lead.snoozed' }, resume: { on: 'lead.woken' } }
    const versions = [
      version('a', undefined, { reply: reply('PT4H', paused) }),
      version('b', '2026-07-01', { reply: reply('PT2H', paused) }),
    ]
    const events = [event('1', 'lead.snoozed', '2026-06-30T00:00:00Z'), created('2', '2026-07-02T00:00:00Z')]
    expect(outcomes(versions, events)).toEqual([['reply/L1/1', 'b', 'paused', null]])
  })

  it('of the next version waits for its predecessor, by whichever version that one is bound', () => {
    const after = { qualify: reply('PT1H', { start: { on: 'lead.created' }, stop: { on: 'lead.moved' }, after: 'reply' }) }
    const versions = [
      version('a', undefined, { reply: reply('PT48H') }),
      version('b', '2026-07-01', { reply: reply('PT48H'), ...after }),
    ]
    const events = [
      created('1', '2026-06-30T23:00:00Z'),
      created('2', '2026-07-01T01:00:00Z'),
      called('3', '2026-07-01T03:00:00Z'),
    ]
    expect(outcomes(versions, events, '2026-07-01T03:30:00Z')).toEqual([
      ['reply/L1/1', 'a', 'met', '2026-07-02T23:00:00.000Z'],
      ['qualify/L1/1', 'b', 'open', '2026-07-01T04:00:00.000Z'],
    ])
  })
})

describe('an evaluation of versions', () => {
  it('names them all, the earliest first', () => {
    const { agreements } = evaluate([second, first], [], { asOf: 0 })
    expect(agreements.map(({ version: name }) => name)).toEqual(['2026.1', '2026.2'])
  })

  it('reads a move by the lifecycle of its time', () => {
    const states = { initial: 'new', states: { new: { to: ['mql'] }, mql: {} } }
    const more = { initial: 'new', states: { new: { to: ['mql', 'sal'] }, mql: {}, sal: {} } }
    const versions = [
      { ...first, lifecycle: states },
      { ...second, lifecycle: more },
    ]
    const move = (id: string, at: string) => ({ id, lead: id, type: 'lead.moved', at, data: { to: 'sal' } })
    const { refused } = evaluate(versions, [move('1', '2026-06-30T00:00:00Z'), move('2', '2026-07-02T00:00:00Z')], {
      asOf: '2026-08-01T00:00:00Z',
    })
    expect(refused).toMatchObject([{ event: { id: '1' }, code: 'unknown-state' }])
  })
})

describe('a list of versions', () => {
  it('is of one agreement', () => {
    expect(codesOf([first, { ...second, agreement: 'other' }])).toEqual([['mixed-agreements', '1.agreement']])
  })

  it('binds no cycle twice', () => {
    expect(codesOf([first, { ...second, effective: { from: '2026-01-01' } }])).toEqual([
      ['overlapping-versions', '1.effective.from'],
    ])
    expect(codesOf([{ ...first, effective: { from: '2026-01-01', to: '2026-08-01' } }, second])).toEqual([
      ['overlapping-versions', '1.effective.from'],
    ])
  })

  it('gives each version a name of its own', () => {
    expect(codesOf([first, { ...second, version: '2026.1' }])).toEqual([['overlapping-versions', '1.version']])
  })

  it('is not empty', () => {
    expect(codesOf([])).toEqual([['missing-key', '0']])
  })

  it('tells of every mistake of every version, with its position', () => {
    expect(codesOf([{ ...first, timeZone: 'Nowhere' }, second, { ...second, version: 3 }])).toEqual([
      ['unknown-time-zone', '0.timeZone'],
      ['wrong-type', '2.version'],
    ])
  })
})

describe('a state', () => {
  const folded = () => step(first, init(first, 'L1'), created('1', '2026-06-30T23:30:00Z')).state

  it('goes on when a version is added that binds what is to come', () => {
    const { state } = step([first, second], folded(), called('2', '2026-07-01T04:00:00Z'))
    const again = step([first, second], state, created('3', '2026-07-03T00:00:00Z'))
    expect(advance([first, second], again.state, '2026-07-03T02:00:00Z').effects.map(({ key }) => key)).toEqual([
      'due/reply/L1/2',
      'breach/reply/L1/2',
    ])
  })

  it('is refused under a version that binds what it has seen already', () => {
    const early = { ...second, effective: { from: '2026-06-30' } }
    expect(() => step([first, early], folded(), called('2', '2026-07-01T04:00:00Z'))).toThrow(/before the version/)
  })

  it('is refused where it has not kept what the new version reads', () => {
    const hot = version('2026.2', '2026-07-01', {
      reply: reply('PT1H', {
        start: { on: 'lead.created', when: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 5 }] } },
      }),
    })
    expect(() => step([first, hot], folded(), called('2', '2026-07-01T04:00:00Z'))).toThrow(/fold it anew/)
  })

  it('is refused where it does not know what a clause of the new version remembers', () => {
    const paused = version('2026.2', '2026-07-01', { reply: reply('PT1H', { pause: { on: 'zzz' }, resume: { on: 'aaa' } }) })
    expect(() => step([first, paused], folded(), called('2', '2026-07-01T04:00:00Z'))).toThrow(/fold it anew/)
  })

  it('of other versions than the first is of another agreement', () => {
    expect(() => step([second], folded(), called('2', '2026-07-01T04:00:00Z'))).toThrow(/invalid-state/)
  })
})
