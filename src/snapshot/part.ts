/**
 * A snapshot is parts, one behind the other, so that a million states need not be in one buffer. A part is read without the
 * others: a head of 48 bytes, the values of its states one behind the other, their texts as one text, by state how long its value
 * and its texts are, and the vocabulary that the values share, in JSON.
 */
import { isRecord } from '../content.ts'
import { type Issue, issue } from '../errors.ts'
import { crc32 } from './crc32.ts'
import type { Vocabulary } from './value-reader.ts'

/** The first bytes: no text begins so, and a transfer as text would change them. */
const mark: readonly number[] = [0x89, 0x4c, 0x53, 0x4c, 0x0d, 0x0a, 0x1a, 0x0a]

/** Another version is another way of writing; what a state looks like has a version of its own, in each state. */
const formatVersion = 1

/** Where in the head what stands: 32 bits each, little-endian. The checksum is of all that follows it. */
const place = {
  ...{ version: 8, checksum: 12, number: 16, isLast: 20, states: 24 },
  ...{ values: 28, text: 32, lengths: 36, vocabulary: 40, isWide: 44 },
} as const
export const headSize = 48

export interface Head {
  /** The position of the part among the others. */
  readonly number: number
  readonly isLast: boolean
  readonly states: number
  /** How many bytes each section has. */
  readonly values: number
  readonly text: number
  readonly lengths: number
  readonly vocabulary: number
  /** The text has two bytes a character, because one of them is not ASCII. */
  readonly isWide: boolean
}

export interface PartVocabulary extends Vocabulary {
  /** The names of the agreements in the states. */
  readonly agreements: readonly string[]
}

/** A part that was checked: sections of its bytes, and what the values share. */
export interface Part {
  readonly states: number
  readonly values: Uint8Array
  readonly text: Uint8Array
  readonly lengths: Uint8Array
  readonly isWide: boolean
  readonly vocabulary: PartVocabulary
}

/** Puts the head before the sections, for which the bytes have room and in which they stand. */
export function seal(bytes: Uint8Array, head: Head): Uint8Array {
  bytes.set(mark)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  view.setUint32(place.version, formatVersion, true)
  for (const name of ['number', 'states', 'values', 'text', 'lengths', 'vocabulary'] as const)
    view.setUint32(place[name], head[name], true)
  view.setUint32(place.isLast, Number(head.isLast), true)
  view.setUint32(place.isWide, Number(head.isWide), true)
  view.setUint32(place.checksum, crc32(bytes, place.number), true)
  return bytes
}

export function sizeOf({ values, text, lengths, vocabulary }: Head): number {
  return headSize + values + text + lengths + vocabulary
}

/** Returns the head at the beginning of some bytes, or what they are instead. */
export function readHead(bytes: Uint8Array, number: number): Head | Issue {
  const length = Math.min(bytes.length, mark.length)
  if (mark.some((byte, at) => at < length && bytes[at] !== byte))
    return number === 0 ? notASnapshot() : damaged('another part, which begins with the mark of one')
  if (bytes.length < headSize) return cutOff()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (name: keyof typeof place): number => view.getUint32(place[name], true)
  if (at('version') === 0) return damaged(`a snapshot of version ${formatVersion}`, 0)
  if (at('version') > formatVersion)
    return issue('newer-snapshot', [], { expected: `a snapshot of version ${formatVersion}`, got: at('version') })
  const head: Head = {
    ...{ number: at('number'), isLast: at('isLast') !== 0, states: at('states') },
    ...{ values: at('values'), text: at('text'), lengths: at('lengths'), vocabulary: at('vocabulary') },
    isWide: at('isWide') !== 0,
  }
  if (head.number !== number) return damaged(`part ${number}, counted from 0`, head.number)
  return head
}

/** Returns the part in bytes of which the head was read; a changed byte anywhere shows. */
export function readPart(bytes: Uint8Array, head: Head): Part | Issue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(place.checksum, true) !== crc32(bytes, place.number))
    return damaged('the bytes that were written: their checksum differs')
  let from = headSize
  const section = (length: number): Uint8Array => {
    from += length
    return bytes.subarray(from - length, from)
  }
  const [values, text, lengths] = [section(head.values), section(head.text), section(head.lengths)]
  const vocabulary = vocabularyIn(section(head.vocabulary))
  // The lengths of a state take two bytes at least.
  if (!vocabulary || head.states * 2 > head.lengths) return damaged('a part as it was written')
  return { states: head.states, values, text, lengths, isWide: head.isWide, vocabulary }
}

function vocabularyIn(bytes: Uint8Array): PartVocabulary | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!isRecord(value)) return null
    const { agreements, words, shapes } = value
    if (!isTexts(agreements) || !isTexts(words) || !Array.isArray(shapes) || !shapes.every(isTexts)) return null
    return { agreements, words, shapes }
  } catch {
    return null
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

export function notASnapshot(got?: unknown): Issue {
  return issue('not-a-snapshot', [], { expected: 'a snapshot, which begins with the mark of one', got })
}

export function cutOff(): Issue {
  return issue('cut-off-snapshot', [], { expected: 'a snapshot to its end' })
}

export function damaged(expected: string, got?: unknown): Issue {
  return issue('damaged-snapshot', [], { expected, got })
}
