import { describe, expect, test } from 'vitest'
import {
  balances,
  evaluate,
  type IncentivesDocument,
  type LeadEvent,
  type LedgerEntry,
  settle,
  standings,
} from '../../../src/index.ts'
import { clock, documentOf, worked } from '../conduct/one-team.ts'

const incentives: IncentivesDocument = {
  levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10, exceeded: { atLeast: 0.95, points: 15 } } },
  awards: {
    best: {
      for: 'owner',
      per: 'quarter',
      bonus: { amountMinor: 500_00, currency: 'EUR' },
      budget: { amountMinor: 2_000_00, currency: 'EUR' },
    },
  },
}
const document = documentOf({ incentives })
const at = (events: readonly LeadEvent[], asOf: string, knownAt = asOf) =>
  standings(document, evaluate(document, events, { asOf: `${asOf}T00:00:00Z`, knownAt: `${knownAt}T00:00:00Z` }))
const short = ({ id, points, amountMinor }: LedgerEntry) => `${id}: ${points} ${amountMinor}`

// Anna kept four, and Ben three of four; the call that made Ben's fourth in time was entered only in April.
const events = [
  ...worked('anna', '2026-01', { kept: 3, late: 1 }),
  ...worked('ben', '2026-01', { kept: 3, late: 1 }),
  ...worked('anna', '2026-02', { kept: 1 }),
]
const [started] = clock('late-entry', 'ben', '2026-02-05', 'open') as [LeadEvent]
const call: LeadEvent = {
  id: 'late-entry-2',
  lead: 'late-entry',
  type: 'call.made',
  at: '2026-02-05T09:00:00Z',
  recordedAt: '2026-04-20T09:00:00Z',
}
const all = [...events, started, call]

describe('a payout', () => {
  const paid = settle([], at(all, '2026-04-01'))

  test('writes what is final', () => {
    expect(paid.map(short)).toEqual(
      [
        'level/replies/2026-01/anna: 10 0',
        'level/replies/2026-01/ben: 10 0',
        'level/replies/2026-02/anna: 15 0',
        'award/best/2026-Q1/anna: 0 50000',
      ].sort((a, b) => paid.findIndex((entry) => a.startsWith(entry.id)) - paid.findIndex((entry) => b.startsWith(entry.id))),
    )
    expect(paid.every(({ settledAt, reverses }) => settledAt === '2026-04-01T00:00:00.000Z' && reverses === null)).toBe(true)
  })

  test('writes nothing that is pending or running', () => {
    expect(settle([], at(all, '2026-01-31'))).toEqual([])
  })

  test('is corrected, after a late event, by reversals and new entries, and nobody wins twice', () => {
    const more = settle(paid, at(all, '2026-05-01'))
    // Ben has 10 and 15 now, as Anna has: both win, for ties are paid to each.
    expect(more.map(short)).toEqual(['level/replies/2026-02/ben: 15 0', 'award/best/2026-Q1/ben: 0 50000'])
    const gone = settle([...paid, ...more], at(events, '2026-05-02'))
    expect(gone.map(short)).toEqual(['level/replies/2026-02/ben/reversal: -15 0', 'award/best/2026-Q1/ben/reversal: 0 -50000'])
    const again = settle([...paid, ...more, ...gone], at(all, '2026-05-03'))
    expect(again.map(short)).toEqual(['level/replies/2026-02/ben#2: 15 0', 'award/best/2026-Q1/ben#2: 0 50000'])
    const ledger = [...paid, ...more, ...gone, ...again]
    expect(balances(ledger).map(({ name, points, money, wins }) => [name, points, money, wins])).toEqual([
      ['anna', 25, [{ currency: 'EUR', amountMinor: 50_000 }], 1],
      ['ben', 25, [{ currency: 'EUR', amountMinor: 50_000 }], 1],
    ])
    expect(balances(gone).map(({ name, points, money }) => [name, points, money])).toEqual([
      ['ben', -15, [{ currency: 'EUR', amountMinor: -50_000 }]],
    ])
  })

  test('takes nothing back as long as something is undecided again', () => {
    // A lead that was handed over in March comes to light, and sleeps.
    const asleep = clock('asleep', 'anna', '2026-03-05', 'snoozed')
    const [first, second] = asleep as [LeadEvent, LeadEvent]
    const late = [
      { ...first, recordedAt: '2026-04-05T00:00:00Z' },
      { ...second, recordedAt: '2026-04-05T00:00:00Z' },
    ]
    const more = settle(paid, at([...all, ...late], '2026-04-10'))
    expect(more).toEqual([])
  })

  test('that was written for another is taken back where the same clock pays somebody else', () => {
    const spif = documentOf({
      incentives: {
        spifs: {
          sprint: {
            for: 'owner',
            clause: 'reply',
            from: '2026-02-01',
            to: '2026-03-01',
            each: { amountMinor: 100, currency: 'EUR' },
            budget: { amountMinor: 900, currency: 'EUR' },
          },
        },
      },
    })
    const [assigned, made] = clock('L', 'anna', '2026-02-05', 'kept') as [LeadEvent, LeadEvent]
    const corrected = { ...assigned, data: { owner: 'ben', team: 'east' }, recordedAt: '2026-03-10T00:00:00Z' }
    const original = { ...assigned, recordedAt: '2026-02-05T08:00:00Z' }
    const of = (list: LeadEvent[]) => standings(spif, evaluate(spif, list, { asOf: '2026-03-11T00:00:00Z' }))
    const ledger = settle([], of([original, made]))
    expect(settle(ledger, of([original, corrected, made])).map((entry) => [entry.id, entry.name, entry.amountMinor])).toEqual([
      ['spif/sprint/reply/L/1/reversal', 'anna', -100],
      ['spif/sprint/reply/L/1#2', 'ben', 100],
    ])
  })

  test('refuses a ledger that holds something else, or contradicts itself', () => {
    const [entry] = paid as [LedgerEntry]
    const now = at(all, '2026-04-01')
    expect(() => settle([{ ...entry, id: 7 } as unknown as LedgerEntry], now)).toThrow(
      expect.objectContaining({ code: 'invalid-state' }),
    )
    expect(() => settle([entry, { ...entry, points: 99 }], now)).toThrow(expect.objectContaining({ code: 'invalid-state' }))
    expect(() => balances([null as unknown as LedgerEntry])).toThrow(expect.objectContaining({ code: 'invalid-state' }))
  })
})
