/**
 * Numbers, money, lists and dates as a language writes them, by `Intl` with a locale that is named. Dates and times are read
 * from the zone of a calendar beforehand, so that neither the host's zone nor its copy of the time zone data can change one.
 */
import type { Zone } from '../clock/zone.ts'
import { civilOf, dayOf, msOfDay } from '../time/plain-date.ts'
import { joined, type Phrase } from './text/phrase.ts'

/** A date and a time of day in words and digits, for a language to put in its order. */
export interface DayParts {
  readonly weekday: string
  readonly day: string
  readonly month: string
  readonly year: string
}

/** A moment in a zone. */
export interface MomentParts extends DayParts {
  /** Such as `16:30`. */
  readonly time: string
}

export class Figures {
  readonly #numbers: Intl.NumberFormat
  readonly #shares: Intl.NumberFormat
  readonly #names: readonly [weekday: Intl.DateTimeFormat, month: Intl.DateTimeFormat]
  readonly #lists: { readonly and: Intl.ListFormat; readonly or: Intl.ListFormat }
  readonly #units = new Map<string, Intl.NumberFormat>()

  constructor(readonly locale: string) {
    this.#numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
    this.#shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    const options = { timeZone: 'UTC', calendar: 'gregory' }
    this.#names = [
      new Intl.DateTimeFormat(locale, { ...options, weekday: 'long' }),
      new Intl.DateTimeFormat(locale, { ...options, day: 'numeric', month: 'long' }),
    ]
    this.#lists = {
      and: new Intl.ListFormat(locale, { type: 'conjunction' }),
      or: new Intl.ListFormat(locale, { type: 'disjunction' }),
    }
  }

  number(value: number): string {
    return settled(this.#numbers.format(value))
  }

  /** Returns `95 %` for 0.95. */
  share(value: number): string {
    return settled(this.#shares.format(value))
  }

  /** **Units** minor units of the currency, such as cents. */
  money(minor: number, currency: string): string {
    const digits =
      new Intl.NumberFormat(this.locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0
    const value = minor / 10 ** digits
    const shown = Number.isInteger(value) ? 0 : digits
    const options = { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const
    return settled(new Intl.NumberFormat(this.locale, options).format(value))
  }

  /** Returns `4 hours 30 minutes`, exact to the thousandth of a second. **Units** milliseconds. */
  amount(ms: number): string {
    const parts = [
      { unit: 'hour', count: Math.floor(ms / 3_600_000) },
      { unit: 'minute', count: Math.floor((ms % 3_600_000) / 60_000) },
      { unit: 'second', count: (ms % 60_000) / 1000 },
    ].filter(({ count }) => count > 0)
    if (parts.length === 0) return this.#unit('second', 0)
    return parts.map(({ unit, count }) => this.#unit(unit, count)).join(' ')
  }

  #unit(unit: string, count: number): string {
    const format = this.#units.get(unit) ?? new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' })
    this.#units.set(unit, format)
    return settled(format.format(count))
  }

  /** Returns `a, b and c` of phrases. */
  list(items: readonly Phrase[], by: 'and' | 'or' = 'and'): Phrase {
    const parts = this.#lists[by].formatToParts(items.map((_, index) => String(index)))
    return joined(parts.map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? '') : settled(value))))
  }

  /** **Units** days since 1970. */
  day(dayNumber: number): DayParts {
    const { year, month, day } = civilOf(dayNumber)
    const [weekdays, months] = this.#names
    // 2024 began on a Monday and had a 29 February, and every runtime knows it.
    const named = (format: Intl.DateTimeFormat, at: number, type: string) =>
      format.formatToParts(new Date(at)).find((part) => part.type === type)?.value ?? ''
    const weekdayAt = Date.UTC(2024, 0, 1) + (((dayNumber + 3) % 7) + 7) * msOfDay
    return {
      weekday: named(weekdays, weekdayAt, 'weekday'),
      day: String(day),
      month: named(months, Date.UTC(2024, month - 1, day), 'month'),
      year: String(year),
    }
  }

  /** Returns a date of every year; its weekday and its year mean nothing. */
  dayOfYear(month: number, day: number): DayParts {
    return this.day(dayOf(2024, month, day))
  }

  /** Returns an instant as the clocks of the zone show it, with seconds only where there are some. */
  moment(zone: Zone, at: number): MomentParts {
    const local = zone.localAt(at)
    const dayNumber = Math.floor(local / msOfDay)
    return { ...this.day(dayNumber), time: timeOfDay(local - dayNumber * msOfDay) }
  }
}

/** Returns `16:30`, and `24:00` for the end of a day. **Units** milliseconds since midnight. */
export function timeOfDay(ms: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`
  if (ms % 60_000 === 0) return time
  const seconds = (ms % 60_000) / 1000
  return `${time}:${Number.isInteger(seconds) ? two(seconds) : seconds.toFixed(3).padStart(6, '0')}`
}

/** Releases of the Unicode data differ in which narrow space they put before a sign; one of them is as good as another. */
function settled(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
