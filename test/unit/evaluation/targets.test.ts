import { describe, expect, it } from 'vitest'
import type { TimedClauseDocument } from '../../../src/index.ts'
import { at, documentOf, evaluated, happened, told } from './one-clause.ts'

type Within = TimedClauseDocument['within']
const dueOf = (within: Within, start: string, more: Partial<TimedClauseDocument> = {}) =>
  told({ within, ...more }, [happened(`${start} start`)], start).map(({ dueAt }) => dueAt)[0]

describe('[T3] a target', () => {
  it('of business time counts opening hours', () => {
    expect(dueOf('PT4H', '07 15:00')).toBe(at('08 11:00'))
    expect(dueOf('PT4H', '10 16:00')).toBe(at('13 12:00'))
    expect(dueOf('PT24H', '07 09:00')).toBe(at('09 17:00'))
  })

  it('on the clock that never closes counts every hour', () => {
    expect(dueOf('PT24H', '10 16:00', { clock: 'always' })).toBe(at('11 16:00'))
    expect(dueOf('P2D', '10 16:00', { clock: 'always' })).toBe(at('12 16:00'))
  })

  it('in business days keeps the wall time, and rolls into open time', () => {
    expect(dueOf({ businessDays: 2 }, '07 15:00')).toBe(at('09 15:00'))
    expect(dueOf({ businessDays: 1 }, '10 15:00')).toBe(at('13 15:00'))
    expect(dueOf({ businessDays: 1 }, '07 20:00')).toBe(at('09 09:00'))
    expect(dueOf({ businessDays: 1 }, '07 08:00')).toBe(at('08 09:00'))
    expect(dueOf({ businessDays: 1 }, '11 12:00')).toBe(at('13 12:00'))
  })

  it('by the end of a business day is the last close of it', () => {
    expect(dueOf({ endOfBusinessDay: 0 }, '07 10:00')).toBe(at('07 17:00'))
    expect(dueOf({ endOfBusinessDay: 1 }, '07 10:00')).toBe(at('08 17:00'))
    expect(dueOf({ endOfBusinessDay: 0 }, '07 18:00')).toBe(at('08 17:00'))
    expect(dueOf({ endOfBusinessDay: 0 }, '11 10:00')).toBe(at('13 17:00'))
    expect(dueOf({ endOfBusinessDay: 1 }, '10 10:00')).toBe(at('13 17:00'))
  })

  it('by the end of a business day passes over a holiday whose night shift goes on after midnight', () => {
    const nights = {
      timeZone: 'UTC',
      week: { tue: ['22:00-06:00'], wed: ['22:00-06:00'], thu: ['22:00-06:00'] },
      holidays: ['2026-04-07'],
    }
    const document = documentOf({ within: { endOfBusinessDay: 0 } }, { calendars: { office: nights } })
    expect(evaluated(document, [happened('07 10:00 start')], '07 10:00').obligations[0]?.dueAt).toBe(at('09 06:00'))
  })

  it('from a fact is that instant, rolled into open time', () => {
    const within = { dueFrom: { fact: 'event', path: '$.data.by' } } as const
    const due = (by: unknown) => told({ within }, [happened('07 09:00 start', { by })], '07 09:00').map(({ dueAt }) => dueAt)
    expect(due(at('08 12:00'))).toEqual([at('08 12:00')])
    expect(due('2026-04-08T12:00:00+02:00')).toEqual([at('08 10:00')])
    expect(due(at('08 20:00'))).toEqual([at('09 09:00')])
    expect(due(Date.parse(at('08 12:00')))).toEqual([at('08 12:00')])
  })

  it('from a fact that lies before the start is the start: no promise is due before it is made', () => {
    const clause = { within: { dueFrom: { fact: 'event', path: '$.data.by' } } } as const
    const start = happened('07 10:00 start', { by: at('07 09:00') })
    expect(told(clause, [start], '07 10:00')).toMatchObject([{ status: 'open', dueAt: at('07 10:00') }])
    expect(told(clause, [start], '07 10:01')).toMatchObject([{ status: 'openBreached', breachedAt: at('07 10:00') }])
  })

  it('from a fact does not move with pauses', () => {
    const clause = {
      within: { dueFrom: { fact: 'event', path: '$.data.by' } },
      pause: { on: 'hold' },
      resume: { on: 'wake' },
    } as const
    const events = [happened('07 09:00 start', { by: at('08 12:00') }), happened('07 10:00 hold'), happened('07 12:00 wake')]
    expect(told(clause, events, '07 13:00')).toMatchObject([{ dueAt: at('08 12:00'), pausedMs: 7_200_000 }])
  })
})

