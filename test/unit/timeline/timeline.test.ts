import { describe, expect, test } from 'vitest'
import { LeadSlaError } from '../../../src/index.ts'
import { renderTimeline, type Timeline, timeline } from '../../../src/report.ts'
import { assigned, at, documentOf, type Happened, happened } from '../evaluation/one-clause.ts'
import { pictured } from './one-timeline.ts'

const hourMs = 3_600_000
const told = ({ marks }: Timeline) => marks.map(({ at: when, what, name }) => [when.slice(8, 16), what, name])
const pause = { pause: { on: 'sleep' }, resume: { on: 'wake' } }

describe('the marks of a clock', () => {
  test('are its turns, its due instant, and what else happened to the lead', () => {
    const anna = { actor: { id: 'anna' } }
    const events = [
      assigned('07 09:00', 'anna'),
      happened('07 10:00 start'),
      happened('07 10:30 note.added', undefined, anna),
      assigned('07 11:00', 'bert'),
      happened('07 12:00 sleep'),
      happened('07 13:00 wake'),
      happened('07 16:30 stop', undefined, anna),
    ]
    expect(told(pictured(events, '08 09:00', { clause: pause }))).toEqual([
      ['07T10:00', 'started', null],
      ['07T10:30', 'event', 'Anna'],
      ['07T11:00', 'handedOver', 'Bert'],
      ['07T12:00', 'paused', null],
      ['07T13:00', 'resumed', null],
      ['07T15:00', 'due', null],
      ['07T16:30', 'stopped', 'Anna'],
    ])
  })
  test('say which stop did not count', () => {
    const stop = { on: 'call', when: { all: [{ fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 }] } }
    const events = [
      happened('07 10:00 start'),
      happened('07 11:00 call', { seconds: 4 }),
      happened('07 12:00 call', { seconds: 90 }),
    ]
    expect(told(pictured(events, '08 09:00', { clause: { stop } })).map(([, what]) => what)).toEqual([
      ...['started', 'notCounted', 'stopped', 'due'],
    ])
  })
  test('are the reminders that were sent and those that would come, and the steps of the ladder', () => {
    const clause = {
      reminders: [
        { name: 'half', share: 0.5, to: 'owner' },
        { name: 'soon', before: 'PT30M', to: 'owner' },
      ],
      escalation: [{ name: 'boss', after: 'PT1H', action: 'notify' as const, to: 'manager' }],
    }
    const events = [happened('07 10:00 start')]
    const soon = pictured(events, '07 13:00', { clause })
    expect(soon.marks.map(({ what, name, isAhead }) => [what, name, isAhead])).toEqual([
      ['started', null, false],
      ['reminder', 'half', false],
      ['now', null, false],
      ['reminder', 'soon', true],
      ['due', null, true],
    ])
    const late = pictured(events, '07 16:00', { clause })
    expect(late.marks.map(({ what, to }) => [what, to]).slice(3)).toEqual([
      ...[
        ['due', null],
        ['escalation', 'manager'],
        ['now', null],
      ],
    ])
  })
  test('leave out what is known later, or happened after', () => {
    const events = [
      happened('07 10:00 start'),
      happened('07 10:30 note.added', undefined, { recordedAt: at('09 10:00') }),
      happened('07 15:00 stop'),
      happened('08 15:00 note.added'),
    ]
    const numbered = events.map((event, index) => ({ id: `e${index}`, ...event }))
    const options = { asOf: at('08 10:00'), key: 'reply/L/1' }
    const known = timeline(documentOf(), numbered, { ...options, knownAt: at('08 10:00') })
    expect(told(known).map(([, what]) => what)).toEqual(['started', 'due', 'stopped'])
    expect(told(timeline(documentOf(), numbered, options)).map(([, what]) => what)).toEqual([
      'started',
      'event',
      'due',
      'stopped',
    ])
  })
})

