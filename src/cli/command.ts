/** The command line: what can be said on it, and the status that each way of ending has. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import type { Status } from '../evaluation/obligation.ts'
import { languages } from '../explanation/languages.ts'
import { addBacktest } from './backtest.ts'
import { addCalibrate } from './calibrate.ts'
import { addCheck } from './check.ts'
import { demoCommand } from './demo.ts'
import { addDiff } from './diff.ts'
import { evaluateCommand, outputFormats } from './evaluate.ts'
import { inputFormats } from './event-file.ts'
import { explainCommand } from './explain.ts'
import { Failure } from './failure.ts'
import { holidaysCommand } from './holidays.ts'
import { addInit } from './init.ts'
import { mostJobs } from './jobs/jobs.ts'
import { statusWords } from './obligation-list.ts'
import { type Io, Output, ReaderGone, type Session } from './output.ts'
import { plainText } from './plain-text.ts'
import { addRender } from './render.ts'

/** Done; errors found are 1, and bad usage and unreadable input 2. */
const done = 0
const badUsage = 2
/** A bug of ours: `EX_SOFTWARE` of sysexits.h. */
const bug = 70

/**
 * Runs the command and returns its exit status.
 *
 * **Edges** never throws; a reader that goes away ends it quietly, with 0.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const session = { io, out: new Output(io.stdout, 'standard output'), err: new Output(io.stderr, 'standard error') }
  try {
    return await run(argv, session)
  } catch (error) {
    const { status, sentences } = endingOf(error, io.env)
    // Nobody may be there to read it, and the status says it too.
    await session.err.write(sentences.map((sentence) => `${sentence}\n`).join('')).catch(() => {})
    return status
  }
}

async function run(argv: readonly string[], session: Session): Promise<number> {
  const said = { out: [], err: [] }
  const program = programFor(session, said)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    await session.out.write(said.out.join(''))
    await session.err.write(said.err.join(''))
    return error.exitCode === 0 ? done : badUsage
  }
  return done
}

/** Returns the status of what was thrown, and what to say of it. */
function endingOf(error: unknown, env: Io['env']): { status: number; sentences: readonly string[] } {
  if (error instanceof ReaderGone) return { status: done, sentences: [] }
  if (error instanceof Failure) return { status: error.status, sentences: error.sentences.map(plainText) }
  const [what = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  const stack = env.LEAD_SLA_DEBUG && error instanceof Error ? [error.stack ?? ''] : []
  const sentence = `lead-sla: this is a bug of the command, which LEAD_SLA_DEBUG=1 locates: ${plainText(what)}`
  return { status: bug, sentences: [sentence, ...stack] }
}

/** What commander says is gathered in `said`, and written when it has ended. */
function programFor(session: Session, said: { out: string[]; err: string[] }): Command {
  const program = new Command('lead-sla')
    .description('Agreements between marketing and sales, evaluated over what happened to leads.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void said.out.push(text),
      writeErr: (text) => void said.err.push(text),
      getOutHelpWidth: () => session.out.width,
      getErrHelpWidth: () => session.err.width,
    })
    .addHelpText('after', examples('lead-sla demo', 'lead-sla check agreement.json', 'lead-sla help evaluate'))
    .addHelpText('after', '\nExit status: 0 done, 1 the agreement has errors, 2 bad usage or unreadable input.')
  addDemo(program, session)
  addCheck(program, session)
  addHolidays(program, session)
  addEvaluate(program, session)
  addExplain(program, session)
  addRender(program, session)
  addDiff(program, session)
  addInit(program, session)
  addCalibrate(program, session)
  addBacktest(program, session)
  return program
}

function addDemo(program: Command, session: Session): void {
  program
    .command('demo')
    .description('a quarter of an invented company, evaluated')
    .option('--out <folder>', 'write its agreement and its events into a folder')
    .option('--no-progress', 'show no progress bar')
    .action((options) => demoCommand(options, session))
    .addHelpText('after', examples('lead-sla demo', 'lead-sla demo --out demo'))
}

function addHolidays(program: Command, session: Session): void {
  program
    .command('holidays')
    .description('the agreement with the dates of the regions that it names, for good')
    .argument('<agreement>', 'the JSON document; - reads standard input')
    .addOption(new Option('--years <first-last>', 'for which years, such as 2026-2030').argParser(yearsOf))
    .option('--renew', 'look up again what has its dates already', false)
    .action((path, options) => holidaysCommand(path, options, session))
    .addHelpText('after', examples('lead-sla holidays agreement.json --years 2026-2030 > agreement-2030.json'))
}

function yearsOf(text: string): [number, number] {
  const match = /^(\d{4})-(\d{4})$/.exec(text)
  if (!match) throw new InvalidArgumentError('Write two years, such as 2026-2030.')
  return [Number(match[1]), Number(match[2])]
}

function addEvaluate(program: Command, session: Session): void {
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

function addExplain(program: Command, session: Session): void {
  const command = program.command('explain').description('why one clock came out as it did')
  addInputs(command)
    .addOption(new Option('--key <key>', 'the clock: clause/lead/cycle').conflicts('lead'))
    .addOption(new Option('--lead <lead>', 'list the clocks of a lead instead'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <language>', 'the language of the sentences').choices(Object.keys(languages)).default('en'))
    .action((agreement, events, options) => explainCommand(agreement, events, { ...noLists, ...options }, session))
    .addHelpText(
      'after',
      examples(
        'lead-sla explain agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --lead L-0042',
        'lead-sla explain agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z --key firstResponse/L-0042/1 --lang de',
      ),
    )
}

function jobsOf(text: string): number {
  const jobs = Number(text)
  if (/^\d{1,3}$/.test(text) && jobs >= 1 && jobs <= mostJobs) return jobs
  throw new InvalidArgumentError(`Write a number from 1 to ${mostJobs}.`)
}

/** What `evaluate` and `explain` read. */
function addInputs(command: Command): Command {
  return command
    .argument('<agreement>', 'the JSON document')
    .argument('<events...>', 'NDJSON, JSON or CSV files, also gzipped; - reads standard input')
    .option('--as-of <instant>', 'events after it are ignored, what is open is judged at it; always needed')
    .option('--known-at <instant>', 'ignore what was recorded after it')
    .addOption(listOption('--mapping <file>', 'how rows become events: one for all files, or one for each (none for no mapping)'))
    .addOption(new Option('--input-format <format>', 'the format of the events, whatever their names').choices(inputFormats))
    .option('--no-progress', 'show no progress bar')
}

/** What the options that may be repeated are when they are left out. */
const noLists = { mapping: [], clause: [], status: [], owner: [] }

function listOption(flags: string, description: string, read: (text: string) => string = (text) => text): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] = []) => [...before, read(text)])
}

/** Takes the name of a status, or its word in the tables. */
function status(text: string): Status {
  const names = Object.keys(statusWords) as Status[]
  const found = names.find((name) => name === text || statusWords[name] === text)
  if (found) return found
  throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`)
}

function examples(...commands: readonly string[]): string {
  return `\nExamples:\n${commands.map((command) => `  ${command}`).join('\n')}`
}
