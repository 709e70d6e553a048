/**
 * Asks the clock and the oracle the same random questions for as long as wanted, over all zones of the runtime. Runs in as
 * many processes as there are seeds; they share nothing.
 * `npx tsx test/long/clock.ts <queries> [seed]`, or `each` in place of a number for one scenario in every zone.
 */

import fc from 'fast-check'
import { businessClock } from '../../src/clock.ts'
import { type Scenario, scenario, zones } from '../arbitraries/calendar.ts'
import { type AnyClock, agrees, answerOf, type Question, questionsOf, unknown } from '../oracle/answers.ts'
import { clockOracle } from '../oracle/clock-oracle.ts'

const eachZone = process.argv[2] === 'each'
const wanted = eachZone ? Number.POSITIVE_INFINITY : Number(process.argv[2] ?? 100_000)
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const batch = 1_000
/** Seeds of two processes that were started side by side must not meet. */
const seedStep = 7_919
const mostPrinted = 5

/** An exception that is no refusal is an answer as well, and a wrong one. */
function printed(ask: Question[1], clockOf: () => AnyClock): string {
  try {
    return answerOf(() => ask(clockOf()))
  } catch (error) {
    return String(error)
  }
}

let asked = 0
let unanswered = 0
const disagreements = new Map<string, number>()
const startedAt = performance.now()

/** Asks all questions of a scenario, beginning elsewhere each time, so that every question is asked of a cold clock as well. */
function compare(drawn: Scenario, seed: number): void {
  const list = questionsOf(drawn)
  const start = asked % list.length
  let clock: AnyClock | undefined
  const clockOf = () => {
    clock ??= businessClock(drawn.calendar)
    return clock
  }
  for (const [name, ask] of [...list.slice(start), ...list.slice(0, start)]) {
    const expected = printed(ask, () => clockOracle(drawn.calendar))
    // The oracle's tables end somewhere, and a walk that leaves them is no answer.
    if (expected === unknown) {
      unanswered++
      continue
    }
    asked++
    const got = printed(ask, clockOf)
    if (agrees(got, expected, drawn)) continue
    const kind = name.slice(0, name.indexOf('('))
    const count = (disagreements.get(kind) ?? 0) + 1
    disagreements.set(kind, count)
    if (count <= mostPrinted) console.log(JSON.stringify({ call: name, expected, got, calendar: drawn.calendar, seed }))
  }
}

if (eachZone) {
  for (const timeZone of zones)
    for (const drawn of fc.sample(scenario([timeZone], true), { numRuns: 1, seed: firstSeed })) compare(drawn, firstSeed)
} else {
  for (let seed = firstSeed; asked < wanted; seed += seedStep) {
    for (const drawn of fc.sample(scenario(zones, true), { numRuns: batch, seed })) {
      if (asked < wanted) compare(drawn, seed)
    }
  }
}

const total = [...disagreements.values()].reduce((sum, count) => sum + count, 0)
const perSecond = Math.round(asked / ((performance.now() - startedAt) / 1_000))
const byKind = JSON.stringify(Object.fromEntries(disagreements))
console.log(
  `${asked} queries, seed ${firstSeed}, ${perSecond} a second, ${total} disagreements ${byKind}, ${unanswered} beyond the oracle`,
)
process.exitCode = total === 0 ? 0 : 1
