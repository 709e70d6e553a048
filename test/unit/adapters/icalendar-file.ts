import { holidaysOfICalendar, type ICalendarOptions, parseHolidaysOfICalendar } from 'lead-sla/icalendar'

/** Returns the text of an event; the lines begin with the property's name. */
export function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
}

/** Returns the text of a calendar, with the line ends of the standard. */
export function calendar(...parts: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n')
}

const years = [2024, 2030] as const

/** Returns the dates of a file as text, without their names. */
export function datesOf(text: string, options: Partial<ICalendarOptions> = {}): string[] {
  const { list } = holidaysOfICalendar(text, { years, ...options })
  return (list.dates ?? []).map((date) => (typeof date === 'string' ? date : date.date))
}

/** Returns code and path of every issue of a file. */
export function mistakesOf(text: unknown): string[] {
  const parsed = parseHolidaysOfICalendar(text, { years })
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`.trim())
}
