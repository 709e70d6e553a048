/** Reads the files of NDJSON into the store of lines, without looking into more than their first lines. */
import { NdjsonReader } from '../../adapters/ndjson.ts'
import { mostLineLength } from '../../adapters/text-lines.ts'
import type { Unread } from '../complaint.ts'
import type { EventFile } from '../event-file.ts'
import { Failure } from '../failure.ts'
import { chunksOf, nameOf, type OnBytes } from '../input.ts'
import type { Io } from '../output.ts'
import type { LineStore } from './line-store.ts'

const newline = 0x0a
/** A code unit has at most three bytes, so a line with more is refused whatever it holds, and nobody needs all of it. */
const mostLineBytes = mostLineLength * 3

/** What was found while the files were read. */
export interface FilesRead {
  /** The lines that are too long to be held. */
  readonly unread: Unread[]
  /** Why a file could not be read, whose events and those of the files after it do not count. */
  readonly failure: { readonly file: number; readonly reason: Failure } | null
}

/** Reads all files, one after the other, until one cannot be read. */
export async function readLineFiles(
  files: readonly EventFile[],
  io: Pick<Io, 'stdin'>,
  store: LineStore,
  onBytes: OnBytes,
): Promise<FilesRead> {
  const unread: Unread[] = []
  for (const [file, { path }] of files.entries()) {
    const lines = new FileLines(file, nameOf(path), store, unread)
    try {
      for await (const chunk of chunksOf(path, io, onBytes)) lines.push(chunk)
      lines.end()
    } catch (reason) {
      if (reason instanceof Failure) return { unread, failure: { file, reason } }
      throw reason
    }
  }
  return { unread, failure: null }
}

/** Puts whole lines together from chunks that end anywhere. */
class FileLines {
  private line = 1
  /** The bytes since the last line end. */
  private rest: Uint8Array[] = []
  private restBytes = 0
  private isSkipping = false

  constructor(
    private readonly file: number,
    private readonly name: string,
    private readonly store: LineStore,
    private readonly unread: Unread[],
  ) {}

  push(chunk: Uint8Array): void {
    let from = 0
    if (this.isSkipping) {
      from = chunk.indexOf(newline) + 1
      if (from === 0) return
      this.isSkipping = false
    }
    const to = chunk.lastIndexOf(newline) + 1
    if (to > from) {
      this.keep(chunk.subarray(from, to))
      this.take()
      from = to
    }
    this.keep(chunk.subarray(from))
    if (this.restBytes > mostLineBytes) this.skip()
  }

  end(): void {
    this.take()
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.rest.push(bytes)
    this.restBytes += bytes.length
  }

  private take(): void {
    if (this.restBytes === 0) return
    if (this.line === 1) this.checkFirst()
    this.line += this.store.add(this.file, this.line, this.rest)
    this.rest = []
    this.restBytes = 0
  }

  /** A first line that is no text means that the whole file is something else. */
  private checkFirst(): void {
    const reader = new NdjsonReader()
    for (const bytes of this.rest) {
      const to = bytes.indexOf(newline) + 1
      reader.push(to === 0 ? bytes : bytes.subarray(0, to))
      if (to > 0) break
    }
    reader.end()
    if (reader.ended) throw new Failure(2, `${this.name}: expected UTF-8 text [unreadable-file]`)
  }

  /** Says of a line that it is too long as soon as it is, and passes over the rest of it. */
  private skip(): void {
    const reader = new NdjsonReader()
    reader.push('\n')
    for (const reading of this.rest.flatMap((bytes) => reader.push(bytes)))
      if ('issue' in reading) this.unread.push({ found: reading.issue, place: { file: this.name, line: this.line } })
    this.line++
    this.rest = []
    this.restBytes = 0
    this.isSkipping = true
  }
}
