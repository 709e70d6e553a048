/** How the time of a clock is shared among those who had its lead in hand. [C9] */

import type { BusinessClock } from '../clock/business-clock.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { Hand } from './hand.ts'
import type { Past } from './past.ts'

/** What of a clock its shares follow from. */
export interface SharedClock {
  readonly measure: { readonly clock: BusinessClock }
  readonly startedAt: number
  readonly starter: Hand
  /** Who had the lead after the starter. */
  readonly hands: readonly Hand[] | null
  readonly pauses: readonly { readonly from: number; readonly to: number }[] | null
  /** What is kept of pauses before these. */
  readonly past: Pick<Past, 'hands' | 'lostMs' | 'used'> | null
}

/** What one owner used of a clock; without an owner it is routing's. */
export interface Share {
  readonly owner: string | null
  readonly team: string | null
  /** Business time on the clause's clock, pauses taken out. **Units** milliseconds. */
  readonly usedMs: number
}

const noHands: readonly Hand[] = []

/** Returns the shares until an instant, in the order in which the owners first had the lead. */
export function sharesOf(clock: SharedClock, until: number): Share[] {
  const later = clock.hands ?? noHands
  const found: { owner: string | null; team: string | null; usedMs: number }[] = []
  for (let index = -1; index < later.length; index++) {
    const { owner, team } = later[index] ?? clock.starter
    const usedMs = stintMs(clock, index, until)
    const earlier = found.find((share) => share.owner === owner && share.team === team)
    if (earlier) earlier.usedMs += usedMs
    else found.push({ owner, team, usedMs })
  }
  return found
}

/** Returns the first hand of the owner with the largest share until an instant, the first of equals. */
export function longestOf(clock: SharedClock, until: number): Hand {
  const hands = [clock.starter, ...(clock.hands ?? [])]
  const used = new Map<string | null, number>()
  for (const [index, { owner }] of hands.entries()) used.set(owner, (used.get(owner) ?? 0) + stintMs(clock, index - 1, until))
  let longest = clock.starter
  for (const hand of hands) if ((used.get(hand.owner) ?? 0) > (used.get(longest.owner) ?? 0)) longest = hand
  return longest
}

/**
 * Returns the business time that one hand used; the starter is the one before the first.
 *
 * **Edges** of a clock that comes out of a state, `until` is not before its last pause that is kept as part of a sum.
 */
export function stintMs({ measure, startedAt, hands, pauses, past }: SharedClock, index: number, until: number): number {
  const known = past?.used[index + 1]
  if (known !== undefined) return known
  const from = Math.max(startedAt, hands?.[index]?.at ?? startedAt)
  const to = Math.min(until, hands?.[index + 1]?.at ?? until)
  if (from >= to) return 0
  const lostMs = past !== null && past.hands === index + 1 ? past.lostMs : 0
  if (!pauses) return measure.clock.between(from, to) - lostMs
  const paused = union(pauses.map((pause): Span => [pause.from, pause.to === pause.to ? pause.to : until]))
  const left = subtract([[from, to]], intersect([[from, to]], paused))
  return left.reduce((sum, [start, end]) => sum + measure.clock.between(start, end), 0) - lostMs
}
