/** The agreed exceptions: documents that excuse, and never edits of what happened. [C16] */
import type { Zone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import type { Scope } from './scope.ts'

/** A checked exception. A set is null where everybody is meant. */
export interface Exception {
  readonly name: string
  /** **Units** epoch milliseconds, `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly clauses: ReadonlySet<string> | null
  readonly leads: ReadonlySet<string> | null
  readonly owners: ReadonlySet<string> | null
  readonly teams: ReadonlySet<string> | null
}

/** Returns the exceptions in the order of the document. Their dates are read in the agreement's zone. */
export function readExceptions(value: unknown, zone: Zone | undefined, scope: Scope): Exception[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry, index): Exception[] => {
    if (!isRecord(entry)) return []
    const path = ['exceptions', index]
    const from = scope.take(parsePlainDate(entry.from, [...path, 'from']))
    const to = scope.take(parsePlainDate(entry.to, [...path, 'to']))
    for (const [position, clause] of listOf(entry.clauses).entries()) scope.clause(clause, [...path, 'clauses', position])
    if (from === undefined || to === undefined || !zone) return []
    if (to <= from) scope.add('invalid-effective-range', [...path, 'to'], `a date after ${String(entry.from)}`, entry.to)
    return [
      {
        name: typeof entry.name === 'string' ? entry.name : String(index + 1),
        from: zone.instantOfLocal(from * msOfDay),
        to: zone.instantOfLocal(to * msOfDay),
        clauses: setOf(entry.clauses),
        leads: setOf(entry.leads),
        owners: setOf(entry.owners),
        teams: setOf(entry.teams),
      },
    ]
  })
}

/** What an exception is asked about: a breach. */
export interface Breach {
  readonly clause: string
  readonly lead: string
  readonly owner: string | null
  readonly team: string | null
  /** **Units** epoch milliseconds. */
  readonly breachedAt: number
}

/** Returns the first exception that excuses a breach. */
export function exceptionFor(exceptions: readonly Exception[], breach: Breach): Exception | undefined {
  const { clause, lead, owner, team, breachedAt } = breach
  return exceptions.find(
    ({ from, to, ...named }) =>
      breachedAt >= from &&
      breachedAt < to &&
      holds(named.clauses, clause) &&
      holds(named.leads, lead) &&
      holds(named.owners, owner) &&
      holds(named.teams, team),
  )
}

function holds(names: ReadonlySet<string> | null, name: string | null): boolean {
  return names === null || (name !== null && names.has(name))
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function setOf(value: unknown): ReadonlySet<string> | null {
  return Array.isArray(value) ? new Set(value.filter((name) => typeof name === 'string')) : null
}
