/**
 * Who is who in a report. People who are not to be named keep a number, the same in every section, so that one can still see
 * that two rows are about one person. The number follows from when the first clock of each started, and from nothing else.
 */
import type { Conduct } from '../../conduct/conduct.ts'
import type { Obligation } from '../../evaluation/obligation.ts'
import type { Person, Team } from './figures-shape.ts'

export class Roster {
  private readonly personNames = new Map<string, string>()
  private readonly teamNames = new Map<string, string>()
  private readonly people = new Map<string, Person>()
  private readonly teams = new Map<string, { readonly team: Team; readonly number: number }>()
  private readonly hidden: Set<string>
  private isEverybodyHidden = false

  constructor(
    private readonly conduct: Conduct,
    unnamed: Iterable<string>,
  ) {
    this.hidden = new Set(unnamed)
    for (const { agreement } of conduct.versions) {
      for (const { members = {}, teams = {} } of Object.values(agreement.document.parties)) {
        for (const [person, { name }] of Object.entries(members)) this.personNames.set(person, name)
        for (const [team, { name }] of Object.entries(teams)) this.teamNames.set(team, name)
      }
      const hidden = agreement.incentives?.unnamed
      if (hidden === 'everybody') this.isEverybodyHidden = true
      else for (const person of hidden ?? []) this.hidden.add(person)
    }
    for (const id of byFirstClock(conduct, 'owner')) this.person(id)
    for (const id of byFirstClock(conduct, 'team')) this.team(id)
    // Members who never had a clock may have points all the same; they come after all others, in the order of the agreement.
    for (const id of conduct.members.keys()) this.person(id)
  }

  /** Returns true for one who is not to be named. */
  isHidden(id: string): boolean {
    return this.isEverybodyHidden || this.hidden.has(id)
  }

  person(id: string): Person {
    const known = this.people.get(id)
    if (known) return known
    const isHidden = this.isHidden(id)
    const person: Person = {
      number: this.people.size + 1,
      id: isHidden ? null : id,
      name: isHidden ? null : (this.personNames.get(id) ?? null),
      role: this.conduct.members.get(id)?.role ?? null,
    }
    this.people.set(id, person)
    return person
  }

  team(id: string): Team {
    return this.teamEntry(id).team
  }

  /** Returns the place of a team among all, by when the first clock of each started. */
  teamNumber(id: string): number {
    return this.teamEntry(id).number
  }

  private teamEntry(id: string): { readonly team: Team; readonly number: number } {
    const known = this.teams.get(id)
    if (known) return known
    const entry = { team: { id, name: this.teamNames.get(id) ?? null }, number: this.teams.size + 1 }
    this.teams.set(id, entry)
    return entry
  }
}

/** Whose first clock started first comes first; of two at one instant, the one with the lesser key. */
function byFirstClock(conduct: Conduct, kind: 'owner' | 'team'): string[] {
  const { obligations } = conduct
  const first = new Map<string, number>()
  const keyOf = (position: number) => obligations[position]?.key ?? ''
  const isBefore = (one: number, other: number) => {
    const apart = conduct.startAt(one) - conduct.startAt(other)
    return apart === 0 ? keyOf(one) < keyOf(other) : apart < 0
  }
  for (let position = 0; position < obligations.length; position++) {
    const id = (obligations[position] as Obligation)[kind]
    if (id === null) continue
    const known = first.get(id)
    if (known === undefined || isBefore(position, known)) first.set(id, position)
  }
  return [...first].sort(([, one], [, other]) => (isBefore(one, other) ? -1 : 1)).map(([id]) => id)
}
