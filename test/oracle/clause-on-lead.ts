/**
 * One clause on one lead, event by event: what opens, closes, reopens and restarts its clocks. [C1]–[C9], [C13]
 * Shares no code with `src`. **Units** minutes since the Unix epoch.
 */

import type { AgreementDocument, GoalDocument, TimedClauseDocument } from '../../src/index.ts'
import { type Closing, CycleOracle, minutesIn } from './cycle-oracle.ts'
import { windowEnd } from './delivery-oracle.ts'
import { holds, isMerged, type Moment } from './lead-moments.ts'
import { alwaysOpen, minuteCalendar, startOfDate } from './minute-calendar.ts'
import { endsByItself, fires, isSo } from './trigger-oracle.ts'

export class ClauseOnLead {
  readonly cycles: CycleOracle[] = []
  readonly goals: readonly GoalDocument[]
  /** What has happened to the lead so far. */
  private readonly moments: Moment[] = []
  private isPaused = false
  private isWaiting = false

  constructor(
    private readonly document: AgreementDocument,
    readonly id: string,
    readonly clause: TimedClauseDocument,
    /** The clause that this one waits for. [C13] */
    private readonly predecessor: ClauseOnLead | null,
  ) {
    const { within } = clause
    this.goals = Array.isArray(within) ? (within as readonly GoalDocument[]) : [{ target: within as GoalDocument['target'] }]
  }

  get open(): CycleOracle | null {
    const last = this.cycles.at(-1)
    return last && last.closing === null ? last : null
  }

  /** [C2]: stop > excuse > cancel > merge > reset > pause and resume > start. The predecessor has taken the event before. */
  take(moment: Moment): void {
    const { clause } = this
    this.moments.push(moment)
    this.open?.letPass(moment.minute)
    const [stops, cancels] = [this.fires('stop') && this.counts(moment), this.fires('cancel')]
    if (stops) this.close(moment, 'stopped')
    if (this.open && this.isExcusing(this.open, moment)) this.close(moment, 'excused')
    if (cancels || !this.isWanted(moment)) this.close(moment, 'cancelled')
    if (stops || cancels) this.isWaiting = false
    if (isMerged(this.moments)) {
      this.close(moment, 'superseded')
      this.isWaiting = false
      return
    }
    const isSuperseded = this.open !== null && this.startsAnew(this.open, moment)
    if (isSuperseded) this.close(moment, 'superseded')
    if (moment.event.type === 'lead.assigned') this.open?.handOver(moment)
    this.pauseOrResume(moment)
    if (this.open) this.follow(this.open, moment)
    if (this.open) return
    if (isSuperseded) this.begin(moment)
    else if (this.fires('start') || this.isWaiting) {
      const last = this.cycles.at(-1)
      if (last && this.isReopening(last, moment)) this.reopen(last, moment)
      else if (!(clause.once && this.cycles.length > 0)) {
        this.isWaiting = this.mustWait()
        if (!this.isWaiting) this.begin(moment)
      }
    }
  }

  private close(moment: Moment, ending: Closing['ending']): void {
    if (this.open) this.open.closing = { moment, ending }
  }

  /** [C14]: whose it is, how it came about and how long it took, as far as the clause asks. */
  private counts({ event }: Moment): boolean {
    const { counts } = this.clause
    if (counts === undefined) return true
    const { automations = false, channels, direction, atLeast } = counts
    const { channel, seconds, direction: said } = (event.data ?? {}) as Record<string, unknown>
    if (event.actor?.kind === 'automation' && !automations) return false
    if (channels && !channels.includes(typeof channel === 'string' && channel !== '' ? channel : event.type)) return false
    if (direction !== undefined && said !== direction) return false
    return atLeast === undefined || (typeof seconds === 'number' && seconds >= Number(/^PT(\d+)S$/.exec(atLeast)?.[1]))
  }

  /** [C15]: for an agreed reason, and until the end of the window that opened with the clock. */
  private isExcusing({ start }: CycleOracle, { event, minute }: Moment): boolean {
    const { excuse } = this.clause
    if (!excuse || !fires(this.document, excuse.rejected, this.moments)) return false
    if (excuse.codes && !excuse.codes.includes(String(event.data?.reason))) return false
    return excuse.acceptWindow === undefined || minute <= windowEnd(this.calendar(start), start.minute, excuse.acceptWindow)
  }

  /** By a reset, by another owner of an owner clock [C9], by another goal where the clause says so [C7]. */
  private startsAnew(cycle: CycleOracle, moment: Moment): boolean {
    const { runs, onChange } = this.clause
    if (this.fires('reset')) return true
    if (runs === 'owner' && cycle.keepers.at(-1)?.owner !== moment.facts.owner) return true
    return onChange === 'restart' && this.hasOtherGoal(cycle, moment)
  }

  private hasOtherGoal(cycle: CycleOracle, moment: Moment): boolean {
    const goal = this.goalAt(moment, cycle.start)
    return goal !== undefined && goal !== cycle.goal
  }

