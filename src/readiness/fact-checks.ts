/** Facts about leads that conditions read and leads do not have, and facts that say in two ways that nobody knows. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Rule } from '../agreement/scope.ts'
import { clocked } from './clocked.ts'
import { type Draft, draft } from './draft.ts'
import { minimumSample, sortedByKey, weigh } from './history-checks.ts'
import type { Observer } from './observer.ts'

/** Returns what is odd about the facts of the leads. */
export function factChecks(agreement: Agreement, { facts: { leads, facts } }: Observer): Draft[] {
  if (leads < minimumSample) return []
  const missing = [...keysRead(agreement)].sort().flatMap((fact): Draft[] => {
    const known = facts.get(fact)?.known ?? 0
    const hits = leads - known
    // One in a hundred is a slip.
    if (hits < 0.01 * leads || hits === 0) return []
    const cases = { hits, sample: leads, examples: [] }
    return [draft('fact-missing', { fact }, { severity: weigh(hits, leads, { from: 0.1 }), path: [], cases })]
  })
  const twice = sortedByKey(facts).flatMap(([fact, { known, placeholders }]): Draft[] => {
    const named = [...placeholders.values()].reduce((sum, count) => sum + count, 0)
    const empty = leads - known - named
    const ways = placeholders.size + (empty > 0 ? 1 : 0)
    // A fact that few leads have is no question that was left open.
    if (named === 0 || ways < 2 || known + named < 0.5 * leads) return []
    const words = [...placeholders.keys()].sort()
    return [
      draft(
        'two-ways-not-to-know',
        { fact, words, empty },
        { severity: 'info', path: [], cases: { hits: named + empty, sample: leads, examples: [] } },
      ),
    ]
  })
  return [...missing, ...twice]
}

/** The facts of a lead by which its goals and its clocks are decided. */
function keysRead(agreement: Agreement): Set<string> {
  const rules = clocked(agreement).flatMap(({ clause, triggers }): (Rule | null)[] => [
    ...clause.goals.map(({ when }) => when),
    ...triggers.map(({ trigger }) => trigger.condition),
    clause.requires,
  ])
  const entries = [...(agreement.lifecycle?.states.values() ?? [])].map(({ entry }) => entry)
  const keys = [...rules, ...entries].flatMap((rule) =>
    rule !== null && 'leadKeys' in rule ? [...((rule as Rule).leadKeys ?? [])] : [],
  )
  return new Set(keys)
}
