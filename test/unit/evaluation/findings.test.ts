import { describe, expect, it } from 'vitest'
import { beginEvaluation, defineAgreement, evaluate, LeadSlaError, type TimedClauseDocument } from '../../../src/index.ts'
import { assigned, at, documentOf, evaluated, happened, moved } from './one-clause.ts'

const start = happened('07 09:00 start')
const codesOf = (...args: Parameters<typeof evaluated>) => evaluated(...args).findings.map(({ code }) => code)

describe('an event whose data throws when it is looked at', () => {
  it('is refused, and leaves no trace in any clause or lead', () => {
    const data = Object.defineProperty({}, 'seconds', {
      enumerable: true,
      get: () => {
        throw new Error('no JSON')
      },
    })
    const { clauses, ...rest } = documentOf()
    const reply = clauses.reply as TimedClauseDocument
    const talk: TimedClauseDocument = {
      ...reply,
      stop: { on: 'stop', when: { fact: 'event', path: '$.data.seconds', operator: 'equal', value: 1 } },
    }
    const events = [start, happened('07 10:00 stop', data), happened('07 11:00 note')]
    const other = [happened('07 09:00 start', {}, { lead: 'M' }), happened('07 11:00 note', {}, { lead: 'M' })]
    const { obligations, refused } = evaluated({ ...rest, clauses: { reply, talk } }, [...events, ...other], '07 12:00')
    expect(refused).toMatchObject([{ code: 'invalid-event', path: ['data'] }])
    expect(obligations.map(({ key, status }) => `${status} ${key}`)).toEqual([
      'open reply/L/1',
      'open talk/L/1',
      'open reply/M/1',
      'open talk/M/1',
    ])
  })
})

describe('a move', () => {
  it('that the lifecycle does not allow is applied, and found', () => {
    const { obligations, findings } = evaluated(
      documentOf({ stop: { enters: 'won' } }),
      [start, moved('07 10:00', 'won')],
      '07 12:00',
    )
    expect(obligations).toMatchObject([{ status: 'met' }])
    expect(findings).toMatchObject([{ code: 'move-not-allowed', path: ['data', 'to'], lead: 'L', event: { id: 'e2' } }])
  })

  it('that a lead begins with is allowed anywhere', () => {
    expect(codesOf(documentOf(), [moved('07 08:00', 'won'), start], '07 12:00')).toEqual([])
  })

  it('to a state that does not exist is refused, and the lead stays where it was', () => {
    const clause = { stop: { leaves: 'mql' } } as const
    const { obligations, refused } = evaluated(
      documentOf(clause),
      [moved('07 08:00', 'mql'), start, moved('07 10:00', 'mqll')],
      '07 12:00',
    )
    expect(obligations).toMatchObject([{ status: 'open' }])
    expect(refused).toMatchObject([{ code: 'unknown-state', path: ['data', 'to'] }])
    expect(refused[0]?.message).toContain('mql')
  })

  it('by a member of a party that may not make it is found', () => {
    const lifecycle = { initial: 'new', states: { new: { to: ['mql'] }, mql: { by: ['marketing'], disposition: true } } }
    const by = (id: string) => moved('07 10:00', 'mql', { actor: { id } })
    expect(codesOf(documentOf({}, { lifecycle }), [start, by('anna')], '07 12:00')).toEqual(['move-by-another-party'])
    expect(codesOf(documentOf({}, { lifecycle }), [start, by('mira')], '07 12:00')).toEqual([])
    expect(codesOf(documentOf({}, { lifecycle }), [start, by('stranger')], '07 12:00')).toEqual([])
  })

  it('into a state whose entry rule does not hold is found', () => {
    const entry = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 50 } as const
    const lifecycle = { initial: 'new', states: { new: { to: ['mql'] }, mql: { entry, disposition: true } } }
    const scored = (score: number) => happened('07 08:00 lead.created', { score })
    expect(codesOf(documentOf({}, { lifecycle }), [scored(49), moved('07 10:00', 'mql'), start], '07 12:00')).toEqual([
      'entry-rule-not-met',
    ])
    expect(codesOf(documentOf({}, { lifecycle }), [scored(50), moved('07 10:00', 'mql'), start], '07 12:00')).toEqual([])
  })
})

