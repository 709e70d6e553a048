/**
 * A file that grows, as `tail -F` follows it: what is added comes as it is written, a file that is cut is read from its beginning,
 * and so is another one that takes its name.
 */
import { type FileHandle, open, stat } from 'node:fs/promises'
import { unreadable } from '../failure.ts'
import type { HostTime } from './host-time.ts'

/** How often somebody looks. **Units** milliseconds. */
const everyMs = 500
const chunkBytes = 256 * 1024

export type Followed =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** All that is there has been read. */
  | { readonly kind: 'caughtUp' }
  | { readonly kind: 'again'; readonly why: 'cut' | 'replaced' }
  | { readonly kind: 'end' }

export class FollowedFile {
  readonly isFollowed = true
  readonly #path: string
  readonly #time: HostTime
  #file: FileHandle | undefined
  #inode = 0
  #offset: number
  #isCaughtUp = false

  /** Begins to read behind so many bytes. */
  constructor(path: string, offset: number, time: HostTime) {
    this.#path = path
    this.#offset = offset
    this.#time = time
  }

  /** Returns what comes next, and waits for it; `end` when it is called off. **Errors** throws a `Failure` for what is no readable file. */
  async next(signal: AbortSignal): Promise<Followed> {
    while (!signal.aborted) {
      try {
        const found = await this.#look()
        if (found) return found
      } catch (error) {
        throw unreadable(this.#path, error)
      }
      await this.#time.sleep(everyMs, signal)
    }
    return { kind: 'end' }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #look(): Promise<Followed | undefined> {
    this.#file ??= await this.#opened()
    const bytes = new Uint8Array(chunkBytes)
    const { bytesRead } = await this.#file.read(bytes, 0, chunkBytes, this.#offset)
    if (bytesRead > 0) {
      this.#offset += bytesRead
      this.#isCaughtUp = false
      return { kind: 'bytes', bytes: bytes.subarray(0, bytesRead) }
    }
    if ((await this.#file.stat()).size < this.#offset) return this.#again('cut')
    if (await this.#isReplaced()) {
      await this.close()
      return this.#again('replaced')
    }
    if (this.#isCaughtUp) return undefined
    this.#isCaughtUp = true
    return { kind: 'caughtUp' }
  }

  async #opened(): Promise<FileHandle> {
    const file = await open(this.#path, 'r')
    const found = await file.stat()
    if (found.isDirectory()) {
      await file.close()
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    }
    this.#inode = found.ino
    return file
  }

  #again(why: 'cut' | 'replaced'): Followed {
    this.#offset = 0
    this.#isCaughtUp = false
    return { kind: 'again', why }
  }

  /** While a file is being replaced there may be none of the name; then the old one is read on. */
  async #isReplaced(): Promise<boolean> {
    try {
      return (await stat(this.#path)).ino !== this.#inode
    } catch {
      return false
    }
  }
}
