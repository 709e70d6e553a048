/**
 * Counts the cohorts of a `ratio` clause: the leads to which `of` happens in a period, and those of them to which `that`
 * happens afterwards, before they are mature. A lead is in the sample when it is mature and not before, converted or not;
 * else the quick ones would flatter every young cohort. [P4]
 */
import type { Effective } from '../agreement/effective.ts'
import type { RatioClause } from '../agreement/period-clause.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type ClauseCount, isInForce } from './clause-count.ts'
import type { Sheet } from './sheet.ts'

/** A lead in the cohort of a period. */
interface Member {
  readonly period: number
  /** The event that took it in: what the same event does as well does not come afterwards. */
  readonly by: string
  /** The last instant at which `that` counts. */
  readonly until: number
  isHit: boolean
}

export class RatioCount implements ClauseCount {
  private readonly members: Member[] = []

  constructor(
    private readonly clause: RatioClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    private readonly asOf: number,
  ) {}

  begin(): void {
    this.members.length = 0
  }

  fire(trigger: number, event: FoldedEvent): void {
    if (trigger === 0) this.join(event)
    else for (const member of this.members) if (member.by !== event.id && event.at <= member.until) member.isHit = true
  }

  end(): void {
    const { maturityMs } = this.clause
    for (const { period, until, isHit } of this.members) {
      const line = this.sheet.line(period)
      const hit = isHit ? 1 : 0
      if (maturityMs === null || this.asOf > until) {
        line.sample += 1
        line.hits += hit
      } else {
        line.pending += 1
        line.pendingHits += hit
      }
    }
  }

  private join({ at, id }: FoldedEvent): void {
    if (!isInForce(this.effective, at)) return
    const period = this.sheet.periods.numberAt(at)
    if (this.members.at(-1)?.period === period) return
    this.members.push({ period, by: id, until: at + (this.clause.maturityMs ?? Number.POSITIVE_INFINITY), isHit: false })
  }
}
