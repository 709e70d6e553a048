import { Engine } from 'json-rules-engine'
import { describe, expect, it, test } from 'vitest'
import { compileCondition } from '../../../src/conditions/compile.ts'
import { type ConditionVocabulary, defineCondition, parseCondition } from '../../../src/conditions/condition.ts'
import { type Issue, LeadSlaError } from '../../../src/errors.ts'

const hot = { fact: 'score', operator: 'greaterThan', value: 80 }
const german = { fact: 'country', operator: 'equal', value: 'DE' }

function issuesOf(document: unknown, vocabulary: ConditionVocabulary = {}): readonly Issue[] {
  const found = parseCondition(document, [], vocabulary)
  return found.ok ? [] : found.issues
}

/** What the tests look at: code, path joined by dots. */
function briefly(document: unknown, vocabulary: ConditionVocabulary = {}): string[] {
  return issuesOf(document, vocabulary).map(({ code, path }) => `${code} ${path.join('.')}`.trim())
}

const leaf = (members: object): object => ({ all: [{ ...hot, ...members }] })

describe('what is taken', () => {
  it.each([
    ['all', { all: [hot, german] }],
    ['any', { any: [hot] }],
    ['not', { not: hot }],
    ['nested', { all: [{ any: [hot, { not: german }] }, { all: [] }] }],
    ['labels', { all: [{ ...hot, name: 'hot', priority: 3 }], name: 'all of it', priority: -1 }],
    ['params and path', { all: [{ ...hot, params: { of: ['sales', 1, null] }, path: '$.total' }] }],
    ['another fact as the value', { all: [{ ...hot, value: { fact: 'limit', path: '$.high', params: { year: 2026 } } }] }],
    ['another fact where a list is wanted', { all: [{ ...hot, operator: 'in', value: { fact: 'list' } }] }],
    ['a string to compare with', { all: [{ ...hot, value: '2024-01-01' }] }],
    ['an empty list', { all: [{ ...hot, operator: 'in', value: [] }] }],
    ['decorators', { all: [{ ...hot, operator: 'not:someFact:greaterThan' }] }],
    ['a list for someValue', { all: [{ ...hot, operator: 'someValue:equal', value: [1, 2] }] }],
    ['a list for swap:contains', { all: [{ ...hot, operator: 'swap:contains', value: [1, 2] }] }],
    ['swap before a list of facts', { all: [{ ...hot, operator: 'swap:in', value: 1 }] }],
    ['facts named like members of objects', { all: [{ ...hot, fact: 'constructor' }] }],
  ])('%s', (_, document) => {
    expect(parseCondition(document)).toEqual({ ok: true, value: document })
  })

  it('a bare leaf, as the only child of all', () => {
    expect(parseCondition(hot)).toEqual({ ok: true, value: { all: [hot] } })
  })

  it('members that are undefined are as good as absent', () => {
    const found = parseCondition({ all: [{ ...hot, path: undefined, params: undefined, name: undefined, priority: undefined }] })
    expect(found).toStrictEqual({ ok: true, value: { all: [hot] } })
  })

  it('is a frozen copy, and what was given may be frozen too', () => {
    const document = Object.freeze({
      all: Object.freeze([Object.freeze({ ...hot, operator: 'in', value: Object.freeze([1]), priority: 2 })]),
    })
    const condition = defineCondition(document)
    expect(condition).toEqual(document)
    expect(condition).not.toBe(document)
    for (const part of [condition, ...Object.values(condition).flat(), (condition as typeof document).all[0]?.value]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
    expect(compileCondition(condition).test({ score: 1 })).toBe(true)
  })

  it('a member __proto__ of a value stays a member', () => {
    const params = JSON.parse('{"__proto__": {"polluted": true}}')
    const found = parseCondition(leaf({ params }))
    expect(JSON.stringify(found)).toContain('"params":{"__proto__":{"polluted":true}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('defineCondition throws the same issues', () => {
    const found = (): unknown => defineCondition({ any: [] })
    expect(found).toThrow(LeadSlaError)
    expect(found).toThrow(
      'any: expected at least one condition, for an empty any is always true, got an empty array [invalid-condition]',
    )
  })
})

describe('what is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['no object', 5, ['wrong-type']],
    ['null', null, ['wrong-type']],
    ['text', '{"all":[]}', ['wrong-type']],
    ['a list', [hot], ['wrong-type']],
    ['nothing of a condition', {}, ['invalid-condition']],
    ['a Date', new Date(0), ['invalid-condition']],
    ['a misspelt group', { every: [hot] }, ['unknown-key every', 'invalid-condition']],
    ['all beside any, which would drop all', { all: [hot], any: [german] }, ['invalid-condition']],
    ['a leaf beside not', { ...hot, not: german }, ['invalid-condition']],
    ['a name beside all', { condition: 'first', all: [hot] }, ['invalid-condition', 'unknown-condition condition']],
    ['a key too many in a leaf', leaf({ unit: 'points' }), ['unknown-key all.0.unit']],
    ['a key too many in a group', { all: [hot], path: '$.a' }, ['unknown-key path']],
    ['all that is no list', { all: hot }, ['wrong-type all']],
    ['any that is no list', { any: 'hot' }, ['wrong-type any']],
    ['not with a list', { not: [hot] }, ['wrong-type not']],
    ['an empty any, which the engine holds for true', { any: [] }, ['invalid-condition any']],
    ['a child that is none', { all: [hot, null, 'x'] }, ['wrong-type all.1', 'wrong-type all.2']],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    ['a hole in a list', { all: [hot, , german] }, ['wrong-type all.1']],
    ['a leaf with the fact alone', { all: [{ fact: 'score' }] }, ['missing-key all.0.operator', 'missing-key all.0.value']],
    ['a leaf without a fact', { operator: 'equal', value: 1 }, ['missing-key fact']],
    ['a value that is undefined', leaf({ value: undefined }), ['missing-key all.0.value']],
    ['a fact that is no name', leaf({ fact: 5 }), ['wrong-type all.0.fact']],
    ['an empty name, which makes a run throw', leaf({ fact: '' }), ['wrong-type all.0.fact']],
    ['an operator that is no name', leaf({ operator: 5 }), ['wrong-type all.0.operator']],
    ['priority 0, which counts as 1', leaf({ priority: 0 }), ['out-of-range all.0.priority']],
    ['a fraction of a priority', { all: [hot], priority: 1.5 }, ['out-of-range priority']],
    ['a priority in words', leaf({ priority: '3' }), ['wrong-type all.0.priority']],
    ['a name that is none', leaf({ name: 5 }), ['wrong-type all.0.name']],
    ['params that are no object', leaf({ params: [1] }), ['wrong-type all.0.params']],
    ['params that are no JSON', leaf({ params: { at: new Date(0) } }), ['wrong-type all.0.params.at']],
    ['a name of a condition that is none', { condition: 5 }, ['wrong-type condition']],
  ])('%s', (_, document, expected) => expect(briefly(document)).toEqual(expected))

  it('all mistakes at once, each at its place', () => {
    const document = {
      all: [
        { fact: 'score', operator: 'above', value: 1 },
        { any: [] },
        { not: { ...hot, path: '.total' } },
        { condition: 'hot' },
      ],
    }
    expect(briefly(document)).toEqual([
      'unknown-operator all.0.operator',
      'invalid-condition all.1.any',
      'invalid-path all.2.not.path',
      'unknown-condition all.3.condition',
    ])
  })

  it('the path begins where the caller says', () => {
    const found = parseCondition({ any: [] }, ['clauses', 'firstResponse', 'requires'])
    expect(found.ok || found.issues[0]?.path).toEqual(['clauses', 'firstResponse', 'requires', 'any'])
  })
})

