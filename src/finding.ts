/**
 * A finding is worth a look and changes no result: a lint of an agreement, or something odd about an event that was
 * counted all the same. Findings are data, as issues are, with a closed set of codes of their own.
 */
import type { IssuePath } from './errors.ts'

/** The closed set of codes. Each has a section in `docs/errors.md`. */
export const findingCodes = [
  // of an agreement
  'day-long-target',
  'unreachable-goal',
  'no-catch-all',
  'unreachable-state',
  'dead-end-state',
  'no-disposition',
  'unused-calendar',
  // of events
  'duplicate-event',
  'corrected-event',
  'unused-event-type',
  'move-not-allowed',
  'move-by-another-party',
  'entry-rule-not-met',
  'missing-due',
] as const

export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly code: FindingCode
  /** Where: in the agreement, or in the event when there is one. */
  readonly path: IssuePath
  readonly message: string
  readonly lead?: string
  readonly clause?: string
  /** The event as it was given. */
  readonly event?: unknown
}
