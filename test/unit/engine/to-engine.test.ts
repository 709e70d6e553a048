import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { type EngineOptions, factsOfLead, prefixed, toEngine } from '../../../src/engine.ts'
import {
  type AgreementDocument,
  type ConditionDocument,
  defineAgreement,
  init,
  LeadSlaError,
  step,
  type TimedClauseDocument,
} from '../../../src/index.ts'
import { followed } from '../effects/one-lead.ts'
import { assigned, at, documentOf, happened } from '../evaluation/one-clause.ts'
import { bareFacts, eventsOf, hourMs, leadFacts } from './one-promise.ts'

const start = happened('07 09:00 start')
const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
const pausing = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
const engine = toEngine(documentOf())

describe('a situation', () => {
  const clause = pausing
  const stop = happened('07 12:59 stop')
  it.each([
    ['08:59', [happened('07 08:00 start')], []],
    ['11:59', [start], []],
    ['12:00', [start], ['sla:atRisk', 'sla:dueSoon']],
    ['13:00', [start], ['sla:atRisk', 'sla:dueSoon']],
    ['13:01', [start], ['sla:breached']],
    ['13:01', [start, stop], ['sla:met']],
    ['15:00', [start, happened('07 14:00 stop')], ['sla:metLate']],
    ['12:30', [start, happened('07 12:00 hold')], ['sla:paused']],
  ])('at %s of %j is %j', async (time, events, expected) => {
    expect(await eventsOf(engine, bareFacts(clause, events, `07 ${time}`))).toEqual(expected)
  })

  it('begins where the app says', async () => {
    const early = toEngine(documentOf(), { atRisk: 0.25, dueSoon: 'PT15M' })
    expect(await eventsOf(early, bareFacts({}, [start], '07 09:59'))).toEqual([])
    expect(await eventsOf(early, bareFacts({}, [start], '07 10:00'))).toEqual(['sla:atRisk'])
    expect(await eventsOf(early, bareFacts({}, [start], '07 12:45'))).toEqual(['sla:atRisk', 'sla:dueSoon'])
  })

  it('of a breach that was excused is waived, and no breach', async () => {
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'storm' }]
    const agreement = documentOf({ escalation: [{}] }, { exceptions })
    expect(await eventsOf(toEngine(agreement), leadFacts(agreement, [start], '07 15:00'))).toEqual(['sla:waived'])
  })

  it('is a condition for rules of the app', async () => {
    const own = toEngine(documentOf())
    own.addRule({
      conditions: { all: [{ condition: 'sla:breached' }, { ...hot, path: '$.mrr' }] },
      event: { type: 'call the board' },
    })
    const facts = { ...bareFacts({}, [start], '07 14:00'), lead: { mrr: 100 } }
    expect(await eventsOf(own, facts)).toEqual(['call the board', 'sla:breached'])
  })
})

describe('an event', () => {
  it('says about which promise it is, to those who listen as well', async () => {
    const agreement = documentOf({ escalation: [{ name: 'other', action: 'reassign', after: 'PT1H' }] })
    const own = toEngine(agreement)
    const heard: unknown[] = []
    own.on('sla:escalation', (params) => heard.push(params))
    const events = [assigned('07 08:00', 'anna', { team: 'east' }), start]
    const { events: found } = await own.run(leadFacts(agreement, events, '07 15:00'))
    const common = {
      ...{ key: 'reply/L/1', agreement: 'acme', version: '1', clause: 'reply', lead: 'L', cycle: 1, party: 'sales' },
      ...{
        owner: 'anna',
        team: 'east',
        status: 'openBreached',
        asOf: at('07 15:00'),
        dueAt: at('07 13:00'),
        breachedAt: at('07 13:00'),
      },
      ...{ usedMs: 6 * hourMs, targetMs: 4 * hourMs, remainingMs: 0, overdueMs: 2 * hourMs },
    }
    const step = { ...common, step: 'other', action: 'reassign', to: 'reassign', notTo: ['anna'] }
    expect(found.find(({ type }) => type === 'sla:breached')?.params).toEqual(common)
    expect(found.find(({ type }) => type === 'sla:escalation')?.params).toEqual(step)
    expect(heard).toEqual([step])
  })

  it('is the same whether or not the engine replaces facts in events', async () => {
    const facts = bareFacts({}, [start], '07 14:00')
    const into = new Engine([], { replaceFactsInEventParams: true })
    const [replaced] = (await toEngine(documentOf(), { into }).run(facts)).events
    const [plain] = (await toEngine(documentOf()).run(facts)).events
    expect(replaced).toEqual(plain)
  })

  it('does not carry anything over to the next run', async () => {
    const first = await engine.run(bareFacts({}, [start], '07 14:00'))
    const second = await engine.run(bareFacts({}, [start], '07 15:00'))
    expect(first.events[0]?.params?.overdueMs).toBe(hourMs)
    expect(second.events[0]?.params?.overdueMs).toBe(2 * hourMs)
  })

  it('comes of no run that is about something else', async () => {
    for (const own of [
      { order: 7 },
      { status: 'met' },
      { status: 'open', remainingMs: 0, usedShare: 1 },
      { status: 'openBreached' },
    ]) {
      expect(await eventsOf(engine, own)).toEqual([])
    }
  })
})

