/**
 * Reads off the line of an event whose it is and which id it has, without parsing it: so the lines can be shared out for a tenth of
 * what it costs to parse them. What it says decides only who reads the line, never what is read.
 */
import { EventReader } from './event-identity.ts'

const newline = 0x0a
const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c]
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]

/** The keys that decide whose an event is. */
const keys = ['id', 'lead', 'type', 'specversion'].map((key) => new TextEncoder().encode(key))
const [id, lead, type, specversion, noKey] = [0, 1, 2, 3, -1]
const merged = new TextEncoder().encode('lead.merged')

/** The hash of what has no id, or no lead. */
export const noHash = 0

/** A scanner that is used again for every line. Each line ends in a newline, which bounds every search. */
export class LineScanner {
  /** Of the line that was scanned: the hashes of its lead and its id, and of the lead into which it is merged. */
  lead: number = noHash
  id: number = noHash
  into: number = noHash
  /** By key: where its text begins, or -1 where it has not been seen, and where it ends. */
  private readonly from = new Int32Array(keys.length)
  private readonly to = new Int32Array(keys.length)
  private readonly events = new EventReader()

  /** Scans the line from one position to another, its newline included. */
  scan(bytes: Uint8Array, from: number, to: number): void {
    this.into = noHash
    if (this.isPlain(bytes, from)) {
      this.lead = this.hashOf(bytes, lead)
      this.id = this.hashOf(bytes, id)
      return
    }
    const { lead: name = null, id: own = null, into = null } = this.events.read(bytes.slice(from, to))
    this.lead = hashOfText(name)
    this.id = hashOfText(own)
    this.into = hashOfText(into)
  }

  /** Returns whether a parser would find the lead and the id that were found, if the line is JSON at all. */
  private isPlain(bytes: Uint8Array, from: number): boolean {
    this.from.fill(-1)
    const at = afterSpace(bytes, from)
    if (bytes[at] !== openBrace || !this.hasMembers(bytes, afterSpace(bytes, at + 1))) return false
    // An envelope says who it is about in its own way, and a merge is about two.
    return (this.from[lead] as number) >= 0 && (this.from[specversion] as number) < 0 && !this.isMerge(bytes)
  }

  private isMerge(bytes: Uint8Array): boolean {
    const from = this.from[type] as number
    return from < 0 || isText(bytes, from, this.to[type] as number, merged)
  }

  private hasMembers(bytes: Uint8Array, from: number): boolean {
    for (let at = from; ; ) {
      const keyTo = bytes[at] === quote ? endOfPlainText(bytes, at + 1) : -1
      if (keyTo < 0) return false
      const key = keyAt(bytes, at + 1, keyTo)
      at = afterSpace(bytes, keyTo + 1)
      if (bytes[at] !== colon) return false
      at = afterSpace(bytes, at + 1)
      at = key === noKey ? afterValue(bytes, at) : this.note(bytes, at, key)
      if (at < 0) return false
      at = afterSpace(bytes, at)
      const byte = bytes[at++]
      if (byte === closeBrace) return true
      if (byte !== comma) return false
      at = afterSpace(bytes, at)
    }
  }

  /** Of a key that comes twice the last one counts, as it does for a parser. */
  private note(bytes: Uint8Array, at: number, key: number): number {
    const to = bytes[at] === quote ? endOfPlainText(bytes, at + 1) : -1
    if (to < 0) return -1
    this.from[key] = at + 1
    this.to[key] = to
    return to + 1
  }

  private hashOf(bytes: Uint8Array, key: number): number {
    const from = this.from[key] as number
    return from < 0 ? noHash : hashOfBytes(bytes, from, this.to[key] as number)
  }
}

/** FNV-1a, and mixed: ids that count up differ in their last bytes only. */
function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  let mix = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  mix ^= mix >>> 13
  return mix === noHash ? 1 : mix
}

function hashOfText(text: string | null): number {
  if (text === null) return noHash
  const bytes = new TextEncoder().encode(text)
  return hashOfBytes(bytes, 0, bytes.length)
}

function afterSpace(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at] as number
    if (byte > 0x20 || byte === newline) return at
  }
}

/** Returns the position of the closing quote of a text that stands between its quotes as it is; -1 for another, as below. */
function endOfPlainText(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at] as number
    if (byte > quote && byte !== backslash) continue
    if (byte === quote) return at
    if (byte === backslash || byte === newline) return -1
  }
}

function keyAt(bytes: Uint8Array, from: number, to: number): number {
  for (let key = 0; key < keys.length; key++) if (isText(bytes, from, to, keys[key] as Uint8Array)) return key
  return noKey
}

function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false
  for (let index = 0; index < text.length; index++) if (bytes[from + index] !== text[index]) return false
  return true
}

function afterValue(bytes: Uint8Array, from: number): number {
  const byte = bytes[from]
  if (byte === quote) return afterText(bytes, from)
  if (byte === openBrace || byte === openBracket) return afterNested(bytes, from)
  for (let at = from; ; at++) {
    const next = bytes[at]
    if (next === comma || next === closeBrace || next === closeBracket) return at
    if (next === newline) return -1
  }
}

function afterText(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; ; at++) {
    const byte = bytes[at] as number
    if (byte > quote && byte !== backslash) continue
    if (byte === quote) return at + 1
    // What is escaped is a quote at most.
    if (byte === backslash && bytes[at + 1] !== newline) at++
    else if (byte === backslash || byte === newline) return -1
  }
}

function afterNested(bytes: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; ; at++) {
    const byte = bytes[at] as number
    if (byte === quote) {
      at = afterText(bytes, at) - 1
      if (at < 0) return -1
    } else if (byte === openBrace || byte === openBracket) depth++
    else if (byte === closeBrace || byte === closeBracket) {
      if (--depth === 0) return at + 1
    } else if (byte === newline) return -1
  }
}
