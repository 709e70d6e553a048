/** `lead-sla evaluate`: what became of every promise, for people as tables and for programs as data. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Zone, zoneOf } from '../clock/zone.ts'
import { nearest } from '../errors.ts'
import { clocksOf } from '../evaluation/clock-view.ts'
import type { Evaluation, PeriodResult } from '../evaluation/evaluation.ts'
import type { Status } from '../evaluation/obligation.ts'
import { cut } from '../plain-text.ts'
import type { Grouping } from '../report/attainment.ts'
import { readInstant } from '../time/instant.ts'
import { addInputs, didYouMean, examples, listOption, noLists } from './command-options.ts'
import { printComplaints } from './complaint.ts'
import { type AgreementFile, readAgreement } from './document-file.ts'
import { instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { count } from './figures.ts'
import { headline } from './headline.ts'
import { canShare, evaluateInJobs, type JobsAnswer, mostJobs, type Task } from './jobs/jobs.ts'
import { type LineFormat, lineMaker, linesOf, writeCsv, writeJson, writeNdjson } from './machine.ts'
import { Names } from './names.ts'
import { obligationList, statusWords, urgentLists } from './obligation-list.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { type PeriodTableOptions, periodTable } from './period-table.ts'
import { chosenOf, listedOf } from './selection.ts'
import { footnotes, summaryBy, summaryByClause } from './summary.ts'
import type { Screen } from './table.ts'
import type { TableClock } from './table-clock.ts'

const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const

interface EvaluateOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly format: (typeof outputFormats)[number]
  readonly clause: readonly string[]
  readonly status: readonly Status[]
  readonly owner: readonly string[]
  readonly by: Grouping
  readonly all: boolean
  readonly jobs: number
}

/** A list as short as this is printed whole. */
const shortList = 20
const mostUrgent = 10
/** So many complaints of each code stand below a table. */
const mostComplaints = 3

async function evaluateCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: EvaluateOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  checkClauses(file, options.clause)
  const files = await eventFiles(eventPaths, options, session)
  const names = new Names(file.agreement)
  const { clause: clauses, owner, status: statuses, format } = options
  const task: Task = {
    ...{ file, files, times: instantsOf(options), jobs: options.jobs, progress: options.progress },
    selection: { clauses, owners: owner.flatMap((person) => names.idsOf(person)), statuses },
    format: format === 'table' ? null : format,
  }
  const write = (answer: JobsAnswer): Promise<void> =>
    format === 'table' ? writeTables(answer, file, options, session) : writeData(answer, format, session)
  if (options.jobs > 1 && canShare(files)) await evaluateInJobs(task, session, write)
  else await write(await evaluateHere(task, options, session))
}

/** Evaluates the files in this thread. */
async function evaluateHere(
  { file, files, selection, format }: Task,
  options: EvaluateOptions,
  session: Session,
): Promise<JobsAnswer> {
  const { evaluation, complaints } = await runEvaluation(file, files, options, session)
  const clocks = chosenOf(clocksOf(evaluation), selection)
  const lines = format === null ? [] : linesOf(listedOf(clocks, selection), lineMaker(format, session.out.isTTY))
  return { evaluation, complaints, clocks, lines }
}

function checkClauses({ agreement, name }: AgreementFile, clauses: readonly string[]): void {
  for (const clause of clauses) {
    if (Object.hasOwn(agreement.document.clauses, clause)) continue
    const known = nearest(clause, Object.keys(agreement.document.clauses))
    throw new Failure(
      2,
      `--clause: ${name} has no clause ${JSON.stringify(clause)}; known: ${known.join(', ')} [unknown-clause]${didYouMean(clause, known)}`,
    )
  }
}

/** The data goes to standard output; what was not counted is part of JSON, and beside the other formats. */
async function writeData(
  { evaluation, complaints, lines }: JobsAnswer,
  format: LineFormat,
  { out, err }: Session,
): Promise<void> {
  if (format === 'json') return writeJson(evaluation, lines, complaints, out)
  await (format === 'csv' ? writeCsv(lines, out) : writeNdjson(lines, out))
  await err.write(printComplaints(complaints))
}

interface Chosen {
  /** What the figures are made of. */
  readonly chosen: readonly TableClock[]
  /** What the list shows: the same, less those of another status. */
  readonly listed: readonly TableClock[]
  readonly names: Names
}

