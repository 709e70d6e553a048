/** `lead-sla calibrate`: the targets that the past would have kept, and the changes of the agreement that follow. */
import { type Command, Option } from 'commander'
import { LeadSlaError } from '../errors.ts'
import { calibrate } from '../insight/calibrate/calibrate.ts'
import type { Calibration, ClauseCalibration, Distribution, SegmentCalibration } from '../insight/calibrate/calibration.ts'
import type { SegmentBy } from '../insight/calibrate/clock-sample.ts'
import type { Language } from '../language.ts'
import { cut, plainText } from '../plain-text.ts'
import { printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { briefTime } from './figures.ts'
import { addPastEvents, repeated, shareOf } from './insight-arguments.ts'
import { type InsightWords, insightWords, numberIn, shareIn } from './insight-words.ts'
import { json } from './machine.ts'
import { Names } from './names.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { type Column, type Screen, table } from './table.ts'

interface CalibrateCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly compliance: number
  readonly by: readonly string[]
  readonly format: 'table' | 'json' | 'patch'
  readonly lang: Language
}

const mostComplaints = 3

/** Adds the command to the program. */
export function addCalibrate(program: Command, session: Session): void {
  const command = program
    .command('calibrate')
    .description('the targets that the past would have kept, and the changes of the agreement that follow')
    .argument('<agreement>', 'the JSON document')
  addPastEvents(command)
    .addOption(
      new Option('--compliance <share>', 'the share of the clocks that should keep the target').default(0.9).argParser(shareOf),
    )
    .addOption(repeated('--by <segment>', 'team, owner, goal, or a fact of the lead such as $.segment; may be repeated'))
    .addOption(
      new Option('--format <format>', 'what to print; patch is a JSON Patch to the agreement')
        .choices(['table', 'json', 'patch'])
        .default('table'),
    )
    .addOption(new Option('--lang <language>', 'the language of the tables').choices(Object.keys(insightWords)).default('en'))
    .action((agreement, events, options) => calibrateCommand(agreement, events, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla calibrate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --compliance 95%',
        'lead-sla calibrate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --by team --by $.segment --lang de',
        'lead-sla calibrate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --format patch > changes.json',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

async function calibrateCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: CalibrateCommandOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const by = options.by.map((each): SegmentBy => {
    return each === 'team' || each === 'owner' || each === 'goal' ? each : { fact: each }
  })
  const file = await readAgreement(agreementPath, session.io)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  const found = calibrated(run, by, options.compliance)
  const { out, err } = session
  if (options.format === 'json') await out.write(`${json(found)}\n`)
  else if (options.format === 'patch') await out.write(`${json(found.operations)}\n`)
  else await writeTables(found, run, options.lang, session)
  await err.write(printComplaints(run.complaints, mostComplaints))
}

function calibrated({ file: { agreement }, evaluation, tape }: EvaluationRun, by: readonly SegmentBy[], compliance: number) {
  try {
    return calibrate(evaluation, { agreement, compliance, by, events: tape.events })
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ message, code }) => `--by: ${message} [${code}]`))
  }
}

/** A clause, and below it its segments. */
interface Line {
  readonly name: string
  readonly distribution: Distribution
  readonly present: ClauseCalibration['present']
  readonly segment: SegmentCalibration | null
}

async function writeTables(found: Calibration, run: EvaluationRun, lang: Language, { io, out }: Session): Promise<void> {
  const words = insightWords[lang]
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const names = new Names(run.file.agreement)
  const head = words.calibrate.head(shareIn(words, found.compliance))
  await out.write(`${screen.paint('strong', head)}\n\n`)
  const lines = found.clauses.flatMap((clause): Line[] => [
    { name: clause.clause, distribution: clause.distribution, present: clause.present, segment: null },
    ...clause.segments.map((segment) => ({
      name: `  ${segmentName(segment, words, names)}`,
      distribution: segment.distribution,
      present: null,
      segment,
    })),
  ])
  await out.write(table(columnsOf(words), lines, screen))
  await out.write(`${words.calibrate.notes.map((note) => `${screen.paint('quiet', cut(note, screen.width))}\n`).join('')}\n`)
  for (const clause of found.clauses) await out.write(wordsOf(clause, words, screen))
}

function segmentName({ by, value }: SegmentCalibration, words: InsightWords, names: Names): string {
  const shown = value === null ? words.none : by === 'owner' ? names.person(String(value)) : String(value)
  return `${words.by[by] ?? by}: ${by === 'team' && value !== null ? names.team(String(value)) : shown}`
}

function columnsOf(words: InsightWords): Column<Line>[] {
  const { columns } = words.calibrate
  const right = 'right'
  const target = ({ distribution }: Line) => distribution.target
  return [
    { title: columns.name, least: 18, text: ({ name }) => name },
    { title: columns.stopped, align: right, text: ({ distribution }) => numberIn(words, distribution.stopped) },
    { title: columns.open, align: right, dropped: 3, text: ({ distribution }) => numberIn(words, distribution.unstopped) },
    { title: columns.half, align: right, dropped: 2, text: ({ distribution }) => briefTime(halfOf(distribution)) },
    { title: columns.target, align: right, text: (line) => briefTime(target(line).ms) },
    {
      title: columns.interval,
      text: (line) => {
        const [low, high] = target(line).interval
        return `${briefTime(low)}–${high === null ? '…' : briefTime(high)}`
      },
    },
    { title: columns.now, align: right, dropped: 4, text: ({ present }) => (present ? shareIn(words, present.share) : '') },
    {
      title: columns.ratio,
      align: right,
      dropped: 1,
      text: ({ segment }) => {
        if (!segment || segment.ratio === null) return ''
        return `${segment.ratio.toFixed(2).replace('.', words.decimal)}${segment.differs ? '*' : ' '}`
      },
    },
  ]
}

function halfOf({ quantiles }: Distribution): number | null {
  return quantiles.find(({ share }) => share === 0.5)?.ms ?? null
}

/** What is proposed for a clause, or why nothing is, and what is known of its seasons. */
function wordsOf(clause: ClauseCalibration, words: InsightWords, { paint, width }: Screen): string {
  const { calibrate: said } = words
  const proposals = clause.suggestions.map(({ goal, from, to, kept }) => {
    const [low, high] = kept.interval
    const share = `${shareIn(words, kept.share)} (${shareIn(words, low)}–${shareIn(words, high)})`
    const isOne = clause.suggestions.length === 1
    // A goal without a name has a number, which says nothing to anybody.
    const name = !/^\d+$/.test(goal) ? goal : isOne ? clause.clause : said.others
    return `${said.proposals} ${said.proposal(name, from, to, share)}`
  })
  const because = clause.because === null ? [] : [said.because[clause.because]]
  const seasons = clause.seasons.map(({ by, status, spanDays, neededDays }) => {
    const name = words.by[by] ?? by
    if (status !== 'insufficientData') return said.season[status](name)
    const days = [numberIn(words, spanDays), numberIn(words, neededDays)] as const
    return spanDays < neededDays ? said.tooShort(name, ...days) : said.tooFew(name)
  })
  const lines = [...proposals, ...because, ...seasons].map((line) => `  ${cut(plainText(line), width - 2)}\n`)
  return `${paint('strong', cut(plainText(clause.clause), width))}\n${lines.join('')}`
}
