import { describe, expect, it } from 'vitest'
import {
  advance,
  defineAgreement,
  evaluate,
  init,
  type LeadState,
  migrate,
  nextWake,
  obligations,
  step,
  stepMany,
  type TimedClauseDocument,
} from '../../../src/index.ts'
import { assigned, at, documentOf, happened } from '../evaluation/one-clause.ts'
import { agreement, codeOf, followed, stepped } from './one-lead.ts'

const start = happened('07 09:00 start')
const { state } = stepped([start, happened('07 10:00 note')])

describe('a state', () => {
  it('is plain JSON, and goes on the same when it is read back', () => {
    const read = migrate(JSON.parse(JSON.stringify(state)))
    expect(read).toEqual(state)
    const stop = { id: 's', ...happened('07 11:00 stop') }
    expect(step(agreement, read, stop)).toEqual(step(agreement, state, stop))
  })

  it.each([[null], [undefined], [7], ['state'], [[]], [{}]])('that is %j is refused', (value) => {
    expect(codeOf(() => migrate(value))).toMatch(/^invalid-state/)
  })

  it('of a newer version is refused', () => {
    expect(codeOf(() => migrate({ ...state, v: 3 }))).toBe('invalid-state v')
  })

  it.each<[keyof LeadState, unknown]>([
    ['lead', ''],
    ['agreement', 7],
    ['window', [1]],
    ['window', [-1, 2]],
    ['now', 'noon'],
    ['last', [1, 2]],
    ['last', null],
    ['head', null],
    ['head', { t: 0 }],
    ['recent', [{ id: 'x' }]],
  ])('whose %s was cut off or changed to %j is refused', (key, value) => {
    expect(codeOf(() => migrate({ ...state, [key]: value }))).toMatch(/^invalid-state/)
  })

  it('that was cut off in its midst is refused', () => {
    const keys = Object.keys(state)
    for (const length of keys.keys()) {
      // Without its window a state is whole: it holds no events that others could come before.
      if (keys[length - 1] === 'head') continue
      const cut = Object.fromEntries(Object.entries(state).slice(0, length))
      expect(
        codeOf(() => migrate(cut)),
        `${length} keys`,
      ).toMatch(/^invalid-state/)
    }
  })

  it('with a record of another agreement inside is refused when it is used', () => {
    const head = state.head && { ...state.head, open: [[7, 1, 0, 0, 0, 0] as const] }
    expect(codeOf(() => advance(agreement, { ...state, head }, at('07 12:00')))).toBe('invalid-state head')
  })

  it('of another agreement is refused', () => {
    const other = defineAgreement(documentOf({ within: 'PT5H' }))
    expect(codeOf(() => step(other, state, start))).toBe('invalid-state agreement')
  })

  it('of a lead to which nothing happened has nothing to wait for, and lets time pass', () => {
    const empty = init(agreement, 'L')
    expect(nextWake(agreement, empty)).toBeNull()
    expect(advance(agreement, empty, at('07 09:00'))).toMatchObject({ effects: [], state: { head: null } })
    expect(obligations(agreement, empty, { asOf: at('07 09:00') })).toEqual([])
  })
})

