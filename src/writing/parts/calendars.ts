/** When time counts: the hours of each calendar, and its holidays for the time in which the agreement holds. */

import type { BusinessClock } from '../../clock/business-clock.ts'
import type { AnyCalendarDocument } from '../../clock/calendar-document.ts'
import { isRecord } from '../../content.ts'
import { LeadSlaError } from '../../errors.ts'
import { civilOf, dayOf, msOfDay, printPlainDate } from '../../time/plain-date.ts'
import { calendarInWords } from '../calendar-in-words.ts'
import type { Detail } from '../calendar-words.ts'
import { firstDay } from '../example/instructive-start.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table } from '../text/block.ts'
import { code, type Phrase, written } from '../text/phrase.ts'
import { clocksOf } from './clocks.ts'
import { calendarsFollowed, whoseCalendar } from './whose-calendar.ts'

export function calendarsPart(pen: Pen): Section {
  const { calendars = {} } = pen.agreement.document
  const { calendar: words, heading } = pen.words
  const clocks = clocksOf(pen.agreement)
  const usesAlways = Object.values(pen.agreement.document.clauses).some(
    (clause) => 'clock' in clause && clause.clock === 'always',
  )
  const blocks = Object.entries(calendars).map(([name, calendar], index) => {
    const title = calendar.title === undefined ? written(name) : written(calendar.title)
    const mark = calendar.title === undefined ? '' : code(name)
    return section(`calendar-${index + 1}`, title, [...hoursOf(name, pen), ...holidaysOf(name, clocks.get(name), pen)], mark)
  })
  const always = usesAlways || blocks.length === 0 ? [paragraph(words.always, 'quiet')] : []
  return section('calendars', heading.calendars, [...blocks, ...whoseCalendar(pen), ...always])
}

function hoursOf(name: string, pen: Pen): Block[] {
  const users = usersOf(name, pen)
  const used = users.length === 0 ? [] : [paragraph(pen.words.calendar.usedBy(pen.clauses(users)), 'quiet')]
  return [paragraph(calendarText(name, pen, 'short')), ...used]
}

/** Returns the hours of a calendar in words; its holidays in full or counted. */
export function calendarText(name: string, pen: Pen, holidays: Detail): Phrase {
  const document = standalone(name, pen)
  if (!document) return ''
  return pen.spoken.calendarText(written(calendarInWords(document, { words: pen.language.calendar, detail: 'full', holidays })))
}

function usersOf(name: string, pen: Pen): string[] {
  const { agreement } = pen
  const followers = calendarsFollowed(pen).get(name) ?? []
  return Object.entries(agreement.document.clauses).flatMap(([id, clause]) => {
    const paced = agreement.periodClauses.get(id)
    const isUsed = ('clock' in clause && clause.clock === name) || (paced && 'calendar' in paced && paced.calendar === name)
    return isUsed || followers.includes(id) ? [id] : []
  })
}

/** Returns the calendar with the calendars in it that it knows by name, each under that name. */
function standalone(name: string, pen: Pen): AnyCalendarDocument | null {
  const calendars = pen.agreement.document.calendars ?? {}
  const resolved = (value: unknown, depth: number): unknown => {
    if (depth > 64) return null
    if (typeof value === 'string') {
      const found: unknown = Object.hasOwn(calendars, value) ? calendars[value] : undefined
      return isRecord(found) ? { title: value, ...(resolved(found, depth + 1) as object) } : null
    }
    if (!isRecord(value)) return value
    const copy: Record<string, unknown> = { ...value }
    for (const key of ['union', 'intersection', 'difference']) {
      const members = value[key]
      if (Array.isArray(members)) copy[key] = members.map((member) => resolved(member, depth + 1))
    }
    return copy
  }
  const document = Object.hasOwn(calendars, name) ? resolved(calendars[name], 0) : null
  return document as AnyCalendarDocument | null
}

/** **Units** days since 1970, `[first, end)`. */
export interface Season {
  readonly first: number
  readonly end: number
}

/** Returns the time for which holidays are listed: until the agreement ends, and a year at most. */
export function seasonOf(pen: Pen): Season {
  const { agreement } = pen
  const first = firstDay(agreement)
  const { year, month, day } = civilOf(first)
  const yearLater = dayOf(year + 1, month, Math.min(day, month === 2 ? 28 : 31))
  const { to } = agreement.effective
  const end = Number.isFinite(to) ? Math.floor((to + msOfDay / 2) / msOfDay) : yearLater
  return { first, end: end > first ? Math.min(end, yearLater) : yearLater }
}

function holidaysOf(name: string, clock: BusinessClock | undefined, pen: Pen): Block[] {
  const { calendar: words, time } = pen.words
  const { first, end } = seasonOf(pen)
  if (!clock || !hasHolidays(standalone(name, pen))) return []
  const rows: Phrase[][] = []
  for (let day = first; day < end; day++) {
    const holiday = holidayOn(clock, day)
    if (holiday === undefined) continue
    const parts = pen.figures.day(day)
    rows.push([time.date(parts), parts.weekday, holiday === null ? words.unnamed : written(holiday)])
  }
  const date = (dayNumber: number) => time.date(pen.figures.day(dayNumber))
  const caption = words.holidays(date(first), date(end - 1))
  if (rows.length === 0) return [paragraph(caption), paragraph(words.noHolidays, 'quiet')]
  const isNamed = rows.some(([, , third]) => third !== words.unnamed)
  return table(caption, [words.date, words.weekday, ...(isNamed ? [words.name] : [])], rows)
}

/** Whether anything in the calendar is a holiday at all. */
function hasHolidays(document: unknown): boolean {
  if (Array.isArray(document)) return document.some(hasHolidays)
  if (!isRecord(document)) return false
  if (Array.isArray(document.holidays)) return document.holidays.length > 0
  return [document.union, document.intersection, document.difference].some(hasHolidays)
}

/** Returns the name of the holiday, `null` for one without a name, `undefined` for none or for a day that nobody knows. */
function holidayOn(clock: BusinessClock, day: number): string | null | undefined {
  const date = printPlainDate(day)
  try {
    return clock.isHoliday(date) ? clock.holidayName(date) : undefined
  } catch (error) {
    if (error instanceof LeadSlaError) return undefined
    throw error
  }
}
