/**
 * A calendar in words, for the people who agreed on it. Everything that can change an answer of the clock is said or at least
 * counted, and the words come from tables of the library, so that they are the same on every runtime.
 */
import type { AnyCalendarDocument, CalendarDocument, CombinedCalendarDocument } from '../clock/calendar-document.ts'
import { parseCalendar } from '../clock/parse-calendar.ts'
import { issue, LeadSlaError, valueOf } from '../errors.ts'
import { type Detail, listed, named, type Telling } from './calendar-words.ts'
import { exceptionsInWords } from './exceptions-in-words.ts'
import { holidaysInWords } from './holidays-in-words.ts'
import { weekInWords } from './hours-in-words.ts'
import { type Language, languages } from './languages.ts'

export interface DescribeOptions {
  readonly language: Language
  /** `short`, the default, names three entries of a long list and counts the others; `full` names them all. */
  readonly detail?: Detail
}

/**
 * Returns a calendar in plain words: its week, its zone, its holidays and what else differs from the week.
 *
 * **Edges** windows are said as the calendar reads them, merged where they touch; a date without a year is one of every year.
 * The title of the calendar itself is left out, those of its members and seasons are said. In a short text a named holiday
 * stands for its rule, and a region for its dates.
 * **Errors** throws `LeadSlaError` with every mistake of the document, and with `unknown-value` for a language or a detail that
 * is not known.
 *
 * @example
 * const hours = ['09:00-17:00']
 * const office = { timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours }, closures: { '12-31': ['13:00-17:00'] } }
 * describeCalendar(office, { language: 'en' })
 * //=> 'Mon–Wed 9:00–17:00, Europe/Berlin; closed 31 December 13:00–17:00'
 * describeCalendar(office, { language: 'de' })
 * //=> 'Mo–Mi 9:00–17:00, Europe/Berlin; geschlossen 31. Dezember 13:00–17:00'
 */
export function describeCalendar(document: AnyCalendarDocument, { language, detail = 'short' }: DescribeOptions): string {
  const words = languages[known(language, Object.keys(languages) as Language[], 'language')]
  const telling: Telling = { words, detail: known(detail, ['short', 'full'], 'detail') }
  return calendarInWords(document, telling)
}

/** Returns the same in the words that are given. **Errors** throws `LeadSlaError` with every mistake of the document. */
export function calendarInWords(document: AnyCalendarDocument, telling: Telling): string {
  const { words } = telling
  const { zone } = valueOf(parseCalendar(document))
  if (!isCombined(document)) return weekCalendarInWords(document, telling, true)
  const zones = new Set(zonesOf(document))
  const text = combinationInWords(document, telling, zones.size > 1)
  if (zones.size > 1) return `${text}, ${words.datesIn(zone.name)}`
  const [only = zone.name] = zones
  return only === zone.name ? `${text}, ${only}` : `${text}, ${only}, ${words.datesIn(zone.name)}`
}

function known<Choice extends string>(value: Choice, choices: readonly Choice[], key: string): Choice {
  if (choices.includes(value)) return value
  throw new LeadSlaError([issue('unknown-value', [key], { expected: 'one of the known values', got: value, known: choices })])
}

function isCombined(document: AnyCalendarDocument): document is CombinedCalendarDocument {
  return !('week' in document)
}

function membersOf(document: CombinedCalendarDocument): readonly AnyCalendarDocument[] {
  if ('union' in document) return document.union
  return 'intersection' in document ? document.intersection : document.difference
}

/** Returns the zones in which windows are read. */
function zonesOf(document: AnyCalendarDocument): string[] {
  return isCombined(document) ? membersOf(document).flatMap(zonesOf) : [document.timeZone]
}

function weekCalendarInWords(document: CalendarDocument, telling: Telling, withZone: boolean): string {
  const { words } = telling
  const week = weekInWords(document.week, words)
  const head = [
    week === '' ? words.noWeeklyHours : week,
    withZone ? document.timeZone : '',
    holidaysInWords(document.holidays ?? [], { words, detail: telling.holidays ?? telling.detail }),
  ]
  return [head.filter((part) => part !== '').join(', '), ...exceptionsInWords(document, telling)].join('; ')
}

function combinationInWords(document: CombinedCalendarDocument, telling: Telling, withZone: boolean): string {
  const { words, detail } = telling
  const { shown, more } = named(membersOf(document), detail)
  const members = shown.map((member) => memberInWords(member, telling, withZone))
  if (more > 0) members.push(words.moreCalendars(more))
  if ('union' in document) return words.anyOf(listed(members, words.and))
  if ('intersection' in document) {
    return members.length === 2 ? words.bothOf(listed(members, words.and)) : words.allOf(listed(members, words.and))
  }
  const [first = '', ...others] = members
  return words.butNot(first, listed(others, words.or))
}

function memberInWords(member: AnyCalendarDocument, telling: Telling, withZone: boolean): string {
  const text = isCombined(member) ? combinationInWords(member, telling, withZone) : weekCalendarInWords(member, telling, withZone)
  return member.title === undefined ? `(${text})` : `${member.title} (${text})`
}
