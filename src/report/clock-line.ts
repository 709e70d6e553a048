/** One line of a scorecard: the clocks of a clause in a period, of a party, a team or a person. */
import { verdictOf } from '../conduct/clock-count.ts'
import type { Conduct } from '../conduct/conduct.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { wilsonInterval } from '../periods/interval.ts'
import { readInstant } from '../time/instant.ts'
import { type Delay, delayOf, medianOf } from './delay.ts'

export interface ClockLine {
  readonly clause: string
  readonly title: string | null
  /** Clocks that started in the period. */
  readonly owed: number
  /** Kept. */
  readonly done: number
  readonly breaches: number
  readonly openBreaches: number
  /** Open in time, or paused. */
  readonly pending: number
  /** Waived, or cancelled or superseded in time: they count for nobody. */
  readonly excluded: number
  /** The keys of the open clocks in time that have used so much of their target as `riskShare` says. */
  readonly atRisk: readonly string[]
  /** What the share is of: kept and breached. */
  readonly decided: number
  readonly share: number | null
  /** The Wilson interval of the share at 95 %. */
  readonly interval: readonly [low: number, high: number] | null
  /** Fewer are decided than the minimum sample: the share may be chance. */
  readonly isSmall: boolean
  readonly medianUsedMs: number | null
  readonly worstLateMs: number
  readonly delay: Delay
}

export interface LineOptions {
  readonly riskShare: number
  readonly minimumSample: number
}

/** Returns the line of some clocks of one clause. */
export function clockLine(conduct: Conduct, clause: string, clocks: readonly Obligation[], options: LineOptions): ClockLine {
  const having = (verdict: ReturnType<typeof verdictOf>) => clocks.filter((clock) => verdictOf(clock) === verdict)
  const [done, breached] = [having('kept').length, having('breached')]
  const decided = done + breached.length
  const document = conduct.versions.findLast(({ agreement }) => agreement.document.clauses[clause])?.agreement.document
  return {
    clause,
    title: document?.clauses[clause]?.title ?? null,
    owed: clocks.length,
    done,
    breaches: breached.length,
    openBreaches: clocks.filter(({ status }) => status === 'openBreached').length,
    pending: having('pending').length,
    excluded: having('excluded').length,
    atRisk: clocks.filter((clock) => isAtRisk(clock, conduct.asOf, options.riskShare)).map(({ key }) => key),
    decided,
    share: decided === 0 ? null : done / decided,
    interval: wilsonInterval(done, decided),
    isSmall: decided < options.minimumSample,
    medianUsedMs: medianOf(clocks.filter(({ stoppedAt }) => stoppedAt !== null).map(({ usedMs }) => usedMs)),
    worstLateMs: breached.reduce((worst, clock) => Math.max(worst, conduct.lateMs(clock)), 0),
    delay: delayOf(clocks),
  }
}

/**
 * Returns true for an open clock in time that has used so much of its target; of a target in days, whose business time nobody
 * can say beforehand, of the time on the wall.
 */
export function isAtRisk({ status, usedMs, targetMs, startedAt, dueAt }: Obligation, asOf: number, riskShare: number): boolean {
  if (status !== 'open') return false
  if (targetMs !== null) return usedMs >= targetMs * riskShare
  if (dueAt === null) return false
  const from = readInstant(startedAt)
  return asOf - from >= (readInstant(dueAt) - from) * riskShare
}
