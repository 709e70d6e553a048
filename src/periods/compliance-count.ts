/**
 * Counts the clocks of another clause for a `compliance` clause, each in the period in which it started: due moves with
 * pauses and changed goals, the start never does. What is decided, and what is kept, is as for `attainment`. [P4]
 */
import type { Exception } from '../agreement/exceptions.ts'
import type { ClockRecord } from '../evaluation/clock-record.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import { outcomeOf } from '../evaluation/obligation.ts'
import type { ClauseCount } from './clause-count.ts'
import type { Sheet } from './sheet.ts'

export class ComplianceCount implements ClauseCount {
  constructor(
    /** The position of the clause whose clocks are counted. */
    private readonly position: number,
    private readonly exceptions: readonly Exception[],
    private readonly sheet: Sheet,
    private readonly asOf: number,
  ) {}

  begin(): void {}

  fire(): void {}

  end({ slots }: LeadRecord): void {
    const slot = slots[this.position]
    if (slot?.closed) for (const clock of slot.closed) this.count(clock)
    if (slot?.open) this.count(slot.open)
  }

  private count(clock: ClockRecord): void {
    const until = clock.closing?.at ?? this.asOf
    clock.passTo(until)
    const line = this.sheet.line(this.sheet.periods.numberAt(clock.startedAt))
    switch (outcomeOf(this.exceptions, clock, until)) {
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
