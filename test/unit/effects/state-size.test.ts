import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  type ClauseDocument,
  defineAgreement,
  evaluate,
  init,
  type LeadEvent,
  type LeadState,
  obligations,
  step,
  type TimedClauseDocument,
} from '../../../src/index.ts'

const week = (hours: string) => Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [hours]]))
const within = [
  { when: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }, target: 'PT1H' },
  { target: 'PT32H' },
] as const
const naps = { pause: { on: 'snooze' }, resume: { on: 'wake' } } as const

/** Five clauses of a busy agreement, with two goals each. */
function five(more: Partial<TimedClauseDocument> = {}, others: AgreementDocument['clauses'] = {}): AgreementDocument {
  const clauses = ['firstResponse', 'answer', 'disposition', 'contact', 'qualify'].map(
    (id, index): [string, TimedClauseDocument] => {
      const start = { on: index % 2 === 0 ? 'lead.assigned' : 'lead.created' }
      const follow = { reminders: [{ share: 0.5 }], escalation: [{ after: 'PT2H' }] }
      return [id, { kind: 'timed', owedBy: 'sales', clock: 'berlin', start, stop: { on: 'call' }, within, ...follow, ...more }]
    },
  )
  return {
    agreement: 'acme-inbound',
    version: '2026.1',
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales', members: { 'lena.vogt@acme.example': { name: 'Lena', calendar: 'early' } } } },
    calendars: {
      berlin: { timeZone: 'Europe/Berlin', week: week('09:00-17:00') },
      early: { timeZone: 'Europe/Berlin', week: week('08:00-16:00') },
    },
    lifecycle: { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true } } },
    clauses: { ...Object.fromEntries(clauses.slice(0, 5 - Object.keys(others).length)), ...others },
  }
}
let number = 0
const on = (at: string, type: string, data?: LeadEvent['data']): LeadEvent => {
  return { id: `crm-${88_210 + number++}`, lead: 'L-2026-004711', type, at: `2026-04-${at}+02:00`, ...(data ? { data } : {}) }
}
const begun = [
  on('07T09:12:17.481', 'lead.created', { score: 70 }),
  on('07T09:30:02.117', 'lead.assigned', { owner: 'lena.vogt@acme.example', team: 'inbound' }),
]
const nap = (day: string) => [on(`${day}T10:12:44.902`, 'snooze'), on(`${day}T10:45:10.030`, 'wake')]

function folded(document: AgreementDocument, events: readonly LeadEvent[]): LeadState {
  const agreement = defineAgreement(document)
  let state = init(agreement, 'L-2026-004711', { window: { count: 0 } })
  for (const event of events) state = step(agreement, state, event).state
  return state
}
const bytesOf = ({ head }: LeadState) => new TextEncoder().encode(JSON.stringify(head)).length

describe('the record of a lead with five open clocks takes at most 300 bytes', () => {
  const cadence: ClauseDocument = {
    ...{
      kind: 'cadence',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      attempt: { on: ['call.made', 'mail'] },
    },
    ...{ count: 6, within: { businessDays: 10 }, spacing: 'PT4H', channels: 2 },
  }
  it.each<[string, AgreementDocument, readonly LeadEvent[]]>([
    ['as they began', five(), begun],
    ['breached, with all that was told', five(), [...begun, on('21T09:00:00', 'note')]],
    ['on the calendars of their owner', five({ clockFollows: 'owner' }), begun],
    ['paused once', five(naps), [...begun, ...nap('07')]],
    ['paused now', five(naps), [...begun, ...nap('07'), ...nap('08').slice(0, 1)]],
    ['with a cadence', five({}, { cadence }), [...begun, on('07T12:00:09.5', 'call.made'), on('08T12:00:11.2', 'mail')]],
  ])('%s', (_title, document, events) => {
    const state = folded(document, events)
    expect(state.head?.open).toHaveLength(5)
    expect(bytesOf(state)).toBeLessThanOrEqual(300)
    const asOf = '2026-04-22T12:00:00Z'
    expect(obligations(document, state, { asOf })).toEqual(evaluate(document, events, { asOf }).obligations)
  })
})

it('a little more takes one that was paused since another goal would have broken it', () => {
  const events = [...begun, ...['07', '08', '09', '10'].flatMap(nap)]
  expect(bytesOf(folded(five(naps), events))).toBeLessThanOrEqual(320)
})

describe('a state does not grow', () => {
  const hour = 3_600_000
  const at = (index: number) => Date.parse('2026-04-07T08:00:00Z') + index * hour

  it('with the pauses of a clock', () => {
    const document = five({ ...naps, clock: 'always', within: 'P300D' })
    const naps1000 = Array.from({ length: 1_000 }, (_, index): LeadEvent[] => [
      { ...on('07T09:00:00', 'snooze'), at: at(3 * index) },
      { ...on('07T09:00:00', 'wake'), at: at(3 * index + 1) },
    ])
    const state = folded(document, [...begun, ...naps1000.flat()])
    expect(bytesOf(state)).toBeLessThanOrEqual(300)
    const asOf = at(4_000)
    expect(obligations(document, state, { asOf })).toEqual(
      evaluate(document, [...begun, ...naps1000.flat()], { asOf }).obligations,
    )
  })

  it('with the cycles of a clause, the assignments of a lead and its attempts', () => {
    const document = five({ stop: { on: 'lead.assigned' } })
    const sizes = [1_000, 2_000].map((count) => {
      const events = Array.from(
        { length: count },
        (_, index): LeadEvent => ({
          ...on('07T09:00:00', index % 3 === 0 ? 'lead.created' : 'lead.assigned', { owner: index % 2 === 0 ? 'anna' : 'bert' }),
          at: at(index),
        }),
      )
      return bytesOf(folded(document, events))
    })
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 1.05)
  })
})
