/** What the state of a lead must keep under an agreement, worked out once: the facts that some rule reads. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Rule } from '../agreement/scope.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Keeping } from '../evaluation/frozen-lead.ts'
import { type Plan, planOf } from '../evaluation/plan.ts'

const plans = new WeakMap<Agreement, Plan>()
const keepings = new WeakMap<Agreement, Keeping>()

/** So many closed clocks of a lead are still answered for; older ones were told when they closed. */
const mostClosed = 16

/** Returns the plan of an agreement; an agreement never changes, so one plan serves. */
export function planFor(agreement: Agreement): Plan {
  let plan = plans.get(agreement)
  if (!plan) {
    plan = planOf(agreement)
    plans.set(agreement, plan)
  }
  return plan
}

/** Returns what the states of an agreement keep. */
export function keepingOf(agreement: Agreement): Keeping {
  let keeping = keepings.get(agreement)
  if (!keeping) {
    const clauses = [...agreement.clauses.values()]
    const eventClauses = clauses.flatMap((clause, index) => (readsEvent(clause) ? [index] : []))
    keeping = { factKeys: factKeysOf(clauses), eventClauses: new Set(eventClauses), mostClosed }
    keepings.set(agreement, keeping)
  }
  return keeping
}

function readsEvent({ goals }: TimedClause): boolean {
  return goals.some(({ when, target }) => when?.reads.has('event') || (target.kind === 'dueFrom' && target.fact === 'event'))
}

function factKeysOf(clauses: readonly TimedClause[]): ReadonlySet<string> | null {
  const keys = new Set<string>()
  for (const clause of clauses) {
    for (const rule of rulesOf(clause)) {
      if (!rule.reads.has('lead')) continue
      if (rule.leadKeys === null) return null
      for (const key of rule.leadKeys) keys.add(key)
    }
    for (const { target } of clause.goals) {
      if (target.kind === 'dueFrom' && target.fact === 'lead' && target.keys[0] !== undefined) keys.add(target.keys[0])
    }
  }
  return keys
}

function rulesOf({ start, stop, pause, resume, cancel, reset, requires, goals, ladder }: TimedClause): Rule[] {
  const triggers: (Trigger | null)[] = [start, stop, pause, resume, cancel, reset]
  const rules = [...triggers.map((trigger) => trigger?.condition), requires, ...[...goals, ...ladder].map(({ when }) => when)]
  return rules.filter((rule) => rule !== null && rule !== undefined)
}
