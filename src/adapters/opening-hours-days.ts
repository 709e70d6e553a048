/** Windows date by date, put into the words of a calendar: its most frequent week, seasons of another one, and the rest. */
import type { CalendarDocument, SeasonDocument, WeekDocument } from '../clock/calendar-document.ts'
import { printPlainDate, weekdayOf, weekdays } from '../time/plain-date.ts'

type Hours = Required<Pick<CalendarDocument, 'week' | 'seasons' | 'overrides'>>
type Days = (day: number) => readonly string[]

/** Fewer weeks than this are exceptions, not a season. */
const leastWeeks = 4

/** Returns what gives each date from `first` to `last` its windows. **Units** day numbers, both included. */
export function hoursOf(windowsOn: Days, first: number, last: number): Hours {
  const monday = first + ((7 - weekdayOf(first)) % 7)
  const weeks: string[] = []
  for (let day = monday; day + 6 <= last; day += 7) weeks.push(JSON.stringify(weekFrom(windowsOn, day)))
  const usual = JSON.parse(mostFrequent(weeks)) as WeekDocument
  const seasons: SeasonDocument[] = []
  const seasonOf = new Map<number, WeekDocument>()
  for (const { from, to, text } of runs(weeks)) {
    if (to - from < leastWeeks || text === JSON.stringify(usual)) continue
    const week = JSON.parse(text) as WeekDocument
    const isLike = (day: number) =>
      day >= first && day <= last && !seasonOf.has(day) && same(windowsOn(day), windowsIn(week, day))
    // A season begins and ends with a date that the usual week would not explain, wherever in its own week that is.
    const reach = (edge: number, step: 1 | -1) => {
      let furthest = edge
      for (let day = edge + step; isLike(day); day += step) if (!isUsual(windowsOn, usual, day)) furthest = day
      return furthest
    }
    const begin = reach(monday + 7 * from, -1)
    const end = reach(monday + 7 * to - 1, 1)
    for (let day = begin; day <= end; day++) seasonOf.set(day, week)
    seasons.push({ during: `${printPlainDate(begin)}/${printPlainDate(end)}`, week })
  }
  const overrides: Record<string, readonly string[]> = {}
  // A shift of the date before them would run into the dates; what is open of it stands among the windows of the first one.
  if (windowsIn(usual, first - 1).some(runsOverMidnight)) overrides[printPlainDate(first - 1)] = []
  for (let day = first; day <= last; day++) {
    const windows = windowsOn(day)
    if (!same(windows, windowsIn(seasonOf.get(day) ?? usual, day))) overrides[printPlainDate(day)] = windows
  }
  return { week: usual, seasons, overrides }
}

/** Returns the week that begins with a day, a Monday; closed weekdays are left out. */
export function weekFrom(windowsOn: Days, monday: number): WeekDocument {
  const days = weekdays.map((weekday, index) => [weekday, windowsOn(monday + index)] as const)
  return Object.fromEntries(days.filter(([, windows]) => windows.length > 0))
}

function windowsIn(week: WeekDocument, day: number): readonly string[] {
  return week[weekdays[weekdayOf(day)] as keyof WeekDocument] ?? []
}

function runsOverMidnight(window: string): boolean {
  const [open = '', close = ''] = window.split('-')
  return close < open
}

function isUsual(windowsOn: Days, usual: WeekDocument, day: number): boolean {
  return same(windowsOn(day), windowsIn(usual, day))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join()
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['{}', 0] as [string, number])[0]
}

/** Returns the stretches of equal texts. **Units** indexes, `to` not included. */
function runs(texts: readonly string[]): { readonly from: number; readonly to: number; readonly text: string }[] {
  const found: { from: number; to: number; text: string }[] = []
  for (const [index, text] of texts.entries()) {
    const last = found.at(-1)
    if (last?.text === text) last.to = index + 1
    else found.push({ from: index, to: index + 1, text })
  }
  return found
}
