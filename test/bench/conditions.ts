import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { compileCondition } from '../../src/conditions/compile.ts'
import { type Condition, defineCondition, type Facts } from '../../src/conditions/condition.ts'

/** Five rules of three conditions over one lead, as an agreement has them. */
const rules: readonly Condition[] = [
  rule('all', ['score', 'greaterThanInclusive', 60], ['country', 'in', ['DE', 'AT', 'CH']], ['status', 'equal', 'new']),
  rule('any', ['score', 'greaterThan', 95], ['segment', 'equal', 'enterprise'], ['employees', 'greaterThan', 1000]),
  rule('all', ['source', 'notIn', ['import', 'test']], ['employees', 'greaterThanInclusive', 50], ['score', 'lessThan', 95]),
  rule('any', ['status', 'equal', 'recycled'], ['source', 'equal', 'referral'], ['segment', 'equal', 'enterprise']),
  rule('all', ['status', 'notEqual', 'disqualified'], ['country', 'notEqual', 'US'], ['employees', 'lessThan', 5000]),
]

const leads: readonly Facts[] = ['DE', 'US', 'AT', 'FR'].flatMap((country, index) =>
  ['new', 'recycled', 'open'].map((status, turn) => ({
    country,
    status,
    score: 30 * index + 7 * turn,
    segment: turn === 1 ? 'enterprise' : 'smb',
    employees: 20 + 700 * turn + 90 * index,
    source: index === 2 ? 'import' : 'form',
  })),
)

function rule(kind: 'all' | 'any', ...leaves: readonly (readonly [string, string, unknown])[]): Condition {
  const nodes = leaves.map(([fact, operator, value]) => ({ fact, operator, value }))
  return defineCondition(kind === 'all' ? { all: nodes } : { any: nodes })
}

/** Returns the least time of a call in nanoseconds, of several rounds: the least is what the work itself takes. */
async function leastNs(calls: number, round: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 7; turn++) {
    const from = performance.now()
    await round()
    least = Math.min(least, ((performance.now() - from) * 1e6) / calls)
  }
  return least
}

function mutable(condition: Condition): TopLevelCondition {
  return JSON.parse(JSON.stringify(condition)) as TopLevelCondition
}

/**
 * Returns how many times faster the compiled rules are than `Engine.run` over the same leads, in one process.
 * The engine gets one `Engine` with all five rules, and one run a lead, which is the way it is fastest.
 */
export async function benchConditions(): Promise<{ name: string; ratio: number; atLeast?: number; notes: string }[]> {
  const engine = new Engine(rules.map((condition) => ({ conditions: mutable(condition), event: { type: 'held' } })))
  const runs = 40
  const engineNs = await leastNs(runs * leads.length, async () => {
    for (let run = 0; run < runs; run++) for (const lead of leads) await engine.run(lead)
  })
  const total = rules.map((condition) => compileCondition(condition, { total: true }))
  const strict = rules.map((condition) => compileCondition(condition))
  const rounds = 20_000
  let held = 0
  const measured = (work: (lead: Facts) => void, count = rounds): Promise<number> =>
    leastNs(count * leads.length, () => {
      for (let turn = 0; turn < count; turn++) for (const lead of leads) work(lead)
    })
  const testNs = await measured((lead) => {
    for (const condition of total) if (condition.test(lead)) held++
  })
  const strictNs = await measured((lead) => {
    for (const condition of strict) if (condition.test(lead)) held++
  })
  const explainNs = await measured((lead) => {
    for (const condition of total) if (condition.explain(lead).result) held++
  }, rounds / 10)
  const notes = (ns: number): string =>
    `5 rules of 3 conditions: ${(engineNs / 1000).toFixed(1)} µs to ${(ns / 1000).toFixed(3)} µs (${held} held)`
  return [
    { name: 'conditions: engine.run / test', ratio: engineNs / testNs, atLeast: 200, notes: notes(testNs) },
    {
      name: 'conditions: engine.run / test, missing facts fail',
      ratio: engineNs / strictNs,
      atLeast: 80,
      notes: notes(strictNs),
    },
    { name: 'conditions: engine.run / explain', ratio: engineNs / explainNs, atLeast: 50, notes: notes(explainNs) },
  ]
}
