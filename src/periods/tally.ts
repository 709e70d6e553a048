/**
 * A tally is what has been counted over periods and not judged yet: plain JSON, and a commutative monoid. The tally of many
 * leads is that of some of them merged with that of the others, so that leads may be counted wherever they are kept. [P9]
 */
import { issue, LeadSlaError } from '../errors.ts'

/** What was counted for one clause in one period. */
export interface Counts {
  /** Leads or opportunities that count, leads that are mature, clocks that are decided. */
  readonly sample: number
  /** Of these the leads that converted and the clocks that were kept; the leads that count; the money of the opportunities. */
  readonly hits: number
  /** What may count later: leads that are not mature, clocks that are open in time or paused, opportunities without an amount. */
  readonly pending: number
  /** Of these the leads that have converted already. */
  readonly pendingHits: number
  /**
   * Clocks that were waived, or cancelled or superseded in time; leads that were rejected in the period of their delivery, or
   * on which another party is in breach; opportunities that are to nobody's credit or to another's.
   */
  readonly excluded: number
  /** What was taken off `hits` for leads of earlier periods. */
  readonly deducted: number
}

/** The counts of a clause in a period, under the key of their result. */
export interface TallyEntry extends Counts {
  readonly key: string
}

export interface Tally {
  /** When it was counted. **Units** epoch milliseconds, as the next. */
  readonly asOf: number
  /** When the first event occurred; `null` where there is none. An agreement without a beginning begins with it. */
  readonly firstAt: number | null
  /**
   * Leads into which others were merged, and to which nothing happened in this tally, by name. Where something happened to one
   * of them in another tally, the leads were divided wrongly, and it counts twice.
   */
  readonly apart: readonly string[]
  /** Sorted by key; periods in which nothing happened have none. */
  readonly entries: readonly TallyEntry[]
}

/** The counts of nothing. */
export const noCounts: Counts = Object.freeze({
  sample: 0,
  hits: 0,
  pending: 0,
  pendingHits: 0,
  excluded: 0,
  deducted: 0,
})

/**
 * Returns the tally of the leads of both, which may have none in common.
 *
 * **Edges** associative and commutative; the tally of no events changes nothing.
 * **Errors** throws `LeadSlaError` with `out-of-range` for tallies that were counted as of two instants.
 * **Source** [P9].
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { marketing: { name: 'Marketing' } },
 *   clauses: { leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', target: 2 } },
 * })
 * const created = (lead: string) => [{ id: lead, lead, type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const options = { asOf: '2026-04-08T00:00:00Z' }
 * const both = mergeTallies(tally(agreement, created('L1'), options), tally(agreement, created('L2'), options))
 * settleTally(agreement, both).map(({ key, actual, status }) => [key, actual, status]) //=> [['leads/2026-04', 2, 'met']]
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  if (a.asOf !== b.asOf) {
    throw new LeadSlaError([
      issue('out-of-range', ['asOf'], { expected: `a tally as of ${a.asOf}, as that of the other leads is`, got: b.asOf }),
    ])
  }
  const entries = merged(a.entries, b.entries)
  const firstAt = a.firstAt === null || b.firstAt === null ? (a.firstAt ?? b.firstAt) : Math.min(a.firstAt, b.firstAt)
  const apart = [...new Set([...a.apart, ...b.apart])].sort()
  return { asOf: a.asOf, firstAt, apart, entries }
}

function sum(a: Counts, b: Counts): Counts {
  return {
    sample: a.sample + b.sample,
    hits: a.hits + b.hits,
    pending: a.pending + b.pending,
    pendingHits: a.pendingHits + b.pendingHits,
    excluded: a.excluded + b.excluded,
    deducted: a.deducted + b.deducted,
  }
}

/** Both are in the order of their keys, so one way through them is enough. */
function merged(a: readonly TallyEntry[], b: readonly TallyEntry[]): TallyEntry[] {
  const entries: TallyEntry[] = []
  let next = 0
  for (const entry of a) {
    let other = b[next]
    while (other && other.key < entry.key) {
      entries.push(other)
      other = b[++next]
    }
    if (other?.key === entry.key) {
      entries.push({ key: entry.key, ...sum(entry, other) })
      next += 1
    } else entries.push(entry)
  }
  while (next < b.length) entries.push(b[next++] as TallyEntry)
  return entries
}

/** Returns an entry for each key, in the order of the keys, which is no language's order. */
export function summed(entries: readonly TallyEntry[]): TallyEntry[] {
  const byKey = new Map<string, TallyEntry>()
  for (const entry of entries) {
    const known = byKey.get(entry.key)
    byKey.set(entry.key, known ? { key: entry.key, ...sum(known, entry) } : entry)
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
