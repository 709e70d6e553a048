/** `lead-sla report`: how the agreement fares, as a page for a manager, a message, tables, data, or metrics. */
import { extname } from 'node:path'
import { type Command, Option } from 'commander'
import { LeadSlaError } from '../errors.ts'
import { languages } from '../explanation/languages.ts'
import type { Language } from '../language.ts'
import { report } from '../report/data/report.ts'
import type { Report } from '../report/data/report-shape.ts'
import { reportCsv } from '../report/formats/csv.ts'
import { type ReportTable, tables } from '../report/formats/csv-tables.ts'
import { reportMarkdown } from '../report/formats/markdown.ts'
import { reportOpenMetrics } from '../report/formats/open-metrics.ts'
import type { Theme } from '../report/page/render-report.ts'
import { addInputs, examples, noLists } from './command-options.ts'
import { printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { json } from './machine.ts'
import type { Session } from './output.ts'
import { writeResult } from './written-file.ts'

const formats = ['html', 'md', 'csv', 'json', 'openmetrics'] as const
type Format = (typeof formats)[number]

interface ReportCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly out?: string
  readonly format?: Format
  readonly lang: Language
  readonly theme: Theme
  readonly period?: string
  readonly table: ReportTable
}

/** So many complaints of each code go to standard error; the page has a section for all of them. */
const mostComplaints = 3

/** Adds the command to the program. */
export function addReport(program: Command, session: Session): void {
  const themes: readonly Theme[] = ['auto', 'light', 'dark']
  const command = program.command('report').description('how the agreement fares: a page for a manager, or its figures as data')
  addInputs(command)
    .option('--out <file>', 'write it into a file, whose name says the format')
    .addOption(new Option('--format <format>', 'html unless the name of the file says another').choices(formats))
    .addOption(new Option('--lang <language>', 'the language of its words').choices(Object.keys(languages)).default('en'))
    .addOption(new Option('--theme <theme>', 'the colours of the page').choices(themes).default('auto'))
    .option('--period <period>', '2026-04, 2026-Q2, 2026-W15 or 2026; the month before --as-of when left out')
    .addOption(new Option('--table <table>', 'which list, as CSV').choices(Object.keys(tables)).default('clauses'))
    .action((agreement, events, options) => reportCommand(agreement, events, { ...noLists, ...options }, session))
    .addHelpText(
      'after',
      examples(
        'lead-sla report agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --out report.html',
        'lead-sla report agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --period 2026-Q3 --format md --lang de',
        'lead-sla report agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --format csv --table people > people.csv',
      ),
    )
}

const extensions: Readonly<Record<string, Format>> = {
  ...{ '.html': 'html', '.htm': 'html', '.md': 'md', '.csv': 'csv', '.json': 'json', '.prom': 'openmetrics' },
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, 2 for input that cannot be read and a period that is none. */
async function reportCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: ReportCommandOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const format = options.format ?? extensions[extname(options.out ?? '').toLowerCase()] ?? 'html'
  const file = await readAgreement(agreementPath, session.io)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  await writeResult(options.out, await written(reportOf(run, options), format, options), session)
  await session.err.write(printComplaints(run.complaints, mostComplaints))
}

function reportOf({ file, evaluation, tape }: EvaluationRun, { period }: ReportCommandOptions): Report {
  try {
    return report(evaluation, { agreement: file.agreement, events: tape.events, ...(period === undefined ? {} : { period }) })
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ path, message, code }) => `--${path.join('.')}: ${message} [${code}]`))
  }
}

async function written(made: Report, format: Format, { lang, theme, table }: ReportCommandOptions): Promise<string> {
  switch (format) {
    case 'md':
      return reportMarkdown(made, { language: lang })
    case 'csv':
      return reportCsv(made, { table })
    case 'json':
      return `${json(made)}\n`
    case 'openmetrics':
      return reportOpenMetrics(made)
    default: {
      // What draws the charts is large, and no other command needs it.
      const { renderReport } = await import('../report/page/render-report.ts')
      return renderReport(made, { language: lang, theme })
    }
  }
}
