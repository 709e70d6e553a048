/** `lead-sla init`: a folder with an agreement to start from, the reasons for its numbers, and what happened under it. */
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { nearest } from '../errors.ts'
import { type Template, type TemplateName, template, templateNames } from '../templates/catalogue.ts'
import { type Language, languages } from '../writing/languages.ts'
import { Failure, unwritable } from './failure.ts'
import type { Session } from './output.ts'
import { startPage } from './start-page.ts'

interface InitOptions {
  readonly template?: string
  readonly lang: Language
  readonly out?: string
  readonly force: boolean
}

/** Adds the command to the program. */
export function addInit(program: Command, session: Session): void {
  program
    .command('init')
    .description('an agreement to start from, with an example of what happens under it; without a template, their list')
    .option('--template <name>', 'which one')
    .addOption(new Option('--lang <language>', 'the language of its words').choices(Object.keys(languages)).default('en'))
    .option('--out <folder>', 'where to write it; a folder of the name of the template when left out')
    .option('--force', 'write over files that are there', false)
    .action((options) => initCommand(options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla init',
        'lead-sla init --template b2b-inbound',
        'lead-sla init --template product-led --lang de --out sla',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

/** **Errors** throws a `Failure` with the status 2: for a template that there is not, and for files that are there already. */
async function initCommand({ template: wanted, lang, out: folder, force }: InitOptions, { out }: Session): Promise<void> {
  if (wanted === undefined) return out.write(listOf(lang))
  const name = templateNames.find((each) => each === wanted)
  if (!name) {
    const known = nearest(wanted, templateNames)
    throw new Failure(
      2,
      `--template: there is no template ${wanted}; is it ${known[0] ?? ''}? There are: ${templateNames.join(', ')}`,
    )
  }
  const chosen = template(name, { lang })
  const target = folder ?? name
  await write(target, filesOf(chosen, lang, target), force)
  await out.write(`${target}: ${Object.keys(filesOf(chosen, lang, target)).join(', ')}\n`)
}

function listOf(lang: Language): string {
  const longest = Math.max(...templateNames.map((name) => name.length))
  const lines = templateNames.map((name: TemplateName) => `${name.padEnd(longest)}  ${template(name, { lang }).title}`)
  const hint = lang === 'de' ? 'So legen Sie eine an' : 'To write one'
  return `${lines.join('\n')}\n\n${hint}: lead-sla init --template ${templateNames[0]} --lang ${lang}\n`
}

function filesOf(chosen: Template, lang: Language, folder: string): Readonly<Record<string, string>> {
  return {
    'agreement.json': `${JSON.stringify(chosen.agreement, null, 2)}\n`,
    'events.ndjson': chosen.events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    'README.md': startPage(chosen, lang, folder),
  }
}

/** Nothing is written where one of the files is there already: a start is never half of one. */
async function write(folder: string, files: Readonly<Record<string, string>>, force: boolean): Promise<void> {
  const paths = Object.entries(files).map(([name, text]) => ({ path: join(folder, name), text }))
  for (const { path } of paths) {
    if (!force && (await isThere(path))) throw new Failure(2, `${path}: it is there already; --force writes over it`)
  }
  let at = folder
  try {
    await mkdir(folder, { recursive: true })
    for (const { path, text } of paths) {
      at = path
      await writeFile(path, text, { flag: force ? 'w' : 'wx' })
    }
  } catch (error) {
    throw unwritable(at, error)
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
