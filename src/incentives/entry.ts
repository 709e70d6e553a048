/**
 * The carrot. What was earned is a projection of facts: it follows from the agreement, an evaluation and the deeds that were
 * reported, so that it can be computed again by anybody. Only what is paid out is written down. [F4]
 */
import type { SubjectKind } from '../agreement/conduct-facts.ts'

/** `final` when nothing can change it but a late event; `pending` when its period is over and something is not decided; `running` while it lasts. */
export type EntryStanding = 'final' | 'pending' | 'running'

export type EntryKind = 'level' | 'conformity' | 'streak' | 'badge' | 'award' | 'prize' | 'spif'

/** Something that somebody has earned. */
export interface IncentiveEntry {
  /** The same in every run, such as `level/replies/2026-04/anna`. */
  readonly key: string
  /** What is decided at once: the same for all who might have won it. */
  readonly group: string
  readonly kind: EntryKind
  /** The name of the level, duty, streak, badge, award, prize or SPIF. */
  readonly rule: string
  readonly for: SubjectKind
  /** The party, team or owner. */
  readonly name: string
  /** `2026-04`, or whatever length the rule has. */
  readonly period: string
  /** When it was earned; of a period its last instant. */
  readonly at: string
  readonly standing: EntryStanding
  readonly points: number
  /** **Units** minor units of `currency`; 0 where it pays none, or the budget is used up. */
  readonly amountMinor: number
  readonly currency: string | null
  /** In words: what was promised, and what was done. */
  readonly because: string
}

/** What is not decided yet: nothing that stands in a ledger under this group is taken back. */
export interface Undecided {
  readonly group: string
  readonly for: SubjectKind
  /** When it would be earned. */
  readonly at: string
}

/** Something that a person has done for process conformity. */
export interface Deed {
  readonly person: string
  /** The name of the duty under `conformity`. */
  readonly duty: string
  readonly at: number
}

/** Returns entries by time, then by key. */
export function inOrder(entries: readonly IncentiveEntry[]): IncentiveEntry[] {
  return [...entries].sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key))
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
