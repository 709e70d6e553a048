/**
 * The dates that a recurrence rule gives. ical.js reads the files, but its own iterator never returns from
 * `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30` and moves a yearly 29 February to 1 March, so dates are counted here: period by period,
 * within a bound that has a code.
 */
import { civilOf, dayOf, lengthOfMonth, weekdayOf } from '../time/plain-date.ts'
import type { Frequency, RecurrenceRule } from './icalendar-rule.ts'

/** The dates that may still be looked at for one file. */
export interface Budget {
  dates: number
}

/**
 * Returns the dates of a rule until `last`, the first date among them; `null` when the budget is spent.
 *
 * **Units** day numbers. **Edges** the first date counts even where the rule does not give it, as the standard says; a date
 * that a month does not have is left out.
 */
export function recurrence(rule: RecurrenceRule, last: number, budget: Budget): readonly number[] | null {
  const found = [rule.start]
  const end = Math.min(last, rule.until)
  for (let index = 0; found.length < rule.count; index++) {
    if (firstOfPeriod(rule, index) > end) return found
    const days = daysOfPeriod(rule, index, budget)
    if (budget.dates < 0) return null
    for (const day of days) {
      if (day > rule.start && day <= end && found.length < rule.count) found.push(day)
    }
  }
  return found
}

/** The periods after which the calendar's 400 years have brought every combination of dates and weekdays. */
const periodsOfCycle: { readonly [Name in Frequency]: number } = { YEARLY: 400, MONTHLY: 4800, WEEKLY: 20_871, DAILY: 146_097 }
const lastDay = dayOf(9999, 12, 31)

/** Returns false for a rule that never gives a date, its first one aside; `null` when the budget is spent. */
export function comesAgain(rule: RecurrenceRule, budget: Budget): boolean | null {
  for (let index = 0; index <= periodsOfCycle[rule.frequency] && firstOfPeriod(rule, index) <= lastDay; index++) {
    if (daysOfPeriod(rule, index, budget).some((day) => day >= rule.start)) return true
    if (budget.dates < 0) return null
  }
  return false
}

function firstOfPeriod({ start, frequency, interval, weekStart }: RecurrenceRule, index: number): number {
  const by = index * interval
  if (frequency === 'DAILY') return start + by
  if (frequency === 'WEEKLY') return start - ((weekdayOf(start) - weekStart + 7) % 7) + by * 7
  const { year, month } = civilOf(start)
  if (frequency === 'YEARLY') return dayOf(year + by, 1, 1)
  return dayOf(year + Math.floor((month - 1 + by) / 12), ((month - 1 + by) % 12) + 1, 1)
}

function daysOfPeriod(rule: RecurrenceRule, index: number, budget: Budget): number[] {
  const first = firstOfPeriod(rule, index)
  // A period costs something even where it has no date.
  budget.dates--
  const days =
    rule.frequency === 'YEARLY'
      ? (rule.months ?? everyMonth).flatMap((month) => daysOfMonth(rule, civilOf(first).year, month, budget))
      : rule.frequency === 'MONTHLY'
        ? daysOfMonth(rule, civilOf(first).year, civilOf(first).month, budget)
        : daysFrom(rule, first, rule.frequency === 'WEEKLY' ? 7 : 1, budget)
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const { positions } = rule
  return positions ? sorted.filter((_, at) => positions.includes(at + 1) || positions.includes(at - sorted.length)) : sorted
}

const everyMonth: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1)

function daysOfMonth(rule: RecurrenceRule, year: number, month: number, budget: Budget): number[] {
  const mayBe = month >= 1 && month <= 12 && (rule.months === null || rule.months.includes(month))
  if (!mayBe) return []
  const first = dayOf(year, month, 1)
  const length = lengthOfMonth(year, month)
  if (rule.monthDays === null) return daysFrom(rule, first, length, budget)
  budget.dates -= rule.monthDays.length
  const days = rule.monthDays.map((day) => first + (day > 0 ? day - 1 : length + day))
  return days.filter((day) => first <= day && day < first + length && gives(rule, day))
}

function daysFrom(rule: RecurrenceRule, first: number, count: number, budget: Budget): number[] {
  const days: number[] = []
  // Only the weekdays that are wanted are looked at, or every date where all are.
  const [starts, step] = rule.weekdays ? [rule.weekdays.map(({ weekday }) => (weekday - weekdayOf(first) + 7) % 7), 7] : [[0], 1]
  for (const start of starts) {
    budget.dates -= Math.ceil(count / step)
    for (let day = first + start; day < first + count; day += step) {
      if (gives(rule, day)) days.push(day)
    }
  }
  return days
}

function gives(rule: RecurrenceRule, dayNumber: number): boolean {
  const { months, weeks, yearDays, monthDays, weekdays, weekStart } = rule
  const weekday = weekdayOf(dayNumber)
  if (weekdays && !weekdays.some((wanted) => wanted.weekday === weekday)) return false
  const { year, month, day } = civilOf(dayNumber)
  if (months && !months.includes(month)) return false
  if (monthDays && !holds(monthDays, day, lengthOfMonth(year, month))) return false
  const newYear = dayOf(year, 1, 1)
  const position = dayNumber - newYear + 1
  const size = dayOf(year + 1, 1, 1) - newYear
  if (yearDays && !holds(yearDays, position, size)) return false
  if (weeks && !isInWeek(weeks, dayNumber, weekStart)) return false
  if (!weekdays) return true
  const [at, of] = rule.nthOfMonth ? [day, lengthOfMonth(year, month)] : [position, size]
  return weekdays.some((wanted) => wanted.weekday === weekday && (wanted.nth === 0 || isNth(wanted.nth, at, of)))
}

/** Counts from the start, or from the end when negative. */
function holds(wanted: readonly number[], position: number, size: number): boolean {
  return wanted.includes(position) || wanted.includes(position - size - 1)
}

function isNth(nth: number, position: number, size: number): boolean {
  return nth > 0 ? nth === Math.ceil(position / 7) : -nth === Math.ceil((size - position + 1) / 7)
}

/** A week belongs to the year that has four of its days. */
function isInWeek(weeks: readonly number[], dayNumber: number, weekStart: number): boolean {
  const fourth = dayNumber - ((weekdayOf(dayNumber) - weekStart + 7) % 7) + 3
  const { year } = civilOf(fourth)
  const week = Math.floor((fourth - dayOf(year, 1, 1)) / 7) + 1
  const weeksAfter = Math.floor((dayOf(year, 12, 31) - fourth) / 7)
  return weeks.includes(week) || weeks.includes(-weeksAfter - 1)
}