describe('values', () => {
  const refused = (operator: string, value: unknown, at = ''): void => {
    expect(briefly(leaf({ operator, value }))).toEqual([`wrong-type all.0.value${at}`])
  }

  it.each(['in', 'notIn', 'not:in', 'someFact:in'])(
    '%s wants a list, for of a string it would search the letters',
    (operator) => {
      for (const value of ['DE', 5, null, true, { DE: true }]) refused(operator, value)
    },
  )

  it.each(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'not:lessThan', 'everyFact:lessThan'])(
    '%s wants a number or a string: no fact is less than null',
    (operator) => {
      for (const value of [null, true, [], [5], {}]) refused(operator, value)
    },
  )

  it.each(['equal', 'notEqual', 'contains', 'doesNotContain', 'swap:equal', 'swap:in'])(
    '%s never finds an object equal',
    (operator) => {
      refused(operator, ['DE', 'AT'])
      refused(operator, { country: 'DE' })
    },
  )

  it('neither does in, in a list of objects or of references, which are not followed there', () => {
    refused('in', ['DE', { fact: 'country' }], '.1')
    refused('someValue:in', [['DE'], ['AT', []]], '.1.1')
  })

  it.each(['someValue:equal', 'everyValue:lessThan', 'not:someValue:equal', 'swap:contains', 'swap:someFact:equal'])(
    '%s wants a list',
    (operator) => refused(operator, 5),
  )

  it('each value of a list is judged by what follows the decorator', () => {
    refused('someValue:lessThan', [1, null, 3], '.1')
    refused('swap:lessThan', null)
  })

  it.each([
    ['a function', () => 5],
    ['a symbol', Symbol('s')],
    ['a bigint', 5n],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['an instance', new (class Score {})()],
  ])('%s is no JSON', (_, value) => refused('equal', value))

  it('nor is a list with a hole in it', () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    refused('in', [1, , 2], '.1')
  })

  it('a list that contains itself and one too long end in one issue', () => {
    const circular: unknown[] = []
    circular.push(circular, circular)
    expect(briefly(leaf({ operator: 'in', value: circular }))).toEqual(['out-of-range all.0.value'])
    expect(briefly(leaf({ operator: 'in', value: new Array(100_001).fill(1) }))).toEqual(['out-of-range all.0.value'])
    expect(briefly(leaf({ operator: 'in', value: new Array(99_999).fill(1) }))).toEqual([])
  })

  it('a reference is checked like a fact', () => {
    expect(briefly(leaf({ value: { fact: 5, at: '$.a', path: '.a', params: 5 } }))).toEqual([
      'unknown-key all.0.value.at',
      'wrong-type all.0.value.fact',
      'invalid-path all.0.value.path',
      'wrong-type all.0.value.params',
    ])
  })
})

