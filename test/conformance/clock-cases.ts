/** The conformance cases of the clock, and what each operation means over the functions of a clock (see `cases/README.md`). */

import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import type { OracleCalendar, Span } from '../oracle/calendar-days.ts'

export interface ClockCase {
  readonly id: string
  readonly source: string
  readonly calendar: OracleCalendar
  readonly op: string
  readonly args: {
    readonly at?: string
    readonly from?: string
    readonly to?: string
    readonly amount?: number
    readonly unit?: string
    readonly count?: number
  }
  readonly expect: unknown
}

/** What the operations are built from: both the library's clock and the oracle have it. */
export interface ClockUnderTest {
  isOpen(at: number): boolean
  after(from: number, openMs: number): number
  before(to: number, openMs: number): number
  between(from: number, to: number): number
  nextOpen(at: number): number
  nextClose(at: number): number | null
  addBusinessDays(at: number, days: number): number
  spans(from: number, to: number): Span[]
  isHoliday(at: number | string): boolean
  isBusinessDay(at: number | string): boolean
  businessDaysBetween(from: number | string, to: number | string): number
}

export const clockCases: readonly ClockCase[] = ['clock-peers', 'clock-dst'].flatMap((file) =>
  readFileSync(new URL(`./cases/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ClockCase),
)

const unitsMs: Readonly<Record<string, number>> = { millisecond: 1, second: 1_000, minute: 60_000, hour: 3_600_000 }
const strideMs = 40 * 86_400_000
const longestMs = 40 * strideMs

const isDate = (at: string) => /^\d{4}-\d{2}-\d{2}$/.test(at)
const dateOrInstant = (at: string) => (isDate(at) ? at : Date.parse(at))

type Operation = (clock: ClockUnderTest, args: Required<ClockCase['args']>, timeZone: string) => unknown

const operations: Readonly<Record<string, Operation>> = {
  add: (clock, { at, amount, unit }, timeZone) => shift(clock, at, amount, unit, timeZone),
  subtract: (clock, { at, amount, unit }, timeZone) => shift(clock, at, -amount, unit, timeZone),
  between: (clock, { from, to }) => ({ seconds: clock.between(Date.parse(from), Date.parse(to)) / 1_000 }),
  isOpen: (clock, { at }) => clock.isOpen(Date.parse(at)),
  isOpenInclusiveEnd: (clock, { at }) => isOpenOrJustWas(clock, Date.parse(at)),
  nextOpenOrSame: (clock, { at }) => clock.nextOpen(Date.parse(at)),
  nextClose: (clock, { at }) => clock.nextClose(Date.parse(at)),
  previousOpenOrSame: (clock, { at }) => sameOrLastClose(clock, Date.parse(at)),
  previousCloseOrSame: (clock, { at }) => sameOrLastClose(clock, Date.parse(at)),
  nextOpening: (clock, { at }) => nextOpening(clock, Date.parse(at)),
  previousOpening: (clock, { at }) => previousOpening(clock, Date.parse(at)),
  nextWorkingTime: (clock, { at }) => nextWorkingTime(clock, Date.parse(at)),
  nextTransition: (clock, { at }) => nextTransition(clock, Date.parse(at)),
  previousTransition: (clock, { at }) => previousTransition(clock, Date.parse(at)),
  intervalsAfter: (clock, { at, count }) => spansAfter(clock, Date.parse(at), count),
  intervalsBefore: (clock, { at, count }) => spansBefore(clock, Date.parse(at), count),
  isWorkingDay: (clock, { at }) => clock.isBusinessDay(dateOrInstant(at)),
  isHoliday: (clock, { at }) => clock.isHoliday(dateOrInstant(at)),
  nextBusinessDay: (clock, { at }) => clock.addBusinessDays(Date.parse(at), 1),
  previousBusinessDay: (clock, { at }) => clock.addBusinessDays(Date.parse(at), -1),
  workingDaysBetween: (clock, { from, to }) => clock.businessDaysBetween(dateOrInstant(from), dateOrInstant(to)),
}

/** Returns what the clock answers to the case, in the form of `expectation`. */
export function answer(clock: ClockUnderTest, { op, args, calendar }: ClockCase): unknown {
  const operation = operations[op]
  if (operation === undefined) throw new Error(`no operation ${op}`)
  return operation(clock, args as Required<ClockCase['args']>, calendar.timeZone)
}

/** Returns the case's expectation with every instant as epoch milliseconds. */
export function expectation({ expect }: ClockCase): unknown {
  return toEpoch(expect)
}

/** Returns the ids of the cases that the clock answers otherwise, each with both answers. */
export function failures(cases: readonly ClockCase[], clockOf: (calendar: OracleCalendar) => ClockUnderTest): string[] {
  return cases.flatMap((one) => {
    const expected = JSON.stringify(expectation(one))
    let got: string
    try {
      got = JSON.stringify(answer(clockOf(one.calendar), one))
    } catch (error) {
      got = String(error)
    }
    return got === expected ? [] : [`${one.id} ${one.op} ${JSON.stringify(one.args)}: expected ${expected}, got ${got}`]
  })
}

function toEpoch(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('T') ? Date.parse(value) : value
  if (Array.isArray(value)) return value.map(toEpoch)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toEpoch(member)]))
}

/** An `at` without a time is a plain date, and so is the answer. */
function shift(clock: ClockUnderTest, at: string, amount: number, unit: string, timeZone: string): number | string {
  if (unit !== 'day') return clock.after(Date.parse(at), amount * (unitsMs[unit] ?? Number.NaN))
  if (!isDate(at)) return clock.addBusinessDays(Date.parse(at), amount)
  const noon = Temporal.PlainDate.from(at).toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds
  const moved = clock.addBusinessDays(noon, amount)
  return Temporal.Instant.fromEpochMilliseconds(moved).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

const isOpenOrJustWas = (clock: ClockUnderTest, at: number) => clock.isOpen(at) || clock.isOpen(at - 1)

function spansAfter(clock: ClockUnderTest, at: number, count: number): Span[] {
  for (let reachMs = strideMs; ; reachMs *= 2) {
    const found = clock.spans(at, at + reachMs)
    if (found.length > count || reachMs > longestMs) return found.slice(0, count)
  }
}

function spansBefore(clock: ClockUnderTest, at: number, count: number): Span[] {
  for (let reachMs = strideMs; ; reachMs *= 2) {
    const found = clock.spans(at - reachMs, at).reverse()
    if (found.length > count || reachMs > longestMs) return found.slice(0, count)
  }
}

function sameOrLastClose(clock: ClockUnderTest, at: number): number | undefined {
  return isOpenOrJustWas(clock, at) ? at : spansBefore(clock, at, 1)[0]?.[1]
}

/** Spans are clipped at their range, so an opening is real only when the millisecond before it is in the range as well. */
function nextOpening(clock: ClockUnderTest, at: number): number | undefined {
  return spansAfter(clock, at - 1, 2).find(([openAt]) => openAt >= at)?.[0]
}

function previousOpening(clock: ClockUnderTest, at: number): number | undefined {
  return spansBefore(clock, at + 1, 2)[0]?.[0]
}

function nextWorkingTime(clock: ClockUnderTest, at: number): number {
  if (!clock.isOpen(at)) return clock.nextOpen(at)
  return clock.nextOpen(clock.nextClose(at) ?? Number.NaN)
}

function nextTransition(clock: ClockUnderTest, at: number): { kind: string; at: number | null } {
  return clock.isOpen(at) ? { kind: 'close', at: clock.nextClose(at) } : { kind: 'open', at: clock.nextOpen(at) }
}

function previousTransition(clock: ClockUnderTest, at: number): { kind: string; at: number | undefined } {
  const [last] = spansBefore(clock, at, 2)
  return clock.isOpen(at - 1) ? { kind: 'open', at: last?.[0] } : { kind: 'close', at: last?.[1] }
}
