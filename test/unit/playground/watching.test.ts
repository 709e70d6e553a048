/** The slider, the list of clocks, and what is due next. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockRows, countsOf, filtered, usedShare, windowOf } from '../../../docs/.vitepress/theme/playground/clock-rows.ts'
import { evaluated, measureName } from '../../../docs/.vitepress/theme/playground/evaluated.ts'
import { instantsOf, nextMoment } from '../../../docs/.vitepress/theme/playground/next-moment.ts'
import { instantAt, positionOf, spanOf, timeScale } from '../../../docs/.vitepress/theme/playground/time-scale.ts'
import { defineAgreement, evaluate } from '../../../src/index.ts'
import { template } from '../../../src/templates.ts'
import { law } from '../../property/law.ts'

const instant = fc.integer({ min: -1e12, max: 4e12 })

describe('the slider', () => {
  law(
    'its positions and instants are each other’s inverse, in order, over the whole span',
    fc.tuple(instant, instant),
    ([from, to]) => {
      const scale = timeScale(Math.min(from, to), Math.max(from, to))
      expect(scale.from <= Math.min(from, to) && scale.to >= Math.max(from, to)).toBe(true)
      expect(scale.steps).toBeLessThanOrEqual(2_002)
      for (const position of [0, 1, Math.floor(scale.steps / 2), scale.steps]) {
        expect(positionOf(scale, instantAt(scale, position))).toBe(position)
        expect(Math.abs(instantAt(scale, position) - scale.from) % scale.stepMs).toBe(0)
        expect(Math.abs(scale.from % scale.stepMs)).toBe(0)
      }
      expect(instantAt(scale, scale.steps)).toBe(scale.to)
    },
  )

  law('keeps within itself whatever it is asked', fc.tuple(instant, instant, fc.double({ noNaN: true })), ([from, to, asked]) => {
    const scale = timeScale(from, to)
    expect(positionOf(scale, asked)).toBeGreaterThanOrEqual(0)
    expect(positionOf(scale, asked)).toBeLessThanOrEqual(scale.steps)
    expect(instantAt(scale, asked)).toBeGreaterThanOrEqual(scale.from)
    expect(instantAt(scale, asked)).toBeLessThanOrEqual(scale.to)
  })

  test('goes by round steps', () => {
    const hour = 3_600_000
    const steps = [hour, 30 * hour, 24 * 30 * hour, 24 * 365 * hour, 24 * 36_500 * hour].map(
      (span) => timeScale(0, span).stepMs / 60_000,
    )
    expect(steps).toEqual([1, 1, 30, 360, 19 * 1_440])
  })

  test('spans the events and some time after them', () => {
    const day = 86_400_000
    expect(spanOf([], 5)).toEqual({ from: 5, to: 5 + day })
    expect(spanOf([30 * day, 10 * day], 0)).toEqual({ from: 10 * day - 3_600_000, to: 32 * day })
  })
})

const { agreement: document, events } = template('b2b-inbound')
const agreement = defineAgreement(document)
const asOf = Date.parse('2027-01-12T09:00:00Z')
const { obligations } = evaluate(agreement, events, { asOf })

describe('the clocks', () => {
  const rows = clockRows(obligations)

  test('are all there, late ones first and then those that are due soonest', () => {
    expect(rows.map(({ key }) => key).sort()).toEqual(obligations.map(({ key }) => key).sort())
    const order = ['openBreached', 'open', 'paused']
    const ranks = rows.map(({ status }) => order.indexOf(status)).map((rank) => (rank < 0 ? 3 : rank))
    expect(ranks).toEqual([...ranks].sort())
    const due = rows.flatMap(({ status, dueAt }) => (status === 'open' ? [String(dueAt)] : []))
    expect(due.length).toBeGreaterThan(3)
    expect(due).toEqual([...due].sort())
    const closed = rows.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]))
    expect(closed).toEqual([...closed].sort().reverse())
  })

  test('are counted as they stand', () => {
    const open = obligations.filter(({ closedAt }) => closedAt === null)
    const late = obligations.filter(({ breachedAt, status }) => breachedAt !== null && status !== 'waived')
    const kept = obligations.filter(({ status }) => status === 'met')
    expect(countsOf(obligations)).toEqual({
      all: obligations.length,
      open: open.length,
      breached: late.length,
      kept: kept.length,
    })
    expect([open.length, late.length, kept.length].every((count) => count > 0)).toBe(true)
  })

  test('are found by lead, owner, clause and status', () => {
    const found = (filter: Partial<{ text: string; clause: string; status: string }>) =>
      filtered(rows, { text: '', clause: '', status: '', ...filter })
    expect(found({})).toHaveLength(rows.length)
    expect(new Set(found({ text: ' l-05 ' }).map(({ lead }) => lead))).toEqual(new Set(['L-05']))
    expect(new Set(found({ text: 'JONAS' }).map(({ owner }) => owner))).toEqual(new Set(['jonas']))
    expect(
      found({ clause: 'handOver', status: 'met' }).every(({ clause, status }) => clause === 'handOver' && status === 'met'),
    ).toBe(true)
    expect(found({ text: 'nobody of that name' })).toEqual([])
  })

  test('have used a share of their target, of days as well as of hours', () => {
    const shareOf = (key: string, at: string): number | null => {
      const found = evaluate(agreement, events, { asOf: at }).obligations.find((each) => each.key === key)
      return found ? usedShare(agreement, found) : Number.NaN
    }
    const [hours, days] = ['firstResponse', 'followUp'].map((clause) =>
      obligations.find((each) => each.clause === clause && each.status.startsWith('met')),
    )
    expect(hours?.targetMs).not.toBeNull()
    expect(usedShare(agreement, hours ?? (obligations[0] as never))).toBe((hours?.usedMs ?? 0) / (hours?.targetMs ?? 0))
    expect(days?.targetMs ?? null).toBeNull()
    const open = obligations.find((each) => each.clause === 'followUp' && each.status === 'open')
    const due = String(open?.dueAt)
    expect(shareOf(String(open?.key), String(open?.startedAt))).toBe(0)
    expect(shareOf(String(open?.key), due)).toBe(1)
    expect(shareOf(String(open?.key), String(open?.startedAt).replace(/-\d\dT/, '-13T'))).toBeGreaterThan(0)
  })

  law(
    'those in sight are drawn, and few others',
    fc.tuple(fc.nat(20_000), fc.nat(800_000), fc.integer({ min: 50, max: 2_000 })),
    ([count, top, height]) => {
      const { first, end } = windowOf(count, 36, { top, height })
      expect(first >= 0 && end <= count && first <= end).toBe(true)
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / 36) + 14)
      const seen = [Math.floor(top / 36), Math.ceil((top + height) / 36) - 1].filter((row) => row < count)
      for (const row of seen) expect(row >= first && row < end).toBe(true)
    },
  )
})

describe('the next moment', () => {
  test('is the earliest one at which a lead wakes, with what is to be done then', () => {
    const found = nextMoment(agreement, events, { asOf, obligations })
    expect(found).toMatchObject({ at: Date.parse('2027-01-12T14:30:00Z'), lead: 'L-18' })
    expect(found?.effects.map(({ kind, clause }) => [kind, clause])).toEqual([['reminder', 'acceptance']])
  })

  test('lies after the instant, moment after moment, until nobody waits any more', () => {
    const seen: number[] = []
    for (let at = asOf; seen.length < 500; ) {
      const standing = evaluate(agreement, events, { asOf: at }).obligations
      const next = nextMoment(agreement, events, { asOf: at, obligations: standing })
      if (!next) break
      expect(next.at).toBeGreaterThan(at)
      seen.push(next.at)
      at = next.at
    }
    const dues = obligations.flatMap(({ status, dueAt }) => (status === 'open' && dueAt !== null ? [Date.parse(dueAt)] : []))
    const lastly = evaluate(agreement, events, { asOf: '2027-02-20T00:00:00Z' }).obligations
    // Whoever was open at first and is open to the end was due at one of the moments.
    const waited = lastly.filter(({ status, dueAt }) => status === 'openBreached' && dues.includes(Date.parse(String(dueAt))))
    expect(waited.length).toBeGreaterThan(0)
    for (const { dueAt } of waited) expect(seen).toContain(Date.parse(String(dueAt)))
  })

  test('of nothing open is none', () => expect(nextMoment(agreement, events, { asOf, obligations: [] })).toBeNull())

  test('instants are read from events of every shape', () => {
    const odd = [
      null,
      5,
      'x',
      {},
      { at: 'nonsense' },
      { at: 7 },
      { time: '1970-01-01T00:00:01Z' },
      { at: '1970-01-01T00:00:02Z' },
    ]
    expect(instantsOf(odd)).toEqual([7, 1_000, 2_000])
  })
})

describe('an evaluation', () => {
  test('is measured, once at a time', () => {
    const outcome = evaluated(agreement, events, asOf)
    evaluated(agreement, events, asOf)
    expect(outcome.ok && outcome.value.evaluation.obligations).toEqual(obligations)
    const measures = performance.getEntriesByName(measureName)
    expect(measures).toHaveLength(1)
    expect(outcome.ok && outcome.value.tookMs).toBeGreaterThan(0)
  })

  test('that cannot be made says why', () => {
    const outcome = evaluated(agreement, events, Number.NaN)
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'invalid-instant' }] })
  })
})
