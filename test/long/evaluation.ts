/**
 * Evaluates random agreements over random histories, at once and event by event, and compares every obligation with the
 * oracle, for as long as wanted.
 * `npx tsx test/long/evaluation.ts <histories> [seed]`
 */

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { type Agreement, evaluate, init, type Obligation, obligations, parseAgreement, stepMany } from '../../src/index.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { evaluationOracle } from '../oracle/evaluation-oracle.ts'

const wanted = Number(process.argv[2] ?? 10_000)
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const batch = 500
const mostPrinted = 10

/** Returns the members in which the two differ, obligation by obligation; empty when they agree. */
function differences({ document, events, asOf }: Story): unknown[] {
  const parsed = parseAgreement(document)
  if (!parsed.ok) return [parsed.issues]
  const expected = evaluationOracle(document, events, { asOf }).obligations
  const atOnce = evaluate(parsed.value, events, { asOf }).obligations
  return [...apart(expected, atOnce), ...apart(expected, live(parsed.value, expected, events, asOf))]
}

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
  for (const drawn of fc.sample(story({ versions: true, fresh: true }), { numRuns: Math.min(batch, wanted - asked), seed })) {
    asked++
    clocks += evaluationOracle(drawn.document, drawn.events, { asOf: drawn.asOf }).obligations.length
    const found = differences(drawn)
    if (found.length === 0) continue
    mismatches++
    if (mismatches <= mostPrinted) console.log(JSON.stringify({ seed, found, ...drawn }))
  }
}
console.log(`${asked} histories, ${clocks} clocks, seed ${firstSeed}, ${mismatches} mismatches`)
process.exitCode = mismatches === 0 ? 0 : 1
