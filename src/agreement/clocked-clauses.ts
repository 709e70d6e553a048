/** The clauses that have clocks: promises of an action in time, and cadences, whose attempts together are one action. */
import type { Agreement } from './agreement.ts'
import type { TimedClause } from './timed-clause.ts'

/** Returns what clocks are held to, in the order of the document. */
export function clockedClauses({ document, clauses, cadences }: Agreement): TimedClause[] {
  return Object.keys(document.clauses).flatMap((id) => clauses.get(id) ?? cadences.get(id)?.timed ?? [])
}
