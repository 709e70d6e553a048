import { describe, expect } from 'vitest'
import type { BusinessClock } from '../../src/clock.ts'
import { hardZones, type Scenario, scenario, weekScenario } from '../arbitraries/calendar.ts'
import { civilDay, dayOf } from '../oracle/civil-dates.ts'
import { dayMs } from '../oracle/zone-oracle.ts'
import { law } from './clock-law.ts'

const openingCount = ({ count }: Scenario) => Math.abs(count) + 1
/** A calendar that never closes has one opening; more of them are beyond the horizon, and slow to look for. */
const closesLater = (clock: BusinessClock, { at }: Scenario) => clock.nextClose(at) !== null

describe('openings', () => {
  law(
    'are the spans up to the last of them, and the gaps between them are closed',
    (clock, drawn) => {
      if (!closesLater(clock, drawn)) return
      const found = clock.openings(drawn.at, 2)
      const end = found.at(-1)?.[1] ?? Number.NaN
      expect(clock.spans(drawn.at, end)).toEqual(found)
      const edges = [drawn.at, ...found.flat()]
      for (let index = 0; index + 1 < edges.length; index += 2) {
        expect(clock.between(edges[index] ?? 0, edges[index + 1] ?? 0)).toBe(0)
      }
    },
    weekScenario(hardZones),
  )

  law('of so many begin with those of fewer', (clock, drawn) => {
    if (!closesLater(clock, drawn)) return
    const [fewer, more] = [clock.openings(drawn.at, 1), clock.openings(drawn.at, 2)]
    expect(more.slice(0, 1)).toEqual(fewer)
    expect(fewer[0]?.[0]).toBe(clock.nextOpen(drawn.at))
    expect(fewer[0]?.[1]).toBe(clock.nextClose(drawn.at))
  })

  law('before an instant are the last spans that end there, the nearest first', (clock, drawn) => {
    const { at, to } = drawn
    const from = Math.min(at, to) - 7 * dayMs
    const spans = clock.spans(from, at).toReversed()
    const known = spans.filter(([openAt]) => openAt > from).slice(0, openingCount(drawn))
    if (known.length > 0) expect(clock.openings(at, -known.length)).toEqual(known)
  })
})

describe('byDate', () => {
  law('sums to between, and its dates follow each other', (clock, { at, to }) => {
    const [from, until] = [Math.min(at, to), Math.max(at, to)]
    const days = clock.byDate(from, until)
    expect(days.reduce((sum, { openMs }) => sum + openMs, 0)).toBe(clock.between(from, until))
    for (const [index, { date, openMs }] of days.entries()) {
      expect(dayOf(date)).toBe(dayOf(days[0]?.date ?? '') + index)
      expect(openMs).toBeGreaterThanOrEqual(0)
    }
    expect(days.length > 0).toBe(from < until)
  })

  law('of a closed date says nothing, of an open one more than nothing', (clock, { at }) => {
    for (const { date, openMs } of clock.byDate(at, at + 3 * dayMs).slice(1, -1)) {
      expect(civilDay(dayOf(date)).date).toBe(date)
      const noon = clock.zone.instantOfLocal(dayOf(date) * dayMs)
      const midnight = clock.zone.instantOfLocal((dayOf(date) + 1) * dayMs)
      expect(openMs > 0).toBe(clock.spans(noon, midnight).length > 0)
    }
  })
})

describe('the boundary', () => {
  law('nextOpen is the next opening after the due instant, and moves nothing else', (clock, { at, openMs }) => {
    const due = clock.after(at, openMs)
    expect(clock.after(at, openMs, 'close')).toBe(due)
    expect(clock.after(at, openMs, 'nextOpen')).toBe(openMs === 0 ? at : clock.nextOpen(due))
    expect(clock.between(due, clock.after(at, openMs, 'nextOpen'))).toBe(0)
    expect(clock.after(at, -openMs, 'nextOpen')).toBe(clock.after(at, -openMs))
  })
})

describe('rolling', () => {
  const rolls = scenario(hardZones, true)

  law(
    'forward leads to the same instant when open, else to the next opening',
    (clock, { at, days }) => {
      for (const count of [days, -days]) {
        expect(clock.addBusinessDays(at, count, 'forward')).toBe(clock.nextOpen(clock.addBusinessDays(at, count)))
        expect(clock.isOpen(clock.addBusinessDays(at, count, 'forward'))).toBe(true)
      }
    },
    rolls,
  )

  law(
    'backward leads to the same instant when open, else to the last close, over no open time',
    (clock, { at, days }) => {
      for (const count of [days, -days]) {
        const then = clock.addBusinessDays(at, count)
        const back = clock.addBusinessDays(at, count, 'backward')
        expect(back).toBeLessThanOrEqual(then)
        expect(clock.between(back, then)).toBe(0)
        expect(clock.isOpen(back - (clock.isOpen(then) ? 0 : 1))).toBe(true)
        if (clock.isOpen(then)) expect(back).toBe(then)
      }
    },
    rolls,
  )

  law('the end of a business day is a close of the date so many business dates later', (clock, { at, days }) => {
    const end = clock.endOfBusinessDay(at, days)
    expect(end).toBeGreaterThan(at)
    expect(clock.isOpen(end - 1)).toBe(true)
    expect(clock.endOfBusinessDay(at, days + 1)).toBeGreaterThan(end - 2 * dayMs)
  })
})
