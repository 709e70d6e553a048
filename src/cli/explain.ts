/** `lead-sla explain`: why one clock came out as it did, or which clocks a lead has. */
import { zoneOf } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { LeadSlaError } from '../errors.ts'
import { explain } from '../explanation/explain.ts'
import type { Language } from '../language.ts'
import { readInstant } from '../time/instant.ts'
import { type Complaint, printComplaints } from './complaint.ts'
import { readAgreement } from './document-file.ts'
import { type EvaluationRun, instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { json } from './machine.ts'
import { Names } from './names.ts'
import { obligationList } from './obligation-list.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { plainText } from './plain-text.ts'

export interface ExplainOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly key?: string
  readonly lead?: string
  readonly format: 'text' | 'json'
  readonly lang: Language
}

export async function explainCommand(
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
  await err.write(printComplaints(run.complaints.filter((complaint) => isAbout(complaint, obligation.lead))))
}

function explanationOf({ file, tape }: EvaluationRun, key: string, options: ExplainOptions): ReturnType<typeof explain> {
  try {
    return explain(file.agreement, tape.events, { ...instantsOf(options), key, language: options.lang })
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ message, code }) => `--key: ${message} [${code}]`))
  }
}

async function listClocks(run: EvaluationRun, lead: string, options: ExplainOptions, { io, out, err }: Session): Promise<void> {
  const { evaluation, file } = run
  const clocks = evaluation.obligations.filter((obligation) => obligation.lead === lead)
  if (clocks.length === 0) throw new Failure(2, `--lead: the events start no clock of a lead ${JSON.stringify(lead)}`)
  if (options.format === 'json') await out.write(`${json(clocks)}\n`)
  else {
    const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
    const { agreement } = file
    const asOf = readInstant(evaluation.asOf)
    await out.write(
      obligationList(clocks, { zone: zoneOf(agreement.document.timeZone), names: new Names(agreement), screen, asOf }),
    )
  }
  await err.write(printComplaints(run.complaints.filter((complaint) => isAbout(complaint, lead))))
}

/** Events of the lead, and lines that might have been some. */
function isAbout({ source, kind }: Complaint, lead: string): boolean {
  const event = 'event' in source ? source.event : undefined
  if (isRecord(event)) return event.lead === lead || event.subject === lead
  return kind === 'refused'
}
