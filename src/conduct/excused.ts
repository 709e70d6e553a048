/**
 * The clocks that a `compliance` clause does not count because another party was in breach on the same lead: what a party owes
 * nobody is no person's to answer for either. [P7]
 */
import type { Version } from '../agreement/versions.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { readInstant } from '../time/instant.ts'

/** A compliance clause that rests while others are breached. */
export interface Resting {
  readonly id: string
  /** The clause whose clocks it counts. */
  readonly clause: string
  /** Returns whether a clock is not counted. */
  readonly excuses: (obligation: Obligation) => boolean
}

/** Returns the compliance clauses that rest for single leads; the latest version of each stands for all. */
export function restingClauses(versions: readonly Version[], obligations: readonly Obligation[], asOf: number): Resting[] {
  const clauses = new Map(versions.flatMap(({ agreement }) => [...agreement.periodClauses]))
  const hasClocks = (name: string) =>
    versions.some(({ agreement: { clauses: timed, cadences } }) => timed.has(name) || cadences.has(name))
  return [...clauses.values()].flatMap((clause): Resting[] => {
    if (clause.kind !== 'compliance') return []
    const others = new Set(clause.suspendedWhile.filter(hasClocks))
    if (others.size === 0) return []
    const breaches = breachesOf(obligations, others)
    return [
      {
        id: clause.id,
        clause: clause.clause,
        excuses: (one) => (breaches.get(one.lead) ?? []).some((other) => covers(other, one, asOf)),
      },
    ]
  })
}

/** A waived breach is none. */
function breachesOf(obligations: readonly Obligation[], clauses: ReadonlySet<string>): ReadonlyMap<string, Obligation[]> {
  const found = new Map<string, Obligation[]>()
  for (const one of obligations) {
    if (!clauses.has(one.clause) || one.breachedAt === null || one.status === 'waived') continue
    const own = found.get(one.lead)
    if (own) own.push(one)
    else found.set(one.lead, [one])
  }
  return found
}

/** The other clock ran while this one did, and was breached before this one ended. */
function covers({ startedAt, closedAt, breachedAt }: Obligation, one: Obligation, asOf: number): boolean {
  const last = one.closedAt === null ? asOf : Math.min(readInstant(one.closedAt), asOf)
  const end = closedAt === null ? asOf : readInstant(closedAt)
  return readInstant(startedAt) <= last && end >= readInstant(one.startedAt) && readInstant(breachedAt) <= last
}
