/** `lead-sla simulate`: what another number of people or another target would make of such leads as there were. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { LeadSlaError } from '../errors.ts'
import { seededRandom } from '../insight/simulate/seeded-random.ts'
import { type OverRuns, type SimulatedCase, type Simulation, simulate } from '../insight/simulate/simulate.ts'
import type { Language } from '../language.ts'
import { printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { briefTime } from './figures.ts'
import { addPastEvents } from './insight-arguments.ts'
import { type InsightWords, insightWords, numberIn, shareIn } from './insight-words.ts'
import { json } from './machine.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { type SimulateWords, simulateWords } from './simulate-words.ts'
import { type Column, table } from './table.ts'

interface SimulateCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly clause: string
  readonly capacity?: number
  readonly newCapacity?: number
  readonly target?: string
  readonly runs?: number
  readonly seed: number
  readonly format: 'table' | 'json'
  readonly lang: Language
}

const mostComplaints = 3

/** Adds the command to the program. */
export function addSimulate(program: Command, session: Session): void {
  const command = program
    .command('simulate')
    .description('what another number of people or another target would make of such leads as there were')
    .argument('<agreement>', 'the JSON document')
  addPastEvents(command)
    .addOption(new Option('--clause <clause>', 'the timed clause; always needed').makeOptionMandatory())
    .addOption(new Option('--capacity <people>', 'how many worked on these leads at a time').argParser(wholeNumber))
    .addOption(new Option('--new-capacity <people>', 'how many are to').argParser(wholeNumber))
    .option('--target <duration>', 'the target, such as PT2H')
    .addOption(new Option('--runs <number>', 'how many streams are made').argParser(wholeNumber))
    .addOption(new Option('--seed <number>', 'the same one gives the same answer').argParser(wholeNumber).default(1))
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(new Option('--lang <language>', 'the language of the table').choices(Object.keys(simulateWords)).default('en'))
    .action((agreement, events, options) => simulateCommand(agreement, events, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla simulate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --clause reply --new-capacity 4',
        'lead-sla simulate agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --clause reply --target PT30M --lang de',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number, such as 4.')
  return Number(text)
}

async function simulateCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: SimulateCommandOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  const found = simulated(() => {
    const { clause, capacity, newCapacity, target, runs, seed } = options
    const given = Object.entries({ capacity, newCapacity, target, runs }).filter(([, value]) => value !== undefined)
    const random = seededRandom(seed)
    return simulate(file.agreement, run.evaluation, { clause, random, ...Object.fromEntries(given) })
  })
  const { io, out, err } = session
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  if (options.format === 'json') await out.write(`${json(found)}\n`)
  else {
    const [words, own] = [insightWords[options.lang], simulateWords[options.lang]]
    const head = own.head(found.clause, numberIn(words, found.leads), numberIn(words, found.runs))
    const notes = notesOf(found, words, own).map((note) => `${note}\n`)
    const lines = table(columns(words, own), rowsOf(found, own), screen)
    await out.write(`${screen.paint('strong', head)}\n\n${lines}\n${notes.join('')}`)
  }
  await err.write(printComplaints(run.complaints, mostComplaints))
}

/** **Errors** throws a `Failure` that names the option. */
function simulated(work: () => Simulation): Simulation {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ path, message, code }) => `${optionOf(path[0])}: ${message} [${code}]`))
  }
}

function optionOf(key: string | number | undefined): string {
  return key === 'newCapacity' ? '--new-capacity' : `--${key ?? 'clause'}`
}

interface Line {
  readonly name: string
  readonly kept: Simulation['observed']['share'] | OverRuns
  readonly simulated: SimulatedCase | null
}

function rowsOf({ observed, past, changed }: Simulation, own: SimulateWords): Line[] {
  return [
    { name: own.observed, kept: observed.share, simulated: null },
    { name: own.past, kept: past.kept, simulated: past },
    { name: own.changed, kept: changed.kept, simulated: changed },
  ]
}

function columns(words: InsightWords, own: SimulateWords): Column<Line>[] {
  const { titles } = own
  const right = 'right'
  const time = ([low, middle, high]: OverRuns): string => `${briefTime(middle)} (${briefTime(low)}–${briefTime(high)})`
  const load = (share: number): string => share.toFixed(2).replace('.', words.decimal)
  const kept = ({ kept: share }: Line): string => {
    if (typeof share === 'number') return shareIn(words, share)
    const [low, middle, high] = share
    return `${shareIn(words, middle)} (${shareIn(words, low)}–${shareIn(words, high)})`
  }
  return [
    { title: '', least: 12, text: ({ name }) => name },
    { title: titles.people, align: right, text: ({ simulated }) => (simulated ? String(simulated.capacity) : '–') },
    { title: titles.target, align: right, text: ({ simulated }) => briefTime(simulated?.targetMs ?? null) },
    { title: titles.kept, align: right, text: kept },
    { title: titles.load, align: right, dropped: 3, text: ({ simulated }) => (simulated ? load(simulated.load) : '–') },
    { title: titles.half, align: right, dropped: 2, text: ({ simulated }) => (simulated ? time(simulated.medianMs) : '–') },
    { title: titles.ninety, align: right, dropped: 1, text: ({ simulated }) => (simulated ? time(simulated.ninetyMs) : '–') },
  ]
}

function notesOf({ isCredible, overtook, changed }: Simulation, words: InsightWords, own: SimulateWords): string[] {
  return [
    own.brackets,
    ...(isCredible ? [] : [own.notCredible]),
    ...(overtook > 0 ? [own.overtook(shareIn(words, overtook))] : []),
    ...(changed.load >= 1 ? [own.endless] : []),
  ]
}
