/** What the clock costs beside a day loop on temporal-polyfill, and how its cost grows with the span. */

import { Temporal } from 'temporal-polyfill'
import { businessClock } from '../../src/clock.ts'
import type { BenchRow } from './row.ts'

const timeZone = 'Europe/Berlin'
const hours = ['09:00-17:00']
const holidays = ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26', '12-31'].map(
  (date) => `2026-${date}`,
)
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const fromMs = Date.UTC(2026, 0, 1)

/** Mon–Fri 9–17 by stepping days, as one writes it without a library. */
const closed = new Set(holidays)
const opensOn = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && !closed.has(date.toString())
const epochMs = (date: Temporal.PlainDate, time: string) => date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
const dateAt = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate()

function loopIsOpen(ms: number): boolean {
  const moment = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  return moment.hour >= 9 && moment.hour < 17 && opensOn(moment.toPlainDate())
}

function loopAfter(ms: number, openMs: number): number {
  let leftMs = openMs
  for (let date = dateAt(ms); ; date = date.add({ days: 1 })) {
    if (!opensOn(date)) continue
    const openAt = Math.max(ms, epochMs(date, '09:00'))
    const restMs = Math.max(0, epochMs(date, '17:00') - openAt)
    if (leftMs <= restMs) return openAt + leftMs
    leftMs -= restMs
  }
}

function loopBetween(from: number, to: number): number {
  const last = dateAt(to)
  let sumMs = 0
  for (let date = dateAt(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (!opensOn(date)) continue
    sumMs += Math.max(0, Math.min(to, epochMs(date, '17:00')) - Math.max(from, epochMs(date, '09:00')))
  }
  return sumMs
}

/** A generator of our own, so that a run can be repeated. */
function randomInstants(count: number): Float64Array {
  let state = 20_260_407
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return fromMs + Math.floor((state / 2 ** 32) * 300 * dayMs)
  })
}

const rounds = 7
const roundMs = 25
const instants = randomInstants(4_096)
let consumed = 0

/** Returns the milliseconds that so many calls take. Results are summed, so that no call can be left out. */
function elapsed(call: (ms: number) => number, calls: number): number {
  const start = performance.now()
  for (let index = 0; index < calls; index++) consumed += call(instants[index & 4_095] as number)
  return performance.now() - start
}

/** Returns the nanoseconds of a call, the best of several rounds of equal length. */
function cost(call: (ms: number) => number): number {
  let calls = 1
  while (elapsed(call, calls) < roundMs) calls *= 2
  return Math.min(...Array.from({ length: rounds }, () => elapsed(call, calls))) * (1e6 / calls)
}

const time = (ns: number) =>
  ns < 1_000 ? `${ns.toFixed(0)} ns` : ns < 1e6 ? `${(ns / 1_000).toFixed(1)} µs` : `${(ns / 1e6).toFixed(1)} ms`

/** Returns how the clock compares. Takes some five seconds. */
export async function benchClock(): Promise<BenchRow[]> {
  const clock = businessClock({ timeZone, week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }, holidays })
  clock.between(fromMs, fromMs + 12 * 366 * dayMs)
  type Call = (ms: number) => number
  const pairs: [name: string, atLeast: number, ours: Call, loop: Call][] = [
    ['isOpen', 50, (ms) => Number(clock.isOpen(ms)), (ms) => Number(loopIsOpen(ms))],
    ['after 4 h', 50, (ms) => clock.after(ms, 4 * hourMs), (ms) => loopAfter(ms, 4 * hourMs)],
    ['after 2000 h', 5_000, (ms) => clock.after(ms, 2_000 * hourMs), (ms) => loopAfter(ms, 2_000 * hourMs)],
    ['between over 1 day', 50, (ms) => clock.between(ms, ms + dayMs), (ms) => loopBetween(ms, ms + dayMs)],
    ['between over 1 year', 5_000, (ms) => clock.between(ms, ms + 365 * dayMs), (ms) => loopBetween(ms, ms + 365 * dayMs)],
  ]
  const rows = pairs.map(([name, atLeast, ours, loop]): BenchRow => {
    for (const ms of instants.subarray(0, 50))
      if (ours(ms) !== loop(ms)) throw new Error(`${name} of ${ms} differs from the day loop`)
    const [oursNs, loopNs] = [cost(ours), cost(loop)]
    return {
      name: `clock: ${name}, day loop / ours`,
      ratio: loopNs / oursNs,
      atLeast,
      notes: `${time(oursNs)} against ${time(loopNs)}`,
    }
  })
  const growth: [name: string, short: Call, long: Call][] = [
    ['between', (ms) => clock.between(ms, ms + dayMs), (ms) => clock.between(ms, ms + 3_650 * dayMs)],
    ['after', (ms) => clock.after(ms, 8 * hourMs), (ms) => clock.after(ms, 20_000 * hourMs)],
  ]
  for (const [name, short, long] of growth) {
    const [shortNs, longNs] = [cost(short), cost(long)]
    rows.push({
      name: `clock: ${name}, 10 years / 1 day`,
      ratio: longNs / shortNs,
      notes: `${time(shortNs)} and ${time(longNs)}`,
    })
  }
  if (!(consumed > 0)) throw new Error('nothing was measured')
  return rows
}
