/** Who answers for a clock that several people had in hand. [C9] */
import type { Attribution } from '../agreement/clause-document.ts'
import type { Hand } from './hand.ts'
import { longestOf, type SharedClock } from './shares.ts'

/** What of a clock it follows from. */
interface ChargedClock extends SharedClock {
  readonly clause: { readonly attribution: Attribution }
  readonly breachedAt: number
}

/**
 * Returns who owes the promise, as it stands at an instant: as the clause attributes it. A clock that a change of goal has made due
 * in the past may be asked for the breach that it is about to suffer.
 */
export function chargedAt(clock: ChargedClock, until: number, breachedAt = clock.breachedAt): Hand {
  const { clause, hands, starter } = clock
  if (hands === null) return starter
  switch (clause.attribution) {
    case 'ownerAtStart':
      return starter
    case 'lastOwner':
      return hands.findLast(({ at }) => at <= until) ?? starter
    case 'proportional':
      return longestOf(clock, until)
    default:
      if (breachedAt !== breachedAt) return hands.at(-1) ?? starter
      return hands.findLast(({ at }) => at <= breachedAt) ?? starter
  }
}
