/** Instants and amounts of time as a person reads them: in the zone of the agreement, in the language of the page. */

export interface WallTime {
  /** With the weekday, the date and the time. */
  instant(at: number | string): string
  /** For a table: the day, the month and the time. */
  short(at: number | string): string
  count(value: number): string
  /** With one decimal. */
  decimal(value: number): string
  share(value: number): string
}

/** Returns how a language and a zone write; an unknown zone reads as UTC. */
export function wallTime(locale: string, timeZone: string): WallTime {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    try {
      return new Intl.DateTimeFormat(locale, { ...options, timeZone })
    } catch {
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    }
  }
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  const long = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...time })
  const short = format({ day: '2-digit', month: 'short', ...time })
  const number = new Intl.NumberFormat(locale)
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const dateOf = (at: number | string): Date => new Date(at)
  return {
    instant: (at) => long.format(dateOf(at)),
    short: (at) => short.format(dateOf(at)),
    count: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    // Cut off: what is nearly used up is not used up.
    share: (value) => percent.format(Math.floor(value * 100) / 100),
  }
}
