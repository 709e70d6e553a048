/** `lead-sla demo`: a quarter of a company that does not exist, evaluated as a sales manager would want to see it. */

import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { zoneOf } from '../clock/zone.ts'
import { type ClockView, clocksOf } from '../evaluation/clock-view.ts'
import { cut, plainText } from '../plain-text.ts'
import { readInstant } from '../time/instant.ts'
import { examples } from './command-options.ts'
import { complaintTables } from './complaint-table.ts'
import { readAgreement } from './document-file.ts'
import { runEvaluation } from './evaluation-run.ts'
import { Failure, unwritable } from './failure.ts'
import { headline } from './headline.ts'
import { textOf } from './input.ts'
import { Names } from './names.ts'
import { urgentLists } from './obligation-list.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { footnotes, summaryBy, summaryByClause } from './summary.ts'
import type { Screen } from './table.ts'

interface DemoOptions {
  readonly out?: string
  readonly progress: boolean
}

const asOf = '2026-10-01T00:00:00Z'
const mostUrgent = 5
/** The clauses of the agreement that promise a first response, one for each desk. */
const firstResponse = new Set(['firstResponseBerlin', 'firstResponseNewYork'])

async function demoCommand(options: DemoOptions, session: Session): Promise<void> {
  const { io, out } = session
  const folder = demoFolder()
  const [agreementPath, eventsPath] = [join(folder, 'agreement.json'), join(folder, 'events.ndjson.gz')]
  const written = options.out === undefined ? undefined : await writeDemo(options.out, agreementPath, eventsPath, session)
  const file = { ...(await readAgreement(agreementPath, io)), name: 'agreement.json' }
  const run = await runEvaluation(
    file,
    [{ path: eventsPath, format: 'ndjson', mapping: undefined }],
    { asOf, progress: options.progress },
    session,
  )
  const { evaluation, complaints, tape } = run
  const clocks = clocksOf(evaluation)
  const screen: Screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const names = new Names(file.agreement)
  const view = { zone: zoneOf(file.agreement.document.timeZone), names, screen, asOf: readInstant(asOf) }
  const responses = clocks.filter(({ clause }) => firstResponse.has(clause))
  const title = (text: string): string => `${screen.paint('strong', text)}\n`
  const notes = footnotes(clocks).map((note) => `${screen.paint('quiet', cut(note, screen.width))}\n`)
  const sections = [
    headline(file.agreement, { asOf: evaluation.asOf, knownAt: evaluation.knownAt, obligations: clocks }, screen),
    summaryByClause(clocks, file.agreement, names, screen) + notes.join(''),
    title('First response, by team') + summaryBy('team', responses, names, screen),
    title('First response, by person: the worst first') + summaryBy('owner', responses, names, screen),
    urgentLists(clocks, mostUrgent, view),
    complaintTables(complaints, tape.events.length, screen),
    title('Try next') + hints(clocks, written, io.env.npm_command === 'exec' ? 'npx lead-sla' : 'lead-sla'),
  ]
  await out.write(sections.filter((section) => section !== '').join('\n'))
}

/** The examples stand beside `dist/` in the package and beside `src/` in the repository. */
function demoFolder(): string {
  const places = ['../examples/demo/', '../../examples/demo/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find((place) => existsSync(join(place, 'agreement.json')))
  if (found !== undefined) return found
  throw new Failure(2, `${places[0]}: the files of the demo are not there; is the package complete? [unreadable-file]`)
}

interface Written {
  readonly agreement: string
  readonly events: string
}

/** Writes the files of the demo, and nothing over a file that holds something else. */
async function writeDemo(folder: string, agreementPath: string, eventsPath: string, { io }: Session): Promise<Written> {
  const written = { agreement: join(folder, 'agreement.json'), events: join(folder, 'events.ndjson') }
  try {
    await mkdir(folder, { recursive: true })
    await writeOnce(written.agreement, await textOf(agreementPath, io))
    await writeOnce(written.events, await textOf(eventsPath, io))
  } catch (error) {
    throw error instanceof Failure ? error : unwritable(folder, error)
  }
  return written
}

async function writeOnce(path: string, text: string): Promise<void> {
  const before = existsSync(path) ? await readFile(path, 'utf8') : undefined
  if (before === text) return
  if (before !== undefined) throw new Failure(2, `${path}: there is another file of this name; remove it or name another folder`)
  await writeFile(path, text)
}

/** The key of a clock that is worth a story: a first response that was paused and yet came late. */
function storyKey(clocks: readonly ClockView[]): string {
  const late = clocks.filter(({ clause, status }) => firstResponse.has(clause) && status === 'metLate')
  const story =
    late.find(({ pausedMs, cycle }) => pausedMs > 0 && cycle > 1) ?? late.find(({ pausedMs }) => pausedMs > 0) ?? late[0]
  return story?.key ?? ''
}

function hints(clocks: readonly ClockView[], written: Written | undefined, command: string): string {
  const { agreement, events } = written ?? { agreement: 'demo/agreement.json', events: 'demo/events.ndjson' }
  const files = `${plainText(agreement)} ${plainText(events)}`
  const lines = [
    ...(written ? [] : ['demo --out demo']),
    `check ${plainText(agreement)}`,
    `evaluate ${files} \\\n    --as-of ${asOf} --by owner`,
    `evaluate ${files} \\\n    --as-of ${asOf} --status overdue --owner jonas`,
    `explain ${files} \\\n    --as-of ${asOf} --key ${storyKey(clocks)}`,
    `timeline ${files} \\\n    --as-of ${asOf} --key ${storyKey(clocks)}`,
    `report ${files} \\\n    --as-of ${asOf} --period 2026-Q3 --out ${plainText(agreement.replace(/agreement\.json$/, 'report.html'))}`,
  ]
  return lines.map((line) => `  ${command} ${line}\n`).join('')
}

/** Adds the command to the program. */
export function addDemo(program: Command, session: Session): void {
  program
    .command('demo')
    .description('a quarter of an invented company, evaluated')
    .option('--out <folder>', 'write its agreement and its events into a folder')
    .option('--no-progress', 'show no progress bar')
    .action((options) => demoCommand(options, session))
    .addHelpText('after', examples('lead-sla demo', 'lead-sla demo --out demo'))
}
