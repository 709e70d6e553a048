/**
 * Random conditions and facts for the laws. What is drawn is dense where the engine is peculiar: single children, sets of
 * priority, operators that give no boolean, paths that end in nothing, names that every object inherits.
 */
import fc from 'fast-check'

type Json = Record<string, unknown>

/** One question for the engine and for the compiled condition. */
export interface ConditionCase {
  readonly condition: unknown
  /** Each refers only to those before it, so that they end. */
  readonly named: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
  readonly allowUndefinedFacts: boolean
  readonly allowUndefinedConditions: boolean
  /** Whether the engine has operators and decorators of its own. */
  readonly custom: boolean
  /** Facts that the engine itself knows, with a priority; those have the value null where the run brings none. */
  readonly factPriorities: Readonly<Record<string, number>>
}

/** What is optional is there half of the time, and objects are plain: the engine's copy would keep another prototype. */
const some = (...requiredKeys: string[]) => ({ requiredKeys: requiredKeys as never[], noNullPrototype: true })

const oddLiterals = (): unknown[] => [
  ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 1, 5, 12, '', '5', 'ab', '12abc', '2024-01-01', true, false],
  ...[[], [1, 'ab', null], [Number.NaN], [[5]], [5], [undefined, 0], new Date(0), {}, { fact: 1 }],
]

/**
 * For facts alone: an invalid Date equals only itself and the engine copies literals; its copy also loses the members
 * that have a name of `Object.prototype`, which the compiled condition keeps. Two of these throw when they are compared.
 */
const oddValues = (): unknown[] => [
  ...[...oddLiterals(), new Date(Number.NaN), { toString: 1, valueOf: 1 }, { toString: 1, valueOf: 5 }],
  ...[{ length: 3, toString: 5 }, JSON.parse('{"__proto__":{"a":1}}')],
]

/** Few enough that a fact often meets its equal. */
const common = fc.constantFrom<unknown[]>(0, 1, 5, Number.NaN, '', 'ab')
const odd = fc.oneof({ weight: 1, arbitrary: common }, { weight: 2, arbitrary: fc.constantFrom(...oddValues()) })

const nested = fc.record(
  {
    a: fc.oneof(odd, fc.record({ b: odd, '*': fc.constant(1) }, some())),
    list: fc.array(fc.oneof(odd, fc.record({ c: fc.integer({ min: 0, max: 3 }) })), { maxLength: 3 }),
    '0': fc.constantFrom('zero', ['z']),
    'first name': fc.constant('Ada'),
    '@type': fc.constant('Lead'),
    '': fc.constant('empty'),
    $: fc.constant('dollar'),
  },
  some(),
)

