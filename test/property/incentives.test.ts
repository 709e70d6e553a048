import fc from 'fast-check'
import { describe, expect } from 'vitest'
import {
  balances,
  type DeedDocument,
  defineAgreement,
  type Evaluation,
  type IncentiveEntry,
  type LedgerEntry,
  type LevelDocument,
  leaderboard,
  type PeriodResult,
  type Standings,
  settle,
  standings,
} from '../../src/index.ts'
import { evaluationOf, incentives, instantOf, people, renamed, type Work, withIncentives, works } from '../arbitraries/conduct.ts'
import { levelOracle } from '../oracle/conduct-oracle.ts'
import { law } from './law.ts'

const otherNames = ['zoe', 'anna', 'x/y', '__proto__']

/** Forty sets of incentives: reading one costs more than reckoning by it. */
const rules = fc.sample(incentives, { numRuns: 40, seed: 7 }).map((document) => {
  const whole = withIncentives(document)
  const inTime = { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.5 } as const
  const more = {
    levels: {
      ...document.levels,
      share: { clause: 'inTime', for: 'owner', met: 9 },
      party: { clause: 'inTime', for: 'party', met: 4 },
    },
  } as const
  return {
    document,
    agreement: defineAgreement(whole),
    other: defineAgreement(renamed(whole, otherNames)),
    /** The same with two levels more, of a promise that may be suspended. */
    more: defineAgreement(withIncentives({ ...document, ...more }, { clauses: { inTime } })),
  }
})

const deeds: fc.Arbitrary<readonly DeedDocument[]> = fc.array(
  fc.record({
    person: fc.constantFrom(...people),
    duty: fc.constantFrom('training', 'hygiene'),
    at: fc.nat(200).map((day) => instantOf(day)),
  }),
  { maxLength: 6 },
)

/** A case names its rules by their place, so that it can be printed. */
const earned = fc.tuple(fc.nat(rules.length - 1), works, deeds).map(([place, told, done]) => ({ place, ...told, deeds: done }))

function rulesAt(place: number): (typeof rules)[number] {
  return rules[place] as (typeof rules)[number]
}

function pointsOf({ entries }: Standings): Map<string, number> {
  const points = new Map<string, number>()
  for (const entry of entries) {
    const counts = entry.kind === 'level' || entry.kind === 'streak' || entry.kind === 'conformity'
    if (counts) points.set(`${entry.for} ${entry.name}`, (points.get(`${entry.for} ${entry.name}`) ?? 0) + entry.points)
  }
  return points
}

