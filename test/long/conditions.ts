/**
 * Asks compiled conditions and a fresh `Engine` each the same random questions for as long as wanted.
 * `npx tsx test/long/conditions.ts <cases> [seed]`
 */
import { inspect } from 'node:util'
import fc from 'fast-check'
import { conditionCase } from '../arbitraries/condition.ts'
import { differences } from '../oracle/condition-oracle.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const batch = 1_000
const mostPrinted = 5

let asked = 0
let mismatches = 0
let unhandled = 0
process.on('unhandledRejection', () => unhandled++)

for (let seed = firstSeed; asked < wanted; seed++) {
  for (const drawn of fc.sample(conditionCase(), { numRuns: Math.min(batch, wanted - asked), seed })) {
    asked++
    const found = await differences(drawn)
    if (found.length === 0) continue
    if (mismatches++ < mostPrinted) console.log(`seed ${seed}: ${found.join('; ')}\n${inspect(drawn, { depth: 12 })}`)
  }
}

console.log(`${asked} cases, seed ${firstSeed}, ${mismatches} mismatches, ${unhandled} unhandled rejections of the engine`)
process.exitCode = mismatches + unhandled === 0 ? 0 : 1
