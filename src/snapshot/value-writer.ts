/**
 * Writes JSON values as bytes, and their texts beside them as one long text: the engine turns that into bytes faster than any
 * loop does. Texts that repeat become words, which are kept once, as the lists of keys are.
 */
import { shortArrays, smallNumbers, tag } from './value-tags.ts'

/** Words are names of people, teams, states and facts; what is longer is hardly one. */
const longestWord = 64
const mostWords = 1 << 16
const wordSlots = 1 << 12
const shapeSlots = 1 << 8
/** A value takes no more than this, beside its members. */
const mostBytes = 16

/** Thrown for what is no JSON value. */
export class NoJson extends Error {
  override readonly name = 'NoJson'
}

export class ValueWriter {
  bytes = new Uint8Array(1 << 16)
  at = 0
  /** The length of the texts so far. */
  textLength = 0
  readonly words: string[] = []
  readonly shapes: (readonly string[])[] = []
  private view = new DataView(this.bytes.buffer)
  private readonly texts: string[] = []
  private latestFar = 0
  /** Texts that were seen, by a hash: the number of the word, or -1 as long as a text was seen once. */
  private readonly seen: string[] = new Array<string>(wordSlots).fill('')
  private readonly wordNumbers = new Int32Array(wordSlots).fill(-1)
  private readonly shapeNumbers = new Map<string, number>()
  private readonly latestShapes = new Int32Array(shapeSlots).fill(-1)

  /** Leaves bytes free. */
  skip(bytes: number): void {
    this.reserve(bytes)
    this.at += bytes
  }

  /** Begins a value that is read without those before it. */
  begin(): void {
    this.latestFar = 0
  }

  /** **Errors** throws `NoJson` for what is no JSON value, and a `RangeError` for values that are nested without end. */
  value(value: unknown): void {
    switch (typeof value) {
      case 'number':
        this.number(value)
        return
      case 'string':
        this.putText(value)
        return
      case 'boolean':
        this.put(value ? tag.yes : tag.no)
        return
      case 'object':
        if (value === null) this.put(tag.none)
        else if (Array.isArray(value)) this.array(value)
        else this.object(value as Record<string, unknown>)
        return
      default:
        throw new NoJson()
    }
  }

  /** Writes a number that is not negative, seven bits a byte. */
  varint(number: number): void {
    this.reserve(mostBytes)
    let rest = number
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.bytes[this.at++] = (rest % 0x80) | 0x80
    this.bytes[this.at++] = rest
  }

