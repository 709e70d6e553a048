import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  type ClauseDocument,
  type LeadEvent,
  liveTally,
  mergeAllTallies,
  mergeTallies,
  settlePeople,
  type Tally,
  tally,
} from '../../../src/index.ts'
import { documentOf, happened } from './one-period-clause.ts'

const given = (text: string, owner: string | null, team?: string) =>
  happened(`${text} lead.assigned`, { owner, ...(team === undefined ? {} : { team }) })

const calls: ClauseDocument = { kind: 'volume', owedBy: 'sales', count: { on: 'call' }, per: 'month', target: 9, clock: 'always' }
const wins: ClauseDocument = {
  ...{ kind: 'ratio', owedBy: 'sales', of: { on: 'mql' }, that: { on: 'won' }, per: 'month', atLeast: 0.5, maturity: 'P10D' },
}
const pipeline: ClauseDocument = {
  ...{ kind: 'amount', owedBy: 'sales', per: 'month', currency: 'EUR', target: 100 },
  sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
}
const reply: ClauseDocument = {
  ...{ kind: 'timed', owedBy: 'sales', clock: 'always', within: 'PT1H', start: { on: 'mql' }, stop: { on: 'call' } },
}
const inTime: ClauseDocument = { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9 }

function people(
  clause: ClauseDocument,
  events: readonly LeadEvent[],
  by: 'owner' | 'team' = 'owner',
  more: AgreementDocument['clauses'] = {},
) {
  const document = documentOf(clause, { clauses: more })
  const counted = tally(document, events, { asOf: '2026-04-28T00:00:00Z', people: true })
  return settlePeople(document, counted, by).map(({ name, actual, sample, pending }) => [name, actual, sample, pending])
}

describe('what people have done [P9]', () => {
  it('is a count of the leads that they had as these counted, and of nobody’s', () => {
    const events = [
      given('A 2026-04-01 09:00', 'anna'),
      happened('A 2026-04-02 09:00 call'),
      given('A 2026-04-03 09:00', 'bert'),
      given('B 2026-04-01 09:00', 'anna'),
      happened('B 2026-04-02 09:00 call'),
      happened('C 2026-04-02 09:00 call'),
    ]
    expect(people(calls, events)).toEqual([
      [null, 1, 1, 0],
      ['anna', 2, 2, 0],
    ])
  })

  it('is told by team as well, as the assignment or the agreement names it', () => {
    const events = [
      given('A 2026-04-01 09:00', 'anna'),
      happened('A 2026-04-02 09:00 call'),
      given('B 2026-04-01 09:00', 'bert', 'west'),
      happened('B 2026-04-02 09:00 call'),
    ]
    expect(people(calls, events, 'team')).toEqual([
      ['east', 1, 1, 0],
      ['west', 1, 1, 0],
    ])
  })

  it('is a conversion of who had the lead then, and a lead that was not won is theirs who had it last in time', () => {
    const events = [
      happened('A 2026-04-01 09:00 mql'),
      given('A 2026-04-02 09:00', 'anna'),
      happened('A 2026-04-03 09:00 won'),
      given('A 2026-04-04 09:00', 'bert'),
      happened('B 2026-04-01 09:00 mql'),
      given('B 2026-04-02 09:00', 'anna'),
      given('B 2026-04-05 09:00', 'bert'),
      given('B 2026-04-20 09:00', 'cora'),
      happened('C 2026-04-25 09:00 mql'),
    ]
    expect(people(wins, events)).toEqual([
      [null, null, 0, 1],
      ['anna', 1, 1, 0],
      ['bert', 0, 1, 0],
    ])
  })

  it('is the money of opportunities that came while they had the lead', () => {
    const events = [
      given('A 2026-04-01 09:00', 'anna'),
      happened('A 2026-04-02 09:00 opportunity.created', { opportunity: 'O', amountMinor: 70 }),
      given('A 2026-04-03 09:00', 'bert'),
      happened('A 2026-04-04 09:00 opportunity.updated', { opportunity: 'O', amountMinor: 90 }),
    ]
    expect(people(pipeline, events)).toEqual([['anna', 90, 1, 0]])
  })

  it('is the clocks that they answer for [C9]', () => {
    const events = [
      given('A 2026-04-01 09:00', 'anna'),
      happened('A 2026-04-01 10:00 mql'),
      given('A 2026-04-01 12:00', 'bert'),
      happened('A 2026-04-01 13:00 call'),
    ]
    expect(people(inTime, events, 'owner', { reply })).toEqual([['anna', 0, 1, 0]])
  })

  it('rests where the promise rests', () => {
    const mqls: ClauseDocument = { kind: 'volume', owedBy: 'marketing', count: { on: 'mql' }, per: 'month', target: 5 }
    const document = documentOf({ ...calls, suspendedWhile: 'mqls' } as ClauseDocument, { clauses: { mqls } })
    const counted = tally(document, [happened('A 2026-04-02 09:00 call')], { asOf: '2026-05-02T00:00:00Z', people: true })
    const own = settlePeople(document, counted, 'owner').filter(({ clause }) => clause === 'it')
    expect(own.map(({ actual, suspendedBy, version }) => [actual, suspendedBy, version])).toEqual([[1, 'mqls/2026-04', '1']])
  })
})

