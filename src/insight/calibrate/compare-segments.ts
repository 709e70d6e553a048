/** Which segments take another time than all the others: a test, corrected for how many were made, and a difference that matters. */
import { holm } from '../../fairness/holm.ts'
import { twoSided } from '../statistics/chance.ts'
import { type LogRank, logRanks } from '../statistics/log-rank.ts'
import { placeAfter, rankOf, type SortedTimes, timeWithin } from '../statistics/survival.ts'
import type { Wanted } from './calibrate-options.ts'
import type { Season, SegmentCalibration } from './calibration.ts'
import type { SegmentValue } from './clock-sample.ts'
import { chosenOf, distributionOf, type MeasuredClause, type MeasuredColumn, segmentsOf } from './measured-clause.ts'

const dayMs = 86_400_000
/** A month that was seen once is a month and no season; a weekday that was seen eight times is a habit. */
const neededDays = { month: 730, weekday: 56 } as const
type SeasonName = keyof typeof neededDays

/** A segment before it is known how many comparisons there are. */
interface Draft extends Omit<SegmentCalibration, 'test' | 'differs'> {
  readonly key: string
  /** `NaN` where the sample is too small, and where there is too little time for a season. */
  readonly p: number
}

/** The segments and the seasons of a clause. */
export interface Compared {
  readonly segments: readonly SegmentCalibration[]
  readonly seasons: readonly Season[]
}

/** Returns what was found about each clause, in their order, and how many comparisons it took. */
export function compareSegments(
  clauses: readonly MeasuredClause[],
  wanted: Wanted,
): { readonly compared: readonly Compared[]; readonly comparisons: number } {
  const asked = new Set<string>(wanted.by.map((by) => (typeof by === 'string' ? by : by.fact)))
  const drafted = clauses.map((clause) => {
    const columns = clause.columns.filter(({ by }) => asked.has(by) || isSeason(by))
    return { clause, columns: columns.map((column) => ({ by: column.by, drafts: draftsOf(clause, column, wanted) })) }
  })
  const tested = drafted.flatMap(({ columns }) => columns.flatMap(({ drafts }) => drafts)).filter(({ p }) => !Number.isNaN(p))
  const found = new Map(holm(tested, wanted.level, ({ key }) => key).map(({ item, level }) => [item.key, level]))
  const finished = (draft: Draft): SegmentCalibration => finish(draft, found, tested.length, wanted.times)
  return {
    comparisons: tested.length,
    compared: drafted.map(({ clause, columns }) => ({
      segments: columns.filter(({ by }) => asked.has(by)).flatMap(({ drafts }) => drafts.map(finished)),
      seasons: columns.flatMap(({ by, drafts }) => (isSeason(by) ? [seasonOf(by, clause, drafts.map(finished))] : [])),
    })),
  }
}

function isSeason(by: string): by is SeasonName {
  return by === 'month' || by === 'weekday'
}

function draftsOf(clause: MeasuredClause, column: MeasuredColumn, wanted: Wanted): Draft[] {
  const { by, values, codes } = column
  const { sorted, distribution: all } = clause
  const hasTime = !isSeason(by) || spanDaysOf(clause) >= neededDays[by]
  const ranks = hasTime && values.length > 1 ? logRanks(sorted, codes, values.length) : []
  const parts = segmentsOf(sorted, codes, values.length)
  const drafts = parts.map((part, code): Draft => {
    const distribution = distributionOf(part, wanted)
    const value = values[code] ?? null
    const others = all.stopped - distribution.stopped
    const isLarge = distribution.stopped >= wanted.minimumSample && others >= wanted.minimumSample
    const ratio = isLarge ? ratioOf(distribution.target.ms, othersTarget(sorted, column, code, part, wanted.compliance)) : null
    const key = JSON.stringify([clause.clocks.clause, by, value])
    return { key, by, value, distribution, ratio, p: isLarge ? chanceOf(ranks[code]) : Number.NaN }
  })
  return drafts.sort((a, b) => inOrder(a, b))
}

/** Where all clocks took the same time there is no difference to be seen. */
function chanceOf(rank: LogRank | undefined): number {
  return rank ? twoSided(rank.deviation) : Number.NaN
}

function ratioOf(own: number | null, others: number | null): number | null {
  return own === null || others === null || others === 0 ? null : own / others
}

/**
 * The target of all clocks of the other segments. Where all stopped it is found by halving, among the clocks of all less those of
 * the segment; a hundred segments would otherwise cost a hundred copies of the sample.
 */
function othersTarget(all: SortedTimes, { codes }: MeasuredColumn, code: number, own: SortedTimes, share: number): number | null {
  if (all.stops !== null)
    return timeWithin(
      chosenOf(all, (place) => codes[place] !== code),
      share,
    ).ms
  const rank = rankOf(all.times.length - own.times.length, share)
  let [from, to] = [0, all.times.length - 1]
  while (from < to) {
    const middle = (from + to) >>> 1
    const ms = all.times[middle] as number
    if (placeAfter(all.times, ms) - placeAfter(own.times, ms) >= rank) to = middle
    else from = middle + 1
  }
  return all.times[from] ?? null
}

const dayOrder: readonly SegmentValue[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Seasons by the calendar, segments by their size. */
function inOrder(a: Draft, b: Draft): number {
  if (a.by === 'month') return Number(a.value) - Number(b.value)
  if (a.by === 'weekday') return dayOrder.indexOf(a.value) - dayOrder.indexOf(b.value)
  return b.distribution.clocks - a.distribution.clocks || (a.key < b.key ? -1 : 1)
}

function finish(draft: Draft, found: ReadonlyMap<string, number>, comparisons: number, times: number): SegmentCalibration {
  const { key, p, ...rest } = draft
  const below = found.get(key)
  const { ratio } = rest
  return {
    ...rest,
    test: Number.isNaN(p) ? null : { name: 'log-rank', p, below: below ?? null, comparisons },
    differs: below !== undefined && ratio !== null && (ratio >= times || ratio <= 1 / times),
  }
}

function spanDaysOf({ clocks: { startedBetween } }: MeasuredClause): number {
  return startedBetween === null ? 0 : (startedBetween[1] - startedBetween[0]) / dayMs
}

function seasonOf(by: SeasonName, clause: MeasuredClause, parts: readonly SegmentCalibration[]): Season {
  const spanDays = Math.floor(spanDaysOf(clause))
  const isEnough = parts.filter(({ test, ratio }) => test !== null && ratio !== null).length > 1
  const status = !isEnough ? 'insufficientData' : parts.some(({ differs }) => differs) ? 'seasonal' : 'none'
  return { by, status, spanDays, neededDays: neededDays[by], parts }
}
