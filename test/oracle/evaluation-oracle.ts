/**
 * The rules of timed clauses, written the slow and obvious way: each lead's whole history is walked for each clause, and
 * whatever is asked of a clock is computed anew from its start, minute by minute. [C1]–[C8], [E1]–[E5], [T5]
 * Shares no code with `src`; only the shapes of documents and results are its types.
 *
 * **Units** minutes since the Unix epoch, until the result is printed.
 */

import type {
  AgreementDocument,
  GoalDocument,
  LeadEvent,
  Obligation,
  Status,
  TimedClauseDocument,
  TriggerDocument,
} from '../../src/index.ts'
import { type Facts, holds, type LeadMoments, type Moment, memberOf, minuteOf, momentsOf, type Times } from './lead-moments.ts'
import { alwaysOpen, type MinuteCalendar, minuteCalendar, startOfDate } from './minute-calendar.ts'

/** Half-open; without `to` the pause goes on. */
interface Pause {
  readonly from: number
  readonly to: number | null
}

interface Cycle {
  readonly number: number
  readonly startIndex: number
  goal: GoalDocument
  breachedAt: number | null
  /** The end, and the pauses of the lead as they were known by then. */
  closing: {
    readonly index: number
    readonly ending: 'stopped' | 'cancelled' | 'superseded'
    readonly pauses: readonly Pause[]
  } | null
}

export interface OracleEvaluation extends LeadMoments {
  readonly obligations: readonly Obligation[]
}

export function evaluationOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times): OracleEvaluation {
  const found = momentsOf(document, events, times)
  const obligations: Obligation[] = []
  for (const lead of [...found.leads.keys()].sort()) {
    for (const [id, clause] of Object.entries(document.clauses)) {
      if (clause.kind !== 'timed') continue
      obligations.push(...new ClauseOnLead(document, id, clause, found.leads.get(lead) ?? [], minuteOf(times.asOf)).obligations())
    }
  }
  return { ...found, obligations }
}

/** One clause on one lead. */
class ClauseOnLead {
  private readonly calendar: MinuteCalendar
  private readonly goals: readonly GoalDocument[]
  private pauses: Pause[] = []

  constructor(
    private readonly document: AgreementDocument,
    private readonly id: string,
    private readonly clause: TimedClauseDocument,
    private readonly moments: readonly Moment[],
    private readonly asOf: number,
  ) {
    const calendar = document.calendars?.[clause.clock]
    this.calendar =
      calendar && 'week' in calendar && clause.clock !== 'always' ? minuteCalendar(calendar) : alwaysOpen(document.timeZone)
    const { within } = clause
    this.goals = Array.isArray(within) ? (within as readonly GoalDocument[]) : [{ target: within as GoalDocument['target'] }]
  }

  obligations(): Obligation[] {
    return this.cycles().map((cycle) => this.obligationOf(cycle))
  }

  /** [C2]: stop > cancel > reset > pause and resume > start. [C6]: cycles count from 1. */
  private cycles(): Cycle[] {
    const { clause } = this
    const cycles: Cycle[] = []
    let open: Cycle | null = null
    for (const [index, { minute }] of this.moments.entries()) {
      if (open) this.letPass(open, minute)
      if (open && this.fires(clause.stop, index)) open = this.close(open, index, 'stopped')
      if (open && (this.fires(clause.cancel, index) || !this.isWanted(index))) open = this.close(open, index, 'cancelled')
      const resets: boolean = open !== null && this.fires(clause.reset, index)
      if (open && resets) open = this.close(open, index, 'superseded')
      this.pauseOrResume(index)
      if (open) this.retarget(open, index)
      const starts = this.fires(clause.start, index) && !(clause.once && cycles.length > 0)
      if (open === null && (resets || starts)) {
        const goal = this.goalAt(index, index)
        if (!goal || !this.isWanted(index) || !this.isInForce(minute)) continue
        open = { number: cycles.length + 1, startIndex: index, goal, breachedAt: null, closing: null }
        cycles.push(open)
        if (this.isAlready(clause.stop, index)) {
          this.letPass(open, minute)
          open = this.close(open, index, 'stopped')
        }
      }
    }
    if (open) this.letPass(open, this.asOf)
    return cycles
  }

  private close(cycle: Cycle, index: number, ending: 'stopped' | 'cancelled' | 'superseded'): null {
    cycle.closing = { index, ending, pauses: [...this.pauses] }
    return null
  }

  /** [C4]: an open clock is breached if and only if the instant is past due, and never while it is paused. */
  private letPass(cycle: Cycle, minute: number): void {
    if (cycle.breachedAt !== null || this.isPaused()) return
    const due = this.dueOf(cycle, this.pauses)
    if (due !== null && minute > due) cycle.breachedAt = due
  }

  private isPaused(): boolean {
    return this.pauses.at(-1)?.to === null
  }

