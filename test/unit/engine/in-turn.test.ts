import { Engine } from 'json-rules-engine'
import { expect, it } from 'vitest'
import { inTurn, toEngine } from '../../../src/engine.ts'
import { documentOf, happened } from '../evaluation/one-clause.ts'
import { bareFacts } from './one-promise.ts'

/** An engine whose rule of the lower priority comes after the run that began later has ended. */
function slowEngine(): Engine {
  const engine = toEngine(documentOf(), { into: new Engine() })
  engine.addFact('lookup', async (_params, almanac) => {
    for (let turn = Number(await almanac.factValue('turns')); turn > 0; turn--) await Promise.resolve()
    return true
  })
  engine.addRule({
    priority: 9,
    conditions: { all: [{ fact: 'lookup', operator: 'equal', value: true }] },
    event: { type: 'looked up' },
  })
  return engine
}

const facts = bareFacts({}, [happened('07 09:00 start')], '07 14:00')
const both = [
  { ...facts, turns: 5 },
  { ...facts, turns: 2_000 },
]

it('keeps runs apart that would make each other leave out rules', async () => {
  const engine = slowEngine()
  const overlapping = await Promise.all(both.map((one) => engine.run(one)))
  expect(overlapping.map(({ events }) => events.length)).toEqual([2, 1])
  const run = inTurn(engine)
  const ordered = await Promise.all(both.map((one) => run(one)))
  expect(ordered.map(({ events }) => events.map(({ type }) => type))).toEqual([
    ['looked up', 'sla:breached'],
    ['looked up', 'sla:breached'],
  ])
})

it('lets a run fail alone', async () => {
  const run = inTurn(slowEngine())
  const [failed, done] = await Promise.allSettled([run(facts), run({ ...facts, turns: 0 })])
  expect(failed?.status).toBe('rejected')
  expect(done?.status).toBe('fulfilled')
})
