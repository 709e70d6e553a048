/**
 * Period clauses over several versions of an agreement, found by asking of every day which version it is held to. [C11], [P6]
 * Takes versions that differ in their period clauses alone. Shares no code with `src`.
 */

import { Temporal } from 'temporal-polyfill'
import type { AgreementDocument, LeadEvent, PeriodResult } from '../../src/index.ts'
import type { Times } from './lead-moments.ts'
import { livesOf } from './lives.ts'
import { msOf } from './ms.ts'
import { dateAt, inForceOf, midnight, type Period, periodOf } from './period-calendar.ts'
import { countIn, type Found, type PeriodClause, type Scene } from './period-count-oracle.ts'
import { carriedOn, resultOf } from './period-oracle.ts'

/** A clause of a version as it binds: on the days that are held to it. */
interface Bound {
  readonly document: AgreementDocument
  readonly clause: PeriodClause
  /** By name. */
  readonly periods: Map<string, Period>
}

/** Takes the versions by the date on which they begin; the first one has always been in force, and none ends before the next begins. */
export function periodVersionsOracle(
  versions: readonly AgreementDocument[],
  events: readonly LeadEvent[],
  times: Times,
): PeriodResult[] {
  const [first] = versions
  if (!first) return []
  const clocked = { ...first }
  const scene: Scene = { lives: livesOf(clocked, events, times), events, times, clocks: new Map(), clocked }
  const ids = new Set(versions.flatMap(({ clauses }) => Object.keys(clauses)))
  return [...ids].flatMap((id) => resultsOf(versions, id, scene))
}

function resultsOf(versions: readonly AgreementDocument[], id: string, scene: Scene): PeriodResult[] {
  const bound = boundOf(versions, id, scene)
  const last = bound.at(-1)
  const ends = last ? inForceOf(last.document)[1] : 0
  const results: PeriodResult[] = []
  let carried = 0
  for (const [index, { document, clause, periods }] of bound.entries()) {
    const before = bound[index - 1]
    const goesOn = before?.clause.per === clause.per && before.document.effective?.to === document.effective?.from
    if (!goesOn) carried = 0
    const { suspendedWhile = [] } = clause
    const named = (typeof suspendedWhile === 'string' ? [suspendedWhile] : suspendedWhile).filter(
      (other) => 'per' in (document.clauses[other] ?? {}),
    )
    const others = named.flatMap((other) => resultsOf(versions, other, scene))
    for (const period of periods.values()) {
      if (midnight(document, period.first) > msOf(scene.times.asOf)) continue
      if (midnight(document, document.effective?.from ?? '0001-01-02') > msOf(scene.times.asOf)) continue
      const counts = sumOf(
        bound
          .filter((other) => other.clause.per === clause.per)
          .map((other) => countIn(other.document, other.clause, period, { ...scene, ends })),
      )
      const { result, owed } = resultOf(document, id, clause, period, carried, scene, counts)
      const missed = others.find(({ from, status }) => from === result.from && status === 'missed')
      results.push(missed ? { ...result, suspendedBy: missed.key, status: 'suspended' } : result)
      if (!missed) carried = carriedOn(clause, owed - (result.actual ?? 0))
    }
  }
  return results
}

function sumOf(all: readonly Found[]): Found {
  const sum = { sample: 0, hits: 0, pending: 0, pendingHits: 0, excluded: 0, deducted: 0 }
  for (const one of all) for (const key of Object.keys(sum) as (keyof Found)[]) sum[key] += one[key]
  return sum
}

/** Day by day: a period that has begun under a version stays with it; any other day is held to the version then in force. */
function boundOf(versions: readonly AgreementDocument[], id: string, { lives, times }: Scene): Bound[] {
  const [document] = versions as [AgreementDocument]
  const asOf = msOf(times.asOf)
  const first = dateAt(document, Math.min(asOf, ...lives.flatMap(({ events }) => events.map(({ at }) => msOf(at)))))
  // What a version is held to on the first days is settled by when their periods began.
  const start = first.subtract({ days: 800 })
  // The last period may end up to two years after the instant, and a version may end inside it.
  const end = dateAt(document, asOf).add({ days: 800 })
  const held = new Map<number, { from: Temporal.PlainDate; to: Temporal.PlainDate; periods: Map<string, Period> }>()
  const taken = new Map<string, number>()
  let yesterday = -1
  const cache = new Map<string, Period>()
  for (let date = start; Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    const inForce = versions.findLastIndex(({ effective }) => (effective?.from ?? '') <= date.toString())
    const clause = versions[inForce]?.clauses[id]
    let holder = -1
    if (clause && 'per' in clause) {
      const known = cache.get(clause.per)
      const isIn = known && Temporal.PlainDate.compare(date, known.next) < 0
      const period = isIn ? known : periodOf(document, clause.per, date)
      cache.set(clause.per, period)
      const key = period.name
      const owner = taken.get(key)
      // A period has one result: what an earlier version has had of it, no later one takes up again.
      holder = owner === undefined ? inForce : owner === yesterday ? owner : -1
      if (holder >= 0) taken.set(key, holder)
      // An agreement without a beginning begins with the first event.
      if (holder >= 0 && (holder > 0 || Temporal.PlainDate.compare(period.next, first) > 0)) {
        const mine = held.get(holder) ?? { from: date, to: date, periods: new Map<string, Period>() }
        mine.periods.set(key, period)
        mine.to = date.add({ days: 1 })
        held.set(holder, mine)
      }
    }
    yesterday = holder
  }
  const binding = [...held].filter(([version, { to }]) => version > 0 || Temporal.PlainDate.compare(to, first) > 0)
  return binding.map(([version, { from, to, periods }]) => {
    const own = versions[version] as AgreementDocument
    const isFirst = version === 0
    const isLast = to.equals(end)
    return {
      document: {
        ...own,
        effective: { ...(isFirst ? {} : { from: from.toString() }), ...(isLast ? {} : { to: to.toString() }) },
      },
      clause: own.clauses[id] as PeriodClause,
      periods,
    }
  })
}
