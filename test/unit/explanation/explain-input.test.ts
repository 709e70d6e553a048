import { describe, expect, test } from 'vitest'
import { type AgreementDocument, evaluate, explain } from '../../../src/index.ts'
import { at, documentOf, happened } from '../evaluation/one-clause.ts'
import { explained } from './one-explanation.ts'

const start = happened('07 10:00 start')
const key = 'reply/L/1'

describe('explain, given anything', () => {
  test('tells of events that share an id across leads as the evaluation counts them', () => {
    const one = { id: 'x', lead: 'L', type: 'start', at: at('07 10:00'), recordedAt: at('07 10:01') }
    const other = { ...one, lead: 'M', recordedAt: at('07 10:02') }
    const events = [one, { id: 'y', lead: 'L', type: 'start', at: at('07 11:00') }, other]
    const { obligation } = explain(documentOf(), events, { asOf: at('07 12:00'), key })
    expect(obligation).toEqual(evaluate(documentOf(), events, { asOf: at('07 12:00') }).obligations[0])
    expect(obligation.startedAt).toBe(at('07 11:00'))
  })

  test('[C11] tells of the version that a cycle is bound by, and of exceptions of any', () => {
    const first = documentOf({}, { effective: { to: '2026-04-08' } })
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down' }]
    const second = { ...documentOf({ within: 'PT1H' }, { effective: { from: '2026-04-08' }, exceptions }), version: '2' }
    const events = [start, happened('07 16:00 stop'), happened('08 10:00 start')].map((event, index) => ({
      id: `e${index + 1}`,
      ...event,
    }))
    const told = ['reply/L/1', 'reply/L/2'].map((one) => explain([first, second], events, { asOf: at('08 10:30'), key: one }))
    expect(told.map(({ obligation: { version, status, targetMs } }) => [version, status, targetMs])).toEqual([
      ['1', 'waived', 4 * 3_600_000],
      ['2', 'open', 3_600_000],
    ])
    expect(told[0]?.waivedBy?.reason).toBe('the CRM was down')
    expect(told[1]?.turns).toMatchObject([{ what: 'started', because: 'trigger', event: 'e3' }])
  })

  test('refuses, as evaluate does, to judge at an instant at which the holidays are not known', () => {
    const office = { ...documentOf().calendars?.office, holidays: [{ region: 'DE', years: [2025, 2026], dates: ['2026-01-01'] }] }
    const document = documentOf({}, { calendars: { office } } as unknown as Partial<AgreementDocument>)
    const events = [{ id: 'x', ...start }]
    const asOf = '2027-01-01T00:00:00Z'
    const refusal = (call: () => unknown) => {
      try {
        return call()
      } catch (error) {
        return error
      }
    }
    expect(refusal(() => explain(document, events, { asOf, key }))).toEqual(refusal(() => evaluate(document, events, { asOf })))
    expect(refusal(() => explain(document, events, { asOf, key }))).toMatchObject({ code: 'beyond-horizon' })
  })

  test('reads events once, from an iterable that can be read once', () => {
    const events = [{ id: 'x', ...start }, null, 'garbage', { id: 'z', lead: 'L', type: 'stop', at: 'yesterday' }]
    const { obligation } = explain(documentOf(), events.values(), { asOf: at('07 12:00'), key })
    expect(obligation.status).toBe('open')
  })

  test('is not misled by data that throws when it is looked at', () => {
    const data = Object.defineProperty({}, 'reason', {
      enumerable: false,
      get: () => {
        throw new Error('no')
      },
    })
    const events = [{ id: 'x', ...start, data }]
    const told = explain(documentOf(), events, { asOf: at('07 12:00'), key })
    expect(told.turns).toMatchObject([{ what: 'started', event: 'x', reason: null }])
  })

  test('takes a reason only where it is a text', () => {
    for (const reason of ['', 7, null, { text: 'x' }, ['x']]) {
      expect(explained([happened('07 10:00 start', { reason })], '07 12:00').turns[0]?.reason).toBeNull()
    }
  })

  test('keeps names of any length whole in the data and short in the sentences, on one line', () => {
    const long = `${'x'.repeat(118)}😀${'y'.repeat(1_000_000)}`
    const lead = `${long}\n\u2028end`
    const events = [{ ...start, id: long, lead, data: { reason: `two\n\t lines ${long}` }, actor: { id: long } }]
    const told = explain(documentOf(), events, { asOf: at('07 12:00'), key: `reply/${lead}/1` })
    expect(told.turns[0]).toMatchObject({ event: long, actor: long })
    for (const sentence of told.sentences) {
      expect(sentence.length).toBeLessThan(1_000)
      expect(sentence).toMatch(/^.*\.$/)
      expect(sentence).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    }
    expect(told.sentences[1]).toContain(', “two lines xxx')
  })

  test('tells forty steps of a long story and counts the others; the data is whole', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'go' }, clock: 'always' } as const
    const events = Array.from({ length: 30 }, (_, index) => [
      happened(
        `07 ${String(10 + Math.floor(index / 6)).padStart(2, '0')}:${(index % 6) * 10 + 1} hold`.replace(/:(\d) /, ':0$1 '),
      ),
      happened(`07 ${String(10 + Math.floor(index / 6)).padStart(2, '0')}:${(index % 6) * 10 + 5} go`.replace(/:(\d) /, ':0$1 ')),
    ]).flat()
    const told = explained([start, ...events], '07 16:00', { clause })
    expect(told.spans.length).toBe(61)
    expect(told.sentences.length).toBe(2 + 40 + 1 + 1)
    expect(told.sentences[42]).toBe('… and 21 more steps.')
    expect(explained([start, ...events], '07 16:00', { clause, language: 'de' }).sentences[42]).toBe('… und 21 weitere Schritte.')
  })

  test('tells twenty thousand pauses in bounded time', () => {
    const events = Array.from({ length: 40_000 }, (_, index) => ({
      ...{ id: `p${index}`, lead: 'L', type: index % 2 === 0 ? 'hold' : 'go' },
      at: Date.parse(at('07 10:00')) + (index + 1) * 1000,
    }))
    const document: AgreementDocument = documentOf({ clock: 'always', pause: { on: 'hold' }, resume: { on: 'go' } })
    const told = explain(document, [{ id: 's', ...start }, ...events], { asOf: at('15 10:00'), key })
    expect(told.spans.length).toBe(40_001)
    expect(told.turns.length).toBe(40_002)
  })
})
