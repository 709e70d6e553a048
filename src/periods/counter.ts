/**
 * Looks on while an evaluation folds its leads, asks the triggers of the period clauses about each event, and counts. There
 * is one fold for clocks and periods, so both see the same facts.
 */
import type { Version } from '../agreement/versions.ts'
import { CadenceFold, type HeldCadence } from '../cadence/cadence-fold.ts'
import { CadenceTable } from '../cadence/cadence-table.ts'
import { TriggerBoard } from '../cadence/trigger-board.ts'
import type { Move } from '../evaluation/apply.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { Onlooker } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import type { Plan } from '../evaluation/plan.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { Finding } from '../finding.ts'
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
import { VolumeCount } from './volume-count.ts'

export class Counter implements Onlooker {
  private readonly counts: ClauseCount[] = []
  /** Those that are asked about every lead, whatever happened to it: they count clocks. */
  private readonly constant: ClauseCount[] = []
  /** Those to which something has happened on the lead that passes by. */
  private readonly open: Gate[] = []
  private readonly amounts: AmountCount[] = []
  private readonly sheets: Sheet[] = []
  private readonly board = new TriggerBoard()
  private readonly cadences: CadenceFold | null
  private readonly cadenceTable: CadenceTable | null
  private readonly merged: MergedLeads
  /** The clauses whose clocks are asked for, by name, with the position of a timed one; -1 for a cadence. */
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
  ) {
    const cadences = versions.flatMap(({ agreement, effective }) =>
      [...agreement.cadences.values()].map((clause): HeldCadence => ({ clause, effective })),
    )
    this.cadences = cadences.length === 0 ? null : new CadenceFold(cadences)
    this.cadenceTable = this.cadences && new CadenceTable(versions, plan.exceptions, asOf)
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
    this.cadences?.begin()
  }

  take(record: LeadRecord, event: FoldedEvent, move: Move): void {
    if (this.isNew) {
      this.isKept = this.merged.begin(record.lead)
      this.isNew = false
    }
    if (event.at < this.firstAt) this.firstAt = event.at
    if (this.isKept && event.type === 'lead.merged') this.merged.link(event)
    this.cadences?.take(record, event, move)
    this.board.take(record.facts, event, move)
  }

  end(record: LeadRecord): void {
    if (this.cadences) this.cadenceTable?.add((clause) => this.cadences?.cyclesOf(clause) ?? [])
    if (this.isNew) return
    const life: Life = { clocksOf: (clause) => this.clocksOf(record, clause) }
    if (this.isKept) {
      // The cadences fold the next lead in the same place.
      const clocks = new Map([...this.clocked.keys()].map((clause) => [clause, this.clocksOf(record, clause)]))
      this.merged.end({ clocksOf: (clause) => clocks.get(clause) ?? [] })
      return
    }
    for (const gate of this.open) gate.close(life)
    this.open.length = 0
    for (const count of this.constant) count.end(life)
  }

  /** Something happens to the lead that passes by; of one that has several names it is kept for later. */
  fire(gate: Gate, trigger: number, event: FoldedEvent, facts: Facts): void {
    if (this.isKept) {
      this.merged.keep(gate.count, trigger, event, facts)
      return
    }
    if (gate.begin()) this.open.push(gate)
    gate.count.fire(trigger, event, facts)
  }

  /** Returns what has been counted so far. */
  tally(): Tally {
    this.settle()
    const entries = summed(this.sheets.flatMap((sheet) => sheet.entries()))
    const firstAt = Number.isFinite(this.firstAt) ? this.firstAt : null
    return { asOf: this.asOf, firstAt, apart: this.merged.apart(), entries }
  }

  /** Returns the events whose amounts could not be counted. */
  refused(): readonly Refused[] {
    this.settle()
    return this.amounts.flatMap(({ refused }) => refused)
  }

  /** Returns the obligations of the cadences among those of the timed clauses. */
  among(obligations: readonly Obligation[]): readonly Obligation[] {
    return this.cadenceTable?.among(obligations) ?? obligations
  }

  /** Returns what is odd about the cadences. */
  findings(): readonly Finding[] {
    return this.cadenceTable?.findings() ?? []
  }

  /** Leads of several names are counted when all have passed by. */
  private settle(): void {
    if (this.isSettled) return
    this.isSettled = true
    this.merged.tell(this.counts)
  }

  private clocksOf(record: LeadRecord, clause: string): readonly ClockRecord[] {
    const timed = record.slots[this.clocked.get(clause) ?? -1]?.clocks ?? []
    const cycles = this.cadences?.cyclesOf(clause) ?? []
    return cycles.length === 0 ? timed : [...timed, ...cycles.map(({ clock }) => clock)]
  }

  /** `ends` is when the last version of the clause does: until then what was counted may still be taken back. */
  private countOf(held: HeldClause, ends: number): ClauseCount {
    const { agreement, clause, effective, periods } = held
    const { exceptions } = this.plan
    const sheet = new Sheet(clause.id, periods)
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

  /** The clocks of a timed clause are with the first of its name. */
  private watchClocks(clause: string): void {
    this.clocked.set(
      clause,
      this.plan.clauses.findIndex(({ id }) => id === clause),
    )
  }
}
