import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { describe, expect, it, test } from 'vitest'
import { type CompileOptions, compileCondition } from '../../../src/conditions/compile.ts'
import type { Condition, Facts } from '../../../src/conditions/condition.ts'
import { factsRead } from '../../../src/conditions/facts-read.ts'
import { LeadSlaError } from '../../../src/errors.ts'

const hot = { fact: 'score', operator: 'greaterThan', value: 80 }
const german = { fact: 'country', operator: 'equal', value: 'DE' }

const holds = (condition: Condition, facts: Facts, options: CompileOptions = { total: true }): boolean =>
  compileCondition(condition, options).test(facts)

/** The answer of the engine itself, so that a trap is known to be one still. */
async function engineHolds(
  condition: Condition,
  facts: Facts,
  engine = new Engine([], { allowUndefinedFacts: true }),
): Promise<boolean> {
  engine.addRule({ conditions: structuredClone(condition) as TopLevelCondition, event: { type: 'held' } })
  return (await engine.run(facts)).results.length === 1
}

function codeOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return (error as { code?: unknown }).code ?? error
  }
}

describe('traps of the engine that a compiled condition keeps', () => {
  const leaf = (operator: string, value: unknown, path?: string): Condition => ({
    all: [{ fact: 'a', operator, value, ...(path === undefined ? {} : { path }) }],
  })

  it.each<[string, Condition, Facts, boolean]>([
    ['an empty any is true', { any: [] }, {}, true],
    ['an empty all is true', { all: [] }, {}, true],
    ['not:lessThan on null is true', leaf('not:lessThan', 5), { a: null }, true],
    ['lessThan on null is false', leaf('lessThan', 5), { a: null }, false],
    ['lessThan on a list of one number takes the number', leaf('lessThan', 5), { a: [4] }, true],
    ['lessThan on digits takes them for a number', leaf('lessThan', 5), { a: '4' }, true],
    ['strings compare letter by letter', leaf('lessThan', '5'), { a: '12' }, true],
    ['ISO dates compare letter by letter, which is right', leaf('lessThan', '2024-02-01'), { a: '2024-01-31' }, true],
    ['12abc is number enough to be asked, and never less', leaf('lessThan', 50), { a: '12abc' }, false],
    ['a Date never compares', leaf('lessThan', 1e15), { a: new Date(0) }, false],
    ['NaN is in no list', leaf('in', [Number.NaN]), { a: Number.NaN }, false],
    ['NaN is in no long list either', leaf('in', [1, 2, 3, 4, 5, 6, 7, 8, Number.NaN]), { a: Number.NaN }, false],
    ['undefined is not in the holes of a list', leaf('in', new Array(9)), { a: undefined }, false],
    ['in searches the letters of a string', leaf('in', 'DE AT'), { a: 'E A' }, true],
    ['contains is false on a string', leaf('contains', 'D'), { a: 'DE' }, false],
    ['and so is doesNotContain', leaf('doesNotContain', 'X'), { a: 'DE' }, false],
    ['zero equals minus zero', leaf('equal', 0), { a: -0 }, true],
    ['a list equals no list, be it the same', leaf('equal', [1]), { a: [1] }, false],
    ['a path on a primitive is ignored', leaf('equal', 'DE', '$.country'), { a: 'DE' }, true],
    ['a path on null too', leaf('equal', null, '$.country'), { a: null }, true],
    ['a string has a length', leaf('equal', 2, '$.b.length'), { a: { b: 'DE' } }, true],
    ['an empty string has none', leaf('equal', undefined, '$.b.length'), { a: { b: '' } }, true],
    ['a path finds no inherited members', leaf('equal', undefined, '$.toString'), { a: {} }, true],
    ['a union of one is a list', leaf('contains', 1, '$.b,c'), { a: { b: 1 } }, true],
    ['inherited facts count', leaf('equal', 1), Object.create({ a: 1 }), true],
  ])('%s', async (_, condition, facts, expected) => {
    expect(await engineHolds(condition, facts)).toBe(expected)
    expect(holds(condition, facts, { allowUndefinedFacts: true })).toBe(expected)
    expect(holds(condition, facts)).toBe(expected)
  })

  test('facts named constructor and __proto__ are read only when they are given', () => {
    for (const fact of ['constructor', 'toString', '__proto__']) {
      const condition: Condition = { all: [{ fact, operator: 'equal', value: 1 }] }
      expect(codeOf(() => holds(condition, {}, {}))).toBe('UNDEFINED_FACT')
      expect(holds(condition, JSON.parse(`{"${fact}": 1}`), {})).toBe(true)
    }
  })

  test('all beside any drops all', async () => {
    const both = { all: [german], any: [hot] } as Condition
    expect(await engineHolds(both, { score: 90 })).toBe(true)
    expect(holds(both, { score: 90 })).toBe(true)
  })

  test('an operator that gives 1 holds as the only child of the root, and nowhere else', async () => {
    const withOne = (): Engine => {
      const engine = new Engine([], { allowUndefinedFacts: true })
      engine.addOperator('one', () => 1 as unknown as boolean)
      return engine
    }
    const one = { fact: 'a', operator: 'one', value: 0 }
    for (const [condition, expected] of [
      [{ all: [one] }, true],
      [{ any: [one] }, true],
      [{ all: [one, one] }, false],
      [{ all: [{ all: [one] }] }, false],
      [{ not: one }, false],
      [{ not: { all: [one] } }, true],
    ] as const) {
      expect(await engineHolds(condition, {}, withOne())).toBe(expected)
      expect(holds(condition, {}, { engine: withOne(), total: true })).toBe(expected)
      expect(compileCondition(condition, { engine: withOne(), total: true }).explain({}).result).toBe(expected)
    }
  })
})

