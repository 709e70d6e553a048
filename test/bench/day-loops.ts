/** Business time a day at a time, as one writes it where no library does it: once on Temporal, once on date-fns with date-fns-tz. */
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { set } from 'date-fns/set'
import { startOfDay } from 'date-fns/startOfDay'
import { fromZonedTime } from 'date-fns-tz/fromZonedTime'
import { toZonedTime } from 'date-fns-tz/toZonedTime'
import { Temporal } from 'temporal-polyfill'
import { holidays, timeZone, week } from './berlin.ts'

/** The clock's questions, as far as a peer answers them. **Units** epoch milliseconds, and milliseconds. */
export interface Answers {
  isOpen?(ms: number): boolean
  after?(ms: number, openMs: number): number
  between?(from: number, to: number): number
}

/** What a loop over days stands on. */
interface Days<Day> {
  dayAt(ms: number): Day
  next(day: Day): Day
  isAfter(day: Day, other: Day): boolean
  windowsOn(day: Day): [open: number, close: number][]
}

export const temporalLoop = dayLoop<Temporal.PlainDate>({
  dayAt: (ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate(),
  next: (day) => day.add({ days: 1 }),
  isAfter: (day, other) => Temporal.PlainDate.compare(day, other) > 0,
  windowsOn(day) {
    const windows = windowsOf(day.dayOfWeek)
    if (windows.length === 0 || closed.has(day.toString())) return []
    const at = (time: string) => day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
    return windows.map(([open, close]) => [at(open), at(close)])
  },
})

/** Dates whose host-local fields read as Berlin's clock does, which is how date-fns-tz puts a zone into a `Date`. */
export const dateFnsLoop = dayLoop<Date>({
  dayAt: (ms) => startOfDay(toZonedTime(ms, timeZone)),
  next: (day) => addDays(day, 1),
  isAfter: (day, other) => day > other,
  windowsOn(day) {
    const windows = windowsOf(day.getDay())
    if (windows.length === 0 || closed.has(format(day, 'yyyy-MM-dd'))) return []
    const at = (time: string) => fromZonedTime(set(day, fieldsOf(time)), timeZone).getTime()
    return windows.map(([open, close]) => [at(open), at(close)])
  },
})

const closed = new Set(holidays)
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const windowsByWeekday: Record<string, readonly string[]> = week

/** Sunday is 0 to `Date` and 7 to Temporal. */
function windowsOf(weekday: number): [open: string, close: string][] {
  const windows = windowsByWeekday[weekdays[weekday % 7] ?? ''] ?? []
  return windows.map((window) => [window.slice(0, 5), window.slice(6)])
}

function fieldsOf(time: string): { hours: number; minutes: number } {
  return { hours: Number(time.slice(0, 2)), minutes: Number(time.slice(3)) }
}

function dayLoop<Day>(days: Days<Day>): Required<Answers> {
  function isOpen(ms: number): boolean {
    return days.windowsOn(days.dayAt(ms)).some(([open, close]) => ms >= open && ms < close)
  }

  function after(ms: number, openMs: number): number {
    let leftMs = openMs
    for (let day = days.dayAt(ms); ; day = days.next(day)) {
      for (const [open, close] of days.windowsOn(day)) {
        const openAt = Math.max(ms, open)
        const restMs = Math.max(0, close - openAt)
        if (leftMs <= restMs) return openAt + leftMs
        leftMs -= restMs
      }
    }
  }

  function between(from: number, to: number): number {
    const last = days.dayAt(to)
    let sumMs = 0
    for (let day = days.dayAt(from); !days.isAfter(day, last); day = days.next(day)) {
      for (const [open, close] of days.windowsOn(day)) sumMs += Math.max(0, Math.min(to, close) - Math.max(from, open))
    }
    return sumMs
  }

  return { isOpen, after, between }
}
