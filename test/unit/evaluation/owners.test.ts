import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../src/index.ts'
import { assigned, at, happened, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')
const hour = 3_600_000

describe('[C9] a clock that runs with its owner', () => {
  const clause = { runs: 'owner' } as const

  it('starts anew with each owner, and is owed by that one', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 11:00', 'bert'), happened('07 12:00 stop')]
    expect(told(clause, events, '07 13:00')).toMatchObject([
      { cycle: 1, owner: 'anna', team: 'east', status: 'superseded', usedMs: 2 * hour },
      { cycle: 2, owner: 'bert', team: 'west', status: 'met', usedMs: hour, startedAt: at('07 11:00') },
    ])
  })

  it('goes on when the same owner is assigned again, and follows the team', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 11:00', 'anna', { team: 'north' })]
    expect(told(clause, events, '07 12:00')).toMatchObject([{ cycle: 1, status: 'open', owner: 'anna', team: 'north' }])
  })

  it('starts anew when the lead is taken from its owner: from then on it is nobody, which is routing', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 11:00', null), assigned('07 12:00', 'bert')]
    expect(told(clause, events, '07 13:00').map(({ owner, status }) => [owner, status])).toEqual([
      ['anna', 'superseded'],
      [null, 'superseded'],
      ['bert', 'open'],
    ])
  })

  it('does nothing without an open clock', () => {
    const events = [start, happened('07 10:00 stop'), assigned('07 11:00', 'anna'), assigned('07 12:00', 'bert')]
    expect(outcomes(clause, events, '07 13:00')).toEqual(['met 1h'])
  })

  it('keeps a breach with the owner who broke it', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 14:00', 'bert')]
    expect(told(clause, events, '07 15:00')).toMatchObject([
      { owner: 'anna', status: 'superseded', breachedAt: at('07 13:00') },
      { owner: 'bert', status: 'open', breachedAt: null },
    ])
  })

  it('comes after a stop by the assignment itself', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'bert')]
    expect(outcomes({ ...clause, stop: { on: 'lead.assigned' } }, events, '07 12:00')).toEqual(['met 1h'])
  })

  it('is not what a lead clock does, which runs on', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 11:00', 'bert')]
    expect(outcomes({}, events, '07 12:00')).toEqual(['open 3h'])
    expect(outcomes({ runs: 'lead' }, events, '07 12:00')).toEqual(['open 3h'])
  })
})

describe('[C9] attribution', () => {
  // Anna has it for two hours, Bert for two and a half, past the due instant at 13:00; then Mira.
  const events = [assigned('07 08:00', 'anna'), start, assigned('07 11:00', 'bert'), assigned('07 13:30', 'mira')]
  const ownerOf = (attribution: Attribution | undefined, asOf = '07 14:00') =>
    told(attribution ? { attribution } : {}, events, asOf)[0]?.owner

  it('is to the owner when it was due, unless the clause says otherwise', () => {
    expect([ownerOf(undefined), ownerOf('ownerAtDue')]).toEqual(['bert', 'bert'])
  })

  it('is to the owner at the start', () => {
    expect(ownerOf('ownerAtStart')).toBe('anna')
  })

  it('is to the last owner, also of a breach', () => {
    expect(ownerOf('lastOwner')).toBe('mira')
  })

  it('proportional names the one who used the most of it, the first of equals', () => {
    expect(ownerOf('proportional')).toBe('bert')
    expect(ownerOf('proportional', '07 12:00')).toBe('anna')
    const equal = [assigned('07 08:00', 'bert'), start, assigned('07 10:00', 'anna'), happened('07 11:00 stop')]
    expect(told({ attribution: 'proportional' }, equal, '07 12:00')).toMatchObject([{ owner: 'bert' }])
  })

  it('proportional counts an open clock until the instant at which one looks', () => {
    const open = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'bert')]
    expect(told({ attribution: 'proportional' }, open, '07 12:00')).toMatchObject([{ owner: 'bert' }])
  })

  it('proportional adds up what somebody used in several turns', () => {
    const turns = [
      assigned('07 08:00', 'anna'),
      start,
      assigned('07 10:00', 'bert'),
      assigned('07 11:30', 'anna'),
      happened('07 12:30 stop'),
    ]
    expect(told({ attribution: 'proportional' }, turns, '07 13:00')).toMatchObject([{ owner: 'anna', team: 'east' }])
  })
})

describe('[C9] the owners of a clock', () => {
  const ownersOf = (...args: Parameters<typeof told>) =>
    told(...args)[0]?.owners.map(({ owner, team, usedMs }) => [owner, team, usedMs / hour])

  it('is the one owner with all that was used', () => {
    expect(ownersOf({}, [assigned('07 08:00', 'anna'), start, happened('07 11:00 stop')], '07 12:00')).toEqual([
      ['anna', 'east', 2],
    ])
  })

  it('are in the order in which they first had it, each with the business time used, and nobody is nobody', () => {
    const events = [start, assigned('07 10:00', 'bert'), assigned('07 16:00', 'anna'), assigned('08 10:00', 'bert')]
    expect(ownersOf({}, events, '08 12:00')).toEqual([
      [null, null, 1],
      ['bert', 'west', 8],
      ['anna', 'east', 2],
    ])
  })

  it('are told apart by team', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'anna', { team: 'north' })]
    expect(ownersOf({}, events, '07 12:00')).toEqual([
      ['anna', 'east', 1],
      ['anna', 'north', 2],
    ])
  })

  it('are charged nothing for a pause', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const events = [
      assigned('07 08:00', 'anna'),
      start,
      happened('07 10:00 hold'),
      assigned('07 12:00', 'bert'),
      happened('07 13:00 wake'),
    ]
    expect(ownersOf(clause, events, '07 14:00')).toEqual([
      ['anna', 'east', 1],
      ['bert', 'west', 1],
    ])
  })

  it('include who had it for no time at all', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'bert'), assigned('07 10:00', 'mira')]
    expect(ownersOf({}, events, '07 11:00')).toEqual([
      ['anna', 'east', 1],
      ['bert', 'west', 0],
      ['mira', null, 1],
    ])
  })
})
