/** What became of the clocks of one clause, as far as readiness asks: how many ended, how long they took, whose they were. */
import type { ClockRecord } from '../evaluation/clock-record.ts'
import { CaseCount } from './draft.ts'
import { Instants } from './instants.ts'

export class ClockTally {
  readonly started = new Instants()
  /** Clocks that cannot come out otherwise any more, and those of them that were kept. */
  decided = 0
  kept = 0
  stopped = 0
  /** How long the stopped ones took, on the wall. **Units** milliseconds. */
  readonly tookMs = new Instants()
  /** Of the kept ones with an amount of time: the share of it that was used. */
  readonly usedShares = new Instants()
  readonly open: { readonly lead: string; readonly event: string; readonly at: number }[] = []
  readonly paused: { readonly lead: string; readonly event: string; readonly at: number }[] = []
  readonly withoutOwner = new CaseCount()
  readonly withoutDue = new CaseCount()
  /** A stop that came before the first start of its lead. */
  readonly stoppedBefore = new CaseCount()
  /** Leads that had a clock. */
  leads = 0

  add(clock: ClockRecord, asOf: number): void {
    const { closing, startedAt, startedBy, lead } = clock
    const until = closing?.at ?? asOf
    clock.passTo(until)
    this.started.push(startedAt)
    const place = { lead, event: startedBy, at: startedAt }
    if (closing?.ending === 'stopped') {
      this.stopped += 1
      this.tookMs.push(closing.at - startedAt)
    }
    const isKept = closing?.ending === 'stopped' && !clock.isBreached
    if (isKept || clock.isBreached) this.decided += 1
    if (isKept) {
      this.kept += 1
      const { target } = clock.goal
      if (target.kind === 'duration') this.usedShares.push(clock.usedMs(until) / target.ms)
    }
    if (closing === null) {
      if (clock.isPaused) this.paused.push({ ...place, at: clock.pausedAt })
      else this.open.push(place)
      if (!clock.isPaused && clock.dueAt !== clock.dueAt) this.withoutDue.add(lead, startedBy, startedAt)
    }
    if (clock.starter.owner === null && (clock.hands ?? []).every(({ owner }) => owner === null))
      this.withoutOwner.add(lead, startedBy, startedAt)
  }
}
