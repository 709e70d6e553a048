/** What any difference between two versions means, by its place in the document. */
import { canonicalText } from '../content.ts'
import { type Bearing, bearing, type Versions } from './bearing.ts'
import { calendarBearings } from './calendar-bearings.ts'
import { clauseBearings } from './clause-bearings.ts'
import type { Difference } from './compare.ts'
import { conditionsUsing, uses } from './condition-users.ts'
import { calendarHolderBearings } from './followers.ts'
import { enforcementBearings, incentiveBearings } from './judging-bearings.ts'

/** Returns the meanings, none for what binds nobody: words, people, dates of reviews. */
export function bearingsOf(found: Difference, versions: Versions): Bearing[] {
  const [part, name = ''] = (found.to ?? found.from ?? []).map(String)
  switch (part) {
    case 'clauses':
      return clauseBearings(found, versions)
    case 'calendars':
      return calendarBearings(found, versions)
    case 'lifecycle':
      return lifecycleBearings(found)
    case 'conditions':
      return conditionBearings(name, found, versions)
    case 'parties':
      return calendarHolderBearings(found, versions)
    case 'exceptions':
      return exceptionBearings(found, versions)
    case 'enforcement':
      return enforcementBearings(found, versions)
    case 'incentives':
      return incentiveBearings(found, versions)
    case 'touches':
      return [bearing(name === '' ? null : name, 'changedRule')]
    case 'boundary':
      return boundaryBearings(versions)
    case 'agreement':
    case 'timeZone':
    case 'rates':
    case 'fiscalYear':
      return [bearing(null, 'changedRule')]
    default:
      return []
  }
}

function lifecycleBearings({ kind, from, to, was }: Difference): Bearing[] {
  const [, part, state, key, item] = to ?? from ?? []
  if (part !== 'states' || state === undefined) return [bearing(null, kind === 'added' ? 'newStatus' : 'changedRule')]
  if (key === undefined) {
    if (kind === 'changed') return [bearing(null, 'changedRule')]
    return [bearing(null, kind === 'added' ? 'newStatus' : 'removedStatus')]
  }
  if (key === 'definition') return []
  if (key === 'to') return [bearing(null, kind === 'added' ? 'newMove' : kind === 'removed' ? 'removedMove' : 'changedRule')]
  if (key === 'by') {
    // Without a list everybody may make the move.
    if (item === undefined) return [bearing(null, kind === 'removed' ? 'newMove' : 'removedMove')]
    const party = kind === 'removed' && typeof was === 'string' ? was : null
    return [bearing(party, kind === 'added' ? 'newMove' : 'removedMove')]
  }
  if (key === 'entry' && kind !== 'changed') return [bearing(null, kind === 'added' ? 'stricterEntry' : 'looserEntry')]
  return [bearing(null, 'changedRule')]
}

/** A named condition binds those whose promises use it, through other conditions too. */
function conditionBearings(name: string, { kind, to, from }: Difference, { before, after }: Versions): Bearing[] {
  if ((to ?? from ?? []).length < 2 || kind !== 'changed') return []
  const names = conditionsUsing(name, { before, after })
  const clauses = [before, after].flatMap(({ document }) => Object.values(document.clauses))
  const parties = clauses.filter((clause) => uses(clause, names)).map(({ owedBy }) => owedBy)
  return [...new Set(parties)].map((party) => bearing(party, 'changedRule'))
}

function exceptionBearings({ kind, from, to, was, now }: Difference, { before, after }: Versions): Bearing[] {
  const [, index, key] = to ?? from ?? []
  const { exceptions = [], clauses } = (to === null ? before : after).document
  const named = typeof index === 'number' ? exceptions[index]?.clauses : undefined
  const parties = named === undefined ? [null] : [...new Set(named.map((id) => clauses[id]?.owedBy ?? null))]
  const all = (reason: 'newException' | 'removedException' | 'changedRule') => parties.map((party) => bearing(party, reason))
  if (key === undefined) return all(kind === 'added' ? 'newException' : kind === 'removed' ? 'removedException' : 'changedRule')
  if (key === 'name' || key === 'reason' || key === 'approvedBy') return []
  if (key === 'from') return all(String(now) < String(was) ? 'newException' : 'removedException')
  if (key === 'to') return all(String(now) > String(was) ? 'newException' : 'removedException')
  // Without a list everybody is meant.
  if (kind !== 'changed') return all(kind === 'removed' ? 'newException' : 'removedException')
  return canonicalText(was) === canonicalText(now) ? [] : all('changedRule')
}

/** Due at the next opening is due later; it holds for the promises that say nothing else. [T5] */
function boundaryBearings({ before, after }: Versions): Bearing[] {
  const [was, now] = [before.document.boundary ?? 'close', after.document.boundary ?? 'close']
  if (was === now) return []
  const clauses = Object.values(after.document.clauses)
  const parties = clauses.filter((clause) => clause.kind === 'timed' && clause.boundary === undefined).map(({ owedBy }) => owedBy)
  return [...new Set(parties)].map((party) => bearing(party, now === 'nextOpen' ? 'looserTarget' : 'tighterTarget'))
}
