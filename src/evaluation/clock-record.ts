/**
 * One clock: a cycle of a timed clause on one lead, with the instants that its outcome follows from. Used time is the
 * clause's business time since the start less the business time of the pauses; due is the earliest instant at which it
 * reaches the target. [T5], [C3], [C4]
 */
import type { Measure } from '../agreement/clock-choice.ts'
import type { Goal } from '../agreement/target.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type Attempts, noAttempts } from './attempts.ts'
import { chargedAt } from './charge.ts'
import type { Closing } from './closing.ts'
import { dueFrom, opened, reached } from './due.ts'
import type { Hand } from './hand.ts'
import type { Past } from './past.ts'
import { countPauses, type Pause } from './pause.ts'
import type { Retarget } from './retarget.ts'
import type { Share } from './shares.ts'

/** Beside the bits of what was told of an open clock: that it was closed. */
export const closedBit = 1 << 31

export class ClockRecord {
  readonly startedAt: number
  readonly startedBy: string
  /** What a goal's condition sees as `event`, now and when the facts change. */
  readonly eventFact: object
  goal: Goal
  /** What its time is counted by: the clause's own calendar, unless another was chosen when it started. [C10] */
  measure: Measure
  /** Who took the lead over since. */
  hands: Hand[] | null = null
  /** `NaN` while there is none: paused, or a due instant that no fact names. */
  dueAt = Number.NaN
  breachedAt = Number.NaN
  pausedAt = Number.NaN
  /** When the open pause has lasted as long as a pause may; `NaN` where it may last for ever. [C3] */
  pauseEndsAt = Number.NaN
  /** The business time of the pauses that have ended. */
  pausedMs = 0
  closing: Closing | null = null
  /** What has been done of a cadence. [C14] */
  attempts: Attempts = noAttempts
  pauses: Pause[] | null = null
  /** What is kept of the pauses before these, of a clock that comes out of a state. */
  past: Past | null = null
  retargets: Retarget[] | null = null
  /** The due instant before it is rolled into open time. */
  rawDueAt = Number.NaN
  /** The open pause began before the clock was due, so there is no due instant until it ends. */
  holdsDue = false
  /** Which of the clause's reminders and steps have been told: one bit each. A batch tells nobody. */
  told = 0
  /** Who used how much of a closed clock that comes out of a state, where several had it. */
  shares: readonly Share[] | null = null
  /** Who answered for its breach then, of a closed clock that comes out of a state, where that is not who answers for it now. */
  blamed: Pick<Hand, 'owner' | 'team'> | null = null

  constructor(
    readonly clause: TimedClause,
    readonly lead: string,
    readonly cycle: number,
    event: Pick<FoldedEvent, 'at' | 'id' | 'fact'>,
    goal: Goal,
    /** Who owned the lead when the clock started. */
    readonly starter: Hand,
  ) {
    this.startedAt = event.at
    this.startedBy = event.id
    this.eventFact = event.fact
    this.goal = goal
    this.measure = clause
  }

  /** Sets the due instant of a clock that starts. */
  begin(leadFacts: Readonly<Record<string, unknown>>): this {
    const { choice } = this.clause
    if (choice) this.measure = choice.of({ owner: this.starter.owner, team: this.starter.team, lead: leadFacts }) ?? this.clause
    this.aim(this.goal, leadFacts)
    return this
  }

  get isPaused(): boolean {
    return this.pausedAt === this.pausedAt
  }

  get isBreached(): boolean {
    return this.breachedAt === this.breachedAt
  }

  /** Who owes the promise, as it stands at an instant, or would after a breach at another. [C9] */
  inChargeAt(until: number, breachedAt = this.breachedAt): Hand {
    return chargedAt(this, until, breachedAt)
  }

  /** Who has the lead in hand now, as far as the clock was told. */
  get hand(): Hand {
    return this.hands?.at(-1) ?? this.starter
  }

  /** Goes on with a clock that was stopped; the time since then is a pause, and another one begins where the lead is paused. [C6] */
  reopen(at: number, by: string, pausedBy: string | null): void {
    const { closing } = this
    if (!closing) return
    this.closing = null
    this.told &= ~closedBit
    this.resume(closing.at, closing.by)
    this.beginPause({ from: closing.at, to: Number.NaN, by: closing.by, until: null, isGap: true })
    this.resume(at, by)
    if (pausedBy !== null) this.pause(at, pausedBy)
  }

  handOver(hand: Hand): void {
    this.hands ??= []
    this.hands.push(hand)
  }

  /** Lets time pass until an instant: a clock that is past due and not paused is breached from its due instant on. */
  passTo(at: number): void {
    this.endPause(at)
    if (!this.isBreached && !this.isPaused && at > this.dueAt) this.breachedAt = this.dueAt
  }

  /** Begins a pause, if the clock may be paused once more. [C3] */
  pause(at: number, by: string): void {
    if (this.isPaused || countPauses(this.pauses) + (this.past?.count ?? 0) >= this.clause.maxPauses) return
    this.beginPause({ from: at, to: Number.NaN, by, until: null, isGap: false })
  }

