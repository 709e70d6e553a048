import { describe, expect, test } from 'vitest'
import { assigned, happened } from '../evaluation/one-clause.ts'
import { argued, explained } from './one-explanation.ts'

const start = happened('07 10:00 start')
const stop = happened('07 12:00 stop')

describe('the sentence that argues the outcome says why the clock was due', () => {
  test('on one date, in one figure; around the clock, without business', () => {
    expect(argued([start, stop], '07 15:00')).toBe(
      'Due on Tue 7 Apr 2026 14:00: 4 h of business time from Tue 7 Apr 2026 10:00 on; stopped on Tue 7 Apr 2026 12:00 by event e2 (stop): kept, 2 h used [T5, C4].',
    )
    expect(argued([start, stop], '07 15:00', { clause: { clock: 'always' } })).toMatch(
      /^Due on Tue 7 Apr 2026 14:00: 4 h from Tue 7 Apr 2026 10:00 on; /,
    )
  })

  test('on several dates, by their parts, the rest of many in one', () => {
    const long = { clause: { within: 'PT48H' } }
    expect(argued([start], '07 15:00', long)).toMatch(
      /^Due on Wed 15 Apr 2026 10:00, because 48 h of business time from Tue 7 Apr 2026 10:00 on are 7 h on Tue 7 Apr, 8 h on Wed 8 Apr, 8 h on Thu 9 Apr, 8 h on Fri 10 Apr and 17 h on 3 more dates; /,
    )
    expect(argued([start], '07 15:00', { ...long, language: 'de' })).toMatch(
      /denn 48 h Geschäftszeit ab .* sind 7 h am Di. 7. Apr., 8 h am Mi. 8. Apr., 8 h am Do. 9. Apr., 8 h am Fr. 10. Apr. und 17 h an 3 weiteren Tagen; /,
    )
  })

  test('when the calendar opens next', () => {
    const clause = { boundary: 'nextOpen', within: 'PT7H' } as const
    expect(argued([start], '07 15:00', { clause })).toMatch(
      /^Due on Wed 8 Apr 2026 09:00: 7 h of business time from Tue 7 Apr 2026 10:00 on, when the calendar opens next; /,
    )
  })

  test('on a business date, with the dates that were counted, and moved by pauses', () => {
    const clause = { within: { businessDays: 2 }, pause: { on: 'hold' }, resume: { on: 'go' } }
    expect(argued([start], '07 15:00', { clause })).toMatch(
      /^Due on Thu 9 Apr 2026 10:00, 2 business days after Tue 7 Apr 2026 10:00 \(Wed 8 Apr and Thu 9 Apr\); still open on Tue 7 Apr 2026 15:00: in time, 5 h used \[T9, C4\]\.$/,
    )
    const held = [start, happened('07 11:00 hold'), happened('07 12:00 go')]
    expect(argued(held, '07 15:00', { clause })).toMatch(/^Due on Thu 9 Apr 2026 11:00, 2 business days .*, pauses left out; /)
    expect(argued([start], '07 15:00', { clause: { within: { businessDays: 9 } } })).toMatch(
      /^Due on Mon 20 Apr 2026 10:00, 9 business days after Tue 7 Apr 2026 10:00; /,
    )
    expect(explained([start], '07 15:00', { clause: { within: { businessDays: 3 } } }).reckoning?.days).toEqual(
      ['08', '09', '10'].map((day) => ({ date: `2026-04-${day}`, openMs: 0 })),
    )
  })

  test('at the close of a business day', () => {
    const due = (endOfBusinessDay: number) => argued([start], '07 15:00', { clause: { within: { endOfBusinessDay } } })
    expect(due(0)).toMatch(/^Due on Tue 7 Apr 2026 17:00, the last close of that business day; .* \[T3, C4\]\.$/)
    expect(due(1)).toMatch(/^Due on Wed 8 Apr 2026 17:00, the last close 1 business day after the start; /)
  })

  test('because a fact says so, or names no time, or one before the start', () => {
    const clause = { within: { dueFrom: { fact: 'event', path: '$.data.by' } } } as const
    const by = (time: string | null) => argued([happened('07 10:00 start', { by: time })], '07 11:00', { clause })
    expect(by('2026-04-07T12:00:00Z')).toMatch(/^Due on Tue 7 Apr 2026 12:00, as event.data.by says; .* \[T3, C4\]\.$/)
    expect(by('2026-04-07T20:00:00Z')).toMatch(
      /^Due on Wed 8 Apr 2026 09:00, as event.data.by says, when the calendar opens next; /,
    )
    expect(by('2026-04-07T08:00:00Z')).toMatch(
      /^Due on Tue 7 Apr 2026 10:00, at its start, because event.data.by names no later time; /,
    )
    expect(by(null)).toMatch(/^Not due, because event.data.by names no time; still open on .*: in time, 1 h used \[T3, C4\]\.$/)
  })

  test('or why it is not', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'go' } }
    const held = [start, happened('07 11:00 hold')]
    expect(argued(held, '07 12:00', { clause })).toBe(
      'Not due while it is paused, and on Tue 7 Apr 2026 15:00 if it were resumed now; still open on Tue 7 Apr 2026 12:00: 1 h used [C3].',
    )
    expect(argued([...held, stop], '07 15:00', { clause })).toMatch(
      /^Not due, because it was paused to the end; stopped on Tue 7 Apr 2026 12:00 by event e3 \(stop\): kept, 1 h used \[C3, C4\]\.$/,
    )
    const calendars = { office: { timeZone: 'UTC', week: {}, overrides: { '2026-04-07': ['09:00-12:00'] } } }
    expect(argued([start], '07 15:00', { more: { calendars } })).toMatch(
      /^Not due, because the calendar has no such time left; still open .*: in time, 2 h used \[T9, C4\]\.$/,
    )
  })
})

