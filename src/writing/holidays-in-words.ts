/** Holidays in words: regions and rules by their names, single dates by their number, or all of them. */
import type { HolidayDocument, HolidayListDocument, HolidayRuleDocument } from '../clock/calendar-document.ts'
import { parseDateRange } from '../clock/date-range.ts'
import { looksLikeRule } from '../clock/holiday-rule.ts'
import { valueOf } from '../errors.ts'
import { type Weekday, weekdays } from '../time/plain-date.ts'
import { type CalendarWords, type Detail, listed, named, type Telling } from './calendar-words.ts'
import { monthDayInWords, rangeInWords, writtenDateInWords } from './dates-in-words.ts'

interface NamedDate {
  readonly date: string
  readonly name?: string
}

/** What the holidays of a calendar are made of, in the order in which they are said. */
interface HolidayParts {
  readonly regions: readonly HolidayListDocument[]
  readonly lists: readonly HolidayListDocument[]
  readonly rules: readonly HolidayRuleDocument[]
  readonly dates: readonly NamedDate[]
}

/** Returns `Berlin holidays, Founders’ Day and 3 more days`; nothing when there are none. */
export function holidaysInWords(holidays: readonly HolidayDocument[], { words, detail }: Telling): string {
  const { regions, lists, rules, dates } = partsOf(holidays)
  const { shown, more } = named(rules, detail)
  const items = [
    ...[...regions, ...lists].map((list) => listInWords(list, words, detail)),
    ...shown.map((rule) => ruleInWords(rule, words, detail)),
    ...(detail === 'full' ? dates.map((date) => namedDateInWords(date, words)) : []),
  ]
  const counted = more + (detail === 'full' ? 0 : new Set(dates.map(({ date }) => date)).size)
  if (items.length === 0) return counted === 0 ? '' : words.holidays(counted)
  if (counted > 0) items.push(words.moreHolidays(counted))
  return `${regions.length > 0 ? '' : `${words.holidaysAre} `}${listed(items, words.and)}`
}

function partsOf(holidays: readonly HolidayDocument[]): HolidayParts {
  const regions: HolidayListDocument[] = []
  const lists: HolidayListDocument[] = []
  const rules: HolidayRuleDocument[] = []
  const dates: NamedDate[] = []
  for (const holiday of holidays) {
    if (typeof holiday === 'string') addDate({ date: holiday })
    else if (!isRule(holiday)) addList(holiday)
    else if ('date' in holiday && holiday.date.length > 5) dates.push(holiday)
    else rules.push(holiday)
  }
  return { regions, lists, rules, dates }

  /** A date of every year is as much a rule as Thanksgiving is. */
  function addDate(dated: NamedDate): void {
    if (dated.date.length > 5) dates.push(dated)
    else rules.push(dated)
  }

  /** A list that says nothing of itself is its dates. */
  function addList(list: HolidayListDocument): void {
    if (list.region !== undefined) regions.push(list)
    else if (list.name !== undefined || list.years !== undefined) lists.push(list)
    else for (const date of list.dates ?? []) addDate(typeof date === 'string' ? { date } : date)
  }
}

function isRule(holiday: HolidayRuleDocument | HolidayListDocument): holiday is HolidayRuleDocument {
  return looksLikeRule({ ...holiday })
}

/** The years are said in a short text as well: outside them the clock does not answer. */
function listInWords(list: HolidayListDocument, words: CalendarWords, detail: Detail): string {
  const { name, region, years, dates = [] } = list
  const place = name ?? region
  const title = place === undefined ? words.holidays(dates.length) : region === undefined ? place : words.holidaysOf(place)
  const text = years === undefined ? title : `${title} ${years[0]}–${years[1]}`
  if (detail === 'short' || dates.length === 0) return text
  const days = dates.map((date) => namedDateInWords(typeof date === 'string' ? { date } : date, words))
  return `${text} (${days.join(', ')})`
}

function namedDateInWords({ date, name }: NamedDate, words: CalendarWords): string {
  const text = writtenDateInWords(date, words)
  return name === undefined ? text : `${text} ${name}`
}

function ruleInWords(rule: HolidayRuleDocument, words: CalendarWords, detail: Detail): string {
  const { name, observed, during } = rule
  if (name !== undefined && detail === 'short') return name
  const base = dayInWords(rule, words)
  const more: string[] = []
  if (observed !== undefined) more.push(words.observed[observed])
  if (during !== undefined) more.push(rangeInWords(valueOf(parseDateRange(during)), words))
  if (name !== undefined) return `${name} (${[base, ...more].join('; ')})`
  return more.length === 0 ? base : `${base} (${more.join('; ')})`
}

/** Returns the day that a rule finds, before it is observed on another. */
function dayInWords(rule: HolidayRuleDocument, words: CalendarWords): string {
  const { plus = 0 } = rule
  const offset = 'easter' in rule ? plus + rule.easter : plus
  const anchor = anchorInWords(rule, words)
  if (offset === 0) return anchor
  return offset > 0 ? words.daysAfter(offset, anchor) : words.daysBefore(-offset, anchor)
}

function anchorInWords(rule: HolidayRuleDocument, words: CalendarWords): string {
  if ('easter' in rule) return words.easterSunday(rule.church ?? 'western')
  if ('date' in rule) return monthDayInWords(rule.date, words)
  const weekday = words.weekdays[weekdays.indexOf(rule.weekday satisfies Weekday)] ?? ''
  if ('nth' in rule) return words.nthWeekday(rule.nth, weekday, words.months[rule.month - 1] ?? '')
  if ('before' in rule) return words.weekdayBefore(weekday, monthDayInWords(rule.before, words))
  return words.weekdayAfter(weekday, monthDayInWords(rule.after, words))
}
