import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Numbers, Texts } from '../../src/evaluation/columns.ts'
import { repeatedTexts } from '../../src/evaluation/repeated-texts.ts'
import { hashOf } from '../../src/evaluation/text-hash.ts'
import { TextIndex } from '../../src/evaluation/text-index.ts'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 1_000)

/** Texts of one length that differ only where they are not hashed: all of them collide. */
const colliding = fc
  .integer({ min: 0, max: 400 })
  .map((number) => `${'a'.repeat(40)}${String(number).padStart(8, '0')}${'b'.repeat(40)}`)

function rowsByMap(texts: readonly string[]): number[] {
  const rows = new Map<string, number>()
  return texts.map((text, row) => {
    const found = rows.get(text) ?? -1
    if (found < 0) rows.set(text, row)
    return found
  })
}

function rowsByIndex(texts: readonly string[]): number[] {
  const index = new TextIndex((row) => texts[row] as string)
  return texts.map((text, row) => index.findOrAdd(text, row))
}

function repeatedBySets(texts: readonly string[]): Set<string> {
  return new Set(texts.filter((text, row) => texts.indexOf(text) !== row))
}

function repeatedByHashes(texts: readonly string[]): Set<string> {
  return repeatedTexts(Int32Array.from(texts, hashOf), (row) => texts[row] as string)
}

test('the texts that come more than once are found, also among those that were chosen to collide', () => {
  const texts = fc.array(fc.oneof(fc.string({ maxLength: 2 }), colliding, fc.string({ minLength: 60, maxLength: 90 })), {
    maxLength: 300,
  })
  fc.assert(
    fc.property(texts, (list) => {
      expect(repeatedByHashes(list)).toEqual(repeatedBySets(list))
    }),
    { numRuns },
  )
  const many = Array.from({ length: 20_000 }, (_, number) => `id-${number % 19_990}`)
  expect(repeatedByHashes(many)).toEqual(repeatedBySets(many))
})

describe('the index of texts', () => {
  test('answers as a Map does', () => {
    const texts = fc.array(fc.oneof(fc.string({ maxLength: 3 }), colliding, fc.string({ minLength: 60, maxLength: 90 })), {
      maxLength: 400,
    })
    fc.assert(
      fc.property(texts, (list) => {
        expect(rowsByIndex(list)).toEqual(rowsByMap(list))
      }),
      { numRuns },
    )
  })

  test('answers as a Map does while it grows, with texts that were chosen to collide among them', () => {
    const bad = (number: number) => `${'x'.repeat(32)}${String(number).padStart(9, '0')}${'y'.repeat(32)}`
    const texts = Array.from({ length: 60_000 }, (_, number) =>
      number % 3 === 0 ? bad(number % 3_000) : `id-${number % 25_000}`,
    )
    expect(rowsByIndex(texts)).toEqual(rowsByMap(texts))
  })
})

test('a column of numbers holds what was pushed, the usual value included', () => {
  const numbers = fc.array(fc.oneof(fc.constant(0), fc.constant(Number.NaN), fc.double()), { maxLength: 60 })
  fc.assert(
    fc.property(numbers, fc.constantFrom(0, Number.NaN), fc.boolean(), (list, usual, isLong) => {
      const column = new Numbers(usual)
      const all = isLong ? [...Array.from({ length: 1_500 }, () => usual), ...list] : list
      for (const number of all) column.push(number)
      expect(all.map((_, row) => column.at(row))).toEqual(all)
    }),
    { numRuns: Math.min(numRuns, 1_000) },
  )
})

test('texts are kept once and null is none', () => {
  const texts = new Texts()
  expect(['a', null, 'b', 'a'].map((text) => texts.numberOf(text))).toEqual([0, -1, 1, 0])
  expect([0, 1, -1].map((number) => texts.textOf(number))).toEqual(['a', 'b', null])
})