describe('a clock in a state', () => {
  const bare = { window: { count: 0 } }

  it('that was closed while it was paused is not breached, wherever its due instant would have been', () => {
    const cold = { fact: 'lead', path: '$.score', operator: 'lessThan', value: 20 } as const
    const paused = defineAgreement(
      documentOf({
        pause: { on: 'hold' },
        resume: { on: 'wake' },
        cancel: { on: 'end' },
        within: [{ when: cold, target: 'PT30M' }, { target: 'PT4H' }],
      }),
    )
    // On hold since 10:00, it takes at 11:00 a goal that would have been due at 09:30.
    const events = [start, happened('07 10:00 hold'), happened('07 11:00 lead.updated', { score: 5 }), happened('07 12:00 end')]
    const numbered = events.map((event, index) => ({ id: `e${index}`, ...event }))
    const { state: closed } = stepMany(paused, init(paused, 'L', bare), numbered)
    const asOf = at('07 13:00')
    expect(obligations(paused, closed, { asOf })).toMatchObject([{ status: 'cancelled', breachedAt: null, dueAt: null }])
    expect(obligations(paused, closed, { asOf })).toEqual(evaluate(paused, numbered, { asOf }).obligations)
  })

  it('without a window is not forgotten over a move that goes nowhere', () => {
    const { state: kept, refused } = stepped([start, happened('07 10:00 lead.moved', { to: 'nowhere' })], bare)
    expect(refused).toMatchObject([{ code: 'unknown-state' }])
    expect(obligations(agreement, kept, { asOf: at('07 10:00') })).toMatchObject([{ status: 'open', usedMs: 3_600_000 }])
  })

  it('that was stopped goes on when it is reopened, with all who had it', () => {
    const clause = { reopenWindow: 'PT2H', attribution: 'proportional' } as const
    const reopening = defineAgreement(documentOf(clause))
    const events = [
      assigned('07 08:00', 'anna'),
      start,
      assigned('07 10:00', 'bert'),
      happened('07 10:30 stop'),
      happened('07 12:00 start'),
      happened('07 13:00 stop'),
    ].map((event, index) => ({ id: `e${index}`, ...event }))
    const { state: twice } = stepMany(reopening, init(reopening, 'L', bare), events)
    const asOf = at('07 14:00')
    expect(obligations(reopening, twice, { asOf })).toEqual(evaluate(reopening, events, { asOf }).obligations)
    expect(obligations(reopening, twice, { asOf })).toMatchObject([{ cycle: 1, owner: 'bert', usedMs: 2.5 * 3_600_000 }])
  })

  it('knows after many pauses still who used how much', () => {
    const paused = defineAgreement(documentOf({ clock: 'always', within: 'P30D', pause: { on: 'hold' }, resume: { on: 'wake' } }))
    const turns = Array.from({ length: 40 }, (_, hour) => {
      const from = Date.parse(at('07 10:00')) + hour * 3_600_000
      return [
        { ...happened('07 10:00 hold'), at: from },
        { ...happened('07 10:00 wake'), at: from + 1_800_000 },
      ]
    })
    const events = [assigned('07 08:00', 'anna'), start, ...turns.flat(), assigned('09 08:00', 'bert')]
    const numbered = events.map((event, index) => ({ id: `e${index}`, ...event }))
    let kept = init(paused, 'L', bare)
    for (const event of numbered) kept = JSON.parse(JSON.stringify(step(paused, kept, event).state))
    const asOf = at('09 10:00')
    expect(obligations(paused, kept, { asOf })).toEqual(evaluate(paused, numbered, { asOf }).obligations)
  })

  it('that waits still waits when it is read back', () => {
    const { clauses, ...rest } = documentOf()
    const reply = clauses.reply as TimedClauseDocument
    const demo: TimedClauseDocument = { ...reply, start: { on: 'want' }, stop: { on: 'show' }, after: 'reply' }
    const waiting = defineAgreement({ ...rest, clauses: { demo, reply } })
    let kept = init(waiting, 'L', bare)
    for (const [index, event] of [start, happened('07 10:00 want'), happened('07 11:00 stop')].entries()) {
      kept = JSON.parse(JSON.stringify(step(waiting, kept, { id: `e${index}`, ...event }).state))
    }
    expect(obligations(waiting, kept, { asOf: at('07 12:00') })).toMatchObject([
      { clause: 'demo', status: 'open', startedAt: at('07 11:00') },
      { clause: 'reply', status: 'met' },
    ])
  })
})

describe('the hands of a state', () => {
  it('stay in their order where two came at one instant and another clock began in the last of them', () => {
    const reply = documentOf().clauses.reply as TimedClauseDocument
    const clauses = { reply, other: { ...reply, start: { on: 'begin' }, within: 'PT90M' } } as const
    const events = [
      happened('07 09:00 begin'),
      assigned('07 10:00', 'anna'),
      assigned('07 10:00', 'bert'),
      happened('07 10:00 start'),
      assigned('07 11:00', 'anna'),
    ]
    const document = { ...documentOf(), clauses }
    const { state: last } = followed(document, events)
    const asOf = at('07 12:00')
    const numbered = events.map((event, index) => ({ id: `e${index + 1}`, ...event }))
    const { obligations: expected } = evaluate(document, numbered, { asOf })
    expect(expected).toMatchObject([{ clause: 'reply' }, { clause: 'other', owner: 'bert', team: 'west' }])
    expect(obligations(document, last, { asOf })).toEqual(expected)
  })
})
