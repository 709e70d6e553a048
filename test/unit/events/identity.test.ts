import { describe, expect, it } from 'vitest'
import { evaluate, type LeadEvent } from '../../../src/index.ts'
import { at, documentOf } from '../evaluation/one-clause.ts'

const start: LeadEvent = { id: 's', lead: 'L', type: 'start', at: at('07 09:00') }
const stop: LeadEvent = { id: 'x', lead: 'L', type: 'stop', at: at('07 11:00') }
const run = (events: readonly unknown[], asOf = '07 16:00', knownAt?: string) =>
  evaluate(documentOf(), events, { asOf: at(asOf), ...(knownAt === undefined ? {} : { knownAt: at(knownAt) }) })
const ofEvents = (evaluation: ReturnType<typeof run>) =>
  evaluation.findings.map(({ code, event }) => [code, (event as LeadEvent).id])

/** Every order of a few events. */
function orders<Value>(list: readonly Value[]): Value[][] {
  return list.length < 2
    ? [[...list]]
    : list.flatMap((one, index) => orders(list.toSpliced(index, 1)).map((rest) => [one, ...rest]))
}

function sameInEveryOrder(events: readonly unknown[]): ReturnType<typeof run> {
  const [first, ...others] = orders(events).map((order) => run(order)) as [ReturnType<typeof run>, ...ReturnType<typeof run>[]]
  // As JSON, in which a Date and its text are one.
  for (const other of others) expect(JSON.parse(JSON.stringify(other))).toEqual(JSON.parse(JSON.stringify(first)))
  return first
}

describe('[E2] the order of events', () => {
  it('is that of their instants, whatever the order of arrival', () => {
    expect(sameInEveryOrder([start, stop]).obligations).toMatchObject([{ status: 'met', usedMs: 7_200_000 }])
  })

  it('within one instant is that of their sequence, then of their ids', () => {
    const both = (a: Partial<LeadEvent>, b: Partial<LeadEvent>) =>
      sameInEveryOrder([
        { ...start, ...a },
        { ...stop, at: start.at, ...b },
      ]).obligations[0]?.status
    expect(both({ id: '1' }, { id: '2' })).toBe('met')
    expect(both({ id: '2' }, { id: '1' })).toBe('openBreached')
    expect(both({ id: '2', sequence: 1 }, { id: '1', sequence: 2 })).toBe('met')
    expect(both({ id: '1' }, { id: '2', sequence: -1 })).toBe('openBreached')
  })

  it('compares ids by code unit, in no language', () => {
    const status = (first: string, second: string) =>
      run([
        { ...start, id: first },
        { ...stop, id: second, at: start.at },
      ]).obligations[0]?.status
    expect(status('Z', 'a')).toBe('met')
    expect(status('10', '9')).toBe('met')
    expect(status('z', 'ä')).toBe('met')
  })
})

describe('[E2] an event that comes again', () => {
  it('with the same content is a duplicate and changes nothing', () => {
    const evaluation = sameInEveryOrder([start, stop, { ...start }, { ...start, recordedAt: at('08 09:00') }])
    expect(evaluation.obligations).toEqual(run([start, stop]).obligations)
    expect(ofEvents(evaluation)).toEqual([
      ['duplicate-event', 's'],
      ['duplicate-event', 's'],
    ])
    expect(evaluation.refused).toEqual([])
  })

  it('is the same however its instant is written and its keys are ordered', () => {
    const rewritten = { at: new Date(start.at as string), type: 'start', lead: 'L', id: 's' }
    const otherwise = { ...start, at: '2026-04-07T11:00:00+02:00' }
    const evaluation = sameInEveryOrder([start, rewritten, otherwise])
    expect(evaluation.refused).toEqual([])
    expect(evaluation.findings.map(({ code }) => code)).toEqual(['duplicate-event', 'duplicate-event'])
  })
})

