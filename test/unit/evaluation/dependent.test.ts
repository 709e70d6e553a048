import { describe, expect, it } from 'vitest'
import { type AgreementDocument, parseAgreement, type TimedClauseDocument } from '../../../src/index.ts'
import { assigned, at, documentOf, evaluated, type Happened, happened, moved } from './one-clause.ts'

const first = happened('07 09:00 start')
const wants = happened('07 10:00 want')

/** `reply` on start and stop, and `demo` on want and show, which waits for it; in either order of writing. */
function documents(demo: Partial<TimedClauseDocument> = {}, reply: Partial<TimedClauseDocument> = {}): AgreementDocument[] {
  const { clauses, ...rest } = documentOf(reply)
  const both = {
    reply: clauses.reply as TimedClauseDocument,
    demo: {
      ...(documentOf().clauses.reply as TimedClauseDocument),
      start: { on: 'want' },
      stop: { on: 'show' },
      after: 'reply',
      ...demo,
    } as TimedClauseDocument,
  }
  return [
    { ...rest, clauses: both },
    { ...rest, clauses: { demo: both.demo, reply: both.reply } },
  ]
}

/** Returns the clocks of `demo`, which are the same whichever clause is written first. */
function demos(
  events: readonly Happened[],
  demo: Partial<TimedClauseDocument> = {},
  reply: Partial<TimedClauseDocument> = {},
): string[] {
  const [one, other] = documents(demo, reply).map((document) =>
    evaluated(document, events, '07 16:00')
      .obligations.filter(({ clause }) => clause === 'demo')
      .map(({ status, startedAt }) => `${status} ${startedAt.slice(11, 16)}`),
  )
  expect(other).toEqual(one)
  return one ?? []
}

