/** Where the lines come from: a file that grows, standard input, or a whole file that is read once. */
import { chunksOf, type OnBytes, standardInput } from '../input.ts'
import type { Io } from '../output.ts'
import { type Followed, FollowedFile } from './followed-file.ts'
import type { HostTime } from './host-time.ts'

export interface Source {
  /** It says when all that is there has been read. */
  readonly isFollowed: boolean
  next(signal: AbortSignal): Promise<Followed>
  close(): Promise<void>
}

/** Returns a file that is followed. */
export function followed(path: string, offset: number, time: HostTime): Source {
  return new FollowedFile(path, offset, time)
}

/** Returns what can be read once: standard input, or a file that is complete; packed or not. */
export function readOnce(path: string, io: Pick<Io, 'stdin'>, signal: AbortSignal, onBytes: OnBytes): Source {
  const chunks = chunksOf(path, io, onBytes)
  const end: Followed = { kind: 'end' }
  const calledOff = new Promise<Followed>((resolve) => {
    signal.addEventListener('abort', () => resolve(end), { once: true })
  })
  const read = async (): Promise<Followed> => {
    const found = await chunks.next()
    return found.done ? end : { kind: 'bytes', bytes: found.value }
  }
  return {
    isFollowed: false,
    next: () => Promise.race([read(), calledOff]),
    // A read that waits for standard input cannot be called off otherwise, and the process would wait with it.
    async close() {
      if (path === standardInput && 'destroy' in io.stdin && typeof io.stdin.destroy === 'function') io.stdin.destroy()
    },
  }
}
