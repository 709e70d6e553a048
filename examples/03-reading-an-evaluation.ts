/**
 * Lesson 3: reading an evaluation.
 *
 * Every obligation ends in one of a few statuses, and a breach never disappears: whoever answers late is `metLate`. Bad events
 * stop nothing and are not lost: they come back as `refused`, with a code. And there are two times: when something happened
 * (`at`, `asOf`), and when we knew of it (`recordedAt`, `knownAt`).
 */
import { defineAgreement, evaluate, type LeadEvent } from 'lead-sla'

const day = ['09:00-17:00']

const agreement = defineAgreement({
  agreement: 'reading',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'Europe/Berlin',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
  lifecycle: {
    initial: 'new',
    states: {
      new: { definition: 'Handed over.', to: ['disqualified'] },
      disqualified: { definition: 'Not a customer.', disposition: true },
    },
  },
  clauses: {
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: 'call.connected' },
      pause: { on: 'lead.snoozed' },
      resume: { on: 'lead.woken' },
      cancel: { enters: 'disqualified' },
      reset: {
        on: 'lead.assigned',
        when: { all: [{ fact: 'event', path: '$.data.reason', operator: 'equal', value: 'reassigned' }] },
      },
      within: 'PT4H',
    },
  },
})

const events: LeadEvent[] = [
  // Answered within an hour and a half.
  assigned('in-time', '2026-04-14T08:00:00Z'),
  called('in-time', '2026-04-14T09:30:00Z'),
  // Two hours were left on Tuesday, two more on Wednesday; the call came twenty minutes after that.
  assigned('too-late', '2026-04-14T13:00:00Z'),
  called('too-late', '2026-04-15T09:20:00Z'),
  // Nobody has called yet, and there is an hour left.
  assigned('fresh', '2026-04-15T09:00:00Z'),
  // Called in time, but the rep entered the call only the next afternoon.
  assigned('unwritten', '2026-04-14T08:00:00Z'),
  { ...called('unwritten', '2026-04-14T11:30:00Z'), recordedAt: '2026-04-15T13:00:00Z' },
  // Put off until the customer is back: a paused clock has no due date and cannot breach.
  assigned('asleep', '2026-04-14T12:00:00Z'),
  { id: 'asleep-2', lead: 'asleep', type: 'lead.snoozed', at: '2026-04-14T13:00:00Z', data: { reason: 'out of office' } },
  // A student: nothing is owed any more.
  assigned('student', '2026-04-14T08:00:00Z'),
  { id: 'student-2', lead: 'student', type: 'lead.moved', at: '2026-04-14T08:40:00Z', data: { to: 'disqualified' } },
  // Handed to a colleague after three hours: the first cycle is superseded, the second starts afresh.
  assigned('handed-on', '2026-04-14T07:00:00Z'),
  {
    id: 'handed-on-2',
    lead: 'handed-on',
    type: 'lead.assigned',
    at: '2026-04-14T10:00:00Z',
    data: { owner: 'emre', team: 'berlin', reason: 'reassigned' },
  },
  called('handed-on', '2026-04-14T10:30:00Z'),
  // Bad data: delivered twice (no matter), without an offset, and two words against each other under one id.
  called('in-time', '2026-04-14T09:30:00Z'),
  { id: 'x-1', lead: 'fresh', type: 'call.connected', at: '2026-04-15T11:00:00' },
  { id: 'x-2', lead: 'fresh', type: 'call.connected', at: '2026-04-15T10:00:00Z' },
  { id: 'x-2', lead: 'fresh', type: 'call.connected', at: '2026-04-15T11:30:00Z' },
]

// Wednesday, 14:00 in Berlin.
const asOf = '2026-04-15T12:00:00Z'

export function main(): string {
  const noon = evaluate(agreement, events, { asOf, knownAt: asOf })
  const later = evaluate(agreement, events, { asOf, knownAt: '2026-04-15T14:00:00Z' })
  return [
    'As of Wednesday noon, as known then:',
    ...noon.obligations.map(line).sort(),
    '',
    'The same noon, as known two hours later:',
    ...later.obligations.filter(({ lead }) => lead === 'unwritten').map(line),
    '',
    `Refused: ${noon.refused
      .map(({ code }) => code)
      .sort()
      .join(', ')}`,
  ].join('\n')
}

type Obligation = ReturnType<typeof evaluate>['obligations'][number]

function line({ lead, cycle, owner, status, dueAt, breachedAt, usedMs, targetMs }: Obligation): string {
  const due = dueAt === null ? 'no due date' : `due ${dueAt}`
  const breach = breachedAt === null ? '' : `, breached ${breachedAt}`
  const share = targetMs === null ? '' : `, used ${usedMs / 60_000} of ${targetMs / 60_000} min`
  return `  ${lead} (cycle ${cycle}, ${owner}): ${status}, ${due}${breach}${share}`
}

function assigned(lead: string, at: string): LeadEvent {
  return { id: `${lead}-1`, lead, type: 'lead.assigned', at, data: { owner: 'lena', team: 'berlin' } }
}

function called(lead: string, at: string): LeadEvent {
  return { id: `${lead}-9`, lead, type: 'call.connected', at, actor: { id: 'lena', kind: 'human' } }
}