describe('[C13] a clause that waits for another', () => {
  it('starts with the event that closes the other', () => {
    expect(demos([first, wants, happened('07 11:00 stop')])).toEqual(['openBreached 11:00'])
  })

  it('starts at once where the other has closed', () => {
    expect(demos([first, happened('07 09:30 stop'), wants])).toEqual(['openBreached 10:00'])
  })

  it('waits while the other has never begun, and while it is open again', () => {
    expect(demos([wants])).toEqual([])
    expect(demos([wants, happened('07 11:00 start')])).toEqual([])
    expect(demos([wants, happened('07 11:00 start'), happened('07 12:30 stop')])).toEqual(['open 12:30'])
    expect(demos([first, happened('07 09:30 stop'), happened('07 09:40 start'), wants])).toEqual([])
  })

  it('starts once, however often it was wanted', () => {
    expect(demos([first, wants, happened('07 10:30 want'), happened('07 13:00 stop')])).toEqual(['open 13:00'])
  })

  it('starts after a cancel of the other as after a stop, but not after a reset, which leaves it open', () => {
    const more = { cancel: { on: 'end' }, reset: { on: 'again' } } as const
    expect(demos([first, wants, happened('07 13:00 end')], {}, more)).toEqual(['open 13:00'])
    expect(demos([first, wants, happened('07 13:00 again')], {}, more)).toEqual([])
  })

  it('waits on where one event closes the other and opens it again', () => {
    expect(demos([first, wants, happened('07 13:00 start')], {}, { stop: { on: 'start' } })).toEqual([])
  })

  it('is dropped by a stop or a cancel while it waits', () => {
    const events = (type: string) => [first, wants, happened(`07 11:00 ${type}`), happened('07 13:00 stop')]
    expect(demos(events('show'))).toEqual([])
    expect(demos(events('end'), { cancel: { on: 'end' } })).toEqual([])
  })

  it('is dropped by the very event that would have ended the waiting', () => {
    expect(demos([first, wants, happened('07 13:00 stop')], { cancel: { on: 'stop' } })).toEqual([])
    expect(demos([first, wants, happened('07 13:00 stop')], { stop: { on: 'stop' } })).toEqual([])
  })

  it('starts where one event stops the other and wants this one', () => {
    expect(demos([first, happened('07 13:00 stop')], { start: { on: 'stop' } })).toEqual(['open 13:00'])
  })

  it('waits where one event starts both', () => {
    expect(demos([happened('07 08:00 start'), happened('07 09:00 stop'), first], { start: { on: 'start' } })).toEqual([
      'openBreached 09:00',
    ])
  })

  it('starts where the other is met as soon as it starts', () => {
    const events = [moved('07 09:00', 'won'), wants, happened('07 13:00 start')]
    expect(demos(events, {}, { stop: { enters: 'won' } })).toEqual(['open 13:00'])
  })

  it('asks what it requires, and which goal wins, when it starts', () => {
    const owned = { requires: { fact: 'owner', operator: 'notEqual', value: null } } as const
    const stop = happened('07 13:00 stop')
    expect(demos([first, wants, stop], owned)).toEqual([])
    expect(demos([first, wants, assigned('07 12:00', 'anna'), stop], owned)).toEqual(['open 13:00'])
    const [document] = documents({
      within: [{ name: 'by stop', when: { fact: 'event', path: '$.type', operator: 'equal', value: 'stop' }, target: 'PT1H' }],
    })
    const obligations = document ? evaluated(document, [first, wants, stop], '07 13:30').obligations : []
    expect(obligations).toMatchObject([{ clause: 'reply' }, { clause: 'demo', goal: 'by stop', dueAt: at('07 14:00') }])
  })

  it('waits not with a reset, a new owner or a new goal of its open clock', () => {
    const events = [
      first,
      happened('07 09:30 stop'),
      assigned('07 09:40', 'anna'),
      wants,
      happened('07 10:30 start'),
      assigned('07 13:00', 'bert'),
      happened('07 14:00 again'),
    ]
    expect(demos(events, { runs: 'owner', reset: { on: 'again' } })).toEqual([
      'superseded 10:00',
      'superseded 13:00',
      'open 14:00',
    ])
  })

  it('reopens within its window whatever the other does', () => {
    const events = [
      first,
      happened('07 09:30 stop'),
      wants,
      happened('07 11:00 show'),
      happened('07 11:30 start'),
      happened('07 12:00 want'),
    ]
    expect(demos(events, { reopenWindow: 'PT2H', within: 'PT8H' })).toEqual(['open 10:00'])
  })

  it('waits along a chain, which one event may open as a whole', () => {
    const [document] = documents()
    if (document === undefined) throw new Error('no document')
    const { demo, reply } = document.clauses as Record<string, TimedClauseDocument>
    const won = { stop: { enters: 'won' } } as const
    const chain = {
      ...document,
      clauses: {
        offer: { ...demo, after: 'demo' } as TimedClauseDocument,
        demo: { ...demo, ...won } as TimedClauseDocument,
        reply: { ...reply, ...won } as TimedClauseDocument,
      },
    }
    const events = [moved('07 09:00', 'won'), wants, happened('07 13:00 start')]
    expect(evaluated(chain, events, '07 14:00').obligations.map(({ key, status }) => [key, status])).toEqual([
      ['offer/L/1', 'open'],
      ['demo/L/1', 'met'],
      ['reply/L/1', 'met'],
    ])
  })
})

describe('[C13] parsing', () => {
  const codesOf = (after: string, more: Record<string, unknown> = {}) => {
    const [document] = documents({ after }, more)
    const parsed = parseAgreement(document)
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.join('.')])
  }

  it('refuses a predecessor that is not there', () => {
    expect(codesOf('call')).toEqual([['unknown-clause', 'clauses.demo.after']])
  })

  it('refuses one that is no timed clause', () => {
    const [document] = documents({ after: 'share' })
    const share = { kind: 'compliance', owedBy: 'sales', per: 'month', clause: 'reply', atLeast: 0.9 } as const
    const parsed = parseAgreement({ ...document, clauses: { ...document?.clauses, share } })
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['unknown-clause'])
  })

  it('refuses circles, of one and of several', () => {
    expect(codesOf('demo')).toEqual([['cyclic-clause', 'clauses.demo.after']])
    expect(codesOf('reply', { after: 'demo' })).toEqual([
      ['cyclic-clause', 'clauses.reply.after'],
      ['cyclic-clause', 'clauses.demo.after'],
    ])
  })
})
