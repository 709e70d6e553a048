/** Where each event stood that an evaluation was given, so that what it says of an event can be found in the file. */
import type { IssuePath } from '../errors.ts'
import type { LineOf } from './event-file.ts'
import type { Place } from './place.ts'

interface Stretch {
  readonly file: string
  /** The position on the tape of the file's first event. */
  readonly from: number
  /** For files whose events have no lines of their own: the line of a path in the event with this number. */
  readonly lineOf: LineOf | undefined
}

export class Tape {
  readonly #stretches: Stretch[] = []
  readonly #events: unknown[] = []
  readonly #lines: number[] = []

  /** The names of the files, in their order. */
  get files(): string[] {
    return this.#stretches.map(({ file }) => file)
  }

  /** The events in the order in which they came. */
  get events(): readonly unknown[] {
    return this.#events
  }

  begin(file: string, lineOf?: LineOf): void {
    this.#stretches.push({ file, from: this.#events.length, lineOf })
  }

  /** Notes an event, and its line; in files without lines the number counts the events from 0. */
  note(event: unknown, line: number): void {
    this.#events.push(event)
    this.#lines.push(line)
  }

  /**
   * Returns a function that tells where an event stood. Events are told apart by identity; equal texts and numbers in the
   * place of events are found one after the other.
   */
  placesOf(wanted: Iterable<unknown>): (event: unknown, path: IssuePath) => Place | undefined {
    const positions = new Map<unknown, number[]>()
    for (const event of wanted) positions.set(event, [])
    if (positions.size > 0) {
      for (let position = 0; position < this.#events.length; position++) positions.get(this.#events[position])?.push(position)
    }
    return (event, path) => {
      const found = positions.get(event) ?? []
      const isObject = typeof event === 'object' && event !== null
      const position = isObject || found.length < 2 ? found[0] : found.shift()
      return position === undefined ? undefined : this.#placeAt(position, path)
    }
  }

  #placeAt(position: number, path: IssuePath): Place | undefined {
    const stretch = this.#stretches.findLast(({ from }) => from <= position)
    const line = this.#lines[position]
    if (!stretch || line === undefined) return undefined
    return { file: stretch.file, line: stretch.lineOf ? stretch.lineOf(line, path) : line }
  }
}
