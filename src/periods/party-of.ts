/** Whose a name is that an event declares: a party, one of its people or one of its teams. [P5] */
import type { Agreement } from '../agreement/agreement.ts'

/** The party of a name; `undefined` where nobody knows it. */
export type PartyOf = (name: string) => string | undefined

/** Returns the parties by name. A party comes before a person, and a person before a team of the same name. */
export function partiesIn({ document, members }: Agreement): PartyOf {
  const parties = new Map<string, string>()
  for (const [party, { teams }] of Object.entries(document.parties))
    for (const team of Object.keys(teams ?? {})) parties.set(team, party)
  for (const [person, { party }] of members) parties.set(person, party)
  for (const party of Object.keys(document.parties)) parties.set(party, party)
  return (name) => parties.get(name)
}
