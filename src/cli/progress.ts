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
      this.#bar = await newBar(this.#stream, () => (now() - this.#startedAt) / 1000)
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

/** `seconds` tells how long the work has taken. */
async function newBar(stream: NodeJS.WritableStream, seconds: () => number): Promise<Bar> {
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
      if (value >= total) return `reading [${bar}] ${megabytes(value)} of ${megabytes(total)} MB, evaluating`
      const rate = megabytes(value / Math.max(seconds(), 0.001))
      return `reading [${bar}] ${megabytes(value)} of ${megabytes(total)} MB, ${rate} MB/s, ${timeLeft(Number(eta))} left`
    },
  })
}

/** Returns `12 s`, or `3 min 05 s`. */
function timeLeft(seconds: number): string {
  const whole = Math.ceil(Math.max(0, Number.isFinite(seconds) ? seconds : 0))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
