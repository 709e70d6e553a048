/** Counts of clocks on their way to a line. */
import type { Obligation } from '../../evaluation/obligation.ts'
import { wilsonInterval } from '../../periods/interval.ts'
import { isAtRisk } from '../clock-line.ts'
import { medianOf } from '../delay.ts'
import { isDecided, type Outcome, outcomes } from './clock-columns.ts'
import type { Counts, How, Line } from './figures-shape.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

/** The eight counts; each clock adds to one of them. */
export class CountTally implements Record<Outcome, number> {
  kept = 0
  late = 0
  openBreached = 0
  open = 0
  paused = 0
  cancelled = 0
  superseded = 0
  waived = 0

  addAll(other: CountTally): void {
    for (const outcome of outcomes) this[outcome] += other[outcome]
  }

  get decided(): number {
    return this.kept + this.late + this.openBreached
  }

  get clocks(): number {
    return this.decided + this.open + this.paused + this.cancelled + this.superseded + this.waived
  }

  counts(): Counts {
    const { clocks, kept, late, openBreached, open, paused, cancelled, superseded, waived, decided } = this
    return { clocks, kept, late, openBreached, open, paused, cancelled, superseded, waived, decided }
  }

  how(): How {
    const { decided, kept, open, paused, cancelled, superseded, waived } = this
    return { code: 'kept-of-decided', decided, kept, pending: open + paused, excluded: cancelled + superseded + waived }
  }

  share(): number | null {
    return this.decided === 0 ? null : this.kept / this.decided
  }
}

/** The clocks of a clause, a team or a person. */
export class LineTally extends CountTally {
  private readonly usedMs: number[] = []
  private readonly telling: Shortlist
  private atRisk = 0
  private worstLateMs = 0

  constructor(private readonly scene: Scene) {
    super()
    this.telling = scene.telling()
  }

  add(position: number, obligation: Obligation): void {
    const { columns, conduct, settings } = this.scene
    const outcome = columns.outcome[position] as Outcome
    this[outcome] += 1
    this.telling.add(position)
    if (obligation.stoppedAt !== null) this.usedMs.push(obligation.usedMs)
    if (outcome === 'open' && isAtRisk(obligation, conduct.asOf, settings.riskShare)) this.atRisk += 1
    if (isDecided(outcome)) this.worstLateMs = Math.max(this.worstLateMs, columns.lateMs[position] as number)
  }

  line(): Line {
    const { scene, kept, decided, atRisk, worstLateMs } = this
    return {
      ...this.counts(),
      share: this.share(),
      interval: wilsonInterval(kept, decided),
      isSmall: decided < scene.settings.minimumSample,
      atRisk,
      medianUsedMs: medianOf(this.usedMs),
      worstLateMs,
      basis: scene.basis(this.how(), this.telling),
    }
  }
}
