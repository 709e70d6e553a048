/**
 * The facts of one promise to one lead, as rules ask for them. They are flat, because an engine takes a misspelt path for
 * undefined without a word, and a misspelt fact for an error. All are plain JSON; what a promise does not have is `null`.
 */
import type { Status } from '../evaluation/obligation.ts'
import type { Moment } from './moment.ts'

/** What a condition of the agreement reads, and what became of one promise. Instants come as RFC 3339 text in UTC and as a number. */
export interface SlaFacts {
  /** The facts of the lead: those that were given, or those that the state keeps because the agreement reads them. */
  readonly lead: Readonly<Record<string, unknown>>
  /** The event to which the app reacts, where it gives one; otherwise empty. */
  readonly event: Readonly<Record<string, unknown>>
  /** Where the lead stands in the lifecycle; `null` where nobody said. */
  readonly state: string | null
  /** Who has the lead; where nobody said, who answers for the promise. */
  readonly owner: string | null
  readonly team: string | null

  /** `clause/lead/cycle`, as in the obligation. */
  readonly key: string
  readonly agreement: string
  readonly version: string
  readonly clause: string
  /** The id of the lead; `lead` are its facts. */
  readonly leadId: string
  /** Counted from 1. */
  readonly cycle: number
  /** The party that owes the promise. */
  readonly party: string
  /** Who answers for the promise, as its clause attributes it. [C9] */
  readonly inCharge: string | null
  readonly inChargeTeam: string | null
  /** Everybody who had the lead in hand while the clock ran, in order. */
  readonly hadBy: readonly string[]
  /** The name of the goal that won, or its number from 1. */
  readonly goal: string
  readonly status: Status
  /** Whether the clock is paused now. */
  readonly isPaused: boolean
  /**
   * Whether the breach is excused, and nobody called to account: by who answered for the promise when it was due. Where only the
   * obligation is known, whether it is waived. [C16]
   */
  readonly isExcused: boolean
  /** The steps of the ladder that have been told or passed over, by name; none where only the obligation is known. */
  readonly toldSteps: readonly string[]

  /** When the facts were taken. */
  readonly asOf: string
  readonly asOfMs: number
  readonly startedAt: string
  readonly startedAtMs: number
  /** As in the obligation: `null` while paused, and where no fact names the due instant. */
  readonly dueAt: string | null
  readonly dueAtMs: number | null
  /** Of a paused clock. */
  readonly dueIfResumedAt: string | null
  readonly dueIfResumedAtMs: number | null
  readonly breachedAt: string | null
  readonly breachedAtMs: number | null
  readonly stoppedAt: string | null
  readonly stoppedAtMs: number | null
  readonly closedAt: string | null
  readonly closedAtMs: number | null

  /** Business time on the clause's clock, pauses taken out. **Units** milliseconds, as of all that end in `Ms` and are no instant. */
  readonly usedMs: number
  /** `null` for targets that are no amount of business time. */
  readonly targetMs: number | null
  /** Business time that pauses took. */
  readonly pausedMs: number
  /**
   * Used of the target, more than 1 after it. Of a target that is no amount of business time, the time on the wall since the
   * start of that until due, as reminders by `share` count it; `null` without a due instant.
   */
  readonly usedShare: number | null
  /** Business time until due; 0 from then on; of a paused clock, what it will have when it is resumed; `null` once closed. */
  readonly remainingMs: number | null
  /** Business time since due, until the clock was closed: as the ladder counts it, pauses included. `null` without a breach. */
  readonly overdueMs: number | null

  /** For the operators `withinBusiness` and `beforeDue`. */
  readonly now: Moment
  readonly start: Moment
  readonly due: Moment | null
  readonly breach: Moment | null
  readonly close: Moment | null
}

/** What the facts are of a run that is about no promise. */
export const noFacts: { readonly [Name in keyof SlaFacts]: null } = {
  ...{ lead: null, event: null, state: null, owner: null, team: null },
  ...{ key: null, agreement: null, version: null, clause: null, leadId: null, cycle: null, party: null },
  ...{
    inCharge: null,
    inChargeTeam: null,
    hadBy: null,
    goal: null,
    status: null,
    isPaused: null,
    isExcused: null,
    toldSteps: null,
  },
  ...{ asOf: null, asOfMs: null, startedAt: null, startedAtMs: null, dueAt: null, dueAtMs: null },
  ...{ dueIfResumedAt: null, dueIfResumedAtMs: null, breachedAt: null, breachedAtMs: null },
  ...{ stoppedAt: null, stoppedAtMs: null, closedAt: null, closedAtMs: null },
  ...{ usedMs: null, targetMs: null, pausedMs: null, usedShare: null, remainingMs: null, overdueMs: null },
  ...{ now: null, start: null, due: null, breach: null, close: null },
}

/** The facts under names that begin with a prefix. */
export type Prefixed<Prefix extends string> = { readonly [Name in keyof SlaFacts as `${Prefix}${Name}`]: SlaFacts[Name] }

/**
 * Returns the facts under the names that `toEngine` uses with the same `prefix`.
 *
 * @example
 * const facts = { usedMs: 3_600_000 } as SlaFacts
 * prefixed(facts, 'sla.')['sla.usedMs'] //=> 3600000
 */
export function prefixed<Prefix extends string>(facts: SlaFacts, prefix: Prefix): Prefixed<Prefix> {
  const entries = Object.entries(facts).map(([name, value]) => [`${prefix}${name}`, value])
  return Object.fromEntries(entries) as Prefixed<Prefix>
}
