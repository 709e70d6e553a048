import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intersect, measure, type Span, subtract, union } from '../../../src/time/span.ts'

const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
const list = fc.array(span, { maxLength: 8 })
const has = (spans: readonly Span[], at: number) => spans.some(([from, to]) => from <= at && at < to)
const points = Array.from({ length: 41 }, (_, at) => at)

function isNormal(spans: readonly Span[]): boolean {
  return spans.every(([from, to], index) => from < to && (index === 0 || from > (spans[index - 1] as Span)[1]))
}

/** Both lists as sets of points: what every operation must agree with. */
function agrees(result: readonly Span[], holds: (at: number) => boolean): void {
  expect(isNormal(result)).toBe(true)
  expect(points.filter((at) => has(result, at))).toEqual(points.filter(holds))
}

describe('[T2] [T4] the algebra of half-open spans', () => {
  it('a union holds what some list holds, sorted, apart and without empty spans', () => {
    fc.assert(fc.property(list, list, (a, b) => agrees(union(a, b), (at) => has(a, at) || has(b, at))))
  })

  it('an intersection holds what both lists hold', () => {
    fc.assert(fc.property(list, list, (a, b) => agrees(intersect(union(a), union(b)), (at) => has(a, at) && has(b, at))))
  })

  it('a subtraction holds what the first list holds and the second does not', () => {
    fc.assert(fc.property(list, list, (a, b) => agrees(subtract(union(a), union(b)), (at) => has(a, at) && !has(b, at))))
  })

  it('the measures add up', () => {
    fc.assert(
      fc.property(list, list, (drawnA, drawnB) => {
        const [a, b] = [union(drawnA), union(drawnB)]
        expect(measure(union(a, b)) + measure(intersect(a, b))).toBe(measure(a) + measure(b))
        expect(measure(subtract(a, b)) + measure(intersect(a, b))).toBe(measure(a))
        expect(measure(a)).toBe(points.filter((at) => has(a, at)).length)
      }),
    )
  })

  it('touching spans merge, and empty and inverted ones are dropped', () => {
    expect(
      union(
        [
          [1, 2],
          [2, 3],
        ],
        [
          [5, 5],
          [9, 7],
        ],
      ),
    ).toEqual([[1, 3]])
    expect(union()).toEqual([])
  })

  it('what goes in is not changed', () => {
    const frozen = (spans: Span[]) => Object.freeze(spans.map((one) => Object.freeze(one)))
    fc.assert(
      fc.property(list, list, (a, b) => {
        union(frozen(a), frozen(b))
        intersect(frozen(union(a)), frozen(union(b)))
        subtract(frozen(union(a)), frozen(union(b)))
      }),
    )
  })
})
