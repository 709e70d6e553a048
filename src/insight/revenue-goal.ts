/**
 * From a revenue goal to promises. A goal, the size of a deal and the rates at which leads go from stage to stage say how many
 * leads each party must deliver; the same figures read backwards say what promised leads are worth. [L1]
 */

import { currencies, isCurrency } from '../agreement/money.ts'
import { findPeriod, type PeriodPlace } from '../conduct/period-name.ts'
import { isRecord } from '../content.ts'
import { type Issue, type IssueCode, type IssuePath, issue, type Parsed } from '../errors.ts'

/** The goal as a person writes it. **Units** money in minor units of one currency. */
export interface RevenueGoalDocument {
  readonly goalMinor: number
  /** What a deal brings on average. */
  readonly dealMinor: number
  /** ISO 4217. */
  readonly currency: string
  /** The share of the goal that comes through this funnel; 1 when left out. */
  readonly share?: number
  /** From the first stage to the last one before a deal. */
  readonly stages: readonly RevenueStageDocument[]
  /** The periods in which the deals are to be won, `2026-01` to `2026-12`, both included. */
  readonly periods: { readonly from: string; readonly to: string }
  /** The weight of each of the periods; all alike when left out. */
  readonly seasonality?: readonly number[]
  /** How much of the full pace the first periods have, such as 0.25, 0.5, 0.75; the rest has all of it. */
  readonly ramp?: readonly number[]
}

export interface RevenueStageDocument {
  readonly stage: string
  /** The party that delivers. */
  readonly owedBy: string
  /** The share that reaches the next stage, and of the last stage the share that is won. */
  readonly rate: number
  /** So many periods before the deal the stage is reached; 0 when left out. */
  readonly periodsBefore?: number
  /** Whether the stage is counted in money as well, as pipeline is: its leads times the size of a deal. */
  readonly hasAmount?: boolean
}

/** A checked goal. */
export interface RevenueGoal extends Omit<RevenueGoalDocument, 'stages' | 'periods' | 'seasonality' | 'ramp' | 'share'> {
  readonly share: number
  readonly stages: readonly Required<RevenueStageDocument>[]
  readonly first: PeriodPlace
  /** The weight of each period, season times ramp. */
  readonly weights: readonly (readonly [season: number, ramp: number])[]
}

const mostPeriods = 1_000
const mostStages = 20

/**
 * Returns the checked goal, or every mistake of it at once.
 *
 * **Errors** `wrong-type`, `missing-key`, `unknown-key`, `unknown-value`, `out-of-range`, `invalid-name`.
 *
 * @example
 * parseRevenueGoal({ goalMinor: 0.5 }).ok //=> false
 */
export function parseRevenueGoal(value: unknown): Parsed<RevenueGoal> {
  const reading = new Reading()
  try {
    const goal = isRecord(value) ? readGoal(value, reading) : reading.add('wrong-type', [], 'a revenue goal', value)
    if (goal && reading.issues.length === 0) return { ok: true, value: goal }
  } catch {
    // Only a getter or a proxy can throw where JSON cannot.
    reading.add('wrong-type', [], 'a revenue goal that is plain JSON')
  }
  return { ok: false, issues: reading.issues }
}

class Reading {
  readonly issues: Issue[] = []

  add(code: IssueCode, path: IssuePath, expected: string, got?: unknown, known?: readonly string[]): undefined {
    this.issues.push(issue(code, path, { expected, got, ...(known ? { known } : {}) }))
    return undefined
  }

  /** A number in a range, whole where `isWhole`. */
  number(value: unknown, path: IssuePath, least: number, most: number, isWhole = false): number {
    const what = isWhole ? 'a whole number' : 'a number'
    if (value === undefined) this.add('missing-key', path, what)
    else if (typeof value !== 'number' || Number.isNaN(value) || (isWhole && !Number.isInteger(value)))
      this.add('wrong-type', path, what, value)
    else if (value < least || value > most) this.add('out-of-range', path, `${what} from ${least} to ${most}`, value)
    else return value
    return 1
  }

  keys(value: Record<string, unknown>, known: readonly string[], path: IssuePath): void {
    for (const key of Object.keys(value))
      if (!known.includes(key)) this.add('unknown-key', [...path, key], 'a known key', key, known)
  }
}

const goalKeys = ['goalMinor', 'dealMinor', 'currency', 'share', 'stages', 'periods', 'seasonality', 'ramp']
const stageKeys = ['stage', 'owedBy', 'rate', 'periodsBefore', 'hasAmount']
/** A rate or a weight with more decimals than this is no longer one that somebody wrote. */
const least = 1e-9

