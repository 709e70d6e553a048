import { describe, expect, it } from 'vitest'
import { assigned, at, documentOf, evaluated, happened, told } from './one-clause.ts'

const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
const goals = { within: [{ name: 'hot', when: hot, target: 'PT1H' }, { target: 'PT4H' }] } as const
const start = happened('07 09:00 start')
const scored = (when: string, score: number) => happened(`${when} lead.updated`, { score })

describe('[C8] goals', () => {
  it('the first that holds wins, by its name or by its number', () => {
    const three = {
      within: [
        { when: hot, target: 'PT1H' },
        { name: 'any', target: 'PT2H' },
      ],
    } as const
    expect(told(three, [scored('07 08:00', 90), start], '07 09:30')).toMatchObject([
      { goal: '1', dueAt: at('07 10:00'), targetMs: 3_600_000 },
    ])
    expect(told(three, [scored('07 08:00', 10), start], '07 09:30')).toMatchObject([{ goal: 'any', dueAt: at('07 11:00') }])
    expect(told({ within: 'PT2H' }, [start], '07 09:30')).toMatchObject([{ goal: '1' }])
  })

  it('none that holds is no clock', () => {
    expect(told({ within: [{ when: hot, target: 'PT1H' }] }, [start], '07 12:00')).toEqual([])
  })

  it('read the event that started the clock', () => {
    const demo = { fact: 'event', path: '$.data.form', operator: 'equal', value: 'demo' } as const
    const clause = { within: [{ when: demo, target: 'PT1H' }, { target: 'PT4H' }] } as const
    const events = [
      happened('07 09:00 start', { form: 'demo' }),
      scored('07 09:10', 10),
      happened('07 09:20 call', { form: 'other' }),
    ]
    expect(told(clause, events, '07 09:30')).toMatchObject([{ goal: '1', dueAt: at('07 10:00') }])
  })
})

describe('[C7] when facts change', () => {
  it('an open clock takes the goal that wins now, from the same start', () => {
    expect(told(goals, [start, scored('07 09:30', 90)], '07 09:40')).toMatchObject([
      { goal: 'hot', startedAt: at('07 09:00'), dueAt: at('07 10:00') },
    ])
    expect(told(goals, [scored('07 08:00', 90), start, scored('07 09:30', 10)], '07 09:40')).toMatchObject([
      { goal: '2', dueAt: at('07 13:00') },
    ])
  })

  it('the pauses are kept', () => {
    const clause = { ...goals, pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const events = [start, happened('07 09:10 hold'), happened('07 09:40 wake'), scored('07 10:00', 90)]
    expect(told(clause, events, '07 10:10')).toMatchObject([{ goal: 'hot', dueAt: at('07 10:30'), pausedMs: 1_800_000 }])
    expect(told(clause, [...events.slice(0, 2), scored('07 09:20', 90)], '07 09:30')).toMatchObject([
      { status: 'paused', goal: 'hot', dueAt: null, dueIfResumedAt: at('07 10:20') },
    ])
  })

  it('a due instant that comes to lie in the past is a breach at that instant', () => {
    expect(told(goals, [start, scored('07 11:00', 90)], '07 11:00')).toMatchObject([
      { status: 'openBreached', breachedAt: at('07 10:00'), dueAt: at('07 10:00') },
    ])
  })

  it('a breached clock is not made good', () => {
    const events = [scored('07 08:00', 90), start, scored('07 11:00', 10), happened('07 12:00 stop')]
    expect(told(goals, events, '07 13:00')).toMatchObject([{ status: 'metLate', goal: 'hot', breachedAt: at('07 10:00') }])
  })

  it('at the due instant itself it is not breached yet, and follows', () => {
    const events = [scored('07 08:00', 90), start, scored('07 10:00', 10)]
    expect(told(goals, events, '07 11:00')).toMatchObject([
      { status: 'open', goal: '2', dueAt: at('07 13:00'), breachedAt: null },
    ])
  })

  it('where no goal holds any more it keeps the one it had', () => {
    const only = { within: [{ when: hot, target: 'PT4H' }] } as const
    expect(told(only, [scored('07 08:00', 90), start, scored('07 10:00', 10)], '07 11:00')).toMatchObject([
      { goal: '1', dueAt: at('07 13:00') },
    ])
  })

  it('keep holds on to the goal of the start', () => {
    const clause = { ...goals, onChange: 'keep' } as const
    expect(told(clause, [start, scored('07 11:00', 90)], '07 12:00')).toMatchObject([
      { status: 'open', goal: '2', dueAt: at('07 13:00') },
    ])
  })

  it('keep holds on to it where what the clause requires reads the same facts', () => {
    const requires = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 0 } as const
    const clause = { ...goals, requires, onChange: 'keep' } as const
    const events = [scored('07 08:00', 10), start, scored('07 11:00', 90)]
    expect(told(clause, events, '07 12:00')).toMatchObject([{ status: 'open', goal: '2', dueAt: at('07 13:00') }])
  })

  it('a change of owner or state is a change as well', () => {
    const clause = {
      within: [{ when: { fact: 'team', operator: 'equal', value: 'east' }, target: 'PT1H' }, { target: 'PT4H' }],
    } as const
    expect(told(clause, [start, assigned('07 09:30', 'anna')], '07 09:40')).toMatchObject([{ goal: '1', dueAt: at('07 10:00') }])
  })

  it('from a goal of one kind to one of another, each is rolled by its own rule', () => {
    const days = { fact: 'lead', path: '$.slow', operator: 'equal', value: true } as const
    const clause = { within: [{ when: days, target: { businessDays: 1 } }, { target: 'PT8H' }] }
    const slow = (when: string, value: boolean) => happened(`${when} lead.updated`, { slow: value })
    expect(told(clause, [slow('07 08:00', true), start, slow('07 10:00', false)], '07 11:00')).toMatchObject([
      { goal: '2', dueAt: at('07 17:00') },
    ])
    expect(told(clause, [happened('07 08:00 start'), slow('07 10:00', true)], '07 11:00')).toMatchObject([
      { goal: '1', dueAt: at('08 09:00') },
    ])
  })

  it('a stop that changes the facts is judged by the goal before it', () => {
    const events = [start, happened('07 11:00 lead.updated', { score: 90 })]
    expect(told({ ...goals, stop: { on: 'lead.updated' } }, events, '07 12:00')).toMatchObject([
      { status: 'met', goal: '2', dueAt: at('07 13:00') },
    ])
  })
})

describe('[C7] a due instant that a fact of the lead names', () => {
  const clause = { within: { dueFrom: { fact: 'lead', path: '$.respondBy' } } } as const
  const by = (when: string, respondBy: unknown) => happened(`${when} lead.updated`, { respondBy })

  it('follows the fact', () => {
    const events = [by('07 08:00', at('07 12:00')), start, by('07 10:00', at('08 12:00'))]
    expect(told(clause, events, '07 11:00')).toMatchObject([{ dueAt: at('08 12:00'), targetMs: null }])
    expect(evaluated(documentOf({ ...clause, onChange: 'keep' }), events, '07 11:00').obligations).toMatchObject([
      { dueAt: at('07 12:00') },
    ])
  })
})
