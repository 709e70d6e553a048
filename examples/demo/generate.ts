/**
 * Writes the events of a made-up quarter: `npx tsx examples/demo/generate.ts` rewrites `events.ndjson.gz` beside this file
 * and prints what is in it. The same seed gives the same text everywhere; no clock is read and no chance but `dice.ts`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { arrivals, quarter } from './arrivals.ts'
import { dice } from './dice.ts'
import { type Line, plant, planted, type StreamEvent } from './faults.ts'
import { life } from './story.ts'
import { type Draft, instant } from './tape.ts'

const seed = 20260701
const usualLeads = 2310
const floodLeads = 90

/** The instant at which the demo looks back at the quarter. */
export const asOf = instant(quarter.to)

/** The whole stream as NDJSON, in the order in which the lines arrived. */
export function generate(): string {
  const drafts = arrivals(dice(seed), usualLeads, floodLeads).flatMap((lead, index) => life(lead, dice(seed, index + 1)))
  const told = drafts.filter((draft) => Math.max(draft.at, draft.recordedAt ?? 0) < quarter.to).sort((a, b) => a.at - b.at)
  const lines = plant(told.map(numbered), dice(seed, -1)).sort((a, b) => a.arrivesAt - b.arrivesAt)
  return lines.map((line) => `${JSON.stringify(line.event)}\n`).join('')
}

/** How often each type occurs, most frequent first. */
export function countByType(text: string): [string, number][] {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const { type } = JSON.parse(line) as StreamEvent
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Ids follow the order in which things happened, so that events of one second keep theirs. */
function numbered(draft: Draft, index: number): Line {
  const { lead, type, at, actor, data, recordedAt, offset } = draft
  const event: StreamEvent = {
    id: `e-${String(index + 1).padStart(6, '0')}`,
    lead,
    type,
    at: instant(at, offset),
    ...(recordedAt === undefined ? {} : { recordedAt: instant(recordedAt) }),
    actor,
    ...(data === undefined ? {} : { data }),
  }
  return { arrivesAt: recordedAt ?? at, event }
}

/** Compresses as the committed file is: gzip writes no time, and the byte that names the operating system says "unknown". */
function compress(text: string): Buffer {
  const packed = gzipSync(text, { level: 9 })
  packed[9] = 255
  return packed
}

function main(): void {
  const text = generate()
  const packed = compress(text)
  writeFileSync(new URL('./events.ndjson.gz', import.meta.url), packed)
  for (const [type, count] of countByType(text)) console.log(`${String(count).padStart(6)}  ${type}`)
  for (const [fault, count] of Object.entries(planted)) console.log(`${String(count).padStart(6)}  planted: ${fault}`)
  console.log(`${text.length} characters, ${packed.length} bytes packed`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
