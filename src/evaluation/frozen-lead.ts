/**
 * The record of a lead as plain JSON, as small as it can be said: numbers in arrays, instants counted from the first one,
 * people kept once. It holds what the next event can still change or ask for, and the last clocks that were closed; how it
 * came about is in the events.
 */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Ending } from './clock-record.ts'
import type { Share } from './shares.ts'

export type Maybe = number | null
export type FrozenHand = readonly [at: Maybe, owner: string | null, team: string | null]

/** A clock that goes on; `hand` is the position of the one that it started in, or of each one where some were left out. */
export type FrozenClock = readonly [
  clause: number,
  cycle: number,
  goal: number,
  startedAt: number,
  rawDueAt: Maybe,
  hand: number | readonly number[],
  told?: number,
  breachedAt?: Maybe,
  holdsDue?: number,
  pausedMs?: number,
  /** A third member, 1, marks the time from a stop until the clock was reopened. */
  pauses?: readonly (readonly [from: number, to: Maybe, isGap?: number])[],
  event?: object | null,
  closing?: readonly [at: number, ending: number, actor: string | null],
]

/** A closed clock, with the ending as a position in `endings`. */
export type FrozenClosed = readonly [
  clause: number,
  cycle: number,
  goal: number,
  startedAt: number,
  rawDueAt: Maybe,
  breachedAt: Maybe,
  pausedMs: number,
  closedAt: number,
  ending: number,
  actor: string | null,
  owner: string | null,
  team: string | null,
  shares: readonly Share[] | null,
  /** Who answered for the breach then, where that is not who answers for it at the end. */
  blamed?: readonly [owner: string | null, team: string | null] | null,
  measure?: string,
]

export interface FrozenLead {
  /** The instant from which all others are counted. **Units** epoch milliseconds. */
  readonly t: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: string | null
  /** 1 for a lead that was merged into another. */
  readonly merged?: number
  readonly hands: readonly FrozenHand[]
  /** By clause: the number of cycles, and the bits of what held and of a pause. */
  readonly slots: readonly (readonly [clause: number, cycle: number, held: number])[]
  readonly open: readonly FrozenClock[]
  /** The calendars or zones that count where those are not the clauses' own, with the positions among the open clocks. */
  readonly measures?: readonly (readonly [name: string, ...open: number[]])[]
  readonly closed: readonly FrozenClosed[]
}

export const endings: readonly Ending[] = ['stopped', 'cancelled', 'superseded', 'excused']
/** Beside the bits of the conditions that held. */
export const isPausedBit = 1 << 16
export const isWaitingBit = 1 << 17

/** How much of the past a frozen lead keeps. */
export interface Keeping {
  /** Those of all versions, by position. */
  readonly clauses: readonly TimedClause[]
  /** The facts of the lead that some rule reads; all of them when null. */
  readonly factKeys: ReadonlySet<string> | null
  /** The clauses, by position, whose goals read the event that started the clock. */
  readonly eventClauses: ReadonlySet<number>
  /** So many closed clocks stay. */
  readonly mostClosed: number
}
