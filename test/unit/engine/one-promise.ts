/** The facts of one promise to one lead, written short: instants as in `one-clause.ts`. */

import type { Engine } from 'json-rules-engine'
import { type AnyAgreement, factsOf, factsOfLead, type SlaFacts } from '../../../src/engine.ts'
import { init, step, type TimedClauseDocument } from '../../../src/index.ts'
import { at, documentOf, evaluated, type Happened } from '../evaluation/one-clause.ts'

export const hourMs = 3_600_000

/** Returns the facts of the last clock of lead L, as only its obligation tells them. */
export function bareFacts(clause: Partial<TimedClauseDocument>, events: readonly Happened[], asOf: string): SlaFacts {
  const agreement = documentOf(clause)
  const obligation = evaluated(agreement, events, asOf).obligations.at(-1)
  if (!obligation) throw new Error('no clock')
  return factsOf(obligation, { agreement, asOf: at(asOf) })
}

/** Returns the facts of the last clock of lead L, as its state knows them. */
export function leadFacts(agreement: AnyAgreement, events: readonly Happened[], asOf: string): SlaFacts {
  let state = init(agreement, 'L')
  for (const [index, event] of events.entries()) state = step(agreement, state, { id: `e${index + 1}`, ...event }).state
  const facts = factsOfLead(agreement, state, { asOf: at(asOf) }).at(-1)
  if (!facts) throw new Error('no clock')
  return facts
}

/** Returns the types of the events of a run, with the step of a ladder, sorted: an engine gives them in any order. */
export async function eventsOf(engine: Engine, facts: object): Promise<string[]> {
  const { events } = await engine.run({ ...facts })
  return events.map(({ type, params }) => (params?.step === undefined ? type : `${type} ${params.step}`)).sort()
}
