/**
 * What each finding of readiness is about: the facts that its sentences are made of, by code. The codes of an agreement alone come
 * first, those that need events after them.
 */
/** A part of a clause that waits for something to happen. */
export type TriggerKey = 'start' | 'stop' | 'pause' | 'resume' | 'cancel' | 'reset' | 'attempt' | 'count' | 'sum' | 'of' | 'that'

/** Of the agreement alone. **Units** milliseconds on the clause's clock, shares between 0 and 1. */
export interface DocumentFacts {
  'undefined-status': { readonly state: string; readonly isUsed: boolean }
  'unreachable-state': { readonly state: string }
  'dead-end-state': { readonly state: string }
  'no-disposition': object
  'handover-without-owner': { readonly clauses: readonly string[] }
  'trigger-unreachable': { readonly clause: string; readonly trigger: TriggerKey; readonly states: readonly string[] }
  'met-at-start': { readonly clause: string }
  'born-paused': { readonly clause: string }
  'each-event-restarts': { readonly clause: string; readonly types: readonly string[] }
  'pause-never-ends': { readonly clause: string; readonly states: readonly string[] }
  'never-cancels': { readonly clause: string }
  'unreachable-goal': { readonly clause: string; readonly goal: number; readonly by: number | null }
  'no-catch-all': { readonly clause: string }
  'impossible-condition': { readonly clause: string; readonly part: TriggerKey | 'requires' | 'goal' }
  'target-cannot-fit': { readonly clause: string; readonly neededMs: number; readonly openMs: number }
  'cadence-cannot-fit': { readonly clause: string; readonly neededMs: number; readonly givenMs: number }
  'day-long-target': { readonly clause: string; readonly targetMs: number; readonly dayMs: number; readonly days: number }
  'target-over-day': { readonly clause: string; readonly targetMs: number; readonly dayMs: number; readonly days: number }
  'same-day-close': { readonly clause: string }
  'target-over-period': { readonly clause: string; readonly other: string; readonly days: number; readonly periodDays: number }
  'trivial-target': { readonly clause: string }
  'all-or-nothing': { readonly clause: string }
  'reminder-out-of-time': { readonly clause: string; readonly reminder: string; readonly isBefore: boolean }
  'holidays-end': { readonly calendar: string; readonly until: string }
  'unused-calendar': { readonly calendar: string }
  'contradicting-clauses': { readonly clause: string; readonly other: string }
  'repeated-clause': { readonly clause: string; readonly other: string }
  'complicated-clause': { readonly clause: string; readonly points: number; readonly most: number }
  'complicated-agreement': { readonly points: number; readonly most: number }
  'too-many-goals': { readonly clause: string; readonly count: number; readonly most: number }
  'too-many-exceptions': { readonly count: number; readonly most: number }
  'blanket-exception': { readonly name: string; readonly share: number }
  'exception-without-approval': { readonly name: string }
  'missing-signatory': { readonly party: string }
  unsigned: { readonly party: string; readonly names: readonly string[] }
  'no-start-date': object
  'no-end-date': object
  'party-without-people': { readonly party: string; readonly promises: number }
  'member-without-role': { readonly party: string; readonly people: readonly string[] }
  'member-without-team': { readonly party: string; readonly people: readonly string[] }
}

/** Of what happened. */
export interface EventFacts {
  'events-refused': { readonly why: string }
  'event-type-unasked': { readonly types: readonly string[] }
  'trigger-never-fires': { readonly clause: string; readonly trigger: TriggerKey; readonly types: readonly string[] }
  'records-begin-late': { readonly clause: string; readonly type: string; readonly date: string; readonly from: string }
  'move-outside-lifecycle': { readonly from: string; readonly to: string }
  'move-by-another-party': { readonly state: string }
  'definition-not-kept': { readonly state: string }
  'moves-not-recorded': object
  'status-unused': { readonly states: readonly string[] }
  'owners-not-recorded': object
  'clock-without-owner': { readonly clause: string }
  'events-without-actor': { readonly types: readonly string[] }
  'person-unknown': { readonly people: readonly string[] }
  'member-unseen': { readonly people: readonly string[] }
  'acts-like-machine': { readonly person: string; readonly quietShare: number }
  gap: { readonly from: string; readonly to: string; readonly days: number; readonly usual: number }
  'person-gap': {
    readonly gaps: readonly { readonly person: string; readonly from: string; readonly to: string; readonly days: number }[]
  }
  'outside-hours': { readonly share: number }
  'shifted-times': { readonly hours: number; readonly share: number; readonly shiftedShare: number }
  'date-only-times': { readonly type: string; readonly isTimed: boolean }
  'same-time-of-day': { readonly type: string; readonly time: string }
  'round-times': { readonly type: string }
  'repeated-hour': { readonly date: string }
  'same-instant': { readonly isDecided: boolean }
  'mass-update': { readonly type: string; readonly most: number }
  'event-repeated': object
  'event-corrected': object
  'content-repeated': object
  'stop-before-start': { readonly clause: string }
  'never-stopped': { readonly clause: string }
  'left-open': { readonly clause: string; readonly longestMs: number }
  'left-paused': { readonly clause: string; readonly days: number }
  'no-due-instant': { readonly clause: string }
  'target-out-of-reach': { readonly clause: string; readonly kept: number }
  'target-too-easy': { readonly clause: string; readonly share: number }
  'fact-missing': { readonly fact: string }
  'two-ways-not-to-know': { readonly fact: string; readonly words: readonly string[]; readonly empty: number }
}

export interface ReadinessFacts extends DocumentFacts, EventFacts {}
export type ReadinessCode = keyof ReadinessFacts
