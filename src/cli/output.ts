/** The streams that the command writes to. A reader that goes away, as `head` does, ends the command quietly. */
import { Failure } from './failure.ts'
import type { StartThread } from './jobs/thread.ts'
import type { HostTime, OnInterrupt } from './watch/host-time.ts'

/** What the command sees of the process it runs in. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** How a job begins, with what it is told; in a thread of its own unless somebody says otherwise. */
  readonly startThread?: StartThread
  /** The time of the machine, for the one command that follows it. */
  readonly time?: HostTime
  readonly onInterrupt?: OnInterrupt
}

export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** Thrown by a write after the reader has gone away. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** The width of a terminal that does not say, and the least that tables are made for. */
const usualWidth = 80
const leastWidth = 40

export class Output {
  readonly isTTY: boolean
  readonly width: number
  readonly #stream: OutputStream
  readonly #name: string
  #error: Error | undefined
  /** Called when a write that had to wait may go on. */
  #resume: () => void = () => {}

  constructor(stream: OutputStream, name: string) {
    this.#stream = stream
    this.#name = name
    this.isTTY = stream.isTTY === true
    this.width = Math.max(leastWidth, stream.columns || usualWidth)
    stream.on('error', (error: Error) => {
      this.#error = error
      this.#resume()
    })
    stream.on('drain', () => this.#resume())
    stream.on('close', () => this.#resume())
  }

  /** Writes a text or its bytes, and waits while the stream is full. **Errors** throws `ReaderGone`, or a `Failure` for a full disk. */
  async write(text: string | Uint8Array): Promise<void> {
    this.#check()
    if (text.length === 0) return
    if (!this.#stream.write(text)) {
      await new Promise<void>((resolve) => {
        this.#resume = resolve
        if (this.#error) resolve()
      })
    }
    this.#check()
  }

  #check(): void {
    const error = this.#error
    if (!error) return
    const code = 'code' in error ? error.code : ''
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') throw new ReaderGone()
    throw new Failure(2, `${this.#name}: it cannot be written to (${code === '' ? error.message : code})`)
  }
}

/** One call of the command: its streams, and the terminal's manners. */
export interface Session {
  readonly io: Io
  readonly out: Output
  readonly err: Output
}
