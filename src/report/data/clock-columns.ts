/** What the sections ask of every clock, worked out once: one pass over the clocks serves all of them. */
import type { Conduct } from '../../conduct/conduct.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import type { Periods } from '../../periods/period.ts'
import { readInstant } from '../../time/instant.ts'
import type { Counts } from './figures-shape.ts'

/** The eight of which every clock counts in one. */
export const outcomes = ['kept', 'late', 'openBreached', 'open', 'paused', 'cancelled', 'superseded', 'waived'] as const
export type Outcome = Exclude<keyof Counts, 'clocks' | 'decided'>

/** Returns what became of a clock. Nobody mends a breach by handing the lead on. **Source** [C4], [C5]. */
function outcomeOf({ status, breachedAt }: Pick<Obligation, 'status' | 'breachedAt'>): Outcome {
  if (status === 'met') return 'kept'
  if (status === 'metLate') return 'late'
  if (breachedAt !== null && (status === 'cancelled' || status === 'superseded')) return 'late'
  return status
}

/** Returns true while something is still to be done: what is excused is nobody's duty any more. */
export function isOpen(outcome: Outcome): boolean {
  return outcome === 'open' || outcome === 'openBreached' || outcome === 'paused'
}

/** Returns true for what a share is of. */
export function isDecided(outcome: Outcome): boolean {
  return outcome === 'kept' || outcome === 'late' || outcome === 'openBreached'
}

/**
 * Returns how much of its target a clock has used; of a target in days, whose business time nobody can say beforehand, of the
 * time on the wall. `null` where no target is known.
 */
export function usedShareOf(obligation: Obligation, asOf: number): number | null {
  const { targetMs, usedMs, startedAt, dueAt, dueIfResumedAt, closedAt } = obligation
  if (targetMs !== null) return targetMs > 0 ? usedMs / targetMs : null
  const due = dueAt ?? dueIfResumedAt
  if (due === null) return null
  const from = readInstant(startedAt)
  const whole = readInstant(due) - from
  return whole > 0 ? ((closedAt === null ? asOf : readInstant(closedAt)) - from) / whole : null
}

export class ClockColumns {
  readonly outcome: Outcome[]
  /** By which breach; -1 of clocks that are not breached, and of excused ones. **Units** business milliseconds. */
  readonly lateMs: Float64Array
  /** The period in which each clock started. */
  readonly period: Int32Array
  /** When an open clock is due, or would be if it were resumed; infinite where it never is, and of closed ones. */
  readonly dueAt: Float64Array

  constructor(
    private readonly conduct: Conduct,
    periods: Periods,
  ) {
    const { obligations } = conduct
    const length = obligations.length
    this.outcome = new Array<Outcome>(length)
    this.lateMs = new Float64Array(length).fill(-1)
    this.period = new Int32Array(length)
    this.dueAt = new Float64Array(length).fill(Number.POSITIVE_INFINITY)
    for (let position = 0; position < length; position++) {
      const obligation = obligations[position] as Obligation
      const outcome = outcomeOf(obligation)
      this.outcome[position] = outcome
      this.period[position] = periods.numberAt(conduct.startAt(position))
      if (outcome === 'late' || outcome === 'openBreached') this.lateMs[position] = conduct.lateMs(obligation)
      const due = isOpen(outcome) ? (obligation.dueAt ?? obligation.dueIfResumedAt) : null
      if (due !== null) this.dueAt[position] = readInstant(due)
    }
  }

  keyOf(position: number): string {
    return this.conduct.obligations[position]?.key ?? ''
  }

  /** What somebody who opens a figure wants to see first: the worst breach, then the youngest clock. */
  readonly isTelling = (one: number, other: number): boolean => {
    const late = (this.lateMs[one] as number) - (this.lateMs[other] as number)
    if (late !== 0) return late > 0
    const younger = this.conduct.startAt(one) - this.conduct.startAt(other)
    return younger === 0 ? this.keyOf(one) < this.keyOf(other) : younger > 0
  }

  /** What is due first; what never is comes last. */
  readonly isDueBefore = (one: number, other: number): boolean => {
    const [a, b] = [this.dueAt[one] as number, this.dueAt[other] as number]
    return a === b ? this.keyOf(one) < this.keyOf(other) : a < b
  }
}
