/**
 * The rules of period clauses, written the slow and obvious way: for each period of each clause all that ever happened is
 * looked through again, and every day of the period is asked whether it is a business day. [P1]–[P6]
 * Shares no code with `src`; only the shapes of documents and results are its types.
 */

import { Temporal } from 'temporal-polyfill'
import type {
  AgreementDocument,
  CalendarDocument,
  ClauseDocument,
  LeadEvent,
  PeriodResult,
  TriggerDocument,
} from '../../src/index.ts'
import { clockOracle } from './clock-oracle.ts'
import { evaluationOracle } from './evaluation-oracle.ts'
import { type Moment, momentsOf, type Times } from './lead-moments.ts'
import { addMoney } from './money-oracle.ts'
import { msOf } from './ms.ts'
import { fires } from './trigger-oracle.ts'

type PeriodClause = Extract<ClauseDocument, { per: string }>
type Found = Record<'sample' | 'hits' | 'pending' | 'pendingHits' | 'excluded', number>

/** A period by its first date and the first one after it. */
interface Period {
  readonly name: string
  readonly first: Temporal.PlainDate
  readonly next: Temporal.PlainDate
}

export function periodOracle(document: AgreementDocument, events: readonly LeadEvent[], times: Times): PeriodResult[] {
  const asOf = msOf(times.asOf)
  const { leads } = momentsOf(document, events, times)
  const lives = [...leads.values()]
  const { from, to } = document.effective ?? {}
  const inForce = [
    from === undefined ? Number.NEGATIVE_INFINITY : midnight(document, Temporal.PlainDate.from(from)),
    to === undefined ? Number.POSITIVE_INFINITY : midnight(document, Temporal.PlainDate.from(to)),
  ] as const
  const begins = from === undefined ? Math.min(asOf, ...lives.flat().map(({ event }) => msOf(event.at))) : inForce[0]
  const ends = Math.min(asOf, inForce[1] - 1)
  const results: PeriodResult[] = []
  for (const [id, clause] of Object.entries(document.clauses)) {
    if (!('per' in clause) || begins > ends) continue
    let period = periodOf(clause.per, dateAt(document, begins))
    while (midnight(document, period.first) <= ends) {
      results.push(resultOf(document, id, clause, period, { lives, events, times, inForce }))
      period = periodOf(clause.per, period.next)
    }
  }
  return results
}

interface Scene {
  readonly lives: readonly (readonly Moment[])[]
  readonly events: readonly LeadEvent[]
  readonly times: Times
  readonly inForce: readonly [number, number]
}

function periodOf(per: PeriodClause['per'], date: Temporal.PlainDate): Period {
  const year = String(date.year)
  switch (per) {
    case 'week': {
      const first = date.subtract({ days: date.dayOfWeek - 1 })
      return { name: `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`, first, next: first.add({ weeks: 1 }) }
    }
    case 'month': {
      const first = date.with({ day: 1 })
      return { name: `${year}-${String(date.month).padStart(2, '0')}`, first, next: first.add({ months: 1 }) }
    }
    case 'quarter': {
      const quarter = Math.ceil(date.month / 3)
      const first = Temporal.PlainDate.from({ year: date.year, month: quarter * 3 - 2, day: 1 })
      return { name: `${year}-Q${quarter}`, first, next: first.add({ months: 3 }) }
    }
    case 'year': {
      const first = Temporal.PlainDate.from({ year: date.year, month: 1, day: 1 })
      return { name: year, first, next: first.add({ years: 1 }) }
    }
  }
}

function resultOf(document: AgreementDocument, id: string, clause: PeriodClause, period: Period, scene: Scene): PeriodResult {
  const asOf = msOf(scene.times.asOf)
  const [from, to] = [midnight(document, period.first), midnight(document, period.next)]
  const found = countIn(document, clause, [Math.max(from, scene.inForce[0]), Math.min(to, scene.inForce[1])], [from, to], scene)
  const { hits, pendingHits, sample, pending, excluded } = found
  const isOver = asOf >= to || asOf >= scene.inForce[1]
  const isSum = clause.kind === 'volume' || clause.kind === 'amount'
  const paced = isSum ? paceOf(document, clause, period, scene.inForce, asOf, isOver) : null
  const target =
    paced?.target ?? ('atLeast' in clause ? clause.atLeast : undefined) ?? ('atMost' in clause ? clause.atMost : 0) ?? 0
  const actual = isSum ? hits : sample === 0 ? null : hits / sample
  const expectedToDate = paced ? paced.expected : target
  const status = (): PeriodResult['status'] => {
    if (isSum) return hits >= target ? 'met' : isOver ? 'missed' : hits < expectedToDate ? 'behind' : 'onTrack'
    if (sample === 0 || sample < (clause.minimumSample ?? 0)) return 'insufficientData'
    // Every way in which what is pending may turn out.
    const ways = Array.from({ length: pending - pendingHits + 1 }, (_, more) => (hits + pendingHits + more) / (sample + pending))
    const kept = ways.map((way) => isKept(clause, way))
    if (isOver && kept.every((way) => way)) return 'met'
    if (isOver && !kept.includes(true)) return 'missed'
    return isKept(clause, hits / sample) ? 'onTrack' : 'behind'
  }
  return {
    key: `${id}/${period.name}`,
    clause: id,
    kind: clause.kind,
    party: clause.owedBy,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    target,
    actual,
    expectedToDate,
    interval: isSum || sample === 0 ? null : wilson(hits, sample),
    forecast:
      paced && !isOver && paced.elapsed > 0 ? { value: (hits * paced.bound) / paced.elapsed, method: 'businessDays' } : null,
    status: status(),
    sample,
    pending,
    excluded,
    currency: clause.kind === 'amount' ? clause.currency : null,
  }
}

