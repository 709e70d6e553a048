/**
 * The hours of a team: it is open when any of its members is there. Leave is a member's own matter, so a day off closes the
 * team only where nobody else works. What comes out is a calendar document like any other.
 */
import { isRecord } from '../content.ts'
import { type IssuePath, issue, type Parsed, valueOf } from '../errors.ts'
import type { InstantLike } from '../time/instant.ts'
import type { Calendar } from './calendar.ts'
import type { AnyCalendarDocument, CalendarDocument } from './calendar-document.ts'
import { clockOf } from './clock-of.ts'
import { parseDateRange } from './date-range.ts'
import { Dated } from './dated.ts'
import { alwaysOpen, parseCalendar } from './parse-calendar.ts'
import { Reader } from './reader.ts'
import { parseZone } from './zone.ts'

/** Time off: dates (`2026-05-04`, `2026-05-04/2026-05-08`, `12-24` of every year), or windows of them. */
export type LeaveDocument = string | { readonly dates: string; readonly hours: readonly string[] }

/** Somebody with hours of their own. */
export interface TeamMemberDocument {
  readonly name?: string
  readonly calendar: AnyCalendarDocument
  /** Read in the zone of the member's own calendar. */
  readonly leave?: readonly LeaveDocument[]
}

export interface TeamDocument {
  readonly title?: string
  /** The zone in which the team counts business dates; that of the first member when absent. */
  readonly timeZone?: string
  readonly members: readonly TeamMemberDocument[]
}

/**
 * Returns the calendar of a team: the union of its members' calendars, each without their leave.
 *
 * **Edges** a team of one is that member's calendar. A day of leave is the civil day from 00:00 to 24:00, as a holiday is; for
 * a night shift write its hours, `{ dates: '2026-05-04', hours: ['22:00-06:00'] }`. A date is a holiday of the team when it
 * is one of every member.
 * **Errors** throws `LeadSlaError` with every mistake; `parseTeamCalendar` returns them instead.
 *
 * @example
 * const berlin = { timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'] } }
 * const team = teamCalendar({
 *   members: [
 *     { name: 'Ana', calendar: berlin, leave: ['2026-05-04'] },
 *     { name: 'Ben', calendar: { ...berlin, week: { mon: ['12:00-20:00'] } } },
 *   ],
 * })
 * new Date(businessClock(team).nextOpen('2026-05-04T09:00:00+02:00')).toISOString() //=> '2026-05-04T10:00:00.000Z'
 */
export function teamCalendar(team: TeamDocument): AnyCalendarDocument {
  return valueOf(parseTeamCalendar(team))
}

/**
 * Returns the calendar of a team, or every mistake at once.
 *
 * **Errors** those of `parseCalendar` for each member's calendar; `wrong-type`, `missing-key`, `unknown-key`, `invalid-date`,
 * `invalid-date-range`, `invalid-window` for the rest; `out-of-range` for leave without an end or longer than a calendar holds.
 */
export function parseTeamCalendar(value: unknown, path: IssuePath = []): Parsed<AnyCalendarDocument> {
  try {
    return readTeam(value, path)
  } catch {
    // Only a getter or a proxy can throw here, or a nesting deeper than any stack, and such a thing is no JSON.
    return { ok: false, issues: [issue('wrong-type', path, { expected: 'a team that is plain JSON' })] }
  }
}

/**
 * Returns the names of the members whose own calendar is open at the instant, leave considered, in the order of the list.
 *
 * **Errors** throws `LeadSlaError` as `teamCalendar` does, with `missing-key` for a member without a name, and with the codes of
 * the clock for a bad instant.
 *
 * @example
 * const week = { mon: ['09:00-17:00'] }
 * const desks = [
 *   { name: 'Berlin', calendar: { timeZone: 'Europe/Berlin', week } },
 *   { name: 'New York', calendar: { timeZone: 'America/New_York', week } },
 * ]
 * onDuty(desks, '2026-05-04T16:30:00+02:00') //=> ['Berlin', 'New York']
 */
export function onDuty(members: readonly (TeamMemberDocument & { readonly name: string })[], at: InstantLike): string[] {
  const reader = new Reader([])
  const read = readMembers(members, reader)
  for (const [index, { name }] of read.entries()) {
    if (name === undefined) reader.add('missing-key', ['members', index, 'name'], 'the name of the member', undefined)
  }
  if (reader.issues.length > 0) valueOf({ ok: false, issues: reader.issues })
  return read.flatMap(({ name, calendar }) => (name !== undefined && clockOf(calendar).isOpen(at) ? [name] : []))
}

/** A member's calendar without their leave, as it is written and as it is read. */
interface Member {
  readonly name: string | undefined
  readonly document: AnyCalendarDocument
  readonly calendar: Calendar
}

