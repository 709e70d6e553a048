/** Mistakes are shown where they are: paths of the library lead to places in the text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepestNesting, mostAgreementCharacters } from '../../../docs/.vitepress/theme/playground/bounds.ts'
import { written } from '../../../docs/.vitepress/theme/playground/examples.ts'
import { brokenPlace, isTooDeep, lineAt, placeOf, treeOf } from '../../../docs/.vitepress/theme/playground/json-place.ts'
import { readAgreement } from '../../../docs/.vitepress/theme/playground/read-agreement.ts'
import { template, templateNames } from '../../../src/templates.ts'
import { law } from '../../property/law.ts'

const at = (text: string, path: readonly (string | number)[]): string => {
  const { from, to } = placeOf(treeOf(text), text, path)
  return text.slice(from, to)
}

/** Every path in a document that ends in no object and no list, with what stands there. */
function leaves(value: unknown, path: readonly (string | number)[] = []): [readonly (string | number)[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((member, index) => leaves(member, [...path, index]))
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))
}

const documents = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)))

describe('a path', () => {
  law(
    'leads to the value that stands there, however the document is written',
    fc.tuple(documents, fc.constantFrom(0, 1, 4)),
    ([document, indent]) => {
      const text = JSON.stringify(document, null, indent)
      for (const [path, value] of leaves(document)) expect(JSON.parse(at(text, path))).toEqual(value)
    },
  )

  test.each([
    ['an object by its name', '{ "a": { "b": 1 } }', ['a'], '"a"'],
    ['what is missing by the last that is there', '{ "a": { "b": 1 } }', ['a', 'c', 'd'], '"a"'],
    ['what is missing at the root by its bracket', '{ "a": 1 }', ['b'], '{'],
    ['an index', '{ "a": [10, 20] }', ['a', 1], '20'],
    ['an index beyond the end', '{ "a": [10, 20] }', ['a', 7], '"a"'],
    ['the later of two members of one name', '{ "a": 1, "a": 2 }', ['a'], '2'],
    ['a name with escapes', '{ "a\\u0062\\"": 3 }', ['ab"'], '3'],
    ['a name of prototypes', '{ "x": 1, "__proto__": 2 }', ['__proto__'], '2'],
    ['a name of prototypes that is not there', '{ "x": 1 }', ['constructor'], '{'],
    ['a value that is still to be written', '{ "a": }', ['a'], '"a"'],
    ['nothing at all', '', ['a'], ''],
  ])('leads to %s', (_, text, path, found) => expect(at(text, path)).toBe(found))

  test('leads into a text that is broken further down', () => expect(at('{ "a": { "b": 1 }, "c": [', ['a', 'b'])).toBe('1'))
})

test('a broken text is broken where it is', () => {
  const place = (text: string) => brokenPlace(treeOf(text), text)?.from
  expect([place('{ "a": 1 }'), place('{ "a": 1,, "b": 2 }'), place('{\n "a" 1 }')]).toEqual([undefined, 9, 7])
})

test('brackets inside of texts are not nested', () => {
  expect(isTooDeep('['.repeat(deepestNesting) + ']'.repeat(deepestNesting))).toBe(false)
  expect(isTooDeep('['.repeat(deepestNesting + 1))).toBe(true)
  expect(isTooDeep(JSON.stringify('[{"\\'.repeat(1_000)))).toBe(false)
})

test('lines are counted from one', () => {
  expect([0, 1, 2, 3, 4].map((offset) => lineAt('a\nb\nc', offset))).toEqual([1, 1, 2, 2, 3])
})

describe('an agreement', () => {
  test.each(templateNames)('%s is read without a mistake, in both languages', (name) => {
    for (const lang of ['en', 'de'] as const) {
      const { agreement } = template(name, { lang })
      const text = written(agreement)
      expect(JSON.parse(text)).toEqual(agreement)
      expect(readAgreement(text)).toMatchObject({ mistakes: [], more: 0, agreement: { id: agreement.agreement } })
    }
  })

  test('tells every mistake at its line', () => {
    const text = written({ ...template('b2b-inbound').agreement, timeZone: 'Europe/Berlyn', boundary: 'later', extra: 1 })
    const { agreement, mistakes } = readAgreement(text)
    expect(agreement).toBeNull()
    expect(mistakes.map(({ code, path, place }) => [code, path, text.slice(place.from, place.to)])).toEqual([
      ['unknown-time-zone', 'timeZone', '"Europe/Berlyn"'],
      ['unknown-value', 'boundary', '"later"'],
      ['unknown-key', 'extra', '1'],
    ])
    for (const { line, path } of mistakes) expect(text.split('\n')[line - 1]).toContain(path)
  })

  test.each([
    ['that is no JSON', '{ "agreement": ', 'invalid-json'],
    ['that is empty', '', 'invalid-json'],
    ['that is a list', '[]', 'wrong-type'],
    ['that is too long', ' '.repeat(mostAgreementCharacters + 1), 'too-long'],
    ['that nests too deep', '['.repeat(100_000), 'too-deep'],
    ['whose name is that of a prototype', '{ "__proto__": {}, "constructor": {} }', 'missing-key'],
  ])('%s is refused', (_, text, code) => {
    const { agreement, mistakes } = readAgreement(text)
    expect(agreement).toBeNull()
    expect(mistakes.map((mistake) => mistake.code)).toContain(code)
  })

  test('of two hundred clauses is read', () => {
    const { clauses, enforcement: _, incentives: __, exceptions: ___, ...rest } = template('b2b-inbound').agreement
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`clause${index}`, clauses.acceptance]))
    const text = written({ ...rest, clauses: many })
    expect(readAgreement(text).mistakes).toEqual([])
  })

  law('whatever is typed, something is told and nothing thrown', fc.string({ maxLength: 200 }), (text) => {
    const { agreement, mistakes } = readAgreement(text)
    expect(agreement === null).toBe(mistakes.length > 0)
    for (const { place } of mistakes) expect(place.from <= place.to && place.to <= text.length).toBe(true)
  })
})
