/**
 * Looks on while an evaluation folds its leads, asks the triggers of the period clauses about each event, and counts. There
 * is one fold for clocks and periods, so both see the same facts.
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { PeriodLength } from '../agreement/clause-document.ts'
import type { PeriodClause } from '../agreement/period-clause.ts'
import type { Rule } from '../agreement/scope.ts'
import type { Trigger } from '../agreement/trigger.ts'
import { zoneOf } from '../clock/zone.ts'
import type { Move } from '../evaluation/apply.ts'
import type { Refused } from '../evaluation/evaluation.ts'
import type { Onlooker } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { Plan } from '../evaluation/plan.ts'
import type { FoldedEvent } from '../events/event.ts'
import { AmountCount } from './amount-count.ts'
import type { ClauseCount } from './clause-count.ts'
import { ComplianceCount } from './compliance-count.ts'
import { Periods } from './period.ts'
import { RatioCount } from './ratio-count.ts'
import { Sheet } from './sheet.ts'
import { sortedByKey, type Tally } from './tally.ts'
import { VolumeCount } from './volume-count.ts'

/** A trigger, by its position among those of its clause. */
interface Watch {
  readonly count: ClauseCount
  readonly trigger: number
  readonly rule: Rule | null
}

export class Counter implements Onlooker {
  private readonly counts: ClauseCount[] = []
  private readonly amounts: AmountCount[] = []
  private readonly sheets: Sheet[] = []
  private readonly periods = new Map<PeriodLength, Periods>()
  private readonly byType = new Map<string, Watch[]>()
  private readonly entering = new Map<string, Watch[]>()
  private readonly leaving = new Map<string, Watch[]>()
  private readonly becoming: Watch[] = []
  /** Which of the conditions that may become true were true after the last event of the lead. */
  private readonly held: Uint8Array
  private firstAt = Number.POSITIVE_INFINITY

  constructor(
    private readonly agreement: Agreement,
    private readonly plan: Plan,
    private readonly asOf: number,
  ) {
    for (const clause of agreement.periodClauses.values()) this.watch(clause)
    this.held = new Uint8Array(this.becoming.length)
  }

  begin(): void {
    this.held.fill(0)
    for (const count of this.counts) count.begin()
  }

  take({ facts }: LeadRecord, event: FoldedEvent, { entered, left }: Move): void {
    if (event.at < this.firstAt) this.firstAt = event.at
    fire(this.byType.get(event.type), facts, event)
    if (entered !== null) fire(this.entering.get(entered), facts, event)
    if (left !== null) fire(this.leaving.get(left), facts, event)
    for (let index = 0; index < this.becoming.length; index++) {
      const { count, trigger, rule } = this.becoming[index] as Watch
      const holds = rule?.test(facts) === true ? 1 : 0
      if (holds === 1 && this.held[index] === 0) count.fire(trigger, event)
      this.held[index] = holds
    }
  }

  end(record: LeadRecord): void {
    for (const count of this.counts) count.end(record)
  }

  /** Returns what has been counted so far. */
  tally(): Tally {
    const entries = sortedByKey(this.sheets.flatMap((sheet) => sheet.entries()))
    return { asOf: this.asOf, firstAt: Number.isFinite(this.firstAt) ? this.firstAt : null, entries }
  }

  /** Returns the events whose amounts could not be counted. */
  refused(): readonly Refused[] {
    return this.amounts.flatMap(({ refused }) => refused)
  }

  private watch(clause: PeriodClause): void {
    const { agreement, asOf } = this
    const { effective, exceptions } = agreement
    const sheet = new Sheet(clause.id, this.periodsOf(clause.per))
    this.sheets.push(sheet)
    switch (clause.kind) {
      case 'volume':
        this.add(new VolumeCount(effective, sheet), [clause.count])
        break
      case 'amount': {
        const count = new AmountCount(clause, effective, sheet)
        this.amounts.push(count)
        this.add(count, [clause.sum])
        put(this.byType, 'opportunity.updated', { count, trigger: 1, rule: null })
        break
      }
      case 'ratio':
        this.add(new RatioCount(clause, effective, sheet, asOf), [clause.of, clause.that])
        break
      case 'compliance': {
        const position = this.plan.clauses.findIndex(({ id }) => id === clause.clause)
        this.add(new ComplianceCount(position, exceptions, sheet, asOf), [])
      }
    }
  }

  /** Clauses of one length share their periods, for they mostly ask for the same one. */
  private periodsOf(length: PeriodLength): Periods {
    const periods = this.periods.get(length) ?? new Periods(zoneOf(this.agreement.document.timeZone), length)
    this.periods.set(length, periods)
    return periods
  }

  private add(count: ClauseCount, triggers: readonly Trigger[]): void {
    this.counts.push(count)
    for (const [trigger, { kind, types, states, condition }] of triggers.entries()) {
      const watch = { count, trigger, rule: condition }
      if (kind === 'becomes') this.becoming.push(watch)
      for (const type of types) put(this.byType, type, watch)
      for (const state of states) put(kind === 'leaves' ? this.leaving : this.entering, state, watch)
    }
  }
}

function fire(watches: readonly Watch[] | undefined, facts: LeadRecord['facts'], event: FoldedEvent): void {
  if (!watches) return
  for (const { count, trigger, rule } of watches) if (rule === null || rule.test(facts)) count.fire(trigger, event)
}

function put(map: Map<string, Watch[]>, name: string, watch: Watch): void {
  const watches = map.get(name)
  if (watches) watches.push(watch)
  else map.set(name, [watch])
}
