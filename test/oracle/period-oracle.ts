/**
 * The rules of period clauses, written the slow and obvious way: for each period of each clause all that ever happened is
 * looked through again, and every day of the period is asked whether it is a business day and what is owed on it. [P1]–[P8]
 * Shares no code with `src`; only the shapes of documents and results are its types.
 */

import { Temporal } from 'temporal-polyfill'
import type { AgreementDocument, CalendarDocument, LeadEvent, PeriodResult } from '../../src/index.ts'
import { clockOracle } from './clock-oracle.ts'
import type { Times } from './lead-moments.ts'
import { livesOf } from './lives.ts'
import { msOf } from './ms.ts'
import { dateAt, inForceOf, midnight, type Period, periodOf } from './period-calendar.ts'
import { countBy, countIn, type Found, type PeriodClause, type Scene } from './period-count-oracle.ts'

export function periodOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times): PeriodResult[] {
  const scene: Scene = { lives: livesOf(document, events, times), events, times, clocks: new Map() }
  return Object.keys(document.clauses).flatMap((id) => resultsOf(document, id, scene))
}

/** What each owner or team did, period by period. [P9] */
export function peopleOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times, by: 'owner' | 'team') {
  const scene: Scene = { lives: livesOf(document, events, times), events, times, clocks: new Map() }
  return periodOracle(document, events, times).flatMap((result) => {
    const clause = document.clauses[result.clause]
    if (!clause || !('per' in clause)) return []
    const period = periodOf(document, clause.per, dateAt(document, msOf(result.from)))
    const isShare = clause.kind === 'ratio' || clause.kind === 'compliance'
    return [...countBy(document, clause, period, scene, by)]
      .sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1))
      .map(([name, { hits, sample, pending, excluded, deducted }]) => ({
        ...{ key: result.key, name, sample, pending, excluded, deducted, suspendedBy: result.suspendedBy },
        actual: !isShare ? hits : sample === 0 ? null : hits / sample,
        interval: isShare && sample > 0 ? wilson(hits, sample) : null,
      }))
  })
}

/** What a clause rests on is settled anew for it: nothing here is remembered. */
function resultsOf(document: AgreementDocument, id: string, scene: Scene): PeriodResult[] {
  const clause = document.clauses[id]
  if (!clause || !('per' in clause)) return []
  const asOf = msOf(scene.times.asOf)
  const inForce = inForceOf(document)
  const firsts = scene.lives.flatMap(({ events }) => events.map(({ at }) => msOf(at)))
  const begins = Number.isFinite(inForce[0]) ? inForce[0] : Math.min(asOf, ...firsts)
  const ends = Math.min(asOf, inForce[1] - 1)
  if (begins > ends) return []
  const { suspendedWhile = [] } = clause
  const others = (typeof suspendedWhile === 'string' ? [suspendedWhile] : suspendedWhile).flatMap((other) =>
    resultsOf(document, other, scene),
  )
  const results: PeriodResult[] = []
  let carried = 0
  let period = periodOf(document, clause.per, dateAt(document, begins))
  while (midnight(document, period.first) <= ends) {
    const { result, owed } = resultOf(document, id, clause, period, carried, scene)
    const missed = others.find(({ from, status }) => from === result.from && status === 'missed')
    results.push(missed ? { ...result, suspendedBy: missed.key, status: 'suspended' } : result)
    if (!missed) carried = carriedOn(clause, owed - (result.actual ?? 0))
    period = periodOf(document, clause.per, period.next)
  }
  return results
}

export function carriedOn(clause: PeriodClause, missing: number): number {
  const { shortfall, surplus, cap = Number.POSITIVE_INFINITY } = ('carryOver' in clause && clause.carryOver) || {}
  if (missing > 0) return shortfall ? Math.min(missing, cap) : 0
  // Nothing is carried as 0, and not as less than nothing.
  return surplus ? Math.max(missing, -cap) + 0 : 0
}

export function resultOf(
  document: AgreementDocument,
  id: string,
  clause: PeriodClause,
  period: Period,
  carried: number,
  scene: Scene,
  counts = countIn(document, clause, period, scene),
) {
  const asOf = msOf(scene.times.asOf)
  const [from, to] = [midnight(document, period.first), midnight(document, period.next)]
  const { hits, pendingHits, sample, pending, excluded, deducted } = counts
  const isOver = asOf >= to || asOf >= inForceOf(document)[1]
  const isSum = clause.kind === 'volume' || clause.kind === 'amount'
  const paced = isSum ? paceOf(document, clause, period, asOf) : null
  const share = ('atLeast' in clause ? clause.atLeast : undefined) ?? ('atMost' in clause ? clause.atMost : 0) ?? 0
  const owed = paced ? paced.owed + carried : share
  const target = isSum ? Math.max(0, owed) : share
  const spread = paced && paced.bound > 0 ? (carried * paced.elapsed) / paced.bound : 0
  const expectedToDate = !paced || isOver ? target : Math.max(0, paced.byNow + spread)
  const since = clause.kind === 'ratio' && clause.recordedFrom ? midnight(document, clause.recordedFrom) : null
  const recordedFrom = since !== null && from < since ? new Date(since).toISOString() : null
  const status = isSum
    ? statusOfSum(hits, target, expectedToDate, isOver)
    : recordedFrom === null
      ? statusOfShare(clause, { hits, pendingHits, sample, pending }, isOver)
      : 'insufficientData'
  const result: PeriodResult = {
    key: `${id}/${period.name}`,
    clause: id,
    kind: clause.kind,
    party: clause.owedBy,
    agreement: document.agreement,
    version: document.version,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    target,
    actual: isSum ? hits : sample === 0 ? null : hits / sample,
    expectedToDate,
    interval: isSum || sample === 0 ? null : wilson(hits, sample),
    forecast:
      paced && !isOver && paced.elapsed > 0 ? { value: (hits * paced.bound) / paced.elapsed, method: 'businessDays' } : null,
    currency: isSum ? (clause.currency ?? null) : null,
    parts: paced?.parts ?? null,
    carried: isSum && clause.carryOver ? carried : null,
    deducted,
    rounding: clause.kind === 'amount' && document.rates ? (document.rates.rounding ?? 'halfEven') : null,
    recordedFrom,
    suspendedBy: null,
    ...{ sample, pending, excluded, status },
  }
  return { result, owed }
}

