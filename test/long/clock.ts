/**
 * Asks the clock and the oracle the same random questions for as long as wanted, over all zones of the runtime.
 * `npx tsx test/long/clock.ts <queries> [seed]`
 */

import fc from 'fast-check'
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { type Scenario, scenario } from '../arbitraries/calendar.ts'
import { type ClockOracle, clockOracle } from '../oracle/clock-oracle.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
const batch = 1_000
const mostPrinted = 20

type Question = readonly [name: string, ask: (clock: BusinessClock | ClockOracle) => unknown]

function questions({ at, to, third, openMs, moreMs, days, date }: Scenario): Question[] {
  const [from, until] = [Math.min(at, to), Math.max(at, to)]
  return [
    [`isOpen(${at})`, (clock) => clock.isOpen(at)],
    [`isOpen(${third})`, (clock) => clock.isOpen(third)],
    [`between(${at}, ${to})`, (clock) => clock.between(at, to)],
    [`between(${third}, ${at})`, (clock) => clock.between(third, at)],
    [`spans(${from}, ${until})`, (clock) => clock.spans(from, until)],
    [`after(${at}, ${openMs})`, (clock) => clock.after(at, openMs)],
    [`after(${third}, ${-moreMs})`, (clock) => clock.after(third, -moreMs)],
    [`before(${to}, ${moreMs})`, (clock) => clock.before(to, moreMs)],
    [`nextOpen(${at})`, (clock) => clock.nextOpen(at)],
    [`nextClose(${to})`, (clock) => clock.nextClose(to)],
    [`addBusinessDays(${at}, ${days})`, (clock) => clock.addBusinessDays(at, days)],
    [`addBusinessDays(${third}, ${-days})`, (clock) => clock.addBusinessDays(third, -days)],
    [`isHoliday(${third})`, (clock) => clock.isHoliday(third)],
    [`isBusinessDay(${date})`, (clock) => clock.isBusinessDay(date)],
    [`isBusinessDay(${at})`, (clock) => clock.isBusinessDay(at)],
    [`businessDaysBetween(${at}, ${date})`, (clock) => clock.businessDaysBetween(at, date)],
  ]
}

function answerOf(ask: Question[1], clock: () => BusinessClock | ClockOracle): string {
  try {
    const answer = ask(clock())
    return Object.is(answer, -0) ? '-0' : JSON.stringify(answer)
  } catch (error) {
    return String(error)
  }
}

let asked = 0
const disagreements = new Map<string, number>()

for (let seed = firstSeed; asked < wanted; seed++) {
  for (const drawn of fc.sample(scenario(), { numRuns: batch, seed })) {
    const list = questions(drawn)
    // Begins elsewhere each time, so that every question is asked of a cold clock as well.
    const start = asked % list.length
    for (const [name, ask] of [...list.slice(start), ...list.slice(0, start)]) {
      if (asked++ >= wanted) break
      const expected = answerOf(ask, () => clockOracle(drawn.calendar))
      const got = answerOf(ask, () => businessClock(drawn.calendar))
      if (got === expected) continue
      const kind = name.slice(0, name.indexOf('('))
      disagreements.set(kind, (disagreements.get(kind) ?? 0) + 1)
      const printed = disagreements.get(kind) ?? 0
      if (printed <= mostPrinted) console.log(JSON.stringify({ call: name, expected, got, calendar: drawn.calendar, seed }))
    }
    if (asked >= wanted) break
  }
}

const total = [...disagreements.values()].reduce((sum, count) => sum + count, 0)
console.log(`${asked} queries, seed ${firstSeed}, ${total} disagreements ${JSON.stringify(Object.fromEntries(disagreements))}`)
process.exitCode = total === 0 ? 0 : 1