describe('a type of event that nobody asks for', () => {
  it('is found once, with how often it came', () => {
    const { findings } = evaluated(documentOf(), [start, happened('07 10:00 strat'), happened('07 11:00 strat')], '07 12:00')
    expect(findings).toMatchObject([{ code: 'unused-event-type', path: ['type'], event: { id: 'e2' } }])
    expect(findings[0]?.message).toContain('2')
  })

  it('is not one of the known types', () => {
    const events = [
      happened('07 08:00 lead.created'),
      assigned('07 08:30', 'anna'),
      happened('07 09:00 opportunity.created'),
      start,
    ]
    expect(codesOf(documentOf(), events, '07 12:00')).toEqual([])
  })
})

describe('an evaluation', () => {
  it('names the agreement with version and content hash in the result and in each obligation', () => {
    const agreement = defineAgreement(documentOf())
    const { agreements, obligations } = evaluate(agreement, [{ id: '1', ...start }], { asOf: at('07 12:00') })
    expect(agreements).toEqual([{ agreement: 'acme', version: '1', hash: agreement.hash }])
    expect(obligations).toMatchObject([{ agreement: 'acme', version: '1', party: 'sales', clause: 'reply', key: 'reply/L/1' }])
  })

  it('takes a document, an agreement, or a list of the one version', () => {
    const document = documentOf()
    const options = { asOf: at('07 12:00') }
    const events = [{ id: '1', ...start }]
    expect(evaluate([document], events, options)).toEqual(evaluate(document, events, options))
    expect(evaluate(defineAgreement(document), events, options)).toEqual(evaluate(document, events, options))
  })

  it('is ordered by lead, by clause as written, and by cycle', () => {
    const reply = documentOf().clauses.reply
    const document = { ...documentOf(), clauses: { second: reply, first: reply } } as ReturnType<typeof documentOf>
    const events = ['b', 'a'].flatMap((lead) => [
      happened('07 09:00 start', {}, { lead }),
      happened('07 10:00 stop', {}, { lead }),
      happened('07 11:00 start', {}, { lead }),
    ])
    expect(evaluated(document, events, '07 12:00').obligations.map(({ key }) => key)).toEqual([
      ...['second/a/1', 'second/a/2', 'first/a/1', 'first/a/2'],
      ...['second/b/1', 'second/b/2', 'first/b/1', 'first/b/2'],
    ])
  })

  it('of no events, or of none that counts, is empty', () => {
    expect(evaluated(documentOf(), [], '07 12:00')).toMatchObject({ obligations: [], periods: [], refused: [], findings: [] })
  })

  it.each([
    ['soon', 'invalid-instant'],
    ['2026-04-07T12:00:00', 'missing-offset'],
    [Number.NaN, 'invalid-instant'],
  ])('refuses %j for asOf or knownAt', (text, code) => {
    for (const options of [{ asOf: text }, { asOf: at('07 12:00'), knownAt: text }]) {
      expect(() => evaluate(documentOf(), [], options)).toThrow(expect.objectContaining({ code }))
    }
  })

  it('of a wrong document throws all its issues', () => {
    const broken = { ...documentOf(), version: 1, timeZone: 'Mars' } as unknown as ReturnType<typeof documentOf>
    let thrown: unknown
    try {
      evaluate(broken, [], { asOf: 0 })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(LeadSlaError)
    expect((thrown as LeadSlaError).issues.map(({ code }) => code).sort()).toEqual(['unknown-time-zone', 'wrong-type'])
  })

  it('reads only what is the lead’s own: __proto__ in an event means nothing', () => {
    const poisoned = JSON.parse('{"__proto__": {"score": 90}, "constructor": {"score": 90}}')
    const clause = { start: { on: 'start', when: { fact: 'lead', path: '$.score', operator: 'equal', value: 90 } } } as const
    const events = [happened('07 08:00 lead.created', poisoned), happened('07 08:30 lead.updated', poisoned), start]
    expect(evaluated(documentOf(clause), events, '07 12:00').obligations).toEqual([])
    expect(({} as Record<string, unknown>).score).toBeUndefined()
  })
})

describe('a running evaluation', () => {
  it('that is finished stays as it is, however often it is asked and whatever comes later', () => {
    const running = beginEvaluation(documentOf(), { asOf: at('07 12:00') })
    const events = [start, happened('07 10:00 fax'), moved('07 11:00', 'nowhere'), happened('07 11:30 stop')]
    const [late, ...early] = events.map((event, index) => ({ ...event, id: `r${index}` })).reverse()
    for (const event of early) running.add(event)
    const first = running.finish()
    const text = JSON.stringify(first)
    running.add(late)
    expect(JSON.stringify(running.finish())).toBe(text)
    expect(first.findings.filter(({ code }) => code === 'unused-event-type')).toHaveLength(1)
    expect(first.refused).toHaveLength(1)
  })
})
