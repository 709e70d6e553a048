/** An engine decides on the facts of a promise what the live side decides on the state of its lead. */

import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { noFacts } from '../../src/engine/sla-facts.ts'
import { factsOf, factsOfLead, prefixed, type SlaFacts, toEngine } from '../../src/engine.ts'
import {
  type AgreementDocument,
  advance,
  type ConditionDocument,
  defineAgreement,
  type Effect,
  evaluate,
  init,
  type LeadEvent,
  nextWake,
  obligations,
  step,
  type TimedClauseDocument,
} from '../../src/index.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { condition } from '../arbitraries/timed-clause.ts'

import { msOf } from '../oracle/ms.ts'

const numRuns = Math.ceil(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 8)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => Promise<void>): void {
  it(title, { timeout: 120_000 }, () => fc.assert(fc.asyncProperty(drawn, check), { numRuns, seed: seed++ }))
}

/** Conditions that throw in an engine of their own: a filter without data, a list that is none, a number that is no number. */
const throwing = fc.constantFrom<ConditionDocument>(
  { fact: 'lead', path: '$.odd[?(@.a.b > 1)]', operator: 'notEqual', value: 1 },
  { fact: 'lead', path: '$.odd[?(@.a.b > 1)]', operator: 'not:equal', value: 1 },
  { fact: 'lead', path: '$.segment', operator: 'notIn', value: { fact: 'lead', path: '$.odd' } },
  { fact: 'lead', path: '$.segment', operator: 'not:in', value: { fact: 'lead', path: '$.odd' } },
  { fact: 'state', operator: 'someValue:equal', value: { fact: 'lead', path: '$.odd' } },
  { fact: 'lead', path: '$.odd', operator: 'not:lessThan', value: 5 },
  { fact: 'lead', path: '$..c', operator: 'everyFact:greaterThan', value: 1 },
)
const readsNoEvent = condition.filter((node) => !JSON.stringify(node).includes('"event"'))
const leaf = fc.oneof({ weight: 3, arbitrary: readsNoEvent }, { weight: 1, arbitrary: throwing })
const when = fc.oneof(
  { weight: 2, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  { weight: 1, arbitrary: fc.tuple(leaf, fc.constantFrom(5, 20)).map(([one, priority]) => ({ all: [one], priority })) },
)
const ladderStep = fc.record(
  { when, action: fc.constantFrom('notify', 'reassign', 'pool'), name: fc.constantFrom('first', 'x/y') },
  { requiredKeys: ['action'] },
)
const ladder = fc.array(ladderStep, { minLength: 1, maxLength: 3 }).map((steps) => {
  return steps.map(({ name, ...one }, index) => ({
    ...one,
    ...(name === undefined ? {} : { name: `${name}${index}` }),
    ...(index === 0 ? {} : { after: `PT${index * 45}M` }),
  }))
})
const oddFact = fc.constantFrom<unknown>(undefined, [], [{}], [{ a: { b: 2 } }, { c: 3 }], 'enterprise', 7, null, {
  toString: 1,
  valueOf: 1,
})

/** A lead of a story whose clauses have a ladder with conditions, and instants to look at it. */
const told = fc
  .tuple(story(), fc.array(ladder, { minLength: 3, maxLength: 3 }), fc.nat(), fc.array(oddFact, { maxLength: 4 }))
  .chain(([one, ladders, pick, odd]) => {
    const leads = [...new Set(one.events.map(({ lead }) => lead))]
    const lead = leads[pick % leads.length] ?? 'A'
    const events = one.events.filter((event) => event.lead === lead).map((event, index) => withOdd(event, odd[index]))
    return fc
      .record({
        cuts: fc.array(fc.nat(events.length), { minLength: 1, maxLength: 3 }),
        minutes: fc.array(fc.nat(4_000), { maxLength: 2 }),
      })
      .map((rest) => ({ ...rest, document: withLadders(one.document, ladders, pick % 4 > 0), lead, events: apart(events) }))
  })

function withOdd(event: LeadEvent, odd: unknown): LeadEvent {
  const isTaken = odd !== undefined && (event.type === 'lead.created' || event.type === 'lead.updated')
  return isTaken ? { ...event, data: { ...event.data, odd } } : event
}

/** In most stories the clocks start soon, end seldom and are paused often, so that ladders are climbed. */
function withLadders(document: Story['document'], ladders: readonly object[], isBusy: boolean): AgreementDocument {
  const { effective, ...rest } = document
  const clauses = Object.entries(document.clauses).map(([id, clause], index) => {
    const { cancel, reset, requires, after, ...busy } = clause as TimedClauseDocument
    return [id, { ...(isBusy ? { ...busy, ...busyTriggers } : clause), escalation: ladders[index] }]
  })
  return { ...(isBusy ? rest : document), clauses: Object.fromEntries(clauses) } as AgreementDocument
}

const busyTriggers = {
  start: { on: ['lead.created', 'lead.assigned', 'lead.updated', 'lead.moved', 'call'] },
  stop: { on: 'mail' },
  pause: { on: ['snooze', 'reopen'] },
  resume: { on: ['wake', 'note'] },
  within: [{ when: { fact: 'state', operator: 'in', value: ['won', 'open'] }, target: 'PT2H' }, { target: 'PT15M' }],
}

/** Returns the events in order, one at an instant: what is told at an instant, a second event of that instant may take back. */
function apart(events: readonly LeadEvent[]): LeadEvent[] {
  const sorted = [...events].sort((a, b) => msOf(a.at) - msOf(b.at))
  return sorted.filter(({ at }, index) => msOf(at) !== msOf(sorted[index - 1]?.at ?? 0))
}

/** What a step of a ladder says, whoever says it. */
function essence(clause: string, at: object | undefined): string {
  const { cycle, step: name, action, to, notTo, breachedAt, party } = { ...at } as Record<string, unknown>
  return JSON.stringify([clause, cycle, name, action, to, notTo, breachedAt, party])
}

const escalations = (effects: readonly Effect[]) =>
  effects.filter(({ kind }) => kind === 'escalation').map(({ clause, data }) => essence(clause, data))

/** Returns the events of ladders that a run on each of the facts gives. */
async function decided(engine: Engine, all: readonly SlaFacts[], prefix = ''): Promise<string[]> {
  const found: string[] = []
  for (const facts of all) {
    const { events } = await engine.run(prefixed(facts, prefix))
    for (const { type, params } of events) if (type === `${prefix}sla:escalation`) found.push(essence(params?.clause, params))
  }
  return found
}

let climbed = 0
let passedOver = 0

describe('an engine', () => {
  law(
    '[F3] decides the ladder as the live side does, at any instant',
    told,
    async ({ document, lead, events, cuts, minutes }) => {
      const agreement = defineAgreement(document)
      const engine = toEngine(agreement)
      for (const cut of new Set(cuts)) {
        let state = init(agreement, lead)
        for (const event of events.slice(0, cut)) state = step(agreement, state, event).state
        const wake = nextWake(agreement, state)
        const now = state.now ?? msOf(events[0]?.at ?? 0)
        const instants = [
          ...minutes.map((minute) => now + minute * 60_000),
          ...(wake === null ? [] : [wake, wake - 1]),
          now + 86_400_000 * 9,
        ]
        for (const asOf of instants) {
          const effects = advance(agreement, state, asOf).effects
          const expected = escalations(effects)
          expect((await decided(engine, factsOfLead(agreement, state, { asOf }))).sort()).toEqual([...expected].sort())
          climbed += expected.length
          if (effects.some(({ kind }) => kind === 'breach') && expected.length === 0) passedOver++
        }
      }
    },
  )

  law('[F3] decides it through the whole life of a lead, event by event', told, async ({ document, lead, events }) => {
    const agreement = defineAgreement(document)
    const engine = toEngine(agreement)
    let state = init(agreement, lead)
    for (const event of events) {
      const at = msOf(event.at)
      const passed = advance(agreement, state, at - 1)
      expect((await decided(engine, factsOfLead(agreement, state, { asOf: at - 1 }))).sort()).toEqual(
        escalations(passed.effects).sort(),
      )
      const stepped = step(agreement, passed.state, event)
      const facts = factsOfLead(agreement, stepped.state, { asOf: stepped.state.now ?? at, before: passed.state })
      expect((await decided(engine, facts)).sort()).toEqual(escalations(stepped.effects).sort())
      state = stepped.state
    }
  })

  law(
    '[F3] is no other inside an engine of an app, whatever that has made of itself',
    told,
    async ({ document, lead, events, cuts, minutes }) => {
      const agreement = defineAgreement(document)
      const engine = toEngine(agreement)
      const own = appEngine()
      const installed = toEngine(agreement, { into: own, prefix: 'sla.' })
      expect(installed).toBe(own)
      let state = init(agreement, lead)
      for (const event of events.slice(0, cuts[0])) state = step(agreement, state, event).state
      const asOf = (state.now ?? 0) + (minutes[0] ?? 1_000) * 60_000
      const facts = factsOfLead(agreement, state, { asOf })
      expect((await decided(own, facts, 'sla.')).sort()).toEqual((await decided(engine, facts)).sort())
    },
  )

  law('knows as much from an obligation as from the state, but for what only the state knows', told, async (drawn) => {
    const { document, lead, events, minutes } = drawn
    const agreement = defineAgreement(document)
    let state = init(agreement, lead)
    for (const event of events) state = step(agreement, state, event).state
    const asOf = (state.now ?? 0) + (minutes[0] ?? 0) * 60_000
    const bare = evaluate(agreement, events, { asOf }).obligations.map((obligation) => factsOf(obligation, { agreement, asOf }))
    const known = factsOfLead(agreement, state, { asOf })
    expect(obligations(agreement, state, { asOf }).length).toBe(known.length)
    const common = (facts: SlaFacts) => ({
      ...facts,
      ...{ lead: 0, state: 0, owner: 0, team: 0, isExcused: 0, toldSteps: 0 },
    })
    const keys = new Set(known.map(({ key }) => key))
    expect(bare.filter(({ key }) => keys.has(key)).map(common)).toEqual(known.map(common))
    for (const facts of [...bare, ...known]) holdsTogether(facts)
  })

  law('knows in its window how a lead stood at an earlier instant', told, async ({ document, lead, events, cuts }) => {
    const agreement = defineAgreement(document)
    const wide = { window: { ms: 10_000 * 86_400_000, count: 1_000 } }
    const asOf = msOf(events[(cuts[0] ?? 0) % events.length]?.at ?? 0)
    const fold = (list: readonly LeadEvent[]) =>
      list.reduce((state, event) => step(agreement, state, event).state, init(agreement, lead, wide))
    const then = factsOfLead(agreement, fold(events.filter(({ at }) => msOf(at) <= asOf)), { asOf })
    const untold = (facts: SlaFacts) => ({ ...facts, toldSteps: [], isExcused: false })
    expect(factsOfLead(agreement, fold(events), { asOf }).map(untold)).toEqual(then.map(untold))
  })

  it('has climbed and passed over steps in these laws', () => {
    expect(climbed).toBeGreaterThan(numRuns / 4)
    expect(passedOver).toBeGreaterThan(numRuns / 25)
  })
})

/** An engine with other operators, another resolver of paths and names of its own. */
function appEngine(): Engine {
  const engine = new Engine([], { pathResolver: () => 'something else', allowUndefinedFacts: true })
  for (const name of ['equal', 'in', 'greaterThanInclusive', 'doesNotContain']) engine.addOperator(name, () => false)
  engine.setCondition('hot', { any: [] })
  engine.addFact('status', 'ours')
  return engine
}

/** No fact is undefined, all are plain JSON, and they do not contradict each other. */
function holdsTogether(facts: SlaFacts): void {
  expect(Object.keys(facts).sort()).toEqual(Object.keys(noFacts).sort())
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  const { status, usedMs, usedShare, targetMs, remainingMs, overdueMs, closedAtMs, breachedAtMs, dueAtMs } = facts
  expect(Object.values(facts)).not.toContain(undefined)
  expect(overdueMs === null).toBe(breachedAtMs === null)
  expect((overdueMs ?? 0) >= 0 && (remainingMs ?? 0) >= 0).toBe(true)
  if (closedAtMs !== null) expect(remainingMs).toBeNull()
  // Due instants that roll into open time leave more than the target.
  if (targetMs !== null && remainingMs !== null && status !== 'waived') expect(usedMs + remainingMs >= targetMs).toBe(true)
  if (status === 'open' && targetMs !== null && dueAtMs !== null) expect(usedMs + (remainingMs ?? 0)).toBe(targetMs)
  if (status === 'openBreached' && usedShare !== null) expect(usedShare).toBeGreaterThanOrEqual(1)
  if (status === 'met' && usedShare !== null) expect(usedShare).toBeLessThanOrEqual(1)
}
