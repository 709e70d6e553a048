/** Reads who the people of the parties are. Nobody belongs to two of them, for whose would the promises be that they keep? */
import type { Zone } from '../clock/zone.ts'
import { isRecord } from '../content.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import { recordsOf, textOf } from './read-judging.ts'
import type { Scope } from './scope.ts'

export interface Member {
  readonly party: string
  readonly team: string | null
  readonly role: string | null
  /** The first instant of the day on which the person joined, in the agreement's zone; `null` where nothing is said. **Units** epoch milliseconds. */
  readonly since: number | null
}

/** Returns the members of all parties, by person. */
export function readMembers(parties: unknown, zone: Zone | undefined, scope: Scope): Map<string, Member> {
  const members = new Map<string, Member>()
  for (const [party, { members: people }] of recordsOf(parties)) {
    for (const [person, document] of Object.entries(isRecord(people) ? people : {})) {
      if (!isRecord(document)) continue
      const path = ['parties', party, 'members', person]
      const other = members.get(person)
      if (other) scope.add('repeated-person', path, `a person of one party, and not of ${other.party} as well`, person)
      const since = document.since === undefined ? undefined : scope.take(parsePlainDate(document.since, [...path, 'since']))
      members.set(person, {
        party,
        team: textOf(document.team),
        role: textOf(document.role),
        since: since === undefined || !zone ? null : zone.instantOfLocal(since * msOfDay),
      })
    }
  }
  return members
}
