import { describe, expect, it } from 'vitest'
import type { AgreementDocument, PeriodLength } from '../../../src/index.ts'
import { documentOf, happened, resultsOf, seen } from './one-period-clause.ts'

const calls = (per: PeriodLength, more: Partial<AgreementDocument> = {}) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per, target: 1 }, more)
const berlin = { timeZone: 'Europe/Berlin', calendars: {} }

describe('a period [P1]', () => {
  it('is a civil month of the agreement, half-open, whatever its clocks do', () => {
    const results = resultsOf(calls('month', { ...berlin, effective: { from: '2026-03-01' } }), [], '2026-04-07')
    expect(results.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['it/2026-03', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
      ['it/2026-04', '2026-03-31T22:00:00.000Z', '2026-04-30T22:00:00.000Z'],
    ])
  })

  it('is a quarter, a year, or the ISO week that may begin in the year before', () => {
    const first = (per: PeriodLength) =>
      resultsOf(calls(per, { effective: { from: '2026-01-01' } }), [], '2026-02-01').map(({ key, from, to }) => [
        key,
        from,
        to,
      ])[0]
    expect(first('quarter')).toEqual(['it/2026-Q1', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
    expect(first('year')).toEqual(['it/2026', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'])
    expect(first('week')).toEqual(['it/2026-W01', '2025-12-29T00:00:00.000Z', '2026-01-05T00:00:00.000Z'])
  })

  it('of a year with 53 weeks has a 53rd', () => {
    const weeks = resultsOf(calls('week', { effective: { from: '2026-12-21' } }), [], '2027-01-05').map(({ key }) => key)
    expect(weeks).toEqual(['it/2026-W52', 'it/2026-W53', 'it/2027-W01'])
  })

  it('holds what happens at its first instant and not what happens at the first of the next', () => {
    const document = calls('month', berlin)
    const events = [happened('A 2026-04-30 21:59 call'), happened('B 2026-04-30 22:00 call')]
    expect(seen(document, events, '2026-05-02')).toEqual({ '2026-04': [1, 'met'], '2026-05': [1, 'met'] })
  })

  it('has begun where clocks that go back over its midnight read the old date again', () => {
    // Newfoundland's clocks went back from 00:01 to 23:01 as November 2009 began.
    const document = calls('month', { timeZone: 'America/St_Johns', calendars: {}, effective: { from: '2009-10-01' } })
    const events = [happened('A 2009-11-01 02:29 call'), happened('B 2009-11-01 02:31 call'), happened('C 2009-11-01 03:00 call')]
    const [october, november] = resultsOf(document, events, '2009-11-02')
    expect(october).toMatchObject({ to: '2009-11-01T02:30:00.000Z', actual: 1 })
    expect(november).toMatchObject({ from: '2009-11-01T02:30:00.000Z', actual: 2 })
  })
})

describe('the periods of a result', () => {
  const document = (effective?: AgreementDocument['effective']): AgreementDocument => {
    const { effective: _, ...rest } = calls('month')
    return effective ? { ...rest, effective } : rest
  }

  it('go from the one in which the agreement begins to the one that holds asOf, also where nothing happened', () => {
    expect(seen(document({ from: '2026-02-01' }), [happened('A 2026-03-02 10:00 call')], '2026-04-30')).toEqual({
      '2026-02': [0, 'missed'],
      '2026-03': [1, 'met'],
      '2026-04': [0, 'behind'],
    })
  })

  it('begin with the first event of any kind where the agreement names no beginning', () => {
    const events = [happened('A 2026-03-02 10:00 email'), happened('B 2026-04-02 10:00 call')]
    expect(Object.keys(seen(document(), events, '2026-04-30'))).toEqual(['2026-03', '2026-04'])
    expect(seen(document(), [], '2026-04-01')).toEqual({ '2026-04': [0, 'onTrack'] })
  })

  it('end with the agreement, and there are none before it begins', () => {
    const limited = document({ from: '2026-02-01', to: '2026-04-01' })
    expect(seen(limited, [happened('A 2026-04-02 10:00 call')], '2026-06-30')).toEqual({
      '2026-02': [0, 'missed'],
      '2026-03': [0, 'missed'],
    })
    expect(seen(limited, [happened('A 2026-01-02 10:00 call')], '2026-01-30')).toEqual({})
  })

  it('hold nothing that happened before the agreement began or after it ended [C11]', () => {
    const limited = document({ from: '2026-04-10', to: '2026-04-20' })
    const events = ['09', '10', '19', '20'].map((day) => happened(`L${day} 2026-04-${day} 10:00 call`))
    expect(seen(limited, events, '2026-05-30', ['actual'])).toEqual({ '2026-04': [2] })
  })
})
