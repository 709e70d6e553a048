import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import {
  type Agreement,
  type Consequence,
  consequences,
  defineAgreement,
  type Evaluation,
  enforcementRules,
  evaluate,
  type Judgement,
  judgements,
  type Obligation,
  settleConsequences,
} from '../../src/index.ts'
import {
  evaluationOf,
  eventsOf,
  instantOf,
  ladder,
  people,
  renamed,
  type Work,
  withLadder,
  works,
} from '../arbitraries/conduct.ts'
import { ladderOracle } from '../oracle/conduct-oracle.ts'
import { documentOf } from '../unit/conduct/one-team.ts'
import { law } from './law.ts'

const otherNames = ['zoe', 'anna', 'x/y', '__proto__']

/** Sixty ladders: reading one costs more than judging by it. A case names one by its place, so that it can be printed. */
const ladders = fc.sample(ladder, { numRuns: 60, seed: 5 }).map((rules) => {
  const document = withLadder(rules)
  return { rules, agreement: defineAgreement(document), other: defineAgreement(renamed(document, otherNames)) }
})
const judged = fc.tuple(fc.nat(ladders.length - 1), works).map(([place, told]) => ({ place, ...told }))

function ladderAt(place: number): (typeof ladders)[number] {
  return ladders[place] as (typeof ladders)[number]
}

/** One ladder over everything, where only the work differs. */
const fixed = defineAgreement(
  withLadder({
    owedBy: 'sales',
    for: 'owner',
    per: 'month',
    forgiveAfter: 2,
    steps: [
      { name: 'talk', action: 'notice' },
      { name: 'pool', action: 'returnLeads' },
    ],
  }),
)

const lineOf = ({ period, name, verdict, standing, step }: Judgement) => `${period} ${name} ${verdict} ${standing} ${step}`

