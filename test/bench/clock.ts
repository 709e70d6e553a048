/** What the clock costs beside a day loop on temporal-polyfill, and how its cost grows with the span. */

import { Temporal } from 'temporal-polyfill'
import { businessClock } from '../../src/clock.ts'
import type { BenchRow } from './row.ts'

const hours = ['09:00-17:00']
const holidays = ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26', '12-31'].map(
  (date) => `2026-${date}`,
)
const calendar = { timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }, holidays }
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const fromMs = Date.UTC(2026, 0, 1)

/** The day loop: the same document, a day at a time, as one writes it on Temporal without a library. */
const closed = new Set(holidays)
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function windowsOn(date: Temporal.PlainDate): [open: number, close: number][] {
  if (closed.has(date.toString())) return []
  const week: Record<string, readonly string[]> = calendar.week
  const windows = week[weekdays[date.dayOfWeek - 1] ?? ''] ?? []
  return windows.map((window) => {
    const [open = '', close = ''] = window.split('-')
    return [epochMs(date, open), epochMs(date, close)]
  })
}

function epochMs(date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
}

function dateAt(ms: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
}

function loopIsOpen(ms: number): boolean {
  return windowsOn(dateAt(ms)).some(([open, close]) => ms >= open && ms < close)
}

function loopAfter(ms: number, openMs: number): number {
  let leftMs = openMs
  for (let date = dateAt(ms); ; date = date.add({ days: 1 })) {
    for (const [open, close] of windowsOn(date)) {
      const openAt = Math.max(ms, open)
      const restMs = Math.max(0, close - openAt)
      if (leftMs <= restMs) return openAt + leftMs
      leftMs -= restMs
    }
  }
}

function loopBetween(from: number, to: number): number {
  const last = dateAt(to)
  let sumMs = 0
  for (let date = dateAt(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const [open, close] of windowsOn(date)) sumMs += Math.max(0, Math.min(to, close) - Math.max(from, open))
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

/** Runs a call over the first `count` instants, again and again; the loop is the caller's own, so that no call pays for another's shape. */
type Batch = (count: number) => number

/** Returns the nanoseconds of a call, the best of several rounds of equal length. */
function cost(batch: Batch): number {
  let calls = 1
  let best = elapsed(batch, calls)
  while (best < roundMs) {
    calls *= 2
    best = elapsed(batch, calls)
  }
  for (let round = 1; round < rounds; round++) best = Math.min(best, elapsed(batch, calls))
  return best * (1e6 / calls)
}

/** Returns the milliseconds that so many calls take. Results are summed, so that no call can be left out. */
function elapsed(batch: Batch, calls: number): number {
  const start = performance.now()
  for (let left = calls; left > 0; left -= instants.length) consumed += batch(Math.min(left, instants.length))
  return performance.now() - start
}

/**
 * A loop of its own for each expression of `subject` and `ms`, made from its text: one loop that is handed a function would be
 * compiled for all functions at once, and would measure the handing over.
 */
function batchOf<Subject>(subject: Subject, expression: string): Batch {
  const text = `return (count) => { let sum = 0; for (let i = 0; i < count; i++) { const ms = instants[i]; sum += ${expression} } return sum }`
  return new Function('subject', 'instants', text)(subject, instants) as Batch
}

const time = (ns: number) =>
  ns < 1_000 ? `${ns.toFixed(0)} ns` : ns < 1e6 ? `${(ns / 1_000).toFixed(1)} µs` : `${(ns / 1e6).toFixed(1)} ms`

/** Returns how the clock compares. Takes some five seconds. */
export async function benchClock(): Promise<BenchRow[]> {
  const clock = businessClock(calendar)
  clock.between(fromMs, fromMs + 12 * 366 * dayMs)
  const loop = { isOpen: loopIsOpen, after: loopAfter, between: loopBetween }
  const pairs: [name: string, atLeast: number, expression: string][] = [
    ['isOpen', 1_000, 'Number(subject.isOpen(ms))'],
    ['after 4 h', 1_000, `subject.after(ms, ${4 * hourMs})`],
    ['after 2000 h', 100_000, `subject.after(ms, ${2_000 * hourMs})`],
    ['between over 1 day', 1_000, `subject.between(ms, ms + ${dayMs})`],
    ['between over 1 year', 100_000, `subject.between(ms, ms + ${365 * dayMs})`],
  ]
  const rows = pairs.map(([name, atLeast, expression]): BenchRow => {
    const [ours, theirs] = [batchOf(clock, expression), batchOf(loop, expression)]
    for (let count = 1; count < 50; count++)
      if (ours(count) !== theirs(count)) throw new Error(`${name} differs from the day loop`)
    const [oursNs, loopNs] = [cost(ours), cost(theirs)]
    return {
      name: `clock: ${name}, day loop / ours`,
      ratio: loopNs / oursNs,
      atLeast,
      notes: `${time(oursNs)} against ${time(loopNs)}`,
    }
  })
  const growth: [name: string, short: string, long: string][] = [
    ['between', `subject.between(ms, ms + ${dayMs})`, `subject.between(ms, ms + ${3_650 * dayMs})`],
    ['after', `subject.after(ms, ${8 * hourMs})`, `subject.after(ms, ${20_000 * hourMs})`],
  ]
  for (const [name, short, long] of growth) {
    const [shortNs, longNs] = [cost(batchOf(clock, short)), cost(batchOf(clock, long))]
    rows.push({
      name: `clock: ${name}, 10 years / 1 day`,
      ratio: longNs / shortNs,
      atMost: 1.5,
      notes: `${time(shortNs)} and ${time(longNs)}`,
    })
  }
  if (!(consumed > 0)) throw new Error('nothing was measured')
  return rows
}