describe('failures', () => {
  test('a missing fact fails with the engine’s code and words', async () => {
    const error = await new Engine([{ conditions: { all: [hot] }, event: { type: 'held' } }])
      .run({})
      .catch((found: unknown) => found)
    expect(codeOf(() => holds({ all: [hot] }, {}, {}))).toBe('UNDEFINED_FACT')
    expect(() => holds({ all: [hot] }, {}, {})).toThrow((error as Error).message)
    expect(() => compileCondition({ all: [hot] }).explain({})).toThrow('Undefined fact: score')
  })

  test('a missing fact fails though its neighbour has decided, but not below a higher priority', () => {
    expect(codeOf(() => holds({ any: [german, hot] }, { country: 'DE' }, {}))).toBe('UNDEFINED_FACT')
    expect(holds({ any: [{ ...german, priority: 2 }, hot] }, { country: 'DE' }, {})).toBe(true)
    expect(codeOf(() => holds({ any: [{ ...german, priority: 2 }, hot] }, { country: 'FR' }, {}))).toBe('UNDEFINED_FACT')
  })

  test('a fact that is there and undefined is no missing one', () => {
    expect(holds({ all: [{ ...german, operator: 'notEqual' }] }, { country: undefined }, {})).toBe(true)
  })

  test('an unknown operator and an unknown name fail when they are met, and at once under total', async () => {
    const unknown: Condition = { all: [{ ...hot, operator: 'above' }] }
    const met = compileCondition(unknown, { allowUndefinedFacts: true })
    expect(() => met.test({})).toThrow('Unknown operator: above')
    expect(() => met.explain({})).toThrow('Unknown operator: above')
    await expect(engineHolds(unknown, {})).rejects.toThrow('Unknown operator: above')
    expect(() => holds({ condition: 'none' }, {}, {})).toThrow('No condition none exists')
    await expect(engineHolds({ condition: 'none' }, {})).rejects.toThrow('No condition none exists')
    expect(codeOf(() => compileCondition(unknown, { total: true }))).toBe('unknown-operator')
    expect(codeOf(() => compileCondition({ condition: 'none' }, { total: true }))).toBe('unknown-condition')
  })

  test('an unknown name may be false', () => {
    const compiled = compileCondition({ not: { condition: 'none' } }, { allowUndefinedConditions: true })
    expect(compiled.test({})).toBe(true)
    expect(compiled.explain({})).toEqual({
      operator: 'not',
      priority: 1,
      not: { condition: 'none', result: false },
      result: true,
    })
  })

  test('names that go round in a circle are refused before they are followed', () => {
    const conditions = { a: { all: [{ condition: 'b' }] }, b: { not: { condition: 'a' } } }
    expect(codeOf(() => compileCondition({ condition: 'a' }, { conditions }))).toBe('cyclic-condition')
  })

  test('what the engine’s parser refuses is refused', () => {
    for (const odd of [null, 5, {}, hot, { all: hot }, { not: [hot] }, { all: [{ fact: 'a' }] }]) {
      expect(() => compileCondition(odd as unknown as Condition)).toThrow(LeadSlaError)
    }
    expect(codeOf(() => compileCondition({ condition: 'odd' }, { conditions: { odd: {} as Condition } }))).toBe(
      'invalid-condition',
    )
  })
})

