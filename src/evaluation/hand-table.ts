/** Who had each clock in hand, in columns; the shares are worked out when somebody reads them. */
import type { BusinessClock } from '../clock/business-clock.ts'
import type { ClockRecord } from './clock-record.ts'
import { Numbers, Positions, Texts } from './columns.ts'
import type { Hand } from './hand.ts'
import type { Past } from './past.ts'
import type { Pause } from './pause.ts'
import { type Share, sharesOf } from './shares.ts'

export class HandTable {
  /** By row of a clock: where its hands begin; those of a clock with one owner are not written down. */
  private readonly first = new Positions()
  private readonly at = new Numbers()
  private readonly owner = new Positions()
  private readonly team = new Positions()
  private readonly owners = new Texts()
  private readonly teams = new Texts()
  /** Few clocks with several owners were paused, and fewer still come out of a state with their shares. */
  private readonly pauses = new Map<number, readonly Pause[]>()
  private readonly pasts = new Map<number, Past>()
  private readonly known = new Map<number, readonly Share[]>()

  /** Puts down the hands of the next row. */
  add(clock: ClockRecord): void {
    const row = this.first.length
    this.first.push(this.owner.length)
    if (clock.shares) this.known.set(row, clock.shares)
    if (!clock.hands) return
    this.push(clock.starter)
    for (const hand of clock.hands) this.push(hand)
    if (clock.pauses) this.pauses.set(row, clock.pauses)
    if (clock.past) this.pasts.set(row, clock.past)
  }

  /** Returns the shares of a row; null for one owner alone. */
  sharesOf(row: number, clock: BusinessClock, startedAt: number, until: number): readonly Share[] | null {
    const known = this.known.get(row)
    if (known) return known
    const from = this.first.at(row)
    const to = row + 1 < this.first.length ? this.first.at(row + 1) : this.owner.length
    if (from === to) return null
    const [starter, ...hands] = Array.from({ length: to - from }, (_, index) => this.handAt(from + index))
    const [pauses, past] = [this.pauses.get(row) ?? null, this.pasts.get(row) ?? null]
    return sharesOf({ measure: { clock }, startedAt, starter: starter as Hand, hands, pauses, past }, until)
  }

  private push({ at, owner, team }: Hand): void {
    this.at.push(at)
    this.owner.push(this.owners.numberOf(owner))
    this.team.push(this.teams.numberOf(team))
  }

  private handAt(position: number): Hand {
    return {
      at: this.at.at(position),
      owner: this.owners.textOf(this.owner.at(position)),
      team: this.teams.textOf(this.team.at(position)),
    }
  }
}
