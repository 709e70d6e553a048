/** What the state of a lead must keep under an agreement, worked out once: the facts that some rule reads. */
import type { Rule } from '../agreement/scope.ts'
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Version } from '../agreement/versions.ts'
import type { Keeping } from '../evaluation/frozen-lead.ts'
import { type Plan, planOf } from '../evaluation/plan.ts'

const plans = new WeakMap<readonly Version[], Plan>()
const keepings = new WeakMap<readonly Version[], Keeping>()

/** So many closed clocks of a lead are still answered for; older ones were told when they closed. */
const mostClosed = 16

/** Returns the plan of the versions of an agreement; they never change, so one plan serves. */
export function planFor(versions: readonly Version[]): Plan {
  let plan = plans.get(versions)
  if (!plan) {
    plan = planOf(versions)
    plans.set(versions, plan)
  }
  return plan
}

/** Returns what the states of an agreement keep. */
export function keepingOf(versions: readonly Version[]): Keeping {
  let keeping = keepings.get(versions)
  if (!keeping) {
    const { clauses } = planFor(versions)
    const eventClauses = clauses.flatMap((clause, index) => (readsEvent(clause) ? [index] : []))
    keeping = { clauses, factKeys: factKeysOf(clauses), eventClauses: new Set(eventClauses), mostClosed }
    keepings.set(versions, keeping)
  }
  return keeping
}

function readsEvent({ goals }: TimedClause): boolean {
  return goals.some(({ when, target }) => when?.reads.has('event') || (target.kind === 'dueFrom' && target.fact === 'event'))
}

function factKeysOf(clauses: readonly TimedClause[]): ReadonlySet<string> | null {
  const keys = new Set<string>()
  for (const clause of clauses) {
    if (clause.choice?.follows === 'lead') keys.add('timeZone')
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

function rulesOf({ start, stop, pause, resume, cancel, reset, requires, goals, ladder, ...more }: TimedClause): Rule[] {
  const others = [more.excuse?.rejected ?? null, more.attempts?.attempt ?? null]
  const triggers: (Trigger | null)[] = [start, stop, pause, resume, cancel, reset, ...others]
  const rules = [...triggers.map((trigger) => trigger?.condition), requires, ...[...goals, ...ladder].map(({ when }) => when)]
  return rules.filter((rule) => rule !== null && rule !== undefined)
}
