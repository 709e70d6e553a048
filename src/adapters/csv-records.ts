/**
 * Lines become the records of a CSV file: a quoted cell may hold line ends, so a record goes on until its quotes are even.
 * A quote that nobody closes must not swallow the rest of the file, so a record that is wrong gives up its first line
 * only and the next line is tried as a record of its own.
 */

export interface CsvRecord {
  /** The lines of the record, with their ends. */
  readonly text: string
  /** The number of its first line, counted from 1. */
  readonly line: number
  /** False for a line whose quote is never closed. */
  readonly closed: boolean
}

export interface CsvRecordOptions {
  /** Empty when no character quotes. */
  readonly quote: string
  readonly comment: string | undefined
}

/** The longest record. **Units** UTF-16 code units. */
export const mostRecordLength = 1024 * 1024

export class CsvRecords {
  readonly #options: CsvRecordOptions
  #lines: string[] = []
  /** The position in `#lines` of the next line to read. */
  #at = 0
  /** The number of the first of `#lines`. */
  #first = 1
  /** How far a record has been read whose last line has not come: so that a long one is not read anew with every chunk. */
  #waiting: { readonly line: number; readonly text: string; readonly lines: number } | undefined

  constructor(options: CsvRecordOptions) {
    this.#options = options
  }

  /** Takes whole lines. */
  push(text: string): void {
    this.#lines.splice(0, this.#at)
    this.#first += this.#at
    this.#at = 0
    for (let from = 0; from < text.length; ) {
      const next = text.indexOf('\n', from)
      const to = next < 0 ? text.length : next + 1
      this.#lines.push(text.slice(from, to))
      from = to
    }
  }

  /** Counts a line that is left out; the lines before it must have been read. */
  skipLine(): number {
    this.push('')
    this.#lines = []
    return this.#first++
  }

  /** Returns at most so many records; fewer when the next one waits for its last line, unless there are no more lines. */
  take(most: number, atEnd: boolean): CsvRecord[] {
    const records: CsvRecord[] = []
    while (records.length < most && this.#at < this.#lines.length) {
      const first = this.#lines[this.#at] ?? ''
      if (this.#isNothing(first)) {
        this.#at++
        continue
      }
      const record = this.#recordAt(this.#at, atEnd)
      if (!record) break
      records.push(record)
      this.#at += record.closed ? linesOf(record.text) : 1
    }
    return records
  }

  /** Goes back to the line after the first one of a record, which turned out to be wrong. */
  giveUp(record: CsvRecord): void {
    this.#at = record.line - this.#first + 1
  }

  #recordAt(at: number, atEnd: boolean): CsvRecord | undefined {
    const line = this.#first + at
    const first = this.#lines[at] ?? ''
    const waiting = this.#waiting?.line === line ? this.#waiting : { line, text: first, lines: 1 }
    this.#waiting = undefined
    let { text } = waiting
    let isOpen = waiting.lines > 1 || this.#hasOddQuotes(first)
    for (let next = at + waiting.lines; isOpen; next++) {
      const more = this.#lines[next]
      if (text.length > mostRecordLength || (more === undefined && atEnd)) return { text: first, line, closed: false }
      if (more === undefined) {
        this.#waiting = { line, text, lines: next - at }
        return undefined
      }
      text += more
      if (this.#hasOddQuotes(more)) isOpen = false
    }
    return { text, line, closed: true }
  }

  #isNothing(line: string): boolean {
    const { comment } = this.#options
    return line === '\n' || line === '\r\n' || (comment !== undefined && line.startsWith(comment))
  }

  #hasOddQuotes(line: string): boolean {
    const { quote } = this.#options
    if (quote === '') return false
    let isOdd = false
    for (let at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + quote.length)) isOdd = !isOdd
    return isOdd
  }
}

function linesOf(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1)) count++
  return count
}
