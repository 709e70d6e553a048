/**
 * What the sections of a report are made of: people and teams, counts that add up, shares with what they are of, and for every
 * figure what it rests on. Everything is plain JSON; instants are RFC 3339 in UTC, amounts of time are `…Ms` numbers, and a
 * share lies between 0 and 1 and is `null` where it would be one of nothing.
 */
import type { Status } from '../../evaluation/obligation.ts'

/** Somebody who had clocks. People who are not to be named keep a number, the same all over the report. */
export interface Person {
  /** From 1, by when the first clock of each started: it follows neither from names nor from how well anybody did. */
  readonly number: number
  /** As the events name the person; `null` for one who is not to be named. */
  readonly id: string | null
  /** As the agreement names the person; `null` where it does not, or must not. */
  readonly name: string | null
  /** Of a person whom the agreement lists: like is compared with like. */
  readonly role: string | null
}

export interface Team {
  /** As the events name the team. */
  readonly id: string
  /** As the agreement names it; `null` where it does not. */
  readonly name: string | null
}

/** A list that was cut: never silently. */
export interface Capped<Row> {
  readonly rows: readonly Row[]
  /** How many there are, those in `rows` included. */
  readonly total: number
  /** How many are left out: `total` less the rows. */
  readonly more: number
}

/**
 * Clocks by what became of them. Each clock counts in one of the eight, which add up to `clocks`; unlike the columns of
 * `attainment`, `cancelled` and `superseded` are those in time alone, because a breach counts however its clock ended.
 */
export interface Counts {
  readonly clocks: number
  readonly kept: number
  /** Breached and closed: stopped late, or late already when it was cancelled or superseded. */
  readonly late: number
  readonly openBreached: number
  /** Open, in time. */
  readonly open: number
  readonly paused: number
  /** In time. */
  readonly cancelled: number
  /** In time. */
  readonly superseded: number
  readonly waived: number
  /** What the share is of: `kept`, `late` and `openBreached`. */
  readonly decided: number
}

/** How a figure came about, by a code and the figures that the sentence about it needs. */
export type How =
  /** `kept` of `decided`; those that are pending and those that count for nobody stand beside the share. */
  | {
      readonly code: 'kept-of-decided'
      readonly decided: number
      readonly kept: number
      readonly pending: number
      readonly excluded: number
    }
  /** A plain count of clocks. */
  | { readonly code: 'clocks'; readonly clocks: number }
  /** A count of clocks that started in a cell of the week. */
  | { readonly code: 'started'; readonly clocks: number }
  /** A count of leads whose first event lies in a cell of the week. */
  | { readonly code: 'arrived'; readonly leads: number }
  /** Clocks that are open at `asOf`. */
  | { readonly code: 'open'; readonly clocks: number }
  /** Product limit: the open ones count for as long as they have run. */
  | { readonly code: 'stopped-and-running'; readonly stopped: number; readonly running: number; readonly ended: number }
  /** Leads of a cohort that entered a state. */
  | { readonly code: 'reached'; readonly reached: number; readonly leads: number }

/** What a figure rests on, so that it can be opened. */
export interface Basis {
  readonly how: How
  /** The obligation keys of some of its clocks: breaches first, the latest of them first, then the youngest; each is in `Report.clocks`. */
  readonly keys: readonly string[]
  /** How many clocks it rests on; `keys` are never more. 0 where it rests on leads. */
  readonly total: number
}

/** Counts of clocks of one clause, with the share that was kept. */
export interface Line extends Counts {
  /** `kept / decided`; `null` when nothing is decided. */
  readonly share: number | null
  /** The Wilson interval of the share at 95 %; `null` when nothing is decided. */
  readonly interval: readonly [low: number, high: number] | null
  /** Fewer are decided than the minimum sample: the share may be chance. */
  readonly isSmall: boolean
  /** Of the open clocks in time those that have used so much of their target as `riskShare` says. */
  readonly atRisk: number
  /** The median of the business time of the clocks that were stopped; `null` where none was. **Units** milliseconds. */
  readonly medianUsedMs: number | null
  /** Business time after due of the worst breach; 0 where there is none. **Units** milliseconds. */
  readonly worstLateMs: number
  readonly basis: Basis
}

/** A team or person beside the others of the same kind, in one clause. */
export interface ComparedLine extends Line {
  /** All others of the same role in the same clause: how many of their clocks are decided, and the share that was kept. */
  readonly others: { readonly decided: number; readonly kept: number; readonly share: number | null }
  /** Where the intervals of the two shares do not touch and neither sample is small; else `null`: there is nothing to see. */
  readonly standsOut: 'above' | 'below' | null
}

export interface TeamLine extends ComparedLine {
  readonly team: Team
}

export interface PersonLine extends ComparedLine {
  readonly person: Person
}

/** Lines of teams or people: worst first, that is by breaches, then by decided clocks. What is cut and who had none add up too. */
export interface Lines<Row> extends Capped<Row> {
  /** All that were cut, together. */
  readonly rest: Counts
  /** The clocks of nobody: with no owner, or of no team. */
  readonly nobody: Counts
}

/** One clock, for whoever opens a figure. */
export interface ClockRow {
  readonly key: string
  readonly clause: string
  readonly lead: string
  readonly cycle: number
  readonly party: string
  /** Who answers for it; `null` for nobody. */
  readonly owner: Person | null
  readonly team: Team | null
  readonly status: Status
  /** The name of the goal, or its number from 1. */
  readonly goal: string
  readonly startedAt: string
  /** `null` while paused, and where no fact names the due instant. */
  readonly dueAt: string | null
  /** When a paused clock would be due if it were resumed at `asOf`. */
  readonly dueIfResumedAt: string | null
  readonly stoppedAt: string | null
  readonly closedAt: string | null
  readonly breachedAt: string | null
  /** Business time. **Units** milliseconds. */
  readonly usedMs: number
  /** `null` for targets that are no amount of business time. */
  readonly targetMs: number | null
  /**
   * Used time of the target; of a target in days, whose business time nobody can say beforehand, time on the wall. `null`
   * where no target is known. More than 1 is over.
   */
  readonly usedShare: number | null
  readonly pausedMs: number
  /** Business time after due; 0 of a clock that is not breached. **Units** milliseconds. */
  readonly lateMs: number
}
