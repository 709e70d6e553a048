/**
 * The record of a lead as plain JSON, as small as it can be said: amounts of time in seconds, counted from the last event, and
 * nothing that follows from something else. It holds what the next event can still change or ask for, and the last clocks that
 * were closed; how it came about is in the events.
 */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Ending } from './closing.ts'
import { does } from './plan.ts'

/** **Units** seconds, with the milliseconds as decimals; an instant is counted back from the last event. */
export type Seconds = number
export type Maybe = Seconds | null

/** Nobody's before the first assignment: `0`. */
export type FrozenHand = 0 | readonly [ago: Seconds, owner?: string | null, team?: string | null]

/**
 * Behind the last number that says something the rest is left out, and what is rare is named in an object at the end. `due` is
 * counted from the start, before it is rolled into open time, and `null` where there is none; `0` for an amount of time is what the
 * goal and the pauses say. `cycle` is 1 when left out.
 * `breached` is 1 for a clock that was breached at its due instant, else so many seconds after its start as `[seconds]`. `paused`
 * is the place of its pauses, from 1. `dues` are those of the other goals that may win again, in their order; none where all are `0`.
 */
export type FrozenClock = readonly [
  clause: number,
  started: Seconds,
  due: Maybe,
  ...rest: readonly (number | readonly Maybe[] | FrozenMore)[],
]

/** What only some clocks have. */
export interface FrozenMore {
  /** The hand that it started in, where that is not the one of its start, or each hand, where some were left out. */
  readonly hand?: number | readonly number[]
  /**
   * What each owner but the last had used when the last pause ended, and what pauses took from the last one; left out where they
   * took all from that one.
   */
  readonly used?: readonly Seconds[]
  readonly lost?: Seconds
  /** How many pauses there were, where they are capped. */
  readonly pauses?: number
  /** The pauses one by one, where a later answer may ask for each; 1 marks the time from a stop until it was reopened. */
  readonly spans?: readonly (readonly [from: Seconds, to: Maybe, isGap?: number])[]
  /** The event that started it, where its goals read it. */
  readonly event?: object
  readonly closing?: readonly [ago: Seconds, ending: number, actor: string | null]
  /** What has been done of a cadence. */
  readonly attempts?: readonly [count: number, last: Maybe, ...channels: readonly string[]]
}

/** What pauses took so far; when the last one ended, if any did; when the open one began, and 1 if it is since a stop. */
export type FrozenPauses = readonly [took: Seconds, ended: Maybe, began?: Seconds, isGap?: number]

/** A closed clock: `due` and `closed` are counted from its start. `ending` is a position in `endings`. */
export type FrozenClosed = readonly [
  clause: number,
  started: Seconds,
  due: Maybe,
  goal: number,
  cycle: number,
  ending: number,
  closed: Seconds,
  ...rest: readonly (number | readonly Maybe[] | FrozenClosedMore)[],
]

/** Behind `breached` and what pauses took. */
export interface FrozenClosedMore {
  readonly actor?: string
  readonly owner?: string
  readonly team?: string
  readonly shares?: readonly (readonly [owner: string | null, team: string | null, used: Seconds])[]
  /** Who answered for the breach then, where that is not who answers for it at the end. */
  readonly blamed?: readonly [owner: string | null, team: string | null]
  readonly measure?: string
  readonly attempts?: FrozenMore['attempts']
}

/** The bits of what held and of a pause, and the number of cycles, where the clocks do not tell. */
export type FrozenSlot = readonly [clause: number, held: number, cycle?: number]

export interface FrozenLead {
  readonly facts?: Readonly<Record<string, unknown>>
  readonly state?: string
  /** 1 for a lead that was merged into another. */
  readonly merged?: number
  /** The present one is the last. */
  readonly hands?: readonly FrozenHand[]
  readonly slots?: readonly FrozenSlot[]
  readonly open?: readonly FrozenClock[]
  /** Clocks that are paused by the same events share a row. */
  readonly pauses?: readonly FrozenPauses[]
  /** The calendars or zones that count where those are not the clauses' own, with the positions among the open clocks. */
  readonly measures?: readonly (readonly [name: string, ...open: number[]])[]
  readonly closed?: readonly FrozenClosed[]
}

export const endings: readonly Ending[] = ['stopped', 'cancelled', 'superseded', 'excused']
/** Beside the bits of the conditions that held: those of what no condition can do. */
export const isPausedBit = does.follow
export const isWaitingBit = does.handOver

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

/** Returns an amount of time as it is written down. */
export function secondsOf(ms: number): Seconds {
  return ms / 1000
}

/** Returns an amount of time that was written down, or `NaN` for none. **Errors** throws a `RangeError` for what is no number. */
export function msOfSeconds(seconds: unknown): number {
  if (seconds === null) return Number.NaN
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) throw new RangeError('no amount of time')
  return Math.round(seconds * 1000)
}
