/** How a clause moved: the same line for each period, as far back as a chart goes. */
import { wilsonInterval } from '../../periods/interval.ts'
import { printRead } from '../../time/instant.ts'
import type { TrendPoint } from './clause-shape.ts'
import type { Capped } from './figures-shape.ts'
import { CountTally } from './line-tally.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

/** Returns the numbers of the periods that a trend has, and how many there were before. */
export function trendPeriods({ conduct, span, settings, periods }: Scene): {
  readonly numbers: readonly number[]
  readonly more: number
} {
  const known = periods.numberAt(conduct.begins)
  const first = Math.min(known, span.number)
  const shown = Math.max(first, span.number - settings.periods + 1)
  const numbers = Array.from({ length: span.number - shown + 1 }, (_, index) => shown + index)
  return { numbers, more: shown - first }
}

interface Point {
  readonly tally: CountTally
  readonly telling: Shortlist
}

export class TrendTally {
  private readonly points: readonly Point[]
  private readonly first: number

  constructor(
    private readonly scene: Scene,
    private readonly shown: ReturnType<typeof trendPeriods>,
  ) {
    this.first = shown.numbers[0] ?? 0
    this.points = shown.numbers.map(() => ({ tally: new CountTally(), telling: scene.telling() }))
  }

  add(position: number): void {
    const { columns } = this.scene
    const point = this.points[(columns.period[position] as number) - this.first]
    const outcome = columns.outcome[position]
    if (!point || !outcome) return
    point.tally[outcome] += 1
    point.telling.add(position)
  }

  trend(): Capped<TrendPoint> {
    const { shown, points } = this
    const rows = shown.numbers.map((number, index) => this.pointOf(number, points[index] as Point))
    return { rows, total: rows.length + shown.more, more: shown.more }
  }

  private pointOf(number: number, { tally, telling }: Point): TrendPoint {
    const { scene } = this
    const { periods, conduct } = scene
    const [from, to] = [periods.from(number), periods.from(number + 1)]
    return {
      period: periods.name(number),
      from: printRead(from),
      to: printRead(to),
      ...tally.counts(),
      share: tally.share(),
      interval: wilsonInterval(tally.kept, tally.decided),
      isSmall: tally.decided < scene.settings.minimumSample,
      isRunning: conduct.asOf < conduct.closing(to) || tally.open + tally.paused > 0,
      basis: scene.basis(tally.how(), telling),
    }
  }
}
