/**
 * One clock: everything that is asked of it is computed anew from its start, minute by minute. [C3], [C4], [C9], [T5]
 * Shares no code with `src`. **Units** minutes since the Unix epoch.
 */

import type { GoalDocument, TimedClauseDocument } from '../../src/index.ts'
import { type Facts, type Moment, memberOf, minuteOf } from './lead-moments.ts'
import type { MinuteCalendar } from './minute-calendar.ts'

/** Half-open; without `to` the pause goes on. */
interface Pause {
  readonly from: number
  to: number | null
  /** The time from a stop until the clock was reopened, which no cap counts. */
  readonly isGap: boolean
}

/** Who had the lead from a minute on, as far as the clock was open then. */
interface Keeper {
  readonly minute: number
  readonly owner: string | null
  readonly team: string | null
}

export interface Person {
  readonly owner: string | null
  readonly team: string | null
}

export interface Closing {
  readonly moment: Moment
  readonly ending: 'stopped' | 'cancelled' | 'superseded' | 'excused'
}

/** What a clock must know of its clause. */
export interface CycleTerms {
  readonly calendar: MinuteCalendar
  readonly boundary: 'close' | 'nextOpen'
  readonly attribution: TimedClauseDocument['attribution']
  readonly maxPause?: TimedClauseDocument['maxPause']
  readonly maxPauses?: TimedClauseDocument['maxPauses']
}

export class CycleOracle {
  breachedAt: number | null = null
  closing: Closing | null = null
  readonly pauses: Pause[] = []
  readonly keepers: Keeper[]
  /** What a `dueFrom` of the lead reads: the facts as of the last event at which the clock could follow them. */
  factsOfDue: Facts

  constructor(
    private readonly terms: CycleTerms,
    readonly number: number,
    readonly start: Moment,
    public goal: GoalDocument,
  ) {
    const { owner, team } = start.facts
    this.keepers = [{ minute: start.minute, owner, team }]
    this.factsOfDue = start.facts
  }

  get isPaused(): boolean {
    return this.pauses.at(-1)?.to === null
  }

  pause(minute: number): void {
    const { maxPauses = 1_000 } = this.terms
    if (!this.isPaused && this.pauses.filter(({ isGap }) => !isGap).length < maxPauses)
      this.pauses.push({ from: minute, to: null, isGap: false })
  }

  /** [C6]: the time since the stop is a pause, whatever caps pauses. */
  leaveOut(from: number, to: number): void {
    this.pauses.push({ from, to, isGap: true })
  }

  resume(minute: number): void {
    const last = this.pauses.at(-1)
    if (last && last.to === null) last.to = minute
  }

  handOver({ minute, facts: { owner, team } }: Moment): void {
    this.keepers.push({ minute, owner, team })
  }

  /** [C4]: an open clock is breached if and only if the instant is past due, and never while it is paused. */
  letPass(minute: number): void {
    this.endPause(minute)
    if (this.breachedAt !== null || this.isPaused) return
    const due = this.dueWith(this.pauses)
    if (due !== null && minute > due) this.breachedAt = due
  }

  /** [C3]: a pause that has taken as many open minutes as it may is over. */
  private endPause(minute: number): void {
    const { calendar, maxPause } = this.terms
    const last = this.pauses.at(-1)
    if (!last || last.to !== null || maxPause === undefined) return
    let taken = 0
    for (let at = last.from; at < minute && last.to === null; at++) {
      if (calendar.isOpen(at)) taken++
      if (taken === minutesIn(maxPause)) last.to = at + 1
    }
  }

  dueAt(): number | null {
    return this.breachedAt ?? (this.isPaused ? null : this.dueWith(this.pauses))
  }

  dueIfResumedAt(minute: number): number | null {
    return this.dueWith(this.pausesUntil(minute))
  }

  /** Returns the open minutes until one that count, and those that a pause took. */
  minutesUntil(until: number): { readonly used: number[]; readonly paused: number[] } {
    const pauses = this.pausesUntil(until)
    const all = Array.from({ length: until - this.start.minute }, (_, passed) => this.start.minute + passed)
    const open = all.filter((minute) => this.terms.calendar.isOpen(minute))
    return { used: open.filter((minute) => !isIn(pauses, minute)), paused: open.filter((minute) => isIn(pauses, minute)) }
  }

