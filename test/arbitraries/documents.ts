/** Random calendar documents around a day: weeks with everything that may differ from them, and what is combined of those. */

import fc from 'fast-check'
import type { AnyCalendarDocument, CalendarDocument, OverrideDocument, WeekDocument } from '../../src/clock.ts'
import { dateOf, dayOf } from '../oracle/civil-dates.ts'
import { holidays } from './holidays.ts'
import { week, windows } from './hours.ts'
import { datesKey, type Near, seasonDates } from './near-dates.ts'

/** A calendar that is not written yet: its dates lie around a day that is known only later. */
export interface Draft<Calendar extends AnyCalendarDocument = AnyCalendarDocument> {
  readonly timeZone: string
  readonly on: Near<Calendar>
}

const byDates = <Entry>(entry: fc.Arbitrary<Entry>) => fc.array(fc.tuple(datesKey, entry), { maxLength: 3 })
const override: fc.Arbitrary<OverrideDocument> = fc.oneof(
  windows(0),
  fc.record({ hours: windows(0), onHolidays: fc.boolean() }, { requiredKeys: ['hours'] }),
)

const season = fc.record({ during: seasonDates, week })

/** What differs from the week. */
const exceptions = (few: boolean) =>
  fc.record({
    holidays: holidays(few),
    overrides: byDates(override),
    closures: byDates(windows(1)),
    /** Makes the dates of the overrides holidays as well. */
    holidaysToo: fc.boolean(),
    seasons: fc.oneof(
      { weight: 3, arbitrary: fc.array(season, { maxLength: 0 }) },
      { weight: 1, arbitrary: fc.array(season, { minLength: 1, maxLength: 2 }) },
    ),
    holidayScope: fc.constantFrom(undefined, 'civilDay' as const, 'shiftStart' as const),
  })

type Exceptions = ReturnType<typeof exceptions> extends fc.Arbitrary<infer Value> ? Value : never

/** Returns calendars of a week; `few` allows lists that know only the years around the day. */
export function weekCalendar(timeZone: fc.Arbitrary<string>, few: boolean): fc.Arbitrary<Draft<CalendarDocument>> {
  const except = fc.option(exceptions(few), { nil: undefined, freq: 4 })
  return fc.tuple(timeZone, week, except).map(([name, hours, drawn]) => ({
    timeZone: name,
    on: (day) => (drawn === undefined ? { timeZone: name, week: hours } : written(name, hours, drawn, day)),
  }))
}

function written(timeZone: string, hours: WeekDocument, drawn: Exceptions, day: number): CalendarDocument {
  const record = <Entry>(entries: readonly [Near<string>, Entry][]): Record<string, Entry> =>
    Object.fromEntries(entries.map(([key, entry]) => [key(day), entry]))
  const overrides = record(drawn.overrides)
  const holidaysToo = drawn.holidaysToo ? Object.keys(overrides).filter((key) => !key.includes('/')) : []
  return {
    timeZone,
    week: hours,
    holidays: [...drawn.holidays.map((holiday) => holiday(day)), ...holidaysToo],
    overrides,
    closures: record(drawn.closures),
    seasons: drawn.seasons.map(({ during, week: seasonal }) => ({ during: during(day), week: seasonal })),
    ...(drawn.holidayScope === undefined ? {} : { holidayScope: drawn.holidayScope }),
  }
}

const combiners = ['union', 'intersection', 'difference'] as const

/** Returns calendars made of two or three others, in the zones given or in other ones, now and then of combined ones. */
export function combinedCalendar(timeZone: fc.Arbitrary<string>): fc.Arbitrary<Draft> {
  const member = weekCalendar(timeZone, false)
  const combine = (members: fc.Arbitrary<Draft>): fc.Arbitrary<Draft> =>
    fc
      .record({
        by: fc.constantFrom(...combiners),
        members: fc.array(members, { minLength: 2, maxLength: 3 }),
        own: fc.option(timeZone, { nil: undefined }),
      })
      .map(({ by, members: drafts, own }) => ({
        timeZone: own ?? drafts[0]?.timeZone ?? 'UTC',
        on: (day) =>
          combined(
            by,
            drafts.map((draft) => draft.on(day)),
            own,
          ),
      }))
  return fc.oneof({ weight: 5, arbitrary: combine(member) }, { weight: 1, arbitrary: combine(fc.oneof(member, combine(member))) })
}

/** Returns a combined calendar, in a zone of its own when one is given. */
export function combined(
  by: (typeof combiners)[number],
  members: readonly AnyCalendarDocument[],
  own?: string,
): AnyCalendarDocument {
  const zone = own === undefined ? {} : { timeZone: own }
  if (by === 'union') return { union: members, ...zone }
  return by === 'intersection' ? { intersection: members, ...zone } : { difference: members, ...zone }
}

const office = (hours: readonly string[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours })

/** Calendars of ten thousand holidays, every third date from 1968 to 2051 or so: a national list is nothing beside them. */
export const crowdedCalendars: readonly CalendarDocument[] = ['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'].map(
  (timeZone, index) => ({
    timeZone,
    week: index === 1 ? { ...office(['22:00-06:00']), sun: ['00:00-24:00'] } : office(['09:00-17:00']),
    holidays: Array.from({ length: 10_000 }, (_, number) => dateOf(dayOf('1968-01-01') + 3 * number + ((number * number) % 3))),
    holidayScope: index === 2 ? 'shiftStart' : 'civilDay',
  }),
)
