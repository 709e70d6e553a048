/** What it costs to put a million states down and to have them again, beside JSON. */
import { init, type LeadState, restore, snapshotParts, stepMany } from '../../src/index.ts'
import { agreement, eventsOfLead } from './evaluate.ts'
import type { BenchRow } from './row.ts'

/** So many leads are folded, and each of their states is taken so many times: a million at once would not fit beside their JSON. */
const leads = 50_000
const times = 20
const rounds = 3

/** **Units** milliseconds of the processor, with those of the garbage collector, of all states. */
interface Cost {
  stringify: number
  parse: number
  snapshot: number
  restore: number
  read: number
}

/** Returns how many times faster a snapshot is, with states that hold no window and states that hold one. Takes minutes. */
export function benchSnapshot(): BenchRow[] {
  return [...rowsOf('bare states', { window: { ms: 0, count: 0 } }), ...rowsOf('states with a window of events', {})]
}

function rowsOf(name: string, options: Parameters<typeof init>[2]): BenchRow[] {
  const states = Array.from({ length: leads }, (_, index) => {
    // Leads at every stage of their lives.
    const events = eventsOfLead(index).slice(0, 1 + (index % 5))
    return stepMany(agreement, init(agreement, `L-${index}`, options), events).state
  })
  const none = Number.POSITIVE_INFINITY
  const best: Cost = { stringify: none, parse: none, snapshot: none, restore: none, read: none }
  let [jsonBytes, bytes] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    jsonBytes = throughJson(states, best)
    bytes = throughSnapshot(states, best)
  }
  const us = (ms: number): string => ((ms * 1_000) / (leads * times)).toFixed(2)
  const json = best.stringify + best.parse
  const sizes = `${Math.round(jsonBytes / leads / times)} and ${Math.round(bytes / leads / times)} bytes a lead`
  return [
    {
      name: `snapshot: JSON.stringify and parse / snapshot and restore, ${name}`,
      ratio: json / (best.snapshot + best.restore),
      notes: `${us(json)} and ${us(best.snapshot + best.restore)} µs a lead, ${sizes}; states are made when they are read`,
    },
    {
      name: `snapshot: the same, and every state read, ${name}`,
      ratio: json / (best.snapshot + best.restore + best.read),
      notes: `${us(best.snapshot + best.restore + best.read)} µs a lead, of ${leads * times} leads`,
    },
    {
      name: `snapshot: JSON.stringify / snapshot, ${name}`,
      ratio: best.stringify / best.snapshot,
      notes: `${us(best.stringify)} and ${us(best.snapshot)} µs a lead`,
    },
    {
      name: `snapshot: JSON.parse / restore and every state read, ${name}`,
      ratio: best.parse / (best.restore + best.read),
      notes: `${us(best.parse)} and ${us(best.restore)} + ${us(best.read)} µs a lead`,
    },
  ]
}

function* repeated(states: readonly LeadState[]): Generator<LeadState, void, undefined> {
  for (let time = 0; time < times; time++) yield* states
}

function throughJson(states: readonly LeadState[], best: Cost): number {
  const texts: string[] = []
  let open = 0
  measure(best, 'stringify', () => {
    for (const state of repeated(states)) texts.push(JSON.stringify(state))
  })
  measure(best, 'parse', () => {
    for (const text of texts) open += (JSON.parse(text) as LeadState).head?.open?.length ?? 0
  })
  check(open)
  return texts.reduce((sum, text) => sum + text.length, 0)
}

function throughSnapshot(states: readonly LeadState[], best: Cost): number {
  let parts: Uint8Array[] = []
  let restored: Iterable<LeadState> = []
  let open = 0
  measure(best, 'snapshot', () => {
    parts = [...snapshotParts(repeated(states))]
  })
  measure(best, 'restore', () => {
    const found = restore(parts, { agreement })
    if (found.ok) restored = found.value
  })
  measure(best, 'read', () => {
    for (const state of restored) open += state.head?.open?.length ?? 0
  })
  check(open)
  return parts.reduce((sum, part) => sum + part.length, 0)
}

function measure(best: Cost, what: keyof Cost, work: () => void): void {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  best[what] = Math.min(best[what], (user + system) / 1_000)
}

function check(open: number): void {
  if (open < leads) throw new Error(`only ${open} open clocks`)
}
