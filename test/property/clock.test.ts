import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, vi } from 'vitest'
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { combinedScenario, crowdedScenario, hardZones, type Scenario, scenario, zones } from '../arbitraries/calendar.ts'
import { answersOf, bothAnswers } from '../oracle/answers.ts'
import { dateOf } from '../oracle/calendar-days.ts'
import { type ClockOracle, clockOracle } from '../oracle/clock-oracle.ts'
import { dayMs, zoneOracle } from '../oracle/zone-oracle.ts'
import { everyDay } from '../unit/clock/both.ts'
import { holdsFor, type Law, law, numRuns, weekLaw } from './clock-law.ts'

const wallOf = ({ timeZone }: Scenario, at: number) => zoneOracle(timeZone).reading(at)
const timeOf = (drawn: Scenario, at: number) => ((wallOf(drawn, at) % dayMs) + dayMs) % dayMs
/** False in the second run of a repeated hour: nothing that is written as wall time leads there. */
const isFirstReading = (drawn: Scenario, at: number) => zoneOracle(drawn.timeZone).edge(wallOf(drawn, at)) === at

describe('measuring', () => {
  law('between(a, c) = between(a, b) + between(b, c)', (clock, { at, to, third }) => {
    expect(clock.between(at, to) + clock.between(to, third)).toBe(clock.between(at, third))
  })

  law('between(a, b) = -between(b, a)', (clock, { at, to }) => {
    expect(clock.between(to, at) + clock.between(at, to)).toBe(0)
    expect(clock.between(at, at)).toBe(0)
  })

  law('0 ≤ open ≤ elapsed', (clock, { at, to }) => {
    const [from, until] = [Math.min(at, to), Math.max(at, to)]
    expect(clock.between(from, until)).toBeGreaterThanOrEqual(0)
    expect(clock.between(from, until)).toBeLessThanOrEqual(until - from)
  })

  law('spans are sorted, apart, clipped, and sum to between', (clock, { at, to }) => {
    const [from, until] = [Math.min(at, to), Math.max(at, to)]
    let sum = 0
    let last = Number.NEGATIVE_INFINITY
    for (const [openAt, closeAt] of clock.spans(from, until)) {
      expect(openAt).toBeGreaterThan(last)
      expect(closeAt).toBeGreaterThan(openAt)
      expect(openAt).toBeGreaterThanOrEqual(from)
      expect(closeAt).toBeLessThanOrEqual(until)
      sum += closeAt - openAt
      last = closeAt
    }
    expect(sum).toBe(clock.between(from, until))
  })

  law('an instant is open if and only if a span holds it', (clock, { at, to }) => {
    const spans = clock.spans(at - dayMs, at + dayMs)
    for (const one of [at, at - 1, at + ((to - at) % dayMs), ...spans.flat()]) {
      if (one < at - dayMs || one >= at + dayMs) continue
      expect(clock.isOpen(one)).toBe(spans.some(([openAt, closeAt]) => openAt <= one && one < closeAt))
    }
  })
})

describe('adding', () => {
  law('between(t, after(t, d)) = d', (clock, { at, openMs }) => {
    expect(clock.between(at, clock.after(at, openMs))).toBe(openMs)
  })

  law('after(t, d) is the earliest such instant', (clock, { at, openMs }) => {
    const due = clock.after(at, openMs)
    if (openMs === 0) expect(due).toBe(at)
    else expect(clock.between(at, due - 1)).toBe(openMs - 1)
  })

  law('before(t, d) is the latest instant from which it takes d', (clock, { at, openMs }) => {
    const start = clock.before(at, openMs)
    expect(clock.between(start, at)).toBe(openMs)
    if (openMs === 0) expect(start).toBe(at)
    else expect(clock.between(start + 1, at)).toBe(openMs - 1)
  })

  law('a negative span goes the other way', (clock, { at, openMs }) => {
    expect(clock.after(at, -openMs)).toBe(clock.before(at, openMs))
    expect(clock.before(at, -openMs)).toBe(clock.after(at, openMs))
  })

  law('after is monotone in the start', (clock, { at, to, openMs }) => {
    expect(clock.after(Math.min(at, to), openMs)).toBeLessThanOrEqual(clock.after(Math.max(at, to), openMs))
  })

  law('after is monotone in the span', (clock, { at, openMs, moreMs }) => {
    expect(clock.after(at, Math.min(openMs, moreMs))).toBeLessThanOrEqual(clock.after(at, Math.max(openMs, moreMs)))
  })

  law('after(t, a + b) = after(after(t, a), b)', (clock, { at, openMs, moreMs }) => {
    expect(clock.after(clock.after(at, openMs), moreMs)).toBe(clock.after(at, openMs + moreMs))
  })

  law('adding then subtracting leads to the next open instant', (clock, { at, openMs }) => {
    expect(clock.before(clock.after(at, openMs), openMs)).toBe(openMs === 0 ? at : clock.nextOpen(at))
  })

  law('subtracting then adding leads back, over no open time', (clock, { at, openMs }) => {
    const back = clock.after(clock.before(at, openMs), openMs)
    expect(back).toBeLessThanOrEqual(at)
    expect(clock.between(back, at)).toBe(0)
  })

  weekLaw('a holiday more never makes a due instant earlier', (clock, { calendar, at, openMs, date }) => {
    const fewer = businessClock({ ...calendar, holidays: [...(calendar.holidays ?? []), date] })
    expect(fewer.after(at, openMs)).toBeGreaterThanOrEqual(clock.after(at, openMs))
  })
})

