/**
 * Which other clauses a period clause counts or rests on, checked when all of them have been read. Only clauses with clocks
 * can be kept in time. Nobody is excused by a breach of their own, and no clause by itself, however long the chain. [P4], [P7]
 */
import type { IssuePath } from '../errors.ts'
import type { ComplianceClause, PeriodClause } from './period-clause.ts'
import type { Scope } from './scope.ts'

/** A clause with clocks, as far as it matters here. */
interface Clocked {
  readonly owedBy: string
}

/** Tells the scope of a `compliance` with a clause that has no clocks. */
export function checkClocks({ id, clause }: ComplianceClause, counted: ReadonlyMap<string, PeriodClause>, scope: Scope): void {
  if (!counted.has(clause)) return
  const others = scope.names.clauses?.filter((name) => !counted.has(name))
  scope.add('unknown-clause', ['clauses', id, 'clause'], 'a timed clause or a cadence, whose clocks can be kept', clause, others)
}

/** Tells the scope of every `suspendedWhile` that cannot be meant. */
export function checkSuspensions(
  counted: ReadonlyMap<string, PeriodClause>,
  clocked: ReadonlyMap<string, Clocked>,
  scope: Scope,
): void {
  for (const clause of counted.values()) {
    for (const [index, name] of clause.suspendedWhile.entries()) {
      const path = ['clauses', clause.id, 'suspendedWhile', ...(clause.suspendsByList ? [index] : [])]
      checkOne(clause, name, path, { counted, clocked }, scope)
    }
  }
}

interface Others {
  readonly counted: ReadonlyMap<string, PeriodClause>
  readonly clocked: ReadonlyMap<string, Clocked>
}

function checkOne(clause: PeriodClause, name: string, path: IssuePath, { counted, clocked }: Others, scope: Scope): void {
  const other = counted.get(name) ?? clocked.get(name)
  if (!other) {
    scope.clause(name, path)
    return
  }
  if (other.owedBy === clause.owedBy) {
    scope.add('unknown-clause', path, `a clause that another party than ${clause.owedBy} owes`, name)
    return
  }
  if ('per' in other) {
    if (other.per !== clause.per)
      scope.add('unknown-clause', path, `a clause that is counted over the same periods, by ${clause.per}`, name)
    else if (leadsTo(clause.id, name, counted)) scope.add('cyclic-clause', path, 'a clause that does not rest on this one', name)
  } else if (clause.kind === 'volume' || clause.kind === 'amount')
    scope.add('unknown-clause', path, 'a clause that is counted over periods, for a number or a sum rests as a whole', name)
}

function leadsTo(wanted: string, from: string, counted: ReadonlyMap<string, PeriodClause>): boolean {
  const seen = new Set<string>()
  const names = [from]
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name === wanted) return true
    if (seen.has(name)) continue
    seen.add(name)
    names.push(...(counted.get(name)?.suspendedWhile ?? []))
  }
  return false
}
