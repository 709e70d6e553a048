import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { filesBelow, readText, root } from '../repository.ts'
import { readDocuments } from './documents.ts'
import { complaint, type Fence, fencesOf, pages } from './fences.ts'
import { moduleOf } from './modules.ts'
import { type Program, programsOf } from './programs.ts'
import { commandsOf, Folder, matches } from './shell.ts'
import { typeErrors } from './type-check.ts'

const sources = filesBelow('src').filter((path) => path.endsWith('.ts'))
const withExamples = sources.filter((path) => /@example/.test(readText(path)))
const programs = new Map([...pages(), ...withExamples].map((path) => [path, programsOf(path)]))

describe.each([...programs])('%s', (path, found) => {
  for (const program of found) test(`line ${program.line} runs`, () => run(program))
  if (path.endsWith('.md')) checkFences(fencesOf(path, readText(path)))
})

test('every example passes the type checker', { timeout: 60_000 }, () => {
  expect(typeErrors([...programs.values()].flat())).toEqual([])
})

test('links between pages lead to a file', () => {
  const broken = pages().flatMap((path) =>
    [...readText(path).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)]
      .filter(([, target = '']) => !existsSync(join(root, dirname(path), target)))
      .map(([, target]) => `${path}: ${target} does not exist`),
  )
  expect(broken).toEqual([])
})

async function run(program: Program): Promise<void> {
  try {
    await import(/* @vite-ignore */ moduleOf(program))
  } catch (error) {
    const where = `${program.path}:`
    if (error instanceof Error && !error.message.startsWith(where)) error.message = `${where}${program.line}: ${error.message}`
    throw error
  }
}

function checkFences(fences: readonly Fence[]): void {
  test('has only fences that can run', () => {
    const complaints = fences.map((fence) => [fence, complaint(fence)] as const).filter(([, text]) => text !== undefined)
    expect(complaints.map(([fence, text]) => `${fence.path}:${fence.line}: ${text}`)).toEqual([])
  })
  for (const fence of fences.filter(({ language }) => /^(jsonc?|ndjson)$/.test(language))) {
    test(`line ${fence.line} is ${fence.language}`, () => readDocuments(fence))
  }
  const shells = shellsOf(fences)
  if (shells.length > 0 && !isRunInEnglish(fences)) checkShells(fences, shells)
}

function shellsOf(fences: readonly Fence[]): readonly Fence[] {
  return fences.filter(({ language, marks }) => /^(sh|console)$/.test(language) && !marks.includes('no-run'))
}

/** Tells whether a German page has the very commands and files of the English one: those are run there, and once is enough. */
function isRunInEnglish(fences: readonly Fence[]): boolean {
  const path = fences[0]?.path ?? ''
  const english = path.replace(/^docs\/de\//, 'docs/')
  if (english === path || !existsSync(join(root, english))) return false
  const told = (page: readonly Fence[]): string[] => {
    const files = page.filter(({ marks }) => marks.some((mark) => mark.startsWith('file=')))
    return [...files, ...shellsOf(page)].map(({ language, marks, text }) => [language, ...marks, text].join(' '))
  }
  return JSON.stringify(told(fences)) === JSON.stringify(told(fencesOf(english, readText(english))))
}

function checkShells(fences: readonly Fence[], shells: readonly Fence[]): void {
  const folder = new Folder()
  afterAll(() => folder.remove())
  for (const fence of fences) {
    const file = fence.marks.find((mark) => mark.startsWith('file='))
    if (file !== undefined) folder.write(file.slice('file='.length), fence.text)
  }
  for (const { path, line, command, output } of shells.flatMap(commandsOf)) {
    test(`line ${line}: ${command}`, { timeout: 60_000 }, () => {
      const ran = folder.run(command)
      if (output === '') expect(ran.status, `${path}:${line}: ${ran.output}`).toBe(0)
      else if (!matches(ran.output, output)) expect(ran.output.trimEnd(), `${path}:${line}`).toBe(output)
    })
  }
}
