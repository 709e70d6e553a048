/**
 * A tally is what has been counted over periods and not judged yet: plain JSON, and a commutative monoid. The tally of many
 * leads is that of some of them merged with that of the others, so that leads may be counted wherever they are kept. [P9]
 */
import { type Issue, issue, LeadSlaError } from '../errors.ts'

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
  /** Whose leads they are, in a tally by people; `null` for leads that nobody had. */
  readonly owner?: string | null
  readonly team?: string | null
}

export interface Tally {
  /** When it was counted. **Units** epoch milliseconds, as the next. */
  readonly asOf: number
  /** When the first event occurred; `null` where there is none. An agreement without a beginning begins with it. */
  readonly firstAt: number | null
  /** Whether it tells people and teams apart. */
  readonly people: boolean
  /**
   * Leads into which others were merged, and to which nothing happened in this tally, by name. Where something happened to one
   * of them in another tally, the leads were divided wrongly, and it counts twice.
   */
  readonly apart: readonly string[]
  /** Sorted by key, then by owner and team, nobody first; what is nothing has none. */
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
 * **Errors** throws `LeadSlaError` with `out-of-range` for tallies that were counted as of two instants, and for one by people
 * beside one that is not.
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
  return mergeAllTallies([a, b])
}

/**
 * Returns the tally of the leads of all, of which no two may have any in common: what merging them one by one comes to, in one go.
 *
 * **Errors** as `mergeTallies`; throws `missing-key` for no tally at all, which would be as of no instant.
 * **Source** [P9].
 */
export function mergeAllTallies(tallies: Iterable<Tally>): Tally {
  const all = [...tallies]
  const [first] = all
  if (!first) throw new LeadSlaError([issue('missing-key', ['tallies', 0], { expected: 'at least one tally' })])
  for (const other of all) assertLike(first, other)
  const firsts = all.flatMap(({ firstAt }) => firstAt ?? [])
  return {
    asOf: first.asOf,
    firstAt: firsts.length === 0 ? null : firsts.reduce((a, b) => Math.min(a, b)),
    people: isByPeople(first),
    apart: [...new Set(all.flatMap(({ apart }) => apart))].sort(),
    entries: summed(all.map(({ entries }) => entries)),
  }
}

function assertLike(a: Tally, b: Tally): void {
  const issues: Issue[] = []
  if (a.asOf !== b.asOf)
    issues.push(
      issue('out-of-range', ['asOf'], { expected: `a tally as of ${a.asOf}, as that of the other leads is`, got: b.asOf }),
    )
  if (isByPeople(a) !== isByPeople(b))
    issues.push(
      issue('out-of-range', ['people'], { expected: `${isByPeople(a)}, as in the tally of the other leads`, got: b.people }),
    )
  if (issues.length > 0) throw new LeadSlaError(issues)
}

/** A tally that was written down before there were people in any says nothing of them. */
function isByPeople({ people }: Tally): boolean {
  return people === true
}

type Sum = { -readonly [Name in keyof TallyEntry]: TallyEntry[Name] }

/** Adds counts to others. */
export function addCounts(sum: { -readonly [Name in keyof Counts]: number }, more: Counts, sign = 1): void {
  sum.sample += sign * more.sample
  sum.hits += sign * more.hits
  sum.pending += sign * more.pending
  sum.pendingHits += sign * more.pendingHits
  sum.excluded += sign * more.excluded
  sum.deducted += sign * more.deducted
}

type ByTeam = Map<string | null | undefined, Sum>
type ByOwner = Map<string | null | undefined, ByTeam>

/** Returns an entry for each key and person, in the order of their texts, which is no language's order. */
export function summed(lists: readonly (readonly TallyEntry[])[]): TallyEntry[] {
  const byKey = new Map<string, ByOwner>()
  const sums: Sum[] = []
  for (const entries of lists) {
    // Entries of one key stand together, and those of one owner within it: texts are looked up where they change.
    let [key, owner] = ['', undefined as string | null | undefined]
    let byOwner: ByOwner | undefined
    let byTeam: ByTeam | undefined
    for (const entry of entries) {
      if (byOwner === undefined || entry.key !== key) {
        key = entry.key
        byOwner = madeIn(byKey, key, () => new Map())
        byTeam = undefined
      }
      if (byTeam === undefined || entry.owner !== owner) {
        owner = entry.owner
        byTeam = madeIn(byOwner, owner, () => new Map())
      }
      const sum = byTeam.get(entry.team)
      if (sum) addCounts(sum, entry)
      else {
        const first = { ...entry }
        byTeam.set(entry.team, first)
        sums.push(first)
      }
    }
  }
  return sums.filter(isSomething).sort(inOrder)
}

function madeIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** A lead that is worth nothing, taken back later, leaves nothing behind. */
function isSomething({ sample, hits, pending, excluded, deducted }: Counts): boolean {
  return sample !== 0 || hits !== 0 || pending !== 0 || excluded !== 0 || deducted !== 0
}

function inOrder(a: TallyEntry, b: TallyEntry): number {
  return compare(a.key, b.key) || compare(a.owner ?? null, b.owner ?? null) || compare(a.team ?? null, b.team ?? null)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}
