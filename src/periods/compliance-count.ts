/**
 * Counts the clocks of another clause for a `compliance` clause, each in the period in which it started: due moves with
 * pauses and changed goals, the start never does. What is decided, and what is kept, is as for `attainment`. [P4]
 */
import type { Effective } from '../agreement/effective.ts'
import type { Exception } from '../agreement/exceptions.ts'
import type { ComplianceClause } from '../agreement/period-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { outcomeOf } from '../evaluation/obligation.ts'
import { type ClauseCount, isInForce, type Life } from './clause-count.ts'
import type { Excuse } from './excuse.ts'
import { nobody, type Sheet } from './sheet.ts'

export class ComplianceCount implements ClauseCount {
  readonly triggers: readonly Trigger[] = []
  readonly opening = 0
  private readonly exceptions: readonly Exception[]
  private readonly excuse: Excuse

  constructor(
    private readonly clause: ComplianceClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    { exceptions, excuse }: { readonly exceptions: readonly Exception[]; readonly excuse: Excuse },
  ) {
    this.exceptions = exceptions
    this.excuse = excuse
  }

  begin(): void {}

  fire(): void {}

  end(life: Life): void {
    for (const clock of life.clocksOf(this.clause.clause)) if (isInForce(this.effective, clock.startedAt)) this.count(clock, life)
  }

  private count(clock: ClockRecord, life: Life): void {
    const until = clock.closing?.at ?? this.excuse.asOf
    clock.passTo(until)
    const who = this.sheet.isByPeople ? clock.inChargeAt(until) : nobody
    const line = this.sheet.line(this.sheet.periods.numberAt(clock.startedAt), who)
    if (this.excuse.holds(life, clock.startedAt, until)) {
      line.excluded += 1
      return
    }
    switch (outcomeOf(this.exceptions, clock)) {
      case 'met':
        line.sample += 1
        line.hits += 1
        break
      case 'metLate':
      case 'openBreached':
        line.sample += 1
        break
      case 'open':
      case 'paused':
        line.pending += 1
        this.sheet.isWaiting = true
        break
      case 'waived':
        line.excluded += 1
        break
      // Nobody mends a breach by handing the lead on.
      default:
        if (clock.isBreached) line.sample += 1
        else line.excluded += 1
    }
  }
}
