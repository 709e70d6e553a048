/**
 * Lesson 2: a first agreement.
 *
 * An agreement is a document: parties, calendars, the states of a lead, and clauses. Each clause reads as a sentence:
 * *firstResponse starts on lead.assigned, stops on a call or a mail, within PT4H on the berlin clock*. `evaluate` lays it over what
 * happened and gives one obligation for each lead and promise. It reads no clock: `asOf` says when we look.
 */
import { defineAgreement, evaluate, type LeadEvent } from 'lead-sla'

const day = ['09:00-17:00']

const agreement = defineAgreement({
  agreement: 'first',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'Europe/Berlin',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  lifecycle: {
    initial: 'new',
    states: {
      new: { definition: 'Known to marketing.', to: ['mql'] },
      mql: { definition: 'Qualified by marketing, and handed over.', to: ['qualified', 'disqualified'] },
      qualified: { definition: 'A project, a budget and a date.', disposition: true },
      disqualified: { definition: 'Not a customer.', disposition: true },
    },
  },
  clauses: {
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: ['call.connected', 'email.replied'] },
      within: 'PT4H',
    },
    disposition: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { enters: 'mql' },
      stop: { disposed: true },
      within: { businessDays: 2 },
    },
  },
})

// Three leads; 10:00 in Berlin is 08:00 UTC.
const events: LeadEvent[] = [
  { id: 'e1', lead: 'L-1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
  { id: 'e2', lead: 'L-1', type: 'lead.moved', at: '2026-04-07T08:05:00Z', data: { to: 'mql' } },
  { id: 'e3', lead: 'L-1', type: 'lead.assigned', at: '2026-04-07T08:10:00Z', data: { owner: 'lena', team: 'berlin' } },
  { id: 'e4', lead: 'L-1', type: 'call.connected', at: '2026-04-07T11:40:00Z', actor: { id: 'lena', kind: 'human' } },
  { id: 'e5', lead: 'L-1', type: 'lead.moved', at: '2026-04-08T09:00:00Z', data: { to: 'qualified' } },

  { id: 'e6', lead: 'L-2', type: 'lead.created', at: '2026-04-09T13:50:00Z' },
  { id: 'e7', lead: 'L-2', type: 'lead.moved', at: '2026-04-09T13:55:00Z', data: { to: 'mql' } },
  { id: 'e8', lead: 'L-2', type: 'lead.assigned', at: '2026-04-09T14:00:00Z', data: { owner: 'emre', team: 'berlin' } },
  { id: 'e9', lead: 'L-2', type: 'email.replied', at: '2026-04-10T10:30:00Z', actor: { id: 'emre', kind: 'human' } },

  { id: 'e10', lead: 'L-3', type: 'lead.created', at: '2026-04-10T12:50:00Z' },
  { id: 'e11', lead: 'L-3', type: 'lead.moved', at: '2026-04-10T12:55:00Z', data: { to: 'mql' } },
  { id: 'e12', lead: 'L-3', type: 'lead.assigned', at: '2026-04-10T13:00:00Z', data: { owner: 'lena', team: 'berlin' } },
]

export function main(): string {
  // Monday morning, 10:00 in Berlin.
  const { obligations } = evaluate(agreement, events, { asOf: '2026-04-13T08:00:00Z' })
  return obligations
    .map(({ lead, clause, owner, status, dueAt, stoppedAt, usedMs }) => {
      const used = clause === 'firstResponse' ? `, used ${usedMs / 60_000} min` : ''
      return `${lead} ${clause}: ${status}, due ${dueAt}, stopped ${stoppedAt ?? 'not yet'}${used} (${owner})`
    })
    .sort()
    .join('\n')
}
