import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { issueCodes } from '../src/errors.ts'
import { findingCodes } from '../src/finding.ts'
import { headings, sections } from './architecture/documents.ts'
import { cycleFindings, doorFindings, layerFindings } from './architecture/layers.ts'
import { print, type Source, source, sourcesBelow } from './architecture/source.ts'
import {
  bannedCallFindings,
  drawerFindings,
  exportAllFindings,
  isCore,
  mostLinesPerFile,
  mostLinesPerFunction,
  noteFindings,
  sizeFindings,
} from './architecture/style.ts'
import { filesBelow, readText, root } from './repository.ts'

const files = sourcesBelow('src')
const everyPath = ['src', 'test', 'docs', 'examples'].flatMap(filesBelow)
const writtenPaths = everyPath.filter((path) => /\.(ts|md|js|sh)$/.test(path))

const topLevel = [
  ...['.ci', '.gitignore', '.npmrc', 'CHANGELOG.md', 'LICENSE', 'README.md', 'biome.json', 'docs', 'examples'],
  ...['package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json', 'tsup.config.ts', 'vitest.config.ts'],
]
const ignored = /^(\.git|node_modules|dist|coverage|\.DS_Store|.*\.tgz|.*\.log)$/

describe('the sources', () => {
  test('import only from their own layer and those before it', () => expect(print(layerFindings(files))).toEqual([]))
  test('let each package in through its one door', () => expect(print(doorFindings(files))).toEqual([]))
  test('have no circles of imports', () => expect(print(cycleFindings(files))).toEqual([]))
  test('call nothing ambient in the core', () => expect(print(bannedCallFindings(files.filter(isCorePath)))).toEqual([]))
  test('list every export by name', () => expect(print(exportAllFindings(files))).toEqual([]))
  test('stay small', () => expect(print(sizeFindings(files))).toEqual([]))
})

describe('the repository', () => {
  test('has no drawer files', () => expect(print(drawerFindings(everyPath))).toEqual([]))
  test('leaves no notes to itself', () => {
    expect(print(writtenPaths.flatMap((path) => noteFindings(path, readText(path))))).toEqual([])
  })
  test('holds at its top only what is listed here', () => {
    const present = readdirSync(root).filter((name) => !ignored.test(name))
    expect(present.filter((name) => !topLevel.includes(name))).toEqual([])
  })
})

describe('docs/errors.md', () => {
  const page = everyPath.includes('docs/errors.md') ? readText('docs/errors.md') : ''

  test('has a section for each code and no other', () => {
    expect([...headings(page)].sort()).toEqual([...issueCodes, ...findingCodes].sort())
  })
  test('provokes each code in its section', () => {
    const silent = [...sections(page)].filter(([code, text]) => !fencesOf(text).some((fence) => fence.includes(code)))
    expect(silent.map(([code]) => `${code}: show an example in a fence that ends in this code`)).toEqual([])
  })
})

