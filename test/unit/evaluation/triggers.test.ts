import { describe, expect, it } from 'vitest'
import { assigned, happened, moved, outcomes, told } from './one-clause.ts'

const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
const longTalk = { fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 } as const
const start = happened('07 09:00 start')

describe('[C1] a trigger by event', () => {
  it('fires on its type and on no other', () => {
    expect(outcomes({}, [start, happened('07 10:00 call'), happened('07 11:00 stop')], '07 17:00')).toEqual(['met 2h'])
  })

  it('fires on each of several types', () => {
    for (const type of ['call', 'mail']) {
      expect(outcomes({ stop: { on: ['call', 'mail'] } }, [start, happened(`07 10:00 ${type}`)], '07 17:00')).toEqual(['met 1h'])
    }
  })

  it('fires only where its condition holds', () => {
    const calls = [
      happened('07 10:00 call', { seconds: 30 }),
      happened('07 11:00 call'),
      happened('07 12:00 call', { seconds: 31 }),
    ]
    expect(outcomes({ stop: { on: 'call', when: longTalk } }, [start, ...calls], '07 17:00')).toEqual(['met 3h'])
  })

  it('sees the facts as they are after the event', () => {
    const clause = { start: { on: 'lead.updated', when: hot } } as const
    expect(outcomes(clause, [happened('07 09:00 lead.updated', { score: 80 })], '07 10:00')).toEqual(['open 1h'])
    const owned = { start: { on: 'lead.assigned', when: { fact: 'owner', operator: 'equal', value: 'anna' } } } as const
    expect(outcomes(owned, [assigned('07 09:00', 'anna')], '07 10:00')).toEqual(['open 1h'])
    const inMql = { start: { on: 'lead.moved', when: { fact: 'state', operator: 'equal', value: 'mql' } } } as const
    expect(outcomes(inMql, [moved('07 09:00', 'mql')], '07 10:00')).toEqual(['open 1h'])
  })

  it('knows the actor of the event', () => {
    const clause = {
      stop: { on: 'mail', when: { fact: 'event', path: '$.actor.kind', operator: 'equal', value: 'human' } },
    } as const
    const robot = happened('07 10:00 mail', {}, { actor: { id: 'mailer', kind: 'automation' } })
    const anna = happened('07 11:00 mail', {}, { actor: { id: 'anna', kind: 'human' } })
    const [only] = told(clause, [start, robot, anna], '07 17:00')
    expect(only).toMatchObject({ status: 'met', stoppedBy: 'anna', stoppedAt: '2026-04-07T11:00:00.000Z' })
  })
})

