/**
 * Numbers, shares, amounts and times as the page writes them, in a language and a zone that are named and never the host's.
 * Rounding never makes a figure look better: a share that was kept is cut off, and time that was used is rounded up. [T10]
 */
import { decimalsOf } from '../../agreement/money.ts'
import { zoneOf } from '../../clock/zone.ts'
import { findPeriod } from '../../conduct/period-name.ts'
import type { TimeWords } from '../../explanation/explanation-words.ts'
import { amountOfTime, dateInWords, shortDateInWords } from '../../explanation/wall-time.ts'
import { readInstant } from '../../time/instant.ts'
import { dayOf, msOfDay, printPlainDate, yearAt } from '../../time/plain-date.ts'

export interface ReportFigures {
  number(value: number): string
  /** Cut off to a tenth of a percent, which a share of whole percents has none of; `100 %` is all of them. */
  share(value: number): string
  /** Both ends outward: cut off and rounded up. */
  interval(interval: readonly [low: number, high: number]): string
  /** Rounded up: to seconds, above an hour to minutes, above a hundred to hours. **Units** milliseconds. */
  amount(ms: number): string
  /** As it is, for what was promised. **Units** milliseconds. */
  exactAmount(ms: number): string
  money(minor: number, currency: string): string
  /** A date and a time of day; the year is said where it is not that of `asOf`. */
  instant(at: string): string
  /** With the year. */
  moment(at: string): string
  date(at: string): string
  /** The last day of what ends before an instant. */
  dateBefore(at: string): string
  /** `2026-Q3` as `Q3 2026`, for instance. */
  period(name: string): string
  list(texts: readonly string[]): string
  /** From Monday on, short. */
  readonly weekdays: readonly string[]
  hour(hour: number): string
}

/** How a language names quarters and weeks; months it knows from `Intl`. */
export interface PeriodNames {
  quarter(quarter: string, year: string): string
  week(week: string, year: string): string
}

export interface FigureOptions {
  readonly words: TimeWords
  readonly names: PeriodNames
  readonly timeZone: string
  readonly asOf: string
}

const [second, minute, hour] = [1000, 60_000, 3_600_000]
/** Puts back what a division took. */
const least = 1e-9

export function reportFigures({ words, names, timeZone, asOf }: FigureOptions): ReportFigures {
  const zone = zoneOf(timeZone)
  const locale = words.locale
  const onPaper = { timeZone: 'UTC', calendar: 'gregory' } as const
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const wholes = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const months = new Intl.DateTimeFormat(locale, { ...onPaper, month: 'short', year: 'numeric' })
  const days = new Intl.DateTimeFormat(locale, { ...onPaper, weekday: 'short' })
  const thisYear = yearAt(zone.localAt(readInstant(asOf)))
  const share = (value: number, round = Math.floor) => {
    const percent = value * 100
    if (Math.abs(percent - Math.round(percent)) < least) return settled(wholes.format(Math.round(percent) / 100))
    return settled(tenths.format(round(percent * 10) / 1000))
  }
  const localOf = (at: string) => zone.localAt(readInstant(at))
  const moment = (local: number, hasYear: boolean) => {
    const date = printPlainDate(Math.floor(local / msOfDay))
    return `${hasYear ? dateInWords(date, words) : shortDateInWords(date, words)}, ${timeOfDay(local)}`
  }
  return {
    number: (value) => settled(numbers.format(value)),
    share: (value) => share(value),
    interval: ([low, high]) => settled(`${share(low)}\u2013${share(high, Math.ceil)}`),
    amount: (ms) => amountOfTime(rounded(ms), words),
    exactAmount: (ms) => amountOfTime(ms, words),
    money: (minor, currency) => {
      const fraction = decimalsOf(currency)
      return settled(
        new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          minimumFractionDigits: 0,
          maximumFractionDigits: fraction,
        }).format(minor / 10 ** fraction),
      )
    },
    instant: (at) => moment(localOf(at), yearAt(localOf(at)) !== thisYear),
    moment: (at) => moment(localOf(at), true),
    date: (at) => dateInWords(printPlainDate(Math.floor(localOf(at) / msOfDay)), words),
    dateBefore: (at) => dateInWords(printPlainDate(Math.floor((localOf(at) - 1) / msOfDay)), words),
    period: (name) => {
      const place = findPeriod(name)
      const [, year = '', , part = ''] = /^(\d{4})(-[QW]?(\d+))?$/.exec(name) ?? []
      if (place?.per === 'month') return settled(months.format(dayOf(Number(year), Number(part), 1) * msOfDay))
      if (place?.per === 'quarter') return names.quarter(part, year)
      return place?.per === 'week' ? names.week(String(Number(part)), year) : name
    },
    list: (texts) => lists.format(texts),
    // 2024 began on a Monday.
    weekdays: Array.from({ length: 7 }, (_, day) => days.format(dayOf(2024, 1, 1 + day) * msOfDay)),
    hour: (of) => `${String(of).padStart(2, '0')}:00`,
  }
}

function rounded(ms: number): number {
  const step = ms < hour ? second : ms < 100 * hour ? minute : hour
  return Math.ceil(ms / step) * step
}

function timeOfDay(local: number): string {
  const ofDay = local - Math.floor(local / msOfDay) * msOfDay
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(ofDay / hour)}:${two((ofDay % hour) / minute)}`
}

/** Releases of the Unicode data differ in which narrow space they put before a sign; one of them is as good as another. */
function settled(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