describe('the checks themselves', () => {
  const at = (path: string, text: string): Source => source(`src/${path}`, text)
  const lines = (count: number): string => 'count++\n'.repeat(count)

  test.each([
    ['time/a.ts', `import { b } from '../clock/b.ts'`],
    ['time/a.ts', `export type { B } from '../clock/b.ts'`],
    ['time/a.ts', `const b = await import('../clock/b.ts')`],
    ['time/a.ts', `let b: import('../clock/b.ts').B`],
    ['clock/a.ts', `import { b } from '../cli/b.ts'`],
    ['errors.ts', `import { b } from './time/b.ts'`],
    ['clock.ts', `import { b } from './conditions/b.ts'`],
    ['index.ts', `import { b } from './cli/b.ts'`],
    ['testing/a.ts', `import { b } from '../cli/b.ts'`],
    ['clock/a.ts', `import { b } from '../index.ts'`],
    ['report/a.ts', `import manifest from '../../package.json'`],
    ['drawer/a.ts', ''],
  ])('an import against the order is found: %s: %s', (path, text) => expect(layerFindings([at(path, text)])).toHaveLength(1))

  test.each([
    ['clock/a.ts', `import { b } from '../time/b.ts'`],
    ['clock/a.ts', `import { b } from './b.ts'`],
    ['cli/a.ts', `import manifest from '../../package.json'`],
    ['testing/a.ts', `import { b } from '../periods/b.ts'`],
  ])('an import along the order is not: %s: %s', (path, text) => expect(layerFindings([at(path, text)])).toEqual([]))

  test.each([
    ['clock/calendar.ts', `import { formatInTimeZone } from 'date-fns-tz'`],
    ['conditions/compile.ts', `import { Engine } from 'json-rules-engine'`],
    ['clock/zone.ts', `import * as z from 'zod/mini'`],
    ['agreement/agreement.ts', `import * as z from 'zod'`],
    ['agreement/agreement.ts', `import { readFileSync } from 'node:fs'`],
    ['adapters/date-format.ts', `import { format } from 'date-fns'`],
    ['time/duration.ts', `import { format } from 'date-fns/format'`],
    ['adapters/csv.ts', `import { Transform } from 'stream'`],
    ['adapters/csv.ts', `import { readFile } from 'fs/promises'`],
    ['cli/table.ts', `import chalk from 'chalk'`],
    ['report/table.ts', `import { Command } from 'commander'`],
  ])('a package past its door is found: %s: %s', (path, text) => expect(doorFindings([at(path, text)])).toHaveLength(1))

  test.each([
    ['clock/zone.ts', `import { formatInTimeZone } from 'date-fns-tz'`],
    ['adapters/csv.ts', `import { parse } from 'csv-parse/sync'`],
    ['cli/main.ts', `import { readFileSync } from 'node:fs'`],
    ['adapters/date-format.ts', `import { format } from 'date-fns/format'`],
  ])('a package in its door is not: %s: %s', (path, text) => expect(doorFindings([at(path, text)])).toEqual([]))

  test('a circle is found once, an import of types included', () => {
    const a = at('time/a.ts', `import { b } from './b.ts'`)
    const b = at('time/b.ts', `import type { C } from './c.ts'`)
    const c = at('time/c.ts', `export { a } from './a.ts'`)
    expect(print(cycleFindings([a, b, c]))).toEqual([
      'src/time/c.ts:1: circle src/time/a.ts → src/time/b.ts → src/time/c.ts → src/time/a.ts; move what both need into a third file',
    ])
    expect(cycleFindings([a, b, at('time/c.ts', '')])).toEqual([])
  })

  test.each([
    ...['Date.now()', 'now(Date.now)', 'new Date()', 'new Date', 'Date()', 'new Date(2026, 0, 1)', 'performance.now()'],
    ...['at.getHours()', 'at.getMonth()', 'at.setDate(1)', 'at.getTimezoneOffset()', 'at.toLocaleString()', 'a.localeCompare(b)'],
    ...[
      'Math.random()',
      'process.env.TZ',
      'process.cwd()',
      'console.log(1)',
      'globalThis.console.log(1)',
      'new Intl.NumberFormat()',
    ],
  ])('an ambient call is found: %s', (text) => expect(bannedCallFindings([at('time/a.ts', text)])).toHaveLength(1))

  test.each([
    ...['new Date(0)', 'new Date(text)', 'at.getTime()', 'at.getUTCHours()', 'Date.UTC(2026, 0)', 'Date.parse(text)'],
    ...[`new Intl.NumberFormat('en')`, `'Date.now()'`, '// Date.now() is ambient', 'this.getUTCDay()'],
  ])('a call with its argument is not: %s', (text) => expect(bannedCallFindings([at('time/a.ts', text)])).toEqual([]))

  test('the command and the durable engines may be ambient', () => {
    expect(['src/time/a.ts', 'src/index.ts', 'src/cli/a.ts', 'src/durable/a.ts'].filter(isCore)).toEqual([
      'src/time/a.ts',
      'src/index.ts',
    ])
  })

  test('drawers, stars and notes are found', () => {
    expect(drawerFindings(['src/time/utils.ts', 'test/helpers.test.ts', 'src/clock/zone.ts'])).toHaveLength(2)
    expect(
      exportAllFindings([at('index.ts', `export * from './a.ts'\nexport * as b from './b.ts'\nexport { c } from './c.ts'`)]),
    ).toHaveLength(2)
    expect(noteFindings('a.md', `Done.\n${'todo'.toUpperCase()} later`)).toHaveLength(1)
  })

  test('a file and a function are measured to the line', () => {
    const body = (count: number): string => `function name() {\n${lines(count - 2)}}\n`
    expect(sizeFindings([at('a.ts', lines(mostLinesPerFile)), at('b.ts', body(mostLinesPerFunction))])).toEqual([])
    expect(sizeFindings([at('a.ts', lines(mostLinesPerFile + 1)), at('b.ts', body(mostLinesPerFunction + 1))])).toHaveLength(2)
    expect(sizeFindings([at('d.ts', `function name() {\n${body(40)}${body(40)}}\n`)])).toEqual([])
    expect(sizeFindings([at('c.ts', `const name = () => {\n${lines(mostLinesPerFunction)}}\n`)])).toHaveLength(1)
  })

  test('a section is a heading that is a code, with the text below it', () => {
    const page = '# Errors\n\n## Shape\n\n### `wrong-type`\n\nText\n\n```js\n# not-a-heading\n```\n\n## missing-key\nMore\n'
    expect(headings(page)).toEqual(['wrong-type', 'missing-key'])
    expect(sections(page).get('missing-key')).toBe('More\n')
  })
})

function isCorePath(file: Source): boolean {
  return isCore(file.path)
}

function fencesOf(text: string): string[] {
  return text.match(/^```.*?^```/gms) ?? []
}
