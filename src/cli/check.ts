/**
 * `lead-sla check`: every mistake of an agreement with its line, and what is legal and yet hardly meant; with `--ready`, whether
 * it can be signed and past events be judged by it.
 */
import { type Command, Option } from 'commander'
import { parseAgreement } from '../agreement/agreement.ts'
import { LeadSlaError } from '../errors.ts'
import type { Language } from '../language.ts'
import { plainText } from '../plain-text.ts'
import type { Severity } from '../readiness/draft.ts'
import { languages } from '../readiness/languages.ts'
import { type Readiness, type ReadinessFinding, readiness } from '../readiness/readiness.ts'
import { parseInstant } from '../time/instant.ts'
import { type AgreementFile, readDocument, sentencesOf } from './document-file.ts'
import { inputFormats } from './event-file.ts'
import { checkStandardInput, type EventOptions, eventFiles, readEvents } from './event-options.ts'
import { Failure } from './failure.ts'
import { counted } from './figures.ts'
import type { Session } from './output.ts'
import { sentenceAt } from './place.ts'

interface CheckOptions extends EventOptions {
  readonly ready: boolean
  readonly asOf?: string
  readonly lang: Language
  readonly format: 'text' | 'json'
}

/** Adds the command to the program. */
export function addCheck(program: Command, session: Session): void {
  program
    .command('check')
    .description('every mistake of an agreement, with its line; 1 when there is one')
    .argument('<agreement>', 'the JSON document; - reads standard input')
    .argument('[events...]', 'past events, to see whether they can be judged by it; they imply --ready')
    .option('--ready', 'whether it can be signed: what contradicts itself, what is missing; 1 when an error is found', false)
    .option('--as-of <instant>', 'events after it are ignored; the last event when left out')
    .addOption(
      new Option('--mapping <file>', 'how rows become events: one for all files, or one for each (none for no mapping)')
        .argParser((file, before: readonly string[] = []) => [...before, file])
        .default([], 'none'),
    )
    .addOption(new Option('--input-format <format>', 'the format of the events, whatever their names').choices(inputFormats))
    .addOption(
      new Option('--lang <language>', 'the language of what --ready finds').choices(Object.keys(languages)).default('en'),
    )
    .addOption(new Option('--format <format>', 'what --ready prints').choices(['text', 'json']).default('text'))
    .option('--no-progress', 'show no progress bar')
    .action((path, events, options) => checkCommand(path, events, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla check agreement.json',
        'jq .agreement all.json | lead-sla check -',
        'lead-sla check agreement.json --ready --lang de',
        'lead-sla check agreement.json events.ndjson --as-of 2026-10-01T00:00:00Z',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes or one that is not ready, 2 for a file that holds none. */
async function checkCommand(path: string, events: readonly string[], options: CheckOptions, session: Session): Promise<void> {
  const { io, out, err } = session
  checkStandardInput([path, ...events, ...options.mapping])
  const file = await readDocument(path, io)
  const parsed = parseAgreement(file.document)
  if (!parsed.ok)
    throw new Failure(1, ...sentencesOf(file, parsed.issues), `${file.name}: ${counted(parsed.issues.length, 'error')}`)
  const { id, version, clauses, findings, document } = parsed.value
  if (options.ready || events.length > 0) return checkReady({ ...file, agreement: parsed.value }, events, options, session)
  const warnings = findings.map((found) => sentenceAt(file.placeOf(found.path), found, 'warning'))
  await err.write(warnings.map((sentence) => `${plainText(sentence)}\n`).join(''))
  const parts = [
    counted(clauses.size, 'timed clause'),
    counted(Object.keys(document.calendars ?? {}).length, 'calendar'),
    counted(findings.length, 'warning'),
  ]
  await out.write(`${plainText(`${id} ${version}`)}: ${parts.join(', ')}\n`)
}

/** So many lines that are no events are told; the rest are more of the same. */
const mostUnread = 10

async function checkReady(
  file: AgreementFile,
  events: readonly string[],
  options: CheckOptions,
  session: Session,
): Promise<void> {
  const { lang, format, asOf } = options
  if (asOf !== undefined) assertInstant(asOf)
  const given: unknown[] = []
  const files = await eventFiles(events, options, session)
  const work = { add: (event: unknown) => void given.push(event), finish: () => null }
  const { unread } = events.length > 0 ? await readEvents(files, options.progress, session, work) : { unread: [] }
  const refused = unread.slice(0, mostUnread).map(({ found, place }) => sentenceAt(place, found, 'refused'))
  await session.err.write(refused.map((sentence) => `${plainText(sentence)}\n`).join(''))
  const found = look(file, events.length > 0 ? given : undefined, { language: lang, ...(asOf === undefined ? {} : { asOf }) })
  await session.out.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : printed(found, file, lang))
  const errors = found.findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) throw new Failure(1, `${file.name}: ${counted(errors, 'error')}`)
}

function assertInstant(asOf: string): void {
  const parsed = parseInstant(asOf)
  if (!parsed.ok) throw new Failure(2, ...parsed.issues.map(({ message, code }) => `--as-of: ${message} [${code}]`))
}

function look(
  { agreement }: AgreementFile,
  events: unknown[] | undefined,
  options: { language: Language; asOf?: string },
): Readiness {
  try {
    return readiness(agreement, events, options)
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ message, code }) => `${message} [${code}]`))
  }
}

