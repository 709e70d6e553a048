/**
 * Reads what `ValueWriter` wrote. The bytes have passed their checksum, which anybody can compute: so no number in them is believed.
 * Whoever forged one gets an error, and no more work or memory than the bytes are long.
 */
import { smallNumbers, tag } from './value-tags.ts'

/** What the values of a part share. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly shapes: readonly (readonly string[])[]
}

/** Where a value stands: its bytes, and which piece of the text is its own. */
export interface ValuePlace {
  from: number
  to: number
  textFrom: number
  textTo: number
}

/** Thrown for bytes that no writer wrote. */
export class NoValue extends Error {
  override readonly name = 'NoValue'
}

export class ValueReader {
  private readonly view: DataView
  private at = 0
  private textAt = 0
  private latestFar = 0

  /** `bytes` are all values, and nothing else. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Returns the value at a place. **Errors** throws where something else stands. */
  read(place: ValuePlace): unknown {
    this.begin(place)
    const value = this.value()
    if (this.at !== place.to || this.textAt !== place.textTo) throw new NoValue()
    return value
  }

  /** Returns one member of the object at a place, and reads no further. */
  readMember(place: ValuePlace, wanted: string): unknown {
    this.begin(place)
    const what = this.byte()
    const shape = what === tag.object8 ? this.byte() : what === tag.object32 ? this.int32() : -1
    for (const key of this.keysOf(shape)) {
      const member = this.value()
      if (key === wanted) return member
    }
    return undefined
  }

  private begin({ from, textFrom }: ValuePlace): void {
    this.at = from
    this.textAt = textFrom
    this.latestFar = 0
  }

  private value(): unknown {
    const what = this.byte()
    if (what < smallNumbers) return what
    if (what >= tag.shortArray) return this.array(what - tag.shortArray)
    switch (what) {
      case tag.none:
        return null
      case tag.no:
        return false
      case tag.yes:
        return true
      case tag.absent:
        return undefined
      case tag.int16:
        this.at += 2
        return this.view.getInt16(this.at - 2, true)
      case tag.int32:
        return this.int32()
      case tag.near:
        this.latestFar += this.int32()
        return this.latestFar
      case tag.float64:
        return this.float64()
      case tag.text8:
        return this.slice(this.byte())
      case tag.text32:
        return this.slice(this.int32())
      case tag.word8:
        return this.word(this.byte())
      case tag.word16:
        return this.word(this.byte() | (this.byte() << 8))
      case tag.object8:
        return this.object(this.byte())
      case tag.object32:
        return this.object(this.int32())
      case tag.array32:
        return this.array(this.int32())
      default:
        throw new NoValue()
    }
  }

  private byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new NoValue()
    return byte
  }

  private int32(): number {
    this.at += 4
    return this.view.getInt32(this.at - 4, true)
  }

  private float64(): number {
    this.at += 8
    const number = this.view.getFloat64(this.at - 8, true)
    if (number !== 0 && Number.isSafeInteger(number)) this.latestFar = number
    return number
  }

  private slice(length: number): string {
    const from = this.textAt
    this.textAt += length
    if (length < 0 || this.textAt > this.text.length) throw new NoValue()
    return this.text.slice(from, this.textAt)
  }

  private word(number: number): string {
    const word = this.vocabulary.words[number]
    if (word === undefined) throw new NoValue()
    return word
  }

  private keysOf(shape: number): readonly string[] {
    const keys = this.vocabulary.shapes[shape]
    if (!keys) throw new NoValue()
    return keys
  }

  private array(length: number): unknown[] {
    // Each member takes a byte at least.
    if (length < 0 || length > this.bytes.length - this.at) throw new NoValue()
    const list: unknown[] = []
    for (let index = 0; index < length; index++) list.push(this.value())
    return list
  }

  private object(shape: number): object {
    const keys = this.keysOf(shape)
    const object: Record<string, unknown> = {}
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string
      const member = this.value()
      if (member === undefined) continue
      // In a literal the name would set the prototype; from JSON it is a key like any other.
      if (key === '__proto__')
        Object.defineProperty(object, key, { value: member, enumerable: true, configurable: true, writable: true })
      else object[key] = member
    }
    return object
  }
}
