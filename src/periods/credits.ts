/**
 * Whose an opportunity is: as it was declared, or by who touched the lead first. What a party has sourced it has not
 * influenced as well, so that no money is to its credit twice. [P5]
 */
import type { Credit } from '../agreement/credit.ts'
import type { Trigger } from '../agreement/trigger.ts'
import { type Issue, issue } from '../errors.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { PartyOf } from './party-of.ts'
import { valueAt } from './value-at.ts'

/** What is known of whose an opportunity is. */
export interface Claim {
  /** How many events of the lead had fired something by then. */
  readonly order: number
  /** The parties that were declared. */
  sourcedBy: string | null
  influencedBy: readonly string[]
}

const never = Number.POSITIVE_INFINITY

export class Credits {
  readonly triggers: readonly Trigger[]
  /** By trigger, when each party touched the lead for the first time. */
  private readonly firsts: number[]
  private order = 0
  private latest = ''

  constructor(
    private readonly credit: Credit | null,
    touches: ReadonlyMap<string, Trigger>,
    private readonly partyOf: PartyOf,
  ) {
    const asked = credit?.by === 'firstTouch' ? [...touches] : []
    this.triggers = asked.map(([, trigger]) => trigger)
    this.firsts = asked.map(() => never)
    this.own = asked.findIndex(([party]) => party === credit?.party)
  }

  /** The position of the party's own touches. */
  private readonly own: number

  begin(): void {
    this.firsts.fill(never)
    this.order = 0
    this.latest = ''
  }

  touch(party: number, event: FoldedEvent): void {
    const order = this.orderOf(event)
    if ((this.firsts[party] ?? never) > order) this.firsts[party] = order
  }

  /** Returns the claim of an opportunity that an event brought. */
  claim(event: FoldedEvent): Claim {
    return { order: this.orderOf(event), sourcedBy: null, influencedBy: [] }
  }

  /** Takes what the event declares; what it does not say stays. Returns what is wrong with it. */
  declare(claim: Claim, { data }: FoldedEvent): Issue | undefined {
    if (this.credit?.by !== 'declared') return undefined
    const source = valueAt(data, ['sourcedBy']) ?? null
    const influence = valueAt(data, ['influencedBy']) ?? null
    const influences = Array.isArray(influence) ? influence : influence === null ? null : [influence]
    const sourcedBy = source === null ? null : this.named(source)
    const influencedBy = influences?.map((name) => this.named(name))
    if (sourcedBy === undefined) return unknownParty(['data', 'sourcedBy'], source)
    const wrong = influencedBy?.indexOf(undefined) ?? -1
    if (wrong >= 0) {
      const at = ['data', 'influencedBy', ...(Array.isArray(influence) ? [wrong] : [])]
      return unknownParty(at, influences?.[wrong])
    }
    if (sourcedBy !== null) claim.sourcedBy = sourcedBy
    if (influencedBy) claim.influencedBy = influencedBy.filter((party) => party !== undefined)
    return undefined
  }

  /** Returns whether the opportunity is to the party's credit. */
  holds({ order, sourcedBy, influencedBy }: Claim): boolean {
    const { credit } = this
    if (credit === null) return true
    if (credit.by === 'declared') {
      const isSource = sourcedBy === credit.party
      return credit.as === 'sourced' ? isSource : !isSource && influencedBy.includes(credit.party)
    }
    const touched = this.firsts[this.own] ?? never
    if (touched > order) return false
    // Of parties that touched the lead by one event, the one that the agreement names first was first.
    const isSource = this.firsts.every((first, party) => (party < this.own ? first > touched : first >= touched))
    return credit.as === 'sourced' ? isSource : !isSource
  }

  private named(name: unknown): string | undefined {
    return typeof name === 'string' ? this.partyOf(name) : undefined
  }

  private orderOf({ id }: FoldedEvent): number {
    if (id !== this.latest) {
      this.order += 1
      this.latest = id
    }
    return this.order
  }
}

function unknownParty(path: readonly (string | number)[], got: unknown): Issue {
  return issue('unknown-party', path, { expected: 'a party of the agreement, or one of its teams or people', got })
}
