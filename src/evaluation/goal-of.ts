/** Which goal of a clause holds for a lead now. [C8] */
import type { Goal } from '../agreement/target.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Facts } from './facts.ts'

/** Returns the first goal that holds; to its condition `event` is the event that started the clock. */
export function goalOf({ goals }: TimedClause, facts: Facts, eventFact: object): Goal | undefined {
  const [first] = goals
  if (first?.when === null) return first
  const { event } = facts
  facts.event = eventFact
  let found: Goal | undefined
  for (const goal of goals) {
    if (goal.when !== null && !goal.when.test(facts)) continue
    found = goal
    break
  }
  facts.event = event
  return found
}
