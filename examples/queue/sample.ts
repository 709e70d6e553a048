/** A few leads of this morning, so that there is something to see. An app asks its server instead, as `examples/service` answers. */
import type { LeadEvent } from 'lead-sla'
import { clock } from './agreement.ts'

const minute = 60_000

interface Sample {
  readonly lead: string
  readonly name: string
  readonly score: number
  /** How long ago it was given to Lena. **Units** minutes of opening hours. */
  readonly ago: number
  readonly lately?: { readonly type: string; readonly ago: number }
}

const samples: readonly Sample[] = [
  { lead: 'L-104', name: 'Kraftwerk Nord', score: 92, ago: 35 },
  { lead: 'L-101', name: 'Aydın Makina', score: 55, ago: 290 },
  { lead: 'L-103', name: 'Dubois & Fils', score: 61, ago: 200, lately: { type: 'lead.snoozed', ago: 60 } },
  { lead: 'L-105', name: 'Vega Kühltechnik', score: 48, ago: 12 },
  { lead: 'L-102', name: 'مختبرات النور', score: 67, ago: 150, lately: { type: 'call.connected', ago: 90 } },
]

export const names: ReadonlyMap<string, string> = new Map(samples.map(({ lead, name }) => [lead, name]))

/** Returns what has happened by now. **Units** epoch milliseconds. */
export function sampleEvents(now: number): LeadEvent[] {
  return samples.flatMap(({ lead, score, ago, lately }): LeadEvent[] => {
    const at = clock.before(now, ago * minute)
    const events: LeadEvent[] = [
      { id: `${lead}-1`, lead, type: 'lead.created', at, data: { score } },
      { id: `${lead}-2`, lead, type: 'lead.assigned', at, sequence: 1, data: { owner: 'lena' } },
      { id: `${lead}-3`, lead, type: 'lead.moved', at, sequence: 2, data: { to: 'working' } },
    ]
    if (lately) events.push({ id: `${lead}-4`, lead, type: lately.type, at: clock.before(now, lately.ago * minute) })
    return events
  })
}
