/** The names of zones, and windows, asked by themselves. */

import { describe, expect, it } from 'vitest'
import { parseWindows } from '../../../src/clock/window.ts'
import { parseZone, zoneOf } from '../../../src/clock/zone.ts'
import { valueOf } from '../../../src/errors.ts'
import { hourMs } from './both.ts'
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
