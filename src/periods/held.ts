/**
 * Which periods of which clause are held to which version of an agreement: each to the version in force at its start. A clause
 * that a version brings anew, and one that begins with the agreement, may begin inside a period, and owes its part of it.
 * [C11], [P6]
 */
import type { Agreement } from '../agreement/agreement.ts'
import type { Effective } from '../agreement/effective.ts'
import type { PeriodClause } from '../agreement/period-clause.ts'
import type { Version } from '../agreement/versions.ts'
import { zoneOf } from '../clock/zone.ts'
import { Periods } from './period.ts'

/** A clause of one version, with the time whose periods are held to it. */
export interface HeldClause {
  readonly agreement: Agreement
  readonly clause: PeriodClause
  readonly effective: Effective
  readonly periods: Periods
  /** Whether it goes on where the same clause of an earlier version ended, between two periods. */
  readonly goesOn: boolean
}

/** Returns the clauses by name in the order in which the versions bring them, each by version, the earliest first. */
export function heldClauses(versions: readonly Version[]): ReadonlyMap<string, readonly HeldClause[]> {
  const ids = new Set(versions.flatMap(({ agreement }) => [...agreement.periodClauses.keys()]))
  const known: Periods[] = []
  /** Clauses of one length share their periods: what one has asked the zone, no other asks again. */
  const periodsOf = ({ document, fiscalYear }: Agreement, { per }: PeriodClause): Periods => {
    const periods = new Periods(zoneOf(document.timeZone), per, fiscalYear)
    const same = known.find((one) => one.isLike(periods))
    if (!same) known.push(periods)
    return same ?? periods
  }
  return new Map([...ids].map((id) => [id, heldOf(id, versions, periodsOf)]))
}

type PeriodsOf = (agreement: Agreement, clause: PeriodClause) => Periods

function heldOf(id: string, versions: readonly Version[], periodsOf: PeriodsOf): readonly HeldClause[] {
  const held: HeldClause[] = []
  for (const { agreement, effective } of versions) {
    const clause = agreement.periodClauses.get(id)
    if (!clause) continue
    const periods = periodsOf(agreement, clause)
    const last = held.at(-1)
    if (!last) {
      held.push({ agreement, clause, effective, periods, goesOn: false })
      continue
    }
    // A period that has begun under the version before stays with it.
    const from = startAfter(periods, effective.from, held)
    const isSame = last.periods.isLike(periods)
    const goesOn = isSame && last.effective.to === effective.from
    if (goesOn) held[held.length - 1] = { ...last, effective: { from: last.effective.from, to: Math.min(from, effective.to) } }
    if (from < effective.to) held.push({ agreement, clause, effective: { from, to: effective.to }, periods, goesOn })
  }
  return held.filter(({ effective }) => effective.from < effective.to)
}

/** A period has one result: what an earlier version has had of it, cut short as it may be, no later one takes up again. */
function startAfter(periods: Periods, at: number, held: readonly HeldClause[]): number {
  const number = periods.numberAt(at)
  const before = held.findLast((one) => one.periods.isLike(periods))
  const isTaken = before && periods.numberAt(before.effective.to - 1) === number
  return isTaken ? periods.from(number + 1) : at
}
