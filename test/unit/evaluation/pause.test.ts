import { describe, expect, it } from 'vitest'
import { parseAgreement } from '../../../src/index.ts'
import { assigned, at, documentOf, happened, moved, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')
const sleeps = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const

describe('[C3] a pause', () => {
  it('takes its business time away and moves the due instant by as much', () => {
    const [only] = told(sleeps, [start, happened('07 10:00 hold'), happened('07 11:30 wake')], '07 12:00')
    expect(only).toMatchObject({ status: 'open', usedMs: 5_400_000, pausedMs: 5_400_000, dueAt: at('07 14:30') })
  })

  it('outside opening hours moves nothing', () => {
    const late = happened('07 16:00 start')
    const [only] = told(sleeps, [late, happened('07 17:00 hold'), happened('08 09:00 wake')], '08 10:00')
    expect(only).toMatchObject({ dueAt: at('08 12:00'), pausedMs: 0, usedMs: 7_200_000 })
  })

  it('counts only its business part', () => {
    const [only] = told(sleeps, [start, happened('07 12:00 hold'), happened('08 10:00 wake')], '08 10:00')
    expect(only).toMatchObject({ pausedMs: 6 * 3_600_000, usedMs: 3 * 3_600_000, dueAt: at('08 11:00') })
  })

  it('is idempotent: a second one inside changes nothing, nor does a second resume', () => {
    const twice = [happened('07 10:00 hold'), happened('07 10:30 hold'), happened('07 11:00 wake'), happened('07 11:30 wake')]
    expect(told(sleeps, [start, ...twice], '07 12:00')).toMatchObject([{ pausedMs: 3_600_000, dueAt: at('07 14:00') }])
  })

  it('has no due instant, and says what it would be if it were resumed now', () => {
    const [only] = told(sleeps, [start, happened('07 10:00 hold')], '07 12:00')
    expect(only).toMatchObject({
      status: 'paused',
      dueAt: null,
      dueIfResumedAt: at('07 15:00'),
      usedMs: 3_600_000,
      pausedMs: 7_200_000,
    })
  })

  it('never breaches while it lasts', () => {
    expect(outcomes(sleeps, [start, happened('07 10:00 hold')], '30 12:00')).toEqual(['paused 1h'])
  })

  it('that begins at the very due instant is no excuse once it ends, and none while it lasts is needed', () => {
    const events = [start, happened('07 13:00 hold')]
    expect(told(sleeps, events, '07 16:00')).toMatchObject([{ status: 'paused', breachedAt: null }])
    expect(told(sleeps, [...events, happened('07 15:00 wake')], '07 16:00')).toMatchObject([
      { status: 'openBreached', breachedAt: at('07 13:00') },
    ])
  })

  it('that begins after the breach changes nothing about it', () => {
    const events = [start, happened('07 14:00 hold'), happened('07 15:00 wake')]
    expect(told(sleeps, events, '07 16:00')).toMatchObject([
      { status: 'openBreached', breachedAt: at('07 13:00'), dueAt: at('07 13:00') },
    ])
  })

  it('lets the clock be met where it is stopped while it lasts', () => {
    const [only] = told(sleeps, [start, happened('07 12:00 hold'), happened('09 12:00 stop')], '10 12:00')
    expect(only).toMatchObject({ status: 'met', usedMs: 3 * 3_600_000, stoppedAt: at('09 12:00'), breachedAt: null })
  })

  it('is tracked while no clock is open: one born paused begins to count at the resume', () => {
    const events = [happened('07 09:00 hold'), happened('07 10:00 start'), happened('07 12:00 wake'), happened('07 13:00 stop')]
    expect(told(sleeps, events, '07 14:00')).toMatchObject([
      { status: 'met', usedMs: 3_600_000, pausedMs: 7_200_000, dueAt: at('07 16:00') },
    ])
  })

  it('goes on from one cycle into the next', () => {
    const events = [
      start,
      happened('07 10:00 hold'),
      happened('07 11:00 stop'),
      happened('07 12:00 start'),
      happened('07 13:00 wake'),
    ]
    expect(outcomes(sleeps, events, '07 14:00')).toEqual(['met 1h', 'open 1h'])
  })

  it('by a state without resume ends when the lead leaves that state', () => {
    const events = [moved('07 08:00', 'mql'), start, moved('07 10:00', 'waiting'), moved('07 12:00', 'mql')]
    expect(told({ pause: { enters: 'waiting' } }, events, '07 13:00')).toMatchObject([
      { status: 'open', usedMs: 7_200_000, pausedMs: 7_200_000 },
    ])
  })

  it('by a state with a resume ends only with the resume', () => {
    const events = [moved('07 08:00', 'mql'), start, moved('07 10:00', 'waiting'), moved('07 12:00', 'mql')]
    expect(outcomes({ pause: { enters: 'waiting' }, resume: { on: 'wake' } }, events, '07 13:00')).toEqual(['paused 1h'])
  })

  it('by a condition without resume ends when the condition no longer holds', () => {
    const clause = { pause: { becomes: { fact: 'owner', operator: 'equal', value: null } } } as const
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', null), assigned('07 12:00', 'bert')]
    expect(told(clause, events, '07 13:00')).toMatchObject([{ status: 'open', usedMs: 7_200_000, pausedMs: 7_200_000 }])
  })
})

describe('[C3] a pause of a promise in days', () => {
  it('moves the due instant by its open time where it began before', () => {
    const clause = { ...sleeps, within: { businessDays: 1 } }
    expect(told(clause, [start, happened('07 10:00 hold'), happened('07 12:00 wake')], '07 13:00')).toMatchObject([
      { dueAt: at('08 11:00') },
    ])
  })

  it('counts as begun before where it began before the instant at which it was due, rolled into open time', () => {
    const clause = { ...sleeps, within: { businessDays: 1 } }
    const evening = happened('07 20:00 start')
    const [unpaused] = told(clause, [evening], '08 08:00')
    expect(unpaused?.dueAt).toBe(at('09 09:00'))
    const [only] = told(clause, [evening, happened('08 22:00 hold'), happened('09 11:00 wake')], '09 12:00')
    expect(only).toMatchObject({ status: 'openBreached', dueAt: at('09 11:00') })
  })

  it('counts so for a budget that ends at the close under nextOpen', () => {
    const clause = { ...sleeps, boundary: 'nextOpen', within: 'PT8H' } as const
    const events = [start, happened('07 18:00 hold'), happened('08 11:00 wake')]
    expect(told(clause, events, '08 11:00')).toMatchObject([{ status: 'open', dueAt: at('08 11:00'), breachedAt: null }])
    expect(told({ ...sleeps, within: 'PT8H' }, events, '08 11:00')).toMatchObject([
      { status: 'openBreached', breachedAt: at('07 17:00') },
    ])
  })
})

describe('[C3] the caps of pauses', () => {
  const pausing = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
  const hold = happened('07 10:00 hold')

  it('maxPause ends a pause that takes longer, in business time', () => {
    const capped = { ...pausing, maxPause: 'PT8H' } as const
    expect(told(capped, [start, hold], '08 09:59')).toMatchObject([
      { status: 'paused', dueAt: null, dueIfResumedAt: at('08 12:59') },
    ])
    expect(told(capped, [start, hold], '08 10:00')).toMatchObject([{ status: 'open', dueAt: at('08 13:00'), isPaused: false }])
    expect(told(capped, [start, hold], '08 13:01')).toMatchObject([{ status: 'openBreached', pausedMs: 8 * 3_600_000 }])
  })

  it('maxPause counts from the start of a clock that is born paused', () => {
    const events = [happened('06 10:00 hold'), start]
    expect(told({ ...pausing, maxPause: 'PT1H' }, events, '07 12:00')).toMatchObject([{ dueAt: at('07 14:00') }])
  })

  it('a resume after the cap changes nothing, and a pause needs one before it', () => {
    const capped = { ...pausing, maxPause: 'PT1H' } as const
    const again = [start, hold, happened('07 12:00 hold')]
    expect(told(capped, again, '07 12:00')).toMatchObject([{ status: 'open', dueAt: at('07 14:00') }])
    const resumed = [start, hold, happened('07 12:00 wake'), happened('07 13:00 hold'), happened('07 13:30 wake')]
    expect(told(capped, resumed, '07 13:30')).toMatchObject([{ dueAt: at('07 14:30') }])
  })

  it('maxPauses lets later pauses take nothing, cycle by cycle', () => {
    const once = { ...pausing, maxPauses: 1, reset: { on: 'reset' } } as const
    const twice = [start, hold, happened('07 11:00 wake'), happened('07 11:30 hold')]
    expect(told(once, twice, '07 12:00')).toMatchObject([{ status: 'open', dueAt: at('07 14:00') }])
    const reset = [...twice, happened('07 12:00 reset')]
    expect(told(once, reset, '07 12:30')).toMatchObject([{ status: 'superseded' }, { status: 'paused' }])
  })

  it('leave the time alone that lies between a stop and the reopening', () => {
    const capped = { ...pausing, maxPause: 'PT1H', maxPauses: 1, reopenWindow: 'PT24H' } as const
    const events = [start, happened('07 10:00 stop'), happened('07 13:00 start'), happened('07 14:00 hold')]
    expect(told(capped, events, '07 14:00')).toMatchObject([{ status: 'paused', pausedMs: 3 * 3_600_000 }])
  })

  it.each([
    ['a length without a pause', { maxPause: 'PT1H' }, 'missing-key clauses.reply.pause'],
    ['a number without a pause', { maxPauses: 1 }, 'missing-key clauses.reply.pause'],
    ['no time at all', { ...pausing, maxPause: 'PT0S' }, 'target-not-positive clauses.reply.maxPause'],
    ['a month', { ...pausing, maxPause: 'P1M' }, 'invalid-duration clauses.reply.maxPause'],
    ['no pause at all', { ...pausing, maxPauses: 0 }, 'out-of-range clauses.reply.maxPauses'],
  ] as const)('of %s are refused', (_, clause, expected) => {
    const parsed = parseAgreement(documentOf(clause))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([expected])
  })
})
