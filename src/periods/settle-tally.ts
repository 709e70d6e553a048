/** Judges what was counted: a result for each clause and period, also for those in which nothing happened. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { zoneOf } from '../clock/zone.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { firstInstant, lastInstant, printRead } from '../time/instant.ts'
import { type HeldClause, heldClauses } from './held.ts'
import { judge, type Place } from './judge.ts'
import { Periods } from './period.ts'
import { keyOfPeriod } from './sheet.ts'
import { addCounts, type Counts, noCounts, type Tally } from './tally.ts'

/** What all clauses of an agreement are judged by. */
interface Scene {
  readonly held: ReadonlyMap<string, readonly HeldClause[]>
  readonly asOf: number
  /** When an agreement begins that names no beginning. */
  readonly begins: number
  readonly counts: ReadonlyMap<string, Counts>
  readonly settled: Map<string, readonly PeriodResult[]>
}

/**
 * Returns the results of a tally, by clause in the order of the agreement, then by time: every period from the one in which
 * the agreement begins to the one that holds `asOf`. An agreement that names no beginning begins with the first event.
 *
 * **Errors** throws `LeadSlaError` for a bad agreement.
 * **Source** [P1], [P3]–[P7], [C11].
 */
export function settleTally(agreement: AnyAgreement, tally: Tally): PeriodResult[] {
  const { asOf } = tally
  const held = heldClauses(versionsOf(agreement))
  const scene: Scene = {
    held,
    asOf,
    begins: Math.min(tally.firstAt ?? asOf, asOf),
    counts: countsOf(tally),
    settled: new Map(),
  }
  return [...held.keys()].flatMap((id) => settle(id, scene))
}

/** What all people did together. */
function countsOf({ entries }: Tally): Map<string, Counts> {
  const counts = new Map<string, { -readonly [Name in keyof Counts]: number }>()
  for (const entry of entries) {
    const sum = counts.get(entry.key)
    if (sum) addCounts(sum, entry)
    else counts.set(entry.key, { ...entry })
  }
  return counts
}

/** The clauses on which one rests are settled before it; none of them rests on it. */
function settle(id: string, scene: Scene): readonly PeriodResult[] {
  const known = scene.settled.get(id)
  if (known) return known
  const results: PeriodResult[] = []
  let carried = 0
  for (const held of scene.held.get(id) ?? []) {
    const found = settleVersion(held, held.goesOn ? carried : 0, scene)
    results.push(...found.results)
    carried = found.carried
  }
  scene.settled.set(id, results)
  return results
}

interface Settled {
  readonly results: readonly PeriodResult[]
  /** What the last period hands on. */
  readonly carried: number
}

function settleVersion(held: HeldClause, carriedIn: number, scene: Scene): Settled {
  const { agreement, clause, effective, periods } = held
  const begins = Number.isFinite(effective.from) ? effective.from : scene.begins
  const ends = Math.min(scene.asOf, effective.to - 1)
  if (begins > ends) return { results: [], carried: carriedIn }
  const missed = new Map<string, string>()
  const others = clause.suspendedWhile.filter((other) => agreement.periodClauses.has(other))
  // Of several that are missed the first one is named.
  for (const other of others.reverse())
    for (const { key, from, status } of settle(other, scene)) if (status === 'missed') missed.set(from, key)
  const days = new Periods(zoneOf(agreement.document.timeZone), 'day')
  const inForce = [dayAt(days, effective.from), dayAt(days, effective.to)] as const
  const today = days.numberAt(scene.asOf)
  const results: PeriodResult[] = []
  const last = periods.numberAt(ends)
  let carried = carriedIn
  for (let number = periods.numberAt(begins); number <= last; number++) {
    const { result, next } = resultOf(held, number, { scene, missed, place: { inForce, today, carried } })
    results.push(result)
    carried = next
  }
  return { results, carried }
}

function dayAt(days: Periods, at: number): number {
  return Number.isFinite(at) ? days.numberAt(Math.min(Math.max(at, firstInstant), lastInstant)) : at
}

interface Course {
  readonly scene: Scene
  /** The periods in which another party's clause is missed, by their first instant, with its key. */
  readonly missed: ReadonlyMap<string, string>
  readonly place: Pick<Place, 'inForce' | 'today' | 'carried'>
}

function resultOf(
  { agreement, clause, effective, periods }: HeldClause,
  number: number,
  { scene, missed, place }: Course,
): { readonly result: PeriodResult; readonly next: number } {
  const key = keyOfPeriod(clause.id, periods.name(number))
  const [from, to] = [periods.from(number), periods.from(number + 1)]
  const counts = scene.counts.get(key) ?? noCounts
  const days = [periods.firstDay(number), periods.firstDay(number + 1)] as const
  const isOver = scene.asOf >= Math.min(to, effective.to)
  const { found, handedOn } = judge(clause, counts, { ...place, from, days, isOver }, agreement.rates)
  const { sample, pending, excluded, deducted } = counts
  const suspendedBy = missed.get(printRead(from)) ?? null
  const result: PeriodResult = {
    key,
    clause: clause.id,
    kind: clause.kind,
    party: clause.owedBy,
    agreement: agreement.id,
    version: agreement.version,
    from: printRead(from),
    to: printRead(to),
    ...found,
    ...{ sample, pending, excluded, deducted, suspendedBy },
    status: suspendedBy === null ? found.status : 'suspended',
  }
  // A period that rested owed nothing, and hands on what it was handed.
  return { result, next: suspendedBy === null ? handedOn : place.carried }
}
