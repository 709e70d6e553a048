import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type Agreement, attainment, evaluate, type Grouping, type Obligation } from '../../src/index.ts'
import { type Backtest, backtest, type Difference } from '../../src/insight.ts'
import { agreementOf, mondays, pooledAgreement } from '../arbitraries/agreement.ts'
import { history } from '../arbitraries/history.ts'
import { law } from './law.ts'

/** Few agreements, each of which is checked once: what is compared here is what they make of many histories. */
const scene = fc.constantFrom(mondays[0], mondays[1]).chain((monday) => {
  const one = fc.constantFrom(...agreementsOf(monday))
  return fc.record({
    before: one,
    after: one,
    events: history(monday),
    asOf: fc.integer({ min: 1, max: 12 }).map((days) => Date.parse(`${monday}T00:00:00Z`) + days * 86_400_000),
    turn: fc.nat(),
  })
})

const pools = new Map<string, readonly Agreement[]>()

function agreementsOf(monday: (typeof mondays)[number]): readonly Agreement[] {
  const pool = pools.get(monday) ?? fc.sample(pooledAgreement(monday), { numRuns: 8, seed: 7 }).map(agreementOf)
  pools.set(monday, pool)
  return pool
}

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never

const run = ({ before, after, events, asOf }: Scene): Backtest =>
  backtest(before, after, events, { asOf, effective: 'asWritten' })

function clocksOf(document: Scene['before'], { events, asOf }: Scene): ReadonlyMap<string, Obligation> {
  return new Map(evaluate(document, events, { asOf }).obligations.map((clock) => [clock.key, clock]))
}

const counted = ({ status, owner, team, party, breachedAt }: Obligation) =>
  [status, owner, team, party, breachedAt === null].join()

describe('a backtest', () => {
  law('finds the clocks that differ when both are evaluated and compared', scene, (drawn) => {
    const { before, after } = drawn
    const [was, now] = [clocksOf(before, drawn), clocksOf(after, drawn)]
    const keys = new Set([...was.keys(), ...now.keys()])
    const expected = [...keys].filter((key) => {
      const [one, other] = [was.get(key), now.get(key)]
      return !one || !other || counted(one) !== counted(other)
    })
    const { flips, clocks } = run(drawn)
    expect(flips.map(({ key }) => key).sort()).toEqual(expected.sort())
    expect(clocks).toEqual({ before: was.size, after: now.size, same: keys.size - expected.length })
    for (const { key, from, to } of flips) {
      expect([from?.status, from?.owner, from?.dueAt]).toEqual([was.get(key)?.status, was.get(key)?.owner, was.get(key)?.dueAt])
      expect([to?.status, to?.owner, to?.dueAt]).toEqual([now.get(key)?.status, now.get(key)?.owner, now.get(key)?.dueAt])
    }
  })

  law('gives each group that differs the figures of its attainment under both', scene, (drawn) => {
    const [was, now] = [drawn.before, drawn.after].map((document) => [...clocksOf(document, drawn).values()])
    const found = run(drawn)
    const lists: readonly (readonly [readonly Difference[], Grouping | 'lead'])[] = [
      [found.clauses, 'clause'],
      [found.parties, 'party'],
      [found.teams, 'team'],
      [found.owners, 'owner'],
      [found.leads, 'lead'],
    ]
    for (const [differences, by] of lists) {
      const figuresOf = (clocks: readonly Obligation[] = [], name: string | null) =>
        attainment(clocks, (clock) => clock[by]).find((group) => group.name === name) ?? {
          clocks: 0,
          kept: 0,
          decided: 0,
          share: null,
        }
      for (const { name, before, after } of differences) {
        expect(before).toEqual(picked(figuresOf(was, name)))
        expect(after).toEqual(picked(figuresOf(now, name)))
      }
      // What is not listed is alike.
      const names = new Set([...(was ?? []), ...(now ?? [])].map((clock) => clock[by]))
      for (const name of names) {
        if (differences.some((each) => each.name === name)) continue
        expect(picked(figuresOf(was, name))).toEqual(picked(figuresOf(now, name)))
      }
    }
  })

  law('does not depend on the order of the events, nor on which side an agreement stands', scene, (drawn) => {
    const at = drawn.turn % (drawn.events.length + 1)
    const events = [...drawn.events.slice(at), ...drawn.events.slice(0, at)].reverse()
    const there = run(drawn)
    expect(run({ ...drawn, events })).toEqual(there)
    const opposite = { better: 'worse', worse: 'better', other: 'other' } as const
    const back = run({ ...drawn, before: drawn.after, after: drawn.before })
    const turned = back.flips.map(({ from, to, effect, ...rest }) => ({ ...rest, effect: opposite[effect], from: to, to: from }))
    const inOrder = <Item extends { readonly key: string }>(list: readonly Item[]) =>
      [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(inOrder(turned)).toEqual(inOrder(there.flips))
  })

  law('of an agreement with itself is empty', scene, ({ before, events, asOf }) => {
    const { isEmpty, flips, periods, clauses, parties, teams, owners, leads } = backtest(before, before, events, { asOf })
    expect(isEmpty).toBe(true)
    expect([flips, periods, clauses, parties, teams, owners, leads].flat()).toEqual([])
  })
})

function picked({ clocks, kept, decided, share }: Difference['before']): Difference['before'] {
  return { clocks, kept, decided, share }
}
