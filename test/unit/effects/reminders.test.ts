import { describe, expect, it } from 'vitest'
import type { ReminderDocument, TimedClauseDocument } from '../../../src/index.ts'
import { assigned, documentOf, type Happened, happened } from '../evaluation/one-clause.ts'
import { followed, only, told } from './one-lead.ts'

const start = happened('07 09:00 start')
const half: ReminderDocument = { name: 'half', share: 0.5 }

/** When a reminder of one clock comes. */
function reminded(
  reminder: ReminderDocument,
  events: readonly Happened[] = [start],
  clause: Partial<TimedClauseDocument> = {},
  until = '10 17:00',
): string[] {
  const named = { name: 'r', ...reminder }
  return only('reminder', told({ ...clause, reminders: [named] }, events, until)).map((text) => text.slice('reminder r '.length))
}

describe('[F1] a reminder', () => {
  it('by share comes when so much of the target is used', () => {
    expect(reminded({ share: 0.5 })).toEqual(['07 11:00'])
    expect(reminded({ share: 0.75 })).toEqual(['07 12:00'])
    expect(reminded({ share: 0.5 }, [happened('07 16:00 start')])).toEqual(['08 10:00'])
  })

  it('by share of days comes at that share of the time on the wall', () => {
    expect(reminded({ share: 0.5, deliver: 'anyTime' }, [start], { within: { businessDays: 2 } })).toEqual(['08 09:00'])
  })

  it('before due counts business time, or the wall where it says so', () => {
    const late = [happened('07 16:00 start')]
    expect(reminded({ before: 'PT3H' }, late)).toEqual(['07 17:00'].map(() => '08 09:00'))
    expect(reminded({ before: 'PT3H', on: 'wall' }, late)).toEqual(['08 09:00'])
    expect(reminded({ before: 'PT4H', on: 'wall', deliver: 'anyTime' }, late)).toEqual(['08 08:00'])
    expect(reminded({ before: 'PT3H30M', deliver: 'anyTime' }, late)).toEqual(['07 16:30'])
  })

  it('is delivered in open hours: what falls into closed time waits for the opening', () => {
    expect(reminded({ before: 'PT4H', on: 'wall' }, [happened('07 16:00 start')])).toEqual(['08 09:00'])
  })

  it('comes before the close instead, where the opening would be too late', () => {
    const clause = { within: { dueFrom: { fact: 'event', path: '$.data.by' } } } as const
    const events = [happened('07 09:00 start', { by: '2026-04-08T09:00:00Z' })]
    expect(reminded({ before: 'PT2H', on: 'wall' }, events, clause)).toEqual(['07 16:59'])
  })

  it('is never before the start', () => {
    expect(reminded({ before: 'PT20H' })).toEqual(['07 09:00'])
    expect(reminded({ before: 'PT20H', on: 'wall', deliver: 'anyTime' })).toEqual(['07 09:00'])
  })

  it('is never after the stop, a cancel or a reset', () => {
    expect(reminded({ share: 0.5 }, [start, happened('07 10:00 stop')])).toEqual([])
    expect(reminded({ share: 0.5 }, [start, happened('07 10:00 end')], { cancel: { on: 'end' } })).toEqual([])
    expect(reminded({ share: 0.5 }, [start, happened('07 10:00 again')], { reset: { on: 'again' } })).toEqual(['07 12:00'])
  })

  it('is not given at an instant at which the clock is stopped', () => {
    expect(reminded({ share: 0.5 }, [start, happened('07 11:00 stop')])).toEqual([])
  })

  it('moves when due moves', () => {
    const paused = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    expect(reminded({ share: 0.5 }, [start, happened('07 10:00 hold'), happened('07 12:00 wake')], paused)).toEqual(['07 13:00'])
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
    const goals = { within: [{ when: hot, target: 'PT2H' }, { target: 'PT4H' }] } as const
    expect(reminded({ share: 0.75 }, [start, happened('07 10:00 lead.updated', { score: 90 })], goals)).toEqual(['07 10:30'])
  })

  it('is not given while the clock is paused', () => {
    const paused = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    expect(reminded({ share: 0.5 }, [start, happened('07 10:00 hold')], paused)).toEqual([])
  })

  it('comes once, also where due moves after it', () => {
    const paused = { pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const events = [start, happened('07 12:00 hold'), happened('07 15:00 wake')]
    expect(reminded({ share: 0.5 }, events, paused)).toEqual(['07 11:00'])
  })

  it('of a clock that is reopened is given for what is left, and not again', () => {
    const events = [start, happened('07 10:00 stop'), happened('07 11:00 start')]
    expect(reminded({ share: 0.5 }, events, { reopenWindow: 'PT2H' })).toEqual(['07 12:00'])
    const late = [start, happened('07 11:30 stop'), happened('07 12:00 start')]
    expect(reminded({ share: 0.5 }, late, { reopenWindow: 'PT2H' })).toEqual(['07 11:00'])
  })

  it('that a change of goal has moved into the past is given when that is known', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
    const goals = { within: [{ when: hot, target: 'PT2H' }, { target: 'PT8H' }] } as const
    const events = [start, happened('07 10:30 lead.updated', { score: 90 })]
    expect(reminded({ share: 0.5 }, events, goals)).toEqual(['07 10:30'])
  })

  it('starts anew with each owner of an owner clock, under another key', () => {
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 12:00', 'bert')]
    const { effects } = followed(documentOf({ runs: 'owner', reminders: [half] }), events, '07 15:00')
    expect(effects.filter(({ kind }) => kind === 'reminder').map(({ key }) => key)).toEqual([
      'reminder/reply/L/1/half/anna',
      'reminder/reply/L/2/half/bert',
    ])
  })
})

