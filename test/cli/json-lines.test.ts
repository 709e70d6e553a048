import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonLines } from '../../src/cli/json-lines.ts'

const seed = 20261001
const numRuns = 500

describe('a value is found on the line of its name', () => {
  const text = '{\n  "a": 1,\n  "b": [\n    { "c": "}\\"]" },\n    [\n      2\n    ]\n  ],\n  "a.b": {}\n}\n'
  test.each([
    [[], 1],
    [['a'], 2],
    [['b'], 3],
    [['b', 0], 4],
    [['b', 0, 'c'], 4],
    [['b', 1, 0], 6],
    [['a.b'], 9],
    [['b', 1, 'missing', 'deeper'], 5],
    [['missing'], 1],
  ])('%j is on line %d', (path, line) => expect(new JsonLines(text).lineOf(path)).toBe(line))

  test('of any document', () => {
    const findsEach = fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value, null, 1)
      const lines = new JsonLines(text)
      expect(lines.mistake).toBeUndefined()
      const rows = text.split('\n')
      for (const [path, member] of pathsOf(value)) {
        const row = (rows[lines.lineOf(path) - 1] ?? '').trim()
        const name = path.at(-1)
        const start = JSON.stringify(member)[0] ?? ''
        expect(row.startsWith(typeof name === 'string' ? `${JSON.stringify(name)}: ${start}` : start)).toBe(true)
      }
    })
    fc.assert(findsEach, { seed, numRuns })
  })
})

describe('a mistake', () => {
  test.each([
    ['', 1, 1, ''],
    ['{\n "a": 1\n "b": 2\n}', 3, 2, '"b": 2'],
    ['{\n "a": 01 }', 2, 8, '1 }'],
    ["{ 'a': 1 }", 1, 3, "'a': 1 }"],
    ['[1,\n]', 2, 1, ']'],
    ['[1] [2]', 1, 5, '[2]'],
    ['{"a": "one\ntwo"}', 1, 7, '"one'],
    ['// no comments\n{}', 1, 1, '// no comments'],
    ['[NaN]', 1, 2, 'NaN]'],
  ])('in %j is on line %d, column %d', (text, line, column, got) => {
    expect(new JsonLines(text).mistake).toEqual({ line, column, got })
  })

  test('is found just where JSON.parse fails, whatever character is lost', () => {
    const agrees = fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, place) => {
      const at = place % json.length
      const text = json.slice(0, at) + json.slice(at + 1)
      expect(new JsonLines(text).mistake === undefined).toBe(parses(text))
    })
    fc.assert(agrees, { seed, numRuns })
  })

  test('of depth does not exhaust the stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(new JsonLines(deep).lineOf([0, 0])).toBe(1)
  })
})

type Path = (string | number)[]

function pathsOf(value: unknown, path: Path = []): [Path, unknown][] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const isArray = Array.isArray(value)
  return [[path, value], ...inside.flatMap(([key, member]) => pathsOf(member, [...path, isArray ? Number(key) : key]))]
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
