/**
 * Text arrives in chunks that end anywhere: inside a line, inside a character. This turns them into pieces of whole lines
 * and says which lines are no text at all, so that what is read never depends on where a chunk happened to end.
 */

/** A chunk of a file: bytes, or text that is decoded already. */
export type Chunk = string | Uint8Array

/** Chunks as they come: a file stream, a fetched body, or an array. */
export type Chunks = AsyncIterable<Chunk> | Iterable<Chunk>

export type TextEncoding = 'utf-8' | 'windows-1252'

/** Whole lines with their ends, or one line that was left out: its bytes are no text, or it is longer than any may be. */
export type Piece = { readonly text: string } | { readonly refused: 'not-text' | 'too-long' }

/** The longest line. **Units** UTF-16 code units. */
export const mostLineLength = 16 * 1024 * 1024

const newline = 10
const byteOrderMark = 0xfeff

export class TextLines {
  readonly #decoder: InstanceType<typeof TextDecoder>
  readonly #mostLength: number
  /** The bytes since the last line end, in the chunks they came in. */
  #bytes: Uint8Array[] = []
  /** The text since the last line end; empty while bytes wait. */
  #text: string[] = []
  #waiting = 0
  /** True inside a line that is too long, until it ends. */
  #skipping = false
  #atStart = true

  constructor(encoding: TextEncoding = 'utf-8', mostLength = mostLineLength) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    this.#mostLength = mostLength
  }

  /** Returns the lines that end in this chunk. */
  push(chunk: Chunk): Piece[] {
    if (typeof chunk === 'string' && this.#bytes.length === 0) return this.#pushText(chunk)
    return this.#pushBytes(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk)
  }

  /** Returns the last line when it has no end. */
  end(): Piece[] {
    const bytes = this.#takeBytes()
    const text = this.#takeText()
    if (this.#skipping) return []
    return bytes.length > 0 ? this.#decode(bytes) : text === '' ? [] : [{ text: this.#started(text) }]
  }

  #pushText(chunk: string): Piece[] {
    const last = chunk.lastIndexOf('\n')
    const pieces: Piece[] = []
    if (last >= 0) {
      const from = this.#skipping ? chunk.indexOf('\n') + 1 : 0
      this.#skipping = false
      const text = this.#takeText() + chunk.slice(from, last + 1)
      if (text !== '') pieces.push({ text: this.#started(text) })
    }
    this.#wait(chunk.length - last - 1, this.#mostLength, () => this.#text.push(chunk.slice(last + 1)), pieces)
    return pieces
  }

  #pushBytes(chunk: Uint8Array): Piece[] {
    // Text that still waits joins the bytes: the two kinds of chunks seldom mix.
    if (this.#text.length > 0) this.#bytes.push(new TextEncoder().encode(this.#text.splice(0).join('')))
    const last = chunk.lastIndexOf(newline)
    const pieces: Piece[] = []
    if (last >= 0) {
      const from = this.#skipping ? chunk.indexOf(newline) + 1 : 0
      this.#skipping = false
      this.#bytes.push(chunk.subarray(from, last + 1))
      pieces.push(...this.#decode(this.#takeBytes()))
    }
    // A code unit has at most three bytes, so what is longer in bytes than this is longer in code units than it may be.
    this.#wait(chunk.length - last - 1, this.#mostLength * 3, () => this.#bytes.push(chunk.slice(last + 1)), pieces)
    return pieces
  }

  /** Keeps the start of a line for its end, unless it has grown too long. */
  #wait(length: number, most: number, keep: () => void, pieces: Piece[]): void {
    if (this.#skipping || length === 0) return
    keep()
    this.#waiting += length
    if (this.#waiting <= most) return
    this.#takeBytes()
    this.#takeText()
    this.#skipping = true
    pieces.push({ refused: 'too-long' })
  }

  #takeText(): string {
    const text = this.#text.join('')
    this.#text = []
    this.#waiting = 0
    return text
  }

  #takeBytes(): Uint8Array {
    const parts = this.#bytes
    this.#bytes = []
    this.#waiting = 0
    if (parts.length === 1 && parts[0]) return parts[0]
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  #decode(bytes: Uint8Array): Piece[] {
    if (bytes.length === 0) return []
    try {
      return [{ text: this.#started(this.#decoder.decode(bytes)) }]
    } catch {
      return this.#decodeLines(bytes)
    }
  }

  /** Finds the lines that are no text by decoding one after the other. */
  #decodeLines(bytes: Uint8Array): Piece[] {
    const pieces: Piece[] = []
    for (let from = 0; from < bytes.length; ) {
      const next = bytes.indexOf(newline, from)
      const to = next < 0 ? bytes.length : next + 1
      try {
        pieces.push({ text: this.#started(this.#decoder.decode(bytes.subarray(from, to))) })
      } catch {
        this.#atStart = false
        const length = to - from - (next < 0 ? 0 : 1)
        pieces.push({ refused: length > this.#mostLength * 3 ? 'too-long' : 'not-text' })
      }
      from = to
    }
    return pieces
  }

  #started(text: string): string {
    const start = this.#atStart && text.charCodeAt(0) === byteOrderMark ? 1 : 0
    this.#atStart = false
    return start === 0 ? text : text.slice(start)
  }
}
