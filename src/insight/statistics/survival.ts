/**
 * How long clocks take, where some have not stopped. A clock that is open after three hours says one thing for certain: it takes
 * more than three hours. To leave it out would flatter, to count it as three hours would flatter as well. Kaplan and Meier's
 * estimate takes of every clock exactly what it says.
 */
import { wilsonInterval } from '../../periods/interval.ts'
import { z95 } from './chance.ts'
import { rankInterval } from './order-interval.ts'
import { sortedRows } from './sorted-rows.ts'

/** Clocks by their time, the shortest first. */
export interface SortedTimes {
  /** **Units** milliseconds. */
  readonly times: Float64Array
  /** 1 for a clock that stopped then, 0 for one that was still going; `null` where all stopped. */
  readonly stops: Uint8Array | null
}

/** A share, and how far chance may have moved it. */
export interface ShareEstimate {
  readonly share: number
  /** At 95 %. */
  readonly interval: readonly [low: number, high: number]
  readonly method: 'Wilson' | 'Kaplan–Meier, log-log'
}

/** An amount of time within which a share of the clocks stops. */
export interface TimeEstimate {
  readonly share: number
  /** `null` where too many are still going for anybody to know. */
  readonly ms: number | null
  /** At 95 %; without an upper end where the sample does not give one. */
  readonly interval: readonly [low: number, high: number | null]
  readonly method: 'order statistics' | 'Kaplan–Meier, log-log'
}

/** One step of the curve. */
export interface SurvivalStep {
  readonly ms: number
  /** How many were going just before, and how many of them stopped then. */
  readonly atRisk: number
  readonly stopped: number
  /** The share that takes longer, with Greenwood's standard error. */
  readonly survival: number
  readonly standardError: number
  /** At 95 %, by the logarithm of the negative logarithm; `null` where there is none, at a survival of 0. */
  readonly interval: readonly [low: number, high: number] | null
}

/** The state of the sweep after a step. */
interface Swept {
  ms: number
  atRisk: number
  stopped: number
  survival: number
  /** Greenwood's sum: the variance of the logarithm of the survival. */
  variance: number
}

/**
 * Returns the steps of the survival curve: one for each time at which a clock stopped.
 *
 * **Units** milliseconds, in any order; a clock that was still going counts up to its time, and at equal times after those that
 * stopped. **Source** Kaplan and Meier 1958; Greenwood 1926; the interval by Kalbfleisch and Prentice.
 *
 * @example
 * const steps = kaplanMeier([1000, 2000, 3000], [true, false, true])
 * steps.map(({ ms, atRisk, survival }) => [ms, atRisk, survival.toFixed(2)]) //=> [[1000, 3, '0.67'], [3000, 1, '0.00']]
 */
export function kaplanMeier(times: ArrayLike<number>, isStopped: ArrayLike<boolean | number>): SurvivalStep[] {
  const { rows, amounts } = sortedRows(Float64Array.from(times))
  const sorted = { times: amounts, stops: Uint8Array.from(rows, (row) => (isStopped[row] ? 1 : 0)) }
  const steps: SurvivalStep[] = []
  sweep(sorted, ({ ms, atRisk, stopped, survival, variance }) => {
    const standardError = survival === 0 ? 0 : survival * Math.sqrt(variance)
    steps.push({ ms, atRisk, stopped, survival, standardError, interval: logLog(survival, variance) })
    return true
  })
  return steps
}

/** Goes through the times at which clocks stopped, until it is told to end. */
function sweep({ times, stops }: SortedTimes, onStep: (step: Swept) => boolean): void {
  const step: Swept = { ms: 0, atRisk: 0, stopped: 0, survival: 1, variance: 0 }
  for (let place = 0; place < times.length; ) {
    const ms = times[place] as number
    const first = place
    let stopped = 0
    for (; place < times.length && times[place] === ms; place++) stopped += stops === null ? 1 : (stops[place] as number)
    if (stopped === 0) continue
    const atRisk = times.length - first
    step.ms = ms
    step.atRisk = atRisk
    step.stopped = stopped
    step.survival *= (atRisk - stopped) / atRisk
    step.variance += stopped === atRisk ? 0 : stopped / (atRisk * (atRisk - stopped))
    if (!onStep(step)) return
  }
}

