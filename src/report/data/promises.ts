/** What is counted over a period: the promises of a party in the report's period, each with how it went before. */
import type { PeriodResult } from '../../evaluation/evaluation.ts'
import { readInstant } from '../../time/instant.ts'
import { titlesOf } from './clause-tally.ts'
import type { PromisePoint, PromiseRow } from './report-shape.ts'
import type { Scene } from './scene.ts'
import { latest } from './shortlist.ts'

/** Returns the rows of a party, in the order of the results: of periods that end in the report's, and of those that hold all of it. */
export function promiseRows({ conduct, span, settings }: Scene, party: string): PromiseRow[] {
  const { periods } = conduct.evaluation
  const titles = titlesOf(conduct)
  const own = periods.filter((result) => {
    const [from, to] = [readInstant(result.from), readInstant(result.to)]
    return result.party === party && ((to > span.from && to <= span.to) || (from <= span.from && to >= span.to))
  })
  return own.map((result) => {
    const until = readInstant(result.to)
    const before = periods.filter(({ clause, to }) => clause === result.clause && readInstant(to) <= until)
    return {
      ...result,
      title: titles.get(result.clause) ?? null,
      period: periodName(result),
      history: latest(before.map(pointOf), settings.periods),
    }
  })
}

function pointOf(result: PeriodResult): PromisePoint {
  const { from, to, actual, target, sample, interval, status } = result
  return { period: periodName(result), from, to, actual, target, sample, interval, status }
}

/** A key is the name of the clause and that of the period. */
function periodName({ key, clause }: PeriodResult): string {
  return key.slice(clause.length + 1)
}
