/** The time after the life of a clock until it would have been due, or will be: when it is open, and why it is not. */

import { ruleOfClosing } from '../explanation/closed-sentence.ts'
import type { Story } from '../explanation/story.ts'
import { printInstant } from '../time/instant.ts'
import { type Span, subtract } from '../time/span.ts'
import type { AheadSpan } from './timeline-shape.ts'

/** **Units** epoch milliseconds. */
export interface Ahead {
  readonly span: Span
  readonly isOpen: boolean
  readonly printed: AheadSpan
}

/** Returns the spans of `[from, to)`, which tile it. */
export function aheadOf({ clock, closedTime }: Story, from: number, to: number): Ahead[] {
  if (from >= to) return []
  const open: Span[] = clock.measure.clock.spans(from, to)
  const spans = [
    ...open.map((span) => ({ span, isOpen: true })),
    ...subtract([[from, to]], open).map((span) => ({ span, isOpen: false })),
  ]
  return spans
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ span, isOpen }) => ({
      ...{ span, isOpen },
      printed: {
        from: printInstant(span[0]),
        to: printInstant(span[1]),
        ms: span[1] - span[0],
        why: isOpen ? 'open' : 'closed',
        closed: isOpen
          ? []
          : closedTime.pieces(span[0], span[1]).map((piece) => ({
              ...piece,
              from: printInstant(piece.from),
              to: printInstant(piece.to),
              rule: ruleOfClosing[piece.why],
            })),
      },
    }))
}
