/** Judges the figures of one clause in one period: what was owed, what was done, and what that means. [P3]–[P6] */
import type { CarryOver } from '../agreement/paced-target.ts'
import type { AmountClause, ComplianceClause, PeriodClause, RatioClause, VolumeClause } from '../agreement/period-clause.ts'
import type { Rates } from '../agreement/rates.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { printRead } from '../time/instant.ts'
import { wilsonInterval } from './interval.ts'
import { type Days, owedByNow, owedIn, paceOf, partsOf } from './pace.ts'
import type { Counts } from './tally.ts'
import { boundsOf, statusOfShare, statusOfSum } from './verdict.ts'

/** A period, seen at an instant. */
export interface Place {
  /** Its first instant. **Units** epoch milliseconds. */
  readonly from: number
  readonly days: Days
  /** The days on which the agreement is in force. */
  readonly inForce: Days
  readonly today: number
  /** Whether nothing more can fall into it. */
  readonly isOver: boolean
  /** What the period before handed on: more to do, or, below zero, done already. */
  readonly carried: number
}

export type Judged = Pick<
  PeriodResult,
  | 'target'
  | 'actual'
  | 'expectedToDate'
  | 'interval'
  | 'forecast'
  | 'currency'
  | 'parts'
  | 'carried'
  | 'rounding'
  | 'recordedFrom'
  | 'status'
>

const plain = { interval: null, forecast: null, currency: null, parts: null, carried: null, rounding: null, recordedFrom: null }

/** What became of a period, and what it hands on to the next. */
export interface Judgement {
  readonly found: Judged
  readonly handedOn: number
}

/** Returns what the counts of a clause come to. */
export function judge(clause: PeriodClause, counts: Counts, place: Place, rates: Rates | null): Judgement {
  if (clause.kind === 'volume' || clause.kind === 'amount') return sumOf(clause, counts, place, rates)
  return { found: shareOf(clause, counts, place), handedOn: 0 }
}

/** More than was owed is carried on even where nothing was: it is taken off what is owed later. */
function handedOn(carryOver: CarryOver | null, missing: number): number {
  const isAgreed = carryOver && (missing > 0 ? carryOver.shortfall : carryOver.surplus)
  if (!isAgreed) return 0
  const carried = Math.min(Math.abs(missing), carryOver.cap)
  // Less than nothing is below zero, and nothing is not.
  return missing > 0 ? carried : 0 - carried
}

function sumOf(clause: VolumeClause | AmountClause, { hits: actual }: Counts, place: Place, rates: Rates | null): Judgement {
  const { days, inForce, today, isOver, carried } = place
  const pace = paceOf(clause, days, inForce, today)
  const owed = owedIn(pace) + carried
  const target = Math.max(0, owed)
  const byNow = owedByNow(pace) + (pace.inForce > 0 ? (carried * pace.elapsed) / pace.inForce : 0)
  const expectedToDate = isOver ? target : Number.isNaN(byNow) ? null : Math.max(0, byNow)
  const found: Judged = {
    ...plain,
    target,
    actual,
    expectedToDate,
    forecast: !isOver && pace.elapsed > 0 ? { value: (actual * pace.inForce) / pace.elapsed, method: 'businessDays' } : null,
    currency: clause.currency,
    parts: partsOf(pace),
    carried: clause.carryOver ? carried : null,
    rounding: clause.kind === 'amount' && rates ? rates.rounding : null,
    status: statusOfSum(actual, target, expectedToDate, isOver),
  }
  return { found, handedOn: handedOn(clause.carryOver, owed - actual) }
}

/** A share is owed all the time: it has no pace, and what is expected to date is the share itself. */
function shareOf(clause: RatioClause | ComplianceClause, counts: Counts, { from, isOver }: Place): Judged {
  const { hits, sample } = counts
  const bounds = boundsOf(clause)
  const target = bounds.atLeast ?? bounds.atMost ?? 0
  const lacksData = clause.kind === 'ratio' && from < clause.recordedFrom
  return {
    ...plain,
    target,
    actual: sample === 0 ? null : hits / sample,
    expectedToDate: target,
    interval: wilsonInterval(hits, sample),
    recordedFrom: lacksData ? printRead(clause.recordedFrom) : null,
    status: lacksData ? 'insufficientData' : statusOfShare(bounds, counts, isOver),
  }
}
