import { describe, expect, test } from 'vitest'
import { NdjsonReader, readNdjson } from '../../../src/adapters/ndjson.ts'
import { printPath } from '../../../src/errors.ts'
import { all } from './taken.ts'

type Chunk = string | Uint8Array

async function read(...chunks: Chunk[]): Promise<unknown[]> {
  const readings = await all(readNdjson(chunks))
  return readings.map((reading) =>
    'value' in reading ? [reading.line, reading.value] : `${reading.line}: ${reading.issue.code}`,
  )
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('lines', () => {
  test('are values, with the number of the line', async () => {
    expect(await read('{"a":1}\n[2]\r\n"x"\nnull')).toEqual([
      [1, { a: 1 }],
      [2, [2]],
      [3, 'x'],
      [4, null],
    ])
  })
  test('count when they are blank and yield nothing', async () => {
    expect(await read('\n \r\n1\n\n\n2\n\n')).toEqual([
      [3, 1],
      [6, 2],
    ])
    expect(await read()).toEqual([])
    expect(await read('')).toEqual([])
  })
  test('come as bytes or text, with a byte order mark, in chunks that cut characters', async () => {
    const text = bytes('\uFEFF"Mü"\n"ß"\n')
    expect(await read(text.slice(0, 2), text.slice(2, 6), text.slice(6, 10), text.slice(10))).toEqual([
      [1, 'Mü'],
      [2, 'ß'],
    ])
    expect(await read('\uFEFF"a', '"\n"', bytes('b"\n"'), 'c"')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
  })
})

describe('a broken line', () => {
  test('is an issue, and the rest goes on', async () => {
    expect(await read('{"a":1}\n{"a":\n{"b":2}\nnonsense\n3')).toEqual([
      [1, { a: 1 }],
      '2: invalid-json',
      [3, { b: 2 }],
      '4: invalid-json',
      [5, 3],
    ])
  })
  test('has its column where the engine tells', async () => {
    expect(await all(readNdjson(['{"a":1,}']))).toEqual([
      {
        issue: expect.objectContaining({ message: 'expected one JSON value on the line, got "{\\"a\\":1,}"' }),
        line: 1,
        column: 8,
      },
    ])
  })
  test('with a number that JavaScript cannot keep is an issue at that number', async () => {
    const line = '{"id":"a","data":{"ids":[1,9007199254740993]}}'
    const [reading] = await all(readNdjson([line]))
    expect(reading && 'issue' in reading && `${reading.issue.code} at ${printPath(reading.issue.path)}`).toBe(
      'out-of-range at data.ids[1]',
    )
    expect(await read('9007199254740991\n0.1234567890123456789\n-9007199254740993')).toEqual([
      [1, 9007199254740991],
      [2, 0.12345678901234568],
      '3: out-of-range',
    ])
  })
  test('nested as deep as anyone likes is read or refused, never thrown', async () => {
    const deep = `${'['.repeat(5_000)}9007199254740993${']'.repeat(5_000)}`
    expect(await all(readNdjson([deep]))).toHaveLength(1)
  })
  test('that is no text is an issue of its own', async () => {
    expect(await read('1\n', new Uint8Array([34, 0xfc, 34, 10]), '2\n')).toEqual([[1, 1], '2: unreadable-file', [3, 2]])
  })
})

describe('an input that is no text', () => {
  test.each([
    ['gzip', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 10, 1, 2, 10, 3]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0, 0x7d, 0, 10, 0, 0x7b, 0]],
    ['UTF-16 without its mark', [0x7b, 0, 0x7d, 0, 10, 0, 0x7b, 0, 10, 0]],
    ['Latin-1', [34, 0xfc, 34, 10, 34, 0xfc, 34, 10]],
  ])('is one issue: %s', async (_, garbage) => {
    expect(await read(new Uint8Array(garbage))).toEqual(['1: unreadable-file'])
  })
})

describe('a very long line', () => {
  const reading = (most: number, chunks: readonly Chunk[]) => {
    const reader = new NdjsonReader(most)
    const readings = [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()]
    return readings.map((each) => ('value' in each ? [each.line, each.value] : `${each.line}: ${each.issue.code}`))
  }
  const text = `1\n"${'x'.repeat(20)}"\n2\n"${'ü'.repeat(8)}"\n"${'z'.repeat(100)}"`
  const expected = [[1, 1], '2: out-of-range', [3, 2], [4, 'ü'.repeat(8)], '5: out-of-range']

  test('is an issue and is not kept, however it arrives', () => {
    const encoded = bytes(text)
    expect(reading(10, [text])).toEqual(expected)
    expect(reading(10, [encoded])).toEqual(expected)
    expect(reading(10, [...text])).toEqual(expected)
    expect(
      reading(
        10,
        Array.from(encoded, (_, index) => encoded.slice(index, index + 1)),
      ),
    ).toEqual(expected)
  })
})
