import fc from 'fast-check'
import OpeningHours from 'opening_hours'
import { describe, expect, it } from 'vitest'
import { businessClock } from '../../src/clock.ts'
import { parseOpeningHours } from '../../src/opening-hours.ts'
import { type Span, union } from '../../src/time/span.ts'
import { law } from './law.ts'

// The package reads in the zone of the machine, and UTC has no transition that it could trip over.
process.env.TZ = 'UTC'

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const twoDigits = (number: number) => String(number).padStart(2, '0')

const weekday = fc.constantFrom(...weekdays)
const month = fc.constantFrom(...months)
const year = fc.integer({ min: 2024, max: 2027 })
// The package has its own idea of the end of February.
const date = fc.tuple(month, fc.integer({ min: 1, max: 27 })).map(([of, day]) => `${of} ${twoDigits(day)}`)
const days = fc.oneof(
  weekday,
  fc.tuple(weekday, weekday).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
  fc.tuple(weekday, fc.constantFrom(1, 2, 3, 4, -1)).map(([day, nth]) => `${day}[${nth}]`),
)
const dates = fc.oneof(
  month,
  date,
  fc.tuple(date, date).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
  fc.tuple(year, date).map(([of, on]) => `${of} ${on}`),
  fc.tuple(year, date, fc.nat(1), date).map(([of, from, later, to]) => `${of} ${from}-${of + later} ${to}`),
  fc.integer({ min: -40, max: 40 }).map((apart) => (apart === 0 ? 'easter' : `easter ${apart < 0 ? apart : `+${apart}`} days`)),
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 3 }))
    .map(([from, more]) => `week ${twoDigits(from)}-${from + more}`),
)
const time = fc.nat(95).map((quarter) => `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`)
const hours = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(time, time)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `${from}-${to}`),
  },
  { weight: 1, arbitrary: fc.constant('off') },
)
const rule = fc.tuple(fc.option(dates, { nil: '' }), days, hours).map((parts) => parts.filter((part) => part !== '').join(' '))
const text = fc
  .tuple(rule, fc.array(fc.tuple(fc.constantFrom('; ', ', '), rule), { maxLength: 4 }))
  .map(([first, more]) => [first, ...more.flat()].join(''))

/** A year more on either side, where the package may still look at what lies beyond ours. */
const years = [2024, 2027] as const
const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2027, 0, 1)]

describe('the package opening_hours on a machine under UTC', () => {
  it('runs there', () => expect(new Date(2026, 6, 1).getTimezoneOffset()).toBe(0))

  law('is open when the clock is', text, (hoursText) => {
    const parsed = parseOpeningHours(hoursText, { timeZone: 'UTC', years })
    if (!parsed.ok) {
      const isBackward = /\d{4} \w{3} \d\d-\d{4}/.test(hoursText)
      const codes = isBackward
        ? ['never-open', 'unsupported-hours', 'invalid-opening-hours']
        : ['never-open', 'invalid-opening-hours']
      expect(codes).toContain(parsed.issues[0]?.code)
      return
    }
    const theirs = new OpeningHours(hoursText).getOpenIntervals(new Date(from), new Date(to))
    const wanted = union(theirs.map(([open, close]): Span => [open.getTime(), close.getTime()]))
    expect(businessClock(parsed.value).spans(from, to)).toEqual(wanted)
  })
})
