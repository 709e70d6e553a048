import { describe, expect, it } from 'vitest'
import { assigned, at, happened, told } from './one-clause.ts'

const start = happened('07 09:00 start')
const ownersOf = (...args: Parameters<typeof told>) => told(...args).map(({ owner, team }) => [owner, team])

describe('[C9] the owner of a clock', () => {
  it('is nobody for a lead that nobody owns', () => {
    expect(ownersOf({}, [start], '07 10:00')).toEqual([[null, null]])
  })

  it('is who owned the lead when the clock was due', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 12:00', 'bert'), assigned('07 14:00', 'mira')]
    expect(ownersOf({}, events, '07 16:00')).toEqual([['bert', 'west']])
  })

  it('is who is assigned at the very due instant', () => {
    expect(ownersOf({}, [assigned('07 08:00', 'anna'), start, assigned('07 13:00', 'bert')], '07 16:00')).toEqual([
      ['bert', 'west'],
    ])
    expect(ownersOf({}, [assigned('07 08:00', 'anna'), start, assigned('07 13:01', 'bert')], '07 16:00')).toEqual([
      ['anna', 'east'],
    ])
  })

  it('is the last one of a clock in time', () => {
    const events = [
      assigned('07 08:00', 'anna'),
      start,
      assigned('07 10:00', 'bert'),
      happened('07 11:00 stop'),
      assigned('07 12:00', 'anna'),
    ]
    expect(ownersOf({}, events, '07 16:00')).toEqual([['bert', 'west']])
  })

  it('is not changed by the very event that closes the clock', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 10:00', 'bert')]
    expect(ownersOf({ stop: { on: 'lead.assigned' } }, events, '07 16:00')).toEqual([['anna', 'east']])
    expect(ownersOf({ cancel: { on: 'lead.assigned' } }, events, '07 16:00')).toEqual([['anna', 'east']])
    expect(ownersOf({ reset: { on: 'lead.assigned' } }, events, '07 11:00')).toEqual([
      ['anna', 'east'],
      ['bert', 'west'],
    ])
  })

  it('is the new one of a clock that the assignment itself starts', () => {
    expect(ownersOf({ start: { on: 'lead.assigned' } }, [assigned('07 09:00', 'anna')], '07 10:00')).toEqual([['anna', 'east']])
  })

  it('was the owner then, also where the clock is found late only afterwards', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
    const clause = { within: [{ when: hot, target: 'PT1H' }, { target: 'PT4H' }] } as const
    const events = [
      assigned('07 08:00', 'anna'),
      start,
      assigned('07 10:30', 'bert'),
      happened('07 11:00 lead.updated', { score: 90 }),
    ]
    expect(told(clause, events, '07 12:00')).toMatchObject([{ breachedAt: at('07 10:00'), owner: 'anna', team: 'east' }])
  })

  it('goes on changing while the clock is paused, for it is not due', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const events = [
      assigned('07 08:00', 'anna'),
      start,
      happened('07 10:00 hold'),
      assigned('08 10:00', 'bert'),
      happened('08 11:00 wake'),
    ]
    expect(told(clause, events, '08 15:00')).toMatchObject([{ breachedAt: at('08 14:00'), owner: 'bert' }])
  })

  it('has the team that the assignment names, else the team of the member, and none when unassigned', () => {
    expect(ownersOf({}, [assigned('07 08:00', 'anna', { team: 'north' }), start], '07 10:00')).toEqual([['anna', 'north']])
    expect(ownersOf({}, [assigned('07 08:00', 'stranger'), start], '07 10:00')).toEqual([['stranger', null]])
    expect(ownersOf({}, [assigned('07 08:00', 'anna'), assigned('07 08:30', null), start], '07 10:00')).toEqual([[null, null]])
  })
})
