/** Which clauses an event type can concern, worked out once per type, so that an event asks only those. */
import type { Agreement } from '../agreement/agreement.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'

export interface Plan {
  readonly agreement: Agreement
  readonly clauses: readonly TimedClause[]
  readonly all: readonly number[]
  readonly byType: Map<string, readonly number[]>
}

/** Returns the plan of an agreement. */
export function planOf(agreement: Agreement): Plan {
  const clauses = [...agreement.clauses.values()]
  return { agreement, clauses, all: clauses.map((_, index) => index), byType: new Map() }
}

/** Returns the positions of the clauses to ask about an event. The first event of a lead concerns them all. */
export function visitsOf(plan: Plan, type: string, isFirst: boolean): readonly number[] {
  if (isFirst || type === 'lead.assigned') return plan.all
  let visits = plan.byType.get(type)
  if (!visits) {
    visits = plan.all.filter((index) => concerns(plan.clauses[index] as TimedClause, type))
    plan.byType.set(type, visits)
  }
  return visits
}

/** Returns true when some trigger of some clause names the type. */
export function isNamed(plan: Plan, type: string): boolean {
  return plan.clauses.some((clause) => triggersOf(clause).some((trigger) => trigger.types.has(type)))
}

function concerns(clause: TimedClause, type: string): boolean {
  const isMove = type === 'lead.moved'
  const changesLead = isMove || type === 'lead.created' || type === 'lead.updated'
  const follows = clause.goals.length > 1 || clause.goals.some(({ target }) => target.kind === 'dueFrom')
  // A level condition may read anything, the event itself included.
  if (clause.requires !== null || (changesLead && follows)) return true
  return triggersOf(clause).some((trigger) => trigger.kind === 'becomes' || trigger.types.has(type) || (isMove && trigger.kind !== 'on'))
}

function triggersOf(clause: TimedClause): Trigger[] {
  return [clause.start, clause.stop, clause.pause, clause.resume, clause.cancel, clause.reset].filter((trigger) => trigger !== null)
}