describe('the standings', () => {
  law('hold the levels that an oracle finds, period by period', earned, ({ place, works: list, asOfDay }) => {
    const { agreement, document } = rulesAt(place)
    const evaluation = evaluationOf(agreement, list, asOfDay)
    const { outcomes } = standings(agreement, evaluation)
    for (const [name, level] of Object.entries(document.levels ?? {}) as [string, LevelDocument][]) {
      const found = outcomes
        .filter((one) => one.level === name)
        .map((one) => `${one.period} ${one.name} ${one.verdict} ${one.standing} ${one.points}`)
      const length = { per: document.per ?? 'month', judgeAfter: document.judgeAfter ?? '' }
      expect(found.sort()).toEqual(levelOracle(level, length, evaluation.obligations, Date.parse(evaluation.asOf)).sort())
    }
  })

  law('do not depend on the order of clocks and deeds', earned, ({ place, works: list, asOfDay, deeds: done }) => {
    const { agreement } = rulesAt(place)
    const evaluation = evaluationOf(agreement, list, asOfDay)
    const turned = { ...evaluation, obligations: [...evaluation.obligations].reverse() }
    expect(standings(agreement, turned, { deeds: [...done, ...done].reverse() })).toEqual(
      standings(agreement, evaluation, { deeds: done }),
    )
  })

  law('do not depend on what people are called', earned, ({ place, works: list, asOfDay, deeds: done }) => {
    const { agreement, other } = rulesAt(place)
    const otherDeeds = done.map((deed) => ({ ...deed, person: otherNames[people.indexOf(deed.person as 'anna')] ?? '' }))
    const nameless = ({ entries }: Standings, own: readonly string[]) =>
      entries
        .map(({ name, key: _, group: __, ...rest }) =>
          JSON.stringify({ ...rest, who: own.includes(name) ? own.indexOf(name) : name }),
        )
        .sort()
    const found = nameless(standings(other, evaluationOf(other, list, asOfDay, otherNames), { deeds: otherDeeds }), otherNames)
    expect(found).toEqual(nameless(standings(agreement, evaluationOf(agreement, list, asOfDay), { deeds: done }), people))
  })

  law(
    'never hold fewer points for a promise more that was kept',
    fc.tuple(earned, fc.nat(3), fc.nat(170)),
    ([{ place, works: list, asOfDay, deeds: done }, owner, day]) => {
      const { agreement } = rulesAt(place)
      fc.pre(day < asOfDay)
      const kept: Work = { owner, day, fate: 'kept' }
      const before = pointsOf(standings(agreement, evaluationOf(agreement, list, asOfDay), { deeds: done }))
      const after = pointsOf(standings(agreement, evaluationOf(agreement, [...list, kept], asOfDay), { deeds: done }))
      for (const [name, points] of before) expect(after.get(name) ?? 0).toBeGreaterThanOrEqual(points)
    },
  )

  law('hold nobody to a promise that is suspended', earned, ({ place, works: list, asOfDay, deeds: done }) => {
    const { agreement, more } = rulesAt(place)
    const suspended: Evaluation = { ...evaluationOf(more, list, asOfDay), periods: suspendedMonths() }
    const without = standings(agreement, evaluationOf(agreement, list, asOfDay), { deeds: done })
    const found = standings(more, suspended, { deeds: done })
    expect(pointsOf(found)).toEqual(pointsOf(without))
    // Who wins what is the same as well; only how soon it is final may wait for the levels more.
    const won = ({ entries }: Standings) => entries.map(({ standing: _, ...rest }) => rest)
    expect(won(found)).toEqual(won(without))
  })

  law('never spend more than the budget, nor pay anybody twice', earned, ({ place, works: list, asOfDay }) => {
    const { agreement, document } = rulesAt(place)
    const { entries } = standings(agreement, evaluationOf(agreement, list, asOfDay))
    for (const [kind, budgets] of [
      ['award', document.awards],
      ['prize', document.prizes],
      ['spif', document.spifs],
    ] as const) {
      for (const [name, { budget }] of Object.entries(budgets ?? {})) {
        const paid = entries.filter((entry) => entry.kind === kind && entry.rule === name)
        expect(paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(budget?.amountMinor ?? 0)
      }
    }
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    expect(entries.every(({ points, amountMinor }) => Number.isSafeInteger(points) && Number.isSafeInteger(amountMinor))).toBe(
      true,
    )
  })
})

/** What a list of entries comes to, by name. */
function sums(entries: readonly (IncentiveEntry | LedgerEntry)[]): Map<string, string> {
  const found = new Map<string, [points: number, amountMinor: number]>()
  for (const { for: kind, name, points, amountMinor } of entries) {
    const [a, b] = found.get(`${kind} ${name}`) ?? [0, 0]
    found.set(`${kind} ${name}`, [a + points, b + amountMinor])
  }
  return new Map([...found].filter(([, [a, b]]) => a !== 0 || b !== 0).map(([key, pair]) => [key, pair.join()]))
}

describe('the ledger', () => {
  const twice = fc.tuple(earned, works).map(([one, later]) => ({ ...one, later }))

  law('settled twice stays as it is', twice, ({ place, works: list, asOfDay, deeds: done, later }) => {
    const { agreement } = rulesAt(place)
    const first = standings(agreement, evaluationOf(agreement, list, asOfDay), { deeds: done })
    const second = standings(agreement, evaluationOf(agreement, [...list, ...later.works], asOfDay + 20), { deeds: done })
    const ledger = settle([], first)
    expect(settle(ledger, first)).toEqual([])
    const settled = [...ledger, ...settle(ledger, second)]
    expect(settle(settled, second)).toEqual([])
    // Two workers who settle at once write the same, and a store that keeps both copies counts them once.
    expect(settle([...settled, ...settled], second)).toEqual([])
    expect(new Set(settled.map(({ id }) => id)).size).toBe(settled.length)
    expect(JSON.parse(JSON.stringify(settled))).toEqual(settled)
  })

  law('sums to what stands, after whatever comes to light', twice, ({ place, works: list, asOfDay, deeds: done, later }) => {
    const { agreement } = rulesAt(place)
    const ledger: LedgerEntry[] = []
    const looks = [
      [list, asOfDay],
      [[...list, ...later.works], 250],
      [later.works, 250],
    ] as const
    for (const [those, day] of looks) {
      const now = standings(agreement, evaluationOf(agreement, those, day), { deeds: done })
      ledger.push(...settle(ledger, now))
      // What is not decided stays as it was; all else is what stands now, and nothing but that.
      const open = new Set(now.undecided.map(({ group }) => group))
      const final = now.entries.filter(({ standing }) => standing === 'final')
      expect(sums(ledger.filter(({ group }) => !open.has(group)))).toEqual(sums(final))
    }
    const points = balances(ledger).map((one): [string, number] => [`${one.for} ${one.name}`, one.points])
    const summed = sums(ledger)
    for (const [key, own] of points) expect(own).toBe(Number(summed.get(key)?.split(',')[0] ?? 0))
  })

  law('takes back nothing that lies after its time', twice, ({ place, works: list, asOfDay, deeds: done }) => {
    const { agreement } = rulesAt(place)
    const ledger = settle([], standings(agreement, evaluationOf(agreement, list, 230), { deeds: done }))
    const earlier = standings(agreement, evaluationOf(agreement, list, asOfDay), { deeds: done })
    expect(settle(ledger, earlier).filter(({ reverses }) => reverses !== null)).toEqual([])
  })
})

describe('a leaderboard', () => {
  law('ranks by value, equals alike, and nobody beside another role', earned, ({ place, works: list, asOfDay, deeds: done }) => {
    const { agreement } = rulesAt(place)
    fc.pre(asOfDay > 90)
    const { groups } = leaderboard(agreement, evaluationOf(agreement, list, asOfDay), {
      board: 'points',
      period: '2026-Q1',
      deeds: done,
    })
    for (const { ranked } of groups) {
      for (const [index, line] of ranked.entries()) {
        const better = ranked.filter(({ value }) => (value ?? 0) > (line.value ?? 0)).length
        expect(line.rank).toBe(better + 1)
        expect(line.value).toBeLessThanOrEqual(ranked[index - 1]?.value ?? Number.POSITIVE_INFINITY)
      }
    }
    expect(new Set(groups.map(({ role }) => role)).size).toBe(groups.length)
  })
})

function suspendedMonths(): PeriodResult[] {
  return Array.from({ length: 12 }, (_, month): PeriodResult => {
    const [from, to] = [month, month + 1].map((index) => new Date(Date.UTC(2026, index, 1)).toISOString())
    return {
      ...{ key: `inTime/2026-${String(month + 1).padStart(2, '0')}`, clause: 'inTime', kind: 'compliance', party: 'sales' },
      ...{ agreement: 'acme', version: '1' },
      ...{ from: from ?? '', to: to ?? '', target: 0.5, actual: null, expectedToDate: 0.5, sample: 0, pending: 0, excluded: 0 },
      ...{ interval: null, forecast: null, currency: null, status: 'suspended' },
      ...{ parts: null, carried: null, deducted: 0, rounding: null, recordedFrom: null, suspendedBy: null },
    }
  })
}
