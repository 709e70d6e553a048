import { defineAgreement, type Evaluation, evaluate } from '../../src/index.ts'
import { bytesInUse } from './memory.ts'
import type { BenchRow } from './row.ts'

export const leads = 40_000
const rounds = 9
const minuteMs = 60_000
const hours = ['09:00-12:30', '13:30-18:00']
export const asOf = '2026-07-01T00:00:00Z'

/** Five promises over one lead: a goal for hot leads, a pause, a cancellation, business days, and Berlin's holidays. */
export const agreement = defineAgreement({
  agreement: 'bench',
  version: '1',
  timeZone: 'Europe/Berlin',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  calendars: {
    berlin: {
      timeZone: 'Europe/Berlin',
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: ['09:00-16:00'] },
      holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25'],
      overrides: { '2026-12-24': ['09:00-13:00'] },
    },
  },
  lifecycle: {
    initial: 'new',
    states: {
      new: { to: ['mql', 'disqualified'] },
      mql: { to: ['waiting', 'qualified', 'disqualified'] },
      waiting: { to: ['mql', 'disqualified'] },
      qualified: { disposition: true },
      disqualified: { disposition: true },
    },
  },
  conditions: { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] } },
  clauses: {
    handover: {
      kind: 'timed',
      owedBy: 'marketing',
      clock: 'berlin',
      start: { on: 'lead.created' },
      stop: { on: 'lead.assigned' },
      within: 'PT1H',
    },
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: ['call.connected', 'email.replied'] },
      pause: { enters: 'waiting' },
      cancel: { enters: 'disqualified' },
      within: [{ name: 'hot', when: { condition: 'hot' }, target: 'PT1H' }, { target: 'PT4H' }],
    },
    answer24: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'call.connected', when: { fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 } },
      within: 'PT24H',
    },
    disposition: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { enters: 'mql' },
      stop: { disposed: true },
      within: { businessDays: 2 },
    },
    followUp: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { enters: 'waiting' },
      stop: { leaves: 'waiting' },
      within: 'PT16H',
    },
  },
})

/** Returns the lines of a stream: five events a lead, in the order in which they happened. */
function linesOfStream(count = leads): string[] {
  const events = Array.from({ length: count }, (_, index) => eventsOfLead(index)).flat()
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((event) => JSON.stringify(event))
}

export function eventsOfLead(index: number) {
  const lead = `L-${index}`
  const owner = `rep-${index % 23}`
  const createdMs = Date.UTC(2026, 0, 5) + index * 6 * minuteMs + (index % 7) * 1_000
  const last = index % 5 === 0 ? 'disqualified' : index % 3 === 0 ? 'waiting' : 'qualified'
  const happened: [after: number, type: string, data: object][] = [
    [
      0,
      'lead.created',
      { score: (index * 37) % 100, segment: index % 4 === 0 ? 'enterprise' : 'smb', country: 'DE', source: 'form' },
    ],
    [2, 'lead.moved', { to: 'mql' }],
    [10 + (index % 90), 'lead.assigned', { owner, team: index % 2 === 0 ? 'berlin' : 'munich' }],
    [60 + (index % 400), 'call.connected', { seconds: index % 120, direction: 'outbound' }],
    [900 + (index % 4_000), 'lead.moved', { to: last, reason: 'talked' }],
  ]
  return happened.map(([afterMin, type, data], number) => ({
    id: `${lead}-${number}`,
    lead,
    type,
    at: new Date(createdMs + afterMin * minuteMs).toISOString(),
    actor: { id: owner, kind: 'human' },
    data,
  }))
}

/** Returns what ten times the leads cost, and what a clock that is open keeps in memory beside its events. */
export function benchGrowth(): BenchRow[] {
  const [few, many] = [4_000, 40_000].map((count) => linesOfStream(count).map((line): unknown => JSON.parse(line)))
  if (!few || !many) throw new Error('no stream')
  const best = { few: Number.POSITIVE_INFINITY, many: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round++) {
    best.few = Math.min(best.few, ...[1, 2, 3].map(() => elapsedMs(() => evaluate(agreement, few, { asOf }))))
    best.many = Math.min(
      best.many,
      elapsedMs(() => evaluate(agreement, many, { asOf })),
    )
  }
  const before = bytesInUse()
  const kept = evaluate(agreement, many, { asOf })
  const bytes = (bytesInUse() - before) / leads
  if (kept.refused.length > 0) throw new Error('an event was refused')
  return [
    {
      name: 'evaluate: ten times the leads',
      ratio: best.many / best.few,
      atMost: 11,
      notes: `${few.length} and ${many.length} events: ${best.few.toFixed(1)} and ${best.many.toFixed(0)} ms`,
    },
    {
      name: 'evaluate: memory of a lead beside its events / 150 bytes',
      ratio: bytes / 150,
      notes: `${bytes.toFixed(0)} bytes, five clauses: the columns of ${kept.obligations.length} clocks, from which obligations are made`,
    },
  ]
}

function elapsedMs(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Returns what an evaluation costs beside reading its events: both warm, in turns, the best round of each. Takes some ten seconds. */
export async function benchEvaluate(): Promise<BenchRow[]> {
  const lines = linesOfStream()
  const events: unknown[] = lines.map((line) => JSON.parse(line))
  let evaluation: Evaluation | undefined
  let parsed = 0
  let counts = 0
  const best = { evaluate: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY, parse: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round++) {
    const evaluateMs = elapsedMs(() => {
      evaluation = evaluate(agreement, events, { asOf })
    })
    // Obligations are made when they are first read, so who wants every one of them pays for this as well.
    const readMs = elapsedMs(() => {
      counts = evaluation?.obligations.length ?? 0
    })
    const parseMs = elapsedMs(() => {
      for (const line of lines) if ((JSON.parse(line) as { id: string }).id !== '') parsed++
    })
    best.evaluate = Math.min(best.evaluate, evaluateMs)
    best.read = Math.min(best.read, readMs)
    best.parse = Math.min(best.parse, parseMs)
  }
  if (counts < 4 * leads || evaluation?.refused.length !== 0 || parsed !== rounds * lines.length)
    throw new Error(`only ${counts} clocks`)
  const ms = (time: number): string => `${time.toFixed(0)} ms`
  return [
    {
      name: 'evaluate: evaluate / JSON.parse of the same lines',
      ratio: best.evaluate / best.parse,
      atMost: 1,
      notes: `${lines.length} events, ${counts} clocks: ${ms(best.evaluate)} to ${ms(best.parse)}`,
    },
    {
      name: 'evaluate: reading every obligation / JSON.parse',
      ratio: best.read / best.parse,
      notes: `${counts} objects made on demand: ${ms(best.read)} to ${ms(best.parse)}`,
    },
  ]
}
