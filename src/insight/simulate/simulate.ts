/**
 * What would happen with one person more, or with a target of an hour less: streams made of past weeks and past working times, run
 * through a queue with another capacity. The model is simple and says so; above all it is first tried on the past itself.
 */
import { quantileSorted } from 'simple-statistics'
import type { AnyAgreement } from '../../agreement/versions.ts'
import { versionsOf } from '../../agreement/versions.ts'
import { zoneOf } from '../../clock/zone.ts'
import { type Issue, issue, LeadSlaError } from '../../errors.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import { parseDuration } from '../../time/duration.ts'
import { sortedRows } from '../statistics/sorted-rows.ts'
import { type ShareEstimate, shareWithin } from '../statistics/survival.ts'
import { type Past, pastOf } from './past.ts'
import { responseTimes } from './queue.ts'

export interface SimulateOptions {
  readonly clause: string
  /** Numbers from 0 to below 1, such as `seededRandom(7)`; the same ones give the same simulation. */
  readonly random: () => number
  /** How many people worked on these leads at a time; the median of those who stopped a clock on a day when left out. */
  readonly capacity?: number
  /** How many people are to; as many as did when left out. */
  readonly newCapacity?: number
  /** The target, such as `PT2H`; that of the clause when left out. */
  readonly target?: string
  /** 200 when left out. */
  readonly runs?: number
}

/** What the runs came to: the 2.5 %, 50 % and 97.5 % quantiles over them. */
export type OverRuns = readonly [low: number, middle: number, high: number]

export interface SimulatedCase {
  readonly capacity: number
  readonly targetMs: number
  /** The share of the leads answered in time. */
  readonly kept: OverRuns
  /** Within how much business time half and 90 % of the leads of a run were answered. **Units** milliseconds. */
  readonly medianMs: OverRuns
  readonly ninetyMs: OverRuns
  /** Work that comes divided by work that can be done; from 1 on the queue grows without end. */
  readonly load: number
}

export interface Simulation {
  readonly clause: string
  readonly leads: number
  readonly blocks: { readonly by: 'week' | 'day'; readonly count: number }
  readonly runs: number
  /** What really happened, by the target of the past. */
  readonly observed: ShareEstimate
  /** The past simulated as it was. */
  readonly past: SimulatedCase
  /** Whether the past so simulated covers what happened. Where it does not, the team works otherwise than the model. */
  readonly isCredible: boolean
  /** The share of the leads that were answered before their turn: the model knows only first come, first served. */
  readonly overtook: number
  readonly changed: SimulatedCase
}

/**
 * Returns what the kept share would be under another capacity or target, with its quantiles over many runs.
 *
 * **Edges** a run has as many weeks as the past (days, below eight weeks), drawn with replacement; a lead's work is drawn from all
 * past leads. Two weeks go by before a run is counted, so that nobody begins with an empty desk. Cancelled and superseded clocks
 * were no work. It is a pure function of what it is given, the numbers of `random` included.
 * **Errors** throws `LeadSlaError`: `unknown-clause`, `out-of-range` for a number that is none, for fewer than 30 stopped clocks, and
 * for a clause without an amount of time; `invalid-duration`.
 */
export function simulate(agreement: AnyAgreement, evaluation: Evaluation, options: SimulateOptions): Simulation {
  const { clause, clock, zone, presentMs, targetMs, runs, random } = readOptions(agreement, options)
  const clocks = evaluation.obligations.filter((each) => each.clause === clause && each.status !== 'waived')
  const stopped = clocks.filter(({ stoppedAt }) => stoppedAt !== null).length
  if (stopped < leastSample) {
    const expected = `at least ${leastSample} stopped clocks of the clause ${clause}`
    throw new LeadSlaError([issue('out-of-range', ['clause'], { expected, got: stopped })])
  }
  const past = pastOf(clocks, clock, zone, options.capacity ?? null)
  const capacity = options.capacity ?? past.peopleADay
  const observed = observedOf(past, presentMs)
  const before = runAll(past, capacity, presentMs, runs, random)
  const changed = runAll(past, options.newCapacity ?? capacity, targetMs, runs, random)
  return {
    clause,
    leads: clocks.length,
    blocks: { by: past.by, count: past.blocks.length },
    runs,
    observed,
    past: before,
    isCredible: before.kept[0] <= observed.share && observed.share <= before.kept[2],
    overtook: past.overtook / stopped,
    changed,
  }
}

const leastSample = 30
const mostRuns = 10_000