async function writeTables(
  { evaluation, complaints, clocks }: JobsAnswer,
  file: AgreementFile,
  options: EvaluateOptions,
  { io, out, err }: Session,
): Promise<void> {
  const listed = listedOf(clocks, { statuses: options.status })
  const chosen: Chosen = { chosen: clocks, listed, names: new Names(file.agreement) }
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const zone = zoneOf(file.agreement.document.timeZone)
  await out.write(
    `${headline(file.agreement, { asOf: evaluation.asOf, knownAt: evaluation.knownAt, obligations: chosen.chosen }, screen)}\n`,
  )
  if (chosen.chosen.length > 0) await out.write(figures(file, chosen, options.by, screen))
  const periods = periodsOf(evaluation, options)
  if (periods.length > 0) await out.write(`${periodTable(periods, periodOptions(options, chosen.names), screen)}\n`)
  if (!isOnlyOfPeriods(file, options.clause)) await out.write(list(evaluation, chosen, options, zone, screen))
  await err.write(printComplaints(complaints, options.all ? undefined : mostComplaints))
}

/** What a party promised over a period is nobody's who is asked for by name. */
function periodsOf({ periods }: Pick<Evaluation, 'periods'>, { clause, owner }: EvaluateOptions): readonly PeriodResult[] {
  if (owner.length > 0) return []
  return clause.length === 0 ? periods : periods.filter((result) => clause.includes(result.clause))
}

/** The latest period that is over and the one that runs say how things stand. */
function periodOptions({ all }: EvaluateOptions, names: Names): PeriodTableOptions {
  return { ...(all ? {} : { latest: 2 }), partyName: (party) => names.party(party) }
}

function isOnlyOfPeriods({ agreement }: AgreementFile, clauses: readonly string[]): boolean {
  return clauses.length > 0 && clauses.every((clause) => agreement.periodClauses.has(clause))
}

function figures({ agreement }: AgreementFile, { chosen, names }: Chosen, by: Grouping, screen: Screen): string {
  const table = by === 'clause' ? summaryByClause(chosen, agreement, names, screen) : summaryBy(by, chosen, names, screen)
  const notes = footnotes(chosen).map((note) => `${screen.paint('quiet', cut(note, screen.width))}\n`)
  return `${table}${notes.join('')}\n`
}

function list(
  { asOf }: Pick<Evaluation, 'asOf'>,
  { listed, names }: Chosen,
  options: EvaluateOptions,
  zone: Zone,
  screen: Screen,
): string {
  const view = { zone, names, screen, asOf: readInstant(asOf) }
  if (listed.length === 0) return 'No clock fits what was asked for.\n'
  if (options.all || listed.length <= shortList) return obligationList(listed, view)
  const urgent = options.status.some((status) => status !== 'open' && status !== 'openBreached')
    ? obligationList(listed.slice(0, mostUrgent), view)
    : urgentLists(listed, mostUrgent, view)
  const words = [...new Set(listed.map(({ status }) => statusWords[status]))]
  return `${urgent}\n${count(listed.length)} clocks (${words.join(', ')}); --all lists them.\n`
}

/** Adds the command to the program. */
export function addEvaluate(program: Command, session: Session): void {
  const command = program.command('evaluate').description('what became of every promise, as of an instant')
  addInputs(command)
    .addOption(new Option('--format <format>', 'what to print').choices(outputFormats).default('table'))
    .addOption(listOption('--clause <clause>', 'only clocks of this clause; may be repeated'))
    .addOption(
      listOption(
        '--status <status>',
        `only clocks of this status; may be repeated (${Object.keys(statusWords).join(', ')})`,
        status,
      ),
    )
    .addOption(listOption('--owner <person>', 'only clocks of this owner, by id or name; may be repeated'))
    .addOption(
      new Option('--by <group>', 'what the figures are counted by')
        .choices(['clause', 'party', 'team', 'owner'])
        .default('clause'),
    )
    .option('--all', 'list every clock and every complaint')
    .addOption(
      new Option('--jobs <number>', 'share the leads of NDJSON files among so many threads').default(1).argParser(jobsOf),
    )
    .action((agreement, events, options) => evaluateCommand(agreement, events, { ...noLists, all: false, ...options }, session))
    .addHelpText(
      'after',
      examples(
        'lead-sla evaluate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z',
        'lead-sla evaluate agreement.json crm.csv --mapping crm.json --as-of 2026-10-01T00:00:00+02:00 --by owner',
        'gzip -dc events.gz | lead-sla evaluate agreement.json - --as-of 2026-10-01T00:00:00Z --format csv > clocks.csv',
      ),
    )
}

function jobsOf(text: string): number {
  const jobs = Number(text)
  if (/^\d{1,3}$/.test(text) && jobs >= 1 && jobs <= mostJobs) return jobs
  throw new InvalidArgumentError(`Write a number from 1 to ${mostJobs}.`)
}

/** Takes the name of a status, or its word in the tables. */
function status(text: string): Status {
  const names = Object.keys(statusWords) as Status[]
  const found = names.find((name) => name === text || statusWords[name] === text)
  if (found) return found
  throw new InvalidArgumentError(
    `Allowed choices are ${names.join(', ')}.${didYouMean(text, [...Object.values(statusWords), ...names])}`,
  )
}