describe('a total condition', () => {
  const bad = { toString: 1, valueOf: 1 }

  it.each<[string, Condition, Facts]>([
    ['a comparison of an object that is no primitive', { all: [hot] }, { score: bad }],
    ['the same deep in a list', { all: [{ ...hot, operator: 'someFact:greaterThan' }] }, { score: [90, bad].reverse() }],
    ['in on another fact that is no list', { all: [{ ...german, operator: 'in', value: { fact: 'list' } }] }, { list: 5 }],
    ['in on another fact that is missing', { all: [{ ...german, operator: 'in', value: { fact: 'list' } }] }, {}],
    ['not: does not turn it round', { all: [{ ...german, operator: 'not:in', value: { fact: 'list' } }] }, {}],
    [
      'a filter that reads too deep',
      { all: [{ ...german, operator: 'notEqual', path: '$.list[?(@.x.y>1)]' }] },
      { country: { list: [{}] } },
    ],
    ['a path that cannot be followed', { all: [{ ...german, operator: 'notEqual', path: '$.@type' }] }, { country: {} }],
    ['a symbol', { all: [hot] }, { score: Symbol('s') }],
  ])('takes a leaf that throws for false: %s', (_, condition, facts) => {
    expect(() => holds(condition, facts, { allowUndefinedFacts: true })).toThrow()
    const compiled = compileCondition(condition, { total: true })
    expect(compiled.test(facts)).toBe(false)
    expect(compiled.explain(facts).result).toBe(false)
    expect(compileCondition({ any: [condition, { not: condition }] }, { total: true }).test(facts)).toBe(true)
  })

  test('says what it could read of such a leaf', () => {
    const condition: Condition = { all: [{ ...german, path: '$.@type', name: 'typed' }] }
    const { all } = compileCondition(condition, { total: true }).explain({ country: {} }) as unknown as { all: unknown[] }
    expect(all[0]).toEqual({ ...german, path: '$.@type', name: 'typed', factResult: undefined, valueResult: 'DE', result: false })
  })

  test('a value deeper than the stack is false for a path that descends', () => {
    let deep: unknown = 1
    for (let level = 0; level < 50_000; level++) deep = [deep]
    expect(holds({ all: [{ ...german, path: '$..x' }] }, { country: deep })).toBe(false)
    expect(holds({ all: [{ ...german, operator: 'notEqual', path: '$[0][0]' }] }, { country: deep })).toBe(true)
  })
})

describe('explanations', () => {
  test('show what was read and what came out', () => {
    const condition: Condition = { any: [hot, { ...german, value: { fact: 'home', path: '$.country' }, name: 'at home' }] }
    expect(compileCondition(condition).explain({ score: 12, country: 'DE', home: { country: 'DE' } })).toEqual({
      operator: 'any',
      priority: 1,
      any: [
        { ...hot, factResult: 12, valueResult: 80, result: false },
        {
          ...german,
          value: { fact: 'home', path: '$.country' },
          name: 'at home',
          factResult: 'DE',
          valueResult: 'DE',
          result: true,
        },
      ],
      result: true,
    })
  })

  test('leave out what could no longer matter', () => {
    const named: Condition = { not: hot }
    const condition: Condition = { all: [{ condition: 'cold' }, { ...german, priority: 5 }] }
    const { explain } = compileCondition(condition, { conditions: { cold: named } })
    expect(explain({ country: 'FR' })).toEqual({
      operator: 'all',
      priority: 1,
      all: [{ condition: 'cold' }, { ...german, priority: 5, factResult: 'FR', valueResult: 'DE', result: false }],
      result: false,
    })
    expect((explain({ country: 'DE', score: 1 }) as unknown as { all: unknown[] }).all[0]).toEqual({
      operator: 'not',
      priority: 1,
      not: { ...hot, factResult: 1, valueResult: 80, result: false },
      result: true,
    })
  })

  test('cannot be used to change the condition', () => {
    const compiled = compileCondition({
      any: [
        { ...german, priority: 2 },
        { ...hot, operator: 'in', value: [1] },
      ],
    })
    const { any } = compiled.explain({ country: 'DE', score: 2 }) as unknown as { any: { value: unknown }[] }
    expect(Object.isFrozen(any[1])).toBe(true)
    expect(Object.isFrozen(any[1]?.value)).toBe(true)
  })
})

