/** Whose promises count on the calendars of people and teams: those whose clock follows the owner, or the team. [C10] */
import type { ClauseDocument } from '../agreement/document.ts'
import { isRecord } from '../content.ts'
import { type Bearing, bearing, type Versions } from './bearing.ts'
import type { Difference } from './compare.ts'

/** Returns the meanings of a difference at or below `parties`: another calendar of somebody is another rule, and no direction. */
export function calendarHolderBearings({ kind, to, was, now }: Difference, { before, after }: Versions): Bearing[] {
  const [, , group] = to ?? []
  // Who comes or goes takes no clock along.
  if (kind !== 'changed' || (group !== 'members' && group !== 'teams')) return []
  if (!isRecord(was) || !isRecord(now) || was.calendar === now.calendar) return []
  const clauses = [before, after].flatMap(({ document }) => Object.values(document.clauses))
  const owing = clauses.filter((clause) => followsHolders(clause, group)).map(({ owedBy }) => owedBy)
  return [...new Set(owing)].map((party) => bearing(party, 'changedRule'))
}

/** Returns true for a clause that may count on one of the calendars because a team or a person has it. */
export function countsThroughHolders(
  clause: ClauseDocument,
  calendars: ReadonlySet<string>,
  { before, after }: Versions,
): boolean {
  return [before, after].some(({ document }) =>
    Object.values(document.parties).some(({ teams = {}, members = {} }) => {
      const has = (named: Readonly<Record<string, { readonly calendar?: string }>>) =>
        Object.values(named).some(({ calendar }) => calendar !== undefined && calendars.has(calendar))
      return (followsHolders(clause, 'teams') && has(teams)) || (followsHolders(clause, 'members') && has(members))
    }),
  )
}

/** Who has no calendar takes that of the team. */
function followsHolders(clause: ClauseDocument, group: 'members' | 'teams'): boolean {
  if (clause.kind !== 'timed') return false
  return clause.clockFollows === 'owner' || (clause.clockFollows === 'team' && group === 'teams')
}
