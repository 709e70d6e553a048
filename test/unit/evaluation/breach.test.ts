import { describe, expect, it } from 'vitest'
import { assigned, at, happened, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')

describe('[C4] a clock', () => {
  it('is met when it is stopped at its due instant, and late a millisecond after', () => {
    expect(told({}, [start, happened('07 13:00 stop')], '08 09:00')).toMatchObject([
      { status: 'met', breachedAt: null, usedMs: 4 * 3_600_000 },
    ])
    const late = happened('07 13:00 stop', {}, { at: '2026-04-07T13:00:00.001Z' })
    expect(told({}, [start, late], '08 09:00')).toMatchObject([
      { status: 'metLate', breachedAt: at('07 13:00'), usedMs: 4 * 3_600_000 + 1 },
    ])
  })

  it('is open at its due instant, and breached a millisecond after', () => {
    expect(told({}, [start], '07 13:00')).toMatchObject([{ status: 'open', breachedAt: null }])
    expect(told({}, [start], '07 13:01')).toMatchObject([
      { status: 'openBreached', breachedAt: at('07 13:00'), dueAt: at('07 13:00') },
    ])
  })

  it('is breached at the instant when it was due, whoever looks when', () => {
    for (const asOf of ['07 14:00', '09 09:00', '29 23:59']) {
      expect(told({}, [start], asOf)).toMatchObject([{ breachedAt: at('07 13:00') }])
    }
  })

  it('is due at the close when its budget ends there, and in time until then though nobody works later', () => {
    const late = happened('07 13:00 start')
    expect(told({}, [late], '07 17:00')).toMatchObject([{ status: 'open', dueAt: at('07 17:00') }])
    expect(told({}, [late], '07 18:00')).toMatchObject([{ status: 'openBreached', breachedAt: at('07 17:00') }])
  })
})

describe('[C5] a breach never disappears', () => {
  const late = [start, happened('07 14:00 end')]

  it.each(['stop', 'cancel', 'reset'] as const)('through a %s', (key) => {
    const [first] = told({ [key]: { on: 'end' } }, late, '08 09:00')
    expect(first?.breachedAt).toBe(at('07 13:00'))
    expect(first?.status).toBe({ stop: 'metLate', cancel: 'cancelled', reset: 'superseded' }[key])
  })

  it('through the loss of what the clause requires', () => {
    const clause = { requires: { fact: 'owner', operator: 'equal', value: 'anna' } } as const
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 14:00', null)]
    expect(told(clause, events, '08 09:00')).toMatchObject([{ status: 'cancelled', breachedAt: at('07 13:00') }])
  })

  it('and a clock that was closed in time has none', () => {
    for (const key of ['cancel', 'reset'] as const) {
      expect(told({ [key]: { on: 'end' } }, [start, happened('07 12:00 end')], '08 16:00')[0]).toMatchObject({ breachedAt: null })
    }
  })
})

describe('[C5] every outcome', () => {
  it('has what belongs to it', () => {
    const pausing = { pause: { on: 'hold' }, resume: { on: 'wake' }, cancel: { on: 'cancel' }, reset: { on: 'reset' } } as const
    const ended = (...texts: string[]) => outcomes(pausing, [start, ...texts.map((text) => happened(text))], '07 16:00')[0]
    expect(ended('07 10:00 stop')).toBe('met 1h')
    expect(ended('07 14:00 stop')).toBe('metLate 5h')
    expect(ended('07 10:00 hold')).toBe('paused 1h')
    expect(ended('07 10:00 hold', '07 15:00 wake')).toBe('open 2h')
    expect(ended()).toBe('openBreached 7h')
    expect(ended('07 10:00 cancel')).toBe('cancelled 1h')
    expect(ended('07 10:00 reset')).toBe('superseded 1h')
  })
})
