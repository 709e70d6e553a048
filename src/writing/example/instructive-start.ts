/** When an example starts: shortly before a close, with a holiday or a weekend behind it, because that is what people argue about. */
import type { Agreement } from '../../agreement/agreement.ts'
import type { BusinessClock } from '../../clock/business-clock.ts'
import { civilOf, dayOf, msOfDay, printPlainDate, readPlainDate, weekdayOf } from '../../time/plain-date.ts'

/** An example without any date in its agreement is of this year. */
const anyYear = 2026
const daysSearched = 400
const longestGap = 20
const minuteMs = 60_000

/**
 * Returns the date from which the examples and the list of holidays begin.
 *
 * **Edges** `effective.from`; without it the year of the last day in force, of the last signature, or of the first date in a
 * calendar, from its beginning; without any of them 2026. **Units** days since 1970.
 */
export function firstDay({ document }: Agreement): number {
  const from = readPlainDate(document.effective?.from)
  if (from === from) return from
  const to = readPlainDate(document.effective?.to)
  if (to === to) return yearStart(to - 1)
  const signed = Object.values(document.parties).flatMap(({ signatories = [] }) =>
    signatories.map((each) => readPlainDate(each.signedOn)),
  )
  const lastSigned = Math.max(...signed.filter((day) => day === day))
  if (Number.isFinite(lastSigned)) return yearStart(lastSigned)
  const dated = /\b\d{4}-\d\d-\d\d\b/.exec(JSON.stringify(document.calendars ?? {}))
  const day = readPlainDate(dated?.[0])
  return day === day ? yearStart(day) : dayOf(anyYear, 1, 1)
}

function yearStart(day: number): number {
  return dayOf(civilOf(day).year, 1, 1)
}

/**
 * Returns instants at which an example may start, the most instructive first.
 *
 * **Units** `openMs` is the target in milliseconds, `null` for one in days; instants are epoch milliseconds.
 */
export function instructiveStarts(clock: BusinessClock, openMs: number | null, [from, to]: readonly [number, number]): number[] {
  const { zone } = clock
  const earliest = Math.max(from, clock.horizon[0])
  const latest = Math.min(to, clock.horizon[1])
  if (!(earliest < latest)) return []
  const first = Math.floor(zone.localAt(earliest) / msOfDay)
  const found = [...closingDays(clock, first, latest)].map((day) => startOn(clock, day, openMs))
  const weekend = zone.instantOfLocal((first + ((((5 - weekdayOf(first)) % 7) + 7) % 7)) * msOfDay + 16.5 * 60 * minuteMs)
  return [...found, weekend, opening(clock, earliest)].filter((at) => at >= earliest && at < latest).slice(0, 4)
}

/** Returns the next days of business before a gap: one with a holiday in it, then any. */
function closingDays(clock: BusinessClock, first: number, latest: number): Set<number> {
  const last = Math.min(first + daysSearched, Math.floor(clock.zone.localAt(latest - 1) / msOfDay) - longestGap)
  const days = new Set<number>()
  let plain: number | undefined
  for (let day = first; day <= last; day++) {
    if (!isBusiness(clock, day) || isBusiness(clock, day + 1)) continue
    plain ??= day
    if (!hasHoliday(clock, day + 1)) continue
    days.add(day)
    break
  }
  if (plain !== undefined) days.add(plain)
  return days
}

/** A holiday that would have been a day of business: one on a closed weekend surprises nobody. */
function hasHoliday(clock: BusinessClock, from: number): boolean {
  for (let day = from; day < from + longestGap && !isBusiness(clock, day); day++) {
    if (clock.isHoliday(printPlainDate(day)) && (isBusiness(clock, day + 7) || isBusiness(clock, day - 7))) return true
  }
  return false
}

/** A date beyond the years that the calendar knows is none. */
function isBusiness(clock: BusinessClock, day: number): boolean {
  try {
    return clock.isBusinessDay(printPlainDate(day))
  } catch {
    return false
  }
}

/** Half of the target, or an hour and a half, before the last close of the day; on a round time of day. */
function startOn(clock: BusinessClock, day: number, openMs: number | null): number {
  const { zone } = clock
  const dayStart = zone.instantOfLocal(day * msOfDay)
  const spans = clock.spans(dayStart, zone.instantOfLocal((day + 1) * msOfDay))
  const [open = dayStart, close = dayStart] = spans.at(-1) ?? []
  const before = Math.min(close - open, openMs === null ? 90 * minuteMs : Math.min(openMs / 2, 4 * 60 * minuteMs))
  const exact = close - before
  const step = before >= 60 * minuteMs ? 30 * minuteMs : 5 * minuteMs
  const round = zone.instantOfLocal(Math.floor(zone.localAt(exact) / step) * step)
  return round >= open && round < close
    ? round
    : Math.ceil(exact / minuteMs) * minuteMs < close
      ? Math.ceil(exact / minuteMs) * minuteMs
      : open
}

function opening(clock: BusinessClock, at: number): number {
  try {
    return clock.nextOpen(at)
  } catch {
    return at
  }
}