function readTeam(value: unknown, path: IssuePath): Parsed<AnyCalendarDocument> {
  if (!isRecord(value)) return { ok: false, issues: [issue('wrong-type', path, { expected: 'a team with members', got: value })] }
  const reader = new Reader(path)
  reader.noOtherKeys(value, ['title', 'timeZone', 'members'], [])
  const title = reader.text(value.title, ['title'])
  const zone = value.timeZone === undefined ? undefined : reader.take(parseZone(value.timeZone, reader.at(['timeZone'])))
  const members = readMembers(value.members, reader)
  const [first, ...others] = members
  if (reader.issues.length > 0 || !first) return { ok: false, issues: reader.issues }
  const own = { ...(title === null ? {} : { title }), ...(zone === undefined ? {} : { timeZone: zone.name }) }
  const document = others.length > 0 ? { ...own, union: members.map((member) => member.document) } : alone(first, own)
  const parsed = parseCalendar(document)
  if (parsed.ok) return { ok: true, value: document }
  // Each member is right by itself, so that only their number can be wrong.
  return { ok: false, issues: parsed.issues.map((found) => ({ ...found, path: reader.at(['members']) })) }
}

/** A weekly calendar has one zone for its hours and its dates; dates of another zone make it a combined one. */
function alone(
  { document, calendar }: Member,
  own: { readonly title?: string; readonly timeZone?: string },
): AnyCalendarDocument {
  const isPlain = own.timeZone === undefined || own.timeZone === calendar.zone.name || !('week' in document)
  return isPlain ? { ...document, ...own } : { ...own, intersection: [document, alwaysOpen(own.timeZone)] }
}

function readMembers(value: unknown, reader: Reader): Member[] {
  if (!Array.isArray(value) || value.length === 0) {
    const code = value === undefined ? 'missing-key' : 'wrong-type'
    reader.add(code, ['members'], 'an array of one member or more, each { name, calendar, leave }', value)
    return []
  }
  return value.flatMap((member, index) => readMember(member, ['members', index], reader) ?? [])
}

function readMember(value: unknown, at: IssuePath, reader: Reader): Member | undefined {
  if (!isRecord(value)) {
    reader.add('wrong-type', at, 'a member with name, calendar and leave', value)
    return undefined
  }
  const mistakes = reader.issues.length
  reader.noOtherKeys(value, ['name', 'calendar', 'leave'], at)
  const name = reader.text(value.name, [...at, 'name']) ?? undefined
  if (value.calendar === undefined) reader.add('missing-key', [...at, 'calendar'], 'the calendar of the member', undefined)
  const calendar =
    value.calendar === undefined ? undefined : reader.take(parseCalendar(value.calendar, reader.at([...at, 'calendar'])))
  const leave = readLeave(value.leave, [...at, 'leave'], reader)
  if (calendar === undefined || reader.issues.length > mistakes) return undefined
  // The door above has seen that it is one.
  const written = value.calendar as AnyCalendarDocument
  const document = { ...withoutLeave(written, calendar, leave), ...(name === undefined ? {} : { title: name }) }
  const parsed = parseCalendar(document)
  if (parsed.ok) return { name, document, calendar: parsed.value }
  // The calendar and the leave are right, each by itself: together they hold more dates than a calendar can.
  for (const { code, expected, got } of parsed.issues) reader.add(code, [...at, 'leave'], expected, got)
  return undefined
}

type Closures = NonNullable<CalendarDocument['closures']>

const wholeDay = ['00:00-24:00']

function readLeave(value: unknown, at: IssuePath, reader: Reader): Closures {
  if (value === undefined) return {}
  if (!Array.isArray(value)) {
    reader.add('wrong-type', at, 'an array of dates such as "2026-05-04/2026-05-08"', value)
    return {}
  }
  let closures: Closures = {}
  const laid = new Dated<null>()
  for (const [index, entry] of value.entries()) {
    const where = [...at, index]
    const hasHours = isRecord(entry)
    if (hasHours) {
      reader.noOtherKeys(entry, ['dates', 'hours'], where)
      reader.windows(entry.hours, [...where, 'hours'])
    }
    const dates = hasHours ? entry.dates : entry
    const hours = hasHours ? entry.hours : wholeDay
    const path = reader.at(hasHours ? [...where, 'dates'] : where)
    const range = reader.take(parseDateRange(dates, path))
    if (range === undefined || typeof dates !== 'string' || !Array.isArray(hours)) continue
    const refused = laid.add(range, null, path, dates)
    if (refused) reader.issues.push(refused)
    else closures = together(closures, { [dates]: hours })
  }
  return closures
}

/** Returns the closures of both, where a key stands in both with the windows of both. */
function together(closures: Closures, more: Closures): Closures {
  const all: Record<string, readonly string[]> = { ...closures }
  for (const [dates, windows] of Object.entries(more)) all[dates] = [...(all[dates] ?? []), ...windows]
  return all
}

/** A weekly calendar takes the leave among its closures; a combined one is open while no leave is. */
function withoutLeave(document: AnyCalendarDocument, calendar: Calendar, leave: Closures): AnyCalendarDocument {
  if (Object.keys(leave).length === 0) return document
  if ('week' in document) return { ...document, closures: together(document.closures ?? {}, leave) }
  return { intersection: [document, { ...alwaysOpen(calendar.zone.name), closures: leave }] }
}
