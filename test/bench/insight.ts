import { type AgreementDocument, evaluate, type LeadEvent } from '../../src/index.ts'
import { backtest, type ClockSample, calibrate } from '../../src/insight.ts'
import type { BenchRow } from './row.ts'

const clocks = 1_000_000
const rounds = 7

/** Business times as they are: many short ones and a long tail, to the millisecond. */
function timesOf(count: number): Float64Array {
  let state = 20_260_407
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor(-7_200_000 * Math.log(1 - state / 2 ** 32))
  })
}

function sampleOf(usedMs: Float64Array): ClockSample {
  const column = (by: string, count: number, step: number) => ({
    by,
    codes: Int32Array.from(usedMs, (_, row) => Math.floor((row * step) / 7) % count),
    values: Array.from({ length: count }, (_, code) => (by === 'month' ? code + 1 : `${by}-${code}`)),
  })
  return {
    clauses: [
      {
        ...{ clause: 'reply', waived: 0, decided: clocks, kept: clocks / 2 },
        usedMs,
        isStopped: new Uint8Array(clocks).fill(1),
        columns: [column('team', 8, 3)],
        startedBetween: [0, 3 * 365 * 86_400_000],
      },
    ],
  }
}

function elapsedMs(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Returns what a calibration costs beside a sort of the same numbers: both warm, in turns, the best round of each. */
export function benchCalibrate(): BenchRow[] {
  const usedMs = timesOf(clocks)
  const sample = sampleOf(usedMs)
  const best = { sort: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY, segments: Number.POSITIVE_INFINITY }
  let target = 0
  for (let round = 0; round < rounds; round++) {
    const copy = usedMs.slice()
    best.sort = Math.min(
      best.sort,
      elapsedMs(() => copy.sort()),
    )
    const plain = elapsedMs(() => {
      target = calibrate(sample).clauses[0]?.distribution.target.ms ?? 0
    })
    const segments = elapsedMs(() => calibrate(sample, { by: ['team'] }))
    best.plain = Math.min(best.plain, plain)
    best.segments = Math.min(best.segments, segments)
    if (target !== copy[Math.ceil(clocks * 0.9) - 1]) throw new Error(`${target} is not the target`)
  }
  const ms = (time: number): string => `${time.toFixed(0)} ms`
  return [
    {
      name: 'calibrate: a million clocks / a sort of the same numbers',
      ratio: best.plain / best.sort,
      atMost: 2,
      notes: `${ms(best.plain)} to ${ms(best.sort)}`,
    },
    {
      name: 'calibrate: the same with eight teams, tested / a sort',
      ratio: best.segments / best.sort,
      atMost: 2,
      notes: `${ms(best.segments)} to ${ms(best.sort)}`,
    },
  ]
}

const leads = 20_000
const asOf = '2026-07-01T00:00:00Z'

function agreementWithin(hours: number): AgreementDocument {
  const open = ['09:00-12:30', '13:30-18:00']
  return {
    agreement: 'bench',
    version: String(hours),
    timeZone: 'Europe/Berlin',
    parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
    calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: open, tue: open, wed: open, thu: open, fri: open } } },
    clauses: {
      handover: {
        ...{ kind: 'timed', owedBy: 'marketing', clock: 'berlin', within: 'PT1H' },
        start: { on: 'lead.created' },
        stop: { on: 'lead.assigned' },
      },
      reply: {
        ...{ kind: 'timed', owedBy: 'sales', clock: 'berlin', within: `PT${hours}H` },
        start: { on: 'lead.assigned' },
        stop: { on: 'call.made' },
      },
    },
  }
}

function eventsOf(): LeadEvent[] {
  return Array.from({ length: leads }, (_, index) => {
    const lead = `L-${index}`
    const at = Date.UTC(2026, 0, 5) + index * 480_000
    const owner = `rep-${index % 23}`
    return [
      { id: `${lead}-1`, lead, type: 'lead.created', at },
      {
        id: `${lead}-2`,
        lead,
        type: 'lead.assigned',
        at: at + (index % 200) * 60_000,
        data: { owner, team: `team-${index % 3}` },
      },
      { id: `${lead}-3`, lead, type: 'call.made', at: at + (200 + ((index * 37) % 1_500)) * 60_000 },
    ]
  }).flat()
}

/** Returns what a backtest costs beside an evaluation whose obligations are read: both warm, in turns, the best round of each. */
export function benchBacktest(): BenchRow[] {
  const events = eventsOf()
  const [before, after] = [agreementWithin(4), agreementWithin(3)]
  const best = { evaluate: Number.POSITIVE_INFINITY, backtest: Number.POSITIVE_INFINITY }
  let [read, flips] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const evaluateMs = elapsedMs(() => {
      read = evaluate(before, events, { asOf }).obligations.length
    })
    const backtestMs = elapsedMs(() => {
      flips = backtest(before, after, events, { asOf }).flips.length
    })
    best.evaluate = Math.min(best.evaluate, evaluateMs)
    best.backtest = Math.min(best.backtest, backtestMs)
  }
  if (read !== 2 * leads || flips === 0) throw new Error(`${read} clocks and ${flips} flips`)
  return [
    {
      name: 'backtest: two agreements / an evaluation',
      ratio: best.backtest / best.evaluate,
      atMost: 2.2,
      notes: `${events.length} events, ${flips} flips: ${best.backtest.toFixed(0)} ms to ${best.evaluate.toFixed(0)} ms`,
    },
  ]
}
