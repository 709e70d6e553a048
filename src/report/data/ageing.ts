/** How old the open clocks of a clause are, in shares of what they have. */
import type { Obligation } from '../../evaluation/obligation.ts'
import type { Ageing, AgeingName } from './clause-shape.ts'
import { usedShareOf } from './clock-columns.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

/** In the order in which they are shown. */
const names: readonly AgeingName[] = ['under50', 'from50', 'from75', 'over', 'overTwice', 'unknown']

export class AgeingTally {
  private readonly buckets: Record<AgeingName, { readonly telling: Shortlist; paused: number }>

  constructor(private readonly scene: Scene) {
    const empty = () => ({ telling: scene.telling(), paused: 0 })
    this.buckets = {
      under50: empty(),
      from50: empty(),
      from75: empty(),
      over: empty(),
      overTwice: empty(),
      unknown: empty(),
    }
  }

  /** Adds an open clock. */
  add(position: number, obligation: Obligation): void {
    const bucket = this.buckets[nameOf(obligation, this.scene.conduct.asOf)]
    bucket.telling.add(position)
    if (obligation.isPaused) bucket.paused += 1
  }

  ageing(): Ageing {
    const buckets = names.map((bucket) => {
      const { telling, paused } = this.buckets[bucket]
      const basis = this.scene.basis({ code: 'open', clocks: telling.total }, telling)
      return { bucket, clocks: telling.total, paused, basis }
    })
    return { open: buckets.reduce((sum, { clocks }) => sum + clocks, 0), buckets }
  }
}

/** A breach is a fact about instants; the share, which may be one on the wall, only says how far beyond. [C4] */
function nameOf(obligation: Obligation, asOf: number): AgeingName {
  const share = usedShareOf(obligation, asOf)
  if (obligation.status === 'openBreached') return share !== null && share >= 2 ? 'overTwice' : 'over'
  if (share === null) return 'unknown'
  return share < 0.5 ? 'under50' : share < 0.75 ? 'from50' : 'from75'
}
