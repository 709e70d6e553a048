/** What arrives when sources fail and people tamper: refused with a code or evaluated exactly, with all other leads untouched. */
import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  advance,
  defineAgreement,
  evaluate,
  init,
  type LeadEvent,
  type LeadState,
  nextWake,
  obligations,
  step,
  stepMany,
  type TimedClauseDocument,
} from '../../../src/index.ts'
import { codeOf } from '../effects/one-lead.ts'

const clause: TimedClauseDocument = {
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.created' },
  stop: { on: 'call' },
  within: [{ when: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }, target: 'PT1H' }, { target: 'PT4H' }],
}
const document: AgreementDocument = {
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales' } },
  lifecycle: { initial: 'new', states: { new: { to: ['open'] }, open: { to: ['won'] }, won: { disposition: true } } },
  clauses: { reply: clause },
}
const agreement = defineAgreement(document)
const hour = 3_600_000
const begin = Date.parse('2026-04-07T09:00:00Z')
const on = (lead: string, after: number, type: string, more: object = {}): LeadEvent => {
  return { id: `${lead} ${after} ${type}`, lead, type, at: begin + after * hour, ...more }
}
const asOf = begin + 48 * hour
const other = [on('other', 0, 'lead.created'), on('other', 2, 'call')]
const own = [on('L', 0, 'lead.created', { data: { score: 10 } })]

/** The obligations of the lead with something bad among its events, in the batch and live; the other lead is as it was. */
function withBad(bad: readonly unknown[], good: readonly LeadEvent[] = own) {
  const batch = evaluate(agreement, [...other, ...good, ...bad], { asOf })
  const alone = evaluate(agreement, other, { asOf }).obligations
  expect(batch.obligations.filter(({ lead }) => lead === 'other')).toEqual(alone)
  const live = stepMany(agreement, init(agreement, 'L'), [...good, ...bad])
  return {
    batch: batch.obligations.filter(({ lead }) => lead === 'L'),
    live: obligations(agreement, live.state, { asOf }),
    refused: batch.refused.map(({ code, path }) => `${code} ${path.join('.')}`),
    refusedLive: live.refused.map(({ code, path }) => `${code} ${path.join('.')}`),
    findings: batch.findings.map(({ code }) => code),
    state: live.state,
  }
}
const clean = () => withBad([])

describe('an event', () => {
  it('that contradicts the lifecycle is applied and found, or refused where the state does not exist', () => {
    const skipped = withBad([on('L', 1, 'lead.moved', { data: { to: 'won' } })])
    expect([skipped.refused, skipped.findings]).toEqual([[], ['move-not-allowed']])
    expect(skipped.live).toEqual(skipped.batch)
    for (const to of ['nowhere', 7, null, { to: 'won' }, '__proto__']) {
      const { batch, live, refused, refusedLive } = withBad([on('L', 1, 'lead.moved', { data: { to } })])
      expect(refused).toEqual([typeof to === 'string' ? 'unknown-state data.to' : 'wrong-type data.to'])
      expect(refusedLive).toEqual(refused)
      expect(live).toEqual(batch)
      expect(batch).toEqual(clean().batch)
    }
  })

  it('that goes back in time is counted at its own', () => {
    const { batch, live, refusedLive } = withBad([on('L', 5, 'note'), on('L', 2, 'call'), on('L', -1, 'call')])
    expect(batch).toMatchObject([{ status: 'met', usedMs: 2 * hour }])
    expect([live, refusedLive]).toEqual([batch, []])
  })

  it('that comes a year late is counted by the batch, and refused live with the clocks that it may have changed', () => {
    const year = 365 * 24
    const nothingSince = withBad([on('L', year, 'note'), on('L', 2, 'call')])
    expect(nothingSince.batch).toMatchObject([{ status: 'met' }])
    expect([nothingSince.live, nothingSince.refusedLive]).toEqual([nothingSince.batch, []])
    const { batch, live, refusedLive } = withBad([on('L', 3, 'note'), on('L', year, 'note'), on('L', 2, 'call')])
    expect(batch).toMatchObject([{ status: 'met' }])
    expect(refusedLive).toEqual(['late-event at'])
    expect(live).toMatchObject([{ status: 'openBreached' }])
    const { state } = stepMany(agreement, init(agreement, 'L'), [...own, on('L', 3, 'note'), on('L', year, 'note')])
    expect(step(agreement, state, on('L', 2, 'call')).refused[0]?.message).toContain('reply/L/1')
  })

  it('that repeats, a thousand times, counts once', () => {
    const copies = Array.from({ length: 1_000 }, () => own[0] as LeadEvent)
    const { batch, live, refused, refusedLive } = withBad(copies)
    expect([batch, refused]).toEqual([clean().batch, []])
    expect([live, refusedLive]).toEqual([batch, []])
  })

  it('with a million characters is read, and what no rule asks for is not kept', () => {
    const long = 'x'.repeat(1_000_000)
    const { batch, live, state } = withBad([
      on('L', 1, 'lead.updated', { data: { note: long, [long]: 1 } }),
      { ...on('L', 1, 'note'), id: long },
      on('L', 2, long),
      on('L', 3, 'call', { actor: { id: 'lena' } }),
    ])
    expect(batch).toMatchObject([{ status: 'met', usedMs: 3 * hour }])
    expect(live).toEqual(batch)
    expect(JSON.stringify(state.head).length).toBeLessThan(300)
    const name = withBad([{ ...own[0], id: 'i', lead: long }])
    expect([name.batch, name.refusedLive]).toEqual([clean().batch, ['invalid-event lead']])
  })

  it('with a __proto__ key changes nothing but its own facts', () => {
    const data = JSON.parse('{"__proto__": {"score": 99}, "constructor": {"prototype": {"score": 99}}}')
    const { batch, live } = withBad([on('L', 1, 'lead.updated', { data })])
    expect(batch).toEqual(clean().batch)
    expect(live).toEqual(batch)
    expect(({} as { score?: number }).score).toBeUndefined()
  })

  it('that contains itself is evaluated as far as rules read it, and refused live, where it cannot be written down', () => {
    const data: Record<string, unknown> = { score: 90 }
    data.self = data
    const { batch, live, refused, refusedLive } = withBad([on('L', 0.5, 'lead.updated', { data })])
    expect([batch[0]?.targetMs, refused]).toEqual([hour, []])
    expect(refusedLive).toEqual(['invalid-event '])
    expect(live).toEqual(clean().live)
    // What is found of it, or refused, is still an answer.
    const circle = { ...on('L', 1, 'unheard of', { data }) }
    expect(withBad([circle, { ...circle, at: 'noon', id: 'x' }]).refused).toEqual(['invalid-instant at'])
  })

  it('with an amount that is no number is refused by what counts amounts, and by nothing else', () => {
    const pipeline = { on: 'opportunity.created', path: '$.data.amountMinor' }
    const counting = defineAgreement({
      ...document,
      clauses: {
        reply: clause,
        pipeline: { kind: 'amount', owedBy: 'sales', sum: pipeline, currency: 'EUR', per: 'month', target: 100 },
      },
    })
    for (const amountMinor of [Number.NaN, Number.POSITIVE_INFINITY, '12', {}, 1.5]) {
      const event = on('L', 1, 'opportunity.created', { data: { opportunity: 'O1', amountMinor, currency: 'EUR' } })
      const { refused, obligations: found, periods } = evaluate(counting, [...own, event], { asOf })
      expect(refused.map(({ path }) => path.join('.'))).toEqual(['data.amountMinor'])
      expect(found).toEqual(clean().batch)
      expect(periods.at(-1)?.actual).toBe(0)
      expect(step(counting, step(counting, init(counting, 'L'), own[0]).state, event).refused).toEqual([])
    }
  })
})

