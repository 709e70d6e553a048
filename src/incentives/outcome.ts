/** What became of a service level in one period: missed, met or exceeded, or too early to tell. */
import type { Incentives, Level } from '../agreement/incentives.ts'
import type { PeriodClause } from '../agreement/period-clause.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { fractionOf, times } from '../conduct/fraction.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { printRead } from '../time/instant.ts'
import type { EntryStanding } from './entry.ts'

/** `insufficient` where there are too few clocks, `idle` where there was nothing at all, `suspended` where nothing was owed. */
export type LevelVerdict = 'exceeded' | 'met' | 'missed' | 'insufficient' | 'idle' | 'suspended'

export interface LevelOutcome {
  readonly level: string
  readonly for: Level['for']
  readonly name: string
  readonly period: string
  /** The last instant of the period. */
  readonly at: string
  readonly standing: EntryStanding
  readonly verdict: LevelVerdict
  readonly points: number
  /** The share, or what was counted; `null` of nothing. */
  readonly actual: number | null
  readonly sample: number
  /** Too few clocks to meet a level, and yet enough to see that it is not kept: it ends a streak. */
  readonly isBelow: boolean
  readonly because: string
}

/** Whether the period is over, and whether nothing that is pending is waited for any more. */
interface Times {
  readonly isOver: boolean
  readonly isLate: boolean
}

/** Where a level is asked for: of whom, and in which period. */
export interface LevelPlace extends Pick<Incentives, 'per' | 'judgeAfterMs'> {
  readonly name: string
  readonly number: number
}

type Found = Omit<LevelOutcome, 'level' | 'for' | 'name' | 'period' | 'at' | 'points'>

/** Returns what became of a level. */
export function outcomeOf(conduct: Conduct, level: Level, place: LevelPlace): LevelOutcome {
  const { per, judgeAfterMs, name, number } = place
  const periods = conduct.periods(per)
  const end = conduct.closing(periods.from(number + 1))
  const at: Times = { isOver: conduct.asOf >= end, isLate: conduct.asOf >= end + judgeAfterMs }
  const results = level.promise === null ? [] : conduct.resultsIn(level.promise, per, number)
  const isSuspended = level.promise !== null && conduct.isSuspended(level.promise, periods.from(number), end)
  const found =
    level.clocksOf === null
      ? worstOf(
          results.map((result) => promiseOutcome(level, result, promiseOf(conduct, result), at)),
          at,
        )
      : isSuspended
        ? plain('suspended', at.isOver ? 'final' : 'running', 'the promise was suspended')
        : clocksOutcome(conduct, level, place, at)
  const points = found.verdict === 'exceeded' ? (level.exceeded?.points ?? level.met) : found.verdict === 'met' ? level.met : 0
  return { level: level.name, for: level.for, name, period: periods.name(number), at: printRead(end - 1), points, ...found }
}

function plain(verdict: LevelVerdict, standing: EntryStanding, because: string): Found {
  return { verdict, standing, actual: null, sample: 0, isBelow: false, because }
}

/** A share is decided as soon as what is pending can change nothing any more. */
function clocksOutcome(conduct: Conduct, level: Level, { per, name, number }: LevelPlace, { isOver, isLate }: Times): Found {
  const clocks = conduct.countedAs(level.promise, level.clocksOf ?? '')
  const { kept, breaches, pending } = conduct.count(clocks, level.for, name, per, number)
  const sample = kept + breaches
  const target = level.atLeast ?? 0
  const actual = sample === 0 ? null : kept / sample
  const ask = `${kept} of ${sample} kept, ${target} asked for${pending > 0 ? `, ${pending} pending` : ''}`
  const stage = (share: number): LevelVerdict =>
    share < target ? 'missed' : level.exceeded && share >= level.exceeded.atLeast ? 'exceeded' : 'met'
  const isWaitedFor = pending > 0 && !isLate
  const standing = (isDecided: boolean): EntryStanding => (!isOver ? 'running' : isDecided ? 'final' : 'pending')
  const isBelow = actual !== null && actual < target
  if (sample === 0) return { ...plain('idle', standing(!isWaitedFor), ask), sample }
  if (sample < level.minimumSample) {
    const mayGrow = isWaitedFor && sample + pending >= level.minimumSample
    return {
      verdict: 'insufficient',
      standing: standing(!mayGrow),
      actual,
      sample,
      isBelow,
      because: `${ask}, of at least ${level.minimumSample}`,
    }
  }
  const lowest = stage(kept / (sample + pending))
  const highest = stage((kept + pending) / (sample + pending))
  const isDecided = !isWaitedFor || lowest === highest
  return { verdict: stage(kept / sample), standing: standing(isDecided), actual, sample, isBelow, because: ask }
}