function isKept(clause: PeriodClause, share: number): boolean {
  const atMost = clause.kind === 'ratio' ? (clause.atMost ?? 1) : 1
  const atLeast = clause.kind === 'ratio' || clause.kind === 'compliance' ? (clause.atLeast ?? 0) : 0
  return share >= atLeast && share <= atMost
}

function paceOf(
  document: AgreementDocument,
  clause: Extract<ClauseDocument, { kind: 'volume' | 'amount' }>,
  { first, next }: Period,
  inForce: readonly [number, number],
  asOf: number,
  isOver: boolean,
) {
  const calendars = document.calendars ?? {}
  const only = Object.keys(calendars).length === 1 ? Object.keys(calendars)[0] : undefined
  const calendar = calendars[clause.clock ?? only ?? 'always'] as CalendarDocument | undefined
  const clock = calendar && clockOracle(calendar)
  let [total, bound, elapsed] = [0, 0, 0]
  for (let date = first; Temporal.PlainDate.compare(date, next) < 0; date = date.add({ days: 1 })) {
    if (clock && !clock.isBusinessDay(date.toString())) continue
    const [from, to] = [midnight(document, date), midnight(document, date.add({ days: 1 }))]
    const isBound = from >= inForce[0] && to <= inForce[1]
    total += 1
    bound += isBound ? 1 : 0
    elapsed += isBound && to <= asOf ? 1 : 0
  }
  const target = total === 0 || bound === total ? clause.target : (clause.target * bound) / total
  return { target, bound, elapsed, expected: isOver ? target : total === 0 ? 0 : (clause.target * elapsed) / total }
}

/** What there is in `within`, the part of the period in which the agreement is in force; clocks are bound by their start already. */
function countIn(
  document: AgreementDocument,
  clause: PeriodClause,
  within: readonly [number, number],
  period: readonly [number, number],
  { lives, events, times }: Scene,
): Found {
  const found: Found = { sample: 0, hits: 0, pending: 0, pendingHits: 0, excluded: 0 }
  const isIn = ([from, to]: readonly [number, number], at: number) => at >= from && at < to
  const firing = (moments: readonly Moment[], trigger: TriggerDocument) =>
    moments.flatMap((moment, index) =>
      fires(document, trigger, moments.slice(0, index + 1)) ? [{ at: msOf(moment.event.at), index }] : [],
    )
  if (clause.kind === 'compliance') {
    for (const clock of evaluationOracle(document, events, times).obligations) {
      if (clock.clause !== clause.clause || !isIn(period, msOf(clock.startedAt))) continue
      if (clock.status === 'open' || clock.status === 'paused') found.pending += 1
      else if (clock.status === 'waived' || (clock.breachedAt === null && clock.status !== 'met')) found.excluded += 1
      else {
        found.sample += 1
        if (clock.status === 'met') found.hits += 1
      }
    }
    return found
  }
  for (const moments of lives) {
    if (clause.kind === 'volume') {
      const counts = firing(moments, clause.count).some(({ at }) => isIn(within, at)) ? 1 : 0
      found.sample += counts
      found.hits += counts
    } else if (clause.kind === 'ratio') {
      const begun = firing(moments, clause.of).find(({ at }) => isIn(within, at))
      if (!begun) continue
      const until = begun.at + (clause.maturity === undefined ? Number.POSITIVE_INFINITY : daysIn(clause.maturity) * 86_400_000)
      const isHit = firing(moments, clause.that).some(({ at, index }) => index > begun.index && at <= until)
      const isMature = clause.maturity === undefined || msOf(times.asOf) > until
      found[isMature ? 'sample' : 'pending'] += 1
      found[isMature ? 'hits' : 'pendingHits'] += isHit ? 1 : 0
    } else addMoney(document, clause, moments, (at) => isIn(within, at), isInForceIn(document), found)
  }
  return found
}

function isInForceIn(document: AgreementDocument): (at: number) => boolean {
  const { from, to } = document.effective ?? {}
  return (at) =>
    (from === undefined || at >= midnight(document, Temporal.PlainDate.from(from))) &&
    (to === undefined || at < midnight(document, Temporal.PlainDate.from(to)))
}

function midnight({ timeZone }: AgreementDocument, date: Temporal.PlainDate): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds
}

function dateAt({ timeZone }: AgreementDocument, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}

function daysIn(duration: string): number {
  return Temporal.Duration.from(duration).total({ unit: 'hours', relativeTo: '2026-01-01' }) / 24
}

/** The two shares whose distance from the one that was found is just 1.96 of their own standard errors. */
function wilson(hits: number, sample: number): [number, number] {
  const z = 1.959963984540054
  const [a, b, c] = [1 + z ** 2 / sample, -2 * (hits / sample) - z ** 2 / sample, (hits / sample) ** 2]
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
}