  /** Ends a pause that has lasted as long as it may by an instant. */
  endPause(at: number): void {
    if (this.pauseEndsAt <= at) this.resume(this.pauseEndsAt, null)
  }

  resume(at: number, by: string | null): void {
    const pause = this.pauses?.at(-1)
    if (!this.isPaused || !pause) return
    const lostMs = this.measure.clock.between(this.pausedAt, at)
    pause.to = at
    pause.until = by
    this.pausedMs += lostMs
    this.pausedAt = Number.NaN
    this.pauseEndsAt = Number.NaN
    if (!this.holdsDue) return
    this.holdsDue = false
    if (this.moves) this.rawDueAt = this.reach(this.rawDueAt, lostMs)
    this.dueAt = this.rolled(this.rawDueAt)
  }

  /** Takes another goal, with the same start and the pauses kept; a breached clock keeps the one that it broke. [C7] */
  retarget(goal: Goal, leadFacts: object, at: number, by: string): void {
    if (this.isBreached) return
    const { goal: fromGoal, dueAt: fromDueAt, rawDueAt: fromRawDueAt } = this
    this.goal = goal
    this.aim(goal, leadFacts)
    if (goal === fromGoal && Object.is(this.rawDueAt, fromRawDueAt)) return
    this.retargets ??= []
    this.retargets.push({ at, by, fromDueAt, toDueAt: this.dueAt })
  }

  close(closing: Closing): void {
    this.passTo(closing.at)
    this.closing = closing
  }

  /** Returns the business time until an instant that counts. **Units** milliseconds. */
  usedMs(until: number): number {
    return this.measure.clock.between(this.startedAt, until) - this.pausedMsUntil(until)
  }

  /** Returns the business time that pauses took, the open one included. **Units** milliseconds. */
  pausedMsUntil(until: number): number {
    return this.isPaused ? this.pausedMs + this.measure.clock.between(this.pausedAt, until) : this.pausedMs
  }

  /** Returns when the clock would be due if it were resumed at an instant; `NaN` when it is not paused. */
  dueIfResumedAt(at: number): number {
    if (!this.isPaused || this.isBreached) return Number.NaN
    if (!this.holdsDue) return this.dueAt
    const lostMs = this.moves ? this.measure.clock.between(this.pausedAt, at) : 0
    return this.rolled(this.reach(this.rawDueAt, lostMs))
  }

  /** When the last pause ended; an instant before all others where none did. */
  get lastPausedTo(): number {
    return this.pauses?.at(-1)?.to ?? this.past?.to ?? Number.NEGATIVE_INFINITY
  }

  /** Takes the pauses that come out of a state, in order; of an open one `to` is `NaN`. */
  restorePauses(pauses: Pause[]): void {
    this.pauses = pauses
    const last = pauses.at(-1)
    if (!last || last.to === last.to) return
    this.open(last)
    this.holdsDue = !this.isBreached && last.from < this.dueAt
    if (this.holdsDue) this.dueAt = Number.NaN
  }

  private beginPause(pause: Pause): void {
    this.pauses ??= []
    this.pauses.push(pause)
    this.open(pause)
    if (this.isBreached || !(pause.from < this.dueAt)) return
    this.holdsDue = true
    this.dueAt = Number.NaN
  }

  private open({ from, isGap }: Pause): void {
    const { maxPauseMs } = this.clause
    this.pausedAt = from
    if (!isGap && maxPauseMs !== Number.POSITIVE_INFINITY) this.pauseEndsAt = this.reach(from, maxPauseMs)
  }

  /** A due instant that a fact names stays where it is, whatever is paused. */
  private get moves(): boolean {
    return this.goal.target.kind !== 'dueFrom'
  }

  /** Returns the due instant of a goal that pauses move, before it is rolled, under the pauses that are over. */
  dueUnder(goal: Goal): number {
    const { clock } = this.measure
    let raw = this.past?.dues.get(this.clause.goals.indexOf(goal)) ?? dueFrom(clock, goal.target, this.startedAt, none, none)
    for (const { from, to } of this.pauses ?? none) {
      if (to === to && from < this.rolled(raw, goal)) raw = this.reach(raw, clock.between(from, to))
    }
    return raw
  }

  private aim(goal: Goal, leadFacts: object): void {
    const { measure, startedAt, eventFact } = this
    const raw = this.moves ? this.dueUnder(goal) : dueFrom(measure.clock, goal.target, startedAt, leadFacts, eventFact)
    const dueAt = this.rolled(raw)
    this.rawDueAt = raw
    this.holdsDue = this.pausedAt < dueAt
    this.dueAt = this.holdsDue ? Number.NaN : dueAt
  }

  private reach(from: number, openMs: number): number {
    return reached(this.measure.clock, from, openMs)
  }

  /** A due instant on a date or from a fact lies in open time; a budget may end at the close if the boundary says so. */
  rolled(at: number, { target: { kind } }: Goal = this.goal): number {
    const rolls = kind === 'businessDays' || kind === 'dueFrom' || this.clause.boundary === 'nextOpen'
    return rolls ? opened(this.measure.clock, at) : at
  }
}

const none: readonly Pause[] = []
