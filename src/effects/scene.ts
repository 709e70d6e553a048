/** An agreement and the state of a lead under it, checked to belong together. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { issue, LeadSlaError } from '../errors.ts'
import { keyOf } from '../evaluation/clock-table.ts'
import { LeadRecord } from '../evaluation/lead-record.ts'
import type { Plan } from '../evaluation/plan.ts'
import { thawLead } from '../evaluation/thaw-lead.ts'
import { printInstant } from '../time/instant.ts'
import { adopt } from './adopt.ts'
import { keepingOf, planFor } from './keeping.ts'
import { followed, type LeadState, migrate, nameInState, type Place, thawed } from './lead-state.ts'
import { replay } from './replay.ts'
import { countedOf } from './window.ts'

export interface Scene {
  readonly plan: Plan
  readonly keeping: ReturnType<typeof keepingOf>
  readonly state: LeadState
}

/**
 * Returns the scene. **Errors** throws `invalid-state` for a state that is none, for one of another agreement, and for one that
 * knows too little for a version that has come since.
 */
export function sceneOf(agreement: AnyAgreement, value: LeadState): Scene {
  const versions = versionsOf(agreement)
  const plan = planFor(versions)
  const keeping = keepingOf(versions)
  const state = migrate(value)
  return { plan, keeping, state: state.agreement === nameInState(versions) ? followed(versions, state) : adopt(versions, state) }
}

/** Returns a record that a state holds, with the last event that was folded into it. */
export function thaw({ plan, state }: Scene, frozen: LeadState['head'], last: Place | null): LeadRecord {
  if (frozen === null || last === null) return new LeadRecord(state.lead, plan.clauses.length)
  return thawed(() => thawLead(plan, state.lead, frozen, last[0]))
}

/** Returns the lead as it stands at an instant. */
export function recordAt(scene: Scene, asOf: number): LeadRecord {
  const { state } = scene
  if (state.now === null || asOf >= state.now) return thaw(scene, state.head, state.last)
  const since = state.recent ? (state.baseLast?.[0] ?? Number.NEGATIVE_INFINITY) : state.now
  if (asOf < since) {
    const expected = `an instant from ${printInstant(since)} on, since when the state knows`
    throw new LeadSlaError([issue('out-of-range', ['asOf'], { expected, got: printInstant(asOf) })])
  }
  const record = thaw(scene, state.base ?? null, state.baseLast ?? null)
  replay(
    scene.plan,
    record,
    countedOf(scene.plan, state).filter(({ at }) => at <= asOf),
    asOf,
    Number.NEGATIVE_INFINITY,
  )
  return record
}

/** The clocks that something that happened at an instant may have changed. */
export function clocksSince(scene: Scene, state: LeadState, at: number): string[] {
  const clocks = thaw(scene, state.head, state.last).slots.flatMap((slot) => slot?.clocks ?? [])
  return (
    clocks
      // A start so soon after the stop would have reopened it. [C6]
      .filter(({ closing, clause }) => !closing || at - closing.at <= (closing.ending === 'stopped' ? clause.reopenWindowMs : 0))
      .map(({ clause, lead, cycle }) => keyOf(clause.id, lead, cycle))
  )
}
