import { describe, expect, it } from 'vitest'
import type { CaseFailure, CaseReport, HostReport } from './report.ts'
import { judge } from './verdict.ts'
import { minutesOf, readAround, readZone, type ZoneReading } from './zone-reading.ts'

const reading = readAround('Europe/Berlin', { at: '2026-03-29T00:30:00Z' })
const elsewhere: ZoneReading = { ...reading, changes: [[reading.from, 120]] }

function cases(given: Partial<CaseReport> = {}): CaseReport {
  return { cases: 1_500, failures: [], digest: 'same', ...given }
}

function report(given: Partial<HostReport> = {}): HostReport {
  const demo = { obligations: 10, digest: 'demo', readings: [reading] }
  return { hostOffsets: [0, 0], tzdata: null, clock: cases(), agreements: cases({ cases: 144 }), demo, afterNs: 40, ...given }
}

function failure(id: string, from: ZoneReading): CaseFailure {
  return { id, expected: '1', got: '2', reading: from }
}

const judged = (given: Partial<HostReport>) => judge(report(given), report(), [0, 0], readZone)
const silent = { problems: [], otherZoneData: [] }

describe('the verdict on a host', () => {
  it('is silent when all is as in the reference', () => {
    expect(judged({})).toEqual(silent)
  })

  it.each(['clock', 'agreements'] as const)('names a case of the %s with another answer', (group) => {
    const { problems, otherZoneData } = judged({ [group]: { ...report()[group], failures: [failure('one', reading)] } })
    expect(problems).toEqual(['one in Europe/Berlin: expected 1, got 2'])
    expect(otherZoneData).toEqual([])
  })

  it('excuses a case and the digest when the zone reads otherwise on the host, and says so', () => {
    const clock = cases({ failures: [failure('one', elsewhere)], digest: 'other' })
    expect(judged({ clock })).toEqual({ problems: [], otherZoneData: ['one in Europe/Berlin: expected 1, got 2'] })
  })

  it('excuses no other case with it', () => {
    const clock = cases({ failures: [failure('one', elsewhere), failure('two', reading)], digest: 'other' })
    expect(judged({ clock }).problems).toEqual(['two in Europe/Berlin: expected 1, got 2'])
  })

  it.each([
    ['a digest that differs though no case does', { clock: cases({ digest: 'other' }) }],
    ['fewer cases than the reference', { clock: cases({ cases: 1_499 }) }],
    ['a host that did not hear its TZ', { hostOffsets: [300, 240] }],
    ['another end of the demo', { demo: { ...report().demo, digest: 'other' } }],
  ])('finds %s', (_, given) => {
    expect(judged(given).problems).toHaveLength(1)
  })

  it('finds too few cases, even when the reference has no more', () => {
    const few = report({ clock: cases({ cases: 999 }) })
    expect(judge(few, few, [0, 0], readZone).problems).toEqual(['only 999 cases of the clock'])
  })

  it('excuses the demo when one of its zones reads otherwise', () => {
    const demo = { obligations: 10, digest: 'other', readings: [reading, elsewhere] }
    expect(judged({ demo })).toEqual({ problems: [], otherZoneData: ['the demo, in Europe/Berlin'] })
  })
})

describe('the reading of a zone', () => {
  it('has the transition in it, and three days on either side of what the case speaks of', () => {
    const day = 86_400_000
    expect(reading).toEqual({
      zone: 'Europe/Berlin',
      from: Date.parse('2026-03-26T00:30:00Z'),
      to: Date.parse('2026-04-01T00:30:00Z'),
      changes: [
        [Date.parse('2026-03-29T00:30:00Z') - 3 * day, 60],
        [Date.parse('2026-03-29T01:00:00Z'), 120],
      ],
    })
  })

  it('takes dates, times and epoch milliseconds for instants, and nothing else', () => {
    const at = Date.parse('2026-01-10T00:00:00Z')
    const { from, to } = readAround('UTC', {
      id: 'dst-17',
      args: { at: '2026-01-04', amount: 480 },
      expect: [{ due: at }, true, null],
    })
    expect([from, to]).toEqual([Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-01-13T00:00:00Z')])
  })

  it.each([
    ['GMT', 0],
    ['GMT+00:00', 0],
    ['GMT+05:45', 345],
    ['GMT-03:30', -210],
    ['GMT-00:44:30', -44.5],
  ])('takes %s for %d minutes', (printed, minutes) => {
    expect(minutesOf(printed)).toBe(minutes)
  })

  it('takes no other text for an offset', () => {
    expect(() => minutesOf('CET')).toThrow('no offset: CET')
  })
})
