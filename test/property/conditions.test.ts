import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from '../../src/conditions/compile.ts'
import { type Condition, type Facts, parseCondition } from '../../src/conditions/condition.ts'
import { standardEngine } from '../../src/conditions/engine.ts'
import { factsRead } from '../../src/conditions/facts-read.ts'
import { printValue, valueOf } from '../../src/errors.ts'
import {
  type ConditionCase,
  conditionCase,
  jsonFacts,
  operatorsToTry,
  soundCondition,
  valuesToTry,
} from '../arbitraries/condition.ts'
import { ask, differences } from '../oracle/condition-oracle.ts'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 2_000)
const settings = { numRuns, ...(process.env.LEAD_SLA_SEED ? { seed: Number(process.env.LEAD_SLA_SEED) } : {}) }
const timeout = 30_000 + numRuns * 20

const parsed = (document: unknown): Condition => valueOf(parseCondition(document))
const holds = (condition: unknown, facts: Facts): boolean => compileCondition(parsed(condition), { total: true }).test(facts)

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return 'failed'
  }
}

describe('a compiled condition', { timeout }, () => {
  it('equals a fresh Engine in outcome, failure and explanation', async () => {
    await fc.assert(
      fc.asyncProperty(conditionCase(), async (drawn) => {
        expect(await differences(drawn)).toEqual([])
      }),
      settings,
    )
  })

  it('gives the operator’s own answer for every operator and every two of the values that set them apart', () => {
    const engine = standardEngine()
    for (const operator of operatorsToTry) {
      for (const value of valuesToTry) {
        if (typeof value === 'object' && value !== null && 'fact' in value) continue
        const { test, explain } = compileCondition({ all: [{ fact: 'a', operator, value }] })
        // The engine compares with a copy of the literal, to which no fact is identical.
        const literal = structuredClone(value)
        for (const a of valuesToTry) {
          const expected = attempt(() => Boolean(engine.operator(operator)?.evaluate(a, literal)))
          expect([attempt(() => test({ a })), attempt(() => explain({ a }).result)], `${operator} ${printValue(value)}`).toEqual([
            expected,
            expected,
          ])
        }
      }
    }
  })

  it('never fails when it is total, and is what the engine says wherever that comes to an end', async () => {
    const gentle = conditionCase().map(
      (drawn): ConditionCase => ({ ...drawn, allowUndefinedFacts: true, factPriorities: {}, custom: false }),
    )
    await fc.assert(
      fc.asyncProperty(gentle, async (drawn) => {
        const options = { conditions: drawn.named as Record<string, Condition>, total: true, allowUndefinedConditions: true }
        const compiled = attempt(() => compileCondition(drawn.condition as Condition, options)) as
          | ReturnType<typeof compileCondition>
          | 'failed'
        if (compiled === 'failed') return
        const held = compiled.test(drawn.facts)
        expect(compiled.explain(drawn.facts).result).toBe(held)
        const expected = await ask(drawn)
        if ('held' in expected) expect(held).toBe(expected.held)
      }),
      settings,
    )
  })

  it('changes its answer only when one of the facts it reads does', () => {
    fc.assert(
      fc.property(soundCondition(), jsonFacts(), jsonFacts(), (condition, facts, others) => {
        const read = factsRead(parsed(condition))
        const changed = Object.fromEntries([
          ...Object.entries(others).filter(([name]) => !read.has(name)),
          ...Object.entries(facts).filter(([name]) => read.has(name)),
        ])
        expect(holds(condition, changed)).toBe(holds(condition, facts))
      }),
      settings,
    )
  })
})

describe('the laws of logic', { timeout }, () => {
  const pair = fc.tuple(soundCondition(1), soundCondition(1))

  it('De Morgan: not (a and b) = (not a) or (not b), and the other way round', () => {
    fc.assert(
      fc.property(pair, jsonFacts(), ([a, b], facts) => {
        expect(holds({ not: { all: [a, b] } }, facts)).toBe(holds({ any: [{ not: a }, { not: b }] }, facts))
        expect(holds({ not: { any: [a, b] } }, facts)).toBe(holds({ all: [{ not: a }, { not: b }] }, facts))
      }),
      settings,
    )
  })

  it('double negation: not (not a) = a', () => {
    fc.assert(
      fc.property(soundCondition(), jsonFacts(), (a, facts) => {
        expect(holds({ not: { not: a } }, facts)).toBe(holds(a, facts))
      }),
      settings,
    )
  })

  it('order does not matter: neither of children nor of priorities', () => {
    fc.assert(
      fc.property(pair, jsonFacts(), ([a, b], facts) => {
        expect(holds({ all: [b, a] }, facts)).toBe(holds({ all: [a, b] }, facts))
        expect(holds({ any: [a, { ...b, priority: 9 }] }, facts)).toBe(holds({ any: [a, b] }, facts))
      }),
      settings,
    )
  })
})

describe('parsing', { timeout }, () => {
  it('JSON round trip: what was parsed, written and parsed again is the same', () => {
    fc.assert(
      fc.property(soundCondition(), jsonFacts(), (condition, facts) => {
        const first = parsed(condition)
        const again = parsed(JSON.parse(JSON.stringify(first)))
        expect(again).toEqual(first)
        expect(holds(again, facts)).toBe(holds(condition, facts))
      }),
      settings,
    )
  })

  it('never throws, never answers yes with issues, and leaves what it was given alone', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    const nearly = conditionCase().map(({ condition }) => condition)
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (document) => {
        const before = structuredClone(document)
        const found = parseCondition(document)
        expect(found.ok || found.issues.length > 0).toBe(true)
        expect(document).toEqual(before)
      }),
      settings,
    )
  })

  it('takes nothing that the engine refuses or that fails for other reasons than its facts', () => {
    fc.assert(
      fc.property(conditionCase(), soundCondition(1), fc.boolean(), ({ condition, named, facts }, sound, isWild) => {
        const conditions = { ...named, first: sound, sound }
        const root = isWild ? condition : { any: [{ condition: 'sound' }, sound, { not: { condition: 'first' } }] }
        const found = parseCondition(root, [], { conditions })
        const others = Object.values(conditions).every((other) => parseCondition(other, [], { conditions }).ok)
        if (!found.ok || (isWild && !others)) return
        const compiled = compileCondition(found.value, {
          conditions: conditions as unknown as Record<string, Condition>,
          total: true,
        })
        expect(typeof compiled.test(facts)).toBe('boolean')
      }),
      settings,
    )
  })
})
