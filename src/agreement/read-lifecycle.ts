/** Reads the lifecycle of a document: every state that a move or a rule names must exist. */
import { isRecord } from '../content.ts'
import type { Lifecycle, State } from '../lifecycle/lifecycle.ts'
import type { Scope } from './scope.ts'

/** Returns the checked lifecycle, or `null` when the document has none. */
export function readLifecycle(value: unknown, scope: Scope): Lifecycle | null {
  if (!isRecord(value) || !isRecord(value.states)) return null
  const states = new Map<string, State>()
  for (const [name, document] of Object.entries(value.states)) {
    if (!isRecord(document)) continue
    const path = ['lifecycle', 'states', name]
    const by = Array.isArray(document.by) ? document.by : null
    for (const [index, party] of (by ?? []).entries()) scope.party(party, [...path, 'by', index])
    states.set(name, {
      name,
      definition: typeof document.definition === 'string' ? document.definition : null,
      to: document.to === undefined ? new Set() : scope.states(document.to, [...path, 'to']),
      disposition: document.disposition === true,
      entry: scope.condition(document.entry, [...path, 'entry']) ?? null,
      by: by === null ? null : new Set(by),
    })
  }
  if (typeof value.initial === 'string') scope.state(value.initial, ['lifecycle', 'initial'])
  return { initial: String(value.initial), states }
}
