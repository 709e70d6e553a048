/** The patterns that the clocks themselves show: stopped and opened again, stopped at the last minute, cancelled. */
import type { Obligation } from '../evaluation/obligation.ts'
import { readInstant } from '../time/instant.ts'
import type { Case, Evidence, Limits } from './case.ts'

/** Returns the cases of some clocks. */
export function clockCases(obligations: readonly Obligation[], limits: Limits): Case[] {
  const next = new Map(obligations.map((clock) => [cycleKey(clock, clock.cycle - 1), clock]))
  return obligations.flatMap((clock): Case[] => [
    ...stopCases(clock, next.get(cycleKey(clock, clock.cycle)), limits),
    ...cancelCases(clock),
  ])
}

function cycleKey({ clause, lead }: Obligation, cycle: number): string {
  return JSON.stringify([clause, lead, cycle])
}

/** Of clocks that were stopped in time: whether the next cycle began soon after, and whether it was at the last minute. */
function stopCases(clock: Obligation, next: Obligation | undefined, { reopenMs, lastMs }: Limits): Case[] {
  const { clause, status, stoppedAt, stoppedBy, owner, dueAt } = clock
  const person = stoppedBy ?? owner
  if (status !== 'met' || stoppedAt === null || person === null) return []
  const at = readInstant(stoppedAt)
  const againMs = next ? readInstant(next.startedAt) - at : Number.POSITIVE_INFINITY
  const leftMs = dueAt === null ? Number.POSITIVE_INFINITY : readInstant(dueAt) - at
  const evidence = (what: string): Evidence => ({ lead: clock.lead, obligation: clock.key, event: null, at: stoppedAt, what })
  return [
    {
      ...{ pattern: 'stop-and-reopen', clause, person, isHit: againMs <= reopenMs },
      evidence: evidence(`stopped, and cycle ${clock.cycle + 1} began ${againMs} ms later`),
    },
    {
      ...{ pattern: 'last-minute', clause, person, isHit: leftMs <= lastMs },
      evidence: evidence(`stopped ${leftMs} ms before it was due`),
    },
  ]
}

/** A clock that was breached before it was cancelled counts as a breach anyway, and gains nobody anything. */
function cancelCases({ clause, key, lead, owner, status, breachedAt, closedAt }: Obligation): Case[] {
  if (owner === null || closedAt === null || status === 'superseded' || status === 'waived') return []
  const isHit = status === 'cancelled' && breachedAt === null
  const evidence = { lead, obligation: key, event: null, at: closedAt, what: 'cancelled in time' }
  return [{ pattern: 'cancelled-clocks', clause, person: owner, isHit, evidence }]
}