describe('[C1] a trigger by state', () => {
  it('enters fires on the move into the state, whatever the state before', () => {
    expect(outcomes({ start: { enters: 'mql' } }, [happened('07 09:00 call'), moved('07 10:00', 'mql')], '07 12:00')).toEqual([
      'open 2h',
    ])
  })

  it('enters fires for the initial state with the first event, and for the state of a first event that is a move', () => {
    expect(outcomes({ start: { enters: 'new' } }, [happened('07 09:00 call')], '07 10:00')).toEqual(['open 1h'])
    expect(outcomes({ start: { enters: 'new' } }, [moved('07 09:00', 'mql')], '07 10:00')).toEqual([])
    expect(outcomes({ start: { enters: 'mql' } }, [moved('07 09:00', 'mql')], '07 10:00')).toEqual(['open 1h'])
  })

  it('a move to the state where the lead is already is no move', () => {
    const clause = { start: { enters: 'mql' }, stop: { leaves: 'mql' } } as const
    const events = [moved('07 09:00', 'mql'), moved('07 10:00', 'mql'), moved('07 11:00', 'won')]
    expect(outcomes(clause, events, '07 12:00')).toEqual(['met 2h'])
    expect(
      outcomes({ reset: { enters: 'mql' } }, [moved('07 09:00', 'mql'), start, moved('07 10:00', 'mql')], '07 12:00'),
    ).toEqual(['open 3h'])
  })

  it('leaves fires on the move out, and not for a lead that begins elsewhere', () => {
    const clause = { start: { leaves: 'new' } } as const
    expect(outcomes(clause, [happened('07 09:00 call'), moved('07 10:00', 'mql')], '07 12:00')).toEqual(['open 2h'])
    expect(outcomes(clause, [moved('07 10:00', 'mql')], '07 12:00')).toEqual([])
  })

  it('disposed fires on entering any disposition', () => {
    for (const state of ['won', 'lost']) {
      expect(outcomes({ stop: { disposed: true } }, [start, moved('07 10:00', state)], '07 12:00')).toEqual(['met 1h'])
    }
    expect(outcomes({ stop: { disposed: true } }, [start, moved('07 10:00', 'waiting')], '07 12:00')).toEqual(['open 3h'])
  })

  it('fires only where its condition holds', () => {
    const clause = { start: { enters: 'mql', when: hot } } as const
    const cold = [happened('07 09:00 lead.created', { score: 10 }), moved('07 10:00', 'mql')]
    expect(outcomes(clause, cold, '07 12:00')).toEqual([])
    expect(outcomes(clause, [happened('07 09:00 lead.created', { score: 90 }), moved('07 10:00', 'mql')], '07 12:00')).toEqual([
      'open 2h',
    ])
  })
})

describe('[C1] a trigger by condition', () => {
  const clause = { start: { becomes: hot }, stop: { on: 'stop' } } as const

  it('fires when the condition becomes true, and not while it stays so', () => {
    const events = [
      happened('07 09:00 lead.created', { score: 90 }),
      happened('07 10:00 stop'),
      happened('07 11:00 lead.updated', { score: 95 }),
      happened('07 12:00 lead.updated', { score: 10 }),
      happened('07 13:00 lead.updated', { score: 85 }),
    ]
    expect(outcomes(clause, events, '07 14:00')).toEqual(['met 1h', 'open 1h'])
  })

  it('nothing holds before the first event', () => {
    const unowned = { start: { becomes: { fact: 'owner', operator: 'equal', value: null } } } as const
    expect(outcomes(unowned, [happened('07 09:00 call')], '07 10:00')).toEqual(['open 1h'])
  })

  it('may read the state, the owner and the team', () => {
    const byState = { start: { becomes: { fact: 'state', operator: 'in', value: ['mql', 'waiting'] } } } as const
    const moves = [happened('07 09:00 call'), moved('07 10:00', 'mql'), moved('07 11:00', 'waiting')]
    expect(outcomes(byState, moves, '07 12:00')).toEqual(['open 2h'])
    const byTeam = { start: { becomes: { fact: 'team', operator: 'equal', value: 'east' } } } as const
    expect(outcomes(byTeam, [assigned('07 09:00', 'bert'), assigned('07 10:00', 'anna')], '07 12:00')).toEqual(['open 2h'])
  })
})

describe('[C1] what a clause requires', () => {
  const owned = { requires: { fact: 'owner', operator: 'notEqual', value: null } } as const

  it('cancels an open clock when it is lost', () => {
    const [only] = told(owned, [assigned('07 08:00', 'anna'), start, assigned('07 10:00', null)], '07 12:00')
    expect(only).toMatchObject({ status: 'cancelled', closedAt: '2026-04-07T10:00:00.000Z', stoppedAt: null, usedMs: 3_600_000 })
  })

  it('lets no clock open while it does not hold, and opens none when it comes to hold', () => {
    expect(told(owned, [start, assigned('07 10:00', 'anna')], '07 12:00')).toEqual([])
  })

  it('leaves a clock alone while it holds', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'bert'), happened('07 11:00 stop')]
    expect(outcomes(owned, events, '07 12:00')).toEqual(['met 2h'])
  })
})