describe('and how it ended', () => {
  const late = happened('07 16:30 stop', {}, { actor: { id: 'anna' } })

  test('late by the time on the wall, at night as well', () => {
    expect(argued([start, late], '07 18:00')).toMatch(
      /; stopped on Tue 7 Apr 2026 16:30 by event e2 \(stop\) of anna: 2 h 30 min late, 6 h 30 min used \[T5, C4\]\.$/,
    )
    expect(argued([happened('07 13:00 start'), happened('07 20:00 stop')], '07 22:00')).toMatch(
      /: 3 h late, 4 h used \[T5, C4\]\.$/,
    )
    expect(argued([start], '07 16:00')).toMatch(/; still open on Tue 7 Apr 2026 16:00: 2 h late, 6 h used \[T5, C4\]\.$/)
  })

  test('to the thousandth of a second, so that nothing late looks in time', () => {
    const barely = { ...happened('07 14:00 stop'), at: '2026-04-07T14:00:00.250Z' }
    expect(argued([start, barely], '07 15:00')).toMatch(
      /; stopped on Tue 7 Apr 2026 14:00:00.250 by event e2 \(stop\): 0.250 s late, 4 h 0.250 s used /,
    )
    expect(argued([start, barely], '07 15:00', { language: 'de' })).toMatch(
      /; erledigt am Di., 7. Apr. 2026, 14:00:00,250 Uhr durch Ereignis e2 \(stop\): 0,250 s zu spät, 4 h 0,250 s verbraucht /,
    )
  })

  test('waived, stopped or not', () => {
    const more = { exceptions: [{ from: '2026-04-07', to: '2026-04-08', reason: 'agreed' }] }
    expect(argued([start, late], '07 18:00', { more })).toMatch(
      /of anna: 2 h 30 min late and waived, 6 h 30 min used \[T5, C16\]\.$/,
    )
    expect(argued([start], '07 16:00', { more })).toMatch(/; still open on .*: 2 h late and waived, 6 h used \[T5, C16\]\.$/)
  })

  test('cancelled, reset or begun anew, and whether it was late by then', () => {
    const end = happened('07 11:00 end')
    expect(argued([start, end], '07 12:00', { clause: { cancel: { on: 'end' } } })).toMatch(
      /; cancelled on Tue 7 Apr 2026 11:00 by event e2 \(end\): 1 h used \[T5, C1\]\.$/,
    )
    expect(argued([start, happened('07 15:00 end')], '07 16:00', { clause: { cancel: { on: 'end' } } })).toMatch(
      /\(end\): 1 h late, 5 h used \[T5, C1\]\.$/,
    )
    expect(argued([start, end], '07 12:00', { clause: { reset: { on: 'end' } } })).toMatch(
      /; reset on Tue 7 Apr 2026 11:00 by event e2 \(end\): 1 h used \[T5, C6\]\.$/,
    )
    const owners = [assigned('07 09:00', 'anna'), start, assigned('07 11:00', 'bert')]
    const clause = { runs: 'owner' } as const
    expect(argued(owners, '07 12:00', { clause })).toMatch(
      /; ended on Tue 7 Apr 2026 11:00 by event e3 \(lead.assigned\), to start anew with another owner: 1 h used \[T5, C9\]\.$/,
    )
    expect(argued(owners, '07 12:00', { clause, language: 'de' })).toMatch(
      /; beendet am .* durch Ereignis e3 \(lead.assigned\), um mit einem anderen Besitzer neu zu beginnen: 1 h verbraucht \[T5, C9\]\.$/,
    )
    const ok = { fact: 'lead', path: '$.ok', operator: 'equal', value: true }
    const lost = [happened('07 09:00 lead.created', { ok: true }), start, happened('07 11:00 lead.updated', { ok: false })]
    expect(argued(lost, '07 12:00', { clause: { requires: ok } })).toMatch(
      /by event e3 \(lead.updated\), after which what it requires did not hold any more: 1 h used \[T5, C1\]\.$/,
    )
  })
})

describe('the sentence before it says whom it counts for', () => {
  const events = [assigned('07 09:00', 'anna'), start, assigned('07 13:00', 'bert'), happened('07 15:00 stop')]
  const charged = (attribution: 'ownerAtDue' | 'ownerAtStart' | 'lastOwner' | 'proportional', last = 4) =>
    explained(events.slice(0, last), '07 16:00', { clause: { attribution } }).sentences.at(-3)

  test('and why, as the clause attributes it', () => {
    expect(charged('ownerAtDue')).toBe('It counts for bert (team west), who had the lead when it fell due [C9].')
    expect(charged('ownerAtStart')).toBe('It counts for anna (team east), who had the lead when the clock started [C9].')
    expect(charged('lastOwner')).toBe('It counts for bert (team west), who had the lead last [C9].')
    expect(charged('proportional')).toBe('It counts for anna (team east), who used the most of the time [C9].')
  })

  test('in time for who had it last, and for nobody without a word where nobody ever had it', () => {
    const kept = [assigned('07 09:00', 'anna'), start, stop]
    expect(explained(kept, '07 13:00').sentences.at(-2)).toBe('It counts for anna (team east), who had the lead last [C9].')
    expect(explained([start, stop], '07 13:00').sentences.some((sentence) => sentence.includes('counts for'))).toBe(false)
  })
})
