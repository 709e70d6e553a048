import { describe, expect, it } from 'vitest'
import { at, documentOf, evaluated, happened, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')

describe('[C6] cycles', () => {
  it('count from 1, and a start after a stop opens the next', () => {
    const events = [
      start,
      happened('07 10:00 stop'),
      happened('08 09:00 start'),
      happened('08 11:00 stop'),
      happened('09 09:00 start'),
    ]
    expect(told({}, events, '09 10:00').map(({ key, cycle, status }) => [key, cycle, status])).toEqual([
      ['reply/L/1', 1, 'met'],
      ['reply/L/2', 2, 'met'],
      ['reply/L/3', 3, 'open'],
    ])
  })

  it('a start while a clock is open changes nothing', () => {
    const events = [start, happened('07 10:00 start'), happened('07 11:00 stop')]
    expect(told({}, events, '07 12:00')).toMatchObject([{ startedAt: at('07 09:00'), status: 'met', usedMs: 7_200_000 }])
  })

  it('a start after a cancel opens the next', () => {
    const events = [start, happened('07 10:00 end'), happened('07 11:00 start')]
    expect(outcomes({ cancel: { on: 'end' } }, events, '07 12:00')).toEqual(['cancelled 1h', 'open 1h'])
  })

  it('a stop without an open clock does nothing', () => {
    expect(outcomes({}, [happened('07 08:00 stop'), happened('07 08:30 stop')], '07 12:00')).toEqual([])
  })

  it('once: a start after a stop, or after a cancel, opens none', () => {
    const clause = { once: true, cancel: { on: 'end' } }
    expect(outcomes(clause, [start, happened('07 10:00 stop'), happened('07 11:00 start')], '07 12:00')).toEqual(['met 1h'])
    expect(outcomes(clause, [start, happened('07 10:00 end'), happened('07 11:00 start')], '07 12:00')).toEqual(['cancelled 1h'])
  })
})

describe('[C6] a reset', () => {
  const clause = { reset: { on: 'again' } } as const

  it('closes the cycle as superseded and opens the next with a full budget', () => {
    expect(told(clause, [start, happened('07 12:00 again')], '07 13:00')).toMatchObject([
      { cycle: 1, status: 'superseded', closedAt: at('07 12:00'), stoppedAt: null, usedMs: 3 * 3_600_000 },
      { cycle: 2, status: 'open', startedAt: at('07 12:00'), dueAt: at('07 16:00') },
    ])
  })

  it('without an open clock does nothing', () => {
    expect(outcomes(clause, [happened('07 12:00 again')], '07 13:00')).toEqual([])
    expect(outcomes(clause, [start, happened('07 10:00 stop'), happened('07 12:00 again')], '07 13:00')).toEqual(['met 1h'])
  })

  it('keeps the lead paused where it is', () => {
    const events = [start, happened('07 10:00 hold'), happened('07 11:00 again'), happened('07 12:00 wake')]
    const paused = { ...clause, pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    expect(outcomes(paused, events, '07 13:00')).toEqual(['superseded 1h', 'open 1h'])
  })

  it('of a clause that says once opens the next all the same, which a start does not', () => {
    const once = { ...clause, once: true }
    const events = [start, happened('07 10:00 again'), happened('07 11:00 stop'), happened('07 12:00 start')]
    expect(outcomes(once, events, '07 13:00')).toEqual(['superseded 1h', 'met 1h'])
  })
})

describe('[C11] the dates of the agreement', () => {
  const effective = { from: '2026-04-08', to: '2026-04-10' }
  const startedOn = (text: string, timeZone = 'UTC') =>
    evaluated(documentOf({ clock: 'always' }, { effective, timeZone }), [happened(`${text} start`)], '30 00:00').obligations
      .length

  it('bind the cycles that start in them, from the first instant to before the last', () => {
    expect([startedOn('07 23:59'), startedOn('08 00:00'), startedOn('09 23:59'), startedOn('10 00:00')]).toEqual([0, 1, 1, 0])
  })

  it('are read in the zone of the agreement', () => {
    expect([startedOn('07 21:59', 'Europe/Berlin'), startedOn('07 22:00', 'Europe/Berlin')]).toEqual([0, 1])
    expect([startedOn('09 21:59', 'Europe/Berlin'), startedOn('09 22:00', 'Europe/Berlin')]).toEqual([1, 0])
  })

  it('let a cycle run on beyond them, and a reset beyond them closes without opening', () => {
    const document = documentOf({ clock: 'always', reset: { on: 'again' } }, { effective })
    const events = [happened('09 23:00 start'), happened('10 01:00 again')]
    expect(evaluated(document, events.slice(0, 1), '10 04:00').obligations).toMatchObject([
      { status: 'openBreached', dueAt: at('10 03:00') },
    ])
    expect(evaluated(document, events, '10 04:00').obligations).toMatchObject([{ status: 'superseded' }])
  })

  it('let what happened before them count for facts, owners and pauses', () => {
    const document = documentOf({ pause: { on: 'hold' }, resume: { on: 'wake' } }, { effective })
    const events = [happened('07 10:00 lead.assigned', { owner: 'anna' }), happened('07 11:00 hold'), happened('08 09:00 start')]
    expect(evaluated(document, events, '08 12:00').obligations).toMatchObject([{ status: 'paused', owner: 'anna', usedMs: 0 }])
  })
})
