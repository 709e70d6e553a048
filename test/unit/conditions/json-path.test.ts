import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { ruleEngine, standardEngine } from '../../../src/conditions/engine.ts'
import { pathMistake, simpleKeys } from '../../../src/conditions/json-path.ts'

describe('a simple path', () => {
  it.each([
    ['$', []],
    ['$.a', ['a']],
    ['$.a.b[0]', ['a', 'b', '0']],
    ["$['a'].b", ['a', 'b']],
    ['$["a-b"]', ['a-b']],
    ['owner.team', ['owner', 'team']],
    ['$.toString', ['toString']],
    ['$.größe.team_1', ['größe', 'team_1']],
    ['$.0', ['0']],
  ])('%s', (path, keys) => expect(simpleKeys(path)).toEqual(keys))

  it.each([
    '$.*',
    '$..a',
    '$.a[*]',
    '$.a[0:1]',
    '$.a[-1]',
    '$.a,b',
    '$.a^',
    '$.a~',
    '$.a@string()',
    '$.$',
    '',
    'toString',
    '$.a[?(@.b)]',
  ])('%s is none', (path) => expect(simpleKeys(path)).toBeUndefined())
})

describe('a path that is surely a mistake', () => {
  const engine = standardEngine()

  it.each<[unknown, string]>([
    ['', 'empty'],
    [5, 'no text'],
    [`$.${'a'.repeat(500)}`, 'too long'],
    ['toString', 'a name that jsonpath-plus takes for a parsed path'],
    ['constructor', 'the same'],
    ['__proto__', 'the same'],
    ['.owner.team', 'as selectn wrote it, before version 5'],
    ['[0].team', 'an index before the root'],
    [' $.a', 'blanks around it'],
    ['$.a ', 'blanks around it'],
    ['$.a.', 'an end without a name'],
    ['$.a[', 'an open bracket'],
    ['$.a]', 'a bracket that was never open'],
    ["$['a]", 'an open quote'],
    ['$.a[]', 'an empty bracket'],
    ['$.a...b', 'three dots'],
    ['$.a[-1]', 'an index from the end, which only a slice has'],
    ['$.list[?@.c > 1]', 'a filter as RFC 9535 writes it'],
    ["$['@type']", 'a name that is taken for a type test, which fails'],
    ['$.@type', 'the same'],
    ['$.a@other()', 'a type test that always throws'],
    ['$.list[?(@.c ===)]', 'a filter that cannot be parsed'],
    ['$.list[(@.length -)]', 'a script that cannot be parsed'],
    ['$.list[?(@.tags.push(1))]', 'a filter that would change the fact'],
    ['$.list[?("x".repeat(9))]', 'a filter that calls'],
    ['$.list[?(@.c = 1)]', 'a filter that assigns'],
    ['$.list[?(a = 1)]', 'the same'],
  ])('%s: %s', (path) => expect(pathMistake(path, engine)).toMatch(/^an? /))

  it.each([
    ...[
      '$',
      '$.a',
      '$.a.b[0]',
      'owner.team',
      '$..c',
      '$.*',
      '$.list[*].c',
      '$.list[-1:]',
      '$.list[0,1]',
      '$.list[0:2]',
      '$.a^',
      '$.a~',
    ],
    ...[
      '$.list[?(@.c>1)]',
      '$.list[?(@.c >= 1 && @.d !== "x)")].c',
      '$.list[(@.length-1)]',
      '$.a@string()',
      '$.list[?(@property===0)]',
    ],
    ...[
      "$['first name']",
      '$.`@type',
      '$a',
      '$.list[?(@.a == [])]',
      '$.list[?(@.b[?(@.c > 1)])]',
      '$.list[?(@.x.y.z > 1)]',
      '$.a b',
    ],
  ])('%s is none', (path) => expect(pathMistake(path, engine)).toBeUndefined())

  it('an engine with a resolver of its own decides for itself', () => {
    const own = ruleEngine(new Engine([], { pathResolver: (value) => value }))
    expect(pathMistake('.owner/team', own)).toBeUndefined()
    expect(pathMistake('', own)).toBe('a JSONPath such as $.owner.teams[0]')
  })
})
