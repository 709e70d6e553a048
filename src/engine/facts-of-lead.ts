/** The facts of a lead under the live side: what an app asks its engine about at an event and when it wakes up. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import type { LeadState } from '../effects/lead-state.ts'
import { obligations } from '../effects/live.ts'
import { valueOf } from '../errors.ts'
import { type InstantLike, parseInstant } from '../time/instant.ts'
import { factsOf } from './facts-of.ts'
import { standingOf } from './lead-standing.ts'
import type { SlaFacts } from './sla-facts.ts'

export interface LeadFactsOptions {
  readonly asOf: InstantLike
  /**
   * The state before the latest `step`: the steps of a ladder that this step told, as a resume does, are then decided by the
   * engine. Without it they count as told.
   */
  readonly before?: LeadState | undefined
  /** The facts of the lead, instead of those that the state keeps because a rule of the agreement reads them. */
  readonly lead?: Readonly<Record<string, unknown>>
  /** The event to which the app reacts. */
  readonly event?: Readonly<Record<string, unknown>>
}

/**
 * Returns the facts of every promise to a lead of which its state knows: of the open ones, and of the latest that were closed.
 *
 * Run on them before `advance`, and after `step` with the state `before` it, an engine gives an `sla:escalation` for just the
 * steps of the ladder that these tell.
 *
 * **Errors** those of `obligations` and `advance`. **Source** [F3].
 */
export function factsOfLead(agreement: AnyAgreement, state: LeadState, options: LeadFactsOptions): SlaFacts[] {
  const asOf = valueOf(parseInstant(options.asOf, ['asOf']))
  const { before, lead, event } = options
  // Checked once, and not for each obligation.
  const versions = versionsOf(agreement).map((version) => version.agreement)
  const { clocks, ...standing } = standingOf(versions, state, asOf)
  const earlier = before && standingOf(versions, before, before.now ?? asOf).clocks
  const given = { ...(lead === undefined ? {} : { lead }), ...(event === undefined ? {} : { event }) }
  return obligations(versions, state, { asOf }).map((obligation) => {
    const clock = clocks.get(obligation.key)
    const toldSteps = (earlier ?? clocks).get(obligation.key)?.toldSteps ?? []
    return factsOf(obligation, { agreement: versions, asOf, standing: { ...standing, ...clock, toldSteps, ...given } })
  })
}
