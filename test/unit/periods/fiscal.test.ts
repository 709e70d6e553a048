import { describe, expect, it } from 'vitest'
import { zoneOf } from '../../../src/clock/zone.ts'
import type { AgreementDocument, PeriodLength } from '../../../src/index.ts'
import { Periods } from '../../../src/periods/period.ts'
import { documentOf, happened, resultsOf } from './one-period-clause.ts'

const volume = (per: PeriodLength, more: Partial<AgreementDocument>) =>
  documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per, target: 1, clock: 'always' }, more)
const keys = (per: PeriodLength, more: Partial<AgreementDocument>, asOf = '2026-05-07') =>
  resultsOf(volume(per, more), [], asOf).map(({ key, from }) => [key.replace('it/', ''), from.slice(0, 10)])

describe('the periods of a fiscal year [P1]', () => {
  const uk = { fiscalYear: { startsOn: '04-06' }, effective: { from: '2026-02-01' } }

  it('begin on its own day, and say so in their names', () => {
    expect(keys('fiscalYear', uk)).toEqual([
      ['FY2026', '2025-04-06'],
      ['FY2027', '2026-04-06'],
    ])
    expect(keys('fiscalQuarter', uk)).toEqual([
      ['FY2026-Q4', '2026-01-06'],
      ['FY2027-Q1', '2026-04-06'],
    ])
    expect(keys('fiscalMonth', uk)).toEqual([
      ['FY2026-M10', '2026-01-06'],
      ['FY2026-M11', '2026-02-06'],
      ['FY2026-M12', '2026-03-06'],
      ['FY2027-M01', '2026-04-06'],
      ['FY2027-M02', '2026-05-06'],
    ])
  })

  it('are named after the civil year in which the fiscal year starts, where that is agreed', () => {
    expect(keys('fiscalQuarter', { ...uk, fiscalYear: { startsOn: '04-06', named: 'start' } })).toEqual([
      ['FY2025-Q4', '2026-01-06'],
      ['FY2026-Q1', '2026-04-06'],
    ])
  })

  it('are the civil ones where it begins on 1 January', () => {
    expect(keys('fiscalQuarter', { fiscalYear: { startsOn: '01-01' } })).toEqual([['FY2026-Q2', '2026-04-01']])
  })

  it('hold what happens from their first instant to that of the next', () => {
    const events = [happened('A 2026-04-05 23:59 call'), happened('B 2026-04-06 00:00 call')]
    expect(resultsOf(volume('fiscalMonth', uk), events, '2026-04-07').map(({ actual }) => actual)).toEqual([0, 0, 1, 1])
  })

  it.each(['01-01', '02-28', '04-06', '10-01', '12-28'])('tile the years where it starts on %s', (startsOn) => {
    const [month, day] = startsOn.split('-').map(Number) as [number, number]
    for (const length of ['fiscalMonth', 'fiscalQuarter', 'fiscalYear'] as const) {
      const periods = new Periods(zoneOf('Europe/Berlin'), length, { month, day, namedAfter: 0 })
      const first = periods.numberAt(Date.UTC(1999, 5, 1))
      const names = new Set<string>()
      for (let number = first; number < first + 60; number++) {
        const [from, to] = [periods.from(number), periods.from(number + 1)]
        expect([periods.numberAt(from), periods.numberAt(to - 1), to > from]).toEqual([number, number, true])
        names.add(periods.name(number))
      }
      expect(names.size).toBe(60)
    }
  })
})
