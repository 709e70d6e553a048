/**
 * What is left of a calendar when it says less: first without its closures, then without its holidays too, then without the
 * hours of certain dates, then without what other calendars take out of it.
 */
import type { Calendar } from '../clock/calendar.ts'
import type { AnyCalendarDocument, CalendarDocument, CombinedCalendarDocument } from '../clock/calendar-document.ts'
import { parseCalendar } from '../clock/parse-calendar.ts'

/** A calendar of an agreement, which may be made of others by their names. */
type NamedCalendar = CalendarDocument | CombinedCalendarDocument<string>
export type Calendars = Readonly<Record<string, NamedCalendar>>

/** What a calendar says beside its hours, the strongest first. */
const sayings = ['closure', 'holiday', 'override', 'excluded'] as const
export type Saying = (typeof sayings)[number]

/** What is left without this and all that is stronger. */
export interface LesserCalendar {
  readonly why: Saying
  readonly calendar: Calendar
}

/** By the calendars of an agreement and the name of one: who explains one clock mostly explains more. */
const known = new WeakMap<Calendars, Map<string, readonly LesserCalendar[]>>()

/** Returns what is left of a calendar, step by step; nothing for the one that never closes. */
export function lesserCalendars(name: string, calendars: Calendars): readonly LesserCalendar[] {
  const found = known.get(calendars) ?? new Map<string, readonly LesserCalendar[]>()
  known.set(calendars, found)
  const lesser = found.get(name) ?? makeLesser(name, calendars)
  found.set(name, lesser)
  return lesser
}

function makeLesser(name: string, calendars: Calendars): LesserCalendar[] {
  const lesser: LesserCalendar[] = []
  let content = leftOf(name, calendars, [])?.content
  for (const [index, why] of sayings.entries()) {
    const calendar = leftOf(name, calendars, sayings.slice(0, index + 1))
    if (calendar && calendar.content !== content) lesser.push({ why, calendar })
    content = calendar?.content ?? content
  }
  return lesser
}

/** Returns `undefined` where nothing is left that ever opens, or nothing is written down. */
function leftOf(name: string, calendars: Calendars, left: readonly Saying[]): Calendar | undefined {
  const document = without(name, calendars, left)
  const parsed = document === null ? null : parseCalendar(document)
  return parsed?.ok ? parsed.value : undefined
}

function without(calendar: string | NamedCalendar, calendars: Calendars, left: readonly Saying[]): AnyCalendarDocument | null {
  const document = typeof calendar === 'string' ? (Object.hasOwn(calendars, calendar) ? calendars[calendar] : null) : calendar
  if (!document) return null
  if ('week' in document) return plainWithout(document, left)
  const { timeZone, ...rest } = document
  const zone = timeZone === undefined ? {} : { timeZone }
  const members = (list: readonly (string | NamedCalendar)[], of: readonly Saying[]): AnyCalendarDocument[] =>
    list.flatMap((member) => without(member, calendars, of) ?? [])
  if ('union' in rest) return { ...zone, union: members(rest.union, left) }
  if ('intersection' in rest) return { ...zone, intersection: members(rest.intersection, left) }
  const [first = null, ...others] = rest.difference
  const kept = first === null ? null : without(first, calendars, left)
  // What another calendar takes out is to stay as it is: with more open hours it would take out more.
  return kept === null || left.includes('excluded') ? kept : { ...zone, difference: [kept, ...members(others, [])] }
}

function plainWithout({ closures, holidays, overrides, ...rest }: CalendarDocument, left: readonly Saying[]): CalendarDocument {
  return {
    ...rest,
    ...(closures && !left.includes('closure') ? { closures } : {}),
    ...(holidays && !left.includes('holiday') ? { holidays } : {}),
    ...(overrides && !left.includes('override') ? { overrides } : {}),
  }
}
