import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type BusinessClock, LeadSlaError } from '../../src/clock.ts'
import { hardZones, type Scenario, scenario } from '../arbitraries/calendar.ts'
import { dayMs } from '../oracle/zone-oracle.ts'
import { law, lawOf } from './clock-law.ts'

type Order = 'sorted' | 'reversed' | 'random' | 'near'

/** A scenario with a long column of instants: mostly in one year, some in years that are not laid down yet. */
interface Columns extends Scenario {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly amounts: Float64Array
  /** Where something stands that is no instant or no amount. */
  readonly garbage: readonly (readonly [row: number, value: number])[]
}

const length = 400
const far = 900 * dayMs

const columns: fc.Arbitrary<Columns> = fc
  .record({
    drawn: scenario(hardZones, true),
    steps: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length }),
    order: fc.constantFrom<Order>('sorted', 'reversed', 'random', 'near'),
    reach: fc.constantFrom(3_600_000, 30 * dayMs, 30 * dayMs, far),
    jumps: fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: -far, max: far })), { maxLength: 3 }),
    garbage: fc.array(fc.tuple(fc.nat(length - 1), fc.constantFrom(Number.NaN, 0.5, Number.POSITIVE_INFINITY, -8.64e15, 1e300)), {
      maxLength: 2,
    }),
  })
  .map(({ drawn, steps, order, reach, jumps, garbage }) => {
    const instants = steps.map((step) => Math.round(drawn.at + step * reach))
    for (const [row, apart] of jumps) instants[row] = drawn.at + apart
    if (order === 'sorted') instants.sort((a, b) => a - b)
    if (order === 'reversed') instants.sort((a, b) => b - a)
    const from = Float64Array.from(instants)
    const to = from.map((at, row) => (order === 'near' ? at + (row % 3) : (instants[(row * 7) % length] ?? at)))
    const amounts = from.map(
      (_, row) => (row % 17 === 0 ? 0 : row % 5 === 0 ? -drawn.moreMs : (drawn.openMs * (row % 7)) / 7) | 0,
    )
    return { ...drawn, starts: from, ends: to, amounts, garbage }
  })

/** Returns the column, or the code of the first refusal. */
function columnOf(call: () => Float64Array): number[] | string {
  try {
    return [...call()]
  } catch (error) {
    if (error instanceof LeadSlaError) return error.code
    throw error
  }
}

const oneByOne = (from: Float64Array, call: (at: number, row: number) => number) => columnOf(() => from.map(call))
const rowOf = (column: Float64Array, row: number) => column[row] ?? Number.NaN

describe('columns', () => {
  const columnLaw = (title: string, check: (clock: BusinessClock, drawn: Columns) => void) => lawOf(title, columns, check)

  columnLaw('of one amount are answered as one by one, sorted or not', (clock, { starts: from, openMs, moreMs }) => {
    for (const amount of [openMs, -moreMs, 0]) {
      expect(columnOf(() => clock.afterAll(from, amount))).toEqual(oneByOne(from, (at) => clock.after(at, amount)))
    }
  })

  columnLaw('of many amounts are answered as one by one', (clock, { starts: from, amounts }) => {
    const all = columnOf(() => clock.afterAll(from, amounts))
    expect(all).toEqual(oneByOne(from, (at, row) => clock.after(at, rowOf(amounts, row))))
  })

  columnLaw('of two instants are measured as one by one, whichever stands first', (clock, { starts: from, ends: to }) => {
    expect(columnOf(() => clock.betweenAll(from, to))).toEqual(oneByOne(from, (at, row) => clock.between(at, rowOf(to, row))))
    expect(columnOf(() => clock.betweenAll(to, from))).toEqual(oneByOne(to, (at, row) => clock.between(at, rowOf(from, row))))
  })

  columnLaw('with garbage in them are refused as one by one', (clock, { starts: from, ends: to, amounts, openMs, garbage }) => {
    for (const [row, value] of garbage) {
      const wrong = from.map((at, index) => (index === row ? value : at))
      const amiss = amounts.map((amount, index) => (index === row ? value : amount))
      expect(columnOf(() => clock.afterAll(wrong, openMs))).toEqual(oneByOne(wrong, (at) => clock.after(at, openMs)))
      expect(columnOf(() => clock.afterAll(from, amiss))).toEqual(oneByOne(from, (at, i) => clock.after(at, rowOf(amiss, i))))
      expect(columnOf(() => clock.betweenAll(wrong, to))).toEqual(oneByOne(wrong, (at, i) => clock.between(at, rowOf(to, i))))
      expect(columnOf(() => clock.betweenAll(to, wrong))).toEqual(oneByOne(to, (at, i) => clock.between(at, rowOf(wrong, i))))
    }
  })

  columnLaw('are written where they are told, also over what they are read from', (clock, { starts: from, ends: to, openMs }) => {
    const expected = columnOf(() => clock.betweenAll(from, to))
    const out = new Float64Array(length + 1).fill(-1)
    if (typeof expected === 'string') return
    expect(clock.betweenAll(from, to, out)).toBe(out)
    expect([...out]).toEqual([...expected, -1])
    const due = columnOf(() => clock.afterAll(from, openMs))
    const own = Float64Array.from(from)
    expect(columnOf(() => clock.afterAll(own, openMs, own))).toEqual(due)
  })

  law('of a cold clock are answered as of a warm one', (clock, drawn) => {
    const from = Float64Array.of(drawn.at, drawn.to, drawn.third, drawn.at)
    const until = Float64Array.of(drawn.to, drawn.third, drawn.at, drawn.at)
    const amounts = Float64Array.of(drawn.openMs, drawn.moreMs, 0, -drawn.openMs)
    const [measured, added] = [clock.betweenAll(from, until), clock.afterAll(from, amounts)]
    expect([...measured]).toEqual([...from].map((at, row) => clock.between(at, rowOf(until, row))))
    expect([...added]).toEqual([...from].map((at, row) => clock.after(at, rowOf(amounts, row))))
  })
})
