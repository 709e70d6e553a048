/**
 * The time of the machine, which nothing else in the library reads, and Ctrl-C. A test puts its own in their place.
 */

export interface HostTime {
  /** **Units** epoch milliseconds. */
  now(): number
  /** Waits so long, or until it is called off; then it is over at once. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** Calls `stop` at the first Ctrl-C; the second one ends the process as ever. Returns how not to listen any more. */
export type OnInterrupt = (stop: () => void) => () => void

/** A timer of Node counts in 32 bits, and one that is longer goes off at once. **Units** milliseconds. */
const longestTimer = 2 ** 31 - 1

export const hostTime: HostTime = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    for (let rest = Math.max(0, ms); !signal.aborted; rest -= longestTimer) {
      await oneTimer(Math.min(rest, longestTimer), signal)
      if (rest <= longestTimer) return
    }
  },
}

function oneTimer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}

export const onInterrupt: OnInterrupt = (stop) => {
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
  }
}
