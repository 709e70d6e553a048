/** Parses the lines of one part. */
import { lossyPath } from '../../adapters/lossy-number.ts'
import { NdjsonReader } from '../../adapters/ndjson.ts'
import { mostLineLength } from '../../adapters/text-lines.ts'
import type { Issue } from '../../errors.ts'
import type { LineBlock } from './line-store.ts'

/** What takes what stands on the lines of a block, in their order. */
export interface LineIntake {
  event(event: unknown, line: number): void
  unread(found: Issue, line: number, column: number | undefined): void
}

const byteOrderMark = [0xef, 0xbb, 0xbf]
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const notRead = Symbol('not read')
/** A place that is used again for every block. */
let gathered = new Uint8Array(0)

/** Hands out the events on the lines of a block that are in a part. */
export function readLines({ bytes, starts, parts, firstLine }: LineBlock, part: number, intake: LineIntake): void {
  const own: number[] = []
  // What is decoded may not be shared with other threads, and is decoded faster at once than line by line.
  if (gathered.length < bytes.length) gathered = new Uint8Array(bytes.length)
  let length = 0
  for (let line = 0; line < parts.length; line++) {
    const [from, to] = [starts[line] as number, starts[line + 1] as number]
    if (parts[line] !== part || to - from < 2) continue
    const start = firstLine + line === 1 && byteOrderMark.every((byte, at) => bytes[from + at] === byte) ? from + 3 : from
    gathered.set(bytes.subarray(start, to), length)
    length += to - start
    own.push(firstLine + line)
  }
  readGathered(gathered.subarray(0, length), own, intake)
}

/** Reads lines, each with its newline. */
function readGathered(bytes: Uint8Array, lines: readonly number[], intake: LineIntake): void {
  const text = decoded(bytes)
  let [from, byte] = [0, 0]
  for (const line of lines) {
    if (text === null) {
      // One of the lines is no text.
      const to = bytes.indexOf(0x0a, byte) + 1
      readExactly(bytes.subarray(byte, to), line, intake)
      byte = to
      continue
    }
    const to = text.indexOf('\n', from)
    const single = text.slice(from, to)
    const event = quicklyRead(single)
    if (event === notRead) readExactly(single, line, intake)
    else intake.event(event, line)
    from = to + 1
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

function quicklyRead(line: string): unknown {
  if (line.length > mostLineLength) return notRead
  try {
    const event: unknown = JSON.parse(line)
    return lossyPath(event) ? notRead : event
  } catch {
    return notRead
  }
}

/** Reads a line as any but the first of a file is read: that one was looked at before. */
function readExactly(text: Uint8Array | string, line: number, intake: LineIntake): void {
  const reader = new NdjsonReader()
  for (const reading of [...reader.push('\n'), ...reader.push(text), ...reader.end()]) {
    if ('value' in reading) intake.event(reading.value, line)
    else intake.unread(reading.issue, line, reading.column)
  }
}
