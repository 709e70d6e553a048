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

const factNames = ['a', 'b', 'c', 'd', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'never given'] as const

const oddValues = (): unknown[] => [
  ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 1, 5, 12, '', '5', 'ab', '12abc', '2024-01-01', true, false],
  ...[[], [1, 'ab', null], [Number.NaN], [[5]], [5], [undefined, 0], new Date(0), new Date(Number.NaN), {}, { fact: 1 }],
  // Nothing that compares can make a primitive of the first, and of the second only after asking.
  ...[{ toString: 1, valueOf: 1 }, { valueOf: 5 }, { length: 3, toString: 5 }, JSON.parse('{"__proto__":{"a":1}}')],
]

const nested = fc.record(
  {
    a: fc.oneof(
      fc.constantFrom(...oddValues()),
      fc.record({ b: fc.constantFrom(...oddValues()), '*': fc.constant(1) }, { requiredKeys: [], noNullPrototype: true }),
    ),
    list: fc.array(fc.oneof(fc.constantFrom(...oddValues()), fc.record({ c: fc.integer({ min: 0, max: 3 }) })), { maxLength: 3 }),
    '0': fc.constantFrom('zero', ['z']),
    'first name': fc.constant('Ada'),
    '@type': fc.constant('Lead'),
    '': fc.constant('empty'),
    $: fc.constant('dollar'),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const factValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddValues()) },
  { weight: 3, arbitrary: nested },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...oddValues()), { maxLength: 12 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

const facts = fc
  .array(fc.tuple(fc.constantFrom(...factNames.slice(0, -1)), factValue), { maxLength: 9 })
  .map((entries) => Object.fromEntries(entries))

const writtenPaths = [
  ...['$', '$.a', '$.a.b', '$.list[0]', '$.list[1].c', "$['a']", '$["a"].b', "$['first name']", 'a', 'a.b', 'list[0].c', '$[0]'],
  ...['$.length', '$.a.length', '$.a[0]', '$.list.length', '$.toString', '$.__proto__', '$.__proto__.a', '$.constructor'],
  ...[
    'toString',
    'constructor',
    '__proto__',
    '',
    '$..c',
    '$.*',
    '$.*.b',
    '$.list[*].c',
    '$.list[-1:]',
    '$.list[0,1]',
    '$.list[0:2]',
  ],
  ...[
    '$.a^',
    '$.a.b^',
    '$.a~',
    '$..*',
    '$..a',
    '$.list[?(@.c>1)]',
    '$.list[?(@.c)].c',
    '$.list[(@.length-1)]',
    '$.a.*',
    '$.a["*"]',
  ],
  ...[
    '$.a@string()',
    '$.@foo',
    "$['@type']",
    '$.`@type',
    '$.a[',
    '$.a]',
    '.a',
    '$a',
    '$.$',
    '$.a.$',
    '$.a..b',
    '$.a[-1]',
    '[0]',
    '$.a.',
  ],
  ...[
    '$.list[?(@.x.y>1)]',
    '$.list[?(@.c===)]',
    '$.a@other()',
    '$.list[?(@property===0)]',
    '$.a-b',
    '$.a b',
    '$.a["b"]',
    "$.a['']",
  ],
]

const path = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...writtenPaths) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('.a', '.b', '.c', '.list', '[0]', '[1]', "['a']", '["first name"]', '.length', '.0', '.$', '[*]'), {
        maxLength: 4,
      })
      .map((steps) => `$${steps.join('')}`),
  },
)

const baseOperators = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain', 'lessThan', 'lessThanInclusive']
const operatorNames = [...baseOperators, 'greaterThan', 'greaterThanInclusive']
const decorators = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not']

const decorated = (names: readonly string[], of: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.constantFrom(...of), { maxLength: 3 }), fc.constantFrom(...names))
    .map(([chain, name]) => [...chain, name].join(':'))

const operator = (custom: boolean): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...operatorNames, ...(custom ? ['one', 'throws', 'not:one', 'one'] : [])) },
    {
      weight: 2,
      arbitrary: decorated([...operatorNames, ...(custom ? ['one'] : [])], [...decorators, ...(custom ? ['never'] : [])]),
    },
    { weight: 1, arbitrary: fc.constantFrom('nope', 'not:nope', 'nope:equal', '', ':equal', 'toString') },
  )

