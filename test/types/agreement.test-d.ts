import {
  type Agreement,
  type AgreementDocument,
  defineAgreement,
  type Evaluation,
  evaluate,
  type LeadEvent,
  type Obligation,
  type Parsed,
  parseAgreement,
  type Status,
} from 'lead-sla'
import { describe, expectTypeOf, test } from 'vitest'

const hours = { timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'] } }

/** What every literal below has in common; each test writes the rest out, because only a literal's own names are checked. */
const common = {
  agreement: 'acme',
  version: '1',
  timeZone: 'Europe/Berlin',
  parties: { sales: { name: 'Sales' }, marketing: { name: 'Marketing' } },
} as const
const lifecycle = { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true } } } as const
const reply = {
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.created' },
  stop: { on: 'call' },
  within: 'PT4H',
} as const

describe('a literal', () => {
  test('that names what it declares is an agreement', () => {
    const agreement = defineAgreement({
      ...common,
      calendars: { berlin: hours },
      lifecycle: { initial: 'new', states: { new: { to: ['won'], by: ['marketing'] }, won: { disposition: true } } },
      clauses: {
        first: {
          ...reply,
          clock: 'berlin',
          start: { enters: 'new' },
          stop: { leaves: ['new', 'won'] },
          cancel: { disposed: true },
        },
        second: { kind: 'volume', owedBy: 'marketing', count: { enters: 'won' }, per: 'month', target: 5 },
      },
    })
    expectTypeOf(agreement).toEqualTypeOf<Agreement>()
  })

  test('may do without calendars and without a lifecycle', () => {
    expectTypeOf(defineAgreement({ ...common, clauses: { reply } })).toEqualTypeOf<Agreement>()
  })

  test('with a misspelt calendar is a type error', () => {
    defineAgreement({
      ...common,
      calendars: { berlin: hours },
      // @ts-expect-error berln is no calendar of the literal
      clauses: { reply: { ...reply, clock: 'berln' } },
    })
    // @ts-expect-error without calendars there is only the clock that never stops
    defineAgreement({ ...common, clauses: { reply: { ...reply, clock: 'berlin' } } })
  })

  test('with a misspelt state is a type error', () => {
    defineAgreement({
      ...common,
      lifecycle,
      // @ts-expect-error wonn is no state of the literal
      clauses: { reply: { ...reply, stop: { enters: 'wonn' } } },
    })
    defineAgreement({
      ...common,
      lifecycle,
      // @ts-expect-error nor is lost, in a list
      clauses: { reply: { ...reply, cancel: { leaves: ['won', 'lost'] } } },
    })
    defineAgreement({
      ...common,
      // @ts-expect-error a move leads to a state of the literal
      lifecycle: { initial: 'new', states: { new: { to: ['wonn'] }, won: { disposition: true } } },
      clauses: { reply },
    })
    defineAgreement({
      ...common,
      // @ts-expect-error a lead begins in a state of the literal
      lifecycle: { initial: 'fresh', states: { new: { to: ['won'] }, won: { disposition: true } } },
      clauses: { reply },
    })
  })

  test('with a misspelt party is a type error', () => {
    // @ts-expect-error Sales is the name for people, sales the key
    defineAgreement({ ...common, clauses: { reply: { ...reply, owedBy: 'Sales' } } })
    // @ts-expect-error service is no party of the literal
    defineAgreement({ ...common, clauses: { reply: { ...reply, owedTo: 'service' } } })
    defineAgreement({
      ...common,
      // @ts-expect-error service is no party that may move a lead
      lifecycle: { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true, by: ['service'] } } },
      clauses: { reply },
    })
  })

  test('with a misspelt key, a wrong kind or a wrong value is a type error', () => {
    // @ts-expect-error onchange is no key of a clause
    defineAgreement({ ...common, clauses: { reply: { ...reply, onchange: 'keep' } } })
    // @ts-expect-error timer is no kind of clause
    defineAgreement({ ...common, clauses: { reply: { ...reply, kind: 'timer' } } })
    // @ts-expect-error a target is a duration or an object
    defineAgreement({ ...common, clauses: { reply: { ...reply, within: 4 } } })
    // @ts-expect-error a boundary is close or nextOpen
    defineAgreement({ ...common, boundary: 'open', clauses: { reply } })
    // @ts-expect-error a weekday has three letters
    defineAgreement({ ...common, calendars: { berlin: { ...hours, week: { monday: ['09:00-17:00'] } } }, clauses: { reply } })
  })
})

describe('what comes back', () => {
  test('of a document from outside is a value or issues', () => {
    const parsed = parseAgreement(JSON.parse('{}'))
    expectTypeOf(parsed).toEqualTypeOf<Parsed<Agreement>>()
    if (parsed.ok) expectTypeOf(parsed.value).toEqualTypeOf<Agreement>()
    else expectTypeOf(parsed.issues[0]?.message).toEqualTypeOf<string | undefined>()
  })

  test('of an evaluation is plain and read-only', () => {
    const evaluation = evaluate({} as AgreementDocument, [] as LeadEvent[], { asOf: 0 })
    expectTypeOf(evaluation).toEqualTypeOf<Evaluation>()
    expectTypeOf(evaluation.obligations).toEqualTypeOf<readonly Obligation[]>()
    expectTypeOf<Obligation['status']>().toEqualTypeOf<Status>()
    expectTypeOf<Obligation['dueAt']>().toEqualTypeOf<string | null>()
    expectTypeOf<Obligation['usedMs']>().toEqualTypeOf<number>()
    // @ts-expect-error asOf is required: there is no present
    evaluate({} as AgreementDocument, [], {})
  })

  test('an event needs id, lead, type and at', () => {
    expectTypeOf<{ id: string; lead: string; type: string; at: string }>().toExtend<LeadEvent>()
    expectTypeOf<{ id: string; lead: string; type: string }>().not.toExtend<LeadEvent>()
    expectTypeOf<{
      id: string
      lead: string
      type: string
      at: string
      actor: { id: string; kind: 'cat' }
    }>().not.toExtend<LeadEvent>()
  })
})
