import { describe, expect, it } from 'vitest'
import { advance, defineAgreement, init, nextWake, obligations, step } from '../../../src/index.ts'
import { at, documentOf, happened } from '../evaluation/one-clause.ts'
import { agreement, codeOf, stepped } from './one-lead.ts'

const start = happened('07 09:00 start')
const { state } = stepped([start, happened('07 10:00 note')])

describe('[E2] the window', () => {
  it('takes an event that is older than it as well, where none after it has left', () => {
    const { state: late } = stepped([start, happened('09 12:00 note'), happened('07 11:00 stop')])
    expect(obligations(agreement, late, { asOf: at('09 12:00') })).toMatchObject([{ status: 'met', closedAt: at('07 11:00') }])
  })

  it('takes an event in its place among those that it holds', () => {
    const { state: late, refused } = stepped([start, happened('07 12:00 note'), happened('07 11:00 stop')])
    expect(refused).toEqual([])
    expect(obligations(agreement, late, { asOf: at('07 13:00') })).toMatchObject([{ status: 'met', closedAt: at('07 11:00') }])
  })

  it('refuses an event that is older, and names the clocks that it may have changed', () => {
    const events = [
      happened('06 09:00 start'),
      happened('06 10:00 stop'),
      start,
      happened('07 12:00 note'),
      happened('09 12:00 note'),
      happened('07 10:00 stop'),
    ]
    const { refused, state: kept } = stepped(events)
    expect(refused).toMatchObject([{ code: 'late-event', path: ['at'] }])
    expect(refused[0]?.message).toContain('(it may have changed reply/L/2)')
    expect(obligations(agreement, kept, { asOf: at('09 12:00') })).toMatchObject([{ status: 'met' }, { status: 'openBreached' }])
  })

  it('names no clock where none was open since', () => {
    const events = [
      start,
      happened('07 10:00 stop'),
      happened('07 12:00 note'),
      happened('08 09:00 note'),
      happened('07 11:00 note'),
    ]
    expect(stepped(events, { window: { ms: 0 } }).refused[0]?.message).toContain('(it may have changed no clock)')
  })

  it('names a clock that the event could have reopened', () => {
    const reopening = defineAgreement(documentOf({ reopenWindow: 'PT2H' }))
    const events = [start, happened('07 10:00 stop'), happened('07 16:00 note')]
    const lateAt = (time: string) => {
      let kept = init(reopening, 'L', { window: { count: 0 } })
      for (const [index, event] of events.entries()) kept = step(reopening, kept, { id: `e${index}`, ...event }).state
      return step(reopening, kept, { id: 'late', ...happened(`${time} start`) }).refused[0]?.message
    }
    expect(lateAt('07 12:00')).toContain('(it may have changed reply/L/1)')
    expect(lateAt('07 12:01')).toContain('(it may have changed no clock)')
  })

  it('may hold nothing: then events come in order, or are refused', () => {
    const none = { window: { count: 0 } }
    const { state: bare } = stepped([start, happened('07 10:00 note')], none)
    expect(bare).not.toHaveProperty('recent')
    expect(stepped([start, happened('07 10:00 note'), happened('07 09:30 stop')], none).refused).toMatchObject([
      { code: 'late-event' },
    ])
    expect(stepped([start, happened('07 10:00 stop')], none).effects).toMatchObject([{ kind: 'closed' }])
  })

  it('that holds nothing takes the last event again, for a queue delivers at least once', () => {
    const stop = { ...happened('07 10:00 stop'), id: 's' }
    expect(stepped([start, stop, stop], { window: { count: 0 } })).toMatchObject({ effects: [], refused: [] })
  })

  it('of less than nothing is refused', () => {
    expect(codeOf(() => init(agreement, 'L', { window: { ms: -1 } }))).toBe('out-of-range window.ms')
    expect(codeOf(() => init(agreement, 'L', { window: { count: 1.5 } }))).toBe('out-of-range window.count')
  })

  it('answers for instants since it began, and for none before', () => {
    expect(obligations(agreement, state, { asOf: at('07 09:30') })).toMatchObject([{ status: 'open', usedMs: 1_800_000 }])
    const { state: bare } = stepped([start, happened('07 10:00 note')], { window: { count: 0 } })
    expect(codeOf(() => obligations(agreement, bare, { asOf: at('07 09:30') }))).toBe('out-of-range asOf')
  })

  it('refuses an event of another lead, and one that cannot be read, and stays as it was', () => {
    const other = step(agreement, state, { id: 'x', lead: 'M', type: 'stop', at: at('07 11:00') })
    const unread = step(agreement, state, { id: 'x', lead: 'L', type: 'stop', at: 'noon' })
    expect([other.refused[0]?.code, unread.refused[0]?.code]).toEqual(['invalid-event', 'invalid-instant'])
    expect([other.state, unread.state]).toEqual([state, state])
  })
})

describe('[F5] what wakes next', () => {
  it('is the next reminder, the due instant, then the instant after it, at which nobody can be in time any more', () => {
    const due = Date.parse(at('07 13:00'))
    expect(nextWake(agreement, state)).toBe(due)
    const { state: atDue, effects } = advance(agreement, state, due)
    expect(effects).toMatchObject([{ kind: 'due' }])
    expect(nextWake(agreement, atDue)).toBe(due + 1)
    const { state: late, effects: breach } = advance(agreement, atDue, due + 1)
    expect(breach).toMatchObject([{ kind: 'breach' }])
    expect(nextWake(agreement, late)).toBeNull()
  })

  it('is nothing while the clock is paused', () => {
    const paused = defineAgreement(documentOf({ pause: { on: 'hold' }, resume: { on: 'wake' } }))
    let held = init(paused, 'L')
    for (const [index, event] of [start, happened('07 10:00 hold')].entries())
      held = step(paused, held, { id: `e${index}`, ...event }).state
    expect(nextWake(paused, held)).toBeNull()
  })
})
