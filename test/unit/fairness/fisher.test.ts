import { describe, expect, test } from 'vitest'
import { fisherGreater, type Part } from '../../../src/fairness/fisher.ts'

/** The same by counting, in whole numbers of any size. */
function counted(own: Part, others: Part): number {
  const all = own.sample + others.sample
  const hits = own.hits + others.hits
  let ways = 0n
  for (let count = own.hits; count <= Math.min(hits, own.sample); count++)
    ways += choose(hits, count) * choose(all - hits, own.sample - count)
  return Number((ways * 10n ** 300n) / choose(all, own.sample)) / 1e300
}

function choose(all: number, chosen: number): bigint {
  if (chosen < 0 || chosen > all) return 0n
  let ways = 1n
  for (let index = 0; index < chosen; index++) ways = (ways * BigInt(all - index)) / BigInt(index + 1)
  return ways
}

describe("Fisher's exact test", () => {
  test('gives what counting gives', () => {
    for (const sample of [1, 5, 19, 20, 21, 60, 300]) {
      for (const other of [1, 20, 77, 400]) {
        for (const [a, b] of [
          [0, 0],
          [1, 0],
          [sample, 0],
          [sample, other],
          [Math.ceil(sample / 2), Math.floor(other / 3)],
        ] as const) {
          const [own, others] = [
            { hits: a, sample },
            { hits: b, sample: other },
          ]
          const exact = a === 0 ? 1 : counted(own, others)
          expect(Math.abs(fisherGreater(own, others) / exact - 1)).toBeLessThan(1e-9)
        }
      }
    }
  })
  test('gives the value of the textbook: three of four cups, and one of the other four', () => {
    expect(fisherGreater({ hits: 3, sample: 4 }, { hits: 1, sample: 4 })).toBeCloseTo(17 / 70, 12)
  })
  test('says nothing of empty groups', () => {
    expect([
      fisherGreater({ hits: 0, sample: 0 }, { hits: 3, sample: 4 }),
      fisherGreater({ hits: 3, sample: 4 }, { hits: 0, sample: 0 }),
    ]).toEqual([1, 1])
  })
  test('is fast for a million', () => {
    const p = fisherGreater({ hits: 100_400, sample: 500_000 }, { hits: 100_000, sample: 500_000 })
    expect(p).toBeGreaterThan(0.1)
    expect(p).toBeLessThan(0.2)
  })
})