describe('[E2] a correction', () => {
  const first = { ...stop, recordedAt: at('07 11:05') }
  const second = { ...stop, at: at('07 14:00'), recordedAt: at('07 15:00') }
  const third = { ...stop, at: at('07 12:00'), recordedAt: at('07 15:30') }

  it('wins where it was recorded last, and is reported', () => {
    const evaluation = sameInEveryOrder([start, first, second])
    expect(evaluation.obligations).toMatchObject([{ status: 'metLate', stoppedAt: at('07 14:00') }])
    expect(evaluation.findings).toMatchObject([{ code: 'corrected-event', event: first, lead: 'L' }])
    expect(evaluation.refused).toEqual([])
  })

  it('may itself be corrected', () => {
    const evaluation = sameInEveryOrder([start, first, second, third])
    expect(evaluation.obligations).toMatchObject([{ status: 'met', stoppedAt: at('07 12:00') }])
    expect(ofEvents(evaluation)).toHaveLength(2)
  })

  it('may move an event to another lead', () => {
    const elsewhere = { ...first, lead: 'M', recordedAt: at('07 15:00') }
    expect(sameInEveryOrder([start, first, elsewhere]).obligations).toMatchObject([{ lead: 'L', status: 'openBreached' }])
  })
})

describe('[E2] two contents of one id that nothing orders', () => {
  const other = { ...stop, at: at('07 14:00') }

  it('are both refused without recordedAt', () => {
    const { refused, obligations } = sameInEveryOrder([start, stop, other])
    expect(refused.map(({ code, path, event }) => [code, ...path, (event as LeadEvent).at]).sort()).toEqual([
      ['contradicting-event', 'id', at('07 11:00')],
      ['contradicting-event', 'id', at('07 14:00')],
    ])
    expect(obligations).toMatchObject([{ status: 'openBreached' }])
  })

  it('are both refused where only one says when it was recorded, or both say the same', () => {
    expect(sameInEveryOrder([start, stop, { ...other, recordedAt: at('08 09:00') }]).refused).toHaveLength(2)
    const recordedAt = at('08 09:00')
    expect(sameInEveryOrder([start, { ...stop, recordedAt }, { ...other, recordedAt }]).refused).toHaveLength(2)
  })

  it('touch no other event', () => {
    const { obligations } = run([start, stop, other, { ...stop, id: 'y', at: at('07 12:00') }])
    expect(obligations).toMatchObject([{ status: 'met', stoppedAt: at('07 12:00') }])
  })
})

describe('[E4] the two times', () => {
  const late = { ...stop, recordedAt: at('09 09:00') }
  const corrected = { ...stop, at: at('07 15:00'), recordedAt: at('10 09:00') }

  it('events after asOf are ignored', () => {
    expect(run([start, stop], '07 10:00').obligations).toMatchObject([{ status: 'open', stoppedAt: null }])
    expect(run([start, stop], '07 11:00').obligations).toMatchObject([{ status: 'met' }])
    expect(run([start, stop], '07 08:00').obligations).toEqual([])
  })

  it('events recorded after knownAt are ignored: what did we know then?', () => {
    expect(run([start, late], '08 09:00', '08 09:00').obligations).toMatchObject([{ status: 'openBreached' }])
    expect(run([start, late], '08 09:00', '09 09:00').obligations).toMatchObject([{ status: 'met', stoppedAt: at('07 11:00') }])
    expect(run([start, late], '08 09:00').obligations).toMatchObject([{ status: 'met' }])
  })

  it('before a correction was recorded, what it corrects counted', () => {
    expect(run([start, late, corrected], '11 09:00', '09 12:00')).toMatchObject({
      obligations: [{ stoppedAt: at('07 11:00') }],
      findings: [],
    })
    expect(run([start, late, corrected], '11 09:00').obligations).toMatchObject([
      { status: 'metLate', stoppedAt: at('07 15:00') },
    ])
  })

  it('an event that does not say when it was recorded was known when it occurred', () => {
    expect(run([start, stop], '08 09:00', '07 10:00').obligations).toMatchObject([{ status: 'openBreached' }])
  })

  it('the result says both', () => {
    expect(run([start], '07 10:00', '07 12:00')).toMatchObject({ asOf: at('07 10:00'), knownAt: at('07 12:00') })
    expect(run([start], '07 10:00')).toMatchObject({ knownAt: null })
  })

  it('what is ignored is not reported either', () => {
    const nowhere = { id: 'n', lead: 'L', type: 'lead.moved', at: at('07 11:00'), data: { to: 'nowhere' } }
    expect(run([start, stop, { ...stop }, nowhere], '07 10:00')).toEqual(run([start], '07 10:00'))
    const latecomers = [stop, { ...stop }, nowhere].map((event) => ({ ...event, recordedAt: at('09 09:00') }))
    expect(run([start, ...latecomers], '07 12:00', '08 09:00')).toEqual(run([start], '07 12:00', '08 09:00'))
  })
})
