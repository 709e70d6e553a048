/** Reads the clauses of an agreement, each by its kind, and then what they say of each other. */
import { isRecord } from '../content.ts'
import { type CadenceClause, readCadenceClause } from './cadence-clause.ts'
import { isPeriodKind, type PeriodClause } from './period-clause.ts'
import { checkClocks, checkSuspensions } from './period-references.ts'
import { type PeriodSurroundings, readPeriodClause } from './read-period-clause.ts'
import type { Scope } from './scope.ts'
import { readTimedClause, type TimedClause } from './timed-clause.ts'

export interface Clauses {
  readonly clauses: ReadonlyMap<string, TimedClause>
  readonly periodClauses: ReadonlyMap<string, PeriodClause>
  readonly cadences: ReadonlyMap<string, CadenceClause>
}

const clauseName = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/** Returns the clauses that can be read, by kind, each in the order of the document. */
export function readClauses(value: unknown, scope: Scope, surroundings: PeriodSurroundings): Clauses {
  const clauses = new Map<string, TimedClause>()
  const counted = new Map<string, PeriodClause>()
  const cadences = new Map<string, CadenceClause>()
  for (const [id, document] of isRecord(value) ? Object.entries(value) : []) {
    if (!isRecord(document)) continue
    const path = ['clauses', id]
    // The name is part of every key, `clause/lead/cycle`, and of file names and chart labels.
    if (!clauseName.test(id)) scope.add('invalid-name', path, 'a name of letters, digits, dots, dashes and underscores', id)
    scope.party(document.owedBy, [...path, 'owedBy'])
    scope.party(document.owedTo, [...path, 'owedTo'])
    if (isPeriodKind(document.kind)) {
      const period = readPeriodClause(id, { document, path }, scope, surroundings)
      if (period) counted.set(id, period)
    } else if (document.kind === 'cadence') {
      const cadence = readCadenceClause(id, document, path, scope, surroundings)
      if (cadence) cadences.set(id, cadence)
    } else {
      // What a clause of no known kind refers to is told as well: most of them are misspelt timed ones.
      const timed = readTimedClause(id, document, path, scope, surroundings)
      if (timed) clauses.set(id, timed)
    }
  }
  for (const id of clauses.keys()) checkOrder(id, clauses, scope)
  const clocked = new Map<string, TimedClause | CadenceClause>([...clauses, ...cadences])
  checkSuspensions(counted, clocked, scope)
  for (const clause of counted.values()) if (clause.kind === 'compliance') checkClocks(clause, counted, scope)
  const periodClauses = new Map([...counted].filter(([, clause]) => clause.kind !== 'compliance' || clocked.has(clause.clause)))
  return { clauses, periodClauses, cadences }
}

/** A clause that waits for itself, or for one that never starts a clock, would wait for ever. [C13] */
function checkOrder(id: string, clauses: ReadonlyMap<string, TimedClause>, scope: Scope): void {
  const path = ['clauses', id, 'after']
  const first = clauses.get(id)?.after ?? null
  if (first !== null && !clauses.has(first) && scope.names.clauses?.includes(first)) {
    scope.add('unknown-clause', path, 'a timed clause that can be read', first, [...clauses.keys()])
  }
  const seen = new Set<string>()
  for (let name = first; name !== null && !seen.has(name); name = clauses.get(name)?.after ?? null) {
    if (name === id) scope.add('cyclic-clause', path, 'a clause that does not wait for this one', first)
    seen.add(name)
  }
}