function readGoal(value: Record<string, unknown>, reading: Reading): RevenueGoal | undefined {
  reading.keys(value, goalKeys, [])
  const { currency } = value
  if (!isCurrency(currency)) {
    const code = currency === undefined ? 'missing-key' : 'unknown-value'
    reading.add(code, ['currency'], 'a currency of ISO 4217 such as EUR', currency, [...currencies()])
  }
  const goalMinor = reading.number(value.goalMinor, ['goalMinor'], 1, Number.MAX_SAFE_INTEGER, true)
  const dealMinor = reading.number(value.dealMinor, ['dealMinor'], 1, Number.MAX_SAFE_INTEGER, true)
  const share = value.share === undefined ? 1 : reading.number(value.share, ['share'], least, 1)
  const stages = readStages(value.stages, reading)
  const range = readRange(value.periods, reading)
  if (!range) return undefined
  const [first, count] = range
  const seasonality = readWeights(value.seasonality, ['seasonality'], reading)
  const ramp = readWeights(value.ramp, ['ramp'], reading)
  if (seasonality && seasonality.length !== count)
    reading.add('out-of-range', ['seasonality'], `a weight for each of the ${count} periods`, `${seasonality.length} weights`)
  if (ramp && ramp.length > count)
    reading.add('out-of-range', ['ramp'], `at most ${count} shares, one a period`, `${ramp.length} shares`)
  const weights = Array.from({ length: count }, (_, index) => [seasonality?.[index] ?? 1, ramp?.[index] ?? 1] as const)
  if (weights.every(([season, part]) => season * part === 0))
    reading.add('out-of-range', [seasonality ? 'seasonality' : 'ramp'], 'at least one period with a weight of more than 0')
  return { goalMinor, dealMinor, currency: String(currency), share, stages, first, weights }
}

function readStages(value: unknown, reading: Reading): Required<RevenueStageDocument>[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  if (value === undefined) reading.add('missing-key', ['stages'], 'the stages from the first to the last before a deal')
  else if (!Array.isArray(value)) reading.add('wrong-type', ['stages'], 'an array of stages', value)
  else if (list.length === 0 || list.length > mostStages)
    reading.add('out-of-range', ['stages'], `1 to ${mostStages} stages`, list.length)
  const names = new Set<unknown>()
  return list.slice(0, mostStages).flatMap((entry, index): Required<RevenueStageDocument>[] => {
    const path = ['stages', index]
    if (!isRecord(entry)) {
      reading.add('wrong-type', path, 'a stage', entry)
      return []
    }
    reading.keys(entry, stageKeys, path)
    const { stage, owedBy, hasAmount } = entry
    for (const [key, text] of Object.entries({ stage, owedBy })) {
      if (typeof text !== 'string' || text === '')
        reading.add(text === undefined ? 'missing-key' : 'wrong-type', [...path, key], 'a name', text)
    }
    if (names.has(stage)) reading.add('invalid-name', [...path, 'stage'], 'a name of its own', stage)
    names.add(stage)
    if (hasAmount !== undefined && typeof hasAmount !== 'boolean')
      reading.add('wrong-type', [...path, 'hasAmount'], 'true or false', hasAmount)
    const rate = reading.number(entry.rate, [...path, 'rate'], least, 1)
    const periodsBefore =
      entry.periodsBefore === undefined
        ? 0
        : reading.number(entry.periodsBefore, [...path, 'periodsBefore'], 0, mostPeriods, true)
    return [{ stage: String(stage), owedBy: String(owedBy), rate, periodsBefore, hasAmount: hasAmount === true }]
  })
}

function readRange(value: unknown, reading: Reading): [first: PeriodPlace, count: number] | undefined {
  if (!isRecord(value)) {
    return reading.add(
      value === undefined ? 'missing-key' : 'wrong-type',
      ['periods'],
      'the first and the last period, as from and to',
      value,
    )
  }
  const [from, to] = (['from', 'to'] as const).map((key) => {
    const place = findPeriod(value[key])
    const expected = 'the name of a period, such as 2026-04, 2026-Q2, 2026-W15 or 2026'
    if (!place) reading.add(value[key] === undefined ? 'missing-key' : 'out-of-range', ['periods', key], expected, value[key])
    return place
  })
  if (!from || !to) return undefined
  const count = to.number - from.number + 1
  if (from.per !== to.per)
    return reading.add('out-of-range', ['periods', 'to'], `a ${from.per}, as the first period is`, value.to)
  if (count < 1) return reading.add('out-of-range', ['periods', 'to'], `a period not before ${String(value.from)}`, value.to)
  if (count > mostPeriods) return reading.add('out-of-range', ['periods', 'to'], `at most ${mostPeriods} periods`, count)
  return [from, count]
}

function readWeights(value: unknown, path: IssuePath, reading: Reading): readonly number[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || value.length === 0) return reading.add('wrong-type', path, 'an array of numbers', value)
  return Array.from(value.slice(0, mostPeriods + 1), (weight, index) => reading.number(weight, [...path, index], 0, 1e9))
}
