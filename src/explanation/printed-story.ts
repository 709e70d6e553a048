/** The parts of a story as plain JSON. */
import { printInstant } from '../time/instant.ts'
import { ruleOfClosing } from './closed-sentence.ts'
import type { ClosedPart, Doing, ExplainedSpan, Reckoning, RuleName, Turn } from './explanation.ts'
import type { Reckoned } from './reckoning.ts'
import type { StorySpan } from './story.ts'
import type { ToldEvent, WatchedTurn } from './turn.ts'

/** Returns a span with the rule by which it counted or did not. */
export function explainedSpan({ from, to, counts, why, by, pause, closed }: StorySpan): ExplainedSpan {
  const parts = closed.map(
    (piece): ClosedPart => ({
      ...piece,
      from: printInstant(piece.from),
      to: printInstant(piece.to),
      rule: ruleOfClosing[piece.why],
    }),
  )
  const holidays = new Set(parts.flatMap((part) => (part.why === 'holiday' && part.date !== null ? [part.date] : [])))
  return {
    from: printInstant(from),
    to: printInstant(to),
    ms: to - from,
    counts,
    why,
    rule: why === 'closed' ? closingRule(parts) : why === 'open' ? 'T4' : pause?.isGap ? 'C6' : 'C3',
    ...doing(by),
    holidays: [...holidays],
    closed: parts,
  }
}

/** What is said of a date weighs more than the hours of every week. */
function closingRule(parts: readonly ClosedPart[]): RuleName {
  return parts.find(({ rule }) => rule !== 'T6')?.rule ?? 'T6'
}

/** Returns a turn with its instant printed. */
export function explainedTurn({
  at,
  what,
  because,
  rule,
  event,
  hand,
  fromDueAt,
  toDueAt,
  channel,
  attempts,
}: WatchedTurn): Turn {
  return {
    at: printInstant(at),
    what,
    because,
    rule,
    ...doing(event),
    ...(hand ? { owner: hand.owner, team: hand.team } : {}),
    ...(fromDueAt === undefined ? {} : { fromDueAt: printed(fromDueAt) }),
    ...(toDueAt === undefined ? {} : { toDueAt: printed(toDueAt) }),
    ...(channel === undefined ? {} : { channel }),
    ...(attempts === undefined ? {} : { attempts }),
  }
}

/** Returns how the due instant comes about, without what only sentences need. */
export function printedReckoning({ dueAt, rule, days }: Reckoned): Reckoning {
  return { dueAt: printInstant(dueAt), rule, days }
}

function doing(event: ToldEvent | null): Doing {
  return {
    event: event?.id ?? null,
    type: event?.type ?? null,
    actor: event?.actor ?? null,
    reason: event?.reason ?? null,
  }
}

function printed(at: number): string | null {
  return at === at ? printInstant(at) : null
}