  /** Puts down bytes as they are. */
  putBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.at)
    this.at += bytes.length
  }

  /** Puts down the texts of all values; returns true where each character takes two bytes. */
  putTexts(): boolean {
    const text = this.texts.join('')
    this.reserve(text.length * 2)
    const { read } = new TextEncoder().encodeInto(text, this.bytes.subarray(this.at, this.at + text.length))
    // In so many bytes there is room for all characters only if each is ASCII.
    const isWide = read < text.length
    if (isWide)
      for (let index = 0; index < text.length; index++) this.view.setUint16(this.at + index * 2, text.charCodeAt(index), true)
    this.at += isWide ? text.length * 2 : text.length
    return isWide
  }

  /** Makes room for so many more bytes. */
  private reserve(bytes: number): void {
    if (this.at + bytes <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at + bytes))
    grown.set(this.bytes.subarray(0, this.at))
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }

  private put(byte: number): void {
    if (this.at + mostBytes > this.bytes.length) this.reserve(mostBytes)
    this.bytes[this.at++] = byte
  }

  private putInt32(what: number, number: number): void {
    this.put(what)
    this.view.setInt32(this.at, number, true)
    this.at += 4
  }

  /** Writes a number of something with the one tag or the other: most numbers fit into a byte. */
  private putCount(what8: number, what32: number, count: number): void {
    if (count >= 0x100) this.putInt32(what32, count)
    else {
      this.put(what8)
      this.bytes[this.at++] = count
    }
  }

  private number(number: number): void {
    const whole = number | 0
    if (whole === number && (whole !== 0 || 1 / number > 0)) {
      if (whole >= 0 && whole < smallNumbers) this.put(whole)
      else if (whole === (whole << 16) >> 16) {
        this.put(tag.int16)
        this.view.setInt16(this.at, whole, true)
        this.at += 2
      } else this.putInt32(tag.int32, whole)
      return
    }
    if (!Number.isFinite(number)) throw new NoJson()
    const apart = number - this.latestFar
    // Minus zero is as far as its sign: as a difference it would come back as zero.
    const isFar = number !== 0 && Number.isSafeInteger(number)
    if (isFar && apart === (apart | 0)) this.putInt32(tag.near, apart)
    else {
      this.put(tag.float64)
      this.view.setFloat64(this.at, number, true)
      this.at += 8
    }
    if (isFar) this.latestFar = number
  }

  private putText(text: string): void {
    const { length } = text
    const word = length <= longestWord && length > 0 ? this.wordOf(text) : -1
    if (word < 0) {
      this.putCount(tag.text8, tag.text32, length)
      this.texts.push(text)
      this.textLength += length
      return
    }
    this.put(word < 0x100 ? tag.word8 : tag.word16)
    this.bytes[this.at++] = word
    if (word >= 0x100) this.bytes[this.at++] = word >> 8
  }

  /** Returns the number of a text that was seen before; -1 for the first time, and for ever where too many are about. */
  private wordOf(text: string): number {
    const first = slotOf(text)
    for (let slot = first; slot < first + 2; slot++) {
      const number = this.wordNumbers[slot] as number
      if (this.seen[slot] === text) {
        if (number >= 0 || this.words.length === mostWords) return number
        this.wordNumbers[slot] = this.words.length
        return this.words.push(text) - 1
      }
      if (number >= 0) continue
      // A text that comes once, as an id does, is forgotten over the next one of its slot.
      this.seen[slot] = text
      return -1
    }
    return -1
  }

  private array(list: readonly unknown[]): void {
    const { length } = list
    if (length < shortArrays) this.put(tag.shortArray + length)
    else this.putInt32(tag.array32, length)
    for (let index = 0; index < length; index++) {
      const member = list[index]
      if (typeof member === 'number') this.number(member)
      else this.value(member)
    }
  }

  private object(object: Record<string, unknown>): void {
    if (!isPlain(object)) throw new NoJson()
    const keys = Object.keys(object)
    this.putCount(tag.object8, tag.object32, this.shapeOf(keys))
    // The engine reads all members at once faster than one after the other by its key.
    const members = Object.values(object)
    for (let index = 0; index < members.length; index++) {
      const member = members[index]
      if (typeof member === 'number') this.number(member)
      else if (member === undefined) this.put(tag.absent)
      else this.value(member)
    }
  }

  private shapeOf(keys: readonly string[]): number {
    const slot = slotOfShape(keys)
    const latest = this.latestShapes[slot] as number
    if (latest >= 0 && isSame(keys, this.shapes[latest] as readonly string[])) return latest
    const name = JSON.stringify(keys)
    let number = this.shapeNumbers.get(name)
    if (number === undefined) {
      number = this.shapes.push(keys) - 1
      this.shapeNumbers.set(name, number)
    }
    this.latestShapes[slot] = number
    return number
  }
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  if (keys.length !== others.length) return false
  for (let index = 0; index < keys.length; index++) if (keys[index] !== others[index]) return false
  return true
}

/** An object of a literal or of `JSON.parse`, in whatever realm it was made. */
export function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object)
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null
}

/** A few characters tell names apart; where they do not, a name is written out. */
function slotOf(text: string): number {
  const { length } = text
  let hash = length ^ (text.charCodeAt(0) << 4)
  hash = Math.imul(hash ^ text.charCodeAt(length >> 1), 0x01000193)
  hash = Math.imul(hash ^ text.charCodeAt(length - 1), 0x01000193)
  if (length > 1) hash = Math.imul(hash ^ text.charCodeAt(length - 2), 0x01000193)
  return (hash ^ (hash >>> 15)) & (wordSlots - 2)
}

function slotOfShape(keys: readonly string[]): number {
  const { length } = keys
  if (length === 0) return 0
  const [first, last] = [keys[0] as string, keys[length - 1] as string]
  return (length * 31 + first.charCodeAt(0) * 7 + first.length * 3 + last.charCodeAt(0) + last.length) & (shapeSlots - 1)
}
