import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { clockCases, failures } from '../conformance/clock-cases.ts'
import { clockOracle } from './clock-oracle.ts'
import { zoneOracle } from './zone-oracle.ts'

describe('the oracle', () => {
  it('answers every conformance case', () => {
    expect(failures(clockCases, clockOracle)).toEqual([])
  })

  it.each(['Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Antarctica/Troll', 'Pacific/Apia', 'Africa/Monrovia'])(
    'reads the wall of %s as Temporal does, hour by hour around each transition',
    (timeZone) => {
      const zone = zoneOracle(timeZone)
      for (const transition of zone.transitions) {
        for (let hour = -30; hour <= 30; hour++) {
          const atMs = transition + hour * 3_600_000 - (hour % 2)
          const moment = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
          expect(zone.reading(atMs)).toBe(atMs + moment.offsetNanoseconds / 1e6)
        }
      }
    },
  )

  it('finds the edge that a minute-by-minute search finds', () => {
    for (const [timeZone, day] of [
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['Pacific/Apia', '2011-12-30'],
      ['America/St_Johns', '2010-11-07'],
      ['Antarctica/Troll', '2026-10-25'],
    ] as const) {
      const zone = zoneOracle(timeZone)
      const dayMs = Date.parse(day)
      for (let minute = -90; minute < 1_600; minute += 29) {
        const wallMs = dayMs + minute * 60_000
        let atMs = wallMs - 50 * 3_600_000
        while (zone.reading(atMs) < wallMs) atMs += 60_000
        expect(zone.edge(wallMs)).toBe(atMs)
      }
    }
  })
})