  private begin(moment: Moment): void {
    const goal = this.goalAt(moment, moment)
    if (!goal || !this.isWanted(moment) || !this.isInForce(moment.minute)) return
    const terms = { boundary: this.document.boundary ?? 'close', ...this.clause, calendar: this.calendar(moment) }
    const cycle = new CycleOracle({ ...terms, attribution: terms.attribution }, this.cycles.length + 1, moment, goal)
    this.cycles.push(cycle)
    if (this.isPaused) cycle.pause(moment.minute)
    if (isSo(this.document, this.clause.stop, moment)) {
      cycle.letPass(moment.minute)
      this.close(moment, 'stopped')
    }
  }

  /** [C6]: so short a time after a stop, and nothing holds that would have kept it closed. */
  private isReopening(cycle: CycleOracle, moment: Moment): boolean {
    const { reopenWindow, onChange } = this.clause
    const { closing } = cycle
    if (reopenWindow === undefined || closing?.ending !== 'stopped' || closing.moment === moment) return false
    if (moment.minute > closing.moment.minute + minutesIn(reopenWindow)) return false
    return onChange !== 'restart' || !this.hasOtherGoal(cycle, moment)
  }

  private reopen(cycle: CycleOracle, moment: Moment): void {
    const { closing } = cycle
    if (!closing || !this.isWanted(moment) || isSo(this.document, this.clause.stop, moment)) return
    cycle.closing = null
    cycle.resume(closing.moment.minute)
    cycle.leaveOut(closing.moment.minute, moment.minute)
    if (this.isPaused) cycle.pause(moment.minute)
    const since = this.moments.slice(this.moments.indexOf(closing.moment))
    if (since.some(({ event }) => event.type === 'lead.assigned')) cycle.handOver(moment)
    this.follow(cycle, moment)
  }

  /** [C13]: until the predecessor has closed a clock, and has none open. */
  private mustWait(): boolean {
    return this.predecessor !== null && (this.predecessor.cycles.length === 0 || this.predecessor.open !== null)
  }

  /** [C2]: a pause is the lead's, whether or not a clock is open; where one event does both, the pause goes on. */
  private pauseOrResume(moment: Moment): void {
    const { pause, resume } = this.clause
    if (this.fires('pause')) {
      if (!this.isPaused) this.open?.pause(moment.minute)
      this.isPaused = true
    } else if (resume === undefined ? pause && endsByItself(this.document, pause, moment) : this.fires('resume')) {
      this.isPaused = false
      this.open?.resume(moment.minute)
    }
  }

  /** [C7]: an open, unbreached clock takes the goal that wins now; when none wins it keeps the one it had. */
  private follow(cycle: CycleOracle, moment: Moment): void {
    if (cycle.breachedAt !== null || this.clause.onChange === 'keep') return
    const goal = this.goalAt(moment, cycle.start)
    if (goal === undefined) return
    cycle.goal = goal
    cycle.factsOfDue = moment.facts
  }

  /** [C8]: the first goal that holds; `event` is the event that started the clock. */
  private goalAt(moment: Moment, start: Moment): GoalDocument | undefined {
    const facts = { ...moment.facts, event: start.event }
    return this.goals.find(({ when }) => when === undefined || holds(when, facts, this.document.conditions))
  }

  private isWanted({ facts }: Moment): boolean {
    const { requires } = this.clause
    return requires === undefined || holds(requires, facts, this.document.conditions)
  }

  private isInForce(minute: number): boolean {
    const { effective, timeZone } = this.document
    if (effective?.from !== undefined && minute < startOfDate(timeZone, effective.from)) return false
    return effective?.to === undefined || minute < startOfDate(timeZone, effective.to)
  }

  /** [C10]: the name of the calendar that counts for a cycle, or the zone of its lead; of its own where it follows nobody. */
  calendarOf({ facts: { owner, team, lead } }: Moment): string | undefined {
    const { clockFollows, clock } = this.clause
    const parties = Object.values(this.document.parties)
    const ofTeam = parties.flatMap(({ teams }) => teams?.[team ?? '']?.calendar ?? [])[0]
    const ofOwner = parties.flatMap(({ members }) => members?.[owner ?? '']?.calendar ?? [])[0]
    if (clockFollows === 'owner') return ofOwner ?? ofTeam ?? clock
    if (clockFollows === 'team') return ofTeam ?? clock
    if (clockFollows === undefined) return undefined
    const { timeZone } = this.document.calendars?.[clock] ?? this.document
    const isOther = lead.timeZone !== timeZone && ['UTC', 'Europe/Berlin', 'America/New_York'].includes(String(lead.timeZone))
    return isOther ? String(lead.timeZone) : clock
  }

  private calendar(start: Moment) {
    return calendarNamed(this.document, this.clause, this.calendarOf(start))
  }

  private fires(key: 'start' | 'stop' | 'pause' | 'resume' | 'cancel' | 'reset'): boolean {
    return fires(this.document, this.clause[key], this.moments)
  }
}

/** Returns the calendar of a clause, or the one that counted under a name. */
export function calendarNamed(document: AgreementDocument, { clock, clockFollows }: TimedClauseDocument, name = clock) {
  const isZone = clockFollows === 'lead' && name !== clock
  const written = document.calendars?.[isZone ? clock : name]
  const zone = isZone ? name : undefined
  if (!written || !('week' in written) || (isZone ? clock : name) === 'always') return alwaysOpen(zone ?? document.timeZone)
  return minuteCalendar(zone === undefined ? written : { ...written, timeZone: zone })
}
