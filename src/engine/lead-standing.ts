/** How a lead stands, as its state knows it: what its conditions read, and of each clock what an obligation does not say. */

import type { AnyAgreement } from '../agreement/versions.ts'
import type { LeadState } from '../effects/lead-state.ts'
import { recordAt, sceneOf } from '../effects/scene.ts'
import { isExcused, toldSteps } from '../effects/timers.ts'
import { keyOf } from '../evaluation/clock-table.ts'

export interface LeadStanding {
  readonly lead: Readonly<Record<string, unknown>>
  readonly state: string | null
  readonly owner: string | null
  readonly team: string | null
  /** By key of the obligation. */
  readonly clocks: ReadonlyMap<string, ClockStanding>
}

interface ClockStanding {
  readonly isExcused?: boolean
  readonly toldSteps: readonly string[]
}

/** Returns the standing of a lead at an instant. **Errors** as `obligations`. */
export function standingOf(agreement: AnyAgreement, state: LeadState, asOf: number): LeadStanding {
  const scene = sceneOf(agreement, state)
  const { facts, slots } = recordAt(scene, asOf)
  const { factKeys } = scene.keeping
  const clocks = slots.flatMap((slot) => slot?.clocks ?? [])
  return {
    // The events of the window hold more than the state keeps, and only by chance.
    lead: factKeys === null ? facts.lead : Object.fromEntries(Object.entries(facts.lead).filter(([key]) => factKeys.has(key))),
    state: facts.state,
    owner: facts.owner,
    team: facts.team,
    clocks: new Map(
      clocks.map((clock) => {
        const { closing, clause, lead, cycle } = clock
        const isOpen = closing === null
        const standing = {
          toldSteps: toldSteps(clock),
          // Once closed, its outcome says it.
          ...(isOpen ? { isExcused: isExcused(clock, scene.plan.exceptions) } : {}),
        }
        return [keyOf(clause.id, lead, cycle), standing]
      }),
    ),
  }
}
