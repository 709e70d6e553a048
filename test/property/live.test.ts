import fc from 'fast-check'
import { describe, expect } from 'vitest'
import {
  type Agreement,
  type AgreementDocument,
  advance,
  defineAgreement,
  type Effect,
  evaluate,
  type InitOptions,
  init,
  type LeadEvent,
  type LeadState,
  nextWake,
  obligations,
  step,
  stepMany,
} from '../../src/index.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { msOf } from '../oracle/ms.ts'
import { law } from './law.ts'

const wide = { window: { ms: 10_000 * 86_400_000, count: 1_000 } }

const reminder = fc.oneof(
  fc.record({ share: fc.constantFrom(0.25, 0.5, 0.75, 0.9), deliver: fc.constantFrom('openHours', 'anyTime', 'digest') }),
  fc.record({ before: fc.constantFrom('PT15M', 'PT1H', 'PT3H'), on: fc.constantFrom('business', 'wall') }),
)
/** What a step may ask: there is no event when it comes. */
const askedOfStep = fc.constantFrom(
  { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 50 },
  { fact: 'state', operator: 'in', value: ['new', 'open'] },
  { any: [{ condition: 'hot' }, { fact: 'owner', operator: 'notEqual', value: null }] },
)
const ladderStep = fc
  .record({ action: fc.constantFrom('notify', 'reassign', 'pool'), when: fc.option(askedOfStep, { nil: undefined }) })
  .map(({ when, action }) => (when === undefined ? { action } : { action, when }))
const followUps = fc.record({
  reminders: fc.array(reminder, { maxLength: 2 }),
  escalation: fc
    .array(ladderStep, { maxLength: 2 })
    .map((steps) => steps.map((one, index) => ({ ...one, after: `PT${index * 2}H` }))),
})

/** What is counted over periods is not followed lead by lead. */
const withCadences = fc.oneof(
  story({ versions: true }),
  periodStory({ versions: true, soon: true }).map(({ document, ...rest }) => {
    const clocked = Object.entries(document.clauses).filter(([, { kind }]) => kind === 'timed' || kind === 'cadence')
    return { ...rest, document: { ...document, clauses: Object.fromEntries(clocked) } }
  }),
)

/** A story whose clauses remind and escalate, lead by lead, and an order of arrival. */
const told = fc.tuple(withCadences, followUps, fc.nat()).chain(([one, more, pick]) => {
  const document = withFollowUps(one.document, more)
  const leads = [...new Set(one.events.map(({ lead }) => lead))]
  const lead = leads[pick % leads.length] ?? 'A'
  const events = one.events.filter((event) => event.lead === lead)
  return fc
    .record({
      arrival: fc.shuffledSubarray(events, { minLength: events.length }),
      cut: fc.nat(events.length),
      pauses: fc.array(fc.nat(3_000), { maxLength: 4 }),
    })
    .map((rest) => ({ ...rest, document, lead, events, asOf: one.asOf, earlier: one.earlier }))
})

function withFollowUps(document: Story['document'], more: object): AgreementDocument {
  const clauses = Object.fromEntries(Object.entries(document.clauses).map(([id, clause]) => [id, { ...clause, ...more }]))
  return { ...document, clauses } as AgreementDocument
}

/** Returns the state after all events, one by one, and all effects. */
function fold(
  agreement: Agreement,
  lead: string,
  events: readonly LeadEvent[],
  options: InitOptions = wide,
): { state: LeadState; effects: Effect[] } {
  let state = init(agreement, lead, options)
  const effects: Effect[] = []
  for (const event of events) {
    const next = step(agreement, state, event)
    state = next.state
    effects.push(...next.effects)
  }
  return { state, effects }
}

/** What holds after all effects and retractions; when it was detected depends on when somebody looked. */
function standing(effects: readonly Effect[]): unknown[] {
  const held = new Map<string, unknown>()
  for (const { retracts, ...effect } of effects) {
    if (retracts !== undefined) held.delete(retracts)
    else held.set(effect.key, { ...effect, data: { ...effect.data, detectedAt: undefined } })
  }
  return [...held.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, effect]) => effect)
}

const inOrder = (events: readonly LeadEvent[]) =>
  [...events].sort((a, b) => msOf(a.at) - msOf(b.at) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1))

/** The events that nothing repeats or corrects. */
function single(events: readonly LeadEvent[]): readonly LeadEvent[] {
  const ids = events.map(({ id }) => id)
  return events.filter(({ id }) => ids.indexOf(id) === ids.lastIndexOf(id))
}

/** The record of a state; which of two copies of an event it holds, each in its own spelling, is all one. */
function headOf({ head }: LeadState): unknown {
  const isInstant = (key: string, value: unknown) => /^(at|recordedAt)$/.test(key) && typeof value === 'string'
  return JSON.parse(JSON.stringify(head), (key, value) => (isInstant(key, value) ? Date.parse(value) : value))
}

type Told = typeof told extends fc.Arbitrary<infer Value> ? Value : never

/** Draws stories and checks the agreement of each. */
function liveLaw(title: string, check: (drawn: Told & { agreement: Agreement }) => void): void {
  law(title, told, (drawn) => check({ ...drawn, agreement: defineAgreement(drawn.document) }))
}

