/**
 * How far leads came, cohort by cohort. A lead counts for a state only if it was in it: who fills in the states that were
 * skipped hides how the work is done. Young cohorts are marked, because their shares will still grow.
 */

import { printRead } from '../../time/instant.ts'
import { msOfDay } from '../../time/plain-date.ts'
import { medianOf } from '../delay.ts'
import type { Cohort, FunnelSection, ReachedState } from './funnel-shape.ts'
import type { Journey } from './journeys.ts'
import { noClocks, periodsOf, type Scene } from './scene.ts'

/** Where no ratio of the agreement says how long to wait. */
const usualMaturityMs = 30 * msOfDay

/** Returns the funnel; `null` where the agreement has no lifecycle. */
export function funnelOf(scene: Scene, leads: readonly Journey[]): FunnelSection | null {
  const { conduct, settings } = scene
  const states = statesOf(scene)
  if (states.length === 0) return null
  const maturityMs = settings.maturityMs ?? maturityOf(scene)
  const months = periodsOf(conduct, 'month')
  const byMonth = new Map<number, Journey[]>()
  for (const lead of leads) {
    const number = months.numberAt(lead.arrivedAt)
    const own = byMonth.get(number)
    if (own) own.push(lead)
    else byMonth.set(number, [lead])
  }
  const [first, last] = [...byMonth.keys()].reduce(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const isMature = (number: number) => conduct.asOf >= months.from(number + 1) + maturityMs
  const shown = Math.max(first, last - settings.periods + 1)
  const rows = Array.from({ length: byMonth.size === 0 ? 0 : last - shown + 1 }, (_, index): Cohort => {
    const number = shown + index
    const [from, to] = [months.from(number), months.from(number + 1)]
    return {
      ...{ period: months.name(number), from: printRead(from), to: printRead(to), isMature: isMature(number) },
      ...reachedBy(scene, byMonth.get(number) ?? [], states),
    }
  })
  const mature = [...byMonth].flatMap(([number, own]) => (isMature(number) ? own : []))
  const more = byMonth.size === 0 ? 0 : shown - first
  return {
    states,
    maturityMs,
    cohorts: { rows, total: rows.length + more, more },
    all: reachedBy(scene, leads, states),
    mature: reachedBy(scene, mature, states),
  }
}

/** Those of the latest lifecycle, and after them those that only earlier ones had. */
function statesOf({ conduct }: Scene): FunnelSection['states'] {
  const found = new Map<string, FunnelSection['states'][number]>()
  for (const { agreement } of [...conduct.versions].reverse()) {
    const { lifecycle } = agreement
    for (const { name: state, disposition: isDisposition } of lifecycle?.states.values() ?? []) {
      if (!found.has(state)) found.set(state, { state, isInitial: state === lifecycle?.initial, isDisposition })
    }
  }
  return [...found.values()]
}

function maturityOf({ conduct }: Scene): number {
  const waits = conduct.versions.flatMap(({ agreement }) =>
    [...agreement.periodClauses.values()].flatMap((clause) => (clause.kind === 'ratio' ? (clause.maturityMs ?? []) : [])),
  )
  return waits.length === 0 ? usualMaturityMs : Math.max(...waits)
}

function reachedBy(scene: Scene, leads: readonly Journey[], states: FunnelSection['states']): Pick<Cohort, 'leads' | 'reached'> {
  const reached = states.map(({ state }): ReachedState => {
    const waits: number[] = []
    for (const { arrivedAt, enteredAt } of leads) {
      const at = enteredAt.get(state)
      if (at !== undefined) waits.push(at - arrivedAt)
    }
    return {
      state,
      leads: waits.length,
      share: leads.length === 0 ? null : waits.length / leads.length,
      medianMs: medianOf(waits),
      basis: scene.basis({ code: 'reached', reached: waits.length, leads: leads.length }, noClocks),
    }
  })
  return { leads: leads.length, reached }
}