  /** [C2]: a pause is the lead's, whether or not a clock is open; where one event does both, the pause goes on. */
  private pauseOrResume(index: number): void {
    const { minute } = this.moment(index)
    if (this.fires(this.clause.pause, index)) {
      if (!this.isPaused()) this.pauses.push({ from: minute, to: null })
    } else if (this.isPaused() && this.resumes(index)) {
      const pause = this.pauses.pop() as Pause
      this.pauses.push({ from: pause.from, to: minute })
    }
  }

  private resumes(index: number): boolean {
    const { pause, resume } = this.clause
    if (resume !== undefined) return this.fires(resume, index)
    if (pause === undefined) return false
    if ('becomes' in pause) return !holds(pause.becomes, this.moment(index).facts, this.document.conditions)
    return this.statesOf(pause).includes(this.moment(index).left ?? '')
  }

  /** [C7]: an open, unbreached clock takes the goal that wins now; when none wins it keeps the one it had. */
  private retarget(cycle: Cycle, index: number): void {
    if (cycle.breachedAt !== null || this.clause.onChange === 'keep') return
    const goal = this.goalAt(index, cycle.startIndex)
    if (goal === undefined) return
    cycle.goal = goal
    this.factsOfDue.set(cycle, this.moment(index).facts)
  }

  /** What a `dueFrom` of the lead reads: the facts as of the last event at which the clock could follow them. */
  private readonly factsOfDue = new Map<Cycle, Facts>()

  /** [C8]: the first goal that holds; `event` is the event that started the clock. */
  private goalAt(index: number, startIndex: number): GoalDocument | undefined {
    const facts = { ...this.moment(index).facts, event: this.moment(startIndex).event }
    return this.goals.find(({ when }) => when === undefined || holds(when, facts, this.document.conditions))
  }

  private isWanted(index: number): boolean {
    const { requires } = this.clause
    return requires === undefined || holds(requires, this.moment(index).facts, this.document.conditions)
  }

  private isInForce(minute: number): boolean {
    const { effective, timeZone } = this.document
    if (effective?.from !== undefined && minute < startOfDate(timeZone, effective.from)) return false
    return effective?.to === undefined || minute < startOfDate(timeZone, effective.to)
  }

  /** [C1] */
  private fires(trigger: TriggerDocument | undefined, index: number): boolean {
    if (trigger === undefined) return false
    const { event, left, entered, facts } = this.moment(index)
    const { conditions } = this.document
    if ('becomes' in trigger) {
      const held = index > 0 && holds(trigger.becomes, this.moment(index - 1).facts, conditions)
      return !held && holds(trigger.becomes, facts, conditions)
    }
    if (trigger.when !== undefined && !holds(trigger.when, facts, conditions)) return false
    if ('on' in trigger) return listOf(trigger.on).includes(event.type)
    return this.statesOf(trigger).includes(('leaves' in trigger ? left : entered) ?? '')
  }

  /** [C2]: a stop that is a state, and true already when the clock starts. */
  private isAlready(trigger: TriggerDocument, index: number): boolean {
    const { facts } = this.moment(index)
    const { conditions } = this.document
    if ('becomes' in trigger) return holds(trigger.becomes, facts, conditions)
    if ('on' in trigger || 'leaves' in trigger) return false
    return (
      this.statesOf(trigger).includes(facts.state ?? '') && (trigger.when === undefined || holds(trigger.when, facts, conditions))
    )
  }

  private statesOf(trigger: TriggerDocument): readonly string[] {
    if ('enters' in trigger) return listOf(trigger.enters)
    if ('leaves' in trigger) return listOf(trigger.leaves)
    const states = Object.entries(this.document.lifecycle?.states ?? {})
    return 'disposed' in trigger ? states.filter(([, { disposition }]) => disposition).map(([name]) => name) : []
  }

  /** Returns when the clock is due, given the pauses; `null` when one of them goes on, or no fact says. */
  private dueOf(cycle: Cycle, pauses: readonly Pause[]): number | null {
    const { target } = cycle.goal
    const { minute: start } = this.moment(cycle.startIndex)
    const own = clip(pauses, start)
    const boundary = this.clause.boundary ?? this.document.boundary ?? 'close'
    if (typeof target === 'string' && boundary === 'close') return this.whenUsedUp(start, minutesIn(target), own)
    if (typeof target === 'object' && 'dueFrom' in target) return this.dueFromFact(cycle, target.dueFrom)
    const rolls = boundary === 'nextOpen' || (typeof target === 'object' && 'businessDays' in target)
    const roll = (minute: number) => (rolls ? this.calendar.nextOpen(minute) : minute)
    let raw = this.unpaused(start, target)
    for (const { from, to } of own) {
      if (from >= roll(raw)) break
      if (to === null) return null
      raw = this.calendar.after(raw, this.calendar.between(from, to))
    }
    return roll(raw)
  }

  /** [T5], [C3]: the earliest instant at which the working time, less the pauses, equals the target. */
  private whenUsedUp(start: number, target: number, pauses: readonly Pause[]): number | null {
    let minute = start
    for (let left = target; left > 0; minute++) {
      if (pauses.some(({ from, to }) => to === null && minute >= from)) return null
      if (this.calendar.isOpen(minute) && !isIn(pauses, minute)) left--
    }
    return minute
  }

