/** Goals that never win and conditions that never hold. */
import type { Agreement } from '../agreement/agreement.ts'
import type { GoalDocument } from '../agreement/clause-document.ts'
import type { ConditionDocument } from '../conditions/condition.ts'
import { type Clocked, clocked, conditionOf } from './clocked.ts'
import { type Draft, draft } from './draft.ts'
import type { TriggerKey } from './facts.ts'
import { follows, isImpossible } from './implication.ts'

/** Returns what is unreachable or impossible about the conditions of an agreement. */
export function goalChecks(agreement: Agreement): Draft[] {
  const named = agreement.document.conditions ?? {}
  return [
    ...clocked(agreement).flatMap((one) => [
      ...unreachableGoals(one, named),
      ...one.triggers.flatMap(({ key, when }) => impossible(one.id, key, when, named)),
      ...('requires' in one.document ? impossible(one.id, 'requires', one.document.requires ?? null, named) : []),
    ]),
    ...[...agreement.periodClauses.keys()].flatMap((id) =>
      (['count', 'sum', 'of', 'that'] as const).flatMap((key) => {
        const trigger: unknown = Reflect.get(agreement.document.clauses[id] ?? {}, key)
        return impossible(id, key, conditionOf(trigger), named)
      }),
    ),
  ]
}

type Named = Readonly<Record<string, ConditionDocument>>

function impossible(id: string, part: TriggerKey | 'requires', when: ConditionDocument | null, named: Named): Draft[] {
  if (when === null || !isImpossible(when, named)) return []
  // What never starts, never ends and is never counted is no promise at all.
  const isVital = part !== 'pause' && part !== 'resume' && part !== 'cancel' && part !== 'reset'
  return [
    draft('impossible-condition', { clause: id, part }, { severity: isVital ? 'error' : 'warning', path: ['clauses', id, part] }),
  ]
}

/** The first goal that holds wins, so a goal is out of reach when an earlier one holds wherever it does. [C8] */
function unreachableGoals({ id, document, clause }: Clocked, named: Named): Draft[] {
  if (!Array.isArray(document.within)) return []
  const goals: readonly GoalDocument[] = document.within
  const found: Draft[] = []
  for (const [index, { when }] of goals.entries()) {
    const path = ['clauses', id, 'within', index]
    if (when === undefined) continue
    if (isImpossible(when, named)) {
      found.push(draft('impossible-condition', { clause: id, part: 'goal' }, { severity: 'error', path }))
      continue
    }
    const by = goals.slice(0, index).findIndex((earlier) => earlier.when === undefined || follows(when, earlier.when, named))
    if (by >= 0) found.push(draft('unreachable-goal', { clause: id, goal: index + 1, by: by + 1 }, { severity: 'error', path }))
  }
  if (clause.goals.at(-1)?.when !== null)
    found.push(draft('no-catch-all', { clause: id }, { severity: 'warning', path: ['clauses', id, 'within'] }))
  return found
}
