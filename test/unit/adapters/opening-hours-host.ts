/**
 * Prints what opening hours become under the zone of this machine: a program of its own, because `TZ` must be set before
 * start. Under UTC, where the package `opening_hours` reads right, it also prints where the package answers otherwise.
 */

import OpeningHours from 'opening_hours'
import { businessClock } from '../../../src/clock.ts'
import { calendarOfOpeningHours } from '../../../src/opening-hours.ts'

const sameEveryWeek = [
  'Mo-Fr 09:00-17:00',
  'Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-14:00',
  'Mo-Fr 09:00-17:00; PH off',
  'Mo-Sa 22:00-06:00; Su,PH off',
  'Mo-Su 00:00-24:00; PH off',
  'Mo,We 08:00-12:00; Th 12:00-26:00, PH off',
  '24/7',
]
const varyingByDate = [
  'Apr-Oct Mo-Su 08:00-20:00; Nov-Mar Mo-Fr 09:00-17:00; PH off',
  'Mo-Fr 09:00-17:00; Dec 24-26 off; Dec 31-Jan 02 off; PH off',
  'Mo-Fr 22:00-06:00; easter off; easter +1 day 10:00-12:00; easter -2 days off',
  'Mo[1] 10:00-14:00; We[-1] 12:00-16:00; Jan 01 22:00-04:00; Dec 31 20:00-03:00',
  'week 01-53/2 Mo-Th 02:00-03:30; week 02-52/2 Tu-Fr 01:30-02:30',
  'Mar Mo-Su 02:00-04:00; Oct Mo-Su 22:00-02:30; Feb 29 off; Jan 10-20/3 off',
  'Mo-Su 22:00-06:00; 2025 Dec 24-2026 Jan 01 off; 2027 Dec 31 12:00-02:00; 2028 off; 2028 Mar-Apr 10:00-11:00',
  'Mo-Fr 09:00-17:00; 2025 Dec 31 20:00-05:00; 2026 Jan 02,2026 Feb 26-27,2024 Feb 29 off; 2027+ Sa 10:00-12:00',
  '10:00-12:00; 2026 Jun 28-2026 Jul 02 off; 14:00-16:00; 2024-2025 Mo 20:00-21:00; 2026 Jun 30 22:00-03:00; easter +1 day off',
  'Mo-Fr 09:00-18:00; Jun Fr 09:00-14:00; Aug 01-15 10:00-12:00, Mo 15:00-16:00; Sa[1] 10:00-11:00',
]

const years = [2024, 2029] as const
/** What the package knows of Berlin in 2026. */
const holidays = [
  ...['2026-01-01', '2026-03-08', '2026-04-03', '2026-04-06', '2026-05-01'],
  ...['2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26'],
]
const berlin = { lat: 52.5, lon: 13.4, address: { country_code: 'de', state: 'Berlin' } }

function documentOf(text: string) {
  return calendarOfOpeningHours(text, { timeZone: 'UTC', holidays: text.includes('PH') ? holidays : [], years })
}

function differences(text: string): string[] {
  const clock = businessClock(documentOf(text))
  const [first, last] = text.includes('PH') ? [2026, 2026] : [2024, 2028]
  const [from, to] = [Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)]
  const theirs = new OpeningHours(text, berlin).getOpenIntervals(new Date(from), new Date(to))
  // The package cuts where a comment begins, such as the name of a holiday.
  const merged: [number, number][] = []
  for (const [open, close] of theirs) {
    const before = merged.at(-1)
    if (before && before[1] === open.getTime()) before[1] = close.getTime()
    else merged.push([open.getTime(), close.getTime()])
  }
  const ours = clock.spans(from, to).map(String)
  const wanted = merged.map(String)
  const odd = [...ours.filter((span) => !wanted.includes(span)), ...wanted.filter((span) => !ours.includes(span))]
  return odd.length === 0
    ? []
    : [
        `${text}: ${odd.length} of ${wanted.length}, such as ${odd[0]?.split(',').map((at) => new Date(Number(at)).toISOString())}`,
      ]
}

const texts = [...sameEveryWeek, ...varyingByDate]
const { timeZone } = Intl.DateTimeFormat('en').resolvedOptions()

console.log(
  JSON.stringify({
    hostZone: timeZone,
    hostOffsets: [new Date(2026, 0, 1).getTimezoneOffset(), new Date(2026, 6, 1).getTimezoneOffset()],
    documents: texts.map(documentOf),
    differences: timeZone === 'UTC' ? texts.flatMap(differences) : [],
  }),
)
