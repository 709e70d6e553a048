import { describe, expect, test } from 'vitest'
import { type CsvOptions, readCsv } from '../../../src/adapters/csv.ts'
import { mostRecordLength } from '../../../src/adapters/csv-records.ts'
import { all } from './taken.ts'

type Chunk = string | Uint8Array

async function read(chunks: Chunk | Chunk[], options?: CsvOptions): Promise<unknown[]> {
  const readings = await all(readCsv(Array.isArray(chunks) ? chunks : [chunks], options))
  return readings.map((reading) =>
    'row' in reading ? [reading.line, reading.row] : `line ${reading.line}: ${reading.issue.code}`,
  )
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('rows', () => {
  test('are objects of text by column, with the line they begin on', async () => {
    expect(await read('id,won\n0042,\n7,"a ""b"", c"\n')).toEqual([
      [2, { id: '0042', won: '' }],
      [3, { id: '7', won: 'a "b", c' }],
    ])
  })
  test('may hold line ends, after which the lines are still counted', async () => {
    expect(await read('id,note\r\n1,"a\r\nb\n\nc"\r\n2,d')).toEqual([
      [2, { id: '1', note: 'a\r\nb\n\nc' }],
      [6, { id: '2', note: 'd' }],
    ])
  })
  test('are as the options say', async () => {
    const options: CsvOptions = { delimiter: '\t', quote: "'", comment: '#' }
    expect(await read(`# an export\nid\tnote\n#1\n\n2\t'it''s\t"x"'\n`, options)).toEqual([[5, { id: '2', note: `it's\t"x"` }]])
    expect(await read('1;"a\n2;b\n', { delimiter: ';', quote: '', columns: ['id', 'note'] })).toEqual([
      [1, { id: '1', note: '"a' }],
      [2, { id: '2', note: 'b' }],
    ])
  })
  test('have columns of any name', async () => {
    const [reading] = await all(readCsv(['__proto__,constructor,\n1,2,3\n']))
    expect(reading && 'row' in reading ? Object.entries(reading.row) : reading).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['', '3'],
    ])
  })
  test('come from bytes with a byte order mark, and from other encodings', async () => {
    expect(await read(bytes('\uFEFFid,name\n1,Müller\n'))).toEqual([[2, { id: '1', name: 'Müller' }]])
    expect(await read(new Uint8Array([...bytes('id\nM'), 0xfc, ...bytes('ller')]), { encoding: 'windows-1252' })).toEqual([
      [2, { id: 'Müller' }],
    ])
  })
  test('come from no file at all', async () => {
    expect(await read([])).toEqual([])
    expect(await read('')).toEqual([])
    expect(await read('id,won\n')).toEqual([])
    expect(await read('\n\n')).toEqual([])
  })
})

describe('a broken row', () => {
  test('with too many or too few cells is an issue, and the rest goes on', async () => {
    expect(await read('a,b\n1\n1,2,3\n1,2\n')).toEqual(['line 2: invalid-row', 'line 3: invalid-row', [4, { a: '1', b: '2' }]])
  })
  test('whose quote is never closed costs its own line', async () => {
    expect(await read('a,b\n1,"x\n2,y\n3,z\n')).toEqual(['line 2: invalid-row', [3, { a: '2', b: 'y' }], [4, { a: '3', b: 'z' }]])
    expect(await read('a,b\n1,"x\n2,"y"\n3,"z\n4,w\n')).toEqual([
      'line 2: invalid-row',
      [3, { a: '2', b: 'y' }],
      'line 4: invalid-row',
      [5, { a: '4', b: 'w' }],
    ])
  })
  test('with a quote inside a cell is an issue', async () => {
    expect(await read('a,b\n1,5" pipe\n2,y\n3,"x"y\n4,"z"\n')).toEqual([
      'line 2: invalid-row',
      [3, { a: '2', b: 'y' }],
      'line 4: invalid-row',
      [5, { a: '4', b: 'z' }],
    ])
  })
  test('among thousands is found alone', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => (index === 1700 ? `${index},"x` : `${index},"y"`))
    const readings = await read(`a,b\n${rows.join('\n')}\n`)
    expect(readings).toHaveLength(3000)
    expect(readings.filter((reading) => typeof reading === 'string')).toEqual(['line 1702: invalid-row'])
  })
  test('cannot collect the rest of a file, whatever its length', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},${'y'.repeat(50)}`)
    const readings = await read(`a,b\n0,"x\n${rows.join('\n')}\n`)
    expect(rows.join('\n').length).toBeGreaterThan(mostRecordLength)
    expect([readings.length, readings[0]]).toEqual([40_001, 'line 2: invalid-row'])
  })
  test('has an issue that says what was expected', async () => {
    const readings = await all(readCsv(['a,b\n1\n2,"x\n']))
    expect(readings.map((reading) => 'issue' in reading && reading.issue.message)).toEqual([
      'expected 2 columns, got 1',
      'expected a quote that is closed, got "2,\\"x"',
    ])
  })
})

describe('a file that is no table', () => {
  test('is one issue', async () => {
    expect(await read(new Uint8Array([0x1f, 0x8b, 8, 0, 0xff, 10, 0xff, 10]))).toEqual(['line 1: unreadable-file'])
    expect(await read(new Uint8Array([0x61, 0, 0x2c, 0, 0x62, 0, 10, 0]))).toEqual(['line 1: unreadable-file'])
    expect(await read('a,b\r1,2\r3,4\r')).toEqual(['line 1: invalid-row'])
    expect(await read('"a\r\nb",c\n1,2\n')).toEqual([[3, { 'a\r\nb': '1', c: '2' }]])
    expect(await read('a,b,a\n1,2,3\n')).toEqual(['line 1: invalid-row'])
  })
  test('in one line only loses that line', async () => {
    const lines = [...bytes('id,name\n1,M'), 0xfc, ...bytes('ller\n2,Mayer\n3,"a\n4,'), 0xff, ...bytes('\n5,b\n')]
    expect(await read(new Uint8Array(lines))).toEqual([
      'line 2: unreadable-file',
      [3, { id: '2', name: 'Mayer' }],
      'line 4: invalid-row',
      'line 5: unreadable-file',
      [6, { id: '5', name: 'b' }],
    ])
  })
})
