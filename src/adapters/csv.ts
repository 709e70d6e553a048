/** Comma-separated rows, read as they stream: csv-parse reads the cells, and a broken row is an issue among the rows. */
import { type Issue, issue } from '../errors.ts'
import { type CsvRecord, CsvRecords } from './csv-records.ts'
import type { Row } from './template.ts'
import { type Chunk, type Chunks, type Piece, type TextEncoding, TextLines } from './text-lines.ts'

/** How a CSV file is written. */
export interface CsvOptions {
  /** What parts the cells; a comma when left out. */
  readonly delimiter?: string
  /** The character around cells that hold delimiters or line ends, doubled inside them; `"` when left out, empty for none. */
  readonly quote?: string
  /** What a line begins with that is a comment. */
  readonly comment?: string
  /** `utf-8` when left out. */
  readonly encoding?: TextEncoding
  /** The names of the columns when the file has no header line. */
  readonly columns?: readonly string[]
}

/** A row by its columns and the line it begins on (counted from 1), or why there is none. */
export type CsvReading = { readonly row: Row; readonly line: number } | { readonly issue: Issue; readonly line: number }

/** Returns the cells of each record of a text. */
type ParseCells = (text: string) => string[][]

/** So many records go to csv-parse at once; after a broken one they go one by one for a while. */
const mostAtOnce = 512

class CsvReader {
  readonly #parse: ParseCells
  readonly #text: TextLines
  readonly #records: CsvRecords
  #header: readonly string[] | undefined
  #atOnce = 1
  #ended = false

  constructor(parse: ParseCells, options: CsvOptions) {
    this.#parse = parse
    this.#text = new TextLines(options.encoding)
    this.#records = new CsvRecords({ quote: options.quote ?? '"', comment: options.comment })
    this.#header = options.columns
  }

  get ended(): boolean {
    return this.#ended
  }

  push(chunk: Chunk): CsvReading[] {
    return this.#read(this.#text.push(chunk), false)
  }

  end(): CsvReading[] {
    return this.#read(this.#text.end(), true)
  }

  #read(pieces: readonly Piece[], atEnd: boolean): CsvReading[] {
    const readings: CsvReading[] = []
    for (const piece of pieces) {
      if (this.#ended) break
      if ('text' in piece) {
        this.#records.push(piece.text)
        this.#drain(readings, false)
      } else {
        this.#drain(readings, true)
        this.#refuse(piece.refused, readings)
      }
    }
    if (atEnd) this.#drain(readings, true)
    return readings
  }

