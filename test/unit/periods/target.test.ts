import { describe, expect, it } from 'vitest'
import type { AgreementDocument, VolumeClauseDocument } from '../../../src/index.ts'
import { documentOf, happened, office, resultsOf, seen } from './one-period-clause.ts'

const volume = (clause: Partial<VolumeClauseDocument>, more: Partial<AgreementDocument> = {}) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per: 'month', target: 22, ...clause }, more)
const calls = (month: string, leads: number) =>
  Array.from({ length: leads }, (_, n) => happened(`L${n} 2026-${month}-01 08:00 call`))

describe('a target that changes [P6]', () => {
  // April 2026 has 22 business days: ten before the 15th, and twelve from then on.
  const target = [{ target: 22 }, { from: '2026-04-15', target: 44 }]

  it('inside a period is owed by business days, and the result says so', () => {
    const [april, may] = resultsOf(volume({ target }), [], '2026-05-02')
    expect(april).toMatchObject({
      target: (22 * 10 + 44 * 12) / 22,
      parts: [
        { from: '2026-04-01', target: 22, businessDays: 10, of: 22 },
        { from: '2026-04-15', target: 44, businessDays: 12, of: 22 },
      ],
    })
    expect(may).toMatchObject({ target: 44, parts: null })
  })

  it('is expected at its own pace before the change and after it', () => {
    const expected = (day: string) => resultsOf(volume({ target }), [], `2026-04-${day}`)[0]?.expectedToDate
    expect([expected('02'), expected('15'), expected('16')]).toEqual([1, 10, 12])
  })

  it('may change twice inside a period, and on its first day', () => {
    const twice = volume({ target: [...target, { from: '2026-04-29', target: 0 }, { from: '2026-05-01', target: 7 }] })
    const [april, may] = resultsOf(twice, [], '2026-05-02')
    expect([april?.target, april?.parts?.map(({ businessDays }) => businessDays)]).toEqual([
      (22 * 10 + 44 * 10) / 22,
      [10, 10, 2],
    ])
    expect(may).toMatchObject({ target: 7, parts: null })
  })

  it('begins with the agreement, where that begins inside the period', () => {
    const [april] = resultsOf(volume({ target }, { effective: { from: '2026-04-14' } }), [], '2026-05-02')
    expect(april?.parts?.map(({ from, businessDays }) => [from, businessDays])).toEqual([
      ['2026-04-14', 1],
      ['2026-04-15', 12],
    ])
    expect(april?.target).toBe((22 + 44 * 12) / 22)
  })

  it('in a period without a business day is the one of its last day', () => {
    const calendars = { office: { timeZone: 'UTC', week: { mon: ['09:00-17:00'] }, holidays: ['2026-04-06'] } }
    const week = volume(
      { per: 'week', target: [{ target: 3 }, { from: '2026-04-08', target: 5 }] },
      { calendars, effective: { from: '2026-04-06' } },
    )
    expect(resultsOf(week, [], '2026-04-14')[0]).toMatchObject({ target: 5, parts: [{ of: 0 }, { of: 0 }] })
  })

  it('where the holidays are not known yet is the one of the last day, without parts', () => {
    const calendars = { office: { ...office, holidays: [{ years: [2026, 2026] as const, dates: [] }] } }
    const week = volume(
      { per: 'week', target: [{ target: 3 }, { from: '2026-12-30', target: 5 }] },
      { calendars, effective: { from: '2026-12-28' } },
    )
    expect(resultsOf(week, [], '2026-12-29')[0]).toMatchObject({ target: 5, parts: null, expectedToDate: null })
  })
})

describe('what is carried over', () => {
  const members = ['target', 'carried', 'actual', 'status'] as const
  const both = { shortfall: true, surplus: true }

  it('is what was missing, and owed in the next period as well', () => {
    const events = [...calls('04', 20), ...calls('05', 24)]
    expect(seen(volume({ carryOver: { shortfall: true } }), events, '2026-06-01', members)).toEqual({
      '2026-04': [22, 0, 20, 'missed'],
      '2026-05': [24, 2, 24, 'met'],
      '2026-06': [22, 0, 0, 'onTrack'],
    })
  })

  it('is what was more than owed, and need not be done again', () => {
    const events = [...calls('04', 30), ...calls('05', 14)]
    expect(seen(volume({ carryOver: { surplus: true } }), events, '2026-06-01', members)).toMatchObject({
      '2026-04': [22, 0, 30, 'met'],
      '2026-05': [14, -8, 14, 'met'],
      '2026-06': [22, 0, 0, 'onTrack'],
    })
  })

  it('is at most the cap, either way', () => {
    const events = [...calls('04', 30), ...calls('05', 1)]
    expect(seen(volume({ carryOver: { ...both, cap: 5 } }), events, '2026-06-01', members)).toMatchObject({
      '2026-05': [17, -5, 1, 'missed'],
      '2026-06': [27, 5, 0, 'onTrack'],
    })
  })

  it('goes on to later periods where it is more than one of them owes', () => {
    const events = calls('04', 70)
    expect(seen(volume({ carryOver: both }), events, '2026-07-01', members)).toMatchObject({
      '2026-05': [0, -48, 0, 'met'],
      '2026-06': [0, -26, 0, 'met'],
      '2026-07': [18, -4, 0, 'onTrack'],
    })
  })

  it('is expected at the pace of the period', () => {
    const events = calls('04', 0)
    // May 2026 has 21 business days, one of which is over: a third of a hundred is carried, as a part of its own target.
    const [, may] = resultsOf(volume({ target: 21, carryOver: { shortfall: true } }), events, '2026-05-02')
    expect(may).toMatchObject({ target: 42, carried: 21, expectedToDate: 2 })
  })

  it('is nothing where none is agreed', () => {
    expect(resultsOf(volume({}), [], '2026-05-02')[1]).toMatchObject({ target: 22, carried: null })
  })
})
