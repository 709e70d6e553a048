import { describe, expect, test } from 'vitest'
import type { AgreementDocument, ClauseDocument, ConditionDocument, LifecycleDocument } from '../../../src/index.ts'
import { readiness } from '../../../src/index.ts'
import { answer, sound, told } from './sound.ts'

const states = sound().lifecycle?.states ?? {}
const lifecycle = (more: LifecycleDocument['states']): Partial<AgreementDocument> => ({
  lifecycle: { initial: 'new', states: { ...states, ...more } },
})
const clause = (more: Partial<typeof answer>): Partial<AgreementDocument> => ({ clauses: { answer: { ...answer, ...more } } })
const other = (more: ClauseDocument): Partial<AgreementDocument> => ({ clauses: { other: more } })
const won = { kind: 'ratio', owedBy: 'sales', of: { enters: 'working' }, that: { enters: 'won' }, per: 'month' } as const
const score = (operator: string, value: unknown): ConditionDocument => ({ fact: 'lead', path: '$.score', operator, value })

test('a sound agreement is ready, and nothing is found', () => {
  const { isReady, findings, looked, complexity } = readiness(sound())
  expect({ isReady, findings, looked }).toEqual({ isReady: true, findings: [], looked: null })
  expect(complexity).toMatchObject({ level: 'simple', clauses: { assigned: 4, answer: 7 } })
})

