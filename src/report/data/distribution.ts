/** How much business time the clocks of a clause took, in bins that a person can read off an axis. */
import type { Obligation } from '../../evaluation/obligation.ts'
import type { Distribution, DistributionBin } from './clause-shape.ts'
import type { How } from './figures-shape.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

const dayMs = 8 * 3_600_000
/** Widths that stand well on an axis; beyond them come multiples of 8 hours, the business day of most calendars. */
const widths = [1, 15, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800].map((seconds) => seconds * 1_000)
const mostBins = 24
const shares = [0.5, 0.9, 0.95] as const

/** What is known of how long a clock takes: it was stopped, or it runs still, or it ended otherwise. */
type Part = 'stoppedInTime' | 'stoppedLate' | 'running' | 'ended'

export class DistributionTally {
  private readonly positions: number[] = []
  /** By position, how long the clock ran, and the part of its bin in which it counts. */
  private readonly usedMs: number[] = []
  private readonly parts: Part[] = []
  private readonly counts = { stopped: 0, running: 0, ended: 0 }
  private readonly targets = new Map<string, { readonly goal: string; readonly targetMs: number; clocks: number }>()
  private readonly telling: Shortlist
  private withoutTargetMs = 0

  constructor(private readonly scene: Scene) {
    this.telling = scene.telling()
  }

  add(position: number, obligation: Obligation): void {
    const { goal, targetMs } = obligation
    this.positions.push(position)
    this.telling.add(position)
    const part = partOf(obligation)
    this.counts[part === 'running' || part === 'ended' ? part : 'stopped'] += 1
    this.usedMs.push(obligation.usedMs)
    this.parts.push(part)
    if (targetMs === null) {
      this.withoutTargetMs += 1
      return
    }
    const key = `${targetMs}/${goal}`
    const known = this.targets.get(key)
    if (known) known.clocks += 1
    else this.targets.set(key, { goal, targetMs, clocks: 1 })
  }

  distribution(): Distribution {
    const { scene, counts, withoutTargetMs, telling } = this
    const sorted = new Float64Array(this.usedMs).sort()
    const targets = [...this.targets.values()].sort((a, b) => a.targetMs - b.targetMs || (a.goal < b.goal ? -1 : 1))
    const how: How = { code: 'stopped-and-running', ...counts }
    return {
      bins: this.bins(sorted, targets.at(-1)?.targetMs ?? 0),
      targets,
      withoutTargetMs,
      ...counts,
      quantiles: this.quantiles(),
      longestMs: sorted.at(-1) ?? null,
      basis: scene.basis(how, telling),
    }
  }

  /** The axis holds the farthest target and 95 % of the clocks; what took longer is in the last bin. */
  private bins(sorted: Float64Array, targetMs: number): DistributionBin[] {
    const longestMs = sorted.at(-1)
    if (longestMs === undefined) return []
    const most = sorted[Math.ceil(sorted.length * 0.95) - 1] as number
    const width = widthFor(Math.max(most, targetMs))
    const count = Math.floor(Math.max(most, targetMs) / width) + 1
    const hasMore = longestMs >= count * width
    const tallies = Array.from({ length: hasMore ? count + 1 : count }, () => this.emptyBin())
    for (const [index, position] of this.positions.entries()) {
      const bin = tallies[Math.min(Math.floor((this.usedMs[index] as number) / width), tallies.length - 1)] as BinTally
      bin[this.parts[index] as Part] += 1
      bin.telling.add(position)
    }
    return tallies.map(({ telling, stoppedInTime, stoppedLate, running, ended }, index) => ({
      fromMs: index * width,
      toMs: index === count ? null : (index + 1) * width,
      ...{ stoppedInTime, stoppedLate, running, ended },
      basis: this.scene.basis({ code: 'stopped-and-running', stopped: stoppedInTime + stoppedLate, running, ended }, telling),
    }))
  }

  private quantiles(): Distribution['quantiles'] {
    const isStopped = (part: Part | undefined) => part === 'stoppedInTime' || part === 'stoppedLate'
    const stopped = this.usedMs.filter((_, index) => isStopped(this.parts[index]))
    const censored = this.usedMs.filter((_, index) => !isStopped(this.parts[index]))
    return quantilesOf(new Float64Array(stopped).sort(), new Float64Array(censored).sort())
  }

  private emptyBin(): BinTally {
    return { stoppedInTime: 0, stoppedLate: 0, running: 0, ended: 0, telling: this.scene.telling() }
  }
}

/**
 * The product limit of Kaplan and Meier. Who asks only the clocks that were stopped hears of quick ones: the slow ones run
 * still. `insight` has the same with intervals, and lies after this layer. **Units** business milliseconds, sorted.
 */
function quantilesOf(stopped: Float64Array, censored: Float64Array): Distribution['quantiles'] {
  const found: (number | null)[] = shares.map(() => null)
  let survival = 1
  let lost = 0
  for (let place = 0; place < stopped.length; ) {
    const usedMs = stopped[place] as number
    const first = place
    while (stopped[place] === usedMs) place += 1
    while ((censored[lost] ?? usedMs) < usedMs) lost += 1
    const atRisk = stopped.length - first + censored.length - lost
    survival *= (atRisk - (place - first)) / atRisk
    for (const [index, share] of shares.entries()) {
      // A survival is a product of fractions, which may lie a hair beside the share that it equals.
      if (found[index] === null && survival <= 1 - share + 1e-12) found[index] = usedMs
    }
  }
  return shares.map((share, index) => ({ share, usedMs: found[index] ?? null }))
}

interface BinTally extends Record<Part, number> {
  readonly telling: Shortlist
}

/** An excused clock may have been stopped, or run still. */
function partOf({ stoppedAt, closedAt, breachedAt }: Obligation): Part {
  if (stoppedAt !== null) return breachedAt === null ? 'stoppedInTime' : 'stoppedLate'
  return closedAt === null ? 'running' : 'ended'
}

/** Returns the least width that stands well with which the bins up to an amount are not too many. */
function widthFor(reachMs: number): number {
  const wanted = widths.find((width) => Math.floor(reachMs / width) < mostBins)
  return wanted ?? Math.ceil((reachMs + 1) / mostBins / dayMs) * dayMs
}
