import { describe, expect, it } from 'vitest'
import { defineAgreement } from '../../../src/index.ts'
import { type Lifecycle, type State, unsoundness } from '../../../src/lifecycle/lifecycle.ts'

type Short = Partial<Record<string, { readonly to?: readonly string[]; readonly disposition?: boolean }>>

function lifecycleOf(initial: string, states: Short): Lifecycle {
  const entries = Object.entries(states).map(([name, { to = [], disposition = false } = {}]): [string, State] => [
    name,
    { name, definition: null, to: new Set(to), disposition, entry: null, by: null },
  ])
  return { initial, states: new Map(entries) }
}

const found = (initial: string, states: Short) =>
  unsoundness(lifecycleOf(initial, states)).map(({ code, state }) => [code, state])

describe('the soundness of a lifecycle', () => {
  it('has nothing to say where every lead can come to a disposition', () => {
    expect(
      found('new', { new: { to: ['won', 'lost'] }, won: { disposition: true }, lost: { to: ['new'], disposition: true } }),
    ).toEqual([])
  })

  it('finds a state that no move leads to, however many leave it', () => {
    expect(found('new', { new: { to: ['won'] }, won: { disposition: true }, island: { to: ['won'] } })).toEqual([
      ['unreachable-state', 'island'],
    ])
  })

  it('finds states that lead only to each other', () => {
    const states = { new: { to: ['won'] }, won: { disposition: true }, a: { to: ['b'] }, b: { to: ['a'] } }
    expect(found('new', states)).toEqual([
      ['unreachable-state', 'a'],
      ['unreachable-state', 'b'],
    ])
  })

  it('finds a state that no move leaves and that disposes of nothing', () => {
    expect(found('new', { new: { to: ['won', 'limbo'] }, won: { disposition: true }, limbo: {} })).toEqual([
      ['dead-end-state', 'limbo'],
    ])
  })

  it('finds a lifecycle in which no lead is ever disposed of', () => {
    expect(found('new', { new: { to: ['old'] }, old: { to: ['new'] } })).toEqual([['no-disposition', null]])
  })

  it('of one state is said in words', () => {
    for (const { message } of unsoundness(lifecycleOf('new', { new: {}, other: {} }))) expect(message).toMatch(/\w+ .+/)
  })
})

describe('the lifecycle of an agreement', () => {
  const { lifecycle } = defineAgreement({
    agreement: 'a',
    version: '1',
    timeZone: 'UTC',
    parties: { sales: { name: 'Sales' } },
    lifecycle: {
      initial: 'new',
      states: {
        new: { definition: 'Fresh.', to: ['won'] },
        won: { disposition: true, by: ['sales'], entry: { fact: 'owner', operator: 'notEqual', value: null } },
      },
    },
    clauses: {},
  })

  it('holds each state with its moves, its rule and who may move', () => {
    expect(lifecycle?.initial).toBe('new')
    expect([...(lifecycle?.states.keys() ?? [])]).toEqual(['new', 'won'])
    expect(lifecycle?.states.get('new')).toMatchObject({
      definition: 'Fresh.',
      to: new Set(['won']),
      disposition: false,
      by: null,
      entry: null,
    })
    expect(lifecycle?.states.get('won')).toMatchObject({ disposition: true, by: new Set(['sales']) })
    expect(lifecycle?.states.get('won')?.entry?.test({ owner: 'anna' })).toBe(true)
    expect(lifecycle?.states.get('won')?.entry?.test({ owner: null })).toBe(false)
  })

  it('is none where the document has none', () => {
    const bare = defineAgreement({ agreement: 'a', version: '1', timeZone: 'UTC', parties: {}, clauses: {} })
    expect(bare.lifecycle).toBeNull()
  })
})
