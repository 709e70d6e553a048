/** The status of a period, from what was promised and what was counted. [P3], [P4] */
import type { ComplianceClause, RatioClause } from '../agreement/period-clause.ts'
import type { PeriodStatus } from '../evaluation/evaluation.ts'
import type { Counts } from './tally.ts'

/** Returns the status of a number or a sum: met as soon as it is reached, missed at the end. */
export function statusOfSum(actual: number, target: number, expectedToDate: number | null, isOver: boolean): PeriodStatus {
  if (actual >= target) return 'met'
  if (isOver) return 'missed'
  return expectedToDate !== null && actual < expectedToDate ? 'behind' : 'onTrack'
}

/** What a share must lie between; `null` where it need not. */
type Bounds = Pick<RatioClause, 'atLeast' | 'atMost' | 'minimumSample'>

/** Returns the bounds of the clause. */
export function boundsOf(clause: RatioClause | ComplianceClause): Bounds {
  const { atLeast, minimumSample } = clause
  return { atLeast, minimumSample, atMost: clause.kind === 'ratio' ? clause.atMost : null }
}

/**
 * Returns the status of a share. Until the period is over more may come, which can make up for everything or spoil it; from
 * then on it is decided as soon as what is pending can change nothing any more.
 */
export function statusOfShare(bounds: Bounds, counts: Counts, isOver: boolean): PeriodStatus {
  const { sample, hits, pending, pendingHits } = counts
  if (sample < Math.max(1, bounds.minimumSample)) return 'insufficientData'
  const lowest = (hits + pendingHits) / (sample + pending)
  const highest = (hits + pending) / (sample + pending)
  if (isOver && lies(bounds, lowest) && lies(bounds, highest)) return 'met'
  if (isOver && (isBelow(bounds, highest) || isAbove(bounds, lowest))) return 'missed'
  return lies(bounds, hits / sample) ? 'onTrack' : 'behind'
}

function lies(bounds: Bounds, share: number): boolean {
  return !isBelow(bounds, share) && !isAbove(bounds, share)
}

function isBelow({ atLeast }: Bounds, share: number): boolean {
  return atLeast !== null && share < atLeast
}

function isAbove({ atMost }: Bounds, share: number): boolean {
  return atMost !== null && share > atMost
}
