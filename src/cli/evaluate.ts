/** `lead-sla evaluate`: what became of every promise, for people as tables and for programs as data. */
import { type Zone, zoneOf } from '../clock/zone.ts'
import { nearest } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Obligation, Status } from '../evaluation/obligation.ts'
import type { Grouping } from '../report/attainment.ts'
import { readInstant } from '../time/instant.ts'
import { printComplaints } from './complaint.ts'
import { type AgreementFile, readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { count } from './figures.ts'
import { headline } from './headline.ts'
import { writeCsv, writeJson, writeNdjson } from './machine.ts'
import { Names } from './names.ts'
import { obligationList, statusWords, urgentLists } from './obligation-list.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { cut } from './plain-text.ts'
import { footnotes, summaryBy, summaryByClause } from './summary.ts'
import type { Screen } from './table.ts'

export const outputFormats = ['table', 'json', 'ndjson', 'csv'] as const

export interface EvaluateOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly format: (typeof outputFormats)[number]
  readonly clause: readonly string[]
  readonly status: readonly Status[]
  readonly owner: readonly string[]
  readonly by: Grouping
  readonly all: boolean
}

/** A list as short as this is printed whole. */
const shortList = 20
const mostUrgent = 10
/** So many complaints of each code stand below a table. */
const mostComplaints = 3

export async function evaluateCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: EvaluateOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  checkClauses(file, options.clause)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  const names = new Names(file.agreement)
  const owners = new Set(options.owner.flatMap((owner) => names.idsOf(owner)))
  const chosen = run.evaluation.obligations.filter(
    ({ clause, owner }) => isChosen(options.clause, clause) && (owners.size === 0 || (owner !== null && owners.has(owner))),
  )
  const listed = options.status.length === 0 ? chosen : chosen.filter(({ status }) => isChosen(options.status, status))
  if (options.format === 'table') await writeTables(run, { chosen, listed, names }, options, session)
  else await writeData(run, listed, options.format, session)
}

function isChosen<Value>(wanted: readonly Value[], value: Value): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

function checkClauses({ agreement, name }: AgreementFile, clauses: readonly string[]): void {
  for (const clause of clauses) {
    if (agreement.clauses.has(clause)) continue
    const known = nearest(clause, agreement.clauses.keys())
    throw new Failure(
      2,
      `--clause: ${name} has no timed clause ${JSON.stringify(clause)}; known: ${known.join(', ')} [unknown-clause]`,
    )
  }
}

/** The data goes to standard output; what was not counted is part of JSON, and beside the other formats. */
async function writeData(
  { evaluation, complaints }: EvaluationRun,
  obligations: readonly Obligation[],
  format: 'json' | 'ndjson' | 'csv',
  { out, err }: Session,
): Promise<void> {
  if (format === 'json') return writeJson(evaluation, obligations, complaints, out)
  await (format === 'csv' ? writeCsv(obligations, out) : writeNdjson(obligations, out))
  await err.write(printComplaints(complaints))
}

interface Chosen {
  /** What the figures are made of. */
  readonly chosen: readonly Obligation[]
  /** What the list shows: the same, less those of another status. */
  readonly listed: readonly Obligation[]
  readonly names: Names
}

async function writeTables(
  run: EvaluationRun,
  chosen: Chosen,
  options: EvaluateOptions,
  { io, out, err }: Session,
): Promise<void> {
  const { evaluation, file, complaints } = run
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const zone = zoneOf(file.agreement.document.timeZone)
  await out.write(`${headline(file.agreement, { ...evaluation, obligations: chosen.chosen }, screen)}\n`)
  if (chosen.chosen.length > 0) await out.write(figures(file, chosen, options.by, screen))
  await out.write(list(evaluation, chosen, options, zone, screen))
  await err.write(printComplaints(complaints, options.all ? undefined : mostComplaints))
}

function figures({ agreement }: AgreementFile, { chosen, names }: Chosen, by: Grouping, screen: Screen): string {
  const table = by === 'clause' ? summaryByClause(chosen, agreement, names, screen) : summaryBy(by, chosen, names, screen)
  const notes = footnotes(chosen).map((note) => `${screen.paint('quiet', cut(note, screen.width))}\n`)
  return `${table}${notes.join('')}\n`
}

function list({ asOf }: Evaluation, { listed, names }: Chosen, options: EvaluateOptions, zone: Zone, screen: Screen): string {
  const view = { zone, names, screen, asOf: readInstant(asOf) }
  if (listed.length === 0) return 'No clock fits what was asked for.\n'
  if (options.all || listed.length <= shortList) return obligationList(listed, view)
  const urgent = options.status.some((status) => status !== 'open' && status !== 'openBreached')
    ? obligationList(listed.slice(0, mostUrgent), view)
    : urgentLists(listed, mostUrgent, view)
  const words = [...new Set(listed.map(({ status }) => statusWords[status]))]
  return `${urgent}\n${count(listed.length)} clocks (${words.join(', ')}); --all lists them.\n`
}
