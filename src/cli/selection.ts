/** Which clocks somebody asked for. */
import type { ClockView } from '../evaluation/clock-view.ts'
import type { Obligation, Status } from '../evaluation/obligation.ts'

/** Empty lists ask for all. */
export interface Selection {
  readonly clauses: readonly string[]
  /** Ids. */
  readonly owners: readonly string[]
  readonly statuses: readonly Status[]
}

/** Returns the clocks that are counted. */
export function chosenOf(clocks: readonly ClockView[], { clauses, owners }: Selection): readonly ClockView[] {
  if (clauses.length === 0 && owners.length === 0) return clocks
  const wanted = new Set(owners)
  return clocks.filter(
    ({ clause, owner }) => isWanted(clauses, clause) && (wanted.size === 0 || (owner !== null && wanted.has(owner))),
  )
}

/** Returns those of the clocks that are listed. */
export function listedOf<Clock extends Pick<Obligation, 'status'>>(
  chosen: readonly Clock[],
  { statuses }: Pick<Selection, 'statuses'>,
): readonly Clock[] {
  return statuses.length === 0 ? chosen : chosen.filter(({ status }) => isWanted(statuses, status))
}

function isWanted<Value>(wanted: readonly Value[], value: Value): boolean {
  return wanted.length === 0 || wanted.includes(value)
}
