import { describe, expect, it } from 'vitest'
import { parseAgreement } from '../../../src/index.ts'
import { assigned, at, documentOf, evaluated, happened, moved, outcomes, told } from './one-clause.ts'

const clause = { reopenWindow: 'PT2H' } as const
const start = happened('07 09:00 start')
const stop = happened('07 11:00 stop')
const again = happened('07 12:00 start')
const hour = 3_600_000

describe('[C6] a start within the reopen window', () => {
  it('goes on with the same cycle; the time between is a pause, and due moves with it', () => {
    expect(told(clause, [start, stop, again], '07 13:00')).toMatchObject([
      {
        cycle: 1,
        status: 'open',
        startedAt: at('07 09:00'),
        dueAt: at('07 14:00'),
        usedMs: 3 * hour,
        pausedMs: hour,
        closedAt: null,
      },
    ])
  })

  it('is one until the last instant of it, on the wall', () => {
    expect(outcomes(clause, [start, stop, happened('07 13:00 start')], '07 13:30')).toEqual(['open 2.5h'])
    expect(outcomes(clause, [start, stop, happened('07 13:01 start')], '07 13:31')).toEqual(['met 2h', 'open 0.5h'])
    const overnight = [start, happened('07 17:00 stop'), happened('07 19:00 start')]
    expect(outcomes(clause, overnight, '08 10:00')).toEqual(['openBreached 9h'])
  })

  it('may come again and again, each time anew after the stop', () => {
    const events = [start, stop, again, happened('07 12:30 stop'), happened('07 14:30 start'), happened('07 15:00 stop')]
    expect(told(clause, events, '07 16:00')).toMatchObject([
      { cycle: 1, status: 'met', closedAt: at('07 15:00'), usedMs: 3 * hour, pausedMs: 3 * hour },
    ])
  })

  it('moves no due instant that was breached, and the breach stays', () => {
    const events = [start, happened('07 14:00 stop'), happened('07 15:00 start'), happened('07 15:30 stop')]
    expect(told(clause, events, '07 16:00')).toMatchObject([
      { cycle: 1, status: 'metLate', breachedAt: at('07 13:00'), dueAt: at('07 13:00'), closedAt: at('07 15:30') },
    ])
  })

  it('finds nothing left of a target that was used up to the last minute', () => {
    const events = [start, happened('07 13:00 stop'), happened('07 14:00 start')]
    expect(told(clause, events, '07 14:01')).toMatchObject([{ status: 'openBreached', breachedAt: at('07 13:00') }])
  })

  it('after a cancel or a reset opens the next cycle', () => {
    const cancelled = { ...clause, cancel: { on: 'end' } }
    expect(outcomes(cancelled, [start, happened('07 10:00 end'), happened('07 11:00 start')], '07 12:00')).toEqual([
      'cancelled 1h',
      'open 1h',
    ])
    const document = documentOf({ ...clause, reset: { on: 'again' } }, { effective: { to: '2026-04-08' } })
    const events = [happened('07 16:00 start'), happened('08 09:00 again'), happened('08 10:00 start')]
    expect(evaluated(document, events, '08 11:00').obligations).toMatchObject([{ status: 'superseded' }])
  })

  it('stands even where the clause says once', () => {
    const once = { ...clause, once: true }
    expect(outcomes(once, [start, stop, again], '07 13:00')).toEqual(['open 3h'])
    expect(outcomes(once, [start, stop, happened('07 14:00 start')], '07 15:00')).toEqual(['met 2h'])
  })

  it('is not the very event that stopped the clock, which opens the next cycle', () => {
    const both = { ...clause, stop: { on: 'start' } } as const
    expect(outcomes(both, [start, happened('07 10:00 start')], '07 11:00')).toEqual(['met 1h', 'open 1h'])
  })

  it('reopens nothing while the stop is a state that the lead is still in', () => {
    const won = { ...clause, stop: { enters: 'won' } } as const
    const events = [start, moved('07 11:00', 'won'), again]
    expect(told(won, events, '07 13:00')).toMatchObject([{ status: 'met', closedAt: at('07 11:00') }])
    expect(outcomes(won, [start, moved('07 11:00', 'won'), moved('07 11:30', 'lost'), again], '07 13:00')).toEqual(['open 3h'])
  })

  it('reopens nothing while what the clause requires does not hold', () => {
    const owned = { ...clause, requires: { fact: 'owner', operator: 'notEqual', value: null } } as const
    const events = [assigned('07 08:00', 'anna'), start, stop, assigned('07 11:30', null), again]
    expect(outcomes(owned, events, '07 13:00')).toEqual(['met 2h'])
  })

  it('hands the clock to who owns the lead by then', () => {
    const events = [assigned('07 08:00', 'anna'), start, stop, assigned('07 11:10', 'mira'), assigned('07 11:20', 'bert'), again]
    expect(told(clause, events, '07 13:00')).toMatchObject([
      {
        owner: 'bert',
        owners: [
          { owner: 'anna', team: 'east', usedMs: 2 * hour },
          { owner: 'bert', team: 'west', usedMs: hour },
        ],
      },
    ])
  })

  it('stays paused where the lead is', () => {
    const paused = { ...clause, pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const held = [start, stop, happened('07 11:30 hold'), again]
    expect(told(paused, held, '07 13:00')).toMatchObject([{ status: 'paused', usedMs: 2 * hour, pausedMs: 2 * hour }])
    expect(outcomes(paused, [...held, happened('07 13:00 wake')], '07 14:00')).toEqual(['open 3h'])
    const stoppedPaused = [start, happened('07 10:00 hold'), stop, happened('07 11:30 wake'), again]
    expect(told(paused, stoppedPaused, '07 13:00')).toMatchObject([{ status: 'open', usedMs: 2 * hour, pausedMs: 2 * hour }])
  })

  it('follows what changed meanwhile', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
    const goals = { ...clause, within: [{ when: hot, target: 'PT3H' }, { target: 'PT4H' }] } as const
    const events = [start, stop, happened('07 11:30 lead.updated', { score: 90 }), again]
    expect(told(goals, events, '07 12:00')).toMatchObject([{ goal: '1', dueAt: at('07 13:00') }])
    expect(told({ ...goals, onChange: 'keep' }, events, '07 12:00')).toMatchObject([{ goal: '2', dueAt: at('07 14:00') }])
    expect(outcomes({ ...goals, onChange: 'restart' }, events, '07 13:00')).toEqual(['met 2h', 'open 1h'])
  })

  it('is never before the stop', () => {
    const parsed = parseAgreement(documentOf({ reopenWindow: '-PT1H' }))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['out-of-range', 'reopenWindow'],
    ])
  })
})
