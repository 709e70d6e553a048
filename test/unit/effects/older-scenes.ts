/** Agreements and events whose states were written down by the first version of their shape: see `states-of-version-1.json`. */
import type { AgreementDocument, LeadEvent, TimedClauseDocument } from '../../../src/index.ts'
import { at, documentOf } from '../evaluation/one-clause.ts'

export interface OlderScene {
  readonly document: AgreementDocument
  /** So many of the events were folded before the state was written down. */
  readonly before: number
  readonly events: readonly LeadEvent[]
  readonly asOf: string
}

let number = 0
const on = (when: string, type: string, data?: LeadEvent['data']): LeadEvent => {
  return { id: `e${number++}`, lead: 'L', type, at: at(when), ...(data ? { data } : {}) }
}
const given = (when: string, owner: string) => on(when, 'lead.assigned', { owner })
const naps = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
const hot = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 } as const
const goals: Partial<TimedClauseDocument> = { within: [{ when: hot, target: 'PT3H' }, { target: 'PT9H' }] }
const reply = documentOf().clauses.reply as TimedClauseDocument

/** Three pauses, of which one lasts, and two owners; then another goal. */
const paused: OlderScene = {
  document: documentOf({ ...naps, ...goals, reminders: [{ share: 0.5 }], escalation: [{ after: 'PT1H' }] }),
  before: 8,
  events: [
    given('07 09:00', 'anna'),
    on('07 09:10', 'start'),
    on('07 10:00', 'hold'),
    on('07 11:00', 'wake'),
    on('07 12:00', 'hold'),
    on('07 12:30', 'wake'),
    given('07 13:00', 'bert'),
    on('07 14:00', 'hold'),
    on('07 15:00', 'wake'),
    on('08 10:00', 'lead.updated', { score: 90 }),
    on('08 16:00', 'stop'),
  ],
  asOf: at('09 12:00'),
}

/** Owners' shares with pauses, a clock that was closed, and one that is reopened. */
const shared: OlderScene = {
  document: documentOf({ ...naps, attribution: 'proportional', reopenWindow: 'PT48H' }),
  before: 8,
  events: [
    given('07 09:00', 'anna'),
    on('07 09:00', 'start'),
    on('07 09:30', 'hold'),
    on('07 10:00', 'wake'),
    given('07 11:00', 'bert'),
    on('07 11:30', 'stop'),
    given('07 12:00', 'cora'),
    on('07 13:00', 'hold'),
    on('07 14:00', 'start'),
    on('07 15:00', 'wake'),
    on('08 09:30', 'stop'),
    on('13 09:00', 'start'),
  ],
  asOf: at('13 12:00'),
}

/** A condition that held, a clause that waits, a breach, and events in the window. */
const waiting: OlderScene = {
  document: {
    ...documentOf(),
    clauses: {
      reply: {
        ...reply,
        stop: { becomes: hot },
        pause: { becomes: { fact: 'lead', path: '$.away', operator: 'equal', value: true } },
      },
      demo: { ...reply, start: { on: 'want' }, stop: { on: 'show' }, after: 'reply' },
    },
  },
  before: 5,
  events: [
    on('07 09:00', 'start'),
    on('07 10:00', 'want'),
    on('09 10:00', 'lead.updated', { score: 10 }),
    on('09 11:00', 'lead.updated', { away: true }),
    on('09 12:00', 'note'),
    on('09 13:00', 'lead.updated', { away: false }),
    on('09 14:00', 'lead.updated', { score: 95 }),
    on('10 09:00', 'show'),
  ],
  asOf: at('10 12:00'),
}

export const olderScenes: Readonly<Record<string, OlderScene>> = { paused, shared, waiting }