describe('the judgements of a ladder', () => {
  law(
    'equal those of an oracle that looks through everything again for each period',
    judged,
    ({ place, works: list, asOfDay }) => {
      const { agreement, rules } = ladderAt(place)
      const evaluation = evaluationOf(agreement, list, asOfDay)
      const found = judgements(agreement, evaluation).map(lineOf)
      expect(found.sort()).toEqual(ladderOracle(rules, evaluation.obligations, Date.parse(evaluation.asOf)).sort())
    },
  )

  law('do not depend on the order of events', fc.tuple(works, fc.nat()), ([{ works: list, asOfDay }, turn]) => {
    const events = eventsOf(list)
    const cut = turn % Math.max(1, events.length)
    const turned = [...events.slice(cut), ...events.slice(0, cut)].reverse()
    const evaluation = evaluate(fixed, turned, { asOf: instantOf(asOfDay) })
    expect(evaluation.obligations).toEqual(evaluationOf(fixed, list, asOfDay).obligations)
    expect(judgements(fixed, evaluation)).toEqual(judgements(fixed, evaluationOf(fixed, list, asOfDay)))
  })

  law('do not depend on what people are called', judged, ({ place, works: list, asOfDay }) => {
    const { agreement, other } = ladderAt(place)
    const nameless = (found: readonly Judgement[], own: readonly string[]) =>
      found
        .map(({ name, key: _, ...rest }) => JSON.stringify({ ...rest, who: own.includes(name) ? own.indexOf(name) : name }))
        .sort()
    const found = nameless(judgements(other, evaluationOf(other, list, asOfDay, otherNames)), otherNames)
    expect(found).toEqual(nameless(judgements(agreement, evaluationOf(agreement, list, asOfDay)), people))
  })

  law(
    'are never milder for a breach in the place of a kept promise',
    fc.tuple(judged, fc.nat()),
    ([{ place, works: list, asOfDay }, pick]) => {
      const { agreement } = ladderAt(place)
      const kept = list.flatMap(({ fate, day }, index) => (fate === 'kept' && day < asOfDay ? [index] : []))
      const changed = kept[pick % Math.max(1, kept.length)]
      fc.pre(changed !== undefined)
      const worse = list.map((work, index): Work => (index === changed ? { ...work, fate: 'late' } : work))
      const steps = agreement.enforcement[0]?.steps.map(({ name }) => name) ?? []
      const ranks = (those: readonly Work[]) =>
        new Map(
          judgements(agreement, evaluationOf(agreement, those, asOfDay)).map(({ key, step }) => [key, steps.indexOf(step ?? '')]),
        )
      const after = ranks(worse)
      for (const [key, step] of ranks(list)) expect(after.get(key)).toBeGreaterThanOrEqual(step)
    },
  )

  law('stay, once final and with nothing pending, whatever time brings', judged, ({ place, works: list, asOfDay }) => {
    const { agreement } = ladderAt(place)
    const earlier = judgements(agreement, evaluationOf(agreement, list, asOfDay))
    const later = new Map(judgements(agreement, evaluationOf(agreement, list, asOfDay + 40)).map((one) => [one.key, one]))
    const waited = new Set<string>()
    for (const { key, name, standing, verdict, facts } of earlier) {
      // Where a wait was given up, what was pending may still be decided, and later strikes count on it.
      if (facts.pending > 0) waited.add(name)
      if (standing !== 'final' || waited.has(name)) continue
      const now = later.get(key)
      expect([now?.standing, now?.verdict, now?.facts.breaches, now?.facts.strikes]).toEqual([
        'final',
        verdict,
        facts.breaches,
        facts.strikes,
      ])
    }
  })

  law('are plain JSON, and no key comes twice', judged, ({ place, works: list, asOfDay }) => {
    const { agreement } = ladderAt(place)
    const evaluation = evaluationOf(agreement, list, asOfDay)
    const found = consequences(agreement, evaluation)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    const keys = [...found, ...judgements(agreement, evaluation)].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the ledger of steps', () => {
  law(
    'holds what follows, and settled twice it stays as it is',
    fc.tuple(judged, works),
    ([{ place, works: list, asOfDay }, more]) => {
      const { agreement } = ladderAt(place)
      const first = evaluationOf(agreement, list, asOfDay)
      const ledger = settleConsequences([], agreement, first)
      expect(settleConsequences(ledger, agreement, first)).toEqual([])
      // More of the same months comes to light later.
      const second = evaluationOf(agreement, [...list, ...more.works], Math.max(asOfDay, more.asOfDay))
      const settled = [...ledger, ...settleConsequences(ledger, agreement, second)]
      expect(settleConsequences(settled, agreement, second)).toEqual([])
      expect(new Set(settled.map(({ id }) => id)).size).toBe(settled.length)
      const reversed = new Set(settled.map(({ reverses }) => reverses))
      const standing = settled.filter(({ id, reverses }) => reverses === null && !reversed.has(id))
      const open = new Set(judgements(agreement, second).flatMap((one) => (one.standing === 'final' ? [] : [one.key])))
      const final = consequences(agreement, second).flatMap((one) => (one.standing === 'final' ? [one.key] : []))
      expect(
        standing
          .filter(({ group }) => !open.has(group))
          .map(({ key }) => key)
          .sort(),
      ).toEqual(final.sort())
    },
  )
})

describe('json-rules-engine', () => {
  /** A few hundred people with a few clocks a month, whose outcomes are drawn. */
  function manyPeriods({ id, version, hash }: Agreement): Evaluation {
    const draw = dice(20_260_407)
    const obligations = Array.from({ length: 700 }, (_, person) =>
      Array.from({ length: 20 }, (_, month) =>
        Array.from({ length: draw(6) }, (_, place) => obligationOf(`p${person}`, month, place, draw)),
      ),
    ).flat(2)
    return {
      asOf: '2028-01-01T00:00:00.000Z',
      knownAt: null,
      agreements: [{ agreement: id, version, hash }],
      obligations,
      periods: [],
      refused: [],
      findings: [],
    }
  }

  test('decides the same over ten thousand random periods', { timeout: 60_000 }, async () => {
    const agreement = defineAgreement(
      documentOf({
        enforcement: {
          ladders: {
            it: {
              owedBy: 'sales',
              for: 'owner',
              per: 'month',
              forgiveAfter: 2,
              strike: {
                any: [
                  { fact: 'keptShare', operator: 'lessThan', value: 0.75 },
                  { fact: 'worstLateMs', operator: 'greaterThan', value: 80 * 3_600_000 },
                ],
              },
              steps: [
                { name: 'talk', action: 'notice', to: 'manager' },
                {
                  name: 'coach',
                  action: 'coaching',
                  when: {
                    all: [
                      { fact: 'strikes', operator: 'greaterThan', value: 1 },
                      { not: { fact: 'openBreaches', operator: 'equal', value: 0 } },
                    ],
                  },
                },
                {
                  name: 'pool',
                  action: 'returnLeads',
                  when: {
                    any: [
                      { fact: 'consecutive', operator: 'greaterThanInclusive', value: 3 },
                      { fact: 'breaches', operator: 'in', value: [4, 5] },
                    ],
                  },
                },
              ],
            },
          },
        },
      }),
    )
    const all = judgements(agreement, manyPeriods(agreement))
    const found = all.filter(({ verdict }) => verdict === 'strike' || verdict === 'clean').slice(0, 10_000)
    expect(found).toHaveLength(10_000)
    const engine = new Engine(JSON.parse(JSON.stringify(enforcementRules(agreement, 'it'))))
    const taken = new Map<string, number>()
    for (const { facts, step } of found) {
      const { results } = await engine.run({ ...facts })
      const hardest = results.sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))[0]?.name ?? null
      if (hardest !== step) expect({ facts, step }).toEqual({ facts, step: hardest })
      taken.set(String(step), (taken.get(String(step)) ?? 0) + 1)
    }
    // Every answer was given often enough to mean something.
    for (const step of ['talk', 'coach', 'pool', 'null']) expect(taken.get(step)).toBeGreaterThan(200)
  })

  test('is given the condition that a consequence explains', () => {
    const agreement = defineAgreement(
      withLadder({ owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', action: 'notice' }] }),
    )
    const [rule] = enforcementRules(agreement, 'it')
    const [found] = consequences(agreement, evaluationOf(agreement, [{ owner: 0, day: 3, fate: 'late' }], 40)) as Consequence[]
    expect(rule).toEqual({
      name: 'talk',
      conditions: {
        all: [
          { any: [{ fact: 'breaches', operator: 'greaterThan', value: 0 }] },
          { all: [{ fact: 'strikes', operator: 'greaterThanInclusive', value: 1 }] },
        ],
      },
      event: { type: 'notice', params: { ladder: 'it', step: 'talk' } },
      priority: 1,
    })
    expect(found?.trace.strike).toMatchObject({
      operator: 'any',
      result: true,
      any: [{ fact: 'breaches', factResult: 1, result: true }],
    })
    expect(() => enforcementRules(agreement, 'them')).toThrow(expect.objectContaining({ code: 'unknown-value' }))
  })
})

/** The generator of Park and Miller: the same draws in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * below)
  }
}

function obligationOf(owner: string, month: number, place: number, draw: (below: number) => number): Obligation {
  const started = Date.UTC(2026, month, 2 + place)
  const lateHours = draw(4) === 0 ? draw(100) : 0
  const isOpen = lateHours > 0 && draw(3) === 0
  const target = 4 * 3_600_000
  const end = new Date(started + target + lateHours * 3_600_000).toISOString()
  const due = new Date(started + target).toISOString()
  const lead = `${owner}-${month}-${place}`
  return {
    key: `reply/${lead}/1`,
    clause: 'reply',
    lead,
    cycle: 1,
    party: 'sales',
    owner,
    team: null,
    owners: [],
    agreement: 'acme',
    version: '1',
    status: isOpen ? 'openBreached' : lateHours > 0 ? 'metLate' : 'met',
    goal: '1',
    startedAt: new Date(started).toISOString(),
    dueAt: due,
    dueIfResumedAt: null,
    stoppedAt: isOpen ? null : end,
    stoppedBy: null,
    closedAt: isOpen ? null : end,
    breachedAt: lateHours > 0 ? due : null,
    usedMs: target + lateHours * 3_600_000,
    targetMs: target,
    pausedMs: 0,
    isPaused: false,
  }
}
