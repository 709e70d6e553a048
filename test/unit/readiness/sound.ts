/** An agreement that leaves nothing to be desired, to be spoilt one thing at a time; and leads that keep it. */
import { type AgreementDocument, type LeadEvent, readiness, type TimedClauseDocument } from '../../../src/index.ts'

const day = ['09:00-17:00']

export const answer: TimedClauseDocument = {
  kind: 'timed',
  title: 'Sales answers',
  owedBy: 'sales',
  clock: 'office',
  start: { enters: 'working' },
  stop: { on: 'call.made' },
  pause: { on: 'lead.snoozed' },
  resume: { on: 'lead.woken' },
  cancel: { enters: 'lost' },
  within: 'PT4H',
}

const assigned: TimedClauseDocument = {
  kind: 'timed',
  owedBy: 'marketing',
  clock: 'office',
  start: { on: 'lead.created' },
  stop: { on: 'lead.assigned' },
  within: 'PT2H',
}

export function sound(more: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    agreement: 'sound',
    version: '1',
    effective: { from: '2026-01-01', to: '2027-01-01' },
    timeZone: 'Europe/Berlin',
    parties: {
      marketing: {
        name: 'Marketing',
        signatories: [{ name: 'Nora', signedOn: '2025-12-01' }],
        members: { mira: { name: 'Mira', role: 'campaigns' } },
      },
      sales: {
        name: 'Sales',
        signatories: [{ name: 'Kai', signedOn: '2025-12-01' }],
        members: { anna: { name: 'Anna', role: 'rep' }, ben: { name: 'Ben', role: 'rep' } },
      },
    },
    calendars: { office: { timeZone: 'Europe/Berlin', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
    lifecycle: {
      initial: 'new',
      states: {
        new: { definition: 'Known to us.', to: ['working'] },
        working: { definition: 'In somebody’s hands.', to: ['won', 'lost'] },
        won: { definition: 'Signed.', disposition: true },
        lost: { definition: 'Not now.', disposition: true },
      },
    },
    ...more,
    clauses: { assigned, answer, ...more.clauses },
  }
}

/** `severity code path`, one a finding. */
export function told(document: AgreementDocument, events?: Iterable<unknown>): string[] {
  return readiness(document, events).findings.map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`.trim())
}

export interface Life {
  readonly owner?: string
  readonly data?: Readonly<Record<string, unknown>>
  /** Left out: the call that answers. */
  readonly isUnanswered?: boolean
  readonly states?: readonly string[]
}

/** The number of a weekday of 2026, counted from Monday, 5 January. */
export function workday(index: number): number {
  return Date.UTC(2026, 0, 5) + (Math.floor(index / 5) * 7 + (index % 5)) * 86_400_000
}

/** A lead that is created in the morning of a weekday, given to somebody, called after an hour, and won. */
export function life(index: number, { owner, data = {}, isUnanswered = false, states = ['won'] }: Life = {}): LeadEvent[] {
  const lead = `L${index}`
  const rep = owner ?? (index % 2 === 0 ? 'anna' : 'ben')
  // Seconds of their own, so that no time is like another.
  const start = workday(Math.floor(index / 6)) + (8 + (index % 6)) * 3_600_000 + ((index * 7_919) % 3_000) * 1000 + (index % 997)
  const router = { id: 'router', kind: 'automation' } as const
  const person = { id: rep, kind: 'human' } as const
  const all: Omit<LeadEvent, 'id' | 'lead'>[] = [
    { type: 'lead.created', at: start, actor: { id: 'mira', kind: 'human' }, data },
    { type: 'lead.assigned', at: start + 1_200_000, actor: router, data: { owner: rep } },
    { type: 'lead.moved', at: start + 1_261_000, actor: person, data: { to: 'working' } },
    ...(isUnanswered ? [] : [{ type: 'call.made', at: start + 4_003_000 + index * 1000, actor: person }]),
    ...states.map((to, place) => ({
      type: 'lead.moved',
      at: start + 6_000_000 + place * 1_000_000,
      actor: person,
      data: { to },
    })),
  ]
  return all.map((event, place) => ({ id: `${lead}-${place}`, lead, ...event }))
}

/** So many lives, every third of them lost, and now and then snoozed. */
export function lives(count: number, of: (index: number) => Life = () => ({})): LeadEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const events = life(index, { states: [index % 3 === 0 ? 'lost' : 'won'], ...of(index) })
    const [created] = events
    if (index % 10 !== 0 || !created) return events
    const snooze = (type: string, after: number) => ({
      ...{
        id: `L${index}-${type}`,
        lead: `L${index}`,
        type,
        at: Number(created.at) + after,
        actor: { id: 'anna', kind: 'human' } as const,
      },
    })
    return [...events, snooze('lead.snoozed', 1_500_000), snooze('lead.woken', 1_900_000)]
  }).flat()
}
