/** A law is a property with a title that says it; how often it is tried, and from which seed, comes from the environment. */

import fc from 'fast-check'
import { it } from 'vitest'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 1_000)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

/** Tries the law on so many drawn values, `LEAD_SLA_RUNS` or 1,000; a failure prints seed, path and the least counterexample. */
export function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  it(title, { timeout: 120_000 }, () => {
    const property = fc.property(drawn, (value) => {
      check(value)
    })
    fc.assert(property, { numRuns, seed: seed++ })
  })
}
