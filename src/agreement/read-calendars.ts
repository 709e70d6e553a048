/** Reads the calendars of an agreement. One may be put together from others by their names, in any order. */
import type { BusinessClock } from '../clock/business-clock.ts'
import type { Calendar } from '../clock/calendar.ts'
import { clockOf } from '../clock/clock-of.ts'
import { alwaysOpen, parseCalendar } from '../clock/parse-calendar.ts'
import { type IssuePath, issue, type Parsed } from '../errors.ts'
import type { Scope } from './scope.ts'

/** Returns the clocks of the calendars that hold, by name, and of `always`. */
export function readClocks(
  calendars: ReadonlyMap<string, unknown>,
  scope: Scope,
  zoneName: string | undefined,
): Map<string, BusinessClock> {
  const read = new Map<string, Parsed<Calendar> | null>()

  function calendarOf(name: string): Parsed<Calendar> {
    const known = read.get(name)
    if (known) return known
    read.set(name, null)
    const found = parseCalendar(calendars.get(name), ['calendars', name], find)
    read.set(name, found)
    return found
  }

  function find(name: string, path: IssuePath): Parsed<Calendar> {
    if (!calendars.has(name)) {
      const facts = { expected: 'a calendar of the agreement', got: name, known: calendars.keys() }
      return { ok: false, issues: [issue('unknown-calendar', path, facts)] }
    }
    if (read.get(name) !== null) {
      const found = calendarOf(name)
      // Its mistakes are told at its own place, and once.
      return found.ok ? found : { ok: false, issues: [] }
    }
    return {
      ok: false,
      issues: [issue('cyclic-calendar', path, { expected: 'a calendar that is not made of itself', got: name })],
    }
  }

  const clocks = new Map<string, BusinessClock>()
  for (const name of calendars.keys()) {
    const calendar = scope.take(calendarOf(name))
    if (calendar) clocks.set(name, clockOf(calendar))
  }
  const always = zoneName === undefined ? undefined : scope.take(parseCalendar(alwaysOpen(zoneName)))
  if (always) clocks.set('always', clockOf(always))
  return clocks
}
