/**
 * The packages that people come from, set up with the hours that a row of docs/migration.md is about. Each has a scope: the
 * names that its calls on the page use. `at` is an instant by its wall time in Berlin.
 */
import * as dateFns from 'date-fns'
import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import dayjsBusinessTime from 'dayjs-business-time'
import luxonBusinessDays from 'luxon-business-days'
import moment from 'moment-timezone'
import 'moment-business-time'

export type Scope = Readonly<Record<string, unknown>>
type At<Instant> = (wallTime: string) => Instant

/** The hours of a row, by the name of the clock on its right-hand side. */
export const hoursNames = ['desk', 'easter', 'lunch', 'late', 'night', 'daily', 'usa', 'never'] as const
export type HoursName = (typeof hoursNames)[number]

const zone = 'Europe/Berlin'
const office = ['09:00', '17:00']
const weekdays: Readonly<Record<number, readonly string[]>> = { 1: office, 2: office, 3: office, 4: office, 5: office }
/** Opening and closing times by weekday, Sunday as 0. */
const weeks: Partial<Record<HoursName, Readonly<Record<number, readonly string[]>>>> = {
  lunch: { ...weekdays, 4: ['09:00', '12:00', '13:00', '17:00'] },
  late: { ...weekdays, 1: ['09:00', '24:00'] },
  night: { 5: ['22:00', '06:00'] },
  daily: { 0: office, ...weekdays, 6: office },
  never: {},
}
const weekOf = (name: HoursName): readonly (readonly string[] | null)[] =>
  Array.from({ length: 7 }, (_, day) => (weeks[name] ?? weekdays)[day] ?? null)
const holidaysOf = (name: HoursName): string[] => (name === 'easter' ? ['2026-04-03', '2026-04-06'] : [])

/** The days of the page: Thursday 9 to Tuesday 14 April 2026. */
export function daysOf<Instant>(at: At<Instant>): Scope {
  const on =
    (date: number): At<Instant> =>
    (time) =>
      at(`2026-04-${String(date).padStart(2, '0')} ${time}`)
  return { at, thu: on(9), fri: on(10), sat: on(11), sun: on(12), mon: on(13), tue: on(14) }
}

/** As much of moment as is called here; the types that it brings do not know of its zones. */
interface MomentWithZones {
  tz(wallTime: string, zone: string): unknown
  updateLocale(name: string, settings: object): void
}
const zonedMoment = moment as unknown as MomentWithZones

function momentScope(name: HoursName): Scope {
  const workinghours = Object.fromEntries(weekOf(name).entries())
  const locale = { workinghours, holidays: holidaysOf(name) }
  zonedMoment.updateLocale('en', locale)
  return { moment, ...daysOf((wallTime) => zonedMoment.tz(wallTime, zone)) }
}

dayjs.extend(utc)
dayjs.extend(timezone)
dayjs.extend(dayjsBusinessTime)
const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

function dayjsScope(name: HoursName): Scope {
  const week = weekOf(name).map((times) => {
    if (times === null) return null
    return times.flatMap((start, index) => (index % 2 === 0 ? [{ start: `${start}:00`, end: `${times[index + 1]}:00` }] : []))
  })
  dayjs.setBusinessTime(Object.fromEntries(dayNames.map((day, index) => [day, week[index] ?? null])) as never)
  dayjs.setHolidays(holidaysOf(name))
  return { dayjs, ...daysOf((wallTime) => dayjs(wallTime)) }
}

const luxonAt = (wallTime: string) => luxonBusinessDays.DateTime.fromISO(wallTime.replace(' ', 'T'), { zone })

function luxonScope(name: HoursName): Scope {
  const businessDays = weekOf(name).flatMap((times, day) => (times === null ? [] : [day === 0 ? 7 : day]))
  // What is set on one instance holds for all of them.
  if (name === 'usa') luxonAt('2026-01-01').clearBusinessSetup()
  else luxonAt('2026-01-01').setupBusiness({ businessDays, holidayMatchers: [] })
  return { DateTime: luxonBusinessDays.DateTime, ...daysOf(luxonAt) }
}

function dateFnsScope(): Scope {
  return { ...dateFns, ...daysOf((wallTime) => new Date(luxonAt(wallTime).toMillis())) }
}

/** The scope of each package, by the heading of its section. */
export const peers: Readonly<Record<string, (name: HoursName) => Scope>> = {
  'moment-business-time': momentScope,
  'dayjs-business-time': dayjsScope,
  'luxon-business-days': luxonScope,
  'date-fns': dateFnsScope,
}

/** Returns what a call on the page answers. */
export function called(call: string, scope: Scope): unknown {
  return new Function(...Object.keys(scope), `return (${call})`)(...Object.values(scope))
}
