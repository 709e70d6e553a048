/** The clauses that have a clock of their own: an action in time, and a cadence, which is one for all its attempts. */
import type { Agreement } from '../agreement/agreement.ts'
import type { CadenceClauseDocument } from '../agreement/cadence-document.ts'
import type { TimedClauseDocument } from '../agreement/clause-document.ts'
import type { ClauseDocument } from '../agreement/document.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'

/** Returns the checked clause with the clock; `undefined` for one that is counted over a period. */
export function clockedClause(agreement: Agreement, id: string): TimedClause | undefined {
  return agreement.clauses.get(id) ?? agreement.cadences.get(id)?.timed
}

/** Returns the clause with the calendar that counted; `null` for its own. [C10] */
export function clauseAsCounted(agreement: Agreement, id: string, calendar: string | null): TimedClause | undefined {
  const clause = clockedClause(agreement, id)
  const measure = calendar === null ? null : clause?.choice?.named(calendar)
  return clause && measure ? { ...clause, calendar: measure.calendar, clock: measure.clock } : clause
}

/** Returns the names of all of them, in the order of the document. */
export function clockedIds(agreement: Agreement): string[] {
  return Object.keys(agreement.document.clauses).filter((id) => clockedClause(agreement, id) !== undefined)
}

export function isClocked(clause: ClauseDocument | undefined): clause is TimedClauseDocument | CadenceClauseDocument {
  return clause?.kind === 'timed' || clause?.kind === 'cadence'
}
