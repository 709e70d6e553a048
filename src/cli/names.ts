/** The people, teams and clauses of an agreement as people call them. */
import type { Agreement } from '../agreement/agreement.ts'
import type { Grouping } from '../report/attainment.ts'
import type { TableClock } from './table-clock.ts'

export class Names {
  readonly #people = new Map<string, string>()
  readonly #teams = new Map<string, string>()
  readonly #parties = new Map<string, string>()
  readonly #agreement: Agreement

  constructor(agreement: Agreement) {
    this.#agreement = agreement
    for (const [party, { name, members, teams }] of Object.entries(agreement.document.parties)) {
      this.#parties.set(party, name)
      for (const [id, person] of Object.entries(members ?? {})) this.#people.set(id, person.name)
      for (const [id, team] of Object.entries(teams ?? {})) this.#teams.set(id, team.name)
    }
  }

  person(id: string | null): string {
    return id === null ? 'nobody' : (this.#people.get(id) ?? id)
  }

  team(id: string): string {
    return this.#teams.get(id) ?? id
  }

  party(id: string): string {
    return this.#parties.get(id) ?? id
  }

  /** The promise in words; empty when the agreement has none. */
  promise(clause: string): string {
    const document = this.#agreement.document.clauses[clause]
    return document?.title ?? document?.words ?? ''
  }

  /**
   * Returns who answers for a clock. The owner of a lead answers for what the owner's own party promised; a rep who owns the
   * lead has no part in an automatic reply that marketing owes, and then the party answers.
   */
  inCharge({ owner, team, party }: Pick<TableClock, 'owner' | 'team' | 'party'>, by: Exclude<Grouping, 'clause'>): string {
    if (by === 'owner' && owner !== null && (this.#agreement.members.get(owner)?.party ?? party) === party)
      return this.person(owner)
    const teams = this.#agreement.document.parties[party]?.teams
    if (by === 'team' && team !== null && (teams === undefined || Object.hasOwn(teams, team))) return this.team(team)
    return this.party(party)
  }

  /** Returns the ids of a person who is called so, by id or by name. */
  idsOf(person: string): string[] {
    const found = [...this.#people].filter(([, name]) => name.toLowerCase() === person.toLowerCase()).map(([id]) => id)
    return [person, ...found]
  }
}