const factValue = fc.oneof(
  { weight: 4, arbitrary: common },
  { weight: 4, arbitrary: odd },
  { weight: 4, arbitrary: nested },
  { weight: 1, arbitrary: fc.array(odd, { maxLength: 12 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

const factNames = ['a', 'b', 'c', 'd', 'constructor', 'toString', '__proto__', 'hasOwnProperty'] as const

const facts = fc
  .tuple(fc.array(factValue, { minLength: 8, maxLength: 8 }), fc.subarray([...factNames.keys()], { minLength: 4 }))
  .map(([values, kept]): Json => Object.fromEntries(kept.map((index) => [factNames[index], values[index]])))

/** Mostly a fact that may be there; now and then one that never is, and a name that is no string. */
const factName = fc.oneof<fc.WeightedArbitrary<unknown>[]>(
  { weight: 30, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  { weight: 8, arbitrary: fc.constantFrom(...factNames) },
  { weight: 1, arbitrary: fc.constantFrom('never given', 7) },
)

const writtenPaths = `
  $  $.a  $.a.b  $.list[0]  $.list[1].c  $['a']  $["a"].b  $['first name']  a  a.b  list[0].c  $[0]  $.0  $.a-b  $.a["b"]
  $.length  $.a.length  $.a[0]  $.list.length  $.toString  $.__proto__  $.__proto__.a  $.constructor  toString  constructor
  __proto__  $..c  $..a  $.*  $.*.b  $..*  $.list[*].c  $.list[-1:]  $.list[0,1]  $.list[0:2]  $.a.*  $.a["*"]  $.a^  $.a.b^
  $.a~  $.list[?(@.c>1)]  $.list[?(@.c)].c  $.list[(@.length-1)]  $.list[?(@property===0)]  $.list[?(@.x.y>1)]
  $.list[?(@.c===)]  $.a@string()  $.a@other()  $.@foo  $['@type']  $.\`@type  $.a[  $.a]  .a  [0]  $a  $.$  $.a.$  $.a.
  $.a..b  $.a[-1]  $.a b  $.a['']
`
  .trim()
  .split(/\s{2,}/)

const steps = fc.constantFrom('.a', '.b', '.c', '.list', '[0]', '[1]', "['a']", '["first name"]', '.length', '.0', '.$', '[*]')

const path = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...writtenPaths, '') },
  { weight: 3, arbitrary: fc.array(steps, { maxLength: 4 }).map((found) => `$${found.join('')}`) },
)

const own = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain', 'lessThan', 'lessThanInclusive']
const operatorNames = [...own, 'greaterThan', 'greaterThanInclusive']
const decorators = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not']

function operator(custom: boolean): fc.Arbitrary<string> {
  const names = fc.constantFrom(...operatorNames, ...(custom ? ['one', 'one', 'one', 'throws'] : []))
  const chain = fc.array(fc.constantFrom(...decorators, ...(custom ? ['never'] : [])), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 30, arbitrary: names },
    { weight: 10, arbitrary: fc.tuple(chain, names).map(([before, name]) => [...before, name].join(':')) },
    { weight: 1, arbitrary: fc.constantFrom('nope', 'not:nope', 'nope:equal', '', ':equal', 'toString') },
  )
}

const list = fc.oneof(fc.array(common, { maxLength: 14 }), fc.array(fc.constantFrom(...oddLiterals()), { maxLength: 14 }))
const json = fc.jsonValue({ maxDepth: 2 }).filter((found) => !/__proto__|toString|valueOf/.test(JSON.stringify(found)))
const reference = fc.record({ fact: factName, path, params: fc.constant({ p: 1 }) }, some('fact'))

const value = fc.oneof<fc.WeightedArbitrary<unknown>[]>(
  { weight: 6, arbitrary: common },
  { weight: 6, arbitrary: fc.constantFrom(...oddLiterals()) },
  { weight: 5, arbitrary: list },
  { weight: 2, arbitrary: json },
  { weight: 4, arbitrary: reference },
)

const priority = fc.constantFrom<unknown[]>(1, 1, 2, 5, 10, 0, -1, '3', '1', 1.5, '1.0', null, 'abc', undefined)
const label = fc.constantFrom('first', 'second')
const labels = { priority, name: label }

/** An operator that wants a list mostly gets one: otherwise hardly a tree would come to an end without a TypeError. */
function wildLeaf(custom: boolean): fc.Arbitrary<Json> {
  const stray = fc.constant('stray')
  return operator(custom).chain((name) => {
    const wantsList = /^(not:)*(in|notIn|someValue.*|everyValue.*)$/.test(name)
    const wanted = wantsList ? fc.oneof({ weight: 9, arbitrary: list }, { weight: 1, arbitrary: value }) : value
    const members = { fact: factName, operator: fc.constant(name), value: wanted, path, ...labels, result: stray, note: stray }
    return fc.record<Json>(members, some('fact', 'operator', 'value'))
  })
}

/** A leaf that decides something: a few values that meet each other, and nothing to trip over. */
function plainLeaf(custom: boolean): fc.Arbitrary<Json> {
  const name = fc.constantFrom(...operatorNames, ...(custom ? ['one', 'one'] : []))
  return name.chain((found) => {
    const wanted = /^(in|notIn)$/.test(found) ? fc.array(common, { maxLength: 14 }) : common
    return fc.record<Json>({ fact: fc.constantFrom('a', 'b'), operator: fc.constant(found), value: wanted })
  })
}

function leaf(custom: boolean): fc.Arbitrary<Json> {
  return fc.oneof(wildLeaf(custom), plainLeaf(custom))
}

/** Groups, labelled now and then, and rarely of two kinds at once, of which the engine drops one. */
function group(child: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const children = fc.array(child, { maxLength: 4 })
  const kinds = fc.oneof<fc.WeightedArbitrary<Json>[]>(
    { weight: 6, arbitrary: children.map((all) => ({ all })) },
    { weight: 6, arbitrary: children.map((any) => ({ any })) },
    { weight: 4, arbitrary: child.map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.record<Json>({ all: children, any: children, not: child }, some('any')) },
  )
  return fc.tuple(kinds, fc.record<Json>(labels, some())).map(([kind, labelled]) => ({ ...kind, ...labelled }))
}

function named(names: readonly string[]): fc.Arbitrary<Json> {
  return fc.record<Json>({ condition: fc.constantFrom(...names), ...labels }, some('condition'))
}

function node(depth: number, custom: boolean, names: readonly string[]): fc.Arbitrary<Json> {
  const leaves = { weight: 4, arbitrary: leaf(custom) }
  const references = names.length > 0 ? [{ weight: 1, arbitrary: named(names) }] : []
  if (depth === 0) return fc.oneof(leaves, ...references)
  return fc.oneof(leaves, ...references, { weight: 3, arbitrary: group(node(depth - 1, custom, names)) })
}

function root(depth: number, custom: boolean, names: readonly string[]): fc.Arbitrary<Json> {
  const groups = group(node(depth, custom, names))
  if (names.length === 0) return groups
  const mixed = fc.tuple(groups, named(names)).map(([kind, other]) => ({ ...kind, ...other }))
  return fc.oneof({ weight: 12, arbitrary: groups }, { weight: 1, arbitrary: named(names) }, { weight: 1, arbitrary: mixed })
}

/**
 * An unknown name of a condition is drawn only where the engine takes it for false: otherwise it throws at once, and
 * beside a fact that is missing too it leaves a rejection that nobody handles and that ends the process.
 */
export function conditionCase(): fc.Arbitrary<ConditionCase> {
  const flags = {
    allowUndefinedFacts: fc.constantFrom(true, true, false),
    allowUndefinedConditions: fc.boolean(),
    custom: fc.boolean(),
  }
  return fc.record(flags).chain((drawn) => {
    const { allowUndefinedConditions, custom } = drawn
    const unknown = allowUndefinedConditions ? ['unknown'] : []
    return fc.record({
      condition: fc.oneof(...[0, 1, 2].map((depth) => root(depth, custom, ['first', 'second', 'third', ...unknown]))),
      named: fc.record({
        first: root(1, custom, unknown),
        second: root(1, custom, ['first', ...unknown]),
        third: root(1, custom, ['first', 'second', ...unknown]),
      }),
      facts,
      factPriorities: fc.constantFrom<Record<string, number>[]>({}, {}, {}, { a: 3, b: 2 }),
      allowUndefinedFacts: fc.constant(drawn.allowUndefinedFacts),
      allowUndefinedConditions: fc.constant(allowUndefinedConditions),
      custom: fc.constant(custom),
    })
  })
}

const scalar = fc.constantFrom<unknown[]>(0, 1, 5, -0.5, '', 'ab', '12abc', '2024-01-01', true, false, null)
const ordered = fc.constantFrom<unknown[]>(0, 1, 5, -0.5, '12', '2024-01-01')
const goodPaths = writtenPaths.slice(0, 8).concat('$..c', '$.list[*].c', '$.list[?(@.c>1)]', '$.list[-1:]', '$.a.length')

/** A leaf without a mistake in it. */
function soundLeaf(): fc.Arbitrary<Json> {
  const before = fc.constantFrom('', '', '', 'not:', 'someFact:', 'everyFact:', 'not:everyFact:')
  return fc.tuple(before, fc.constantFrom(...operatorNames)).chain(([decorator, name]) => {
    const wanted = /^(in|notIn)$/.test(name) ? fc.array(scalar, { maxLength: 12 }) : /Than/.test(name) ? ordered : scalar
    const members = {
      fact: fc.constantFrom(...factNames),
      operator: fc.constant(decorator + name),
      value: fc.oneof(
        { weight: 4, arbitrary: wanted },
        { weight: 1, arbitrary: fc.record({ fact: fc.constantFrom(...factNames) }) },
      ),
      path: fc.constantFrom(...goodPaths),
      priority: fc.constantFrom(1, 2, -3),
      name: label,
    }
    return fc.record<Json>(members, some('fact', 'operator', 'value'))
  })
}

/** A condition that `parseCondition` takes: every group has a child, and no name is used. */
export function soundCondition(depth = 2): fc.Arbitrary<Json> {
  const child = depth === 0 ? soundLeaf() : fc.oneof(soundLeaf(), soundCondition(depth - 1))
  const children = fc.array(child, { minLength: 1, maxLength: 4 })
  return fc.oneof(
    children.map((all) => ({ all })),
    children.map((any) => ({ any })),
    child.map((not) => ({ not })),
  )
}

/** Facts as JSON has them, names like `__proto__` and objects that compare badly included. */
export function jsonFacts(): fc.Arbitrary<Json> {
  return facts.map((found) => JSON.parse(JSON.stringify(found)) as Json)
}

/** Every operator under no or one decorator, and the values on which operators differ. */
export const operatorsToTry: readonly string[] = operatorNames.flatMap((name) => [
  name,
  ...decorators.map((before) => `${before}:${name}`),
])
export const valuesToTry: readonly unknown[] = [
  ...oddValues(),
  [0, 1, 5, Number.NaN, '', 'ab', null, undefined, true, 12],
  ['ab'],
]
