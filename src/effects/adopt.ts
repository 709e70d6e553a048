/**
 * A state goes on under an agreement that has got another version: if the version binds only what is still to come, and asks for
 * nothing that the state has not kept. Otherwise the lead is folded anew from its history. [C11]
 */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Version } from '../agreement/versions.ts'
import { canonicalText } from '../content.ts'
import { type FrozenLead, isWaitingBit } from '../evaluation/frozen-lead.ts'
import type { Plan } from '../evaluation/plan.ts'
import { keepingOf, planFor } from './keeping.ts'
import { type LeadState, nameInState, wrongState } from './lead-state.ts'

/** Returns the state under the versions. **Errors** throws `invalid-state` where it would not be what a fold of the history gives. */
export function adopt(versions: readonly Version[], state: LeadState): LeadState {
  const name = nameInState(versions)
  const old = versions.slice(0, state.agreement.split('.').length)
  const isOlder = old.length < versions.length && nameInState(old) === state.agreement
  if (!isOlder) throw wrongState(`a state of the agreement ${name}`, state.agreement, ['agreement'])
  const added = versions.slice(old.length)
  if (added.some(({ effective }) => state.now !== null && effective.from <= state.now)) {
    throw wrongState('a state from before the version that has come, or one folded anew from the history', state.now, ['now'])
  }
  if (state.last === null && state.recent === undefined) return { ...state, agreement: name }
  const kept = keepingOf(old).factKeys
  const needed = keepingOf(versions).factKeys
  const lacks = kept !== null && (needed === null || [...needed].some((key) => !kept.has(key)))
  if (lacks)
    throw wrongState('a state that has kept the facts that the new version reads: fold it anew', state.agreement, ['head'])
  const carried = carriedOf(planFor(versions), old.length)
  const next = { ...state, agreement: name, head: carry(state.head, carried) }
  return state.base === undefined ? next : { ...next, base: carry(state.base, carried) }
}

/** By position of a clause of the old versions, those of the new ones that remember the same of it. */
function carriedOf(plan: Plan, count: number): ReadonlyMap<number, readonly number[]> {
  const { clauses, versionOf } = plan
  const carried = new Map<number, number[]>()
  for (const [position, clause] of clauses.entries()) {
    if ((versionOf[position] as number) < count || remembersNothing(clause)) continue
    const wanted = remembered(plan, position)
    const same = clauses.findLastIndex(
      ({ id }, index) => (versionOf[index] as number) < count && id === clause.id && remembered(plan, index) === wanted,
    )
    if (same < 0) {
      const why = `a state that knows what clause ${clause.id} of the new version remembers (pauses and conditions): fold it anew`
      throw wrongState(why, undefined, ['head'])
    }
    carried.set(same, [...(carried.get(same) ?? []), position])
  }
  return carried
}

const kinds = ['start', 'stop', 'cancel', 'reset', 'pause', 'resume'] as const

function remembersNothing(clause: TimedClause): boolean {
  const isExcusedByChange = clause.excuse?.rejected.kind === 'becomes'
  return clause.pause === null && !isExcusedByChange && kinds.every((kind) => clause[kind]?.kind !== 'becomes')
}

/** What of a clause leaves a trace in the state while no clock is open: its words, and what the words refer to. */
function remembered({ clauses, versions, versionOf }: Plan, position: number): string {
  const clause = clauses[position] as TimedClause
  const { document } = (versions[versionOf[position] as number] as Version).agreement
  const words = document.clauses[clause.id] as unknown as Readonly<Record<string, unknown>>
  const traces = kinds.filter((kind) => kind === 'pause' || kind === 'resume' || clause[kind]?.kind === 'becomes')
  return canonicalText([
    traces.map((kind) => [kind, words[kind] ?? null, [...(clause[kind]?.states ?? [])]]),
    clause.excuse?.rejected.kind === 'becomes' ? (words.excuse ?? null) : null,
    document.conditions ?? null,
  ])
}

function carry(frozen: FrozenLead | null, carried: ReadonlyMap<number, readonly number[]>): FrozenLead | null {
  if (frozen === null) return null
  const added = frozen.slots.flatMap(([position, , flags]) =>
    (carried.get(position) ?? []).map((to) => [to, 0, flags & ~isWaitingBit] as const),
  )
  return { ...frozen, slots: [...frozen.slots, ...added.filter(([, , flags]) => flags !== 0)] }
}