describe('operators', () => {
  const knownFor = (operator: string): readonly string[] | undefined => issuesOf(leaf({ operator }))[0]?.known

  test('an unknown one comes with those that look like it', () => {
    expect(briefly(leaf({ operator: 'greaterthen' }))).toEqual(['unknown-operator all.0.operator'])
    expect(knownFor('greaterthen')?.[0]).toBe('greaterThan')
    expect(knownFor('equals')?.[0]).toBe('equal')
    expect(knownFor('notin')?.slice(0, 2)).toContain('notIn')
  })

  test('so does one under decorators, the decorators mended as well', () => {
    expect(knownFor('somefact:equals')?.[0]).toBe('someFact:equal')
    expect(knownFor('not:everyFacts:contain')?.[0]).toBe('not:everyFact:contains')
  })

  test('decorators are stacked four high at most', () => {
    expect(briefly(leaf({ operator: 'not:not:not:not:equal' }))).toEqual([])
    expect(briefly(leaf({ operator: 'not:not:not:not:not:equal' }))).toEqual(['unknown-operator all.0.operator'])
  })

  test('names that objects inherit are none', () => {
    for (const operator of ['toString', 'constructor', '__proto__', '', ':equal', 'equal:']) {
      expect(briefly(leaf({ operator }))).toEqual(['unknown-operator all.0.operator'])
    }
  })

  test('those of an engine count, and their values are its own affair', () => {
    const engine = new Engine()
    engine.addOperator('startsWith', (text: string, start: string) => text.startsWith(start))
    engine.addOperator('equal', (fact, value) => JSON.stringify(fact) === JSON.stringify(value))
    engine.addOperatorDecorator('swap', () => true)
    expect(briefly(leaf({ operator: 'not:startsWith', value: null }), { engine })).toEqual([])
    expect(briefly(leaf({ operator: 'equal', value: { any: 'object' } }), { engine })).toEqual([])
    expect(briefly(leaf({ operator: 'swap:lessThan', value: null }), { engine })).toEqual([])
    expect(briefly(leaf({ operator: 'notEqual', value: {} }), { engine })).toEqual(['wrong-type all.0.value'])
    expect(briefly(leaf({ operator: 'startsWith' }))).toEqual(['unknown-operator all.0.operator'])
  })
})

describe('facts', () => {
  test('an unknown one is refused where the facts are known, in values too', () => {
    const vocabulary = { facts: ['score', 'country', 'limit'] }
    expect(briefly({ all: [hot, { ...hot, value: { fact: 'limit' } }] }, vocabulary)).toEqual([])
    const found = issuesOf({ all: [{ ...hot, fact: 'scores', value: { fact: 'limits' } }] }, vocabulary)
    expect(found.map(({ code, path, known }) => [code, path.join('.'), known?.[0]])).toEqual([
      ['unknown-fact', 'all.0.fact', 'score'],
      ['unknown-fact', 'all.0.value.fact', 'limit'],
    ])
  })

  test('with no list of facts any name will do', () => expect(briefly({ all: [{ ...hot, fact: 'anything' }] })).toEqual([]))
})

