/**
 * Looks on while an evaluation folds its leads, asks the triggers of the period clauses about each event, and counts. There
 * is one fold for clocks and periods, so both see the same facts.
 */
import type { Version } from '../agreement/versions.ts'
import type { Move } from '../evaluation/apply.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { Onlooker } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { Plan } from '../evaluation/plan.ts'
import type { FoldedEvent } from '../events/event.ts'
import { AmountCount } from './amount-count.ts'
import { AmountReader } from './amount-reader.ts'
import type { ClauseCount, Life } from './clause-count.ts'
import { ComplianceCount } from './compliance-count.ts'
import { Credits } from './credits.ts'
import { Excuse } from './excuse.ts'
import { Gate } from './gate.ts'
import { type HeldClause, heldClauses } from './held.ts'
import { MergedLeads } from './merged-leads.ts'
import { partiesIn } from './party-of.ts'
import { RatioCount } from './ratio-count.ts'
import { Sheet } from './sheet.ts'
import { summed, type Tally } from './tally.ts'
import { TriggerBoard } from './trigger-board.ts'
import { VolumeCount } from './volume-count.ts'

const noClocks: readonly ClockRecord[] = []

export interface CounterOptions {
  /** Whether people and teams are told apart. */
  readonly people?: boolean
  /** Takes the names of the leads of which time alone may change what was counted. */
  readonly waiting?: Set<string>
}

/** The life of the lead that passes by: one for all of them, for a stream has millions. */
class PassingLife implements Life {
  record: LeadRecord | null = null

  constructor(private readonly clocksIn: (record: LeadRecord, clause: string) => readonly ClockRecord[]) {}

  clocksOf(clause: string): readonly ClockRecord[] {
    return this.record ? this.clocksIn(this.record, clause) : noClocks
  }
}

export class Counter implements Onlooker {
  private readonly counts: ClauseCount[] = []
  /** Those that are asked about every lead, whatever happened to it: they count clocks. */
  private readonly constant: ClauseCount[] = []
  /** Those to which something has happened on the lead that passes by. */
  private readonly open: Gate[] = []
  private openCount = 0
  private readonly passing = new PassingLife((record, clause) => this.clocksOf(record, clause))
  private readonly amounts: AmountCount[] = []
  private readonly sheets: Sheet[] = []
  private readonly board = new TriggerBoard()
  private readonly merged: MergedLeads
  /** The clauses whose clocks are asked for, by name, with the position at which they are kept. */
  private readonly clocked = new Map<string, number>()
  private firstAt = Number.POSITIVE_INFINITY
  /** The lead that passes by has, or may have, several names. */
  private isKept = false
  private isNew = true
  private isSettled = false

  constructor(
    versions: readonly Version[],
    private readonly plan: Plan,
    private readonly asOf: number,
    /** The names of leads that may have been merged. */
    mergedNames: ReadonlySet<string>,
    private readonly options: CounterOptions = {},
  ) {
    this.merged = new MergedLeads(mergedNames)
    for (const all of heldClauses(versions).values()) {
      for (const held of all) {
        const count = this.countOf(held, all.at(-1)?.effective.to ?? held.effective.to)
        this.counts.push(count)
        if (count.triggers.length === 0) this.constant.push(count)
        this.board.add(new Gate(count, this), count.triggers)
      }
    }
  }

  begin(): void {
    this.isNew = true
    this.board.begin()
  }

  take(record: LeadRecord, event: FoldedEvent, move: Move): void {
    if (this.isNew) {
      this.isKept = this.merged.begin(record.lead)
      this.isNew = false
    }
    if (event.at < this.firstAt) this.firstAt = event.at
    if (this.isKept && event.type === 'lead.merged') this.merged.link(event)
    this.board.take(record.facts, event, move)
  }

  end(record: LeadRecord): void {
    if (this.isNew) return
    if (this.isKept) {
      this.merged.end({ clocksOf: (clause) => this.clocksOf(record, clause) })
      this.options.waiting?.add(record.lead)
      return
    }
    this.passing.record = record
    for (let index = 0; index < this.openCount; index++) this.open[index]?.close(this.passing)
    this.openCount = 0
    for (const count of this.constant) count.end(this.passing)
    if (this.options.waiting) this.noteWaiting(record.lead, this.options.waiting)
  }

  /** Something happens to the lead that passes by; of one that has several names it is kept for later. */
  fire(gate: Gate, trigger: number, event: FoldedEvent, facts: Facts): void {
    if (this.isKept) {
      this.merged.keep(gate.count, trigger, event, facts)
      return
    }
    if (!gate.concerns(trigger)) return
    if (gate.begin()) this.open[this.openCount++] = gate
    gate.count.fire(trigger, event, facts)
  }

  /** Returns what has been counted so far. */
  tally(): Tally {
    this.settle()
    const entries = summed(this.sheets.map((sheet) => sheet.entries()))
    const firstAt = Number.isFinite(this.firstAt) ? this.firstAt : null
    return { asOf: this.asOf, firstAt, people: this.options.people ?? false, apart: this.merged.apart(), entries }
  }

  /** Returns the events whose amounts could not be counted. */
  refused(): readonly Refused[] {
    this.settle()
    return this.amounts.flatMap(({ refused }) => refused)
  }

  private noteWaiting(lead: string, waiting: Set<string>): void {
    for (const sheet of this.sheets) {
      if (sheet.isWaiting) waiting.add(lead)
      sheet.isWaiting = false
    }
  }

  /** Leads of several names are counted when all have passed by. */
  private settle(): void {
    if (this.isSettled) return
    this.isSettled = true
    this.merged.tell(this.counts)
  }

  private clocksOf(record: LeadRecord, clause: string): readonly ClockRecord[] {
    return record.slots[this.clocked.get(clause) ?? -1]?.clocks ?? noClocks
  }

  /** `ends` is when the last version of the clause does: until then what was counted may still be taken back. */
  private countOf(held: HeldClause, ends: number): ClauseCount {
    const { agreement, clause, effective, periods } = held
    const { exceptions } = this.plan
    const sheet = new Sheet(clause.id, periods, this.options.people ?? false)
    this.sheets.push(sheet)
    switch (clause.kind) {
      case 'volume':
        return new VolumeCount(clause, effective, sheet, ends)
      case 'amount': {
        const reader = new AmountReader(clause, agreement.rates, periods, effective)
        const credits = new Credits(clause.credit, agreement.touches, partiesIn(agreement))
        const count = new AmountCount(clause, effective, sheet, { reader, credits })
        this.amounts.push(count)
        return count
      }
      case 'ratio':
        return new RatioCount(clause, effective, sheet, this.excuseOf(held))
      case 'compliance':
        this.watchClocks(clause.clause)
        return new ComplianceCount(clause, effective, sheet, { exceptions, excuse: this.excuseOf(held) })
    }
  }

  private excuseOf({ agreement, clause: { suspendedWhile } }: HeldClause): Excuse {
    const clocked = suspendedWhile.filter((clause) => !agreement.periodClauses.has(clause))
    for (const clause of clocked) this.watchClocks(clause)
    return new Excuse(clocked, this.plan.exceptions, this.asOf)
  }

  /** The clocks of a clause are with the first of its name. */
  private watchClocks(clause: string): void {
    this.clocked.set(
      clause,
      this.plan.clauses.findIndex(({ id }) => id === clause),
    )
  }
}
