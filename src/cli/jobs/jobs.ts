/**
 * An evaluation by several jobs, each a thread. The lines of the files are shared out by lead in parts (`line-store.ts`), each job
 * reads and evaluates one part after the other (`job-work.ts`), and what comes of them is put together, so that nobody can tell how
 * many there were.
 */
import type { Evaluation } from '../../evaluation/evaluation.ts'
import { beginPart } from '../../periods/evaluate.ts'
import { settleTally } from '../../periods/settle-tally.ts'
import { mergeTallies, type Tally } from '../../periods/tally.ts'
import { printInstant } from '../../time/instant.ts'
import { type Complaint, complaintsOf } from '../complaint.ts'
import type { AgreementFile } from '../document-file.ts'
import { checkYield, type EventFile } from '../event-file.ts'
import { withProgress } from '../event-options.ts'
import { nameOf } from '../input.ts'
import type { LineFormat, Lines } from '../machine.ts'
import type { Session } from '../output.ts'
import type { Selection } from '../selection.ts'
import type { TableClock } from '../table-clock.ts'
import { rowsOf } from './clock-columns.ts'
import { Job } from './conversation.ts'
import type { FileYield, JobData, JobEvents, PartResult } from './job-work.ts'
import { mergedLines, type NextPiece } from './lead-lines.ts'
import { type FilesRead, readLineFiles } from './line-files.ts'
import { LineStore } from './line-store.ts'
import { mergedTrouble } from './merged-trouble.ts'
import { startThread } from './thread.ts'

export const mostJobs = 64
/** A part that is small is gone from memory before its events grow old there. **Units** bytes of lines. */
const bytesOfPart = 8 * 1024 * 1024
/** So many parts for each job keep all jobs busy to the end; the number of a part is a byte. */
const partsOfJob = 3
const mostParts = 192

/** What is to be evaluated, and how. */
export interface Task {
  readonly file: AgreementFile
  readonly times: JobData['times']
  readonly files: readonly EventFile[]
  readonly selection: Selection
  readonly format: LineFormat | null
  readonly jobs: number
  readonly progress: boolean
}

export interface JobsAnswer {
  readonly evaluation: Omit<Evaluation, 'obligations'>
  readonly complaints: readonly Complaint[]
  /** For the tables. */
  readonly clocks: readonly TableClock[]
  /** For the other formats. */
  readonly lines: Lines
}

/** Events are shared out line by line, so their lines have to be events. */
export function canShare(files: readonly EventFile[]): boolean {
  return files.every(({ format, mapping }) => format === 'ndjson' && !mapping)
}

/** Hands the answer to who writes it, and ends the jobs. **Errors** throws a `Failure` for what cannot be read. */
export async function evaluateInJobs(task: Task, session: Session, write: (answer: JobsAnswer) => Promise<void>): Promise<void> {
  const { file, files, times, jobs: count, progress } = task
  // Says what is wrong with the instants before a file is opened.
  beginPart(file.agreement, times)
  const start = session.io.startThread ?? startThread
  const jobs: Job[] = []
  try {
    const answer = await withProgress(files, progress, session, async (bar) => {
      const store = new LineStore()
      const read = await readLineFiles(files, session.io, store, (bytes) => bar.advance(bytes))
      bar.fill()
      const parts = Math.min(mostParts, Math.max(count * partsOfJob, Math.ceil(store.bytes / bytesOfPart)))
      const events = { files: files.map(({ path }) => nameOf(path)), blocks: store.sharedOut(parts) }
      for (let job = 0; job < count; job++) jobs.push(new Job(start(dataOf(task, session))))
      const done = await evaluateParts(jobs, parts, events)
      const results = done.map(({ result }) => result)
      checkFiles(task, read, results)
      return answerOf(task, read, done)
    })
    await write(answer)
  } finally {
    await Promise.all(jobs.map((job) => job.end()))
  }
}

function dataOf({ file, times, selection, format }: Task, { out }: Session): JobData {
  return { agreement: file.document, times, selection, format, isTTY: out.isTTY }
}

interface Done {
  readonly result: PartResult
  readonly nextPiece: NextPiece
}

/** Each job takes the next part when it has done one. */
async function evaluateParts(jobs: readonly Job[], parts: number, events: JobEvents): Promise<Done[]> {
  const done: Done[] = []
  const numbers = Array.from({ length: parts }, (_, number) => number).values()
  const work = async (job: Job): Promise<void> => {
    await job.take(events)
    for (const number of numbers) done[number] = { result: await job.evaluate(number), nextPiece: aheadOf(job, number) }
  }
  await Promise.all(jobs.map(work))
  return done
}

/** A piece is made ahead, so that a job need not wait until somebody wants it. */
function aheadOf(job: Job, part: number): NextPiece {
  let next: ReturnType<NextPiece> | undefined
  return () => {
    const piece = next ?? job.nextPiece(part)
    next = job.nextPiece(part)
    return piece
  }
}

/** Files are looked at in their order, as when they are read one after the other. */
function checkFiles({ files }: Task, { unread, failure }: FilesRead, results: readonly PartResult[]): void {
  for (const [index, file] of files.entries()) {
    if (failure?.file === index) throw failure.reason
    const yields = results.map((result) => result.files[index] as FileYield)
    const name = nameOf(file.path)
    const first = [...unread.filter(({ place }) => place.file === name), ...yields.flatMap((each) => each.firstUnread ?? [])]
    first.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
    const events = yields.reduce((sum, each) => sum + each.events, 0)
    checkYield(file, { values: events, events, firstUnread: first[0] })
  }
}

function answerOf(task: Task, { unread }: FilesRead, done: readonly Done[]): JobsAnswer {
  const { file, times, files } = task
  const { agreement } = file
  const { id, version, hash } = agreement
  const results = done.map(({ result }) => result)
  const own = { unread, refused: [], findings: agreement.findings.map((said) => ({ said, place: undefined })) }
  const trouble = mergedTrouble([own, ...results.map((result) => result.trouble)])
  const tallies = results.flatMap(({ tally }) => tally ?? [])
  return {
    evaluation: {
      asOf: printInstant(times.asOf),
      knownAt: times.knownAt === undefined ? null : printInstant(times.knownAt),
      agreements: [{ agreement: id, version, hash }],
      periods:
        tallies.length === 0
          ? []
          : settleTally(
              agreement,
              tallies.reduce((a: Tally, b: Tally) => mergeTallies(a, b)),
            ),
      refused: trouble.refused.map(({ said }) => said),
      findings: trouble.findings.map(({ said }) => said),
    },
    complaints: complaintsOf(
      trouble,
      files.map(({ path }) => nameOf(path)),
      file,
    ),
    clocks: rowsOf(results.flatMap(({ columns }) => columns ?? [])),
    lines: mergedLines(done.map(({ nextPiece }) => nextPiece)),
  }
}
