import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, root } from '../repository.ts'

/** One fenced block of a page: what stands behind the backticks, the line its text begins on, and the text. */
export interface Fence {
  readonly path: string
  readonly line: number
  readonly language: string
  /** `continue`: shares the program of the fence before; `no-run`: only read; `file=NAME`: also written for the shell. */
  readonly marks: readonly string[]
  readonly text: string
}

/** Returns the pages whose fences run: the README and everything below docs/. */
export function pages(): string[] {
  const readme = existsSync(join(root, 'README.md')) ? ['README.md'] : []
  return [...readme, ...filesBelow('docs').filter((path) => path.endsWith('.md'))]
}

export function fencesOf(path: string, text: string): Fence[] {
  const found: Fence[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const opening = /^(\s*)(`{3,})([^`]*)$/.exec(lines[index] ?? '')
    if (!opening) continue
    const [, indent = '', ticks = '', info = ''] = opening
    const first = index + 1
    const length = lines.slice(first).findIndex((line) => line.trim() === ticks)
    if (length < 0) throw new Error(`${path}:${first}: a fence without an end`)
    const [language = '', ...marks] = info.trim().split(/\s+/)
    const body = lines.slice(first, first + length).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    found.push({ path, line: first + 1, language, marks, text: body.join('\n') })
    index = first + length
  }
  return found
}

const knownMarks = /^(continue|no-run|file=[\w./-]+)$/
const runnable = new Set(['ts', 'js', 'json', 'jsonc', 'ndjson', 'sh', 'console', 'text'])

/** Returns what keeps a fence from being run as its language says, or nothing. */
export function complaint(fence: Fence): string | undefined {
  const unknown = fence.marks.find((mark) => !knownMarks.test(mark))
  if (unknown !== undefined) return `unknown mark ${unknown}; known: continue, no-run, file=NAME`
  if (runnable.has(fence.language) || fence.marks.length > 0) return undefined
  return `no runner for ${fence.language || 'a fence without a language'}; use ${[...runnable].join(', ')} or mark it no-run`
}
