/**
 * Whether a lead drops out of a share because another party is in breach on it: sales owes no conversion of a lead that
 * marketing handed over incomplete. [P7]
 */
import type { Exception } from '../agreement/exceptions.ts'
import { outcomeOf } from '../evaluation/obligation.ts'
import type { Life } from './clause-count.ts'

export class Excuse {
  constructor(
    /** The clauses with clocks, of other parties. */
    private readonly clauses: readonly string[],
    private readonly exceptions: readonly Exception[],
    readonly asOf: number,
  ) {}

  /** Returns true when a clock of the clauses ran between two instants and was breached by the later one; a waived breach is none. */
  holds(life: Life, from: number, until: number): boolean {
    const last = Math.min(until, this.asOf)
    return this.clauses.some((clause) =>
      life.clocksOf(clause).some((clock) => {
        const end = clock.closing?.at ?? this.asOf
        clock.passTo(end)
        if (clock.startedAt > last || end < from || !(clock.breachedAt <= last)) return false
        return outcomeOf(this.exceptions, clock) !== 'waived'
      }),
    )
  }
}
