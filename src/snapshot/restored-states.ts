/** The states in a snapshot that was checked. A part is opened when one of its states is read, and its texts stay. */
import { isRecord } from '../content.ts'
import type { LeadState } from '../effects/lead-state.ts'
import { LeadSlaError } from '../errors.ts'
import { damaged, type Part } from './part.ts'
import { NoValue, type ValuePlace, ValueReader } from './value-reader.ts'

/** The states of a snapshot. Each is made anew when it is read, so a million of them take little more room than their bytes. */
export interface RestoredStates extends Iterable<LeadState> {
  readonly size: number
  /** Returns the state at a position, in the order in which they were written. */
  at(position: number): LeadState | undefined
  /** Returns the state of a lead, of several the first one. The first call looks up where each lead stands. */
  get(lead: string): LeadState | undefined
}

interface OpenPart {
  readonly reader: ValueReader
  /** By state where its value and its texts begin, and behind the last where they end. */
  readonly values: Float64Array
  readonly texts: Float64Array
}

export class Restored implements RestoredStates {
  readonly size: number
  /** By part the position of its first state. */
  private readonly firsts: Float64Array
  private readonly open: (OpenPart | undefined)[] = []
  private readonly place: ValuePlace = { from: 0, to: 0, textFrom: 0, textTo: 0 }
  private positions: ReadonlyMap<string, number> | null = null

  constructor(private readonly parts: readonly Part[]) {
    let size = 0
    this.firsts = Float64Array.from(parts, ({ states }) => {
      size += states
      return size - states
    })
    this.size = size
  }

  at(position: number): LeadState | undefined {
    if (!Number.isInteger(position) || position < 0 || position >= this.size) return undefined
    const part = this.partAt(position)
    const state = this.read(part, position - (this.firsts[part] as number), ({ reader }, place) => reader.read(place))
    if (!isRecord(state) || typeof state.lead !== 'string') throw new LeadSlaError([damaged('a snapshot as it was written')])
    return state as unknown as LeadState
  }

  get(lead: string): LeadState | undefined {
    this.positions ??= this.lookUp()
    const position = this.positions.get(lead)
    return position === undefined ? undefined : this.at(position)
  }

  *[Symbol.iterator](): Generator<LeadState, void, undefined> {
    for (let position = 0; position < this.size; position++) yield this.at(position) as LeadState
  }

  private lookUp(): Map<string, number> {
    const positions = new Map<string, number>()
    for (const [number, { states }] of this.parts.entries()) {
      for (let row = 0; row < states; row++) {
        const lead = String(this.read(number, row, ({ reader }, place) => reader.readMember(place, 'lead')))
        if (!positions.has(lead)) positions.set(lead, (this.firsts[number] as number) + row)
      }
    }
    return positions
  }

  /** The last part that begins at the position or before; a part without states begins where the next one does. */
  private partAt(position: number): number {
    let [from, to] = [0, this.parts.length]
    while (to - from > 1) {
      const middle = (from + to) >> 1
      if ((this.firsts[middle] as number) <= position) from = middle
      else to = middle
    }
    return from
  }

  /** A forged snapshot has passed its checksum, and is refused when it is read. */
  private read(part: number, row: number, use: (open: OpenPart, place: ValuePlace) => unknown): unknown {
    try {
      const open = this.open[part] ?? opened(this.parts[part] as Part)
      this.open[part] = open
      const { place } = this
      place.from = open.values[row] as number
      place.to = open.values[row + 1] as number
      place.textFrom = open.texts[row] as number
      place.textTo = open.texts[row + 1] as number
      return use(open, place)
    } catch (error) {
      if (!(error instanceof NoValue || error instanceof RangeError)) throw error
      throw new LeadSlaError([damaged('a snapshot as it was written')])
    }
  }
}

function opened({ states, values, text: textBytes, lengths, isWide, vocabulary }: Part): OpenPart {
  const text = textOf(textBytes, isWide)
  const [ends, textEnds] = [new Float64Array(states + 1), new Float64Array(states + 1)]
  let at = 0
  const next = (): number => {
    for (let number = 0, scale = 1; ; scale *= 0x80) {
      const byte = lengths[at++]
      if (byte === undefined) throw new NoValue()
      number += (byte & 0x7f) * scale
      if (byte < 0x80) return number
    }
  }
  for (let row = 0; row < states; row++) {
    ends[row + 1] = (ends[row] as number) + next()
    textEnds[row + 1] = (textEnds[row] as number) + next()
  }
  if (at !== lengths.length || ends[states] !== values.length || textEnds[states] !== text.length) throw new NoValue()
  return { reader: new ValueReader(values, text, vocabulary), values: ends, texts: textEnds }
}

const charsAtOnce = 8192

function textOf(bytes: Uint8Array, isWide: boolean): string {
  if (!isWide) return new TextDecoder().decode(bytes)
  // Not through a decoder, which would replace half a pair of surrogates.
  const codes = new Uint16Array(bytes.length >> 1)
  for (let index = 0; index < codes.length; index++)
    codes[index] = (bytes[index * 2] as number) | ((bytes[index * 2 + 1] as number) << 8)
  let text = ''
  for (let from = 0; from < codes.length; from += charsAtOnce)
    text += String.fromCharCode(...codes.subarray(from, from + charsAtOnce))
  return text
}
