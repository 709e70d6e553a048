/** Which marks are told first where not all of them can be. */
import type { MarkKind, TimelineMark } from './timeline-shape.ts'

const ranks: { readonly [Kind in MarkKind]: number } = {
  ...{ stopped: 100, cancelled: 100, excused: 100, merged: 100, reset: 100, restarted: 100 },
  ...{ started: 98, due: 96, now: 94, waived: 80, paused: 70, resumed: 69, reopened: 72, notPaused: 60, handedOver: 66 },
  ...{ attempted: 63, notAttempted: 54, retargeted: 65, escalation: 58, notCounted: 56, reminder: 50, event: 20 },
}

/**
 * Returns the rank of a mark; the greater is told first. Of many of one kind those are told that lie far from each other, not
 * those that come first: each step of the golden ratio falls into the widest gap that is left.
 */
export function rankOf({ what }: TimelineMark, index: number): number {
  return ranks[what] + 1 - ((index * 0.618033988749895) % 1)
}
