/** Instants, dates and amounts of time as people say them, in a zone and a language that are named and never the host's. */
import type { Zone } from '../clock/zone.ts'
import { msOfDay, readPlainDate } from '../time/plain-date.ts'
import { english } from './english.ts'
import type { DateNames, TimeWords } from './explanation-words.ts'

/**
 * Returns `Tue 7 Apr 2026 10:30`, with seconds and thousandths where they are not zero, so that nothing late looks in time.
 * [T10]
 */
export function wallTime(zone: Zone, at: number, words: TimeWords = english): string {
  const local = zone.localAt(at)
  const { minutes, seconds, thousandths } = formatsOf(words.locale)
  const format = local % 60_000 === 0 ? minutes : local % 1000 === 0 ? seconds : thousandths
  return words.instant(words.date(namesOf(local, words)), format.format(local))
}

/** Returns `Tue 7 Apr 2026` for `2026-04-07`. */
export function dateInWords(date: string, words: TimeWords): string {
  return words.date(namesOf(readPlainDate(date) * msOfDay, words))
}

/** Returns `Tue 7 Apr` for `2026-04-07`. */
export function shortDateInWords(date: string, words: TimeWords): string {
  return words.shortDate(namesOf(readPlainDate(date) * msOfDay, words))
}

/** Returns `2 h 30 min`, `45 s` or `0 s`, exact to the thousandth. **Units** milliseconds. */
export function amountOfTime(ms: number, words: TimeWords): string {
  const { whole, decimals } = formatsOf(words.locale)
  const parts: string[] = []
  if (ms >= 3_600_000) parts.push(words.hours(whole.format(Math.floor(ms / 3_600_000))))
  if (ms % 3_600_000 >= 60_000) parts.push(words.minutes(whole.format(Math.floor((ms % 3_600_000) / 60_000))))
  const restMs = ms % 60_000
  if (restMs > 0 || parts.length === 0) parts.push(words.seconds((restMs % 1000 === 0 ? whole : decimals).format(restMs / 1000)))
  return parts.join(' ')
}

/** Returns `a, b and c`, as the language lists things. */
export function listInWords(texts: readonly string[], { locale }: TimeWords): string {
  return formatsOf(locale).list.format(texts)
}

/** The names of a date on a calendar without zones. */
function namesOf(localMs: number, { locale }: TimeWords): DateNames {
  const names: Record<string, string> = {}
  for (const { type, value } of formatsOf(locale).date.formatToParts(localMs)) names[type] = value
  const { weekday = '', day = '', month = '', year = '' } = names
  return { weekday, day, month, year }
}

interface Formats {
  readonly date: Intl.DateTimeFormat
  readonly minutes: Intl.DateTimeFormat
  readonly seconds: Intl.DateTimeFormat
  readonly thousandths: Intl.DateTimeFormat
  readonly whole: Intl.NumberFormat
  readonly decimals: Intl.NumberFormat
  readonly list: Intl.ListFormat
}

const known = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  let formats = known.get(locale)
  if (!formats) {
    formats = makeFormats([locale, 'en'])
    known.set(locale, formats)
  }
  return formats
}

/** A runtime that lacks the language takes English, which all have, and not the language of its host. */
function makeFormats(locales: string[]): Formats {
  const onPaper = { timeZone: 'UTC', calendar: 'gregory' } as const
  const time = { ...onPaper, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return {
    date: new Intl.DateTimeFormat(locales, { ...onPaper, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    minutes: new Intl.DateTimeFormat(locales, time),
    seconds: new Intl.DateTimeFormat(locales, { ...time, second: '2-digit' }),
    thousandths: new Intl.DateTimeFormat(locales, { ...time, second: '2-digit', fractionalSecondDigits: 3 }),
    whole: new Intl.NumberFormat(locales, { maximumFractionDigits: 0 }),
    decimals: new Intl.NumberFormat(locales, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    list: new Intl.ListFormat(locales, { type: 'conjunction' }),
  }
}
