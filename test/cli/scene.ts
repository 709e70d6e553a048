import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/command.ts'
import type { StartThread } from '../../src/cli/jobs/thread.ts'
import { agreement, events } from './agreement.ts'

export interface Called {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface CallOptions {
  readonly stdin?: string | Uint8Array
  readonly columns?: number
  readonly isTTY?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** How jobs begin; in threads unless something else is said. */
  readonly startThread?: StartThread
}

/** A folder with files, in which the command is called without a process of its own. */
export class Scene {
  readonly folder = mkdtempSync(join(tmpdir(), 'lead-sla-cli-'))

  /** Writes the small agreement and its events. */
  constructor() {
    this.write('agreement.json', JSON.stringify(agreement, null, 2))
    this.write('events.ndjson', ndjson(events))
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content)
    return name
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Calls the command. Arguments that begin with `@` are files of the folder, and its path is left out of what is printed. */
  async call(line: string | readonly string[], options: CallOptions = {}): Promise<Called> {
    const { stdin = '', columns, isTTY = false, env = {}, startThread } = options
    const args = (typeof line === 'string' ? line.split(' ') : line).map((each) =>
      each.startsWith('@') ? this.path(each.slice(1)) : each,
    )
    const out = new Sink(isTTY, columns)
    const err = new Sink(isTTY, columns)
    const io = { stdin: Readable.from([Buffer.from(stdin)]), stdout: out, stderr: err, env }
    const status = await main(args, startThread ? { ...io, startThread } : io)
    const short = (text: string): string => text.replaceAll(`${this.folder}/`, '')
    return { status, out: short(out.text), err: short(err.text) }
  }
}

/** A stream that keeps what is written to it. */
export class Sink extends Writable {
  text = ''
  constructor(
    readonly isTTY = false,
    readonly columns?: number,
  ) {
    super()
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

export function ndjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}
