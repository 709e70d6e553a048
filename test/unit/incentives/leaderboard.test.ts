import { describe, expect, test } from 'vitest'
import { type BoardDocument, type IncentivesDocument, type LeadEvent, leaderboard } from '../../../src/index.ts'
import { documentOf, evaluated, worked } from '../conduct/one-team.ts'

const events = [
  ...worked('anna', '2026-01', { kept: 3, late: 1 }),
  ...worked('ben', '2026-01', { kept: 3, late: 1 }),
  ...worked('cleo', '2026-01', { kept: 1 }),
  ...worked('dora', '2026-01', { kept: 5 }),
]

function board(
  more: Partial<BoardDocument>,
  incentives: Partial<IncentivesDocument> = {},
  list: readonly LeadEvent[] = events,
  unnamed: string[] = [],
) {
  const document = documentOf({
    incentives: { boards: { it: { for: 'owner', per: 'month', by: 'kept', ...more } }, ...incentives },
  })
  return leaderboard(document, evaluated(document, list, '2026-02-01'), { board: 'it', period: '2026-01', unnamed })
}

const seen = (...given: Parameters<typeof board>) =>
  board(...given).groups.map(({ role, ranked, unranked }) => [
    role,
    ranked.map(({ rank, name, value }) => [rank, name, value]),
    unranked.map(({ name }) => name),
  ])

describe('a leaderboard', () => {
  test('ranks people of one role, and those who are equal alike', () => {
    expect(seen({})).toEqual([
      ['ae', [[1, 'dora', 5]], []],
      [
        'sdr',
        [
          [1, 'anna', 3],
          [1, 'ben', 3],
          [3, 'cleo', 1],
        ],
        [],
      ],
    ])
  })
  test('lists those with too small a sample without a rank', () => {
    expect(seen({ by: 'keptShare', minimumSample: 2 })[1]).toEqual([
      'sdr',
      [
        [1, 'anna', 0.75],
        [1, 'ben', 0.75],
      ],
      ['cleo'],
    ])
  })
  test('divides by capacity where it says so', () => {
    expect(seen({ perCapacity: true }, { capacity: { people: { cleo: 0.2, anna: 1.5 } } })[1]).toEqual([
      'sdr',
      [
        [1, 'cleo', 5],
        [2, 'ben', 3],
        [3, 'anna', 2],
      ],
      [],
    ])
  })
  test('compares capacities exactly: three by 0.3 is as one by 0.1', () => {
    expect(seen({ perCapacity: true }, { capacity: { people: { anna: 0.3, ben: 0.3, cleo: 0.1 } } })[1]?.[1]).toEqual([
      [1, 'anna', 10],
      [1, 'ben', 10],
      [1, 'cleo', 10],
    ])
  })
  test('of teams has the capacity of their members, or one of its own', () => {
    expect(seen({ for: 'team', perCapacity: true })).toEqual([
      [
        null,
        [
          [1, 'east', 3],
          [1, 'west', 3],
        ],
        [],
      ],
    ])
    expect(seen({ for: 'team', perCapacity: true }, { capacity: { teams: { west: 6 } } })).toEqual([
      [
        null,
        [
          [1, 'east', 3],
          [2, 'west', 1],
        ],
        [],
      ],
    ])
  })
  test('by points counts what was earned in the period, without the bonus of an award', () => {
    const incentives: IncentivesDocument = {
      levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10, exceeded: { atLeast: 1, points: 15 } } },
      awards: { best: { for: 'owner', per: 'month', bonus: { points: 50 } } },
    }
    expect(seen({ by: 'points' }, incentives)).toEqual([
      ['ae', [[1, 'dora', 15]], []],
      [
        'sdr',
        [
          [1, 'cleo', 15],
          [2, 'anna', 10],
          [2, 'ben', 10],
        ],
        [],
      ],
    ])
  })
  test('names nobody who does not want to be named', () => {
    expect(seen({}, {}, events, ['anna'])[1]?.[1]).toEqual([
      [1, null, 3],
      [1, 'ben', 3],
      [3, 'cleo', 1],
    ])
    expect(seen({}, { unnamed: ['ben'] })[1]?.[1]).toEqual([
      [1, 'anna', 3],
      [1, null, 3],
      [3, 'cleo', 1],
    ])
    expect(seen({}, { unnamed: 'everybody' })[1]?.[1]).toEqual([
      [1, null, 3],
      [1, null, 3],
      [3, null, 1],
    ])
    expect(JSON.stringify(board({}, { unnamed: 'everybody' }))).not.toMatch(/anna|ben|cleo|dora/)
  })
  test('says whether it is final', () => {
    expect(board({}).isFinal).toBe(true)
    const incentives: IncentivesDocument = { levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10 } } }
    const pending = [...events, ...worked('anna', '2026-01', { snoozed: 1 })]
    expect(board({ by: 'points' }, incentives, pending).isFinal).toBe(false)
  })
  test('shows the interval of the share', () => {
    expect(board({ by: 'keptShare' }).groups[0]?.ranked[0]?.interval?.map((end) => Math.round(end * 100))).toEqual([57, 100])
  })
  test('refuses a board and a period that there are not', () => {
    const document = documentOf({ incentives: { boards: { it: { for: 'owner', per: 'month', by: 'kept' } } } })
    const evaluation = evaluated(document, events, '2026-02-01')
    const asked = (name: string, period: string) => () => leaderboard(document, evaluation, { board: name, period })
    expect(asked('them', '2026-01')).toThrow(expect.objectContaining({ code: 'unknown-value' }))
    expect(asked('it', '2026-Q1')).toThrow(expect.objectContaining({ code: 'out-of-range' }))
    expect(asked('it', 'January')).toThrow(expect.objectContaining({ code: 'out-of-range' }))
    const none = documentOf()
    expect(() => leaderboard(none, evaluated(none, events, '2026-02-01'), { board: 'it', period: '2026-01' })).toThrow(
      expect.objectContaining({ code: 'missing-key' }),
    )
  })
})
