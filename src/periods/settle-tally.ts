/** Judges what was counted: a result for each clause and period, also for those in which nothing happened. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Effective } from '../agreement/effective.ts'
import type { AmountClause, ComplianceClause, PeriodClause, RatioClause, VolumeClause } from '../agreement/period-clause.ts'
import { type Zone, zoneOf } from '../clock/zone.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { firstInstant, lastInstant, printRead } from '../time/instant.ts'
import { wilsonInterval } from './interval.ts'
import { type Days, paceOf, partOf } from './pace.ts'
import { Periods } from './period.ts'
import { keyOfPeriod } from './sheet.ts'
import { type Counts, noCounts, type Tally } from './tally.ts'
import { boundsOf, statusOfShare, statusOfSum } from './verdict.ts'

/** What all clauses of an agreement are judged by. */
interface Scene {
  readonly asOf: number
  readonly zone: Zone
  readonly effective: Effective
  /** The days on which the agreement is in force. */
  readonly inForce: Days
  readonly today: number
}

/** A period and whether nothing more can fall into it. */
interface Place {
  readonly days: Days
  readonly isOver: boolean
}

/**
 * Returns the results of a tally, by clause in the order of the agreement, then by time: every period from the one in which
 * the agreement begins to the one that holds `asOf`. An agreement that names no beginning begins with the first event.
 *
 * **Source** [P1], [P3]–[P6].
 */
export function settleTally(agreement: Agreement, tally: Tally): PeriodResult[] {
  const { effective } = agreement
  const { asOf } = tally
  const zone = zoneOf(agreement.document.timeZone)
  const days = new Periods(zone, 'day')
  const begins = Number.isFinite(effective.from) ? effective.from : Math.min(tally.firstAt ?? asOf, asOf)
  const ends = Math.min(asOf, effective.to - 1)
  if (begins > ends) return []
  const scene: Scene = {
    asOf,
    zone,
    effective,
    inForce: [dayAt(days, effective.from), dayAt(days, effective.to)],
    today: days.numberAt(asOf),
  }
  const counts = new Map(tally.entries.map((entry) => [entry.key, entry]))
  return [...agreement.periodClauses.values()].flatMap((clause) => {
    const periods = new Periods(zone, clause.per)
    const results: PeriodResult[] = []
    const last = periods.numberAt(ends)
    for (let number = periods.numberAt(begins); number <= last; number++)
      results.push(resultOf(clause, periods, number, counts, scene))
    return results
  })
}

function dayAt(days: Periods, at: number): number {
  return Number.isFinite(at) ? days.numberAt(Math.min(Math.max(at, firstInstant), lastInstant)) : at
}

function resultOf(
  clause: PeriodClause,
  periods: Periods,
  number: number,
  entries: ReadonlyMap<string, Counts>,
  scene: Scene,
): PeriodResult {
  const key = keyOfPeriod(clause.id, periods.name(number))
  const [from, to] = [periods.from(number), periods.from(number + 1)]
  const counts = entries.get(key) ?? noCounts
  const place: Place = {
    days: [periods.firstDay(number), periods.firstDay(number + 1)],
    isOver: scene.asOf >= Math.min(to, scene.effective.to),
  }
  const { sample, pending, excluded } = counts
  return {
    key,
    clause: clause.id,
    kind: clause.kind,
    party: clause.owedBy,
    from: printRead(from),
    to: printRead(to),
    ...('clock' in clause ? sumOf(clause, counts, place, scene) : shareOf(clause, counts, place)),
    sample,
    pending,
    excluded,
    currency: clause.kind === 'amount' ? clause.currency : null,
  }
}

type Judged = Pick<PeriodResult, 'target' | 'actual' | 'expectedToDate' | 'interval' | 'forecast' | 'status'>

function sumOf(clause: VolumeClause | AmountClause, { hits: actual }: Counts, { days, isOver }: Place, scene: Scene): Judged {
  const { total, inForce, elapsed } = paceOf(clause.clock, days, scene.inForce, scene.today)
  const isWhole = days[0] >= scene.inForce[0] && days[1] <= scene.inForce[1]
  const target = isWhole ? clause.target : partOf(clause.target, inForce, total)
  const expectedToDate = isOver ? target : total === 0 ? 0 : (clause.target * elapsed) / total
  const known = Number.isNaN(expectedToDate) ? null : expectedToDate
  return {
    target,
    actual,
    expectedToDate: known,
    interval: null,
    forecast: !isOver && elapsed > 0 ? { value: (actual * inForce) / elapsed, method: 'businessDays' } : null,
    status: statusOfSum(actual, target, known, isOver),
  }
}

/** A share is owed all the time: it has no pace, and what is expected to date is the share itself. */
function shareOf(clause: RatioClause | ComplianceClause, counts: Counts, { isOver }: Place): Judged {
  const { hits, sample } = counts
  const bounds = boundsOf(clause)
  const target = bounds.atLeast ?? bounds.atMost ?? 0
  return {
    target,
    actual: sample === 0 ? null : hits / sample,
    expectedToDate: target,
    interval: wilsonInterval(hits, sample),
    forecast: null,
    status: statusOfShare(bounds, counts, isOver),
  }
}
