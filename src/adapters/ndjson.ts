/** Newline-delimited JSON: one value a line, read as it streams, a broken line being an issue among the values. */
import { type Issue, issue } from '../errors.ts'
import { lossyPath } from './lossy-number.ts'
import { type Chunk, type Chunks, mostLineLength, type Piece, TextLines } from './text-lines.ts'

/** What stands on a line (counted from 1), or why nothing can be read from it, with the column where that is known. */
export type NdjsonReading =
  | { readonly value: unknown; readonly line: number }
  | { readonly issue: Issue; readonly line: number; readonly column?: number }

/** Reads chunk by chunk; `readNdjson` is the same over an async iterable. */
export class NdjsonReader {
  readonly #lines: TextLines
  readonly #mostLength: number
  #line = 0
  #ended = false

  constructor(mostLength = mostLineLength) {
    this.#lines = new TextLines('utf-8', mostLength)
    this.#mostLength = mostLength
  }

  /** True when the input turned out to be no text, so that nothing more is read from it. */
  get ended(): boolean {
    return this.#ended
  }

  /** Returns the readings of the lines that end in this chunk. */
  push(chunk: Chunk): NdjsonReading[] {
    return this.#ended ? [] : this.#read(this.#lines.push(chunk))
  }

  /** Returns the reading of a last line without an end. */
  end(): NdjsonReading[] {
    return this.#ended ? [] : this.#read(this.#lines.end())
  }

  #read(pieces: readonly Piece[]): NdjsonReading[] {
    const readings: NdjsonReading[] = []
    for (const piece of pieces) {
      if (this.#ended) break
      if ('text' in piece) this.#readText(piece.text, readings)
      else this.#refuse(piece.refused, readings)
    }
    return readings
  }

  #readText(text: string, readings: NdjsonReading[]): void {
    for (let from = 0; from < text.length && !this.#ended; ) {
      const next = text.indexOf('\n', from)
      const to = next < 0 ? text.length : next
      if (to - from > this.#mostLength) this.#refuse('too-long', readings)
      else if (to > from) this.#readLine(text.slice(from, to), readings)
      else this.#line++
      from = to + 1
    }
  }

  #readLine(text: string, readings: NdjsonReading[]): void {
    const line = ++this.#line
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      if (line === 1 && text.includes('\0')) this.#end(readings)
      else if (text.trim() !== '') readings.push(broken(text, line, error))
      return
    }
    const lossy = lossyPath(value)
    readings.push(lossy ? { issue: lossyIssue(lossy), line } : { value, line })
  }

  #refuse(why: 'not-text' | 'too-long', readings: NdjsonReading[]): void {
    const line = ++this.#line
    if (why === 'not-text' && line === 1) this.#end(readings)
    else readings.push({ issue: why === 'not-text' ? notText() : tooLong(this.#mostLength), line })
  }

  /** A first line that is no text means that the whole input is something else: compressed, a spreadsheet, UTF-16. */
  #end(readings: NdjsonReading[]): void {
    this.#ended = true
    readings.push({ issue: notText(), line: 1 })
  }
}

/**
 * Yields what stands on each line of a stream of chunks: its value, or an issue in its place.
 *
 * **Edges** blank lines count but yield nothing; lines end in LF or CRLF, the last one may end with the input; a byte
 * order mark is passed over. What is yielded does not depend on where the chunks end. A first line that is not UTF-8 text
 * ends the reading with one issue.
 * **Errors** `invalid-json`; `out-of-range` for a line beyond 16 MiB and for a number that JavaScript cannot keep, with its
 * path; `unreadable-file` for what is not UTF-8 text.
 *
 * @example
 * const values = []
 * for await (const reading of readNdjson(['{"id":"a"}\n{"id"', ':"b"}\n\nnonsense'])) {
 *   values.push('value' in reading ? reading.value : [reading.line, reading.issue.code])
 * }
 * values //=> [{ id: 'a' }, { id: 'b' }, [4, 'invalid-json']]
 */
export async function* readNdjson(chunks: Chunks): AsyncGenerator<NdjsonReading, void, undefined> {
  const reader = new NdjsonReader()
  for await (const chunk of chunks) {
    for (const reading of reader.push(chunk)) yield reading
    if (reader.ended) return
  }
  for (const reading of reader.end()) yield reading
}

function broken(text: string, line: number, error: unknown): NdjsonReading {
  const found = issue('invalid-json', [], { expected: 'one JSON value on the line', got: text.trim() })
  const position = / at position (\d+)/.exec(error instanceof Error ? error.message : '')
  return position ? { issue: found, line, column: Number(position[1]) + 1 } : { issue: found, line }
}

function lossyIssue(path: readonly (string | number)[]): Issue {
  return issue('out-of-range', path, { expected: 'a number of at most 15 digits; write longer ids as text' })
}

function notText(): Issue {
  return issue('unreadable-file', [], { expected: 'UTF-8 text' })
}

function tooLong(most: number): Issue {
  return issue('out-of-range', [], { expected: `a line of at most ${most} characters` })
}
