/** One clause and one lead, live: what follows from events and from time. Instants as in `one-clause.ts`. */

import {
  type AgreementDocument,
  advance,
  defineAgreement,
  type Effect,
  type InitOptions,
  init,
  LeadSlaError,
  type LeadState,
  type Step,
  step,
  type TimedClauseDocument,
} from '../../../src/index.ts'
import { at, documentOf, type Happened } from '../evaluation/one-clause.ts'

export interface Followed {
  readonly state: LeadState
  readonly effects: readonly Effect[]
}

/** Returns the state and all effects after the events, one by one, and then at an instant. */
export function followed(
  document: AgreementDocument,
  events: readonly Happened[],
  until?: string,
  options?: InitOptions,
): Followed {
  const agreement = defineAgreement(document)
  let state = init(agreement, 'L', options)
  const effects: Effect[] = []
  for (const [index, event] of events.entries()) {
    const next = step(agreement, state, { id: `e${index + 1}`, ...event })
    state = next.state
    effects.push(...next.effects)
  }
  if (until === undefined) return { state, effects }
  const last = advance(agreement, state, at(until))
  return { state: last.state, effects: [...effects, ...last.effects] }
}

/** Returns the effects of a clause as `'reminder half 07 11:00'`: the kind, the step, and when. */
export function told(clause: Partial<TimedClauseDocument>, events: readonly Happened[], until?: string): string[] {
  return followed(documentOf(clause), events, until).effects.map(inShort)
}

export function inShort({ kind, at: when, data, retracts }: Effect): string {
  const about = retracts ?? (kind === 'closed' ? data?.status : data?.step)
  return [kind, about, `${when.slice(8, 10)} ${when.slice(11, 16)}`].filter((part) => part !== undefined).join(' ')
}

/** Returns only the effects of a kind. */
export function only(kind: string, effects: readonly string[]): string[] {
  return effects.filter((effect) => effect.startsWith(`${kind} `))
}

/** One clause with four hours, as it is. */
export const agreement = defineAgreement(documentOf())
/** Returns the last step of several, one by one. */
export function stepped(events: readonly Happened[], options?: InitOptions): Step {
  let last: Step = { state: init(agreement, 'L', options), effects: [], refused: [] }
  for (const [index, event] of events.entries()) last = step(agreement, last.state, { id: `e${index + 1}`, ...event })
  return last
}

/** Returns the code and the path of a refusal. */
export function codeOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof LeadSlaError) return `${error.code} ${error.issues[0]?.path.join('.')}`
    throw error
  }
  return 'nothing'
}