interface ReportWords {
  readonly severity: Readonly<Record<Severity, string>>
  readonly counted: Readonly<Record<Severity, (count: number) => string>>
  readonly example: (places: string) => string
  readonly points: (points: number, level: Readiness['complexity']['level']) => string
  readonly looked: (events: number, leads: number, asOf: string) => string
  readonly ready: string
  readonly notReady: string
}

const report: Readonly<Record<Language, ReportWords>> = {
  en: {
    severity: { error: 'error', warning: 'warning', info: 'note' },
    counted: {
      error: (count) => counted(count, 'error'),
      warning: (count) => counted(count, 'warning'),
      info: (count) => counted(count, 'note'),
    },
    example: (places) => `for example ${places}`,
    points: (points, level) => `${counted(points, 'thing')} to keep in mind (${level})`,
    looked: (events, leads, asOf) => `${counted(events, 'event')} of ${counted(leads, 'lead')}, as of ${asOf}`,
    ready: 'ready',
    notReady: 'not ready',
  },
  de: {
    severity: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
    counted: {
      error: (count) => `${count} Fehler`,
      warning: (count) => `${count} ${count === 1 ? 'Warnung' : 'Warnungen'}`,
      info: (count) => `${count} ${count === 1 ? 'Hinweis' : 'Hinweise'}`,
    },
    example: (places) => `zum Beispiel ${places}`,
    points: (points, level) =>
      `${points} Dinge zu behalten (${{ simple: 'einfach', moderate: 'mittel', complicated: 'verwickelt' }[level]})`,
    looked: (events, leads, asOf) => `${events} Ereignisse von ${leads} Leads, Stand ${asOf}`,
    ready: 'bereit',
    notReady: 'nicht bereit',
  },
}

function printed(
  { agreement, version, findings, complexity, looked, isReady }: Readiness,
  file: AgreementFile,
  language: Language,
): string {
  const words = report[language]
  const severities = ['error', 'warning', 'info'] as const
  const counts = severities.map((severity) =>
    words.counted[severity](findings.filter((each) => each.severity === severity).length),
  )
  const lines = findings.flatMap((found) => [
    sentenceAt(found.path.length === 0 ? { file: file.name } : file.placeOf(found.path), found, words.severity[found.severity]),
    `  → ${found.remedy}${examplesOf(found, words)}`,
  ])
  const head = `${agreement} ${version}: ${isReady ? words.ready : words.notReady}, ${counts.join(', ')}`
  const tail = [
    `${head}; ${words.points(complexity.points, complexity.level)}`,
    ...(looked ? [words.looked(looked.events, looked.leads, looked.asOf)] : []),
  ]
  return [...lines, ...tail].map((line) => `${plainText(line)}\n`).join('')
}

/** Where to look first. */
function examplesOf({ evidence }: ReadinessFinding, words: ReportWords): string {
  const places = (evidence?.examples ?? []).slice(0, 3).flatMap(({ lead, event, at }) => event ?? lead ?? at ?? [])
  return places.length === 0 ? '' : ` (${words.example(places.join(', '))})`
}
