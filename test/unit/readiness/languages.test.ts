import { describe, expect, it } from 'vitest'
import { languages, readinessCodes } from '../../../src/readiness/languages.ts'
import { readText } from '../../repository.ts'

/** The words that a table has and another misses. */
function missing(full: object, table: object, path = ''): string[] {
  return Object.entries(full).flatMap(([key, value]) => {
    const other: unknown = Reflect.get(table, key)
    const at = `${path}${key}`
    if (typeof other !== typeof value || other === '') return [at]
    return typeof value === 'object' && typeof other === 'object' && other !== null ? missing(value, other, `${at}.`) : []
  })
}

describe.each(Object.entries(languages))('the words of readiness in %s', (language, words) => {
  it('miss none that English has', () => expect(missing(languages.en, words)).toEqual([]))
  it('add none that English misses', () => expect(missing(words, languages.en)).toEqual([]))
  it('speak otherwise than English', () => {
    const same = readinessCodes.filter((code) => words[code].remedy === languages.en[code].remedy)
    expect(language === 'en' ? [] : same).toEqual([])
  })
})

it('a word that a table misses is named', () => {
  const { gap: _gap, ...rest } = languages.en
  expect(missing(languages.en, rest)).toEqual(['gap'])
  expect(missing(languages.en, { ...rest, gap: { message: () => 'a', remedy: '' } })).toEqual(['gap.remedy'])
})

it('each code has a row in the docs, and no row is of another', () => {
  const rows = [...readText('docs/readiness.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  expect([...rows].sort()).toEqual([...readinessCodes].sort())
})
