/**
 * Why columns are answered fast: a run of instants in one gap or span is looked up once, and only what the timeline does not
 * hold goes the long way. The answers alone would not tell, because the long way is right too, so the look-ups are counted.
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betweenAll, forwardAll } from '../../src/clock/batch.ts'
import { type OpenRows, rowLength } from '../../src/clock/open-rows.ts'
import { parseCalendar } from '../../src/clock/parse-calendar.ts'
import { Timeline } from '../../src/clock/timeline.ts'
import { valueOf } from '../../src/errors.ts'
import { law } from './law.ts'

const hourMs = 3_600_000

/** 2026 in UTC, Monday to Friday; the year begins open or closed, and ends likewise. */
function yearOf(windows: readonly string[]): Timeline {
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, windows]))
  const timeline = new Timeline(valueOf(parseCalendar({ timeZone: 'UTC', week })))
  timeline.cover(Date.UTC(2026, 5, 1))
  return timeline
}

describe.each([
  ['that begin open', yearOf(['00:00-02:00', '09:00-12:00', '13:00-24:00'])],
  ['that begin closed', yearOf(['09:00-12:00', '13:00-17:00'])],
])('runs of a column in years %s', (_, timeline) => {
  const { rows, coveredFrom, coveredTo, total, end } = timeline

  const edges = [coveredFrom, ...[...rows.subarray(0, end)].filter((_, index) => index % rowLength < 2), coveredTo]
  const sums = [...rows.subarray(0, end + rowLength)].filter((_, index) => index % rowLength === 2)

  /** Where an instant lies, found by walking: the row of the span that ends after it. */
  function rowOf(at: number): number {
    let row = 0
    while (Number(rows[row + 1]) <= at) row += rowLength
    return row
  }

  /** The row of the first span by whose end so much time was open. */
  function dueRowOf(target: number): number {
    let row = 0
    while (Number(rows[row + rowLength + 2]) < target) row += rowLength
    return row
  }

  const openBefore = (at: number): number => {
    const row = rowOf(at)
    return Number(rows[row + 2]) + Math.max(0, at - Number(rows[row]))
  }

  const isCovered = (at: number) => at >= coveredFrom && at < coveredTo && Number.isInteger(at)

  function dueOf(at: number, openMs: number): number {
    const target = openBefore(at) + openMs
    const row = dueRowOf(target)
    return Number(rows[row]) + target - Number(rows[row + 2])
  }

  /** The timeline with its look-ups counted. */
  function counted(): { timeline: OpenRows; looked: { up: number; sums: number } } {
    const looked = { up: 0, sums: 0 }
    const counting = Object.create(timeline) as OpenRows
    counting.quickRow = (at) => {
      looked.up++
      return timeline.quickRow(at)
    }
    counting.rowOfSum = (target) => {
      looked.sums++
      return timeline.rowOfSum(target)
    }
    return { timeline: counting, looked }
  }

  /** Instants around a few edges, again and again; some lie between two milliseconds, and some are none. */
  const column = fc
    .record({
      hot: fc.array(fc.constantFrom(...edges), { minLength: 1, maxLength: 3 }),
      steps: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: -2, max: 2 }) },
          { weight: 3, arbitrary: fc.integer({ min: -70 * hourMs, max: 70 * hourMs }) },
          { weight: 1, arbitrary: fc.constantFrom(0.5, -0.5, 1.25, Number.NaN) },
        ),
        { minLength: 1, maxLength: 40 },
      ),
      lasting: fc.integer({ min: 1, max: 12 }),
      isSorted: fc.boolean(),
    })
    .map(({ hot, steps, lasting, isSorted }) => {
      const instants = steps.map((step, index) => Number(hot[Math.floor(index / lasting) % hot.length]) + step)
      return isSorted ? instants.sort((a, b) => a - b) : instants
    })

  /** What is added to the instants of a column: a plain amount, or as much as leads from one of them right to the end of a span. */
  const amount = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 * hourMs }).map((openMs) => () => openMs) },
    { weight: 1, arbitrary: fc.constantFrom(1, 2 * hourMs, 0, -1, 0.5, -hourMs, Number.NaN).map((openMs) => () => openMs) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.oneof(fc.constantFrom(...sums), fc.constant(total)), fc.integer({ min: -1, max: 1 }), fc.nat())
        .map(([sum, by, index]) => (from: readonly number[]) => {
          const at = Number(from[index % from.length])
          return sum + by - (isCovered(at) ? openBefore(at) : 0)
        }),
    },
  )

  const isWhole = (openMs: number) => openMs > 0 && Number.isInteger(openMs)
  const marker = -1

  law(
    'of one amount are looked up once each, and only what is not laid down goes the long way',
    fc.tuple(column, amount),
    ([from, amountOf]) => {
      const openMs = amountOf(from)
      const { timeline, looked } = counted()
      const long: number[] = []
      const out = new Float64Array(from.length)
      forwardAll(timeline, Float64Array.from(from), openMs, out, (at, asked) => {
        expect(asked).toBe(openMs)
        long.push(at)
        return marker
      })
      const isShort = (at: number) => isWhole(openMs) && isCovered(at) && rowOf(at) < end && openBefore(at) + openMs <= total
      expect([...out]).toEqual(from.map((at) => (isShort(at) ? dueOf(at, openMs) : marker)))
      expect(long).toEqual(from.filter((at) => !isShort(at)))
      // A run lasts while the instants stay in one gap or span and are due in one span.
      const keys = from.map((at, index) =>
        isShort(at) ? `${rowOf(at)} ${at < Number(rows[rowOf(at)])} ${dueRowOf(openBefore(at) + openMs)}` : `long ${index}`,
      )
      const runs = keys.filter((key, index) => key !== keys[index - 1] && !key.startsWith('long'))
      expect(looked.sums).toBe(runs.length)
    },
  )

  law(
    'of many amounts keep the span of the start and that of the answer',
    fc.tuple(column, fc.array(amount, { minLength: 1, maxLength: 40 }), fc.boolean()),
    ([from, drawn, isSteady]) => {
      const amounts = from.map((_, index) => drawn[isSteady ? 0 : index % drawn.length]?.(from) ?? Number.NaN)
      const { timeline, looked } = counted()
      const long: (readonly [number, number])[] = []
      const out = new Float64Array(from.length)
      forwardAll(timeline, Float64Array.from(from), Float64Array.from(amounts), out, (at, openMs) => {
        long.push([at, openMs])
        return marker
      })
      const isShort = (at: number, openMs: number) => isWhole(openMs) && isCovered(at) && openBefore(at) + openMs <= total
      const pairs = from.map((at, index) => [at, Number(amounts[index])] as const)
      expect([...out]).toEqual(pairs.map(([at, openMs]) => (isShort(at, openMs) ? dueOf(at, openMs) : marker)))
      expect(long).toEqual(pairs.filter(([at, openMs]) => !isShort(at, openMs)))
      let [row, due, ups, sums] = [-1, -1, 0, 0]
      for (const [at, openMs] of pairs) {
        const isSame =
          row >= 0 && at >= (row === 0 ? coveredFrom : Number(rows[row - 2])) && at < Math.min(Number(rows[row + 1]), coveredTo)
        if (!isSame && isCovered(at)) ups++
        if (!isShort(at, openMs)) {
          ;[row, due] = [-1, -1]
          continue
        }
        const target = openBefore(at) + openMs
        if (dueRowOf(target) !== due) sums++
        ;[row, due] = [rowOf(at), dueRowOf(target)]
      }
      expect(looked).toEqual({ up: ups, sums })
    },
  )

  it.each([
    ['at once', [coveredFrom], [1]],
    ['after what is no instant', [Number.NaN, coveredFrom], [1, 1]],
    ['after what is no amount', [coveredFrom, coveredFrom], [0.5, 1]],
    ['after more than there is', [coveredFrom, coveredFrom], [total + 1, 1]],
  ])('of the first millisecond of all is answered %s', (_title, from, amounts) => {
    const out = new Float64Array(from.length)
    forwardAll(timeline, Float64Array.from(from), Float64Array.from(amounts), out, () => marker)
    expect(out.at(-1)).toBe(dueOf(coveredFrom, 1))
  })

  law('of two instants are looked up once for each of the two', fc.tuple(column, column), ([first, second]) => {
    const from = first.slice(0, second.length)
    const to = second.slice(0, first.length)
    const { timeline, looked } = counted()
    const long: (readonly [number, number])[] = []
    const out = new Float64Array(from.length)
    betweenAll(timeline, Float64Array.from(from), Float64Array.from(to), out, (a, b) => {
      long.push([a, b])
      return marker
    })
    const pairs = from.map((at, index) => [at, Number(to[index])] as const)
    const isShort = ([a, b]: readonly [number, number]) => isCovered(a) && isCovered(b)
    expect([...out]).toEqual(pairs.map((pair) => (isShort(pair) ? openBefore(pair[1]) - openBefore(pair[0]) : marker)))
    expect(long).toEqual(pairs.filter((pair) => !isShort(pair)))
    const placeOf = (at: number) => `${rowOf(at)} ${at < Number(rows[rowOf(at)])}`
    const keys = pairs.map((pair, index) => (isShort(pair) ? `${placeOf(pair[0])} ${placeOf(pair[1])}` : `long ${index}`))
    const runs = keys.filter((key, index) => key !== keys[index - 1] && !key.startsWith('long'))
    expect(looked.up).toBe(2 * runs.length)
  })
})