/** Stays between 0 and 1, and is right in small samples, where the plain interval is neither. */
function logLog(survival: number, variance: number): readonly [low: number, high: number] | null {
  if (survival <= 0 || survival >= 1) return null
  const reach = Math.exp((z95 * Math.sqrt(variance)) / -Math.log(survival))
  return [survival ** reach, survival ** (1 / reach)]
}

/**
 * Returns the time within which a share stops: the least at which the estimate reaches it.
 *
 * **Edges** it is always a time that a clock took, and never one between two: within it so large a share of the sample really
 * stopped, which no interpolated quantile promises.
 */
export function timeWithin(sorted: SortedTimes, share: number): TimeEstimate {
  return sorted.stops === null ? byOrder(sorted.times, share) : bySurvival(sorted, share)
}

function byOrder(times: Float64Array, share: number): TimeEstimate {
  const sample = times.length
  const { low, high } = rankInterval(sample, share)
  const at = (rank: number): number => times[rank - 1] as number
  const interval = [low === 0 ? 0 : at(low), high === null ? null : at(high)] as const
  return { share, ms: sample === 0 ? null : at(rankOf(sample, share)), interval, method: 'order statistics' }
}

/** Returns which of the sorted clocks is the first by which the share has stopped, counted from 1. */
export function rankOf(sample: number, share: number): number {
  // A product of decimals must not pass a whole number by a hair.
  return Math.max(1, Math.ceil(sample * share - 1e-9 * sample))
}

function bySurvival(sorted: SortedTimes, share: number): TimeEstimate {
  const rest = 1 - share
  // A survival is a product of fractions, which may lie a hair beside the share that it equals.
  const reached = (survival: number): boolean => survival <= rest + 1e-12
  let ms: number | null = null
  let low: number | null = null
  let high: number | null = null
  sweep(sorted, (step) => {
    const interval = logLog(step.survival, step.variance)
    if (ms === null && reached(step.survival)) ms = step.ms
    if (low === null && reached(interval === null ? step.survival : interval[0])) low = step.ms
    if (high === null && interval !== null && reached(interval[1])) high = step.ms
    return high === null
  })
  return { share, ms, interval: [low ?? 0, high], method: 'Kaplan–Meier, log-log' }
}

/**
 * Returns the share that stops within a time.
 *
 * **Edges** `null` of an empty sample. Where nobody was lost sight of before, it is a plain share, with Wilson's interval; so it is
 * where the estimate is 0 or 1, of those whose outcome is known. [P4]
 */
export function shareWithin(sorted: SortedTimes, ms: number): ShareEstimate | null {
  const { times, stops } = sorted
  if (times.length === 0) return null
  const until = placeAfter(times, ms)
  let stopped = until
  if (stops !== null) {
    stopped = 0
    for (let place = 0; place < until; place++) stopped += stops[place] as number
  }
  const known = times.length - until + stopped
  let survival = 1
  let variance = 0
  if (known < times.length) {
    sweep({ times, stops }, (step) => {
      if (step.ms > ms) return false
      survival = step.survival
      variance = step.variance
      return true
    })
  }
  const interval = logLog(survival, variance)
  if (interval) {
    return { share: 1 - survival, interval: [1 - interval[1], 1 - interval[0]], method: 'Kaplan–Meier, log-log' }
  }
  if (known === 0) return null
  return { share: stopped / known, interval: wilsonInterval(stopped, known) ?? [0, 1], method: 'Wilson' }
}

/** Returns how many of the sorted times are not above. */
export function placeAfter(times: Float64Array, ms: number): number {
  let from = 0
  let to = times.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((times[middle] as number) <= ms) from = middle + 1
    else to = middle
  }
  return from
}
