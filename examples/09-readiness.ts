/**
 * Lesson 9: is it ready?
 *
 * An agreement that contradicts itself is found out in the first quarrel, and data that cannot show what was promised makes the
 * quarrel endless. Both can be found before anybody signs: `readiness` reads the agreement, and past events if there are some. Each
 * finding says how much it weighs, of how many cases, and what to do.
 */
import { type AgreementDocument, type LeadEvent, type Readiness, readiness } from 'lead-sla'

const day = ['09:00-17:00']

const firstDraft: AgreementDocument = {
  agreement: 'inbound',
  version: 'draft',
  effective: { from: '2026-01-01', to: '2027-01-01' },
  timeZone: 'Europe/Berlin',
  parties: {
    marketing: {
      name: 'Marketing',
      signatories: [{ name: 'Nora', signedOn: '2025-12-12' }],
      members: { mira: { name: 'Mira', role: 'campaigns' } },
    },
    sales: {
      name: 'Sales',
      signatories: [{ name: 'Kai', signedOn: '2025-12-12' }],
      members: { anna: { name: 'Anna', role: 'rep' } },
    },
  },
  calendars: { office: { timeZone: 'Europe/Berlin', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  lifecycle: {
    initial: 'new',
    states: {
      new: { definition: 'Known to marketing.', to: ['mql'] },
      mql: { to: ['accepted'] },
      accepted: { definition: 'Sales works it.', to: ['qualified', 'disqualified'] },
      qualified: { definition: 'A project, a budget and a date.', disposition: true },
      disqualified: { definition: 'No customer.', disposition: true },
    },
  },
  clauses: {
    accept: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'office',
      start: { enters: 'mql' },
      // What starts the clock stops it as well.
      stop: { enters: ['mql', 'accepted'] },
      within: 'PT4H',
    },
    answer: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'office',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      within: 'PT24H',
    },
  },
}

/** The same after the parties have talked about it. */
const secondDraft: AgreementDocument = {
  ...firstDraft,
  version: '2026.1',
  lifecycle: {
    initial: 'new',
    states: { ...firstDraft.lifecycle?.states, mql: { definition: 'A score of 50 or more.', to: ['accepted'] } },
  },
  clauses: {
    assign: {
      kind: 'timed',
      owedBy: 'marketing',
      clock: 'office',
      start: { enters: 'mql' },
      stop: { on: 'lead.assigned' },
      within: 'PT1H',
    },
    accept: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'office',
      start: { enters: 'mql' },
      stop: { leaves: 'mql' },
      within: 'PT4H',
    },
    answer: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'office',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      within: { businessDays: 1 },
    },
  },
}

/** What the CRM has of the last quarter: every fourth lead goes past the acceptance, and nobody records a call. */
const quarter: LeadEvent[] = Array.from({ length: 60 }, (_, index) => {
  const lead = `L-${index + 1}`
  const start = Date.UTC(2026, 0, 5 + Math.floor(index / 5) * 7 + (index % 5), 9, (index * 7) % 60, (index * 13) % 60)
  const moves = index % 4 === 0 ? ['mql', 'qualified'] : ['mql', 'accepted', index % 3 === 0 ? 'qualified' : 'disqualified']
  return [
    { id: `${lead}-0`, lead, type: 'lead.created', at: start, actor: { id: 'mira', kind: 'human' } as const },
    ...moves.map(
      (to, place): LeadEvent => ({
        ...{ id: `${lead}-${place + 1}`, lead, type: 'lead.moved', at: start + (place + 1) * 1_234_000, data: { to } },
        actor: { id: 'anna', kind: 'human' },
      }),
    ),
    {
      id: `${lead}-a`,
      lead,
      type: 'lead.assigned',
      at: start + 2_000_000,
      data: { owner: 'anna' },
      actor: { id: 'router', kind: 'automation' } as const,
    },
  ]
}).flat()

export function main(): string {
  return [
    ...told('The first draft', readiness(firstDraft)),
    ...told('The second draft', readiness(secondDraft)),
    ...told('The second draft and the last quarter', readiness(secondDraft, quarter)),
    ...told('The same in German', readiness(secondDraft, quarter, { language: 'de' })).slice(0, 3),
  ].join('\n')
}

function told(title: string, { isReady, findings, complexity }: Readiness): string[] {
  return [
    `${title}: ${isReady ? 'ready' : 'not ready'}, ${complexity.points} things to keep in mind`,
    ...findings.flatMap(({ severity, message, remedy }) => [`  ${severity}: ${message}`, `    → ${remedy}`]),
  ]
}
