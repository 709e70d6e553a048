/** Where the values of a JSON text stand, so that a mistake in a document can be found in its file. */
import { type IssuePath, issue } from '../errors.ts'
import { Failure } from './failure.ts'
import { sentenceAt } from './place.ts'

/** What is no JSON, and where. Lines and columns count from 1. */
export interface JsonMistake {
  readonly line: number
  readonly column: number
  readonly got: string
}

/** Deeper values share the line of the one around them. */
const mostDepth = 100

const token = /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\r\n]|\\.)*")|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy

/** Returns the failure of a file whose text is no JSON, with the place of the first mistake. */
export function jsonFailure(file: string, text: string): Failure {
  const { mistake } = new JsonLines(text)
  const found = issue('invalid-json', [], { expected: 'JSON', got: mistake?.got || 'the end of the file' })
  return new Failure(2, sentenceAt({ file, line: mistake?.line, column: mistake?.column }, found))
}

class Unexpected extends Error {}

/** The lines of a JSON text. Reading stops at the first mistake. */
export class JsonLines {
  /** Nothing for text that is JSON. */
  readonly mistake: JsonMistake | undefined
  readonly #text: string
  readonly #lines = new Map<string, number>([['', 1]])
  #at = 0
  #line = 1
  /** How far the line ends have been counted. */
  #counted = 0

  constructor(text: string) {
    this.#text = text
    try {
      this.#readValue([])
      if (this.#text.slice(this.#at).trim() !== '') throw new Unexpected()
    } catch (error) {
      // Text that is nested deeper than the stack allows has no lines either.
      if (!(error instanceof Unexpected || error instanceof RangeError)) throw error
      this.mistake = this.#mistakeHere()
    }
  }

  /** Returns the line of the value at a path, or of the nearest value around it. */
  lineOf(path: IssuePath): number {
    for (let length = path.length; length > 0; length--) {
      const line = this.#lines.get(keyOf(path.slice(0, length)))
      if (line !== undefined) return line
    }
    return 1
  }

  #next(): string {
    token.lastIndex = this.#at
    const found = token.exec(this.#text)
    if (!found) throw new Unexpected()
    this.#at = token.lastIndex
    return found[1] ?? (found[2] ? '"' : 'value')
  }

  #expect(wanted: string): void {
    const before = this.#at
    if (this.#next() === wanted) return
    this.#at = before
    throw new Unexpected()
  }

  #readValue(path: IssuePath): void {
    const before = this.#at
    const next = this.#next()
    if (next === '{') this.#readMembers(path)
    else if (next === '[') this.#readElements(path)
    else if (next !== '"' && next !== 'value') {
      this.#at = before
      throw new Unexpected()
    }
  }

  #readMembers(path: IssuePath): void {
    if (this.#isNext('}')) return
    do {
      this.#skipSpace()
      const from = this.#at
      this.#expect('"')
      const inside = [...path, nameIn(this.#text.slice(from, this.#at))]
      this.#keep(inside, from)
      this.#expect(':')
      this.#readValue(inside)
    } while (this.#isNext(','))
    this.#expect('}')
  }

  #readElements(path: IssuePath): void {
    if (this.#isNext(']')) return
    let index = 0
    do {
      this.#skipSpace()
      const inside = [...path, index++]
      this.#keep(inside, this.#at)
      this.#readValue(inside)
    } while (this.#isNext(','))
    this.#expect(']')
  }

  #isNext(wanted: string): boolean {
    this.#skipSpace()
    if (this.#text[this.#at] !== wanted) return false
    this.#at++
    return true
  }

  #skipSpace(): void {
    while (' \t\r\n\uFEFF'.includes(this.#text[this.#at] ?? 'end')) this.#at++
  }

  #keep(path: IssuePath, at: number): void {
    if (path.length > mostDepth) return
    for (let end = this.#text.indexOf('\n', this.#counted); end >= 0 && end < at; end = this.#text.indexOf('\n', end + 1)) {
      this.#line++
      this.#counted = end + 1
    }
    this.#lines.set(keyOf(path), this.#line)
  }

  #mistakeHere(): JsonMistake {
    this.#skipSpace()
    const before = this.#text.slice(0, this.#at)
    const line = before.split('\n').length
    const got = this.#text.slice(this.#at, this.#at + 40).split('\n')[0] ?? ''
    return { line, column: this.#at - before.lastIndexOf('\n'), got: got.trimEnd() }
  }
}

function nameIn(quoted: string): string {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return quoted
  }
}

/** Numbers and texts may share a key here: an object and an array never share a place. */
function keyOf(path: IssuePath): string {
  return path.join('\0')
}
