/** Whose time it was, gathered clock by clock. [C9] */
import type { Obligation } from '../../evaluation/obligation.ts'
import { medianOf } from '../delay.ts'
import type { DelaySection } from './clause-shape.ts'
import type { Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'

export class DelayTally {
  private systemMs = 0
  private humanMs = 0
  private pausedMs = 0
  private breachesWithoutOwner = 0
  private readonly system: number[] = []
  private readonly human: number[] = []
  private readonly telling: Shortlist

  constructor(private readonly scene: Scene) {
    this.telling = scene.telling()
  }

  add(position: number, { owners, owner, pausedMs, stoppedAt, breachedAt, status }: Obligation): void {
    let [systemMs, humanMs] = [0, 0]
    for (const share of owners) {
      if (share.owner === null) systemMs += share.usedMs
      else humanMs += share.usedMs
    }
    this.systemMs += systemMs
    this.humanMs += humanMs
    this.pausedMs += pausedMs
    if (systemMs > 0) this.telling.add(position)
    if (breachedAt !== null && status !== 'waived' && owner === null) this.breachesWithoutOwner += 1
    if (stoppedAt === null) return
    this.system.push(systemMs)
    this.human.push(humanMs)
  }

  delay(): DelaySection {
    const { scene, systemMs, humanMs, pausedMs, breachesWithoutOwner, telling } = this
    return {
      systemMs,
      humanMs,
      pausedMs,
      medianSystemMs: medianOf(this.system),
      medianHumanMs: medianOf(this.human),
      breachesWithoutOwner,
      withSystemTime: telling.total,
      basis: scene.basis({ code: 'clocks', clocks: telling.total }, telling),
    }
  }
}
