/** What the command and its jobs say to each other: questions, and an answer to each in their order. */
import { Failure } from '../failure.ts'
import { type JobData, type JobEvents, JobWork, type PartResult } from './job-work.ts'
import type { LinePiece } from './lead-lines.ts'
import type { Peer, Thread } from './thread.ts'

/** A question is all lines, the part that is to be evaluated, or that of which the next lines are wanted. */
type Question = { readonly take: JobEvents } | { readonly evaluate: number } | { readonly piecesOf: number }
type Given = PartResult | LinePiece | null
type Answer = { readonly answer: Given } | { readonly thrown: Thrown }
type Thrown = { readonly message: string; readonly stack: string | undefined }

/** Answers the questions of the command as long as it asks. */
export function serve(port: Peer, data: JobData): void {
  let work: JobWork | undefined
  port.on('message', (question: Question) => {
    try {
      work ??= new JobWork(data)
      const answer = answerTo(work, question)
      port.postMessage({ answer }, answer && 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : [])
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      port.postMessage({ thrown: { message, stack } })
    }
  })
}

function answerTo(work: JobWork, question: Question): Given {
  if ('evaluate' in question) return work.evaluate(question.evaluate)
  if ('piecesOf' in question) return work.nextPiece(question.piecesOf)
  work.take(question.take)
  return null
}

interface Pending {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** One job, as the command sees it. */
export class Job {
  readonly #thread: Thread
  readonly #pending: Pending[] = []
  #broken: Error | undefined

  constructor(thread: Thread) {
    this.#thread = thread
    thread.on('message', (answer: Answer) => this.#take(answer))
    thread.on('error', (error) => this.#break(brokenDown(error)))
    thread.on('exit', () => this.#break(new Error('a job ended before its work was done')))
  }

  /** **Errors** throws what the job threw, and a `Failure` for one that has too little memory; so do the others. */
  take(events: JobEvents): Promise<null> {
    return this.#ask({ take: events })
  }

  evaluate(part: number): Promise<PartResult> {
    return this.#ask({ evaluate: part })
  }

  nextPiece(part: number): Promise<LinePiece | null> {
    return this.#ask({ piecesOf: part })
  }

  async end(): Promise<void> {
    await this.#thread.terminate()
  }

  #ask<Wanted>(question: Question): Promise<Wanted> {
    const answer = new Promise<Wanted>((resolve, reject) => {
      if (this.#broken) throw this.#broken
      this.#pending.push({ resolve, reject })
      this.#thread.postMessage(question)
    })
    // Several questions may fail for one reason, and who asked is told of it once.
    answer.catch(() => {})
    return answer
  }

  #take(answer: Answer): void {
    const pending = this.#pending.shift()
    if ('thrown' in answer) pending?.reject(errorOf(answer.thrown))
    else pending?.resolve(answer.answer as never)
  }

  #break(error: Error): void {
    this.#broken ??= error
    for (const { reject } of this.#pending.splice(0)) reject(this.#broken)
  }
}

function errorOf({ message, stack }: Thrown): Error {
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

function brokenDown(error: Error): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  const sentence = '--jobs: a job needs more memory than Node gives it; NODE_OPTIONS=--max-old-space-size=8192 gives it 8 GB'
  return new Failure(2, sentence)
}
