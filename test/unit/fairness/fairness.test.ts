import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type FairnessOptions, fairness, type LeadEvent } from '../../../src/index.ts'
import { documentOf, evaluated } from '../conduct/one-team.ts'

const midnight = Date.parse('2026-01-10T00:00:00Z')

/** What one person did, lead after lead: pairs of an hour and a type, from the assignment at eight on. */
type Story = readonly (readonly [hour: number, type: string, data?: Record<string, unknown>])[]

function told(owner: string, count: number, story: Story, first = 0): LeadEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const lead = `${owner}-${first + index}`
    const all: Story = [[8, 'lead.assigned', { owner, team: 'east' }], ...story]
    return all.map(([hour, type, data], place): LeadEvent => {
      const at = midnight + Math.round(hour * 3_600_000)
      return {
        id: `${lead}-${place}`,
        lead,
        type,
        at,
        ...(data ? { data } : {}),
        ...(place === 0 ? {} : { actor: { id: owner, kind: 'human' } }),
      }
    })
  }).flat()
}

const lifecycle = {
  initial: 'new',
  states: { new: { to: ['open'] }, open: { to: ['new', 'lost'] }, lost: { disposition: true } },
} as const
const document = documentOf({ lifecycle })

function found(events: readonly LeadEvent[], options: FairnessOptions = {}, agreement: AgreementDocument = document): string[] {
  const evaluation = evaluated(agreement, events, '2026-02-01')
  return fairness(agreement, evaluation, events, options).findings.map(
    ({ key, own, others }) => `${key}: ${own.hits}/${own.sample} ${others.hits}/${others.sample}`,
  )
}

const call = (hour: number, seconds?: number): Story[number] => [hour, 'call.made', seconds === undefined ? {} : { seconds }]
const plain: Story = [call(9, 200)]
const crowd = [...told('ben', 30, plain), ...told('cleo', 30, plain)]

describe('each pattern', () => {
  test('pauses that begin just before due', () => {
    const early: Story = [[9, 'lead.snoozed'], [20, 'lead.woken'], call(21)]
    const late: Story = [[11.8, 'lead.snoozed'], [20, 'lead.woken'], call(20.1)]
    const others = [...told('ben', 20, early), ...told('cleo', 20, early)]
    expect(found([...told('anna', 30, late), ...others])).toEqual(['fairness/pauses-before-due/reply/anna: 30/30 0/40'])
    // With a tenth of the target left it is not yet just before due.
    const tenth: Story = [[11.6, 'lead.snoozed'], [20, 'lead.woken'], call(20.1)]
    expect(found([...told('anna', 30, tenth), ...others])).toEqual([])
    expect(found([...told('anna', 30, tenth), ...others], { leftShare: 0.2 })).toHaveLength(1)
  })

  test('clocks that are stopped and begin anew soon after', () => {
    const again: Story = [call(9), [9.5, 'lead.assigned', { owner: 'anna', team: 'east' }], call(13)]
    expect(found([...told('anna', 30, again), ...crowd])).toEqual(['fairness/stop-and-reopen/reply/anna: 30/60 0/60'])
    const later: Story = [call(9), [10.5, 'lead.assigned', { owner: 'anna', team: 'east' }], call(13)]
    expect(found([...told('anna', 30, later), ...crowd])).toEqual([])
    expect(found([...told('anna', 30, later), ...crowd], { reopenWithin: 'PT2H' })).toHaveLength(1)
  })

  test('touches of a few seconds', () => {
    const short = [...told('anna', 30, [call(9, 4)]), ...crowd]
    expect(found(short)).toEqual([])
    const touch = { path: '$.data.seconds', shortest: 10 }
    expect(found(short, { touch })).toEqual(['fairness/short-touches/reply/anna: 30/30 0/60'])
    expect(found([...told('anna', 30, [call(9, 10)]), ...crowd], { touch })).toEqual([])
  })

  test('states that go back and forth', () => {
    const flip: Story = [[8.5, 'lead.moved', { to: 'open' }], [9, 'lead.moved', { to: 'new' }], call(9.5)]
    const move: Story = [[8.5, 'lead.moved', { to: 'open' }], call(9.5)]
    const others = [...told('ben', 40, move), ...told('cleo', 40, move)]
    expect(found([...told('anna', 30, flip), ...others])).toEqual(['fairness/status-flipping/anna: 30/60 0/80'])
    const slow: Story = [[8.5, 'lead.moved', { to: 'open' }], [10, 'lead.moved', { to: 'new' }], call(11)]
    expect(found([...told('anna', 30, slow), ...others])).toEqual([])
    // There and on to a third state is no flipping.
    const on: Story = [[8.5, 'lead.moved', { to: 'open' }], [9, 'lead.moved', { to: 'lost' }], call(9.5)]
    expect(found([...told('anna', 30, on), ...others])).toEqual([])
  })

  test('stops at the last minute', () => {
    expect(found([...told('anna', 30, [call(11.95)]), ...crowd])).toEqual(['fairness/last-minute/reply/anna: 30/30 0/60'])
    expect(found([...told('anna', 30, [call(11.9)]), ...crowd])).toEqual([])
    expect(found([...told('anna', 30, [call(11.9)]), ...crowd], { lastMinute: 'PT6M' })).toHaveLength(1)
  })

  test('clocks that are cancelled, though not those that were breached already', () => {
    expect(found([...told('anna', 30, [[9, 'lead.dropped']]), ...crowd])).toEqual([
      'fairness/cancelled-clocks/reply/anna: 30/30 0/60',
    ])
    expect(found([...told('anna', 30, [[13, 'lead.dropped']]), ...crowd])).toEqual([])
  })
})