describe('what is shown', () => {
  test('goes on to the due instant of a clock that was in time, and not of one that was called off', () => {
    const events = [happened('07 10:00 start')]
    const kept = pictured([...events, happened('07 11:00 stop')], '09 10:00')
    expect([kept.until, kept.to, kept.usedMs, kept.usedAtDueMs]).toEqual([at('07 11:00'), at('07 14:00'), hourMs, 4 * hourMs])
    expect(kept.ahead.map(({ why, ms }) => [why, ms / hourMs])).toEqual([['open', 3]])
    const cancelled = pictured([...events, happened('07 11:00 off')], '09 10:00', { clause: { cancel: { on: 'off' } } })
    expect([cancelled.to, cancelled.dueAt, cancelled.ahead]).toEqual([at('07 11:00'), null, []])
  })
  test('of a clock that is paused is when it would be due', () => {
    const paused = pictured([happened('07 10:00 start'), happened('07 11:00 sleep')], '07 12:00', { clause: pause })
    expect([paused.dueAt, paused.isDueIfResumed, paused.pausedMs]).toEqual([at('07 15:00'), true, hourMs])
  })
  test('are the dates in the zone of the calendar, and the change of its clocks', () => {
    const clause = { clock: 'always', within: 'PT8H' }
    const berlin = { timeZone: 'Europe/Berlin', calendars: {} }
    const start: Happened = { ...happened('07 10:00 start'), at: '2026-03-28T22:00:00.000Z' }
    const { days, changes, zone } = pictured([start], '07 10:00', { clause, more: berlin })
    expect(zone).toBe('Europe/Berlin')
    expect(days.slice(0, 3).map(({ date, from }) => [date, from])).toEqual([
      ['2026-03-28', '2026-03-27T23:00:00.000Z'],
      ['2026-03-29', '2026-03-28T23:00:00.000Z'],
      ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ])
    expect(changes).toEqual([{ at: '2026-03-29T01:00:00.000Z', byMs: hourMs }])
  })
  test('are its owners by name, and who had it for no time is left out', () => {
    const events = [
      happened('07 10:00 start'),
      assigned('07 11:00', 'anna'),
      assigned('07 12:00', 'bert'),
      assigned('07 12:00', null, { team: 'east' }),
      happened('07 13:00 stop'),
    ]
    expect(pictured(events, '08 10:00').owners.map(({ name, usedMs }) => [name, usedMs / hourMs])).toEqual([
      [null, 1],
      ['Anna', 1],
      ['east', 1],
    ])
  })
})

describe('the scale', () => {
  const foldedOf = ({ scale }: Timeline) => scale.filter(({ isFolded }) => isFolded)
  test('folds nights and weekends into gaps of one width, and keeps the open hours to scale', () => {
    const weekend = pictured([happened('09 15:00 start'), happened('13 11:00 stop')], '20 10:00', { clause: { within: 'PT16H' } })
    const gaps = foldedOf(weekend)
    expect(gaps.map(({ from, to }) => [from.slice(8, 13), to.slice(8, 13)])).toEqual([
      ['09T17', '10T09'],
      ['10T17', '13T09'],
    ])
    expect(gaps.map(({ share }) => share.toFixed(6))).toEqual(['0.060000', '0.060000'])
    const drawn = weekend.scale.filter(({ isFolded }) => !isFolded)
    const perHour = drawn.map(({ from, to, share }) => ((share * hourMs) / (Date.parse(to) - Date.parse(from))).toFixed(6))
    expect(new Set(perHour).size).toBe(1)
  })
  test('draws a short pause as it is', () => {
    const events = [happened('07 10:00 start'), happened('07 11:00 sleep'), happened('07 11:05 wake'), happened('07 13:00 stop')]
    expect(foldedOf(pictured(events, '08 10:00', { clause: pause }))).toEqual([])
  })
  test('leaves room for a life of minutes beside a target of weeks, and for the target of one that is weeks late', () => {
    const quick = pictured([happened('07 10:00 start'), happened('07 10:01 stop')], '30 10:00', { clause: { within: 'PT80H' } })
    expect(quick.scale[0]).toMatchObject({ from: at('07 10:00'), to: at('07 10:01'), share: 1 / 8 })
    const late = pictured([happened('07 10:00 start')], '30 10:00', { clause: { within: 'PT1M' } })
    expect(late.scale[0]).toMatchObject({ from: at('07 10:00'), to: at('07 10:01') })
    expect(late.scale[0]?.share).toBeCloseTo(1 / 8, 9)
  })
  test('of years folds nothing', () => {
    const { scale } = pictured([{ ...happened('07 10:00 start'), at: '2016-04-07T10:00:00.000Z' }], '30 10:00')
    expect(scale.some(({ isFolded }) => isFolded)).toBe(false)
  })
})

describe('bad input', () => {
  const refusal = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      return error instanceof LeadSlaError ? error.issues.map(({ code, path }) => [code, path]) : error
    }
    return undefined
  }
  const picture = pictured([happened('07 10:00 start')], '07 12:00')
  test('is refused with a code', () => {
    expect(refusal(() => timeline(documentOf(), [], { asOf: at('07 10:00'), key: 'reply/L/1' }))).toEqual([
      ['unknown-obligation', ['key']],
    ])
    expect(refusal(() => renderTimeline(picture, { language: 'fr' as 'en' }))).toEqual([['unknown-value', ['language']]])
    expect(refusal(() => renderTimeline(picture, { language: 'en', theme: 'blue' as 'dark' }))).toEqual([
      ['unknown-value', ['theme']],
    ])
    for (const width of [0, 279, 4001, Number.NaN, Number.POSITIVE_INFINITY])
      expect(refusal(() => renderTimeline(picture, { language: 'en', width }))).toEqual([['out-of-range', ['width']]])
  })
})
