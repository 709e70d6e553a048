/** What a change of the stick and of the carrot means to those who are judged and rewarded. */
import { isRecord } from '../content.ts'
import { type Bearing, type BearingReason, bearing, directionOf, reasonFor, type Versions } from './bearing.ts'
import type { Difference } from './compare.ts'

/** Of which less is worse for those who are judged, by key; of the others more is. */
const grace: ReadonlySet<string> = new Set(['grace', 'minimumSample'])

/** Returns the meanings of a difference at or below `enforcement`. */
export function enforcementBearings({ kind, from, to, was, now }: Difference, { before, after }: Versions): Bearing[] {
  const [, , ladder = '', key, , inner] = (to ?? from ?? []).map(String)
  const { ladders = {} } = (to === null ? before : after).document.enforcement ?? {}
  const parties = ladder === '' ? Object.values(ladders).map((one) => one.owedBy) : [ladders[ladder]?.owedBy ?? null]
  const all = (reasons: readonly BearingReason[]) =>
    [...new Set(parties)].flatMap((party) => reasons.map((reason) => bearing(party, reason)))
  if (key === 'title' || inner === 'words' || inner === 'name') return []
  if (key !== undefined && grace.has(key))
    return all(reasonFor(directionOf(was, now, 0), 'milderConsequence', 'harsherConsequence'))
  if (key === 'forgiveAfter') {
    return all(reasonFor(directionOf(was, now, Number.POSITIVE_INFINITY), 'harsherConsequence', 'milderConsequence'))
  }
  const isPart = key === undefined || (key === 'steps' && inner === undefined) || key === 'clauses'
  if (isPart && kind === 'added') return all(['harsherConsequence'])
  if (isPart && kind === 'removed') return all(['milderConsequence'])
  return all(['changedRule'])
}

/** What stands on a board, who is named, and what counts as a full day: nobody earns less by it. */
const harmless: ReadonlySet<string> = new Set(['boards', 'unnamed', 'capacity'])
const worth: ReadonlySet<string> = new Set(['met', 'points', 'amountMinor'])
const hurdles: ReadonlySet<string> = new Set(['atLeast', 'every', 'minimumPoints', 'minimumSample'])

/** Returns the meanings of a difference at or below `incentives`. */
export function incentiveBearings({ kind, from, to, was, now }: Difference, { before, after }: Versions): Bearing[] {
  const path = (to ?? from ?? []).map(String)
  const [, group, name = '', key] = path
  if ((group !== undefined && harmless.has(group)) || key === 'title') return []
  const { incentives = {}, clauses } = (to === null ? before : after).document
  const rules: unknown = group === undefined ? undefined : Reflect.get(incentives, group)
  const rule: unknown = isRecord(rules) && Object.hasOwn(rules, name) ? rules[name] : undefined
  const clause = isRecord(rule) && typeof rule.clause === 'string' ? clauses[rule.clause]?.owedBy : undefined
  const party = clause ?? (isRecord(rule) && typeof rule.owedBy === 'string' ? rule.owedBy : null)
  const said = (reasons: readonly BearingReason[]) => reasons.map((reason) => bearing(party, reason))
  const last = path.at(-1) ?? ''
  // Points of a prize are what it takes, and those of everything else what it gives.
  const isPrice = hurdles.has(last) || (group === 'prizes' && key === 'points')
  if (isPrice) return said(reasonFor(directionOf(was, now, 0), 'lessReward', 'moreReward'))
  if (worth.has(last)) return said(reasonFor(directionOf(was, now, 0), 'moreReward', 'lessReward'))
  if (path.length <= 3 || key === 'exceeded' || key === 'bonus') {
    if (kind === 'added') return said(['moreReward'])
    if (kind === 'removed') return said(['lessReward'])
  }
  return said(moneyReasons(was, now))
}

/** An amount of one currency can be compared with another of it. */
function moneyReasons(was: unknown, now: unknown): BearingReason[] {
  const isMoney = isRecord(was) && isRecord(now) && was.currency === now.currency && was.points === now.points
  return isMoney ? reasonFor(directionOf(was.amountMinor, now.amountMinor, 0), 'moreReward', 'lessReward') : ['changedRule']
}
