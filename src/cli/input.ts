/** Bytes of a file or of standard input, unpacked where they are gzip, with every failure turned into a sentence. */
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure, unreadable } from './failure.ts'
import type { Io } from './output.ts'

/** The name of standard input on the command line, and the one in messages. */
export const standardInput = '-'

const chunkBytes = 256 * 1024

/** What is told of every chunk before it is unpacked. */
export type OnBytes = (bytes: number) => void | Promise<void>

export function nameOf(path: string): string {
  return path === standardInput ? '<standard input>' : path
}

/** Yields the bytes of a file. **Errors** throws a `Failure` with the status 2. */
export async function* chunksOf(
  path: string,
  { stdin }: Pick<Io, 'stdin'>,
  onBytes: OnBytes = () => {},
): AsyncGenerator<Uint8Array> {
  const source = path === standardInput ? stdin : createReadStream(path, { highWaterMark: chunkBytes })
  try {
    yield* unpacked(counted(source, onBytes))
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(nameOf(path), error)
  }
}

/** Returns the whole text of a file. **Errors** throws a `Failure` with the status 2, also for bytes that are no UTF-8 text. */
export async function textOf(path: string, io: Pick<Io, 'stdin'>, onBytes?: OnBytes): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const chunk of chunksOf(path, io, onBytes)) text += decoder.decode(chunk, { stream: true })
    text += decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new Failure(2, `${nameOf(path)}: expected UTF-8 text [unreadable-file]`)
    if (error instanceof RangeError)
      throw new Failure(2, `${nameOf(path)}: it is too large to be read as a whole [unreadable-file]`)
    throw error
  }
  return text
}

async function* counted(source: AsyncIterable<Uint8Array | string>, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    await onBytes(bytes.length)
    yield bytes
  }
}

/** The first two bytes tell gzip, whatever the file is called. */
async function* unpacked(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array()
  while (start.length < 2) {
    const next = await source.next()
    if (next.done) break
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value])
  }
  const whole = joined(start, source)
  if (start[0] !== 0x1f || start[1] !== 0x8b) return yield* whole
  // The failure of either stream comes out of the iteration.
  yield* pipeline(Readable.from(whole), createGunzip({ chunkSize: chunkBytes }), () => {})
}

async function* joined(start: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start
  yield* rest
}
