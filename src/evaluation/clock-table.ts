/** What became of every clock, in columns; an obligation is made of a row when somebody reads it. */
import { type Measure, nameOf } from '../agreement/clock-choice.ts'
import type { Goal } from '../agreement/target.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Version } from '../agreement/versions.ts'
import { printRead } from '../time/instant.ts'
import { type Attempts, progressOf } from './attempts.ts'
import type { ClockRecord } from './clock-record.ts'
import { Numbers, Positions, Texts } from './columns.ts'
import { HandTable } from './hand-table.ts'
import { type Obligation, outcomeOf, type Status, statuses } from './obligation.ts'
import type { Plan } from './plan.ts'

/** Beside the position of the status: that the clock is paused, whatever its status says. */
const pausedBit = 16
/** That it was waived when its lead was sent back, and not when it was stopped. */
const excusedBit = 32
const statusBits = 15

/** The instants of a clock. */
export type ClockInstant = 'startedAt' | 'dueAt' | 'dueIfResumedAt' | 'stoppedAt' | 'closedAt' | 'breachedAt'

export class ClockTable {
  private readonly leads: string[] = []
  private readonly lead = new Positions()
  private readonly clause = new Positions()
  private readonly cycle = new Positions()
  private readonly goal = new Positions()
  private readonly status = new Positions()
  private readonly owner = new Positions()
  private readonly team = new Positions()
  private readonly stoppedBy = new Positions()
  private readonly startedAt = new Numbers()
  private readonly dueAt = new Numbers()
  private readonly dueIfResumedAt = new Numbers()
  private readonly closedAt = new Numbers()
  private readonly breachedAt = new Numbers()
  private readonly pausedMs = new Numbers(0)
  private readonly hands = new HandTable()
  /** Where a clause follows somebody: what each of its clocks was counted by, and all of them once. */
  private readonly measure: Positions | null
  private readonly measures: Measure[] = []
  /** Where there are cadences: by row, what has been done of them. */
  private readonly attempts: (Attempts | null)[] | null
  private readonly owners = new Texts()
  private readonly teams = new Texts()
  private readonly actors = new Texts()

  constructor(
    private readonly plan: Pick<Plan, 'versions' | 'clauses' | 'versionOf' | 'exceptions'>,
    private readonly asOf: number,
  ) {
    this.measure = plan.clauses.some(({ choice }) => choice !== null) ? new Positions() : null
    this.attempts = plan.clauses.some(({ attempts }) => attempts !== null) ? [] : null
  }

  /** Puts down a clock, kept at the position of its head, as it stands when all events until `asOf` have been folded. */
  add(clock: ClockRecord, head: number): void {
    const { asOf, plan } = this
    const { clause, closing } = clock
    const position = plan.clauses[head] === clause ? head : plan.clauses.indexOf(clause)
    const until = closing?.at ?? asOf
    clock.passTo(until)
    const status = outcomeOf(plan.exceptions, clock)
    const { owner, team } = clock.inChargeAt(until)
    const isHeld = clock.isPaused && !clock.isBreached
    if (this.leads.at(-1) !== clock.lead) this.leads.push(clock.lead)
    this.lead.push(this.leads.length - 1)
    this.clause.push(position)
    this.cycle.push(clock.cycle)
    this.goal.push(clause.goals.indexOf(clock.goal))
    const also = closing === null ? (clock.isPaused ? pausedBit : 0) : closing.ending === 'excused' ? excusedBit : 0
    this.status.push(statuses.indexOf(status) | also)
    this.owner.push(this.owners.numberOf(owner))
    this.team.push(this.teams.numberOf(team))
    this.stoppedBy.push(closing?.ending === 'stopped' ? this.actors.numberOf(closing.actor) : -1)
    this.startedAt.push(clock.startedAt)
    this.dueAt.push(isHeld ? Number.NaN : clock.dueAt)
    this.dueIfResumedAt.push(status === 'paused' ? clock.dueIfResumedAt(asOf) : Number.NaN)
    this.closedAt.push(closing?.at ?? Number.NaN)
    this.breachedAt.push(clock.breachedAt)
    this.pausedMs.push(clock.pausedMsUntil(until))
    this.hands.add(clock)
    this.measure?.push(clause.choice ? this.placeOf(clock.measure) : -1)
    this.attempts?.push(clause.attempts && clock.attempts)
  }

  private placeOf(measure: Measure): number {
    const place = this.measures.indexOf(measure)
    return place < 0 ? this.measures.push(measure) - 1 : place
  }

  /** Returns the rows by lead, then in the order in which they were put down. */
  rows(): Int32Array {
    const { leads } = this
    const firstRows = new Int32Array(leads.length + 1).fill(this.lead.length)
    for (let row = this.lead.length - 1; row >= 0; row--) firstRows[this.lead.at(row)] = row
    const order = leads.map((_, index) => index).sort((a, b) => ((leads[a] as string) < (leads[b] as string) ? -1 : 1))
    const rows = new Int32Array(this.lead.length)
    let count = 0
    for (const index of order) {
      for (let row = firstRows[index] as number; row < (firstRows[index + 1] as number); row++) rows[count++] = row
    }
    return rows
  }

