import { describe, expect, it } from 'vitest'
import { at, documentOf, evaluated, happened, outcomes, told } from './one-clause.ts'

const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
const clause = {
  onChange: 'restart',
  within: [
    { name: 'hot', when: hot, target: 'PT1H' },
    { name: 'warm', target: 'PT4H' },
  ],
} as const
const start = happened('07 09:00 start')
const scored = (when: string, score: number, more: Record<string, unknown> = {}) =>
  happened(`${when} lead.updated`, { score, ...more })

describe('[C7] onChange: restart', () => {
  it('closes the clock as superseded when another goal wins, and opens the next cycle with all its time', () => {
    expect(told(clause, [start, scored('07 11:00', 90)], '07 11:30')).toMatchObject([
      { cycle: 1, goal: 'warm', status: 'superseded', closedAt: at('07 11:00'), dueAt: at('07 13:00'), stoppedAt: null },
      { cycle: 2, goal: 'hot', status: 'open', startedAt: at('07 11:00'), dueAt: at('07 12:00') },
    ])
  })

  it('does nothing when the goal stays the same', () => {
    expect(outcomes(clause, [start, scored('07 10:00', 10), scored('07 11:00', 20)], '07 12:00')).toEqual(['open 3h'])
  })

  it('keeps the goal, and the cycle, when none wins any more', () => {
    const [conditional] = clause.within
    const events = [happened('07 08:00 lead.created', { score: 90 }), start, scored('07 09:30', 10)]
    expect(outcomes({ ...clause, within: [conditional] }, events, '07 10:00')).toEqual(['open 1h'])
  })

  it('leaves the breach with the cycle that it belongs to', () => {
    expect(told(clause, [start, scored('07 14:00', 90)], '07 14:30')).toMatchObject([
      { status: 'superseded', breachedAt: at('07 13:00') },
      { status: 'open', breachedAt: null },
    ])
  })

  it('comes after a stop and a cancel of the same event', () => {
    const by = (trigger: object) => outcomes({ ...clause, ...trigger }, [start, scored('07 10:00', 90)], '07 12:00')
    expect(by({ stop: { on: 'lead.updated' } })).toEqual(['met 1h'])
    expect(by({ cancel: { on: 'lead.updated' } })).toEqual(['cancelled 1h'])
  })

  it('restarts once where a reset and a start fall on the same event', () => {
    const both = { ...clause, reset: { on: 'lead.updated' }, start: { on: ['start', 'lead.updated'] } } as const
    expect(outcomes(both, [start, scored('07 10:00', 90)], '07 10:30')).toEqual(['superseded 1h', 'open 0.5h'])
  })

  it('counts on past once, which is about starts', () => {
    expect(outcomes({ ...clause, once: true }, [start, scored('07 10:00', 90)], '07 10:30')).toEqual([
      'superseded 1h',
      'open 0.5h',
    ])
  })

  it('reads a due instant from a fact anew without restarting', () => {
    const promised = { onChange: 'restart', within: { dueFrom: { fact: 'lead', path: '$.respondBy' } } } as const
    const events = [
      happened('07 08:00 lead.created', { respondBy: at('07 12:00') }),
      start,
      scored('07 10:00', 10, { respondBy: at('07 15:00') }),
    ]
    expect(told(promised, events, '07 11:00')).toMatchObject([{ cycle: 1, status: 'open', dueAt: at('07 15:00') }])
  })

  it('beyond the dates of the agreement closes without opening, as a reset does', () => {
    const document = documentOf({ ...clause, clock: 'always' }, { effective: { to: '2026-04-08' } })
    const events = [happened('07 23:00 start'), scored('08 01:00', 90)]
    expect(evaluated(document, events, '08 02:00').obligations).toMatchObject([{ status: 'superseded' }])
  })
})
