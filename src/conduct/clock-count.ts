/** The clocks of a clause that somebody had in a period, counted as `attainment` and a `compliance` clause count them. */
import type { Obligation } from '../evaluation/obligation.ts'

export interface ClockCount {
  readonly clocks: number
  readonly kept: number
  /** However the clock ended, and those that are open still. */
  readonly breaches: number
  readonly openBreaches: number
  /** Open in time, or paused. */
  readonly pending: number
  /** Waived, or cancelled or superseded in time. */
  readonly excluded: number
  /** Business time after due. **Units** milliseconds. */
  readonly totalLateMs: number
  readonly worstLateMs: number
}

export type OpenCount = { -readonly [Name in keyof ClockCount]: ClockCount[Name] }

/** Returns the count of nothing, to be added to. */
export function openCount(): OpenCount {
  return {
    clocks: 0,
    kept: 0,
    breaches: 0,
    openBreaches: 0,
    pending: 0,
    excluded: 0,
    totalLateMs: 0,
    worstLateMs: 0,
  }
}

export const nothing: ClockCount = Object.freeze(openCount())

/** What became of a clock, for those who count. */
export type Verdict = 'kept' | 'breached' | 'pending' | 'excluded'

/** Returns what became of a clock. Nobody mends a breach by handing the lead on. **Source** [C4], [C5]. */
export function verdictOf({ status, breachedAt }: Pick<Obligation, 'status' | 'breachedAt'>): Verdict {
  switch (status) {
    case 'met':
      return 'kept'
    case 'metLate':
    case 'openBreached':
      return 'breached'
    case 'open':
    case 'paused':
      return 'pending'
    case 'cancelled':
    case 'superseded':
      return breachedAt === null ? 'excluded' : 'breached'
    default:
      return 'excluded'
  }
}

/** Adds a clock to a count. */
export function addClock(count: OpenCount, verdict: Verdict, isOpen: boolean, lateMs: number): void {
  count.clocks += 1
  if (verdict === 'kept') count.kept += 1
  else if (verdict === 'pending') count.pending += 1
  else if (verdict === 'excluded') count.excluded += 1
  else {
    count.breaches += 1
    if (isOpen) count.openBreaches += 1
    count.totalLateMs += lateMs
    count.worstLateMs = Math.max(count.worstLateMs, lateMs)
  }
}

/** Returns the sum of counts. */
export function sumOf(counts: Iterable<ClockCount>): ClockCount {
  const sum = openCount()
  for (const count of counts) {
    sum.clocks += count.clocks
    sum.kept += count.kept
    sum.breaches += count.breaches
    sum.openBreaches += count.openBreaches
    sum.pending += count.pending
    sum.excluded += count.excluded
    sum.totalLateMs += count.totalLateMs
    sum.worstLateMs = Math.max(sum.worstLateMs, count.worstLateMs)
  }
  return sum
}
