/** An obligation is what became of one clock, as plain JSON: the answer that reports, effects and people read. */
import type { Agreement } from '../agreement/agreement.ts'
import { printRead } from '../time/instant.ts'
import type { ClockRecord } from './clock-record.ts'

/** [C5] A breach never disappears: met after it is `metLate`, and a cancelled clock that was breached keeps `breachedAt`. */
export type Status = 'met' | 'metLate' | 'open' | 'openBreached' | 'paused' | 'cancelled' | 'waived' | 'superseded'

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
}

/** Returns what became of a clock, seen at an instant at which all its events have been folded. **Units** `asOf` epoch milliseconds. */
export function obligationOf(agreement: Agreement, clock: ClockRecord, asOf: number): Obligation {
  clock.passTo(clock.closing?.at ?? asOf)
  const { clause, closing, goal } = clock
  const until = closing?.at ?? asOf
  const status = statusOf(clock)
  const isStopped = closing?.ending === 'stopped'
  return {
    key: keyOf(clock),
    clause: clause.id,
    lead: clock.lead,
    cycle: clock.cycle,
    party: clause.owedBy,
    owner: clock.owner,
    team: clock.team,
    agreement: agreement.id,
    version: agreement.version,
    status,
    goal: goal.name ?? String(clause.goals.indexOf(goal) + 1),
    startedAt: printRead(clock.startedAt),
    dueAt: status === 'paused' ? null : printed(clock.dueAt),
    dueIfResumedAt: status === 'paused' ? printed(clock.dueIfResumedAt(asOf)) : null,
    stoppedAt: isStopped ? printRead(closing.at) : null,
    stoppedBy: isStopped ? closing.actor : null,
    closedAt: closing ? printRead(closing.at) : null,
    breachedAt: printed(clock.breachedAt),
    usedMs: clock.usedMs(until),
    targetMs: goal.target.kind === 'duration' ? goal.target.ms : null,
    pausedMs: clock.pausedMsUntil(until),
  }
}

/** Returns the key of a clock: the same in every run, unlike for any two clocks of an agreement. */
export function keyOf({ clause, lead, cycle }: ClockRecord): string {
  return `${clause.id}/${lead}/${cycle}`
}

function statusOf(clock: ClockRecord): Status {
  switch (clock.closing?.ending) {
    case 'stopped':
      return clock.isBreached ? 'metLate' : 'met'
    case 'cancelled':
      return 'cancelled'
    case 'superseded':
      return 'superseded'
    default:
      return clock.isBreached ? 'openBreached' : clock.isPaused ? 'paused' : 'open'
  }
}

function printed(at: number): string | null {
  return at === at ? printRead(at) : null
}
