/**
 * The leads as period clauses see them: those that were merged are one, to which happened what happened to each of its names,
 * in the total order of events. [E2], [P2] Shares no code with `src`.
 */

import type { AgreementDocument, LeadEvent, TriggerDocument } from '../../src/index.ts'
import { type Moment, momentsOf, type Times } from './lead-moments.ts'
import { msOf } from './ms.ts'
import { fires } from './trigger-oracle.ts'

/** One lead under all its names. */
export interface Life {
  readonly names: readonly string[]
  /** The moments of each name by themselves, for a trigger knows only what happened to its own. */
  readonly moments: readonly (readonly Moment[])[]
  /** The events of all names in their order. */
  readonly events: readonly LeadEvent[]
}

/** Something that a trigger fired: its place among the events of the life. */
export interface Firing {
  readonly at: number
  readonly place: number
  readonly moment: Moment
}

export function livesOf(document: AgreementDocument, events: readonly LeadEvent[], times: Times): Life[] {
  const { leads } = momentsOf(document, events, times)
  let groups = [...leads.keys()].map((name) => [name])
  for (const { event } of [...leads.values()].flat()) {
    if (event.type !== 'lead.merged') continue
    const pair = [event.lead, String(event.data?.into)]
    const joined = groups.filter((group) => pair.some((name) => group.includes(name)))
    // A name of which nothing else is known still joins the leads that were merged into it.
    groups = [...groups.filter((group) => !joined.includes(group)), [...new Set([...joined.flat(), ...pair])]]
  }
  return groups.map((names) => {
    const moments = names.flatMap((name) => (leads.has(name) ? [leads.get(name) ?? []] : []))
    return {
      names,
      moments,
      events: moments
        .flat()
        .map(({ event }) => event)
        .sort(compare),
    }
  })
}

export function firingsOf(
  document: AgreementDocument,
  { moments, events }: Life,
  trigger: TriggerDocument | undefined,
): Firing[] {
  const found = moments.flatMap((own) =>
    own.flatMap((moment, index) => {
      if (!fires(document, trigger, own.slice(0, index + 1))) return []
      return [{ at: msOf(moment.event.at), place: events.indexOf(moment.event), moment }]
    }),
  )
  return found.sort((a, b) => a.place - b.place)
}

function compare(a: LeadEvent, b: LeadEvent): number {
  return msOf(a.at) - msOf(b.at) || (a.sequence ?? 0) - (b.sequence ?? 0) || (a.id < b.id ? -1 : 1)
}
