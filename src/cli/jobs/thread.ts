/** A thread of the command, and how one begins. */
import { Worker } from 'node:worker_threads'

/** The other side of a conversation between threads. */
export interface Peer {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  on<Message>(event: 'message', listener: (message: Message) => void): unknown
}

/** A peer that may break down, and that is ended when it is no longer needed. */
export interface Thread {
  postMessage(message: unknown): void
  on<Message>(event: 'message', listener: (message: Message) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  terminate(): Promise<unknown>
}

/** Starts a thread with what it is told first. */
export type StartThread = (data: object) => Thread

export function startThread(workerData: object): Thread {
  const here = import.meta.url
  if (!here.endsWith('.ts')) return new Worker(new URL('./worker.js', here), { workerData })
  // In the repository a thread does not inherit the loader of this one.
  const [loader, entry] = [import.meta.resolve('tsx/esm/api'), new URL('./worker.ts', here).href].map((url) =>
    JSON.stringify(url),
  )
  return new Worker(`import(${loader}).then(({ tsImport }) => tsImport(${entry}, ${entry}))`, { eval: true, workerData })
}