  #refuse(why: 'not-text' | 'too-long', readings: CsvReading[]): void {
    const line = this.#records.skipLine()
    const tooLong = issue('out-of-range', [], { expected: 'a line of at most 16 MiB' })
    readings.push({ issue: why === 'not-text' ? notText() : tooLong, line })
    if (line === 1) this.#ended = true
  }

  #drain(readings: CsvReading[], atEnd: boolean): void {
    while (!this.#ended) {
      const records = this.#records.take(this.#atOnce, atEnd)
      if (records.length === 0) return
      this.#readRecords(records, readings)
    }
  }

  /** Reads all at once, or, when that fails, up to the one that is broken. */
  #readRecords(records: readonly CsvRecord[], readings: CsvReading[]): void {
    const cells = this.#cellsOf(records)
    if (cells) {
      this.#atOnce = Math.min(this.#atOnce * 2, mostAtOnce)
      for (const [index, record] of records.entries()) this.#readRow(cells[index] ?? [], record, readings)
      return
    }
    this.#atOnce = 1
    for (const record of records) {
      // A record that was tried alone is not tried again: a refusal of csv-parse is dear.
      const [single] = records.length === 1 ? [] : (this.#cellsOf([record]) ?? [])
      if (single) this.#readRow(single, record, readings)
      else {
        readings.push({ issue: brokenQuote(record), line: record.line })
        this.#records.giveUp(record)
        return
      }
    }
  }

  #cellsOf(records: readonly CsvRecord[]): string[][] | undefined {
    if (records.some(({ closed }) => !closed)) return undefined
    try {
      const cells = this.#parse(records.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join(''))
      return cells.length === records.length ? cells : undefined
    } catch {
      return undefined
    }
  }

  #readRow(cells: readonly string[], { line }: CsvRecord, readings: CsvReading[]): void {
    const header = this.#header
    if (this.#ended) return
    if (!header) this.#readHeader(cells, line, readings)
    else if (cells.length === header.length) {
      readings.push({ row: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])), line })
    } else {
      const expected = `${header.length} columns`
      readings.push({ issue: issue('invalid-row', [], { expected, got: cells.length }), line })
    }
  }

  /** A header that is wrong leaves no row to read. */
  #readHeader(cells: readonly string[], line: number, readings: CsvReading[]): void {
    this.#header = cells
    const twice = cells.find((name, index) => name !== '' && cells.indexOf(name) !== index)
    if (cells.some((name) => name.includes('\0'))) readings.push({ issue: notText(), line })
    else if (cells.some((name) => /\r(?!\n)/.test(name))) readings.push({ issue: oldLineEnds(), line })
    else if (twice !== undefined) {
      readings.push({ issue: issue('invalid-row', [], { expected: 'columns with different names', got: twice }), line })
    } else return
    this.#ended = true
  }
}

/**
 * Yields the rows of a stream of chunks, each an object of text by column, or an issue in the place of a row.
 *
 * **Edges** the first record is the header; blank lines and comment lines count but yield nothing; lines end in LF or CRLF;
 * a byte order mark is passed over. Cells are always text. A quote that is never closed costs its own line and no other; a
 * record may have 1 MiB. What is yielded does not depend on where the chunks end.
 * **Errors** `invalid-row` for a row with too many or too few cells, for a quote out of place, and for what is no text;
 * `invalid-row` for a header with the same name twice; `unreadable-file` for what is not text.
 *
 * @example
 * const rows = []
 * for await (const reading of readCsv(['id;won\n0042;"8.4.', '2026"\n7\n'], { delimiter: ';' })) {
 *   rows.push('row' in reading ? reading.row : `line ${reading.line}: ${reading.issue.message}`)
 * }
 * rows //=> [{ id: '0042', won: '8.4.2026' }, 'line 3: expected 2 columns, got 1']
 */
export async function* readCsv(chunks: Chunks, options: CsvOptions = {}): AsyncGenerator<CsvReading, void, undefined> {
  const reader = new CsvReader(await cellParser(options), options)
  for await (const chunk of chunks) {
    for (const reading of reader.push(chunk)) yield reading
    if (reader.ended) return
  }
  for (const reading of reader.end()) yield reading
}

/** csv-parse is loaded when the first file is read, in the build for browsers where there is no `Buffer`. */
async function cellParser({ delimiter = ',', quote = '"' }: CsvOptions): Promise<ParseCells> {
  const { parse } = await ('Buffer' in globalThis ? import('csv-parse/sync') : import('csv-parse/browser/esm/sync'))
  const isQuoted = quote !== ''
  const options = {
    delimiter,
    quote: isQuoted ? quote : null,
    escape: isQuoted ? quote : null,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
  }
  return (text) => parse(text, options)
}

function notText(): Issue {
  return issue('unreadable-file', [], { expected: 'text in the encoding of the file' })
}

function oldLineEnds(): Issue {
  return issue('invalid-row', [], { expected: 'lines that end in LF or CRLF', got: 'CR' })
}

function brokenQuote({ text, closed }: CsvRecord): Issue {
  const expected = closed ? 'quotes around whole cells, doubled inside them' : 'a quote that is closed'
  const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).trimEnd()
  return issue('invalid-row', [], { expected, got: first })
}