describe('[F3] the ladder', () => {
  const clause: Partial<TimedClauseDocument> = {
    ...pausing,
    escalation: [
      { name: 'manager' },
      { name: 'hot', after: 'PT1H', when: { condition: 'hot' } },
      { after: 'PT2H', action: 'pool' },
    ],
  }
  const agreement = documentOf(clause, { conditions: { hot: { all: [hot] } } })
  const own = toEngine(agreement)
  const scored = (score: number) => happened('07 08:00 lead.created', { score })
  const steps = async (events: readonly ReturnType<typeof happened>[], asOf: string) =>
    (await eventsOf(own, leadFacts(agreement, events, asOf))).filter((name) => name.startsWith('sla:escalation'))

  it('gives each step once its time has come, and where its condition holds', async () => {
    expect(await steps([scored(90), start], '07 13:00')).toEqual([])
    expect(await steps([scored(90), start], '07 13:01')).toEqual(['sla:escalation manager'])
    expect(await steps([scored(90), start], '07 13:59')).toEqual(['sla:escalation manager'])
    expect(await steps([scored(90), start], '07 14:00')).toEqual(['sla:escalation hot', 'sla:escalation manager'])
    expect(await steps([scored(10), start], '08 14:00')).toEqual(['sla:escalation 3', 'sla:escalation manager'])
  })

  it('gives none that has been told, none of a paused clock and none of a closed one', async () => {
    expect(await steps([scored(90), start, happened('07 14:30 note')], '07 15:00')).toEqual(['sla:escalation 3'])
    expect(await steps([scored(90), start, happened('07 12:59 hold')], '08 15:00')).toEqual([])
    expect(await steps([scored(90), start, happened('07 13:30 hold')], '08 15:00')).toEqual([])
    expect(await steps([scored(90), start, happened('07 13:30 stop')], '08 15:00')).toEqual([])
  })

  it('of an obligation alone is that of an open clock, as long as it is open', async () => {
    const events = [start, happened('07 14:30 stop')]
    const found = async (asOf: string) => await eventsOf(own, bareFacts(pausing, events, asOf))
    expect(await found('07 14:00')).toEqual(['sla:breached', 'sla:escalation manager'])
    expect(await found('08 14:00')).toEqual(['sla:metLate'])
  })

  it('[C16] goes by who answered for the promise when it was due, as the live side does', async () => {
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'fair', teams: ['east'] }]
    const shared = documentOf({ escalation: [{}], attribution: 'proportional' }, { exceptions })
    const events = [assigned('07 08:00', 'anna', { team: 'east' }), start, assigned('07 12:00', 'bert', { team: 'west' })]
    const facts = leadFacts(shared, events, '07 17:00')
    // By now Bert has had the lead for longer, and the breach stays excused.
    expect(facts).toMatchObject({ status: 'waived', inCharge: 'bert', isExcused: true })
    expect(await eventsOf(toEngine(shared), facts)).toEqual(['sla:waived'])
    expect(leadFacts(shared, events, '07 12:30')).toMatchObject({ status: 'open', isExcused: false })
    const undue = documentOf({ within: { dueFrom: { fact: 'lead', path: '$.by' } }, attribution: 'proportional' }, { exceptions })
    expect(leadFacts(undue, events, '07 17:00')).toMatchObject({ status: 'open', dueAt: null, isExcused: false })
    expect(followed(shared, events, '07 17:00').effects.map(({ kind }) => kind)).toEqual(['due', 'breach'])
  })

  it('gives what a step tells by itself, when it knows the state before', async () => {
    const events = [scored(90), start, happened('07 13:30 hold'), happened('07 16:00 wake')]
    const fold = (list: typeof events) => {
      let state = init(agreement, 'L')
      for (const [index, event] of list.entries()) state = step(agreement, state, { id: `e${index}`, ...event }).state
      return state
    }
    const [before, state] = [fold(events.slice(0, -1)), fold(events)]
    const told = async (options: object) => {
      const [facts] = factsOfLead(agreement, state, { asOf: at('07 16:00'), ...options })
      return await eventsOf(own, facts ?? {})
    }
    expect(await told({})).toEqual(['sla:breached'])
    expect(await told({ before })).toEqual(['sla:breached', 'sla:escalation 3', 'sla:escalation hot'])
    expect(await told({ before, lead: { score: 1 } })).toEqual(['sla:breached', 'sla:escalation 3'])
  })

  it('is that of the version by which the promise is bound', async () => {
    const second = documentOf({ escalation: [{ name: 'later' }] }, { version: '2', effective: { from: '2026-04-08' } })
    const versions = [agreement, second]
    const both = toEngine(versions)
    const facts = leadFacts(versions, [scored(10), start], '07 13:30')
    expect(await eventsOf(both, facts)).toEqual(['sla:breached', 'sla:escalation manager'])
    const events = [scored(10), start, happened('07 12:00 stop'), happened('08 09:00 start')]
    expect(await eventsOf(both, leadFacts(versions, events, '08 13:30'))).toEqual(['sla:breached', 'sla:escalation later'])
    expect(await eventsOf(both, { ...facts, agreement: 'other' })).toEqual(['sla:breached'])
  })
})

