import {
  type Agreement,
  type ClauseDocument,
  defineAgreement,
  evaluate,
  mergeAllTallies,
  type Tally,
  tally,
} from '../../src/index.ts'
import type { BenchRow } from './row.ts'

const leads = 60_000
const rounds = 9
const partitions = 1_000
const asOf = '2027-01-15T00:00:00Z'
const hours = ['09:00-17:00']
const segments = ['small', 'middle', 'enterprise', 'public']

/** Twenty clauses over the months of a year: numbers, sums and shares of four segments, and of all; two count clocks. */
function twentyClauses(): Record<string, ClauseDocument> {
  const clauses: Record<string, ClauseDocument> = {}
  for (const segment of [...segments, null]) {
    const when = segment === null ? {} : { when: { fact: 'lead', path: '$.segment', operator: 'equal', value: segment } }
    const mql = { enters: 'mql', ...when }
    const name = segment ?? 'all'
    const month = { per: 'month', clock: 'berlin' } as const
    clauses[`mqls-${name}`] = { kind: 'volume', owedBy: 'marketing', count: mql, target: 100, ...month }
    clauses[`pipeline-${name}`] = {
      ...{ kind: 'amount', owedBy: 'marketing', currency: 'EUR', target: 100_000, ...month },
      sum: { on: 'opportunity.created', path: '$.data.amountMinor', ...when },
    }
    clauses[`conversion-${name}`] = {
      ...{ kind: 'ratio', owedBy: 'sales', of: mql, that: { on: 'opportunity.created' } },
      ...{ maturity: 'P30D', per: 'month', atLeast: 0.1 },
    }
  }
  const counted = { calls: { on: 'call.connected' }, leads: { on: 'lead.created' }, qualified: { enters: 'qualified' } }
  for (const [name, count] of Object.entries(counted))
    clauses[name] = { kind: 'volume', owedBy: 'sales', count, per: 'month', target: 100, clock: 'berlin' }
  for (const per of ['month', 'quarter'] as const)
    clauses[`inTime-${per}`] = { kind: 'compliance', owedBy: 'sales', clause: 'reply', per, atLeast: 0.9 }
  return clauses
}

function agreementWith(clauses: Record<string, ClauseDocument>): Agreement {
  return defineAgreement({
    ...{ agreement: 'bench', version: '1', timeZone: 'Europe/Berlin', effective: { from: '2026-01-01' } },
    parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
    calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } } },
    lifecycle: {
      initial: 'new',
      states: {
        new: { to: ['mql'] },
        mql: { to: ['qualified', 'lost'] },
        qualified: { disposition: true },
        lost: { disposition: true },
      },
    },
    clauses: {
      reply: {
        ...{ kind: 'timed', owedBy: 'sales', clock: 'berlin', within: 'PT4H' },
        start: { on: 'lead.assigned' },
        stop: { on: 'call.connected' },
      },
      ...clauses,
    },
  })
}

/** Five events a lead over a year, and fifty people. */
function linesOfLead(index: number): { readonly at: string; readonly line: string }[] {
  const [lead, owner] = [`L-${index}`, `rep-${index % 50}`]
  const createdMs = Date.UTC(2026, 0, 2) + Math.floor((index * 360 * 1_440) / leads) * 60_000
  const last: [string, object] =
    index % 3 === 0
      ? ['opportunity.created', { opportunity: `O-${index}`, amountMinor: 1_000 + (index % 5_000), currency: 'EUR' }]
      : ['lead.moved', { to: index % 5 === 0 ? 'lost' : 'qualified', reason: 'talked' }]
  const happened: [after: number, type: string, data: object][] = [
    [0, 'lead.created', { score: (index * 37) % 100, segment: segments[index % 4], country: 'DE', source: 'form' }],
    [2, 'lead.moved', { to: 'mql' }],
    [10 + (index % 90), 'lead.assigned', { owner, team: index % 2 === 0 ? 'berlin' : 'munich' }],
    [60 + (index % 400), 'call.connected', { seconds: index % 120, direction: 'outbound' }],
    [900 + (index % 4_000), ...last],
  ]
  return happened.map(([after, type, data], number) => {
    const at = new Date(createdMs + after * 60_000).toISOString()
    return { at, line: JSON.stringify({ id: `${lead}-${number}`, lead, type, at, actor: { id: owner, kind: 'human' }, data }) }
  })
}

function elapsedMs(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/**
 * Returns what it costs to count twenty clauses beside an evaluation that folds the same leads anyway, what a tally costs by
 * itself, and what it costs to merge a thousand of them: all warm, in turns, the best round of each. Takes some thirty seconds.
 */
export function benchPeriods(): BenchRow[] {
  const lines = Array.from({ length: leads }, (_, index) => linesOfLead(index))
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ line }) => line)
  const events: unknown[] = lines.map((line) => JSON.parse(line))
  const [bare, full] = [agreementWith({}), agreementWith(twentyClauses())]
  const part = leads / partitions
  const parts = Array.from({ length: partitions }, (_, index) =>
    tally(
      full,
      Array.from({ length: part }, (_, place) =>
        linesOfLead(place * partitions + index).map(({ line }) => JSON.parse(line)),
      ).flat(),
      { asOf },
    ),
  )
  const best = { parse: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY, full: Number.POSITIVE_INFINITY }
  const more = { tally: Number.POSITIVE_INFINITY, merge: Number.POSITIVE_INFINITY }
  let parsed = 0
  let whole: Tally | undefined
  let merged: Tally | undefined
  for (let round = 0; round < rounds; round++) {
    const parse = elapsedMs(() => {
      for (const line of lines) if ((JSON.parse(line) as { id: string }).id !== '') parsed++
    })
    best.parse = Math.min(best.parse, parse)
    best.bare = Math.min(
      best.bare,
      elapsedMs(() => evaluate(bare, events, { asOf })),
    )
    best.full = Math.min(
      best.full,
      elapsedMs(() => evaluate(full, events, { asOf })),
    )
    const tallied = elapsedMs(() => {
      whole = tally(full, events, { asOf })
    })
    more.tally = Math.min(more.tally, tallied)
    const mergedIn = elapsedMs(() => {
      merged = mergeAllTallies(parts)
    })
    more.merge = Math.min(more.merge, mergedIn)
  }
  if (parsed !== rounds * lines.length || JSON.stringify(merged) !== JSON.stringify(whole)) throw new Error('counted otherwise')
  const ms = (time: number): string => `${time.toFixed(0)} ms`
  // What a merge costs does not depend on how many leads were counted; a tally of five million events is as many times this one.
  const ofMillions = (more.tally * 5_000_000) / lines.length
  return [
    {
      name: 'periods: counting twenty clauses beside an evaluation / JSON.parse of the same lines',
      ratio: (best.full - best.bare) / best.parse,
      atMost: 0.3,
      notes: `${lines.length} events: ${ms(best.full)} with, ${ms(best.bare)} without, ${ms(best.parse)} to parse`,
    },
    {
      name: 'periods: a tally by itself, read and folded as well / JSON.parse',
      ratio: more.tally / best.parse,
      notes: `${ms(more.tally)} to ${ms(best.parse)}`,
    },
    {
      name: 'periods: merging 1,000 tallies / tallying five million events',
      ratio: more.merge / ofMillions,
      atMost: 0.01,
      notes: `${more.merge.toFixed(1)} ms to ${ms(ofMillions)}`,
    },
  ]
}
