/** One period clause and a few events, written short: an event is `'L1 2026-04-07 10:00 call'`, at a time in UTC. */

import {
  type AgreementDocument,
  type ClauseDocument,
  type Evaluation,
  evaluate,
  type LeadEvent,
  type PeriodResult,
} from '../../../src/index.ts'

const hours = ['09:00-17:00']
export const office = { timeZone: 'UTC', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } }

/** An agreement in UTC on office hours, whose clause `it` is the one given. */
export function documentOf(clause: ClauseDocument, more: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    agreement: 'acme',
    version: '1',
    effective: { from: '2026-04-01' },
    timeZone: 'UTC',
    parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales', members: { anna: { name: 'Anna', team: 'east' } } } },
    calendars: { office },
    lifecycle: {
      initial: 'new',
      states: {
        new: { to: ['mql', 'lost'] },
        mql: { to: ['won', 'lost'] },
        won: { disposition: true },
        lost: { to: ['mql'], disposition: true },
      },
    },
    ...more,
    clauses: { it: clause, ...more.clauses },
  }
}

let count = 0

/** Returns an event from `'L1 2026-04-07 10:00 call'`. */
export function happened(text: string, data?: LeadEvent['data']): LeadEvent {
  const [lead = '', date = '', time = '', type = ''] = text.split(' ')
  count += 1
  return { id: String(count).padStart(6, '0'), lead, type, at: `${date}T${time}:00Z`, ...(data === undefined ? {} : { data }) }
}

export const moved = (text: string, to: string) => happened(`${text} lead.moved`, { to })

export function evaluated(document: AgreementDocument, events: readonly LeadEvent[], asOf: string): Evaluation {
  return evaluate(document, events, { asOf: asOf.length === 10 ? `${asOf}T00:00:00Z` : asOf })
}

/** Returns the results of the clause `it`. */
export function resultsOf(document: AgreementDocument, events: readonly LeadEvent[], asOf: string): PeriodResult[] {
  return evaluated(document, events, asOf).periods.filter(({ clause }) => clause === 'it')
}

/** Returns what some members of each result hold, by the name of its period. */
export function seen(
  document: AgreementDocument,
  events: readonly LeadEvent[],
  asOf: string,
  members: readonly (keyof PeriodResult)[] = ['actual', 'status'],
): Record<string, unknown[]> {
  const results = resultsOf(document, events, asOf)
  return Object.fromEntries(results.map((result) => [result.key.replace('it/', ''), members.map((member) => result[member])]))
}
