import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../repository.ts'
import type { Fence } from './fences.ts'

/** One line of a shell fence that is run, with the output the page shows below it. */
export interface Command {
  readonly path: string
  readonly line: number
  readonly command: string
  readonly output: string
}

/** Returns the commands of a fence: lines that begin with `$ `, `lead-sla` or `npx lead-sla`, `\` at an end joining the next. */
export function commandsOf({ path, line, text }: Fence): Command[] {
  const found: { path: string; line: number; command: string; output: string[] }[] = []
  let joins = false
  for (const [index, raw] of text.split('\n').entries()) {
    const last = found.at(-1)
    const command = /^(?:\$ (.*)|((?:npx )?lead-sla\b.*))$/.exec(raw)
    if (joins && last) last.command += `\n${raw}`
    else if (command) found.push({ path, line: line + index, command: command[1] ?? command[2] ?? '', output: [] })
    else if (last) last.output.push(raw)
    else if (raw.trim() !== '')
      throw new Error(`${path}:${line + index}: no command of lead-sla; begin it with "$ " or mark the fence no-run`)
    joins = (joins || command !== null) && raw.endsWith('\\')
  }
  return found.map(({ output, ...rest }) => ({ ...rest, output: output.join('\n').trim() }))
}

/** The folder the commands of one page run in, with the page's files, `examples/` and a `lead-sla` made of the sources. */
export class Folder {
  readonly #path = mkdtempSync(join(tmpdir(), 'lead-sla-docs-'))
  #status = 0

  constructor() {
    mkdirSync(join(this.#path, '.bin'))
    symlinkSync(join(root, 'examples'), join(this.#path, 'examples'))
    const loader = join(root, 'node_modules/tsx/dist/loader.mjs')
    this.#program('lead-sla', `exec "${process.execPath}" --import "${loader}" "${join(root, 'src/cli/main.ts')}" "$@"`)
    this.#program('npx', 'exec "$@"')
  }

  #program(name: string, line: string): void {
    writeFileSync(join(this.#path, '.bin', name), `#!/bin/sh\n${line}\n`)
    chmodSync(join(this.#path, '.bin', name), 0o755)
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.#path, name)), { recursive: true })
    writeFileSync(join(this.#path, name), `${text}\n`)
  }

  /** Runs one command; `$?` is the status of the one before. Returns both streams in one text. */
  run(command: string): { status: number; output: string } {
    const env = { ...process.env, PATH: `${join(this.#path, '.bin')}${delimiter}${process.env.PATH}`, NO_COLOR: '1', TZ: 'UTC' }
    const ran = spawnSync('bash', ['-c', `exec 2>&1\n(exit ${this.#status})\n${command}`], {
      cwd: this.#path,
      env,
      encoding: 'utf8',
      input: '',
    })
    this.#status = ran.status ?? 1
    return { status: this.#status, output: ran.stdout }
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true })
  }
}

/** Tells whether an output is the expected one; `…` stands for any text in a line, alone on a line for any lines. */
export function matches(output: string, expected: string): boolean {
  const pattern = lines(expected)
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escaped).join('.*')}\\n`))
    .join('')
  return new RegExp(`^${pattern}$`).test(`${lines(output).join('\n')}\n`)
}

function lines(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