function statusOfSum(actual: number, target: number, expected: number, isOver: boolean): PeriodResult['status'] {
  return actual >= target ? 'met' : isOver ? 'missed' : actual < expected ? 'behind' : 'onTrack'
}

type Shared = Pick<Found, 'hits' | 'pendingHits' | 'sample' | 'pending'>

function statusOfShare(
  clause: PeriodClause,
  { hits, pendingHits, sample, pending }: Shared,
  isOver: boolean,
): PeriodResult['status'] {
  const least = ('minimumSample' in clause && clause.minimumSample) || 0
  if (sample === 0 || sample < least) return 'insufficientData'
  // Every way in which what is pending may turn out.
  const ways = Array.from({ length: pending - pendingHits + 1 }, (_, more) => (hits + pendingHits + more) / (sample + pending))
  const kept = ways.map((way) => isKept(clause, way))
  if (isOver && kept.every((way) => way)) return 'met'
  if (isOver && !kept.includes(true)) return 'missed'
  return isKept(clause, hits / sample) ? 'onTrack' : 'behind'
}

function isKept(clause: PeriodClause, share: number): boolean {
  const atMost = clause.kind === 'ratio' ? (clause.atMost ?? 1) : 1
  const atLeast = clause.kind === 'ratio' || clause.kind === 'compliance' ? (clause.atLeast ?? 0) : 0
  return share >= atLeast && share <= atMost
}

/** Day by day: what is owed on each business day on which the agreement is in force is the target of that day. */
function paceOf(
  document: AgreementDocument,
  clause: Extract<PeriodClause, { kind: 'volume' | 'amount' }>,
  { first, next }: Period,
  asOf: number,
) {
  const { from: begins = '', to: ends = '9999' } = document.effective ?? {}
  const today = dateAt(document, asOf).toString()
  const calendars = document.calendars ?? {}
  const only = Object.keys(calendars).length === 1 ? Object.keys(calendars)[0] : undefined
  const calendar = calendars[clause.clock ?? only ?? 'always'] as CalendarDocument | undefined
  const clock = calendar && clockOracle(calendar)
  const parts: { from: string; target: number; businessDays: number }[] = []
  let [total, bound, elapsed, owed, byNow, days, isCut] = [0, 0, 0, 0, 0, 0, false]
  for (let date = first; Temporal.PlainDate.compare(date, next) < 0; date = date.add({ days: 1 })) {
    const day = date.toString()
    const isBusiness = clock === undefined || clock.isBusinessDay(day)
    total += isBusiness ? 1 : 0
    if (day < begins || day >= ends) isCut = true
    if (day < begins || day >= ends) continue
    const since = sinceOf(clause.target, date)
    const part = days > 0 && since.from === sinceOf(clause.target, date.subtract({ days: 1 })).from ? parts.at(-1) : undefined
    if (!part) parts.push({ from: day, target: since.target, businessDays: 0 })
    const last = parts.at(-1)
    days += 1
    if (!isBusiness || !last) continue
    last.businessDays += 1
    bound += 1
    owed += since.target
    if (day >= today) continue
    elapsed += 1
    byNow += since.target
  }
  const isWhole = !isCut && parts.length === 1
  return {
    ...{ bound, elapsed },
    owed: isWhole || total === 0 ? (parts.at(-1)?.target ?? 0) : owed / total,
    byNow: total === 0 ? 0 : byNow / total,
    parts: isWhole ? null : parts.map((part) => ({ ...part, of: total })),
  }
}

type Targets = number | readonly { readonly from?: string; readonly target: number }[]

/** The target of a date: the last one of the list that has begun; the first one has always begun. */
function sinceOf(targets: Targets, date: Temporal.PlainDate): { readonly from: string; readonly target: number } {
  if (typeof targets === 'number') return { from: '', target: targets }
  const [{ target } = { target: 0 }, ...later] = targets
  const begun = later.findLast(({ from = '' }) => from <= date.toString())
  return { from: begun?.from ?? '', target: begun?.target ?? target }
}

/** The two shares whose distance from the one that was found is just 1.96 of their own standard errors. */
function wilson(hits: number, sample: number): [number, number] {
  const z = 1.959963984540054
  const [a, b, c] = [1 + z ** 2 / sample, -2 * (hits / sample) - z ** 2 / sample, (hits / sample) ** 2]
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
}
