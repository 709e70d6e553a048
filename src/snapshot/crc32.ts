/**
 * CRC-32, the checksum of gzip and PNG. It is there for accidents, not for attackers: it finds every change that lies within
 * four bytes, and of any other all but one in four billion, at a twentieth of the price of a cryptographic hash.
 * **Source** ISO-HDLC, as in RFC 1952; sixteen bytes at a time, as Kounavis and Berry describe it.
 */

const slices = 16
let made: Int32Array | undefined

/** Returns the CRC-32 of the bytes from one position to another. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const t = tables()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let crc = -1
  let at = from
  for (const last = to - slices; at <= last; at += slices) {
    const a = view.getInt32(at, true) ^ crc
    const b = view.getInt32(at + 4, true)
    const c = view.getInt32(at + 8, true)
    const d = view.getInt32(at + 12, true)
    crc = fourOf(t, 3072, a) ^ fourOf(t, 2048, b) ^ fourOf(t, 1024, c) ^ fourOf(t, 0, d)
  }
  for (; at < to; at++) crc = (t[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** The part of four bytes; the first of them has the furthest to go. */
function fourOf(t: Int32Array, from: number, word: number): number {
  return (
    (t[from + 768 + (word & 0xff)] as number) ^
    (t[from + 512 + ((word >>> 8) & 0xff)] as number) ^
    (t[from + 256 + ((word >>> 16) & 0xff)] as number) ^
    (t[from + (word >>> 24)] as number)
  )
}

/** By how many bytes follow, and by byte: what the byte comes to at the end. */
function tables(): Int32Array {
  if (made) return made
  made = new Int32Array(slices * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    made[byte] = crc
  }
  for (let index = 256; index < made.length; index++) {
    const before = made[index - 256] as number
    made[index] = (before >>> 8) ^ (made[before & 0xff] as number)
  }
  return made
}
