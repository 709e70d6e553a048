/** `lead-sla watch`: follows events as they come, and prints reminders, breaches and steps of the ladder as they become due. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { parseInstant } from '../../time/instant.ts'
import { examples } from '../command-options.ts'
import { type AgreementFile, readAgreement } from '../document-file.ts'
import { checkStandardInput, withProgress } from '../event-options.ts'
import { Failure } from '../failure.ts'
import { nameOf, type OnBytes, standardInput } from '../input.ts'
import type { Session } from '../output.ts'
import { paintFor } from '../paint.ts'
import { type EffectFormat, EffectLines, WatchCount } from './effect-lines.ts'
import { hostTime, onInterrupt } from './host-time.ts'
import { followed, readOnce } from './sources.ts'
import { isSameFile, markAt, readWatchState, type WatchState, writeWatchState } from './watch-state.ts'
import { WatchedLeads } from './watched-leads.ts'
import { Watching } from './watching.ts'

interface WatchOptions {
  readonly format: EffectFormat
  readonly replay: boolean
  readonly progress: boolean
  readonly state?: string
  /** **Units** epoch milliseconds. */
  readonly since?: number
}

/** A state is kept this often at most. **Units** milliseconds. */
const keepEveryMs = 1000

/** Adds the command to the program. */
export function addWatch(program: Command, session: Session): void {
  const formats: readonly EffectFormat[] = ['text', 'ndjson']
  program
    .command('watch')
    .description('follow events as they come, and print what becomes due, when it does')
    .argument('<agreement>', 'the JSON document')
    .argument('<events>', 'an NDJSON file that grows; - follows standard input')
    .addOption(new Option('--format <format>', 'a line for people, or JSON').choices(formats).default('text'))
    .option('--replay', 'read a complete file as fast as it goes, and let its events drive the time', false)
    .addOption(new Option('--since <instant>', 'print effects from then on; from now on when left out').argParser(instantOf))
    .option('--state <file>', 'keep in it what is known, and go on with it the next time')
    .option('--no-progress', 'show no progress bar')
    .action((agreement, events, options) => watchCommand(agreement, events, options, session))
    .addHelpText(
      'after',
      examples(
        'lead-sla watch agreement.json events.ndjson',
        'lead-sla watch agreement.json events.ndjson --state watch.state --format ndjson | ./deliver',
        'lead-sla watch agreement.json events.ndjson --replay',
      ),
    )
    .addHelpText('after', '\nCtrl-C ends it with a summary and the exit status 0.')
}

function instantOf(text: string): number {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.value
  throw new InvalidArgumentError('Write an instant with an offset, such as 2026-10-01T00:00:00Z.')
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, 2 for files that cannot be read or written. */
async function watchCommand(agreementPath: string, path: string, options: WatchOptions, session: Session): Promise<void> {
  checkStandardInput([agreementPath, path])
  if (options.replay && options.state !== undefined)
    throw new Failure(2, '--replay reads a file from its beginning, so it keeps no --state')
  const file = await readAgreement(agreementPath, session.io)
  const kept = options.state === undefined ? null : await readWatchState(options.state, file.agreement)
  const calledOff = new AbortController()
  const listenNoMore = (session.io.onInterrupt ?? onInterrupt)(() => calledOff.abort())
  const count = new WatchCount()
  const leads = new WatchedLeads(file.agreement, kept?.states)
  // Beside lines on the same terminal a bar would be in the way.
  const isBarWanted = options.progress && options.replay && !session.out.isTTY
  try {
    await withProgress([{ path, format: 'ndjson', mapping: undefined }], isBarWanted, session, async (progress) => {
      const { signal } = calledOff
      const onBytes = (bytes: number) => progress.advance(bytes)
      const watching = await begun({ file, path, options, session, kept, leads, count, signal, onBytes })
      await watching.run(signal)
    })
  } finally {
    listenNoMore()
    // Whoever still waits for the file would keep the process alive.
    calledOff.abort()
  }
  await session.err.write(count.summary(leads.states.size))
}

interface Scene {
  readonly file: AgreementFile
  readonly path: string
  readonly options: WatchOptions
  readonly session: Session
  readonly kept: WatchState | null
  readonly leads: WatchedLeads
  readonly count: WatchCount
  readonly signal: AbortSignal
  readonly onBytes: OnBytes
}

async function begun({ file, path, options, session, kept, leads, count, signal, onBytes }: Scene): Promise<Watching> {
  const { io } = session
  const time = io.time ?? hostTime
  const isFile = path !== standardInput
  const isKnown = isFile && kept?.mark != null && (await isSameFile(path, kept.mark))
  const from = isKnown && kept?.mark ? kept.mark : { offset: 0, line: 0 }
  const source = isFile && !options.replay ? followed(path, from.offset, time) : readOnce(path, io, signal, onBytes)
  const since = options.since ?? kept?.toldUntil ?? (options.replay ? Number.NEGATIVE_INFINITY : time.now())
  let keptAt = Number.NEGATIVE_INFINITY
  const keep = async ({ offset, line }: { offset: number; line: number }, isLast: boolean): Promise<void> => {
    const now = time.now()
    if (options.state === undefined || (!isLast && now < keptAt + keepEveryMs)) return
    keptAt = now
    const mark = isFile ? await markAt(path, offset, line) : null
    await writeWatchState(options.state, { mark, toldUntil: now, states: leads.states.values() })
  }
  const lines = new EffectLines(file.agreement, options.format, paintFor(io.stdout, io.env))
  const setting = { name: nameOf(path), source, leads, lines, count, time, isReplay: options.replay, since, session, keep }
  return new Watching(setting, from)
}