describe('a named condition', () => {
  const conditions = {
    hot: { all: [hot] },
    mine: { all: [{ condition: 'hot' }, { not: { fact: 'event', path: '$.data.spam', operator: 'equal', value: true } }] },
  }
  const rule = (condition: string) => ({ conditions: { condition }, event: { type: condition } })

  it('is there for rules of the app, and may read the event', async () => {
    const own = toEngine(documentOf({}, { conditions }))
    own.addRule(rule('mine'))
    const lead = { score: 90 }
    expect(await eventsOf(own, { lead, event: {} })).toEqual(['mine'])
    expect(await eventsOf(own, { lead, event: { data: { spam: true } } })).toEqual([])
    expect(await eventsOf(own, { lead: { score: 7 }, event: {} })).toEqual([])
  })

  it('of several versions is that of the latest which has it', async () => {
    const cold = { hot: { all: [{ ...hot, value: 10 }] } }
    const own = toEngine([
      documentOf({}, { conditions }),
      documentOf({}, { version: '2', effective: { from: '2026-06-01' }, conditions: cold }),
    ])
    own.addRule(rule('hot'))
    own.addRule(rule('mine'))
    // What it was made of stays as it was in its own version.
    expect(await eventsOf(own, { lead: { score: 50 }, event: {} })).toEqual(['hot'])
  })

  it('is never lost when the app sets one of the same name later', async () => {
    const agreement = documentOf({ escalation: [{ when: { condition: 'hot' } }] }, { conditions })
    const own = toEngine(agreement)
    own.setCondition('hot', { any: [] })
    expect(await eventsOf(own, leadFacts(agreement, [start], '07 14:00'))).toEqual(['sla:breached'])
  })
})

describe('a condition of the agreement', () => {
  const ladderWith = (...whens: ConditionDocument[]) => documentOf({ escalation: whens.map((when) => ({ when })) })
  const lead = { tags: [{}], list: 'inbound', score: { toString: 1, valueOf: 1 } }
  const facts = (agreement: AgreementDocument) =>
    leadFacts(agreement, [happened('07 08:00 lead.created', lead), start], '07 14:00')

  it('that an engine would fail at is false, and the other rules go on', async () => {
    const agreement = ladderWith(
      { fact: 'lead', path: '$.tags[?(@.a.b > 1)]', operator: 'notEqual', value: 1 },
      { fact: 'state', operator: 'not:someValue:equal', value: { fact: 'lead', path: '$.list' } },
      { fact: 'lead', path: '$.score', operator: 'not:lessThan', value: 5 },
      { not: { fact: 'lead', path: '$.score', operator: 'lessThan', value: 5 } },
    )
    expect(await eventsOf(toEngine(agreement), facts(agreement))).toEqual(['sla:breached', 'sla:escalation 4'])
  })

  it('is that of the package in an engine that has been changed', async () => {
    const agreement = ladderWith(
      { fact: 'lead', path: '$.list', operator: 'equal', value: 'inbound' },
      { fact: 'lead', path: '$.tags[*]', operator: 'contains', value: 7 },
    )
    const into = new Engine([], { pathResolver: () => 7 })
    into.addOperator('equal', () => false)
    into.addOperator('contains', () => true)
    expect(await eventsOf(toEngine(agreement, { into }), facts(agreement))).toEqual(['sla:breached', 'sla:escalation 1'])
  })
})

