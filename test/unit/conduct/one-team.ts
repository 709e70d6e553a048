/** A party of four people who owe replies within four hours, and what they did, written short. All in UTC, on a clock that never stops. */
import {
  type AgreementDocument,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type LeadEvent,
  type TimedClauseDocument,
} from '../../../src/index.ts'

export const reply: TimedClauseDocument = {
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.assigned' },
  stop: { on: 'call.made' },
  pause: { on: 'lead.snoozed' },
  resume: { on: 'lead.woken' },
  cancel: { on: 'lead.dropped' },
  within: 'PT4H',
}

/** An agreement from 2026 on, with some parts changed. */
export function documentOf(more: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    agreement: 'acme',
    version: '1',
    effective: { from: '2026-01-01' },
    timeZone: 'UTC',
    parties: {
      marketing: { name: 'Marketing', members: { mira: { name: 'Mira', role: 'campaigner' } } },
      sales: {
        name: 'Sales',
        members: {
          anna: { name: 'Anna', team: 'east', role: 'sdr' },
          ben: { name: 'Ben', team: 'east', role: 'sdr' },
          cleo: { name: 'Cleo', team: 'west', role: 'sdr' },
          dora: { name: 'Dora', team: 'west', role: 'ae' },
        },
      },
    },
    ...more,
    clauses: { reply, ...more.clauses },
  }
}

/** What became of a clock: kept after an hour, late after six, dropped or snoozed after one, or nothing at all. */
export type Fate = 'kept' | 'late' | 'open' | 'dropped' | 'snoozed'

const teams: Readonly<Record<string, string>> = { anna: 'east', ben: 'east', cleo: 'west', dora: 'west' }
const ends: Readonly<Record<Fate, readonly [type: string, hours: number] | null>> = {
  kept: ['call.made', 1],
  late: ['call.made', 6],
  dropped: ['lead.dropped', 1],
  snoozed: ['lead.snoozed', 1],
  open: null,
}

/** Returns the events of one clock that starts at eight in the morning. */
export function clock(lead: string, owner: string | null, date: string, fate: Fate): LeadEvent[] {
  const at = Date.parse(`${date}T08:00:00Z`)
  const team = owner === null ? null : (teams[owner] ?? null)
  const started = { id: `${lead}-1`, lead, type: 'lead.assigned', at, data: { owner, team } }
  const end = ends[fate]
  if (!end) return [started]
  const [type, hours] = end
  return [
    started,
    {
      id: `${lead}-2`,
      lead,
      type,
      at: at + hours * 3_600_000,
      ...(owner === null ? {} : { actor: { id: owner, kind: 'human' } }),
    },
  ]
}

/** Returns the clocks of a person in a month: `worked('anna', '2026-04', { kept: 3, late: 1 })`. */
export function worked(owner: string, month: string, fates: Partial<Record<Fate, number>>): LeadEvent[] {
  return Object.entries(fates).flatMap(([fate, count]) =>
    Array.from({ length: count }, (_, index) => {
      const day = String((index % 20) + 3).padStart(2, '0')
      return clock(`${owner}-${month}-${fate}-${index}`, owner, `${month}-${day}`, fate as Fate)
    }).flat(),
  )
}

/** Returns the evaluation as of a date, at midnight. */
export function evaluated(
  document: AgreementDocument,
  events: readonly LeadEvent[],
  asOf: string,
  more: Partial<EvaluateOptions> = {},
): Evaluation {
  return evaluate(document, events, { asOf: asOf.length === 10 ? `${asOf}T00:00:00Z` : asOf, ...more })
}
