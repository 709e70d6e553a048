/** How the time of a clock is shared among those who had its lead in hand. [C9] */

import type { BusinessClock } from '../clock/business-clock.ts'
import { intersect, type Span, subtract, union } from '../time/span.ts'
import type { Hand } from './hand.ts'

/** What of a clock its shares follow from. */
interface SharedClock {
  readonly clause: { readonly clock: BusinessClock }
  readonly startedAt: number
  readonly starter: Hand
  /** Who had the lead after the starter. */
  readonly hands: readonly Hand[] | null
  readonly pauses: readonly { readonly from: number; readonly to: number }[] | null
}

/** What one owner used of a clock; without an owner it is routing's. */
export interface Share {
  readonly owner: string | null
  readonly team: string | null
  /** Business time on the clause's clock, pauses taken out. **Units** milliseconds. */
  readonly usedMs: number
}

/** Returns the shares until an instant, in the order in which the owners first had the lead. */
export function sharesOf(clock: SharedClock, until: number): Share[] {
  const shares = new Map<string, Share>()
  for (const { hand, usedMs } of stints(clock, until)) {
    const key = JSON.stringify([hand.owner, hand.team])
    const earlier = shares.get(key)?.usedMs ?? 0
    shares.set(key, { owner: hand.owner, team: hand.team, usedMs: earlier + usedMs })
  }
  return [...shares.values()]
}

/** Returns the first hand of the owner with the largest share until an instant, the first of equals. */
export function longestOf(clock: SharedClock, until: number): Hand {
  const used = new Map<string | null, number>()
  let longest = clock.starter
  const list = stints(clock, until)
  for (const { hand, usedMs } of list) used.set(hand.owner, (used.get(hand.owner) ?? 0) + usedMs)
  for (const { hand } of list) {
    if ((used.get(hand.owner) ?? 0) > (used.get(longest.owner) ?? 0)) longest = hand
  }
  return longest
}

interface Stint {
  readonly hand: Hand
  readonly usedMs: number
}

function stints(clock: SharedClock, until: number): Stint[] {
  const { clause, startedAt, starter, hands, pauses } = clock
  const list = [{ ...starter, at: startedAt }, ...(hands ?? [])]
  const paused = union((pauses ?? []).map(({ from, to }): Span => [from, to === to ? to : until]))
  return list.map((hand, index) => {
    const from = Math.max(startedAt, hand.at)
    const to = Math.min(until, list[index + 1]?.at ?? until)
    const life: Span[] = from < to ? [[from, to]] : []
    const running = subtract(life, intersect(life, paused))
    const usedMs = running.reduce((sum, [start, end]) => sum + clause.clock.between(start, end), 0)
    return { hand: index === 0 ? starter : hand, usedMs }
  })
}
