import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  evaluate,
  explain,
  init,
  type LeadState,
  obligations,
  parseAgreement,
  step,
  type TimedClauseDocument,
} from '../../../src/index.ts'
import { assigned, at, documentOf, type Happened, happened } from './one-clause.ts'

const day = ['09:00-17:00']
const office = (timeZone: string, more: object = {}) => ({
  timeZone,
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  ...more,
})
const parties = {
  sales: {
    name: 'Sales',
    teams: { east: { name: 'East', calendar: 'tokyo' }, west: { name: 'West' } },
    members: {
      anna: { name: 'Anna', team: 'east' },
      bert: { name: 'Bert', team: 'west', calendar: 'newYork' },
      cora: { name: 'Cora', team: 'west' },
    },
  },
} as const
const calendars = { office: office('UTC'), newYork: office('America/New_York'), tokyo: office('Asia/Tokyo') }

/** The agreement with one clause whose clock follows somebody, over the calendars of three offices. */
function following(clause: Partial<TimedClauseDocument>, more: Partial<AgreementDocument> = {}): AgreementDocument {
  return documentOf(clause, { parties, calendars, ...more } as unknown as Partial<AgreementDocument>)
}

const start = happened('07 00:00 start')
const numbered = (events: readonly Happened[]) => events.map((event, index) => ({ id: `e${index + 1}`, ...event }))
const dueOf = (clause: Partial<TimedClauseDocument>, events: readonly Happened[], asOf = '07 00:00') =>
  evaluate(following(clause), numbered(events), { asOf: at(asOf) }).obligations.map(({ dueAt, calendar }) => [
    dueAt?.slice(8, 16),
    calendar,
  ])

describe('[C10] a clock that follows the owner', () => {
  const clause = { clockFollows: 'owner' } as const

  it('counts by the hours of the owner, of their team, or else of the clause', () => {
    const of = (owner: string | null) => dueOf(clause, [assigned('07 00:00', owner), start])
    expect([of('bert'), of('anna'), of('cora'), of('somebody'), of(null)].flat()).toEqual([
      ['07T17:00', 'newYork'],
      ['07T04:00', 'tokyo'],
      ['07T13:00', 'office'],
      ['07T13:00', 'office'],
      ['07T13:00', 'office'],
    ])
  })

  it('keeps the calendar of its start when the lead is handed over', () => {
    const handed = [assigned('07 00:00', 'bert'), start, assigned('07 01:00', 'anna')]
    expect(dueOf(clause, handed, '07 02:00')).toEqual([['07T17:00', 'newYork']])
  })

  it('is of each owner in turn where it runs for owners', () => {
    const handed = [assigned('07 00:00', 'bert'), start, assigned('07 14:00', 'anna')]
    const { obligations: found } = evaluate(following({ ...clause, runs: 'owner' }), numbered(handed), { asOf: at('08 02:00') })
    expect(found.map(({ calendar, usedMs, status }) => [calendar, usedMs / 3_600_000, status])).toEqual([
      ['newYork', 1, 'superseded'],
      ['tokyo', 2, 'open'],
    ])
  })

  it('is the same in a state that was written down and read back, and after its end', () => {
    const document = following({ ...clause, pause: { on: 'hold' }, resume: { on: 'wake' } })
    const events = numbered([
      assigned('07 00:00', 'bert'),
      start,
      happened('07 14:00 hold'),
      happened('07 15:00 wake'),
      assigned('07 16:00', 'anna'),
      happened('07 17:30 stop'),
    ])
    let state = init(document, 'L')
    for (const [index, event] of events.entries()) {
      state = JSON.parse(JSON.stringify(step(document, state, event).state)) as LeadState
      const known = events.slice(0, index + 1)
      const asOf = event.at
      expect(obligations(document, state, { asOf })).toEqual(evaluate(document, known, { asOf }).obligations)
    }
    expect(state.head?.closed?.[0]?.at(-1)).toMatchObject({ measure: 'newYork' })
  })

  it('is explained by the calendar that counted', () => {
    const events = numbered([assigned('07 00:00', 'bert'), start])
    const { spans, sentences } = explain(following(clause), events, { asOf: at('07 18:00'), key: 'reply/L/1' })
    expect(spans.map(({ why, from }) => [why, from.slice(11, 16)])).toEqual([
      ['closed', '00:00'],
      ['open', '13:00'],
    ])
    expect(sentences[0]).toContain('counted in the opening hours of newYork (times are America/New_York)')
  })
})

describe('[C10] a clock that follows the team', () => {
  it('counts by the hours of the team that has the lead, whoever owns it', () => {
    const clause = { clockFollows: 'team' } as const
    expect(dueOf(clause, [assigned('07 00:00', 'bert'), start])).toEqual([['07T13:00', 'office']])
    expect(dueOf(clause, [assigned('07 00:00', 'bert', { team: 'east' }), start])).toEqual([['07T04:00', 'tokyo']])
  })
})

describe('[C10] a clock that follows the lead', () => {
  const clause = { clockFollows: 'lead' } as const
  const created = (timeZone: unknown) => happened('07 00:00 lead.created', { timeZone })

  it('counts by the hours of the clause in the zone of the lead, or in its own where that is none', () => {
    const of = (zone: unknown, clock = 'office') => dueOf({ ...clause, clock }, [created(zone), start])
    expect([of('America/New_York'), of('Nowhere/At all'), of(7), of('UTC')].flat()).toEqual([
      ['07T17:00', 'America/New_York'],
      ['07T13:00', 'office'],
      ['07T13:00', 'office'],
      ['07T13:00', 'office'],
    ])
    expect(of('Asia/Tokyo', 'always')).toEqual([['07T04:00', 'Asia/Tokyo']])
  })

  it('keeps the zone of its start when the lead moves', () => {
    const moves = [created('America/New_York'), start, happened('07 01:00 lead.updated', { timeZone: 'Asia/Tokyo' })]
    expect(dueOf(clause, moves, '07 02:00')).toEqual([['07T17:00', 'America/New_York']])
  })

  it('is refused where the calendar cannot be read in any zone', () => {
    const combined = { office: { union: ['newYork', 'tokyo'] }, newYork: office('America/New_York'), tokyo: office('Asia/Tokyo') }
    const parsed = parseAgreement(following(clause, { calendars: combined } as unknown as Partial<AgreementDocument>))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(
      'wrong-type clauses.reply.clock',
    )
  })
})

describe('[C10] the calendars of people', () => {
  it('are checked, and used by them', () => {
    const wrong = { sales: { ...parties.sales, teams: { east: { name: 'East', calendar: 'toyko' } } } }
    const parsed = parseAgreement(following({}, { parties: wrong } as unknown as Partial<AgreementDocument>))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'unknown-calendar parties.sales.teams.east.calendar',
    ])
    const right = parseAgreement(following({ clockFollows: 'owner' }))
    expect(right.ok ? right.value.findings.map(({ code }) => code) : ['refused']).not.toContain('unused-calendar')
  })

  it('must know their holidays at the instant of a judgement', () => {
    const limited = office('America/New_York', { holidays: [{ region: 'US', years: [2025, 2026], dates: [] }] })
    const document = following({ clockFollows: 'owner' }, {
      calendars: { ...calendars, newYork: limited },
    } as unknown as Partial<AgreementDocument>)
    expect(() => evaluate(document, [], { asOf: '2027-01-02T00:00:00Z' })).toThrow('beyond-horizon')
  })
})
