/** Whether an agreement is ready does not depend on who asks, on the order of events, or on garbage among them. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ConditionDocument,
  compileCondition,
  defineCondition,
  LeadSlaError,
  readiness,
  readinessCodes,
} from '../../src/index.ts'
import { follows, isImpossible } from '../../src/readiness/implication.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { anyGarbage, made, throwingGarbage } from '../arbitraries/garbage.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { life, lives, sound } from '../unit/readiness/sound.ts'
import { law } from './law.ts'

const runs = Number(process.env.LEAD_SLA_RUNS ?? 1_000)

/** A few dozen stories for all laws: the years of each new calendar cost more than all that is asked of it. */
const stories = fc.sample(
  fc.oneof({ weight: 3, arbitrary: story({ versions: true }) }, { weight: 1, arbitrary: periodStory() }),
  {
    numRuns: Math.max(8, Math.floor(runs / 15)),
    seed: 20_260_407,
  },
)

const look = ({ document, events, asOf }: Story, language: 'en' | 'de' = 'en') =>
  readiness(agreementOf(document), events, { asOf, language })

/** What was found in each story, so that a law asks only for what it changes. */
const found = new Map(stories.map((one) => [one, look(one)]))

/** A look at events takes as long as a hundred conditions, so it is tried a fifth as often. */
function lawOfEvents<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  it(title, { timeout: 120_000 }, () => {
    fc.assert(fc.property(drawn, check), { numRuns: Math.max(20, Math.floor(runs / 5)), seed: 20_260_408 })
  })
}

describe('readiness', () => {
  it('is pure: asked again it says the same, and leaves the events as they were', () => {
    for (const one of stories) {
      const before = JSON.stringify(one.events)
      expect(look(one)).toEqual(found.get(one))
      expect(JSON.stringify(one.events)).toBe(before)
      expect(JSON.parse(JSON.stringify(found.get(one)))).toEqual(found.get(one))
    }
  })

  law(
    'does not know the order of arrival',
    fc.tuple(fc.constantFrom(...stories), fc.infiniteStream(fc.nat())),
    ([one, order]) => {
      const shuffled = one.events
        .map((event) => ({ event, place: Number(order.next().value) }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event)
      expect(look({ ...one, events: shuffled })).toEqual(found.get(one))
    },
  )

  it('finds the same in every language, and says all of it', () => {
    for (const one of stories) {
      const english = found.get(one)?.findings ?? []
      const german = look(one, 'de').findings
      const data = (all: typeof german) => all.map(({ message: _, remedy: __, ...rest }) => rest)
      expect(data(german)).toEqual(data(english))
      for (const { code, message, remedy, evidence } of [...english, ...german]) {
        expect(readinessCodes).toContain(code)
        expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|Infinity|\[object/)
        expect(evidence?.examples.length ?? 0).toBeLessThanOrEqual(5)
      }
    }
  })

  it('finds of the document what it finds of it with events', () => {
    for (const one of stories) {
      const alone = readiness(agreementOf(one.document))
      expect(alone.looked).toBeNull()
      expect(found.get(one)?.findings.filter(({ evidence }) => evidence === null)).toEqual(alone.findings)
    }
  })
})

const document = agreementOf(sound())
const some = lives(20)

describe('a lead that keeps everything', () => {
  const spoilt = fc.record({
    events: fc.subarray(some, { minLength: 10 }),
    broken: fc.array(fc.nat(99), { maxLength: 40 }),
    index: fc.integer({ min: 20, max: 90 }),
  })

  lawOfEvents('adds no error', spoilt, ({ events, broken, index }) => {
    const given: unknown[] = events.map((event, place) => (broken.includes(place) ? { ...event, at: 'once' } : event))
    const errors = (all: readonly unknown[]) =>
      readiness(document, all)
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ code, path }) => `${code} ${path.join('.')}`)
    const before = errors(given)
    for (const error of errors([...given, ...life(index)])) expect(before).toContain(error)
  })
})

