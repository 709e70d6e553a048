/** An obligation is what became of one clock, as plain JSON: the answer that reports, effects and people read. */
import { type Exception, exceptionFor } from '../agreement/exceptions.ts'
import type { ClockRecord } from './clock-record.ts'
import type { Progress } from './progress.ts'
import type { Share } from './shares.ts'

/** [C5] A breach never disappears: met after it is `metLate`, and a cancelled clock that was breached keeps `breachedAt`. */
export const statuses = ['met', 'metLate', 'open', 'openBreached', 'paused', 'cancelled', 'waived', 'superseded'] as const
export type Status = (typeof statuses)[number]

/** Instants are RFC 3339 in UTC; amounts of time are business milliseconds on the clause's clock. */
export interface Obligation {
  /** `clause/lead/cycle`: the same in every run. */
  readonly key: string
  readonly clause: string
  readonly lead: string
  /** Counted from 1. */
  readonly cycle: number
  readonly party: string
  /** Who owned the lead when the promise was due, or at the end of a clock that was in time. [C9] */
  readonly owner: string | null
  readonly team: string | null
  /** Everybody who had the lead in hand meanwhile, with the business time that each used; without an owner it is routing's. [C9] */
  readonly owners: readonly Share[]
  readonly agreement: string
  readonly version: string
  readonly status: Status
  /** The name of the goal that won, or its number from 1. */
  readonly goal: string
  readonly startedAt: string
  /** `null` while paused, and where no fact names the due instant. */
  readonly dueAt: string | null
  /** When a paused clock would be due if it were resumed now, that is at `asOf`. [C3] */
  readonly dueIfResumedAt: string | null
  readonly stoppedAt: string | null
  /** The actor of the stopping event. */
  readonly stoppedBy: string | null
  /** When the clock was closed, in whatever way. */
  readonly closedAt: string | null
  readonly breachedAt: string | null
  readonly usedMs: number
  /** `null` for targets that are no amount of business time: days, and due instants from a fact. */
  readonly targetMs: number | null
  readonly pausedMs: number
  /** An open clock may be paused after it was breached: then nothing more is told of it until the resume. [F3] */
  readonly isPaused: boolean
  /** Of a clause whose clock follows somebody: the calendar that counted, or the zone in which the clause's own was read. [C10] */
  readonly calendar?: string
  /** Of a cadence only. */
  readonly progress?: Progress
}

/** Returns how a clock stands at its end or at `asOf`; a breach that an exception excuses is waived, and stays a fact. [C16] */
export function outcomeOf(exceptions: readonly Exception[], clock: ClockRecord): Status {
  const status = statusOf(clock)
  if (status !== 'metLate' && status !== 'openBreached') return status
  return excuseOf(exceptions, clock) ? 'waived' : status
}

/**
 * Returns the exception that excuses the breach of a clock, or would excuse it at its due instant; most agreements have none. Who is
 * to be excused is settled at that instant: a ladder that was not climbed stays so, whoever has the lead afterwards.
 */
export function excuseOf(exceptions: readonly Exception[], clock: ClockRecord): Exception | undefined {
  if (exceptions.length === 0) return undefined
  const breachedAt = clock.isBreached ? clock.breachedAt : clock.dueAt
  const { owner, team } = clock.blamed ?? clock.inChargeAt(breachedAt, breachedAt)
  return exceptionFor(exceptions, { clause: clock.clause.id, lead: clock.lead, owner, team, breachedAt })
}

/** Returns how a clock stands; time has passed to its end, or to `asOf`. */
function statusOf(clock: ClockRecord): Status {
  switch (clock.closing?.ending) {
    case 'stopped':
      return clock.isBreached ? 'metLate' : 'met'
    case 'cancelled':
      return 'cancelled'
    case 'excused':
      return clock.isBreached ? 'waived' : 'cancelled'
    case 'superseded':
      return 'superseded'
    default:
      return clock.isBreached ? 'openBreached' : clock.isPaused ? 'paused' : 'open'
  }
}