describe('a finding', () => {
  const dropped: Story = [[9, 'lead.dropped']]

  test('comes with its numbers, its test and where to look', () => {
    const events = [...told('anna', 60, dropped), ...crowd]
    const { findings, looked } = fairness(document, evaluated(document, events, '2026-02-01'), events)
    expect(findings).toMatchObject([
      {
        pattern: 'cancelled-clocks',
        clause: 'reply',
        person: 'anna',
        role: 'sdr',
        own: { hits: 60, sample: 60, share: 1 },
        others: { hits: 0, sample: 60, share: 0 },
        test: { name: 'Fisher, one-sided', comparisons: 7, below: 0.01 / 7 },
        message: '60 of 60 clocks were cancelled in time, and of the others of the role 0 of 60',
      },
    ])
    expect(findings[0]?.test.p).toBeLessThan(1e-30)
    expect(findings[0]?.evidence).toHaveLength(50)
    expect(findings[0]?.evidence[0]).toEqual({
      lead: 'anna-0',
      obligation: 'reply/anna-0/1',
      event: null,
      at: '2026-01-10T09:00:00.000Z',
      what: 'cancelled in time',
    })
    expect(looked.map(({ pattern, compared, tooSmall }) => [pattern, compared, tooSmall])).toEqual([
      ['pauses-before-due', 0, 0],
      ['stop-and-reopen', 2, 0],
      ['short-touches', 0, 0],
      ['status-flipping', 0, 0],
      ['last-minute', 2, 0],
      ['cancelled-clocks', 3, 0],
    ])
  })

  test('needs a sample on both sides', () => {
    expect(found([...told('anna', 19, dropped), ...crowd])).toEqual([])
    expect(found([...told('anna', 20, dropped), ...crowd])).toHaveLength(1)
    expect(found([...told('anna', 30, dropped), ...told('ben', 19, plain)])).toEqual([])
  })

  test('compares like with like: those of the same role', () => {
    expect(found([...told('dora', 30, dropped), ...crowd])).toEqual([])
  })

  test('is nothing that all do', () => {
    const some = (name: string) => [...told(name, 20, dropped), ...told(name, 20, plain, 20)]
    expect(found(['anna', 'ben', 'cleo'].flatMap(some))).toEqual([])
    // Where two of three do it, each stands out against the other two together, though by no more than twice.
    const two = [...told('anna', 30, dropped), ...told('ben', 30, dropped), ...told('cleo', 30, plain)]
    expect([found(two).length, found(two, { times: 2.1 }).length]).toEqual([2, 0])
  })

  test('needs a level that chance does not reach', () => {
    const some = [...told('anna', 5, dropped), ...told('anna', 25, plain, 5), ...crowd]
    expect(found(some, { level: 0.01 })).toEqual([])
    expect(found(some, { level: 0.05 })).toEqual(['fairness/cancelled-clocks/reply/anna: 5/30 0/60'])
  })

  test('is not made of what automations do', () => {
    const robot = told('anna', 30, [
      [8.5, 'lead.moved', { to: 'open' }],
      [9, 'lead.moved', { to: 'new' }],
    ]).map((event) => (event.actor ? { ...event, actor: { id: 'robot', kind: 'automation' as const } } : event))
    const move: Story = [[8.5, 'lead.moved', { to: 'open' }]]
    expect(found([...robot, ...told('ben', 40, move), ...told('cleo', 40, move)])).toEqual([])
  })

  test('does not change with the order of events, or with repeated ones', () => {
    const events = [...told('anna', 30, dropped), ...crowd]
    expect(found([...events, ...events].reverse())).toEqual(found(events))
  })

  test('knows only what the evaluation knew', () => {
    const events = [
      ...told('anna', 30, [
        [8.5, 'lead.moved', { to: 'open' }],
        [9, 'lead.moved', { to: 'new' }],
      ]),
      ...told('ben', 40, [[8.5, 'lead.moved', { to: 'open' }]]),
    ].map((event) => ({ ...event, recordedAt: midnight + 40 * 86_400_000 }))
    const evaluation = evaluated(document, events, '2026-03-01', { knownAt: '2026-02-01T00:00:00Z' })
    expect(fairness(document, evaluation, events).findings).toEqual([])
    const later = evaluated(document, events, '2026-03-01')
    expect(fairness(document, later, events).findings).toHaveLength(1)
  })
})

test.each<[FairnessOptions, string]>([
  [{ minimumSample: 1 }, 'out-of-range'],
  [{ level: 0.6 }, 'out-of-range'],
  [{ times: 0.5 }, 'out-of-range'],
  [{ leftShare: 1.5 }, 'out-of-range'],
  [{ lastMinute: '5 minutes' }, 'invalid-duration'],
  [{ touch: { path: 'seconds', shortest: 10 } }, 'invalid-path'],
  [{ touch: { path: '$.data.seconds', shortest: 0 } }, 'out-of-range'],
])('options that are none are refused: %j', (options, code) => {
  expect(() => fairness(document, evaluated(document, [], '2026-02-01'), [], options)).toThrow(expect.objectContaining({ code }))
})