describe('the live side', () => {
  liveLaw('[E2] folds what the batch evaluates, in any order of arrival, at any instant', (drawn) => {
    const { agreement, lead, events, arrival, asOf, earlier } = drawn
    const { state } = fold(agreement, lead, arrival)
    for (const at of [asOf, earlier]) {
      const expected = evaluate(agreement, events, { asOf: at }).obligations
      expect(obligations(agreement, state, { asOf: at })).toEqual(expected)
    }
  })

  liveLaw('[E2] needs no window for events that come in order, nor any longer one than they need', (drawn) => {
    const { agreement, lead, cut } = drawn
    // What is told at an instant cannot be taken back without a window, when something else happens at that instant.
    const events = inOrder(single(drawn.events)).filter(({ at }, index, all) => msOf(at) !== msOf(all[index - 1]?.at ?? 0))
    const whole = fold(agreement, lead, events)
    for (const window of [{ count: 0 }, { count: cut }, { ms: cut * 3_600_000 }]) {
      const { state, effects } = fold(agreement, lead, events, { window })
      expect(effects).toEqual(whole.effects)
      expect(state.head).toEqual(whole.state.head)
      const asOf = (state.now ?? 0) + cut * 3_600_000
      expect(obligations(agreement, state, { asOf })).toEqual(evaluate(agreement, events, { asOf }).obligations)
    }
  })

  liveLaw('[F1] reminds in the life of a clock, and climbs the ladder of none that was not breached', (drawn) => {
    const { agreement, lead } = drawn
    const { state, effects } = fold(agreement, lead, inOrder(single(drawn.events)))
    const last = advance(agreement, state, (state.now ?? 0) + 30 * 86_400_000)
    const clocks = new Map(obligations(agreement, last.state, { asOf: last.state.now ?? 0 }).map((one) => [one.key, one]))
    for (const { kind, clause, at, data } of [...effects, ...last.effects]) {
      const clock = clocks.get(`${clause}/${lead}/${data?.cycle}`)
      if (clock === undefined) continue
      if (kind === 'reminder') expect(at >= clock.startedAt && at <= (clock.closedAt ?? at)).toBe(true)
      if (kind === 'escalation' || kind === 'breach') expect(at >= (clock.breachedAt ?? 'never')).toBe(true)
    }
  })

  liveLaw('is the same after every cut, written down and read back', ({ agreement, lead, arrival }) => {
    let state = init(agreement, lead, wide)
    let copy = init(agreement, lead, wide)
    for (const event of arrival) {
      state = step(agreement, state, event).state
      copy = JSON.parse(JSON.stringify(step(agreement, copy, event).state))
    }
    expect(copy).toEqual(JSON.parse(JSON.stringify(state)))
  })

  liveLaw('takes many events as one by one', ({ agreement, lead, arrival, cut }) => {
    const first = stepMany(agreement, init(agreement, lead, wide), arrival.slice(0, cut))
    const second = stepMany(agreement, first.state, arrival.slice(cut))
    const { state, effects } = fold(agreement, lead, arrival)
    expect(second.state).toEqual(state)
    expect([...first.effects, ...second.effects]).toEqual(effects)
  })

  liveLaw('[F2] leaves the same effects standing in any order of arrival', ({ agreement, lead, arrival, events }) => {
    const shuffled = fold(agreement, lead, arrival)
    const ordered = fold(agreement, lead, inOrder(events))
    expect(standing(shuffled.effects)).toEqual(standing(ordered.effects))
    expect(headOf(shuffled.state)).toEqual(headOf(ordered.state))
  })

  liveLaw('[F5] wakes exactly: nothing happens before, something does then', ({ agreement, lead, arrival }) => {
    let { state } = fold(agreement, lead, arrival)
    for (let wakes = 0; wakes < 12; wakes++) {
      const next = nextWake(agreement, state)
      if (next === null) {
        expect(advance(agreement, state, (state.now ?? 0) + 1_000 * 86_400_000).effects).toEqual([])
        return
      }
      expect(next).toBeGreaterThan(state.now ?? 0)
      expect(advance(agreement, state, next - 1).effects).toEqual([])
      const woken = advance(agreement, state, next)
      expect(woken.effects.length).toBeGreaterThan(0)
      state = woken.state
    }
  })

  liveLaw(
    'fires every missed stage in order when it is late, and nothing when it is early',
    ({ agreement, lead, arrival, pauses }) => {
      const { state } = fold(agreement, lead, arrival)
      const from = state.now ?? 0
      const ends = from + 400 * 86_400_000
      const atOnce = advance(agreement, state, ends)
      let current = state
      const effects: Effect[] = []
      for (const minutes of [...pauses].sort((a, b) => a - b)) {
        const next = advance(agreement, current, from + minutes * 60_000)
        effects.push(...next.effects)
        current = next.state
        expect(advance(agreement, current, from)).toEqual({ state: current, effects: [], refused: [] })
      }
      effects.push(...advance(agreement, current, ends).effects)
      expect(standing(effects)).toEqual(standing(atOnce.effects))
      const instants = atOnce.effects.map(({ at }) => msOf(at))
      expect(instants).toEqual([...instants].sort((a, b) => a - b))
    },
  )

  liveLaw(
    '[F2] gives, before and after a passing of time, what the events alone give',
    ({ agreement, lead, arrival, pauses }) => {
      let state = init(agreement, lead, wide)
      const effects: Effect[] = []
      for (const [index, event] of arrival.entries()) {
        const next = step(agreement, state, event)
        const later = advance(agreement, next.state, (next.state.now ?? 0) + (pauses[index % 4] ?? 0) * 60_000)
        state = later.state
        effects.push(...next.effects, ...later.effects)
      }
      const plain = fold(agreement, lead, arrival)
      const end = Math.max(state.now ?? 0, plain.state.now ?? 0)
      expect(standing([...effects, ...advance(agreement, state, end).effects])).toEqual(
        standing([...plain.effects, ...advance(agreement, plain.state, end).effects]),
      )
    },
  )
})