function readOptions(agreement: AnyAgreement, options: SimulateOptions) {
  const issues: Issue[] = []
  const latest = versionsOf(agreement).at(-1)?.agreement
  const clause = latest?.clauses.get(options.clause)
  if (!clause) {
    const known = latest?.clauses.keys() ?? []
    issues.push(issue('unknown-clause', ['clause'], { expected: 'a timed clause of the agreement', got: options.clause, known }))
  }
  for (const key of ['capacity', 'newCapacity', 'runs'] as const) {
    const value = options[key]
    const most = key === 'runs' ? mostRuns : 100_000
    if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= most))
      issues.push(issue('out-of-range', [key], { expected: `a whole number from 1 to ${most}`, got: value }))
  }
  const [goal] = clause?.goals ?? []
  const presentMs = goal?.target.kind === 'duration' && clause?.goals.length === 1 ? goal.target.ms : null
  const parsed = options.target === undefined ? null : parseDuration(options.target, ['target'])
  if (parsed && !parsed.ok) issues.push(...parsed.issues)
  if (clause && presentMs === null) {
    const expected = 'a clause with one goal, that is an amount of business time'
    issues.push(issue('out-of-range', ['clause'], { expected, got: options.clause }))
  }
  if (typeof options.random !== 'function')
    issues.push(issue('wrong-type', ['random'], { expected: 'a function such as seededRandom(7)', got: options.random }))
  if (issues.length > 0 || !latest || !clause || presentMs === null) throw new LeadSlaError(issues)
  return {
    ...{ clause: clause.id, clock: clause.clock, presentMs, runs: options.runs ?? 200 },
    zone: zoneOf(latest.document.timeZone),
    targetMs: parsed?.ok ? parsed.value : presentMs,
    random: checked(options.random),
  }
}

/** **Errors** throws `out-of-range` for a number that would draw what is not there. */
function checked(random: () => number): () => number {
  return () => {
    const number = random()
    if (number >= 0 && number < 1) return number
    throw new LeadSlaError([issue('out-of-range', ['random'], { expected: 'numbers from 0 to below 1', got: number })])
  }
}

function observedOf({ responses }: Past, targetMs: number): ShareEstimate {
  const { rows, amounts } = sortedRows(Float64Array.from(responses, ({ usedMs }) => usedMs))
  const stops = Uint8Array.from(rows, (row) => (responses[row]?.isStopped ? 1 : 0))
  return shareWithin({ times: amounts, stops }, targetMs) ?? { share: 0, interval: [0, 1], method: 'Wilson' }
}

const warmUp = { week: 2, day: 10 } as const

function runAll(past: Past, capacity: number, targetMs: number, runs: number, random: () => number): SimulatedCase {
  const [kept, half, ninety] = [new Float64Array(runs), new Float64Array(runs), new Float64Array(runs)]
  for (let run = 0; run < runs; run++) {
    const responses = runOnce(past, capacity, random).sort()
    let within = 0
    while (within < responses.length && (responses[within] as number) <= targetMs) within++
    kept[run] = responses.length === 0 ? 1 : within / responses.length
    half[run] = quantileOf(responses, 0.5)
    ninety[run] = quantileOf(responses, 0.9)
  }
  return {
    capacity,
    targetMs,
    kept: overRuns(kept),
    medianMs: overRuns(half),
    ninetyMs: overRuns(ninety),
    load: loadOf(past, capacity),
  }
}

/** One stream of past weeks and past work; what came before it began to count is left out. */
function runOnce({ by, blocks, services }: Past, capacity: number, random: () => number): Float64Array {
  const arrivals: number[] = []
  let [origin, counted] = [0, 0]
  for (let block = -warmUp[by]; block < blocks.length; block++) {
    if (block === 0) counted = arrivals.length
    const drawn = blocks[Math.floor(random() * blocks.length)]
    for (const at of drawn?.arrivals ?? []) arrivals.push(origin + at)
    origin += drawn?.lengthMs ?? 0
  }
  const work = Float64Array.from(arrivals, () => services[Math.floor(random() * services.length)] as number)
  return responseTimes(Float64Array.from(arrivals), work, capacity).slice(counted)
}

function loadOf({ blocks, services }: Past, capacity: number): number {
  const sum = (list: Iterable<number>) => {
    let total = 0
    for (const each of list) total += each
    return total
  }
  const arrivals = sum(blocks.map((block) => block.arrivals.length))
  const work = (sum(services) / services.length) * arrivals
  return work / (sum(blocks.map(({ lengthMs }) => lengthMs)) * capacity)
}

function overRuns(values: Float64Array): OverRuns {
  const sorted = values.slice().sort()
  return [quantileOf(sorted, 0.025), quantileOf(sorted, 0.5), quantileOf(sorted, 0.975)]
}

/** Between runs there is no promise to keep, and an interpolated quantile is the better estimate. */
function quantileOf(sorted: Float64Array, share: number): number {
  return sorted.length === 0 ? 0 : quantileSorted(Array.from(sorted), share)
}
