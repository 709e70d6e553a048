/** Opening hours in words: the windows of a date, and those of a week with equal weekdays joined. */
import type { WeekDocument } from '../clock/calendar-document.ts'
import { parseWindows } from '../clock/window.ts'
import { valueOf } from '../errors.ts'
import { msOfDay, weekdays } from '../time/plain-date.ts'
import type { Span } from '../time/span.ts'
import { type CalendarWords, listed } from './calendar-words.ts'

/** Returns windows as the calendar reads them: `9:00–12:30 and 13:30–18:00`; nothing when there are none. */
export function windowsInWords(windows: readonly string[], words: CalendarWords): string {
  const spans = valueOf(parseWindows(windows))
  return listed(
    spans.map((span) => (isWholeDay([span]) ? words.allDay : spanInWords(span, words))),
    words.and,
  )
}

/** Returns true for windows that are the civil day and no more. */
export function isWholeDay(spans: readonly Span[]): boolean {
  const [span] = spans
  return spans.length === 1 && span?.[0] === 0 && span[1] === msOfDay
}

/** Returns true when a window runs on after midnight, so that the day on which it starts matters. */
export function crossesMidnight(windows: readonly string[]): boolean {
  return valueOf(parseWindows(windows)).some(([, close]) => close > msOfDay)
}

/** Returns `Mon–Thu 9:00–17:30, Fri 9:00–15:00`; nothing for a week that never opens. */
export function weekInWords(week: WeekDocument, words: CalendarWords): string {
  const byHours = new Map<string, number[]>()
  for (const [index, weekday] of weekdays.entries()) {
    const hours = windowsInWords(week[weekday] ?? [], words)
    if (hours === '') continue
    const same = byHours.get(hours)
    if (same) same.push(index)
    else byHours.set(hours, [index])
  }
  const groups = [...byHours].map(([hours, days]) => {
    if (days.length < weekdays.length) return `${weekdaysInWords(days, words)} ${hours}`
    return hours === words.allDay ? words.aroundTheClock : `${words.daily} ${hours}`
  })
  return groups.join(', ')
}

/** Returns `Mon–Wed, Fri` for the days 0, 1, 2 and 4. */
function weekdaysInWords(days: readonly number[], words: CalendarWords): string {
  const runs: { first: number; last: number }[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.last === day - 1) run.last = day
    else runs.push({ first: day, last: day })
  }
  const name = (day: number) => words.shortWeekdays[day] ?? ''
  return runs.map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`)).join(', ')
}

function spanInWords([open, close]: Span, words: CalendarWords): string {
  if (close <= msOfDay) return `${timeInWords(open)}–${timeInWords(close)}`
  return `${timeInWords(open)}–${timeInWords(close - msOfDay)} ${words.nextDay}`
}

/** Returns `9:00`, with the seconds only where there are some. **Units** milliseconds since midnight. */
function timeInWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? time : `${time}:${two(seconds % 60)}`
}
