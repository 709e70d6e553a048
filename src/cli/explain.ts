/** `lead-sla explain`: why one clock came out as it did, or which clocks a lead has. */
import { type Command, Option } from 'commander'
import { zoneOf } from '../clock/zone.ts'
import { clocksOf } from '../evaluation/clock-view.ts'
import { explain } from '../explanation/explain.ts'
import { languages } from '../explanation/languages.ts'
import type { Language } from '../language.ts'
import { plainText } from '../plain-text.ts'
import { readInstant } from '../time/instant.ts'
import { addInputs, examples, noLists } from './command-options.ts'
import { complaintsAbout, printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { keyFailure } from './key-failure.ts'
import { json } from './machine.ts'
import { Names } from './names.ts'
import { obligationList } from './obligation-list.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'

interface ExplainOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly key?: string
  readonly lead?: string
  readonly format: 'text' | 'json'
  readonly lang: Language
}

async function explainCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: ExplainOptions,
  session: Session,
): Promise<void> {
  const { key, lead } = options
  if (key === undefined && lead === undefined)
    throw new Failure(2, 'explain needs --key KEY, or --lead LEAD for the keys of a lead')
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  const run = await runEvaluation(file, await eventFiles(eventPaths, options, session), options, session)
  if (key !== undefined) await explainKey(run, key, options, session)
  else await listClocks(run, lead ?? '', options, session)
}

async function explainKey(run: EvaluationRun, key: string, options: ExplainOptions, { out, err }: Session): Promise<void> {
  const explanation = explanationOf(run, key, options)
  const { sentences, obligation } = explanation
  if (options.format === 'json') await out.write(`${json(explanation)}\n`)
  else await out.write(sentences.map((sentence) => `${plainText(sentence)}\n`).join(''))
  await err.write(printComplaints(complaintsAbout(run.complaints, obligation.lead)))
}

function explanationOf({ file, tape }: EvaluationRun, key: string, options: ExplainOptions): ReturnType<typeof explain> {
  try {
    return explain(file.agreement, tape.events, { ...instantsOf(options), key, language: options.lang })
  } catch (error) {
    throw keyFailure(error, key)
  }
}

async function listClocks(run: EvaluationRun, lead: string, options: ExplainOptions, { io, out, err }: Session): Promise<void> {
  const { evaluation, file } = run
  const clocks = clocksOf(evaluation).filter((clock) => clock.lead === lead)
  if (clocks.length === 0) throw new Failure(2, `--lead: the events start no clock of a lead ${JSON.stringify(lead)}`)
  if (options.format === 'json') await out.write(`${json(clocks.map((clock) => clock.obligation()))}\n`)
  else {
    const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
    const { agreement } = file
    const asOf = readInstant(evaluation.asOf)
    await out.write(
      obligationList(clocks, { zone: zoneOf(agreement.document.timeZone), names: new Names(agreement), screen, asOf }),
    )
  }
  await err.write(printComplaints(complaintsAbout(run.complaints, lead)))
}

/** Adds the command to the program. */
export function addExplain(program: Command, session: Session): void {
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
