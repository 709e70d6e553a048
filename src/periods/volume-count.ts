/**
 * Counts the leads of a `volume` clause: each once a period, at its first qualifying event, for what it is worth; and takes
 * back those that were rejected. [P2], [P8], [C15]
 */
import type { Deduction } from '../agreement/deduction.ts'
import type { Effective } from '../agreement/effective.ts'
import type { VolumeClause } from '../agreement/period-clause.ts'
import { isAgreed } from '../agreement/rejection.ts'
import type { Trigger } from '../agreement/trigger.ts'
import { windowEnd } from '../evaluation/due.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'
import { firstInstant } from '../time/instant.ts'
import { type ClauseCount, isInForce } from './clause-count.ts'
import type { Sheet, Who } from './sheet.ts'

/** A lead that has counted. */
interface Delivery {
  readonly at: number
  /** The event that brought it, and cannot take it back. */
  readonly by: string
  readonly period: number
  readonly worth: number
  readonly who: Who
  /** The period in which it is taken back; `null` while it stands. */
  deductedIn: number | null
}

export class VolumeCount implements ClauseCount {
  readonly triggers: readonly Trigger[]
  readonly opening = 1
  private readonly deliveries: Delivery[] = []
  /** When the lead counted last, and in which period. */
  private lastAt = Number.NaN
  private lastPeriod = Number.NaN

  constructor(
    private readonly clause: VolumeClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    /** When the clause ends, in whatever version. **Units** epoch milliseconds. */
    private readonly ends: number,
  ) {
    this.triggers = clause.deduction ? [clause.count, clause.deduction.rejected] : [clause.count]
  }

  begin(): void {
    if (this.deliveries.length > 0) this.deliveries.length = 0
    this.lastAt = Number.NaN
    this.lastPeriod = Number.NaN
  }

  fire(trigger: number, event: FoldedEvent, facts: Facts): void {
    if (trigger === 0) this.deliver(event, facts)
    else if (this.clause.deduction) this.reject(event, this.clause.deduction)
  }

  end(): void {
    for (const { period, worth, deductedIn, who } of this.deliveries) {
      if (deductedIn === period) {
        this.sheet.line(period, who).excluded += 1
        continue
      }
      this.count(period, worth, who)
      if (deductedIn === null) continue
      const later = this.sheet.line(deductedIn, who)
      later.hits -= worth
      later.deducted += worth
    }
  }

  private count(period: number, worth: number, who: Who): void {
    const line = this.sheet.line(period, who)
    line.sample += 1
    line.hits += worth
  }

  private deliver({ at, id }: FoldedEvent, facts: Facts): void {
    if (!isInForce(this.effective, at)) return
    const period = this.sheet.periods.numberAt(at)
    if (period === this.lastPeriod || at - this.lastAt < this.clause.cooldownMs) return
    this.lastAt = at
    this.lastPeriod = period
    const worth = this.worthOf(facts)
    // What nobody can take back need not be remembered.
    const who = this.sheet.whoOf(facts)
    if (this.clause.deduction === null) this.count(period, worth, who)
    else this.deliveries.push({ at, by: id, period, worth, who, deductedIn: null })
  }

  /** What was taken back has never counted, so it keeps no other event of the lead from counting. */
  private standing(): Delivery | undefined {
    return this.deliveries.findLast(({ deductedIn }) => deductedIn === null)
  }

  private worthOf(facts: Facts): number {
    const { weights } = this.clause
    if (weights.length === 0) return 1
    return weights.find(({ when }) => when === null || when.test(facts))?.worth ?? 0
  }

  private reject({ at, id, data }: FoldedEvent, deduction: Deduction): void {
    const last = this.standing()
    if (!last || last.by === id || !isAgreed(deduction, data) || !this.isInWindow(last, deduction, at)) return
    last.deductedIn = Math.max(last.period, this.openAt(at, deduction.lockAfterMs))
    const before = this.standing()
    this.lastAt = before?.at ?? Number.NaN
    this.lastPeriod = before?.period ?? Number.NaN
  }

  /** The accept window ends as a clock would be due. [C4] */
  private isInWindow({ at: deliveredAt }: Delivery, { acceptWindow }: Deduction, at: number): boolean {
    if (acceptWindow === null) return true
    return at <= windowEnd(this.clause.clock, acceptWindow, deliveredAt)
  }

  /** The earliest period that is not locked yet; after the end of the agreement it is the last one. */
  private openAt(at: number, lockAfterMs: number): number {
    const { periods } = this.sheet
    if (lockAfterMs === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
    return periods.numberAt(Math.max(firstInstant, Math.min(at - lockAfterMs, this.ends - 1)))
  }
}
