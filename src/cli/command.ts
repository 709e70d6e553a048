/** The command line: what can be said on it, and the status that each way of ending has. */
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { plainText } from '../plain-text.ts'
import { addBacktest } from './backtest.ts'
import { addCalibrate } from './calibrate.ts'
import { addCheck } from './check.ts'
import { examples, suggestChoices } from './command-options.ts'
import { addCompletion } from './completion.ts'
import { addDemo } from './demo.ts'
import { addDiff } from './diff.ts'
import { addEvaluate } from './evaluate.ts'
import { addExplain } from './explain.ts'
import { Failure } from './failure.ts'
import { addHolidays } from './holidays.ts'
import { addInit } from './init.ts'
import { type Io, Output, ReaderGone, type Session } from './output.ts'
import { addRender } from './render.ts'
import { addReport } from './report.ts'
import { addScorecard } from './scorecard.ts'
import { addSimulate } from './simulate.ts'
import { addTimeline } from './timeline.ts'
import { addWatch } from './watch/watch.ts'

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
    // Commander would not wrap in a terminal as narrow as half a window.
    .configureHelp({ minWidthToWrap: 16 })
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
  addTimeline(program, session)
  addReport(program, session)
  addWatch(program, session)
  addRender(program, session)
  addDiff(program, session)
  addInit(program, session)
  addCalibrate(program, session)
  addBacktest(program, session)
  addSimulate(program, session)
  addScorecard(program, session)
  addCompletion(program, session)
  suggestChoices(program)
  return program
}