describe('a mistake', () => {
  const document = documentOf(calls)
  const asOf = '2026-04-28T00:00:00Z'

  it('is to ask a tally for people that does not know them', () => {
    expect(() => settlePeople(document, tally(document, [], { asOf }), 'owner')).toThrow(
      expect.objectContaining({ code: 'out-of-range', issues: [expect.objectContaining({ path: ['tally', 'people'] })] }),
    )
  })

  it('is to merge no tally at all; one from before there were people is as any other', () => {
    expect(() => mergeAllTallies([])).toThrow(expect.objectContaining({ code: 'missing-key' }))
    const { people: _, ...older } = tally(document, [happened('A 2026-04-02 09:00 call')], { asOf })
    expect(mergeTallies(older as Tally, tally(document, [], { asOf })).entries).toEqual(older.entries)
  })

  it('is to merge one by people with one that is not, or of two instants: all at once', () => {
    const [plain, other] = [tally(document, [], { asOf }), tally(document, [], { asOf: '2026-04-29T00:00:00Z', people: true })]
    expect(() => mergeTallies(plain, other)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ path: ['asOf'] }), expect.objectContaining({ path: ['people'] })],
      }),
    )
  })
})

describe('a live tally', () => {
  const asOf = Date.UTC(2026, 3, 28)
  const hits = ({ entries }: Tally) => Object.fromEntries(entries.map(({ key, sample, pending }) => [key, [sample, pending]]))

  it('takes events late, twice and corrected, and leaves out what is none', () => {
    const live = liveTally(documentOf(calls))
    expect(live.tally(asOf)).toMatchObject({ firstAt: null, entries: [] })
    const event = happened('A 2026-04-10 09:00 call')
    live.add(event)
    live.add({ ...event })
    live.add({ id: 'none' })
    live.add(null)
    expect(hits(live.tally(asOf))).toEqual({ 'it/2026-04': [1, 0] })
    live.add({ ...event, at: '2026-03-10T09:00:00Z', recordedAt: '2026-04-11T09:00:00Z' })
    // Two contents of one id, and only one of them says when it was recorded: both are refused.
    expect(live.tally(asOf)).toMatchObject({ firstAt: null, entries: [] })
  })

  it('moves with time alone: what is pending is decided', () => {
    const live = liveTally(documentOf(wins))
    live.add(happened('A 2026-04-01 09:00 mql'))
    live.add(happened('B 2026-04-09 09:00 mql'))
    expect(hits(live.tally('2026-04-10T00:00:00Z'))).toEqual({ 'it/2026-04': [0, 2] })
    expect(hits(live.tally('2026-04-12T00:00:00Z'))).toEqual({ 'it/2026-04': [1, 1] })
    expect(hits(live.tally('2026-04-20T00:00:00Z'))).toEqual({ 'it/2026-04': [2, 0] })
    expect(hits(live.tally('2026-04-05T00:00:00Z'))).toEqual({ 'it/2026-04': [0, 1] })
  })

  it('lets clocks fall due though nothing happens, and leads of several names become mature', () => {
    const clocked = liveTally(documentOf(inTime, { clauses: { reply } }))
    clocked.add(happened('A 2026-04-01 09:00 mql'))
    expect(hits(clocked.tally('2026-04-01T09:30:00Z'))).toEqual({ 'it/2026-04': [0, 1] })
    expect(hits(clocked.tally('2026-04-01T10:30:00Z'))).toEqual({ 'it/2026-04': [1, 0] })
    const merged = liveTally(documentOf(wins))
    merged.add(happened('A 2026-04-01 09:00 mql'))
    merged.add(happened('A 2026-04-02 09:00 lead.merged', { into: 'B' }))
    merged.add(happened('B 2026-04-03 09:00 mql'))
    expect(hits(merged.tally('2026-04-05T00:00:00Z'))).toEqual({ 'it/2026-04': [0, 1] })
    expect(hits(merged.tally('2026-04-20T00:00:00Z'))).toEqual({ 'it/2026-04': [1, 0] })
  })

  it('counts what lay in the future as time reaches it', () => {
    const live = liveTally(documentOf(calls))
    live.add(happened('A 2026-04-10 09:00 call'))
    live.add(happened('B 2026-04-12 09:00 call'))
    expect(hits(live.tally('2026-04-11T00:00:00Z'))).toEqual({ 'it/2026-04': [1, 0] })
    expect(hits(live.tally('2026-04-13T00:00:00Z'))).toEqual({ 'it/2026-04': [2, 0] })
  })

  it('counts every lead anew where another party may fall into breach on it as time goes by', () => {
    const hand: ClauseDocument = {
      ...{ kind: 'timed', owedBy: 'marketing', clock: 'always', within: 'P5D', start: { on: 'mql' }, stop: { on: 'done' } },
    }
    const endless: ClauseDocument = {
      ...{ kind: 'ratio', owedBy: 'sales', of: { on: 'mql' }, that: { on: 'won' }, per: 'month', atLeast: 0.5 },
      suspendedWhile: 'hand',
    }
    const live = liveTally(documentOf(endless, { clauses: { hand } }))
    live.add(happened('A 2026-04-01 09:00 mql'))
    expect(hits(live.tally('2026-04-02T00:00:00Z'))).toEqual({ 'it/2026-04': [1, 0] })
    expect(live.tally('2026-04-20T00:00:00Z').entries).toMatchObject([{ sample: 0, excluded: 1 }])
  })

  it('takes an event back from its lead where another lead has one of its id', () => {
    const live = liveTally(documentOf(calls))
    const event = happened('A 2026-04-02 09:00 call')
    live.add(event)
    expect(hits(live.tally(asOf))).toEqual({ 'it/2026-04': [1, 0] })
    live.add({ ...event, lead: 'B' })
    expect(live.tally(asOf).entries).toEqual([])
  })

  it('counts leads as one from the merge on', () => {
    const live = liveTally(documentOf(calls))
    for (const lead of ['A', 'B', 'C']) live.add(happened(`${lead} 2026-04-02 09:00 call`))
    expect(hits(live.tally(asOf))).toEqual({ 'it/2026-04': [3, 0] })
    live.add(happened('A 2026-04-03 09:00 lead.merged', { into: 'B' }))
    expect(hits(live.tally(asOf))).toEqual({ 'it/2026-04': [2, 0] })
    live.add(happened('C 2026-04-04 09:00 lead.merged', { into: 'D' }))
    expect(live.tally(asOf).apart).toEqual(['D'])
    live.add(happened('D 2026-04-05 09:00 call'))
    expect(live.tally(asOf)).toMatchObject({ apart: [], entries: [{ sample: 2 }] })
  })

  it('knows the first event also after it was corrected away', () => {
    const live = liveTally(documentOf(calls))
    const first = { ...happened('A 2026-04-02 09:00 call'), recordedAt: '2026-04-02T10:00:00Z' }
    live.add(first)
    live.add(happened('B 2026-04-05 09:00 call'))
    expect(live.tally(asOf).firstAt).toBe(Date.UTC(2026, 3, 2, 9))
    live.add({ ...first, at: '2026-04-09T09:00:00Z', recordedAt: '2026-04-10T10:00:00Z' })
    expect(live.tally(asOf).firstAt).toBe(Date.UTC(2026, 3, 5, 9))
  })
})
