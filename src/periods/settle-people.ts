/**
 * What each person and each team did over the periods. A target is a party's and nobody else's, so people have figures and no
 * verdict; and where the promise rests, theirs says so as well.
 */
import type { AnyAgreement } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { PeriodResult } from '../evaluation/evaluation.ts'
import { wilsonInterval } from './interval.ts'
import { settleTally } from './settle-tally.ts'
import { addCounts, type Counts, noCounts, type Tally } from './tally.ts'

/** The part that a person or a team has in what was counted for a clause in a period. */
export interface PeopleResult
  extends Pick<
    PeriodResult,
    | 'key'
    | 'clause'
    | 'kind'
    | 'party'
    | 'agreement'
    | 'version'
    | 'from'
    | 'to'
    | 'actual'
    | 'sample'
    | 'pending'
    | 'excluded'
    | 'deducted'
    | 'interval'
    | 'currency'
    | 'suspendedBy'
  > {
  /** The owner or the team; `null` for what nobody had in hand. */
  readonly name: string | null
}

/**
 * Returns a result for each clause, period and person or team with anything to count, in the order of `settleTally`, then by
 * name, nobody first. The figures of a number or a sum add up to those of the period.
 *
 * **Errors** throws `LeadSlaError` for a bad agreement, and with `out-of-range` for a tally that was not counted by people.
 * **Source** [P9], [C9].
 */
export function settlePeople(agreement: AnyAgreement, tally: Tally, by: 'owner' | 'team'): PeopleResult[] {
  if (tally.people !== true) {
    const expected = 'a tally that was counted with people: true'
    throw new LeadSlaError([issue('out-of-range', ['tally', 'people'], { expected, got: tally.people })])
  }
  const byKey = new Map<string, Map<string | null, Sums>>()
  for (const entry of tally.entries) {
    const names = byKey.get(entry.key) ?? new Map<string | null, Sums>()
    const name = entry[by] ?? null
    const sums = names.get(name) ?? { ...noCounts }
    addCounts(sums, entry)
    names.set(name, sums)
    byKey.set(entry.key, names)
  }
  return settleTally(agreement, tally).flatMap((result) =>
    [...(byKey.get(result.key) ?? [])].sort(byName).map(([name, counts]) => resultOf(result, name, counts)),
  )
}

type Sums = { -readonly [Name in keyof Counts]: number }

function byName([a]: readonly [string | null, unknown], [b]: readonly [string | null, unknown]): number {
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

function resultOf(result: PeriodResult, name: string | null, counts: Counts): PeopleResult {
  const { key, clause, kind, party, agreement, version, from, to, currency, suspendedBy } = result
  const { sample, hits, pending, excluded, deducted } = counts
  const isShare = kind === 'ratio' || kind === 'compliance'
  return {
    ...{ key, clause, kind, party, agreement, version, from, to, name },
    actual: isShare ? (sample === 0 ? null : hits / sample) : hits,
    ...{ sample, pending, excluded, deducted },
    interval: isShare ? wilsonInterval(hits, sample) : null,
    ...{ currency, suspendedBy },
  }
}
