/** Where leads can stand: whether each status is defined, and whether what the lifecycle allows makes sense. */
import type { Agreement } from '../agreement/agreement.ts'
import { clocked } from './clocked.ts'
import { type Draft, draft } from './draft.ts'

/** Returns what is odd about the lifecycle. */
export function stateChecks(agreement: Agreement): Draft[] {
  const { lifecycle } = agreement
  if (!lifecycle) return []
  const asked = askedStates(agreement)
  return [...lifecycle.states.values()].flatMap(({ name, definition }): Draft[] => {
    if (definition !== null && definition.trim() !== '' && !definition.startsWith('?')) return []
    const isUsed = asked.has(name)
    // A promise about a word that nobody has explained is where quarrels begin.
    return [
      draft(
        'undefined-status',
        { state: name, isUsed },
        { severity: isUsed ? 'error' : 'warning', path: ['lifecycle', 'states', name] },
      ),
    ]
  })
}

/** The statuses that a promise depends on. */
function askedStates(agreement: Agreement): Set<string> {
  const triggers = [
    ...clocked(agreement).flatMap(({ triggers: own }) => own.map(({ trigger }) => trigger)),
    ...[...agreement.periodClauses.values()].flatMap((clause) => {
      if (clause.kind === 'volume') return [clause.count]
      return clause.kind === 'ratio' ? [clause.of, clause.that] : []
    }),
  ]
  return new Set(triggers.flatMap(({ states }) => [...states]))
}
