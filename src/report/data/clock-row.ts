/** One clock as a report shows it, whoever it is whose name may be shown. */
import type { Obligation } from '../../evaluation/obligation.ts'
import { usedShareOf } from './clock-columns.ts'
import type { ClockRow } from './figures-shape.ts'
import type { Scene } from './scene.ts'

/** Returns the row of the clock at a position. */
export function clockRow({ conduct, roster }: Scene, position: number): ClockRow {
  const obligation = conduct.obligations[position] as Obligation
  const { owner, team } = obligation
  return {
    key: obligation.key,
    clause: obligation.clause,
    lead: obligation.lead,
    cycle: obligation.cycle,
    party: obligation.party,
    owner: owner === null ? null : roster.person(owner),
    team: team === null ? null : roster.team(team),
    status: obligation.status,
    goal: obligation.goal,
    startedAt: obligation.startedAt,
    dueAt: obligation.dueAt,
    dueIfResumedAt: obligation.dueIfResumedAt,
    stoppedAt: obligation.stoppedAt,
    closedAt: obligation.closedAt,
    breachedAt: obligation.breachedAt,
    usedMs: obligation.usedMs,
    targetMs: obligation.targetMs,
    usedShare: usedShareOf(obligation, conduct.asOf),
    pausedMs: obligation.pausedMs,
    lateMs: conduct.lateMs(obligation),
  }
}
