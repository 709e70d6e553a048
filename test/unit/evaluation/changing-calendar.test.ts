import { describe, expect, it } from 'vitest'
import { type AgreementDocument, evaluate, init, obligations, step } from '../../../src/index.ts'
import { codeOf } from '../effects/one-lead.ts'
import { at, documentOf, happened } from './one-clause.ts'

const short = ['09:00-13:00']
const season = { during: '2026-04-08/..', week: { mon: short, tue: short, wed: short, thu: short, fri: short } }
const before = documentOf({ within: 'PT8H' })
const after = { ...before, calendars: { office: { ...before.calendars?.office, seasons: [season] } } } as AgreementDocument

/** A cycle that is over before the change, one that is open over it, and one after it. */
const events = [
  happened('07 09:00 start'),
  happened('07 10:00 stop'),
  happened('07 15:00 start'),
  happened('09 12:00 stop'),
  happened('10 09:00 start'),
].map((event, index) => ({ id: `e${index + 1}`, ...event }))

const told = (document: AgreementDocument, asOf: string) =>
  evaluate(document, events, { asOf: at(asOf) }).obligations.map(({ status, dueAt, usedMs }) => [
    status,
    dueAt?.slice(8, 16),
    usedMs / 3_600_000,
  ])

describe('[C12] a calendar that changes from a date on', () => {
  it('leaves what was closed before it, and reckons what is open over it anew', () => {
    expect(told(before, '13 12:00')).toEqual([
      ['met', '07T17:00', 1],
      ['metLate', '08T15:00', 13],
      ['openBreached', '10T17:00', 11],
    ])
    expect(told(after, '13 12:00')).toEqual([
      ['met', '07T17:00', 1],
      ['metLate', '09T11:00', 9],
      ['open', '13T13:00', 7],
    ])
  })

  it('changes nothing about an instant before it, but for what is due after it', () => {
    const [was, is] = [before, after].map((document) => evaluate(document, events, { asOf: at('07 17:00') }).obligations)
    const bare = (list: typeof was) => list?.map(({ dueAt: _dueAt, ...rest }) => rest)
    expect(bare(is)).toEqual(bare(was))
  })

  it('is another agreement to a live state, which is folded anew and then tells the same', () => {
    let state = init(before, 'L')
    for (const event of events.slice(0, 3)) state = step(before, state, event).state
    expect(codeOf(() => step(after, state, events[3]))).toBe('invalid-state agreement')
    let anew = init(after, 'L')
    for (const event of events) anew = step(after, anew, event).state
    const asOf = at('13 12:00')
    expect(obligations(after, anew, { asOf })).toEqual(evaluate(after, events, { asOf }).obligations)
  })
})
