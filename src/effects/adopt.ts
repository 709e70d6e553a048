/**
 * A state goes on under an agreement that has got another version: if the version binds only what is still to come, and asks for
 * nothing that the state has not kept. Otherwise the lead is folded anew from its history. [C11]
 */
import type { TimedClause } from '../agreement/timed-clause.ts'
import type { Trigger } from '../agreement/trigger.ts'
import type { Version } from '../agreement/versions.ts'
import { canonicalText } from '../content.ts'
import { freezeLead } from '../evaluation/freeze-lead.ts'
import type { FrozenLead, Keeping } from '../evaluation/frozen-lead.ts'
import type { Plan } from '../evaluation/plan.ts'
import { thawLead } from '../evaluation/thaw-lead.ts'
import { keepingOf, planFor } from './keeping.ts'
import { followed, type LeadState, nameInState, type Place, thawed, wrongState } from './lead-state.ts'

/** What a state is put under. */
interface Adopting {
  readonly plan: Plan
  readonly keeping: Keeping
  readonly lead: string
  /** By position of a clause of the old versions, those of the new ones that remember the same of it. */
  readonly carried: ReadonlyMap<number, readonly number[]>
}

/** Returns the state under the versions. **Errors** throws `invalid-state` where it would not be what a fold of the history gives. */
export function adopt(versions: readonly Version[], given: LeadState): LeadState {
  const name = nameInState(versions)
  const old = versions.slice(0, given.agreement.split('.').length)
  const isOlder = old.length < versions.length && nameInState(old) === given.agreement
  if (!isOlder) throw wrongState(`a state of the agreement ${name}`, given.agreement, ['agreement'])
  const state = followed(old, given)
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
  const plan = planFor(versions)
  const scene = { plan, keeping: keepingOf(versions), lead: state.lead, carried: carriedOf(plan, old.length) }
  const next = { ...state, agreement: name, head: carry(scene, state.head, state.last) }
  return state.base === undefined ? next : { ...next, base: carry(scene, state.base, state.baseLast ?? null) }
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

/** A trigger by which a condition that becomes true is remembered. */
function becomes(trigger: Trigger | null | undefined): boolean {
  return trigger?.kind === 'becomes'
}

function remembersNothing(clause: TimedClause): boolean {
  const others = [clause.excuse?.rejected, clause.attempts?.attempt]
  return clause.pause === null && !others.some(becomes) && kinds.every((kind) => !becomes(clause[kind]))
}

/** What of a clause leaves a trace in the state while no clock is open: its words, and what the words refer to. */
function remembered({ clauses, versions, versionOf }: Plan, position: number): string {
  const clause = clauses[position] as TimedClause
  const { document } = (versions[versionOf[position] as number] as Version).agreement
  const words = document.clauses[clause.id] as unknown as Readonly<Record<string, unknown>>
  const traces = kinds.filter((kind) => kind === 'pause' || kind === 'resume' || becomes(clause[kind]))
  return canonicalText([
    traces.map((kind) => [kind, words[kind] ?? null, [...(clause[kind]?.states ?? [])]]),
    becomes(clause.excuse?.rejected) ? (words.excuse ?? null) : null,
    becomes(clause.attempts?.attempt) ? (words.attempt ?? null) : null,
    document.conditions ?? null,
  ])
}

/** Returns the record under the new plan, in which the clauses of the old one have kept their places. */
function carry(scene: Adopting, frozen: FrozenLead | null, last: Place | null): FrozenLead | null {
  if (frozen === null || last === null) return null
  const { plan, keeping, lead, carried } = scene
  const record = thawed(() => thawLead(plan, lead, frozen, last[0]))
  for (const [position, later] of carried) {
    const was = record.slots[position]
    if (!was) continue
    for (const to of later) {
      const slot = record.slot(to, plan)
      slot.held = was.held
      slot.isPaused = was.isPaused
    }
  }
  return freezeLead(record, keeping, last[0])
}
