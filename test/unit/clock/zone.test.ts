/** The names of zones, and windows, asked by themselves. */

import { describe, expect, it } from 'vitest'
import { parseWindows } from '../../../src/clock/window.ts'
import { parseZone, zoneOf } from '../../../src/clock/zone.ts'
import { businessClock } from '../../../src/clock.ts'
import { valueOf } from '../../../src/errors.ts'
import { hourMs, texts } from './both.ts'
import { refusal } from './refusal.ts'

const april = Date.UTC(2026, 3, 7)

describe('a zone', () => {
  it('keeps the name that it was asked for, in whatever spelling, and is the same zone', () => {
    for (const name of ['Europe/Berlin', 'europe/berlin', 'EUROPE/BERLIN', 'Europe/Berlin']) {
      const zone = valueOf(parseZone(name))
      expect([zone.name, zone.offsetAt(april)]).toEqual([name, 2 * hourMs])
      expect(zone.localAt(april)).toBe(april + 2 * hourMs)
    }
    expect(zoneOf('Europe/Berlin')).toBe(zoneOf('Europe/Berlin'))
  })

  it('is refused where the name is none', () => {
    expect(refusal(() => zoneOf('Berlin'))).toMatchObject({ code: 'unknown-time-zone' })
    expect(parseZone('Berlin')).toMatchObject({ ok: false, issues: [{ path: [], got: 'Berlin', expected: 'an IANA time zone' }] })
    expect(parseZone(['Europe/Berlin']).ok).toBe(false)
    expect(parseZone(' Europe/Berlin').ok).toBe(false)
    expect(parseZone('Europe/Berlin ').ok).toBe(false)
  })
})

describe('transitions', () => {
  const berlin = zoneOf('Europe/Berlin')
  /** The last Sunday of a month, at 01:00 in UTC: when the clocks of the European Union change. */
  const lastSunday = (year: number, month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1))
    return last.getTime() - last.getUTCDay() * 24 * hourMs
  }

  it.each([2026, 5026, 9998])('of %i are those of its own Sundays', (year) => {
    const [spring, autumn] = [lastSunday(year, 2), lastSunday(year, 9)]
    const all = [
      { at: spring, offsetMs: 2 * hourMs },
      { at: autumn, offsetMs: hourMs },
    ]
    expect(berlin.transitions(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))).toEqual(all)
    expect(berlin.transitions(spring, autumn)).toEqual(all.slice(0, 1))
    expect(berlin.transitions(spring + 1, autumn + 1)).toEqual(all.slice(1))
    expect(berlin.transitions(spring + 1, autumn)).toEqual([])
  })

  it('over many years are those of each', () => {
    const found = berlin.transitions(Date.UTC(2190, 5, 1), Date.UTC(2210, 5, 1))
    expect(found.map(({ at }) => at)).toEqual(
      Array.from({ length: 41 }, (_, index) => 2190 + Math.floor((index + 1) / 2))
        .map((year, index) => lastSunday(year, index % 2 === 0 ? 9 : 2))
        .filter((at) => at >= Date.UTC(2190, 5, 1) && at < Date.UTC(2210, 5, 1)),
    )
  })

  it('that skip the end of a window and the start of the next make one span of both', () => {
    const clock = businessClock({ timeZone: 'Europe/Berlin', week: { sun: ['01:00-02:15', '02:45-05:00'] } })
    expect(texts(clock.spans('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'))).toEqual([
      ['2026-03-29T00:00:00Z', '2026-03-29T03:00:00Z'],
    ])
  })
})

describe('windows', () => {
  it('are read from texts alone', () => {
    expect(parseWindows([['09:00-17:00']])).toMatchObject({ ok: false, issues: [{ code: 'invalid-window', path: [0] }] })
    expect(parseWindows('09:00-17:00')).toMatchObject({ ok: false, issues: [{ code: 'wrong-type', path: [] }] })
    expect(parseWindows(['09:00-17:00:30', '22:00-06:00'])).toEqual({
      ok: true,
      value: [
        [9 * hourMs, 17 * hourMs + 30_000],
        [22 * hourMs, 30 * hourMs],
      ],
    })
  })
})