describe('[F1] a digest', () => {
  const digest: ReminderDocument = { share: 0.5, deliver: 'digest' }

  it('comes with the opening of the day', () => {
    expect(reminded(digest, [happened('07 16:00 start')])).toEqual(['08 09:00'])
  })

  it('comes with the next opening, for a clock that started later than that', () => {
    expect(reminded(digest, [happened('07 11:00 start')], { within: 'PT8H' })).toEqual(['08 09:00'])
  })

  it('comes at once where the clock is due before the next opening', () => {
    expect(reminded(digest, [happened('07 10:00 start')])).toEqual(['07 12:00'])
  })

  it('names the owner and the day, so that all of one morning can be put together', () => {
    const events = [assigned('07 08:00', 'anna'), happened('07 16:00 start')]
    const { effects } = followed(documentOf({ reminders: [{ ...digest, name: 'r', to: 'owner' }] }), events, '08 10:00')
    expect(effects[0]?.data).toMatchObject({ to: 'owner', owner: 'anna', digest: 'digest/anna/2026-04-08' })
  })
})

describe('[C3] a pause that its cap ends', () => {
  const capped = { pause: { on: 'hold' }, resume: { on: 'wake' }, maxPause: 'PT2H' } as const
  const events = [happened('07 09:00 start'), happened('07 10:00 hold')]

  it('lets the reminders and the breach come of themselves', () => {
    const reminders = [{ name: 'half', share: 0.5 }]
    expect(told({ ...capped, reminders }, events, '08 17:00')).toEqual([
      'reminder half 07 13:00',
      'due 07 15:00',
      'breach 07 15:00',
    ])
  })

  it('tells at its end what has come in its time', () => {
    const reminders = [{ name: 'wall', before: 'PT3H', on: 'wall' }] as const
    expect(told({ ...capped, reminders }, events, '07 12:00')).toEqual(['reminder wall 07 12:00'])
    const late = [happened('07 09:00 start'), happened('07 13:30 hold')]
    const escalation = [{ name: 'manager', after: 'PT1H' }]
    expect(told({ ...capped, escalation }, late, '08 17:00').at(-1)).toBe('escalation manager 07 15:30')
  })
})