describe('what goes in', () => {
  test('changing the condition afterwards changes nothing', () => {
    const list = ['DE']
    const condition = { all: [{ fact: 'country', operator: 'in', value: list }] }
    const compiled = compileCondition(condition)
    list.push('AT')
    condition.all.pop()
    expect([compiled.test({ country: 'AT' }), compiled.test({ country: 'DE' })]).toEqual([false, true])
  })

  test('a leaf with a priority may be frozen, and keeps it as it was', () => {
    const leaf = Object.freeze({ ...hot, priority: 2.5 })
    expect(holds({ all: [leaf] }, { score: 90 })).toBe(true)
    expect(leaf.priority).toBe(2.5)
  })

  test('names lead on through names, and their operators come from the engine', () => {
    const engine = new Engine()
    engine.addOperator('startsWith', (text: string, start: string) => text.startsWith(start))
    engine.setCondition('fromTheEngine', { all: [{ fact: 'email', operator: 'not:startsWith', value: 'info@' }] })
    const conditions = { alias: { condition: 'fromTheEngine' }, both: { all: [{ condition: 'alias' }, hot] } }
    const compiled = compileCondition({ condition: 'both' }, { engine, conditions })
    expect(compiled.test({ email: 'ada@example.com', score: 90 })).toBe(true)
    expect(compiled.test({ email: 'info@example.com', score: 90 })).toBe(false)
  })

  test('a name used twice at each of many levels is compiled once', () => {
    const conditions: Record<string, Condition> = { c0: { all: [hot] } }
    for (let level = 1; level <= 40; level++)
      conditions[`c${level}`] = { all: [{ condition: `c${level - 1}` }, { condition: `c${level - 1}` }] }
    expect(compileCondition({ condition: 'c40' }, { conditions, total: true }).test({ score: 1 })).toBe(false)
  })

  test('a condition nested as deep as the parser allows compiles at once', () => {
    let nested: Condition = { not: hot }
    for (let level = 0; level < 62; level++) nested = { not: nested }
    expect(holds(nested, { score: 90 })).toBe(false)
  })

  test('an engine’s own path resolver is asked for every path', () => {
    const engine = new Engine([], { pathResolver: (value, path) => (value as Record<string, unknown>)[path.slice(1)] })
    expect(holds({ all: [{ ...german, path: '/land' }] }, { country: { '/land': 1, land: 'DE' } }, { engine })).toBe(true)
    expect(holds({ all: [{ ...german, path: '$.land' }] }, { country: { '.land': 'DE', land: 'FR' } }, { engine })).toBe(true)
  })
})

describe('factsRead', () => {
  test('names what is read in leaves, values and named conditions, each once', () => {
    const condition: Condition = {
      all: [hot, { any: [german, { not: { condition: 'big' } }] }, { ...hot, value: { fact: 'limit' } }],
    }
    const conditions: Record<string, Condition> = {
      big: { all: [{ fact: 'employees', operator: 'greaterThan', value: 500 }, { condition: 'big' }, { condition: 'dangling' }] },
    }
    expect([...factsRead(condition, conditions)]).toEqual(['score', 'country', 'employees', 'limit'])
    expect([...factsRead(condition)]).toEqual(['score', 'country', 'limit'])
    expect([...factsRead({ all: [] })]).toEqual([])
  })
})
