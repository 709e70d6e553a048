/** A law of what is counted over periods. Its stories hold whole agreements, and its oracle looks at every minute, so it is tried less often. */

import fc from 'fast-check'
import { it } from 'vitest'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 150)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

/** Tries the law on so many drawn values, `LEAD_SLA_RUNS` or 150, or a share of them; a failure prints seed, path and the least counterexample. */
export function periodLaw<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void, share = 1): void {
  it(title, { timeout: 120_000 }, () => {
    const property = fc.property(drawn, (value) => {
      check(value)
    })
    fc.assert(property, { numRuns: Math.ceil(numRuns * share), seed: seed++ })
  })
}
