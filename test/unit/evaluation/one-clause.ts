/** One clause and a few events, written short: instants are `'07 10:00'`, a day of April 2026 (the 7th is a Tuesday) and a time in UTC. */

import {
  type AgreementDocument,
  type Evaluation,
  evaluate,
  type LeadEvent,
  type Obligation,
  type TimedClauseDocument,
} from '../../../src/index.ts'

export const at = (text: string): string => `2026-04-${text.replace(' ', 'T')}:00.000Z`

/** Returns an event of lead L from `'07 10:00 call'`; the ids follow the order in which events are written. */
export function happened(
  text: string,
  data?: LeadEvent['data'],
  more: Partial<LeadEvent> = {},
): Omit<LeadEvent, 'id'> & Partial<LeadEvent> {
  const [day = '', time = '', type = ''] = text.split(' ')
  return { lead: 'L', type, at: at(`${day} ${time}`), ...(data === undefined ? {} : { data }), ...more }
}

export const moved = (when: string, to: string, more?: Partial<LeadEvent>) => happened(`${when} lead.moved`, { to }, more)
export const assigned = (when: string, owner: string | null, more: Record<string, unknown> = {}) =>
  happened(`${when} lead.assigned`, { owner, ...more })

export type Happened = ReturnType<typeof happened>

const hours = ['09:00-17:00']

/** A clause on office hours that starts on `start`, stops on `stop` and has four hours, with whatever else is said. */
export function documentOf(clause: Partial<TimedClauseDocument> = {}, more: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    agreement: 'acme',
    version: '1',
    timeZone: 'UTC',
    parties: {
      marketing: { name: 'Marketing', members: { mira: { name: 'Mira' } } },
      sales: { name: 'Sales', members: { anna: { name: 'Anna', team: 'east' }, bert: { name: 'Bert', team: 'west' } } },
    },
    calendars: { office: { timeZone: 'UTC', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } } },
    lifecycle: {
      initial: 'new',
      states: {
        new: { to: ['mql', 'lost'] },
        mql: { to: ['waiting', 'won', 'lost'] },
        waiting: { to: ['mql', 'legal', 'lost'] },
        legal: { to: ['mql', 'lost'] },
        won: { disposition: true },
        lost: { to: ['mql'], disposition: true },
      },
    },
    ...more,
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'office',
        start: { on: 'start' },
        stop: { on: 'stop' },
        within: 'PT4H',
        ...clause,
      },
    },
  }
}

export function evaluated(document: AgreementDocument, events: readonly Happened[], asOf: string, knownAt?: string): Evaluation {
  const numbered = events.map((event, index) => ({ id: `e${index + 1}`, ...event }))
  return evaluate(document, numbered, { asOf: at(asOf), ...(knownAt === undefined ? {} : { knownAt: at(knownAt) }) })
}

/** Returns what became of lead L under the clause. */
export function told(clause: Partial<TimedClauseDocument>, events: readonly Happened[], asOf: string): readonly Obligation[] {
  return evaluated(documentOf(clause), events, asOf).obligations
}

/** Returns each clock as `'met 2h'`: its status and the hours used. */
export function outcomes(clause: Partial<TimedClauseDocument>, events: readonly Happened[], asOf: string): string[] {
  return told(clause, events, asOf).map(({ status, usedMs }) => `${status} ${usedMs / 3_600_000}h`)
}
