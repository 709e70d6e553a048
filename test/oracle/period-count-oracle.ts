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

/** Whose work something is, and where it is counted. */
interface Who {
  readonly owner: string | null
  readonly team: string | null
}
type FoundFor = (who: Who) => Found

export interface Scene {
  readonly lives: readonly Life[]
  readonly events: readonly LeadEvent[]
  readonly times: Times
  /** The clocks of a clause, which many periods ask for. */
  readonly clocks: Map<string, readonly Obligation[]>
  /** The document by which clocks run; that of the clause when left out. */
  readonly clocked?: AgreementDocument
  /** When the last version of the clause ends; when the document does, when left out. */
  readonly ends?: number
}

export function countIn(document: AgreementDocument, clause: PeriodClause, period: Period, scene: Scene): Found {
  const found = nothing()
  countFor(document, clause, period, scene, () => found)
  return found
}

/** The same by the owners, or by the teams, who had the leads in hand; those with nothing to count have none. */
export function countBy(document: AgreementDocument, clause: PeriodClause, period: Period, scene: Scene, by: 'owner' | 'team') {
  const people = new Map<string | null, Found>()
  countFor(document, clause, period, scene, (who) => {
    const found = people.get(who[by]) ?? nothing()
    people.set(who[by], found)
    return found
  })
  return people
}

const nothing = (): Found => ({ sample: 0, hits: 0, pending: 0, pendingHits: 0, excluded: 0, deducted: 0 })

function countFor(document: AgreementDocument, clause: PeriodClause, period: Period, scene: Scene, found: FoundFor): void {
  const span = [midnight(document, period.first), midnight(document, period.next)] as const
  for (const life of scene.lives) {
    if (clause.kind === 'volume') addDeliveries(document, clause, life, period.name, found, scene)
    else if (clause.kind === 'amount') addMoney(document, clause, life, span, found)
    else if (clause.kind === 'ratio') addCohort(document, clause, life, span, found, scene)
    else addClocks(document, clause, life, span, found, scene)
  }
}

function addDeliveries(
  document: AgreementDocument,
  clause: Extract<PeriodClause, { kind: 'volume' }>,
  life: Life,
  name: string,
  foundFor: FoundFor,
  { ends }: Scene,
) {
  for (const { firing, period, worth, deductedIn } of deliveriesOf(document, clause, life, ends)) {
    if (deductedIn !== name && period !== name) continue
    const found = foundFor(firing.moment.facts)
    if (deductedIn === name && period !== name) {
      found.deducted += worth
      found.hits -= worth
    } else if (deductedIn === name) found.excluded += 1
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
  foundFor: FoundFor,
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
    const hit = firingsOf(document, life, clause.that).find(({ at, place }) => place > entry.place && at <= until)
    const handed = firingsOf(document, life, { on: 'lead.assigned' }).findLast(
      ({ at, place }) => place >= entry.place && at <= until,
    )
    const found = foundFor((hit ?? handed ?? entry).moment.facts)
    const isMature = clause.maturity === undefined || msOf(scene.times.asOf) > until
    if (isExcused(document, clause, life, [entry.at, until], scene)) found.excluded += 1
    else {
      found[isMature ? 'sample' : 'pending'] += 1
      found[isMature ? 'hits' : 'pendingHits'] += hit ? 1 : 0
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
  foundFor: FoundFor,
  scene: Scene,
) {
  for (const clock of clocksOf(document, clause.clause, life, scene)) {
    const startedAt = msOf(clock.startedAt)
    const [begins, ends] = inForceOf(document)
    if (startedAt < Math.max(from, begins) || startedAt >= Math.min(to, ends)) continue
    const until = clock.closedAt === null ? msOf(scene.times.asOf) : msOf(clock.closedAt)
    const found = foundFor(clock)
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

function clocksOf(
  document: AgreementDocument,
  clause: string,
  { names }: Life,
  { clocked, events, times, clocks }: Scene,
): Obligation[] {
  const kind = document.clauses[clause]?.kind ?? ''
  const oracle =
    kind === 'cadence' ? cadenceOracle : (...all: Parameters<typeof evaluationOracle>) => evaluationOracle(...all).obligations
  const found = clocks.get(kind) ?? oracle(clocked ?? document, events, times)
  clocks.set(kind, found)
  return found.filter((one) => one.clause === clause && names.includes(one.lead))
}
