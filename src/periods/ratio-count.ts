/**
 * Counts the cohorts of a `ratio` clause: the leads to which `of` happens in a period, and those of them to which `that`
 * happens afterwards, before they are mature. A lead is in the sample when it is mature and not before, converted or not;
 * else the quick ones would flatter every young cohort. [P4]
 */
import type { Effective } from '../agreement/effective.ts'
import type { RatioClause } from '../agreement/period-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type ClauseCount, isInForce, type Life } from './clause-count.ts'
import type { Excuse } from './excuse.ts'
import type { Sheet } from './sheet.ts'

/** A lead in the cohort of a period. */
interface Member {
  readonly period: number
  readonly at: number
  /** The event that took it in: what the same event does as well does not come afterwards. */
  readonly by: string
  /** The last instant at which `that` counts. */
  readonly until: number
  isHit: boolean
}

export class RatioCount implements ClauseCount {
  readonly triggers: readonly Trigger[]
  private readonly members: Member[] = []

  constructor(
    private readonly clause: RatioClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    private readonly excuse: Excuse,
  ) {
    this.triggers = [clause.of, clause.that]
  }

  begin(): void {
    this.members.length = 0
  }

  fire(trigger: number, event: FoldedEvent): void {
    if (trigger === 0) this.join(event)
    else for (const member of this.members) if (member.by !== event.id && event.at <= member.until) member.isHit = true
  }

  end(life: Life): void {
    const { maturityMs } = this.clause
    for (const { period, at, until, isHit } of this.members) {
      const line = this.sheet.line(period)
      const hit = isHit ? 1 : 0
      if (this.excuse.holds(life, at, until)) line.excluded += 1
      else if (maturityMs === null || this.excuse.asOf > until) {
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
    const { maturityMs, cooldownMs } = this.clause
    const period = this.sheet.periods.numberAt(at)
    const last = this.members.at(-1)
    if (last && (last.period === period || at - last.at < cooldownMs)) return
    this.members.push({ period, at, by: id, until: at + (maturityMs ?? Number.POSITIVE_INFINITY), isHit: false })
  }
}
