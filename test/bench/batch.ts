/** What `afterAll` and `betweenAll` save over a loop of our own `after` and `between`, on a million sorted instants. */
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { berlin, randomInstants, yearFromMs } from './berlin.ts'
import type { BenchRow } from './row.ts'
import { costs, dayMs, hourMs, type Loop, madeOf, time } from './stopwatch.ts'

const count = 1_000_000

/** One way with whole columns and the same one by one. */
interface Ways {
  readonly name: string
  readonly all: string
  readonly each: string
  readonly atLeast?: number
}

const afterwards: Ways = {
  name: 'afterAll',
  all: `clock.afterAll(from, ${4 * hourMs}, out)`,
  each: `clock.after(from[i], ${4 * hourMs})`,
  atLeast: 2,
}
const measuring: Ways = {
  name: 'betweenAll',
  all: 'clock.betweenAll(from, to, out)',
  each: 'clock.between(from[i], to[i])',
  atLeast: 2,
}

/** Returns rows over the instants of a year and over those of ten years, and one without a bound for ends in no order. */
export function benchBatch(): BenchRow[] {
  const clock = businessClock(berlin)
  clock.between(yearFromMs, yearFromMs + 12 * 366 * dayMs)
  return [1, 10].flatMap((years) => {
    const from = randomInstants(count, yearFromMs, years * 365 * dayMs).sort()
    const sorted = from.map((at) => at + 26 * hourMs)
    const unsorted = from.map((at, index) => at + (1 + (index % 72)) * hourMs)
    const where = `in ${years} ${years === 1 ? 'year' : 'years'}`
    const { atLeast: _, ...unbounded } = measuring
    return [
      measure(clock, from, sorted, { ...afterwards, name: `afterAll ${where}` }),
      measure(clock, from, sorted, { ...measuring, name: `betweenAll ${where}` }),
      measure(clock, from, unsorted, { ...unbounded, name: `betweenAll ${where}, ends in no order` }),
    ]
  })
}

function measure(clock: BusinessClock, from: Float64Array, to: Float64Array, { name, all, each, atLeast }: Ways): BenchRow {
  const outs = [new Float64Array(count), new Float64Array(count)] as const
  const loops = [
    passesOf(clock, from, to, outs[0], all),
    passesOf(clock, from, to, outs[1], `for (let i = 0; i < from.length; i++) out[i] = ${each}`),
  ] as const
  for (const loop of loops) loop(1)
  if (outs[0].some((value, index) => value !== outs[1][index])) throw new Error(`${name} differs from one by one`)
  const [allNs, eachNs] = costs(...loops)
  return {
    name: `clock: ${name}, one by one / ours`,
    ratio: eachNs / allNs,
    ...(atLeast === undefined ? {} : { atLeast }),
    notes: `${time(allNs / count)} to ${time(eachNs / count)} an instant, ${count / 1e6} million`,
  }
}

/** Returns a loop whose call is one pass over all instants. */
function passesOf(clock: BusinessClock, from: Float64Array, to: Float64Array, out: Float64Array, text: string): Loop {
  const pass = madeOf<() => void>({ clock, from, to, out }, `() => { ${text} }`)
  return (times) => {
    for (let left = times; left > 0; left--) pass()
    return out[count - 1] as number
  }
}