const leaf = fc.oneof(
  fc.record({
    fact: fc.constant('lead'),
    path: fc.constantFrom('$.score', '$.score', '$.size'),
    operator: fc.constantFrom('greaterThan', 'greaterThanInclusive', 'lessThan', 'lessThanInclusive', 'equal', 'notEqual'),
    value: fc.constantFrom(10, 20, 20, 30),
  }),
  fc.record({
    fact: fc.constant('lead'),
    path: fc.constantFrom('$.score', '$.size'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray([10, 15, 20, 'x', null]),
  }),
)
const { tree: anyCondition } = fc.letrec<{ tree: ConditionDocument }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
    fc.constant({ condition: 'hot' }),
  ),
}))
const hot: ConditionDocument = { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 15 }] }
const conditions = { hot: defineCondition(hot) }
const value = fc.constantFrom<unknown[]>(5, 10, 12, 15, 18, 20, 25, 30, 35, 'x', '20', '25', null, undefined, true, [20])
const leads = fc.array(fc.record({ score: value, size: value }), { minLength: 5, maxLength: 20 })

describe('a condition', () => {
  const holds = (condition: ConditionDocument, lead: object): boolean =>
    compileCondition(defineCondition(condition, { conditions: { hot } }), { conditions, total: true }).test({ lead })

  law('that follows from another holds wherever that one does', fc.tuple(anyCondition, anyCondition, leads), ([a, b, all]) => {
    for (const [from, what] of [
      [a, b],
      [{ all: [a, b] }, a],
      [a, { any: [b, a] }],
    ] as const) {
      if (follows(from, what, { hot })) for (const lead of all) if (holds(from, lead)) expect(holds(what, lead)).toBe(true)
    }
    expect(follows(a, a, { hot })).toBe(true)
  })

  law('that is impossible holds nowhere', fc.tuple(anyCondition, anyCondition, leads), ([a, b, all]) => {
    const both = { all: [a, b] }
    if (isImpossible(both, { hot })) for (const lead of all) expect(holds(both, lead)).toBe(false)
  })

  it('is told by its comparisons', () => {
    const score = (operator: string, literal: unknown) => ({ fact: 'lead', path: '$.score', operator, value: literal })
    expect(follows(score('greaterThan', 20), score('greaterThanInclusive', 20), {})).toBe(true)
    expect(follows(score('greaterThanInclusive', 20), score('greaterThan', 20), {})).toBe(false)
    expect(follows(score('lessThan', 10), score('lessThan', 20), {})).toBe(true)
    expect(follows(score('in', [25, 30]), score('greaterThan', 20), {})).toBe(true)
    expect(follows(score('in', [15, 30]), score('greaterThan', 20), {})).toBe(false)
    expect(follows({ all: [score('equal', 20), { condition: 'hot' }] }, hot, { hot })).toBe(true)
    expect(isImpossible({ all: [score('greaterThan', 20), { any: [score('lessThan', 10), score('equal', 5)] }] }, {})).toBe(false)
    expect(isImpossible({ all: [score('greaterThan', 20), score('lessThanInclusive', 20)] }, {})).toBe(true)
    expect(isImpossible({ all: [score('greaterThanInclusive', 20), score('lessThanInclusive', 20)] }, {})).toBe(false)
    expect(isImpossible({ all: [score('equal', 'x'), score('in', ['y', 'z'])] }, {})).toBe(true)
  })
})

describe('garbage', () => {
  const garbage = fc.oneof(anyGarbage, throwingGarbage)

  law(
    'among the events is a finding at most',
    fc.array(fc.tuple(fc.nat(), garbage), { minLength: 1, maxLength: 4 }),
    (pieces) => {
      const events: unknown[] = [...some.slice(0, 30)]
      for (const [place, piece] of pieces) events.splice(place % (events.length + 1), 0, made(piece))
      expect(readiness(document, events).findings.map(({ code }) => code)).toContain('events-refused')
    },
  )

  law('in place of an agreement, of the events or of an option is refused with a code', garbage, (piece) => {
    const calls = [
      () => readiness(made(piece) as never),
      () => readiness(document, made(piece) as never),
      () => readiness(document, [], { asOf: made(piece) as never }),
      () => readiness(document, [], { language: made(piece) as never }),
    ]
    for (const call of calls) {
      try {
        expect(call().findings).toBeInstanceOf(Array)
      } catch (error) {
        expect(error).toBeInstanceOf(LeadSlaError)
      }
    }
  })
})
