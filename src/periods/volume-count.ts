/** Counts the leads of a `volume` clause: each once a period, at its first qualifying event. [P2] */
import type { Effective } from '../agreement/effective.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type ClauseCount, isInForce } from './clause-count.ts'
import type { Sheet } from './sheet.ts'

export class VolumeCount implements ClauseCount {
  /** The period in which the lead counted last: events come in order, so no earlier one comes again. */
  private latest = Number.NaN

  constructor(
    private readonly effective: Effective,
    private readonly sheet: Sheet,
  ) {}

  begin(): void {
    this.latest = Number.NaN
  }

  fire(_trigger: number, { at }: FoldedEvent): void {
    if (!isInForce(this.effective, at)) return
    const period = this.sheet.periods.numberAt(at)
    if (period === this.latest) return
    this.latest = period
    const line = this.sheet.line(period)
    line.sample += 1
    line.hits += 1
  }

  end(): void {}
}
