/**
 * What becomes of that which is under way when a version begins: a cycle stays with the version in which it started, a period
 * with the one at its first instant. [C11]
 */
import type { Agreement } from '../agreement/agreement.ts'
import { printInstant } from '../time/instant.ts'
import type { Bearing, Versions } from './bearing.ts'
import { calendarsMadeOf } from './calendar-bearings.ts'
import type { Difference } from './compare.ts'
import { conditionsUsing, uses } from './condition-users.ts'

export interface Transition {
  /** The first instant of the newer version, RFC 3339; `null` where it names no date. */
  readonly at: string | null
  /** Promises with clocks that are agreed otherwise: what is open at that instant ends under the older version. */
  readonly clocks: readonly string[]
  /** Promises over periods that are agreed otherwise: the period that runs at that instant ends under the older version. */
  readonly periods: readonly string[]
  /** Promises that begin: nothing is owed for what started before. */
  readonly begins: readonly string[]
  /** Promises that end: nothing starts any more, and what is open goes on. */
  readonly ends: readonly string[]
}

interface Judged extends Difference {
  readonly bearings: readonly Bearing[]
}

export function transitionBetween({ before, after }: Versions, changes: readonly Judged[]): Transition {
  const { from } = after.effective
  const ids = (agreement: Agreement) => Object.keys(agreement.document.clauses)
  const shared = ids(after).filter((id) => Object.hasOwn(before.document.clauses, id))
  const touched = shared.filter((id) => changes.some((change) => doesTouch(change, id, { before, after })))
  const isClocked = (id: string) => after.clauses.has(id) || after.cadences.has(id)
  return {
    at: Number.isFinite(from) ? printInstant(from) : null,
    clocks: touched.filter(isClocked),
    periods: touched.filter((id) => !isClocked(id)),
    begins: ids(after).filter((id) => !Object.hasOwn(before.document.clauses, id)),
    ends: ids(before).filter((id) => !Object.hasOwn(after.document.clauses, id)),
  }
}

/** Whether a promise is agreed otherwise by a change, inside it or in what it rests on. */
function doesTouch({ bearings, from, to }: Judged, id: string, versions: Versions): boolean {
  const [part, name = ''] = (to ?? from ?? []).map(String)
  const clause = versions.after.document.clauses[id]
  if (!clause || bearings.length === 0) return false
  if (part === 'clauses') return name === id
  if (part === 'timeZone') return true
  if (part === 'conditions') return uses(clause, conditionsUsing(name, versions))
  if (clause.kind !== 'timed' && clause.kind !== 'cadence') return part === 'rates' || part === 'fiscalYear' || part === 'touches'
  if (part === 'calendars') return calendarsMadeOf(name, versions).has(clause.clock)
  return part === 'boundary' && clause.kind === 'timed' && clause.boundary === undefined
}
