import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { withAssertions } from '../docs/assertions.ts'
import { type Program, programsOf } from '../docs/programs.ts'
import { readText, root } from '../repository.ts'

/**
 * Packs the package, installs it into an empty folder as a stranger would, and runs the README there:
 * as ES modules, as CommonJS and through the type checker under both resolutions, then the command itself.
 */

const folder = mkdtempSync(join(tmpdir(), 'lead-sla-consumer-'))
const programs = programsOf('README.md')
let failures = 0

function step(name: string, command: string, args: readonly string[], cwd = folder): string {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8' })
  const failed = ran.status !== 0
  if (failed) failures++
  console.log(`${failed ? 'FAIL' : 'ok  '} ${name}`)
  if (failed) console.log([ran.error?.message, ran.stdout, ran.stderr].filter(Boolean).join('\n').trimEnd())
  return ran.stdout ?? ''
}

function expectThat(name: string, holds: boolean, otherwise: string): void {
  if (!holds) failures++
  console.log(holds ? `ok   ${name}` : `FAIL ${name}\n${otherwise}`)
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

function transpiled(text: string, module: ts.ModuleKind): string {
  const compilerOptions = { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true }
  return ts.transpileModule(text, { compilerOptions }).outputText
}

/** CommonJS has no `await` outside a function, so the whole script stands in one. */
function asCommonJs(text: string): string {
  const fail = '(error) => { console.error(error); process.exitCode = 1 }'
  return `(async () => {\n${transpiled(text, ts.ModuleKind.CommonJS)}\n})().catch(${fail})\n`
}

function packAndInstall(): void {
  step('npm pack', 'npm', ['pack', '--silent', '--pack-destination', folder], root)
  const [archive = ''] = readdirSync(folder)
  const files = step('list the archive', 'tar', ['-tzf', archive]).split('\n')
  const wanted = [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/cli.js',
    'dist/agreement.schema.json',
    'dist/index.d.cts',
    'dist/clock.cjs',
  ]
  const missing = wanted.filter((name) => !files.includes(`package/${name}`))
  const foreign = files.filter((name) => !/^(package\/(dist\/|examples\/demo\/|[A-Za-z]+\.(md|json)$|LICENSE$)|$)/.test(name))
  expectThat('the archive holds what is needed', missing.length === 0, `missing: ${missing.join(', ')}`)
  expectThat('the archive holds nothing else', foreign.length === 0, `foreign: ${foreign.join(', ')}`)
  write('package.json', '{ "private": true }')
  step('npm install into an empty folder', 'npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `./${archive}`])
}

/** The entries that need nothing, and those that need a package of one's own. */
const entries = [
  'lead-sla',
  'lead-sla/clock',
  'lead-sla/calendars',
  'lead-sla/engine',
  'lead-sla/writing',
  'lead-sla/templates',
  'lead-sla/insight',
  'lead-sla/report',
]
const withPeer = {
  'lead-sla/holidays': 'date-holidays',
  'lead-sla/icalendar': 'ical.js',
  'lead-sla/opening-hours': 'opening_hours',
}

/** Puts the packages beside lead-sla that somebody has to install for the other entries; without one its entry says so. */
function linkPeers(): void {
  for (const [entry, peer] of Object.entries(withPeer)) {
    const asked = `import('${entry}').catch((error) => console.log(error.message.includes('${peer}')))`
    const isNamed = step(`import '${entry}' without ${peer}`, 'node', ['-e', asked]).trim() === 'true'
    expectThat(`${entry} names the package that it needs`, isNamed, 'another error or none')
    symlinkSync(join(root, 'node_modules', peer), join(folder, 'node_modules', peer))
  }
}

function runEntries(list: readonly string[]): void {
  for (const entry of list) {
    const names = `JSON.stringify(Object.keys(entry).filter((name) => name !== 'default' && name !== 'module.exports').sort())`
    const esm = step(`import '${entry}'`, 'node', [
      '--input-type=module',
      '-e',
      `import * as entry from '${entry}'; console.log(${names})`,
    ])
    const cjs = step(`require('${entry}')`, 'node', ['-e', `const entry = require('${entry}'); console.log(${names})`])
    expectThat(`${entry} has the same names in both formats`, esm === cjs && esm.length > 4, `import: ${esm}require: ${cjs}`)
  }
}

function compareEntries(): void {
  const same = `console.log(require('lead-sla').LeadSlaError === require('lead-sla/clock').LeadSlaError)`
  expectThat(
    'both entries share one LeadSlaError',
    step('compare the entries', 'node', ['-e', same]).trim() === 'true',
    'two classes',
  )
  step("require('lead-sla/agreement.schema.json')", 'node', ['-p', `require('lead-sla/agreement.schema.json').type`])
}

function runProgram(program: Program): void {
  const name = `README-${program.line}`
  const checked = withAssertions(program)
  const importing = (file: string): string => `import * as docsCheck from './${file}'\n${checked}`
  step(`README.md:${program.line} as an ES module`, 'node', [
    write(`${name}.mjs`, transpiled(importing('check.mjs'), ts.ModuleKind.ESNext)),
  ])
  step(`README.md:${program.line} as CommonJS`, 'node', [write(`${name}.cjs`, asCommonJs(importing('check.cjs')))])
}

function checkTypes(): void {
  const all = [...entries, ...Object.keys(withPeer)]
  const everything = `${all.map((entry, index) => `import * as entry${index} from '${entry}'`).join('\n')}\nexport const every = [${all.map((_, index) => `entry${index}`).join(', ')}]\n`
  for (const extension of ['ts', 'mts', 'cts']) {
    write(`entries.${extension}`, everything)
    for (const { language, line, text } of programs) {
      const isChecked = language === 'ts' && !(extension === 'cts' && /\bawait\b/.test(text))
      if (isChecked) write(`README-${line}.${extension}`, `${text}\nexport {}\n`)
    }
  }
  const shared = {
    ...{ target: 'es2022', lib: ['es2023'], strict: true, exactOptionalPropertyTypes: true, noEmit: true },
    ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
  }
  const resolutions = [
    { name: 'node16', module: 'node16', include: ['*.mts', '*.cts'] },
    { name: 'bundler', module: 'esnext', include: ['*.ts'] },
  ]
  for (const { name, module, include } of resolutions) {
    const config = { compilerOptions: { ...shared, module, moduleResolution: name }, include }
    write(`tsconfig.${name}.json`, JSON.stringify(config))
    step(`types under moduleResolution ${name}`, 'node', [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      `tsconfig.${name}.json`,
    ])
  }
}

packAndInstall()
runEntries(entries)
linkPeers()
runEntries(Object.keys(withPeer))
compareEntries()
write('check.mjs', transpiled(readText('test/docs/check.ts'), ts.ModuleKind.ESNext))
write('check.cjs', transpiled(readText('test/docs/check.ts'), ts.ModuleKind.CommonJS))
for (const program of programs) runProgram(program)
checkTypes()
step('npx lead-sla demo', 'npx', ['--no-install', 'lead-sla', 'demo'])
expectThat('the README has programs', programs.length > 0, 'no ts or js fence ran')
rmSync(folder, { recursive: true, force: true })
console.log(failures === 0 ? `${programs.length} README programs ran from the packed package` : `${failures} steps failed`)
process.exitCode = failures === 0 ? 0 : 1
