/** Against what has been published, and against what a library that many use says. */
import { binomialDistribution, quantileSorted } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { twoSided } from '../../../src/insight/statistics/chance.ts'
import { logRanks } from '../../../src/insight/statistics/log-rank.ts'
import { rankInterval } from '../../../src/insight/statistics/order-interval.ts'
import { sortedRows } from '../../../src/insight/statistics/sorted-rows.ts'
import { kaplanMeier, shareWithin, timeWithin } from '../../../src/insight/statistics/survival.ts'

/** Weeks of remission of 42 children with leukaemia: Freireich et al., Blood 21 (1963), as in every textbook. `+` was still going. */
const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'.split(' ')
const control = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'.split(' ')
const timesOf = (weeks: readonly string[]) => weeks.map((week) => Number.parseInt(week, 10))
const stopsOf = (weeks: readonly string[]) => weeks.map((week) => (week.endsWith('+') ? 0 : 1))
const sortedTreated = {
  times: Float64Array.from(timesOf(treated)),
  stops: Uint8Array.from([1, 1, 1, 0, ...stopsOf(treated).slice(4)]),
}

describe('the published remission times', () => {
  // Kleinbaum and Klein, Survival Analysis, chapter 2; the intervals as Stata lists them for the same data.
  test('have the published survival, standard error and interval', () => {
    const steps = kaplanMeier(timesOf(treated), stopsOf(treated))
    const rows = steps.map(({ ms, atRisk, stopped, survival, standardError, interval }) =>
      [ms, atRisk, stopped, ...[survival, standardError, ...(interval ?? [])].map((each) => each.toFixed(4))].join(' '),
    )
    expect(rows).toEqual([
      '6 21 3 0.8571 0.0764 0.6197 0.9516',
      '7 17 1 0.8067 0.0869 0.5631 0.9228',
      '10 15 1 0.7529 0.0963 0.5032 0.8894',
      '13 12 1 0.6902 0.1068 0.4316 0.8491',
      '16 11 1 0.6275 0.1141 0.3675 0.8049',
      '22 7 1 0.5378 0.1282 0.2678 0.7468',
      '23 6 1 0.4482 0.1346 0.1881 0.6801',
    ])
  })

  test('have the published medians: 23 weeks, from 13 on and without an upper end, and 8 between the 6th and the 16th', () => {
    expect(timeWithin(sortedTreated, 0.5)).toEqual({ share: 0.5, ms: 23, interval: [13, null], method: 'Kaplan–Meier, log-log' })
    const times = Float64Array.from(timesOf(control))
    expect(timeWithin({ times, stops: null }, 0.5)).toMatchObject({ ms: 8, interval: [4, 12] })
  })

  test('differ by the published log-rank statistic of 16.79', () => {
    const weeks = [...treated, ...control]
    const { rows, amounts } = sortedRows(Float64Array.from(timesOf(weeks)))
    const sorted = {
      times: amounts,
      stops: Uint8Array.from(rows, (row) => stopsOf(weeks)[row] ?? 0),
    }
    const codes = Int32Array.from(rows, (row) => (row < treated.length ? 0 : 1))
    const [own, other] = logRanks(sorted, codes, 2)
    expect([own?.stopped, own?.expected.toFixed(2), other?.stopped, other?.expected.toFixed(2)]).toEqual([
      9,
      '19.25',
      21,
      '10.75',
    ])
    expect(((own?.deviation ?? 0) ** 2).toFixed(2)).toBe('16.79')
    expect(own?.deviation).toBeCloseTo(-(other?.deviation ?? 0), 12)
  })

  test('say of a share what is known by then', () => {
    expect(shareWithin(sortedTreated, 5)).toMatchObject({ share: 0, method: 'Wilson' })
    expect(shareWithin(sortedTreated, 10)?.share).toBeCloseTo(1 - 0.7529, 4)
    expect(shareWithin(sortedTreated, 10)?.interval[0]).toBeCloseTo(1 - 0.8894, 4)
    expect(shareWithin({ times: new Float64Array(), stops: null }, 5)).toBeNull()
    expect(shareWithin({ times: Float64Array.of(3), stops: Uint8Array.of(0) }, 5)).toBeNull()
  })
})

describe('ranks around a quantile', () => {
  // The table of the sign test: Conover, Practical Nonparametric Statistics.
  test.each([
    [5, 0, null],
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
  ])('of a median of %i are %s and %s', (sample, low, high) => {
    expect(rankInterval(sample, 0.5)).toEqual({ low, high })
  })

  test('need 36 clocks before the 90 % quantile has an upper end', () => {
    expect([rankInterval(35, 0.9).high, rankInterval(36, 0.9).high]).toEqual([null, 36])
  })

  test('agree with the kept library, as far as its distribution reaches', () => {
    for (const [sample, share] of [
      [40, 0.9],
      [300, 0.5],
      [1000, 0.95],
      [5000, 0.75],
    ] as const) {
      const cells = binomialDistribution(sample, share) ?? []
      let [low, below] = [0, 0]
      while (below <= 0.025) below += cells[low++] ?? 1
      expect(rankInterval(sample, share).low).toBe(low - 1)
    }
  })

  test('of a million are found in the time of a thousand', () => {
    const { low, high } = rankInterval(1_000_000, 0.9)
    expect([Math.abs(low - 899_412) < 3, Math.abs((high ?? 0) - 900_589) < 3]).toEqual([true, true])
  })
})

describe('what the kept library defines', () => {
  test('an interpolated quantile is not a target: less than the share is within it', () => {
    const times = [10, 20, 30, 40]
    const interpolated = quantileSorted(times, 0.9)
    expect(interpolated).toBeCloseTo(37, 10)
    expect(times.filter((ms) => ms <= interpolated).length / times.length).toBe(0.75)
    expect(timeWithin({ times: Float64Array.from(times), stops: null }, 0.9).ms).toBe(40)
  })

  test('p-values are those of the tables, to seven digits', () => {
    const cases = [
      [0, 1],
      [1, 0.3173105078629141],
      [1.959963984540054, 0.05],
      [3, 0.0026997960632601866],
      [6, 1.9731752900753e-9],
    ] as const
    for (const [z, p] of cases) {
      expect(Math.abs(twoSided(z) - p)).toBeLessThan(2e-7 * Math.max(p, 1e-7) + 2e-15)
      expect(twoSided(-z)).toBe(twoSided(z))
    }
    expect(twoSided(40)).toBe(0)
  })
})
