/** A small agreement, and leads that are called after so many minutes. */
import type { AgreementDocument, LeadEvent } from '../../../src/index.ts'

export const replyAgreement = {
  agreement: 'acme',
  version: '1',
  timeZone: 'Europe/Berlin',
  parties: { sales: { name: 'Sales' } },
  clauses: {
    reply: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'call.made' },
      cancel: { on: 'lead.dropped' },
      within: 'PT4H',
    },
  },
} satisfies AgreementDocument

export interface CalledLead {
  /** `null` for a lead that nobody has called. */
  readonly minutes: number | null
  readonly data?: Readonly<Record<string, unknown>>
  readonly owner?: string
  readonly team?: string
  /** When the lead came. **Units** epoch milliseconds. */
  readonly at?: number
  readonly end?: string
}

export const monday = Date.UTC(2026, 3, 6, 8)

/** Returns the events of leads, named by their number from a first one on. */
export function callsOf(leads: readonly CalledLead[], prefix = 'L'): LeadEvent[] {
  return leads.flatMap(({ minutes, data = {}, owner, team, at = monday, end = 'call.made' }, index): LeadEvent[] => {
    const lead = `${prefix}${index}`
    const events: LeadEvent[] = [{ id: `${lead}-1`, lead, type: 'lead.created', at, data }]
    if (owner !== undefined)
      events.unshift({ id: `${lead}-0`, lead, type: 'lead.assigned', at, data: { owner, team: team ?? null } })
    if (minutes !== null) events.push({ id: `${lead}-2`, lead, type: end, at: at + minutes * 60_000 })
    return events
  })
}
