/**
 * Business time, counted minute by minute. Whether a minute is open is read off the clock on the wall through
 * temporal-polyfill; every sum and every search is a walk. The edges of windows lie on whole minutes and, in zones with
 * summer time, outside the hour that the zone skips or repeats. Shares no code with `src`, nor with the oracle of the clock.
 *
 * **Units** minutes since the Unix epoch.
 */

import { Temporal } from 'temporal-polyfill'
import type { CalendarDocument } from '../../src/index.ts'

export interface MinuteCalendar {
  isOpen(minute: number): boolean
  /** Returns the open minutes in `[from, to)`. */
  between(from: number, to: number): number
  /** Returns the earliest minute at which so many open minutes have passed. */
  after(from: number, openMinutes: number): number
  nextOpen(from: number): number
  addBusinessDays(from: number, days: number): number
  endOfBusinessDay(from: number, days: number): number
}

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const minutesOfDay = 1_440
const msOfMinute = 60_000
/** A walk that has not arrived by then never will. */
const patience = 400 * minutesOfDay

/** From open to close in minutes of the day; up to two days long, because a close before the open is the next day's. */
type Window = readonly [open: number, close: number]

interface Day {
  readonly isHoliday: boolean
  readonly windows: readonly Window[]
  readonly closures: readonly Window[]
}

/** Returns the calendar that never closes. */
export function alwaysOpen(timeZone: string): MinuteCalendar {
  return minuteCalendar({ timeZone, week: Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']])) })
}

const known = new Map<string, MinuteCalendar>()

/** Returns the calendar of a document; read once, then remembered. */
export function minuteCalendar(document: CalendarDocument): MinuteCalendar {
  const text = JSON.stringify(document)
  if (known.size > 64) known.clear()
  const calendar = known.get(text) ?? readCalendar(document)
  known.set(text, calendar)
  return calendar
}

function readCalendar(document: CalendarDocument): MinuteCalendar {
  const { timeZone } = document
  const days = new Map<number, Day>()
  const opens = new Map<number, boolean>()

  function dayOf(number: number): Day {
    const day = days.get(number) ?? readDay(document, number)
    days.set(number, day)
    return day
  }

  /** Holidays and closures take away, whatever shift is running; a holiday is its civil day. */
  function isTaken(wall: number): boolean {
    const number = Math.floor(wall / minutesOfDay)
    return (
      dayOf(number).isHoliday ||
      covers(dayOf(number).closures, number, wall) ||
      covers(dayOf(number - 1).closures, number - 1, wall)
    )
  }

  function readOpen(minute: number): boolean {
    const wall = wallMinute(timeZone, minute)
    const number = Math.floor(wall / minutesOfDay)
    const isShift = covers(dayOf(number).windows, number, wall) || covers(dayOf(number - 1).windows, number - 1, wall)
    return isShift && !isTaken(wall)
  }

  function isOpen(minute: number): boolean {
    const open = opens.get(minute) ?? readOpen(minute)
    opens.set(minute, open)
    return open
  }

  function between(from: number, to: number): number {
    let count = 0
    for (let minute = from; minute < to; minute++) if (isOpen(minute)) count++
    return count
  }

  function after(from: number, openMinutes: number): number {
    let minute = from
    for (let left = openMinutes; left > 0; minute++) {
      if (minute > from + patience) throw new RangeError('never so long open')
      if (isOpen(minute)) left--
    }
    return minute
  }

  function nextOpen(from: number): number {
    let minute = from
    while (!isOpen(minute)) if (minute++ > from + patience) throw new RangeError('never open again')
    return minute
  }

  /** A date on which a shift starts that is open for at least a minute. */
  function isBusinessDate(number: number): boolean {
    const { isHoliday, windows } = dayOf(number)
    if (isHoliday) return false
    return windows.some(([open, close]) => {
      for (let wall = open; wall < close; wall++) if (!isTaken(number * minutesOfDay + wall)) return true
      return false
    })
  }

  function nthBusinessDate(number: number, days: number): number {
    let date = number
    for (let left = days; left > 0; ) if (isBusinessDate(++date)) left--
    return date
  }

  function addBusinessDays(from: number, days: number): number {
    if (days === 0) return from
    const wall = wallMinute(timeZone, from)
    const number = Math.floor(wall / minutesOfDay)
    return firstReading(timeZone, nthBusinessDate(number, days) * minutesOfDay + (wall - number * minutesOfDay))
  }

  /** The minute after the last open one of the shifts that start on a date. */
  function lastClose(number: number): number {
    if (!isBusinessDate(number)) return Number.NEGATIVE_INFINITY
    const { windows } = dayOf(number)
    let wall = Math.max(...windows.map(([, close]) => close)) + number * minutesOfDay
    while (isTaken(wall - 1) || !covers(windows, number, wall - 1)) wall--
    return firstReading(timeZone, wall)
  }

  function endOfBusinessDay(from: number, days: number): number {
    let number = Math.floor(wallMinute(timeZone, from) / minutesOfDay)
    if (lastClose(number) <= from) number = nthBusinessDate(number, 1)
    return lastClose(nthBusinessDate(number, days))
  }

  return { isOpen, between, after, nextOpen, addBusinessDays, endOfBusinessDay }
}

/** Returns the first minute at which the zone's clock reads the start of a date such as `2026-04-07`. */
export function startOfDate(timeZone: string, date: string): number {
  return firstReading(timeZone, dayNumberOf(date) * minutesOfDay)
}

const covers = (windows: readonly Window[], number: number, wall: number) =>
  windows.some(([open, close]) => wall >= number * minutesOfDay + open && wall < number * minutesOfDay + close)

/** [T8]: the first instant at which the clock reads `wall` or later, found by waiting for it. */
function firstReading(timeZone: string, wall: number): number {
  let minute = wall - 16 * 60
  while (wallMinute(timeZone, minute) < wall) minute++
  return minute
}

const offsets = new Map<string, Map<number, number>>()

/** Returns what the clock on the wall reads; no zone of these tests changes its offset within an hour. */
function wallMinute(timeZone: string, minute: number): number {
  const hour = Math.floor(minute / 60)
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>()
  offsets.set(timeZone, ofZone)
  let offset = ofZone.get(hour)
  if (offset === undefined) {
    const moment = Temporal.Instant.fromEpochMilliseconds(hour * 60 * msOfMinute).toZonedDateTimeISO(timeZone)
    offset = moment.offsetNanoseconds / 1e6 / msOfMinute
    ofZone.set(hour, offset)
  }
  return minute + offset
}

function dayNumberOf(date: string): number {
  return Temporal.PlainDate.from('1970-01-01').until(date).days
}

function readDay(document: CalendarDocument, number: number): Day {
  const plain = Temporal.PlainDate.from('1970-01-01').add({ days: number })
  const date = plain.toString()
  const override = document.overrides?.[date]
  const weekly = document.week[weekdays[plain.dayOfWeek - 1] as Weekday] ?? []
  const hours = override === undefined ? weekly : 'hours' in override ? override.hours : override
  if (override !== undefined && 'onHolidays' in override)
    throw new RangeError('this oracle knows no overrides that hold on holidays')
  return {
    isHoliday: document.holidays?.includes(date) === true,
    windows: hours.map(windowOf),
    closures: (document.closures?.[date] ?? []).map(windowOf),
  }
}

function windowOf(text: string): Window {
  const [open, close] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return hours * 60 + minutes
  }) as [number, number]
  return [open, close < open ? close + minutesOfDay : close]
}