  /** [C9]: everybody who had the lead, in order, with the minutes that counted while they had it. */
  sharesUntil(until: number): (Person & { readonly minutes: number })[] {
    const { used } = this.minutesUntil(until)
    const people: Person[] = []
    for (const { owner, team } of this.keepers) if (!people.some(isOf(owner, team))) people.push({ owner, team })
    return people.map(({ owner, team }) => {
      const isTheirs = (minute: number) => isOf(owner, team)(this.keeperAt(minute))
      return { owner, team, minutes: used.filter(isTheirs).length }
    })
  }

  /** [C9] */
  inChargeAt(until: number): Person {
    const [first, last] = [this.keepers[0] as Keeper, this.keepers.at(-1) as Keeper]
    switch (this.terms.attribution ?? 'ownerAtDue') {
      case 'ownerAtStart':
        return first
      case 'lastOwner':
        return this.keeperAt(until)
      case 'ownerAtDue':
        return this.breachedAt === null ? last : this.keeperAt(this.breachedAt)
      case 'proportional': {
        const shares = this.sharesUntil(until)
        const total = (name: string | null) =>
          shares.filter(({ owner }) => owner === name).reduce((sum, { minutes }) => sum + minutes, 0)
        const most = Math.max(...this.keepers.map(({ owner }) => total(owner)))
        return this.keepers.find(({ owner }) => total(owner) === most) as Keeper
      }
    }
  }

  private keeperAt(minute: number): Keeper {
    return this.keepers.findLast((keeper) => keeper.minute <= minute) ?? (this.keepers[0] as Keeper)
  }

  private pausesUntil(minute: number): Pause[] {
    return this.pauses.map(({ from, to, isGap }) => ({ from, to: to ?? minute, isGap }))
  }

  /** Returns when the clock is due, given the pauses; `null` when one of them goes on, or no fact says. */
  private dueWith(pauses: readonly Pause[]): number | null {
    const { calendar, boundary } = this.terms
    const { target } = this.goal
    const { minute: start } = this.start
    if (typeof target === 'string' && boundary === 'close') return this.whenUsedUp(start, minutesIn(target), pauses)
    if (typeof target === 'object' && 'dueFrom' in target) return this.dueFromFact(target.dueFrom)
    const rolls = boundary === 'nextOpen' || (typeof target === 'object' && 'businessDays' in target)
    const roll = (minute: number) => (rolls ? calendar.nextOpen(minute) : minute)
    let raw = this.unpaused(start, target)
    for (const { from, to } of pauses) {
      if (from >= roll(raw)) break
      if (to === null) return null
      raw = calendar.after(raw, calendar.between(from, to))
    }
    return roll(raw)
  }

  /** [T5], [C3]: the earliest instant at which the working time, less the pauses, equals the target. */
  private whenUsedUp(start: number, target: number, pauses: readonly Pause[]): number | null {
    let minute = start
    for (let left = target; left > 0; minute++) {
      if (pauses.some(({ from, to }) => to === null && minute >= from)) return null
      if (this.terms.calendar.isOpen(minute) && !isIn(pauses, minute)) left--
    }
    return minute
  }

  private unpaused(start: number, target: Exclude<GoalDocument['target'], { readonly dueFrom: unknown }>): number {
    const { calendar } = this.terms
    if (typeof target === 'string') return calendar.after(start, minutesIn(target))
    if ('businessDays' in target) return calendar.addBusinessDays(start, target.businessDays)
    return calendar.endOfBusinessDay(start, target.endOfBusinessDay)
  }

  /** A due instant that a fact names is rolled into open time, never before the start, and stays where it is whatever is paused. */
  private dueFromFact({ fact, path }: { readonly fact: 'lead' | 'event'; readonly path: string }): number | null {
    const { facts, minute: start } = this.start
    const source = fact === 'lead' ? this.factsOfDue.lead : facts.event
    const value = path.split('.').slice(1).reduce<unknown>(memberOf, source)
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)
    return isInstant ? this.terms.calendar.nextOpen(Math.max(start, minuteOf(value))) : null
  }
}

const isOf = (owner: string | null, team: string | null) => (one: Person) => one.owner === owner && one.team === team

function isIn(pauses: readonly Pause[], minute: number): boolean {
  return pauses.some(({ from, to }) => from <= minute && (to === null || minute < to))
}

/** Returns the minutes of a duration of whole hours and minutes such as `PT1H30M`. */
export function minutesIn(duration: string): number {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration)
  if (!match) throw new RangeError(`this oracle knows no duration ${duration}`)
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
}
