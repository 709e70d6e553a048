/** The questions about dates: which count, the n-th from one, and how much of each is open. */
import { type InstantLike, instantOf } from '../time/instant.ts'
import { civilOf, msOfDay, printPlainDate, readPlainDate } from '../time/plain-date.ts'
import type { BusinessClock, DateLike, OpenDay, Roll } from './business-clock.ts'
import { assertKnown, BusinessDates } from './business-dates.ts'
import type { Calendar } from './calendar.ts'
import { inRange, refused, wholeDays } from './clock-arguments.ts'
import { horizonOf } from './horizon.ts'
import type { Timeline } from './timeline.ts'

type DateQuestions =
  | 'addBusinessDays'
  | 'endOfBusinessDay'
  | 'isBusinessDay'
  | 'isHoliday'
  | 'holidayName'
  | 'businessDaysBetween'
  | 'byDate'

/** Returns the answers of a calendar; what is rolled or measured asks the time of the same calendar. */
export function dateQuestions(
  calendar: Calendar,
  timeline: Timeline,
  { isOpen, nextOpen, between }: Pick<BusinessClock, 'isOpen' | 'nextOpen' | 'between'>,
): Pick<BusinessClock, DateQuestions> {
  const dates = new BusinessDates(calendar)
  const { zone } = calendar
  const [, horizonTo] = horizonOf(calendar)

  function addBusinessDays(at: InstantLike, days: number, roll: Roll = 'none'): number {
    const instant = instantOf(at)
    if (wholeDays(days) === 0) return rolled(instant, roll)
    const local = zone.localAt(instant)
    const day = Math.floor(local / msOfDay)
    return rolled(inRange(zone.instantOfLocal(dates.nth(day, days) * msOfDay + (local - day * msOfDay)), days), roll)
  }

  function rolled(at: number, roll: Roll): number {
    if (roll === 'none') return at
    if (roll === 'forward') return nextOpen(at)
    if (roll !== 'backward') throw refused('unknown-value', 'none, forward or backward', roll)
    return isOpen(at) ? at : timeline.closeBefore(at)
  }

  function endOfBusinessDay(at: InstantLike, days: number): number {
    const instant = instantOf(at)
    if (wholeDays(days) < 0) throw refused('out-of-range', 'a number of business days that is not negative', days)
    let day = dayAt(instant)
    if (!(dates.has(day) && lastClose(day) > instant)) day = dates.nth(day, 1)
    const close = lastClose(dates.nth(day, days))
    if (close > horizonTo) throw refused('beyond-horizon', 'a close whose date is known to the end', days)
    return inRange(close, days)
  }

  /** The last close of the shifts that start on a date; `NaN` when none does. */
  function lastClose(day: number): number {
    return calendar.openingsOf(day).at(-1)?.[1] ?? Number.NaN
  }

  function holidayOn(at: DateLike): string | null | undefined {
    const day = dayAt(at)
    assertKnown(calendar, civilOf(day).year)
    return calendar.holidayOf(day)
  }

  function dayAt(at: DateLike): number {
    const plain = readPlainDate(at)
    return plain === plain ? plain : Math.floor(zone.localAt(instantOf(at)) / msOfDay)
  }

  function byDate(from: InstantLike, to: InstantLike): OpenDay[] {
    const start = instantOf(from)
    const end = instantOf(to)
    const days: OpenDay[] = []
    if (end <= start) return days
    const last = Math.floor(zone.localAt(end - 1) / msOfDay)
    const midnight = (day: number) => zone.instantOfLocal(day * msOfDay)
    let at = start
    // An hour that is repeated after midnight belongs to the later date; a date that is skipped is no time at all.
    for (let day = Math.floor(zone.localAt(start) / msOfDay); day <= last || midnight(day) < end; day++) {
      const until = Math.max(at, Math.min(end, midnight(day + 1)))
      days.push({ date: printPlainDate(day), openMs: between(at, until) })
      at = until
    }
    return days
  }

  return {
    addBusinessDays,
    endOfBusinessDay,
    byDate,
    isBusinessDay: (at) => dates.has(dayAt(at)),
    isHoliday: (at) => holidayOn(at) !== undefined,
    holidayName: (at) => holidayOn(at) ?? null,
    businessDaysBetween: (from, to) => dates.between(dayAt(from), dayAt(to)),
  }
}
