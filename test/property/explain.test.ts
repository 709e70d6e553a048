import { describe, expect, it } from 'vitest'
import { defineAgreement, type Explanation, evaluate, explain, LeadSlaError, type Obligation } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { evaluationOracle } from '../oracle/evaluation-oracle.ts'
import { alwaysOpen, minuteCalendar } from '../oracle/minute-calendar.ts'
import { law } from './law.ts'

/** Asks for the explanation of each obligation of a story: few, but all kinds. */
function eachExplained({ document, events, asOf }: Story, check: (explained: Explanation, obligation: Obligation) => void): void {
  const agreement = agreementOf(document)
  for (const obligation of evaluate(agreement, events, { asOf }).obligations.slice(0, 4)) {
    check(explain(agreement, events, { asOf, key: obligation.key }), obligation)
  }
}

const msOf = (at: string) => Date.parse(at)
const sumOf = (spans: Explanation['spans'], why: string) =>
  spans.filter((span) => span.why === why).reduce((sum, { ms }) => sum + ms, 0)

describe('[W3] an explanation', () => {
  law('is of the obligation that the evaluation gives', story({ versions: true }), (told) => {
    eachExplained(told, (explained, obligation) => {
      expect(explained.obligation).toEqual(obligation)
      expect(explained.key).toBe(obligation.key)
    })
  })

  law('tiles the life of the clock with its spans', story(), (told) => {
    eachExplained(told, ({ spans }, { startedAt, closedAt }) => {
      let at = startedAt
      for (const { from, to, ms } of spans) {
        expect(from).toBe(at)
        expect(ms).toBe(msOf(to) - msOf(from))
        expect(ms).toBeGreaterThan(0)
        at = to
      }
      expect(at).toBe(closedAt ?? new Date(told.asOf).toISOString())
    })
  })

  law('counts spans that sum to the used time, and paused ones that sum to the paused time', story(), (told) => {
    eachExplained(told, ({ spans }, { usedMs, pausedMs }) => {
      expect(sumOf(spans, 'open')).toBe(usedMs)
      expect(sumOf(spans, 'paused')).toBe(pausedMs)
      for (const { counts, why, event } of spans) {
        expect(counts).toBe(why === 'open')
        expect(event !== null).toBe(why === 'paused')
      }
    })
  })

  law('calls open what is open, closed what is closed, and a holiday only what is one', story(), (told) => {
    const { document } = told
    eachExplained(told, ({ spans }, { clause }) => {
      const promise = document.clauses[clause]
      const name = promise?.kind === 'timed' ? promise.clock : 'always'
      const written = name === 'always' ? undefined : document.calendars?.[name]
      const calendar = written && 'week' in written ? minuteCalendar(written) : alwaysOpen(document.timeZone)
      for (const { from, to, why, holidays } of spans) {
        const [first, last] = [msOf(from) / 60_000, msOf(to) / 60_000]
        expect(calendar.between(first, last)).toBe(why === 'closed' ? 0 : last - first)
        for (const date of holidays)
          expect([why, written]).toEqual(['closed', expect.objectContaining({ holidays: expect.arrayContaining([date]) })])
      }
    })
  })

  law('names the events that turned the clock, in order', story(), (told) => {
    const ids = new Set(told.events.map(({ id }) => id))
    eachExplained(told, ({ turns }, { startedAt, closedAt, breachedAt, status }) => {
      expect(turns.map(({ at }) => at)).toEqual(turns.map(({ at }) => at).sort())
      expect(turns.find(({ what }) => what === 'started')?.at).toBe(startedAt)
      expect(turns.find(({ what }) => what === 'breached')?.at ?? null).toBe(breachedAt)
      const endings = turns.filter(({ what }) => /^(stopped|cancelled|superseded)$/.test(what))
      expect(endings.map(({ at }) => at)).toEqual(closedAt === null ? [] : [closedAt])
      const open = turns.filter(({ what }) => what === 'paused').length - turns.filter(({ what }) => what === 'resumed').length
      if (status === 'paused' || status === 'open') expect(open).toBe(status === 'paused' ? 1 : 0)
      for (const { what, event } of turns) expect(what === 'breached' ? event === null : ids.has(event ?? '')).toBe(true)
    })
  })

  law('is told in whole sentences, and is plain JSON', story(), (told) => {
    eachExplained(told, (explained) => {
      expect(explained.sentences.length).toBeGreaterThanOrEqual(3)
      for (const sentence of explained.sentences) {
        expect(sentence).toMatch(/^\S.*\S\.$/)
        expect(sentence).not.toMatch(/undefined|null|NaN|Invalid|\[object/)
      }
      expect(JSON.parse(JSON.stringify(explained))).toStrictEqual(explained)
    })
  })

  law('of a clock that the events do not give is refused with the keys that there are', story(), ({ document, events, asOf }) => {
    const { obligations } = evaluationOracle(document, events, { asOf })
    const key = 'clause1/A/99'
    let refusal: unknown
    try {
      explain(agreementOf(document), events, { asOf, key })
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(LeadSlaError)
    const [issue] = (refusal as LeadSlaError).issues
    expect(issue).toMatchObject({ code: 'unknown-obligation', got: key })
    expect([...(issue?.known ?? [])].sort()).toEqual(
      obligations
        .filter(({ lead }) => lead === 'A')
        .map((one) => one.key)
        .sort(),
    )
  })
})

describe('[W3] the explanation of a worked case', () => {
  const hours = ['09:00-17:00']
  const agreement = defineAgreement({
    agreement: 'easter',
    version: '1',
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales' } },
    calendars: {
      berlin: {
        timeZone: 'Europe/Berlin',
        week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
        holidays: ['2026-04-03', '2026-04-06'],
      },
    },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.created' },
        stop: { on: 'call' },
        pause: { on: 'hold' },
        resume: { on: 'release' },
        within: 'PT4H',
      },
    },
  })
  const events = [
    { id: 'a', lead: 'L/1', type: 'lead.created', at: '2026-04-02T16:00:00+02:00' },
    { id: 'b', lead: 'L/1', type: 'hold', at: '2026-04-02T16:30:00+02:00' },
    { id: 'c', lead: 'L/1', type: 'release', at: '2026-04-07T10:00:00+02:00' },
    { id: 'd', lead: 'L/1', type: 'call', at: '2026-04-07T11:00:00+02:00', actor: { id: 'anna' } },
  ]
  const { spans, turns, obligation } = explain(agreement, events, { asOf: '2026-05-01T00:00:00Z', key: 'reply/L/1/1' })

  it('has a span for each reason, with the holidays of the closed one and the event of each paused one', () => {
    expect(spans).toEqual([
      {
        from: '2026-04-02T14:00:00.000Z',
        to: '2026-04-02T14:30:00.000Z',
        ms: 1_800_000,
        counts: true,
        why: 'open',
        event: null,
        holidays: [],
      },
      {
        from: '2026-04-02T14:30:00.000Z',
        to: '2026-04-02T15:00:00.000Z',
        ms: 1_800_000,
        counts: false,
        why: 'paused',
        event: 'b',
        holidays: [],
      },
      {
        from: '2026-04-02T15:00:00.000Z',
        to: '2026-04-07T07:00:00.000Z',
        ms: 403_200_000,
        counts: false,
        why: 'closed',
        event: null,
        holidays: ['2026-04-03', '2026-04-06'],
      },
      {
        from: '2026-04-07T07:00:00.000Z',
        to: '2026-04-07T08:00:00.000Z',
        ms: 3_600_000,
        counts: false,
        why: 'paused',
        event: 'b',
        holidays: [],
      },
      {
        from: '2026-04-07T08:00:00.000Z',
        to: '2026-04-07T09:00:00.000Z',
        ms: 3_600_000,
        counts: true,
        why: 'open',
        event: null,
        holidays: [],
      },
    ])
    expect(obligation).toMatchObject({
      status: 'met',
      usedMs: 5_400_000,
      pausedMs: 5_400_000,
      dueAt: '2026-04-07T11:30:00.000Z',
    })
  })

  it('has the turns in order', () => {
    expect(turns.map(({ what, event }) => `${what} ${event}`)).toEqual(['started a', 'paused b', 'resumed c', 'stopped d'])
  })
})
