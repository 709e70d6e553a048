/** The events of the command line: its files, their formats and mappings, read one after the other. */
import { stat } from 'node:fs/promises'
import type { Unread } from './complaint.ts'
import { type MappingFile, readMapping } from './document-file.ts'
import { type EventFile, formatOf, type InputFormat, readEventFile } from './event-file.ts'
import { Failure } from './failure.ts'
import { standardInput } from './input.ts'
import type { Session } from './output.ts'
import { isProgressWanted, Progress } from './progress.ts'
import { Tape } from './tape.ts'

export interface EventOptions {
  readonly mapping: readonly string[]
  readonly inputFormat?: InputFormat
  readonly progress: boolean
}

/** The name that stands for no mapping where each file has its own. */
const noMapping = 'none'

/** Returns what is to be read. **Errors** throws a `Failure` for unknown formats, a wrong number of mappings, and bad ones. */
export async function eventFiles(paths: readonly string[], options: EventOptions, { io }: Session): Promise<EventFile[]> {
  const { mapping: names, inputFormat } = options
  if (names.length > 1 && names.length !== paths.length) {
    throw new Failure(2, `--mapping: expected one for all files, or one for each of the ${paths.length}, got ${names.length}`)
  }
  const mappings: (MappingFile | undefined)[] = []
  for (const name of names) mappings.push(name === noMapping ? undefined : await readMapping(name, io))
  return paths.map((path, index) => {
    const mapping = mappings.length === 1 ? mappings[0] : mappings[index]
    const format = inputFormat ?? formatOf(path)
    if (format !== 'csv' || mapping) return { path, format, mapping }
    throw new Failure(2, `${path}: a CSV file needs --mapping FILE, which says what its columns mean`)
  })
}

/** Refuses to read standard input twice. */
export function checkStandardInput(paths: readonly string[]): void {
  if (paths.filter((path) => path === standardInput).length > 1) throw new Failure(2, 'standard input can be read only once')
}

/** What is done with the events. */
export interface Work<Result> {
  add(event: unknown): void
  finish(): Result
}

export interface ReadEvents<Result> {
  readonly tape: Tape
  readonly unread: readonly Unread[]
  readonly result: Result
}

/** Reads all files, hands out each event as it comes, and finishes the work before the bar goes. */
export async function readEvents<Result>(
  files: readonly EventFile[],
  isProgressAsked: boolean,
  session: Session,
  work: Work<Result>,
): Promise<ReadEvents<Result>> {
  const tape = new Tape()
  const unread: Unread[] = []
  const intake = {
    begin: tape.begin.bind(tape),
    event: (event: unknown, line: number): void => {
      tape.note(event, line)
      work.add(event)
    },
    unread: (found: Unread['found'], place: Unread['place']): void => void unread.push({ found, place }),
  }
  return withProgress(files, isProgressAsked, session, async (progress) => {
    for (const file of files) await readEventFile(file, session.io, intake, (bytes) => progress.advance(bytes))
    progress.fill()
    return { tape, unread, result: work.finish() }
  })
}

/** Shows a bar while something is done with the files, if one is wanted. */
export async function withProgress<Result>(
  files: readonly EventFile[],
  isProgressAsked: boolean,
  { io, err }: Session,
  run: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const isWanted = isProgressWanted(err, io.env, isProgressAsked)
  const totalBytes = isWanted ? await bytesOf(files) : 0
  const progress = new Progress(io.stderr, { isWanted, totalBytes, now: () => performance.now() })
  try {
    return await run(progress)
  } finally {
    progress.stop()
  }
}

/** Returns 0, which shows no bar, where the size of any of the files is not known. */
async function bytesOf(files: readonly EventFile[]): Promise<number> {
  let total = 0
  for (const { path } of files) {
    const size = path === standardInput ? 0 : await sizeOf(path)
    if (size === 0) return 0
    total += size
  }
  return total
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}
