/** Whose time it was: that of people who had the lead in hand, or the system's, while it lay with nobody. [C9] */
import type { Obligation } from '../evaluation/obligation.ts'

/** Business time on the clause's clock, pauses taken out. **Units** milliseconds. */
export interface Delay {
  /** All time without an owner: routing's. */
  readonly systemMs: number
  /** All time in somebody's hands. */
  readonly humanMs: number
  /** Of the clocks that were stopped; `null` where none was. */
  readonly medianSystemMs: number | null
  readonly medianHumanMs: number | null
  /** Breaches for which nobody answers, because the lead had no owner. */
  readonly breachesWithoutOwner: number
}

/** Returns whose time some clocks took. */
export function delayOf(obligations: readonly Obligation[]): Delay {
  const stopped = obligations.filter(({ stoppedAt }) => stoppedAt !== null)
  return {
    systemMs: obligations.reduce((sum, obligation) => sum + systemMsOf(obligation), 0),
    humanMs: obligations.reduce((sum, obligation) => sum + humanMsOf(obligation), 0),
    medianSystemMs: medianOf(stopped.map(systemMsOf)),
    medianHumanMs: medianOf(stopped.map(humanMsOf)),
    breachesWithoutOwner: obligations.filter(({ breachedAt, status, owner }) => {
      return breachedAt !== null && status !== 'waived' && owner === null
    }).length,
  }
}

function systemMsOf({ owners }: Obligation): number {
  return owners.reduce((sum, { owner, usedMs }) => sum + (owner === null ? usedMs : 0), 0)
}

function humanMsOf({ owners }: Obligation): number {
  return owners.reduce((sum, { owner, usedMs }) => sum + (owner === null ? 0 : usedMs), 0)
}

/** Returns the median; `null` of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = new Float64Array(values).sort()
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