describe('named conditions', () => {
  test('an unknown name comes with those that look like it; inherited names are unknown', () => {
    const conditions = { hotLead: { all: [hot] }, german: { all: [german] } }
    expect(briefly({ all: [{ condition: 'hotLead' }, { not: { condition: 'german' } }] }, { conditions })).toEqual([])
    const [found] = issuesOf({ condition: 'hotlead' }, { conditions })
    expect([found?.code, found?.path, found?.known?.[0]]).toEqual(['unknown-condition', ['condition'], 'hotLead'])
    expect(briefly({ condition: 'toString' }, { conditions })).toEqual(['unknown-condition condition'])
    expect(briefly({ condition: 'hotLead' })).toEqual(['unknown-condition condition'])
  })

  test('a circle is refused wherever it is entered, and shown', () => {
    const conditions = {
      a: { all: [hot, { not: { condition: 'b' } }] },
      b: { any: [german, { condition: 'c' }] },
      c: { condition: 'a' },
      self: { not: { condition: 'self' } },
      outside: { all: [{ condition: 'a' }] },
    }
    const [found] = issuesOf(conditions.a, { conditions })
    expect([found?.code, found?.path, found?.got]).toEqual(['cyclic-condition', ['all', 1, 'not', 'condition'], 'b → c → a → b'])
    for (const document of [conditions.b, conditions.c, conditions.self, conditions.outside]) {
      expect(issuesOf(document, { conditions })[0]?.code).toBe('cyclic-condition')
    }
    expect(briefly({ all: [hot] }, { conditions })).toEqual([])
  })

  test('what stands behind a name is judged where it is parsed, be it anything', () => {
    for (const odd of [5, null, [], { all: 5 }, { all: [null] }, { not: [] }, { condition: 5 }, { condition: 'dangling' }]) {
      expect(briefly({ condition: 'odd' }, { conditions: { odd } })).toEqual([])
    }
  })
})

describe('bounds', () => {
  const nested = (depth: number): object => (depth === 1 ? hot : { not: nested(depth - 1) })

  test('64 deep is taken, 65 is not', () => {
    expect(briefly(nested(64))).toEqual([])
    expect(issuesOf(nested(65)).map(({ code, path }) => [code, path.length])).toEqual([['out-of-range', 64]])
    expect(issuesOf(nested(5_000)).map(({ code }) => code)).toEqual(['out-of-range'])
  })

  test('names count with their depth', () => {
    const conditions = { deep: nested(60) }
    expect(briefly({ all: [{ not: { not: { condition: 'deep' } } }] }, { conditions })).toEqual([])
    expect(briefly({ all: [{ not: { not: { not: { condition: 'deep' } } } }] }, { conditions })).toEqual([
      'out-of-range all.0.not.not.not.condition',
    ])
  })

  test('a chain of names without end is cut', () => {
    const chain = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${index}`, { condition: `c${index + 1}` }]))
    expect(briefly({ condition: 'c0' }, { conditions: chain })).toEqual(['out-of-range condition'])
  })

  test('an object that contains itself is refused at once', () => {
    const self: { all: unknown[] } = { all: [] }
    self.all.push(self, { not: self })
    expect(briefly(self)).toEqual(['invalid-condition all.0', 'invalid-condition all.1.not'])
  })

  test('nodes that double at every level stop at ten thousand, shared or by name', () => {
    let shared: object = hot
    for (let level = 0; level < 40; level++) shared = { all: [shared, shared] }
    expect(issuesOf(shared).map(({ code }) => code)).toEqual(['out-of-range'])
    const doubling = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `c${index}`,
        { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] },
      ]),
    )
    expect(briefly({ condition: 'c0' }, { conditions: { ...doubling, c30: { all: [hot] } } })).toEqual(['out-of-range condition'])
    expect(briefly({ all: new Array(9_999).fill(hot) })).toEqual([])
    expect(briefly({ all: new Array(10_000).fill(hot) })).toEqual(['out-of-range all.9999'])
  })

  test('what throws when it is read ends in an issue', () => {
    const trap = {
      get all(): never {
        throw new Error('trap')
      },
    }
    expect(briefly(trap)).toEqual(['invalid-condition'])
  })
})