describe('[T5] a budget that ends at the close', () => {
  it('is due at that close, or at the next opening where the clause says so', () => {
    expect(dueOf('PT4H', '07 13:00')).toBe(at('07 17:00'))
    expect(dueOf('PT4H', '07 13:00', { boundary: 'nextOpen' })).toBe(at('08 09:00'))
    expect(dueOf('PT4H', '10 13:00', { boundary: 'nextOpen' })).toBe(at('13 09:00'))
    expect(dueOf('PT4H', '07 12:00', { boundary: 'nextOpen' })).toBe(at('07 16:00'))
  })

  it('is so for the whole agreement, unless a clause says otherwise', () => {
    const due = (boundary?: 'close') =>
      evaluated(documentOf(boundary ? { boundary } : {}, { boundary: 'nextOpen' }), [happened('07 13:00 start')], '07 13:00')
        .obligations[0]?.dueAt
    expect(due()).toBe(at('08 09:00'))
    expect(due('close')).toBe(at('07 17:00'))
  })

  it('is met until the next opening under nextOpen', () => {
    const events = [happened('07 13:00 start'), happened('08 09:00 stop')]
    expect(told({ boundary: 'nextOpen' }, events, '09 09:00')).toMatchObject([{ status: 'met', usedMs: 4 * 3_600_000 }])
    expect(told({}, events, '09 09:00')).toMatchObject([{ status: 'metLate', breachedAt: at('07 17:00') }])
  })
})

describe('a due instant that cannot be told', () => {
  const within = { dueFrom: { fact: 'lead', path: '$.respondBy' } } as const

  it.each([[undefined], [null], ['soon'], ['2026-04-08T12:00:00'], [{}], [true]])(
    'because a fact says %j, is null, never breached, and found',
    (respondBy) => {
      const events = [happened('07 08:00 lead.created', { respondBy }), happened('07 09:00 start')]
      const { obligations, findings } = evaluated(documentOf({ within }), events, '29 09:00')
      expect(obligations).toMatchObject([{ status: 'open', dueAt: null, breachedAt: null }])
      expect(findings).toMatchObject([{ code: 'missing-due', lead: 'L', clause: 'reply' }])
    },
  )

  it('because the calendar has no such time left, is null and found, and stops no run', () => {
    const once = { timeZone: 'UTC', week: {}, overrides: { '2026-04-07': ['09:00-12:00'] } }
    const document = documentOf({}, { calendars: { office: once } })
    const { obligations, findings } = evaluated(document, [happened('07 09:00 start')], '29 09:00')
    expect(obligations).toMatchObject([{ status: 'open', dueAt: null, usedMs: 3 * 3_600_000 }])
    expect(findings.map(({ code }) => code)).toEqual(['missing-due'])
  })

  it.each<[Within]>([
    ['PT4H'],
    [{ businessDays: 2 }],
    [{ endOfBusinessDay: 1 }],
    [{ dueFrom: { fact: 'event', path: '$.at' } }],
    ['P3000000D'],
  ])('because time itself ends before %j does, stops no run', (within) => {
    const atTheEnd = { lead: 'L', type: 'start', at: '9999-12-31T23:00:00Z' }
    expect(told({ within }, [atTheEnd, happened('07 09:00 start', {}, { lead: 'M' })], '07 09:00')).toHaveLength(1)
  })

  it('is no matter once the clock is stopped', () => {
    const events = [happened('07 09:00 start'), happened('07 10:00 stop')]
    const { obligations, findings } = evaluated(documentOf({ within }), events, '29 09:00')
    expect(obligations).toMatchObject([{ status: 'met', dueAt: null, usedMs: 3_600_000 }])
    expect(findings).toEqual([])
  })
})
