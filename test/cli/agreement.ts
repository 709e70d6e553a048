import type { AgreementDocument, LeadEvent } from 'lead-sla'

/** Two desks' worth of promises, small enough to be counted by hand. */
export const agreement: AgreementDocument = {
  agreement: 'acme',
  version: '7',
  title: 'Acme: inbound leads',
  effective: { from: '2026-04-01' },
  timeZone: 'Europe/Berlin',
  parties: {
    marketing: { name: 'Marketing' },
    sales: {
      name: 'Sales',
      teams: { berlin: { name: 'Berlin desk' } },
      members: { lena: { name: 'Lena Hoffmann', team: 'berlin' }, emre: { name: 'Emre Yıldız', team: 'berlin' } },
    },
  },
  calendars: {
    berlin: { timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], wed: ['09:00-17:00'] } },
    spare: { timeZone: 'Europe/Berlin', week: { sat: ['10:00-12:00'] } },
  },
  clauses: {
    autoReply: {
      kind: 'timed',
      title: 'Everybody hears from us at once',
      owedBy: 'marketing',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'email.sent' },
      within: 'PT15M',
    },
    firstResponse: {
      kind: 'timed',
      title: 'Sales answers',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      pause: { on: 'lead.snoozed' },
      resume: { on: 'lead.woken' },
      within: 'PT4H',
    },
    leads: { kind: 'volume', owedBy: 'marketing', count: { on: 'lead.created' }, per: 'month', clock: 'berlin', target: 5 },
  },
}

/** Tuesday, 14 April 2026. */
const at = (time: string): string => `2026-04-14T${time}:00+02:00`
const assigned = (lead: string, time: string, owner: string): LeadEvent => ({
  ...{ id: `${lead}-2`, lead, type: 'lead.assigned', at: at(time), data: { owner, team: 'berlin' } },
})

/** One lead is answered in time, one late, one not at all, one is asleep. */
export const events: readonly LeadEvent[] = [
  { id: 'A-1', lead: 'A', type: 'lead.created', at: at('08:55') },
  { id: 'A-9', lead: 'A', type: 'email.sent', at: at('08:56') },
  assigned('A', '09:00', 'lena'),
  { id: 'A-3', lead: 'A', type: 'call.connected', at: at('10:00') },
  assigned('B', '09:00', 'lena'),
  { id: 'B-3', lead: 'B', type: 'call.connected', at: at('13:20') },
  assigned('C', '09:00', 'emre'),
  assigned('D', '10:00', 'emre'),
  { id: 'D-3', lead: 'D', type: 'lead.snoozed', at: at('11:00') },
]

/** Tuesday, 15:00 in Berlin. */
export const asOf = '2026-04-14T13:00:00Z'