const spoilt: Record<string, [Partial<AgreementDocument>, string[]]> = {
  'a status that nobody defined, on which a promise hangs': [
    lifecycle({ working: { to: ['won', 'lost'] } }),
    ['error undefined-status lifecycle.states.working'],
  ],
  'a status that nobody defined': [
    lifecycle({ won: { definition: '? ask Nora', disposition: true } }),
    ['warning undefined-status lifecycle.states.won'],
  ],
  'a status that no move leads to': [
    lifecycle({ idle: { definition: 'Idle.', to: ['lost'] } }),
    ['warning unreachable-state lifecycle.states.idle'],
  ],
  'a status without a way out': [
    lifecycle({ new: { definition: 'Known.', to: ['working', 'idle'] }, idle: { definition: 'Idle.' } }),
    ['warning dead-end-state lifecycle.states.idle'],
  ],
  'a start that no move reaches': [
    { ...lifecycle({ idle: { definition: 'Idle.', to: ['lost'] } }), ...clause({ start: { enters: 'idle' } }) },
    ['error trigger-unreachable clauses.answer.start', 'warning unreachable-state lifecycle.states.idle'],
  ],
  'a stop that no move reaches from the start': [
    clause({ stop: { enters: 'new' } }),
    ['error trigger-unreachable clauses.answer.stop'],
  ],
  'a cancellation that no move reaches': [
    clause({ start: { enters: 'won' }, cancel: { leaves: 'working' } }),
    ['warning trigger-unreachable clauses.answer.cancel'],
  ],
  'a stop that is true at the start': [
    clause({ stop: { enters: ['working', 'won'] } }),
    ['error met-at-start clauses.answer.stop'],
  ],
  'a disposition that is met as it comes': [
    clause({ start: { enters: 'won' }, stop: { disposed: true }, cancel: { enters: 'won', when: score('equal', 1) } }),
    ['error met-at-start clauses.answer.stop', 'warning never-cancels clauses.answer.cancel'],
  ],
  'a start and stop by one event, which is another promise': [
    clause({ start: { on: 'mail' }, stop: { on: ['mail', 'call'] } }),
    ['info each-event-restarts clauses.answer.stop'],
  ],
  'a pause by what starts': [
    clause({ start: { on: 'mail' }, pause: { on: ['mail', 'lead.snoozed'] } }),
    ['error born-paused clauses.answer.pause'],
  ],
  'a resume by what pauses': [
    clause({ pause: { on: 'x' }, resume: { on: 'x' } }),
    ['error pause-never-ends clauses.answer.pause'],
  ],
  'a pause in a status without a way out': [
    clause({ pause: { enters: 'lost' }, resume: undefined as never, cancel: { on: 'gone' } }),
    ['error pause-never-ends clauses.answer.pause'],
  ],
  'a pause that is over after some time, whatever comes': [
    clause({ start: { on: 'mail' }, pause: { on: ['mail', 'x'] }, resume: { on: 'x' }, maxPause: 'PT1H' }),
    [],
  ],
  'a resume that no move reaches from the pause': [
    clause({ start: { enters: 'new' }, pause: { enters: 'working' }, resume: { enters: 'new' } }),
    ['error pause-never-ends clauses.answer.pause'],
  ],
  'a cancellation that stops': [
    clause({ stop: { on: ['call.made', 'gone'] }, cancel: { on: 'gone' } }),
    ['warning never-cancels clauses.answer.cancel'],
  ],
  'a promise from the assignment on, and none of the assignment': [
    { clauses: { assigned: { ...answer, start: { on: 'lead.assigned' } } } },
    ['warning handover-without-owner clauses.assigned.start'],
  ],
  'a goal behind a wider one': [
    clause({
      within: [
        { when: score('greaterThanInclusive', 50), target: 'PT2H' },
        { when: { all: [score('greaterThan', 80), score('lessThan', 100)] }, target: 'PT1H' },
        { target: 'PT4H' },
      ],
    }),
    ['error unreachable-goal clauses.answer.within.1'],
  ],
  'goals without a last one': [
    clause({ within: [{ when: score('greaterThan', 80), target: 'PT1H' }] }),
    ['warning no-catch-all clauses.answer.within'],
  ],
  'a goal that never holds': [
    clause({
      within: [{ when: { all: [score('greaterThan', 80), score('lessThan', 50)] }, target: 'PT1H' }, { target: 'PT4H' }],
    }),
    ['error impossible-condition clauses.answer.within.0'],
  ],
  'a stop that never holds': [
    clause({ stop: { on: 'call.made', when: { all: [score('equal', 1), score('in', [2, 3])] } } }),
    ['error impossible-condition clauses.answer.stop'],
  ],
  'more time than the agreement has': [
    { effective: { from: '2026-01-05', to: '2026-01-06' }, ...clause({ within: 'PT9H' }) },
    ['error target-cannot-fit clauses.answer.within'],
  ],
  'attempts that do not fit': [
    other({
      ...{ kind: 'cadence', owedBy: 'sales', clock: 'office', start: { enters: 'working' }, attempt: { on: 'call.made' } },
      ...{ count: 6, spacing: 'P2D', within: 'PT8H' },
    }),
    ['error cadence-cannot-fit clauses.other.spacing'],
  ],
  '24 h on an 8-hour calendar': [clause({ within: 'PT24H' }), ['warning day-long-target clauses.answer.within']],
  'more than a day': [clause({ within: 'PT12H' }), ['info target-over-day clauses.answer.within']],
  'the close of the same day': [clause({ within: { endOfBusinessDay: 0 } }), ['info same-day-close clauses.answer.within']],
  'a clock that outlasts the week it is counted in': [
    {
      clauses: {
        answer: { ...answer, within: { businessDays: 10 } },
        kept: { kind: 'compliance', owedBy: 'sales', clause: 'answer', per: 'week', atLeast: 0.9 },
      },
    },
    ['warning target-over-period clauses.kept.per'],
  ],
  'a share that cannot be missed': [
    other({ kind: 'compliance', owedBy: 'sales', clause: 'answer', per: 'month', atLeast: 0 }),
    ['warning trivial-target clauses.other.atLeast'],
  ],
  'a share of all': [
    other({ kind: 'compliance', owedBy: 'sales', clause: 'answer', per: 'month', atLeast: 1 }),
    ['info all-or-nothing clauses.other.atLeast'],
  ],
  'a floor in one clause above the ceiling in another': [
    {
      clauses: {
        floor: { ...won, atLeast: 0.5 },
        ceiling: { ...won, atMost: 0.2 },
        other: { ...won, per: 'quarter', atLeast: 0.2 },
        room: { ...won, per: 'quarter', atMost: 0.5 },
      },
    },
    ['error contradicting-clauses clauses.ceiling'],
  ],
  'a reminder before the start, and one after all is due': [
    clause({ reminders: [{ before: 'PT4H' }, { name: 'digest', share: 0.5, deliver: 'digest' }, { share: 0.5 }] }),
    ['warning reminder-out-of-time clauses.answer.reminders.0', 'warning reminder-out-of-time clauses.answer.reminders.1'],
  ],
  'two targets for one action': [other({ ...answer, within: 'PT2H' }), ['warning contradicting-clauses clauses.other']],
  'a promise said twice': [other({ ...answer, title: 'Once more' }), ['warning repeated-clause clauses.other']],
  'too many targets': [
    clause({
      within: [...[90, 80, 70, 60, 50].map((from) => ({ when: score('greaterThan', from), target: 'PT1H' })), { target: 'PT4H' }],
    }),
    ['warning too-many-goals clauses.answer.within'],
  ],
  'a promise that nobody can keep in mind': [
    clause({ stop: { on: 'call.made', when: { any: Array.from({ length: 20 }, (_, index) => score('equal', index)) } } }),
    ['warning complicated-clause clauses.answer'],
  ],
  'exceptions without end': [
    {
      exceptions: Array.from({ length: 6 }, (_, index) => ({
        ...{ from: `2026-0${index + 1}-01`, to: `2026-0${index + 1}-02`, reason: 'fair', approvedBy: 'Kai' },
      })),
    },
    ['warning too-many-exceptions exceptions'],
  ],
  'an exception from everything, approved by nobody': [
    { exceptions: [{ name: 'summer', from: '2026-06-01', to: '2026-09-01', reason: 'hot' }] },
    ['warning blanket-exception exceptions.0', 'info exception-without-approval exceptions.0'],
  ],
  'no dates': [{ effective: {} }, ['warning no-start-date effective', 'info no-end-date effective']],
  'a calendar that nobody uses': [
    { calendars: { ...sound().calendars, spare: { timeZone: 'UTC', week: { sat: ['10:00-12:00'] } } } },
    ['info unused-calendar calendars.spare'],
  ],
  'people without roles, parties without people, and no signatures': [
    {
      parties: {
        marketing: {
          name: 'Marketing',
          signatories: [{ name: 'Nora' }],
          teams: { a: { name: 'A' } },
          members: { mira: { name: 'Mira' } },
        },
        sales: { name: 'Sales' },
      },
    },
    [
      'warning missing-signatory parties.sales',
      'info unsigned parties.marketing.signatories',
      'info party-without-people parties.sales',
      'info member-without-role parties.marketing.members',
      'info member-without-team parties.marketing.members',
    ],
  ],
  'holidays that end before the agreement': [
    {
      calendars: {
        office: {
          ...{ timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'] } },
          holidays: [{ region: 'DE', dates: ['2026-05-01'], years: [2026, 2026] }],
        },
      },
      effective: { from: '2026-01-01', to: '2028-01-01' },
    },
    ['warning holidays-end calendars.office'],
  ],
}

describe('a sound agreement with one thing wrong', () => {
  test.each(Object.entries(spoilt))('%s', (_title, [more, found]) => expect(told(sound(more))).toEqual(found))
})

test('24 h on an 8-hour calendar are three days, and it says so in both languages', () => {
  const document = sound(clause({ within: 'PT24H' }))
  const [english, german] = (['en', 'de'] as const).map(
    (language) => readiness(document, undefined, { language }).findings[0]?.message,
  )
  expect(english).toBe('24 h of “answer” count only while the calendar is open, 8 h on a usual day: that is 3 business days')
  expect(german).toBe(
    '24 h von „answer“ zählen nur, solange der Kalender geöffnet ist, an einem gewöhnlichen Tag 8 h: das sind 3 Werktage',
  )
})

test('an error is not ready, a warning is', () => {
  expect(readiness(sound(lifecycle({ working: { to: ['won', 'lost'] } }))).isReady).toBe(false)
  expect(readiness(sound(clause({ within: 'PT24H' }))).isReady).toBe(true)
})

test.each([
  [() => readiness({} as never), 'missing-key'],
  [() => readiness(sound(), undefined, { language: 'fr' as never }), 'unknown-value'],
  [() => readiness(sound(), 7 as never), 'wrong-type'],
  [() => readiness(sound(), [], { asOf: 'yesterday' }), 'invalid-instant'],
])('what is none is refused with a code: %#', (call, code) => expect(call).toThrow(expect.objectContaining({ code })))
