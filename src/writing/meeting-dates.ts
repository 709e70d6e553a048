/** Whether stretches of dates meet, so that it matters which of them counts. */
import { type DateRange, monthDayOf, type YearlyRange } from '../clock/date-range.ts'

const longestYear = 366

/** Returns true when two of the stretches share a date. */
export function doMeet(ranges: readonly (DateRange | YearlyRange)[]): boolean {
  const once = ranges.filter((range) => range.every === 'once').sort((a, b) => a.first - b.first)
  if (once.some(({ first }, index) => index > 0 && first <= (once[index - 1] as DateRange).last)) return true
  const yearly = new Set<number>()
  for (const range of ranges) {
    if (range.every === 'once') continue
    for (const date of monthDays(range)) {
      if (yearly.has(date)) return true
      yearly.add(date)
    }
  }
  return yearly.size > 0 && once.some((range) => holdsAny(range, yearly))
}

function holdsAny({ first, last }: DateRange, yearly: ReadonlySet<number>): boolean {
  if (!(last - first < longestYear)) return true
  for (let day = first; day <= last; day++) if (yearly.has(monthDayOf(day))) return true
  return false
}

/** Returns the dates of a yearly stretch; a few that no year has do no harm, as both sides have them. */
function monthDays({ first, last }: YearlyRange): number[] {
  const dates: number[] = []
  for (let month = 1; month <= 12; month++) {
    for (let date = month * 100 + 1; date <= month * 100 + 31; date++) {
      const isHeld = first <= last ? first <= date && date <= last : date >= first || date <= last
      if (isHeld) dates.push(date)
    }
  }
  return dates
}