describe('an engine of an app', () => {
  const taken = (
    options: unknown,
    agreement = documentOf({ escalation: [{}] }, { conditions: { hot: { all: [hot] } } }),
  ): string[] => {
    try {
      toEngine(agreement, options as EngineOptions)
      return []
    } catch (error) {
      if (!(error instanceof LeadSlaError)) throw error
      return error.issues.map(({ code, path }) => `${code} ${path.join(' ')}`)
    }
  }

  it('keeps what it has, and is told of every name that it would lose', async () => {
    const into = new Engine()
    into.addFact('owner', 'ours')
    into.addOperator('exceeds', () => true)
    into.setCondition('hot', { any: [] })
    into.addRule({ name: 'sla:met', conditions: { any: [] }, event: { type: 'ours' } })
    expect(taken({ into })).toEqual([
      'invalid-name into facts owner',
      'invalid-name into operators exceeds',
      'invalid-name into conditions hot',
      'invalid-name into rules sla:met',
    ])
    expect(into.getFact('status')).toBeUndefined()
    expect(taken({ into, prefix: 'sla.' })).toEqual([])
    expect(await eventsOf(into, {})).toEqual(['ours'])
    expect(taken({ into, prefix: 'sla.' }).length).toBeGreaterThan(50)
  })

  it('holds two agreements, each under its prefix', async () => {
    const into = toEngine(documentOf(), { prefix: 'a.' })
    toEngine(documentOf({}, { agreement: 'other' }), { into, prefix: 'b.' })
    const facts = bareFacts({}, [start], '07 14:00')
    expect(await eventsOf(into, prefixed(facts, 'a.'))).toEqual(['a.sla:breached'])
    expect(await eventsOf(into, prefixed(facts, 'b.'))).toEqual(['b.sla:breached'])
    expect(await eventsOf(into, { ...prefixed(facts, 'a.'), ...prefixed(facts, 'b.') })).toEqual([
      'a.sla:breached',
      'b.sla:breached',
    ])
  })

  it('is refused with all that is wrong about the options', () => {
    expect(taken({ into: { run: 1 }, prefix: 'a b', atRisk: 75, dueSoon: '1 hour', atrisk: 1 })).toEqual([
      'unknown-key atrisk',
      'wrong-type into',
      'invalid-name prefix',
      'out-of-range atRisk',
      'invalid-duration dueSoon',
    ])
    for (const atRisk of [0, 1, -1, Number.NaN, '0.5', null]) expect(taken({ atRisk })).toEqual(['out-of-range atRisk'])
    for (const dueSoon of ['PT0S', '-PT1H']) expect(taken({ dueSoon })).toEqual(['out-of-range dueSoon'])
    for (const prefix of [7, null, 'a:', '.a', 'a'.repeat(66)]) expect(taken({ prefix })).toEqual(['invalid-name prefix'])
    for (const into of [null, 7, new Map(), { rules: [] }]) expect(taken({ into })).toEqual(['wrong-type into'])
  })

  it('is refused an agreement that has a condition by the name of a situation, and a wrong one', () => {
    expect(taken({}, documentOf({}, { conditions: { 'sla:met': { all: [hot] } } }))).toEqual(['invalid-name conditions sla:met'])
    expect(taken({}, documentOf({ clock: 'nowhere' }))).toEqual(['unknown-calendar clauses reply clock'])
  })

  it('is made for a thousand clauses', async () => {
    const clause = documentOf({ escalation: [{}] }).clauses.reply
    if (!clause) throw new Error('no clause')
    const clauses = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`c${index}`, clause]))
    const agreement = defineAgreement({ ...documentOf(), clauses })
    const facts = leadFacts(agreement, [start], '07 14:00')
    expect(await eventsOf(toEngine(agreement), facts)).toEqual(['sla:breached', 'sla:escalation 1'])
  })
})