  /** Returns the obligations by lead, then in the order in which they were put down. */
  obligations(): Obligation[] {
    return Array.from(this.rows(), (row) => this.obligation(row))
  }

  clauseOf(row: number): TimedClause {
    return this.plan.clauses[this.clause.at(row)] as TimedClause
  }

  leadOf(row: number): string {
    return this.leads[this.lead.at(row)] as string
  }

  cycleOf(row: number): number {
    return this.cycle.at(row)
  }

  statusOf(row: number): Status {
    return statuses[this.status.at(row) & statusBits] as Status
  }

  /** An open clock may be paused after it was breached. */
  isPausedAt(row: number): boolean {
    return (this.status.at(row) & pausedBit) !== 0
  }

  ownerOf(row: number): string | null {
    return this.owners.textOf(this.owner.at(row))
  }

  teamOf(row: number): string | null {
    return this.teams.textOf(this.team.at(row))
  }

  goalOf(row: number): Goal | undefined {
    return this.clauseOf(row).goals[this.goal.at(row)]
  }

  /** The name of the goal, or its number from 1. */
  goalNameOf(row: number): string {
    return this.goalOf(row)?.name ?? String(this.goal.at(row) + 1)
  }

  /** An instant of a row. **Units** epoch milliseconds, `NaN` for none. */
  instantOf(row: number, which: ClockInstant): number {
    if (which !== 'stoppedAt') return this[which].at(row)
    return this.isStopped(row) ? this.closedAt.at(row) : Number.NaN
  }

  pausedMsOf(row: number): number {
    return this.pausedMs.at(row)
  }

  /** Business time on the clock that counted, until the end or `asOf`, pauses taken out. **Units** milliseconds. */
  usedMsOf(row: number): number {
    return this.measureOf(row).clock.between(this.startedAt.at(row), this.untilOf(row)) - this.pausedMs.at(row)
  }

  /** **Units** business milliseconds; `null` for targets that are no amount of time. */
  targetMsOf(row: number): number | null {
    const target = this.goalOf(row)?.target
    return target?.kind === 'duration' ? target.ms : null
  }

  /** Returns the obligation of a row. */
  obligation(row: number): Obligation {
    const clause = this.clauseOf(row)
    const { agreement } = this.plan.versions[this.plan.versionOf[this.clause.at(row)] as number] as Version
    const lead = this.leadOf(row)
    const cycle = this.cycle.at(row)
    const owner = this.ownerOf(row)
    const team = this.teamOf(row)
    const measure = this.measureOf(row)
    const usedMs = this.usedMsOf(row)
    const attempts = this.attempts?.[row]
    return {
      key: keyOf(clause.id, lead, cycle),
      clause: clause.id,
      lead,
      cycle,
      party: clause.owedBy,
      owner,
      team,
      owners: this.hands.sharesOf(row, measure.clock, this.startedAt.at(row), this.untilOf(row)) ?? [{ owner, team, usedMs }],
      agreement: agreement.id,
      version: agreement.version,
      status: this.statusOf(row),
      goal: this.goalNameOf(row),
      startedAt: printRead(this.startedAt.at(row)),
      dueAt: printed(this.dueAt.at(row)),
      dueIfResumedAt: printed(this.dueIfResumedAt.at(row)),
      stoppedAt: printed(this.instantOf(row, 'stoppedAt')),
      stoppedBy: this.actors.textOf(this.stoppedBy.at(row)),
      closedAt: printed(this.closedAt.at(row)),
      breachedAt: printed(this.breachedAt.at(row)),
      usedMs,
      targetMs: this.targetMsOf(row),
      pausedMs: this.pausedMs.at(row),
      isPaused: this.isPausedAt(row),
      ...(clause.choice ? { calendar: nameOf(measure) } : {}),
      ...(clause.attempts && attempts ? { progress: progressOf(clause.attempts, attempts) } : {}),
    }
  }

  private measureOf(row: number): Measure {
    return this.measures[this.measure?.at(row) ?? -1] ?? this.clauseOf(row)
  }

  private untilOf(row: number): number {
    const closedAt = this.closedAt.at(row)
    return closedAt === closedAt ? closedAt : this.asOf
  }

  /** A waived clock may have been stopped all the same. */
  private isStopped(row: number): boolean {
    if ((this.status.at(row) & excusedBit) !== 0) return false
    const status = this.statusOf(row)
    return status === 'met' || status === 'metLate' || (status === 'waived' && this.closedAt.at(row) === this.closedAt.at(row))
  }
}

/** Returns the key of a clock: the same in every run, unlike for any two clocks of an agreement. */
export function keyOf(clause: string, lead: string, cycle: number): string {
  return `${clause}/${lead}/${cycle}`
}

function printed(at: number): string | null {
  return at === at ? printRead(at) : null
}
