/** Dates in words: one, a stretch of them, the same of every year, and the n-th weekday that a rule finds. */
import { type DateRange, parseDateRange, readMonthDay, type YearlyRange } from '../clock/date-range.ts'
import { valueOf } from '../errors.ts'
import { civilOf } from '../time/plain-date.ts'
import type { CalendarWords } from './calendar-words.ts'

/** Returns `24 December` for `12-24`. **Units** month × 100 + day. */
function yearlyDate(monthDay: number, words: CalendarWords): string {
  return words.date(monthDay % 100, words.months[Math.floor(monthDay / 100) - 1])
}

/** Returns the words of a day number, with its year. */
function dateInWords(dayNumber: number, words: CalendarWords): string {
  const { year, month, day } = civilOf(dayNumber)
  return words.date(day, words.months[month - 1], year)
}

/** Returns the words of a date as it is written: `24 December` for `12-24`, `24 December 2026` for `2026-12-24`. */
export function writtenDateInWords(text: string, words: CalendarWords): string {
  return rangeInWords(valueOf(parseDateRange(text)), words)
}

/** Returns the words of a date of every year, `12-24`. */
export function monthDayInWords(text: string, words: CalendarWords): string {
  return yearlyDate(readMonthDay(text), words)
}

/** Returns the words of a stretch of dates; what both of its ends share is said once. */
export function rangeInWords(range: DateRange | YearlyRange, words: CalendarWords): string {
  const { every, first, last } = range
  if (every === 'year') {
    if (first === last) return yearlyDate(first, words)
    const isOneMonth = first < last && Math.floor(first / 100) === Math.floor(last / 100)
    return words.span(isOneMonth ? words.date(first % 100) : yearlyDate(first, words), yearlyDate(last, words))
  }
  if (first === last) return dateInWords(first, words)
  if (!Number.isFinite(first)) return Number.isFinite(last) ? words.until(dateInWords(last, words)) : words.always
  if (!Number.isFinite(last)) return words.since(dateInWords(first, words))
  const [from, to] = [civilOf(first), civilOf(last)]
  if (from.year !== to.year) return words.span(dateInWords(first, words), dateInWords(last, words))
  const start = from.month === to.month ? words.date(from.day) : words.date(from.day, words.months[from.month - 1])
  return words.span(start, dateInWords(last, words))
}
