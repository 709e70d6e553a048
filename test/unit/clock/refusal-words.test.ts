/**
 * What is said of each mistake, word by word: people act on it. After a change write the words anew with LEAD_SLA_GOLDEN=1 and
 * read what differs.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alwaysOpen, onDuty, parseTeamCalendar } from '../../../src/calendars.ts'
import { type AnyCalendarDocument, businessClock, parseCalendar } from '../../../src/clock.ts'
import { type Issue, type IssuePath, type Parsed, printPath } from '../../../src/errors.ts'
import { firstInstant, lastInstant } from '../../../src/time/instant.ts'
import { officeWeek } from './both.ts'
import { refusal } from './refusal.ts'
import { wrongExceptions, wrongTeams, wrongWeeks } from './wrong-calendars.ts'

const file = 'test/unit/clock/refusal-words.json'
const week = officeWeek('09:00-17:00')
const office = () => businessClock({ timeZone: 'UTC', week })
const known = () => businessClock({ timeZone: 'UTC', week, holidays: [{ dates: ['2026-01-01'], years: [2025, 2027] }] })
const nights = () =>
  businessClock({ timeZone: 'UTC', week: officeWeek('22:00-06:00'), holidays: [{ dates: [], years: [2025, 2027] }] })
const once = () => businessClock({ timeZone: 'UTC', week: {}, overrides: { '2026-04-07': ['09:00-17:00'] } })
const nested = (depth: number): AnyCalendarDocument =>
  depth === 0 ? { timeZone: 'UTC', week } : { union: [{ timeZone: 'UTC', week }, nested(depth - 1)] }
const column = (length: number) => new Float64Array(length)
const none = {} as never

const questions: [title: string, ask: () => unknown][] = [
  ['part of a millisecond', () => office().after(0, 0.5)],
  ['more than ten thousand years', () => office().after(0, 9e15)],
  ['as long as there is time', () => known().after(0, lastInstant - firstInstant)],
  ['a millisecond longer than there is time', () => known().before(0, lastInstant - firstInstant + 1)],
  ['half a business day', () => office().addBusinessDays(0, 0.5)],
  ['the end of no business day', () => office().endOfBusinessDay(0, -1)],
  ['the end of half a business day', () => office().endOfBusinessDay(0, 1.5)],
  ['no way to roll', () => office().addBusinessDays(0, 1, none)],
  ['no boundary', () => office().after(0, 1, none)],
  ['half an opening', () => office().openings(0, 0.5)],
  ['too many openings', () => office().openings(0, 1_000_001)],
  ['fewer amounts than instants', () => office().afterAll(column(3), column(2))],
  ['less room than instants', () => office().afterAll(column(3), 1, column(2))],
  ['fewer ends than starts', () => office().betweenAll(column(3), column(2))],
  ['less room than pairs', () => office().betweenAll(column(3), column(3), column(2))],
  ['a date before the first known year', () => known().isBusinessDay('2024-12-31')],
  ['a holiday after the last known year', () => known().isHoliday('2028-01-01')],
  ['a due instant after the last known year', () => known().after('2027-12-31T00:00:00Z', 1e10)],
  ['a start before the first known year', () => known().before('2025-01-02T00:00:00Z', 1e10)],
  ['business days after the last known year', () => known().addBusinessDays('2027-12-30T00:00:00Z', 10)],
  ['a shift that ends after the last known year', () => nights().endOfBusinessDay('2027-12-31T12:00:00Z', 0)],
  ['an opening after the last', () => once().nextOpen('2026-05-01T00:00:00Z')],
  ['a close after the last', () => once().nextClose('2026-05-01T00:00:00Z')],
  ['time after the last opening', () => once().after('2026-05-01T00:00:00Z', 5)],
  ['time before the first opening', () => once().before('2026-03-01T00:00:00Z', 5)],
  ['business days after the last', () => once().addBusinessDays('2026-05-01T00:00:00Z', 5)],
  ['business days before the first', () => once().addBusinessDays('2026-03-01T00:00:00Z', -5)],
  ['openings before the first', () => once().openings('2026-03-01T00:00:00Z', -2)],
  ['more openings than a calendar has that never closes', () => businessClock(alwaysOpen('UTC')).openings(0, 2)],
  ['calendars inside each other without end', () => businessClock(nested(40))],
  ['an instant without a time', () => office().isOpen('2026-05-01')],
  ['an instant without an offset', () => office().isOpen('2026-05-01T09:00:00')],
  ['an instant that is no number', () => office().isOpen(Number.NaN)],
  ['an instant that is no date', () => office().isOpen(new Date(Number.NaN))],
  ['an instant that is an object', () => office().isOpen(none)],
  ['an instant beyond the year 9999', () => office().isOpen(8.64e15)],
  ['nobody on duty', () => onDuty([], 0)],
  ['somebody without a name', () => onDuty([{ calendar: { timeZone: 'UTC', week } } as never], 0)],
]

/** Which zones are near to a wrong name depends on those of the runtime. */
const said = (issues: readonly Issue[]) =>
  issues.map(({ code, path, message, known }) => {
    const isZone = code === 'unknown-time-zone'
    const words = isZone ? message.split('; known')[0] : message
    return `${printPath(path)}: ${words} [${code}]${known && !isZone ? ` of ${known}` : ''}`
  })

const documents = (kind: string, list: typeof wrongWeeks, parse: (value: unknown, path: IssuePath) => Parsed<unknown>) =>
  list.map(([title, document]) => {
    const words = () => {
      const parsed = parse(document, ['calendars', 'office'])
      return parsed.ok ? ['nothing'] : said(parsed.issues)
    }
    return [`${kind}: ${title}`, words] as const
  })

const cases = [
  ...documents('week', wrongWeeks, parseCalendar),
  ...documents('exceptions', wrongExceptions, parseCalendar),
  ...documents('team', wrongTeams, parseTeamCalendar),
  ...questions.map(([title, ask]) => [`question: ${title}`, () => said(refusal(ask).issues)] as const),
]

if (process.env.LEAD_SLA_GOLDEN) {
  const words = Object.fromEntries(cases.map(([title, wordsOf]) => [title, wordsOf()]))
  writeFileSync(file, `${JSON.stringify(words, null, 2)}\n`)
}
const read: Readonly<Record<string, string[]>> = JSON.parse(readFileSync(file, 'utf8'))

describe('what is said of a mistake', () => {
  it.each(cases)('%s', (title, wordsOf) => {
    expect(wordsOf()).toEqual(read[title])
  })

  it('is known of each', () => {
    expect(cases.map(([title]) => title)).toEqual(Object.keys(read))
  })
})