const literal = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddValues()) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...oddValues()), { maxLength: 14 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('__proto__')) },
)

const value = fc.oneof(
  { weight: 4, arbitrary: literal },
  {
    weight: 1,
    arbitrary: fc.record(
      { fact: fc.constantFrom(...factNames, 7), path, params: fc.constant({ p: 1 }) },
      { requiredKeys: ['fact'], noNullPrototype: true },
    ),
  },
)

const priority = fc.constantFrom<unknown>(1, 1, 2, 5, 10, 0, -1, '3', '1', 1.5, '1.0', null, 'abc', undefined)
const label = fc.constantFrom('first', 'second')

function leaf(custom: boolean): fc.Arbitrary<Json> {
  const members = { fact: fc.constantFrom<unknown>(...factNames, 7), operator: operator(custom), value }
  const extra = {
    path,
    params: fc.constant({ p: 1 }),
    priority,
    name: label,
    result: fc.constant('stray'),
    note: fc.constant('stray'),
  }
  return fc.record({ ...members, ...extra }, { requiredKeys: ['fact', 'operator', 'value'], noNullPrototype: true })
}

/** Groups with the members `name` and `priority` now and then, and rarely two kinds at once, of which the engine drops one. */
function group(child: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const labels = fc.record({ priority, name: label }, { requiredKeys: [], noNullPrototype: true })
  const children = fc.array(child, { maxLength: 4 })
  const kinds: fc.Arbitrary<Json> = fc.oneof(
    { weight: 6, arbitrary: children.map((all) => ({ all })) },
    { weight: 6, arbitrary: children.map((any) => ({ any })) },
    { weight: 4, arbitrary: child.map((not) => ({ not })) },
    {
      weight: 1,
      arbitrary: fc.record({ all: children, any: children, not: child }, { requiredKeys: ['any'], noNullPrototype: true }),
    },
  )
  return fc.tuple(kinds, labels).map(([kind, own]) => ({ ...kind, ...own }))
}

function reference(names: readonly string[]): fc.Arbitrary<Json> {
  return fc.record(
    { condition: fc.constantFrom(...names), priority, name: label },
    { requiredKeys: ['condition'], noNullPrototype: true },
  )
}

function node(depth: number, custom: boolean, names: readonly string[]): fc.Arbitrary<Json> {
  const leaves = { weight: 4, arbitrary: leaf(custom) }
  const references = names.length > 0 ? [{ weight: 1, arbitrary: reference(names) }] : []
  if (depth === 0) return fc.oneof(leaves, ...references)
  return fc.oneof(leaves, ...references, { weight: 2, arbitrary: group(node(depth - 1, custom, names)) })
}

function root(depth: number, custom: boolean, names: readonly string[]): fc.Arbitrary<Json> {
  const groups = { weight: 8, arbitrary: group(node(depth, custom, names)) }
  if (names.length === 0) return groups.arbitrary
  const mixed = fc.tuple(groups.arbitrary, reference(names)).map(([own, other]) => ({ ...own, ...other }))
  return fc.oneof(groups, { weight: 1, arbitrary: reference(names) }, { weight: 1, arbitrary: mixed })
}

/**
 * An unknown name of a condition is drawn only where the engine takes it for false: otherwise it throws at once, and
 * beside a fact that is missing too it leaves a rejection that nobody handles and that ends the process.
 */
export function conditionCase(): fc.Arbitrary<ConditionCase> {
  return fc
    .record({ allowUndefinedFacts: fc.boolean(), allowUndefinedConditions: fc.boolean(), custom: fc.boolean() })
    .chain((flags) => {
      const unknown = flags.allowUndefinedConditions ? ['unknown'] : []
      const named = fc.record({
        first: root(1, flags.custom, unknown),
        second: root(1, flags.custom, ['first', ...unknown]),
        third: root(1, flags.custom, ['first', 'second', ...unknown]),
      })
      return fc.record({
        condition: root(2, flags.custom, ['first', 'second', 'third', ...unknown]),
        named,
        facts,
        factPriorities: fc.constantFrom<Record<string, number>>({}, {}, {}, { a: 3, b: 2 }),
        allowUndefinedFacts: fc.constant(flags.allowUndefinedFacts),
        allowUndefinedConditions: fc.constant(flags.allowUndefinedConditions),
        custom: fc.constant(flags.custom),
      })
    })
}
