/**
 * One clock: a cycle of a timed clause on one lead, with the instants that its outcome follows from. Used time is the
 * clause's business time since the start less the business time of the pauses; due is the earliest instant at which it
 * reaches the target. [T5], [C3], [C4]
 */
import type { Goal, Target } from '../agreement/target.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { ReadEvent } from '../events/event.ts'
import { readInstant } from '../time/instant.ts'
import type { Facts } from './facts.ts'

export type Ending = 'stopped' | 'cancelled' | 'superseded'

/** **Units** epoch milliseconds; `to` is `NaN` while the pause lasts. The names are ids of the events that did it. */
export interface Pause {
  readonly from: number
  to: number
  readonly by: string
  until: string | null
}

/** Why a clock was closed, and by which event. */
export interface Closing {
  readonly ending: Ending
  readonly at: number
  readonly by: string
  /** The actor of that event. */
  readonly actor: string | null
}

/** A change of goal while the clock was open. [C7] */
export interface Retarget {
  readonly at: number
  readonly by: string
  readonly fromDueAt: number
  readonly toDueAt: number
}

export class ClockRecord {
  readonly startedAt: number
  readonly startedBy: string
  /** What a goal's condition sees as `event`, now and when the facts change. */
  readonly eventFact: object
  goal: Goal
  owner: string | null
  team: string | null
  /** `NaN` while there is none: paused, or a due instant that no fact names. */
  dueAt = Number.NaN
  breachedAt = Number.NaN
  pausedAt = Number.NaN
  /** The business time of the pauses that have ended. */
  pausedMs = 0
  closing: Closing | null = null
  pauses: Pause[] | null = null
  retargets: Retarget[] | null = null
  /** The due instant before it is rolled into open time. */
  private rawDueAt = Number.NaN

  constructor(
    readonly clause: TimedClause,
    readonly lead: string,
    readonly cycle: number,
    event: ReadEvent,
    goal: Goal,
    facts: Facts,
  ) {
    this.startedAt = event.at
    this.startedBy = event.id
    this.eventFact = event.fact
    this.goal = goal
    this.owner = facts.owner
    this.team = facts.team
    this.aim(goal, facts.lead)
  }

  get isPaused(): boolean {
    return this.pausedAt === this.pausedAt
  }

  get isBreached(): boolean {
    return this.breachedAt === this.breachedAt
  }

  /** Takes the owner that the lead has now. */
  follow(owner: string | null, team: string | null): void {
    this.owner = owner
    this.team = team
  }

  /** Lets time pass until an instant: a clock that is past due and not paused is breached from its due instant on. */
  passTo(at: number): void {
    if (!this.isBreached && !this.isPaused && at > this.dueAt) this.breachedAt = this.dueAt
  }

  pause(at: number, by: string): void {
    if (this.isPaused) return
    this.pausedAt = at
    this.pauses ??= []
    this.pauses.push({ from: at, to: Number.NaN, by, until: null })
    if (!this.isBreached && at < this.rawDueAt) this.dueAt = Number.NaN
  }

  resume(at: number, by: string): void {
    const pause = this.pauses?.at(-1)
    if (!this.isPaused || !pause) return
    const lostMs = this.clause.clock.between(this.pausedAt, at)
    pause.to = at
    pause.until = by
    this.pausedMs += lostMs
    if (!this.isBreached && this.moves && this.pausedAt < this.rawDueAt)
      this.rawDueAt = this.clause.clock.after(this.rawDueAt, lostMs)
    this.pausedAt = Number.NaN
    if (!this.isBreached) this.dueAt = this.rolled(this.rawDueAt)
  }

  /** Takes another goal, with the same start and the pauses kept; a breached clock keeps the one that it broke. [C7] */
  retarget(goal: Goal, leadFacts: object, at: number, by: string): void {
    if (this.isBreached) return
    const fromDueAt = this.dueAt
    const fromRawDueAt = this.rawDueAt
    this.aim(goal, leadFacts)
    if (goal === this.goal && Object.is(this.rawDueAt, fromRawDueAt)) return
    this.goal = goal
    this.retargets ??= []
    this.retargets.push({ at, by, fromDueAt, toDueAt: this.dueAt })
  }

  close(closing: Closing): void {
    this.passTo(closing.at)
    this.closing = closing
  }

  /** Returns the business time until an instant that counts. **Units** milliseconds. */
  usedMs(until: number): number {
    return this.clause.clock.between(this.startedAt, until) - this.pausedMsUntil(until)
  }

  /** Returns the business time that pauses took, the open one included. **Units** milliseconds. */
  pausedMsUntil(until: number): number {
    return this.isPaused ? this.pausedMs + this.clause.clock.between(this.pausedAt, until) : this.pausedMs
  }

  /** Returns when the clock would be due if it were resumed at an instant; `NaN` when it is not paused. */
  dueIfResumedAt(at: number): number {
    if (!this.isPaused || this.isBreached) return Number.NaN
    if (!this.moves || !(this.pausedAt < this.rawDueAt)) return this.rolled(this.rawDueAt)
    return this.rolled(this.clause.clock.after(this.rawDueAt, this.clause.clock.between(this.pausedAt, at)))
  }

  /** A due instant that a fact names stays where it is, whatever is paused. */
  private get moves(): boolean {
    return this.goal.target.kind !== 'dueFrom'
  }

  private aim(goal: Goal, leadFacts: object): void {
    const { clock } = this.clause
    let raw = this.rawFrom(goal.target, leadFacts)
    if (this.pauses && goal.target.kind !== 'dueFrom') {
      for (const { from, to } of this.pauses) if (from < raw && to === to) raw = clock.after(raw, clock.between(from, to))
    }
    this.rawDueAt = raw
    this.dueAt = this.isPaused && this.pausedAt < raw ? Number.NaN : this.rolled(raw)
  }

  private rawFrom(target: Target, leadFacts: object): number {
    const { clock } = this.clause
    switch (target.kind) {
      case 'duration':
        return clock.after(this.startedAt, target.ms)
      case 'businessDays':
        return clock.addBusinessDays(this.startedAt, target.days)
      case 'endOfBusinessDay':
        return clock.endOfBusinessDay(this.startedAt, target.days)
      case 'dueFrom':
        return readInstant(factAt(target.fact === 'lead' ? leadFacts : this.eventFact, target.keys))
    }
  }

  /** A due instant on a date or from a fact lies in open time; a budget may end at the close if the boundary says so. */
  private rolled(at: number): number {
    if (at !== at) return at
    const { kind } = this.goal.target
    const rolls = kind === 'businessDays' || kind === 'dueFrom' || this.clause.boundary === 'nextOpen'
    return rolls ? this.clause.clock.nextOpen(at) : at
  }
}

function factAt(fact: unknown, keys: readonly string[]): unknown {
  let value = fact
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
