/** What became of every clock, in columns; an obligation is made of a row when somebody reads it. */
import { type Measure, nameOf } from '../agreement/clock-choice.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Version } from '../agreement/versions.ts'
import { printRead } from '../time/instant.ts'
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
  private readonly owners = new Texts()
  private readonly teams = new Texts()
  private readonly actors = new Texts()

  constructor(
    private readonly plan: Pick<Plan, 'versions' | 'clauses' | 'versionOf' | 'exceptions'>,
    private readonly asOf: number,
  ) {
    this.measure = plan.clauses.some(({ choice }) => choice !== null) ? new Positions() : null
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
  }

  private placeOf(measure: Measure): number {
    const place = this.measures.indexOf(measure)
    return place < 0 ? this.measures.push(measure) - 1 : place
  }

  /** Returns the obligations by lead, then in the order in which they were put down. */
  obligations(): Obligation[] {
    const { leads } = this
    const firstRows = new Int32Array(leads.length + 1).fill(this.lead.length)
    for (let row = this.lead.length - 1; row >= 0; row--) firstRows[this.lead.at(row)] = row
    const order = leads.map((_, index) => index).sort((a, b) => ((leads[a] as string) < (leads[b] as string) ? -1 : 1))
    const found: Obligation[] = []
    for (const index of order) {
      for (let row = firstRows[index] as number; row < (firstRows[index + 1] as number); row++) found.push(this.obligation(row))
    }
    return found
  }

  /** A waived clock may have been stopped all the same. */
  private isStopped(row: number): boolean {
    const status = statuses[this.status.at(row) & statusBits]
    if ((this.status.at(row) & excusedBit) !== 0) return false
    return status === 'met' || status === 'metLate' || (status === 'waived' && this.closedAt.at(row) === this.closedAt.at(row))
  }

  /** Returns the obligation of a row. */
  obligation(row: number): Obligation {
    const position = this.clause.at(row)
    const clause = this.plan.clauses[position] as TimedClause
    const { agreement } = this.plan.versions[this.plan.versionOf[position] as number] as Version
    const goal = clause.goals[this.goal.at(row)]
    const lead = this.leads[this.lead.at(row)] as string
    const cycle = this.cycle.at(row)
    const status = statuses[this.status.at(row) & statusBits] as Status
    const startedAt = this.startedAt.at(row)
    const closedAt = this.closedAt.at(row)
    const closed = printed(closedAt)
    const pausedMs = this.pausedMs.at(row)
    const owner = this.owners.textOf(this.owner.at(row))
    const team = this.teams.textOf(this.team.at(row))
    const until = closedAt === closedAt ? closedAt : this.asOf
    const measure = this.measures[this.measure?.at(row) ?? -1] ?? clause
    const usedMs = measure.clock.between(startedAt, until) - pausedMs
    return {
      key: keyOf(clause.id, lead, cycle),
      clause: clause.id,
      lead,
      cycle,
      party: clause.owedBy,
      owner,
      team,
      owners: this.hands.sharesOf(row, measure.clock, startedAt, until) ?? [{ owner, team, usedMs }],
      agreement: agreement.id,
      version: agreement.version,
      status,
      goal: goal?.name ?? String(this.goal.at(row) + 1),
      startedAt: printRead(startedAt),
      dueAt: printed(this.dueAt.at(row)),
      dueIfResumedAt: printed(this.dueIfResumedAt.at(row)),
      stoppedAt: this.isStopped(row) ? closed : null,
      stoppedBy: this.actors.textOf(this.stoppedBy.at(row)),
      closedAt: closed,
      breachedAt: printed(this.breachedAt.at(row)),
      usedMs,
      targetMs: goal?.target.kind === 'duration' ? goal.target.ms : null,
      pausedMs,
      isPaused: (this.status.at(row) & pausedBit) !== 0,
      ...(clause.choice ? { calendar: nameOf(measure) } : {}),
    }
  }
}

/** Returns the key of a clock: the same in every run, unlike for any two clocks of an agreement. */
export function keyOf(clause: string, lead: string, cycle: number): string {
  return `${clause}/${lead}/${cycle}`
}

function printed(at: number): string | null {
  return at === at ? printRead(at) : null
}