describe('business days', () => {
  law('zero business days are the identity', (clock, { at }) => {
    expect(clock.addBusinessDays(at, 0)).toBe(at)
  })

  law('business days keep the wall time, or land on the transition that swallowed it', (clock, drawn) => {
    const then = clock.addBusinessDays(drawn.at, drawn.days)
    if (drawn.days === 0 || timeOf(drawn, then) === timeOf(drawn, drawn.at)) return
    expect(zoneOracle(drawn.timeZone).transitions).toContain(then)
  })

  law('business days compose where the wall time is kept', (clock, drawn) => {
    const { at, days } = drawn
    for (const sign of [1, -1]) {
      const middle = clock.addBusinessDays(at, sign * Math.floor(days / 3))
      if (timeOf(drawn, middle) !== timeOf(drawn, at)) continue
      const rest = days - Math.floor(days / 3)
      expect(clock.addBusinessDays(middle, sign * rest)).toBe(clock.addBusinessDays(at, sign * days))
    }
  })

  law('adding then subtracting business days from a business day leads back', (clock, drawn) => {
    const { at, days } = drawn
    const then = clock.addBusinessDays(at, days)
    if (!clock.isBusinessDay(at) || timeOf(drawn, then) !== timeOf(drawn, at) || !isFirstReading(drawn, at)) return
    expect(clock.addBusinessDays(then, -days)).toBe(at)
  })

  law('as many business days lie between as were added', (clock, drawn) => {
    const then = clock.addBusinessDays(drawn.at, drawn.days)
    if (drawn.days > 0 && timeOf(drawn, then) !== timeOf(drawn, drawn.at)) return
    expect(clock.businessDaysBetween(drawn.at, then)).toBe(drawn.days)
    expect(clock.businessDaysBetween(then, drawn.at) + drawn.days).toBe(0)
  })
})

describe('input', () => {
  law('numbers, Dates and texts of any offset are answered alike', (clock, { at, to, openMs, days }) => {
    const texts = [at, to].map((one, index) =>
      Temporal.Instant.fromEpochMilliseconds(one).toString({
        timeZone: index === 0 ? '+05:45' : '-09:30',
        fractionalSecondDigits: 3,
      }),
    )
    const answers = ([a, b]: (number | Date | string)[]) => {
      if (a === undefined || b === undefined) throw new Error('two instants')
      return [
        clock.isOpen(a),
        clock.after(a, openMs),
        clock.before(a, openMs),
        clock.between(a, b),
        clock.nextOpen(a),
        clock.nextClose(a),
        clock.addBusinessDays(a, days),
        clock.spans(a, b),
        clock.isBusinessDay(a),
        clock.businessDaysBetween(a, b),
      ]
    }
    const expected = answers([at, to])
    expect(answers([new Date(at), new Date(to)])).toEqual(expected)
    expect(answers(texts)).toEqual(expected)
  })
})

describe('memory', () => {
  it('what was asked before changes no answer', { timeout: 120_000 }, async () => {
    vi.resetModules()
    const other = (await import('../../src/clock.ts')).businessClock
    holdsFor(
      (clock, drawn) => {
        const reversed = { ...drawn, order: drawn.order.toReversed() }
        expect(answersOf(clock, drawn)).toEqual(answersOf(other(drawn.calendar), reversed))
      },
      scenario(hardZones, true),
    )
  })
})

const asTheOracle: Law = (clock, drawn) => {
  const [got, expected] = bothAnswers(clock, drawn)
  expect(got).toEqual(expected)
}

describe('the oracle on temporal-polyfill', () => {
  law('answers alike on any calendar and instant', asTheOracle, scenario(hardZones, true))
  law('answers alike on calendars made of others', asTheOracle, combinedScenario(hardZones))

  it('answers alike on calendars of ten thousand holidays', { timeout: 120_000 }, () => {
    holdsFor(asTheOracle, crowdedScenario, Math.min(numRuns, 100))
  })

  it('answers alike in every IANA zone of the runtime', { timeout: 240_000 }, () => {
    for (const timeZone of zones) holdsFor(asTheOracle, scenario([timeZone], true), Math.ceil(numRuns / zones.length))
  })

  it('reads transitions that lie close together, back and forth again within weeks', { timeout: 120_000 }, () => {
    const week = everyDay('00:00-24:00')
    for (const timeZone of zones) {
      const { transitions } = zoneOracle(timeZone)
      for (const [index, at] of transitions.entries()) {
        const before = transitions[index - 1] ?? Number.NEGATIVE_INFINITY
        if (at - before > 40 * dayMs || before < 0) continue
        const calendar = { timeZone, week, closures: { [dateOf(Math.round(before / dayMs) + 3)]: ['06:00-18:00'] } }
        const spansOf = (clock: BusinessClock | ClockOracle) => clock.spans(before - 20 * dayMs, before + 20 * dayMs)
        expect(spansOf(businessClock(calendar)), timeZone).toEqual(spansOf(clockOracle(calendar)))
      }
    }
  })
})
