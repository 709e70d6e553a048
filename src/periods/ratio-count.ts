/**
 * Counts the cohorts of a `ratio` clause: the leads to which `of` happens in a period, and those of them to which `that`
 * happens afterwards, before they are mature. A lead is in the sample when it is mature and not before, converted or not;
 * else the quick ones would flatter every young cohort. [P4]
 */
import type { Effective } from '../agreement/effective.ts'
import type { RatioClause } from '../agreement/period-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Facts } from '../evaluation/facts.ts'
import type { FoldedEvent } from '../events/event.ts'
import { type ClauseCount, isInForce, type Life } from './clause-count.ts'
import type { Excuse } from './excuse.ts'
import type { Sheet, Who } from './sheet.ts'

/** A lead in the cohort of a period. */
interface Member {
  readonly period: number
  readonly at: number
  /** The event that took it in: what the same event does as well does not come afterwards. */
  readonly by: string
  /** The last instant at which `that` counts. */
  readonly until: number
  isHit: boolean
  /** Who had the lead when it converted, or has had it last so long as it may convert. */
  who: Who
}

/** The positions of the triggers. */
const joining = 0
const converting = 1

export class RatioCount implements ClauseCount {
  readonly triggers: readonly Trigger[]
  readonly opening = 1
  private readonly members: Member[] = []

  constructor(
    private readonly clause: RatioClause,
    private readonly effective: Effective,
    private readonly sheet: Sheet,
    private readonly excuse: Excuse,
  ) {
    this.triggers = sheet.isByPeople ? [clause.of, clause.that, handingOver] : [clause.of, clause.that]
  }

  begin(): void {
    if (this.members.length > 0) this.members.length = 0
  }

  fire(trigger: number, event: FoldedEvent, facts: Facts): void {
    if (trigger === joining) {
      this.join(event, facts)
      return
    }
    for (const member of this.members) {
      if (member.isHit || event.at > member.until) continue
      if (trigger === converting && member.by === event.id) continue
      member.isHit = trigger === converting
      member.who = this.sheet.whoOf(facts)
    }
  }

  end(life: Life): void {
    const { maturityMs } = this.clause
    for (const { period, at, until, isHit, who } of this.members) {
      const line = this.sheet.line(period, who)
      const hit = isHit ? 1 : 0
      if (this.excuse.holds(life, at, until)) line.excluded += 1
      else if (maturityMs === null || this.excuse.asOf > until) {
        line.sample += 1
        line.hits += hit
      } else {
        line.pending += 1
        this.sheet.isWaiting = true
        line.pendingHits += hit
      }
    }
  }

  private join({ at, id }: FoldedEvent, facts: Facts): void {
    if (!isInForce(this.effective, at)) return
    const { maturityMs, cooldownMs } = this.clause
    const period = this.sheet.periods.numberAt(at)
    const last = this.members.at(-1)
    if (last && (last.period === period || at - last.at < cooldownMs)) return
    this.members.push({
      period,
      at,
      by: id,
      until: at + (maturityMs ?? Number.POSITIVE_INFINITY),
      isHit: false,
      who: this.sheet.whoOf(facts),
    })
  }
}

const none: ReadonlySet<string> = new Set()
const handingOver: Trigger = { kind: 'on', types: new Set(['lead.assigned']), states: none, condition: null }
