/** `lead-sla render`: the agreement as a document to read and sign, or as the guide for a role. */
import { type Command, Option } from 'commander'
import type { Agreement } from '../agreement/agreement.ts'
import { LeadSlaError } from '../errors.ts'
import { roleGuide } from '../writing/guide/role-guide.ts'
import type { Language } from '../writing/languages.ts'
import { languages } from '../writing/languages.ts'
import { renderAgreement, type WritingFormat } from '../writing/render-agreement.ts'
import { readAgreement } from './document-file.ts'
import { checkStandardInput } from './event-options.ts'
import { Failure } from './failure.ts'
import type { Session } from './output.ts'
import { writeResult } from './written-file.ts'

interface RenderCommandOptions {
  readonly lang: Language
  readonly format: WritingFormat
  readonly out?: string
  readonly role?: string
  readonly previous: readonly string[]
}

/** Adds the command to the program. */
export function addRender(program: Command, session: Session): void {
  const formats: readonly WritingFormat[] = ['md', 'html']
  program
    .command('render')
    .description('the agreement in writing, or a guide for a role, as Markdown or as a page to print and sign')
    .argument('<agreement>', 'the JSON document; - reads standard input')
    .addOption(new Option('--lang <language>', 'the language of the document').choices(Object.keys(languages)).default('en'))
    .addOption(new Option('--format <format>', 'Markdown, or one HTML page').choices(formats).default('md'))
    .option('--out <file>', 'write it into a file')
    .addOption(new Option('--role <name>', 'the guide for a role, a team, a party or a member instead').conflicts('previous'))
    .addOption(
      new Option('--previous <file>', 'the version before, to say what changed; may be repeated, the oldest first')
        .argParser((path, before: readonly string[] = []) => [...before, path])
        .default([], 'none'),
    )
    .action((path, options) => renderCommand(path, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla render agreement.json --lang de --format html --out agreement.html',
        'lead-sla render agreement.json --role "Sales manager"',
        'lead-sla render agreement.json --previous agreement-2025.json > agreement.md',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, 2 for a file that holds none and for a role that nobody has. */
async function renderCommand(path: string, options: RenderCommandOptions, session: Session): Promise<void> {
  const { io } = session
  checkStandardInput([path, ...options.previous])
  const { agreement } = await readAgreement(path, io)
  const previous: Agreement[] = []
  for (const earlier of options.previous) previous.push((await readAgreement(earlier, io)).agreement)
  const text = written(agreement, previous, options)
  await writeResult(options.out, text, session)
}

function written(agreement: Agreement, previous: readonly Agreement[], { lang, format, role }: RenderCommandOptions): string {
  const options = { language: lang, format }
  if (role === undefined) return renderAgreement(agreement, { ...options, previous })
  try {
    return roleGuide(agreement, { ...options, role })
  } catch (error) {
    if (!(error instanceof LeadSlaError)) throw error
    throw new Failure(2, ...error.issues.map(({ message, code }) => `--role: ${message} [${code}]`))
  }
}