describe('a state that was edited by hand', () => {
  const { state } = stepMany(agreement, init(agreement, 'L', { window: { count: 0 } }), own)
  const head = state.head as NonNullable<LeadState['head']>
  it.each<[string, object]>([
    ['with a clause that is none', { open: [[7, 0, 0]] }],
    ['with a goal that is none', { open: [[0, 0, 0, 7]] }],
    ['with a text for a start', { open: [[0, 'now', 0, 1]] }],
    ['with no start', { open: [[0, null, 0, 1]] }],
    ['with pauses that are none', { open: [[0, 0, 0, 1, 1, 0, 0, 3]] }],
    ['with a hand that is none', { open: [[0, 0, 0, 1, { hand: [4] }]] }],
    ['with an ending that is none', { open: [[0, 0, 0, 1, { closing: [0, 9, null] }]] }],
    ['with a closed clock of nothing', { closed: [[]] }],
    ['with a calendar that is none', { measures: [['moon', 0]] }],
    ['with a slot of nothing', { slots: [['x', 1]] }],
    ['with hands that are none', { hands: ['anna'] }],
    ['with something of its own', { mine: [] }],
    ['with an infinite cycle', { open: [[0, 0, 0, 1, Number.POSITIVE_INFINITY]] }],
  ])('%s is refused', (_title, change) => {
    const edited = { ...state, head: { ...head, ...change } } as unknown as LeadState
    for (const use of [
      () => obligations(agreement, edited, { asOf }),
      () => nextWake(agreement, edited),
      () => advance(agreement, edited, asOf),
      () => step(agreement, edited, on('L', 1, 'call')),
    ])
      expect(codeOf(use)).toMatch(/^invalid-state/)
  })
})

describe('a great number', () => {
  it('of events of one lead is evaluated in time that grows with it, and a state does not grow', { timeout: 60_000 }, () => {
    const count = 1_000_000
    const eventAt = (index: number): LeadEvent => {
      const type = index % 4 === 0 ? 'lead.created' : index % 4 === 3 ? 'call' : 'note'
      return { id: String(index), lead: 'L', type, at: begin + index * 60_000 }
    }
    function* events(): Generator<LeadEvent> {
      for (let index = 0; index < count; index++) yield eventAt(index)
    }
    const { obligations: found } = evaluate(agreement, events(), { asOf: begin + count * 60_000 })
    expect(found).toHaveLength(count / 4)
    expect(found.every(({ status, usedMs }) => status === 'met' && usedMs === 180_000)).toBe(true)
    const first = Array.from({ length: 1_200 }, (_, index) => eventAt(index))
    const half = stepMany(agreement, init(agreement, 'L'), first.slice(0, 600)).state
    const { state } = stepMany(agreement, half, first.slice(600))
    expect(JSON.stringify(state).length).toBeLessThan(JSON.stringify(half).length * 1.1)
  })

  it('of clauses is read, evaluated and followed', { timeout: 60_000 }, () => {
    const clauses = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`c${index}`, clause]))
    const wide = defineAgreement({ ...document, clauses })
    const { obligations: found } = evaluate(wide, [...own, ...other], { asOf })
    expect(found).toHaveLength(2_000)
    const { state } = stepMany(wide, init(wide, 'L'), own)
    expect(obligations(wide, state, { asOf })).toEqual(found.filter(({ lead }) => lead === 'L'))
    expect(nextWake(wide, state)).toBe(begin + 4 * hour)
  })
})
