import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { logRanks } from '../../src/insight/statistics/log-rank.ts'
import { rankInterval } from '../../src/insight/statistics/order-interval.ts'
import { sortedRows } from '../../src/insight/statistics/sorted-rows.ts'
import { kaplanMeier, type SortedTimes, shareWithin, timeWithin } from '../../src/insight/statistics/survival.ts'
import { atMost, type Life, logRankByCounting, quantileByCounting, survivalByCounting } from '../oracle/survival-oracle.ts'
import { law } from './law.ts'

const amount = fc.oneof(fc.nat(12), fc.nat(5_000_000), fc.maxSafeNat())
const life = fc.record({ ms: fc.nat(15), isStopped: fc.boolean() })
const lives = fc.array(life, { maxLength: 40 })
const percent = fc.integer({ min: 1, max: 99 })

function sortedOf(all: readonly Life[]): SortedTimes {
  const inOrder = [...all].sort((a, b) => a.ms - b.ms)
  return { times: Float64Array.from(inOrder, ({ ms }) => ms), stops: Uint8Array.from(inOrder, (one) => (one.isStopped ? 1 : 0)) }
}

describe('rows by their amounts', () => {
  law('are in order, each once, and equal ones as they stand', fc.array(amount, { maxLength: 200 }), (amounts) => {
    const expected = amounts.map((_, row) => row).sort((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || a - b)
    const sorted = sortedRows(Float64Array.from(amounts))
    expect([...sorted.rows]).toEqual(expected)
    expect([...sorted.amounts]).toEqual(expected.map((row) => amounts[row]))
  })
})

describe('a survival curve', () => {
  law('is that of counting everybody anew, in whatever order the clocks come', lives, (all) => {
    const steps = kaplanMeier(
      all.map(({ ms }) => ms),
      all.map(({ isStopped }) => isStopped),
    )
    const expected = survivalByCounting(all)
    expect(steps.map(({ ms, atRisk, stopped }) => [ms, atRisk, stopped])).toEqual(
      expected.map(({ ms, atRisk, stopped }) => [ms, atRisk, stopped]),
    )
    for (const [index, { survival, standardError, interval }] of steps.entries()) {
      const step = expected[index]
      expect(survival).toBeCloseTo(step?.survival ?? -1, 10)
      expect(standardError).toBeCloseTo((step?.survival ?? 0) * Math.sqrt(step?.variance ?? 0), 10)
      if (interval === null) expect(survival).toBe(0)
      else expect(0 <= interval[0] && interval[0] <= survival && survival <= interval[1] && interval[1] <= 1).toBe(true)
    }
  })

  law('reaches a share when counting does', fc.tuple(lives, percent), ([all, share]) => {
    expect(timeWithin(sortedOf(all), share / 100).ms).toBe(quantileByCounting(all, share))
  })

  law('without open clocks is the sample itself', fc.tuple(fc.array(fc.nat(30), { minLength: 1 }), percent), ([times, share]) => {
    const sorted = sortedOf(times.map((ms) => ({ ms, isStopped: true })))
    const { ms, interval } = timeWithin({ ...sorted, stops: null }, share / 100)
    expect(ms).toBe(timeWithin(sorted, share / 100).ms)
    const within = times.filter((one) => ms !== null && one <= ms).length
    const before = times.filter((one) => ms !== null && one < ms).length
    expect(within * 100 >= share * times.length && before * 100 < share * times.length).toBe(true)
    expect(ms !== null && interval[0] <= ms && ms <= (interval[1] ?? ms)).toBe(true)
    expect(shareWithin(sorted, ms ?? 0)?.share).toBeCloseTo(within / times.length, 12)
  })

  law('gives a share back that its time reaches', fc.tuple(lives, percent), ([all, share]) => {
    const sorted = sortedOf(all)
    const { ms } = timeWithin(sorted, share / 100)
    if (ms === null) return
    const kept = shareWithin(sorted, ms)
    expect(kept === null ? 0 : kept.share).toBeGreaterThanOrEqual(share / 100 - 1e-9)
    if (kept) expect(kept.interval[0] <= kept.share + 1e-12 && kept.share - 1e-12 <= kept.interval[1]).toBe(true)
  })

  law(
    'never says that clocks are faster for one that is open longer',
    fc.tuple(lives, fc.nat(20), percent),
    ([all, more, share]) => {
      const [without, withMore] = [all, [...all, { ms: 100 + more, isStopped: false }]].map(
        (each) => timeWithin(sortedOf(each), share / 100).ms ?? Number.POSITIVE_INFINITY,
      )
      expect(withMore).toBeGreaterThanOrEqual(without ?? 0)
    },
  )
})

describe('the ranks around a quantile', () => {
  law(
    'leave out at most 2.5 % on either side, and one rank less would leave out more',
    fc.tuple(fc.integer({ min: 1, max: 150 }), percent),
    ([sample, share]) => {
      const { low, high } = rankInterval(sample, share / 100)
      expect(atMost(sample, share, low - 1)).toBeLessThanOrEqual(0.025)
      expect(atMost(sample, share, low)).toBeGreaterThan(0.025)
      const above = (rank: number) => 1 - atMost(sample, share, rank - 1)
      if (high !== null) expect(above(high)).toBeLessThanOrEqual(0.025 + 1e-12)
      expect(above((high ?? sample + 1) - 1)).toBeGreaterThan(0.025)
    },
  )
})

describe('a log-rank test', () => {
  law(
    'of many segments at once is that of each against all others',
    fc.array(fc.tuple(life, fc.nat(3)), { maxLength: 40 }),
    (all) => {
      const inOrder = [...all].sort(([a], [b]) => a.ms - b.ms)
      const codes = Int32Array.from(inOrder, ([, code]) => code)
      const found = logRanks(sortedOf(inOrder.map(([each]) => each)), codes, 4)
      for (const [code, { stopped, expected, variance }] of found.entries()) {
        const of = (isOwn: boolean) => all.filter(([, each]) => (each === code) === isOwn).map(([each]) => each)
        const { o, e, v } = logRankByCounting(of(true), of(false))
        expect(stopped).toBe(o)
        expect(expected).toBeCloseTo(e, 9)
        expect(variance).toBeCloseTo(v, 9)
      }
    },
  )
})
