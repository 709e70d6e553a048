/** What comes in over a stream and is no event: JSON of any shape, events with one thing wrong, and what no JSON can hold. */

import fc from 'fast-check'
import { states } from './agreement.ts'

const noText = fc.constantFrom(undefined, null, '', 7, true, {}, ['a'])
const noInstant = fc.constantFrom(
  ...[undefined, null, '', 'yesterday', '2026-04-07', '2026-04-07T08:00:00', '2026-02-30T08:00:00Z', '2026-04-07T25:00:00Z'],
  ...[
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1.5,
    1e18,
    '1775550600000',
    {},
    [],
    true,
    '10000-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
  ],
)

/** What is wrong: a key of the event, and what stands there instead. */
const mistake: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  noText.map((id) => ({ id })),
  noText.map((lead) => ({ lead })),
  noText.map((type) => ({ type })),
  noInstant.map((at) => ({ at })),
  noInstant.filter((at) => at !== undefined && at !== null).map((recordedAt) => ({ recordedAt })),
  fc.constantFrom('1', Number.NaN, {}, [], Number.POSITIVE_INFINITY).map((sequence) => ({ sequence })),
  fc
    .constantFrom('anna', 7, [], {}, { id: 7 }, { id: '' }, { id: 'a', kind: 'cat' }, { id: 'a', team: 5 })
    .map((actor) => ({ actor })),
  fc.constantFrom('x', 7, [], [1], true).map((data) => ({ data })),
  fc.constantFrom({}, { to: null }, { to: 7 }, { to: '' }, undefined).map((data) => ({ type: 'lead.moved', data })),
  fc
    .constantFrom({}, { owner: 7 }, { owner: '' }, { team: 'east' }, { owner: 'anna', team: 7 })
    .map((data) => ({ type: 'lead.assigned', data })),
)

/** An event of a lead that there is, with one thing wrong. */
const brokenEvent = fc
  .record({ mistake, lead: fc.constantFrom('A', 'B'), to: fc.constantFrom(...states), minute: fc.nat(20_000) })
  .map(({ mistake: wrong, lead, to, minute }) => ({
    id: 'broken',
    lead,
    type: 'lead.moved',
    at: new Date(Date.UTC(2026, 2, 23) + minute * 60_000).toISOString(),
    data: { to },
    ...wrong,
  }))

/** Returns what is no event, whatever one makes of it. */
export const jsonGarbage: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue(), brokenEvent, brokenEvent)

const throws = () => JSON.parse('{')

/** Things that throw when somebody looks at them, each made anew: even a report of a failure could not print them. */
const hostile: readonly (() => unknown)[] = [
  () => Object.defineProperty({}, 'id', { enumerable: true, get: throws }),
  () => ({
    id: 'x',
    lead: 'A',
    type: 'call',
    at: 0,
    data: Object.defineProperty({}, 'seconds', { enumerable: true, get: throws }),
    actor: 7,
  }),
  () => new Proxy({}, { get: throws }),
  () => new Proxy({}, { ownKeys: throws }),
  () => new Proxy([], { get: throws }),
]

const strange: readonly (() => unknown)[] = [
  () => undefined,
  () => Symbol('event'),
  () => () => 'event',
  () => 10n,
  () => new Date(Number.NaN),
  () => Object.create(null),
  () => {
    const cyclic: Record<string, unknown> = { id: 'x' }
    cyclic.data = cyclic
    return cyclic
  },
  () => ({ id: 1n, lead: Symbol('lead'), type: () => 'type', at: new Map() }),
]

/** Garbage, or how to make it where even looking at it for a report would throw. */
export type Garbage = { readonly value: unknown } | { readonly make: () => unknown }

export function made(garbage: Garbage): unknown {
  return 'make' in garbage ? garbage.make() : garbage.value
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
})

/** Returns anything at all that JavaScript can hold and that is no event. */
export const anyGarbage: fc.Arbitrary<Garbage> = fc.oneof(
  fc.oneof(anything, jsonGarbage).map((value) => ({ value })),
  fc.constantFrom(...strange).map((make) => ({ make })),
)

/** Returns things that throw when they are looked at: no JSON can, and no door may let it through. */
export const throwingGarbage: fc.Arbitrary<Garbage> = fc.constantFrom(...hostile).map((make) => ({ make }))
