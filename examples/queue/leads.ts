/** The leads on the page: a state for each, and the only two things that can happen to it, an event and the passing of time. */
import {
  advance,
  type Effect,
  init,
  type LeadEvent,
  type LeadState,
  nextWake,
  type Obligation,
  obligations,
  step,
} from 'lead-sla'
import { agreement } from './agreement.ts'

export interface Leads {
  readonly states: ReadonlyMap<string, LeadState>
  /** What was told lately, the newest first. */
  readonly told: readonly Effect[]
}

export type Happening = { readonly event: LeadEvent } | { readonly now: number }

const mostTold = 5

export function leadsOf(events: readonly LeadEvent[]): Leads {
  return events.reduce<Leads>((leads, event) => happen(leads, { event }), { states: new Map(), told: [] })
}

/** A reducer: pure, as everything in the library is. */
export function happen(leads: Leads, happening: Happening): Leads {
  const states = new Map(leads.states)
  const effects: Effect[] = []
  const keep = (lead: string, next: { readonly state: LeadState; readonly effects: readonly Effect[] }) => {
    states.set(lead, next.state)
    effects.push(...next.effects)
  }
  if ('event' in happening) {
    const { event } = happening
    keep(event.lead, step(agreement, states.get(event.lead) ?? init(agreement, event.lead), event))
  } else {
    for (const [lead, state] of leads.states) {
      const at = nextWake(agreement, state)
      if (at !== null && at <= happening.now) keep(lead, advance(agreement, state, happening.now))
    }
  }
  return { states, told: [...effects.toReversed(), ...leads.told].slice(0, mostTold) }
}

/** Returns when something becomes due next, of all leads. **Units** epoch milliseconds. */
export function nextWakeOf({ states }: Leads): number | null {
  return [...states.values()].reduce<number | null>((earliest, state) => {
    const at = nextWake(agreement, state)
    return at === null || (earliest !== null && earliest <= at) ? earliest : at
  }, null)
}

const waiting = new Set(['open', 'openBreached', 'paused'])

/** Returns the promises that somebody still has to keep. */
export function waitingFor({ states }: Leads, owner: string, now: number): Obligation[] {
  return [...states.values()]
    .flatMap((state) => obligations(agreement, state, { asOf: Math.max(now, state.now ?? 0) }))
    .filter((clock) => clock.owner === owner && waiting.has(clock.status))
}
