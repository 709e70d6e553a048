import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { liveTally, mergeAllTallies, mergeTallies, settlePeople, settleTally, tally } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { msOf } from '../oracle/ms.ts'
import { peopleOracle } from '../oracle/period-oracle.ts'
import { periodLaw } from './period-law.ts'

/** Each of them counts a story several times over. */
const law = <Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void) =>
  periodLaw(title, drawn, check, 0.3)

type Interval = readonly [number, number] | readonly number[] | null
const rounded = (interval: Interval) => interval?.map((end) => Math.abs(end).toFixed(9)) ?? null

/** A story whose events come one by one, in any order and some of them twice; after some of them somebody asks, as of some instant. */
const told = periodStory({ versions: true }).chain((story) => {
  const { asOf, earlier, events } = story
  return fc
    .record({
      more: fc.subarray([...events]),
      turns: fc.shuffledSubarray(
        events.map((_, index) => index),
        { minLength: events.length },
      ),
      asks: fc.array(fc.record({ after: fc.nat(), at: fc.constantFrom(earlier, earlier + 3_600_000, asOf, asOf + 86_400_000) }), {
        maxLength: 3,
      }),
      people: fc.boolean(),
    })
    .map(({ more, turns, asks, people }) => {
      const list = [...turns.flatMap((turn) => events[turn] ?? []), ...more]
      const by = asks.map(({ after, at }) => ({ after: after % (list.length + 1), at })).sort((a, b) => a.after - b.after)
      return { ...story, events: list, asks: [...by, { after: list.length, at: asOf }], people }
    })
})

describe('a tally by people', () => {
  law('[P9] gives everybody what the oracle gives them', periodStory(), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const counted = tally(agreement, events, { asOf, people: true })
    for (const by of ['owner', 'team'] as const) {
      const found = settlePeople(agreement, counted, by).map(
        ({ key, name, sample, pending, excluded, deducted, suspendedBy, actual, interval }) => ({
          ...{ key, name, sample, pending, excluded, deducted, suspendedBy, actual },
          interval: rounded(interval),
        }),
      )
      const expected = peopleOracle(document, events, { asOf }, by).filter(
        ({ actual, sample, pending, excluded, deducted }) => sample + pending + excluded + deducted > 0 || actual !== 0,
      )
      expect(found).toEqual(expected.map((one) => ({ ...one, interval: rounded(one.interval) })))
    }
  })

  law('settles to what it settles to without them, and adds up to it', periodStory(), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const counted = tally(agreement, events, { asOf, people: true })
    const periods = settleTally(agreement, counted)
    expect(periods).toEqual(settleTally(agreement, tally(agreement, events, { asOf })))
    for (const by of ['owner', 'team'] as const) {
      const people = settlePeople(agreement, counted, by)
      for (const { key, kind, sample, pending, excluded, deducted, actual } of periods) {
        const own = people.filter((one) => one.key === key)
        const sum = (amount: (one: (typeof own)[number]) => number) => own.reduce((total, one) => total + amount(one), 0)
        expect([sum((one) => one.sample), sum((one) => one.pending)]).toEqual([sample, pending])
        expect([sum((one) => one.excluded), sum((one) => one.deducted)]).toEqual([excluded, deducted])
        if (kind === 'volume' || kind === 'amount') expect(sum((one) => one.actual ?? 0)).toBe(actual)
      }
    }
  })

  law('is merged as any other', periodStory({ versions: true }), ({ document, events, asOf }) => {
    const agreement = agreementOf(document)
    const options = { asOf, people: true }
    const whole = tally(agreement, events, options)
    expect(mergeAllTallies([whole])).toEqual(whole)
    const nothing = tally(agreement, [], options)
    expect(mergeAllTallies([nothing, whole, nothing])).toEqual(whole)
    const some = [whole, nothing, whole, whole]
    expect(mergeAllTallies(some)).toEqual(some.reduce(mergeTallies))
    expect(mergeTallies(JSON.parse(JSON.stringify(whole)), whole)).toEqual(mergeTallies(whole, whole))
  })
})

describe('a live tally', () => {
  law('[P9] is at every turn that of all events so far, at once', told, ({ document, events, asks, people }) => {
    const agreement = agreementOf(document)
    const live = liveTally(agreement, { people })
    let next = 0
    for (const { after, at } of asks) {
      for (; next < after; next++) live.add(events[next])
      expect(live.tally(at)).toEqual(tally(agreement, events.slice(0, after), { asOf: at, people }))
    }
  })

  law('may be asked at every event, as time goes by', periodStory({ soon: true }), ({ document, events }) => {
    const agreement = agreementOf(document)
    const live = liveTally(agreement)
    const inOrder = [...events].sort((a, b) => msOf(a.at) - msOf(b.at)).slice(0, 12)
    for (const [index, event] of inOrder.entries()) {
      live.add(event)
      const asOf = msOf(event.at)
      expect(live.tally(asOf)).toEqual(tally(agreement, inOrder.slice(0, index + 1), { asOf }))
    }
  })
})
