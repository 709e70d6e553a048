/** What the command costs, as a process of its own, beside the least that anybody pays who reads a file of events. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { agreement, asOf, eventsOfLead, leads } from './evaluate.ts'
import type { BenchRow } from './row.ts'

/** Each lead comes so many times under other names: a million lines in all. */
const copies = 5
const rounds = 3

/** What everybody writes who wants the events of a file. */
const loop = `
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
let events = 0
for await (const line of createInterface({ input: createReadStream(process.argv[2]), crlfDelay: Infinity })) {
  if (JSON.parse(line).id !== '') events++
}
console.log(events)
`

/** Makes a process say at its end how much of the processor it used, in milliseconds of all its threads. */
const meter = `
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('\\ncpu ' + (user + system) / 1_000 + '\\n')
})
`

interface Cost {
  elapsedMs: number
  cpuMs: number
}

/** Returns what one job costs beside that loop, and two beside one. Takes minutes, and 200 MB of the disk. */
export function benchCommand(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'lead-sla-bench-'))
  try {
    const [events = '', document = '', reader = '', metered = ''] = [
      'events.ndjson',
      'agreement.json',
      'loop.mjs',
      'meter.mjs',
    ].map((name) => join(folder, name))
    const command = builtCommand(folder)
    writeFileSync(reader, loop)
    writeFileSync(metered, meter)
    writeFileSync(document, JSON.stringify(agreement.document))
    const lines = writeEvents(events)
    const evaluate = (jobs: number) => [command, 'evaluate', document, events, '--as-of', asOf, '--jobs', `${jobs}`]
    const calls = [[reader, events], evaluate(1), evaluate(2)]
    const best = calls.map((): Cost => ({ elapsedMs: Number.POSITIVE_INFINITY, cpuMs: Number.POSITIVE_INFINITY }))
    for (let round = 0; round < rounds; round++) {
      for (const [index, call] of calls.entries()) {
        const { elapsedMs, cpuMs } = costOf(['--import', metered, ...call])
        const least = best[index] as Cost
        best[index] = { elapsedMs: Math.min(least.elapsedMs, elapsedMs), cpuMs: Math.min(least.cpuMs, cpuMs) }
      }
    }
    return rowsOf(best as [Cost, Cost, Cost], lines)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowsOf([reading, one, two]: readonly [Cost, Cost, Cost], lines: number): BenchRow[] {
  const seconds = ({ elapsedMs, cpuMs }: Cost): string =>
    `${(elapsedMs / 1_000).toFixed(1)} s (cpu ${(cpuMs / 1_000).toFixed(1)} s)`
  return [
    {
      name: 'command: evaluate with one job / a loop that reads the lines and parses them',
      ratio: one.elapsedMs / reading.elapsedMs,
      notes: `${lines} lines: ${seconds(one)} to ${seconds(reading)}; of cpu ${(one.cpuMs / reading.cpuMs).toFixed(2)}`,
    },
    {
      name: 'command: one job / two jobs',
      ratio: one.elapsedMs / two.elapsedMs,
      notes: `${seconds(one)} to ${seconds(two)}, on ${availableParallelism()} cores; of cpu ${(one.cpuMs / two.cpuMs).toFixed(2)}`,
    },
  ]
}

/** Builds the command into a folder as the package has it, from the sources of this very run. */
function builtCommand(folder: string): string {
  const entries = ['cli=src/cli/main.ts', 'worker=src/cli/jobs/worker.ts']
  const options = ['--bundle', '--splitting', '--platform=node', '--format=esm', '--target=node20', '--packages=external']
  run(resolve('node_modules/.bin/esbuild'), [...entries, ...options, `--outdir=${folder}`, '--log-level=error'])
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return join(folder, 'cli.js')
}

/** Writes the events in the order in which they happened, and returns their number. */
function writeEvents(path: string): number {
  const events = Array.from({ length: leads }, (_, index) => eventsOfLead(index)).flat()
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const file = openSync(path, 'w')
  for (let from = 0; from < events.length; from += 1_000) {
    const lines = events.slice(from, from + 1_000).flatMap((event) =>
      Array.from({ length: copies }, (_, copy) => {
        const { id, lead } = event
        return `${JSON.stringify({ ...event, id: `${copy}${id}`, lead: `${copy}${lead}` })}\n`
      }),
    )
    writeSync(file, lines.join(''))
  }
  closeSync(file)
  return events.length * copies
}

function costOf(call: readonly string[]): Cost {
  const start = performance.now()
  const said = run(process.execPath, ['--max-old-space-size=6144', ...call])
  return { elapsedMs: performance.now() - start, cpuMs: Number(/\ncpu ([\d.]+)\n/.exec(said)?.[1]) }
}

/** Returns what a program wrote to standard error. */
function run(program: string, call: readonly string[]): string {
  const { status, stderr } = spawnSync(program, call, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stderr
}
