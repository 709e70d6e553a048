/** `lead-sla diff`: what changes from one version of an agreement to the next, and whom it binds more strictly. */
import { type Command, Option } from 'commander'
import { diff } from '../revision/diff.ts'
import { patchOf } from '../revision/json-patch.ts'
import { type ChangesFormat, renderChanges } from '../writing/changes/render-changes.ts'
import { type Language, languages } from '../writing/languages.ts'
import { readAgreement } from './document-file.ts'
import { checkStandardInput } from './event-options.ts'
import { Failure } from './failure.ts'
import type { Session } from './output.ts'

const formats = { text: 'text', markdown: 'md', html: 'html', json: null } as const satisfies Record<string, ChangesFormat | null>

interface DiffCommandOptions {
  readonly lang: Language
  readonly format: keyof typeof formats
  readonly failOnBreaking: boolean
}

/** Adds the command to the program. */
export function addDiff(program: Command, session: Session): void {
  program
    .command('diff')
    .description('what changes from one version to the next, and whom it binds more strictly')
    .argument('<old>', 'the JSON document of the version before; - reads standard input')
    .argument('<new>', 'the JSON document of the version after; - reads standard input')
    .addOption(new Option('--lang <language>', 'the language of the sentences').choices(Object.keys(languages)).default('en'))
    .addOption(
      new Option('--format <format>', 'sentences, or the changes as data with a JSON Patch')
        .choices(Object.keys(formats))
        .default('text'),
    )
    .option('--fail-on-breaking', 'end with 1 when somebody is bound more strictly, for a check before a merge', false)
    .action((before, after, options) => diffCommand(before, after, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla diff agreement-2026.1.json agreement-2026.2.json',
        'lead-sla diff old.json new.json --lang de --format markdown > changes.md',
        'git show main:agreement.json | lead-sla diff - agreement.json --fail-on-breaking',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, and for breaking changes where that is asked for. */
async function diffCommand(old: string, now: string, options: DiffCommandOptions, { io, out }: Session): Promise<void> {
  checkStandardInput([old, now])
  const { agreement: before } = await readAgreement(old, io)
  const { agreement: after } = await readAgreement(now, io)
  const found = diff(before, after)
  const format = formats[options.format]
  if (format === null) {
    await out.write(`${JSON.stringify({ ...found, patch: patchOf(before.document, after.document) }, null, 2)}\n`)
  } else await out.write(renderChanges(before, after, { language: options.lang, format }))
  if (!options.failOnBreaking || !found.breaking) return
  const count = found.changes.filter(({ breaking }) => breaking).length
  throw new Failure(1, `${count === 1 ? '1 change binds' : `${count} changes bind`} somebody more strictly or otherwise`)
}