  private unpaused(start: number, target: Exclude<GoalDocument['target'], { readonly dueFrom: unknown }>): number {
    if (typeof target === 'string') return this.calendar.after(start, minutesIn(target))
    if ('businessDays' in target) return this.calendar.addBusinessDays(start, target.businessDays)
    return this.calendar.endOfBusinessDay(start, target.endOfBusinessDay)
  }

  /** A due instant that a fact names is rolled into open time, never before the start, and stays where it is whatever is paused. */
  private dueFromFact(cycle: Cycle, { fact, path }: { readonly fact: 'lead' | 'event'; readonly path: string }): number | null {
    const { facts, minute: start } = this.moment(cycle.startIndex)
    const source = fact === 'lead' ? (this.factsOfDue.get(cycle) ?? facts).lead : facts.event
    const value = path.split('.').slice(1).reduce<unknown>(memberOf, source)
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)
    return isInstant ? this.calendar.nextOpen(Math.max(start, minuteOf(value))) : null
  }

  private obligationOf(cycle: Cycle): Obligation {
    const { closing, goal, breachedAt } = cycle
    const start = this.moment(cycle.startIndex)
    const end = closing ? this.moment(closing.index) : null
    const until = end?.minute ?? this.asOf
    const pauses = clip(closing?.pauses ?? this.pauses, start.minute)
    const isPaused = pauses.at(-1)?.to === null
    const status = statusOf(cycle, isPaused)
    const resumed = pauses.map(({ from, to }) => ({ from, to: to ?? until }))
    const due = breachedAt ?? (isPaused ? null : this.dueOf(cycle, pauses))
    const minutes = Array.from({ length: until - start.minute }, (_, passed) => start.minute + passed)
    const openMinutes = minutes.filter((minute) => this.calendar.isOpen(minute))
    const pausedMinutes = openMinutes.filter((minute) => isIn(resumed, minute))
    const isStopped = closing?.ending === 'stopped'
    return {
      key: `${this.id}/${start.event.lead}/${cycle.number}`,
      clause: this.id,
      lead: start.event.lead,
      cycle: cycle.number,
      party: this.clause.owedBy,
      ...this.ownerOf(cycle),
      agreement: this.document.agreement,
      version: this.document.version,
      status,
      goal: goal.name ?? String(this.goals.indexOf(goal) + 1),
      startedAt: printed(start.minute),
      dueAt: due === null ? null : printed(due),
      dueIfResumedAt: status === 'paused' ? printedOrNull(this.dueOf(cycle, resumed)) : null,
      stoppedAt: isStopped && end ? printed(end.minute) : null,
      stoppedBy: isStopped ? (end?.event.actor?.id ?? null) : null,
      closedAt: end ? printed(end.minute) : null,
      breachedAt: printedOrNull(breachedAt),
      usedMs: (openMinutes.length - pausedMinutes.length) * 60_000,
      targetMs: typeof goal.target === 'string' ? minutesIn(goal.target) * 60_000 : null,
      pausedMs: pausedMinutes.length * 60_000,
    }
  }

  /** [C9]: the lead's owner when it was due, or at the end for a clock in time, before the event that closed it. */
  private ownerOf({ startIndex, closing, breachedAt }: Cycle): { owner: string | null; team: string | null } {
    let { owner, team } = this.moment(startIndex).facts
    for (let index = startIndex + 1; index < (closing?.index ?? this.moments.length); index++) {
      const { minute, facts } = this.moment(index)
      if (breachedAt === null || minute <= breachedAt) ({ owner, team } = facts)
    }
    return { owner, team }
  }

  private moment(index: number): Moment {
    return this.moments[index] as Moment
  }
}

/** [C5] */
function statusOf({ closing, breachedAt }: Cycle, isPaused: boolean): Status {
  if (closing?.ending === 'stopped') return breachedAt === null ? 'met' : 'metLate'
  if (closing) return closing.ending
  if (breachedAt !== null) return 'openBreached'
  return isPaused ? 'paused' : 'open'
}

/** Returns what of the lead's pauses falls into the life of a clock: one born paused counts from its start. */
function clip(pauses: readonly Pause[], start: number): Pause[] {
  return pauses.filter(({ to }) => to === null || to > start).map(({ from, to }) => ({ from: Math.max(from, start), to }))
}

function isIn(pauses: readonly Pause[], minute: number): boolean {
  return pauses.some(({ from, to }) => from <= minute && (to === null || minute < to))
}

/** Returns the minutes of a duration of whole hours and minutes such as `PT1H30M`. */
function minutesIn(duration: string): number {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration)
  if (!match) throw new RangeError(`this oracle knows no duration ${duration}`)
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
}

const listOf = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names)
const printed = (minute: number): string => new Date(minute * 60_000).toISOString()
const printedOrNull = (minute: number | null): string | null => (minute === null ? null : printed(minute))
