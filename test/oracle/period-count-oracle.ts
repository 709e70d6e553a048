/** What there is of a clause in a period, looked through from the beginning for each period anew. [P2]–[P5], [P7] Shares no code with `src`. */

import type { AgreementDocument, ClauseDocument, LeadEvent, Obligation } from '../../src/index.ts'
import { cadenceOracle } from './cadence-oracle.ts'
import { deliveriesOf, msIn } from './delivery-oracle.ts'
import { evaluationOracle } from './evaluation-oracle.ts'
import type { Times } from './lead-moments.ts'
import { type Firing, firingsOf, type Life } from './lives.ts'
import { addMoney } from './money-oracle.ts'
import { msOf } from './ms.ts'
import { dateAt, inForceOf, midnight, type Period, periodOf } from './period-calendar.ts'

export type PeriodClause = Extract<ClauseDocument, { per: string }>
export type Found = Record<'sample' | 'hits' | 'pending' | 'pendingHits' | 'excluded' | 'deducted', number>

export interface Scene {
  readonly lives: readonly Life[]
  readonly events: readonly LeadEvent[]
  readonly times: Times
  /** The clocks of a clause, which many periods ask for. */
  readonly clocks: Map<string, readonly Obligation[]>
}

export function countIn(document: AgreementDocument, clause: PeriodClause, period: Period, scene: Scene): Found {
  const found: Found = { sample: 0, hits: 0, pending: 0, pendingHits: 0, excluded: 0, deducted: 0 }
  const span = [midnight(document, period.first), midnight(document, period.next)] as const
  for (const life of scene.lives) {
    if (clause.kind === 'volume') addDeliveries(document, clause, life, period.name, found)
    else if (clause.kind === 'amount') addMoney(document, clause, life, span, found)
    else if (clause.kind === 'ratio') addCohort(document, clause, life, span, found, scene)
    else addClocks(document, clause, life, span, found, scene)
  }
  return found
}

function addDeliveries(
  document: AgreementDocument,
  clause: Extract<PeriodClause, { kind: 'volume' }>,
  life: Life,
  name: string,
  found: Found,
) {
  for (const { period, worth, deductedIn } of deliveriesOf(document, clause, life)) {
    if (deductedIn === name && period !== name) {
      found.deducted += worth
      found.hits -= worth
    }
    if (period !== name) continue
    if (deductedIn === name) found.excluded += 1
    else {
      found.sample += 1
      found.hits += worth
    }
  }
}

type Span = readonly [from: number, to: number]

function addCohort(
  document: AgreementDocument,
  clause: Extract<PeriodClause, { kind: 'ratio' }>,
  life: Life,
  span: Span,
  found: Found,
  scene: Scene,
) {
  const [begins, ends] = inForceOf(document)
  const isIn = ([from, to]: Span, { at }: Firing) => at >= from && at < to
  const joined: Firing[] = []
  for (const firing of firingsOf(document, life, clause.of)) {
    const last = joined.at(-1)
    const isCooling = last && clause.cooldown !== undefined && firing.at - last.at < msIn(clause.cooldown)
    // Once in each period: another entry counts only if no entry before it lies in the same one.
    const isSame = last && samePeriod(document, clause, last, firing)
    if (isIn([begins, ends], firing) && !isCooling && !isSame) joined.push(firing)
  }
  for (const entry of joined.filter((firing) => isIn(span, firing))) {
    const until = entry.at + (clause.maturity === undefined ? Number.POSITIVE_INFINITY : msIn(clause.maturity))
    const isHit = firingsOf(document, life, clause.that).some(({ at, place }) => place > entry.place && at <= until)
    const isMature = clause.maturity === undefined || msOf(scene.times.asOf) > until
    if (isExcused(document, clause, life, [entry.at, until], scene)) found.excluded += 1
    else {
      found[isMature ? 'sample' : 'pending'] += 1
      found[isMature ? 'hits' : 'pendingHits'] += isHit ? 1 : 0
    }
  }
}

function samePeriod(document: AgreementDocument, { per }: PeriodClause, a: Firing, b: Firing): boolean {
  const nameAt = ({ at }: Firing) => periodOf(document, per, dateAt(document, at)).name
  return nameAt(a) === nameAt(b)
}

function addClocks(
  document: AgreementDocument,
  clause: Extract<PeriodClause, { kind: 'compliance' }>,
  life: Life,
  [from, to]: Span,
  found: Found,
  scene: Scene,
) {
  for (const clock of clocksOf(document, clause.clause, life, scene)) {
    const startedAt = msOf(clock.startedAt)
    if (startedAt < from || startedAt >= to) continue
    const until = clock.closedAt === null ? msOf(scene.times.asOf) : msOf(clock.closedAt)
    if (isExcused(document, clause, life, [startedAt, until], scene)) found.excluded += 1
    else if (clock.status === 'open' || clock.status === 'paused') found.pending += 1
    else if (clock.status === 'waived' || (clock.breachedAt === null && clock.status !== 'met')) found.excluded += 1
    else {
      found.sample += 1
      if (clock.status === 'met') found.hits += 1
    }
  }
}

/** [P7]: another party's clock on the lead ran meanwhile, and was in breach by the end. */
function isExcused(
  document: AgreementDocument,
  { suspendedWhile = [] }: PeriodClause,
  life: Life,
  [from, to]: Span,
  scene: Scene,
): boolean {
  const asOf = msOf(scene.times.asOf)
  const names = typeof suspendedWhile === 'string' ? [suspendedWhile] : suspendedWhile
  return names.some((name) =>
    clocksOf(document, name, life, scene).some(({ startedAt, closedAt, breachedAt, status }) => {
      const end = closedAt === null ? asOf : msOf(closedAt)
      const isThen = msOf(startedAt) <= Math.min(to, asOf) && end >= from
      return isThen && breachedAt !== null && msOf(breachedAt) <= to && status !== 'waived'
    }),
  )
}

function clocksOf(document: AgreementDocument, clause: string, { names }: Life, { events, times, clocks }: Scene): Obligation[] {
  const kind = document.clauses[clause]?.kind ?? ''
  const oracle =
    kind === 'cadence' ? cadenceOracle : (...all: Parameters<typeof evaluationOracle>) => evaluationOracle(...all).obligations
  const found = clocks.get(kind) ?? oracle(document, events, times)
  clocks.set(kind, found)
  return found.filter((one) => one.clause === clause && names.includes(one.lead))
}
