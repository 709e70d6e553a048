/**
 * What `watch` keeps in a file so that it can go on later: how far it had read, and the states of the leads as `snapshot` writes
 * them. The first line is JSON, the rest is the snapshot.
 */
import { open, readFile } from 'node:fs/promises'
import type { Agreement } from '../../agreement/agreement.ts'
import { isRecord } from '../../content.ts'
import type { LeadState } from '../../effects/lead-state.ts'
import { restore } from '../../snapshot/restore.ts'
import { snapshotParts } from '../../snapshot/snapshot.ts'
import { Failure, unreadable } from '../failure.ts'
import { replaceFile } from '../written-file.ts'

/** How far a file was read: to the end of a line. */
export interface Mark {
  readonly offset: number
  readonly line: number
  /** The last bytes before it, as base64, by which the file is known again. */
  readonly before: string
}

export interface WatchState {
  readonly mark: Mark | null
  /** Up to when effects were told. **Units** epoch milliseconds. */
  readonly toldUntil: number
  readonly states: Iterable<LeadState>
}

const bytesBefore = 64

/** Returns the state in a file; `null` where there is none yet. **Errors** throws a `Failure` for a file that holds none, or one of another agreement. */
export async function readWatchState(path: string, agreement: Agreement): Promise<WatchState | null> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw unreadable(path, error)
  }
  const end = bytes.indexOf(10)
  const head = headOf(bytes.subarray(0, Math.max(0, end)))
  if (!head) throw new Failure(2, `${path}: it holds no state of lead-sla watch [not-a-snapshot]`)
  const restored = restore(bytes.subarray(end + 1), { agreement })
  if (!restored.ok) throw new Failure(2, ...restored.issues.map(({ message, code }) => `${path}: ${message} [${code}]`))
  return { ...head, states: restored.value }
}

function headOf(bytes: Uint8Array): Pick<WatchState, 'mark' | 'toldUntil'> | undefined {
  try {
    const head: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isRecord(head) || head.leadSlaWatch !== 1 || !Number.isSafeInteger(head.toldUntil)) return undefined
    return { mark: markOf(head.mark), toldUntil: Number(head.toldUntil) }
  } catch {
    return undefined
  }
}

function markOf(value: unknown): Mark | null {
  if (!isRecord(value)) return null
  const { offset, line, before } = value
  if (typeof before !== 'string' || !isCount(offset) || !isCount(line)) return null
  return { offset, line, before }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** Writes the state at once, so that a crash leaves the one before. */
export async function writeWatchState(path: string, { mark, toldUntil, states }: WatchState): Promise<void> {
  const head = new TextEncoder().encode(`${JSON.stringify({ leadSlaWatch: 1, toldUntil, mark })}\n`)
  await replaceFile(path, withHead(head, states))
}

function* withHead(head: Uint8Array, states: Iterable<LeadState>): Generator<Uint8Array> {
  yield head
  yield* snapshotParts(states)
}

/** Returns how far a file was read, with the bytes before. */
export async function markAt(path: string, offset: number, line: number): Promise<Mark | null> {
  const before = await bytesUntil(path, offset)
  return before === null ? null : { offset, line, before }
}

/** Tells whether a file is the one that was read, as far as it was read. */
export async function isSameFile(path: string, { offset, before }: Mark): Promise<boolean> {
  return (await bytesUntil(path, offset)) === before
}

async function bytesUntil(path: string, offset: number): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      const from = Math.max(0, offset - bytesBefore)
      const bytes = Buffer.alloc(offset - from)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
      return bytesRead === bytes.length ? bytes.toString('base64') : null
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
