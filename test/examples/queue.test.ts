/** The parts of `examples/queue` that need no browser: what a line says, and when it says something else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { happen, leadsOf, nextWakeOf, waitingFor } from '../../examples/queue/leads.ts'
import { byUrgency, nextChange, type Row, rowOf } from '../../examples/queue/row.ts'
import { sampleEvents } from '../../examples/queue/sample.ts'
import { amount } from '../../examples/queue/words.ts'

/** Tuesday, 11:00 in Berlin. */
const tuesday = Date.parse('2026-04-07T09:00:00Z')
const minute = 60_000

function queueAt(now: number): Row[] {
  const leads = happen(leadsOf(sampleEvents(tuesday)), { now })
  return waitingFor(leads, 'lena', now)
    .map((obligation) => rowOf(obligation, now))
    .sort(byUrgency)
}

/** What a reader sees of a row. */
const read = ({ urgency, wallMs, openMs, isOpen }: Row) =>
  wallMs === null || openMs === null ? urgency : [urgency, amount(wallMs), amount(openMs), isOpen].join(', ')

describe('the queue', () => {
  test('has the late ones first and the paused ones last', () => {
    expect(queueAt(tuesday).map(({ urgency, obligation: { lead, clause } }) => `${urgency} ${lead} ${clause}`)).toEqual([
      'late L-101 firstResponse',
      'soon L-104 firstResponse',
      'open L-105 firstResponse',
      'open L-101 disposition',
      'open L-102 disposition',
      'open L-104 disposition',
      'open L-105 disposition',
      'paused L-103 disposition',
      'paused L-103 firstResponse',
    ])
  })

  test('counts opening hours and the wall apart: at lunch only one of them goes on', () => {
    const at = (time: string) =>
      queueAt(Date.parse(`2026-04-07T${time}Z`)).find(({ obligation }) => obligation.key.startsWith('firstResponse/L-105/'))
    const [lunch, later] = [at('10:40:00'), at('11:10:00')]
    expect(lunch?.isOpen).toBe(false)
    expect(later?.openMs).toBe(lunch?.openMs)
    expect(later?.wallMs).toBe((lunch?.wallMs ?? 0) - 30 * minute)
  })

  test('says nothing else before its next change', () => {
    const [from, to] = [tuesday - 30 * minute, tuesday + 3 * 24 * 60 * minute]
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: to }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (now, share) => {
          const leads = happen(leadsOf(sampleEvents(tuesday)), { now })
          const wake = nextWakeOf(leads) ?? Infinity
          for (const obligation of waitingFor(leads, 'lena', now)) {
            const row = rowOf(obligation, now)
            const next = Math.min(nextChange(row, now) ?? Infinity, wake)
            if (next === Infinity) continue
            expect(next).toBeGreaterThan(now)
            expect(read(rowOf(obligation, Math.floor(now + (next - now - 1) * share)))).toBe(read(row))
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  test('changes by what is done: an answer ends the promise, a snooze stops the clock', () => {
    const leads = leadsOf(sampleEvents(tuesday))
    const event = (type: string) => ({ id: 'x', lead: 'L-104', type, at: tuesday })
    const answered = happen(leads, { event: event('call.connected') })
    expect(waitingFor(answered, 'lena', tuesday).map(({ key }) => key)).not.toContain('firstResponse/L-104/1')
    expect(answered.told[0]).toMatchObject({ kind: 'closed', lead: 'L-104' })
    const snoozed = happen(leads, { event: event('lead.snoozed') })
    expect(waitingFor(snoozed, 'lena', tuesday).find(({ key }) => key === 'firstResponse/L-104/1')?.status).toBe('paused')
  })
})

test.each([
  [1, '1 s'],
  [59_001, '1 min 00 s'],
  [90_000, '1 min 30 s'],
  [3_600_000, '1 h 00 min'],
  [3_600_001, '1 h 01 min'],
  [-1, '0 s'],
  [-90_999, '1 min 30 s'],
  [-7_260_000, '2 h 01 min'],
])('%d ms are %s', (ms, text) => expect(amount(ms)).toBe(text))
