/** `lead-sla timeline`: one clock as a picture, in the terminal or as SVG. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { LeadSlaError } from '../errors.ts'
import { languages } from '../explanation/languages.ts'
import type { Language } from '../language.ts'
import type { TimelineTheme } from '../timeline/picture/picture-style.ts'
import { renderTimeline } from '../timeline/picture/render-timeline.ts'
import { printTimeline } from '../timeline/terminal/print-timeline.ts'
import { timeline } from '../timeline/timeline.ts'
import type { Timeline } from '../timeline/timeline-shape.ts'
import { addInputs, examples, noLists } from './command-options.ts'
import { complaintsAbout, printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { keyFailure } from './key-failure.ts'
import type { Io, Session } from './output.ts'
import { isColourWanted } from './paint.ts'
import { writeResult } from './written-file.ts'

interface TimelineCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly key?: string
  readonly out?: string
  readonly lang: Language
  readonly theme: TimelineTheme
  readonly width?: number
  readonly ascii: boolean
}

const mostColumns = 1000

/** Adds the command to the program. */
export function addTimeline(program: Command, session: Session): void {
  const themes: readonly TimelineTheme[] = ['auto', 'light', 'dark']
  const command = program.command('timeline').description('one clock as a picture: what counted, what did not, when and why')
  addInputs(command)
    .option('--key <key>', 'the clock: clause/lead/cycle; always needed')
    .option('--out <file>', 'write it as SVG into a file')
    .addOption(new Option('--lang <language>', 'the language of its words').choices(Object.keys(languages)).default('en'))
    .addOption(new Option('--theme <theme>', 'the colours of the SVG').choices(themes).default('auto'))
    .addOption(new Option('--width <number>', 'columns, or with --out pixels').argParser(widthOf))
    .option('--ascii', 'draw with ASCII characters only', false)
    .action((agreement, events, options) => timelineCommand(agreement, events, { ...noLists, ...options }, session))
    .addHelpText(
      'after',
      examples(
        'lead-sla timeline agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --key firstResponse/L-0042/1',
        'lead-sla timeline agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --key firstResponse/L-0042/1 --out clock.svg',
      ),
    )
}

function widthOf(text: string): number {
  const width = Number(text)
  if (/^\d{1,4}$/.test(text) && width >= 20 && width <= 4000) return width
  throw new InvalidArgumentError('Write a number from 20 to 4000.')
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, 2 for input that cannot be read and a key that no clock has. */
async function timelineCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: TimelineCommandOptions,
  session: Session,
): Promise<void> {
  const { key } = options
  if (key === undefined)
    throw new Failure(2, 'timeline needs --key KEY; `lead-sla explain … --lead LEAD` lists the keys of a lead')
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  const picture = pictureOf(run, key, options)
  await writeResult(options.out, drawn(picture, options, session), session)
  await session.err.write(printComplaints(complaintsAbout(run.complaints, picture.lead)))
}

function pictureOf({ file, tape }: EvaluationRun, key: string, options: TimelineCommandOptions): Timeline {
  try {
    return timeline(file.agreement, tape.events, { ...instantsOf(options), key })
  } catch (error) {
    throw keyFailure(error, key)
  }
}

function drawn(
  picture: Timeline,
  { lang, theme, width, out: path, ascii }: TimelineCommandOptions,
  { io, out }: Session,
): string {
  if (path === undefined) {
    const columns = Math.min(mostColumns, width ?? out.width)
    const color = isColourWanted(io.stdout, io.env)
    return printTimeline(picture, { language: lang, width: columns, color, ascii: ascii || !hasUnicode(io.env) })
  }
  try {
    return renderTimeline(picture, { language: lang, theme, ...(width === undefined ? {} : { width }) })
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ path: at, message, code }) => `--${at.join('.')}: ${message} [${code}]`))
  }
}

/** POSIX says which characters a terminal has in the first of these that is set; where none is, nearly all have Unicode. */
function hasUnicode({ LC_ALL, LC_CTYPE, LANG, TERM }: Io['env']): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG
  return TERM !== 'dumb' && (!locale || /utf-?8/i.test(locale))
}
