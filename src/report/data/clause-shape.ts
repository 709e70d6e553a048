/** What a report says of one clause: its line, teams and people, how it moves, how long things take, when they begin, and whose time it was. */
import type { Basis, Capped, Counts, Line, Lines, PersonLine, TeamLine } from './figures-shape.ts'

/** Everything about one clause with clocks, of the clocks that started in the period. */
export interface ClauseSection {
  readonly clause: string
  /** `null` where the document has none. */
  readonly title: string | null
  readonly kind: 'timed' | 'cadence'
  readonly party: string
  /** The calendar of the clause, or `always`; where the clock follows somebody, the one that is used otherwise. */
  readonly calendar: string
  readonly line: Line
  readonly teams: Lines<TeamLine>
  readonly people: Lines<PersonLine>
  /** By period of the report's length, the latest last and that is the report's own; at most `periods`, and how many there were before. */
  readonly trend: Capped<TrendPoint>
  readonly distribution: Distribution
  readonly arrivals: ArrivalMap
  /** Of all its open clocks, whenever they started. */
  readonly ageing: Ageing
  readonly delay: DelaySection
}

export interface TrendPoint extends Counts {
  readonly period: string
  readonly from: string
  readonly to: string
  /** `null` when nothing is decided. */
  readonly share: number | null
  readonly interval: readonly [low: number, high: number] | null
  readonly isSmall: boolean
  /** More may start in it, or be decided of it: it is not to be compared with the others. */
  readonly isRunning: boolean
  readonly basis: Basis
}

/** How much business time the clocks took. */
export interface Distribution {
  /** Every clock is in one bin, by the time it has used. Bins are equally wide but for the last, which may have no end. */
  readonly bins: readonly DistributionBin[]
  /** The target lines: of each goal that is an amount of business time, with its clocks; by target. */
  readonly targets: readonly { readonly goal: string; readonly targetMs: number; readonly clocks: number }[]
  /** Clocks whose target is no amount of business time: days, or a due instant from a fact. */
  readonly withoutTargetMs: number
  /** Clocks that were stopped, that run still, and that ended otherwise: what they would have taken is not known. */
  readonly stopped: number
  readonly running: number
  readonly ended: number
  /**
   * By when 50, 90 and 95 % are stopped, by the product limit: clocks that run or ended otherwise count for as long as they
   * ran. `null` where so many never were.
   */
  readonly quantiles: readonly { readonly share: number; readonly usedMs: number | null }[]
  /** The longest time that was used; `null` without clocks. */
  readonly longestMs: number | null
  readonly basis: Basis
}

export interface DistributionBin {
  /** `[fromMs, toMs)`. **Units** business milliseconds. */
  readonly fromMs: number
  /** `null` for no end. */
  readonly toMs: number | null
  /** Of the stopped ones those without a breach and those with one; an excused breach is one. */
  readonly stoppedInTime: number
  readonly stoppedLate: number
  /** Censored: they have used so much and run still. */
  readonly running: number
  /** Censored: cancelled or superseded with so much used. */
  readonly ended: number
  readonly basis: Basis
}

/** When things begin, by hour of the week in the agreement's zone, against opening hours. */
export interface ArrivalMap {
  /** What is counted: clocks that start in the period, or leads whose first event lies in it. */
  readonly of: 'clocks' | 'leads'
  /** The clause by whose opening hours this is seen; `null` where there is none. */
  readonly hoursOf: string | null
  readonly total: number
  /** Those that came while the clause's clock was closed; `null` where no clock is known. */
  readonly outsideHours: number | null
  /** 168 of them: Monday to Sunday, hour 0 to 23. They add up to `total`. */
  readonly cells: readonly ArrivalCell[]
}

export interface ArrivalCell {
  /** ISO 8601: 1 for Monday, 7 for Sunday. */
  readonly weekday: number
  /** 0 to 23. */
  readonly hour: number
  readonly count: number
  /** How much of the hour was open over the period; `null` where no clock is known, and beyond the years whose holidays are. */
  readonly openShare: number | null
  readonly basis: Basis
}

/** Open clocks by the share of their target that is used. They add up to `open`. */
export interface Ageing {
  /** In time, overdue and paused. */
  readonly open: number
  readonly buckets: readonly AgeingBucket[]
}

/** `unknown` where no target is known, because no fact names the due instant. A breached clock is `over` at least, and no other is. */
export type AgeingName = 'under50' | 'from50' | 'from75' | 'over' | 'overTwice' | 'unknown'

export interface AgeingBucket {
  readonly bucket: AgeingName
  readonly clocks: number
  /** Of them those that are paused now. */
  readonly paused: number
  readonly basis: Basis
}

/** Whose time it was. Business time on the clause's clock, pauses taken out. **Units** milliseconds. */
export interface DelaySection {
  /** All time without an owner: routing's. */
  readonly systemMs: number
  /** All time in somebody's hands. */
  readonly humanMs: number
  /** Business time that pauses took, whoever had the lead. */
  readonly pausedMs: number
  /** Of the clocks that were stopped; `null` where none was. */
  readonly medianSystemMs: number | null
  readonly medianHumanMs: number | null
  /** Breaches for which nobody answers, because the lead had no owner. */
  readonly breachesWithoutOwner: number
  /** How many clocks were without an owner for some time. */
  readonly withSystemTime: number
  readonly basis: Basis
}
