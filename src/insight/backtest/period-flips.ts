/** Periods that come out otherwise. */
import type { PeriodResult } from '../../evaluation/evaluation.ts'

export interface PeriodFlip {
  /** `clause/2026-04`. */
  readonly key: string
  readonly clause: string
  /** `null` where the agreement does not count the period. */
  readonly from: PeriodResult | null
  readonly to: PeriodResult | null
}

/** Returns the periods whose status, count or target differs: those of the first agreement, then what only the second has. */
export function periodFlips(before: readonly PeriodResult[], after: readonly PeriodResult[]): PeriodFlip[] {
  const others = new Map(after.map((period) => [period.key, period]))
  const found: PeriodFlip[] = before.flatMap((from) => {
    const to = others.get(from.key) ?? null
    others.delete(from.key)
    return to !== null && isSame(from, to) ? [] : [{ key: from.key, clause: from.clause, from, to }]
  })
  for (const to of others.values()) found.push({ key: to.key, clause: to.clause, from: null, to })
  return found
}

function isSame(was: PeriodResult, now: PeriodResult): boolean {
  return (
    was.status === now.status &&
    was.actual === now.actual &&
    was.target === now.target &&
    was.sample === now.sample &&
    was.pending === now.pending &&
    was.excluded === now.excluded
  )
}