/** A promise that is counted over a period has its own target, and its own word on whether it is decided. */
function promiseOutcome(level: Level, result: PeriodResult, promise: PeriodClause | undefined, { isOver, isLate }: Times): Found {
  const { status, actual, target, sample, pending } = result
  const ask = `${actual ?? 'nothing'} of ${target}${pending > 0 ? `, ${pending} pending` : ''}`
  const isWaitedFor = pending > 0 && !isLate
  const found = (verdict: LevelVerdict, isDecided: boolean): Found => {
    const standing = !isOver ? 'running' : isDecided ? 'final' : 'pending'
    return { verdict, standing, actual, sample, isBelow: verdict === 'missed', because: ask }
  }
  switch (status) {
    case 'met':
      return found(
        exceeds(level, result, 'now') ? 'exceeded' : 'met',
        !isWaitedFor || exceeds(level, result, 'least') === exceeds(level, result, 'most'),
      )
    case 'missed':
      return found('missed', true)
    case 'suspended':
      return found('suspended', true)
    case 'insufficientData':
      return {
        ...found(sample === 0 && pending === 0 ? 'idle' : 'insufficient', !isWaitedFor),
        isBelow: isBroken(promise, result),
      }
    default:
      // Where the wait is over, or were it over now, a share stands as it is, and a number that is not there is missed.
      return found(status === 'onTrack' && isShare(result) ? 'met' : 'missed', isLate)
  }
}

function isShare({ kind }: Pick<PeriodResult, 'kind'>): boolean {
  return kind !== 'volume' && kind !== 'amount'
}

function promiseOf({ versions }: Conduct, { clause }: PeriodResult): PeriodClause | undefined {
  return versions.findLast(({ agreement }) => agreement.periodClauses.has(clause))?.agreement.periodClauses.get(clause)
}

/** Whether a share of too small a sample lies outside of what was promised, as far as it goes. */
function isBroken(promise: PeriodClause | undefined, { actual }: PeriodResult): boolean {
  if (actual === null || !promise || !('atLeast' in promise)) return false
  const atMost = 'atMost' in promise ? promise.atMost : null
  return (promise.atLeast !== null && actual < promise.atLeast) || (atMost !== null && actual > atMost)
}

/** Whether the level is exceeded: as it stands, or were everything pending lost or won. */
function exceeds(
  { exceeded }: Level,
  { kind, actual, target, sample, pending }: PeriodResult,
  when: 'now' | 'least' | 'most',
): boolean {
  if (!exceeded || actual === null) return false
  if (!isShare({ kind })) {
    const asked = times(fractionOf(target), fractionOf(exceeded.atLeast))
    const reached = fractionOf(actual)
    return reached.over * asked.under >= asked.over * reached.under
  }
  if (when === 'now') return actual >= exceeded.atLeast
  const hits = Math.round(actual * sample) + (when === 'most' ? pending : 0)
  return hits / (sample + pending) >= exceeded.atLeast
}

const ranks: Readonly<Record<LevelVerdict, number>> = { missed: 0, suspended: 1, insufficient: 2, idle: 3, met: 4, exceeded: 5 }

/** Of several weeks in a month the worst is what the month was. */
function worstOf(outcomes: readonly Found[], { isOver }: Times): Found {
  const [worst] = [...outcomes].sort((a, b) => ranks[a.verdict] - ranks[b.verdict])
  if (!worst) return plain('idle', isOver ? 'final' : 'running', 'nothing ended in it')
  const undecided = outcomes.find(({ standing }) => standing !== 'final')
  return { ...worst, standing: worst.verdict === 'missed' ? worst.standing : (undecided?.standing ?? worst.standing) }
}
