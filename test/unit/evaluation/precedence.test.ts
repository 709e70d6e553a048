import { describe, expect, it } from 'vitest'
import { happened, moved, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')

describe('[C2] in one event', () => {
  const both = (first: 'stop' | 'cancel' | 'reset', second: 'cancel' | 'reset') =>
    ({ [first]: { on: 'both' }, [second]: { on: 'both' } }) as Parameters<typeof outcomes>[0]

  it('a stop comes before a cancel', () => {
    expect(outcomes(both('stop', 'cancel'), [start, happened('07 10:00 both')], '07 12:00')).toEqual(['met 1h'])
  })

  it('a stop comes before a reset, which then finds no clock to supersede', () => {
    expect(outcomes(both('stop', 'reset'), [start, happened('07 10:00 both')], '07 12:00')).toEqual(['met 1h'])
  })

  it('a cancel comes before a reset', () => {
    expect(outcomes(both('cancel', 'reset'), [start, happened('07 10:00 both')], '07 12:00')).toEqual(['cancelled 1h'])
  })

  it('a stop comes before the loss of what the clause requires', () => {
    const clause = {
      stop: { on: 'lead.updated' },
      requires: { fact: 'lead', path: '$.gone', operator: 'notEqual', value: true },
    } as const
    expect(outcomes(clause, [start, happened('07 10:00 lead.updated', { gone: true })], '07 12:00')).toEqual(['met 1h'])
  })

  it('start and stop on one type close one cycle and open the next', () => {
    const clause = { start: { on: 'turn' }, stop: { on: 'turn' } } as const
    const turns = [happened('07 09:00 turn'), happened('07 10:00 turn'), happened('07 12:00 turn')]
    expect(outcomes(clause, turns, '07 13:00')).toEqual(['met 1h', 'met 2h', 'open 1h'])
  })

  it('cancel and start on one type cancel one cycle and open the next', () => {
    const clause = { start: { on: 'turn' }, cancel: { on: 'turn' } } as const
    expect(outcomes(clause, [happened('07 09:00 turn'), happened('07 10:00 turn')], '07 13:00')).toEqual([
      'cancelled 1h',
      'open 3h',
    ])
  })

  it('reset and start on one type supersede once', () => {
    const clause = { reset: { on: 'start' } } as const
    expect(outcomes(clause, [start, happened('07 10:00 start')], '07 13:00')).toEqual(['superseded 1h', 'open 3h'])
  })

  it('pause comes before start: the clock is born paused', () => {
    const clause = { pause: { on: 'start' }, resume: { on: 'wake' } } as const
    expect(outcomes(clause, [start, happened('07 10:00 wake'), happened('07 12:00 stop')], '07 13:00')).toEqual(['met 2h'])
  })

  it('stop comes before pause: the clock is met, and the lead paused from then on', () => {
    const clause = { stop: { on: 'stop' }, pause: { on: 'stop' }, resume: { on: 'wake' } } as const
    const events = [start, happened('07 10:00 stop'), happened('07 11:00 start')]
    expect(outcomes(clause, events, '07 13:00')).toEqual(['met 1h', 'paused 0h'])
  })

  it('where it pauses and resumes, the pause wins and goes on', () => {
    const clause = { pause: { enters: ['waiting', 'legal'] } } as const
    const events = [
      moved('07 08:00', 'mql'),
      start,
      moved('07 10:00', 'waiting'),
      moved('07 12:00', 'legal'),
      moved('07 14:00', 'mql'),
    ]
    expect(outcomes(clause, events, '07 13:00')).toEqual(['paused 1h'])
    expect(outcomes(clause, events, '07 15:00')).toEqual(['open 2h'])
  })
})

describe('[C2] a stop that is true already when the clock starts', () => {
  const met = {
    status: 'met',
    usedMs: 0,
    startedAt: '2026-04-07T09:00:00.000Z',
    stoppedAt: '2026-04-07T09:00:00.000Z',
    breachedAt: null,
  }

  it('is honoured for a state', () => {
    expect(told({ stop: { enters: 'mql' } }, [moved('07 08:00', 'mql'), start], '07 12:00')).toMatchObject([met])
  })

  it('is honoured for a disposition', () => {
    expect(told({ stop: { disposed: true } }, [moved('07 08:00', 'lost'), start], '07 12:00')).toMatchObject([met])
  })

  it('is honoured for a condition', () => {
    const clause = { stop: { becomes: { fact: 'owner', operator: 'equal', value: null } } } as const
    expect(told(clause, [happened('07 08:00 call'), start], '07 12:00')).toMatchObject([met])
  })

  it('is honoured for a clock that is born paused', () => {
    const clause = { stop: { enters: 'mql' }, pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    expect(told(clause, [moved('07 08:00', 'mql'), happened('07 08:30 hold'), start], '07 12:00')).toMatchObject([met])
  })

  it('is not honoured for an event that came before', () => {
    expect(outcomes({}, [happened('07 08:00 stop'), start], '07 12:00')).toEqual(['open 3h'])
  })

  it('is not honoured for a state that has been left, nor where its condition does not hold', () => {
    expect(
      outcomes({ stop: { enters: 'mql' } }, [moved('07 08:00', 'mql'), moved('07 08:30', 'waiting'), start], '07 12:00'),
    ).toEqual(['open 3h'])
    const clause = { stop: { enters: 'mql', when: { fact: 'lead', path: '$.ok', operator: 'equal', value: true } } } as const
    expect(outcomes(clause, [moved('07 08:00', 'mql'), start], '07 12:00')).toEqual(['open 3h'])
  })

  it('opens the next cycle again at the next start', () => {
    const events = [moved('07 08:00', 'mql'), start, happened('07 10:00 start')]
    expect(told({ stop: { enters: 'mql' } }, events, '07 12:00').map(({ key, status }) => `${key} ${status}`)).toEqual([
      'reply/L/1 met',
      'reply/L/2 met',
    ])
  })
})
