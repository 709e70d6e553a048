/** How far promises were kept, counted by clause, party, team or person: the figures that both sides look at first. */
import type { Obligation, Status } from '../evaluation/obligation.ts'

/** What clocks are counted by. */
export type Grouping = 'clause' | 'party' | 'team' | 'owner'

/** What of a clock its figures follow from. */
type Attained = Pick<Obligation, Grouping | 'status' | 'usedMs' | 'breachedAt'>

/** The clocks of one clause, party, team or owner. */
export interface Attainment {
  /** `null` for the clocks of no team or owner. */
  readonly name: string | null
  /** All clocks. */
  readonly clocks: number
  readonly kept: number
  /** Breached and closed: stopped late, or late already when it was cancelled or superseded. */
  readonly late: number
  readonly openBreached: number
  readonly open: number
  readonly paused: number
  readonly cancelled: number
  readonly waived: number
  readonly superseded: number
  /** Those of `late` that were cancelled or superseded and never stopped; they count in those columns too. */
  readonly lateUnstopped: number
  /** What the share is of: kept, late, and open and breached. A breach counts, however the clock ended. */
  readonly decided: number
  /** `null` when nothing is due yet. */
  readonly share: number | null
  /** Fewer than `smallSample` are decided: the share may be chance. */
  readonly isSmall: boolean
  /** The median business time of the clocks that were stopped; `null` when none was. */
  readonly medianUsedMs: number | null
}

/** Below so many decided clocks a share says little. */
export const smallSample = 20

/**
 * Returns the figures of each group, in the order in which the groups first appear. A function may name the groups.
 *
 * **Edges** `share` is kept / (kept + late + open and breached). A clock that was breached counts as late, also when it was
 * cancelled or superseded afterwards: nobody mends a breach by handing the lead on. Clocks that are open and in time or
 * paused, waived ones, and ones that were cancelled or superseded in time are counted beside the share.
 * **Source** [C4], [C5], [P4].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const { obligations } = evaluate(agreement, [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 *   { id: '3', lead: 'L2', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 * ], { asOf: '2026-04-08T00:00:00Z' })
 * const figures = attainment(obligations, 'party')
 * figures.map(({ name, decided, share }) => [name, decided, share]) //=> [['sales', 2, 0.5]]
 */
export function attainment<Clock extends Attained = Obligation>(
  obligations: Iterable<Clock>,
  by: Grouping | ((obligation: Clock) => string | null),
): Attainment[] {
  const nameOf = typeof by === 'function' ? by : (obligation: Clock) => obligation[by]
  const tallies = new Map<string | null, Tally>()
  for (const obligation of obligations) {
    const name = nameOf(obligation)
    const tally = tallies.get(name) ?? new Tally()
    tallies.set(name, tally)
    tally.add(obligation)
  }
  return [...tallies].map(([name, tally]) => tally.attainment(name))
}

const none = { met: 0, metLate: 0, open: 0, openBreached: 0, paused: 0, cancelled: 0, waived: 0, superseded: 0 }

class Tally {
  readonly #counts: Record<Status, number> = { ...none }
  readonly #used: number[] = []
  #lateUnstopped = 0

  add({ status, usedMs, breachedAt }: Attained): void {
    this.#counts[status]++
    if (status === 'met' || status === 'metLate') this.#used.push(usedMs)
    else if ((status === 'cancelled' || status === 'superseded') && breachedAt !== null) this.#lateUnstopped++
  }

  attainment(name: string | null): Attainment {
    const { met, metLate, openBreached, ...others } = this.#counts
    const late = metLate + this.#lateUnstopped
    const decided = met + late + openBreached
    return {
      name,
      clocks: Object.values(this.#counts).reduce((sum, count) => sum + count, 0),
      kept: met,
      late,
      openBreached,
      ...others,
      lateUnstopped: this.#lateUnstopped,
      decided,
      share: decided === 0 ? null : met / decided,
      isSmall: decided < smallSample,
      medianUsedMs: medianOf(this.#used),
    }
  }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort()
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
