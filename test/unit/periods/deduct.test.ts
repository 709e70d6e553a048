import { describe, expect, it } from 'vitest'
import type { DeductDocument, VolumeClauseDocument } from '../../../src/index.ts'
import { documentOf, happened, seen } from './one-period-clause.ts'

const volume = (deduct: Partial<DeductDocument> = {}, clause: Partial<VolumeClauseDocument> = {}) =>
  documentOf({
    kind: 'volume',
    owedBy: 'marketing',
    count: { on: 'mql' },
    per: 'month',
    target: 2,
    deduct: { rejected: { on: 'rejected' }, ...deduct },
    ...clause,
  })
const members = ['actual', 'sample', 'excluded', 'deducted'] as const
const mql = (when: string) => happened(`${when} mql`)
const rejected = (when: string, reason?: string) => happened(`${when} rejected`, reason === undefined ? {} : { reason })

describe('a lead that is rejected [P2]', () => {
  it('is taken back in the period of its delivery, however late, unless a lock is agreed', () => {
    const events = [mql('A 2026-04-01 09:00'), mql('B 2026-04-02 09:00'), rejected('A 2026-06-10 09:00')]
    expect(seen(volume(), events, '2026-06-11', members)).toEqual({
      '2026-04': [1, 1, 1, 0],
      '2026-05': [0, 0, 0, 0],
      '2026-06': [0, 0, 0, 0],
    })
  })

  it('is taken back in the period of its delivery until that is locked, and then in the one that is open', () => {
    const document = volume({ lockAfter: 'P5D' })
    const inTime = [mql('A 2026-04-10 09:00'), rejected('A 2026-05-05 23:59')]
    expect(seen(document, inTime, '2026-05-10', members)).toEqual({ '2026-04': [0, 0, 1, 0], '2026-05': [0, 0, 0, 0] })
    const late = [mql('A 2026-04-10 09:00'), rejected('A 2026-05-06 00:00')]
    expect(seen(document, late, '2026-05-10', members)).toEqual({ '2026-04': [1, 1, 0, 0], '2026-05': [-1, 0, 0, 1] })
    const later = [mql('A 2026-04-10 09:00'), rejected('A 2026-08-01 00:00')]
    expect(seen(document, later, '2026-08-10', members)).toMatchObject({ '2026-06': [0, 0, 0, 0], '2026-07': [-1, 0, 0, 1] })
  })

  it('is taken back in the last period where the agreement has ended', () => {
    const document = { ...volume({ lockAfter: 'P1D' }), effective: { from: '2026-04-01', to: '2026-06-01' } }
    const events = [mql('A 2026-04-10 09:00'), rejected('A 2026-07-10 09:00')]
    expect(seen(document, events, '2026-08-01', members)).toEqual({ '2026-04': [1, 1, 0, 0], '2026-05': [-1, 0, 0, 1] })
  })

  it('takes back what it was worth', () => {
    const document = volume({}, { weights: [{ worth: 7 }] })
    expect(
      seen(
        document,
        [mql('A 2026-04-01 09:00'), mql('B 2026-04-01 09:00'), rejected('A 2026-04-02 09:00')],
        '2026-04-03',
        members,
      ),
    ).toEqual({
      '2026-04': [7, 1, 1, 0],
    })
  })

  it('is taken back once, and never by the event that brought it', () => {
    const events = [mql('A 2026-04-01 09:00'), rejected('A 2026-04-02 09:00'), rejected('A 2026-04-03 09:00')]
    expect(seen(volume(), events, '2026-04-04', members)).toEqual({ '2026-04': [0, 0, 1, 0] })
    const same = volume({ rejected: { on: ['mql', 'rejected'] } })
    expect(seen(same, [mql('A 2026-04-01 09:00')], '2026-04-04', members)).toEqual({ '2026-04': [1, 1, 0, 0] })
  })

  it('may count again, for what was taken back has never counted', () => {
    const events = [mql('A 2026-04-01 09:00'), rejected('A 2026-04-02 09:00'), mql('A 2026-04-20 09:00')]
    expect(seen(volume({}, { cooldown: 'P90D' }), events, '2026-04-21', members)).toEqual({ '2026-04': [1, 1, 1, 0] })
  })

  it('counts on where the reason is none of those that were agreed [C15]', () => {
    const document = volume({ codes: ['duplicate', 'wrongRegion'] })
    const events = [
      ...[mql('A 2026-04-01 09:00'), rejected('A 2026-04-02 09:00', 'tooBusy')],
      ...[mql('B 2026-04-01 09:00'), rejected('B 2026-04-02 09:00')],
      ...[mql('C 2026-04-01 09:00'), rejected('C 2026-04-02 09:00', 'duplicate')],
    ]
    expect(seen(document, events, '2026-04-03', members)).toEqual({ '2026-04': [2, 2, 1, 0] })
  })

  it('counts on where the accept window has passed, which counts on the calendar of the clause [C15]', () => {
    // Wednesday 16:00 and two office hours more: Thursday 10:00.
    const document = volume({ acceptWindow: 'PT2H' })
    const at = (time: string) =>
      seen(document, [mql('A 2026-04-01 16:00'), rejected(`A 2026-04-02 ${time}`)], '2026-04-03', ['actual'])
    expect([at('10:00'), at('10:01')]).toEqual([{ '2026-04': [0] }, { '2026-04': [1] }])
    const days = volume({ acceptWindow: { businessDays: 2 } })
    const on = (when: string) => seen(days, [mql('A 2026-04-03 16:00'), rejected(`A ${when}`)], '2026-04-10', ['actual'])
    expect([on('2026-04-07 16:00'), on('2026-04-07 16:01')]).toEqual([{ '2026-04': [0] }, { '2026-04': [1] }])
  })
})

describe('a lead that counts again', () => {
  const again = (cooldown: string) =>
    documentOf({ kind: 'volume', owedBy: 'marketing', count: { on: 'mql' }, per: 'month', target: 2, cooldown })
  const events = [mql('A 2026-04-20 09:00'), mql('A 2026-05-10 09:00'), mql('A 2026-05-20 09:00')]

  it('does so only when its cooldown is over, from when it counted last [P2]', () => {
    expect(seen(again('P30D'), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [1], '2026-05': [1] })
    expect(seen(again('P31D'), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [1], '2026-05': [0] })
  })

  it('counts once a period all the same', () => {
    expect(seen(again('P5D'), events, '2026-05-21', ['actual'])).toEqual({ '2026-04': [1], '2026-05': [1] })
  })

  it('joins another cohort only then, too', () => {
    const cohort = (cooldown: string) =>
      documentOf({
        kind: 'ratio',
        owedBy: 'sales',
        of: { on: 'mql' },
        that: { on: 'deal' },
        per: 'month',
        atLeast: 0.5,
        cooldown,
      })
    const months = [mql('A 2026-04-20 09:00'), mql('A 2026-05-10 09:00'), mql('A 2026-06-20 09:00')]
    expect(seen(cohort('P25D'), months, '2026-06-21', ['sample'])).toEqual({ '2026-04': [1], '2026-05': [0], '2026-06': [1] })
  })
})
