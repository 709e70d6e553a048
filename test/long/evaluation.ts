/**
 * Evaluates random agreements over random histories, at once and event by event, and compares every obligation with the
 * oracle, for as long as wanted. In every fourth history the agreement has a cadence.
 * `npx tsx test/long/evaluation.ts <histories> [seed]`
 */

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { type Agreement, evaluate, init, type Obligation, obligations, parseAgreement, stepMany } from '../../src/index.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { cadenceOracle } from '../oracle/cadence-oracle.ts'
import { evaluationOracle } from '../oracle/evaluation-oracle.ts'

const wanted = Number(process.argv[2] ?? 10_000)
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const batch = 500
const mostPrinted = 10

/** Returns the members in which the two differ, obligation by obligation; empty when they agree. */
function differences({ document, events, asOf }: Story): unknown[] {
  const parsed = parseAgreement(document)
  if (!parsed.ok) return [parsed.issues]
  const expected = expectedOf({ document, events, asOf })
  const atOnce = evaluate(parsed.value, events, { asOf }).obligations
  return [...apart(expected, atOnce), ...apart(expected, live(parsed.value, expected, events, asOf))]
}

/** What the oracles of the two kinds of clauses with clocks say, in the order of an evaluation. */
function expectedOf({ document, events, asOf }: Pick<Story, 'document' | 'events' | 'asOf'>): Obligation[] {
  const timed = Object.entries(document.clauses).filter(([, { kind }]) => kind === 'timed')
  const places = Object.keys(document.clauses)
  const all = [
    ...evaluationOracle({ ...document, clauses: Object.fromEntries(timed) }, events, { asOf }).obligations,
    ...cadenceOracle(document, events, { asOf }),
  ]
  return all.sort(
    (a, b) =>
      (a.lead < b.lead ? -1 : a.lead > b.lead ? 1 : 0) ||
      places.indexOf(a.clause) - places.indexOf(b.clause) ||
      a.cycle - b.cycle,
  )
}

/** What is counted over periods is another story. */
const withCadence = periodStory({ versions: true, soon: true }).map(({ document, ...rest }): Story => {
  const clocked = Object.entries(document.clauses).filter(([, { kind }]) => kind === 'timed' || kind === 'cadence')
  return { ...rest, document: { ...document, clauses: Object.fromEntries(clocked) } }
})
const drawn = fc.oneof({ weight: 3, arbitrary: story({ versions: true, fresh: true }) }, { weight: 1, arbitrary: withCadence })

const wide = { window: { ms: 10_000 * 86_400_000, count: 1_000 } }
/** A state answers for so many closed clocks. */
const mostClosed = 16

/** Returns what the states of the leads answer, all events one by one; for a lead with more clocks than they keep, what is expected. */
function live(agreement: Agreement, expected: readonly Obligation[], events: Story['events'], asOf: number): Obligation[] {
  return [...new Set(expected.map(({ lead }) => lead))].flatMap((lead) => {
    const clocks = expected.filter((one) => one.lead === lead)
    if (clocks.length > mostClosed) return clocks
    const { state } = stepMany(
      agreement,
      init(agreement, lead, wide),
      events.filter((event) => event.lead === lead),
    )
    return obligations(agreement, state, { asOf })
  })
}

function apart(expected: readonly Obligation[], got: readonly Obligation[]): unknown[] {
  if (got.length !== expected.length) return [{ expected: expected.map(({ key }) => key), got: got.map(({ key }) => key) }]
  return expected.flatMap((one, index) => {
    const other = got[index] as typeof one
    const keys = (Object.keys(one) as (keyof typeof one)[]).filter((key) => !isDeepStrictEqual(one[key], other[key]))
    return keys.length === 0 ? [] : [{ obligation: one.key, expected: pick(one, keys), got: pick(other, keys) }]
  })
}

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))
}

let asked = 0
let clocks = 0
let mismatches = 0
for (let seed = firstSeed; asked < wanted; seed++) {
  for (const one of fc.sample(drawn, { numRuns: Math.min(batch, wanted - asked), seed })) {
    asked++
    clocks += evaluate(one.document, one.events, { asOf: one.asOf }).obligations.length
    const found = differences(one)
    if (found.length === 0) continue
    mismatches++
    if (mismatches <= mostPrinted) console.log(JSON.stringify({ seed, found, ...one }))
  }
}
console.log(`${asked} histories, ${clocks} clocks, seed ${firstSeed}, ${mismatches} mismatches`)
process.exitCode = mismatches === 0 ? 0 : 1
