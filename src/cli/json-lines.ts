/** Where the values of a JSON text stand, so that a mistake in a document can be found in its file. */
import { type IssuePath, issue } from '../errors.ts'
import { Failure } from './failure.ts'
import { sentenceAt } from './place.ts'

/** Returns the failure of a file whose text is no JSON, with the place of the first mistake. */
export function jsonFailure(file: string, text: string): Failure {
  const { mistake } = new JsonLines(text)
  const found = issue('invalid-json', [], { expected: 'JSON', got: mistake?.got || 'the end of the file' })
  return new Failure(2, sentenceAt({ file, line: mistake?.line, column: mistake?.column }, found))
}

const space = /[ \t\r\n\uFEFF]*/y
const string = /"(?:[^"\\\t\r\n]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/
const token = new RegExp(`[{}[\\]:,]|${string.source}|${number.source}|true|false|null|$`, 'y')

class Unexpected extends Error {}

/** The lines of a JSON text, counted from 1. Reading stops at the first mistake. */
export class JsonLines {
  /** What is no JSON, and where; nothing for text that is. */
  readonly mistake: { readonly line: number; readonly column: number; readonly got: string } | undefined
  readonly #text: string
  /** By the keys of the path, each after a zero character. */
  readonly #lines = new Map<string, number>()
  #token = ''
  #at = 0
  #line = 1

  constructor(text: string) {
    this.#text = text
    try {
      this.#advance()
      this.#readValue('')
      if (this.#token !== '') throw new Unexpected()
    } catch (error) {
      // Text that is nested deeper than the stack allows has no lines from there on.
      if (!(error instanceof Unexpected || error instanceof RangeError)) throw error
      const got = text.slice(this.#at, this.#at + 40).split('\n')[0] ?? ''
      this.mistake = { line: this.#line, column: this.#at - text.lastIndexOf('\n', this.#at - 1), got: got.trimEnd() }
    }
  }

  /** Returns the line of the value at a path, or of the nearest value around it. */
  lineOf(path: IssuePath): number {
    for (let length = path.length; length > 0; length--) {
      const key = path.slice(0, length).map((each) => `\0${each}`)
      const line = this.#lines.get(key.join(''))
      if (line !== undefined) return line
    }
    return this.#lines.get('') ?? 1
  }

  #advance(): void {
    const from = this.#at + this.#token.length
    space.lastIndex = from
    const skipped = space.exec(this.#text)?.[0] ?? ''
    this.#line += skipped.split('\n').length - 1
    this.#at = from + skipped.length
    token.lastIndex = this.#at
    const found = token.exec(this.#text)
    this.#token = found?.[0] ?? ''
    if (!found) throw new Unexpected()
  }

  #take(wanted: string): void {
    if (this.#token !== wanted) throw new Unexpected()
    this.#advance()
  }

  #readValue(path: string): void {
    if (!this.#lines.has(path)) this.#lines.set(path, this.#line)
    if (this.#token === '{') this.#readInside(path, '}')
    else if (this.#token === '[') this.#readInside(path, ']')
    else if (/^[^}\],:]/.test(this.#token)) this.#advance()
    else throw new Unexpected()
  }

  /** Reads the members of an object, whose lines are those of their names, or the elements of an array. */
  #readInside(path: string, close: '}' | ']'): void {
    this.#advance()
    for (let index = 0; this.#token !== close; index++) {
      if (index > 0) this.#take(',')
      const inside = `${path}\0${close === ']' ? index : this.#name()}`
      this.#lines.set(inside, this.#line)
      if (close === '}') {
        this.#advance()
        this.#take(':')
      }
      this.#readValue(inside)
    }
    this.#advance()
  }

  #name(): string {
    if (!this.#token.startsWith('"')) throw new Unexpected()
    try {
      return JSON.parse(this.#token) as string
    } catch {
      throw new Unexpected()
    }
  }
}
