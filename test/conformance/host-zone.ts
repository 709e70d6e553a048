/**
 * Prints what the clock answers under the zone of this machine: a program of its own, because `TZ` must be set before start.
 * `TZ=Pacific/Kiritimati node --import tsx test/conformance/host-zone.ts`
 */

import { createHash } from 'node:crypto'
import { businessClock } from '../../src/clock.ts'
import { hardZones } from '../arbitraries/calendar.ts'
import { zoneOracle } from '../oracle/zone-oracle.ts'
import { answer, clockCases, failures } from './clock-cases.ts'

const hourMs = 3_600_000
const everyDay = (hours: string[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours })

/** What a few calendars answer around each transition of the hard zones, 2000 to 2030. */
function answersAroundTransitions(): unknown[] {
  return hardZones.flatMap((timeZone) => {
    const clocks = [['02:15-02:45', '03:30-17:00'], ['22:00-06:00'], ['00:00-24:00']].map((hours) =>
      businessClock({ timeZone, week: everyDay(hours) }),
    )
    const transitions = zoneOracle(timeZone).transitions.filter((at) => at > Date.UTC(2000, 0, 1) && at < Date.UTC(2030, 0, 1))
    return transitions.map((at) =>
      clocks.map((clock) => [
        [-hourMs, -1, 0, 1, hourMs].map((apartMs) => clock.isOpen(at + apartMs)),
        clock.spans(at - 40 * hourMs, at + 40 * hourMs),
        clock.after(at - 5 * hourMs, 9 * hourMs),
        clock.before(at + 5 * hourMs, 9 * hourMs),
        clock.addBusinessDays(at - 24 * hourMs, 1),
        clock.isBusinessDay(at),
      ]),
    )
  })
}

const answers = [clockCases.map((one) => answer(businessClock(one.calendar), one)), answersAroundTransitions()]

console.log(
  JSON.stringify({
    hostZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hostOffsets: [new Date(2026, 0, 1).getTimezoneOffset(), new Date(2026, 6, 1).getTimezoneOffset()],
    failures: failures(clockCases, businessClock),
    digest: createHash('sha256').update(JSON.stringify(answers)).digest('hex'),
  }),
)
