/** How things stand, all in all: what the first sentence of the page is made of. */
import type { Report } from '../data/report-shape.ts'

export type Health = 'quiet' | 'good' | 'attention'

export interface Standing {
  readonly overdue: number
  readonly atRisk: number
  readonly consequences: number
  /** The clauses of promises that are missed or behind, each once. */
  readonly behind: readonly string[]
  readonly kept: number
  readonly decided: number
  readonly inPeriod: number
}

export function standingOf({ parties, queue, header }: Pick<Report, 'parties' | 'queue' | 'header'>): Standing {
  const promises = parties.flatMap((party) => party.promises)
  const sum = (member: 'kept' | 'decided') => parties.reduce((total, { totals }) => total + totals[member], 0)
  return {
    overdue: queue.overdue.total,
    atRisk: queue.atRisk.total,
    consequences: parties.reduce((total, { consequences }) => total + consequences.total + consequences.withheld, 0),
    behind: [...new Set(promises.filter(({ status }) => status === 'missed' || status === 'behind').map(({ clause }) => clause))],
    kept: sum('kept'),
    decided: sum('decided'),
    inPeriod: header.clocks.inPeriod,
  }
}

/**
 * Returns how things are: `attention` when something is overdue or at risk, a consequence follows, or a promise is missed or
 * behind; `quiet` when there is nothing to judge.
 */
export function healthOf({ overdue, atRisk, consequences, behind, inPeriod }: Standing): Health {
  if (overdue + atRisk + consequences + behind.length > 0) return 'attention'
  return inPeriod === 0 ? 'quiet' : 'good'
}
