/** A bar on standard error for work that takes longer than a second, so that nobody wonders whether it hangs. */
import type { Output } from './output.ts'

export interface ProgressOptions {
  readonly isWanted: boolean
  readonly totalBytes: number
  /** Milliseconds that only ever grow. */
  readonly now: () => number
}

/** **Units** milliseconds. */
const patience = 1000

interface Bar {
  start(total: number, at: number): void
  update(at: number): void
  render(): void
  stop(): void
}

export class Progress {
  readonly #stream: NodeJS.WritableStream
  readonly #options: ProgressOptions
  readonly #startedAt: number
  #bytes = 0
  #bar: Bar | undefined

  constructor(stream: NodeJS.WritableStream, options: ProgressOptions) {
    this.#stream = stream
    this.#options = options
    this.#startedAt = options.now()
  }

  /** Counts bytes, and shows the bar once the work has taken a second. */
  async advance(bytes: number): Promise<void> {
    this.#bytes += bytes
    const { isWanted, totalBytes, now } = this.#options
    if (!isWanted || totalBytes === 0) return
    if (!this.#bar && now() - this.#startedAt >= patience) {
      this.#bar = await newBar(this.#stream)
      this.#bar.start(totalBytes, this.#bytes)
    } else this.#bar?.update(Math.min(this.#bytes, totalBytes))
  }

  /** Shows that everything has been read, and that the rest of the work goes on. */
  fill(): void {
    this.#bar?.update(this.#options.totalBytes)
    this.#bar?.render()
  }

  /** Takes the bar away. */
  stop(): void {
    this.#bar?.stop()
    this.#bar = undefined
  }
}

/** Tells whether a bar disturbs nobody: it is only for a person at a terminal. */
export function isProgressWanted(stderr: Output, env: Readonly<Record<string, string | undefined>>, isAsked: boolean): boolean {
  return isAsked && stderr.isTTY && !env.CI
}

async function newBar(stream: NodeJS.WritableStream): Promise<Bar> {
  const { default: library } = await import('cli-progress')
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
  return new library.SingleBar({
    stream,
    clearOnComplete: true,
    // The terminal is left as it is, so that Ctrl-C ends the command and there is nothing to restore.
    linewrap: true,
    etaBuffer: 50,
    format: (_, { total, value, eta }) => {
      const done = Math.floor((value / total) * 20)
      const bar = `${'#'.repeat(done)}${'.'.repeat(20 - done)}`
      const rest = value >= total ? 'evaluating' : `${Math.ceil(Number(eta))} s left`
      return `reading [${bar}] ${megabytes(value)} of ${megabytes(total)} MB, ${rest}`
    },
  })
}
