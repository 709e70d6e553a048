import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvReading, readCsv } from '../../src/adapters/csv.ts'
import { lossyPath } from '../../src/adapters/lossy-number.ts'
import { type NdjsonReading, readNdjson } from '../../src/adapters/ndjson.ts'
import { all } from '../unit/adapters/taken.ts'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 300)
const seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)
const holds = (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns, seed })

/** Cuts bytes at the given places, wherever in a line or a character they fall. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, index) => bytes.slice(from, at[index] ?? bytes.length))
}

const cuts = fc.array(fc.nat(), { maxLength: 12 })
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Bytes of lines: well-formed, broken, blank, cut off, and not text at all. */
const garbage = fc.uint8Array({ maxLength: 12 }).map((bytes) => bytes.map((byte) => (byte === 10 ? 11 : byte)))
const someBytes = (line: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 6, arbitrary: line.map(bytesOf) }, { weight: 1, arbitrary: garbage }), { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([lines, end]) => new Uint8Array(lines.flatMap((bytes) => [...bytes, ...bytesOf(end)])))

describe('NDJSON', () => {
  const line = fc.oneof(
    fc.json({ depthSize: 'small' }),
    fc.constantFrom('', ' ', '{"a":', 'nonsense', '"ü𝄞\\n"'),
    fc.string({ unit: 'binary' }),
  )
  const readings = (chunks: Iterable<Uint8Array | string>): Promise<NdjsonReading[]> => all(readNdjson(chunks))

  test('reads the same wherever the chunks end', async () => {
    await holds(
      fc.asyncProperty(someBytes(line), cuts, async (bytes, places) => {
        expect(await readings(cut(bytes, places))).toEqual(await readings([bytes]))
      }),
    )
  })

  test('gives back what was written', async () => {
    await holds(
      fc.asyncProperty(
        fc.array(fc.jsonValue().filter((value) => lossyPath(value) === undefined)),
        cuts,
        async (values, places) => {
          const printed = values.map((value) => JSON.stringify(value))
          const back = await readings(cut(bytesOf(printed.join('\n')), places))
          const kept = values.map((_, index) => JSON.parse(printed[index] ?? ''))
          expect(back.map((reading) => ('value' in reading ? reading.value : reading.issue.code))).toEqual(kept)
        },
      ),
    )
  })
})

describe('CSV', () => {
  const cellText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('', '"', '""', ',', '\n', '\r\n', 'a"b', ' ', '#'),
  )
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const readings = (chunks: Iterable<Uint8Array | string>): Promise<CsvReading[]> => all(readCsv(chunks))

  test('gives back what was written', async () => {
    const table = fc.array(fc.tuple(cellText, cellText), { maxLength: 20 })
    await holds(
      fc.asyncProperty(table, cuts, async (rows, places) => {
        const text = [['a', 'b'], ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')
        const back = await readings(cut(bytesOf(text), places))
        // Lone surrogates have no bytes: what comes back is what was encoded.
        const encoded = rows.map((cells) => cells.map((cell) => new TextDecoder().decode(bytesOf(cell))))
        expect(back.map((reading) => ('row' in reading ? [reading.row.a, reading.row.b] : reading.issue.code))).toEqual(encoded)
      }),
    )
  })

  const line = fc.array(fc.oneof(cellText, cellText.map(quoted)), { minLength: 1, maxLength: 3 }).map((cells) => cells.join(','))

  test('reads the same wherever the chunks end', async () => {
    await holds(
      fc.asyncProperty(someBytes(line), cuts, async (bytes, places) => {
        const file = new Uint8Array([...bytesOf('a,b\n'), ...bytes])
        expect(await readings(cut(file, places))).toEqual(await readings([file]))
      }),
    )
  })

  test('agrees with csv-parse on every file that csv-parse takes', async () => {
    await holds(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const text = `a,b\n${lines.join('\n')}\n`
        const cells = taken(text)
        fc.pre(cells?.every((row) => row.length === 2) === true)
        const back = await readings([text])
        expect(back.map((reading) => ('row' in reading ? [reading.row.a, reading.row.b] : reading.issue.code))).toEqual(
          cells?.slice(1),
        )
      }),
    )
  })

  test('loses no line: what lies between two rows is blank', async () => {
    await holds(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const text = `a,b\n${lines.join('\n')}\n`
        const written = text.split('\n')
        const back = await readings([text])
        const nexts = [...back.slice(1).map((reading) => reading.line), written.length + 1]
        for (const [index, reading] of back.entries()) {
          if (!('row' in reading)) continue
          const after = reading.line + Object.values(reading.row).join('').split('\n').length
          expect(
            written
              .slice(after - 1, (nexts[index] ?? 0) - 1)
              .join('')
              .trim(),
          ).toBe('')
        }
      }),
    )
  })

  function taken(text: string): string[][] | undefined {
    try {
      return parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] })
    } catch {
      return undefined
    }
  }
})
