import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  evaluate,
  init,
  type LeadState,
  migrate,
  nextWake,
  obligations,
  step,
} from '../../../src/index.ts'
import { olderScenes } from './older-scenes.ts'
import { codeOf } from './one-lead.ts'
import states from './states-of-version-1.json' with { type: 'json' }

const older = Object.entries(states).map(([name, state]) => [name, name.split(' ')[0] ?? '', state] as const)

describe('a state of version 1', () => {
  it.each(older)('%s is put into the present shape, and says what it would have said', (_name, scene, state) => {
    const { document, before, events } = olderScenes[scene] as (typeof olderScenes)[string]
    const read = migrate(JSON.parse(JSON.stringify(state)))
    expect(read.v).toBe(2)
    const asOf = (read.now ?? 0) + 3_600_000
    const known = events.slice(0, before)
    expect(obligations(document, read, { asOf })).toEqual(evaluate(document, known, { asOf }).obligations)
    let anew = init(document, 'L', { window: { count: read.window?.[1] ?? 0 } })
    for (const event of known) anew = step(document, anew, event).state
    expect(nextWake(document, read)).toBe(nextWake(document, anew))
  })

  it.each(older)('%s goes on as one that was made anew', (_name, scene, state) => {
    const { document, before, events, asOf } = olderScenes[scene] as (typeof olderScenes)[string]
    let on = state as unknown as LeadState
    let anew = init(document, 'L', { window: { count: migrate(state).window?.[1] ?? 0 } })
    for (const event of events.slice(0, before)) anew = step(document, anew, event).state
    for (const event of events.slice(before)) {
      const [next, other] = [step(document, on, event), step(document, anew, event)]
      expect(next.effects).toEqual(other.effects)
      on = JSON.parse(JSON.stringify(next.state))
      anew = other.state
    }
    expect(obligations(document, on, { asOf })).toEqual(evaluate(document, events, { asOf }).obligations)
  })

  it('under an agreement with cadences is folded anew: it did not follow them', () => {
    const { document } = olderScenes.waiting as (typeof olderScenes)[string]
    const cadence = {
      kind: 'cadence',
      owedBy: 'sales',
      clock: 'office',
      start: { on: 'start' },
      attempt: { on: 'call' },
      count: 2,
      within: 'PT8H',
    }
    const withCadence = { ...document, clauses: { ...document.clauses, cadence } } as AgreementDocument
    const { agreement } = init(withCadence, 'L')
    const state = { ...states['waiting alone'], agreement }
    expect(codeOf(() => nextWake(withCadence, state as unknown as LeadState))).toBe('invalid-state before')
    const empty = { ...init(withCadence, 'L'), v: 1, window: [86_400_000, 32] }
    expect(nextWake(withCadence, empty as unknown as LeadState)).toBeNull()
  })

  it.each([
    ['without a record', { head: {} }],
    ['with a record that was cut off', { head: { ...states['paused alone'].head, open: undefined } }],
    ['whose last event was taken out', { last: null }],
    ['with a clock that is none', { head: { ...states['paused alone'].head, open: [['x']] } }],
  ])('%s is refused', (_title, change) => {
    const { document } = olderScenes.paused as (typeof olderScenes)[string]
    const changed = { ...states['paused alone'], ...change } as unknown as LeadState
    expect(codeOf(() => obligations(document, changed, { asOf: 1_775_570_400_000 }))).toMatch(/^invalid-state/)
  })
})
