/**
 * That a look-up is one: whatever the instant and however long the timeline, an answer reads a few rows. Walking would give the
 * same answers, so the reads are counted.
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenRows } from '../../src/clock/open-rows.ts'
import { rowLength } from '../../src/clock/open-rows.ts'
import { parseCalendar } from '../../src/clock/parse-calendar.ts'
import { Timeline } from '../../src/clock/timeline.ts'
import { valueOf } from '../../src/errors.ts'
import { law } from './law.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Ten years in UTC, Monday to Friday, which are some 2,600 spans. */
const laid = (() => {
  let timeline: Timeline | undefined
  return (): Timeline => {
    if (!timeline) {
      const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']]))
      timeline = new Timeline(valueOf(parseCalendar({ timeZone: 'UTC', week })))
      timeline.cover(Date.UTC(2020, 5, 1))
      timeline.cover(Date.UTC(2029, 5, 1))
    }
    return timeline
  }
})()

/** The same timeline with the reads of its rows counted. */
function counted(): { timeline: OpenRows; reads: () => number } {
  let reads = 0
  const rows = new Proxy(laid().rows, {
    get(target, key) {
      reads++
      return target[Number(key)]
    },
  })
  return { timeline: Object.create(laid(), { rows: { value: rows } }), reads: () => reads }
}

const from = Date.UTC(2020, 0, 1)
const to = Date.UTC(2030, 0, 1)
const instant = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: from, max: to - 1 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 3652 }), fc.constantFrom(0, 9, 17), fc.integer({ min: -1, max: 1 }))
      .map(([day, hours, by]) => Math.min(Math.max(from + day * dayMs + hours * hourMs + by, from), to - 1)),
  },
  { weight: 1, arbitrary: fc.constantFrom(from, to - 1, from - 1, to, from + 0.5, Number.NaN) },
)
const isCovered = (at: number) => at >= from && at < to && Number.isInteger(at)

function rowOf(at: number): number {
  let row = 0
  while (Number(laid().rows[row + 1]) <= at) row += rowLength
  return row
}

const openBefore = (at: number) => Number(laid().rows[rowOf(at) + 2]) + Math.max(0, at - Number(laid().rows[rowOf(at)]))

describe('a look-up', () => {
  law('of an instant reads a few rows', instant, (at) => {
    fc.pre(isCovered(at))
    const { timeline, reads } = counted()
    expect(timeline.quickRow(at)).toBe(rowOf(at))
    expect(reads()).toBeLessThanOrEqual(4)
  })

  law('of an amount of open time reads a few rows', fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
    const { timeline, reads } = counted()
    const target = Math.round(share * laid().total)
    const row = timeline.rowOfSum(target)
    expect(Number(laid().rows[row + rowLength + 2])).toBeGreaterThanOrEqual(target)
    if (row > 0) expect(Number(laid().rows[row + 2])).toBeLessThan(target)
    expect(reads()).toBeLessThanOrEqual(4)
  })

  law(
    'adds whole amounts to whole instants that are laid down, and nothing else',
    fc.tuple(instant, fc.constantFrom(1, 8 * hourMs, 2000 * hourMs, 0, -1, 0.5, Number.NaN, 'all' as const, 'more' as const)),
    ([at, asked]) => {
      const left = laid().total - (isCovered(at) ? openBefore(at) : 0)
      const openMs = asked === 'all' ? left : asked === 'more' ? left + 1 : asked
      const isShort = isCovered(at) && openMs > 0 && Number.isInteger(openMs) && openMs <= left
      const due = laid().quickForward(at, openMs)
      expect(Number.isNaN(due)).toBe(!isShort)
      if (isShort) {
        const end = due === Number(laid().rows[laid().end - 2]) ? laid().total : openBefore(due)
        expect(end).toBe(openBefore(at) + openMs)
      }
    },
  )

  law('measures between whole instants that are laid down, and no others', fc.tuple(instant, instant), ([first, last]) => {
    const isShort = isCovered(first) && isCovered(last)
    expect(laid().quickBetween(first, last)).toBe(isShort ? openBefore(last) - openBefore(first) : Number.NaN)
    expect(laid().covers(first)).toBe(isCovered(first))
  })

  it('reads as much of ten years as of one', () => {
    expect(laid().end / rowLength).toBeGreaterThan(2_600)
    expect([laid().coveredFrom, laid().coveredTo]).toEqual([from, to])
  })
})
