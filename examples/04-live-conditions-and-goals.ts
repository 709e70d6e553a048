/**
 * Lesson 4: conditions and goals, live.
 *
 * Conditions are the language of json-rules-engine: plain JSON, over facts of the lead and of the event, never over "now". Goals are
 * an ordered list, and the first that fits is the target. When the facts change while the clock runs, so does the target: the
 * start stays, and the due date moves. `evaluate` is a pure function, so a badge that is always right is one call away.
 */
import { defineAgreement, evaluate, type LeadEvent } from 'lead-sla'

const day = ['09:00-17:30']

const agreement = defineAgreement({
  agreement: 'live',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'America/New_York',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  conditions: {
    hot: {
      any: [
        { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 },
        { fact: 'lead', path: '$.source', operator: 'equal', value: 'demo-request' },
      ],
    },
    ofTheAmericas: { all: [{ fact: 'lead', path: '$.region', operator: 'equal', value: 'amer' }] },
    byPerson: { all: [{ fact: 'event', path: '$.actor.kind', operator: 'equal', value: 'human' }] },
  },
  calendars: { newYork: { timeZone: 'America/New_York', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  clauses: {
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'newYork',
      start: { on: 'lead.assigned' },
      // An automatic mail does not count.
      stop: { on: ['call.connected', 'email.sent'], when: { condition: 'byPerson' } },
      // Whoever moves out of the region is no longer ours: an open clock is cancelled.
      requires: { condition: 'ofTheAmericas' },
      within: [{ when: { condition: 'hot' }, target: 'PT1H' }, { target: 'PT4H' }],
    },
  },
})

// 09:00 in New York is 13:00 UTC.
const events: LeadEvent[] = [
  created('calm', 30, 'whitepaper'),
  created('warming', 55, 'whitepaper'),
  created('eager', 55, 'demo-request'),
  created('moving', 55, 'whitepaper'),
  assigned('calm'),
  assigned('warming'),
  assigned('eager'),
  assigned('moving'),
  { id: 'calm-3', lead: 'calm', type: 'email.sent', at: '2026-04-14T13:31:00Z', actor: { id: 'mailer', kind: 'automation' } },
  { id: 'eager-3', lead: 'eager', type: 'call.connected', at: '2026-04-14T14:10:00Z', actor: { id: 'amara', kind: 'human' } },
  // The price list was opened twice: hot now, and due within an hour of the assignment.
  { id: 'warming-3', lead: 'warming', type: 'lead.updated', at: '2026-04-14T14:15:00Z', data: { score: 84 } },
  { id: 'moving-3', lead: 'moving', type: 'lead.updated', at: '2026-04-14T14:20:00Z', data: { region: 'emea' } },
]

const looks = ['2026-04-14T14:00:00Z', '2026-04-14T14:20:00Z', '2026-04-14T14:45:00Z']

export function main(): string {
  return looks.flatMap((asOf) => [`as of ${asOf}`, ...badges(asOf)]).join('\n')
}

function badges(asOf: string): string[] {
  const { obligations } = evaluate(agreement, events, { asOf })
  return obligations
    .map(({ lead, status, dueAt, targetMs }) => `  ${lead}: ${status}, ${minutes(targetMs)}, due ${dueAt ?? 'never'}`)
    .sort()
}

function minutes(ms: number | null): string {
  return ms === null ? 'no target' : `${ms / 60_000} min`
}

function created(lead: string, score: number, source: string): LeadEvent {
  return { id: `${lead}-1`, lead, type: 'lead.created', at: '2026-04-14T13:29:00Z', data: { score, source, region: 'amer' } }
}

function assigned(lead: string): LeadEvent {
  return { id: `${lead}-2`, lead, type: 'lead.assigned', at: '2026-04-14T13:30:00Z', data: { owner: 'amara', team: 'new-york' } }
}
