/**
 * Compares every transition of every zone of the runtime, 1970 to 2050, between the library and temporal-polyfill.
 * `npx tsx test/long/zones.ts`
 */

import { businessClock } from '../../src/clock.ts'
import { zones } from '../arbitraries/calendar.ts'
import { zoneOracle } from '../oracle/zone-oracle.ts'

const [fromMs, toMs] = [Date.UTC(1970, 0, 1), Date.UTC(2051, 0, 1)]
let compared = 0
let wrong = 0

for (const timeZone of zones) {
  const oracle = zoneOracle(timeZone)
  const { zone } = businessClock({ timeZone, week: { mon: ['09:00-17:00'] } })
  const expected = oracle.transitions.filter((at) => at >= fromMs && at < toMs)
  const got = zone.transitions(fromMs, toMs).map(({ at }) => at)
  const offsets = expected.every((at) =>
    [-1, 0, 1].every((apartMs) => zone.localAt(at + apartMs) === oracle.reading(at + apartMs)),
  )
  compared += expected.length
  if (JSON.stringify(got) === JSON.stringify(expected) && offsets) continue
  wrong++
  console.log(
    JSON.stringify({
      timeZone,
      missing: expected.filter((at) => !got.includes(at)),
      extra: got.filter((at) => !expected.includes(at)),
    }),
  )
}

console.log(`${zones.length} zones, ${compared} transitions, ${wrong} zones disagree`)
process.exitCode = wrong === 0 ? 0 : 1
