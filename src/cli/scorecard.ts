/** `lead-sla scorecard`: both parties side by side for a period, as tables or as data. */
import { type Command, Option } from 'commander'
import { zoneOf } from '../clock/zone.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { languages } from '../explanation/languages.ts'
import { dateInWords, wallTime } from '../explanation/wall-time.ts'
import type { DeedDocument } from '../incentives/standings.ts'
import type { Language } from '../language.ts'
import { cut, plainText } from '../plain-text.ts'
import { type Scorecard, scorecard } from '../report/scorecard.ts'
import { readInstant } from '../time/instant.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import { printComplaints } from './complaint.ts'
import { type AgreementFile, type DocumentFile, readAgreement, readDocument } from './document-file.ts'
import { instantsOf, runEvaluation } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles } from './event-options.ts'
import { Failure } from './failure.ts'
import { addPastEvents, repeated } from './insight-arguments.ts'
import { json } from './machine.ts'
import { Names } from './names.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { sentenceAt } from './place.ts'
import { cardTables } from './scorecard-table.ts'
import { scorecardWords } from './scorecard-words.ts'

interface ScorecardCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly period: string
  readonly unnamed: readonly string[]
  readonly deeds?: string
  readonly format: 'table' | 'json'
  readonly lang: Language
}

/** So many complaints of each code stand below the tables. */
const mostComplaints = 3

/** Adds the command to the program. */
export function addScorecard(program: Command, session: Session): void {
  const command = program
    .command('scorecard')
    .description('both parties side by side for a period: owed, done, at risk, what it means and what follows')
    .argument('<agreement>', 'the JSON document')
  addPastEvents(command)
    .addOption(new Option('--period <period>', 'such as 2026-04, 2026-Q2, 2026-W15 or 2026; always needed').makeOptionMandatory())
    .addOption(repeated('--unnamed <person>', 'somebody who is not to be named, by id or name; may be repeated'))
    .option('--deeds <file>', 'what people have done for process conformity: a JSON array of person, duty and at')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(
      new Option('--lang <language>', 'the language of tables and sentences').choices(Object.keys(scorecardWords)).default('en'),
    )
    .action((agreement, events, options) => scorecardCommand(agreement, events, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla scorecard agreement.json events.ndjson --as-of 2026-07-01T00:00:00Z --period 2026-Q2',
        'lead-sla scorecard agreement.json events.ndjson --as-of 2026-07-01T00:00:00Z --period 2026-06 --lang de --unnamed lena',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

async function scorecardCommand(
  agreementPath: string,
  eventPaths: readonly string[],
  options: ScorecardCommandOptions,
  session: Session,
): Promise<void> {
  const deedPaths = options.deeds === undefined ? [] : [options.deeds]
  checkStandardInput([agreementPath, ...eventPaths, ...options.mapping, ...deedPaths])
  instantsOf(options)
  const file = await readAgreement(agreementPath, session.io)
  const deeds = options.deeds === undefined ? null : await readDeedFile(options.deeds, session)
  const names = new Names(file.agreement)
  const files = await eventFiles(eventPaths, options, session)
  const { evaluation, complaints } = await runEvaluation(file, files, options, session)
  const card = cardOf(deeds, () =>
    scorecard(file.agreement, evaluation, {
      period: options.period,
      deeds: deeds?.list ?? [],
      unnamed: options.unnamed.flatMap((person) => names.idsOf(person)),
      language: options.lang,
    }),
  )
  if (options.format === 'json') await session.out.write(`${json(card)}\n`)
  else await writeCards(card, file, names, options.lang, session)
  await session.err.write(printComplaints(complaints, mostComplaints))
}

interface DeedFile extends DocumentFile {
  readonly list: readonly DeedDocument[]
}

async function readDeedFile(path: string, { io }: Session): Promise<DeedFile> {
  const file = await readDocument(path, io)
  if (Array.isArray(file.document)) return { ...file, list: file.document }
  const { message, code } = issue('wrong-type', [], { expected: 'an array of deeds', got: file.document })
  throw new Failure(2, sentenceAt(file.placeOf([]), { path: [], message, code }))
}

/** A period that is none, and deeds that are none, are bad usage. */
function cardOf(deeds: DeedFile | null, make: () => Scorecard): Scorecard {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    const sentences = error.issues.map(({ path: [first, ...path], message, code }) =>
      first === 'deeds' && deeds ? sentenceAt(deeds.placeOf(path), { path, message, code }) : `--period: ${message} [${code}]`,
    )
    throw new Failure(2, ...sentences)
  }
}

async function writeCards(
  card: Scorecard,
  { agreement }: AgreementFile,
  names: Names,
  language: Language,
  { io, out }: Session,
): Promise<void> {
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const words = scorecardWords[language]
  const zone = zoneOf(agreement.document.timeZone)
  const at = (instant: string): string => wallTime(zone, readInstant(instant), languages[language])
  const line = (text: string): string => `${cut(plainText(text), screen.width)}\n`
  const title = agreement.document.title ?? `${agreement.id} ${agreement.version}`
  await out.write(`${screen.paint('strong', cut(plainText(title), screen.width))}\n`)
  const date = (ms: number): string => dateInWords(printPlainDate(Math.floor(zone.localAt(ms) / msOfDay)), languages[language])
  const [first, last] = [readInstant(card.from), readInstant(card.to) - 1]
  await out.write(line(words.head(card.period, date(first), date(last))))
  await out.write(line(`${words.asOf(at(card.asOf), card.isOver)}, ${zone.name}`))
  for (const party of card.parties) await out.write(`\n${cardTables(party, { names, language, screen })}`)
}
