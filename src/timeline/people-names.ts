/** People, teams and parties as an agreement calls them. */
import type { Version } from '../agreement/versions.ts'

export interface PeopleNames {
  person(id: string | null): string | null
  /** The owner, or the team where nobody owns the lead. */
  hand(hand: { readonly owner: string | null; readonly team: string | null }): string | null
  party(id: string): string
}

/** Returns the names of all versions; a later one says better how somebody is called. */
export function peopleNamesOf(versions: readonly Version[]): PeopleNames {
  const people = new Map<string, string>()
  const teams = new Map<string, string>()
  const parties = new Map<string, string>()
  for (const { agreement } of versions) {
    for (const [id, party] of Object.entries(agreement.document.parties)) {
      parties.set(id, party.name)
      for (const [person, { name }] of Object.entries(party.members ?? {})) people.set(person, name)
      for (const [team, { name }] of Object.entries(party.teams ?? {})) teams.set(team, name)
    }
  }
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? id))
  return {
    person,
    hand: ({ owner, team }) => person(owner) ?? (team === null ? null : (teams.get(team) ?? team)),
    party: (id) => parties.get(id) ?? id,
  }
}
