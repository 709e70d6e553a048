import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type AnyCalendarDocument, type CalendarDocument, describeCalendar, type Language } from '../../src/calendars.ts'
import { parseCalendar } from '../../src/clock/parse-calendar.ts'
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { hardZones } from '../arbitraries/calendar.ts'
import { combinedCalendar, weekCalendar } from '../arbitraries/documents.ts'
import { dateOf, dayOf } from '../oracle/calendar-days.ts'
import { law } from './law.ts'

const languages: readonly Language[] = ['en', 'de']
const someDay = fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2027-12-31') })
const isSound = (calendar: AnyCalendarDocument) => parseCalendar(calendar).ok

const drawnWeek = fc
  .tuple(weekCalendar(fc.constantFrom(...hardZones), true), someDay)
  .map(([draft, day]) => draft.on(day))
  .filter(isSound)
const drawnAny = fc.oneof(
  drawnWeek,
  fc
    .tuple(combinedCalendar(fc.constantFrom(...hardZones)), someDay)
    .map(([draft, day]) => draft.on(day))
    .filter(isSound),
)

const full = (calendar: AnyCalendarDocument) =>
  languages.map((language) => describeCalendar(calendar, { language, detail: 'full' }))

/** What a clock answers around two years, as text; where it does not know, that it does not. */
function answersOf(calendar: AnyCalendarDocument): string {
  const clock = businessClock(calendar)
  const [from, to] = [Date.UTC(2025, 10, 1), Date.UTC(2028, 2, 1)]
  const dates = Array.from({ length: 850 }, (_, index) => dateOf(dayOf('2025-11-01') + index))
  return JSON.stringify([
    clock.zone.name,
    known(clock, from, to),
    dates.filter((date) => answer(() => clock.isBusinessDay(date)) === true),
  ])
}

function known(clock: BusinessClock, from: number, to: number): unknown {
  const [first, last] = [Math.max(from, clock.horizon[0]), Math.min(to, clock.horizon[1] - 1)]
  return first < last ? [first, last, clock.spans(first, last)] : clock.horizon
}

/** Outside the years it knows a clock refuses. */
function answer<Value>(ask: () => Value): Value | null {
  try {
    return ask()
  } catch {
    return null
  }
}

/** The calendar with one entry or one word of an entry less, or with its entries the other way round. */
function leastChanges(calendar: CalendarDocument): CalendarDocument[] {
  const { holidays = [], seasons = [], overrides = {}, closures = {} } = calendar
  const records = { overrides, closures }
  return [
    ...holidays.map((_, index) => ({ ...calendar, holidays: holidays.toSpliced(index, 1) })),
    ...holidays.flatMap((holiday, index) =>
      typeof holiday === 'string'
        ? []
        : Object.keys(holiday).map((key) => ({ ...calendar, holidays: holidays.with(index, without(holiday, key)) })),
    ),
    ...seasons.map((_, index) => ({ ...calendar, seasons: seasons.toSpliced(index, 1) })),
    { ...calendar, seasons: seasons.toReversed() },
    ...Object.entries(records).flatMap(([name, record]) => [
      ...Object.keys(record).map((key) => ({ ...calendar, [name]: without(record, key) })),
      { ...calendar, [name]: Object.fromEntries(Object.entries(record).reverse()) },
    ]),
    ...Object.entries(overrides).map(([key, override]) => {
      const hours = 'hours' in override ? override : { hours: override }
      return {
        ...calendar,
        overrides: { ...overrides, [key]: { ...hours, onHolidays: !('onHolidays' in hours && hours.onHolidays) } },
      }
    }),
    { ...calendar, holidayScope: calendar.holidayScope === 'shiftStart' ? 'civilDay' : 'shiftStart' },
  ]
}

function without<Value extends object>(value: Value, key: string): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Value
}

describe('a calendar in words', () => {
  law('is said in every language and detail, without a hole in it', drawnAny, (calendar) => {
    for (const language of languages) {
      for (const detail of ['short', 'full'] as const) {
        const text = describeCalendar(calendar, { language, detail })
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}|^[,;]|[,;] *$|[,;] *[,;]|\(\)/)
      }
    }
  })

  law('reads differently for weeks that differ', fc.tuple(drawnWeek, drawnWeek), ([{ timeZone, week }, other]) => {
    const [one, another] = [
      { timeZone, week },
      { timeZone, week: other.week },
    ]
    if (answersOf(one) !== answersOf(another)) expect(full(one)).not.toEqual(full(another))
  })

  const parts = ['timeZone', 'week', 'seasons', 'holidays', 'overrides', 'closures', 'holidayScope'] as const
  const neighbours = fc.tuple(drawnWeek, drawnWeek, fc.constantFrom(...parts), fc.boolean())

  law('reads differently where one part of it changes an answer', neighbours, ([one, other, part, isLeftOut]) => {
    const { [part]: _part, ...rest } = one
    const taken = isLeftOut && part !== 'timeZone' && part !== 'week' ? {} : { [part]: other[part] }
    const another = { ...rest, ...(taken[part] === undefined ? {} : taken) } as CalendarDocument
    if (!isSound(another)) return
    const texts = [full(one), full(another)]
    for (const index of languages.keys()) {
      if (texts[0]?.[index] === texts[1]?.[index]) expect(answersOf(one)).toBe(answersOf(another))
    }
  })

  law('reads differently where the least of it changes an answer', fc.tuple(drawnWeek, fc.nat()), ([one, number]) => {
    const changed = leastChanges(one).filter(isSound)
    const another = changed[number % changed.length] ?? one
    const texts = [full(one), full(another)]
    for (const index of languages.keys()) {
      if (texts[0]?.[index] === texts[1]?.[index]) expect(answersOf(one)).toBe(answersOf(another))
    }
  })

  const pairs = fc.tuple(
    drawnWeek,
    drawnWeek,
    fc.constantFrom('union', 'intersection', 'difference'),
    fc.constantFrom('UTC', 'Asia/Tokyo'),
  )

  law('reads differently for members the other way round and for another zone', pairs, ([one, other, by, timeZone]) => {
    const combined = (members: AnyCalendarDocument[], own: object = {}) =>
      ({ ...own, [by]: members }) as unknown as AnyCalendarDocument
    const texts = [combined([one, other]), combined([other, one]), combined([one, other], { timeZone })].map(
      (calendar) => full(calendar)[0],
    )
    if (full(one)[0] !== full(other)[0]) expect(texts[0]).not.toBe(texts[1])
    if (one.timeZone !== timeZone) expect(texts[0]).not.toBe(texts[2])
  })
})
