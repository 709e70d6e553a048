/**
 * Puts the dates of regions into documents. A list that names a region and no dates is a question; afterwards the dates
 * stand in the document, and so in the hash of the agreement, and the clock needs no data of any package.
 */
import type { AgreementDocument } from '../agreement/document.ts'
import type { AnyCalendarDocument, HolidayListDocument } from '../clock/calendar-document.ts'
import { combiners } from '../clock/combination.ts'
import { isRecord } from '../content.ts'
import { type Issue, type IssuePath, issue, type Parsed, valueOf } from '../errors.ts'
import { collect } from './collect.ts'
import { parseRegionalHolidays, type RegionalHolidayOptions } from './regional-holidays.ts'

export interface WithHolidaysOptions extends RegionalHolidayOptions {
  /** Looks up lists that have their dates already too, for new years or after an update of `date-holidays`. */
  readonly renew?: boolean
}

/**
 * Returns a copy of a calendar or an agreement in which every list of a region has its dates.
 *
 * **Edges** what a list says of `years` and `kinds` comes before the options; a list that has dates stays as it is, unless
 * `renew` asks for them anew. Everything else is passed on unread: its mistakes are found by who reads the document.
 * **Errors** `unknown-holiday-region`, `unknown-value` for a kind, `wrong-type`, `out-of-range` for years outside 1970 to 2076.
 *
 * @example
 * const calendar = { timeZone: 'Europe/Berlin', week: { fri: ['09:00-17:00'] }, holidays: [{ region: 'DE-BE' }] }
 * const clock = businessClock(withHolidays(calendar, { years: [2026, 2027] }))
 * clock.holidayName('2026-05-01') //=> 'Maifeiertag'
 */
export function withHolidays<const Document extends AnyCalendarDocument | AgreementDocument>(
  document: Document,
  options: WithHolidaysOptions = {},
): Document {
  return valueOf(parseWithHolidays(document, options))
}

/** Returns what `withHolidays` does, or every issue with its path: for a document that is somebody's input. */
export function parseWithHolidays<const Document>(document: Document, options: WithHolidaysOptions = {}): Parsed<Document> {
  const lists = new Lists(options)
  try {
    const value = lists.inDocument(document)
    // Nothing but lists of holidays has changed, and what they may hold is the same before and after.
    return lists.issues.length > 0 ? { ok: false, issues: lists.issues } : { ok: true, value: value as Document }
  } catch {
    // Only a getter or a proxy can throw here, or a nesting deeper than any stack, and such a thing is no JSON.
    return { ok: false, issues: [issue('wrong-type', [], { expected: 'a document that is plain JSON' })] }
  }
}

class Lists {
  readonly issues: Issue[] = []
  readonly #known = new Map<string, HolidayListDocument>()
  constructor(private readonly options: WithHolidaysOptions) {}

  inDocument(document: unknown): unknown {
    if (!isRecord(document) || !isRecord(document.calendars)) return this.inCalendar(document, [])
    const calendars = Object.entries(document.calendars).map(([name, calendar]) => [
      name,
      this.inCalendar(calendar, ['calendars', name]),
    ])
    return { ...document, calendars: Object.fromEntries(calendars) }
  }

  inCalendar(calendar: unknown, path: IssuePath): unknown {
    if (!isRecord(calendar)) return calendar
    const copy = { ...calendar }
    for (const key of combiners) {
      const members = calendar[key]
      if (Array.isArray(members)) copy[key] = members.map((member, index) => this.inCalendar(member, [...path, key, index]))
    }
    if (Array.isArray(calendar.holidays)) {
      copy.holidays = calendar.holidays.map((entry, index) => this.inEntry(entry, [...path, 'holidays', index]))
    }
    return copy
  }

  inEntry(entry: unknown, path: IssuePath): unknown {
    if (!isRecord(entry) || entry.region === undefined) return entry
    if (entry.dates !== undefined && this.options.renew !== true) return entry
    const years = this.options.renew === true ? (this.options.years ?? entry.years) : (entry.years ?? this.options.years)
    const asked = { years, kinds: entry.kinds ?? this.options.kinds, language: this.options.language }
    const key = JSON.stringify([entry.region, asked])
    const list = this.#known.get(key) ?? collect(parseRegionalHolidays(entry.region, asked, path), this.issues)
    if (!list) return entry
    this.#known.set(key, list)
    return { ...entry, ...structuredClone(list) }
  }
}
