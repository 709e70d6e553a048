/** For whom a guide is: a party, a team, a role or a person, by whatever name the agreement calls them. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { MemberDocument } from '../../agreement/document.ts'
import { issue, LeadSlaError } from '../../errors.ts'
import { type Phrase, phrase, written } from '../text/phrase.ts'

export interface Role {
  readonly name: Phrase
  readonly party: string
  /** The team that all of them are in; `null` where they are in several or in none. */
  readonly team: string | null
  /** The people, by id. */
  readonly people: readonly string[]
  /** What the people are called; `null` for a party, a team or a person without a role. */
  readonly role: string | null
  /** Whether they answer for other people's promises. */
  readonly manages: boolean
}

/** Words in the name of a role whose people answer for others. */
const managing = /\b(manager|head|director|lead|leader|chief|vp|leiter|leiterin|leitung|chef|chefin)\b/iu

interface Candidate extends Omit<Role, 'manages'> {
  /** What somebody may call it. */
  readonly calls: readonly string[]
}

/**
 * Returns for whom a name stands. Looked for in this order: a role, a role of a party (`Sales manager`), a team, a party, a
 * person; by id and by name, without regard to case.
 *
 * **Errors** throws `LeadSlaError` with `unknown-value` and the names that there are, also where two parties know the role.
 */
export function roleOf(agreement: Agreement, name: string): Role {
  const wanted = folded(name)
  const candidates = candidatesOf(agreement)
  const [found, another] = candidates.filter(({ calls }) => calls.some((call) => folded(call) === wanted))
  // A role that two parties know could be either; anything later in the list is only called the same by chance.
  const isAmbiguous = found && another && found.role !== null && found.role === another.role && found.people.length > 0
  if (!found || isAmbiguous) {
    const known = [...new Set(candidates.map(({ calls }) => calls.at(-1) ?? ''))]
    throw new LeadSlaError([
      issue('unknown-value', ['role'], { expected: 'a role, a team, a party or a member of the agreement', got: name, known }),
    ])
  }
  const { calls: _calls, ...role } = found
  return { ...role, manages: role.role !== null && managing.test(role.role) }
}

function folded(name: unknown): string {
  return String(name).normalize('NFKC').toLowerCase().trim()
}

function candidatesOf({ document }: Agreement): Candidate[] {
  const parties = Object.entries(document.parties)
  const roles = parties.flatMap(([party, { name, members = {} }]) => {
    const byRole = new Map<string, string[]>()
    for (const [person, { role }] of Object.entries(members)) {
      if (role !== undefined) byRole.set(role, [...(byRole.get(role) ?? []), person])
    }
    return [...byRole].map(([role, people]): Candidate => {
      const calls = [`${party} ${role}`, `${name} ${role}`, role]
      return { calls, party, people, role, team: teamOf(people, members), name: phrase`${written(role)} (${written(name)})` }
    })
  })
  const teams = parties.flatMap(([party, { teams: own = {}, members = {} }]) =>
    Object.entries(own).map(([team, { name }]): Candidate => {
      const people = Object.keys(members).filter((person) => members[person]?.team === team)
      return { calls: [name, team], party, people, role: null, team, name: written(name) }
    }),
  )
  const whole = parties.map(([party, { name, members = {} }]): Candidate => {
    return { calls: [name, party], party, people: Object.keys(members), role: null, team: null, name: written(name) }
  })
  const people = parties.flatMap(([party, { members = {} }]) =>
    Object.entries(members).map(([person, { name, role, team }]): Candidate => {
      return { calls: [name, person], party, people: [person], role: role ?? null, team: team ?? null, name: written(name) }
    }),
  )
  return [...roles, ...teams, ...whole, ...people]
}

function teamOf(people: readonly string[], members: { readonly [person: string]: MemberDocument }): string | null {
  const teams = new Set(people.map((person) => members[person]?.team ?? null))
  const [only = null] = teams
  return teams.size === 1 ? only : null
}
