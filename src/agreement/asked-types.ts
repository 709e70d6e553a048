/** The types of events that no timed clause asks for, and that mean something all the same. */
import type { CadenceClause } from './cadence-clause.ts'
import type { Touches } from './credit.ts'
import { type PeriodClause, triggersOf } from './period-clause.ts'
import type { Trigger } from './trigger.ts'

/** What of an agreement asks for events beside its timed clauses. */
interface Asking {
  readonly periodClauses: ReadonlyMap<string, PeriodClause>
  readonly cadences: ReadonlyMap<string, CadenceClause>
  readonly touches: Touches
}

/** Returns the types that the period clauses, the cadences and the touches of an agreement name. */
export function askedTypes({ periodClauses, cadences, touches }: Asking): string[] {
  const asked: (Trigger | null)[] = [...[...periodClauses.values()].flatMap(triggersOf), ...touches.values()]
  for (const { attempt, timed } of cadences.values()) asked.push(attempt, timed.start, timed.stop, timed.cancel)
  return asked.flatMap((trigger) => [...(trigger?.types ?? [])])
}
